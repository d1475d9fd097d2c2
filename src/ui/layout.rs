//! Where the panels lie: the window cut into the bar, the map and the panels around it.
//!
//! A pure function of the window and of what is open; the map's size is known from it before anything is drawn.

use crate::state::Look;
use crate::style::size::panel;
use egui::{Rect, pos2};

/// Below this width the inspector lies over the map instead of beside it.
const SHEET_BELOW_PT: f32 = 960.0;
/// Height of the time panel while its lanes are folded: controls and the whole record.
const TIME_FOLDED_PT: f32 = 88.0;

/// The parts of the window.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Areas {
    /// The bar with the date.
    pub top: Rect,
    /// Layers and legend.
    pub layers: Option<Rect>,
    /// The map.
    pub map: Rect,
    /// The inspector; over the map in a narrow window.
    pub inspector: Option<Rect>,
    /// The time panel.
    pub time: Rect,
}

/// Cuts the window.
pub fn areas(window: Rect, look: &Look) -> Areas {
    let narrow = window.width() < 1200.0;
    let top = Rect::from_min_max(window.min, pos2(window.max.x, window.min.y + panel::TOP_PT));
    let time_height = match (look.time_open, window.height() < 700.0) {
        (false, _) => TIME_FOLDED_PT,
        (true, false) => panel::TIME_PT,
        (true, true) => panel::TIME_PT - 56.0,
    };
    let time = Rect::from_min_max(pos2(window.min.x, window.max.y - time_height), window.max);
    let middle = Rect::from_min_max(
        pos2(window.min.x, top.max.y),
        pos2(window.max.x, time.min.y),
    );
    let left = panel::LEFT_PT;
    let right = if narrow {
        panel::RIGHT_PT - 28.0
    } else {
        panel::RIGHT_PT
    };
    let layers = look
        .layers_open
        .then(|| Rect::from_min_max(middle.min, pos2(middle.min.x + left, middle.max.y)));
    let inspector = look
        .inspector_open
        .then(|| Rect::from_min_max(pos2(middle.max.x - right, middle.min.y), middle.max));
    let beside = window.width() >= SHEET_BELOW_PT;
    let from = layers.map_or(middle.min.x, |r| r.max.x);
    let to = inspector
        .filter(|_| beside)
        .map_or(middle.max.x, |r| r.min.x);
    Areas {
        top,
        layers,
        map: Rect::from_min_max(
            pos2(from, middle.min.y),
            pos2(to.max(from + 1.0), middle.max.y),
        ),
        inspector,
        time,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::vec2;

    #[test]
    fn the_map_gets_what_the_panels_leave() {
        let window = Rect::from_min_size(pos2(0.0, 0.0), vec2(1440.0, 900.0));
        let mut look = Look::default();
        assert_eq!(
            areas(window, &look).map,
            Rect::from_min_max(pos2(232.0, 44.0), pos2(1124.0, 648.0))
        );
        look.layers_open = false;
        look.inspector_open = false;
        assert_eq!(areas(window, &look).map.width(), 1440.0);
        let small = Rect::from_min_size(pos2(0.0, 0.0), vec2(800.0, 560.0));
        let narrow = areas(small, &Look::default());
        assert!(narrow.map.max.x == 800.0 && narrow.inspector.is_some_and(|r| r.min.x < 800.0));
    }
}
