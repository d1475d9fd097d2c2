//! The pictures of a few days in words and as tables, held against the facts.

use super::*;
use crate::export::still::{Extent, Size, Still};
use crate::geo::Camera;
use crate::model::World;
use crate::state::{KeptView, State};
use jiff::civil::date;

fn still(atlas: &Atlas, lang: Lang, hidden: &[&str]) -> (Still, World) {
    let mut view = KeptView::of(&State::new(date(2012, 1, 1), date(2026, 6, 4)));
    (view.day, view.lang) = (date(2022, 8, 15), lang);
    view.hidden
        .extend(hidden.iter().map(|key| (*key).to_owned()));
    let world = World::at(atlas, view.day, view.trail_days);
    let size = Size {
        extent: Extent::Px([1280, 720]),
        dpi: None,
    };
    let camera = |size_pt| Camera::fit(&Camera::home_box(), size_pt);
    {
        let composer = &mut crate::scene::Composer::default();
        let still = Still::draw(composer, (atlas, &world), &view, size, &camera);
        (still, world)
    }
}

#[test]
fn words_and_table_say_what_is_drawn() {
    let atlas = crate::data::shipped().expect("the shipped data");
    for lang in Lang::ALL {
        let (still, world) = still(&atlas, lang, &[]);
        let shown = Shown::on(&still.composition.picture);
        assert!(
            shown.countries.contains("MLI") && !shown.bases.is_empty() && !shown.events.is_empty()
        );
        let alt = alt_text(&still.composition, &still.view, &atlas);
        assert!(alt.contains("2022"), "{alt}");
        for id in &shown.events {
            let event = atlas.event(id).expect("an event of the atlas");
            assert!(alt.contains(&event.title.set(lang)), "{id} in {alt}");
        }
        let table = table(&still.composition.picture, &atlas, &world).expect("memory");
        let rows = csv::Reader::from_reader(table.as_bytes())
            .into_records()
            .count();
        let all = [&shown.countries, &shown.bases, &shown.events, &shown.skies];
        assert_eq!(rows, all.iter().map(|ids| ids.len()).sum::<usize>());
    }
}

#[test]
fn what_is_switched_off_is_not_told() {
    let atlas = crate::data::shipped().expect("the shipped data");
    let (still, _) = still(
        &atlas,
        Lang::En,
        &[
            "layer:events",
            "layer:bases",
            "layer:movements",
            "page:text",
        ],
    );
    let shown = Shown::on(&still.composition.picture);
    assert!(shown.events.is_empty(), "{:?}", shown.events);
}

#[test]
fn things_have_their_names() {
    let atlas = crate::data::shipped().expect("the shipped data");
    let called = |subject: Subject, lang| name(&subject, &atlas, lang);
    assert_eq!(
        called(Subject::Country("TCD".to_owned()), Lang::Fr).as_deref(),
        Some("Tchad")
    );
    assert!(called(Subject::Base(atlas.bases[0].id.clone()), Lang::En).is_some());
    assert_eq!(called(Subject::Event("no-such".to_owned()), Lang::En), None);
    assert_eq!(called(Subject::None, Lang::En), None);
}
