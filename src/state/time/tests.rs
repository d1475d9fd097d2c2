//! Steps, playing and ranges, and any list of actions at all.

use super::*;
use crate::calendar::date_of_day_number;
use jiff::civil::date;
use proptest::prelude::*;

fn at(y: i16, m: i8, d: i8) -> TimeState {
    let mut time = TimeState::new(date(2012, 1, 1), date(2026, 6, 4));
    time.apply(TimeAction::Goto(date(y, m, d)));
    time
}

#[test]
fn steps_follow_the_calendar() {
    for (step, count, expected) in [
        (Step::Day, 1, date(2024, 2, 1)),
        (Step::Week, -1, date(2024, 1, 24)),
        (Step::Month, 1, date(2024, 2, 29)),
        (Step::Year, -1, date(2023, 1, 31)),
        (Step::Year, 99, date(2026, 6, 4)),
        (Step::Day, i32::MIN, date(2012, 1, 1)),
    ] {
        let mut time = at(2024, 1, 31);
        time.apply(TimeAction::Step(step, count));
        assert_eq!(time.date, expected, "{step:?} {count}");
    }
}

#[test]
fn playing_counts_time_and_not_frames() {
    let play = |ticks: u32| {
        let mut time = at(2020, 1, 1);
        time.apply(TimeAction::SetSpeed(Speed::Week));
        time.apply(TimeAction::TogglePlay);
        for _ in 0..ticks {
            time.apply(TimeAction::Tick(10.0 / f64::from(ticks)));
        }
        time.date
    };
    assert_eq!(play(10), date(2020, 3, 11));
    assert_eq!(play(600), play(10));
}

#[test]
fn playing_stops_at_the_end_and_starts_again() {
    let mut time = at(2026, 6, 1);
    time.apply(TimeAction::TogglePlay);
    time.apply(TimeAction::Tick(1e12));
    assert!(!time.playing && time.date == date(2026, 6, 4));
    time.apply(TimeAction::TogglePlay);
    assert_eq!(time.date, date(2012, 1, 1));
    time.apply(TimeAction::Tick(f64::NAN));
    assert_eq!(time.date, date(2012, 1, 1));
}

#[test]
fn speeds_have_ends() {
    let mut time = at(2020, 1, 1);
    time.apply(TimeAction::ChangeSpeed(99));
    assert_eq!(time.speed, Speed::Year);
    time.apply(TimeAction::ChangeSpeed(-99));
    assert_eq!(time.speed, Speed::Day);
}

fn range(from: Date, to: Date) -> TimeState {
    let mut time = at(2020, 1, 1);
    time.apply(TimeAction::SetRange(from, to));
    time
}

#[test]
fn a_range_is_in_order_whoever_sets_it() {
    let (a, b) = (date(2020, 1, 1), date(2022, 8, 15));
    for (first, second) in [(a, b), (b, a)] {
        let time = range(first, second);
        assert_eq!((time.from(), time.date), (Some(a), b));
    }
    let held = range(date(1900, 1, 1), date(2100, 1, 1));
    assert_eq!(held.from(), Some(held.first_day));
    assert_eq!(held.date, held.last_day);
}

#[test]
fn the_ends_of_a_range_stop_at_each_other() {
    let mut time = range(date(2020, 1, 1), date(2021, 1, 1));
    time.apply(TimeAction::SetFrom(date(2023, 1, 1)));
    assert_eq!(time.from(), Some(date(2021, 1, 1)));
    time.apply(TimeAction::SetRange(date(2020, 1, 1), date(2021, 1, 1)));
    time.apply(TimeAction::SetEnd(date(2013, 1, 1)));
    assert_eq!(
        (time.from(), time.date),
        (Some(date(2020, 1, 1)), date(2020, 1, 1))
    );
}

#[test]
fn a_range_moves_as_a_whole_and_follows_an_earlier_day() {
    let mut time = range(date(2020, 1, 1), date(2020, 1, 31));
    time.apply(TimeAction::Shift(10));
    assert_eq!(
        (time.from(), time.date),
        (Some(date(2020, 1, 11)), date(2020, 2, 10))
    );
    time.apply(TimeAction::Shift(i32::MIN));
    assert_eq!(
        (time.from(), time.date),
        (Some(date(2012, 1, 1)), date(2012, 1, 31))
    );
    time.apply(TimeAction::Shift(i32::MAX));
    assert_eq!(
        (time.from(), time.date),
        (Some(date(2026, 5, 5)), date(2026, 6, 4))
    );
    time.apply(TimeAction::Goto(date(2013, 1, 31)));
    assert_eq!(
        (time.from(), time.date),
        (Some(date(2013, 1, 1)), date(2013, 1, 31))
    );
    time.apply(TimeAction::Goto(date(2014, 1, 31)));
    assert_eq!(
        time.from(),
        Some(date(2013, 1, 1)),
        "a later day is its end"
    );
}

#[test]
fn the_modes_follow_each_other_and_a_range_is_remembered() {
    let mut time = range(date(2022, 8, 1), date(2022, 8, 15));
    for (kind, from) in [
        (ModeKind::Cumulative, Some(date(2012, 1, 1))),
        (ModeKind::Instant, None),
        (ModeKind::Range, Some(date(2022, 8, 1))),
    ] {
        time.apply(TimeAction::NextMode);
        assert_eq!((time.mode().kind(), time.from()), (kind, from));
    }
    let mut fresh = at(2022, 8, 15);
    fresh.apply(TimeAction::SetKind(ModeKind::Range));
    assert_eq!(fresh.from(), Some(date(2021, 8, 15)));
}

#[test]
fn a_range_is_played_from_its_beginning_to_its_end() {
    let (from, to) = (date(2020, 1, 1), date(2020, 12, 31));
    let mut time = range(from, to);
    time.apply(TimeAction::TogglePlay);
    assert_eq!(time.date, from);
    time.apply(TimeAction::Tick(1.0));
    assert_eq!((time.date, time.course()), (date(2020, 1, 31), (from, to)));
    time.apply(TimeAction::TogglePlay);
    time.apply(TimeAction::TogglePlay);
    assert_eq!(time.course(), (from, to), "a pause keeps the range");
    time.apply(TimeAction::Tick(1e9));
    assert_eq!((time.date, time.playing), (to, false));
}

#[test]
fn backwards_ends_at_the_first_day() {
    let mut time = at(2012, 3, 1);
    time.apply(TimeAction::ToggleWay(PlayWay::Backwards));
    time.apply(TimeAction::TogglePlay);
    time.apply(TimeAction::Tick(1.0));
    assert_eq!(time.date, date(2012, 1, 31));
    time.apply(TimeAction::Tick(9.0));
    assert_eq!((time.date, time.playing), (date(2012, 1, 1), false));
    time.apply(TimeAction::TogglePlay);
    assert_eq!(time.date, date(2026, 6, 4));
}

#[test]
fn a_loop_rests_and_begins_again() {
    let (from, to) = (date(2020, 1, 1), date(2020, 2, 1));
    let mut time = range(from, to);
    time.apply(TimeAction::ToggleWay(PlayWay::Loop));
    time.apply(TimeAction::TogglePlay);
    time.apply(TimeAction::Tick(5.0));
    assert_eq!((time.date, time.playing), (to, true));
    time.apply(TimeAction::Tick(0.5));
    assert_eq!(time.date, to, "the end can be seen");
    time.apply(TimeAction::Tick(1.0));
    assert_eq!((time.date, time.playing), (from, true));
}

#[test]
fn quiet_days_are_skipped_to_a_little_before_the_next_event() {
    let mut time = at(2015, 1, 1);
    let next = Some(date(2016, 1, 1));
    let skip = |time: &mut TimeState, behind| time.apply(TimeAction::PassQuiet(behind, next));
    skip(&mut time, None);
    assert_eq!(time.date, date(2015, 1, 1), "not while it stands still");
    time.apply(TimeAction::TogglePlay);
    skip(&mut time, None);
    assert_eq!(time.date, date(2015, 1, 1), "not unless it is wanted");
    time.apply(TimeAction::ToggleWay(PlayWay::SkipQuiet));
    skip(&mut time, Some(date(2014, 12, 28)));
    assert_eq!(time.date, date(2015, 1, 1), "not while an event is fresh");
    skip(&mut time, Some(date(2014, 11, 1)));
    assert_eq!(time.date, date(2015, 12, 16), "16 days are half a second");
    skip(&mut time, Some(date(2014, 11, 1)));
    assert_eq!(time.date, date(2015, 12, 16), "it is near enough");
    time.apply(TimeAction::Goto(date(2020, 1, 1)));
    time.apply(TimeAction::PassQuiet(None, None));
    assert_eq!((time.date, time.playing), (date(2026, 6, 4), false));
}

fn any_day() -> impl Strategy<Value = Date> {
    prop_oneof![
        (15_000..21_000i32).prop_map(date_of_day_number),
        (-400_000..2_000_000i32).prop_map(date_of_day_number),
    ]
}

fn any_action() -> impl Strategy<Value = TimeAction> {
    let steps = prop::sample::select(&[Step::Day, Step::Week, Step::Month, Step::Year][..]);
    let ways = &[PlayWay::Backwards, PlayWay::Loop, PlayWay::SkipQuiet][..];
    prop_oneof![
        any_day().prop_map(TimeAction::Goto),
        (any_day(), any_day()).prop_map(|(a, b)| TimeAction::SetRange(a, b)),
        any_day().prop_map(TimeAction::SetFrom),
        any_day().prop_map(TimeAction::SetEnd),
        any_day().prop_map(|from| TimeAction::SetMode(Mode::Range { from })),
        prop::sample::select(&ModeKind::ALL[..]).prop_map(TimeAction::SetKind),
        Just(TimeAction::NextMode),
        prop_oneof![any::<i32>(), -900..900i32].prop_map(TimeAction::Shift),
        (steps, any::<i32>()).prop_map(|(step, by)| TimeAction::Step(step, by)),
        Just(TimeAction::TogglePlay),
        prop_oneof![0.0..3.0f64, any::<f64>()].prop_map(TimeAction::Tick),
        (prop::option::of(any_day()), prop::option::of(any_day()))
            .prop_map(|(behind, ahead)| TimeAction::PassQuiet(behind, ahead)),
        prop::sample::select(ways).prop_map(TimeAction::ToggleWay),
        prop::sample::select(&Speed::ALL[..]).prop_map(TimeAction::SetSpeed),
        any::<i32>().prop_map(TimeAction::ChangeSpeed),
        any::<u16>().prop_map(TimeAction::SetTrail),
    ]
}

proptest! {
    #[test]
    fn the_days_stay_in_order(actions in prop::collection::vec(any_action(), 0..60)) {
        let mut time = at(2020, 1, 1);
        for action in actions {
            time.apply(action);
            let from = time.from().unwrap_or(time.date);
            prop_assert!(time.first_day <= from, "{action:?}: {time:?}");
            prop_assert!(from <= time.date, "{action:?}: {time:?}");
            prop_assert!(time.date <= time.last_day, "{action:?}: {time:?}");
            let (first, last) = time.course();
            prop_assert!(first <= time.date && time.date <= last, "{action:?}: {time:?}");
        }
    }
}
