//! The layer list, which is the legend: each line shows the symbol as drawn, a count and an eye.
//!
//! The lines come from the composition; this sets them and switches them.

use super::icon;
use super::map::painter::paint_items;
use super::shown::Shown;
use super::theme::{GRID, Type, ink};
use super::widgets::put_cut;
use crate::lang::{number, ui_words as w};
use crate::scene::{LegendRow, LegendSection, SWATCH_PT};
use crate::state::{Action, MapAction};
use egui::{Rect, ScrollArea, Sense, Ui, pos2, vec2};

/// Width kept for an eye.
const EYE_PT: f32 = 22.0;

/// Draws the panel below its tabs.
pub fn layers_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let width = ui.available_width();
    let mut scrolled = super::widgets::with_margin(ui);
    ScrollArea::vertical()
        .auto_shrink(false)
        .show(&mut scrolled, |ui| {
            ui.set_max_width(width);
            super::countries_by::choices_ui(ui, shown, actions);
            for section in &shown.composition.legend.sections {
                section_ui(ui, shown, section, actions);
            }
            ui.add_space(GRID * 3.0);
        });
}

fn section_ui(ui: &mut Ui, shown: &Shown<'_>, section: &LegendSection, actions: &mut Vec<Action>) {
    ui.add_space(GRID);
    let palette = shown.ink();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
    let mut right = rect.right();
    if let Some(key) = section.layer {
        right -= EYE_PT;
        let on = shown.state.map.shows_line(key);
        if eye_ui(ui, shown, rect, (on, true), key, &section.title) {
            actions.push(Action::Map(MapAction::ToggleLine(key.to_owned())));
        }
    }
    let painter = ui.painter();
    let font = Type::SmallStrong.font();
    let title = painter.layout_no_wrap(section.title.clone(), font, ink(palette.text_2));
    let room = right - rect.left() - title.size().x - GRID;
    let at = pos2(rect.left(), rect.center().y - title.size().y / 2.0);
    painter.galley(at, title, ink(palette.text_2));
    let detail = painter.layout_no_wrap(
        section.detail.clone(),
        Type::Small.font(),
        ink(palette.text_2),
    );
    if detail.size().x <= room {
        let at = pos2(
            right - detail.size().x,
            rect.center().y - detail.size().y / 2.0,
        );
        painter.galley(at, detail, ink(palette.text_2));
    }
    let hidden = section
        .layer
        .is_some_and(|key| !shown.state.map.shows_line(key));
    ui.scope(|ui| {
        if hidden {
            ui.set_opacity(0.45);
        }
        rows_ui(ui, shown, section, actions);
    });
}

fn rows_ui(ui: &mut Ui, shown: &Shown<'_>, section: &LegendSection, actions: &mut Vec<Action>) {
    let columns = usize::from(section.columns.max(1));
    let gap = if columns > 1 { GRID } else { 0.0 };
    let form = Form::of(columns);
    let width = (ui.available_width() - gap * (columns - 1) as f32) / columns as f32;
    for line in section.rows.chunks(columns) {
        let height = line.iter().map(row_height).fold(0.0, f32::max);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        for (row, column) in line.iter().zip(0u8..) {
            let left = rect.left() + (width + gap) * f32::from(column);
            let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(width, height));
            row_ui(ui, shown, row, cell, form, actions);
        }
    }
}

/// How the lines of a section are set: alone, or several on a line.
#[derive(Clone, Copy)]
struct Form {
    kind: Type,
    /// The sample moved, so that small samples do not stand far from the edge.
    shift: f32,
    /// Between sample and words.
    gap: f32,
}

impl Form {
    fn of(columns: usize) -> Form {
        match columns {
            0 | 1 => Form {
                kind: Type::Body,
                shift: 0.0,
                gap: GRID * 2.0,
            },
            _ => Form {
                kind: Type::Small,
                shift: -5.0,
                gap: 2.0,
            },
        }
    }
}

fn row_height(row: &LegendRow) -> f32 {
    if row.detail.is_empty() { 20.0 } else { 34.0 }
}

fn row_ui(
    ui: &Ui,
    shown: &Shown<'_>,
    row: &LegendRow,
    cell: Rect,
    form: Form,
    actions: &mut Vec<Action>,
) {
    let palette = shown.ink();
    let first_line = cell.top() + 10.0;
    let mut painter = ui.painter().clone();
    if !row.shown {
        painter.multiply_opacity(0.5);
    }
    let origin = pos2(cell.left() + form.shift, first_line - SWATCH_PT[1] / 2.0);
    paint_items(&painter, &row.swatch, origin, shown.glyphs);
    let mut right = cell.right();
    // Where space is short the eye takes the place of the count while the line is pointed at.
    let short = form.kind == Type::Small;
    let eye = !short || !row.shown || ui.rect_contains_pointer(cell);
    if let Some(key) = &row.key {
        let line = Rect::from_min_max(cell.min, pos2(cell.right(), cell.top() + 20.0));
        if eye_ui(ui, shown, line, (row.shown, eye), key, &row.label) {
            actions.push(Action::Map(MapAction::ToggleLine(key.clone())));
        }
    }
    if !short {
        right -= EYE_PT;
    }
    if let Some(count) = row.count.filter(|_| !short || !eye || row.key.is_none()) {
        let text = number(u32::try_from(count).unwrap_or(u32::MAX), shown.lang());
        let galley = painter.layout_no_wrap(text, Type::Small.font(), ink(palette.text_2));
        let width = galley.size().x;
        let at = pos2(right - width, first_line - galley.size().y / 2.0);
        painter.galley(at, galley, ink(palette.text_2));
        right -= width + GRID;
    } else if short && row.key.is_some() {
        right -= EYE_PT;
    }
    let left = cell.left() + form.shift + SWATCH_PT[0] + form.gap;
    let at = pos2(left, first_line);
    let mut cut = put_cut(
        &painter,
        &row.label,
        form.kind,
        palette.text,
        at,
        right - left,
    );
    if !row.detail.is_empty() {
        let at = pos2(left, first_line + 15.0);
        let room = cell.right() - left;
        cut |= put_cut(&painter, &row.detail, Type::Small, palette.text_2, at, room);
    }
    if cut {
        let words = Rect::from_min_max(cell.min, pos2(right, cell.bottom()));
        let id = ui.scope_id().with(("words", &row.label, left as i32));
        let whole = [row.label.as_str(), row.detail.as_str()].join("\n");
        ui.interact(words, id, Sense::hover())
            .on_hover_text(shown.small(whole.trim_end()));
    }
}

/// An eye at the right end of a line: open or crossed out, and whether it is drawn.
fn eye_ui(
    ui: &Ui,
    shown: &Shown<'_>,
    line: Rect,
    (on, seen): (bool, bool),
    key: &str,
    what: &str,
) -> bool {
    let palette = shown.ink();
    let rect = Rect::from_min_max(
        pos2(line.right() - EYE_PT + 2.0, line.top()),
        line.right_bottom(),
    );
    let response = ui.interact(rect, ui.scope_id().with(("eye", key, what)), Sense::click());
    let words = if on { w::HIDE } else { w::SHOW };
    let name = format!("{} {what}", shown.say(words));
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, on, &name));
    let color = match (response.hovered(), on) {
        (true, _) => palette.text,
        (false, true) => palette.text_2,
        (false, false) => palette.text_3,
    };
    if seen || response.has_focus() {
        icon::paint_eye(ui.painter(), on, rect.center(), ink(color));
    }
    icon::focus_ring(ui.painter(), &response, rect, palette);
    icon::tooltip(response, &name, "", palette).clicked()
}
