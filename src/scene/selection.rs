//! The mark of the selected thing: a ring around a symbol, a heavy outline around a country.

use super::hits::Hit;
use super::item::{Item, Rect, Subject, Symbol};
use super::layers::ground::{Ground, stroke};
use super::symbols::Glyph;
use super::view::View;
use crate::style::size;

/// The mark, if something is selected and on the page.
pub(super) fn items(view: &View<'_>, ground: &Ground, hits: &[Hit]) -> Vec<Item> {
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
