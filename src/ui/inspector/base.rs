//! A base: where, what kind, and who holds it on the day. Everybody else's time is in its history below.
//!
//! A period says when as precisely as known, under which mission, how many, and how sure it is.

use super::head;
use crate::calendar::span_words;
use crate::lang::{number, ui_words as w};
use crate::model::{Base, Tenure};
use crate::scene::signs::{base_shape, holder_mark};
use crate::scene::symbols::{BaseState, Glyph};
use crate::state::Action;
use crate::ui::facts::{holder, precision};
use crate::ui::map::glyphs::Inks;
use crate::ui::names::code_ui;
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type};
use crate::ui::widgets::{paragraph_ui, section_ui, short_link_ui};
use egui::{Align, Label, Layout, Sense, Ui, vec2};

/// Draws a base.
pub fn base_ui(ui: &mut Ui, shown: &Shown<'_>, base: &Base, actions: &mut Vec<Action>) {
    let lang = shown.lang();
    let day = shown.state.time.date;
    let (mut now, mut then): (Vec<&Tenure>, Vec<&Tenure>) =
        base.periods.iter().partition(|t| t.span().contains(day));
    now.sort_by_key(|t| std::cmp::Reverse(t.troops));
    then.reverse();
    let first = now.first().or(then.first()).copied();
    let color = first.map_or(shown.ink().text_2, |t| holder(t).color(shown.palette()));
    let kind = capital(base.kind.word(lang));
    head::kind_ui(
        ui,
        shown,
        &kind,
        color,
        Some(base.confidence),
        actions,
        |painter, at| {
            if let Some(tenure) = first {
                let glyph = Glyph::Base {
                    kind: base_shape(base.kind),
                    mark: holder_mark(holder(tenure)),
                    state: if now.is_empty() {
                        BaseState::Closed
                    } else {
                        BaseState::Held
                    },
                };
                let inks = Inks {
                    ink: color,
                    ground: shown.ink().panel,
                    accent: color,
                };
                shown.glyphs.paint(painter, glyph, at, 11.0, inks);
            }
        },
    );
    head::title_ui(ui, shown, &base.name.set(lang));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GRID * 2.0;
        code_ui(ui, shown, &base.host, actions);
        let precise = base.coordinate_precision.word(lang);
        ui.add(Label::new(shown.small(precise)));
    });
    if !base.aka.is_empty() {
        let also = format!("{} {}", shown.say(w::ALSO_CALLED), base.aka.join(", "));
        paragraph_ui(ui, shown.small(also));
    }
    section_ui(ui, shown, w::HELD_THAT_DAY);
    if now.is_empty() {
        paragraph_ui(ui, shown.body(shown.say(w::NOBODY_THAT_DAY)));
    }
    for tenure in &now {
        period_ui(ui, shown, tenure, actions);
    }
}

/// With a capital letter.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
}

fn period_ui(ui: &mut Ui, shown: &Shown<'_>, tenure: &Tenure, actions: &mut Vec<Action>) {
    let lang = shown.lang();
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GRID * 1.5;
        let (rect, _) = ui.allocate_exact_size(vec2(12.0, 18.0), Sense::hover());
        shown.holder_mark(ui.painter(), holder(tenure), rect.center());
        code_ui(ui, shown, &tenure.operator, actions);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            head::confidence_ui(ui, shown, tenure.confidence);
        });
    });
    let mut words = span_words(tenure.span(), lang);
    let vague = [tenure.from, tenure.to]
        .into_iter()
        .flatten()
        .min_by_key(|d| d.precision());
    if let Some(date) = vague.filter(|d| d.precision() != crate::calendar::Precision::Day) {
        words = format!("{words} ({})", shown.say(precision(date)));
    }
    ui.indent("period", |ui| {
        if short_link_ui(ui, shown, &words, Type::Body).clicked()
            && let Some(date) = tenure.from
        {
            shown.go_to(date, actions);
        }
        let mission = tenure.mission.as_ref().map(|m| m.set(lang));
        let troops = tenure
            .troops
            .map(|n| format!("{} {}", number(n, lang), shown.say(w::PERSONS)));
        let line: Vec<String> = [mission, troops].into_iter().flatten().collect();
        if !line.is_empty() {
            paragraph_ui(ui, shown.body(line.join(" · ")));
        }
        if let Some(note) = &tenure.note {
            paragraph_ui(ui, shown.small(note.set(lang)));
        }
    });
    ui.add_space(GRID * 2.0);
}
