//! Search as you type over everything an atlas tells, in both languages at once.
//!
//! All words must match, in whatever order; the last one may be unfinished; quotes hold a phrase
//! together. Accents, case and the kind of apostrophe do not matter, and typing mistakes are forgiven
//! when nothing is found as typed (one in a word of 4 to 7 letters, two from 8). Exact names come
//! first, then beginnings of names, then words in names, then words in other texts, then what was
//! forgiven; newer before older among equals. It keeps no results and opens nothing.

mod answer;
mod fold;
mod index;
mod lexicon;
mod query;
mod texts;

pub use answer::{Answer, Best, Rank};
pub use fold::folded;
pub use index::{Builder, Part, TextIndex};
pub use query::{MOST_WORDS, Query};
pub use texts::{Field, Kind, Text, Thing, texts};

use super::Atlas;
use crate::lang::Lang;
use std::ops::Range;

/// The index of an atlas.
#[derive(Debug, Default)]
pub struct Search {
    index: TextIndex,
    /// The position of each document's thing.
    positions: Vec<usize>,
    /// The documents of each kind, in the order of [`Kind::ALL`].
    kinds: Vec<Range<usize>>,
}

/// What was found.
pub struct Found<'a> {
    /// By kind, the kind with the best fit first; none is empty.
    pub groups: Vec<Group>,
    answer: Answer<'a>,
}

/// Things of a kind that were found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// Their kind.
    pub kind: Kind,
    /// The best of them, best first.
    pub hits: Vec<Hit>,
    /// How many there are, shown or not.
    pub count: usize,
}

/// A thing that was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hit {
    /// Which thing.
    pub thing: Thing,
    /// How well it fits.
    pub rank: Rank,
    /// Where it matched, names first.
    pub matched: Vec<Matched>,
}

/// A text that matched, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Matched {
    /// What text it is.
    pub field: Field,
    /// Its language; nothing when it is the same in both.
    pub lang: Option<Lang>,
    /// The text.
    pub text: String,
    /// What of it matched, in bytes of `text`, ascending, none touching another.
    pub marks: Vec<Range<usize>>,
}

impl Search {
    /// Reads every text of an atlas. About 10 ms for the shipped data, some seconds for a million
    /// events.
    pub fn new(atlas: &Atlas) -> Search {
        let mut builder = Builder::default();
        let mut search = Search::default();
        for kind in Kind::ALL {
            let from = search.positions.len();
            for at in texts::things(atlas, kind) {
                builder.document();
                for text in texts(atlas, Thing { kind, at }) {
                    builder.field(text.part(), text.text);
                }
                search.positions.push(at);
            }
            search.kinds.push(from..search.positions.len());
        }
        search.index = builder.finish();
        search
    }

    /// What fits a text that was typed, by kind: the kind with the best fit first, at most `most(kind)`
    /// hits of each.
    pub fn find(&self, atlas: &Atlas, typed: &str, most: impl Fn(Kind) -> usize) -> Found<'_> {
        let answer = self.index.find(&Query::new(typed));
        let kinds = Kind::ALL.into_iter().zip(&self.kinds);
        let groups = kinds.map(|(kind, documents)| {
            let best = answer.best(documents.clone(), most(kind));
            let hits = best.documents.into_iter().map(|(document, rank)| {
                let at = self.positions[document];
                hit(atlas, &answer, Thing { kind, at }, rank)
            });
            Group {
                kind,
                hits: hits.collect(),
                count: best.count,
            }
        });
        let mut groups: Vec<Group> = groups.filter(|g| g.count > 0).collect();
        groups.sort_by_key(|group| (group.best(), group.kind));
        bases_before_towns(&mut groups);
        Found { groups, answer }
    }

    /// The positions of all things of a kind that fit, each once, in no order that means anything.
    pub fn all(&self, kind: Kind, typed: &str) -> Vec<usize> {
        let answer = self.index.find(&Query::new(typed));
        let kinds = Kind::ALL.into_iter().zip(&self.kinds);
        let documents = kinds.filter(|(known, _)| *known == kind);
        documents
            .flat_map(|(_, documents)| answer.all(documents.clone()))
            .map(|document| self.positions[document])
            .collect()
    }
}

impl Group {
    /// How well the best of them fits.
    pub fn best(&self) -> Rank {
        self.hits.first().map_or(Rank::ForgivenText, |hit| hit.rank)
    }
}

impl Found<'_> {
    /// What of any text matched, as in [`Matched::marks`].
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        self.answer.marks(text)
    }

    /// How many things fit, shown or not.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|group| group.count).sum()
    }
}

/// Bases are called after their towns (`Ménaka forward base`) and there is more to read about them: those
/// whose name begins so come before a town that is called exactly so.
fn bases_before_towns(groups: &mut Vec<Group>) {
    let place = |kind| groups.iter().position(|group| group.kind == kind);
    if let Some((town, base)) = place(Kind::Town).zip(place(Kind::Base))
        && town < base
        && groups[base].best() == Rank::NameStart
    {
        let bases = groups.remove(base);
        groups.insert(town, bases);
    }
}

fn hit(atlas: &Atlas, answer: &Answer<'_>, thing: Thing, rank: Rank) -> Hit {
    let matched = texts(atlas, thing).into_iter().filter_map(|text| {
        let marks = answer.marks(text.text);
        (!marks.is_empty()).then(|| Matched {
            field: text.field,
            lang: text.lang,
            text: text.text.to_owned(),
            marks,
        })
    });
    Hit {
        thing,
        rank,
        matched: matched.collect(),
    }
}

#[cfg(test)]
mod tests;
