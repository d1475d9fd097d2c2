//! Arguments that several subcommands share, and how their values are read.
//!
//! A value that cannot be read is answered in one line that says what was expected.

use crate::calendar::{Date, DateError, PartialDate, PeriodError, Span, parse_date, parse_period};
use crate::export::pdf::{LONGEST_MM, SHORTEST_MM};
use crate::export::raster::LONGEST_PX;
use crate::export::still::Extent;
use crate::export::story_file::Print;
use crate::lang::Lang;
use crate::model::Category;
use crate::story::Story;
use crate::style::{CountryTheme, Theme};
use clap::{Args, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

/// Which data to use.
#[derive(Args, Debug, Clone)]
pub(super) struct DataArgs {
    /// Read another data folder instead of the shipped one
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
}

/// How the window is to open.
#[derive(Args, Debug, Clone, Default)]
pub struct WindowArgs {
    /// Open a story (.toml), or the view that a picture carries: a PNG, SVG, PDF, GIF, MP4 or HTML made here
    #[arg(value_name = "FILE", conflicts_with = "view")]
    pub file: Option<PathBuf>,
    /// Read another data folder instead of the shipped one
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Open that view; --date, --lang and --theme win over what it says
    #[arg(long, value_name = "LINK")]
    pub view: Option<OsString>,
    /// Show that day
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub date: Option<Date>,
    /// Language: en or fr
    #[arg(long, value_parser = lang)]
    pub lang: Option<Lang>,
    /// Looks: light, dark, print or projector
    #[arg(long, value_parser = theme)]
    pub theme: Option<Theme>,
    /// The version of the data that the picture was drawn from
    #[arg(skip)]
    pub drawn_from: Option<String>,
    /// The story to open: its file, the story, what the file held
    #[arg(skip)]
    pub story: Option<Box<(PathBuf, Story, Print)>>,
    /// Print how long frames take, on standard error
    #[arg(long, hide = true)]
    pub timings: bool,
}

/// Text or JSON.
#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// For people
    Text,
    /// For scripts
    Json,
}

/// A day of the calendar: `2022-08-15`.
pub(super) fn day(text: &str) -> Result<Date, String> {
    match parse_date(text) {
        Ok(PartialDate::Day(date)) => Ok(date),
        Ok(PartialDate::Month(..) | PartialDate::Year(_)) | Err(_) => {
            let why = parse_date(text).err();
            let reason = why.map_or(String::new(), |e| match e {
                crate::calendar::DateError::Empty | crate::calendar::DateError::Form => {
                    String::new()
                }
                other => format!(" ({})", other.sentence(Lang::En).trim_end_matches('.')),
            });
            Err(format!("expected a day such as 2022-08-15{reason}"))
        }
    }
}

/// A range of days: `2020-01-01..2022-08-15`, `2020..2022`, `2020..`.
pub(super) fn range(text: &str) -> Result<Span, String> {
    parse_period(text).map_err(|why| match why {
        PeriodError::Date(DateError::Form | DateError::Empty) | PeriodError::Open => {
            "expected two dates such as 2020-01-01..2022-08-15 or 2020..2022".to_owned()
        }
        why => why.sentence(Lang::En).trim_end_matches('.').to_owned(),
    })
}

/// `en` or `fr`.
pub(super) fn lang(text: &str) -> Result<Lang, String> {
    Lang::from_id(text).ok_or_else(|| "expected en or fr".to_owned())
}

/// A theme by its name.
pub(super) fn theme(text: &str) -> Result<Theme, String> {
    Theme::from_id(text).ok_or_else(|| "expected light, dark, print or projector".to_owned())
}

/// A kind of event by its name.
pub(super) fn category(text: &str) -> Result<Category, String> {
    Category::from_id(text).ok_or_else(|| {
        let known: Vec<&str> = Category::ALL.iter().map(|c| c.id()).collect();
        format!("expected one of {}", known.join(", "))
    })
}

/// What countries are filled by.
pub(super) fn countries(text: &str) -> Result<CountryTheme, String> {
    CountryTheme::from_id(text).ok_or_else(|| {
        "expected alliance, airspace, troops, relations:CODE (such as relations:FRA) or none"
            .to_owned()
    })
}

/// Pixels as `1920x1080`, or millimetres as `180x120mm`.
pub(super) fn size(text: &str) -> Result<Extent, String> {
    let number = text.strip_suffix("mm").unwrap_or(text).trim_end();
    let sides = number.split_once(['x', '×']);
    let read = || {
        let (w, h) = sides?;
        if number == text {
            return Some(Extent::Px([w.parse().ok()?, h.parse().ok()?]));
        }
        Some(Extent::Mm([w.parse().ok()?, h.parse().ok()?]))
    };
    let fits = |extent: &Extent| match extent {
        Extent::Px(sides) => sides.iter().all(|px| (1..=LONGEST_PX).contains(px)),
        Extent::Mm(sides) => sides
            .iter()
            .all(|mm| (SHORTEST_MM..=LONGEST_MM).contains(mm)),
    };
    read().filter(fits).ok_or_else(|| {
        format!(
            "expected width x height in pixels such as 1920x1080, 1 to {LONGEST_PX} each, \
             or in millimetres such as 180x120mm, {SHORTEST_MM} to {LONGEST_MM} each"
        )
    })
}

/// A box as `west,south,east,north` in degrees.
pub(super) fn bounds(text: &str) -> Result<[f64; 4], String> {
    let numbers: Vec<f64> = text
        .split(',')
        .filter_map(|n| n.trim().parse().ok())
        .collect();
    match numbers[..] {
        [west, south, east, north]
            if west < east
                && south < north
                && west >= -180.0
                && east <= 180.0
                && south >= -85.0
                && north <= 85.0 =>
        {
            Ok([west, south, east, north])
        }
        _ => Err("expected west,south,east,north in degrees such as -13,9,17,24".to_owned()),
    }
}

/// The first line of clap's answer, with the hints that follow it put into the same line.
pub(super) fn one_line(error: &clap::Error) -> String {
    let text = error.render().to_string();
    let mut lines = text.lines().map(str::trim).filter(|l| !l.is_empty());
    let mut line = lines.next().unwrap_or("error").to_owned();
    for hint in lines {
        let known = ["[possible values", "tip:", "<", "--"]
            .iter()
            .any(|start| hint.starts_with(start));
        if known {
            line.push(' ');
            line.push_str(hint);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_or_explained() {
        assert!(day("2022-08-15").is_ok());
        for bad in ["2022-02-31", "2022", "soon", ""] {
            assert!(day(bad).is_err_and(|e| e.contains("2022-08-15")), "{bad}");
        }
        assert!(range("2020..2022").is_ok() && range("2020..").is_ok());
        for (bad, part) in [
            ("2022", "expected two dates"),
            ("..", "expected two dates"),
            ("2022-02-31..2023", "28 days"),
            ("2020..2022-13-01", "no month 13"),
            ("2022..2020", "2020 is before 2022"),
            ("0000..2020", "outside 1 to 9999"),
            ("2020..99999", "outside 1 to 9999"),
        ] {
            assert!(range(bad).is_err_and(|e| e.contains(part)), "{bad}");
        }
        assert_eq!(size("1920x1080"), Ok(Extent::Px([1920, 1080])));
        assert_eq!(size("180x120.5mm"), Ok(Extent::Mm([180.0, 120.5])));
        for bad in [
            "1920",
            "0x10",
            "axb",
            "99999x1",
            "-1x5",
            "0x10mm",
            "NaNxNaNmm",
            "200000x5",
            "9999x9999mm",
        ] {
            assert!(size(bad).is_err(), "{bad}");
        }
        assert!(bounds("-13,9,17,24").is_ok());
        for bad in ["", "1,2,3", "17,9,-13,24", "NaN,1,2,3", "-200,0,0,1"] {
            assert!(bounds(bad).is_err(), "{bad}");
        }
    }
}
