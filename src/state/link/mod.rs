//! View links: a view as one short text that can be read, pasted and given to the command line.
//!
//! `sahelscope:1?day=2022-08-15&trail=60&at=16.27,-0.04,5.6&fill=alliance&lang=en&look=light`. What it may
//! hold is the table in `keys`; the number is the version of the form. Reading never fails: what can be
//! understood is taken, the rest is told. It knows no facts; [`Reading::check_selection`] is given them.

mod fault;
mod filter_keys;
mod keys;
mod percent;

pub use fault::Fault;

use super::{KeptView, Mode, map::first_hidden};
use crate::calendar::Date;
use crate::model::Atlas;
use crate::model::filter::Filter;
use keys::{KEYS, Key};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// What every link begins with, before its version.
const SCHEME: &str = "sahelscope:";
/// The version of the form written here.
const VERSION: u32 = 1;
/// A link is read up to this length, in characters.
pub const LONGEST: usize = 10_000;
/// So many faults are told one by one.
const MOST_FAULTS: usize = 20;

/// What a text gave.
#[derive(Clone, PartialEq, Debug)]
pub struct Reading {
    /// The view: what the link says, and for the rest the view it was read onto.
    pub view: KeptView,
    /// Names of the keys that were understood, such as `day`.
    pub said: BTreeSet<&'static str>,
    /// What was not understood, in the order of the text.
    pub faults: Vec<Fault>,
}

/// The link of a view.
pub fn write(view: &KeptView) -> String {
    let part = |(name, value): (&str, String)| format!("{name}={}", percent::encode(&value));
    let parts: Vec<String> = parts(view).into_iter().map(part).collect();
    format!("{SCHEME}{VERSION}?{}", parts.join("&"))
}

/// The names and values of a view's link, in its order, not encoded.
pub fn parts(view: &KeptView) -> Vec<(&'static str, String)> {
    let part = |key: &Key| Some((key.name, (key.write)(view)?));
    KEYS.iter().filter_map(part).collect()
}

/// Reads names and values that are not encoded onto a view, in the order of a link; never fails.
pub fn read_parts<'a>(
    parts: impl IntoIterator<Item = (&'a str, &'a str)>,
    onto: &KeptView,
) -> Reading {
    let mut reading = Reading::of(onto);
    let mut parts: Vec<(&str, &str)> = parts.into_iter().collect();
    // Some parts stand on others, as a swipe bar does on the day that is compared.
    parts.sort_by_key(|(name, _)| KEYS.iter().position(|key| key.name == *name));
    for (name, value) in parts {
        reading.take(name, value);
    }
    reading.check_range();
    reading
}

/// Does a text mean to be a link?
pub fn is_meant(text: &str) -> bool {
    let start: String = text
        .chars()
        .filter(|c| !is_noise(*c))
        .take(SCHEME.len() + 2)
        .collect();
    starts_with_scheme(&start) || percent::decode(&start).is_ok_and(|s| starts_with_scheme(&s))
}

/// Reads a link. What it does not say stays as in `onto`, but for the range, the selection, the filter, the
/// comparison and what is switched off: a link leaves them out for a day alone, when nothing is selected,
/// filtered or compared, and when they are as on a first start.
pub fn read(text: &str, onto: &KeptView) -> Reading {
    let mut reading = Reading::of(onto);
    let cleaned = cleaned(text, &mut reading.faults);
    for part in body(&cleaned, &mut reading.faults).split('&') {
        // Pages write an ampersand as `&amp;`.
        let part = part.strip_prefix("amp;").unwrap_or(part);
        if !part.is_empty() {
            reading.read_part(part);
        }
    }
    reading.finish(onto);
    reading
}

impl Reading {
    /// Nothing is read yet.
    fn of(onto: &KeptView) -> Reading {
        Reading {
            view: KeptView {
                hidden: first_hidden(),
                filter: Filter::EVERYTHING,
                selection: None,
                mode: Mode::Instant,
                compare: None,
                ..onto.clone()
            },
            said: BTreeSet::new(),
            faults: Vec::new(),
        }
    }

    fn read_part(&mut self, part: &str) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        match percent::decode(value) {
            Ok(decoded) => self.take(name, &decoded),
            Err(percent::Damaged) => self.refuse(name, value),
        }
    }

    /// Takes a value that is not encoded.
    fn take(&mut self, name: &str, value: &str) {
        let key = KEYS.iter().find(|key| key.name == name);
        match key.filter(|key| (key.read)(value, &mut self.view).is_some()) {
            Some(key) => _ = self.said.insert(key.name),
            None => self.refuse(name, value),
        }
    }

    fn refuse(&mut self, name: &str, value: &str) {
        self.faults
            .push(match KEYS.iter().find(|key| key.name == name) {
                None => Fault::UnknownKey(fault::shown(name)),
                Some(key) => Fault::Value {
                    key: key.name,
                    expected: (key.expected)(),
                    found: fault::shown(value),
                },
            });
    }

    /// A range cannot end before it begins: then the day alone is shown.
    fn check_range(&mut self) {
        let Mode::Range { from } = self.view.mode else {
            return;
        };
        if from > self.view.day {
            self.view.mode = Mode::Instant;
            self.said.remove("from");
            self.faults.push(Fault::Backwards(from, self.view.day));
        }
    }

    /// Nothing understood leaves the view as it was, and is one fault; many faults are counted.
    fn finish(&mut self, onto: &KeptView) {
        self.check_range();
        if self.said.is_empty() {
            self.view = onto.clone();
            if self.faults.is_empty() {
                self.faults.push(Fault::Nothing);
            }
        }
        let more = self.faults.len().saturating_sub(MOST_FAULTS);
        if more > 0 {
            self.faults.truncate(MOST_FAULTS);
            self.faults.push(Fault::More(more));
        }
    }

    /// Drops a selected thing that the facts do not hold, and says so.
    pub fn check_selection(&mut self, atlas: &Atlas) {
        let is_there = (self.view.selection.as_ref()).is_none_or(|thing| thing.is_in(atlas));
        if !is_there && let Some(selected) = self.view.selection.take() {
            let name = fault::shown(&selected.to_string());
            self.faults.push(Fault::NoSuchThing(name));
        }
    }

    /// Drops codes of the filter that the facts do not know, and says so.
    pub fn check_filter(&mut self, atlas: &Atlas) {
        let filter = &mut self.view.filter;
        for (key, codes) in [
            ("country", &mut filter.countries),
            ("actor", &mut filter.actors),
        ] {
            codes.retain(|code| {
                let is_known = atlas.parties.contains_key(code);
                if !is_known {
                    self.faults.push(Fault::NoSuchCode(key, fault::shown(code)));
                }
                is_known
            });
        }
    }

    /// Says when a day lies outside those that can be shown; the nearest is shown then.
    pub fn check_day(&mut self, days: RangeInclusive<Date>) {
        let (first, last) = days.into_inner();
        let compared = self.view.compare.as_mut().map(|c| &mut c.other);
        let asked = [("day", Some(&mut self.view.day)), ("compare", compared)];
        for (key, day) in asked {
            let Some(day) =
                day.filter(|day| self.said.contains(key) && (**day < first || last < **day))
            else {
                continue;
            };
            self.faults.push(Fault::DayOutside(key, *day, first, last));
            *day = if *day < first { first } else { last };
        }
        if let Mode::Range { from } = self.view.mode {
            self.view.mode = Mode::Range {
                from: from.min(self.view.day),
            };
        }
    }
}

/// Spaces, line breaks that a mail put in, quotes and brackets around.
fn is_noise(c: char) -> bool {
    c.is_whitespace() || c.is_control() || "\"'<>`“”«»\u{200B}\u{FEFF}".contains(c)
}

/// The text without noise, held at the longest length.
fn cleaned(text: &str, faults: &mut Vec<Fault>) -> String {
    let mut rest = text.chars().filter(|c| !is_noise(*c));
    let cleaned: String = rest.by_ref().take(LONGEST).collect();
    if rest.next().is_some() {
        faults.push(Fault::TooLong);
    }
    // Some programs encode a link as a whole.
    let whole = percent::decode(&cleaned).ok();
    match whole.filter(|_| !starts_with_scheme(&cleaned)) {
        Some(decoded) if starts_with_scheme(&decoded) => decoded,
        Some(_) | None => cleaned,
    }
}

fn starts_with_scheme(text: &str) -> bool {
    let start = text.get(..SCHEME.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(SCHEME))
}

/// The part after the version; complaints about what stands before it.
fn body<'a>(text: &'a str, faults: &mut Vec<Fault>) -> &'a str {
    if !starts_with_scheme(text) {
        faults.push(Fault::NoScheme(fault::shown(text)));
        return match text.split_once('?') {
            Some((_, body)) => body,
            None => text,
        };
    }
    let rest = &text[SCHEME.len()..];
    let (version, body) = match rest.split_once('?') {
        Some(parts) => parts,
        None if rest.contains('=') => ("", rest),
        None => (rest, ""),
    };
    if version.parse() != Ok(VERSION) {
        faults.push(Fault::Version(fault::shown(version)));
    }
    body
}

#[cfg(test)]
pub(crate) mod any;
#[cfg(test)]
mod tests;
