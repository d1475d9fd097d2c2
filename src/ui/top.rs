//! The bar: back and forward, the date, which can be typed, the search field, the switches of the window.
//!
//! The field takes a date or a view link. A text that is neither is answered under it, and the view stays.

use super::commands::{Command, key_of};
use super::find::{Find, field_rect};
use super::icon::{self, Icon};
use super::shown::Shown;
use super::theme::{GRID, Type, ink};
use super::widgets::command_ui;
use crate::calendar::{
    Span, Typed, date_words, parse_user_period, period_words, short_period_words, weekday_name,
};
use crate::lang::{
    Lang, Words, compare_words as c, editor_words as ed, export_words as e, present_words as p,
    time_words as tw, typeset, ui_words as w,
};
use crate::state::{
    Action, CompareAction, ExportAction, HistoryAction, LookAction, Mode, Panel, PresentAction,
    StoryAction, TimeAction, link,
};
use crate::style::{Color, Theme, size};
use egui::{
    Align, Context, Frame, Key, Layout, Margin, Popup, Rect, Response, Sense, Stroke, TextEdit, Ui,
    UiBuilder, pos2, vec2,
};

/// Width of the switches: ten buttons and the space between them.
const SWITCHES_PT: f32 = 28.0 * 12.0 + 2.0 * 13.0 + GRID * 5.0;
/// From this width of the window on the other day of a comparison has room beside the date.
const AGAINST_ABOVE_PT: f32 = 1340.0;
/// Width of the field for a date.
const DATE_PT: f32 = 212.0;
/// Width of the field for a range.
const PERIOD_PT: f32 = 340.0;
/// Width of the field for a link, where there is room.
const LINK_PT: f32 = 520.0;

/// What the bar remembers.
#[derive(Default)]
pub struct Top {
    /// What is being typed in place of the date.
    field: Option<Field>,
}

/// What a field asks for; either takes both.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Date,
    Link,
}

struct Field {
    asked: Asked,
    text: String,
    error: Option<String>,
    fresh: bool,
}

/// What was entered in a field.
enum Entered {
    /// A day to go to, or a range to show.
    Days(Typed),
    /// A link to open.
    Link(String),
}

impl Field {
    fn new(asked: Asked, text: String) -> Field {
        Field {
            asked,
            text,
            error: None,
            fresh: true,
        }
    }

    /// What the text means, or why it means nothing.
    fn entered(&self, lang: Lang) -> Result<Entered, String> {
        if link::is_meant(&self.text) {
            return Ok(Entered::Link(self.text.clone()));
        }
        let days = parse_user_period(&self.text);
        match self.asked {
            Asked::Date => days.map(Entered::Days).map_err(|why| why.sentence(lang)),
            Asked::Link => days
                .map(Entered::Days)
                .map_err(|_| typeset(w::NOT_A_LINK.get(lang), lang)),
        }
    }
}

impl Top {
    /// Turns the date into a field.
    pub fn type_date(&mut self, shown: &Shown<'_>) {
        let time = &shown.state.time;
        let days = period_words(time.from(), time.date, shown.lang());
        self.field = Some(Field::new(Asked::Date, days));
    }

    /// Makes a date of the field again; was there a field?
    pub fn close_field(&mut self) -> bool {
        self.field.take().is_some()
    }

    /// Turns the date into a field for a view link.
    pub fn type_link(&mut self) {
        self.field = Some(Field::new(Asked::Link, String::new()));
    }

    /// Draws the bar; gives the link that was entered.
    pub fn top_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        find: &mut Find,
        actions: &mut Vec<Action>,
    ) -> Option<String> {
        let rect = ui.max_rect();
        let palette = shown.ink();
        ui.painter().rect_filled(rect, 0.0, ink(palette.panel));
        let line = Stroke::new(1.0, ink(palette.hairline));
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, line);
        let inner = rect.shrink2(vec2(GRID * 2.0, 0.0));
        let corner = pos2(inner.right() - SWITCHES_PT, inner.top());
        // A link is long and wants the room of the search.
        if self.field.as_ref().is_none_or(|f| f.asked == Asked::Date) {
            find.find_ui(ui, shown, corner.x, actions);
        }
        let layout = Layout::left_to_right(Align::Center);
        let start = Rect::from_min_max(inner.min, pos2(corner.x - GRID * 2.0, inner.bottom()));
        let builder = UiBuilder::new().max_rect(start).layout(layout);
        let mut left = ui.new_child(builder);
        travel_ui(&mut left, shown, actions);
        let link = match self.field.is_some() {
            true => self.field_ui(&mut left, shown, actions),
            false => {
                let end = field_rect(rect, corner.x).left() - GRID * 3.0;
                self.date_ui(&mut left, shown, end);
                None
            }
        };
        let ends = Rect::from_min_max(corner, inner.max);
        let builder = UiBuilder::new().max_rect(ends).layout(layout);
        let mut right = ui.new_child(builder.id_salt("switches"));
        switches_ui(&mut right, shown, actions);
        self.more_ui(&mut right, shown, actions);
        link
    }

    /// The date, or the range in as large a type as there is room for up to `end`.
    fn date_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, end: f32) {
        let (time, lang) = (&shown.state.time, shown.lang());
        let date = time.date;
        let words = period_words(time.from(), date, lang);
        let palette = shown.ink();
        let room = end - ui.cursor().left();
        let short = short_period_words(time.from(), date, lang);
        let tries = [
            (&words, Type::Display),
            (&short, Type::Display),
            (&words, Type::Title),
            (&short, Type::Title),
        ];
        let set = |(text, kind): (&String, Type)| {
            let text = text.clone();
            ui.painter()
                .layout_no_wrap(text, kind.font(), ink(palette.text))
        };
        let mut set = tries.into_iter().map(set);
        let narrowest = set.next_back();
        let fitting = set.find(|galley| galley.size().x <= room);
        let Some(galley) = fitting.or(narrowest) else {
            return;
        };
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
        if time.from().is_some() {
            return;
        }
        // While two days are compared the other one stands where the weekday is otherwise.
        let beside = match shown.state.compare {
            None => weekday_name(date.weekday(), lang).to_owned(),
            // In a narrow window the search field stands there; the dates are on the maps.
            Some(_) if ui.ctx().content_rect().width() < AGAINST_ABOVE_PT => String::new(),
            Some(compare) => {
                let other = date_words(compare.other, lang);
                format!("{} {other}", shown.say(c::AGAINST))
            }
        };
        let day = ui
            .painter()
            .layout_no_wrap(beside, Type::Body.font(), ink(palette.text_2));
        // The weekday stands on the baseline of the date.
        let at = pos2(
            rect.right() + GRID * 3.0,
            rect.bottom() - day.size().y - 3.5,
        );
        ui.painter().galley(at, day, ink(palette.text_2));
    }

    fn field_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        actions: &mut Vec<Action>,
    ) -> Option<String> {
        let field = self.field.as_mut()?;
        let response = edit_ui(ui, shown, field);
        let entered = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
        let left = response.lost_focus() && !entered;
        if entered {
            let entered = field
                .entered(shown.lang())
                .and_then(|entered| match entered {
                    Entered::Link(link) => Ok(Some(link)),
                    Entered::Days(days) => show(days, shown, actions).map(|()| None),
                });
            match entered {
                Ok(link) => {
                    self.field = None;
                    return link;
                }
                Err(why) => {
                    field.error = Some(why);
                    response.request_focus();
                }
            }
        }
        let palette = shown.ink();
        match &field.error {
            Some(error) => below_ui(shown, &response, error, palette.error, palette.error),
            None if field.asked == Asked::Date => {
                let hint = shown.say(tw::PERIOD_HINT);
                below_ui(shown, &response, &hint, palette.text_2, palette.hairline);
            }
            None => {}
        }
        if left {
            self.field = None;
        }
        None
    }

    /// What is needed less often, under three dots.
    fn more_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        let response = icon::button_ui(ui, Icon::More, &shown.say(w::MORE), "", shown.ink());
        let key = |command| key_of(command, shown.lang());
        Popup::menu(&response).show(|ui| {
            let copy = shown.say(e::COPY_PICTURE);
            if command_ui(ui, shown, &copy, &key(Command::CopyPicture)) {
                actions.push(Action::Export(ExportAction::CopyPicture));
            }
            if command_ui(ui, shown, &shown.say(w::COPY_LINK), &key(Command::CopyLink)) {
                actions.push(super::links::copied(shown.state));
            }
            if command_ui(ui, shown, &shown.say(w::OPEN_LINK), &key(Command::OpenLink)) {
                self.type_link();
            }
        });
    }
}

/// Back and forward; grey when there is nothing to go to.
fn travel_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let spacing = std::mem::take(&mut ui.spacing_mut().item_spacing.x);
    let history = &shown.state.history;
    let mut button = |glyph: Icon, words: Words, command: Command, is_open: bool| {
        let key = key_of(command, shown.lang());
        let name = shown.say(words);
        let draw = |ui: &mut Ui| icon::button_ui(ui, glyph, &name, &key, shown.ink()).clicked();
        ui.add_enabled_ui(is_open, draw).inner
    };
    if button(Icon::Back, w::BACK, Command::Back, history.has_back()) {
        actions.push(Action::History(HistoryAction::Back));
    }
    let is_open = history.has_forward();
    if button(Icon::Forward, w::FORWARD, Command::Forward, is_open) {
        actions.push(Action::History(HistoryAction::Forward));
    }
    ui.add_space(GRID * 3.0);
    ui.spacing_mut().item_spacing.x = spacing;
}

/// Shows the days that were typed, or says why it cannot.
fn show(days: Typed, shown: &Shown<'_>, actions: &mut Vec<Action>) -> Result<(), String> {
    let span = match days {
        Typed::Date(date) => {
            shown.go_to(date, actions);
            return Ok(());
        }
        Typed::Range(span) => span,
    };
    let time = &shown.state.time;
    let all = period_words(Some(time.first_day), time.last_day, shown.lang());
    if !meets(span, time.first_day, time.last_day) {
        return Err(format!("{} {all}.", shown.say(tw::RANGE_OUTSIDE)));
    }
    let (from, to) = span.within(time.first_day, time.last_day);
    actions.push(Action::Time(TimeAction::SetRange(from, to)));
    if span.from.is_none() {
        actions.push(Action::Time(TimeAction::SetMode(Mode::Cumulative)));
    }
    Ok(())
}

/// Does a range share a day with those that can be shown?
fn meets(span: Span, first: crate::calendar::Date, last: crate::calendar::Date) -> bool {
    span.from.is_none_or(|from| from.first() <= last) && span.to.is_none_or(|to| first <= to.last())
}

/// The field itself, in place of the date.
fn edit_ui(ui: &mut Ui, shown: &Shown<'_>, field: &mut Field) -> Response {
    let (kind, width, name, hint) = match field.asked {
        Asked::Date => {
            let width = match field.text.chars().count() > 20 {
                true => PERIOD_PT,
                false => DATE_PT,
            };
            (Type::Title, width, w::DATE_FIELD, String::new())
        }
        Asked::Link => {
            let width = LINK_PT.min(ui.available_width());
            (Type::Body, width, w::LINK_FIELD, shown.say(w::LINK_HINT))
        }
    };
    let edit = TextEdit::singleline(&mut field.text)
        .font(kind.font())
        .text_color(ink(shown.ink().text))
        .hint_text(kind.text(hint, shown.ink().text_2))
        .desired_width(width)
        .margin(Margin::symmetric(8, 4));
    let response = ui.add(edit).accessible_name(shown.say(name));
    if field.fresh {
        response.request_focus();
        select(ui.ctx(), &response, 0, field.text.chars().count());
        field.fresh = false;
    }
    if response.changed() {
        field.error = None;
    }
    response
}

/// Selects letters of a field.
pub(super) fn select(ctx: &Context, response: &Response, from: usize, to: usize) {
    use egui::text::{CCursor, CCursorRange};
    let mut state = egui::text_edit::TextEditState::load(ctx, response.id).unwrap_or_default();
    let range = CCursorRange::two(CCursor::new(from), CCursor::new(to));
    state.cursor.set_char_range(Some(range));
    state.store(ctx, response.id);
}

/// The sentence under a field: how to write a date, or why it could not be read.
pub(super) fn below_ui(
    shown: &Shown<'_>,
    response: &Response,
    text: &str,
    color: Color,
    edge: Color,
) {
    let frame = Frame::new()
        .fill(ink(shown.ink().panel))
        .stroke(Stroke::new(1.0, ink(edge)))
        .corner_radius(size::panel::RADIUS_PT)
        .inner_margin(Margin::symmetric(8, 6));
    Popup::from_response(response)
        .id(response.id.with("below"))
        .open(true)
        .frame(frame)
        .width(360.0)
        .show(|ui| {
            ui.add(egui::Label::new(Type::Body.text(text, color)).wrap());
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
    let comparing = shown.state.compare.is_some();
    if button(ui, Icon::Compare, c::COMPARE, Command::Compare, comparing) {
        actions.push(Action::Compare(CompareAction::Toggle));
    }
    let stories = Command::Panel(Panel::Story);
    if button(ui, Icon::Story, ed::STORIES, stories, look.story_open) {
        actions.push(Action::Look(LookAction::Toggle(Panel::Story)));
    }
    if button(ui, Icon::Screen, p::PRESENT, Command::Present, false) {
        let begin = StoryAction::Present(PresentAction::Begin);
        actions.push(Action::Story(begin));
    }
    let exporting = shown.state.export.is_open;
    if button(ui, Icon::Export, e::EXPORT, Command::Export, exporting) {
        actions.push(Action::Export(ExportAction::Toggle));
    }
    ui.add_space(GRID * 2.0);
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
            look.layers_open && !look.story_open,
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
