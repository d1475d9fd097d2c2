//! The first lines about a thing: its kind, how sure it is, its title, its date.
//!
//! Shared by everything that can be selected, so that all begin alike.

use crate::lang::ui_words as w;
use crate::model::Confidence;
use crate::state::Action;
use crate::style::Color;
use crate::ui::commands::{Command, key_of};
use crate::ui::icon::{self, Icon};
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use crate::ui::widgets::paragraph_ui;
use egui::{Align, Label, Layout, Pos2, Sense, Stroke, Ui, pos2, vec2};

/// The line with the sign, the kind, the confidence and the way back to the day.
pub fn kind_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    kind: &str,
    color: Color,
    confidence: Option<Confidence>,
    actions: &mut Vec<Action>,
    sign: impl FnOnce(&egui::Painter, Pos2),
) {
    let row = vec2(ui.available_width(), 26.0);
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::hover());
        ui.painter()
            .circle_stroke(rect.center(), 11.0, Stroke::new(1.4, ink(color)));
        sign(ui.painter(), rect.center());
        ui.add(Label::new(
            Type::Strong.text(kind, color.for_text(shown.ink().panel)),
        ));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = shown.say(w::BACK_TO_DAY);
            let key = key_of(Command::Escape, shown.lang());
            if icon::sized_button_ui(ui, Icon::Close, &name, &key, 22.0, shown.ink()).clicked() {
                actions.push(Action::Select(None));
            }
            if let Some(confidence) = confidence {
                confidence_ui(ui, shown, confidence);
            }
        });
    });
    ui.add_space(GRID / 2.0);
}

/// A dot and a word: full, hollow, half or crossed.
pub fn confidence_ui(ui: &mut Ui, shown: &Shown<'_>, confidence: Confidence) {
    let palette = shown.ink();
    ui.add(Label::new(shown.small(confidence.word(shown.lang()))));
    let (rect, _) = ui.allocate_exact_size(vec2(10.0, 10.0), Sense::hover());
    dot(ui, shown, rect.center(), confidence, palette.accent);
}

/// The dot alone.
pub fn dot(ui: &Ui, shown: &Shown<'_>, at: Pos2, confidence: Confidence, color: Color) {
    let painter = ui.painter();
    match confidence {
        Confidence::Confirmed => {
            painter.circle_filled(at, 4.0, ink(color));
        }
        Confidence::Reported => {
            painter.circle_stroke(at, 3.5, Stroke::new(1.6, ink(color)));
        }
        Confidence::Disputed => {
            painter.circle_stroke(at, 3.5, Stroke::new(1.6, ink(shown.ink().warn)));
            let line = Stroke::new(1.6, ink(shown.ink().warn));
            painter.line_segment([at + vec2(-2.5, 2.5), at + vec2(2.5, -2.5)], line);
        }
        Confidence::Unsourced => {
            painter.circle_stroke(at, 3.5, Stroke::new(1.2, ink(shown.ink().text_3)));
        }
    }
}

/// The title.
pub fn title_ui(ui: &mut Ui, shown: &Shown<'_>, title: &str) {
    paragraph_ui(ui, Type::Title.text(title, shown.ink().text));
}

/// A date and how well it is known.
pub fn date_ui(ui: &mut Ui, shown: &Shown<'_>, date: &str, precision: &str) {
    let palette = shown.ink();
    let main = ui.painter().layout(
        date.to_owned(),
        Type::Body.font(),
        ink(palette.text),
        ui.available_width(),
    );
    let side = ui.painter().layout_no_wrap(
        precision.to_owned(),
        Type::Small.font(),
        ink(palette.text_2),
    );
    let fits =
        main.size().x + GRID * 2.0 + side.size().x <= ui.available_width() && main.rows.len() == 1;
    let height = if fits {
        main.size().y
    } else {
        main.size().y + side.size().y
    };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let at = if fits {
        pos2(
            rect.left() + main.size().x + GRID * 2.0,
            rect.top() + (main.size().y - side.size().y) / 2.0 + 0.5,
        )
    } else {
        pos2(rect.left(), rect.top() + main.size().y)
    };
    ui.painter().galley(rect.min, main, ink(palette.text));
    ui.painter().galley(at, side, ink(palette.text_2));
}
