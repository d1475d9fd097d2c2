//! Small pieces that several panels share: section headings, links, chips, menus, rows of events.
//!
//! Each returns its response; none pushes an action by itself.

use super::icon::{self, Icon};
use super::shown::Shown;
use super::theme::{GRID, Type, ink};
use crate::lang::Words;
use crate::model::Event;
use crate::style::{Color, Holder};
use egui::{Align, Label, Layout, Pos2, Response, RichText, Sense, Stroke, Ui, pos2, vec2};

/// A hairline across the panel with air around it.
pub fn rule_ui(ui: &mut Ui, shown: &Shown<'_>) {
    ui.add_space(GRID * 2.0);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(
        rect.x_range(),
        rect.center().y,
        Stroke::new(1.0, ink(shown.ink().hairline)),
    );
    ui.add_space(GRID * 2.0 - 2.0);
}

/// A rule and a heading below it.
pub fn section_ui(ui: &mut Ui, shown: &Shown<'_>, words: Words) {
    rule_ui(ui, shown);
    ui.add(Label::new(shown.heading(words)));
    ui.add_space(1.0);
}

/// Text that wraps.
pub fn paragraph_ui(ui: &mut Ui, text: RichText) -> Response {
    ui.add(Label::new(text).wrap())
}

/// Text that does something, in the accent colour, underlined while pointed at.
pub fn link_ui(ui: &mut Ui, shown: &Shown<'_>, text: &str, kind: Type) -> Response {
    let label = Label::new(kind.text(text, shown.ink().accent))
        .wrap()
        .sense(Sense::click());
    let response = ui.add(label);
    finish_link(ui, shown, response, text)
}

/// The same, cut at the end of the line.
pub fn short_link_ui(ui: &mut Ui, shown: &Shown<'_>, text: &str, kind: Type) -> Response {
    let label = Label::new(kind.text(text, shown.ink().accent))
        .truncate()
        .sense(Sense::click());
    let response = ui.add(label);
    finish_link(ui, shown, response, text)
}

fn finish_link(ui: &Ui, shown: &Shown<'_>, response: Response, text: &str) -> Response {
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, text));
    if response.hovered() {
        let rect = response.rect;
        let line = Stroke::new(1.0, ink(shown.ink().accent.with_opacity(0.6)));
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, line);
    }
    icon::focus_ring(
        ui.painter(),
        &response,
        response.rect.expand(2.0),
        shown.ink(),
    );
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A row of an event: glyph, date, title; the whole row can be clicked.
pub fn event_row_ui(ui: &mut Ui, shown: &Shown<'_>, event: &Event) -> Response {
    let lang = shown.lang();
    let title = event.title.set(lang);
    let date = super::facts::short_date(event.date, lang);
    let width = ui.available_width();
    let date_width = 76.0;
    let text_left = 20.0 + date_width;
    let galley = ui.painter().layout(
        title.clone(),
        Type::Body.font(),
        ink(shown.ink().accent),
        width - text_left,
    );
    let height = galley.size().y.max(18.0) + 4.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::Link, true, format!("{date} {title}"))
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(
            rect.expand2(vec2(4.0, 0.0)),
            3.0,
            ink(shown.ink().panel_sunk),
        );
    }
    let middle = rect.top() + 2.0 + 9.0;
    shown.category_glyph(painter, event.category, pos2(rect.left() + 6.0, middle));
    let small = painter.layout_no_wrap(date, Type::Small.font(), ink(shown.ink().text_2));
    let small_top = rect.top()
        + 2.0
        + (galley.rows.first().map_or(17.0, |r| r.height()) - small.size().y) / 2.0
        + 0.5;
    painter.galley(
        pos2(rect.left() + 20.0, small_top),
        small,
        ink(shown.ink().text_2),
    );
    painter.galley(
        pos2(rect.left() + text_left, rect.top() + 2.0),
        galley,
        ink(shown.ink().accent),
    );
    icon::focus_ring(painter, &response, rect.expand(2.0), shown.ink());
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A button that opens a menu: words and a chevron, without a frame until it is pointed at.
pub fn menu_button_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    text: &str,
    name: &str,
    key: &str,
) -> Response {
    let palette = shown.ink();
    let galley =
        ui.painter()
            .layout_no_wrap(text.to_owned(), Type::Body.font(), ink(palette.text_2));
    let size = vec2(galley.size().x + GRID * 4.0 + 16.0, GRID * 7.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::Button, true, format!("{name}: {text}"))
    });
    let open = egui::Popup::is_id_open(ui.ctx(), egui::Popup::default_response_id(&response));
    if response.hovered() || open {
        ui.painter().rect_filled(rect, 3.0, ink(palette.panel_sunk));
    }
    let corner = pos2(
        rect.left() + GRID * 2.0,
        rect.center().y - galley.size().y / 2.0,
    );
    ui.painter().galley(corner, galley, ink(palette.text_2));
    icon::paint(
        ui.painter(),
        Icon::Down,
        pos2(rect.right() - GRID * 3.0, rect.center().y),
        ink(palette.text_2),
    );
    icon::focus_ring(ui.painter(), &response, rect, palette);
    if open {
        response
    } else {
        icon::tooltip(response, name, key, palette)
    }
}

/// A line of a menu; the chosen one is marked.
pub fn choice_ui(ui: &mut Ui, shown: &Shown<'_>, text: &str, chosen: bool) -> bool {
    let palette = shown.ink();
    let color = if chosen { palette.accent } else { palette.text };
    let kind = if chosen { Type::Strong } else { Type::Body };
    let galley = ui
        .painter()
        .layout_no_wrap(text.to_owned(), kind.font(), ink(color));
    let own = galley.size().x + GRID * 4.0;
    let width = own.max(ui.available_width().clamp(120.0, 200.0));
    let (rect, response) = ui.allocate_exact_size(vec2(width, GRID * 6.5), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::MenuItem, true, chosen, text));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 3.0, ink(palette.panel_sunk));
    }
    let at = pos2(
        rect.left() + GRID * 2.0,
        rect.center().y - galley.size().y / 2.0,
    );
    ui.painter().galley(at, galley, ink(color));
    if response.clicked() {
        ui.close();
    }
    response.clicked()
}

/// A line of a menu that runs a command: its name, and its key at the right.
pub fn command_ui(ui: &mut Ui, shown: &Shown<'_>, text: &str, key: &str) -> bool {
    let palette = shown.ink();
    let set = |text: &str, kind: Type, color: Color| {
        ui.painter()
            .layout_no_wrap(text.to_owned(), kind.font(), ink(color))
    };
    let name = set(text, Type::Body, palette.text);
    let key = set(key, Type::Small, palette.text_2);
    let own = name.size().x + key.size().x + GRID * 10.0;
    let width = own.max(ui.available_width().min(280.0));
    let (rect, response) = ui.allocate_exact_size(vec2(width, GRID * 7.0), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::MenuItem, true, text));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 3.0, ink(palette.panel_sunk));
    }
    let middle = |height: f32| rect.center().y - height / 2.0;
    let left = pos2(rect.left() + GRID * 2.0, middle(name.size().y));
    let right = pos2(
        rect.right() - GRID * 2.0 - key.size().x,
        middle(key.size().y),
    );
    ui.painter().galley(left, name, ink(palette.text));
    ui.painter().galley(right, key, ink(palette.text_2));
    if response.clicked() {
        ui.close();
    }
    response.clicked()
}

/// Two texts on one line, the second at the right edge.
pub fn ends_ui(ui: &mut Ui, left: RichText, right: RichText) {
    ui.horizontal(|ui| {
        ui.add(Label::new(left));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add(Label::new(right).truncate());
        });
    });
}

/// The rest of a panel with its right margin, so that a scroll bar stands in the margin and not on the text.
pub fn with_margin(ui: &mut Ui) -> Ui {
    let mut rect = ui.available_rect_before_wrap();
    rect.max.x += GRID * 3.0;
    ui.new_child(egui::UiBuilder::new().max_rect(rect).id_salt("scrolled"))
}

/// One line of text, vertically centred at `at`; true when it had to be cut.
pub fn put_cut(
    painter: &egui::Painter,
    text: &str,
    kind: Type,
    color: Color,
    at: Pos2,
    width: f32,
) -> bool {
    let mut job =
        egui::text::LayoutJob::simple_singleline(text.to_owned(), kind.font(), ink(color));
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(1.0));
    let galley = painter.layout_job(job);
    let cut = galley.elided;
    painter.galley(pos2(at.x, at.y - galley.size().y / 2.0), galley, ink(color));
    cut
}

/// The mark of whoever a code stands for, in a small box at the head of a row.
pub fn holder_mark_ui(ui: &mut Ui, shown: &Shown<'_>, code: &str) {
    let (rect, _) = ui.allocate_exact_size(vec2(12.0, 16.0), Sense::hover());
    shown.holder_mark(ui.painter(), Holder::of_code(code), rect.center());
}
