//! What stands on the map itself: the scale bar and the credit.
//!
//! The scale is true at the middle latitude of the view.

use super::item::{Face, Halo, Item, Pt, Rect, Stroke, Subject, Text};
use super::metrics;
use super::page::{self, slide};
use super::space::Space;
use super::view::{Furniture, View};
use crate::lang::{number, words};
use crate::style::{Color, size};

/// Lengths that a scale bar may have, in kilometres.
const NICE_KM: [u32; 12] = [1, 2, 5, 10, 20, 50, 100, 200, 250, 500, 1000, 2000];

/// The longest scale bar, in points.
const LONGEST_PT: f64 = 104.0;
/// Distance of scale and credit from the edges of the map.
const INSET_PT: f32 = 12.0;

/// Scale bar and credit, whose places they take: on the screen in the lower right corner, on a page
/// the scale in the lower left one, unless the `inset` stands there, and the credit in the foot.
pub(super) fn map_corner(view: &View<'_>, inset: Option<Rect>, space: &mut Space) -> Vec<Item> {
    let [w, h] = view.viewport.size_pt;
    if w < 220.0 || h < 120.0 {
        return Vec::new();
    }
    let baseline = h - INSET_PT;
    let (on_page, has_foot) = match view.furniture {
        Furniture::Screen | Furniture::Slide(_) => (false, false),
        Furniture::Panel => (true, true),
        Furniture::Page(page_pt) | Furniture::Film(page_pt) => {
            (true, page::has_foot(page_pt, view.hidden))
        }
    };
    if let Furniture::Slide(_) = view.furniture {
        // Its scale stands among its words.
        slide::take_room(view, space);
        return Vec::new();
    }
    let mut items = Vec::new();
    let mut right = w - INSET_PT;
    if view.shows("page:credit") && !has_foot {
        let credit = words::MADE_WITH.get(view.lang);
        let width = metrics::width_pt(credit, Face::Regular, size::MINOR_PT);
        let ground = view.theme.palette().map.land;
        let at = [right - width, baseline];
        items.push(small(view, credit.to_owned(), at, ground));
        space.take(Rect::new([right - width - 6.0, baseline - 14.0], [w, h]));
        right -= width + 20.0;
    }
    if view.shows("page:scale") {
        let bar = Scale::of(view);
        let inset_is_left = inset.is_some_and(|i| i.min[0] == 0.0 && i.max[1] == h);
        let left = if on_page && !inset_is_left {
            INSET_PT + 2.0
        } else {
            right - bar.width()
        };
        space.take(Rect::new(
            [left - 6.0, baseline - 14.0],
            [left + bar.width() + 6.0, h],
        ));
        items.extend(bar.items(view, [left, baseline], view.theme.palette().map.land));
    }
    items
}

/// A scale bar whose baseline begins at `at`, and its width in points.
pub(super) fn scale_bar(view: &View<'_>, at: Pt) -> (Vec<Item>, f32) {
    let bar = Scale::of(view);
    (
        bar.items(view, at, view.theme.palette().ui.panel),
        bar.width(),
    )
}

/// A scale bar: its length on the page and what it stands for.
struct Scale {
    length_pt: f32,
    label: String,
    label_width: f32,
}

impl Scale {
    /// The longest round length that has room.
    fn of(view: &View<'_>) -> Scale {
        let km_per_pt = view.viewport.km_per_pt();
        let fits = |km: &&u32| f64::from(**km) / km_per_pt <= LONGEST_PT;
        let km = NICE_KM.iter().rev().find(fits).copied().unwrap_or(1);
        let label = format!("{}\u{A0}km", number(km, view.lang));
        let label_width = metrics::width_pt(&label, Face::Regular, size::MINOR_PT);
        Scale {
            length_pt: (f64::from(km) / km_per_pt) as f32,
            label,
            label_width,
        }
    }

    fn width(&self) -> f32 {
        self.length_pt + 6.0 + self.label_width
    }

    /// The bar with ticks at its ends and in its middle, the words beside it, all on a `ground`.
    fn items(&self, view: &View<'_>, at: Pt, ground: Color) -> Vec<Item> {
        let ink = &view.theme.palette().map;
        let [left, baseline] = at;
        let (middle, right) = (left + self.length_pt / 2.0, left + self.length_pt);
        let low = baseline - 0.5;
        let bar = vec![
            [left, low - 5.5],
            [left, low],
            [right, low],
            [right, low - 5.5],
        ];
        let tick = vec![[middle, low - 3.0], [middle, low]];
        let mut items = Vec::new();
        for (width_pt, color) in [(3.6, ground), (1.1, ink.minor_label)] {
            let stroke = Stroke {
                lines: vec![bar.clone(), tick.clone()].into(),
                closed: false,
                width_pt,
                color,
                dash: None,
            };
            items.push(Item::new(Subject::Furniture("scale"), stroke));
        }
        let at = [right + 6.0, baseline];
        items.push(small(view, self.label.clone(), at, ground));
        items
    }
}

fn small(view: &View<'_>, text: String, at: Pt, ground: Color) -> Item {
    let ink = &view.theme.palette().map;
    let text = Text {
        at,
        text,
        size_pt: size::MINOR_PT,
        face: Face::Regular,
        color: ink.minor_label,
        halo: Some(Halo {
            color: ground,
            width_pt: size::HALO_PT,
        }),
        angle: 0.0,
    };
    Item::new(Subject::Furniture("scale"), text)
}
