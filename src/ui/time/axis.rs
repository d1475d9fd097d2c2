//! The arithmetic of a time axis: days to points, ticks, following the day. No widget.
//!
//! Days are day numbers (`calendar::day_number`), whole days begin at their number.

use crate::calendar::{Date, date_of_day_number, day_number};

/// The stretch of time that an axis shows.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Stretch {
    /// Its beginning, as a day number.
    pub first: f64,
    /// Its length in days.
    pub days: f64,
}

/// A stretch laid out from `left` over `width` points.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Axis {
    /// What it shows.
    pub stretch: Stretch,
    /// Where it begins on the screen.
    pub left: f32,
    /// How wide it is.
    pub width: f32,
}

/// How far apart the ticks of an axis are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TickStep {
    /// Days, each so many.
    Days(i32),
    /// Months, each so many (1, 3, 6).
    Months(i8),
    /// Years, each so many (1, 2, 5, 10, 20), counted from the year 0.
    Years(i16),
}

/// How many years apart ticks may be.
const YEARS: [i16; 5] = [1, 2, 5, 10, 20];

impl Stretch {
    /// The shortest and the longest that can be shown, in days.
    pub const DAYS: std::ops::RangeInclusive<f64> = 1.0..=36_525.0;

    /// About twenty months around a day.
    pub fn around(day: Date) -> Stretch {
        let days = 610.0;
        Stretch {
            first: f64::from(day_number(day)) - days * 0.5,
            days,
        }
    }

    /// From a first to a last day number, with some room on both sides.
    pub fn over((first, last): (i32, i32)) -> Stretch {
        let days = f64::from(last) - f64::from(first) + 1.0;
        let wide = (days * 1.08).clamp(*Stretch::DAYS.start(), *Stretch::DAYS.end());
        Stretch {
            first: f64::from(first) + days / 2.0 - wide / 2.0,
            days: wide,
        }
    }

    /// Zoomed by a factor, the day under `fixed` staying where it is.
    pub fn zoomed(self, fixed: f64, factor: f64) -> Stretch {
        let days = (self.days / factor).clamp(*Stretch::DAYS.start(), *Stretch::DAYS.end());
        let share = (fixed - self.first) / self.days;
        Stretch {
            first: fixed - share * days,
            days,
        }
    }

    /// Moved so that a day is inside; unchanged while it is.
    pub fn following(self, day: f64) -> Stretch {
        let margin = self.days * 0.06;
        let end = self.first + self.days;
        let far = day < self.first - self.days || end + self.days < day;
        if far {
            Stretch {
                first: day - self.days / 2.0,
                ..self
            }
        } else if day < self.first + margin {
            Stretch {
                first: day - margin,
                ..self
            }
        } else if end - margin < day {
            Stretch {
                first: day + margin - self.days,
                ..self
            }
        } else {
            self
        }
    }

    /// Held so that the record stays in sight.
    pub fn held(self, first_day: f64, last_day: f64) -> Stretch {
        let half = self.days / 2.0;
        let middle = (self.first + half).clamp(first_day, last_day.max(first_day));
        Stretch {
            first: middle - half,
            ..self
        }
    }
}

impl Axis {
    /// Where a day lies.
    pub fn x(&self, day: f64) -> f32 {
        self.left + ((day - self.stretch.first) / self.stretch.days * f64::from(self.width)) as f32
    }

    /// The day at a place, with its fraction.
    pub fn day(&self, x: f32) -> f64 {
        self.stretch.first + f64::from((x - self.left) / self.width.max(1.0)) * self.stretch.days
    }

    /// The date at a place.
    pub fn date(&self, x: f32) -> Date {
        date_of_day_number(self.day(x).floor() as i32)
    }

    /// Points for a day.
    pub fn pt_a_day(&self) -> f32 {
        (f64::from(self.width) / self.stretch.days) as f32
    }

    /// The step whose labels have room.
    pub fn step(&self) -> TickStep {
        let month = self.pt_a_day() * 30.4;
        if month > 1200.0 {
            TickStep::Days(1)
        } else if month > 240.0 {
            TickStep::Days(7)
        } else if month > 36.0 {
            TickStep::Months(1)
        } else if month > 14.0 {
            TickStep::Months(3)
        } else if month > 9.0 {
            TickStep::Months(6)
        } else {
            let year = month * 12.0;
            let fits = |count: &&i16| year * f32::from(**count) > 46.0;
            TickStep::Years(*YEARS.iter().find(fits).unwrap_or(&YEARS[YEARS.len() - 1]))
        }
    }

    /// The first days of the ticks in sight and one before.
    pub fn ticks(&self) -> Vec<Date> {
        let start = date_of_day_number(self.stretch.first.floor() as i32);
        let end = self.stretch.first + self.stretch.days;
        let mut at = start.first_of_month();
        let span = jiff::Span::new();
        let step = match self.step() {
            TickStep::Days(count) => span.days(count),
            TickStep::Months(count) => {
                let month = (at.month() - 1) / count * count + 1;
                at = Date::new(at.year(), month, 1).unwrap_or(at);
                span.months(count)
            }
            TickStep::Years(count) => {
                let year = at.year().div_euclid(count) * count;
                at = Date::new(year, 1, 1).unwrap_or(at.first_of_year());
                span.years(count)
            }
        };
        let mut ticks = Vec::new();
        while f64::from(day_number(at)) <= end && ticks.len() < 400 {
            ticks.push(at);
            let next = at.saturating_add(step);
            let crosses = matches!(self.step(), TickStep::Days(7)) && next.month() != at.month();
            let next = if crosses { next.first_of_month() } else { next };
            if next <= at {
                break;
            }
            at = next;
        }
        ticks
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn axis(days: f64) -> Axis {
        let first = f64::from(day_number(date(2022, 1, 10)));
        Axis {
            stretch: Stretch { first, days },
            left: 100.0,
            width: 1000.0,
        }
    }

    #[test]
    fn places_and_days_agree() {
        let axis = axis(610.0);
        for day in [date(2022, 1, 10), date(2022, 8, 15), date(2023, 6, 1)] {
            assert_eq!(axis.date(axis.x(f64::from(day_number(day)) + 0.5)), day);
        }
    }

    #[test]
    fn zooming_keeps_the_day_under_the_pointer() {
        let before = axis(610.0);
        let fixed = before.day(400.0);
        let after = Axis {
            stretch: before.stretch.zoomed(fixed, 1.3),
            ..before
        };
        assert!((after.x(fixed) - 400.0).abs() < 0.01);
        assert!(before.stretch.zoomed(fixed, 1e9).days >= 1.0);
        assert!(before.stretch.zoomed(fixed, 1e-9).days <= 36_525.0);
    }

    #[test]
    fn ticks_are_first_days() {
        assert_eq!(axis(610.0).step(), TickStep::Months(1));
        let months = axis(610.0).ticks();
        assert!(months.iter().all(|d| d.day() == 1) && months.len() >= 20);
        let years = axis(5000.0).ticks();
        assert!(years.iter().all(|d| d.day() == 1 && d.month() == 1));
        assert_eq!(axis(20.0).step(), TickStep::Days(1));
    }

    #[test]
    fn a_century_has_few_ticks_and_a_day_has_one() {
        let century = axis(36_525.0);
        assert_eq!(century.step(), TickStep::Years(5));
        let ticks = century.ticks();
        assert!(ticks.len() < 40 && ticks.iter().all(|d| d.year() % 5 == 0));
        let day = axis(1.0).ticks();
        assert!(day.contains(&date(2022, 1, 10)));
    }

    #[test]
    fn a_range_is_seen_whole() {
        let over = |first, last| Stretch::over((day_number(first), day_number(last)));
        let stretch = over(date(2020, 1, 1), date(2022, 8, 15));
        let end = stretch.first + stretch.days;
        assert!(stretch.first < f64::from(day_number(date(2020, 1, 1))));
        assert!(end > f64::from(day_number(date(2022, 8, 16))));
        let whole = over(date(1, 1, 1), date(9999, 1, 1));
        assert!(whole.days <= 36_525.0);
    }

    #[test]
    fn the_day_is_kept_in_sight() {
        let stretch = axis(600.0).stretch;
        let inside = stretch.first + 300.0;
        assert_eq!(stretch.following(inside), stretch);
        let later = stretch.following(stretch.first + 599.0);
        assert!(later.first > stretch.first && later.first < stretch.first + 60.0);
        let far = stretch.following(stretch.first + 5000.0);
        assert!((far.first + 300.0 - (stretch.first + 5000.0)).abs() < 1e-6);
    }
}
