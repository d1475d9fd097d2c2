//! The graticule: meridians and parallels with their degrees at the edge of the map.
//!
//! The interval follows the zoom. A number that would lie over something is left out; its line stays.

use super::item::{Face, Halo, Item, Pt, Rect, Subject, Text};
use super::layers::ground::stroke;
use super::metrics;
use super::space::{Space, text_box};
use super::view::View;
use crate::geo::{LonLat, MAX_LAT};
use crate::lang::Lang;
use crate::style::size;

/// Intervals that lines may have, in minutes of arc.
const STEPS_MIN: [i32; 11] = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200];
/// Meridians stand at least so far apart.
const APART_PT: f64 = 110.0;
/// No more lines than that in either direction, whatever the page.
const MOST: i32 = 400;

/// Which way an angle is measured.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Axis {
    /// East and west.
    Lon,
    /// North and south.
    Lat,
}

/// The lines, and the degrees beside them.
#[derive(Default)]
pub(super) struct Graticule {
    /// Under the symbols.
    pub lines: Vec<Item>,
    /// Above everything; their room is taken.
    pub numbers: Vec<Item>,
}

/// The graticule of a view, unless it is switched off.
pub(super) fn graticule(view: &View<'_>, space: &mut Space) -> Graticule {
    let [w, h] = view.viewport.size_pt;
    if !view.shows("page:graticule") || w < 120.0 || h < 120.0 {
        return Graticule::default();
    }
    let scale = view.viewport.camera.scale();
    let wide_enough = |step: &i32| f64::from(*step) / 60.0 / 360.0 * scale >= APART_PT;
    let step = STEPS_MIN.into_iter().find(wide_enough).unwrap_or(1200);
    let visible = view.viewport.visible(0.0);
    let (first, last) = (LonLat::from_map(visible.min), LonLat::from_map(visible.max));
    let mut lines: Vec<Vec<Pt>> = Vec::new();
    let mut numbers = Vec::new();
    for minutes in steps(first.lon.max(-180.0), last.lon.min(180.0), step) {
        let lon = f64::from(minutes) / 60.0;
        let x = view
            .viewport
            .page_from_map(LonLat { lon, lat: 0.0 }.to_map())[0];
        lines.push(vec![[x, 0.0], [x, h]]);
        let text = degrees(minutes, Axis::Lon, view.lang);
        numbers.extend(number(view, space, text, [x + 3.5, 13.5]));
    }
    for minutes in steps(last.lat.max(-MAX_LAT), first.lat.min(MAX_LAT), step) {
        let lat = f64::from(minutes) / 60.0;
        let y = view
            .viewport
            .page_from_map(LonLat { lon: 0.0, lat }.to_map())[1];
        lines.push(vec![[0.0, y], [w, y]]);
        let text = degrees(minutes, Axis::Lat, view.lang);
        numbers.extend(number(view, space, text, [6.0, y - 3.5]));
    }
    let color = view.theme.palette().map.focus_border.with_opacity(0.42);
    Graticule {
        lines: stroke(lines, size::GRATICULE_PT, color, None)
            .into_iter()
            .collect(),
        numbers,
    }
}

/// Multiples of `step` minutes between two angles in degrees.
fn steps(from: f64, to: f64, step: i32) -> impl Iterator<Item = i32> {
    let number = |degrees: f64| degrees * 60.0 / f64::from(step);
    let (first, last) = (number(from).ceil() as i32, number(to).floor() as i32);
    (first..=last.min(first.saturating_add(MOST))).map(move |n| n * step)
}

/// A number at the edge beside its line, if nothing is there.
fn number(view: &View<'_>, space: &mut Space, text: String, at: Pt) -> Option<Item> {
    let ink = &view.theme.palette().map;
    let width = metrics::width_pt(&text, Face::Regular, size::MINOR_PT);
    let area: Rect = text_box(at, width, size::MINOR_PT, 0.0).expand(2.0);
    if !space.is_free(&area) {
        return None;
    }
    space.take(area);
    let text = Text {
        at,
        text,
        size_pt: size::MINOR_PT,
        face: Face::Regular,
        color: ink.minor_label,
        halo: Some(Halo {
            color: ink.land,
            width_pt: size::HALO_PT,
        }),
        angle: 0.0,
    };
    Some(Item::new(Subject::Furniture("graticule"), text))
}

/// An angle in words: "15° N", "5° 30′ O".
pub(super) fn degrees(minutes: i32, axis: Axis, lang: Lang) -> String {
    let side = match (axis, minutes.signum(), lang) {
        (_, 0, _) => "",
        (Axis::Lat, 1, _) => "N",
        (Axis::Lat, _, _) => "S",
        (Axis::Lon, 1, _) => "E",
        (Axis::Lon, _, Lang::En) => "W",
        (Axis::Lon, _, Lang::Fr) => "O",
    };
    let (whole, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    let angle = if rest == 0 {
        format!("{whole}°")
    } else {
        format!("{whole}°\u{A0}{rest:02}′")
    };
    format!("{angle}\u{A0}{side}").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn angles_are_written_as_each_language_writes_them() {
        let check = |minutes, axis, en: &str, fr: &str| {
            assert_eq!(degrees(minutes, axis, Lang::En), en);
            assert_eq!(degrees(minutes, axis, Lang::Fr), fr);
        };
        check(900, Axis::Lat, "15°\u{A0}N", "15°\u{A0}N");
        check(-300, Axis::Lon, "5°\u{A0}W", "5°\u{A0}O");
        check(0, Axis::Lon, "0°", "0°");
        check(-330, Axis::Lon, "5°\u{A0}30′\u{A0}W", "5°\u{A0}30′\u{A0}O");
        check(-5, Axis::Lat, "0°\u{A0}05′\u{A0}S", "0°\u{A0}05′\u{A0}S");
    }

    #[test]
    fn steps_are_multiples_inside_the_view() {
        let found: Vec<i32> = steps(-12.4, 4.0, 300).collect();
        assert_eq!(found, [-600, -300, 0]);
        assert!(steps(4.0, -4.0, 60).next().is_none());
        assert!(steps(-180.0, 180.0, 1).count() <= 401);
    }
}
