//! The end of the basemap, where a slide shows it: the map fades into the paper before it stops.
//!
//! In the west there is ocean anyway, which needs no end.

use super::super::pen::Pen;
use super::room::DRAWN;
use crate::geo::LonLat;
use crate::scene::item::Rect;
use crate::scene::view::View;

/// How far before the end the map begins to fade, on a slide of 960 by 540 points.
const SOFT: f32 = 70.0;
/// How many steps it fades in, and how opaque the paper is before it is solid.
const STEPS: u16 = 14;
const FADED: f32 = 0.985;

/// Draws the paper beyond the basemap.
pub(super) fn draw(pen: &mut Pen<'_>, view: &View<'_>, page: &Rect) {
    let [_, south, east, north] = DRAWN;
    let at = |lon: f64, lat: f64| view.viewport.page_from_map(LonLat { lon, lat }.to_map());
    let (upper, lower) = (at(east, north), at(east, south));
    let soft = SOFT * pen.unit;
    pen.part = "page";
    if upper[0] < page.max[0] {
        fade(pen, soft, |by| {
            Rect::new([upper[0] - by, page.min[1]], page.max)
        });
    }
    if upper[1] > page.min[1] {
        fade(pen, soft, |by| {
            Rect::new(page.min, [page.max[0], upper[1] + by])
        });
    }
    if lower[1] < page.max[1] {
        fade(pen, soft, |by| {
            Rect::new([page.min[0], lower[1] - by], page.max)
        });
    }
}

/// Nested boxes, the largest first, that add up to nearly opaque, and the solid one.
fn fade(pen: &mut Pen<'_>, soft: f32, beyond: impl Fn(f32) -> Rect) {
    let panel = pen.palette.ui.panel;
    let one = 1.0 - (1.0 - FADED).powf(1.0 / f32::from(STEPS));
    for step in 0..STEPS {
        let along = (f32::from(step) + 0.5) / f32::from(STEPS);
        pen.fill(
            &beyond(soft * (1.0 - along.sqrt())),
            panel.with_opacity(one),
        );
    }
    pen.fill(&beyond(0.0), panel);
}
