//! The whole history of what is selected, in time order, with the shown day marked between its lines.
//!
//! A line leads to its day and the history stays; what happened on the day tells itself whole. Heights are kept
//! while nothing changes, so that a history of hundreds of lines costs what is in sight.

use crate::calendar::{Date, short_date_words};
use crate::lang::{Lang, history_words as h};
use crate::model::{Fact, History, HistoryRow, Source};
use crate::state::{Action, Selected};
use crate::style::Bloc;
use crate::ui::facts::short_date;
use crate::ui::icon;
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use crate::ui::told::{Told, told};
use crate::ui::widgets::{link_ui, paragraph_ui, rule_ui, short_link_ui};
use egui::{Align, Label, Rect, Sense, Stroke, Ui, pos2, vec2};

/// Where the words of a line begin, after its sign and its date.
const WORDS_PT: f32 = 96.0;
/// Height of the line that marks the day.
const DAY_PT: f32 = 20.0;
/// How far above and below what is in sight lines are there for the keyboard.
const BEYOND_PT: f32 = 160.0;

/// What the list remembers.
#[derive(Default)]
pub struct HistoryList {
    key: Option<(Selected, Lang, u32)>,
    /// Height of every line while it is not told whole.
    heights: Vec<f32>,
    /// The day that was last brought into sight.
    followed: Option<Date>,
}

impl HistoryList {
    /// Draws the heading and the list.
    pub fn history_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        topic: &Selected,
        history: &History,
        actions: &mut Vec<Action>,
    ) {
        rule_ui(ui, shown);
        let title = format!("{} ({})", shown.say(h::HISTORY), history.rows().len());
        ui.add(Label::new(
            Type::SmallStrong.text(title, shown.ink().text_2),
        ));
        if history.rows().is_empty() {
            paragraph_ui(ui, shown.body(shown.say(h::NO_HISTORY)));
            return;
        }
        paragraph_ui(ui, shown.small(shown.say(h::HISTORY_HINT)));
        let is_new = self.settle(ui, shown, topic, history);
        let day = shown.state.time.date;
        let moved = self.followed != Some(day) && !is_new;
        self.followed = Some(day);
        ui.spacing_mut().item_spacing.y = 0.0;
        let begun = history.begun(day);
        let mut lines = Lines {
            ui,
            shown,
            topic,
            actions,
            skipped: 0.0,
        };
        for (i, row) in history.rows().iter().enumerate() {
            if i == begun {
                lines.day_ui();
            }
            let whole = is_of_day(shown, row);
            let follow = moved && i + 1 == begun;
            lines.line_ui(row, self.heights[i], whole, follow);
        }
        if begun == history.rows().len() {
            lines.day_ui();
        }
        lines.skip();
        ui.spacing_mut().item_spacing.y = GRID;
    }

    /// Measures the lines when they are new or set anew; true when the history is another one.
    fn settle(&mut self, ui: &Ui, shown: &Shown<'_>, topic: &Selected, history: &History) -> bool {
        let width = ui.available_width();
        let key = (topic.clone(), shown.lang(), width.to_bits());
        if self.key.as_ref() == Some(&key) && self.heights.len() == history.rows().len() {
            return false;
        }
        let is_new = self.key.as_ref().is_none_or(|(known, ..)| known != topic);
        let height = |row: &HistoryRow| {
            told(shown, topic, row.fact).map_or(0.0, |told| height(ui, &told, width))
        };
        self.heights = history.rows().iter().map(height).collect();
        self.key = Some(key);
        is_new
    }
}

/// Did it happen, begin or end on the shown day?
fn is_of_day(shown: &Shown<'_>, row: &HistoryRow) -> bool {
    let day = shown.state.time.date;
    match row.fact.event() {
        Some(at) => {
            let event = shown.atlas.events.get(at as usize);
            event.is_some_and(|event| event.is_news_on(day) && row.span.contains(day))
        }
        None => row.first_day() == Some(day) || row.span.to.is_some_and(|to| to.last() == day),
    }
}

fn height(ui: &Ui, told: &Told<'_>, width: f32) -> f32 {
    let room = width - WORDS_PT;
    let of = |text: &str, kind: Type| {
        let color = egui::Color32::PLACEHOLDER;
        let galley = ui
            .painter()
            .layout(text.to_owned(), kind.font(), color, room);
        galley.size().y
    };
    let second = match told.detail.is_empty() {
        true => 0.0,
        false => of(&told.detail, Type::Small),
    };
    of(&told.title, Type::Body).max(18.0) + second + 5.0
}

/// The lines being drawn from the top down.
struct Lines<'l, 'a> {
    ui: &'l mut Ui,
    shown: &'l Shown<'a>,
    topic: &'l Selected,
    actions: &'l mut Vec<Action>,
    /// Height of lines out of sight that stands for them.
    skipped: f32,
}

impl Lines<'_, '_> {
    /// Leaves the room of lines that were not drawn.
    fn skip(&mut self) {
        if self.skipped > 0.0 {
            self.ui.add_space(std::mem::take(&mut self.skipped));
        }
    }

    /// The shown day: a line across with its date.
    fn day_ui(&mut self) {
        self.skip();
        let (shown, palette) = (self.shown, self.shown.ink());
        let width = self.ui.available_width();
        let (rect, response) = self
            .ui
            .allocate_exact_size(vec2(width, DAY_PT), Sense::hover());
        let words = short_date_words(shown.state.time.date, shown.lang());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &words));
        let painter = self.ui.painter();
        let color = ink(palette.playhead);
        let galley = painter.layout_no_wrap(words, Type::SmallStrong.font(), ink(palette.panel));
        let flag = Rect::from_min_size(
            pos2(rect.left(), rect.center().y - 8.0),
            vec2(galley.size().x + 12.0, 16.0),
        );
        painter.hline(
            flag.right()..=rect.right(),
            rect.center().y,
            Stroke::new(1.5, color),
        );
        painter.rect_filled(flag, 3.0, color);
        let at = flag.center() - galley.size() / 2.0;
        painter.galley(at, galley, ink(palette.panel));
    }

    /// A line, if it is in sight or to be brought there.
    fn line_ui(&mut self, row: &HistoryRow, height_pt: f32, whole: bool, follow: bool) {
        let top = self.ui.cursor().top() + self.skipped;
        let seen = self.ui.clip_rect().y_range().expand(BEYOND_PT);
        let is_far = top + height_pt < seen.min || top > seen.max;
        if is_far && !whole && !follow {
            self.skipped += height_pt;
            return;
        }
        self.skip();
        let Some(told) = told(self.shown, self.topic, row.fact) else {
            return;
        };
        let from = self.ui.cursor().top();
        let width = self.ui.available_width();
        let (rect, response) = self
            .ui
            .allocate_exact_size(vec2(width, height_pt), Sense::click());
        let date = row.span.from.map_or_else(
            || "…".to_owned(),
            |from| short_date(from, self.shown.lang()),
        );
        response.widget_info(|| {
            let name = format!("{date} {}", told.title);
            egui::WidgetInfo::selected(egui::Role::Link, true, whole, name)
        });
        if whole || response.hovered() {
            let palette = self.shown.ink();
            let ground = if whole {
                palette.accent_soft
            } else {
                palette.panel_sunk
            };
            let wide = rect.expand2(vec2(4.0, 0.0));
            self.ui.painter().rect_filled(wide, 3.0, ink(ground));
        }
        self.words(row.fact, &date, &told, rect);
        icon::focus_ring(self.ui.painter(), &response, rect, self.shown.ink());
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        if response.clicked()
            && let Some(from) = row.span.from
        {
            self.shown.go_to(from, self.actions);
        }
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        if whole {
            self.whole_ui(row.fact, &told);
        } else if !told.more.is_empty() {
            response.on_hover_ui(|ui| {
                ui.set_max_width(320.0);
                ui.label(self.shown.small(&told.more));
            });
        }
        if follow {
            let all = Rect::from_min_max(
                pos2(rect.left(), from),
                pos2(rect.right(), self.ui.cursor().top()),
            );
            self.ui.scroll_to_rect(all, Some(Align::Center));
        }
    }

    fn words(&self, fact: Fact, date: &str, told: &Told<'_>, rect: Rect) {
        if !self.ui.is_rect_visible(rect) {
            return;
        }
        let palette = self.shown.ink();
        let painter = self.ui.painter();
        sign(
            self.shown,
            painter,
            fact,
            pos2(rect.left() + 6.0, rect.top() + 11.0),
        );
        let small =
            painter.layout_no_wrap(date.to_owned(), Type::Small.font(), ink(palette.text_2));
        let date_at = pos2(rect.left() + 20.0, rect.top() + 3.5);
        painter.galley(date_at, small, ink(palette.text_2));
        let room = rect.width() - WORDS_PT;
        let color = if fact.event().is_some() {
            palette.accent
        } else {
            palette.text
        };
        let left = rect.left() + WORDS_PT;
        let title = painter.layout(told.title.clone(), Type::Body.font(), ink(color), room);
        let below = title.size().y.max(18.0);
        painter.galley(pos2(left, rect.top() + 2.0), title, ink(color));
        if !told.detail.is_empty() {
            let text = told.detail.clone();
            let detail = painter.layout(text, Type::Small.font(), ink(palette.text_2), room);
            let at = pos2(left, rect.top() + 2.0 + below);
            painter.galley(at, detail, ink(palette.text_2));
        }
    }

    /// What happened on the day: all that is told of it, and the way to the event itself.
    fn whole_ui(&mut self, fact: Fact, told: &Told<'_>) {
        let shown = self.shown;
        let event = fact
            .event()
            .and_then(|at| shown.atlas.events.get(at as usize));
        self.ui.add_space(GRID / 2.0);
        if !told.more.is_empty() {
            paragraph_ui(self.ui, shown.body(&told.more));
        }
        self.ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = GRID * 1.5;
            for source in told.sources {
                source_ui(ui, shown, source, self.actions);
            }
        });
        self.ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GRID * 1.5;
            super::head::confidence_ui(ui, shown, told.confidence);
            if let Some(event) = event
                && short_link_ui(ui, shown, &shown.say(h::OPEN_EVENT), Type::Body).clicked()
            {
                shown.open_event(event, self.actions);
            }
        });
        self.ui.add_space(GRID * 1.5);
    }
}

/// The publisher of a source, which opens it where it has an address.
fn source_ui(ui: &mut Ui, shown: &Shown<'_>, source: &Source, actions: &mut Vec<Action>) {
    match &source.url {
        Some(url) => {
            let link = link_ui(ui, shown, &source.publisher, Type::Small);
            if link.clicked() {
                actions.push(Action::OpenUrl(url.clone()));
            }
            link.on_hover_text(shown.small(&source.title));
        }
        None => {
            ui.add(Label::new(shown.small(&source.publisher)));
        }
    }
}

/// The sign of a fact: an event's glyph, a holder's mark, a bloc's disc, a bar for what else lasts.
fn sign(shown: &Shown<'_>, painter: &egui::Painter, fact: Fact, at: egui::Pos2) {
    let atlas = shown.atlas;
    let bar = |color: crate::style::Color| {
        let rect = Rect::from_center_size(at, vec2(10.0, 4.0));
        painter.rect_filled(rect, 1.0, ink(color));
    };
    let holder = |code: &str| {
        let holder = crate::style::Holder::of_code(code);
        shown.holder_mark(painter, holder, at);
    };
    let palette = shown.palette();
    match fact {
        Fact::Event(e) => {
            if let Some(event) = atlas.events.get(e as usize) {
                shown.category_glyph(painter, event.category, at);
            }
        }
        Fact::Tenure(b, t) => {
            let base = atlas.bases.get(b as usize);
            if let Some(tenure) = base.and_then(|base| base.periods.get(t as usize)) {
                holder(&tenure.operator);
            }
        }
        Fact::Figure(f) => {
            if let Some(figure) = atlas.strengths.get(f as usize) {
                holder(&figure.force);
            }
        }
        Fact::Membership(a, m) => {
            let alliance = atlas.alliances.get(a as usize);
            let row = alliance.and_then(|a| Some((a, a.members.get(m as usize)?)));
            if let Some((alliance, row)) = row {
                let bloc = Bloc::of_alliance(&alliance.id);
                let color = bloc.map_or(palette.ui.text_2, |bloc| bloc.color(palette));
                super::country::standing_mark(painter, at, row.status, ink(color));
            }
        }
        Fact::Sky(_) | Fact::Border(_) => bar(palette.sky.all),
        Fact::Alliance(_) | Fact::Mission(_) => bar(palette.ui.accent),
        Fact::Sanction(_) | Fact::Relation(_) => bar(palette.ui.text_2),
    }
}
