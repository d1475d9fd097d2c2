//! Histories of the shipped data against facts checked by hand, and of anything at all.

use super::*;
use jiff::civil::date;
use proptest::prelude::*;
use std::sync::{Arc, OnceLock};

fn atlas() -> Arc<Atlas> {
    static ATLAS: OnceLock<Arc<Atlas>> = OnceLock::new();
    let load = || crate::data::shipped().expect("the shipped data load");
    ATLAS.get_or_init(load).clone()
}

/// Holders or events of a history, in its order.
fn holders(topic: Topic<'_>) -> Vec<String> {
    let atlas = atlas();
    let history = History::of(&atlas, topic);
    let rows = history.rows().iter();
    let held = rows.filter_map(|row| match row.fact {
        Fact::Tenure(b, t) => Some((row, &atlas.bases[b as usize].periods[t as usize])),
        _ => None,
    });
    held.map(|(row, tenure)| {
        let from = row.span.from.map_or_else(String::new, |d| d.to_string());
        format!("{} {from}", tenure.operator)
    })
    .collect()
}

fn has(topic: Topic<'_>, id: &str) -> bool {
    let atlas = atlas();
    let at = atlas.events.binary_search_by(|e| e.id.as_str().cmp(id));
    let at = u32::try_from(at.expect("an event of the shipped data")).expect("few events");
    History::of(&atlas, topic).has_event(at)
}

#[test]
fn gao_was_held_by_serval_barkhane_takuba_wagner_and_africa_corps() {
    let expected = [
        "FRA 2013-01-26",
        "FRA 2014-08-01",
        "TAKUBA 2020-07",
        "WAGNER 2022-08-15",
        "AFRICACORPS 2025-06-06",
    ];
    assert_eq!(holders(Topic::Base("gao-airport-base")), expected);
}

#[test]
fn what_happened_at_a_base_or_to_its_holders_in_town_is_its_history() {
    let gao = Topic::Base("gao-airport-base");
    let camp = Topic::Base("gao-minusma-supercamp");
    for (id, of_gao, of_camp) in [
        ("2022-08-15-barkhane-leaves-gao", true, true),
        ("2013-01-26-french-malian-forces-retake-gao", true, false),
        ("2022-08-12-germany-suspends-minusma-flights", false, true),
        ("2012-03-30-rebels-take-kidal-gao-timbuktu", false, false),
        ("2023-09-16-liptako-gourma-charter", false, false),
    ] {
        assert_eq!((has(gao, id), has(camp, id)), (of_gao, of_camp), "{id}");
    }
    let history = History::of(&atlas(), gao);
    let day = date(2022, 8, 15);
    assert_eq!(history.neighbour_day(day, true), Some(date(2023, 3, 21)));
    assert_eq!(history.neighbour_day(day, false), Some(date(2022, 6, 30)));
    assert_eq!(history.neighbour_day(date(2030, 1, 1), true), None);
}

#[test]
fn a_base_without_events_is_walked_by_its_periods() {
    let atlas = atlas();
    let quiet = atlas.bases.iter().find_map(|base| {
        let history = History::of(&atlas, Topic::Base(&base.id));
        let first = history.rows().first()?.first_day()?;
        history.events().is_empty().then_some((history, first))
    });
    let (history, first) = quiet.expect("a base of which no event is told");
    let before = first.yesterday().expect("not the first day of all");
    assert_eq!(history.neighbour_day(before, true), Some(first));
}

#[test]
fn missions_have_their_bases_and_their_events() {
    let wagner = holders(Topic::Mission("wagner-mali"));
    assert_eq!(wagner.len(), 13);
    assert!(wagner.iter().all(|holder| holder.starts_with("WAGNER ")));
    let niger = Topic::Mission("us-niger");
    assert!(has(niger, "2024-08-05-us-leaves-agadez-base-201"));
    assert_eq!(holders(niger).len(), 6);
    let barkhane = Topic::Mission("barkhane");
    assert!(has(barkhane, "2022-08-15-barkhane-leaves-gao"));
    let g5 = Topic::Alliance("g5-sahel");
    let atlas = atlas();
    let rows = History::of(&atlas, g5).rows().to_vec();
    let members = rows
        .iter()
        .filter(|row| matches!(row.fact, Fact::Membership(..)));
    let all = atlas.alliance("g5-sahel").expect("the G5 Sahel");
    assert!(members.count() >= all.members.len());
}

#[test]
fn a_figure_holds_until_the_next_one() {
    let atlas = atlas();
    let history = History::of(&atlas, Topic::Actor("USA"));
    let of_niger = history.rows().iter().filter(|row| match row.fact {
        Fact::Figure(f) => atlas.strengths[f as usize].country == "NER",
        _ => false,
    });
    let days: Vec<(i32, i32)> = of_niger.map(|row| row.span.day_numbers()).collect();
    assert!(days.len() > 5);
    assert!(days.windows(2).all(|two| two[0].1 < two[1].0), "{days:?}");
}

fn topics() -> Vec<String> {
    let atlas = atlas();
    let mut ids: Vec<String> = atlas.parties.keys().cloned().collect();
    ids.extend(atlas.bases.iter().map(|b| b.id.clone()));
    ids.extend(atlas.alliances.iter().map(|a| a.id.clone()));
    ids.extend(atlas.missions.iter().map(|m| m.id.clone()));
    ids
}

proptest! {
    #[test]
    fn any_history_is_in_order_and_holds_nothing_twice(
        kind in 0..5usize,
        id in prop_oneof![prop::sample::select(topics()), "\\PC{0,6}"],
        day in -800_000..2_900_000i32,
    ) {
        let topics = [
            Topic::Base(&id),
            Topic::Country(&id),
            Topic::Actor(&id),
            Topic::Alliance(&id),
            Topic::Mission(&id),
        ];
        let history = History::of(&atlas(), topics[kind]);
        let rows = history.rows();
        prop_assert!(rows.is_sorted_by_key(|row| row.span.day_numbers().0));
        let mut facts: Vec<Fact> = rows.iter().map(|row| row.fact).collect();
        facts.sort_unstable();
        facts.dedup();
        prop_assert_eq!(facts.len(), rows.len());
        let events = history.events();
        prop_assert!(events.is_sorted_by(|a, b| a < b));
        let told = rows.iter().filter(|row| row.fact.event().is_some());
        prop_assert_eq!(told.count(), events.len());
        let day = crate::calendar::date_of_day_number(day);
        prop_assert!(history.begun(day) <= rows.len());
        prop_assert!(history.neighbour_day(day, true).is_none_or(|next| next > day));
        prop_assert!(history.neighbour_day(day, false).is_none_or(|before| before < day));
    }
}
