//! The proof: the very picture that would be made, as large as there is room, and below it what it comes to.
//!
//! Of a film or a series a slider chooses which picture is shown.

use super::time::comes_to;
use super::{ExportDialog, controls};
use crate::calendar::date_words;
use crate::export::order::at;
use crate::lang::{export_words as w, number};
use crate::state::export::What;
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use egui::{Rect, Sense, Slider, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

/// Height of the line below the proof.
const LINE_PT: f32 = 22.0;
/// The most pixels of a side of a proof.
const MOST_PX: f32 = 2400.0;

impl ExportDialog {
    /// The proof and the lines below it.
    pub(super) fn proof_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>) {
        let whole = ui.max_rect();
        let has_slider = shown.state.export.settings.what != What::Picture;
        let lines = if has_slider {
            LINE_PT * 2.0 + GRID
        } else {
            LINE_PT
        };
        let room = Rect::from_min_max(whole.min, pos2(whole.right(), whole.bottom() - lines));
        self.picture_ui(ui, shown, room);
        let below = pos2(whole.left(), room.bottom() + GRID);
        let below = Rect::from_min_max(below, whole.max);
        let mut line = ui.new_child(egui::UiBuilder::new().max_rect(below));
        if has_slider {
            self.slider_ui(&mut line, shown);
        }
        controls::note_ui(&mut line, &caption(shown), shown.ink().text_2);
    }

    fn picture_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, room: Rect) {
        let palette = shown.ink();
        let painter = ui.painter();
        painter.rect_filled(room, 3.0, ink(palette.panel_sunk));
        let inner = room.shrink(GRID * 2.0);
        let scale = ui.pixels_per_point();
        let px = |pt: f32| (pt * scale).clamp(1.0, MOST_PX) as u32;
        self.room_px = [px(inner.width()), px(inner.height())];
        let response = ui.interact(room, ui.scope_id().with("proof"), Sense::hover());
        let name = shown.say(w::PREVIEW);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &name));
        let Some(texture) = shown.offered.proof else {
            let words = match shown.offered.is_drawing || shown.offered.told.is_none() {
                true => w::DRAWING,
                false => w::NO_PREVIEW,
            };
            let words = shown.say(words);
            let galley =
                painter.layout(words, Type::Body.font(), ink(palette.text_2), inner.width());
            painter.galley(
                room.center() - galley.size() / 2.0,
                galley,
                ink(palette.text_2),
            );
            return;
        };
        let own = texture.size_vec2() / scale;
        let fit = (inner.width() / own.x).min(inner.height() / own.y);
        // The very pixels where it was drawn for this room.
        let fit = if (fit - 1.0).abs() < 0.02 { 1.0 } else { fit };
        let snapped = |at: f32| (at * scale).round() / scale;
        let corner = inner.center() - own * fit / 2.0;
        let corner = pos2(snapped(corner.x), snapped(corner.y));
        let place = Rect::from_min_size(corner, own * fit);
        let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        painter.rect_filled(
            place.translate(vec2(0.0, 2.0)).expand(1.0),
            1.0,
            ink(palette.shadow),
        );
        painter.image(texture.id(), place, uv, egui::Color32::WHITE);
        let edge = Stroke::new(1.0, ink(palette.hairline_strong));
        painter.rect_stroke(place, 0.0, edge, StrokeKind::Outside);
    }

    /// Which picture of a film or a series is shown.
    fn slider_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>) {
        let told = shown.offered.told;
        let days = told.map_or(&[][..], |told| told.days.as_slice());
        let last = days.len().saturating_sub(1);
        if !self.is_share_chosen && last > 0 {
            let now = shown.state.time.date;
            let reached = days.iter().position(|day| *day >= now);
            self.share = reached.unwrap_or(last) as f32 / last as f32;
        }
        let mut index = if days.is_empty() {
            0
        } else {
            at(self.share, days.len())
        };
        let day = days.get(index).map(|day| date_words(*day, shown.lang()));
        ui.horizontal(|ui| {
            ui.set_height(LINE_PT);
            let words = day.unwrap_or_default();
            let width = 150.0_f32.min(ui.available_width() / 2.0);
            ui.spacing_mut().slider_width = ui.available_width() - width - GRID * 3.0;
            let palette = shown.ink();
            let visuals = ui.visuals_mut();
            visuals.widgets.inactive.bg_fill = ink(palette.hairline_strong);
            visuals.selection.bg_fill = ink(palette.accent);
            let slider = Slider::new(&mut index, 0..=last.max(1))
                .show_value(false)
                .trailing_fill(true);
            let slider = ui.add_enabled(last > 0, slider);
            let slider = slider.accessible_name(shown.say(w::PREVIEWED_DAY));
            if slider.changed() && last > 0 {
                self.share = index as f32 / last as f32;
                self.is_share_chosen = true;
            }
            let (rect, _) = ui.allocate_exact_size(Vec2::new(width, LINE_PT), Sense::hover());
            let font = Type::Body.font();
            let galley = ui
                .painter()
                .layout_no_wrap(words, font, ink(shown.ink().text));
            let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, ink(shown.ink().text));
        });
    }
}

/// What the picture, the film or the series comes to.
fn caption(shown: &Shown<'_>) -> String {
    let lang = shown.lang();
    let told = shown.offered.told;
    let px = told.and_then(|told| told.size_px).map(|size| {
        let [w, h] = size.map(|px| number(px, lang));
        format!("{w} × {h} px")
    });
    let parts: Vec<String> = px.into_iter().chain(comes_to(shown)).collect();
    parts.join("  ·  ")
}
