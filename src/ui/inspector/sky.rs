//! A closed sky: who shut it to whom, since when, why, how it ended or how long it is known to have lasted.
//!
//! The bar shows how far through it the day is.

use super::head;
use crate::calendar::{day_number, partial_words, span_words};
use crate::lang::{Lang, ui_words as w};
use crate::model::{Closure, SkyClass};
use crate::scene::symbols::Glyph;
use crate::state::Action;
use crate::style::Color;
use crate::ui::facts::{precision, sky_title};
use crate::ui::map::glyphs::Inks;
use crate::ui::names::code_ui;
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use crate::ui::widgets::{ends_ui, paragraph_ui, section_ui};
use egui::{Label, Rect, Sense, Ui, vec2};

/// The colour of a closure on the day.
pub fn color_of(shown: &Shown<'_>, sky: &Closure) -> Color {
    let palette = shown.palette();
    let on = sky.from.map_or(shown.state.time.date, |d| d.first());
    match sky.closes_sky(on) {
        Some(SkyClass::All) => palette.sky.all_text,
        Some(SkyClass::Some) | None => palette.sky.some_text,
    }
}

/// Draws the record of a closed sky.
pub fn sky_ui(ui: &mut Ui, shown: &Shown<'_>, sky: &Closure, actions: &mut Vec<Action>) {
    let lang = shown.lang();
    let color = color_of(shown, sky);
    let kind = super::base::capital(sky.measure.word(lang));
    head::kind_ui(
        ui,
        shown,
        &kind,
        color,
        Some(sky.confidence),
        actions,
        |painter, at| {
            let inks = Inks {
                ink: color,
                ground: shown.ink().panel,
                accent: color,
            };
            shown
                .glyphs
                .paint(painter, Glyph::ClosedSky, at, 22.0, inks);
        },
    );
    head::title_ui(ui, shown, &sky_title(shown, sky));
    let known = sky
        .from
        .map_or_else(String::new, |d| shown.say(precision(d)));
    head::date_ui(ui, shown, &span_words(sky.span(), lang), &known);
    progress_ui(ui, shown, sky, color);
    if let Some(reason) = &sky.reason {
        let why = format!("{} {}", shown.say(w::WHY), reason.set(lang));
        paragraph_ui(ui, shown.body(why));
    }
    section_ui(ui, shown, w::WHO_IS_SHUT_OUT);
    shut_out_ui(ui, shown, sky, actions);
    for note in [&sky.note, &sky.lifted].into_iter().flatten() {
        ui.add_space(GRID);
        paragraph_ui(ui, shown.body(note.set(lang)));
    }
    if let Some(date) = sky.known_until.filter(|_| sky.to.is_none()) {
        ui.add_space(GRID);
        let text = format!(
            "{} {}",
            shown.say(w::KNOWN_UNTIL),
            partial_words(date, lang)
        );
        paragraph_ui(ui, shown.small(text));
    }
}

fn shut_out_ui(ui: &mut Ui, shown: &Shown<'_>, sky: &Closure, actions: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = GRID * 1.5;
        for code in &sky.against {
            code_ui(ui, shown, code, actions);
        }
        ui.add(Label::new(shown.small(sky.traffic.word(shown.lang()))));
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = GRID * 1.5;
        ui.add(Label::new(shown.small(shown.say(w::DECIDED_BY))));
        code_ui(ui, shown, &sky.measure_by, actions);
    });
    if sky.countries.len() > 1 {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = GRID * 1.5;
            for code in &sky.countries {
                code_ui(ui, shown, code, actions);
            }
        });
    }
}

/// Day n of m, as a bar and in words.
fn progress_ui(ui: &mut Ui, shown: &Shown<'_>, sky: &Closure, color: Color) {
    let Some(from) = sky.from else {
        return;
    };
    let first = day_number(from.first());
    let today = day_number(shown.state.time.date) - first + 1;
    if today < 1 {
        return;
    }
    let days = sky.to.map(|to| day_number(to.last()) - first + 1);
    if days.is_some_and(|days| today > days) {
        return;
    }
    ui.add_space(GRID);
    if let Some(days) = days {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 8.0), Sense::hover());
        let ground = color.over(shown.ink().panel, 0.25);
        ui.painter().rect_filled(rect, 2.0, ink(ground));
        let share = (today as f32 / days.max(1) as f32).clamp(0.0, 1.0);
        let done = Rect::from_min_size(rect.min, vec2(rect.width() * share, rect.height()));
        ui.painter().rect_filled(done, 2.0, ink(color));
    }
    let text = match (days, shown.lang()) {
        (Some(days), Lang::En) => format!("day {today} of {days}"),
        (Some(days), Lang::Fr) => format!("jour {today} sur {days}"),
        (None, Lang::En) => format!("day {today}"),
        (None, Lang::Fr) => format!("jour {today}"),
    };
    let end = match sky.to {
        Some(to) => format!(
            "{} {}",
            shown.say(w::UNTIL),
            partial_words(to, shown.lang())
        ),
        None => shown.say(w::END_NOT_KNOWN),
    };
    ends_ui(ui, Type::SmallStrong.text(text, color), shown.small(end));
}
