//! The mark of the selected thing and of what is pointed at: a ring around a symbol, a heavy outline around a country.

use super::hits::Hit;
use super::item::{Area, Item, Pt, Rect, Subject, Symbol};
use super::layers::ground::{Ground, stroke};
use super::layers::pointed::RING_PT;
use super::symbols::Glyph;
use super::view::View;
use crate::model::Thing;
use crate::style::size;

/// The marks of what is pointed at and on the page, then that of what is selected.
pub(super) fn items(view: &View<'_>, ground: &Ground, hits: &[Hit]) -> Vec<Item> {
    let pointed = view.pointed.ringed.iter();
    let mut items: Vec<Item> = pointed
        .flat_map(|t| pointed_at(view, ground, hits, t))
        .collect();
    items.extend(selected(view, ground, hits));
    items
}

/// How far the two parts of a halo reach beyond the ring, and how strongly they show.
const HALO: [(f32, f32); 2] = [(7.0, 0.3), (15.0, 0.16)];
/// Width of the ring.
const RING_WIDTH_PT: f32 = 2.4;

/// A ring with a halo, or an outline.
fn pointed_at(view: &View<'_>, ground: &Ground, hits: &[Hit], thing: &Thing) -> Vec<Item> {
    let color = view.theme.palette().ui.selection;
    let is_it = |subject: &Subject| match thing {
        Thing::Event(id) => {
            matches!(subject, Subject::Event(it) if it == id)
                || matches!(subject, Subject::Cluster(ids) if ids.contains(id))
        }
        Thing::Base(id) => {
            matches!(subject, Subject::Base(it) if it == id)
                || matches!(subject, Subject::Bases(ids) if ids.contains(id))
        }
        Thing::Sky(id) => matches!(subject, Subject::Sky(it) if it == id),
        Thing::Country(_) | Thing::Actor(_) | Thing::Alliance(_) | Thing::Mission(_) => false,
    };
    if let Thing::Country(iso) = thing {
        let lines = ground.union_outline(&[iso]);
        let line = stroke(lines, size::ALLIANCE_PT + 1.2, color, None);
        return line.into_iter().collect();
    }
    let mut boxes = hits.iter().filter(|h| is_it(&h.subject)).map(|h| h.area);
    let found = match thing {
        Thing::Base(_) => boxes.reduce(|a, b| Rect::union(&a, &b)),
        Thing::Event(_) | Thing::Sky(_) => boxes.next_back(),
        Thing::Country(_) | Thing::Actor(_) | Thing::Alliance(_) | Thing::Mission(_) => None,
    };
    let Some(area) = found else {
        return Vec::new();
    };
    let (at, radius) = (
        area.center(),
        (area.width().max(area.height()) + RING_PT) / 2.0,
    );
    let band = |from: f32, to: f32, opacity: f32| {
        let area = Area {
            rings: vec![circle(at, to), circle(at, from)].into(),
            fill: color.with_opacity(opacity),
        };
        Item::new(Subject::None, area)
    };
    let halo = HALO.map(|(reach, opacity)| band(radius, radius + reach, opacity));
    let mut items: Vec<Item> = halo.into();
    items.push(band(radius - RING_WIDTH_PT, radius, 1.0));
    items
}

/// A circle as a ring of points.
fn circle(at: Pt, radius: f32) -> Vec<Pt> {
    let point = |step: u8| {
        let (sin, cos) = (f32::from(step) / 48.0 * std::f32::consts::TAU).sin_cos();
        [at[0] + cos * radius, at[1] + sin * radius]
    };
    (0..48).map(point).collect()
}

/// The mark, if something is selected and on the page.
fn selected(view: &View<'_>, ground: &Ground, hits: &[Hit]) -> Vec<Item> {
    let palette = view.theme.palette();
    let color = palette.ui.selection;
    match view.selected {
        Subject::Country(iso) => {
            let lines = ground.union_outline(&[iso]);
            stroke(lines, size::ALLIANCE_PT + 0.6, color, None)
                .into_iter()
                .collect()
        }
        // These have no mark of their own: what is theirs stands out by the rest being faded.
        Subject::None | Subject::Actor(_) | Subject::Alliance(_) | Subject::Mission(_) => {
            Vec::new()
        }
        Subject::Base(_)
        | Subject::Event(_)
        | Subject::Sky(_)
        | Subject::Place(_)
        | Subject::Cluster(_)
        | Subject::Bases(_)
        | Subject::Furniture(_) => {
            let is_it = |hit: &&Hit| match (&hit.subject, view.selected) {
                (Subject::Cluster(ids), Subject::Event(id)) => ids.contains(id),
                (subject, selected) => subject == selected,
            };
            // An event may have both an arrow and a disc: the disc, which lies on top, is marked. A base
            // may have several holders' symbols side by side: the ring goes around all of them.
            let mut boxes = hits.iter().filter(is_it).map(|h| h.area);
            let found = match view.selected {
                Subject::Base(_) => boxes.reduce(|a, b| Rect::union(&a, &b)),
                _ => boxes.next_back(),
            };
            let Some(area) = found else {
                return Vec::new();
            };
            let ring = Symbol {
                glyph: Glyph::Selection,
                at: area.center(),
                size_pt: area.width().max(area.height()) + 10.0,
                ink: color,
                ground: palette.map.halo,
                accent: color,
                opacity: 1.0,
            };
            vec![Item::new(view.selected.clone(), ring)]
        }
    }
}
