//! The table of what a view link may hold: a new part of a view is a new row here.
//!
//! A row says how its part is written, how it is read and what is expected; nothing else knows the parts.

use super::super::map::first_hidden;
use super::super::{Compare, How, KeptView, Mode, Selected};
use super::filter_keys;
use crate::calendar::{Date, PartialDate, parse_date};
use crate::geo::{Camera, LonLat};
use crate::lang::{Bilingual, Lang};
use crate::model::{Category, Confidence};
use crate::style::{CountryTheme, Theme};
use std::collections::BTreeSet;

/// A part of a view in a link.
pub(super) struct Key {
    /// Its name, before the `=`.
    pub name: &'static str,
    /// Its value, before percent-encoding; nothing where the link can do without.
    pub write: fn(&KeptView) -> Option<String>,
    /// Puts a value into the view; nothing when it cannot be understood.
    pub read: fn(&str, &mut KeptView) -> Option<()>,
    /// What is expected.
    pub expected: fn() -> Bilingual,
}

/// All of them, in the order they are written.
pub(super) const KEYS: &[Key] = &[
    Key {
        name: "day",
        write: |view| Some(view.day.to_string()),
        read: |text, view| day(text).map(|day| view.day = day),
        expected: || in_two("a day such as 2022-08-15", "un jour tel que 2022-08-15"),
    },
    Key {
        name: "from",
        write: from_text,
        read: read_from,
        expected: || {
            let en = "a day such as 2020-01-01 that is not after the day shown, or start";
            let fr = "un jour tel que 2020-01-01, pas après le jour montré, ou start";
            in_two(en, fr)
        },
    },
    Key {
        name: "trail",
        write: |view| Some(view.trail_days.to_string()),
        read: |text, view| text.parse().map(|days| view.trail_days = days).ok(),
        expected: || {
            in_two(
                "a number of days such as 60",
                "un nombre de jours tel que 60",
            )
        },
    },
    Key {
        name: "at",
        write: |view| Some(view.camera.map_or(HOME.to_owned(), camera_text)),
        read: read_camera,
        expected: || {
            let en = "latitude, longitude and zoom such as 16.27,-0.04,5.6, or home";
            let fr = "latitude, longitude et zoom tels que 16.27,-0.04,5.6, ou home";
            in_two(en, fr)
        },
    },
    Key {
        name: "fill",
        write: |view| Some(view.fill.id().to_string()),
        read: |text, view| CountryTheme::from_id(text).map(|fill| view.fill = fill),
        expected: || one_of(CountryTheme::ALL.map(|fill| fill.id().to_string())),
    },
    Key {
        name: "hide",
        write: hidden_text,
        read: read_hidden,
        expected: || {
            let en = "lines of the legend such as layer:names,bloc:g5, or none";
            let fr = "des lignes de la légende telles que layer:names,bloc:g5, ou none";
            in_two(en, fr)
        },
    },
    Key {
        name: "category",
        write: filter_keys::categories,
        read: filter_keys::read_categories,
        expected: || names(Category::ALL.iter().map(|c| c.id().to_owned())),
    },
    Key {
        name: "country",
        write: |view| filter_keys::codes(&view.filter.countries),
        read: filter_keys::read_countries,
        expected: || in_two("codes such as MLI,NER", "des codes tels que MLI,NER"),
    },
    Key {
        name: "actor",
        write: |view| filter_keys::codes(&view.filter.actors),
        read: filter_keys::read_actors,
        expected: || in_two("codes such as FRA,WAGNER", "des codes tels que FRA,WAGNER"),
    },
    Key {
        name: "sure",
        write: filter_keys::confidence,
        read: filter_keys::read_confidence,
        expected: || names(Confidence::ALL.iter().map(|c| c.id().to_owned())),
    },
    Key {
        name: "area",
        write: filter_keys::area,
        read: filter_keys::read_area,
        expected: || {
            let en = "three or more corners, latitude and longitude, such as 15,-4;15,1;18,1";
            let fr = "au moins trois coins, latitude et longitude, tels que 15,-4;15,1;18,1";
            in_two(en, fr)
        },
    },
    Key {
        name: "words",
        write: filter_keys::words,
        read: filter_keys::read_words,
        expected: || in_two("words to look for", "des mots à chercher"),
    },
    Key {
        name: "select",
        write: |view| view.selection.as_ref().map(Selected::to_string),
        read: |text, view| Selected::parse(text).map(|thing| view.selection = Some(thing)),
        expected: || {
            let en = "event:, base:, country:, sky:, actor:, alliance: or mission: and the name of the record";
            let fr = "event:, base:, country:, sky:, actor:, alliance: ou mission: et le nom de la fiche";
            in_two(en, fr)
        },
    },
    Key {
        name: "compare",
        write: |view| view.compare.map(|compare| compare.other.to_string()),
        read: read_compare,
        expected: || in_two("a day such as 2022-08-14", "un jour tel que 2022-08-14"),
    },
    Key {
        name: "swipe",
        write: |view| match view.compare?.how {
            How::SideBySide => None,
            How::Swipe { share } => Some(short(f64::from(share), 3)),
        },
        read: read_swipe,
        expected: || {
            let en = "the bar's place from 0 to 1, such as 0.5, after compare";
            let fr = "la place du volet de 0 à 1, telle que 0.5, après compare";
            in_two(en, fr)
        },
    },
    Key {
        name: "lang",
        write: |view| Some(view.lang.id().to_owned()),
        read: |text, view| Lang::from_id(text).map(|lang| view.lang = lang),
        expected: || one_of(Lang::ALL.map(|l| l.id().to_owned())),
    },
    Key {
        name: "look",
        write: |view| Some(view.theme.id().to_owned()),
        read: |text, view| Theme::from_id(text).map(|theme| view.theme = theme),
        expected: || one_of(Theme::ALL.map(|theme| theme.id().to_owned())),
    },
];

/// Where one looks, when it is the home view.
const HOME: &str = "home";
/// Where a range begins that shows everything from the beginning of the record.
const START: &str = "start";
/// What is hidden, when nothing is.
const NOTHING: &str = "none";

fn in_two(en: &str, fr: &str) -> Bilingual {
    Bilingual {
        en: en.to_owned(),
        fr: fr.to_owned(),
    }
}

/// `light, dark or print`.
fn one_of<const N: usize>(ids: [String; N]) -> Bilingual {
    names(ids)
}

fn names(ids: impl IntoIterator<Item = String>) -> Bilingual {
    let names: Vec<String> = ids.into_iter().collect();
    let listed = |or: &str| match names.split_last() {
        Some((last, others)) if !others.is_empty() => {
            format!("{} {or} {last}", others.join(", "))
        }
        Some(_) | None => names.concat(),
    };
    Bilingual {
        en: listed("or"),
        fr: listed("ou"),
    }
}

/// The day that is compared with; side by side unless a bar is told of after it.
fn read_compare(text: &str, view: &mut KeptView) -> Option<()> {
    let (other, how) = (day(text)?, How::SideBySide);
    view.compare = Some(Compare { other, how });
    Some(())
}

fn read_swipe(text: &str, view: &mut KeptView) -> Option<()> {
    let share: f32 = text.parse().ok()?;
    let how = How::Swipe { share };
    let compare = view.compare.as_mut().filter(|_| how.held() == how)?;
    compare.how = how;
    Some(())
}

fn day(text: &str) -> Option<Date> {
    match parse_date(text) {
        Ok(PartialDate::Day(day)) => Some(day),
        Ok(PartialDate::Month(..) | PartialDate::Year(_)) | Err(_) => None,
    }
}

/// Where a range begins; nothing for a day alone.
fn from_text(view: &KeptView) -> Option<String> {
    match view.mode {
        Mode::Instant => None,
        Mode::Range { from } => Some(from.to_string()),
        Mode::Cumulative => Some(START.to_owned()),
    }
}

fn read_from(text: &str, view: &mut KeptView) -> Option<()> {
    view.mode = match text {
        START => Mode::Cumulative,
        text => Mode::Range { from: day(text)? },
    };
    Some(())
}

/// Latitude and longitude to 4 decimals of a degree (about 11 m), zoom to 2.
fn camera_text(camera: Camera) -> String {
    let at = LonLat::from_map(camera.center);
    let numbers = [(at.lat, 4), (at.lon, 4), (camera.zoom, 2)];
    numbers
        .map(|(number, decimals)| short(number, decimals))
        .join(",")
}

/// A number without zeros at its end.
fn short(number: f64, decimals: usize) -> String {
    let text = format!("{number:.decimals$}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    match text {
        "-0" => "0".to_owned(),
        other => other.to_owned(),
    }
}

fn read_camera(text: &str, view: &mut KeptView) -> Option<()> {
    if text == HOME {
        view.camera = None;
        return Some(());
    }
    let mut numbers = text.split(',').map(|n| n.parse::<f64>().ok());
    let mut next = || numbers.next().flatten();
    let (lat, lon, zoom) = (next()?, next()?, next()?);
    let is_on_earth = lat.abs() <= 90.0 && lon.abs() <= 180.0 && (0.0..=30.0).contains(&zoom);
    if !is_on_earth || numbers.next().is_some() {
        return None;
    }
    let center = LonLat { lon, lat }.to_map();
    view.camera = Some(Camera { center, zoom }.held());
    Some(())
}

/// Everything that is hidden, unless it is as on a first start.
fn hidden_text(view: &KeptView) -> Option<String> {
    if view.hidden == first_hidden() {
        return None;
    }
    let lines: Vec<&str> = view.hidden.iter().map(String::as_str).collect();
    let lines: Vec<&str> = lines.into_iter().filter(|line| is_line(line)).collect();
    Some(match lines.is_empty() {
        true => NOTHING.to_owned(),
        false => lines.join(","),
    })
}

/// Takes the lines that are keys; one that is none spoils only itself.
fn read_hidden(text: &str, view: &mut KeptView) -> Option<()> {
    if text == NOTHING {
        view.hidden.clear();
        return Some(());
    }
    let (good, bad): (Vec<&str>, Vec<&str>) = text.split(',').partition(|line| is_line(line));
    if !good.is_empty() {
        view.hidden = good
            .into_iter()
            .map(str::to_owned)
            .collect::<BTreeSet<String>>();
    }
    bad.is_empty().then_some(())
}

/// Keys of the legend look like `layer:names`.
fn is_line(text: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_.:".contains(c);
    text.contains(':') && text.len() <= 80 && text.chars().all(is_plain)
}
