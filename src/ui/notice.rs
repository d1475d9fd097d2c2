//! A bar over the map for what went wrong, with a way to dismiss it.
//!
//! It shows the first lines and says how many more there are. What went well is not announced, but for what is copied (`copied`).

use super::icon::{self, Icon};
use super::shown::Shown;
use super::theme::{GRID, Type, ink};
use crate::lang::{Lang, ui_words as w};
use egui::{Frame, Label, Margin, Rect, Stroke, Ui, UiBuilder, pos2, vec2};

/// How many lines are shown.
const LINES: usize = 3;

/// Draws the bar into the top of `map`; true when it was dismissed.
pub fn notice_ui(ui: &mut Ui, shown: &Shown<'_>, map: Rect, text: &str) -> bool {
    let palette = shown.ink();
    let width = (map.width() - 120.0).clamp(200.0, 620.0);
    let corner = pos2(map.center().x - width / 2.0, map.top() + GRID * 3.0);
    let place = Rect::from_min_size(corner, vec2(width, 10.0));
    let mut inner = ui.new_child(UiBuilder::new().max_rect(place).id_salt("notice"));
    let frame = Frame::new()
        .fill(ink(palette.panel))
        .stroke(Stroke::new(1.0, ink(palette.error)))
        .corner_radius(4)
        .inner_margin(Margin::symmetric(12, 8));
    let mut dismissed = false;
    frame.show(&mut inner, |ui| {
        ui.set_width(width - 26.0);
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(width - 26.0 - 36.0);
                lines_ui(ui, shown, text);
            });
            dismissed =
                icon::sized_button_ui(ui, Icon::Close, &shown.say(w::DISMISS), "", 24.0, palette)
                    .clicked();
        });
    });
    dismissed
}

fn lines_ui(ui: &mut Ui, shown: &Shown<'_>, text: &str) {
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    for line in lines.iter().take(LINES) {
        ui.add(Label::new(Type::Body.text(*line, shown.ink().text)).wrap());
    }
    let more = lines.len().saturating_sub(LINES);
    if more > 0 {
        let text = match shown.lang() {
            Lang::En => format!("and {more} more"),
            Lang::Fr => format!("et {more} de plus"),
        };
        ui.add(Label::new(shown.small(text)));
    }
}
