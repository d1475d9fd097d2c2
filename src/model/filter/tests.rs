//! Filters against the shipped record: sets and counts must agree with a naive recount.

use super::*;
use crate::geo::LonLat;
use crate::lang::Lang;
use proptest::prelude::*;
use std::sync::{Arc, OnceLock};

fn atlas() -> Arc<Atlas> {
    static ATLAS: OnceLock<Arc<Atlas>> = OnceLock::new();
    let load = || crate::data::shipped().expect("the shipped data load");
    ATLAS.get_or_init(load).clone()
}

fn codes() -> Vec<String> {
    let atlas = atlas();
    let facets = sift(&atlas, &Filter::EVERYTHING).facets;
    let values = facets.of(Facet::Actor).iter();
    let named = values.filter_map(|counted| match &counted.value {
        FacetValue::Actor(code) => Some(code.clone()),
        FacetValue::Category(_) | FacetValue::Country(_) | FacetValue::Confidence(_) => None,
    });
    named.chain(["NOBODY".to_owned()]).collect()
}

fn area(text: &str) -> Option<Area> {
    Some(Area::from_text(text).expect("a polygon"))
}

#[test]
fn nothing_asked_for_lets_everything_through() {
    let atlas = atlas();
    let sifted = sift(&atlas, &Filter::EVERYTHING);
    assert_eq!(sifted.chosen, Chosen::all(&atlas));
    assert_eq!(sifted.chosen.count(), atlas.events.len());
    assert!(Filter::EVERYTHING.sentence(&atlas, Lang::En).is_none());
    let blank = Filter {
        words: " \t".to_owned(),
        ..Filter::EVERYTHING
    };
    assert!(blank.is_everything() && blank.chips().is_empty());
    assert_eq!(sift(&atlas, &blank), sifted);
}

#[test]
fn within_a_facet_one_is_enough_and_every_facet_must_be_content() {
    let atlas = atlas();
    let count = |filter: &Filter| sift(&atlas, filter).chosen.count();
    let mut filter = Filter::EVERYTHING;
    filter.toggle(FacetValue::Category(Category::Coup));
    let coups = count(&filter);
    filter.toggle(FacetValue::Category(Category::Withdrawal));
    let more = count(&filter);
    assert!(0 < coups && coups < more && more < atlas.events.len());
    filter.toggle(FacetValue::Country("MLI".to_owned()));
    let in_mali = count(&filter);
    assert!(0 < in_mali && in_mali < more);
    filter.toggle(FacetValue::Category(Category::Coup));
    assert!(count(&filter) < in_mali, "the coups in Mali are gone");
    filter.words = "gao".to_owned();
    assert!((1..in_mali).contains(&count(&filter)));
}

#[test]
fn an_event_without_a_place_lies_in_no_area() {
    let atlas = atlas();
    let filter = Filter {
        area: area("-85,-180;-85,180;85,180;85,-180"),
        ..Filter::EVERYTHING
    };
    let placed = atlas.events.iter().filter(|e| !e.places.is_empty()).count();
    assert_eq!(sift(&atlas, &filter).chosen.count(), placed);
    let around_gao = area("15.5,-1;15.5,1;17,1;17,-1");
    assert!(around_gao.is_some_and(|a| a.contains(LonLat {
        lon: 0.0,
        lat: 16.3
    })));
}

#[test]
fn counts_follow_the_other_facets() {
    let atlas = atlas();
    let mut filter = Filter::EVERYTHING;
    filter.toggle(FacetValue::Category(Category::Coup));
    let of = |filter: &Filter, facet: Facet| -> usize {
        let facets = sift(&atlas, filter).facets;
        facets.of(facet).iter().map(|counted| counted.count).sum()
    };
    let everything = &Filter::EVERYTHING;
    assert_eq!(
        of(&filter, Facet::Category),
        of(everything, Facet::Category)
    );
    let coups = sift(&atlas, &filter).chosen.count();
    assert_eq!(of(&filter, Facet::Confidence), coups);
}

#[test]
fn a_filter_is_told_in_both_languages() {
    let atlas = atlas();
    let mut filter = Filter {
        area: area("15,-4;15,1;18,1"),
        words: "gao ".to_owned(),
        ..Filter::EVERYTHING
    };
    filter.toggle(FacetValue::Category(Category::Coup));
    filter.toggle(FacetValue::Category(Category::Withdrawal));
    filter.toggle(FacetValue::Actor("FRA".to_owned()));
    filter.toggle(FacetValue::Country("MLI".to_owned()));
    filter.toggle(FacetValue::Confidence(Confidence::Confirmed));
    assert_eq!(
        filter.sentence(&atlas, Lang::En).as_deref(),
        Some(
            "Events shown: withdrawal or coup; involving France; country Mali; confirmed; \
             inside the outlined area; with the words “gao”."
        )
    );
    assert_eq!(
        filter.sentence(&atlas, Lang::Fr).as_deref(),
        Some(
            "Événements montrés\u{202F}: retrait ou coup d’État\u{202F}; impliquant France\u{202F}; \
             pays Mali\u{202F}; confirmé\u{202F}; dans la zone tracée\u{202F}; avec les mots \
             «\u{202F}gao\u{202F}»."
        )
    );
    let chips = filter.chips();
    assert_eq!(chips.len(), 7);
    let names = chips.iter().map(|c| c.name(&filter, &atlas, Lang::En));
    let expected = "“gao”|Drawn area|Withdrawal|Coup|Country: Mali|Actor: France|Confirmed";
    assert_eq!(names.collect::<Vec<_>>().join("|"), expected);
    for chip in &chips {
        filter.remove(chip);
    }
    assert_eq!(filter, Filter::EVERYTHING);
}

#[test]
fn the_next_event_is_a_chosen_one() {
    let atlas = atlas();
    let mut filter = Filter::EVERYTHING;
    filter.toggle(FacetValue::Category(Category::Coup));
    let chosen = sift(&atlas, &filter).chosen;
    let mut day = atlas.coverage.from;
    let mut walked = 0;
    while let Some(next) = atlas.neighbour_event_day(&chosen, day, true) {
        let is_coup = |e: &&Event| e.category == Category::Coup && e.date.first() == next;
        assert!(next > day && atlas.events.iter().any(|e| is_coup(&e)));
        if walked > 0 {
            let back = atlas.neighbour_event_day(&chosen, next, false);
            assert_eq!(back, Some(day));
        }
        (day, walked) = (next, walked + 1);
    }
    assert!(walked > 5);
    let none = Chosen::at(atlas.events.len(), []);
    assert_eq!(atlas.neighbour_event_day(&none, day, false), None);
}

#[test]
fn sets_of_another_record_do_no_harm() {
    let small = Chosen::at(70, [0, 64, 69, 70, usize::MAX]);
    assert_eq!((small.count(), small.of()), (3, 70));
    assert!(small.has(69) && !small.has(70) && !small.has(usize::MAX));
    let both = small.and(&Chosen::at(1, [0]));
    assert_eq!((both.count(), both.of()), (1, 1));
    assert_eq!(Chosen::at(0, [0]).count(), 0);
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let code = || prop::sample::select(codes());
    let corner = (-20.0..30.0f64, 0.0..30.0f64).prop_map(|(lon, lat)| LonLat { lon, lat });
    let area = prop::collection::vec(corner, 3..8).prop_map(Area::new);
    (
        prop::collection::btree_set(prop::sample::select(Category::ALL), 0..3),
        prop::collection::btree_set(code(), 0..3),
        prop::collection::btree_set(code(), 0..3),
        prop::collection::btree_set(prop::sample::select(Confidence::ALL), 0..2),
        prop_oneof![2 => Just(None), 1 => area],
        prop_oneof![3 => Just(String::new()), 1 => Just("gao".to_owned()), 1 => "\\PC{0,8}"],
    )
        .prop_map(
            |(categories, actors, countries, confidence, area, words)| Filter {
                categories,
                actors,
                countries,
                confidence,
                area,
                words,
            },
        )
}

/// How many events a filter leaves when a facet asks for that value alone.
fn recount(atlas: &Atlas, filter: &Filter, value: &FacetValue) -> usize {
    let mut alone = filter.clone();
    match value {
        FacetValue::Category(_) => alone.categories.clear(),
        FacetValue::Actor(_) => alone.actors.clear(),
        FacetValue::Country(_) => alone.countries.clear(),
        FacetValue::Confidence(_) => alone.confidence.clear(),
    }
    alone.toggle(value.clone());
    admitted(atlas, &alone).len()
}

/// The positions of the events that a filter lets through, asked one by one; words all at once.
fn admitted(atlas: &Atlas, filter: &Filter) -> Vec<usize> {
    let words = filter.wanted_words();
    let told = words.map(|words| atlas.search().all(Kind::Event, words));
    let others = Filter {
        words: String::new(),
        ..filter.clone()
    };
    let events = atlas.events.iter().enumerate();
    events
        .filter(|(at, event)| {
            told.as_ref().is_none_or(|told| told.contains(at)) && others.admits(atlas, event)
        })
        .map(|(at, _)| at)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn sets_and_counts_agree_with_a_naive_recount(filter in any_filter()) {
        let atlas = atlas();
        let sifted = sift(&atlas, &filter);
        let expected = admitted(&atlas, &filter);
        prop_assert_eq!(&sifted.chosen, &Chosen::at(atlas.events.len(), expected.iter().copied()));
        prop_assert_eq!(sifted.chosen.count(), expected.len());
        for facet in Facet::ALL {
            for counted in sifted.facets.of(facet).iter().step_by(5) {
                let naive = recount(&atlas, &filter, &counted.value);
                prop_assert_eq!(counted.count, naive, "{:?}", counted.value);
            }
        }
        if let Some(at) = expected.first() {
            prop_assert!(filter.admits(&atlas, &atlas.events[*at]));
        }
    }

    #[test]
    fn taking_every_chip_away_leaves_nothing(filter in any_filter()) {
        let mut filter = filter;
        for chip in filter.chips() {
            filter.remove(&chip);
        }
        prop_assert!(filter.is_everything());
    }

    #[test]
    fn both_is_what_is_in_each(a in prop::collection::btree_set(0..300_usize, 0..60), b in prop::collection::btree_set(0..300_usize, 0..60)) {
        let both = Chosen::at(300, a.iter().copied()).and(&Chosen::at(300, b.iter().copied()));
        let expected = Chosen::at(300, a.intersection(&b).copied());
        prop_assert_eq!(both, expected);
    }
}
