//! The outline of the area that a filter has drawn on the map.
//!
//! Only the line: what lies inside and what outside is shown by the events themselves.

use super::item::{Item, Pt, Stroke, Subject};
use super::view::View;
use crate::geo::clip_line;
use crate::style::size;

/// The outline over a halo, if there is an area. It is cut at the edge of the page, since a near camera
/// would have it run on for miles.
pub(super) fn items(view: &View<'_>) -> Vec<Item> {
    let Some(area) = &view.filter.area else {
        return Vec::new();
    };
    let ring = area.ring();
    let closed = ring.iter().chain(ring.first());
    let line: Vec<Pt> = closed.map(|p| view.viewport.page_from_map(*p)).collect();
    let margin = 4.0 * size::AREA_PT;
    let max = view.viewport.size_pt.map(|side| side + margin);
    let lines = clip_line(&line, [-margin; 2], max);
    if lines.is_empty() {
        return Vec::new();
    }
    let palette = view.theme.palette();
    let halo = palette.map.halo.with_opacity(0.8);
    let drawn = [
        (size::AREA_PT + size::HALO_PT, halo, None),
        (size::AREA_PT, palette.ui.accent, Some(size::AREA_DASH_PT)),
    ];
    let stroke = |(width_pt, color, dash)| {
        let stroke = Stroke {
            lines: lines.clone().into(),
            closed: false,
            width_pt,
            color,
            dash,
        };
        Item::new(Subject::None, stroke)
    };
    drawn.map(stroke).into()
}
