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

use super::{KeptView, Mode, Selected, map::first_hidden};
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
    let part = |key: &Key| {
        let value = (key.write)(view)?;
        Some(format!("{}={}", key.name, percent::encode(&value)))
    };
    let parts: Vec<String> = KEYS.iter().filter_map(part).collect();
    format!("{SCHEME}{VERSION}?{}", parts.join("&"))
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
    let mut reading = Reading {
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
    };
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
    fn read_part(&mut self, part: &str) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let Some(key) = KEYS.iter().find(|key| key.name == name) else {
            self.faults.push(Fault::UnknownKey(fault::shown(name)));
            return;
        };
        let understood =
            percent::decode(value).is_ok_and(|value| (key.read)(&value, &mut self.view).is_some());
        if understood {
            self.said.insert(key.name);
        } else {
            self.faults.push(Fault::Value {
                key: key.name,
                expected: (key.expected)(),
                found: fault::shown(value),
            });
        }
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
        let is_there = match &self.view.selection {
            None => true,
            Some(Selected::Event(id)) => atlas.event(id).is_some(),
            Some(Selected::Base(id)) => atlas.base(id).is_some(),
            Some(Selected::Sky(id)) => atlas.sky(id).is_some(),
            Some(Selected::Actor(code)) => atlas.parties.contains_key(code),
            Some(Selected::Alliance(id)) => atlas.alliance(id).is_some(),
            Some(Selected::Mission(id)) => atlas.mission(id).is_some(),
            Some(Selected::Country(iso)) => atlas.basemap.level(2).country(iso).is_some(),
        };
        if !is_there && let Some(selected) = self.view.selection.take() {
            let name = fault::shown(&keys::selected_text(&selected));
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
