//! Samples for the legend: a country, a frame, a symbol, each in the same small box.
//!
//! What the lines of the legend are is decided in `legend`.

use super::hatch;
use super::item::{Area, Item, Pt, Stroke, Subject, Symbol};
use super::symbols::Glyph;
use super::view::View;
use crate::style::Color;
use crate::style::size::Hatch;

/// The box that samples are drawn in, in points.
pub const SWATCH_PT: Pt = [26.0, 16.0];

/// A symbol in the middle of the box of a sample.
pub(super) fn sample(view: &View<'_>, glyph: Glyph, color: Color, size_pt: f32) -> Vec<Item> {
    let palette = view.theme.palette();
    let symbol = Symbol {
        glyph,
        at: [SWATCH_PT[0] / 2.0, SWATCH_PT[1] / 2.0],
        size_pt,
        ink: color,
        ground: palette.ui.panel,
        accent: color,
        opacity: 1.0,
    };
    vec![Item::new(Subject::None, symbol)]
}

/// Where the hatching of a sample hangs: the widest one shows two lines, equally far from the middle.
const HATCH_ORIGIN: [f64; 2] = [5.9, 5.9];
/// Where the frame of a sample runs.
const INSET_PT: f32 = 1.5;

/// The box of a sample, so many points inside.
pub(super) fn corners(inset: f32) -> Vec<Pt> {
    let [w, h] = SWATCH_PT;
    vec![
        [inset, inset],
        [w - inset, inset],
        [w - inset, h - inset],
        [inset, h - inset],
    ]
}

/// A sample of a country: fill, hatching, frame.
pub(super) fn patch(
    fill: Color,
    hatching: Option<(Hatch, Color)>,
    edge: Color,
    edge_pt: f32,
) -> Vec<Item> {
    let area = Area {
        rings: vec![corners(INSET_PT)].into(),
        fill,
    };
    let mut items = vec![Item::new(Subject::None, area)];
    if let Some((hatch, color)) = hatching {
        items.extend(hatch::item(
            &[corners(INSET_PT)],
            hatch,
            color,
            HATCH_ORIGIN,
            &[],
        ));
    }
    items.extend(frame(edge, edge_pt, None));
    items
}

/// A frame around the box of a sample.
pub(super) fn frame(color: Color, width_pt: f32, dash: Option<[f32; 2]>) -> Vec<Item> {
    let stroke = Stroke {
        lines: vec![corners(INSET_PT)].into(),
        closed: true,
        width_pt,
        color,
        dash,
    };
    vec![Item::new(Subject::None, stroke)]
}
