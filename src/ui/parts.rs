//! The parts of the window as places of the keyboard: F6 leads from one to the next, Tab into it.
//!
//! Without it a list at the right is as many Tabs away as there are lines at the left. Drawing a part is its own
//! business; here it only gets a name, a place in the order, and a ring while it has the focus.

use super::icon;
use super::layout::Areas;
use super::shown::Shown;
use crate::lang::{Words, ui_words as w};
use egui::{Context, Id, Rect, Sense, Ui};

/// A part of the window, in the order of reading.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    /// Layers or filters.
    Left,
    /// The map.
    Map,
    /// The inspector, or what changed between two days.
    Right,
    /// The time axis.
    Time,
}

impl Part {
    const ALL: [Part; 4] = [Part::Left, Part::Map, Part::Right, Part::Time];

    fn id(self) -> Id {
        Id::unique(("part", self as u8))
    }

    fn rect(self, areas: &Areas) -> Option<Rect> {
        match self {
            Part::Left => areas.layers,
            Part::Map => Some(areas.map),
            Part::Right => areas.inspector,
            Part::Time => Some(areas.time),
        }
    }

    const fn words(self) -> Words {
        match self {
            Part::Left => w::PART_LEFT,
            Part::Map => w::PART_MAP,
            Part::Right => w::PART_RIGHT,
            Part::Time => w::PART_TIME,
        }
    }
}

/// Gives a part its place in the order; what is drawn after it follows at the next Tab.
pub(super) fn begin_ui(ui: &Ui, shown: &Shown<'_>, areas: &Areas, part: Part) {
    let Some(rect) = part.rect(areas) else {
        return;
    };
    let response = ui.interact(rect, part.id(), Sense::focusable_noninteractive());
    let name = shown.say(part.words());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Group, true, &name));
}

/// Shows which part has the focus, above everything drawn in it.
pub(super) fn ring_ui(ui: &Ui, shown: &Shown<'_>, areas: &Areas) {
    for part in Part::ALL {
        let focused = ui.memory(|memory| memory.has_focus(part.id()));
        if let Some(rect) = part.rect(areas).filter(|_| focused) {
            icon::mark_focus(ui.painter(), rect, shown.ink());
        }
    }
}

/// Leads the keyboard to the next part (1) or the one before (-1), from the part it was last led to.
pub(super) fn lead(ctx: &Context, areas: &Areas, latest: &mut Option<Part>, by: i8) {
    let open: Vec<Part> = Part::ALL
        .into_iter()
        .filter(|part| part.rect(areas).is_some())
        .collect();
    let at = latest.and_then(|latest| open.iter().position(|part| *part == latest));
    let count = open.len();
    let next = match (at, by < 0) {
        (None, false) => 0,
        (None, true) => count - 1,
        (Some(at), false) => (at + 1) % count,
        (Some(at), true) => (at + count - 1) % count,
    };
    ctx.memory_mut(|memory| memory.request_focus(open[next].id()));
    *latest = Some(open[next]);
}
