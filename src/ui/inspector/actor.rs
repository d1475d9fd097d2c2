//! An actor on the day: its bases, its troops, its missions; what it did is in its history below.
//!
//! A state has its country for what stands about it, and this for what it does.

use super::head;
use crate::lang::history_words as h;
use crate::model::{PartyKind, Strength};
use crate::state::{Action, Selected};
use crate::style::Holder;
use crate::ui::facts::{figure, short_date};
use crate::ui::names::{code_ui, named_ui};
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type};
use crate::ui::widgets::{link_ui, paragraph_ui, section_ui};
use egui::{Align, Label, Layout, Ui};

/// Draws an actor.
pub fn actor_ui(ui: &mut Ui, shown: &Shown<'_>, code: &str, actions: &mut Vec<Action>) {
    let lang = shown.lang();
    let party = shown.atlas.parties.get(code);
    let kind = party.map_or_else(String::new, |party| match party.kind {
        PartyKind::State => shown.say(h::STATE_AS_ACTOR),
        PartyKind::Organisation
        | PartyKind::ArmedGroup
        | PartyKind::Company
        | PartyKind::Mission
        | PartyKind::Region => super::base::capital(party.kind.word(lang)),
    });
    let color = Holder::of_code(code).color(shown.palette());
    head::kind_ui(ui, shown, &kind, color, None, actions, |painter, at| {
        shown.holder_mark(painter, Holder::of_code(code), at);
    });
    let full = party.map_or_else(|| code.to_owned(), |party| party.name.set(lang));
    let short = shown.name(code);
    head::title_ui(ui, shown, &short);
    if full != short {
        paragraph_ui(ui, shown.small(full));
    }
    if shown.atlas.basemap.level(2).country(code).is_some()
        && link_ui(ui, shown, &shown.say(h::THE_COUNTRY), Type::Body).clicked()
    {
        actions.push(Action::Select(Some(Selected::Country(code.to_owned()))));
    }
    troops_ui(ui, shown, code, actions);
    bases_ui(ui, shown, code, actions);
    missions_ui(ui, shown, code, actions);
}

fn troops_ui(ui: &mut Ui, shown: &Shown<'_>, code: &str, actions: &mut Vec<Action>) {
    let figures = shown.world.figures(shown.atlas);
    let mut figures: Vec<&Strength> = figures
        .filter(|s| s.force == code && s.troops > 0)
        .collect();
    if figures.is_empty() {
        return;
    }
    figures.sort_by_key(|s| std::cmp::Reverse(s.troops));
    section_ui(ui, shown, h::TROOPS_THAT_DAY);
    for strength in figures {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GRID * 1.5;
            code_ui(ui, shown, &strength.country, actions);
            ui.add(Label::new(shown.strong(figure(strength, shown.lang()))));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let date = short_date(strength.date, shown.lang());
                ui.add(Label::new(shown.small(date)).truncate());
            });
        });
    }
}

fn bases_ui(ui: &mut Ui, shown: &Shown<'_>, code: &str, actions: &mut Vec<Action>) {
    let atlas = shown.atlas;
    let held = shown.world.bases.iter().filter(|on_day| {
        let mut tenures = on_day.tenures(atlas).into_iter();
        tenures.any(|tenure| tenure.operator == code)
    });
    let held: Vec<_> = held.map(|b| &atlas.bases[b.base as usize]).collect();
    if held.is_empty() {
        return;
    }
    section_ui(ui, shown, h::BASES_THAT_DAY);
    for base in held {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = GRID * 1.5;
            let name = base.name.set(shown.lang());
            named_ui(
                ui,
                shown,
                &name,
                Some(Selected::Base(base.id.clone())),
                actions,
            );
            ui.add(Label::new(shown.small(shown.name(&base.host))));
        });
    }
}

fn missions_ui(ui: &mut Ui, shown: &Shown<'_>, code: &str, actions: &mut Vec<Action>) {
    let lang = shown.lang();
    let missions = shown.world.missions.iter();
    let missions = missions.map(|&at| &shown.atlas.missions[at as usize]);
    let (led, joined): (Vec<_>, Vec<_>) = missions
        .filter(|m| m.lead == code || m.contributors.iter().any(|c| c == code))
        .partition(|m| m.lead == code);
    if led.is_empty() && joined.is_empty() {
        return;
    }
    section_ui(ui, shown, h::MISSIONS);
    for mission in led.into_iter().chain(joined) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = GRID * 1.5;
            let thing = Selected::Mission(mission.id.clone());
            named_ui(
                ui,
                shown,
                &mission.short_name.set(lang),
                Some(thing),
                actions,
            );
            if mission.lead != code {
                ui.add(Label::new(shown.small(shown.say(h::LED_BY).to_lowercase())));
                ui.add(Label::new(shown.small(shown.name(&mission.lead))));
            }
        });
    }
}
