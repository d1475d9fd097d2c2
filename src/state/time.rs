//! The day shown and how it moves: stepping, playing, the trail, the range that it ends.
//!
//! What is shown besides the day is `mode`'s, playing is `play`'s. It knows no facts.

mod mode;
mod play;

pub use mode::{Mode, ModeKind};
pub use play::{PlayWay, PlayWays, Speed};

use crate::calendar::Date;

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

/// The day shown. Invariant: `first_day <= from <= date <= last_day`, `from` being the beginning of a range.
#[derive(Clone, PartialEq, Debug)]
pub struct TimeState {
    /// The day shown.
    pub date: Date,
    /// The first day that can be shown.
    pub first_day: Date,
    /// The last day that can be shown.
    pub last_day: Date,
    /// Today, where it is known; marked on the axis.
    pub today: Option<Date>,
    /// How many days before the day its events stay visible.
    pub trail_days: u16,
    /// Is time running?
    pub playing: bool,
    /// How fast it runs.
    pub speed: Speed,
    /// Which way it runs, and what it does at the end and where nothing happens.
    pub ways: PlayWays,
    /// Which days are shown.
    mode: Mode,
    /// The end of the range while it is played and its day runs between its ends.
    until: Option<Date>,
    /// The length of the latest range, in days; 0 before there was one.
    latest_days: i32,
    /// Days played that have not made a whole day yet, 0 to 1.
    carry_days: f64,
    /// How long the last day of a loop has been shown, in seconds.
    rested_secs: f64,
}

/// What can be done to the day.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum TimeAction {
    /// Show that day, or the nearest that can be shown; the end of a range.
    Goto(Date),
    /// Show days in that way; the first day of a range is held between the record's and the day.
    SetMode(Mode),
    /// The same by kind; a range is as long as the last one was.
    SetKind(ModeKind),
    /// The next way of showing days.
    NextMode,
    /// Show the range between two days, whichever comes first.
    SetRange(Date, Date),
    /// Begin the range on that day, or on the day shown when that is earlier.
    SetFrom(Date),
    /// End the range on that day, or on its first when that is later.
    SetEnd(Date),
    /// Move the whole range by so many days, as far as the record goes.
    Shift(i32),
    /// Move by steps of the calendar; negative is back.
    Step(Step, i32),
    /// Start or stop playing; at the end it starts again from the beginning.
    TogglePlay,
    /// Let `dt_secs` of playing pass.
    Tick(f64),
    /// What is known of the days around the present one while playing: the nearest with an event that is
    /// shown behind (or the day itself) and ahead, in the direction of playing. Quiet days may be skipped.
    PassQuiet(Option<Date>, Option<Date>),
    /// Play in that way, or no longer.
    ToggleWay(PlayWay),
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
            today: None,
            trail_days: 60,
            playing: false,
            speed: Speed::default(),
            ways: PlayWays::default(),
            mode: Mode::Instant,
            until: None,
            latest_days: 0,
            carry_days: 0.0,
            rested_secs: 0.0,
        }
    }

    pub(super) fn apply(&mut self, action: TimeAction) {
        match action {
            TimeAction::Goto(date) => self.goto(date),
            TimeAction::Step(step, count) => self.goto(stepped(self.date, step, count)),
            TimeAction::SetMode(mode) => self.set_mode(mode),
            TimeAction::SetKind(kind) => self.set_kind(kind),
            TimeAction::NextMode => self.next_mode(),
            TimeAction::SetRange(a, b) => self.set_range(a, b),
            TimeAction::SetFrom(from) => self.set_mode(Mode::Range { from }),
            TimeAction::SetEnd(date) => self.set_end(date),
            TimeAction::Shift(days) => self.shift(days),
            TimeAction::TogglePlay => self.toggle_play(),
            TimeAction::Tick(dt_secs) => self.tick(dt_secs),
            TimeAction::PassQuiet(behind, ahead) => self.pass_quiet(behind, ahead),
            TimeAction::ToggleWay(way) => self.ways.toggle(way),
            TimeAction::SetSpeed(speed) => self.speed = speed,
            TimeAction::ChangeSpeed(by) => self.speed = self.speed.changed(by),
            TimeAction::SetTrail(days) => self.trail_days = days,
        }
    }
}

/// The day that many steps of the calendar away.
pub(super) fn stepped(date: Date, step: Step, count: i32) -> Date {
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
mod tests;
