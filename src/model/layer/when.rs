//! When a feature was: days from which to which, and how well that is known.
//!
//! It has weeks, which the calendar of the shipped facts has not, since codebooks of conflict data do. No
//! times of day: those of a file are dropped by its reader, and said.

use crate::calendar::{Date, PartialDate, date_of_day_number};
use std::fmt;

/// How well a date is known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Grain {
    /// To the day.
    Day,
    /// To a week, or about as well.
    Week,
    /// To the month.
    Month,
    /// To the year.
    Year,
}

impl Grain {
    const ALL: [Grain; 4] = [Grain::Day, Grain::Week, Grain::Month, Grain::Year];

    /// The word in files.
    pub const fn id(self) -> &'static str {
        match self {
            Grain::Day => "day",
            Grain::Week => "week",
            Grain::Month => "month",
            Grain::Year => "year",
        }
    }

    fn of_code(code: u8) -> Grain {
        Grain::ALL[usize::from(code & 3)]
    }
}

/// Days from which to which, both included, as day numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Span {
    /// First day.
    pub from: i32,
    /// Last day.
    pub to: i32,
}

/// When a feature was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum When {
    /// The file does not say.
    Undated,
    /// On some day of the span.
    Some(Span, Grain),
    /// On every day of the span. An end that is not known is `i32::MIN` or `i32::MAX`.
    All(Span, [Grain; 2]),
}

impl When {
    /// On that day.
    pub const fn day(day: i32) -> When {
        When::Some(Span { from: day, to: day }, Grain::Day)
    }

    /// The first and last day that it may touch.
    pub const fn days(self) -> (i32, i32) {
        match self {
            When::Undated => (i32::MIN, i32::MAX),
            When::Some(span, _) | When::All(span, _) => (span.from, span.to),
        }
    }

    pub(super) fn code(self) -> u8 {
        match self {
            When::Undated => 0,
            When::Some(_, grain) => 1 | (grain as u8) << 2,
            When::All(_, [from, to]) => 2 | (from as u8) << 2 | (to as u8) << 4,
        }
    }

    pub(super) fn of_code(code: u8, (from, to): (i32, i32)) -> When {
        let span = Span { from, to };
        match code & 3 {
            0 => When::Undated,
            1 => When::Some(span, Grain::of_code(code >> 2)),
            _ => When::All(span, [Grain::of_code(code >> 2), Grain::of_code(code >> 4)]),
        }
    }

    /// Its start and end as files write them; the end is empty for what was on some day. An end that is not
    /// known is empty too.
    pub fn texts(self) -> (String, String) {
        match self {
            When::Undated => (String::new(), String::new()),
            When::Some(span, grain) => (dated(span, grain), String::new()),
            When::All(span, [from, to]) => {
                let open = |day: i32| day == i32::MIN || day == i32::MAX;
                let end = |day: i32, grain| match open(day) {
                    true => String::new(),
                    false => dated(Span { from: day, to: day }, grain),
                };
                (end(span.from, from), end(span.to, to))
            }
        }
    }

    /// Is it known to a week that does not run from Monday to Sunday? Then its text is the middle day, and
    /// only its grain says more.
    pub fn is_about(self) -> bool {
        matches!(self, When::Some(span, Grain::Week) if week_text(span).is_none())
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (from, to) = self.texts();
        match self {
            When::Undated => Ok(()),
            When::Some(..) => f.write_str(&from),
            When::All(..) => write!(f, "{from}/{to}"),
        }
    }
}

/// A date with no more than is known.
fn dated(span: Span, grain: Grain) -> String {
    let date = date_of_day_number(span.from);
    match grain {
        Grain::Day => date.to_string(),
        Grain::Week => week_text(span).unwrap_or_else(|| {
            let middle = i64::midpoint(i64::from(span.from), i64::from(span.to));
            let middle = i32::try_from(middle).unwrap_or(span.from);
            date_of_day_number(middle).to_string()
        }),
        Grain::Month => PartialDate::Month(date.year(), date.month()).to_string(),
        Grain::Year => PartialDate::Year(date.year()).to_string(),
    }
}

/// `2022-W07`, when the span is an ISO week.
fn week_text(span: Span) -> Option<String> {
    let monday: Date = date_of_day_number(span.from);
    let week = monday.iso_week_date();
    let whole = span.to.checked_sub(span.from) == Some(6);
    let is_monday = monday.weekday() == crate::calendar::Weekday::Monday;
    (whole && is_monday).then(|| format!("{:04}-W{:02}", week.year(), week.week()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::parse_date;

    fn span_of(text: &str) -> Option<(Span, Grain)> {
        let date = parse_date(text).ok()?;
        let day = |d: Date| crate::calendar::day_number(d);
        let span = Span {
            from: day(date.first()),
            to: day(date.last()),
        };
        let grain = match date {
            PartialDate::Day(_) => Grain::Day,
            PartialDate::Month(..) => Grain::Month,
            PartialDate::Year(_) => Grain::Year,
        };
        Some((span, grain))
    }

    #[test]
    fn a_code_keeps_all() {
        let span = Span { from: 3, to: 9 };
        for when in [
            When::Undated,
            When::Some(span, Grain::Year),
            When::Some(span, Grain::Day),
            When::All(span, [Grain::Month, Grain::Week]),
        ] {
            assert_eq!(When::of_code(when.code(), when.days()), when);
        }
    }

    #[test]
    fn texts_hold_no_more_than_is_known() {
        let some = |text: &str| span_of(text).map(|(span, grain)| When::Some(span, grain));
        for text in ["2014", "2014-03", "2014-03-17"] {
            assert_eq!(some(text).map(|w| w.to_string()).as_deref(), Some(text));
        }
        let monday = span_of("2022-02-14").map_or(0, |(s, _)| s.from);
        let week = |from| When::Some(Span { from, to: from + 6 }, Grain::Week);
        assert_eq!(week(monday).to_string(), "2022-W07");
        assert_eq!(week(monday + 1).to_string(), "2022-02-18");
        assert!(week(monday + 1).is_about() && !week(monday).is_about());
        let open = When::All(
            Span {
                from: monday,
                to: i32::MAX,
            },
            [Grain::Day; 2],
        );
        assert_eq!(open.to_string(), "2022-02-14/");
    }
}
