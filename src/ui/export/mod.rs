//! The export dialog: a proof at the left, what is chosen at the right, the place and the job below.
//!
//! It shows what it is given and pushes what is chosen; drawing proofs and making files is `app`'s.

mod choices;
mod controls;
mod job;
mod offered;
mod place;
mod proof;
mod strip;
mod time;
mod typed;
mod words;

pub use offered::{Job, Offered};

use super::icon::{self, Icon};
use super::layout::Areas;
use super::shown::Shown;
use super::theme::{GRID, Type, ink};
use crate::lang::{export_words as w, ui_words};
use crate::state::export::What;
use crate::state::{Action, ExportAction};
use controls::switch_ui;
use egui::{
    Align, Area, Frame, Id, Label, Layout, Margin, Modal, Rect, ScrollArea, Ui, UiBuilder, pos2,
    vec2,
};
use typed::Fields;

/// The largest dialog, within its margins.
const MOST_PT: [f32; 2] = [1320.0, 820.0];
/// What stays free around it.
const AROUND_PT: f32 = 44.0;
/// Its margins.
const MARGIN_PT: f32 = 20.0;
/// Height of the head: title and what is made.
const HEAD_PT: f32 = 40.0;
/// Height of the foot: place and job.
const FOOT_PT: f32 = 112.0;
/// Width of the choices.
const CHOICES_PT: f32 = 336.0;

/// What the dialog remembers from frame to frame.
#[derive(Default)]
pub struct ExportDialog {
    /// Texts that are being typed.
    fields: Fields,
    /// The share of a film or a series that the proof shows, 0 to 1.
    share: f32,
    /// Has the user chosen it? Otherwise it is that of the window's day.
    is_share_chosen: bool,
    /// Room for the proof, in pixels; none before it is drawn.
    room_px: [u32; 2],
    /// Was it open in the last frame?
    was_open: bool,
}

impl ExportDialog {
    /// The share of a film or a series that the proof shows, 0 to 1.
    pub fn share(&self) -> f32 {
        self.share
    }

    /// Room for the proof, in pixels; none before the dialog is drawn.
    pub fn room_px(&self) -> [u32; 2] {
        self.room_px
    }

    /// Draws the dialog, or while it is closed the strip of a job that goes on.
    pub fn export_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        areas: &Areas,
        actions: &mut Vec<Action>,
    ) {
        let opens = shown.state.export.is_open && !self.was_open;
        self.was_open = shown.state.export.is_open;
        if !shown.state.export.is_open {
            self.room_px = [0, 0];
            strip::strip_ui(ui, shown, areas.map, actions);
            return;
        }
        if opens {
            self.fields = Fields::default();
            self.is_share_chosen = false;
        }
        let palette = shown.ink();
        let id = Id::unique("export");
        let frame = Frame::window(ui.style())
            .inner_margin(Margin::same(MARGIN_PT as i8))
            .fill(ink(palette.panel));
        let area = Area::new(id)
            .anchor(egui::Align2::CENTER_CENTER, vec2(0.0, 0.0))
            .order(egui::Order::Foreground);
        let room = ui.ctx().content_rect().size() - vec2(AROUND_PT, AROUND_PT);
        let inner = room - vec2(MARGIN_PT, MARGIN_PT) * 2.0;
        let size = inner.min(vec2(MOST_PT[0], MOST_PT[1]));
        let modal = Modal::new(id)
            .area(area)
            .frame(frame)
            .backdrop_color(ink(palette.shadow.with_opacity(2.0)))
            .show(ui.ctx(), |ui| {
                let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
                self.sheet_ui(ui, shown, (rect, opens), actions)
            });
        let is_beside = modal.backdrop_response.clicked();
        if modal.inner || is_beside {
            actions.push(Action::Export(ExportAction::Toggle));
        }
    }

    /// The whole sheet; true when it is to be closed.
    fn sheet_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        (rect, opens): (Rect, bool),
        actions: &mut Vec<Action>,
    ) -> bool {
        let head = Rect::from_min_size(rect.min, vec2(rect.width(), HEAD_PT));
        let foot_top = rect.bottom() - FOOT_PT;
        let foot = Rect::from_min_max(pos2(rect.left(), foot_top), rect.max);
        let middle = head.bottom() + GRID * 2.0..=foot_top - GRID * 3.0;
        let parting = (rect.right() - CHOICES_PT).max(rect.left() + rect.width() * 0.4);
        let proof = Rect::from_x_y_ranges(rect.left()..=parting - GRID * 5.0, middle.clone());
        let choices = Rect::from_x_y_ranges(parting..=rect.right(), middle);
        let mut settings = shown.state.export.settings.clone();
        self.fields.begin();
        let closes = head_ui(&mut child(ui, "head", head), shown, &mut settings.what);
        self.proof_ui(&mut child(ui, "proof", proof), shown);
        let mut right = child(ui, "choices", choices);
        ScrollArea::vertical()
            .max_height(choices.height())
            .min_scrolled_height(choices.height())
            .auto_shrink(false)
            .show(&mut right, |ui| {
                // The scroll bar stands beside the choices, not on them.
                ui.set_max_width(ui.available_width() - GRID * 2.5);
                self.choices_ui(ui, shown, &mut settings, actions);
            });
        let is_fine = !self.fields.has_fault();
        let mut below = child(ui, "foot", foot);
        self.place_ui(&mut below, shown, &mut settings, actions);
        job::foot_ui(&mut below, shown, job::Frame { opens, is_fine }, actions);
        if settings != shown.state.export.settings {
            actions.push(Action::Export(ExportAction::Set(Box::new(settings))));
        }
        closes
    }
}

/// A part of the sheet that draws nothing outside it but the ring of the focus.
fn child(ui: &mut Ui, name: &str, rect: Rect) -> Ui {
    let builder = UiBuilder::new().max_rect(rect).id_salt(name);
    let mut child = ui.new_child(builder.layout(Layout::top_down(Align::Min)));
    child.set_clip_rect(rect.expand(GRID).intersect(ui.clip_rect()));
    child
}

/// The title, what is made, and the cross; true when that was clicked.
fn head_ui(ui: &mut Ui, shown: &Shown<'_>, what: &mut What) -> bool {
    let mut closes = false;
    ui.horizontal_centered(|ui| {
        let title = Type::Title.text(shown.say(w::EXPORT), shown.ink().text);
        ui.add(Label::new(title));
        ui.add_space(GRID * 4.0);
        let kinds = words::said(shown, What::ALL, words::what);
        let room = vec2(ui.available_width() - GRID * 10.0, HEAD_PT);
        let layout = Layout::left_to_right(Align::Center);
        ui.allocate_ui_with_layout(room, layout, |ui| {
            if let Some(chosen) = switch_ui(ui, shown, &shown.say(w::WHAT), &kinds, *what) {
                *what = chosen;
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = shown.say(ui_words::CLOSE);
            closes = icon::button_ui(ui, Icon::Close, &name, "", shown.ink()).clicked();
        });
    });
    closes
}
