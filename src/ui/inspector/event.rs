//! An event: what happened, when as precisely as known, who, where, how many, before and after.
//!
//! Its sources stand at the foot of the inspector.

use super::head;
use crate::calendar::span_words;
use crate::lang::{number, ui_words as w};
use crate::model::{Event, Movement};
use crate::state::{Action, Selected};
use crate::style::Holder;
use crate::ui::facts;
use crate::ui::icon::{self, Icon};
use crate::ui::map::glyphs::Inks;
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use crate::ui::widgets::{event_row_ui, link_ui, paragraph_ui, section_ui};
use egui::{Label, Sense, Ui, vec2};

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
        Some(movement) => movement_ui(ui, shown, movement),
        None => {
            let lang = shown.lang();
            let places: Vec<String> = event.places.iter().map(|p| p.name.set(lang)).collect();
            if !places.is_empty() {
                paragraph_ui(ui, shown.body(places.join(", ")));
            }
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

/// A name; countries on the map can be clicked.
pub fn code_ui(ui: &mut Ui, shown: &Shown<'_>, code: &str, actions: &mut Vec<Action>) {
    let name = shown.name(code);
    if shown.atlas.basemap.level(2).country(code).is_some() {
        if link_ui(ui, shown, &name, Type::Body).clicked() {
            actions.push(Action::Select(Some(Selected::Country(code.to_owned()))));
        }
    } else {
        ui.add(Label::new(shown.body(name)));
    }
}

fn movement_ui(ui: &mut Ui, shown: &Shown<'_>, movement: &Movement) {
    let lang = shown.lang();
    let name = |place: &Option<crate::model::Place>| {
        place
            .as_ref()
            .map_or_else(|| shown.say(w::NOT_KNOWN), |p| p.name.set(lang))
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = GRID * 1.5;
        ui.add(Label::new(shown.body(name(&movement.from))));
        let (rect, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
        icon::paint(
            ui.painter(),
            Icon::Arrow,
            rect.center(),
            ink(shown.ink().text_2),
        );
        ui.add(Label::new(shown.body(name(&movement.to))));
    });
}

/// What it follows from and what follows from it, by date.
fn related_ui(ui: &mut Ui, shown: &Shown<'_>, event: &Event, actions: &mut Vec<Action>) {
    let mut found: Vec<&Event> = event
        .related
        .iter()
        .filter_map(|id| shown.atlas.event(id))
        .collect();
    let points_here = shown
        .atlas
        .events
        .iter()
        .filter(|e| e.related.contains(&event.id));
    for other in points_here {
        if !found.iter().any(|e| e.id == other.id) {
            found.push(other);
        }
    }
    if found.is_empty() {
        return;
    }
    found.sort_by_key(|e| (e.date.first(), e.id.clone()));
    section_ui(ui, shown, w::BEFORE_AND_AFTER);
    ui.spacing_mut().item_spacing.y = 0.0;
    for other in found {
        if event_row_ui(ui, shown, other).clicked() {
            shown.open_event(other, actions);
        }
    }
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
