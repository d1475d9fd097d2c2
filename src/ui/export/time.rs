//! The choices of time: the days of a film or a series, its steps, how fast it runs and where it stops.
//!
//! What that comes to is told below them, before any work is done.

use super::choices::indented;
use super::controls::{menu_ui, note_ui, row_ui, switch_ui, tick_ui};
use super::typed::{Field, number};
use super::{ExportDialog, words};
use crate::calendar::{Date, parse_user_date, short_date_words};
use crate::export::order::{Concerns, days};
use crate::lang::{Words, export_words as w, number as grouped};
use crate::state::export::{Each, ExportSettings, Pacing};
use crate::state::{Action, ExportAction};
use crate::ui::shown::Shown;
use crate::ui::theme::GRID;
use egui::{Label, Ui};

/// Width of the field of a day.
const DAY_PT: f32 = 100.0;
/// Width of the field of a small number.
const NUMBER_PT: f32 = 52.0;
/// The fields of the days.
const DAY_FIELDS: [&str; 2] = ["from", "to"];

impl ExportDialog {
    /// The time of a film.
    pub(super) fn film_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        settings: &mut ExportSettings,
        actions: &mut Vec<Action>,
    ) {
        self.days_ui(ui, shown, actions);
        let film = &mut settings.film;
        let name = shown.say(w::STEP);
        let steps = words::said(shown, Pacing::ALL, words::pacing);
        let why = shown.say(w::NOT_A_NUMBER);
        row_ui(ui, shown, &name, |ui| {
            let room = ui.available_width();
            let typed = film.pacing == Pacing::Days;
            let width = if typed {
                room - NUMBER_PT - GRID * 2.0
            } else {
                room
            };
            ui.scope(|ui| {
                ui.set_max_width(width);
                let chosen = menu_ui(ui, shown, &name, &steps, film.pacing);
                film.pacing = chosen.unwrap_or(film.pacing);
            });
            if typed {
                let name = shown.say(w::NUMBER_OF_DAYS);
                let field = number_field("days", &name);
                let now = film.days.to_string();
                let read = |text: &str| number(text, why.clone());
                if let Some(days) = self.fields.field_ui(ui, shown, &field, now, read) {
                    film.days = days as u32;
                }
            }
        });
        let name = shown.say(w::FPS);
        row_ui(ui, shown, "", |ui| {
            let field = number_field("fps", &name);
            let now = film.fps.to_string();
            let read = |text: &str| number(text, why.clone());
            if let Some(fps) = self.fields.field_ui(ui, shown, &field, now, read) {
                film.fps = fps as u32;
            }
            ui.add(Label::new(shown.body(&name)));
        });
        self.fault_ui(ui, shown, &["fps"], Concerns::Rate);
        let name = shown.say(w::HOLD);
        row_ui(ui, shown, "", |ui| {
            let field = number_field("hold", &name);
            let now = format!("{}", film.hold_secs);
            let read = |text: &str| number(text, why.clone());
            if let Some(secs) = self.fields.field_ui(ui, shown, &field, now, read) {
                film.hold_secs = secs;
            }
            ui.add(Label::new(shown.body(&name)));
        });
        let gentle = shown.say(w::GENTLE);
        row_ui(ui, shown, "", |ui| {
            let width = ui.available_width();
            if tick_ui(ui, shown, &gentle, film.gentle, width) {
                film.gentle = !film.gentle;
            }
        });
        self.fault_ui(ui, shown, &["days", "hold"], Concerns::Days);
    }

    /// The time of a series.
    pub(super) fn series_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        settings: &mut ExportSettings,
        actions: &mut Vec<Action>,
    ) {
        let name = shown.say(w::ONE_PER);
        let all = words::said(shown, Each::ALL, words::each);
        let now = settings.each;
        let chosen = row_ui(ui, shown, &name, |ui| {
            switch_ui(ui, shown, &name, &all, now)
        });
        settings.each = chosen.unwrap_or(now);
        if settings.each != Each::Country {
            self.days_ui(ui, shown, actions);
        }
        self.fault_ui(ui, shown, &[], Concerns::Days);
    }

    /// First and last day.
    fn days_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        let (from, to) = days(shown.atlas, shown.state);
        let lang = shown.lang();
        let told = shown.offered.told;
        let is_refused = told.is_some_and(|told| told.fault(Concerns::Days).is_some());
        let label = shown.say(w::FROM);
        let kept = &shown.state.export;
        let mut next = (kept.from, kept.to);
        row_ui(ui, shown, &label, |ui| {
            let read_first = |text: &str| {
                let read = parse_user_date(text).map_err(|why| why.sentence(lang));
                read.map(|date| date.first())
            };
            let read_last = |text: &str| {
                let read = parse_user_date(text).map_err(|why| why.sentence(lang));
                read.map(|date| date.last())
            };
            let mut day_ui =
                |ui: &mut Ui,
                 key,
                 words: Words,
                 day: Date,
                 read: &dyn Fn(&str) -> Result<Date, String>| {
                    let field = Field {
                        key,
                        name: &shown.say(words),
                        width_pt: DAY_PT,
                        is_refused,
                    };
                    let now = short_date_words(day, lang);
                    self.fields.field_ui(ui, shown, &field, now, read)
                };
            if let Some(day) = day_ui(ui, "from", w::FROM, from, &read_first) {
                next.0 = Some(day);
            }
            ui.add(Label::new(shown.body("–")));
            if let Some(day) = day_ui(ui, "to", w::TO, to, &read_last) {
                next.1 = Some(day);
            }
        });
        if next != (kept.from, kept.to) {
            actions.push(Action::Export(ExportAction::SetDays(next.0, next.1)));
        }
        let why = DAY_FIELDS.iter().find_map(|key| self.fields.fault(key));
        if let Some(why) = why {
            let why = why.to_owned();
            indented(ui, |ui| note_ui(ui, &why, shown.ink().error));
        }
    }

    /// What is wrong with fields above.
    fn fault_ui(&self, ui: &mut Ui, shown: &Shown<'_>, keys: &[&'static str], of: Concerns) {
        let typed = keys.iter().find_map(|key| self.fields.fault(key));
        let told = shown.offered.told.and_then(|told| told.fault(of));
        let why = typed.map(str::to_owned);
        let why = why.or_else(|| told.map(|fault| fault.sentence(shown.lang())));
        if let Some(why) = why {
            indented(ui, |ui| note_ui(ui, &why, shown.ink().error));
        }
    }
}

fn number_field<'a>(key: &'static str, name: &'a str) -> Field<'a> {
    Field {
        key,
        name,
        width_pt: NUMBER_PT,
        is_refused: false,
    }
}

/// What a film or a series comes to, in words; nothing for a picture.
pub(super) fn comes_to(shown: &Shown<'_>) -> Option<String> {
    let told = shown.offered.told?;
    let lang = shown.lang();
    let count = |n: f64| grouped(n.round().clamp(0.0, 4e9) as u32, lang);
    if let Some(film) = told.film {
        let megabytes = match film.megabytes < 9.5 {
            true => decimal(film.megabytes.max(0.1), lang),
            false => count(film.megabytes),
        };
        let parts = [count(film.frames as f64), count(film.seconds), megabytes];
        return Some(filled(&shown.say(w::COMES_TO), &parts));
    }
    let is_series = !told.days.is_empty();
    is_series.then(|| filled(&shown.say(w::PICTURES), &[count(told.days.len() as f64)]))
}

/// A number with one digit after the sign of the language.
fn decimal(value: f64, lang: crate::lang::Lang) -> String {
    let text = format!("{value:.1}");
    match lang {
        crate::lang::Lang::En => text,
        crate::lang::Lang::Fr => text.replace('.', ","),
    }
}

/// Words with these in the places of their braces.
pub(super) fn filled(words: &str, with: &[String]) -> String {
    let fill = |text: String, part: &String| text.replacen("{}", part, 1);
    with.iter().fold(words.to_owned(), fill)
}
