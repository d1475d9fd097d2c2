//! What changed between two days, as sections of lines that read like a briefing: the text of `diff` and the
//! list of the window are the same.
//!
//! What changed is found by `model::Changes`; what a line says is in `lines`.

mod lines;

use crate::calendar::{Date, PartialDate, date_words, day_number, partial_words};
use crate::lang::{Lang, Words, compare_words as w, number, typeset};
use crate::model::{Atlas, Changes};
use crate::state::Selected;
use std::fmt::Write;

/// The changes in words.
#[derive(Clone, PartialEq, Debug)]
pub struct Briefing {
    /// From when to when.
    pub title: String,
    /// How many days and events lie between.
    pub extent: String,
    /// What changed, kind by kind; kinds without a change are left out.
    pub sections: Vec<Section>,
}

/// The changes of one kind.
#[derive(Clone, PartialEq, Debug)]
pub struct Section {
    /// What they are.
    pub title: Words,
    /// One by one, mostly in the order of time.
    pub lines: Vec<Line>,
}

/// One change.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// What changed, such as `Gao airport base, Mali`.
    pub name: String,
    /// How it changed; may be empty.
    pub change: String,
    /// When, as well as it is known.
    pub when: Option<PartialDate>,
    /// What it is about.
    pub selected: Option<Selected>,
    /// Codes of the holders before and after, of a base.
    pub holders: [Vec<String>; 2],
    /// Figures before and after, of troops.
    pub figures: Option<[u32; 2]>,
}

impl Line {
    /// The line in one piece, without its date.
    pub fn said(&self, lang: Lang) -> String {
        let text = match (self.change.is_empty(), lang) {
            (true, _) => self.name.clone(),
            (false, Lang::En) => format!("{}: {}", self.name, self.change),
            (false, Lang::Fr) => format!("{} : {}", self.name, self.change),
        };
        typeset(&text, lang)
    }
}

impl Briefing {
    /// Puts changes into words.
    pub fn of(atlas: &Atlas, changes: &Changes, lang: Lang) -> Briefing {
        let (from, to) = (date_words(changes.from, lang), date_words(changes.to, lang));
        let title = match lang {
            Lang::En => format!("From {from} to {to}"),
            Lang::Fr => format!("Du {from} au {to}"),
        };
        Briefing {
            title,
            extent: extent(changes, lang),
            sections: lines::sections(atlas, changes, lang),
        }
    }

    /// The whole as a text.
    pub fn text(&self, lang: Lang) -> String {
        let mut out = format!("{}\n{}\n", self.title, self.extent);
        if self.sections.is_empty() {
            let nothing = typeset(w::NOTHING_CHANGED.get(lang), lang);
            let _ = write!(out, "\n{nothing}\n");
        }
        for section in &self.sections {
            let title = typeset(section.title.get(lang), lang);
            // Writing to a String cannot fail.
            let _ = writeln!(out, "\n{title} ({})", section.lines.len());
            for line in &section.lines {
                let _ = writeln!(out, "  {}", dated(line, section.title == w::EVENTS, lang));
            }
        }
        out
    }
}

/// A line with its date: before an event, after anything else.
fn dated(line: &Line, is_event: bool, lang: Lang) -> String {
    let said = line.said(lang);
    let Some(when) = line.when.map(|when| partial_words(when, lang)) else {
        return said;
    };
    match (is_event, lang) {
        (true, Lang::En) => format!("{when}: {said}"),
        (true, Lang::Fr) => typeset(&format!("{when} : {said}"), lang),
        (false, Lang::En | Lang::Fr) => format!("{said} ({when})"),
    }
}

fn extent(changes: &Changes, lang: Lang) -> String {
    let counted = |count: u32, one: Words, many: Words| {
        let noun = match (count, lang) {
            (1, _) | (0, Lang::Fr) => one,
            (_, Lang::En | Lang::Fr) => many,
        };
        format!("{} {}", number(count, lang), noun.get(lang))
    };
    let days = days_between(changes.from, changes.to);
    let events = u32::try_from(changes.events.len()).unwrap_or(u32::MAX);
    format!(
        "{}, {}",
        counted(days, w::DAY_ONE, w::DAY_MANY),
        counted(events, w::EVENT_ONE, w::EVENT_MANY)
    )
}

fn days_between(from: Date, to: Date) -> u32 {
    day_number(to).abs_diff(day_number(from))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::World;
    use jiff::civil::date;

    fn text(a: Date, b: Date, lang: Lang) -> String {
        let atlas = crate::data::shipped().expect("the shipped data");
        let world = |day| World::at(&atlas, day, 0);
        let changes = Changes::between(&atlas, &world(a), &world(b));
        Briefing::of(&atlas, &changes, lang).text(lang)
    }

    #[test]
    fn the_handover_of_gao_is_told_with_its_date() {
        let said = text(date(2022, 8, 14), date(2022, 8, 16), Lang::En);
        assert!(said.starts_with("From 14 August 2022 to 16 August 2022\n2 days, "));
        assert!(said.contains("Gao airport base, Mali: "), "{said}");
        assert!(said.contains("(15 August 2022"), "{said}");
    }

    #[test]
    fn a_day_against_itself_says_so() {
        let said = text(date(2023, 8, 10), date(2023, 8, 10), Lang::Fr);
        assert!(said.contains("Rien n’a changé"), "{said}");
        assert_eq!(said.lines().count(), 4);
    }

    #[test]
    fn no_line_of_any_year_is_left_half_said() {
        for year in 2012..2026 {
            for lang in Lang::ALL {
                let said = text(date(year, 1, 1), date(year + 1, 1, 1), lang);
                for line in said.lines() {
                    assert!(!line.contains("()") && !line.contains("  :"), "{line}");
                    assert!(!line.contains(": →") && !line.ends_with("→"), "{line}");
                }
            }
        }
    }
}
