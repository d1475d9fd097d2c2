//! Playing: how fast time runs, which way, over which days, and what happens at their end.
//!
//! It advances by elapsed time, never by frame, and knows no facts: where nothing happens it is told.

use super::TimeState;
use crate::calendar::{Date, date_of_day_number, day_number};

/// How long the last day stays before a loop begins again, in seconds.
const LOOP_REST_SECS: f64 = 1.2;
/// An event is seen for so many seconds of playing, before and after its day, when quiet stretches are
/// skipped.
const SEEN_SECS: f64 = 0.5;

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

    /// So many speeds faster, or slower when negative.
    pub(super) fn changed(self, by: i32) -> Speed {
        let at = Speed::ALL.iter().position(|s| *s == self).unwrap_or(0);
        let moved = i32::try_from(at).unwrap_or(0).saturating_add(by);
        let held = usize::try_from(moved)
            .unwrap_or(0)
            .min(Speed::ALL.len() - 1);
        Speed::ALL[held]
    }
}

/// How playing goes, apart from its speed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct PlayWays {
    /// Towards the past.
    pub backwards: bool,
    /// Begin again at the end.
    pub looping: bool,
    /// Jump over stretches in which nothing that is shown happens.
    pub skip_quiet: bool,
}

/// One of the ways of playing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PlayWay {
    /// Towards the past.
    Backwards,
    /// Begin again at the end.
    Loop,
    /// Jump over stretches in which nothing that is shown happens.
    SkipQuiet,
}

impl PlayWays {
    /// Is it one of them?
    pub const fn has(self, way: PlayWay) -> bool {
        match way {
            PlayWay::Backwards => self.backwards,
            PlayWay::Loop => self.looping,
            PlayWay::SkipQuiet => self.skip_quiet,
        }
    }

    pub(super) fn toggle(&mut self, way: PlayWay) {
        let one = match way {
            PlayWay::Backwards => &mut self.backwards,
            PlayWay::Loop => &mut self.looping,
            PlayWay::SkipQuiet => &mut self.skip_quiet,
        };
        *one = !*one;
    }
}

impl TimeState {
    /// The first and last day that playing runs over: the range, or the whole record.
    pub fn course(&self) -> (Date, Date) {
        match self.from() {
            Some(from) if self.is_range() => (from, self.until.unwrap_or(self.date)),
            Some(_) | None => (self.first_day, self.last_day),
        }
    }

    /// Where playing begins and where it ends, in its direction.
    fn ends(&self) -> (Date, Date) {
        let (first, last) = self.course();
        match self.ways.backwards {
            true => (last, first),
            false => (first, last),
        }
    }

    /// Days from the day shown to the end of playing; never negative.
    fn days_left(&self) -> i32 {
        let (_, end) = self.ends();
        (day_number(end) - day_number(self.date)).abs()
    }

    pub(super) fn toggle_play(&mut self) {
        self.playing = !self.playing;
        (self.carry_days, self.rested_secs) = (0.0, 0.0);
        if !self.playing {
            return;
        }
        if self.is_range() {
            self.until = Some(self.course().1);
        }
        if self.days_left() == 0 {
            self.date = self.ends().0;
        }
    }

    pub(super) fn tick(&mut self, dt_secs: f64) {
        if !self.playing || !dt_secs.is_finite() || dt_secs <= 0.0 {
            return;
        }
        if self.is_range() {
            // A range that was set while time ran is played from now on.
            self.until = Some(self.course().1);
        }
        if self.days_left() == 0 {
            self.rest(dt_secs);
            return;
        }
        let days = self.carry_days + dt_secs * self.speed.days_per_sec();
        let whole = days.floor();
        self.carry_days = days - whole;
        if whole >= f64::from(self.days_left()) {
            self.arrive();
        } else {
            self.date = self.onward(whole as i32);
        }
    }

    /// Stands on the last day of playing: for good, or until the loop begins again.
    fn arrive(&mut self) {
        self.date = self.ends().1;
        (self.carry_days, self.rested_secs) = (0.0, 0.0);
        self.playing = self.ways.looping;
    }

    fn rest(&mut self, dt_secs: f64) {
        self.rested_secs += dt_secs;
        if !self.ways.looping {
            self.playing = false;
        } else if self.rested_secs >= LOOP_REST_SECS {
            self.rested_secs = 0.0;
            self.date = self.ends().0;
        }
    }

    /// So many days on in the direction of playing.
    fn onward(&self, days: i32) -> Date {
        let day = day_number(self.date);
        date_of_day_number(match self.ways.backwards {
            true => day - days,
            false => day + days,
        })
    }

    /// Jumps when nothing happens on the days around the present one: to a little before the next event, or to the
    /// end when there is none before it.
    pub(super) fn pass_quiet(&mut self, behind: Option<Date>, ahead: Option<Date>) {
        if !self.playing || !self.ways.skip_quiet {
            return;
        }
        let far = |day: Date| {
            day_number(day)
                .saturating_sub(day_number(self.date))
                .saturating_abs()
        };
        let seen = (self.speed.days_per_sec() * SEEN_SECS).ceil() as i32;
        let is_quiet = behind.is_none_or(|day| far(day) >= seen);
        let left = self.days_left();
        let free = ahead.map_or(left, |day| far(day) - seen).min(left);
        if is_quiet && free > 0 {
            self.date = self.onward(free);
            self.carry_days = 0.0;
            if free == left {
                self.arrive();
            }
        }
    }
}
