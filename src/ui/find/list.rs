//! The list under the search field, drawn.
//!
//! The keyboard stays in the field; screen readers are told there which line is chosen. It changes
//! nothing: it says what was clicked.

use super::listing::{Does, Item, Line, Listing, Marked, Sign};
use crate::lang::ui_words as w;
use crate::scene::signs::{base_shape, holder_mark};
use crate::scene::symbols::{BaseState, Glyph};
use crate::style::{Color, size};
use crate::ui::icon;
use crate::ui::map::glyphs::Inks;
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align, Area, Context, Frame, Galley, Id, Label, Layout, Margin, Order, Pos2, Rect, Response,
    Role, ScrollArea, Sense, Stroke, Ui, pos2, vec2,
};
use std::sync::Arc;

/// How many lines Page Up and Page Down move.
pub const PAGE: usize = 8;
/// Width where there is room.
const WIDTH_PT: f32 = 640.0;
/// Height of a line, and of one with the text that matched below.
const LINE_PT: [f32; 2] = [28.0, 44.0];
/// Room for the scroll bar beside the lines.
const BAR_PT: f32 = 8.0;
/// Room for a date at the right.
const DATE_PT: f32 = 76.0;

/// What came of drawing the list.
pub struct Drawn {
    /// Which item was clicked.
    pub clicked: Option<usize>,
    /// The pointer is on the list.
    pub pointed: bool,
    /// The chosen line.
    chosen: Option<Id>,
    list: Id,
}

/// Draws the list below `field`.
pub fn list_ui(
    ui: &Ui,
    shown: &Shown<'_>,
    field: Rect,
    listing: &Listing,
    chosen: usize,
    follow: bool,
) -> Drawn {
    let window = ui.ctx().content_rect();
    let width = WIDTH_PT.min(window.width() - GRID * 8.0);
    let left = (field.center().x - width / 2.0).clamp(
        window.left() + GRID * 4.0,
        (window.right() - GRID * 4.0 - width).max(window.left() + GRID * 4.0),
    );
    let top = field.bottom() + GRID * 2.0;
    let room = (window.bottom() - top - GRID * 16.0).max(GRID * 20.0);
    let id = Id::unique("search results");
    let mut drawn = Drawn {
        clicked: None,
        pointed: false,
        chosen: None,
        list: id,
    };
    let frame = Frame::popup(ui.style())
        .inner_margin(Margin::same(8))
        .corner_radius(size::panel::RADIUS_LARGE_PT);
    let area = Area::new(id)
        .order(Order::Foreground)
        .fixed_pos(pos2(left, top))
        .role(Role::ListBox)
        .accessible_name(shown.say(w::SEARCH_RESULTS))
        .show(ui.ctx(), |ui| {
            frame.show(ui, |ui| {
                ui.set_width(width - 18.0);
                ui.spacing_mut().item_spacing.y = 0.0;
                if let Some(hint) = listing.hint {
                    ui.add_space(GRID);
                    let text = Type::Body.text(shown.say(hint), shown.ink().text_2);
                    ui.add(Label::new(text).wrap());
                    ui.add_space(GRID);
                    return;
                }
                ScrollArea::vertical()
                    .max_height(room)
                    .auto_shrink([false, true])
                    .min_scrolled_height(room)
                    .show(ui, |ui| {
                        ui.set_max_width(width - 18.0 - BAR_PT);
                        lines_ui(ui, shown, listing, (chosen, follow), &mut drawn);
                    });
                foot_ui(ui, shown, listing);
            });
        });
    drawn.pointed = area.response.contains_pointer();
    drawn
}

/// Tells screen readers that the field has a list, and which line of it is chosen.
pub fn describe(ctx: &Context, field: Id, drawn: &Drawn) {
    ctx.accesskit_node_builder(field, |node| {
        node.set_expanded(true);
        node.set_controls(vec![drawn.list.accesskit_id()]);
        if let Some(chosen) = drawn.chosen {
            node.set_active_descendant(chosen.accesskit_id());
        }
    });
}

fn lines_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    listing: &Listing,
    (chosen, follow): (usize, bool),
    drawn: &mut Drawn,
) {
    let mut number = 0;
    for (at, line) in listing.lines.iter().enumerate() {
        match line {
            Line::Heading(name, count) => heading_ui(ui, shown, name, count, at == 0),
            Line::Item(item) => {
                let response = item_ui(ui, shown, item, number == chosen);
                if number == chosen {
                    drawn.chosen = Some(response.id);
                    if follow {
                        // The first line is followed up to its heading.
                        let above = if number == 0 { GRID * 8.0 } else { GRID * 4.0 };
                        let mut rect = response.rect;
                        rect.min.y -= above;
                        rect.max.y += GRID * 4.0;
                        ui.scroll_to_rect(rect, None);
                    }
                }
                if response.clicked() {
                    drawn.clicked = Some(number);
                }
                number += 1;
            }
        }
    }
}

fn heading_ui(ui: &mut Ui, shown: &Shown<'_>, name: &str, count: &str, first: bool) {
    if !first {
        ui.add_space(GRID);
    }
    ui.horizontal(|ui| {
        ui.set_height(22.0);
        ui.add_space(GRID * 2.0);
        ui.add(Label::new(Type::SmallStrong.text(name, shown.ink().text_2)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(GRID * 2.0);
            ui.add(Label::new(shown.small(count)));
        });
    });
}

fn foot_ui(ui: &mut Ui, shown: &Shown<'_>, listing: &Listing) {
    ui.add_space(GRID * 1.5);
    let line = Stroke::new(1.0, ink(shown.ink().hairline));
    let top = ui.cursor().top();
    ui.painter().hline(ui.max_rect().x_range(), top, line);
    ui.add_space(GRID);
    ui.horizontal(|ui| {
        ui.set_height(20.0);
        ui.add_space(GRID * 2.0);
        let status = ui.add(Label::new(shown.small(&listing.status)));
        ui.ctx().accesskit_node_builder(status.id, |node| {
            node.set_live(egui::accesskit::Live::Polite);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(GRID * 2.0);
            ui.add(Label::new(shown.small(shown.say(w::SEARCH_KEYS))).truncate());
        });
    });
}

fn item_ui(ui: &mut Ui, shown: &Shown<'_>, item: &Item, chosen: bool) -> Response {
    let palette = shown.ink();
    let height = LINE_PT[usize::from(item.below.is_some())];
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::CLICK);
    response.widget_info(|| egui::WidgetInfo::labeled(Role::ListBoxOption, true, &item.name));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_selected(chosen));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    if chosen || response.hovered() {
        let ground = if chosen {
            palette.accent_soft
        } else {
            palette.panel_sunk
        };
        ui.painter().rect_filled(rect, 4.0, ink(ground));
    }
    let middle = rect.top() + LINE_PT[0] / 2.0;
    let left = rect.left() + GRID * 2.0;
    sign(ui, shown, item.sign, pos2(left + 8.0, middle));
    let text_left = match item.does {
        Does::Command(_) => left,
        Does::Open(_) | Does::Whole(_) => left + 24.0,
    };
    let right = ends(ui, shown, item, rect.right() - GRID * 2.0, middle);
    let color = match item.does {
        Does::Whole(_) => palette.accent,
        Does::Open(_) | Does::Command(_) => palette.text,
    };
    let title = marked(
        ui,
        &item.title,
        [Type::Body, Type::Strong],
        [color; 2],
        right - text_left,
    );
    let at = pos2(text_left, middle - title.size().y / 2.0);
    ui.painter().galley(at, title, ink(color));
    if let Some(below) = &item.below {
        let inks = [palette.text_2, palette.text];
        let kinds = [Type::Small, Type::SmallStrong];
        let galley = marked(
            ui,
            below,
            kinds,
            inks,
            rect.right() - GRID * 2.0 - text_left,
        );
        let at = pos2(text_left, rect.bottom() - GRID - galley.size().y);
        ui.painter().galley(at, galley, ink(palette.text_2));
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// Place and date, or a command's key, up to `right`; gives where they begin.
fn ends(ui: &mut Ui, shown: &Shown<'_>, item: &Item, right: f32, middle: f32) -> f32 {
    let palette = shown.ink();
    if let Does::Command(_) = item.does {
        let at = Rect::from_min_max(pos2(right - 160.0, middle - 9.0), pos2(right, middle + 9.0));
        let layout = Layout::right_to_left(Align::Center);
        let mut cap = ui.new_child(egui::UiBuilder::new().max_rect(at).layout(layout));
        icon::key_cap_ui(&mut cap, &item.end, palette);
        return cap.min_rect().left() - GRID * 2.0;
    }
    let text = |text: &str, right: f32, width: f32| -> f32 {
        let whole = Marked {
            text: text.to_owned(),
            marks: Vec::new(),
        };
        let galley = marked(ui, &whole, [Type::Small; 2], [palette.text_2; 2], width);
        let at = pos2(
            right - galley.size().x,
            middle - galley.size().y / 2.0 + 0.5,
        );
        ui.painter().galley(at, galley.clone(), ink(palette.text_2));
        at.x
    };
    let mut from = right;
    if !item.end.is_empty() {
        text(&item.end, right, DATE_PT);
        from = right - DATE_PT - GRID * 2.0;
    }
    if !item.place.is_empty() {
        let width = ((right - ui.max_rect().left()) * 0.24).min(150.0);
        from = text(&item.place, from, width);
    }
    from - GRID * 3.0
}

/// One line of a text with its marks bold, cut at `width`.
fn marked(ui: &Ui, marked: &Marked, kinds: [Type; 2], inks: [Color; 2], width: f32) -> Arc<Galley> {
    let mut job = LayoutJob {
        break_on_newline: false,
        wrap: TextWrapping::truncate_at_width(width.max(1.0)),
        ..LayoutJob::default()
    };
    let formats = [0, 1].map(|i| TextFormat::simple(kinds[i].font(), ink(inks[i])));
    let mut at = 0;
    for mark in &marked.marks {
        job.append(&marked.text[at..mark.start], 0.0, formats[0].clone());
        job.append(&marked.text[mark.clone()], 0.0, formats[1].clone());
        at = mark.end;
    }
    job.append(&marked.text[at..], 0.0, formats[0].clone());
    ui.painter().layout_job(job)
}

fn sign(ui: &Ui, shown: &Shown<'_>, sign: Sign, at: Pos2) {
    let painter = ui.painter();
    let palette = shown.ink();
    let inks = |color| Inks {
        ink: color,
        ground: palette.panel,
        accent: color,
    };
    match sign {
        Sign::Event(category) => shown.category_glyph(painter, category, at),
        Sign::Base(kind, holder) => {
            let glyph = Glyph::Base {
                kind: base_shape(kind),
                mark: holder_mark(holder),
                state: BaseState::Held,
            };
            let color = holder.color(shown.palette());
            shown.glyphs.paint(painter, glyph, at, 12.0, inks(color));
        }
        Sign::Town => {
            shown
                .glyphs
                .paint(painter, Glyph::Town, at, 6.0, inks(palette.text_2));
        }
        Sign::Sky => {
            let color = shown.category(crate::model::Category::Airspace);
            shown
                .glyphs
                .paint(painter, Glyph::ClosedSky, at, 14.0, inks(color));
        }
        Sign::None => {}
    }
}
