//! An event: what happened, when as precisely as known, who, where, how many, before and after.
//!
//! Its sources stand at the foot of the inspector.

use super::head;
use crate::calendar::{day_number, span_words};
use crate::lang::{history_words as h, number, ui_words as w};
use crate::model::{Base, Event, Movement, Place};
use crate::state::{Action, Selected};
use crate::style::Holder;
use crate::ui::facts;
use crate::ui::icon::{self, Icon};
use crate::ui::map::glyphs::Inks;
use crate::ui::names::{code_ui, named_ui};
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, ink};
use crate::ui::widgets::{paragraph_ui, section_ui};
use egui::{Label, Sense, Ui, vec2};

/// Other events at a place are those so near to it.
const SAME_PLACE_KM: f64 = 3.0;
/// How many of them are listed.
const AT_PLACE: usize = 6;
/// A place so near to a base is the base.
const AT_BASE_KM: f64 = 3.0;

/// Draws an event.
pub fn event_ui(ui: &mut Ui, shown: &Shown<'_>, event: &Event, actions: &mut Vec<Action>) {
    let lang = shown.lang();
    let color = shown.category(event.category);
    let kind = event.category.word(lang);
    head::kind_ui(
        ui,
        shown,
        kind,
        color,
        Some(event.confidence),
        actions,
        |painter, at| {
            shown.category_glyph(painter, event.category, at);
        },
    );
    head::title_ui(ui, shown, &event.title.set(lang));
    head::date_ui(
        ui,
        shown,
        &span_words(event.span(), lang),
        &shown.say(facts::precision(event.date)),
    );
    ui.add_space(GRID);
    paragraph_ui(ui, shown.body(event.summary.set(lang)));
    who_ui(ui, shown, event, actions);
    if let Some(troops) = event.troops {
        section_ui(ui, shown, w::FIGURE);
        let text = format!("{} {}", number(troops, lang), shown.say(w::PERSONS));
        paragraph_ui(ui, shown.strong(text));
    }
    related_ui(ui, shown, event, actions);
}

fn who_ui(ui: &mut Ui, shown: &Shown<'_>, event: &Event, actions: &mut Vec<Action>) {
    section_ui(ui, shown, w::WHO_AND_WHERE);
    codes_ui(ui, shown, &event.actors, actions);
    if !event.targets.is_empty() {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = GRID;
            ui.add(Label::new(shown.small(shown.say(w::TOWARDS))));
            for code in &event.targets {
                code_ui(ui, shown, code, actions);
            }
        });
    }
    match &event.movement {
        Some(movement) => movement_ui(ui, shown, movement, actions),
        None => {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = GRID * 1.5;
                for place in &event.places {
                    place_ui(ui, shown, place, actions);
                }
            });
        }
    }
}

/// Who acts, each with the mark of its group.
fn codes_ui(ui: &mut Ui, shown: &Shown<'_>, codes: &[String], actions: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = GRID * 1.5;
        for code in codes {
            let holder = Holder::of_code(code);
            if holder != Holder::Other {
                let (rect, _) = ui.allocate_exact_size(vec2(12.0, 16.0), Sense::hover());
                shown.holder_mark(ui.painter(), holder, rect.center());
            }
            code_ui(ui, shown, code, actions);
        }
    });
}

/// A place; the base that stands there can be clicked.
fn place_ui(ui: &mut Ui, shown: &Shown<'_>, place: &Place, actions: &mut Vec<Action>) {
    let here = place.position();
    let distance = |base: &Base| Some(base.position?.distance_km(here));
    let bases = shown.atlas.bases.iter();
    let near = bases.filter_map(|base| Some((distance(base)?, base)));
    let nearest = near
        .filter(|(km, _)| *km <= AT_BASE_KM)
        .min_by(|a, b| a.0.total_cmp(&b.0));
    let leads_to = nearest.map(|(_, base)| Selected::Base(base.id.clone()));
    let name = place.name.set(shown.lang());
    named_ui(ui, shown, &name, leads_to, actions);
}

fn movement_ui(ui: &mut Ui, shown: &Shown<'_>, movement: &Movement, actions: &mut Vec<Action>) {
    let end_ui = |ui: &mut Ui, place: &Option<Place>, actions: &mut Vec<Action>| match place {
        Some(place) => place_ui(ui, shown, place, actions),
        None => {
            ui.add(Label::new(shown.body(shown.say(w::NOT_KNOWN))));
        }
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = GRID * 1.5;
        end_ui(ui, &movement.from, actions);
        let (rect, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
        icon::paint(
            ui.painter(),
            Icon::Arrow,
            rect.center(),
            ink(shown.ink().text_2),
        );
        end_ui(ui, &movement.to, actions);
    });
}

/// What it follows from and what follows from it, as the data have it, and what else happened at its place.
fn related_ui(ui: &mut Ui, shown: &Shown<'_>, event: &Event, actions: &mut Vec<Action>) {
    let events = &shown.atlas.events;
    let points_here = events.iter().filter(|e| e.related.contains(&event.id));
    let pointed_at = event.related.iter().filter_map(|id| shown.atlas.event(id));
    let mut linked: Vec<&Event> = pointed_at.chain(points_here).collect();
    linked.sort_by_key(|e| (e.date.first(), &e.id));
    linked.dedup_by_key(|e| &e.id);
    let before = |other: &Event| (other.date.first(), &other.id) < (event.date.first(), &event.id);
    let (earlier, later): (Vec<&Event>, Vec<&Event>) = linked.iter().partition(|e| before(e));
    for (words, found) in [(h::FOLLOWED_FROM, &earlier), (h::LED_TO, &later)] {
        if !found.is_empty() {
            super::country::events_list_ui(ui, shown, words, found, actions);
        }
    }
    let known = |other: &Event| linked.iter().any(|e| e.id == other.id);
    let near = at_place(shown, event, |other| !known(other));
    if !near.is_empty() {
        super::country::events_list_ui(ui, shown, h::SAME_PLACE, &near, actions);
    }
}

/// The events nearest in time at the main place of an event, by date.
fn at_place<'a>(
    shown: &Shown<'a>,
    event: &Event,
    is_new: impl Fn(&Event) -> bool,
) -> Vec<&'a Event> {
    let Some(place) = event.places.first() else {
        return Vec::new();
    };
    let here = place.position();
    let at_it = |other: &&Event| {
        let mut places = other.places.first().into_iter();
        other.id != event.id && places.any(|p| p.position().distance_km(here) <= SAME_PLACE_KM)
    };
    let events = shown.atlas.events.iter();
    let mut found: Vec<&Event> = events.filter(at_it).filter(|e| is_new(e)).collect();
    let day = day_number(event.date.first());
    found.sort_by_key(|e| ((day_number(e.date.first()) - day).abs(), &e.id));
    found.truncate(AT_PLACE);
    found.sort_by_key(|e| (e.date.first(), &e.id));
    found
}

impl Shown<'_> {
    /// The mark of a group of holders, as in the legend.
    pub fn holder_mark(&self, painter: &egui::Painter, holder: Holder, at: egui::Pos2) {
        use crate::scene::signs::holder_mark;
        use crate::scene::symbols::{BaseShape, BaseState, Glyph};
        let color = holder.color(self.palette());
        let glyph = Glyph::Base {
            kind: BaseShape::Main,
            mark: holder_mark(holder),
            state: BaseState::Held,
        };
        let inks = Inks {
            ink: color,
            ground: self.ink().panel,
            accent: color,
        };
        self.glyphs.paint(painter, glyph, at, 10.0, inks);
    }
}
