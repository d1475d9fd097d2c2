//! A country on the day: alliances, closed skies and borders, sanctions, foreign troops, bases, relations.
//!
//! Everything is that of the day shown, with the date of each figure; events are in its history below.

use super::{head, sky};
use crate::calendar::{Span, partial_words, span_words};
use crate::lang::{Words, history_words as h, ui_words as w};
use crate::model::{Event, Standing};
use crate::state::{Action, Selected};
use crate::style::{Bloc, Holder};
use crate::ui::facts::{country_name, figure, sky_title};
use crate::ui::names::code_ui;
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use crate::ui::widgets::{event_row_ui, holder_mark_ui, link_ui, paragraph_ui, section_ui};
use egui::{Align, Label, Layout, Rect, Sense, Ui, vec2};

/// Draws a country.
pub fn country_ui(ui: &mut Ui, shown: &Shown<'_>, iso: &str, actions: &mut Vec<Action>) {
    let color = shown.ink().accent;
    let kind = shown.say(w::COUNTRY);
    head::kind_ui(ui, shown, &kind, color, None, actions, |painter, at| {
        let flag = Rect::from_center_size(at, vec2(11.0, 8.0));
        painter.rect_filled(flag, 1.0, ink(color));
    });
    head::title_ui(ui, shown, &country_name(shown, iso));
    let on = crate::calendar::date_words(shown.state.time.date, shown.lang());
    head::date_ui(ui, shown, &on, "");
    if shown.is_abroad(iso) && link_ui(ui, shown, &shown.say(h::AS_ACTOR), Type::Body).clicked() {
        actions.push(Action::Select(Some(Selected::Actor(iso.to_owned()))));
    }
    memberships_ui(ui, shown, iso, actions);
    closures_ui(ui, shown, iso, actions);
    sanctions_ui(ui, shown, iso, actions);
    troops_ui(ui, shown, iso, actions);
    bases_ui(ui, shown, iso, actions);
    relations_ui(ui, shown, iso, actions);
}

fn memberships_ui(ui: &mut Ui, shown: &Shown<'_>, iso: &str, actions: &mut Vec<Action>) {
    let lang = shown.lang();
    let rows: Vec<_> = shown
        .world
        .member_rows(shown.atlas)
        .filter(|(_, r)| r.country == iso)
        .collect();
    section_ui(ui, shown, w::ALLIANCES);
    if rows.is_empty() {
        paragraph_ui(ui, shown.body(shown.say(w::NONE_THAT_DAY)));
    }
    for (id, row) in rows {
        let Some(alliance) = shown.atlas.alliance(id) else {
            continue;
        };
        let color = Bloc::of_alliance(id).map_or(shown.ink().text_2, |b| b.color(shown.palette()));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GRID * 1.5;
            let (rect, _) = ui.allocate_exact_size(vec2(12.0, 16.0), Sense::hover());
            standing_mark(ui.painter(), rect.center(), row.status, ink(color));
            let name = alliance.short_name.set(lang);
            let link = link_ui(ui, shown, &name, Type::Body);
            if link.clicked() {
                let thing = Selected::Alliance(alliance.id.clone());
                actions.push(Action::Select(Some(thing)));
            }
            link.on_hover_text(shown.body(alliance.name.set(lang)));
            let since = row.from.map_or_else(String::new, |d| {
                span_words(
                    Span {
                        from: Some(d),
                        to: None,
                    },
                    lang,
                )
            });
            let said = format!("{} {since}", row.status.word(lang));
            ui.add(Label::new(shown.small(said)).truncate());
        });
    }
}

/// Full for a member, crossed for a suspended one, half for one that leaves, hollow for an observer.
pub fn standing_mark(
    painter: &egui::Painter,
    at: egui::Pos2,
    standing: Standing,
    color: egui::Color32,
) {
    let line = egui::Stroke::new(1.5, color);
    match standing {
        Standing::Member => {
            painter.circle_filled(at, 4.5, color);
        }
        Standing::Suspended => {
            painter.circle_stroke(at, 4.2, line);
            painter.line_segment([at + vec2(-3.0, 3.0), at + vec2(3.0, -3.0)], line);
        }
        Standing::Withdrawing => {
            painter.circle_stroke(at, 4.2, line);
            painter.line_segment([at + vec2(-2.0, 0.0), at + vec2(2.0, 0.0)], line);
        }
        Standing::Observer => {
            painter.circle_stroke(at, 4.2, line);
        }
    }
}

fn closures_ui(ui: &mut Ui, shown: &Shown<'_>, iso: &str, actions: &mut Vec<Action>) {
    let lang = shown.lang();
    let skies = shown.world.closed_skies(shown.atlas);
    let skies: Vec<_> = skies
        .filter(|c| c.countries.iter().any(|code| code == iso))
        .collect();
    let borders = shown
        .world
        .borders
        .iter()
        .map(|&i| &shown.atlas.borders[i as usize]);
    let borders: Vec<_> = borders
        .filter(|c| c.countries.iter().any(|code| code == iso))
        .collect();
    if skies.is_empty() && borders.is_empty() {
        return;
    }
    section_ui(ui, shown, w::SKY_AND_BORDERS);
    for closure in skies {
        let text = format!(
            "{}, {}",
            sky_title(shown, closure),
            span_words(closure.span(), lang)
        );
        let response = ui.add(
            Label::new(Type::Body.text(&text, sky::color_of(shown, closure)))
                .wrap()
                .sense(Sense::click()),
        );
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &text));
        if response
            .on_hover_cursor(egui::CursorIcon::PointingHand)
            .clicked()
        {
            actions.push(Action::Select(Some(Selected::Sky(closure.id.clone()))));
        }
    }
    for border in borders {
        let against = shown.names(&border.against);
        let text = format!(
            "{} ({against}), {}",
            border.measure.word(lang),
            span_words(border.span(), lang)
        );
        paragraph_ui(ui, shown.body(super::base::capital(&text)));
    }
}

fn sanctions_ui(ui: &mut Ui, shown: &Shown<'_>, iso: &str, actions: &mut Vec<Action>) {
    let lang = shown.lang();
    let all = shown
        .world
        .sanctions
        .iter()
        .map(|&i| &shown.atlas.sanctions[i as usize]);
    let found: Vec<_> = all.filter(|s| s.on == iso).collect();
    if found.is_empty() {
        return;
    }
    section_ui(ui, shown, w::SANCTIONS);
    for sanction in found {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = GRID;
            code_ui(ui, shown, &sanction.by, actions);
            let kind = format!("– {}", sanction.kind.set(lang));
            ui.add(Label::new(shown.body(kind)).wrap());
        });
        paragraph_ui(ui, shown.small(span_words(sanction.span(), lang)));
    }
}

fn troops_ui(ui: &mut Ui, shown: &Shown<'_>, iso: &str, actions: &mut Vec<Action>) {
    let lang = shown.lang();
    let mut figures: Vec<_> = shown
        .world
        .figures(shown.atlas)
        .filter(|s| s.country == iso && s.troops > 0)
        .collect();
    if figures.is_empty() {
        return;
    }
    figures.sort_by_key(|s| std::cmp::Reverse(s.troops));
    section_ui(ui, shown, w::FOREIGN_TROOPS);
    for strength in figures {
        let row = ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GRID * 1.5;
            holder_mark_ui(ui, shown, &strength.force);
            code_ui(ui, shown, &strength.force, actions);
            ui.add(Label::new(shown.strong(figure(strength, lang))));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let date = partial_words(strength.date, lang);
                ui.add(Label::new(shown.small(date)).truncate());
            });
        });
        if let Some(note) = &strength.note {
            row.response.on_hover_text(shown.small(note.set(lang)));
        }
    }
}

fn bases_ui(ui: &mut Ui, shown: &Shown<'_>, iso: &str, actions: &mut Vec<Action>) {
    let held = shown.world.bases.iter();
    let found: Vec<_> = held
        .filter(|b| shown.atlas.bases[b.base as usize].host == iso)
        .collect();
    if found.is_empty() {
        return;
    }
    section_ui(ui, shown, w::BASES_HELD);
    for on_day in found {
        let base = &shown.atlas.bases[on_day.base as usize];
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GRID;
            for tenure in on_day.tenures(shown.atlas).into_iter().take(4) {
                let (rect, _) = ui.allocate_exact_size(vec2(12.0, 16.0), Sense::hover());
                shown.holder_mark(
                    ui.painter(),
                    Holder::of_code(&tenure.operator),
                    rect.center(),
                );
            }
            if link_ui(ui, shown, &base.name.set(shown.lang()), Type::Body).clicked() {
                actions.push(Action::Select(Some(Selected::Base(base.id.clone()))));
            }
        });
    }
}

fn relations_ui(ui: &mut Ui, shown: &Shown<'_>, iso: &str, actions: &mut Vec<Action>) {
    let lang = shown.lang();
    let rows: Vec<_> = shown
        .world
        .relation_rows(shown.atlas)
        .filter(|r| r.a == iso || r.b == iso)
        .collect();
    if rows.is_empty() {
        return;
    }
    section_ui(ui, shown, w::RELATIONS);
    for row in rows {
        let other = if row.a == iso { &row.b } else { &row.a };
        let line = ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = GRID * 1.5;
            code_ui(ui, shown, other, actions);
            ui.add(Label::new(shown.body(row.state.word(lang))));
            ui.add(Label::new(shown.small(span_words(row.span(), lang))));
        });
        if let Some(note) = &row.note {
            line.response.on_hover_text(shown.small(note.set(lang)));
        }
    }
}

/// A heading and rows of events.
pub fn events_list_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    words: Words,
    events: &[&Event],
    actions: &mut Vec<Action>,
) {
    section_ui(ui, shown, words);
    ui.spacing_mut().item_spacing.y = 0.0;
    for event in events {
        if event_row_ui(ui, shown, event).clicked() {
            shown.open_event(event, actions);
        }
    }
    ui.spacing_mut().item_spacing.y = GRID;
}
