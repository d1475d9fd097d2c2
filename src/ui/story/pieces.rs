//! Pieces of the story panel: buttons with words, fields, switches, boxes.
//!
//! None pushes an action by itself.

use crate::lang::Words;
use crate::ui::icon;
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use egui::{
    Align2, EventFilter, Frame, Id, Key, Label, Margin, Rect, Response, Sense, Stroke, StrokeKind,
    TextEdit, Ui, Vec2, vec2,
};

/// Height of a button with words.
const BUTTON_PT: f32 = 26.0;

/// How much a button asks to be pressed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// It is what most want.
    First,
    /// One of several.
    Other,
}

/// A button with words.
pub(super) fn button_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    words: Words,
    key: &str,
    weight: Weight,
) -> Response {
    named_button_ui(ui, shown, &shown.say(words), &shown.say(words), key, weight)
}

/// The same with another name for screen readers and the tooltip.
pub(super) fn named_button_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    text: &str,
    name: &str,
    key: &str,
    weight: Weight,
) -> Response {
    let palette = shown.ink();
    let (fill, edge, color) = match weight {
        Weight::First => (palette.accent, palette.accent, palette.on_accent),
        Weight::Other => (palette.panel, palette.hairline_strong, palette.text),
    };
    let galley = ui
        .painter()
        .layout_no_wrap(text.to_owned(), Type::Body.font(), ink(color));
    let size = vec2(galley.size().x + GRID * 5.0, BUTTON_PT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    icon::named(ui, &response, name);
    let fill = match (weight, response.hovered()) {
        (Weight::Other, true) => palette.panel_sunk,
        (Weight::First, true) => palette.accent.with_opacity(0.88),
        (Weight::First | Weight::Other, false) => fill,
    };
    let line = Stroke::new(1.0, ink(edge));
    ui.painter()
        .rect(rect, 3.0, ink(fill), line, StrokeKind::Inside);
    ui.painter()
        .galley(rect.center() - galley.size() / 2.0, galley, ink(color));
    icon::focus_ring(ui.painter(), &response, rect.expand(2.0), palette);
    match key.is_empty() {
        true => response,
        false => icon::tooltip(response, name, key, palette),
    }
}

/// A field for text: its id, what a screen reader says, what stands in it while it is empty, how many lines it shows.
pub(super) struct Field<'a> {
    pub id: Id,
    pub name: &'a str,
    pub hint: &'a str,
    pub lines: usize,
    pub most: usize,
}

/// Draws a field; Escape leaves it.
pub(super) fn field_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    field: &Field<'_>,
    text: &mut String,
) -> Response {
    let palette = shown.ink();
    let has_focus = ui.memory(|memory| memory.has_focus(field.id));
    let edge = match has_focus {
        true => Stroke::new(2.0, ink(palette.focus_ring)),
        false => Stroke::new(1.0, ink(palette.hairline)),
    };
    let margin = match field.lines {
        1 => Margin::symmetric(8, 5),
        _ => Margin::symmetric(8, 6),
    };
    let edit = match field.lines {
        1 => TextEdit::singleline(text),
        lines => TextEdit::multiline(text).desired_rows(lines),
    };
    let edit = edit
        .id(field.id)
        .font(Type::Body.font())
        .text_color(ink(palette.text))
        .hint_text(Type::Body.text(field.hint, palette.text_2))
        .char_limit(field.most)
        .margin(margin)
        .align(Align2::LEFT_TOP)
        .desired_width(ui.available_width())
        .frame(
            Frame::NONE
                .fill(ink(palette.panel_sunk))
                .corner_radius(3.0)
                .inner_margin(margin),
        )
        .event_filter(EventFilter {
            horizontal_arrows: true,
            vertical_arrows: field.lines > 1,
            escape: true,
            ..EventFilter::default()
        });
    let response = ui.add(edit).accessible_name(field.name);
    ui.painter()
        .rect_stroke(response.rect, 3.0, edge, StrokeKind::Inside);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.has_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
        response.surrender_focus();
    }
    response
}

/// A heading over a field or a group.
pub(super) fn label_ui(ui: &mut Ui, shown: &Shown<'_>, words: Words) {
    ui.add_space(GRID * 2.0);
    ui.add(Label::new(shown.heading(words)));
    ui.add_space(2.0);
}

/// A switch: a box that is ticked or not, and its words.
pub(super) fn switch_ui(ui: &mut Ui, shown: &Shown<'_>, words: Words, on: bool) -> Response {
    let palette = shown.ink();
    let text = shown.say(words);
    let galley = ui
        .painter()
        .layout_no_wrap(text.clone(), Type::Body.font(), ink(palette.text));
    let size = vec2(galley.size().x + 22.0, 24.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, on, &text));
    let middle = rect.left_center() + vec2(7.0, 0.0);
    let square = Rect::from_center_size(middle, Vec2::splat(13.0));
    if on {
        ui.painter().rect_filled(square, 2.0, ink(palette.accent));
        icon::paint_small(
            ui.painter(),
            icon::Icon::Check,
            middle,
            ink(palette.on_accent),
        );
    } else {
        let edge = Stroke::new(1.0, ink(palette.text_3));
        ui.painter()
            .rect_stroke(square, 2.0, edge, StrokeKind::Inside);
    }
    let at = rect.left_center() + vec2(20.0, -galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink(palette.text));
    icon::focus_ring(ui.painter(), &response, rect.expand(2.0), palette);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// One of two or three words side by side, underlined while it is chosen.
pub(super) fn tab_ui(ui: &mut Ui, shown: &Shown<'_>, text: &str, name: &str, on: bool) -> bool {
    let palette = shown.ink();
    let (kind, color) = match on {
        true => (Type::Strong, palette.text),
        false => (Type::Body, palette.text_2),
    };
    let galley = ui
        .painter()
        .layout_no_wrap(text.to_owned(), kind.font(), ink(color));
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x, BUTTON_PT), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, on, name));
    ui.painter()
        .galley(rect.center() - galley.size() / 2.0, galley, ink(color));
    if on || response.hovered() {
        let line = if on {
            palette.accent
        } else {
            palette.hairline_strong
        };
        let line = Stroke::new(2.0, ink(line));
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 2.0, line);
    }
    icon::focus_ring(ui.painter(), &response, rect.expand(3.0), palette);
    response.clicked()
}

/// A box in which something is asked or told, with an edge of that colour.
pub(super) fn box_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    edge: crate::style::Color,
    content: impl FnOnce(&mut Ui),
) {
    let frame = Frame::new()
        .fill(ink(shown.ink().panel_sunk))
        .stroke(Stroke::new(1.0, ink(edge)))
        .corner_radius(3.0)
        .inner_margin(Margin::symmetric(10, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = GRID * 1.5;
        content(ui);
    });
    ui.add_space(GRID * 2.0);
}
