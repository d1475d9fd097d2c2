//! What is known about the thing that was clicked while presenting: the inspector as a sheet over the map.
//!
//! What the step itself has selected is no reason to open it.

use super::looked_at;
use crate::state::Action;
use crate::ui::inspector::Inspector;
use crate::ui::shown::Shown;
use crate::ui::{Edge, side};
use egui::{Rect, Ui, pos2};

/// Width of the sheet, and what it takes of the page at most.
const WIDE_PT: f32 = 316.0;
const MOST_SHARE: f32 = 0.42;

/// Draws the sheet at the right of the page.
pub(super) fn sheet_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    page: Rect,
    inspector: &mut Inspector,
    actions: &mut Vec<Action>,
) {
    if looked_at(shown).is_none() {
        return;
    }
    let width = WIDE_PT.min(page.width() * MOST_SHARE);
    let area = Rect::from_min_max(pos2(page.right() - width, page.top()), page.max);
    let mut sheet = side(ui, shown, "sheet", area, Edge::Left);
    inspector.inspector_ui(&mut sheet, shown, actions);
}
