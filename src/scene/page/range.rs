//! The words of a page that shows a range: what it is called, what its text says, whose reports it rests on.
//!
//! A range has no story of the day; its loudest events are named instead.

use crate::calendar::date_words;
use crate::lang::{Lang, number, time_words as w, typeset};
use crate::scene::layers::events::{category_key, weight};
use crate::scene::period;
use crate::scene::view::View;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What a range is called; nothing for a day alone.
pub(super) fn title(view: &View<'_>) -> Option<String> {
    view.world
        .from
        .map(|_| typeset(w::IN_THESE_DAYS.get(view.lang), view.lang))
}

/// How many events there are, and of which day everything else is.
pub(super) fn text(view: &View<'_>) -> String {
    let lang = view.lang;
    let count = events(view).len();
    let all = number(u32::try_from(count).unwrap_or(u32::MAX), lang);
    let day = date_words(view.world.date, lang);
    let events = match (count, lang) {
        (0, _) => w::NOTHING_IN_THESE_DAYS.get(lang).to_owned(),
        (1, Lang::En) => "One event is recorded in this period.".to_owned(),
        (1, Lang::Fr) => "Un événement est consigné pour cette période.".to_owned(),
        (_, Lang::En) => format!("{all} events are recorded in this period."),
        (_, Lang::Fr) => format!("{all} événements sont consignés pour cette période."),
    };
    let rest = match lang {
        Lang::En => format!("Everything else is shown as on its last day, {day}."),
        Lang::Fr => format!("Le reste est montré tel qu’au dernier jour, le {day}."),
    };
    typeset(&format!("{events} {rest}"), lang)
}

/// The titles of its events, the loudest first.
pub(super) fn titles(view: &View<'_>) -> Vec<String> {
    let mut events = events(view);
    events.sort_by_key(|event| (weight(view.atlas, event), event.date.first()));
    events
        .iter()
        .map(|event| event.title.set(view.lang))
        .collect()
}

/// Who reported its events, those who reported most of them first.
pub(super) fn publishers(view: &View<'_>) -> Vec<String> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for source in events(view).into_iter().flat_map(|event| &event.sources) {
        *counts.entry(&source.publisher).or_default() += 1;
    }
    let mut names: Vec<(&str, u32)> = counts.into_iter().collect();
    names.sort_by_key(|(name, count)| (Reverse(*count), *name));
    names.into_iter().map(|(name, _)| name.to_owned()).collect()
}

/// The events of the range that are shown.
fn events<'a>(view: &View<'a>) -> Vec<&'a crate::model::Event> {
    let all = period::events(view).into_iter();
    all.filter(|event| view.shows(&category_key(event.category)))
        .collect()
}
