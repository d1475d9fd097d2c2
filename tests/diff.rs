//! What changed between two days agrees with the two days: for any two, the changes applied to the
//! first give the second, in either order, and the JSON says the same as the JSON of the two days.

use proptest::prelude::*;
use sahelscope::calendar::{Date, date_of_day_number, day_number};
use sahelscope::export::{diff, state};
use sahelscope::model::{Atlas, Changes, Turn, Turned, World};
use serde_json::Value;
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
    relations: BTreeMap<(String, String), String>,
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
        relations: world
            .relation_rows(atlas)
            .map(|r| {
                let (a, b) = (r.a.clone().min(r.b.clone()), r.a.clone().max(r.b.clone()));
                ((a, b), r.state.id().to_owned())
            })
            .collect(),
    }
}

fn set<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, value: Option<V>) {
    match value {
        Some(value) => drop(map.insert(key, value)),
        None => drop(map.remove(&key)),
    }
}

fn turn_ids(ids: &mut BTreeSet<String>, turned: &[Turned]) {
    for Turned { id, turn, .. } in turned {
        match turn {
            Turn::Began => assert!(ids.insert(id.clone()), "{id} comes and was there"),
            Turn::Ended => assert!(ids.remove(id), "{id} goes and was not there"),
        }
    }
}

/// Applies changes to a world.
fn applied(mut world: Plain, changes: &Changes) -> Plain {
    for base in &changes.bases {
        let known = world.bases.remove(&base.id).unwrap_or_default();
        assert_eq!(known, base.from.iter().cloned().collect(), "{}", base.id);
        if !base.to.is_empty() {
            let holders = base.to.iter().cloned().collect();
            world.bases.insert(base.id.clone(), holders);
        }
    }
    turn_ids(&mut world.skies, &changes.skies);
    turn_ids(&mut world.borders, &changes.borders);
    turn_ids(&mut world.sanctions, &changes.sanctions);
    turn_ids(&mut world.missions, &changes.missions);
    for m in &changes.memberships {
        let to = m.to.map(|s| s.id().to_owned());
        set(&mut world.memberships, m.pair.clone(), to);
    }
    for t in &changes.troops {
        set(&mut world.troops, t.pair.clone(), t.to);
    }
    for r in &changes.relations {
        let to = r.to.map(|s| s.id().to_owned());
        set(&mut world.relations, r.pair.clone(), to);
    }
    world
}

/// Values by a pair of codes.
type Values = BTreeMap<(String, String), Value>;

/// What the JSON of two days says of one kind of thing.
struct Both<'a>(&'a Value, &'a Value);

impl Both<'_> {
    /// Ids on the second day only, and on the first only.
    fn turned(
        &self,
        of: &dyn Fn(&Value) -> BTreeSet<String>,
    ) -> (BTreeSet<String>, BTreeSet<String>) {
        let (old, new) = (of(self.0), of(self.1));
        (&new - &old, &old - &new)
    }

    /// Values that differ.
    fn changed(&self, of: &dyn Fn(&Value) -> Values) -> Vec<Value> {
        let (old, new) = (of(self.0), of(self.1));
        let keys: BTreeSet<_> = old.keys().chain(new.keys()).collect();
        let value = |map: &BTreeMap<_, Value>, key| map.get(key).cloned().unwrap_or(Value::Null);
        keys.into_iter()
            .map(|key| (key, value(&old, key), value(&new, key)))
            .filter(|(_, old, new)| old != new)
            .map(|((a, b), old, new)| serde_json::json!([a, b, old, new]))
            .collect()
    }
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn words(value: &Value) -> BTreeSet<String> {
    value.as_array().into_iter().flatten().map(word).collect()
}

/// Ids of a list that stands in each country.
fn in_countries(state: &Value, name: &str) -> BTreeSet<String> {
    let countries = list(state, "countries").iter();
    let all = countries
        .flat_map(|c| list(c, name))
        .map(|row| word(&row["id"]));
    all.collect()
}

fn values(state: &Value, name: &str, key: &str, value: &str) -> Values {
    let mut all = BTreeMap::new();
    for country in list(state, "countries") {
        for row in list(country, name) {
            all.insert((word(&row[key]), word(&country["iso"])), row[value].clone());
        }
    }
    all
}

/// The JSON of `diff` against the JSON of `state` on the two days.
fn agrees(diff: &Value, first: &Value, second: &Value) {
    let both = Both(first, second);
    let check = |part: &Value, names: [&str; 2], of: &dyn Fn(&Value) -> BTreeSet<String>| {
        let (come, gone) = both.turned(of);
        assert_eq!(
            (words(&part[names[0]]), words(&part[names[1]])),
            (come, gone)
        );
    };
    let bases = |s: &Value| list(s, "bases").iter().map(|b| word(&b["id"])).collect();
    check(&diff["bases"], ["opened", "closed"], &bases);
    check(&diff["missions"], ["started", "ended"], &|s| {
        words(&s["missions"])
    });
    // Measures that strike no country, such as advice of the EU, are in the diff alone.
    let subset = |part: &Value, names: [&str; 2], name: &str| {
        let (come, gone) = both.turned(&|s| in_countries(s, name));
        assert!(words(&part[names[0]]).is_superset(&come), "{name}");
        assert!(words(&part[names[1]]).is_superset(&gone), "{name}");
    };
    subset(&diff["airspace"], ["closed", "reopened"], "airspace");
    subset(&diff["borders"], ["closed", "reopened"], "borders");
    subset(&diff["sanctions"], ["imposed", "lifted"], "sanctions");
    let rows = |name: &str, keys: [&str; 2]| -> Vec<Value> {
        let rows = list(diff, name).iter();
        rows.map(|r| serde_json::json!([r[keys[0]], r[keys[1]], r["from"], r["to"]]))
            .collect()
    };
    let members = both.changed(&|s| values(s, "memberships", "alliance", "status"));
    assert_eq!(rows("memberships", ["alliance", "country"]), members);
    let told = rows("troops", ["force", "country"]);
    for row in both.changed(&|s| values(s, "foreign_troops", "force", "troops")) {
        assert!(told.contains(&row), "{row}");
    }
}

fn day(n: i32) -> Date {
    let start: Date = "2011-12-01".parse().expect("a date");
    date_of_day_number(day_number(start) + n)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn changes_applied_to_one_day_give_the_other(a in 0..5400i32, b in 0..5400i32) {
        let atlas = atlas();
        let (a, b) = (World::at(atlas, day(a), 0), World::at(atlas, day(b), 0));
        let (before, after) = (plain(atlas, &a), plain(atlas, &b));
        prop_assert_eq!(applied(before, &Changes::between(atlas, &a, &b)), after);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn the_json_agrees_with_that_of_the_two_days(a in 0..5400i32, days in 0..2000i32) {
        let atlas = atlas();
        let (a, b) = (World::at(atlas, day(a), 0), World::at(atlas, day(a + days), 0));
        let told = diff::json(&Changes::between(atlas, &a, &b));
        agrees(&told, &state::json(atlas, &a), &state::json(atlas, &b));
    }
}

#[test]
fn a_day_compared_with_itself_shows_nothing() {
    let world = World::at(atlas(), day(4_000), 0);
    assert!(Changes::between(atlas(), &world, &world).is_empty());
}

#[test]
fn changes_know_their_day() {
    let at = |text: &str| World::at(atlas(), text.parse().expect("a date"), 0);
    let changes = Changes::between(atlas(), &at("2022-08-14"), &at("2023-12-31"));
    let gao = changes.bases.iter().find(|b| b.id == "gao-airport-base");
    let when = gao.and_then(|b| b.when).map(|when| when.to_string());
    assert_eq!(when.as_deref(), Some("2022-08-15"));
    let aes = changes.memberships.iter();
    let aes: Vec<_> = aes.filter(|m| m.pair.1 == "aes").collect();
    assert_eq!(aes.len(), 3);
    assert!(
        aes.iter()
            .all(|m| m.when == aes[0].when && m.when.is_some())
    );
}
