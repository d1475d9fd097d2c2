//! What days a picture shows, in words: the day, or the range that ends on it.
//!
//! Every part of a picture that names them asks here, so that they agree.

use super::view::View;
use crate::calendar::{period_words, short_period_words};
use crate::lang::Lang;
use crate::model::Event;

/// The day or the range in full: `15 August 2022`, `1 January 2020 – 15 August 2022`.
pub(super) fn words(view: &View<'_>) -> String {
    period_words(view.world.from, view.world.date, view.lang)
}

/// How far back events are shown, as a heading's detail: `60 days`, `1 Jan 2020 – 15 Aug 2022`.
pub(super) fn reach(view: &View<'_>) -> String {
    let world = view.world;
    match (world.from, view.lang) {
        (Some(_), lang) => short_period_words(world.from, world.date, lang),
        (None, Lang::En) => format!("{} days", world.trail_days),
        (None, Lang::Fr) => format!("{} jours", world.trail_days),
    }
}

/// `events of the last 60 days`, `events of the whole range`; the words alone when the trail is empty.
pub(super) fn of_reach(view: &View<'_>, what: &str) -> String {
    let days = view.world.trail_days;
    match (view.world.from, view.lang) {
        (Some(_), Lang::En) => format!("{what} of the whole period"),
        (Some(_), Lang::Fr) => format!("{what} de toute la période"),
        (None, _) if days == 0 => what.to_owned(),
        (None, Lang::En) => format!("{what} of the last {days} days"),
        (None, Lang::Fr) => format!("{what} des {days} derniers jours"),
    }
}

/// The events of a range, oldest end first; nothing for a day alone.
pub(super) fn events<'a>(view: &View<'a>) -> Vec<&'a Event> {
    let world = view.world;
    match world.from {
        Some(_) => {
            let earlier = world.events_of_trail(view.atlas);
            earlier.chain(world.events_of_day(view.atlas)).collect()
        }
        None => Vec::new(),
    }
}
