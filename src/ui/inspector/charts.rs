//! Three small charts of the whole record: foreign troops by force, members by alliance, closed skies.
//!
//! Their figures are `model`'s, made once an atlas. The shown day is marked; a click or a drag goes to a day.

use super::chart::Chart;
use crate::calendar::short_date_words;
use crate::lang::{history_words as h, number};
use crate::model::OverTime;
use crate::model::over_time::{closed_skies, members, troops_by_force};
use crate::state::Action;
use crate::style::{Bloc, Color, Holder};
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use crate::ui::widgets::section_ui;
use egui::{Label, Sense, Stroke, Ui, pos2, vec2};

/// So many forces have a colour of their own; the others share one.
const FORCES: usize = 6;
/// The alliances whose members are counted.
const ALLIANCES: [(&str, Bloc); 3] = [
    ("aes", Bloc::Aes),
    ("ecowas", Bloc::Ecowas),
    ("g5-sahel", Bloc::G5Sahel),
];

/// A row of figures with its colour.
struct Series {
    /// The force it stands for; nothing for all others together.
    holder: Option<Holder>,
    values: Vec<u32>,
    /// On the shown day.
    now: u32,
    color: Color,
    name: String,
}

/// Foreign troops by force, one on the other.
pub fn troops_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let over = shown.atlas.over_time();
    let stack = forces(shown, over);
    section_ui(ui, shown, h::TROOPS_OVER_TIME);
    let sums = sums(&stack, over.days.len());
    let now: u32 = stack.iter().map(|s| s.now).sum();
    let chart = Chart::new(ui, shown, over, &sums);
    let said = chart.said(h::TROOPS_OVER_TIME, now, &sums);
    chart.name(&said);
    if ui.is_rect_visible(chart.area) {
        let mut below = vec![0u32; sums.len()];
        for series in &stack {
            let top: Vec<u32> = below
                .iter()
                .zip(&series.values)
                .map(|(b, v)| b.saturating_add(*v))
                .collect();
            chart.band(ui, &below, &top, series.color);
            below = top;
        }
        chart.frame_ui(ui);
    }
    chart.hand(ui, &sums, actions);
    key_ui(ui, shown, &stack);
}

/// How many of the focus countries are in each alliance.
pub fn members_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let over = shown.atlas.over_time();
    let today = members(shown.atlas, shown.world);
    let none = vec![0; over.days.len()];
    let most = u32::try_from(shown.atlas.focus.len()).unwrap_or(u32::MAX);
    let tops = vec![most; over.days.len()];
    ui.add_space(GRID * 2.0);
    ui.add(Label::new(shown.small(shown.say(h::MEMBERS_OVER_TIME))));
    let chart = Chart::new(ui, shown, over, &tops);
    let names = ALLIANCES.map(|(id, bloc)| {
        let alliance = shown.atlas.alliance(id);
        let name = alliance.map_or_else(String::new, |a| a.short_name.set(shown.lang()));
        let now = today.get(id).copied().unwrap_or(0);
        (name, now, bloc)
    });
    let counts: Vec<String> = names
        .iter()
        .map(|(n, now, _)| format!("{n} {now}"))
        .collect();
    let day = short_date_words(shown.state.time.date, shown.lang());
    let heading = shown.say(h::MEMBERS_OVER_TIME);
    chart.name(&format!("{heading} {}. {day}", counts.join(", ")));
    if ui.is_rect_visible(chart.area) {
        for ((id, bloc), row) in ALLIANCES.into_iter().zip(0u8..) {
            let values = over.members.get(id).unwrap_or(&none);
            chart.line(
                ui,
                values,
                bloc.color(shown.palette()),
                f32::from(row) * 1.5,
            );
        }
        chart.frame_ui(ui);
    }
    chart.hand(ui, &[], actions);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = GRID;
        for (name, now, bloc) in names {
            let (rect, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
            let line = Stroke::new(2.0, ink(bloc.color(shown.palette())));
            ui.painter().hline(rect.x_range(), rect.center().y, line);
            ui.add(Label::new(shown.small(format!("{name} {now}"))));
            ui.add_space(GRID);
        }
    });
}

/// How many skies are closed.
pub fn skies_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let over = shown.atlas.over_time();
    section_ui(ui, shown, h::SKIES_OVER_TIME);
    let chart = Chart::new(ui, shown, over, &over.skies);
    let now = closed_skies(shown.atlas, shown.world);
    chart.name(&chart.said(h::SKIES_OVER_TIME, now, &over.skies));
    if ui.is_rect_visible(chart.area) {
        let none = vec![0; over.days.len()];
        let color = shown.palette().sky.all;
        chart.band(ui, &none, &over.skies, color.over(shown.ink().panel, 0.7));
        chart.frame_ui(ui);
    }
    chart.hand(ui, &over.skies, actions);
}

/// The forces by their highest figure, those of one colour together, the small ones last and as one.
fn forces(shown: &Shown<'_>, over: &OverTime) -> Vec<Series> {
    let today = troops_by_force(shown.atlas, shown.world);
    let mut stack: Vec<Series> = Vec::new();
    for (force, values) in &over.troops {
        let holder = Holder::of_code(force);
        let now = today.get(force.as_str()).copied().unwrap_or(0);
        match stack.iter_mut().find(|s| s.holder == Some(holder)) {
            Some(series) => add(series, values, now),
            None => stack.push(Series {
                holder: Some(holder),
                values: values.clone(),
                now,
                color: holder.color(shown.palette()),
                name: shown.name(force),
            }),
        }
    }
    let peak = |s: &Series| s.values.iter().copied().max().unwrap_or(0);
    stack.sort_by_key(|s| (s.holder == Some(Holder::Other), std::cmp::Reverse(peak(s))));
    let small = stack.split_off(stack.len().min(FORCES));
    let others = small.into_iter().reduce(|mut all, series| {
        add(&mut all, &series.values, series.now);
        all
    });
    stack.extend(others.map(|series| Series {
        holder: None,
        color: Holder::Other.color(shown.palette()),
        name: shown.say(h::OTHERS),
        ..series
    }));
    stack
}

fn add(series: &mut Series, values: &[u32], now: u32) {
    series.now = series.now.saturating_add(now);
    for (sum, value) in series.values.iter_mut().zip(values) {
        *sum = sum.saturating_add(*value);
    }
}

fn sums(stack: &[Series], days: usize) -> Vec<u32> {
    let sum = |at: usize| {
        let values = stack.iter().filter_map(|s| s.values.get(at));
        values.fold(0u32, |sum, value| sum.saturating_add(*value))
    };
    (0..days).map(sum).collect()
}

/// Who has which colour, and how many that day.
fn key_ui(ui: &mut Ui, shown: &Shown<'_>, stack: &[Series]) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(GRID, 0.0);
        for series in stack {
            let text = format!("{} {}", series.name, number(series.now, shown.lang()));
            let color = ink(shown.ink().text_2);
            let galley = ui.painter().layout_no_wrap(text, Type::Small.font(), color);
            let size = vec2(galley.size().x + 14.0 + GRID, 16.0);
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            let holder = series.holder.unwrap_or(Holder::Other);
            let middle = rect.center().y;
            shown.holder_mark(ui.painter(), holder, pos2(rect.left() + 5.0, middle));
            let at = pos2(rect.left() + 14.0, middle - galley.size().y / 2.0);
            ui.painter().galley(at, galley, color);
        }
    });
}
