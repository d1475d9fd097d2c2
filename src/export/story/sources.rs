//! Who reports what a step says: the sources of its facts, each once, in the order of the facts.
//!
//! A thing without sources of its own (a country, an actor) has none here.

use crate::export::citations::citation;
use crate::lang::{Lang, typeset};
use crate::model::{Atlas, Source, Thing};
use crate::story::Step;

/// The sources of a step: of what it says it rests on, then of what it points at.
pub fn sources<'a>(step: &Step, atlas: &'a Atlas) -> Vec<&'a Source> {
    let mut all: Vec<&Source> = Vec::new();
    for pointer in step.facts.iter().chain(&step.highlight) {
        for source in of_thing(&pointer.0, atlas, step) {
            if !all.contains(&source) {
                all.push(source);
            }
        }
    }
    all
}

/// The sources as lines, as a sheet lists them.
pub fn lines(step: &Step, atlas: &Atlas, lang: Lang) -> Vec<String> {
    let sources = sources(step, atlas).into_iter();
    sources
        .map(|source| typeset(&citation(source, lang), lang))
        .collect()
}

fn of_thing<'a>(thing: &Thing, atlas: &'a Atlas, step: &Step) -> Vec<&'a Source> {
    let all = match thing {
        Thing::Event(id) => atlas.event(id).map(|event| event.sources.iter().collect()),
        Thing::Sky(id) => atlas.sky(id).map(|sky| sky.sources.iter().collect()),
        Thing::Alliance(id) => atlas.alliance(id).map(|a| a.sources.iter().collect()),
        Thing::Mission(id) => atlas.mission(id).map(|m| m.sources.iter().collect()),
        Thing::Base(id) => atlas.base(id).map(|base| {
            // Of a base those periods are told of that the step's day lies in, or that ended last before it.
            let now = base.periods.iter().filter(|tenure| {
                let begun = tenure.from.is_none_or(|from| from.first() <= step.day);
                begun && tenure.to.is_none_or(|to| to.last() >= step.day)
            });
            let now: Vec<_> = now.collect();
            let ended = base.periods.iter().rev().take(usize::from(now.is_empty()));
            let told = now.iter().copied().chain(ended);
            told.flat_map(|tenure| &tenure.sources).collect()
        }),
        Thing::Country(_) | Thing::Actor(_) => None,
    };
    all.unwrap_or_default()
}
