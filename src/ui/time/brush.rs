//! The hand on the axis: which day or end of a range is held, and where it is moved to.
//!
//! A hand that comes near an event's day is drawn to it, unless Alt is held. The overview and the lanes use it alike; what a range looks like is drawn here for both.

use super::axis::Axis;
use crate::calendar::{Date, date_of_day_number, date_words, day_number};
use crate::lang::{Words, time_words as w};
use crate::model::Atlas;
use crate::model::filter::Chosen;
use crate::state::{Action, CompareAction, State, Step, TimeAction, TimeState};
use crate::ui::icon;
use crate::ui::shown::Shown;
use crate::ui::theme::ink;
use egui::{CursorIcon, EventFilter, Key, Rect, Response, Sense, Stroke, Ui, pos2, vec2};

/// A handle is reached from so far.
pub(super) const REACH_PT: f32 = 6.0;
/// Days with an event draw the hand to them from so far.
const SNAP_PT: f32 = 3.0;

/// What of a range is held.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Grip {
    /// Its beginning.
    From,
    /// Its end, which is the day; without a range, the day alone.
    End,
    /// All of it, so many days before its end.
    Middle(f64),
    /// Day A, while two days are compared.
    Other,
}

impl Grip {
    /// What is held at a place of the axis. Outside a range it is the end that is nearer; day A of a comparison
    /// is reached from `reach_pt`, unless day B is nearer.
    pub fn at(state: &State, axis: &Axis, x: f32, reach_pt: f32) -> Grip {
        let time = &state.time;
        if let Some(compare) = state.compare {
            let far_pt = |day| (axis.x(f64::from(day_number(day)) + 0.5) - x).abs();
            let to_other = far_pt(compare.other);
            if to_other <= reach_pt && to_other < far_pt(time.date) {
                return Grip::Other;
            }
        }
        let Some(from) = time.from().filter(|_| time.is_range()) else {
            return Grip::End;
        };
        let left = axis.x(f64::from(day_number(from)));
        let right = axis.x(f64::from(day_number(time.date)) + 1.0);
        let [to_left, to_right] = [(x - left).abs(), (x - right).abs()];
        let inside = left < x && x < right;
        match (to_left.min(to_right) <= REACH_PT, inside) {
            (false, true) => Grip::Middle(axis.day(x) - f64::from(day_number(time.date))),
            // Where both ends are in reach, the end can always be pulled away.
            (true, _) | (false, false) if to_left < to_right => Grip::From,
            (true, _) | (false, false) => Grip::End,
        }
    }

    /// Moves what is held to a place of the axis.
    pub fn pull(self, time: &TimeState, axis: &Axis, x: f32) -> Action {
        Action::Time(match self {
            Grip::Other => return Action::Compare(CompareAction::With(axis.date(x))),
            Grip::End => TimeAction::SetEnd(axis.date(x)),
            Grip::From => TimeAction::SetFrom(axis.date(x)),
            Grip::Middle(offset) => {
                let end = (axis.day(x) - offset).round();
                let days = end - f64::from(day_number(time.date));
                TimeAction::Shift(days as i32)
            }
        })
    }

    /// How the pointer looks over it.
    pub const fn cursor(self) -> CursorIcon {
        match self {
            Grip::From | Grip::End | Grip::Other => CursorIcon::ResizeHorizontal,
            Grip::Middle(_) => CursorIcon::Grab,
        }
    }
}

/// The handle in reach at a place: an end of a range, day A of a comparison; nothing farther from all.
pub(super) fn handle_at(state: &State, axis: &Axis, x: f32) -> Option<Grip> {
    let held = Grip::at(state, axis, x, REACH_PT);
    if held == Grip::Other {
        return Some(held);
    }
    let time = &state.time;
    let from = time.from().filter(|_| time.is_range())?;
    let near = |day: f64| (axis.x(day) - x).abs() <= REACH_PT;
    let found = near(f64::from(day_number(from))) || near(f64::from(day_number(time.date)) + 1.0);
    found.then_some(held)
}

/// Where the hand is drawn to: the nearest day with a chosen event within [`SNAP_PT`]; not while Alt is held.
pub(super) fn drawn_to(ui: &Ui, shown: &Shown<'_>, axis: &Axis, x: f32) -> f32 {
    match ui.input(|input| input.modifiers.alt) {
        true => x,
        false => snapped(shown.atlas, shown.chosen, axis, x),
    }
}

fn snapped(atlas: &Atlas, chosen: &Chosen, axis: &Axis, x: f32) -> f32 {
    let here = axis.date(x);
    let begins = |day: Date| axis.x(f64::from(day_number(day)));
    let far_pt = |day: Date| {
        (begins(day) - x)
            .max(x - begins(day) - axis.pt_a_day())
            .max(0.0)
    };
    let nearest = |forward: bool| {
        // The day under the hand counts as well: it is before tomorrow and after yesterday.
        let aside = match forward {
            true => here.yesterday(),
            false => here.tomorrow(),
        };
        atlas.neighbour_event_day(chosen, aside.ok()?, forward)
    };
    [nearest(true), nearest(false)]
        .into_iter()
        .flatten()
        .filter(|day| far_pt(*day) <= SNAP_PT)
        .min_by(|a, b| far_pt(*a).total_cmp(&far_pt(*b)))
        .map_or(x, |day| begins(day) + axis.pt_a_day() / 2.0)
}

/// The shade over the days that are shown besides the day itself: the range, or the trail.
pub(super) fn shade(shown: &Shown<'_>, axis: &Axis, area: Rect, painter: &egui::Painter) {
    let time = &shown.state.time;
    let day = f64::from(day_number(time.date));
    let first = match time.from() {
        Some(from) => f64::from(day_number(from)),
        None => day - f64::from(time.trail_days),
    };
    let shaded = Rect::from_min_max(
        pos2(axis.x(first).max(area.left()), area.top()),
        pos2(axis.x(day + 1.0).min(area.right()), area.bottom()),
    );
    if shaded.is_positive() {
        let color = shown.ink().accent_soft.with_opacity(0.55);
        painter.rect_filled(shaded, 0.0, ink(color));
    }
}

/// The line and the knob at the beginning of a range.
pub(super) fn start(shown: &Shown<'_>, axis: &Axis, area: Rect, painter: &egui::Painter) {
    let time = &shown.state.time;
    let Some(from) = time.from().filter(|_| time.is_range()) else {
        return;
    };
    let x = axis.x(f64::from(day_number(from)));
    if !area.expand(4.0).x_range().contains(x) {
        return;
    }
    let color = ink(shown.ink().playhead);
    painter.vline(x, area.y_range(), Stroke::new(2.0, color));
    knob(painter, pos2(x, area.center().y), color);
}

/// What a handle is held by.
pub(super) fn knob(painter: &egui::Painter, at: egui::Pos2, color: egui::Color32) {
    painter.rect_filled(Rect::from_center_size(at, vec2(6.0, 12.0)), 3.0, color);
}

/// Lets the keyboard reach the beginning of a range: arrows move it, as they move the day.
pub(super) fn start_keys_ui(
    ui: &Ui,
    shown: &Shown<'_>,
    axis: &Axis,
    area: Rect,
    actions: &mut Vec<Action>,
) {
    let time = &shown.state.time;
    let Some(from) = time.from().filter(|_| time.is_range()) else {
        return;
    };
    let x = axis.x(f64::from(day_number(from)));
    let spot = Rect::from_center_size(pos2(x, area.center().y), vec2(10.0, area.height()));
    let id = ui.scope_id().with("range start");
    let response = ui.interact(spot, id, Sense::focusable_noninteractive());
    let name = end_words(shown, w::RANGE_START, from);
    let value = f64::from(day_number(from));
    response.widget_info(|| egui::WidgetInfo::slider(true, value, &name));
    icon::focus_ring(ui.painter(), &response, spot, shown.ink());
    if let Some((step, by)) = arrows(ui, &response) {
        let span = jiff::Span::new();
        let moved = from.saturating_add(match step {
            Step::Day => span.days(by),
            Step::Week => span.weeks(by),
            Step::Month => span.months(by),
            Step::Year => span.years(by),
        });
        actions.push(Action::Time(TimeAction::SetFrom(moved)));
    }
}

/// `Beginning of the range: 1 January 2020`.
pub(super) fn end_words(shown: &Shown<'_>, words: Words, date: Date) -> String {
    format!("{} {}", shown.say(words), date_words(date, shown.lang()))
}

/// The step that the arrow keys ask of what has the focus; the keys are then its own.
pub(super) fn arrows(ui: &Ui, response: &Response) -> Option<(Step, i32)> {
    if !response.has_focus() {
        return None;
    }
    let own = EventFilter {
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, own));
    let (step, by) = ui.input(|input| {
        let by = i32::from(input.key_pressed(Key::ArrowRight))
            - i32::from(input.key_pressed(Key::ArrowLeft));
        let step = match (input.modifiers.command, input.modifiers.shift) {
            (true, _) => Step::Year,
            (false, true) => Step::Month,
            (false, false) => Step::Day,
        };
        (step, by)
    });
    (by != 0).then_some((step, by))
}

/// A day of the axis that the pointer is over, held inside the days that can be shown.
pub(super) fn day_at(time: &TimeState, axis: &Axis, x: f32) -> Date {
    let day = axis.day(x).floor().clamp(-4e6, 4e6) as i32;
    date_of_day_number(day).clamp(time.first_day, time.last_day)
}

#[cfg(test)]
mod tests {
    use super::super::axis::Stretch;
    use super::*;
    use crate::state::apply;
    use jiff::civil::date;

    fn parts() -> (State, Axis) {
        let mut state = State::new(date(2012, 1, 1), date(2026, 6, 4));
        let range = TimeAction::SetRange(date(2022, 1, 1), date(2022, 7, 1));
        apply(&mut state, Action::Time(range));
        let first = f64::from(day_number(date(2021, 1, 1)));
        let stretch = Stretch {
            first,
            days: 1000.0,
        };
        let axis = Axis {
            stretch,
            left: 0.0,
            width: 1000.0,
        };
        (state, axis)
    }

    #[test]
    fn the_ends_and_the_middle_are_held_apart() {
        let (state, axis) = parts();
        let x = |d| axis.x(f64::from(day_number(d)));
        for (at, from) in [
            (date(2022, 1, 3), true),
            (date(2021, 6, 1), true),
            (date(2022, 7, 1), false),
            (date(2023, 6, 1), false),
        ] {
            let expected = if from { Grip::From } else { Grip::End };
            assert_eq!(Grip::at(&state, &axis, x(at), REACH_PT), expected, "{at}");
        }
        let middle = Grip::at(&state, &axis, x(date(2022, 4, 1)), REACH_PT);
        assert!(matches!(middle, Grip::Middle(_)));
        assert_eq!(handle_at(&state, &axis, x(date(2022, 4, 1))), None);
    }

    #[test]
    fn dragging_the_middle_keeps_the_length() {
        let (mut state, axis) = parts();
        let x = axis.x(f64::from(day_number(date(2022, 4, 1))));
        let grip = Grip::at(&state, &axis, x, REACH_PT);
        for by in [10.0, 20.0, 31.0] {
            let action = grip.pull(&state.time, &axis, x + by);
            apply(&mut state, action);
        }
        assert_eq!(state.time.from(), Some(date(2022, 2, 1)));
        assert_eq!(state.time.date, date(2022, 8, 1));
    }

    #[test]
    fn without_a_range_it_is_the_day_that_moves() {
        let (mut state, axis) = parts();
        apply(
            &mut state,
            Action::Time(TimeAction::SetMode(crate::state::Mode::Instant)),
        );
        let grip = Grip::at(&state, &axis, 500.0, REACH_PT);
        assert_eq!(grip, Grip::End);
        let action = grip.pull(&state.time, &axis, 500.0);
        apply(&mut state, action);
        assert_eq!(state.time.date, axis.date(500.0));
    }

    #[test]
    fn day_a_is_pulled_by_its_own_line() {
        let (mut state, axis) = parts();
        let day = date(2022, 3, 1);
        for action in [
            Action::Time(TimeAction::SetMode(crate::state::Mode::Instant)),
            Action::Compare(CompareAction::With(day)),
        ] {
            apply(&mut state, action);
        }
        let x = axis.x(f64::from(day_number(day)) + 0.5);
        assert_eq!(handle_at(&state, &axis, x + 5.0), Some(Grip::Other));
        assert_eq!(handle_at(&state, &axis, x + 20.0), None);
        let action = Grip::Other.pull(&state.time, &axis, x + 10.0);
        apply(&mut state, action);
        assert_eq!(state.compare.map(|c| c.other), Some(date(2022, 3, 11)));
    }

    #[test]
    fn the_hand_is_drawn_to_a_day_with_an_event() {
        let atlas = crate::data::shipped().expect("the shipped data load");
        let chosen =
            crate::model::filter::sift(&atlas, &crate::model::filter::Filter::EVERYTHING).chosen;
        let (_, mut axis) = parts();
        // 20 points a day: 2022-08-15 has events.
        axis.stretch.days = 50.0;
        axis.stretch.first = f64::from(day_number(date(2022, 8, 1)));
        let begins = axis.x(f64::from(day_number(date(2022, 8, 15))));
        for (x, day) in [(begins - 2.0, 15), (begins + 8.0, 15), (begins - 12.0, 14)] {
            let found = axis.date(snapped(&atlas, &chosen, &axis, x));
            assert_eq!(found, date(2022, 8, day), "{x}");
        }
    }
}
