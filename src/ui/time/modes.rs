//! Which days are shown and how time plays: the switch of modes and the small menu beside the speed.
//!
//! Names and keys come from the table of commands.

use crate::lang::{Words, time_words as w};
use crate::state::{Action, LaneKind, LanesAction, ModeKind, PlayWay, TimeAction};
use crate::style::Color;
use crate::ui::commands::{Command, key_of};
use crate::ui::icon::{self, Icon};
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use egui::{Popup, PopupCloseBehavior, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

/// Height of the switch.
const SWITCH_PT: f32 = 26.0;
/// Width of a line of the menu.
const LINE_PT: f32 = 250.0;

/// What a lane's command is called.
pub fn fold_words(lane: LaneKind) -> Words {
    match lane {
        LaneKind::Airspace => w::FOLD_AIRSPACE,
        LaneKind::Alliances => w::FOLD_ALLIANCES,
        LaneKind::Troops => w::FOLD_TROOPS,
        LaneKind::Pacts => w::FOLD_PACTS,
        LaneKind::Power => w::FOLD_POWER,
        LaneKind::Diplomacy => w::FOLD_DIPLOMACY,
    }
}

fn words(kind: ModeKind) -> (Words, Words) {
    match kind {
        ModeKind::Instant => (w::MODE_DAY, w::MODE_DAY_HINT),
        ModeKind::Range => (w::MODE_RANGE, w::MODE_RANGE_HINT),
        ModeKind::Cumulative => (w::MODE_UP_TO, w::MODE_UP_TO_HINT),
    }
}

/// Day, range or up to: three choices in one frame.
pub fn modes_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let palette = shown.ink();
    let now = shown.state.time.mode().kind();
    let labels = ModeKind::ALL.map(|kind| {
        let color = match kind == now {
            true => palette.on_accent,
            false => palette.text_2,
        };
        let text = shown.say(words(kind).0);
        ui.painter()
            .layout_no_wrap(text, Type::Body.font(), ink(color))
    });
    let widths = labels.each_ref().map(|label| label.size().x + GRID * 5.0);
    let size = vec2(widths.iter().sum(), SWITCH_PT);
    let (frame, _) = ui.allocate_exact_size(size, Sense::hover());
    let edge = Stroke::new(1.0, ink(palette.hairline_strong));
    ui.painter().rect(
        frame,
        3.0,
        ink(palette.panel_sunk),
        edge,
        StrokeKind::Inside,
    );
    let mut left = frame.left();
    for ((kind, label), width) in ModeKind::ALL.into_iter().zip(labels).zip(widths) {
        let area = Rect::from_min_size(pos2(left, frame.top()), vec2(width, SWITCH_PT));
        left += width;
        let id = ui.scope_id().with(("mode", kind as u8));
        let response = ui.interact(area, id, Sense::click());
        let (name, hint) = words(kind);
        let name = format!("{}: {}", shown.say(w::MODE), shown.say(name));
        response.widget_info(|| {
            egui::WidgetInfo::selected(egui::Role::RadioButton, true, kind == now, &name)
        });
        let fill = match (kind == now, response.hovered()) {
            (true, _) => Some(palette.accent),
            (false, true) => Some(palette.hairline),
            (false, false) => None,
        };
        if let Some(fill) = fill {
            ui.painter().rect_filled(area, 3.0, ink(fill));
        }
        let at = area.center() - label.size() / 2.0;
        ui.painter().galley(at, label, ink(palette.text));
        icon::focus_ring(ui.painter(), &response, area, palette);
        let key = key_of(Command::NextMode, shown.lang());
        if icon::tooltip(response, &shown.say(hint), &key, palette).clicked() {
            actions.push(Action::Time(TimeAction::SetKind(kind)));
        }
    }
}

/// The menu of how time plays. Its button is marked while one of them is on.
pub fn ways_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let ways = shown.state.time.ways;
    let lines = [
        (w::LOOP, PlayWay::Loop),
        (w::BACKWARDS, PlayWay::Backwards),
        (w::SKIP_QUIET, PlayWay::SkipQuiet),
    ];
    let name = shown.say(w::PLAY_OPTIONS);
    let response = icon::button_ui(ui, Icon::Loop, &name, "", shown.ink());
    if lines.iter().any(|(_, way)| ways.has(*way)) {
        let at = pos2(response.rect.center().x, response.rect.bottom() - 1.0);
        let mark = Rect::from_center_size(at, vec2(12.0, 2.0));
        ui.painter().rect_filled(mark, 1.0, ink(shown.ink().accent));
    }
    let menu = Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    menu.show(|ui| {
        for (words, way) in lines {
            if toggle_ui(ui, shown, words, Command::Way(way), ways.has(way)) {
                actions.push(Action::Time(TimeAction::ToggleWay(way)));
            }
        }
        ui.separator();
        let on = shown.state.lanes.troop_curve;
        if toggle_ui(ui, shown, w::TROOP_CURVE, Command::TroopCurve, on) {
            actions.push(Action::Lanes(LanesAction::ToggleTroopCurve));
        }
    });
}

/// A line of a menu that is on or off, with its key.
fn toggle_ui(ui: &mut Ui, shown: &Shown<'_>, words: Words, command: Command, on: bool) -> bool {
    let palette = shown.ink();
    let text = shown.say(words);
    let set = |text: &str, kind: Type, color: Color| {
        ui.painter()
            .layout_no_wrap(text.to_owned(), kind.font(), ink(color))
    };
    let name = set(&text, Type::Body, palette.text);
    let key = set(&key_of(command, shown.lang()), Type::Small, palette.text_2);
    let width = (name.size().x + key.size().x + GRID * 12.0).max(LINE_PT);
    let (rect, response) = ui.allocate_exact_size(vec2(width, GRID * 7.0), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, on, &text));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 3.0, ink(palette.panel_sunk));
    }
    let middle = rect.center().y;
    let tick = Rect::from_center_size(pos2(rect.left() + 15.0, middle), vec2(14.0, 14.0));
    let edge = Stroke::new(1.0, ink(palette.text_3));
    match on {
        true => {
            ui.painter().rect_filled(tick, 3.0, ink(palette.accent));
            icon::paint_small(
                ui.painter(),
                Icon::Check,
                tick.center(),
                ink(palette.on_accent),
            );
        }
        false => {
            ui.painter()
                .rect_stroke(tick, 3.0, edge, StrokeKind::Inside);
        }
    }
    let at = pos2(rect.left() + 30.0, middle - name.size().y / 2.0);
    ui.painter().galley(at, name, ink(palette.text));
    let at = pos2(
        rect.right() - GRID * 2.0 - key.size().x,
        middle - key.size().y / 2.0,
    );
    ui.painter().galley(at, key, ink(palette.text_2));
    response.clicked()
}
