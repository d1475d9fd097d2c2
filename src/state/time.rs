//! The day shown and how it moves: stepping, playing, the trail.
//!
//! Playing advances by elapsed time, never by frame.

use crate::calendar::{Date, date_of_day_number, day_number};

/// How fast time plays.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Speed {
    /// A day a second.
    Day,
    /// A week a second.
    Week,
    /// A month (30.4 days) a second.
    #[default]
    Month,
    /// A quarter a second.
    Quarter,
    /// A year a second.
    Year,
}

impl Speed {
    /// All speeds, slowest first.
    pub const ALL: [Speed; 5] = [
        Speed::Day,
        Speed::Week,
        Speed::Month,
        Speed::Quarter,
        Speed::Year,
    ];

    /// Days for each second of playing.
    pub const fn days_per_sec(self) -> f64 {
        match self {
            Speed::Day => 1.0,
            Speed::Week => 7.0,
            Speed::Month => 30.4,
            Speed::Quarter => 91.3,
            Speed::Year => 365.25,
        }
    }

    /// The name in saved settings.
    pub const fn id(self) -> &'static str {
        match self {
            Speed::Day => "day",
            Speed::Week => "week",
            Speed::Month => "month",
            Speed::Quarter => "quarter",
            Speed::Year => "year",
        }
    }

    /// The speed of a name in saved settings.
    pub fn from_id(id: &str) -> Option<Speed> {
        Speed::ALL.into_iter().find(|s| s.id() == id)
    }
}

/// A step of the calendar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month; the 31st becomes the last day of a shorter month.
    Month,
    /// A year.
    Year,
}

/// The day shown. Invariant: `first_day <= date <= last_day`.
#[derive(Clone, PartialEq, Debug)]
pub struct TimeState {
    /// The day shown.
    pub date: Date,
    /// The first day that can be shown.
    pub first_day: Date,
    /// The last day that can be shown.
    pub last_day: Date,
    /// How many days before the day its events stay visible.
    pub trail_days: u16,
    /// Is time running?
    pub playing: bool,
    /// How fast it runs.
    pub speed: Speed,
    /// Days played that have not made a whole day yet, 0 to 1.
    carry_days: f64,
}

/// What can be done to the day.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum TimeAction {
    /// Show that day, or the nearest that can be shown.
    Goto(Date),
    /// Move by steps of the calendar; negative is back.
    Step(Step, i32),
    /// Start or stop playing; at the end it starts again from the beginning.
    TogglePlay,
    /// Let `dt_secs` of playing pass.
    Tick(f64),
    /// Play at that speed.
    SetSpeed(Speed),
    /// Play one speed faster (1) or slower (-1).
    ChangeSpeed(i32),
    /// Show the events of that many days before.
    SetTrail(u16),
}

impl TimeState {
    pub(super) fn new(first_day: Date, last_day: Date) -> TimeState {
        TimeState {
            date: last_day,
            first_day,
            last_day: last_day.max(first_day),
            trail_days: 60,
            playing: false,
            speed: Speed::default(),
            carry_days: 0.0,
        }
    }

    pub(super) fn apply(&mut self, action: TimeAction) {
        match action {
            TimeAction::Goto(date) => self.goto(date),
            TimeAction::Step(step, count) => self.goto(stepped(self.date, step, count)),
            TimeAction::TogglePlay => {
                self.playing = !self.playing;
                self.carry_days = 0.0;
                if self.playing && self.date == self.last_day {
                    self.date = self.first_day;
                }
            }
            TimeAction::Tick(dt_secs) => self.tick(dt_secs),
            TimeAction::SetSpeed(speed) => self.speed = speed,
            TimeAction::ChangeSpeed(by) => {
                let at = Speed::ALL
                    .iter()
                    .position(|s| *s == self.speed)
                    .unwrap_or(0);
                let moved = i32::try_from(at).unwrap_or(0).saturating_add(by);
                let held = usize::try_from(moved)
                    .unwrap_or(0)
                    .min(Speed::ALL.len() - 1);
                self.speed = Speed::ALL[held];
            }
            TimeAction::SetTrail(days) => self.trail_days = days,
        }
    }

    fn goto(&mut self, date: Date) {
        self.carry_days = 0.0;
        self.date = date.clamp(self.first_day, self.last_day);
    }

    fn tick(&mut self, dt_secs: f64) {
        if !self.playing || !dt_secs.is_finite() || dt_secs <= 0.0 {
            return;
        }
        let days = self.carry_days + dt_secs * self.speed.days_per_sec();
        let whole = days.floor();
        let left = f64::from(day_number(self.last_day) - day_number(self.date));
        self.carry_days = days - whole;
        if whole >= left {
            self.date = self.last_day;
            self.playing = false;
        } else {
            self.date = date_of_day_number(day_number(self.date) + whole as i32);
        }
    }
}

fn stepped(date: Date, step: Step, count: i32) -> Date {
    let span = jiff::Span::new();
    let count = i64::from(count.clamp(-10_000, 10_000));
    date.saturating_add(match step {
        Step::Day => span.days(count),
        Step::Week => span.weeks(count),
        Step::Month => span.months(count),
        Step::Year => span.years(count.clamp(-9_000, 9_000)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

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
}
