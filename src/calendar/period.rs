//! Ranges of time as people type them: two dates with something between, in either language.
//!
//! It reads dates by `parse` and decides nothing about the record: an end that is left open stays open.

use super::{Date, DateError, PartialDate, Span, parse_user_date, partial_words};
use crate::lang::{Lang, typeset};

/// What was typed where a date or a range is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Typed {
    /// One date.
    Date(PartialDate),
    /// A range whose end is not before its start; a side that was left out is open, never both.
    Range(Span),
}

/// Why a text is no range.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PeriodError {
    /// It is one date, or should have been, and is wrong.
    Date(DateError),
    /// The first date is wrong.
    Start(DateError),
    /// The second date is wrong.
    End(DateError),
    /// The first date lies after the second.
    Backwards(PartialDate, PartialDate),
    /// Neither side says anything.
    Open,
}

/// Words that may stand before a range, and say nothing.
const BEFORE: [&str; 7] = ["from ", "between ", "de ", "d'", "d’", "du ", "entre "];
/// Words before a date that begins a range without an end.
const SINCE: [&str; 2] = ["since ", "depuis "];
/// Signs that stand for "to" wherever they are.
const SIGNS: [&str; 5] = ["..", "…", "–", "—", "→"];
/// Words that stand for "to" between two dates.
const WORDS: [&str; 9] = [
    " to ",
    " until ",
    " till ",
    " and ",
    " jusqu'au ",
    " jusqu’au ",
    " au ",
    " à ",
    " et ",
];
/// The longest text that is looked at, in characters.
const LONGEST: usize = 120;

impl PeriodError {
    /// The reason in a sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        let of = |which: [&str; 2], why: &DateError| match lang {
            Lang::En => format!("{}: {}", which[0], why.sentence(lang)),
            Lang::Fr => format!("{} : {}", which[1], why.sentence(lang)),
        };
        let text = match self {
            PeriodError::Date(why) => why.sentence(lang),
            PeriodError::Start(why) => of(["First date", "Première date"], why),
            PeriodError::End(why) => of(["Second date", "Seconde date"], why),
            PeriodError::Backwards(from, to) => {
                let [from, to] = [*from, *to].map(|date| partial_words(date, lang));
                match lang {
                    Lang::En => format!("A range runs forwards: {to} is before {from}."),
                    Lang::Fr => format!("Une période va vers l’avant : {to} précède {from}."),
                }
            }
            PeriodError::Open => match lang {
                Lang::En => "A range needs a date, for example 2020..2022.".to_owned(),
                Lang::Fr => "Une période a besoin d’une date, par exemple 2020..2022.".to_owned(),
            },
        };
        typeset(&text, lang)
    }
}

/// Reads a date or a range: `2020..2022`, `2020-01-01 to 2022-08-15`, `de janvier 2020 à 2022`, `2020..`,
/// `since 2020`. Either date is read as [`parse_user_date`] reads it.
///
/// # Errors
/// When a date is wrong, or the range ends before it begins.
pub fn parse_user_period(text: &str) -> Result<Typed, PeriodError> {
    let text: String = text.trim().chars().take(LONGEST).collect();
    let text = text.to_lowercase();
    let signs = SIGNS.iter().find_map(|sign| bare(&text).split_once(*sign));
    if let Some((from, to)) = signs {
        // A third dot of an ellipsis typed as dots.
        return period(from, to.trim_start_matches('.')).map(Typed::Range);
    }
    let why = match parse_user_date(&text) {
        Ok(date) => return Ok(Typed::Date(date)),
        Err(why) => why,
    };
    match sides(&text) {
        Some((from, to)) => period(from, to).map(Typed::Range),
        None => Err(PeriodError::Date(why)),
    }
}

/// Reads a range, as the command line takes it: `A..B`, and all else that people type.
///
/// # Errors
/// The same, and when it is one date.
pub fn parse_period(text: &str) -> Result<Span, PeriodError> {
    match parse_user_period(text)? {
        Typed::Range(span) => Ok(span),
        Typed::Date(_) => Err(PeriodError::Date(DateError::Form)),
    }
}

impl Span {
    /// The first and last day within a record of which only the days `first..=last` can be shown. Open ends
    /// are the record's.
    pub fn within(&self, first: Date, last: Date) -> (Date, Date) {
        let from = self.from.map_or(first, PartialDate::first);
        let to = self.to.map_or(last, PartialDate::last);
        (from.clamp(first, last), to.clamp(first, last))
    }
}

fn period(from: &str, to: &str) -> Result<Span, PeriodError> {
    let side = |text: &str| match text.trim() {
        "" => Ok(None),
        text => parse_user_date(text).map(Some),
    };
    let span = Span {
        from: side(from).map_err(PeriodError::Start)?,
        to: side(to).map_err(PeriodError::End)?,
    };
    match (span.from, span.to) {
        (None, None) => Err(PeriodError::Open),
        (Some(from), Some(to)) if to.last() < from.first() => Err(PeriodError::Backwards(from, to)),
        _ => Ok(span),
    }
}

/// The text without a word before it that says nothing.
fn bare(text: &str) -> &str {
    let stripped = BEFORE.iter().find_map(|word| text.strip_prefix(word));
    stripped.unwrap_or(text)
}

/// The two sides of a range that is written in words; nothing when it is none.
fn sides(text: &str) -> Option<(&str, &str)> {
    if let Some(start) = SINCE.iter().find_map(|word| text.strip_prefix(word)) {
        return Some((start.strip_prefix("le ").unwrap_or(start), ""));
    }
    let bare = bare(text);
    let words = WORDS.iter().find_map(|word| bare.split_once(*word));
    // A hyphen also stands inside dates: between two dates it has spaces or two years around it.
    let hyphen = || bare.split_once(" - ").or_else(|| two_years(bare));
    words.or_else(hyphen)
}

/// `2020-2022`.
fn two_years(text: &str) -> Option<(&str, &str)> {
    let (a, b) = text.split_once('-')?;
    let is_year = |t: &str| t.len() == 4 && t.bytes().all(|b| b.is_ascii_digit());
    (is_year(a) && is_year(b)).then_some((a, b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn range(text: &str) -> String {
        match parse_user_period(text) {
            Ok(Typed::Range(span)) => {
                let side = |d: Option<PartialDate>| d.map_or(String::new(), |d| d.to_string());
                format!("{}..{}", side(span.from), side(span.to))
            }
            Ok(Typed::Date(date)) => date.to_string(),
            Err(why) => why.sentence(Lang::En),
        }
    }

    #[test]
    fn ranges_are_read_in_both_languages() {
        for (text, expected) in [
            ("2020..2022", "2020..2022"),
            ("2020-2022", "2020..2022"),
            ("2020 – 2022", "2020..2022"),
            ("2020 ... 2022", "2020..2022"),
            ("2020-01-01 to 2022-08-15", "2020-01-01..2022-08-15"),
            ("de janvier 2020 à 2022", "2020-01..2022"),
            (
                "du 1er janvier 2020 au 15 août 2022",
                "2020-01-01..2022-08-15",
            ),
            ("between May 2020 and 17/02/2022", "2020-05..2022-02-17"),
            ("Entre mai 2020 et 2021", "2020-05..2021"),
            ("d’avril 2020 à mai 2020", "2020-04..2020-05"),
            ("1 Jan 2020 - 3 Mar 2021", "2020-01-01..2021-03-03"),
            ("2020..", "2020.."),
            ("..2022-08", "..2022-08"),
            ("since March 2020", "2020-03.."),
            ("depuis le 1er mars 2020", "2020-03-01.."),
            ("17.2.2022", "2022-02-17"),
            ("2022-02-17", "2022-02-17"),
            ("2022", "2022"),
        ] {
            assert_eq!(range(text), expected, "{text}");
        }
    }

    #[test]
    fn our_own_words_are_read_back() {
        let (from, to) = (date(2020, 1, 1), date(2022, 8, 15));
        for lang in Lang::ALL {
            let words = super::super::period_words(Some(from), to, lang);
            assert_eq!(range(&words), "2020-01-01..2022-08-15", "{words}");
        }
    }

    #[test]
    fn wrong_ranges_are_explained() {
        for (text, part) in [
            ("31 Feb 2022..2023", "First date: February 2022 has 28 days"),
            ("2020..2022-13", "Second date: There is no month 13"),
            ("2022..2020", "2020 is before 2022"),
            ("0..2022", "First date: The year 0 is outside"),
            ("2020..99999", "Second date: The year 99999 is outside"),
            ("..", "needs a date"),
            ("2020..soon", "Second date: Not a date"),
            ("a to z", "First date: Not a date"),
            ("", "Type a date"),
        ] {
            assert!(range(text).contains(part), "{text}: {}", range(text));
        }
        assert!(parse_period("2022").is_err());
    }

    #[test]
    fn a_range_is_held_inside_the_record() {
        let (first, last) = (date(2012, 1, 1), date(2026, 6, 4));
        let within = |text| parse_period(text).map(|span| span.within(first, last));
        assert_eq!(
            within("2020..2022"),
            Ok((date(2020, 1, 1), date(2022, 12, 31)))
        );
        assert_eq!(within("2020.."), Ok((date(2020, 1, 1), last)));
        assert_eq!(within("1900..1910"), Ok((first, first)));
    }

    proptest! {
        #[test]
        fn no_text_is_too_much(text in "\\PC{0,60}", from in 0..3000i32, to in 0..3000i32) {
            for text in [text.clone(), format!("{text}..{text}"), format!("{from}..{to}")] {
                match parse_user_period(&text) {
                    Ok(Typed::Range(Span { from: Some(from), to: Some(to) })) => {
                        prop_assert!(from.first() <= to.last());
                    }
                    Ok(_) => {}
                    Err(why) => prop_assert!(!why.sentence(Lang::Fr).is_empty()),
                }
            }
        }
    }
}
