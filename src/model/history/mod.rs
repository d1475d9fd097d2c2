//! The history of a thing: every event and every period that concerns it, in time order, each once.
//!
//! What concerns what is decided in `gather`. It holds positions in the atlas's vectors; it writes no words and
//! marks nothing on a map.

mod gather;
mod naming;

use super::filter::Chosen;
use super::{Atlas, Strength};
use crate::calendar::{Date, PartialDate, Span, date_of_day_number, day_number};

/// What a history can be told of; ids and codes as in the data.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Topic<'a> {
    /// A base.
    Base(&'a str),
    /// A country: what happens in it and stands about it.
    Country(&'a str),
    /// Whoever acts: what it does and holds anywhere.
    Actor(&'a str),
    /// An alliance.
    Alliance(&'a str),
    /// A mission.
    Mission(&'a str),
}

/// A fact, by its position in the atlas's vectors. The order is that of facts that begin on the same day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Fact {
    /// In [`Atlas::alliances`]: its whole life.
    Alliance(u32),
    /// In [`Atlas::missions`]: its whole life.
    Mission(u32),
    /// A base and its period.
    Tenure(u32, u32),
    /// An alliance and its member row.
    Membership(u32, u32),
    /// In [`Atlas::skies`].
    Sky(u32),
    /// In [`Atlas::borders`].
    Border(u32),
    /// In [`Atlas::sanctions`].
    Sanction(u32),
    /// In [`Atlas::relations`].
    Relation(u32),
    /// In [`Atlas::events`].
    Event(u32),
    /// In [`Atlas::strengths`]: a figure holds until the next one of the same force in the same country.
    Figure(u32),
}

impl Fact {
    /// The position of an event; nothing for anything else.
    pub fn event(self) -> Option<u32> {
        match self {
            Fact::Event(at) => Some(at),
            Fact::Alliance(_)
            | Fact::Mission(_)
            | Fact::Tenure(..)
            | Fact::Membership(..)
            | Fact::Sky(_)
            | Fact::Border(_)
            | Fact::Sanction(_)
            | Fact::Relation(_)
            | Fact::Figure(_) => None,
        }
    }
}

/// A line of a history.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HistoryRow {
    /// What happened or stood.
    pub fact: Fact,
    /// From when to when.
    pub span: Span,
}

impl HistoryRow {
    /// The first day that can be shown of it; nothing where no start is known.
    pub fn first_day(&self) -> Option<Date> {
        self.span.from.map(PartialDate::first)
    }
}

/// All that concerns a thing. Invariant: `rows` are in order of their first days, `events` and `stops` ascend; none
/// holds anything twice.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct History {
    rows: Vec<HistoryRow>,
    events: Vec<u32>,
    stops: Vec<i32>,
}

impl History {
    /// The history of a thing; empty when there is no such thing. It looks at every fact once, so that it is
    /// made when the selection changes and not every frame.
    pub fn of(atlas: &Atlas, topic: Topic<'_>) -> History {
        let facts = gather::facts(atlas, topic);
        let events: Vec<u32> = facts.iter().filter_map(|fact| fact.event()).collect();
        let mut rows: Vec<HistoryRow> = facts
            .into_iter()
            .filter_map(|fact| {
                let span = span_of(atlas, fact)?;
                Some(HistoryRow { fact, span })
            })
            .collect();
        rows.sort_by_key(|row| (row.span.day_numbers().0, row.fact));
        let stops = stops(&rows);
        History {
            rows,
            events,
            stops,
        }
    }

    /// The same without the events that a filter holds back.
    pub fn only(mut self, chosen: &Chosen) -> History {
        self.rows
            .retain(|row| row.fact.event().is_none_or(|at| chosen.has(at as usize)));
        self.events.retain(|at| chosen.has(*at as usize));
        self.stops = stops(&self.rows);
        self
    }

    /// Every line, in time order.
    pub fn rows(&self) -> &[HistoryRow] {
        &self.rows
    }

    /// Positions of its events in [`Atlas::events`], ascending.
    pub fn events(&self) -> &[u32] {
        &self.events
    }

    /// Is the event at that position part of it?
    pub fn has_event(&self, at: u32) -> bool {
        self.events.binary_search(&at).is_ok()
    }

    /// How many lines begin on that day or before it.
    pub fn begun(&self, day: Date) -> usize {
        let day = day_number(day);
        self.rows
            .partition_point(|row| row.span.day_numbers().0 <= day)
    }

    /// The day of its next event strictly after `day`, or of the previous one strictly before. What has no
    /// events is walked by the days on which its periods begin.
    pub fn neighbour_day(&self, day: Date, forward: bool) -> Option<Date> {
        let day = day_number(day);
        let found = if forward {
            self.stops.get(self.stops.partition_point(|&d| d <= day))
        } else {
            self.stops[..self.stops.partition_point(|&d| d < day)].last()
        };
        found.map(|&d| date_of_day_number(d))
    }
}

fn stops(rows: &[HistoryRow]) -> Vec<i32> {
    let begins = |row: &HistoryRow| row.first_day().map(day_number);
    let is_event = |row: &&HistoryRow| row.fact.event().is_some();
    let mut stops: Vec<i32> = rows.iter().filter(is_event).filter_map(begins).collect();
    if stops.is_empty() {
        stops = rows.iter().filter_map(begins).collect();
    }
    stops.sort_unstable();
    stops.dedup();
    stops
}

/// From when to when a fact stands; nothing when there is no such fact.
fn span_of(atlas: &Atlas, fact: Fact) -> Option<Span> {
    let at = |at: u32| at as usize;
    Some(match fact {
        Fact::Alliance(a) => {
            let alliance = atlas.alliances.get(at(a))?;
            Span {
                from: alliance.formed,
                to: alliance.dissolved,
            }
        }
        Fact::Mission(m) => atlas.missions.get(at(m))?.span(),
        Fact::Tenure(b, t) => atlas.bases.get(at(b))?.periods.get(at(t))?.span(),
        Fact::Membership(a, m) => atlas.alliances.get(at(a))?.members.get(at(m))?.span(),
        Fact::Sky(s) => atlas.skies.get(at(s))?.span(),
        Fact::Border(b) => atlas.borders.get(at(b))?.span(),
        Fact::Sanction(s) => atlas.sanctions.get(at(s))?.span(),
        Fact::Relation(r) => atlas.relations.get(at(r))?.span(),
        Fact::Event(e) => atlas.events.get(at(e))?.span(),
        Fact::Figure(f) => figure_span(atlas, atlas.strengths.get(at(f))?),
    })
}

/// From the date of a figure to the day before the next one of its series.
fn figure_span(atlas: &Atlas, figure: &Strength) -> Span {
    let series = atlas.strength_series(&figure.force, &figure.country);
    let later = series
        .iter()
        .map(|other| other.date.first())
        .find(|day| *day > figure.date.first());
    let last = later.map(|day| date_of_day_number(day_number(day) - 1));
    Span {
        from: Some(figure.date),
        to: last.map(PartialDate::Day),
    }
}

#[cfg(test)]
mod tests;
