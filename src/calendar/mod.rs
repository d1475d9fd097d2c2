//! When things are: civil dates with their precision, spans, and dates in words in two languages.
//!
//! There are no times of day and no time zones here, on purpose: a fact belongs to a day, a month or
//! a year, and "2013" can never be printed as 1 January.

mod parse;
mod period;
mod words;

pub use jiff::civil::{Date, Weekday};
pub use parse::{DateError, parse_date, parse_user_date};
pub use period::{PeriodError, Typed, parse_period, parse_user_period};
pub use words::{
    date_words, month_name, partial_words, period_words, short_date_words, short_month_name,
    short_partial_words, short_period_words, span_words, weekday_name,
};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// Days since 1 January 1970; the time axis counts in these.
pub fn day_number(date: Date) -> i32 {
    let epoch = jiff::civil::date(1970, 1, 1);
    epoch.until(date).map_or(0, |span| span.get_days())
}

/// The date of a day number, held inside the years -9999 to 9999.
pub fn date_of_day_number(day: i32) -> Date {
    let epoch = jiff::civil::date(1970, 1, 1);
    epoch.saturating_add(jiff::Span::new().days(i64::from(day).clamp(-4_000_000, 4_000_000)))
}

/// How well a date is known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Precision {
    /// To the year.
    Year,
    /// To the month.
    Month,
    /// To the day.
    Day,
}

/// A date as precisely as it is known.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PartialDate {
    /// Some day of that year.
    Year(i16),
    /// Some day of that month (1 to 12).
    Month(i16, i8),
    /// That day.
    Day(Date),
}

impl PartialDate {
    /// How well it is known.
    pub fn precision(self) -> Precision {
        match self {
            PartialDate::Year(_) => Precision::Year,
            PartialDate::Month(..) => Precision::Month,
            PartialDate::Day(_) => Precision::Day,
        }
    }

    /// The first day it may mean.
    pub fn first(self) -> Date {
        match self {
            PartialDate::Year(year) => first_of(year, 1),
            PartialDate::Month(year, month) => first_of(year, month),
            PartialDate::Day(day) => day,
        }
    }

    /// The last day it may mean.
    pub fn last(self) -> Date {
        match self {
            PartialDate::Year(year) => first_of(year, 12).last_of_month(),
            PartialDate::Month(year, month) => first_of(year, month).last_of_month(),
            PartialDate::Day(day) => day,
        }
    }
}

/// Years and months of a [`PartialDate`] come from [`parse_date`], which has checked them; anything
/// else is held at the calendar's edge rather than refused.
fn first_of(year: i16, month: i8) -> Date {
    Date::new(year.clamp(-9999, 9999), month.clamp(1, 12), 1).unwrap_or(Date::ZERO)
}

impl fmt::Display for PartialDate {
    /// ISO 8601, without invented parts: `2014`, `2014-03`, `2014-03-17`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PartialDate::Year(year) => write!(f, "{year:04}"),
            PartialDate::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            PartialDate::Day(day) => write!(f, "{day}"),
        }
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        parse_date(&text).map_err(|_| {
            de::Error::invalid_value(
                de::Unexpected::Str(&text),
                &"a date such as 2014-03-17, 2014-03 or 2014",
            )
        })
    }
}

/// From a first to a last day, both included, either possibly unknown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Span {
    /// Start; counts from the first day it may mean.
    pub from: Option<PartialDate>,
    /// End; counts to the last day it may mean.
    pub to: Option<PartialDate>,
}

impl Span {
    /// Does the span hold on that day?
    pub fn contains(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from.first() <= day)
            && self.to.is_none_or(|to| day <= to.last())
    }

    /// First and last day as day numbers; open ends reach past any calendar.
    pub fn day_numbers(&self) -> (i32, i32) {
        (
            self.from.map_or(i32::MIN, |d| day_number(d.first())),
            self.to.map_or(i32::MAX, |d| day_number(d.last())),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn precision_decides_the_days() {
        let month = PartialDate::Month(2024, 2);
        assert_eq!(
            (month.first(), month.last()),
            (date(2024, 2, 1), date(2024, 2, 29))
        );
        let year = PartialDate::Year(2013);
        assert_eq!(
            (year.first(), year.last()),
            (date(2013, 1, 1), date(2013, 12, 31))
        );
        assert_eq!(year.to_string(), "2013");
        assert_eq!(month.to_string(), "2024-02");
    }

    #[test]
    fn ends_are_inclusive() {
        let span = Span {
            from: Some(PartialDate::Month(2022, 4)),
            to: Some(PartialDate::Day(date(2022, 8, 15))),
        };
        for (day, held) in [
            (date(2022, 3, 31), false),
            (date(2022, 4, 1), true),
            (date(2022, 8, 15), true),
            (date(2022, 8, 16), false),
        ] {
            assert_eq!(span.contains(day), held, "{day}");
        }
        assert!(
            Span {
                from: None,
                to: None
            }
            .contains(date(1, 1, 1))
        );
    }

    proptest! {
        #[test]
        fn day_numbers_round_trip(day in -700_000..2_000_000i32) {
            prop_assert_eq!(day_number(date_of_day_number(day)), day);
        }
    }
}
