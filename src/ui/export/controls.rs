//! The controls of the export dialog: rows, switches, menus, ticks, fields, buttons.
//!
//! Each returns what was chosen; none pushes an action.

use crate::style::Color;
use crate::ui::icon::{self, Icon};
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use crate::ui::widgets::{choice_ui, put_cut};
use egui::{
    Label, Margin, Popup, Rect, Response, Sense, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, pos2,
    vec2,
};

/// Height of every control.
pub const ROW_PT: f32 = 26.0;
/// Width of the labels at the left of the settings.
pub const LABEL_PT: f32 = 84.0;

/// A row: its label, and the controls right of it.
pub fn row_ui<T>(ui: &mut Ui, shown: &Shown<'_>, label: &str, add: impl FnOnce(&mut Ui) -> T) -> T {
    let size = vec2(ui.available_width(), ROW_PT);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let ground = pos2(rect.left(), rect.center().y);
    let room = LABEL_PT - GRID;
    put_cut(
        ui.painter(),
        label,
        Type::Body,
        shown.ink().text_2,
        ground,
        room,
    );
    let right = Rect::from_min_max(pos2(rect.left() + LABEL_PT, rect.top()), rect.max);
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let builder = UiBuilder::new().max_rect(right).layout(layout);
    let mut inner = ui.new_child(builder.id_salt(label));
    inner.spacing_mut().item_spacing.x = GRID * 1.5;
    add(&mut inner)
}

/// Choices side by side in one frame as wide as there is room.
pub fn switch_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    shown: &Shown<'_>,
    name: &str,
    choices: &[(T, String)],
    now: T,
) -> Option<T> {
    let palette = shown.ink();
    let labels = choices.iter().map(|(choice, text)| {
        let color = if *choice == now {
            palette.on_accent
        } else {
            palette.text_2
        };
        let font = Type::Body.font();
        ui.painter().layout_no_wrap(text.clone(), font, ink(color))
    });
    let labels: Vec<_> = labels.collect();
    let own: f32 = labels.iter().map(|label| label.size().x).sum();
    let width = ui.available_width();
    let air = ((width - own) / choices.len().max(1) as f32).clamp(GRID * 2.0, GRID * 12.0);
    let all = own + air * choices.len() as f32;
    let (frame, _) = ui.allocate_exact_size(vec2(all.min(width), ROW_PT), Sense::hover());
    let edge = Stroke::new(1.0, ink(palette.hairline_strong));
    let painter = ui.painter().clone();
    painter.rect(
        frame,
        3.0,
        ink(palette.panel_sunk),
        edge,
        StrokeKind::Inside,
    );
    let mut chosen = None;
    let mut left = frame.left();
    for (i, ((choice, text), label)) in choices.iter().zip(labels).enumerate() {
        let size = vec2(label.size().x + air, ROW_PT);
        let area = Rect::from_min_size(pos2(left, frame.top()), size);
        left += size.x;
        let id = ui.scope_id().with((name, i));
        let response = ui.interact(area, id, Sense::click());
        let said = format!("{name}: {text}");
        let on = *choice == now;
        response
            .widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, on, &said));
        let fill = match (on, response.hovered()) {
            (true, _) => Some(palette.accent),
            (false, true) => Some(palette.hairline),
            (false, false) => None,
        };
        if let Some(fill) = fill {
            painter.rect_filled(area, 3.0, ink(fill));
        }
        painter.galley(area.center() - label.size() / 2.0, label, ink(palette.text));
        ring(ui, shown, &response, area);
        if response.clicked() {
            chosen = Some(*choice);
        }
    }
    chosen
}

/// A field that opens a menu of choices.
pub fn menu_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    shown: &Shown<'_>,
    name: &str,
    choices: &[(T, String)],
    now: T,
) -> Option<T> {
    let text = choices.iter().find(|(choice, _)| *choice == now);
    let text = text.map_or("", |(_, text)| text.as_str());
    let palette = shown.ink();
    let size = vec2(ui.available_width(), ROW_PT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let said = format!("{name}: {text}");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, &said));
    let edge = match response.hovered() {
        true => palette.text_3,
        false => palette.hairline_strong,
    };
    let edge = Stroke::new(1.0, ink(edge));
    let painter = ui.painter();
    painter.rect(rect, 3.0, ink(palette.panel_sunk), edge, StrokeKind::Inside);
    let at = pos2(rect.left() + GRID * 2.0, rect.center().y);
    let room = rect.width() - GRID * 8.0;
    put_cut(painter, text, Type::Body, palette.text, at, room);
    let chevron = pos2(rect.right() - 14.0, rect.center().y);
    icon::paint(painter, Icon::Down, chevron, ink(palette.text_2));
    ring(ui, shown, &response, rect);
    let mut chosen = None;
    Popup::menu(&response).width(rect.width()).show(|ui| {
        for (choice, text) in choices {
            if choice_ui(ui, shown, text, *choice == now) {
                chosen = Some(*choice);
            }
        }
    });
    chosen
}

/// A line that is on or off; true when it was clicked.
pub fn tick_ui(ui: &mut Ui, shown: &Shown<'_>, text: &str, on: bool, width: f32) -> bool {
    let palette = shown.ink();
    let (rect, response) = ui.allocate_exact_size(vec2(width, 22.0), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, on, text));
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, 3.0, ink(palette.panel_sunk));
    }
    let middle = rect.center().y;
    let square = Rect::from_center_size(pos2(rect.left() + 9.0, middle), vec2(14.0, 14.0));
    match on {
        true => {
            painter.rect_filled(square, 3.0, ink(palette.accent));
            let color = ink(palette.on_accent);
            icon::paint_small(painter, Icon::Check, square.center(), color);
        }
        false => {
            let edge = Stroke::new(1.0, ink(palette.text_3));
            painter.rect_stroke(square, 3.0, edge, StrokeKind::Inside);
        }
    }
    let at = pos2(rect.left() + 22.0, middle);
    put_cut(
        painter,
        text,
        Type::Body,
        palette.text,
        at,
        rect.width() - 22.0,
    );
    ring(ui, shown, &response, rect);
    response.clicked()
}

/// Is what is typed understood?
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// It is, or nothing is said against it.
    Fine,
    /// It is not.
    Wrong,
}

/// A field for one line of text.
pub fn field_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    name: &str,
    text: &mut String,
    (width, typed): (f32, Typed),
) -> Response {
    let palette = shown.ink();
    let edit = TextEdit::singleline(text)
        .font(Type::Body.font())
        .text_color(ink(palette.text))
        .desired_width(width - GRID * 4.0)
        .min_size(vec2(width, ROW_PT))
        .align(egui::Align2::LEFT_CENTER)
        .margin(Margin::symmetric(8, 4));
    let response = ui.add(edit).accessible_name(name.to_owned());
    if typed == Typed::Wrong {
        let edge = Stroke::new(1.5, ink(palette.error));
        ui.painter()
            .rect_stroke(response.rect, 3.0, edge, StrokeKind::Inside);
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response
}

/// How much a button weighs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// What one comes for.
    Main,
    /// What one may do as well.
    Other,
}

impl Weight {
    fn kind(self) -> Type {
        match self {
            Weight::Main => Type::Strong,
            Weight::Other => Type::Body,
        }
    }
}

/// The width of a button with words, in points.
pub fn button_width(ui: &Ui, text: &str, weight: Weight) -> f32 {
    let font = weight.kind().font();
    let label = ui
        .painter()
        .layout_no_wrap(text.to_owned(), font, egui::Color32::PLACEHOLDER);
    label.size().x + GRID * 6.0
}

/// A button with words.
pub fn button_ui(ui: &mut Ui, shown: &Shown<'_>, text: &str, weight: Weight) -> Response {
    let palette = shown.ink();
    let color = match (ui.is_enabled(), weight) {
        (false, _) => palette.text_3,
        (true, Weight::Main) => palette.on_accent,
        (true, Weight::Other) => palette.text,
    };
    let font = weight.kind().font();
    let label = ui
        .painter()
        .layout_no_wrap(text.to_owned(), font, ink(color));
    let size = vec2(label.size().x + GRID * 6.0, 28.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    icon::named(ui, &response, text);
    let (fill, edge) = match (ui.is_enabled(), weight, response.hovered()) {
        (true, Weight::Main, _) => (palette.accent, palette.accent),
        (true, Weight::Other, true) => (palette.panel_sunk, palette.text_3),
        (true, Weight::Other, false) => (palette.panel, palette.hairline_strong),
        (false, Weight::Main | Weight::Other, _) => (palette.panel_sunk, palette.hairline),
    };
    let edge = Stroke::new(1.0, ink(edge));
    ui.painter()
        .rect(rect, 3.0, ink(fill), edge, StrokeKind::Inside);
    if weight == Weight::Main && response.hovered() && ui.is_enabled() {
        ui.painter()
            .rect_filled(rect, 3.0, ink(palette.on_accent.with_opacity(0.12)));
    }
    let at = rect.center() - label.size() / 2.0;
    ui.painter().galley(at, label, ink(color));
    ring(ui, shown, &response, rect.expand(3.0));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A sentence below a field: what is wrong, or what it comes to.
pub fn note_ui(ui: &mut Ui, text: &str, color: Color) {
    let label = Label::new(Type::Small.text(text, color)).wrap();
    ui.add(label);
}

/// The ring of the focus; what has it is brought into view.
fn ring(ui: &Ui, shown: &Shown<'_>, response: &Response, rect: Rect) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    icon::focus_ring(ui.painter(), response, rect, shown.ink());
}
