//! A quiz: names of countries, places and bases are hidden, a question mark in their place, until they are revealed.
//!
//! Every name keeps the room it has, so that nothing moves when it is revealed. Waters keep their names; words that
//! would tell (of the day's story, beside arrows, of regions) are left out. What has been revealed is given.

use super::item::{Item, Rect, Shape, Subject};
use super::view::View;
use crate::model::Thing;

/// What stands for a name.
pub(super) const SIGN: &str = "?";

/// A name that is asked for.
#[derive(Clone, PartialEq, Debug)]
pub struct Asked {
    /// What it is the name of, as [`key`] writes it.
    pub key: String,
    /// Where its question mark stands, page points.
    pub area: Rect,
}

/// How a quiz writes a thing that has a name; nothing for what has none of its own.
pub fn key(subject: &Subject) -> Option<String> {
    let thing = match subject {
        Subject::Place(id) => return Some(format!("place:{id}")),
        Subject::Country(iso) => Thing::Country(iso.clone()),
        Subject::Base(id) => Thing::Base(id.clone()),
        Subject::Event(id) => Thing::Event(id.clone()),
        Subject::Sky(id) => Thing::Sky(id.clone()),
        Subject::None
        | Subject::Actor(_)
        | Subject::Alliance(_)
        | Subject::Mission(_)
        | Subject::Cluster(_)
        | Subject::Bases(_)
        | Subject::Furniture(_) => return None,
    };
    Some(thing.to_string())
}

impl View<'_> {
    /// Is the name of that hidden?
    pub(super) fn hides(&self, key: &str) -> bool {
        self.quiz.is_some_and(|revealed| !revealed.contains(key))
    }
}

/// Leaves out what tells of things that are not revealed.
pub(super) fn leave_out(view: &View<'_>, items: &mut Vec<Item>, tells: fn(&Shape) -> bool) {
    if view.quiz.is_none() {
        return;
    }
    items.retain(|item| {
        let hidden = || key(&item.subject).is_some_and(|key| view.hides(&key));
        !(tells(&item.shape) && hidden())
    });
}
