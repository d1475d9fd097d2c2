//! What changed between two days agrees with the two days: for any two, the changes applied to the
//! first give the second.

use proptest::prelude::*;
use sahelscope::calendar::{Date, date_of_day_number, day_number};
use sahelscope::export::diff::{Diff, diff};
use sahelscope::model::{Atlas, World};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

fn atlas() -> &'static Arc<Atlas> {
    static ATLAS: OnceLock<Arc<Atlas>> = OnceLock::new();
    ATLAS.get_or_init(|| sahelscope::data::shipped().unwrap_or_else(|e| panic!("{e}")))
}

/// A world as plain sets and maps of ids and codes.
#[derive(PartialEq, Debug, Default)]
struct Plain {
    bases: BTreeMap<String, BTreeSet<String>>,
    skies: BTreeSet<String>,
    borders: BTreeSet<String>,
    sanctions: BTreeSet<String>,
    missions: BTreeSet<String>,
    memberships: BTreeMap<(String, String), String>,
    troops: BTreeMap<(String, String), u32>,
}

fn plain(atlas: &Atlas, world: &World) -> Plain {
    let held = world.bases.iter().map(|b| {
        let codes = b.tenures(atlas).into_iter().map(|t| t.operator.clone());
        (atlas.bases[b.base as usize].id.clone(), codes.collect())
    });
    let rows = world.member_rows(atlas);
    let ids = |list: &[u32], id_of: &dyn Fn(usize) -> String| -> BTreeSet<String> {
        list.iter().map(|&i| id_of(i as usize)).collect()
    };
    Plain {
        bases: held.collect(),
        skies: ids(&world.skies, &|i| atlas.skies[i].id.clone()),
        borders: ids(&world.borders, &|i| atlas.borders[i].id.clone()),
        sanctions: ids(&world.sanctions, &|i| atlas.sanctions[i].id.clone()),
        missions: ids(&world.missions, &|i| atlas.missions[i].id.clone()),
        memberships: rows
            .map(|(id, row)| {
                (
                    (row.country.clone(), id.to_owned()),
                    row.status.id().to_owned(),
                )
            })
            .collect(),
        troops: world
            .figures(atlas)
            .map(|s| ((s.force.clone(), s.country.clone()), s.troops))
            .collect(),
    }
}

fn set<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, value: Option<V>) {
    match value {
        Some(value) => drop(map.insert(key, value)),
        None => drop(map.remove(&key)),
    }
}

fn move_ids(ids: &mut BTreeSet<String>, come: &[String], gone: &[String]) {
    for id in gone {
        assert!(ids.remove(id), "{id} goes and was not there");
    }
    for id in come {
        assert!(ids.insert(id.clone()), "{id} comes and was there");
    }
}

/// Applies changes to a world; holders of bases that open are taken from `after`.
fn applied(mut world: Plain, changes: &Diff, after: &Plain) -> Plain {
    for id in &changes.bases.closed {
        assert!(world.bases.remove(id).is_some(), "{id}");
    }
    for id in &changes.bases.opened {
        world.bases.insert(id.clone(), after.bases[id].clone());
    }
    for handover in &changes.bases.handed_over {
        let holders = handover.to.iter().cloned().collect();
        let before = world.bases.insert(handover.id.clone(), holders);
        assert_eq!(before, Some(handover.from.iter().cloned().collect()));
    }
    move_ids(
        &mut world.skies,
        &changes.airspace.closed,
        &changes.airspace.reopened,
    );
    move_ids(
        &mut world.borders,
        &changes.borders.closed,
        &changes.borders.reopened,
    );
    move_ids(
        &mut world.sanctions,
        &changes.sanctions.imposed,
        &changes.sanctions.lifted,
    );
    move_ids(
        &mut world.missions,
        &changes.missions.started,
        &changes.missions.ended,
    );
    for m in &changes.memberships {
        let key = (m.country.clone(), m.alliance.clone());
        set(&mut world.memberships, key, m.to.map(|s| s.id().to_owned()));
    }
    for t in &changes.troops {
        set(
            &mut world.troops,
            (t.force.clone(), t.country.clone()),
            t.to,
        );
    }
    world
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn changes_applied_to_the_first_day_give_the_second(from in 0..5400i32, days in 0..2000i32) {
        let atlas = atlas();
        let start: Date = "2011-12-01".parse().expect("a date");
        let day = |n: i32| date_of_day_number(day_number(start) + n);
        let (a, b) = (World::at(atlas, day(from), 0), World::at(atlas, day(from + days), 0));
        let (before, after) = (plain(atlas, &a), plain(atlas, &b));
        let changes = diff(atlas, &a, &b);
        prop_assert_eq!(applied(before, &changes, &after), after);
    }
}
