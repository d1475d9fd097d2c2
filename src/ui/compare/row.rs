//! A row of the change list: what changed, how, and when.
//!
//! The row and its date are two links; what they lead to is the list's business.

use crate::calendar::PartialDate;
use crate::export::briefing::Line;
use crate::lang::{compare_words as c, typeset};
use crate::style::Holder;
use crate::ui::facts::short_date;
use crate::ui::icon;
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use egui::{CursorIcon, Rect, Sense, Stroke, Ui, pos2, vec2};

/// Width of the dates.
const DATE_PT: f32 = 78.0;
/// Distance of the marks of holders.
const MARK_PT: f32 = 14.0;
/// So many marks are drawn on either side.
const MARKS: usize = 4;

/// What a row was asked for.
pub(super) enum Asked {
    Nothing,
    /// Show what it is about.
    Show,
    /// Go to its day.
    Go(PartialDate),
}

/// Draws a row over the whole width; bars of troops are as long as the date's column for `most` persons.
pub(super) fn row_ui(ui: &mut Ui, shown: &Shown<'_>, line: &Line, most: u32) -> Asked {
    let (palette, lang) = (shown.ink(), shown.lang());
    let width = ui.available_width() - DATE_PT - GRID;
    let (name_color, sense) = match line.selected {
        Some(_) => (palette.accent, Sense::click()),
        None => (palette.text, Sense::hover()),
    };
    let set = |text: &str, kind: Type, color, width| {
        let text = typeset(text, lang);
        ui.painter().layout(text, kind.font(), ink(color), width)
    };
    let name = set(&line.name, Type::Body, name_color, width);
    let marks = marks_width(line);
    let change = (!line.change.is_empty())
        .then(|| set(&line.change, Type::Small, palette.text_2, width - marks));
    let below = change.as_ref().map_or(0.0, |galley| galley.size().y + 1.0);
    let size = vec2(ui.available_width(), name.size().y + below + 4.0);
    let (rect, response) = ui.allocate_exact_size(size, sense);
    let when = line.when.map(|when| short_date(when, lang));
    let said = [Some(line.said(lang)), when.clone()];
    let said: Vec<String> = said.into_iter().flatten().collect();
    let said = said.join(", ");
    let role = if line.selected.is_some() {
        egui::Role::Link
    } else {
        egui::Role::Label
    };
    response.widget_info(|| egui::WidgetInfo::labeled(role, true, &said));
    let asked = match (line.when, &when) {
        (Some(day), Some(text)) => date_ui(ui, shown, text, rect).then_some(Asked::Go(day)),
        (None, _) | (_, None) => None,
    };
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        let ground = match (
            line.selected.as_ref().is_some_and(|s| shown.is_selected(s)),
            response.hovered(),
        ) {
            (true, _) => Some(palette.accent_soft),
            (false, true) if line.selected.is_some() => Some(palette.panel_sunk),
            (false, _) => None,
        };
        if let Some(color) = ground {
            painter.rect_filled(rect.expand2(vec2(4.0, 0.0)), 3.0, ink(color));
        }
        let top = rect.top() + 2.0;
        let second = top + name.size().y + 1.0;
        painter.galley(pos2(rect.left(), top), name, ink(name_color));
        if let Some(galley) = change {
            marks_ui(ui, shown, line, pos2(rect.left(), second + 8.0));
            painter.galley(
                pos2(rect.left() + marks, second),
                galley,
                ink(palette.text_2),
            );
        }
        if let Some(text) = when {
            let small = painter.layout_no_wrap(text, Type::Small.font(), ink(palette.text_2));
            let at = pos2(rect.right() - small.size().x, top + 1.0);
            painter.galley(at, small, ink(palette.text_2));
        }
        if let Some(figures) = line.figures {
            bars_ui(ui, shown, figures, most, pos2(rect.right(), second + 5.0));
        }
        icon::focus_ring(painter, &response, rect.expand(2.0), palette);
    }
    let clicked = response.on_hover_cursor(match line.selected {
        Some(_) => CursorIcon::PointingHand,
        None => CursorIcon::Default,
    });
    match asked {
        Some(asked) => asked,
        None if clicked.clicked() => Asked::Show,
        None => Asked::Nothing,
    }
}

/// The date at the right end of a row, underlined while pointed at; was it clicked?
fn date_ui(ui: &Ui, shown: &Shown<'_>, text: &str, row: Rect) -> bool {
    let area = Rect::from_min_max(
        pos2(row.right() - DATE_PT, row.top()),
        pos2(row.right(), row.top() + 20.0),
    );
    let id = ui
        .scope_id()
        .with(("date of row", row.top().to_bits(), text));
    let response = ui.interact(area, id, Sense::click());
    let name = format!("{} {text}", shown.say(c::GO_TO));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &name));
    if response.hovered() {
        let line = Stroke::new(1.0, ink(shown.ink().text_2));
        let from = area.right() - shown_width(ui, text);
        ui.painter()
            .hline(from..=area.right(), row.top() + 18.0, line);
    }
    icon::focus_ring(ui.painter(), &response, area, shown.ink());
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    response.on_hover_text(shown.small(name)).clicked()
}

fn shown_width(ui: &Ui, text: &str) -> f32 {
    let color = egui::Color32::PLACEHOLDER;
    let galley = ui
        .painter()
        .layout_no_wrap(text.to_owned(), Type::Small.font(), color);
    galley.size().x
}

fn marks_width(line: &Line) -> f32 {
    let counts = line.holders.each_ref().map(|codes| codes.len().min(MARKS));
    let arrow = if counts[0] > 0 && counts[1] > 0 {
        MARK_PT
    } else {
        0.0
    };
    match counts[0] + counts[1] {
        0 => 0.0,
        all => all as f32 * MARK_PT + arrow + 2.0,
    }
}

/// Two bars from the right edge of the dates: troops before, pale, and after.
fn bars_ui(ui: &Ui, shown: &Shown<'_>, figures: [u32; 2], most: u32, right: egui::Pos2) {
    let palette = shown.ink();
    for (troops, (color, y)) in figures
        .into_iter()
        .zip([(palette.hist, 0.0), (palette.hist_on, 4.0)])
    {
        let length = (DATE_PT - GRID * 2.0) * troops as f32 / most.max(1) as f32;
        let corner = right + vec2(-length, y);
        let bar = Rect::from_min_size(corner, vec2(length, 3.0));
        ui.painter().rect_filled(bar, 0.0, ink(color));
    }
}

/// Marks of the holders before, an arrow, marks of the holders after.
fn marks_ui(ui: &Ui, shown: &Shown<'_>, line: &Line, left: egui::Pos2) {
    let [before, after] = &line.holders;
    let mut at = pos2(left.x + MARK_PT / 2.0 - 1.0, left.y);
    let put = |codes: &[String], at: &mut egui::Pos2| {
        for code in codes.iter().take(MARKS) {
            shown.holder_mark(ui.painter(), Holder::of_code(code), *at);
            at.x += MARK_PT;
        }
    };
    put(before, &mut at);
    if !before.is_empty() && !after.is_empty() {
        let tip = at + vec2(4.0, 0.0);
        let stroke = Stroke::new(1.2, ink(shown.ink().text_2));
        for from in [vec2(-8.0, 0.0), vec2(-3.0, -2.5), vec2(-3.0, 2.5)] {
            ui.painter().line_segment([tip + from, tip], stroke);
        }
        at.x += MARK_PT;
    }
    put(after, &mut at);
}
