//! Two days at once: which other day stands beside the shown one, and how the two maps share the window.
//!
//! The shown day is B and stays `TimeState`'s; the other is A. What differs between them is `model::Changes`'.

use super::State;
use super::time::stepped;
use super::{Mode, Step, TimeAction};
use crate::calendar::Date;

/// The share of the map's width that the left day has at first.
const FIRST_SHARE: f32 = 0.5;

/// Another day beside the shown one.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Compare {
    /// Day A; always one that can be shown.
    pub other: Date,
    /// How the two share the map.
    pub how: How,
}

/// How two days share the map.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum How {
    /// Two maps of the same place.
    SideBySide,
    /// One map, day A left of a bar.
    Swipe {
        /// Where the bar is: the share of the width left of it, 0 to 1.
        share: f32,
    },
}

/// What can be done with two days.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum CompareAction {
    /// Compare with the day before the shown one; while comparing, stop.
    Toggle,
    /// Compare with that day, or the nearest that can be shown.
    With(Date),
    /// Stop comparing.
    Leave,
    /// Move day A by steps of the calendar.
    Step(Step, i32),
    /// Day A becomes B and B becomes A.
    Swap,
    /// Share the map that way.
    SetHow(How),
    /// The other way of sharing the map.
    NextHow,
    /// Move the bar by a share of the map's width.
    MoveBar(f32),
}

impl Compare {
    /// A day beside the shown one, under a bar in the middle.
    pub fn with(other: Date) -> Compare {
        let how = How::Swipe { share: FIRST_SHARE };
        Compare { other, how }
    }

    /// Does it look the same to the eye, wherever the bar is?
    pub fn looks_like(&self, other: &Compare) -> bool {
        let alike = std::mem::discriminant(&self.how) == std::mem::discriminant(&other.how);
        self.other == other.other && alike
    }
}

impl How {
    /// With the bar inside the map.
    pub fn held(self) -> How {
        match self {
            How::SideBySide => How::SideBySide,
            How::Swipe { share } if share.is_finite() => How::Swipe {
                share: share.clamp(0.0, 1.0),
            },
            How::Swipe { .. } => How::Swipe { share: FIRST_SHARE },
        }
    }
}

/// Runs one action; the day that is shown moves only when the two are swapped.
pub(super) fn apply(state: &mut State, action: CompareAction) {
    let (first, last) = (state.time.first_day, state.time.last_day);
    let on_axis = |day: Date| day.clamp(first, last);
    let shown = state.time.date;
    match (action, &mut state.compare) {
        (CompareAction::Toggle, Some(_)) | (CompareAction::Leave, _) => state.compare = None,
        (CompareAction::Toggle, None) => {
            // The first day has none before it.
            let before = on_axis(stepped(shown, Step::Day, -1));
            let other = if before == shown {
                on_axis(stepped(shown, Step::Day, 1))
            } else {
                before
            };
            state.compare = Some(Compare::with(other));
        }
        (CompareAction::With(day), Some(compare)) => compare.other = on_axis(day),
        (CompareAction::With(day), None) => state.compare = Some(Compare::with(on_axis(day))),
        (CompareAction::Step(step, count), Some(compare)) => {
            compare.other = on_axis(stepped(compare.other, step, count));
        }
        (CompareAction::Swap, Some(compare)) => {
            let other = std::mem::replace(&mut compare.other, shown);
            state.time.apply(TimeAction::Goto(other));
        }
        (CompareAction::SetHow(how), Some(compare)) => compare.how = how.held(),
        (CompareAction::NextHow, Some(compare)) => {
            compare.how = match compare.how {
                How::SideBySide => How::Swipe { share: FIRST_SHARE },
                How::Swipe { .. } => How::SideBySide,
            };
        }
        (CompareAction::MoveBar(by), Some(compare)) => {
            if let How::Swipe { share } = compare.how
                && by.is_finite()
            {
                compare.how = How::Swipe { share: share + by }.held();
            }
        }
        (
            CompareAction::Step(..)
            | CompareAction::Swap
            | CompareAction::SetHow(_)
            | CompareAction::NextHow
            | CompareAction::MoveBar(_),
            None,
        ) => {}
    }
    if state.compare.is_some() {
        // Two days that are compared are days alone.
        state.time.apply(TimeAction::SetMode(Mode::Instant));
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Action, HistoryAction, KeptView, apply};
    use super::*;
    use jiff::civil::date;

    fn state() -> State {
        let mut state = State::new(date(2012, 1, 1), date(2026, 6, 4));
        goto(&mut state, date(2022, 8, 15));
        state
    }

    fn goto(state: &mut State, day: Date) {
        apply(state, Action::Time(TimeAction::Goto(day)));
    }

    fn run(state: &mut State, actions: &[CompareAction]) {
        for action in actions {
            apply(state, Action::Compare(*action));
        }
    }

    fn other(state: &State) -> Option<Date> {
        state.compare.map(|c| c.other)
    }

    #[test]
    fn the_day_before_against_a_year_later() {
        let mut s = state();
        run(&mut s, &[CompareAction::Toggle]);
        apply(&mut s, Action::Time(TimeAction::Step(Step::Year, 1)));
        assert_eq!(other(&s), Some(date(2022, 8, 14)));
        assert_eq!(s.time.date, date(2023, 8, 15));
        run(&mut s, &[CompareAction::Step(Step::Year, -1)]);
        assert_eq!(other(&s), Some(date(2021, 8, 14)));
        run(&mut s, &[CompareAction::Toggle]);
        assert_eq!(s.compare, None);
    }

    #[test]
    fn swapping_twice_changes_nothing() {
        let mut s = state();
        run(&mut s, &[CompareAction::With(date(2020, 8, 17))]);
        let before = s.clone();
        run(&mut s, &[CompareAction::Swap]);
        assert_eq!(
            (other(&s), s.time.date),
            (Some(date(2022, 8, 15)), date(2020, 8, 17))
        );
        run(&mut s, &[CompareAction::Swap]);
        assert_eq!(s, before);
    }

    #[test]
    fn the_other_day_stays_on_the_axis() {
        let mut s = state();
        for (day, held) in [
            (date(1, 1, 1), date(2012, 1, 1)),
            (date(9999, 12, 31), date(2026, 6, 4)),
        ] {
            run(&mut s, &[CompareAction::With(day)]);
            assert_eq!(other(&s), Some(held));
            run(
                &mut s,
                &[
                    CompareAction::Step(Step::Year, i32::MIN),
                    CompareAction::Step(Step::Day, -1),
                ],
            );
            assert_eq!(other(&s), Some(date(2012, 1, 1)));
        }
        goto(&mut s, date(2012, 1, 1));
        run(&mut s, &[CompareAction::Leave, CompareAction::Toggle]);
        assert_eq!(other(&s), Some(date(2012, 1, 2)), "never a day with itself");
    }

    #[test]
    fn the_bar_stays_inside_the_map() {
        let mut s = state();
        run(&mut s, &[CompareAction::MoveBar(0.2)]);
        assert_eq!(s.compare, None);
        run(
            &mut s,
            &[CompareAction::Toggle, CompareAction::MoveBar(9.0)],
        );
        let share = |s: &State| match s.compare.map(|c| c.how) {
            Some(How::Swipe { share }) => Some(share),
            Some(How::SideBySide) | None => None,
        };
        assert_eq!(share(&s), Some(1.0));
        run(
            &mut s,
            &[
                CompareAction::MoveBar(f32::NAN),
                CompareAction::MoveBar(-0.25),
            ],
        );
        assert_eq!(share(&s), Some(0.75));
        run(
            &mut s,
            &[CompareAction::SetHow(How::Swipe { share: f32::NAN })],
        );
        assert_eq!(share(&s), Some(0.5));
        run(
            &mut s,
            &[CompareAction::NextHow, CompareAction::MoveBar(0.1)],
        );
        assert_eq!(share(&s), None);
    }

    #[test]
    fn escape_leaves_the_selection_first_and_then_the_comparison() {
        let mut s = state();
        run(&mut s, &[CompareAction::Toggle]);
        let base = super::super::Selected::Base("gao".into());
        apply(&mut s, Action::Select(Some(base)));
        apply(&mut s, Action::Escape);
        assert!(s.selection.is_none() && s.compare.is_some());
        apply(&mut s, Action::Escape);
        assert_eq!(s.compare, None);
    }

    #[test]
    fn comparing_is_an_entry_of_the_history_and_moving_the_bar_is_none() {
        let mut s = state();
        // The first pass sees the change, the second that it has rested.
        let pass = |s: &mut State| {
            for _ in 0..2 {
                let pass = HistoryAction::Pass(super::super::Hand::Free, 1.0);
                apply(s, Action::History(pass));
            }
        };
        pass(&mut s);
        run(&mut s, &[CompareAction::Toggle]);
        pass(&mut s);
        assert_eq!(s.history.depth(), 1);
        run(&mut s, &[CompareAction::MoveBar(0.3)]);
        pass(&mut s);
        assert_eq!(s.history.depth(), 1);
        run(&mut s, &[CompareAction::NextHow]);
        pass(&mut s);
        assert_eq!(s.history.depth(), 2);
        let kept = KeptView::of(&s);
        apply(&mut s, Action::History(HistoryAction::Back));
        apply(&mut s, Action::History(HistoryAction::Back));
        assert_eq!(s.compare, None);
        apply(&mut s, Action::History(HistoryAction::Forward));
        apply(&mut s, Action::History(HistoryAction::Forward));
        assert_eq!(KeptView::of(&s), kept);
    }
}
