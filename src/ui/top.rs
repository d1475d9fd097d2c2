//! The bar: the date, which can be typed, and the switches of the window.
//!
//! A date that cannot be read is answered under the field, and the day stays as it was.

use super::commands::{Command, key_of};
use super::icon::{self, Icon};
use super::shown::Shown;
use super::theme::{GRID, Type, ink};
use crate::calendar::{date_words, parse_user_date, weekday_name};
use crate::lang::ui_words as w;
use crate::lang::{Lang, Words};
use crate::state::{Action, LookAction, Panel};
use crate::style::{Theme, size};
use egui::{
    Align, Frame, Key, Layout, Margin, Popup, Rect, Response, Sense, Stroke, TextEdit, Ui,
    UiBuilder, pos2, vec2,
};

/// Width of the switches: seven buttons and the space between them.
const SWITCHES_PT: f32 = 28.0 * 7.0 + 2.0 * 8.0 + GRID * 3.0;

/// What the bar remembers.
#[derive(Default)]
pub struct Top {
    /// The date being typed.
    field: Option<DateField>,
}

struct DateField {
    text: String,
    error: Option<String>,
    fresh: bool,
}

impl Top {
    /// Turns the date into a field.
    pub fn type_date(&mut self, shown: &Shown<'_>) {
        self.field = Some(DateField {
            text: date_words(shown.state.time.date, shown.lang()),
            error: None,
            fresh: true,
        });
    }

    /// Draws the bar.
    pub fn top_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        let rect = ui.max_rect();
        let palette = shown.ink();
        ui.painter().rect_filled(rect, 0.0, ink(palette.panel));
        let line = Stroke::new(1.0, ink(palette.hairline));
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, line);
        let inner = rect.shrink2(vec2(GRID * 4.0, 0.0));
        let mut left = ui.new_child(
            UiBuilder::new()
                .max_rect(inner)
                .layout(Layout::left_to_right(Align::Center)),
        );
        match self.field.is_some() {
            true => self.field_ui(&mut left, shown, actions),
            false => self.date_ui(&mut left, shown),
        }
        let corner = pos2(inner.right() - SWITCHES_PT, inner.top());
        let ends = Rect::from_min_max(corner, inner.max);
        let layout = Layout::left_to_right(Align::Center);
        let builder = UiBuilder::new().max_rect(ends).layout(layout);
        let mut right = ui.new_child(builder.id_salt("switches"));
        switches_ui(&mut right, shown, actions);
    }

    fn date_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>) {
        let (date, lang) = (shown.state.time.date, shown.lang());
        let words = date_words(date, lang);
        let palette = shown.ink();
        let galley =
            ui.painter()
                .layout_no_wrap(words.clone(), Type::Display.font(), ink(palette.text));
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::click());
        let name = format!("{} {words}", shown.say(w::DATE_IS));
        icon::named(ui, &response, &name);
        if response.hovered() {
            ui.painter()
                .rect_filled(rect.expand2(vec2(6.0, 1.0)), 3.0, ink(palette.panel_sunk));
        }
        icon::focus_ring(
            ui.painter(),
            &response,
            rect.expand2(vec2(6.0, 1.0)),
            palette,
        );
        ui.painter().galley(rect.min, galley, ink(palette.text));
        let key = key_of(Command::GotoDate, lang);
        let response = response.on_hover_cursor(egui::CursorIcon::Text);
        if icon::tooltip(response, &shown.say(w::GO_TO_DATE), &key, palette).clicked() {
            self.type_date(shown);
        }
        let day = ui.painter().layout_no_wrap(
            weekday_name(date.weekday(), lang).to_owned(),
            Type::Body.font(),
            ink(palette.text_2),
        );
        // The weekday stands on the baseline of the date.
        let at = pos2(
            rect.right() + GRID * 3.0,
            rect.bottom() - day.size().y - 3.5,
        );
        ui.painter().galley(at, day, ink(palette.text_2));
    }

    fn field_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        let Some(field) = &mut self.field else {
            return;
        };
        let edit = TextEdit::singleline(&mut field.text)
            .font(Type::Title.font())
            .text_color(ink(shown.ink().text))
            .desired_width(212.0)
            .margin(Margin::symmetric(8, 4));
        let response = ui.add(edit).accessible_name(shown.say(w::DATE_FIELD));
        if field.fresh {
            response.request_focus();
            select_all(ui, &response, field.text.chars().count());
            field.fresh = false;
        }
        if response.changed() {
            field.error = None;
        }
        let entered = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
        let left = response.lost_focus() && !entered;
        if entered {
            match parse_user_date(&field.text) {
                Ok(date) => {
                    shown.go_to(date, actions);
                    self.field = None;
                    return;
                }
                Err(why) => {
                    field.error = Some(why.sentence(shown.lang()));
                    response.request_focus();
                }
            }
        }
        if let Some(error) = &field.error {
            error_ui(shown, &response, error);
        } else {
            let hint = Type::Small.text(shown.say(w::DATE_HINT), shown.ink().text_2);
            ui.add(egui::Label::new(hint).truncate());
        }
        if left {
            self.field = None;
        }
    }
}

fn select_all(ui: &Ui, response: &Response, length: usize) {
    use egui::text::{CCursor, CCursorRange};
    let mut state = egui::text_edit::TextEditState::load(ui.ctx(), response.id).unwrap_or_default();
    let whole = CCursorRange::two(CCursor::new(0), CCursor::new(length));
    state.cursor.set_char_range(Some(whole));
    state.store(ui.ctx(), response.id);
}

/// The sentence under a field that could not be read.
fn error_ui(shown: &Shown<'_>, response: &Response, error: &str) {
    let palette = shown.ink();
    let frame = Frame::new()
        .fill(ink(palette.panel))
        .stroke(Stroke::new(1.0, ink(palette.error)))
        .corner_radius(size::panel::RADIUS_PT)
        .inner_margin(Margin::symmetric(8, 6));
    Popup::from_response(response)
        .id(response.id.with("error"))
        .open(true)
        .frame(frame)
        .width(360.0)
        .show(|ui| {
            ui.add(egui::Label::new(Type::Body.text(error, palette.error)).wrap());
        });
}

fn switches_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.x = 2.0;
    let lang = shown.lang();
    let look = &shown.state.look;
    let button = |ui: &mut Ui, glyph: Icon, words: Words, command: Command, on: bool| {
        let name = shown.say(words);
        let response = icon::button_ui(ui, glyph, &name, &key_of(command, lang), shown.ink());
        if on {
            let under = Rect::from_center_size(
                pos2(response.rect.center().x, response.rect.bottom() - 1.0),
                vec2(12.0, 2.0),
            );
            ui.painter()
                .rect_filled(under, 1.0, ink(shown.ink().accent));
        }
        response.clicked()
    };
    language_ui(ui, shown, actions);
    ui.add_space(GRID);
    let dark = look.theme == Theme::Dark;
    let glyph = if dark { Icon::Sun } else { Icon::Moon };
    if button(ui, glyph, w::LIGHT_OR_DARK, Command::Dark, false) {
        actions.push(Action::Look(LookAction::ToggleDark));
    }
    ui.add_space(GRID * 2.0);
    for (glyph, words, panel, open) in [
        (
            Icon::PanelLeft,
            w::FOLD_LAYERS,
            Panel::Layers,
            look.layers_open,
        ),
        (Icon::PanelBelow, w::FOLD_TIME, Panel::Time, look.time_open),
        (
            Icon::PanelRight,
            w::FOLD_INSPECTOR,
            Panel::Inspector,
            look.inspector_open,
        ),
        (Icon::Help, w::KEYS, Panel::Help, look.help_open),
    ] {
        if button(ui, glyph, words, Command::Panel(panel), open) {
            actions.push(Action::Look(LookAction::Toggle(panel)));
        }
    }
}

/// The two languages side by side; the one spoken is marked.
fn language_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    for (lang, short, name) in [(Lang::En, "EN", "English"), (Lang::Fr, "FR", "Français")] {
        let spoken = shown.lang() == lang;
        let color = if spoken {
            shown.ink().accent
        } else {
            shown.ink().text_2
        };
        let kind = if spoken { Type::Strong } else { Type::Body };
        let galley = ui
            .painter()
            .layout_no_wrap(short.to_owned(), kind.font(), ink(color));
        let (rect, response) = ui.allocate_exact_size(vec2(28.0, 28.0), Sense::click());
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, spoken, name));
        if response.hovered() {
            ui.painter()
                .rect_filled(rect, 3.0, ink(shown.ink().panel_sunk));
        }
        ui.painter()
            .galley(rect.center() - galley.size() / 2.0, galley, ink(color));
        icon::focus_ring(ui.painter(), &response, rect, shown.ink());
        let key = key_of(Command::Language, shown.lang());
        if icon::tooltip(response, name, &key, shown.ink()).clicked() {
            actions.push(Action::Look(LookAction::SetLang(lang)));
        }
    }
}
