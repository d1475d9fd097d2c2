//! The chip that says whose history the lanes show, and leaves it.
//!
//! It stands in the line of controls, where the eye looks for what the axis shows.

use crate::lang::{history_words as h, typeset};
use crate::state::Action;
use crate::ui::commands::{Command, key_of};
use crate::ui::icon::{self, Icon};
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use egui::{Sense, Ui, pos2, vec2};

/// Room that is kept free for the count at the end of the line.
const COUNT_PT: f32 = 190.0;

/// Draws the chip while a history is told; a click leaves it.
pub fn chip_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let Some(name) = shown.history_name() else {
        return;
    };
    let palette = shown.ink();
    let text = typeset(
        &format!("{} {name}", shown.say(h::HISTORY_OF)),
        shown.lang(),
    );
    let room = (ui.available_width() - COUNT_PT).max(120.0);
    let mut job = egui::text::LayoutJob::simple_singleline(
        text.clone(),
        Type::Strong.font(),
        ink(palette.accent),
    );
    job.wrap = egui::text::TextWrapping::truncate_at_width(room - 44.0);
    let galley = ui.painter().layout_job(job);
    let size = vec2(galley.size().x + GRID * 3.0 + 22.0, 26.0);
    ui.add_space(GRID * 2.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let leave = format!("{}: {text}", shown.say(h::LEAVE_HISTORY));
    icon::named(ui, &response, &leave);
    let ground = if response.hovered() {
        palette.panel_sunk
    } else {
        palette.accent_soft
    };
    ui.painter().rect_filled(rect, 13.0, ink(ground));
    let at = pos2(
        rect.left() + GRID * 3.0,
        rect.center().y - galley.size().y / 2.0,
    );
    ui.painter().galley(at, galley, ink(palette.accent));
    let cross = pos2(rect.right() - 13.0, rect.center().y);
    icon::paint_small(ui.painter(), Icon::Close, cross, ink(palette.accent));
    icon::focus_ring(ui.painter(), &response, rect, palette);
    let key = key_of(Command::Escape, shown.lang());
    let words = shown.say(h::LEAVE_HISTORY);
    if icon::tooltip(response, &words, &key, palette).clicked() {
        actions.push(Action::Select(None));
    }
}
