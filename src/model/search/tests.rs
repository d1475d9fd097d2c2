//! Searching the shipped data, as a user would.

use super::*;
use proptest::prelude::*;
use std::sync::OnceLock;

fn atlas() -> &'static Atlas {
    static ATLAS: OnceLock<std::sync::Arc<Atlas>> = OnceLock::new();
    ATLAS.get_or_init(|| crate::data::shipped().expect("the shipped data"))
}

fn find(typed: &str) -> Vec<Group> {
    atlas().search().find(atlas(), typed, |_| 8).groups
}

/// The first hit of each group, as `Kind name`.
fn heads(typed: &str) -> Vec<String> {
    let name = |group: &Group| {
        let name = texts(atlas(), group.hits[0].thing)[0].text;
        format!("{:?} {name}", group.kind)
    };
    find(typed).iter().map(name).collect()
}

fn first(typed: &str, expected: &str) {
    let heads = heads(typed);
    assert_eq!(
        heads.first().map(String::as_str),
        Some(expected),
        "{typed}: {heads:?}"
    );
}

#[test]
fn what_one_types_comes_first() {
    first("menaka", "Base Ménaka forward base");
    first("MÉNAKA", "Base Ménaka forward base");
    first("cedeao", "Alliance ECOWAS");
    first("Cédéao", "Alliance ECOWAS");
    first("ecowas", "Alliance ECOWAS");
    first("mali", "Country Mali");
    first("tchad", "Country Chad");
    first("MLI", "Country Mali");
    first("france", "Actor France");
    first("wagner", "Actor Wagner");
    first("barkhane", "Mission Barkhane");
    first("ndjamena", "Town N'Djamena");
    first("n’djamena", "Town N'Djamena");
    first(
        "camp castor",
        "Base MINUSMA super camp and Camp Castor, Gao",
    );
    first(
        "\"last french troops leave gao",
        "Event Last French troops leave Gao and cross into Niger",
    );
    first(
        "gao troops french",
        "Event Last French troops leave Gao and cross into Niger",
    );
}

#[test]
fn mistakes_are_forgiven() {
    first("menakka", "Base Ménaka forward base");
    first("tesalit", "Base Tessalit base");
    first("timbuctu", "Base Timbuktu airport base");
    first("niamy", "Base Niamey Air Base 101");
    first("barkane", "Mission Barkhane");
    assert!(find("xqzvw").is_empty());
    assert!(find("\"menakka\"").is_empty(), "a phrase is meant as typed");
}

#[test]
fn both_languages_are_searched() {
    let english = find("withdrawal");
    let french = find("retrait");
    for groups in [english, french] {
        assert!(groups.iter().any(|g| g.kind == Kind::Event && g.count > 6));
    }
}

#[test]
fn newer_events_come_first_among_equals() {
    for group in find("wagner").iter().filter(|g| g.kind == Kind::Event) {
        for pair in group.hits.windows(2) {
            let day = |hit: &Hit| atlas().events[hit.thing.at].date.first();
            let in_order = pair[0].rank < pair[1].rank || day(&pair[0]) >= day(&pair[1]);
            // Unfinished words come after whole ones of the same rank.
            assert!(in_order || pair[0].rank == pair[1].rank);
        }
    }
    let found = atlas().search().find(atlas(), "\"ECOWAS\"", |_| 99);
    let events = found
        .groups
        .iter()
        .find(|g| g.kind == Kind::Event)
        .expect("events about ECOWAS");
    let in_text = events.hits.iter().filter(|h| h.rank == Rank::Text);
    let in_text: Vec<_> = in_text
        .map(|h| atlas().events[h.thing.at].date.first())
        .collect();
    assert!(in_text.len() > 3 && in_text.is_sorted_by(|a, b| a >= b));
}

#[test]
fn a_hit_says_where_it_matched() {
    let groups = find("cede");
    let hit = &groups[0].hits[0];
    let name = &hit.matched[0];
    assert_eq!((name.field, name.lang), (Field::Name, Some(Lang::Fr)));
    assert_eq!(
        (&*name.text, &name.text[name.marks[0].clone()]),
        ("Cédéao", "Cédé")
    );
    for hit in groups.iter().flat_map(|g| &g.hits) {
        assert!(!hit.matched.is_empty(), "{:?}", hit.thing);
    }
}

#[test]
fn every_title_finds_its_event() {
    for (at, event) in atlas().events.iter().enumerate() {
        for lang in Lang::ALL {
            let groups = find(event.title.get(lang));
            let events = groups.iter().find(|g| g.kind == Kind::Event);
            let hits = events.map_or(&[][..], |g| &g.hits);
            let place = hits.iter().position(|hit| hit.thing.at == at);
            assert!(
                place.is_some_and(|p| p < 3),
                "{}: {place:?}",
                event.title.get(lang)
            );
        }
    }
}

#[test]
fn every_name_finds_its_thing() {
    let search = atlas().search();
    for (kind, documents) in Kind::ALL.into_iter().zip(&search.kinds) {
        for document in documents.clone() {
            let thing = Thing {
                kind,
                at: search.positions[document],
            };
            for text in texts(atlas(), thing)
                .iter()
                .filter(|t| t.field == Field::Name)
            {
                let found = search.all(kind, text.text);
                assert!(found.contains(&thing.at), "{kind:?} {}", text.text);
            }
        }
    }
}

#[test]
fn a_very_long_text_does_no_harm() {
    for word in ["gao ", "a", "é'", "\"", "menaka\" "] {
        find(&word.repeat(10_000 / word.len()));
    }
    let all: String = atlas()
        .events
        .iter()
        .map(|e| e.title.fr.clone() + " ")
        .collect();
    assert!(all.len() > 10_000 && find(&all).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn any_text_is_answered(typed in "\\PC{0,30}|[a-eé '\"]{0,20}") {
        for group in find(&typed) {
            prop_assert!(!group.hits.is_empty() && group.hits.len() <= group.count.min(8));
            prop_assert!(group.hits.is_sorted_by_key(|hit| hit.rank));
        }
    }
}
