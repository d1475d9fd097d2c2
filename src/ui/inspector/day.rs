//! Nothing selected: the Sahel on the day, in words, a small table and lists.
//!
//! Never blank: a quiet day says so and leads to the events on either side.

use super::charts;
use super::country::{events_list_ui, standing_mark};
use super::sky::color_of;
use crate::calendar::{date_words, period_words, span_words, weekday_name};
use crate::lang::{filter_words as f, number, time_words as tw, ui_words as w};
use crate::model::{Event, Strength};
use crate::state::{Action, Selected, TimeAction};
use crate::style::Bloc;
use crate::ui::facts::{counted, figure, sky_title};
use crate::ui::names::selected_of_code;
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use crate::ui::widgets::{holder_mark_ui, link_ui, paragraph_ui, section_ui, short_link_ui};
use egui::{Align, Label, Layout, Sense, Ui, pos2, vec2};

/// The alliances of the table and their columns' words.
const COLUMNS: [(&str, Bloc); 3] = [
    ("aes", Bloc::Aes),
    ("ecowas", Bloc::Ecowas),
    ("g5-sahel", Bloc::G5Sahel),
];
/// How many forces are listed.
const FORCES: usize = 8;

/// Draws the day.
pub fn day_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let lang = shown.lang();
    let date = shown.state.time.date;
    let from = shown.state.time.from();
    if from.is_none() {
        let weekday = super::base::capital(weekday_name(date.weekday(), lang));
        ui.add(Label::new(shown.small(weekday)));
    }
    super::head::title_ui(ui, shown, &period_words(from, date, lang));
    if from.is_some() {
        // All but the events is told of the last day alone.
        let words = format!(
            "{} {}",
            shown.say(tw::ON_THE_LAST_DAY),
            date_words(date, lang)
        );
        ui.add(Label::new(shown.small(words)));
    }
    paragraph_ui(ui, shown.body(summary(shown)));
    charts::troops_ui(ui, shown, actions);
    let day = shown.world.date;
    let holding = shown.world.events_of_day(shown.atlas);
    let (mut today, mut going_on): (Vec<&Event>, Vec<&Event>) =
        holding.partition(|e| e.is_news_on(day));
    today.sort_by_key(|e| std::cmp::Reverse(e.date.first()));
    going_on.sort_by_key(|e| std::cmp::Reverse(e.date.first()));
    if today.is_empty() {
        quiet_ui(ui, shown, actions);
    } else {
        events_list_ui(ui, shown, w::THIS_DAY, &today, actions);
        held_back_ui(ui, shown);
    }
    if !going_on.is_empty() {
        events_list_ui(ui, shown, w::GOING_ON, &going_on, actions);
    }
    matrix_ui(ui, shown, actions);
    charts::members_ui(ui, shown, actions);
    skies_ui(ui, shown, actions);
    charts::skies_ui(ui, shown, actions);
    forces_ui(ui, shown, actions);
    let mut trail: Vec<&Event> = shown.world.events_of_trail(shown.atlas).collect();
    trail.reverse();
    if !trail.is_empty() {
        let words = match from {
            Some(_) => tw::IN_THE_RANGE,
            None => w::LATELY,
        };
        events_list_ui(ui, shown, words, &trail, actions);
    }
    ui.add_space(GRID * 2.0);
    paragraph_ui(
        ui,
        Type::Small.text(shown.say(w::SELECT_HINT), shown.ink().text_2),
    );
}

/// What stands on the day, counted.
fn summary(shown: &Shown<'_>) -> String {
    let lang = shown.lang();
    let closed = closed(shown).len();
    let parts = [
        counted(
            shown.world.bases.len(),
            w::BASE_HELD_ONE,
            w::BASE_HELD_MANY,
            lang,
        ),
        counted(closed, w::SKY_ONE, w::SKY_MANY, lang),
        counted(
            shown.world.missions.len(),
            w::MISSION_ONE,
            w::MISSION_MANY,
            lang,
        ),
    ];
    format!("{}.", parts.join(", "))
}

fn quiet_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    section_ui(ui, shown, w::THIS_DAY);
    let covered = shown.atlas.coverage;
    let date = shown.state.time.date;
    let words = if date < covered.from || covered.to < date {
        w::NOT_COVERED
    } else {
        w::NO_EVENT
    };
    if shown.world.held_back == 0 {
        paragraph_ui(ui, shown.body(shown.say(words)));
    }
    held_back_ui(ui, shown);
    ui.horizontal(|ui| {
        for (forward, words) in [(false, w::PREVIOUS_EVENT), (true, w::NEXT_EVENT)] {
            if let Some(day) = shown.neighbour_day(forward)
                && link_ui(ui, shown, &shown.say(words), Type::Body).clicked()
            {
                actions.push(Action::Time(TimeAction::Goto(day)));
            }
        }
    });
}

/// Says that the day has events which the filter keeps back.
fn held_back_ui(ui: &mut Ui, shown: &Shown<'_>) {
    let count = shown.world.held_back;
    if count > 0 {
        let words = counted(count, f::HELD_BACK_ONE, f::HELD_BACK_MANY, shown.lang());
        paragraph_ui(ui, shown.small(words));
    }
}

/// The five focus countries and how they stand in the alliances.
fn matrix_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    section_ui(ui, shown, w::WHO_IS_IN_WHAT);
    let palette = shown.ink();
    let width = ui.available_width();
    let column = 58.0;
    let left = width - column * COLUMNS.len() as f32;
    let (head, _) = ui.allocate_exact_size(vec2(width, 16.0), Sense::hover());
    for ((id, _), i) in COLUMNS.iter().zip(0u8..) {
        let name = shown
            .atlas
            .alliance(id)
            .map_or_else(String::new, |a| a.short_name.set(shown.lang()));
        let middle = head.left() + left + column * (f32::from(i) + 0.5);
        let center = pos2(middle, head.center().y);
        let spot = egui::Rect::from_center_size(center, vec2(column - GRID, 16.0));
        let link = Label::new(Type::Small.text(&name, palette.accent)).sense(Sense::click());
        let response = ui.put(spot, link);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &name));
        crate::ui::icon::focus_ring(ui.painter(), &response, spot, palette);
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        if response.clicked() {
            let thing = Selected::Alliance((*id).to_owned());
            actions.push(Action::Select(Some(thing)));
        }
    }
    for iso in &shown.atlas.focus {
        let row = ui.horizontal(|ui| {
            ui.set_min_height(20.0);
            if link_ui(ui, shown, &shown.name(iso), Type::Body).clicked() {
                actions.push(Action::Select(Some(Selected::Country(iso.clone()))));
            }
        });
        let line = row.response.rect;
        for ((id, bloc), i) in COLUMNS.iter().zip(0u8..) {
            let at = pos2(
                head.left() + left + column * (f32::from(i) + 0.5),
                line.center().y,
            );
            match standing(shown, id, iso) {
                Some(standing) => {
                    standing_mark(ui.painter(), at, standing, ink(bloc.color(shown.palette())))
                }
                None => {
                    let line = egui::Stroke::new(1.0, ink(palette.text_3));
                    ui.painter()
                        .line_segment([at - vec2(3.0, 0.0), at + vec2(3.0, 0.0)], line);
                }
            }
        }
    }
    key_ui(ui, shown);
}

fn standing(shown: &Shown<'_>, id: &str, iso: &str) -> Option<crate::model::Standing> {
    let direct = shown.world.standing(shown.atlas, id, iso);
    match id {
        "aes" => direct.or_else(|| shown.world.standing(shown.atlas, "aes-confederation", iso)),
        _ => direct,
    }
}

/// What the marks of the table mean.
fn key_ui(ui: &mut Ui, shown: &Shown<'_>) {
    use crate::model::Standing;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = GRID;
        for standing in [Standing::Member, Standing::Suspended, Standing::Withdrawing] {
            let (rect, _) = ui.allocate_exact_size(vec2(12.0, 14.0), Sense::hover());
            standing_mark(
                ui.painter(),
                rect.center(),
                standing,
                ink(shown.ink().text_2),
            );
            ui.add(Label::new(shown.small(standing.word(shown.lang()))));
            ui.add_space(GRID);
        }
    });
}

fn closed<'a>(shown: &Shown<'a>) -> Vec<&'a crate::model::Closure> {
    let day = shown.state.time.date;
    let skies = shown.world.closed_skies(shown.atlas);
    skies.filter(|c| c.closes_sky(day).is_some()).collect()
}

fn skies_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let skies = closed(shown);
    if skies.is_empty() {
        return;
    }
    section_ui(ui, shown, w::SKIES_CLOSED);
    for sky in skies {
        let title = sky_title(shown, sky);
        let label = Label::new(Type::Body.text(&title, color_of(shown, sky)))
            .wrap()
            .sense(Sense::click());
        let response = ui.add(label);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &title));
        if response
            .on_hover_cursor(egui::CursorIcon::PointingHand)
            .clicked()
        {
            actions.push(Action::Select(Some(Selected::Sky(sky.id.clone()))));
        }
        paragraph_ui(ui, shown.small(span_words(sky.span(), shown.lang())));
    }
}

/// The largest foreign forces, each with the date of its figure.
fn forces_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let lang = shown.lang();
    let focus = |s: &&Strength| s.troops > 0 && shown.atlas.is_focus(&s.country);
    let mut figures: Vec<&Strength> = shown.world.figures(shown.atlas).filter(focus).collect();
    if figures.is_empty() {
        return;
    }
    figures.sort_by_key(|s| std::cmp::Reverse(s.troops));
    let more = figures.len().saturating_sub(FORCES);
    section_ui(ui, shown, w::LARGEST_FORCES);
    for strength in figures.into_iter().take(FORCES) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GRID * 1.5;
            holder_mark_ui(ui, shown, &strength.force);
            let name = format!(
                "{} · {}",
                shown.name(&strength.force),
                shown.name(&strength.country)
            );
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let year = crate::ui::facts::short_date(strength.date, lang);
                ui.add(Label::new(shown.small(year)));
                ui.add(Label::new(shown.strong(figure(strength, lang))));
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let link = short_link_ui(ui, shown, &name, Type::Body);
                    let thing = selected_of_code(shown, &strength.force);
                    if link.clicked() {
                        actions.push(Action::Select(thing));
                    }
                });
            });
        });
    }
    if more > 0 {
        let text = format!("+ {}", number(u32::try_from(more).unwrap_or(0), lang));
        ui.add(Label::new(shown.small(text)));
    }
}
