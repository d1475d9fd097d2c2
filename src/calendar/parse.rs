//! Dates from text: strictly for files, generously for people.
//!
//! It never guesses: a day that does not exist is refused with the reason.

use super::{Date, PartialDate, words};
use crate::lang::{Lang, typeset};

/// Years that a date may have in a file or a field.
const YEARS: std::ops::RangeInclusive<i16> = 1..=9999;

/// Why a text is no date.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DateError {
    /// Nothing there.
    Empty,
    /// Not one of the forms.
    Form,
    /// The month is not 1 to 12.
    Month(i32),
    /// The month has no such day: year, month, day asked for, days it has.
    Day(i16, i8, i32, i8),
    /// The year is outside what can be shown.
    Year(String),
}

impl DateError {
    /// The reason in a sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        let text = match (self, lang) {
            (DateError::Empty, Lang::En) => "Type a date, for example 15 Aug 2022.".to_owned(),
            (DateError::Empty, Lang::Fr) => "Tapez une date, par exemple 15 août 2022.".to_owned(),
            (DateError::Form, Lang::En) => {
                "Not a date: try 15 Aug 2022, August 2022, 2022, 2022-08-15 or 15/08/2022.".to_owned()
            }
            (DateError::Form, Lang::Fr) => {
                "Ce n'est pas une date : essayez 15 août 2022, août 2022, 2022, 2022-08-15 ou 15/08/2022."
                    .to_owned()
            }
            (DateError::Month(m), Lang::En) => format!("There is no month {m}: months go from 1 to 12."),
            (DateError::Month(m), Lang::Fr) => {
                format!("Il n'y a pas de mois {m} : les mois vont de 1 à 12.")
            }
            (DateError::Day(y, m, d, last), Lang::En) => format!(
                "{} {y} has {last} days: there is no {d}.",
                words::month_name(*m, lang)
            ),
            (DateError::Day(y, m, d, last), Lang::Fr) => format!(
                "Le mois de {} {y} a {last} jours : il n'y a pas de {d}.",
                words::month_name(*m, lang)
            ),
            (DateError::Year(y), Lang::En) => format!("The year {y} is outside 1 to 9999."),
            (DateError::Year(y), Lang::Fr) => format!("L'année {y} est hors de 1 à 9999."),
        };
        typeset(&text, lang)
    }
}

/// Reads `2014`, `2014-03` or `2014-03-17`, as files and the command line write them.
pub fn parse_date(text: &str) -> Result<PartialDate, DateError> {
    if text.is_empty() {
        return Err(DateError::Empty);
    }
    let parts: Vec<&str> = text.split('-').collect();
    let shape: Vec<usize> = parts.iter().map(|p| p.len()).collect();
    let digits = parts.iter().all(|p| p.bytes().all(|b| b.is_ascii_digit()));
    if !digits || !matches!(shape[..], [4] | [4, 2] | [4, 2, 2]) {
        return Err(DateError::Form);
    }
    let number = |i: usize| parts.get(i).map(|p| p.parse::<i32>().unwrap_or(0));
    build(parts[0], number(1), number(2))
}

fn build(year: &str, month: Option<i32>, day: Option<i32>) -> Result<PartialDate, DateError> {
    let year: i16 = year
        .parse()
        .ok()
        .filter(|y| YEARS.contains(y))
        .ok_or_else(|| DateError::Year(year.chars().take(12).collect()))?;
    let Some(month) = month else {
        return Ok(PartialDate::Year(year));
    };
    let m = i8::try_from(month)
        .ok()
        .filter(|m| (1..=12).contains(m))
        .ok_or(DateError::Month(month))?;
    let Some(day) = day else {
        return Ok(PartialDate::Month(year, m));
    };
    let last = super::first_of(year, m).days_in_month();
    let fault = DateError::Day(year, m, day, last);
    let d = i8::try_from(day).map_err(|_| fault.clone())?;
    Date::new(year, m, d)
        .map(PartialDate::Day)
        .map_err(|_| fault)
}

/// Reads a date as people type it, in either language: `17 Feb 2022`, `février 2022`, `2022`,
/// `2022-02-17`, `17/02/2022`, `17.2.2022`, `1er août 2022`, `Feb 17, 2022`. Day comes before month
/// when both are numbers.
pub fn parse_user_date(text: &str) -> Result<PartialDate, DateError> {
    let cleaned: String = text
        .trim()
        .chars()
        .take(60)
        .collect::<String>()
        .to_lowercase();
    if cleaned.is_empty() {
        return Err(DateError::Empty);
    }
    let tokens: Vec<&str> = cleaned
        .split(|c: char| c.is_whitespace() || "/.,-".contains(c))
        .filter(|t| !t.is_empty())
        .map(strip_ordinal)
        .collect();
    let month_at = tokens
        .iter()
        .position(|t| words::month_of_name(t).is_some());
    let number = |t: &str| t.parse::<i32>().map_err(|_| DateError::Form);
    match (month_at, &tokens[..]) {
        (None, [year]) if is_year(year) => build(year, None, None),
        (None, [a, b]) if is_year(a) => build(a, Some(number(b)?), None),
        (None, [a, b]) if is_year(b) => build(b, Some(number(a)?), None),
        (None, [a, b, c]) if is_year(a) => build(a, Some(number(b)?), Some(number(c)?)),
        (None, [a, b, c]) if is_year(c) => build(c, Some(number(b)?), Some(number(a)?)),
        (Some(0), [m, year]) => build(year, words::month_of_name(m), None),
        (Some(1), [day, m, year]) => build(year, words::month_of_name(m), Some(number(day)?)),
        (Some(0), [m, day, year]) => build(year, words::month_of_name(m), Some(number(day)?)),
        (Some(1), [year, m]) if is_year(year) => build(year, words::month_of_name(m), None),
        _ => Err(DateError::Form),
    }
}

/// A number of three to six digits is a year, so that 99999 is answered as a year and not as noise.
fn is_year(token: &str) -> bool {
    (3..=6).contains(&token.len()) && token.bytes().all(|b| b.is_ascii_digit()) || token == "0"
}

fn strip_ordinal(token: &str) -> &str {
    let stem = ["er", "st", "nd", "rd", "th"]
        .iter()
        .find_map(|suffix| token.strip_suffix(suffix));
    match stem {
        Some(stem) if !stem.is_empty() && stem.bytes().all(|b| b.is_ascii_digit()) => stem,
        Some(_) | None => token,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn files_are_read_strictly() {
        let ok = |text: &str| parse_date(text).map(|d| d.to_string()).ok();
        for text in ["2014", "2014-03", "2014-03-17"] {
            assert_eq!(ok(text).as_deref(), Some(text));
        }
        for text in [
            "",
            "14",
            "2014-3",
            "2014-13",
            "2014-02-30",
            "0000",
            "2014-03-17T00:00",
            "é",
            "-2014",
        ] {
            assert_eq!(ok(text), None, "{text}");
        }
    }

    #[test]
    fn people_are_read_generously() {
        let day = PartialDate::Day(date(2022, 2, 17));
        for text in [
            "17 Feb 2022",
            "17 février 2022",
            "17/02/2022",
            "17.2.2022",
            "2022-02-17",
            " Feb 17, 2022 ",
            "17th February 2022",
            "17-02-2022",
        ] {
            assert_eq!(parse_user_date(text), Ok(day), "{text}");
        }
        let month = PartialDate::Month(2022, 8);
        for text in ["août 2022", "aout 2022", "Aug 2022", "08/2022", "2022-08"] {
            assert_eq!(parse_user_date(text), Ok(month), "{text}");
        }
        assert_eq!(
            parse_user_date("1er août 2022"),
            Ok(PartialDate::Day(date(2022, 8, 1)))
        );
        assert_eq!(parse_user_date("2022"), Ok(PartialDate::Year(2022)));
    }

    #[test]
    fn wrong_dates_are_explained() {
        let why = |text: &str| parse_user_date(text).expect_err(text).sentence(Lang::En);
        assert!(why("31 February 2022").contains("28 days"));
        assert!(why("2022-13-01").contains("month 13"));
        assert!(why("99999").contains("99999"));
        assert!(why("0").contains("outside"));
        assert!(why("soon").contains("try 15 Aug 2022"));
        assert!(why("").contains("Type a date"));
        assert!(!why(&"9 ".repeat(5000)).is_empty());
    }
}
