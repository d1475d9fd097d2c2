//! Play, steps, speed, trail and the count of events: the first line of the time panel.
//!
//! Each control pushes one action; what they are called and their keys come from the table of commands.

use super::modes::{modes_ui, ways_ui};
use crate::lang::{Words, filter_words as f, ui_words as w};
use crate::state::{Action, Mode, PlayWay, Speed, TimeAction};
use crate::ui::commands::{Command, key_of};
use crate::ui::filters::count_words;
use crate::ui::icon::{self, Icon};
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, ink};
use crate::ui::widgets::{choice_ui, menu_button_ui};
use egui::{Align, Label, Layout, Popup, Sense, Stroke, Ui, vec2};

/// The trails that are offered, in days.
const TRAILS: [u16; 5] = [0, 30, 60, 120, 365];

/// Draws the line.
pub fn controls_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.x = GRID;
    play_ui(ui, shown, actions);
    ui.add_space(GRID);
    for (glyph, words, forward) in [
        (Icon::Previous, w::PREVIOUS_EVENT, false),
        (Icon::Next, w::NEXT_EVENT, true),
    ] {
        let key = key_of(Command::Event(forward), shown.lang());
        let clicked = icon::button_ui(ui, glyph, &shown.say(words), &key, shown.ink()).clicked();
        if let Some(day) = shown.neighbour_day(forward)
            && clicked
        {
            actions.push(Action::Time(TimeAction::Goto(day)));
        }
    }
    ui.add_space(GRID);
    speed_ui(ui, shown, actions);
    ways_ui(ui, shown, actions);
    ui.add_space(GRID);
    modes_ui(ui, shown, actions);
    if shown.state.time.mode() == Mode::Instant {
        trail_ui(ui, shown, actions);
    }
    super::chip::chip_ui(ui, shown, actions);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let count = ui.add(Label::new(shown.small(count_words(shown))).truncate());
        count.on_hover_text(shown.small(shown.say(f::COUNT_HINT)));
    });
}

fn play_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let playing = shown.state.time.playing;
    let palette = shown.ink();
    let (rect, response) = ui.allocate_exact_size(vec2(28.0, 28.0), Sense::click());
    let (glyph, words) = if playing {
        (Icon::Pause, w::PAUSE)
    } else if shown.state.time.ways.has(PlayWay::Backwards) {
        (Icon::PlayBack, w::PLAY)
    } else {
        (Icon::Play, w::PLAY)
    };
    let name = shown.say(words);
    icon::named(ui, &response, &name);
    let fill = if response.hovered() {
        palette.accent.over(palette.text, 0.85)
    } else {
        palette.accent
    };
    ui.painter().circle_filled(rect.center(), 13.0, ink(fill));
    if response.has_focus() {
        ui.painter().circle_stroke(
            rect.center(),
            15.0,
            Stroke::new(2.0, ink(palette.focus_ring)),
        );
    }
    // A triangle looks centred when it stands a little to the right; the icon's grid sees to that.
    icon::paint_small(ui.painter(), glyph, rect.center(), ink(palette.on_accent));
    let key = key_of(Command::Play, shown.lang());
    if icon::tooltip(response, &name, &key, palette).clicked() {
        actions.push(Action::Time(TimeAction::TogglePlay));
    }
}

/// The words of a speed.
pub fn speed_words(speed: Speed) -> Words {
    match speed {
        Speed::Day => w::SPEED_DAY,
        Speed::Week => w::SPEED_WEEK,
        Speed::Month => w::SPEED_MONTH,
        Speed::Quarter => w::SPEED_QUARTER,
        Speed::Year => w::SPEED_YEAR,
    }
}

fn speed_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let now = shown.state.time.speed;
    let lang = shown.lang();
    let keys = format!(
        "{} {}",
        key_of(Command::Speed(-1), lang),
        key_of(Command::Speed(1), lang)
    );
    let response = menu_button_ui(
        ui,
        shown,
        &shown.say(speed_words(now)),
        &shown.say(w::SPEED),
        &keys,
    );
    Popup::menu(&response).show(|ui| {
        for speed in Speed::ALL {
            if choice_ui(ui, shown, &shown.say(speed_words(speed)), speed == now) {
                actions.push(Action::Time(TimeAction::SetSpeed(speed)));
            }
        }
    });
}

fn trail_words(shown: &Shown<'_>, days: u16) -> String {
    match days {
        0 => shown.say(w::NO_TRAIL),
        days => format!(
            "{} {}",
            shown.say(w::TRAIL),
            crate::ui::facts::counted(days.into(), w::DAY_ONE, w::DAY_MANY, shown.lang())
        ),
    }
}

fn trail_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let now = shown.state.time.trail_days;
    let response = menu_button_ui(
        ui,
        shown,
        &trail_words(shown, now),
        &shown.say(w::TRAIL_HINT),
        "",
    );
    Popup::menu(&response).show(|ui| {
        for days in TRAILS {
            if choice_ui(ui, shown, &trail_words(shown, days), days == now) {
                actions.push(Action::Time(TimeAction::SetTrail(days)));
            }
        }
    });
}
