//! What stands on the map itself: the scale bar and the credit.
//!
//! The scale is true at the middle latitude of the view.

use super::compose::View;
use super::item::{Face, Halo, Item, Pt, Rect, Stroke, Subject, Text};
use super::metrics;
use super::space::Space;
use crate::lang::{number, words};
use crate::style::size;

/// Lengths that a scale bar may have, in kilometres.
const NICE_KM: [u32; 12] = [1, 2, 5, 10, 20, 50, 100, 200, 250, 500, 1000, 2000];

/// Scale bar and credit in the lower right corner, whose place they take.
pub(super) fn map_corner(view: &View<'_>, space: &mut Space) -> Vec<Item> {
    let palette = view.theme.palette();
    let [w, h] = view.viewport.size_pt;
    if w < 220.0 || h < 120.0 {
        return Vec::new();
    }
    let small = |text: String, at: Pt| {
        let text = Text {
            at,
            text,
            size_pt: size::MINOR_PT,
            face: Face::Regular,
            color: palette.map.minor_label,
            halo: Some(Halo {
                color: palette.map.land,
                width_pt: size::HALO_PT,
            }),
            angle: 0.0,
        };
        Item::new(Subject::Furniture("scale"), text)
    };
    let credit = words::MADE_WITH.get(view.lang);
    let credit_width = metrics::width_pt(credit, Face::Regular, size::MINOR_PT);
    let baseline = h - 12.0;
    let credit_at = [w - credit_width - 12.0, baseline];
    let mut items = vec![small(credit.to_owned(), credit_at)];
    let km_per_pt = view.viewport.km_per_pt();
    let fits = |km: &&u32| f64::from(**km) / km_per_pt <= 96.0;
    let km = NICE_KM.iter().rev().find(fits).copied().unwrap_or(1);
    let length = (f64::from(km) / km_per_pt) as f32;
    let label = format!("{}\u{A0}km", number(km, view.lang));
    let label_width = metrics::width_pt(&label, Face::Regular, size::MINOR_PT);
    let right = credit_at[0] - 24.0 - label_width - 6.0;
    let left = right - length;
    let bar = vec![
        [left, baseline - 5.0],
        [left, baseline],
        [right, baseline],
        [right, baseline - 5.0],
    ];
    for (width_pt, color) in [(3.4, palette.map.land), (1.2, palette.map.minor_label)] {
        let stroke = Stroke {
            lines: vec![bar.clone()].into(),
            closed: false,
            width_pt,
            color,
            dash: None,
        };
        items.push(Item::new(Subject::Furniture("scale"), stroke));
    }
    items.push(small(label, [right + 6.0, baseline]));
    space.take(Rect::new([left - 6.0, baseline - 14.0], [w, h]));
    items
}
