//! A mission: what it was for, who led it, where, with whom and how many.
//!
//! Its bases, figures and events are in its history below.

use super::head;
use crate::calendar::span_words;
use crate::lang::{history_words as h, number, ui_words as w};
use crate::model::Mission;
use crate::state::Action;
use crate::style::Holder;
use crate::ui::facts::precision;
use crate::ui::names::code_ui;
use crate::ui::shown::Shown;
use crate::ui::theme::GRID;
use crate::ui::widgets::{paragraph_ui, section_ui};
use egui::{Label, Ui};

/// Draws a mission.
pub fn mission_ui(ui: &mut Ui, shown: &Shown<'_>, mission: &Mission, actions: &mut Vec<Action>) {
    let lang = shown.lang();
    let holder = Holder::of_code(&mission.lead);
    let color = holder.color(shown.palette());
    let kind = super::base::capital(crate::model::PartyKind::Mission.word(lang));
    let sure = Some(mission.confidence);
    head::kind_ui(ui, shown, &kind, color, sure, actions, |painter, at| {
        shown.holder_mark(painter, holder, at);
    });
    let (short, full) = (mission.short_name.set(lang), mission.name.set(lang));
    head::title_ui(ui, shown, &short);
    if full != short {
        paragraph_ui(ui, shown.small(full));
    }
    let known = mission
        .from
        .map_or_else(String::new, |d| shown.say(precision(d)));
    head::date_ui(ui, shown, &span_words(mission.span(), lang), &known);
    if let Some(note) = &mission.note {
        ui.add_space(GRID);
        paragraph_ui(ui, shown.body(note.set(lang)));
    }
    section_ui(ui, shown, w::WHO_AND_WHERE);
    let lead = std::slice::from_ref(&mission.lead);
    codes_ui(ui, shown, Some(shown.say(h::LED_BY)), lead, actions);
    codes_ui(ui, shown, None, &mission.hosts, actions);
    if !mission.contributors.is_empty() {
        let words = Some(shown.say(h::TAKING_PART));
        codes_ui(ui, shown, words, &mission.contributors, actions);
    }
    if let Some(troops) = mission.peak_troops {
        let value = number(troops, lang);
        let text = format!(
            "{} {value} {}",
            shown.say(h::AT_MOST),
            shown.say(w::PERSONS)
        );
        paragraph_ui(ui, shown.body(text));
    }
}

fn codes_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    before: Option<String>,
    codes: &[String],
    actions: &mut Vec<Action>,
) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = GRID * 1.5;
        if let Some(words) = before {
            ui.add(Label::new(shown.small(words)));
        }
        for code in codes {
            code_ui(ui, shown, code, actions);
        }
    });
}
