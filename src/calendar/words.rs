//! Dates in words, in both languages, never saying more than is known.
//!
//! Numbers and ISO forms are elsewhere.

use super::{Date, PartialDate, Span, Weekday};
use crate::lang::Lang;

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const SHORT_EN: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const SHORT_FR: [&str; 12] = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
    "déc.",
];

/// The name of a month (1 to 12).
pub fn month_name(month: i8, lang: Lang) -> &'static str {
    let index = usize::try_from(month.clamp(1, 12) - 1).unwrap_or(0);
    match lang {
        Lang::En => MONTHS_EN[index],
        Lang::Fr => MONTHS_FR[index],
    }
}

/// The short name of a month, as an axis writes it.
pub fn short_month_name(month: i8, lang: Lang) -> &'static str {
    let index = usize::try_from(month.clamp(1, 12) - 1).unwrap_or(0);
    match lang {
        Lang::En => SHORT_EN[index],
        Lang::Fr => SHORT_FR[index],
    }
}

/// The number of a month's name in either language, short or long, with or without accents.
pub(super) fn month_of_name(name: &str) -> Option<i32> {
    let plain = |text: &str| -> String {
        text.to_lowercase()
            .chars()
            .filter(|c| *c != '.')
            .map(|c| match c {
                'é' | 'è' => 'e',
                'û' => 'u',
                other => other,
            })
            .collect()
    };
    let asked = plain(name);
    let at = (0..12).find(|&i| {
        [MONTHS_EN[i], MONTHS_FR[i], SHORT_EN[i], SHORT_FR[i]]
            .iter()
            .any(|known| plain(known) == asked)
    });
    let sept = (asked == "sept").then_some(8);
    at.or(sept).and_then(|i| i32::try_from(i + 1).ok())
}

/// The name of a weekday, with a capital in English only.
pub fn weekday_name(weekday: Weekday, lang: Lang) -> &'static str {
    let (en, fr) = match weekday {
        Weekday::Monday => ("Monday", "lundi"),
        Weekday::Tuesday => ("Tuesday", "mardi"),
        Weekday::Wednesday => ("Wednesday", "mercredi"),
        Weekday::Thursday => ("Thursday", "jeudi"),
        Weekday::Friday => ("Friday", "vendredi"),
        Weekday::Saturday => ("Saturday", "samedi"),
        Weekday::Sunday => ("Sunday", "dimanche"),
    };
    match lang {
        Lang::En => en,
        Lang::Fr => fr,
    }
}

/// `15 August 2022`, `15 août 2022`, `1er août 2022`.
pub fn date_words(date: Date, lang: Lang) -> String {
    let (day, month, year) = (date.day(), month_name(date.month(), lang), date.year());
    match (lang, day) {
        (Lang::Fr, 1) => format!("1er {month} {year}"),
        (Lang::En | Lang::Fr, _) => format!("{day} {month} {year}"),
    }
}

/// `15 Aug 2022`, `15 août 2022`.
pub fn short_date_words(date: Date, lang: Lang) -> String {
    let month = short_month_name(date.month(), lang);
    format!("{} {month} {}", date.day(), date.year())
}

/// The same as precisely as it is known: `15 Aug 2022`, `Aug 2022`, `2022`.
pub fn short_partial_words(date: PartialDate, lang: Lang) -> String {
    match date {
        PartialDate::Day(day) => short_date_words(day, lang),
        PartialDate::Month(year, month) => format!("{} {year}", short_month_name(month, lang)),
        PartialDate::Year(year) => year.to_string(),
    }
}

/// A date as precisely as it is known: `2013`, `March 2014`, `15 August 2022`.
pub fn partial_words(date: PartialDate, lang: Lang) -> String {
    match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month(year, month) => format!("{} {year}", month_name(month, lang)),
        PartialDate::Day(day) => date_words(day, lang),
    }
}

/// A span in words: `6 August – 3 September 2023`, `since 2013`, `until March 2014`.
pub fn span_words(span: Span, lang: Lang) -> String {
    match (span.from, span.to) {
        (Some(from), Some(to)) if from == to => partial_words(from, lang),
        (Some(PartialDate::Day(from)), Some(PartialDate::Day(to))) if from.year() == to.year() => {
            let start = match (lang, from.day()) {
                (Lang::Fr, 1) => "1er".to_owned(),
                (Lang::En | Lang::Fr, day) => day.to_string(),
            };
            let month = month_name(from.month(), lang);
            if from.month() == to.month() {
                format!("{start} – {}", date_words(to, lang))
            } else {
                format!("{start} {month} – {}", date_words(to, lang))
            }
        }
        (Some(from), Some(to)) => format!(
            "{} – {}",
            partial_words(from, lang),
            partial_words(to, lang)
        ),
        (Some(from), None) => {
            let since = partial_words(from, lang);
            match (lang, from) {
                (Lang::En, _) => format!("since {since}"),
                (Lang::Fr, PartialDate::Day(_)) => format!("depuis le {since}"),
                (Lang::Fr, PartialDate::Month(..) | PartialDate::Year(_)) => {
                    format!("depuis {since}")
                }
            }
        }
        (None, Some(to)) => match lang {
            Lang::En => format!("until {}", partial_words(to, lang)),
            Lang::Fr => format!("jusqu’à {}", partial_words(to, lang)),
        },
        (None, None) => match lang {
            Lang::En => "dates not known".to_owned(),
            Lang::Fr => "dates inconnues".to_owned(),
        },
    }
}

/// A day, or a range of days when it has a first one: `15 August 2022`, `1 January 2020 – 15 August 2022`.
pub fn period_words(from: Option<Date>, to: Date, lang: Lang) -> String {
    let span = Span {
        from: Some(PartialDate::Day(from.unwrap_or(to))),
        to: Some(PartialDate::Day(to)),
    };
    span_words(span, lang)
}

/// The same in short words: `1 Jan 2020 – 15 Aug 2022`.
pub fn short_period_words(from: Option<Date>, to: Date, lang: Lang) -> String {
    let end = short_date_words(to, lang);
    match from.filter(|from| *from < to) {
        Some(from) => format!("{} – {end}", short_date_words(from, lang)),
        None => end,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn words_never_say_more_than_is_known() {
        let check = |d, en: &str, fr: &str| {
            assert_eq!(partial_words(d, Lang::En), en);
            assert_eq!(partial_words(d, Lang::Fr), fr);
        };
        check(PartialDate::Year(2013), "2013", "2013");
        check(PartialDate::Month(2014, 3), "March 2014", "mars 2014");
        check(
            PartialDate::Day(date(2022, 8, 1)),
            "1 August 2022",
            "1er août 2022",
        );
    }

    #[test]
    fn spans_share_what_they_can() {
        let day = |y, m, d| Some(PartialDate::Day(date(y, m, d)));
        let span = |from, to| span_words(Span { from, to }, Lang::En);
        assert_eq!(
            span(day(2023, 8, 6), day(2023, 9, 3)),
            "6 August – 3 September 2023"
        );
        assert_eq!(span(day(2023, 8, 6), day(2023, 8, 9)), "6 – 9 August 2023");
        assert_eq!(
            span(day(2022, 8, 6), day(2023, 8, 9)),
            "6 August 2022 – 9 August 2023"
        );
        assert_eq!(span(Some(PartialDate::Year(2013)), None), "since 2013");
        assert_eq!(
            span(None, Some(PartialDate::Month(2014, 3))),
            "until March 2014"
        );
    }

    #[test]
    fn a_range_says_both_its_days() {
        let (from, to) = (date(2020, 1, 1), date(2022, 8, 15));
        for (lang, long, short) in [
            (
                Lang::En,
                "1 January 2020 – 15 August 2022",
                "1 Jan 2020 – 15 Aug 2022",
            ),
            (
                Lang::Fr,
                "1er janvier 2020 – 15 août 2022",
                "1 janv. 2020 – 15 août 2022",
            ),
        ] {
            assert_eq!(period_words(Some(from), to, lang), long);
            assert_eq!(short_period_words(Some(from), to, lang), short);
        }
        assert_eq!(period_words(None, to, Lang::En), "15 August 2022");
        assert_eq!(period_words(Some(to), to, Lang::En), "15 August 2022");
        assert_eq!(short_period_words(Some(to), to, Lang::En), "15 Aug 2022");
    }

    #[test]
    fn every_month_is_found_again() {
        for month in 1..=12 {
            for lang in Lang::ALL {
                assert_eq!(
                    month_of_name(month_name(month, lang)),
                    Some(i32::from(month))
                );
                assert_eq!(
                    month_of_name(short_month_name(month, lang)),
                    Some(i32::from(month))
                );
            }
        }
        assert_eq!(month_of_name("brumaire"), None);
    }
}
