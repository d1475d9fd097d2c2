//! Alt text: a picture in words, for those who do not see it and for pages that ask for it.
//!
//! One short paragraph that can stand alone, then a line for each thing. It says what is drawn.

use super::Shown;
use crate::calendar::{date_words, partial_words};
use crate::export::pair::briefing;
use crate::lang::{Lang, pair_words, picture_words as w, typeset};
use crate::model::{Atlas, World};
use crate::scene::{Composition, LegendRow, LegendSection};
use crate::state::KeptView;
use std::fmt::Write;

/// A composition of `view` in words, in the language that it is drawn in.
pub fn alt_text(composition: &Composition, view: &KeptView, atlas: &Atlas) -> String {
    let lang = view.lang;
    let picture = &composition.picture;
    let mut out = match view.compare {
        None => format!(
            "{}, {}",
            w::MAP_OF_THE_SAHEL.get(lang),
            date_words(view.day, lang)
        ),
        Some(_) => pair_words::TWO_MAPS.get(lang).to_owned(),
    };
    let colon = match lang {
        Lang::En => ": ",
        Lang::Fr => " : ",
    };
    let _ = writeln!(out, "{colon}{}.", picture.title.trim_end_matches('.'));
    let told = |section: &&LegendSection| !matches!(section.id, "kinds" | "about");
    for section in composition.legend.sections.iter().filter(told) {
        let rows: Vec<String> = told_rows(section).map(row).collect();
        if !rows.is_empty() {
            // Writing to a String cannot fail.
            let _ = writeln!(out, "{}{colon}{}.", section.title, rows.join("; "));
        }
    }
    if let Some(compare) = view.compare {
        let world = |day| World::at(atlas, day, view.trail_days);
        let (a, b) = (world(compare.other), world(view.day));
        let _ = write!(out, "{}", briefing(atlas, &a, &b, lang).text(lang));
    }
    let shown = Shown::on(picture);
    let mut events: Vec<_> = shown
        .events
        .iter()
        .filter_map(|id| atlas.event(id))
        .collect();
    events.sort_by_key(|event| (event.date.first(), &event.id));
    if !events.is_empty() {
        let _ = writeln!(
            out,
            "{}{}",
            w::EVENTS_ON_THE_MAP.get(lang),
            colon.trim_end()
        );
    }
    for event in events {
        let date = partial_words(event.date, lang);
        let _ = writeln!(out, "- {date}{colon}{}", event.title.get(lang));
    }
    let version = match atlas.data_version.parse() {
        Ok(day) => date_words(day, lang),
        Err(_) => atlas.data_version.clone(),
    };
    let _ = writeln!(out, "{} {version}.", w::DATA_OF.get(lang));
    typeset(&out, lang)
}

/// The lines that say what is on the map; where some are counted, the others only explain signs.
fn told_rows(section: &LegendSection) -> impl Iterator<Item = &LegendRow> {
    let counted = section.rows.iter().any(|row| row.count.is_some());
    let is_told = move |row: &&LegendRow| row.shown && (!counted || row.count.is_some());
    section.rows.iter().filter(is_told)
}

/// A line of the legend: its name, how many, and what is written below it.
fn row(row: &LegendRow) -> String {
    let mut text = row.label.clone();
    if let Some(count) = row.count {
        let _ = write!(text, " ({count})");
    }
    if !row.detail.is_empty() {
        let _ = write!(text, ", {}", row.detail);
    }
    text
}
