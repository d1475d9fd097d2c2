//! A cell read as a date: what days it may mean and how well it is known.
//!
//! Times of day and zones are dropped, for dates here are civil; which of day and month comes first is
//! never guessed from one cell.

use super::mapping::DateOrder;
use crate::calendar::{
    DateError, PartialDate, date_of_day_number, day_number, parse_date, parse_user_date,
};
use crate::model::layer::{Grain, Span};

/// Longest text that can be a date, in bytes.
const LONGEST: usize = 64;

/// What a cell says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cell {
    /// These days.
    Days(Span, Grain),
    /// From the first to the second, each with its grain.
    Interval([(Span, Grain); 2]),
    /// Two numbers up to 12 before a year: the day by either order.
    Either {
        /// When the day comes first.
        day_month: i32,
        /// When the month comes first.
        month_day: i32,
    },
}

/// What else the reader is to be told about a cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Aside {
    /// It had a time of day, which is dropped.
    pub time: bool,
    /// It was a number of seconds or milliseconds since 1970.
    pub epoch: bool,
    /// The order that it proves.
    pub order: Option<DateOrder>,
}

/// Why a cell is no date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bad {
    /// Not a date.
    NotADate,
    /// The year has two digits.
    ShortYear,
}

/// Reads a cell that is not empty.
pub fn read(text: &str) -> Result<(Cell, Aside), Bad> {
    let text = text.trim();
    if let Some(day) = iso_day(text.as_bytes()) {
        return Ok((one_day(day), Aside::default()));
    }
    if text.len() > LONGEST {
        return Err(Bad::NotADate);
    }
    if let Some((date, time)) = split_time(text)
        && is_time(time)
    {
        let (cell, aside) = read_date(date)?;
        return Ok((
            cell,
            Aside {
                time: true,
                ..aside
            },
        ));
    }
    if let Some((from, to)) = text.split_once('/').or_else(|| text.split_once(".."))
        && text != "../.."
        && let (Some(from), Some(to)) = (side(from, i32::MIN), side(to, i32::MAX))
    {
        return Ok((Cell::Interval([from, to]), Aside::default()));
    }
    read_date(text)
}

/// One side of an interval; `..` is open (ISO 8601-2).
fn side(text: &str, open: i32) -> Option<(Span, Grain)> {
    if text == ".." {
        return Some((
            Span {
                from: open,
                to: open,
            },
            Grain::Day,
        ));
    }
    parse_date(date_part(text)).ok().map(partial)
}

fn date_part(text: &str) -> &str {
    split_time(text).map_or(text, |(date, _)| date)
}

fn one_day(day: i32) -> Cell {
    Cell::Days(Span { from: day, to: day }, Grain::Day)
}

fn partial(date: PartialDate) -> (Span, Grain) {
    let span = Span {
        from: day_number(date.first()),
        to: day_number(date.last()),
    };
    let grain = match date {
        PartialDate::Day(_) => Grain::Day,
        PartialDate::Month(..) => Grain::Month,
        PartialDate::Year(_) => Grain::Year,
    };
    (span, grain)
}

/// The days of a partial date.
pub fn days_of(date: PartialDate) -> Cell {
    let (span, grain) = partial(date);
    Cell::Days(span, grain)
}

/// Exactly `2022-02-17`, of a year from 1 to 9999: the usual case, without any allocation.
fn iso_day(text: &[u8]) -> Option<i32> {
    let [a, b, c, d, b'-', e, f, b'-', g, h] = *text else {
        return None;
    };
    let digits = [a, b, c, d, e, f, g, h].map(|c| c.wrapping_sub(b'0'));
    if digits.iter().any(|d| *d > 9) {
        return None;
    }
    let [a, b, c, d, e, f, g, h] = digits.map(i32::from);
    civil_day(a * 1000 + b * 100 + c * 10 + d, e * 10 + f, g * 10 + h)
}

/// The day number of a date that exists (Howard Hinnant, "chrono-compatible low-level date algorithms").
fn civil_day(year: i32, month: i32, day: i32) -> Option<i32> {
    const DAYS: [i32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    if !(1..=9999).contains(&year) || !(1..=12).contains(&month) {
        return None;
    }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = DAYS[(month - 1) as usize] + i32::from(leap && month == 2);
    if !(1..=last).contains(&day) {
        return None;
    }
    let shifted = year - i32::from(month <= 2);
    let era = shifted / 400;
    let year_of_era = shifted - era * 400;
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    Some(era * 146_097 + day_of_era - 719_468)
}

/// A date and what may be a time of day after it.
fn split_time(text: &str) -> Option<(&str, &str)> {
    let at = text.find(['T', ' ', 't'])?;
    // `17 Feb 2022 14:05`: the time is the last word with a colon.
    let at = match text[at + 1..].contains(' ') {
        true => text[..text.find(':')?].rfind([' ', 'T'])?,
        false => at,
    };
    Some((&text[..at], &text[at + 1..]))
}

/// `14:05`, `14:05:00.123Z`, `14:05+01:00`, `1405`, `2:05 PM`.
fn is_time(text: &str) -> bool {
    let hour = text.bytes().take_while(u8::is_ascii_digit).count();
    let colon = text.as_bytes().get(hour) == Some(&b':');
    let rest = text.bytes().skip(hour);
    let fits = |b: u8| b.is_ascii_digit() || b":.,+- ZzAPMapmUTCGutcg".contains(&b);
    (1..=2).contains(&hour) && colon && rest.into_iter().all(fits)
}

fn read_date(text: &str) -> Result<(Cell, Aside), Bad> {
    let text = text.trim();
    let aside = Aside::default();
    if let Some(day) = iso_day(text.as_bytes()) {
        return Ok((one_day(day), aside));
    }
    if let Some(found) = number(text) {
        return found;
    }
    if let Some(week) = iso_week(text) {
        return Ok((week, aside));
    }
    if let Some(numbers) = three_numbers(text) {
        return ordered(numbers);
    }
    match parse_user_date(text) {
        Ok(date) => Ok((days_of(date), aside)),
        Err(
            DateError::Empty
            | DateError::Form
            | DateError::Month(_)
            | DateError::Day(..)
            | DateError::Year(_),
        ) => Err(Bad::NotADate),
    }
}

/// A bare number: a year, `20220217`, or time since 1970. Seconds have 9 or 10 digits (1973 to 2286),
/// milliseconds 12 or 13; anything else is none of these.
fn number(text: &str) -> Option<Result<(Cell, Aside), Bad>> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let numeric = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    if !numeric(whole) || !numeric(fraction) {
        return None;
    }
    let plain = whole.len() == text.len();
    let found = match whole.len() {
        4 if plain => parse_date(text)
            .map(|d| (days_of(d), Aside::default()))
            .ok(),
        8 if plain => compact(text),
        9 | 10 => epoch(text, 1.0),
        12 | 13 => epoch(text, 1000.0),
        _ => None,
    };
    Some(found.ok_or(Bad::NotADate))
}

fn compact(text: &str) -> Option<(Cell, Aside)> {
    let part = |range: std::ops::Range<usize>| text.get(range)?.parse::<i32>().ok();
    let day = civil_day(part(0..4)?, part(4..6)?, part(6..8)?)?;
    Some((one_day(day), Aside::default()))
}

fn epoch(text: &str, per_second: f64) -> Option<(Cell, Aside)> {
    let seconds = text.parse::<f64>().ok()? / per_second;
    let aside = Aside {
        epoch: true,
        ..Aside::default()
    };
    Some((one_day((seconds / 86_400.0).floor() as i32), aside))
}

/// `2022-W07`, `2022W07`, `2022-W07-4`.
fn iso_week(text: &str) -> Option<Cell> {
    let (year, rest) = text.split_once(['W', 'w'])?;
    let year = year.strip_suffix('-').unwrap_or(year);
    let (week, day) = match rest.split_once('-') {
        Some((week, day)) => (week, Some(day)),
        None => (rest, None),
    };
    let number = |t: &str, len: usize| (t.len() == len).then(|| t.parse::<i16>().ok())?;
    week_days(
        number(year, 4)?,
        number(week, 2)?,
        match day {
            Some(day) => Some(number(day, 1)?),
            None => None,
        },
    )
}

/// The days of an ISO week, or one day of it (1 is Monday). Week 1 is the one with 4 January.
pub fn week_days(year: i16, week: i16, day: Option<i16>) -> Option<Cell> {
    let fourth = civil_day(i32::from(year), 1, 4)?;
    // 1 January 1970 was a Thursday.
    let monday = fourth - (fourth + 3).rem_euclid(7) + 7 * (i32::from(week) - 1);
    let thursday = date_of_day_number(monday + 3);
    if !(1..=53).contains(&week) || thursday.year() != year {
        return None;
    }
    Some(match day {
        Some(day @ 1..=7) => one_day(monday + i32::from(day) - 1),
        Some(_) => return None,
        None => Cell::Days(
            Span {
                from: monday,
                to: monday + 6,
            },
            Grain::Week,
        ),
    })
}

/// Three numbers with the same sign between.
fn three_numbers(text: &str) -> Option<[&str; 3]> {
    let sign = text.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(sign, '/' | '.' | '-') {
        return None;
    }
    let parts: Vec<&str> = text.split(sign).map(str::trim).collect();
    let [a, b, c] = parts[..] else { return None };
    let numeric = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    [a, b, c].iter().all(|t| numeric(t)).then_some([a, b, c])
}

fn ordered([a, b, c]: [&str; 3]) -> Result<(Cell, Aside), Bad> {
    let value = |t: &str| t.parse::<i32>().map_err(|_| Bad::NotADate);
    let day = |y: &str, m: &str, d: &str| civil_day(value(y).ok()?, value(m).ok()?, value(d).ok()?);
    if a.len() == 4 {
        let found = day(a, b, c).ok_or(Bad::NotADate)?;
        return Ok((one_day(found), Aside::default()));
    }
    if c.len() == 2 && a.len() <= 2 {
        return Err(Bad::ShortYear);
    }
    let (day_month, month_day) = (day(c, b, a), day(c, a, b));
    let proof = |order| Aside {
        order: Some(order),
        ..Aside::default()
    };
    match (day_month, month_day) {
        (Some(found), Some(other)) if found == other => Ok((one_day(found), Aside::default())),
        (Some(day_month), Some(month_day)) => Ok((
            Cell::Either {
                day_month,
                month_day,
            },
            Aside::default(),
        )),
        (Some(found), None) => Ok((one_day(found), proof(DateOrder::DayMonth))),
        (None, Some(found)) => Ok((one_day(found), proof(DateOrder::MonthDay))),
        (None, None) => Err(Bad::NotADate),
    }
}

/// The month or year around a day.
pub fn widened(day: i32, grain: Grain) -> (Span, Grain) {
    let date = date_of_day_number(day);
    match grain {
        Grain::Day => (Span { from: day, to: day }, Grain::Day),
        Grain::Week => {
            let (from, to) = (day.saturating_sub(3), day.saturating_add(3));
            (Span { from, to }, Grain::Week)
        }
        Grain::Month => partial(PartialDate::Month(date.year(), date.month())),
        Grain::Year => partial(PartialDate::Year(date.year())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::layer::When;
    use proptest::prelude::*;

    fn shown(text: &str) -> String {
        match read(text) {
            Ok((Cell::Days(span, grain), aside)) => {
                let mut out = When::Some(span, grain).to_string();
                out.push_str(if aside.time { " t" } else { "" });
                out.push_str(if aside.epoch { " e" } else { "" });
                out.push_str(match aside.order {
                    Some(DateOrder::DayMonth) => " dm",
                    Some(DateOrder::MonthDay) => " md",
                    None => "",
                });
                out
            }
            Ok((Cell::Interval([a, b]), _)) => {
                let side = |(span, grain)| When::Some(span, grain).to_string();
                format!("{} to {}", side(a), side(b))
            }
            Ok((Cell::Either { .. }, _)) => "either".to_owned(),
            Err(Bad::NotADate) => "bad".to_owned(),
            Err(Bad::ShortYear) => "short".to_owned(),
        }
    }

    #[test]
    fn cells_are_read_as_people_write_them() {
        for (text, expected) in [
            ("2022-02-17", "2022-02-17"),
            (" 2022-02 ", "2022-02"),
            ("2022", "2022"),
            ("2022-02-17T14:05:00+01:00", "2022-02-17 t"),
            ("2022-02-17 14:05", "2022-02-17 t"),
            ("17 February 2022", "2022-02-17"),
            ("17 févr. 2022", "2022-02-17"),
            ("Feb 17, 2022", "2022-02-17"),
            ("17 Feb 2022 14:05", "2022-02-17 t"),
            ("17/02/2022", "2022-02-17 dm"),
            ("02/17/2022", "2022-02-17 md"),
            ("17.02.2022 09:30", "2022-02-17 t dm"),
            ("03/04/2022", "either"),
            ("04/04/2022", "2022-04-04"),
            ("2022/02/17", "2022-02-17"),
            ("20220217", "2022-02-17"),
            ("1645056000", "2022-02-17 e"),
            ("1645056000000", "2022-02-17 e"),
            ("2022-W07", "2022-W07"),
            ("2022W07", "2022-W07"),
            ("2022-W07-4", "2022-02-17"),
            ("2020-01-01/2021-02", "2020-01-01 to 2021-02"),
            ("../..", "bad"),
            ("17/02/22", "short"),
            ("2022-02-30", "bad"),
            ("2022-W60", "bad"),
            ("0000-01-01", "bad"),
            ("0000", "bad"),
            ("99999", "bad"),
            ("44609", "bad"),
            ("soon", "bad"),
            ("17/13/2022", "bad"),
            ("é/é/é", "bad"),
            ("T", "bad"),
            (" T:", "bad"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn days_agree_with_the_calendar(day in -719_162..2_932_896i32) {
            let date = date_of_day_number(day);
            let [y, m, d] = [i32::from(date.year()), i32::from(date.month()), i32::from(date.day())];
            prop_assert_eq!(civil_day(y, m, d), Some(day));
        }

        #[test]
        fn nothing_panics(text in ".{0,30}") {
            let _ = read(&text);
        }
    }
}
