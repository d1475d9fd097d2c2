//! Any view that a link can hold to the last digit, for the property tests of links and of pictures.

use super::super::map::first_hidden;
use super::tests::camera;
use crate::geo::LonLat;
use crate::lang::Lang;
use crate::model::filter::{Area, Filter};
use crate::model::{Category, Confidence};
use crate::state::{Compare, How, KeptView, Mode, Selected};
use crate::style::{CountryTheme, Theme};
use jiff::civil::date;
use proptest::prelude::*;

/// Days on the axis of a small record, bars on the grid that links keep.
fn any_compare() -> impl Strategy<Value = Option<Compare>> {
    let day = (1..=9999i16, 1..=12i8, 1..=28i8).prop_map(|(y, m, d)| date(y, m, d));
    let how = prop_oneof![
        Just(How::SideBySide),
        (0..=1000u16).prop_map(|n| How::Swipe {
            share: (f64::from(n) / 1000.0) as f32
        }),
    ];
    prop::option::of((day, how).prop_map(|(other, how)| Compare { other, how }))
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let codes = || prop::collection::btree_set("[A-Z][A-Z0-9-]{1,9}", 0..4);
    let corner = (-180.0..=180.0f64, -90.0..=90.0f64);
    let corners = prop::collection::vec(corner.prop_map(|(lon, lat)| LonLat { lon, lat }), 3..9);
    (
        prop::collection::btree_set(prop::sample::select(Category::ALL), 0..4),
        codes(),
        codes(),
        prop::collection::btree_set(prop::sample::select(Confidence::ALL), 0..3),
        prop::option::of(corners.prop_map(Area::new)),
        "\\PC{0,40}",
    )
        .prop_map(
            |(categories, actors, countries, confidence, area, words)| Filter {
                categories,
                actors,
                countries,
                confidence,
                area: area.flatten(),
                words: super::super::filter::held_words(&words),
            },
        )
}

/// Any view that a link can hold to the last digit.
pub(crate) fn any_view() -> impl Strategy<Value = KeptView> {
    let day = || (1..=9999i16, 1..=12i8, 1..=28i8).prop_map(|(y, m, d)| date(y, m, d));
    let mode = (0..3u8, day()).prop_map(|(kind, from)| match kind {
        0 => Mode::Instant,
        1 => Mode::Cumulative,
        _ => Mode::Range { from },
    });
    // Cameras on the grid that links keep: 4 decimals of a degree, 2 of the zoom.
    let look =
        (0..=370_000i32, -200_000..=400_000i32, 300..=1300i32).prop_map(|(lat, lon, zoom)| {
            let grid = |n: i32, step: f64| f64::from(n) / step;
            camera(grid(lat, 1e4), grid(lon, 1e4), grid(zoom, 100.0)).held()
        });
    let hidden = prop::collection::btree_set("[a-z]{1,8}:[A-Za-z0-9._-]{0,12}", 0..6);
    let id = "\\PC{1,12}".prop_filter("noise is encoded, nothing is no name", |id| !id.is_empty());
    let selection = (0..7usize, id).prop_map(|(kind, id)| {
        let kinds = [
            Selected::Event,
            Selected::Base,
            Selected::Country,
            Selected::Sky,
            Selected::Actor,
            Selected::Alliance,
            Selected::Mission,
        ];
        kinds[kind](id)
    });
    (
        (day(), mode),
        any::<u16>(),
        prop::option::of(look),
        prop::sample::select(&CountryTheme::ALL[..]),
        prop_oneof![hidden, Just(first_hidden())],
        any_filter(),
        (prop::option::of(selection), any_compare()),
        prop::sample::select(&Lang::ALL[..]),
        prop::sample::select(&Theme::ALL[..]),
    )
        .prop_map(
            |(
                (day, mode),
                trail_days,
                camera,
                fill,
                hidden,
                filter,
                (selection, compare),
                lang,
                theme,
            )| {
                KeptView {
                    day,
                    mode: match (mode, compare) {
                        // Two days that are compared are days alone.
                        (_, Some(_)) => Mode::Instant,
                        (Mode::Range { from }, None) => Mode::Range {
                            from: from.min(day),
                        },
                        (Mode::Instant | Mode::Cumulative, None) => mode,
                    },
                    trail_days,
                    camera,
                    fill,
                    hidden,
                    filter,
                    selection,
                    compare,
                    lang,
                    theme,
                }
            },
        )
}
