//! What changed between two days, as data that serialise to the JSON of the README's manual.
//!
//! It compares two worlds; the events between them come from the record. The text is in `briefing`.

use crate::calendar::Date;
use crate::model::{Atlas, World};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What changed from one day to a later one. Ids and codes as in the data, sorted.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Diff {
    /// The earlier day.
    pub from: Date,
    /// The later day.
    pub to: Date,
    /// Bases.
    pub bases: BaseChanges,
    /// Standing closures of skies.
    pub airspace: ClosureChanges,
    /// Standing closures of borders.
    pub borders: ClosureChanges,
    /// Sanctions.
    pub sanctions: SanctionChanges,
    /// Standings in alliances.
    pub memberships: Vec<MembershipChange>,
    /// Figures of troops.
    pub troops: Vec<TroopChange>,
    /// Missions.
    pub missions: MissionChanges,
    /// Relations of pairs of states.
    pub relations: Vec<RelationChange>,
    /// Events after the earlier day, up to the later one.
    pub events: Vec<String>,
}

/// Bases that changed.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct BaseChanges {
    /// Held on the later day only.
    pub opened: Vec<String>,
    /// Held on the earlier day only.
    pub closed: Vec<String>,
    /// Held by others than before.
    pub handed_over: Vec<Handover>,
}

/// A base whose holders changed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Handover {
    /// The base.
    pub id: String,
    /// Holders on the earlier day.
    pub from: Vec<String>,
    /// Holders on the later day.
    pub to: Vec<String>,
}

/// Closures that changed.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct ClosureChanges {
    /// Standing on the later day only.
    pub closed: Vec<String>,
    /// Standing on the earlier day only.
    pub reopened: Vec<String>,
}

/// Sanctions that changed.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct SanctionChanges {
    /// In force on the later day only.
    pub imposed: Vec<String>,
    /// In force on the earlier day only.
    pub lifted: Vec<String>,
}

/// A country's standing in an alliance that changed; `None` is not in it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct MembershipChange {
    /// The country.
    pub country: String,
    /// The alliance.
    pub alliance: String,
    /// Standing on the earlier day.
    pub from: Option<crate::model::Standing>,
    /// Standing on the later day.
    pub to: Option<crate::model::Standing>,
}

/// A force's figure in a country that changed; `None` is not known.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct TroopChange {
    /// The force.
    pub force: String,
    /// The country.
    pub country: String,
    /// Persons on the earlier day.
    pub from: Option<u32>,
    /// Persons on the later day.
    pub to: Option<u32>,
}

/// Missions that changed.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct MissionChanges {
    /// Running on the later day only.
    pub started: Vec<String>,
    /// Running on the earlier day only.
    pub ended: Vec<String>,
}

/// A pair's relations that changed; `None` was not studied.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct RelationChange {
    /// One state.
    pub a: String,
    /// The other.
    pub b: String,
    /// State on the earlier day.
    pub from: Option<crate::model::RelationState>,
    /// State on the later day.
    pub to: Option<crate::model::RelationState>,
}

/// What changed from `before` to `after`.
pub fn diff(atlas: &Atlas, before: &World, after: &World) -> Diff {
    let both = |ids: &dyn Fn(&World) -> BTreeSet<String>| {
        let (old, new) = (ids(before), ids(after));
        let gone: Vec<String> = old.difference(&new).cloned().collect();
        let come: Vec<String> = new.difference(&old).cloned().collect();
        (come, gone)
    };
    let (sky_closed, sky_reopened) =
        both(&|w| w.closed_skies(atlas).map(|c| c.id.clone()).collect());
    let positions = |list: &[u32], id_of: &dyn Fn(u32) -> String| -> BTreeSet<String> {
        list.iter().map(|&i| id_of(i)).collect()
    };
    let (border_closed, border_reopened) =
        both(&|w| positions(&w.borders, &|i| atlas.borders[i as usize].id.clone()));
    let (imposed, lifted) =
        both(&|w| positions(&w.sanctions, &|i| atlas.sanctions[i as usize].id.clone()));
    let (started, ended) =
        both(&|w| positions(&w.missions, &|i| atlas.missions[i as usize].id.clone()));
    Diff {
        from: before.date,
        to: after.date,
        bases: base_changes(atlas, before, after),
        airspace: ClosureChanges {
            closed: sky_closed,
            reopened: sky_reopened,
        },
        borders: ClosureChanges {
            closed: border_closed,
            reopened: border_reopened,
        },
        sanctions: SanctionChanges { imposed, lifted },
        memberships: membership_changes(atlas, before, after),
        troops: troop_changes(atlas, before, after),
        missions: MissionChanges { started, ended },
        relations: relation_changes(atlas, before, after),
        events: events_between(atlas, before.date, after.date),
    }
}

/// Values that differ between two maps, key by key, in the order of the keys.
fn changed<K: Ord + Clone, V: PartialEq + Clone>(
    old: &BTreeMap<K, V>,
    new: &BTreeMap<K, V>,
) -> Vec<(K, Option<V>, Option<V>)> {
    let keys: BTreeSet<&K> = old.keys().chain(new.keys()).collect();
    keys.into_iter()
        .map(|key| (key.clone(), old.get(key).cloned(), new.get(key).cloned()))
        .filter(|(_, old, new)| old != new)
        .collect()
}

fn base_changes(atlas: &Atlas, before: &World, after: &World) -> BaseChanges {
    let holders = |world: &World| -> BTreeMap<String, BTreeSet<String>> {
        let held = world.bases.iter().map(|b| {
            let codes = b.tenures(atlas).into_iter().map(|t| t.operator.clone());
            (atlas.bases[b.base as usize].id.clone(), codes.collect())
        });
        held.collect()
    };
    let mut changes = BaseChanges::default();
    for (id, old, new) in changed(&holders(before), &holders(after)) {
        match (old, new) {
            (None, _) => changes.opened.push(id),
            (_, None) => changes.closed.push(id),
            (Some(old), Some(new)) => changes.handed_over.push(Handover {
                id,
                from: old.into_iter().collect(),
                to: new.into_iter().collect(),
            }),
        }
    }
    changes
}

fn membership_changes(atlas: &Atlas, before: &World, after: &World) -> Vec<MembershipChange> {
    let standings = |world: &World| -> BTreeMap<(String, String), crate::model::Standing> {
        let rows = world.member_rows(atlas);
        rows.map(|(id, row)| ((id.to_owned(), row.country.clone()), row.status))
            .collect()
    };
    changed(&standings(before), &standings(after))
        .into_iter()
        .map(|((alliance, country), from, to)| MembershipChange {
            country,
            alliance,
            from,
            to,
        })
        .collect()
}

fn troop_changes(atlas: &Atlas, before: &World, after: &World) -> Vec<TroopChange> {
    let figures = |world: &World| -> BTreeMap<(String, String), u32> {
        let figures = world.figures(atlas);
        figures
            .map(|s| ((s.force.clone(), s.country.clone()), s.troops))
            .collect()
    };
    changed(&figures(before), &figures(after))
        .into_iter()
        .map(|((force, country), from, to)| TroopChange {
            force,
            country,
            from,
            to,
        })
        .collect()
}

fn relation_changes(atlas: &Atlas, before: &World, after: &World) -> Vec<RelationChange> {
    let states = |world: &World| -> BTreeMap<(String, String), crate::model::RelationState> {
        let rows = world.relation_rows(atlas);
        rows.map(|r| {
            // A pair has no order; rows of the same pair may be written either way round.
            let pair = if r.a <= r.b {
                (&r.a, &r.b)
            } else {
                (&r.b, &r.a)
            };
            ((pair.0.clone(), pair.1.clone()), r.state)
        })
        .collect()
    };
    changed(&states(before), &states(after))
        .into_iter()
        .map(|((a, b), from, to)| RelationChange { a, b, from, to })
        .collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn between(a: Date, b: Date) -> Diff {
        let atlas = crate::data::shipped().expect("the shipped data");
        diff(&atlas, &World::at(&atlas, a, 0), &World::at(&atlas, b, 0))
    }

    #[test]
    fn a_day_compared_with_itself_shows_nothing() {
        let d = between(date(2023, 8, 10), date(2023, 8, 10));
        assert_eq!(d.bases, BaseChanges::default());
        assert!(d.events.is_empty() && d.troops.is_empty() && d.memberships.is_empty());
    }

    #[test]
    fn the_french_leave_gao() {
        let d = between(date(2022, 8, 14), date(2022, 8, 16));
        let touched = d
            .bases
            .closed
            .iter()
            .chain(d.bases.handed_over.iter().map(|h| &h.id));
        assert!(touched.clone().any(|id| id == "gao-airport-base"), "{d:?}");
        assert!(d.events.iter().any(|id| id.starts_with("2022-08-15")));
    }
}
