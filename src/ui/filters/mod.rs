//! The panel of filters: words, area, and the facets with their counts; the same wishes as chips on the map.
//!
//! What is typed to find a line of a list is scratch and stays here; every wish is an action on the filter.

mod chips;
mod facet;
mod tabs;

pub use chips::chips_ui;
pub use tabs::{Tab, tabs_ui};

use super::commands::{Command, key_of};
use super::shown::Shown;
use super::theme::{GRID, Type, ink};
use super::widgets::{link_ui, paragraph_ui, with_margin};
use crate::lang::{Lang, filter_words as w, number};
use crate::model::filter::{Chip, Facet};
use crate::state::{Action, FilterAction, MOST_WORDS, held_words};
use egui::{
    Align, Align2, EventFilter, Frame, Id, Key, Label, Layout, Margin, Rect, Response, ScrollArea,
    Sense, Stroke, StrokeKind, TextEdit, Ui, vec2,
};
use facet::Lists;

/// What the panel remembers.
#[derive(Default)]
pub struct Filters {
    /// Which of the two panels at the left is open.
    pub tab: Tab,
    /// The words as they stand in the field.
    words: String,
    /// The words that the field last gave the state, or took from it.
    given: String,
    lists: Lists,
    /// Take the keyboard in this frame.
    beginning: bool,
}

/// What the panel asks for that is no action on the state.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Asks {
    /// Begin to draw an area on the map.
    Draw,
}

impl Filters {
    /// Opens the panel and gives its first field the keyboard.
    pub fn begin(&mut self) {
        self.tab = Tab::Filters;
        self.beginning = true;
    }

    /// Draws the panel below its tabs.
    pub fn filters_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        actions: &mut Vec<Action>,
    ) -> Option<Asks> {
        ui.spacing_mut().item_spacing.y = 0.0;
        count_ui(ui, shown, actions);
        ui.add_space(GRID);
        let width = ui.available_width();
        let mut asks = None;
        ScrollArea::vertical()
            .id_salt("filters")
            .auto_shrink(false)
            .show(&mut with_margin(ui), |ui| {
                ui.set_max_width(width);
                self.words_ui(ui, shown, actions);
                asks = area_ui(ui, shown, actions);
                for facet in Facet::ALL {
                    self.lists.facet_ui(ui, shown, facet, actions);
                }
                ui.add_space(GRID * 2.0);
                paragraph_ui(ui, shown.small(shown.say(w::EVENTS_ONLY)));
                ui.add_space(GRID * 3.0);
            });
        asks
    }

    fn words_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        let now = &shown.state.filter.words;
        if *now != self.given {
            self.words.clone_from(now);
            self.given.clone_from(now);
        }
        let names = [w::WORDS_FIELD, w::WORDS_HINT].map(|words| shown.say(words));
        let id = Id::unique("filter words");
        let response = field_ui(ui, shown, id, &mut self.words, &names, MOST_WORDS);
        if response.changed() {
            self.given = held_words(&self.words);
            let words = self.words.clone();
            actions.push(Action::Filter(FilterAction::SetWords(words)));
        }
        if std::mem::take(&mut self.beginning) {
            response.request_focus();
            super::top::select(ui.ctx(), &response, 0, self.words.chars().count());
        }
        ui.add_space(GRID * 1.5);
    }
}

/// "214 of 1,903 events", as the time panel says it too: those that the filter leaves, and that belong to the history
/// that is told.
pub fn count_words(shown: &Shown<'_>) -> String {
    let lang = shown.lang();
    let value = |n: usize| number(u32::try_from(n).unwrap_or(u32::MAX), lang);
    let kept = shown
        .history
        .map_or(shown.chosen.count(), |h| h.events().len());
    let (kept, all) = (value(kept), value(shown.chosen.of()));
    match lang {
        Lang::En => format!("{kept} of {all} events"),
        Lang::Fr => format!("{kept} événements sur {all}"),
    }
}

/// How many events are left, and the way back to all of them.
fn count_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.set_height(20.0);
        let count = ui.add(Label::new(shown.strong(count_words(shown))));
        ui.ctx().accesskit_node_builder(count.id, |node| {
            node.set_live(egui::accesskit::Live::Polite);
        });
        let is_filtered = !shown.state.filter.is_everything();
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if is_filtered && link_ui(ui, shown, &shown.say(w::CLEAR), Type::Small).clicked() {
                actions.push(Action::Filter(FilterAction::Clear));
            }
        });
    });
    if shown.chosen.count() == 0 {
        paragraph_ui(ui, shown.small(shown.say(w::NOTHING_FITS)));
    }
}

/// The drawn area, and the way to draw one.
fn area_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) -> Option<Asks> {
    let is_drawn = shown.state.filter.area.is_some();
    let mut asks = None;
    ui.horizontal(|ui| {
        ui.set_height(22.0);
        let words = if is_drawn { w::DRAW_ANEW } else { w::DRAW_AREA };
        let key = key_of(Command::DrawArea, shown.lang());
        let link = link_ui(ui, shown, &shown.say(words), Type::Body);
        if link.on_hover_text(shown.small(key)).clicked() {
            asks = Some(Asks::Draw);
        }
    });
    if is_drawn {
        let row = facet::Line {
            name: shown.say(w::DRAWN_AREA),
            count: Some(shown.chosen.count()),
            on: true,
            sign: facet::Sign::None,
        };
        if facet::line_ui(ui, shown, &row).clicked() {
            actions.push(Action::Filter(FilterAction::Remove(Chip::Area)));
        }
    }
    asks
}

/// A field of one line; `names` are what a screen reader says and what stands in it while it is empty.
fn field_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    id: Id,
    text: &mut String,
    names: &[String; 2],
    most: usize,
) -> Response {
    let palette = shown.ink();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    let focused = ui.memory(|memory| memory.has_focus(id));
    let edge = match focused {
        true => Stroke::new(2.0, ink(palette.focus_ring)),
        false => Stroke::new(1.0, ink(palette.hairline)),
    };
    let ground = ink(palette.panel_sunk);
    ui.painter()
        .rect(rect, 3.0, ground, edge, StrokeKind::Inside);
    let inner = Rect::from_min_max(rect.min + vec2(GRID * 2.0, 0.0), rect.max - vec2(GRID, 0.0));
    let edit = TextEdit::singleline(text)
        .id(id)
        .font(Type::Body.font())
        .text_color(ink(palette.text))
        .hint_text(Type::Body.text(&names[1], palette.text_2))
        .char_limit(most)
        .frame(Frame::NONE)
        .margin(Margin::ZERO)
        .align(Align2::LEFT_CENTER)
        .desired_width(inner.width())
        .min_size(inner.size())
        // Escape leaves the field and nothing else: the window sees it while somebody is typing.
        .event_filter(EventFilter {
            horizontal_arrows: true,
            escape: true,
            ..EventFilter::default()
        });
    let response = ui.put(inner, edit).accessible_name(&names[0]);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.has_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
        response.surrender_focus();
    }
    response
}
