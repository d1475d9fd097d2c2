//! The strip over the map that tells of a job while the dialog is closed.
//!
//! It stays until the job is done and its end has been seen.

use super::controls::{Weight, button_ui};
use super::job::{made_ui, running_ui};
use super::offered::Job;
use crate::lang::{export_words as w, ui_words};
use crate::state::{Action, ExportAction};
use crate::ui::icon::{self, Icon};
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use egui::{Align, Label, Layout, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

/// Height of the strip.
const STRIP_PT: f32 = 40.0;
/// Its width, where there is room.
const WIDTH_PT: f32 = 620.0;

/// Draws the strip when there is something to tell.
pub(super) fn strip_ui(ui: &mut Ui, shown: &Shown<'_>, map: Rect, actions: &mut Vec<Action>) {
    let job = shown.offered.job;
    if matches!(job, Job::Idle) {
        return;
    }
    let palette = shown.ink();
    let width = (map.width() - GRID * 6.0).clamp(180.0, WIDTH_PT);
    let corner = pos2(
        map.center().x - width / 2.0,
        map.bottom() - STRIP_PT - GRID * 11.0,
    );
    let place = Rect::from_min_size(corner, vec2(width, STRIP_PT));
    // What lies under it is out of reach.
    ui.interact(
        place,
        ui.scope_id().with("job ground"),
        Sense::CLICK | Sense::DRAG,
    );
    let edge = Stroke::new(1.0, ink(palette.hairline_strong));
    ui.painter()
        .rect(place, 4.0, ink(palette.panel), edge, StrokeKind::Inside);
    let inner = place.shrink2(vec2(GRID * 3.0, GRID));
    let layout = Layout::right_to_left(Align::Center);
    let builder = UiBuilder::new().max_rect(inner).layout(layout);
    let mut ends = ui.new_child(builder.id_salt("job ends"));
    if job.is_running() {
        if button_ui(&mut ends, shown, &shown.say(w::STOP), Weight::Other).clicked() {
            actions.push(Action::Export(ExportAction::Stop));
        }
    } else {
        let name = shown.say(ui_words::DISMISS);
        if icon::button_ui(&mut ends, Icon::Close, &name, "", palette).clicked() {
            actions.push(Action::Export(ExportAction::Dismiss));
        }
    }
    let to = ends.min_rect().left() - GRID * 2.0;
    let left = Rect::from_min_max(inner.min, pos2(to, inner.bottom()));
    let builder = UiBuilder::new()
        .max_rect(left)
        .layout(Layout::left_to_right(Align::Center));
    let mut words = ui.new_child(builder.id_salt("job"));
    words.set_clip_rect(left.intersect(ui.clip_rect()));
    match job {
        Job::Idle => {}
        Job::Running { .. } => running_ui(&mut words, shown),
        Job::Made(_) => made_ui(&mut words, shown, actions),
        // A question waits for the dialog.
        Job::Asking { .. } => actions.push(Action::Export(ExportAction::Toggle)),
        Job::Failed(fault) => {
            let text = Type::Body.text(fault.sentence(shown.lang()), palette.error);
            words.add(Label::new(text).wrap());
        }
    }
}
