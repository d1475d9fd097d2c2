//! Names that lead to what they name: actors, countries, alliances, missions, bases.
//!
//! It says where a code leads; what is known there is the inspector's business.

use super::shown::Shown;
use super::theme::Type;
use super::widgets::link_ui;
use crate::model::PartyKind;
use crate::state::{Action, Selected};
use egui::{Label, Ui};

/// Where the code of an actor or a country leads: to the alliance or mission that it stands for, to the country
/// where the record is about it or where it holds nothing elsewhere, else to the actor. Regions lead nowhere.
pub fn selected_of_code(shown: &Shown<'_>, code: &str) -> Option<Selected> {
    let atlas = shown.atlas;
    let party = atlas.parties.get(code);
    if let Some(alliance) = atlas.alliances.iter().find(|a| a.short == code) {
        return Some(Selected::Alliance(alliance.id.clone()));
    }
    if let Some(mission) = atlas.missions.iter().find(|m| m.short == code) {
        return Some(Selected::Mission(mission.id.clone()));
    }
    let on_map = atlas.basemap.level(2).country(code).is_some();
    if on_map && (atlas.is_focus(code) || !shown.is_abroad(code)) {
        return Some(Selected::Country(code.to_owned()));
    }
    let acts = party.is_some_and(|p| p.kind != PartyKind::Region);
    acts.then(|| Selected::Actor(code.to_owned()))
}

/// The name of a code, which leads to what it stands for.
pub fn code_ui(ui: &mut Ui, shown: &Shown<'_>, code: &str, actions: &mut Vec<Action>) {
    let name = shown.name(code);
    let leads_to = selected_of_code(shown, code).filter(|thing| !shown.is_selected(thing));
    named_ui(ui, shown, &name, leads_to, actions);
}

/// A name that leads to a thing, plain text when it leads nowhere.
pub fn named_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    name: &str,
    leads_to: Option<Selected>,
    actions: &mut Vec<Action>,
) {
    match leads_to {
        Some(thing) => {
            if link_ui(ui, shown, name, Type::Body).clicked() {
                actions.push(Action::Select(Some(thing)));
            }
        }
        None => {
            ui.add(Label::new(shown.body(name)));
        }
    }
}

impl Shown<'_> {
    /// Does it hold a base or have troops anywhere?
    pub fn is_abroad(&self, code: &str) -> bool {
        let holds = |base: &crate::model::Base| base.periods.iter().any(|t| t.operator == code);
        self.atlas.bases.iter().any(holds) || self.atlas.strengths.iter().any(|s| s.force == code)
    }
}
