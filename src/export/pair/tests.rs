//! Pictures of two days: nothing cut, nothing on anything else, and they open again as a comparison.

use super::*;
use crate::export::still::{Extent, Size, Still};
use crate::geo::Camera;
use crate::scene::Composer;
use crate::scene::item::{Picture, Rect, Shape};
use crate::scene::metrics::width_pt;
use crate::state::{State, link};
use crate::style::Theme;
use jiff::civil::date;
use std::collections::BTreeSet;

fn view(a: Date, b: Date, lang: Lang, how: How) -> KeptView {
    let mut view = KeptView::of(&State::new(date(2012, 1, 1), date(2026, 6, 4)));
    (view.day, view.lang, view.theme) = (b, lang, Theme::Print);
    view.compare = Some(Compare { other: a, how });
    view
}

fn still(view: &KeptView, extent: Extent) -> Still {
    let atlas = crate::data::shipped().expect("the shipped data");
    let world = World::at(&atlas, view.day, view.trail_days);
    let size = Size { extent, dpi: None };
    let camera = |size_pt| Camera::fit(&Camera::home_box(), size_pt);
    let composer = &mut Composer::default();
    Still::draw(composer, (&atlas, &world), view, size, &camera)
}

/// Boxes of the words around the maps.
fn words(picture: &Picture) -> Vec<(Rect, String)> {
    let page = picture.layers.iter().filter(|layer| layer.name == "page");
    let text = |item: &crate::scene::item::Item| match &item.shape {
        Shape::Text(t) => {
            let [x, y] = t.at;
            let right = x + width_pt(&t.text, t.face, t.size_pt);
            let area = Rect::new([x, y - t.size_pt * 0.72], [right, y]);
            Some((area, t.text.clone()))
        }
        Shape::Area(_) | Shape::Stroke(_) | Shape::Symbol(_) => None,
    };
    page.flat_map(|layer| &layer.items)
        .filter_map(text)
        .collect()
}

#[track_caller]
fn check(a: Date, b: Date, extents: &[Extent], lang: Lang) {
    let swipe = How::Swipe { share: 0.4 };
    for (i, extent) in extents.iter().copied().enumerate() {
        // One in three under a seam: what stands around the maps is the same.
        let hows = [Some(How::SideBySide), (i % 3 == 0).then_some(swipe)];
        for how in hows.into_iter().flatten() {
            let picture = still(&view(a, b, lang, how), extent).composition.picture;
            let whole = Rect::new([0.0, 0.0], picture.size_pt).expand(0.5);
            let seas = picture.layers.iter().filter(|l| l.name.starts_with("sea"));
            let maps: Vec<Rect> = seas.filter_map(|l| l.clip).collect();
            let words = words(&picture);
            for (i, (area, text)) in words.iter().enumerate() {
                let of = format!("{a} {b} {extent:?} {lang:?} {how:?}: {text}");
                assert!(whole.contains(area.min) && whole.contains(area.max), "{of}");
                let on_map = maps.iter().any(|map| map.expand(-0.5).intersects(area));
                assert!(!on_map, "on a map: {of}");
                for (other, said) in &words[i + 1..] {
                    let apart = !area.expand(-0.6).intersects(&other.expand(-0.6));
                    assert!(apart, "{of} / {said}");
                }
            }
            let names: BTreeSet<&str> = picture.layers.iter().map(|l| l.name).collect();
            assert_eq!(
                names.len(),
                picture.layers.len(),
                "layers have their own names"
            );
        }
    }
}

#[test]
fn words_keep_apart_over_a_year() {
    let (a, b) = (date(2022, 8, 15), date(2023, 8, 10));
    let extents = [Extent::Px([1920, 1080]), Extent::Mm([210.0, 297.0])];
    check(a, b, &extents, Lang::Fr);
}

#[test]
fn words_keep_apart_over_five_years_and_backwards() {
    let (a, b) = (date(2026, 1, 1), date(2020, 8, 18));
    let extents = [
        Extent::Mm([297.0, 210.0]),
        Extent::Px([1080, 1080]),
        Extent::Px([8000, 60]),
    ];
    check(a, b, &extents, Lang::En);
}

#[test]
fn a_day_against_itself_and_days_outside_the_record_are_drawn() {
    let extents = [Extent::Px([1280, 720])];
    check(date(2016, 5, 1), date(2016, 5, 1), &extents, Lang::En);
    check(date(1950, 1, 1), date(2012, 1, 1), &extents, Lang::Fr);
}

#[test]
fn both_dates_and_what_changed_are_said() {
    let of = view(
        date(2022, 8, 15),
        date(2023, 8, 10),
        Lang::En,
        How::SideBySide,
    );
    let still = still(&of, Extent::Px([1920, 1080]));
    let said: Vec<String> = words(&still.composition.picture)
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    for what in [
        "15 August 2022",
        "10 August 2023",
        "What changed",
        "Niger, to everyone",
        "Gao airport base, Mali",
        "13 → 9",
    ] {
        assert!(said.iter().any(|text| text == what), "{what} in {said:?}");
    }
    let carried = still.carried();
    let first = KeptView::of(&State::new(date(2012, 1, 1), date(2026, 6, 4)));
    let reading = link::read(&carried.view, &first);
    assert_eq!((reading.faults, reading.view.compare), (vec![], of.compare));
}

#[test]
fn what_is_switched_off_gives_its_room() {
    let mut of = view(
        date(2022, 8, 15),
        date(2023, 8, 10),
        Lang::Fr,
        How::SideBySide,
    );
    let keys = [
        "page:title",
        "page:text",
        "page:legend",
        "page:sources",
        "page:credit",
    ];
    of.hidden.extend(keys.map(str::to_owned));
    let picture = still(&of, Extent::Px([1280, 720])).composition.picture;
    let said: Vec<String> = words(&picture).into_iter().map(|(_, text)| text).collect();
    assert_eq!(
        said,
        ["A", "15 août 2022", "B", "10 août 2023"],
        "only the dates"
    );
}
