//! Where the panels lie: the window cut into the bar, the map and the panels around it.
//!
//! A pure function of the window and of what is open; the map's size is known from it before anything is drawn.

use crate::state::{Compare, How, Look};
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
    /// Layers and legend, or the stories.
    pub layers: Option<Rect>,
    /// The map of the day that is shown.
    pub map: Rect,
    /// The map of the other day, while two are compared; the same place under a swipe bar.
    pub other: Option<Rect>,
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
    let left = match (look.story_open, narrow) {
        (false, _) => panel::LEFT_PT,
        (true, false) => panel::STORY_PT,
        (true, true) => panel::STORY_PT - 36.0,
    };
    let right = if narrow {
        panel::RIGHT_PT - 28.0
    } else {
        panel::RIGHT_PT
    };
    let layers = (look.layers_open || look.story_open)
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
        other: None,
        inspector,
        time,
    }
}

/// The window without panels: the map fills it.
pub fn stage(window: Rect) -> Areas {
    let nothing = Rect::from_min_size(window.min, egui::Vec2::ZERO);
    Areas {
        top: nothing,
        layers: None,
        map: window,
        other: None,
        inspector: None,
        time: nothing,
    }
}

/// What a swipe bar leaves visible of either map at least.
const LEAST_HALF_PT: f32 = 72.0;
/// Between two maps side by side.
const GAP_PT: f32 = 2.0;

impl Areas {
    /// With the map parted between two days: day A lies left, the shown day right.
    pub fn parted(self, compare: Option<Compare>) -> Areas {
        let Some(compare) = compare else {
            return self;
        };
        let whole = self.map;
        match compare.how {
            How::Swipe { .. } => Areas {
                other: Some(whole),
                ..self
            },
            How::SideBySide => {
                let middle = whole.center().x.round();
                let (left, right) = (
                    whole.split_left_right_at_x(middle - GAP_PT / 2.0).0,
                    middle + GAP_PT / 2.0,
                );
                Areas {
                    other: Some(left),
                    map: Rect::from_min_max(pos2(right, whole.min.y), whole.max),
                    ..self
                }
            }
        }
    }

    /// Where the swipe bar stands; both halves stay wide enough to be seen.
    pub fn bar_x(&self, how: How) -> Option<f32> {
        match how {
            How::SideBySide => None,
            How::Swipe { share } => {
                let least = LEAST_HALF_PT.min(self.map.width() / 2.0);
                let x = self.map.left() + self.map.width() * share;
                Some(x.clamp(self.map.left() + least, self.map.right() - least))
            }
        }
    }

    /// What is visible of the map of day A and of the map of the shown day.
    pub fn halves(&self, how: How) -> [Rect; 2] {
        match self.bar_x(how) {
            Some(x) => self.map.split_left_right_at_x(x).into(),
            None => [self.other.unwrap_or(self.map), self.map],
        }
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

    #[test]
    fn two_days_share_the_map() {
        let window = Rect::from_min_size(pos2(0.0, 0.0), vec2(1440.0, 900.0));
        let whole = areas(window, &Look::default());
        let mut compare = Compare::with(jiff::civil::date(2020, 1, 1));
        let under_bar = whole.parted(Some(compare));
        assert_eq!(
            (under_bar.map, under_bar.other),
            (whole.map, Some(whole.map))
        );
        let [left, right] = under_bar.halves(compare.how);
        assert_eq!((left.max.x, right.max.x), (right.min.x, whole.map.max.x));
        let far = under_bar.bar_x(How::Swipe { share: 1.0 });
        assert_eq!(far, Some(whole.map.max.x - LEAST_HALF_PT));
        compare.how = How::SideBySide;
        let two = whole.parted(Some(compare));
        let [left, right] = two.halves(compare.how);
        assert!(left.size() == right.size() && left.max.x < right.min.x);
        assert_eq!(two.bar_x(compare.how), None);
    }
}
