//! What the panels are given to show: the facts, the state, the day, the picture.
//!
//! Nothing can be changed through it.

use super::export::Offered;
use super::facts::naming;
use super::map::glyphs::{Glyphs, Inks};
use super::theme::Type;
use crate::calendar::{Date, PartialDate};
use crate::export::briefing::Briefing;
use crate::export::marked;
use crate::lang::{Lang, Words, typeset};
use crate::model::filter::{Chosen, Facets};
use crate::model::{Atlas, Category, Event, History, World};
use crate::scene::Composition;
use crate::scene::item::Layer;
use crate::scene::signs::{category_color, category_glyph};
use crate::scene::symbols::Glyph;
use crate::state::{Action, Selected, State, TimeAction};
use crate::style::{Color, Palette, UiInk, size};
use egui::{Pos2, RichText};
use std::sync::Arc;

/// The other day, while two are compared.
#[derive(Clone, Copy)]
pub struct Beside<'a> {
    /// The world on it.
    pub world: &'a World,
    /// The map of it.
    pub composition: &'a Composition,
    /// What changed between the earlier of the two and the later one.
    pub briefing: &'a Briefing,
    /// Names that a swipe bar would cut, to be written over both maps.
    pub over: &'a [Arc<Layer>],
}

/// Everything a panel may read.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The facts.
    pub atlas: &'a Atlas,
    /// What the user has set.
    pub state: &'a State,
    /// The world on the day, with only the events that the filter lets through.
    pub world: &'a World,
    /// The events that the filter lets through.
    pub chosen: &'a Chosen,
    /// What each value of a facet would leave.
    pub facets: &'a Facets,
    /// The history of what is selected, if it has one.
    pub history: Option<&'a History>,
    /// The map of it.
    pub composition: &'a Composition,
    /// The day that is compared with this one.
    pub beside: Option<Beside<'a>>,
    /// Symbols ready to be drawn.
    pub glyphs: &'a Glyphs,
    /// What is known about an export.
    pub offered: Offered<'a>,
}

impl<'a> Shown<'a> {
    /// The same on the other day.
    pub fn on_other_day(&self) -> Option<Shown<'a>> {
        let beside = self.beside?;
        Some(Shown {
            world: beside.world,
            composition: beside.composition,
            ..*self
        })
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.state.look.lang
    }

    /// The colours of everything.
    pub fn palette(&self) -> &'static Palette {
        self.state.look.theme.palette()
    }

    /// The colours of the window.
    pub fn ink(&self) -> &'static UiInk {
        &self.palette().ui
    }

    /// Words of the program, set.
    pub fn say(&self, words: Words) -> String {
        typeset(words.get(self.lang()), self.lang())
    }

    /// The short name of a code.
    pub fn name(&self, code: &str) -> String {
        typeset(self.atlas.short_name(code, self.lang()), self.lang())
    }

    /// The short names of codes, with commas.
    pub fn names(&self, codes: &[String]) -> String {
        codes
            .iter()
            .map(|code| self.name(code))
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// Running text.
    pub fn body(&self, text: impl Into<String>) -> RichText {
        Type::Body.text(text, self.ink().text)
    }

    /// Running text, bold.
    pub fn strong(&self, text: impl Into<String>) -> RichText {
        Type::Strong.text(text, self.ink().text)
    }

    /// Small secondary text.
    pub fn small(&self, text: impl Into<String>) -> RichText {
        Type::Small.text(text, self.ink().text_2)
    }

    /// Heading of a section.
    pub fn heading(&self, words: Words) -> RichText {
        Type::SmallStrong.text(self.say(words), self.ink().text_2)
    }

    /// The colour of a category.
    pub fn category(&self, category: Category) -> Color {
        category_color(category, self.palette())
    }

    /// Draws the bare glyph of a category.
    pub fn category_glyph(&self, painter: &egui::Painter, category: Category, center: Pos2) {
        let inks = Inks {
            ink: self.category(category),
            ground: self.ink().panel,
            accent: self.category(category),
        };
        let glyph = Glyph::Event(category_glyph(category));
        self.glyphs
            .paint(painter, glyph, center, size::EVENT_LIST_PT, inks);
    }

    /// The day of the next event (or of the previous one) of the history that is told, else of all.
    pub fn neighbour_day(&self, forward: bool) -> Option<Date> {
        let day = self.state.time.date;
        match self.history {
            Some(history) => history.neighbour_day(day, forward),
            None => self.atlas.neighbour_event_day(self.chosen, day, forward),
        }
    }

    /// What the history that is told is of, by name.
    pub fn history_name(&self) -> Option<String> {
        self.history?;
        let subject = marked(self.state.selection.as_ref());
        naming(self, &subject).map(|naming| naming.name)
    }

    /// Goes to the day of an event: in a history, which stays, else to the event itself.
    pub fn visit_event(&self, event: &Event, actions: &mut Vec<Action>) {
        match self.history {
            Some(_) => self.go_to(event.date, actions),
            None => self.open_event(event, actions),
        }
    }

    /// Selects an event and goes to its day.
    pub fn open_event(&self, event: &Event, actions: &mut Vec<Action>) {
        actions.push(Action::Select(Some(Selected::Event(event.id.clone()))));
        actions.push(Action::Time(TimeAction::Goto(event.date.first())));
    }

    /// Goes to the first day of a date.
    pub fn go_to(&self, date: PartialDate, actions: &mut Vec<Action>) {
        actions.push(Action::Time(TimeAction::Goto(date.first())));
    }

    /// Is that what is selected?
    pub fn is_selected(&self, thing: &Selected) -> bool {
        self.state.selection.as_ref() == Some(thing)
    }
}
