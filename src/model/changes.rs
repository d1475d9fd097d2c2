//! What changed between two worlds: bases, skies, borders, sanctions, standings, troops, missions, relations,
//! and the events between them.
//!
//! Plain data, each change with the date of the record that made it where one is known. Words and JSON are
//! `export`'s. Applied to the first world the changes give the second.

use super::{Atlas, Closure, RelationState, Standing, Tenure, World};
use crate::calendar::{Date, PartialDate, Span};
use std::collections::{BTreeMap, BTreeSet};

/// What changed from one day to another. Ids and codes as in the data, lists sorted by them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Changes {
    /// The first day.
    pub from: Date,
    /// The other day, usually the later one.
    pub to: Date,
    /// Bases whose holders are others than before.
    pub bases: Vec<BaseChange>,
    /// Standing closures of skies that began or ended.
    pub skies: Vec<Turned>,
    /// Standing closures of borders that began or ended.
    pub borders: Vec<Turned>,
    /// Sanctions that began or ended.
    pub sanctions: Vec<Turned>,
    /// Missions that began or ended.
    pub missions: Vec<Turned>,
    /// Standings of countries (first) in alliances (second), by alliance.
    pub memberships: Vec<Changed<Standing>>,
    /// Figures of forces (first) in countries (second), by force.
    pub troops: Vec<Changed<u32>>,
    /// Relations of two states.
    pub relations: Vec<Changed<RelationState>>,
    /// Events that began after the first day, up to the other one, in their order.
    pub events: Vec<String>,
}

/// A base that others hold than before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BaseChange {
    /// The base.
    pub id: String,
    /// Holders on the first day; none when it was opened since.
    pub from: Vec<String>,
    /// Holders on the other day; none when it was left since.
    pub to: Vec<String>,
    /// When the last new holder came, or else the last old one went.
    pub when: Option<PartialDate>,
}

/// Did a record begin or end?
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Turn {
    /// It stands on the other day only.
    Began,
    /// It stood on the first day only.
    Ended,
}

/// A record that began or ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Turned {
    /// The record.
    pub id: String,
    /// Which of the two.
    pub turn: Turn,
    /// When.
    pub when: Option<PartialDate>,
}

/// A value of a pair of codes that changed; `None` is none, or not known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Changed<T> {
    /// The two codes or ids.
    pub pair: (String, String),
    /// On the first day.
    pub from: Option<T>,
    /// On the other day.
    pub to: Option<T>,
    /// When the value of the other day began, or else the one of the first day ended.
    pub when: Option<PartialDate>,
}

impl BaseChange {
    /// Those who hold it on the other day only.
    pub fn came(&self) -> Vec<&str> {
        without(&self.to, &self.from)
    }

    /// Those who held it on the first day only.
    pub fn went(&self) -> Vec<&str> {
        without(&self.from, &self.to)
    }

    /// Those who hold it on both days.
    pub fn stayed(&self) -> Vec<&str> {
        let both = self.to.iter().filter(|code| self.from.contains(code));
        both.map(String::as_str).collect()
    }
}

fn without<'a>(all: &'a [String], others: &[String]) -> Vec<&'a str> {
    let only = all.iter().filter(|code| !others.contains(code));
    only.map(String::as_str).collect()
}

impl Changes {
    /// What changed from the world of one day to that of another.
    pub fn between(atlas: &Atlas, before: &World, after: &World) -> Changes {
        let turned =
            |of: &dyn Fn(&World) -> BTreeMap<String, Span>| turned(&of(before), &of(after));
        let missions = |i: u32| &atlas.missions[i as usize];
        let sanctions = |i: u32| &atlas.sanctions[i as usize];
        Changes {
            from: before.date,
            to: after.date,
            bases: base_changes(atlas, before, after),
            skies: turned(&|w| closures(&atlas.skies, &w.skies)),
            borders: turned(&|w| closures(&atlas.borders, &w.borders)),
            sanctions: turned(&|w| {
                let all = w.sanctions.iter().map(|&i| sanctions(i));
                all.map(|s| (s.id.clone(), s.span())).collect()
            }),
            missions: turned(&|w| {
                let all = w.missions.iter().map(|&i| missions(i));
                all.map(|m| (m.id.clone(), m.span())).collect()
            }),
            memberships: membership_changes(atlas, before, after),
            troops: troop_changes(atlas, before, after),
            relations: relation_changes(atlas, before, after),
            events: events_between(atlas, before.date, after.date),
        }
    }

    /// Is everything as it was?
    pub fn is_empty(&self) -> bool {
        let turned = [&self.skies, &self.borders, &self.sanctions, &self.missions];
        self.bases.is_empty()
            && turned.iter().all(|list| list.is_empty())
            && self.memberships.is_empty()
            && self.troops.is_empty()
            && self.relations.is_empty()
            && self.events.is_empty()
    }
}

fn closures(all: &[Closure], standing: &[u32]) -> BTreeMap<String, Span> {
    let standing = standing.iter().map(|&i| &all[i as usize]);
    standing.map(|c| (c.id.clone(), c.span())).collect()
}

fn turned(old: &BTreeMap<String, Span>, new: &BTreeMap<String, Span>) -> Vec<Turned> {
    let ids: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let turn = |id: &&String| {
        let (turn, when) = match (old.get(*id), new.get(*id)) {
            (None, Some(span)) => (Turn::Began, span.from),
            (Some(span), None) => (Turn::Ended, span.to),
            (Some(_), Some(_)) | (None, None) => return None,
        };
        let id = (*id).clone();
        Some(Turned { id, turn, when })
    };
    ids.iter().filter_map(turn).collect()
}

fn base_changes(atlas: &Atlas, before: &World, after: &World) -> Vec<BaseChange> {
    let held = |world: &World| -> BTreeMap<u32, Vec<u32>> {
        let held = world.bases.iter();
        held.map(|b| (b.base, b.tenures.clone())).collect()
    };
    let (old, new) = (held(before), held(after));
    let both: BTreeSet<u32> = old.keys().chain(new.keys()).copied().collect();
    let change = |at: u32| {
        let base = &atlas.bases[at as usize];
        let tenures = |held: &BTreeMap<u32, Vec<u32>>| -> Vec<&Tenure> {
            let held = held.get(&at).into_iter().flatten();
            held.map(|&t| &base.periods[t as usize]).collect()
        };
        let codes = |tenures: &[&Tenure]| -> Vec<String> {
            let codes: BTreeSet<&String> = tenures.iter().map(|t| &t.operator).collect();
            codes.into_iter().cloned().collect()
        };
        let (old, new) = (tenures(&old), tenures(&new));
        let (from, to) = (codes(&old), codes(&new));
        let came = new.iter().filter(|t| !from.contains(&t.operator));
        let went = old.iter().filter(|t| !to.contains(&t.operator));
        let latest = |dates: &mut dyn Iterator<Item = PartialDate>| dates.max_by_key(|d| d.first());
        let when = latest(&mut came.filter_map(|t| t.from))
            .or_else(|| latest(&mut went.filter_map(|t| t.to)));
        (from != to).then(|| BaseChange {
            id: base.id.clone(),
            from,
            to,
            when,
        })
    };
    // Bases stand in the order of their ids.
    both.into_iter().filter_map(change).collect()
}

/// A value and the time it holds.
type Held<T> = BTreeMap<(String, String), (T, Span)>;

/// Values that differ between two maps, in the order of their keys.
fn changed<T: PartialEq + Copy>(old: &Held<T>, new: &Held<T>) -> Vec<Changed<T>> {
    let keys: BTreeSet<&(String, String)> = old.keys().chain(new.keys()).collect();
    let change = |pair: &(String, String)| {
        let (old, new) = (old.get(pair), new.get(pair));
        let (from, to) = (old.map(|v| v.0), new.map(|v| v.0));
        let when = match (old, new) {
            (_, Some((_, span))) => span.from,
            (Some((_, span)), None) => span.to,
            (None, None) => None,
        };
        let pair = pair.clone();
        (from != to).then_some(Changed {
            pair,
            from,
            to,
            when,
        })
    };
    keys.into_iter().filter_map(change).collect()
}

fn membership_changes(atlas: &Atlas, before: &World, after: &World) -> Vec<Changed<Standing>> {
    let standings = |world: &World| -> Held<Standing> {
        let rows = world.member_rows(atlas);
        rows.map(|(id, row)| {
            (
                (id.to_owned(), row.country.clone()),
                (row.status, row.span()),
            )
        })
        .collect()
    };
    let mut changes = changed(&standings(before), &standings(after));
    for change in &mut changes {
        std::mem::swap(&mut change.pair.0, &mut change.pair.1);
    }
    changes
}

fn troop_changes(atlas: &Atlas, before: &World, after: &World) -> Vec<Changed<u32>> {
    let figures = |world: &World| -> Held<u32> {
        let figure = |s: &super::Strength| {
            let span = Span {
                from: Some(s.date),
                to: None,
            };
            ((s.force.clone(), s.country.clone()), (s.troops, span))
        };
        world.figures(atlas).map(figure).collect()
    };
    changed(&figures(before), &figures(after))
}

fn relation_changes(atlas: &Atlas, before: &World, after: &World) -> Vec<Changed<RelationState>> {
    let states = |world: &World| -> Held<RelationState> {
        let rows = world.relation_rows(atlas);
        rows.map(|r| {
            // A pair has no order; rows of the same pair may be written either way round.
            let pair = if r.a <= r.b {
                (r.a.clone(), r.b.clone())
            } else {
                (r.b.clone(), r.a.clone())
            };
            (pair, (r.state, r.span()))
        })
        .collect()
    };
    changed(&states(before), &states(after))
}

fn events_between(atlas: &Atlas, from: Date, to: Date) -> Vec<String> {
    let between = |first: Date| from < first && first <= to;
    let mut events: Vec<_> = atlas
        .events
        .iter()
        .filter(|e| between(e.date.first()))
        .map(|e| (e.date.first(), &e.id))
        .collect();
    events.sort();
    events.into_iter().map(|(_, id)| id.clone()).collect()
}
