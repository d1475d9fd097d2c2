//! All that is known, with the indexes that make it quick to ask.
//!
//! Records are kept in the order of their ids; positions in the vectors are the keys of the indexes.

use super::basemap::Basemap;
use super::filter::{Chosen, Columns};
use super::over_time::OverTime;
use super::search::Search;
use super::{
    Alliance, Base, Closure, Event, Fir, Mission, Party, Relation, Sanction, SpanIndex, Strength,
};
use crate::calendar::{Date, Span, day_number};
use crate::lang::{Bilingual, Lang};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// From when to when the record is kept; what lies outside is unknown, not absent.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// Whom the data are owed to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Credit {
    /// Name of the work.
    pub name: String,
    /// Its licence.
    pub licence: String,
    /// The line to print.
    pub text: Bilingual,
}

/// A thing found by its id.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Found<'a> {
    /// An event.
    Event(&'a Event),
    /// A base.
    Base(&'a Base),
    /// A closed sky.
    Sky(&'a Closure),
}

/// The facts and their indexes. Filled by `data`, then [`Atlas::indexed`], then never changed.
#[derive(Debug)]
pub struct Atlas {
    /// Version of the data, as the data name it.
    pub data_version: String,
    /// From when to when the record is kept.
    pub coverage: Coverage,
    /// Codes of the countries the record is about.
    pub focus: Vec<String>,
    /// Whom the data are owed to.
    pub credits: Vec<Credit>,
    /// What happened, by id.
    pub events: Vec<Event>,
    /// Bases, by id.
    pub bases: Vec<Base>,
    /// Skies closed, by id.
    pub skies: Vec<Closure>,
    /// Borders closed, by id.
    pub borders: Vec<Closure>,
    /// Sanctions, by id.
    pub sanctions: Vec<Sanction>,
    /// Alliances, by id.
    pub alliances: Vec<Alliance>,
    /// Missions, by id.
    pub missions: Vec<Mission>,
    /// Figures of troops, by id.
    pub strengths: Vec<Strength>,
    /// Relations of pairs of states, by id.
    pub relations: Vec<Relation>,
    /// Flight information regions, by id.
    pub firs: Vec<Fir>,
    /// What the codes stand for.
    pub parties: BTreeMap<String, Party>,
    /// Land, borders, rivers and towns.
    pub basemap: Basemap,
    pub(super) index: Index,
    /// Made when it is first asked for.
    search: OnceLock<Search>,
    /// Made when it is first asked for.
    columns: OnceLock<Columns>,
    /// Made when they are first asked for.
    over_time: OnceLock<OverTime>,
}

/// The indexes of an atlas, from day numbers to positions in its vectors.
#[derive(Debug, Default)]
pub(super) struct Index {
    pub events: SpanIndex,
    /// Last possible day and position of every event, by day.
    pub event_ends: Vec<(i32, u32)>,
    /// First possible day and position of every event, by day.
    pub event_starts: Vec<(i32, u32)>,
    pub tenures: SpanIndex,
    /// Base and tenure behind each id of `tenures`.
    pub tenure_of: Vec<(u32, u32)>,
    pub skies: SpanIndex,
    pub borders: SpanIndex,
    pub sanctions: SpanIndex,
    pub memberships: SpanIndex,
    /// Alliance and member row behind each id of `memberships`.
    pub membership_of: Vec<(u32, u32)>,
    pub missions: SpanIndex,
    pub relations: SpanIndex,
    /// Positions of each force's figures in each country, by date.
    pub strength_series: BTreeMap<(String, String), Vec<u32>>,
}

impl Index {
    fn new(atlas: &Atlas) -> Index {
        let tenure_of = nested(atlas.bases.iter().map(|b| b.periods.len()));
        let membership_of = nested(atlas.alliances.iter().map(|a| a.members.len()));
        let tenures = tenure_of
            .iter()
            .map(|&(b, t)| atlas.bases[b as usize].periods[t as usize].span());
        let memberships = membership_of
            .iter()
            .map(|&(a, m)| atlas.alliances[a as usize].members[m as usize].span());
        let standing = |closures: &[Closure]| {
            let spans = (0u32..).zip(closures).filter(|(_, c)| c.stands());
            SpanIndex::new(spans.map(|(i, c)| (i, c.span())))
        };
        let mut event_ends: Vec<(i32, u32)> = (0u32..)
            .zip(&atlas.events)
            .map(|(i, e)| (e.span().day_numbers().1, i))
            .collect();
        event_ends.sort_unstable();
        let mut event_starts: Vec<(i32, u32)> = (0u32..)
            .zip(&atlas.events)
            .map(|(i, e)| (day_number(e.date.first()), i))
            .collect();
        event_starts.sort_unstable();
        let mut strength_series: BTreeMap<(String, String), Vec<u32>> = BTreeMap::new();
        for (i, s) in (0u32..).zip(&atlas.strengths) {
            let series = (s.force.clone(), s.country.clone());
            strength_series.entry(series).or_default().push(i);
        }
        for series in strength_series.values_mut() {
            series.sort_by_key(|&i| (atlas.strengths[i as usize].date.first(), i));
        }
        Index {
            events: spans(atlas.events.iter().map(Event::span)),
            event_ends,
            event_starts,
            tenures: spans(tenures),
            skies: standing(&atlas.skies),
            borders: standing(&atlas.borders),
            sanctions: spans(atlas.sanctions.iter().map(Sanction::span)),
            memberships: spans(memberships),
            missions: spans(atlas.missions.iter().map(Mission::span)),
            relations: spans(atlas.relations.iter().map(Relation::span)),
            tenure_of,
            membership_of,
            strength_series,
        }
    }
}

fn spans(all: impl Iterator<Item = Span>) -> SpanIndex {
    SpanIndex::new((0u32..).zip(all))
}

fn nested(lengths: impl Iterator<Item = usize>) -> Vec<(u32, u32)> {
    (0u32..)
        .zip(lengths)
        .flat_map(|(outer, inner)| (0u32..).take(inner).map(move |i| (outer, i)))
        .collect()
}

impl Atlas {
    /// Builds the indexes over records that `data` has read and checked.
    pub fn indexed(mut self) -> Atlas {
        self.index = Index::new(&self);
        self
    }

    /// An atlas that knows nothing but when it covers; records are put into it before
    /// [`Atlas::indexed`].
    pub fn empty(data_version: String, coverage: Coverage, basemap: Basemap) -> Atlas {
        Atlas {
            data_version,
            coverage,
            focus: Vec::new(),
            credits: Vec::new(),
            events: Vec::new(),
            bases: Vec::new(),
            skies: Vec::new(),
            borders: Vec::new(),
            sanctions: Vec::new(),
            alliances: Vec::new(),
            missions: Vec::new(),
            strengths: Vec::new(),
            relations: Vec::new(),
            firs: Vec::new(),
            parties: BTreeMap::new(),
            basemap,
            index: Index::default(),
            search: OnceLock::new(),
            columns: OnceLock::new(),
            over_time: OnceLock::new(),
        }
    }

    /// The index of all texts; it is made when it is first asked for.
    pub fn search(&self) -> &Search {
        self.search.get_or_init(|| Search::new(self))
    }

    /// The facets of all events as columns; they are made when they are first asked for.
    pub fn columns(&self) -> &Columns {
        self.columns.get_or_init(|| Columns::new(self))
    }

    /// The figures over the whole record; they are made when they are first asked for.
    pub fn over_time(&self) -> &OverTime {
        self.over_time.get_or_init(|| OverTime::of(self))
    }

    /// The event with that id.
    pub fn event(&self, id: &str) -> Option<&Event> {
        by_id(&self.events, id, |e| &e.id)
    }

    /// The base with that id.
    pub fn base(&self, id: &str) -> Option<&Base> {
        by_id(&self.bases, id, |b| &b.id)
    }

    /// The record of a sky with that id.
    pub fn sky(&self, id: &str) -> Option<&Closure> {
        by_id(&self.skies, id, |c| &c.id)
    }

    /// The alliance with that id.
    pub fn alliance(&self, id: &str) -> Option<&Alliance> {
        by_id(&self.alliances, id, |a| &a.id)
    }

    /// The mission with that id.
    pub fn mission(&self, id: &str) -> Option<&Mission> {
        by_id(&self.missions, id, |m| &m.id)
    }

    /// Is the country one of those the record is about?
    pub fn is_focus(&self, iso: &str) -> bool {
        self.focus.iter().any(|f| f == iso)
    }

    /// The short name of a code; the code itself when it is unknown.
    pub fn short_name<'a>(&'a self, code: &'a str, lang: Lang) -> &'a str {
        self.parties.get(code).map_or(code, |p| p.short.get(lang))
    }

    /// The full name of a code; the code itself when it is unknown.
    pub fn full_name<'a>(&'a self, code: &'a str, lang: Lang) -> &'a str {
        self.parties.get(code).map_or(code, |p| p.name.get(lang))
    }

    /// The codes that have relations in the record, in order of the number of their rows.
    pub fn relation_parties(&self) -> Vec<&str> {
        let mut rows: BTreeMap<&str, usize> = BTreeMap::new();
        for relation in &self.relations {
            for code in [&relation.a, &relation.b] {
                *rows.entry(code).or_default() += 1;
            }
        }
        let mut codes: Vec<(&str, usize)> = rows.into_iter().collect();
        codes.sort_by_key(|(code, rows)| (std::cmp::Reverse(*rows), *code));
        codes.into_iter().map(|(code, _)| code).collect()
    }

    /// The day of the next chosen event strictly after `day`, or of the previous one strictly before.
    /// It walks over those that are not chosen: at worst some milliseconds in a million, so it is for a
    /// key or a click and not for every frame.
    pub fn neighbour_event_day(&self, chosen: &Chosen, day: Date, forward: bool) -> Option<Date> {
        let day = day_number(day);
        let starts = &self.index.event_starts;
        let is_chosen = |start: &&(i32, u32)| chosen.has(start.1 as usize);
        let found = if forward {
            let after = starts.partition_point(|&(d, _)| d <= day);
            starts[after..].iter().find(is_chosen)
        } else {
            let before = starts.partition_point(|&(d, _)| d < day);
            starts[..before].iter().rfind(is_chosen)
        };
        found.map(|&(d, _)| crate::calendar::date_of_day_number(d))
    }

    /// The same among the events that are `wanted`. Costs a step for each day with an event in between.
    pub fn neighbour_day_of(
        &self,
        chosen: &Chosen,
        day: Date,
        forward: bool,
        wanted: &dyn Fn(&Event) -> bool,
    ) -> Option<Date> {
        let mut at = self.neighbour_event_day(chosen, day, forward)?;
        loop {
            let held = self.index.events.on(day_number(at));
            let held = held.iter().filter(|&&id| chosen.has(id as usize));
            let mut events = held.map(|&id| &self.events[id as usize]);
            if events.any(|event| event.date.first() == at && wanted(event)) {
                return Some(at);
            }
            at = self.neighbour_event_day(chosen, at, forward)?;
        }
    }

    /// All figures of a force in a country, by date.
    pub fn strength_series(&self, force: &str, country: &str) -> Vec<&Strength> {
        let key = (force.to_owned(), country.to_owned());
        let series = self.index.strength_series.get(&key);
        series
            .map(|all| all.iter().map(|&i| &self.strengths[i as usize]).collect())
            .unwrap_or_default()
    }
}

fn by_id<'a, T>(records: &'a [T], id: &str, id_of: impl Fn(&T) -> &String) -> Option<&'a T> {
    let at = records
        .binary_search_by(|r| id_of(r).as_str().cmp(id))
        .ok()?;
    records.get(at)
}
