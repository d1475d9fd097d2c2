//! Which days are shown: one with its trail, all between two, or all up to one.
//!
//! The end of what is shown is always the day of the state; only the beginning differs.

use super::TimeState;
use crate::calendar::{Date, date_of_day_number, day_number};

/// How long a range is that nobody has set, in days.
const FIRST_RANGE_DAYS: i32 = 365;

/// Which days are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Mode {
    /// The day, with the trail of the days before.
    #[default]
    Instant,
    /// Everything that happened from a first day to the day.
    Range {
        /// The first day; never after the day.
        from: Date,
    },
    /// Everything from the first day of the record to the day.
    Cumulative,
}

/// A mode without its days, as a switch offers it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ModeKind {
    /// [`Mode::Instant`].
    Instant,
    /// [`Mode::Range`].
    Range,
    /// [`Mode::Cumulative`].
    Cumulative,
}

impl ModeKind {
    /// All of them, in the order they are offered.
    pub const ALL: [ModeKind; 3] = [ModeKind::Instant, ModeKind::Range, ModeKind::Cumulative];
}

impl Mode {
    /// Which kind it is.
    pub const fn kind(self) -> ModeKind {
        match self {
            Mode::Instant => ModeKind::Instant,
            Mode::Range { .. } => ModeKind::Range,
            Mode::Cumulative => ModeKind::Cumulative,
        }
    }
}

impl TimeState {
    /// Which days are shown.
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    /// Is a range shown whose beginning can be moved?
    pub const fn is_range(&self) -> bool {
        matches!(self.mode, Mode::Range { .. })
    }

    /// The first day of what is shown; nothing for a day alone.
    pub const fn from(&self) -> Option<Date> {
        match self.mode {
            Mode::Instant => None,
            Mode::Range { from } => Some(from),
            Mode::Cumulative => Some(self.first_day),
        }
    }

    pub(super) fn set_mode(&mut self, mode: Mode) {
        self.until = None;
        self.mode = match mode {
            Mode::Instant | Mode::Cumulative => mode,
            Mode::Range { from } => Mode::Range {
                from: from.clamp(self.first_day, self.date),
            },
        };
        if let Mode::Range { from } = self.mode {
            self.latest_days = day_number(self.date) - day_number(from);
        }
    }

    /// A mode by its kind; a range is as long as the last one was.
    pub(super) fn set_kind(&mut self, kind: ModeKind) {
        if kind == self.mode.kind() {
            return;
        }
        let days = match self.latest_days {
            0 => FIRST_RANGE_DAYS,
            days => days,
        };
        self.set_mode(match kind {
            ModeKind::Instant => Mode::Instant,
            ModeKind::Range => Mode::Range {
                from: date_of_day_number(day_number(self.date).saturating_sub(days)),
            },
            ModeKind::Cumulative => Mode::Cumulative,
        });
    }

    pub(super) fn next_mode(&mut self) {
        self.set_kind(match self.mode.kind() {
            ModeKind::Instant => ModeKind::Range,
            ModeKind::Range => ModeKind::Cumulative,
            ModeKind::Cumulative => ModeKind::Instant,
        });
    }

    /// Shows the range between two days, whichever comes first.
    pub(super) fn set_range(&mut self, a: Date, b: Date) {
        self.stop_carrying();
        self.date = a.max(b).clamp(self.first_day, self.last_day);
        self.set_mode(Mode::Range { from: a.min(b) });
    }

    /// Moves the end of what is shown, never before its beginning.
    pub(super) fn set_end(&mut self, date: Date) {
        let least = self.from().unwrap_or(self.first_day);
        self.goto(date.max(least));
    }

    /// Moves a whole range by days, as far as the record goes; a day alone is moved as it is.
    pub(super) fn shift(&mut self, days: i32) {
        let first = match self.mode {
            Mode::Range { from } => from,
            Mode::Instant | Mode::Cumulative => self.date,
        };
        let [least, most] = [
            day_number(self.first_day) - day_number(first),
            day_number(self.last_day) - day_number(self.date),
        ];
        let days = days.clamp(least, most);
        let moved = |date: Date| date_of_day_number(day_number(date) + days);
        match self.mode {
            Mode::Range { from } => self.set_range(moved(from), moved(self.date)),
            Mode::Instant | Mode::Cumulative => self.goto(moved(self.date)),
        }
    }

    /// Goes to a day. A range keeps its beginning; before it, the whole range moves so that it ends there.
    pub(super) fn goto(&mut self, date: Date) {
        self.stop_carrying();
        let date = date.clamp(self.first_day, self.last_day);
        let days = day_number(self.date);
        self.date = date;
        if let Mode::Range { from } = self.mode {
            let length = days - day_number(from);
            let from = if date < from {
                date_of_day_number(day_number(date) - length)
            } else {
                from
            };
            self.set_mode(Mode::Range { from });
        }
    }

    /// What was being played ends here.
    fn stop_carrying(&mut self) {
        (self.carry_days, self.rested_secs) = (0.0, 0.0);
        self.until = None;
    }
}
