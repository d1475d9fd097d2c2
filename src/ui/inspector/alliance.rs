//! An alliance: what it is, since when, and who stands how in it on the day.
//!
//! Who joined and left when, and what it did, is in its history below.

use super::country::standing_mark;
use super::head;
use crate::calendar::{Span, span_words};
use crate::lang::{history_words as h, ui_words as w};
use crate::model::{Alliance, Category};
use crate::state::Action;
use crate::style::Bloc;
use crate::ui::facts::precision;
use crate::ui::names::code_ui;
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, ink};
use crate::ui::widgets::{paragraph_ui, section_ui};
use egui::{Label, Sense, Ui, vec2};

/// Draws an alliance.
pub fn alliance_ui(ui: &mut Ui, shown: &Shown<'_>, alliance: &Alliance, actions: &mut Vec<Action>) {
    let lang = shown.lang();
    let bloc = Bloc::of_alliance(&alliance.id);
    let color = bloc.map_or(shown.ink().accent, |bloc| bloc.color(shown.palette()));
    let kind = format!(
        "{}, {}",
        Category::Alliance.word(lang),
        alliance.kind.word(lang)
    );
    let sure = Some(alliance.confidence);
    head::kind_ui(ui, shown, &kind, color, sure, actions, |painter, at| {
        standing_mark(painter, at, crate::model::Standing::Member, ink(color));
    });
    let (short, full) = (alliance.short_name.set(lang), alliance.name.set(lang));
    head::title_ui(ui, shown, if alliance.bilateral { &full } else { &short });
    if !alliance.bilateral && full != short {
        paragraph_ui(ui, shown.small(full));
    }
    let life = Span {
        from: alliance.formed,
        to: alliance.dissolved,
    };
    let known = alliance
        .formed
        .map_or_else(String::new, |d| shown.say(precision(d)));
    head::date_ui(ui, shown, &span_words(life, lang), &known);
    if let Some(note) = &alliance.note {
        ui.add_space(GRID);
        paragraph_ui(ui, shown.body(note.set(lang)));
    }
    section_ui(ui, shown, h::MEMBERS_THAT_DAY);
    let rows = shown.world.member_rows(shown.atlas);
    let rows: Vec<_> = rows.filter(|(id, _)| *id == alliance.id).collect();
    if rows.is_empty() {
        paragraph_ui(ui, shown.body(shown.say(w::NONE_THAT_DAY)));
    }
    for (_, row) in rows {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GRID * 1.5;
            let (rect, _) = ui.allocate_exact_size(vec2(12.0, 16.0), Sense::hover());
            standing_mark(ui.painter(), rect.center(), row.status, ink(color));
            code_ui(ui, shown, &row.country, actions);
            let since = span_words(row.span(), lang);
            let said = format!("{}, {since}", row.status.word(lang));
            ui.add(Label::new(shown.small(said)).truncate());
        });
    }
}
