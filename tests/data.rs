//! The shipped data keep their own promises: places lie where they say, texts are whole, files are in
//! order.
//!
//! That every reference resolves and every fact has a source is checked by the reader itself, and that
//! the data load without a complaint is tested beside it.

use sahelscope::geo::LonLat;
use sahelscope::lang::{Bilingual, Lang};
use sahelscope::model::{Atlas, Confidence, World};
use std::sync::Arc;

fn atlas() -> Arc<Atlas> {
    sahelscope::data::shipped().unwrap_or_else(|e| panic!("{e}"))
}

/// Is the position in the country, or at most about 3 km from it (coasts and rivers are coarse)?
fn in_or_near(atlas: &Atlas, position: LonLat, iso: &str) -> bool {
    let level = atlas.basemap.level(0);
    let steps = [-0.03, 0.0, 0.03];
    steps.iter().any(|dx| {
        steps.iter().any(|dy| {
            let at = LonLat {
                lon: position.lon + dx,
                lat: position.lat + dy,
            };
            level.country_at(at.to_map()).is_some_and(|c| c.iso == iso)
        })
    })
}

#[test]
fn bases_lie_in_the_country_they_claim() {
    let atlas = atlas();
    let astray: Vec<&str> = atlas
        .bases
        .iter()
        .filter(|b| b.position.is_none_or(|p| !in_or_near(&atlas, p, &b.host)))
        .map(|b| b.id.as_str())
        .collect();
    assert!(astray.is_empty(), "{astray:?}");
}

#[test]
fn towns_lie_in_the_country_they_claim() {
    let atlas = atlas();
    let astray: Vec<&str> = atlas
        .basemap
        .towns
        .iter()
        .filter(|t| !in_or_near(&atlas, t.position, &t.country))
        .map(|t| t.id.as_str())
        .collect();
    assert!(astray.is_empty(), "{astray:?}");
}

#[test]
fn every_text_exists_in_both_languages() {
    let atlas = atlas();
    let whole = |text: &Bilingual| Lang::ALL.iter().all(|l| !text.get(*l).trim().is_empty());
    for event in &atlas.events {
        assert!(whole(&event.title) && whole(&event.summary), "{}", event.id);
        assert!(event.places.iter().all(|p| whole(&p.name)), "{}", event.id);
    }
    for base in &atlas.bases {
        assert!(whole(&base.name), "{}", base.id);
        let notes = base.periods.iter().filter_map(|p| p.note.as_ref());
        assert!(notes.clone().all(whole), "{}", base.id);
    }
    for party in atlas.parties.values() {
        assert!(whole(&party.name) && whole(&party.short), "{}", party.code);
    }
}

#[test]
fn doubtful_facts_say_why() {
    let atlas = atlas();
    for (id, confidence, note) in atlas
        .skies
        .iter()
        .chain(&atlas.borders)
        .map(|c| (&c.id, c.confidence, &c.note))
    {
        let doubtful = confidence == Confidence::Disputed;
        assert!(!doubtful || note.is_some(), "{id}");
    }
}

#[test]
fn focus_countries_are_on_the_map_and_have_codes() {
    let atlas = atlas();
    for iso in &atlas.focus {
        assert!(atlas.parties.contains_key(iso));
        for level in 0..3 {
            assert!(atlas.basemap.level(level).country(iso).is_some(), "{iso}");
        }
    }
}

#[test]
fn the_world_before_and_after_the_record_is_computed_too() {
    let atlas = atlas();
    for date in ["1066-10-14", "9999-12-31"] {
        let world = World::at(&atlas, date.parse().expect("a date"), 365);
        assert!(world.events.is_empty());
    }
}
