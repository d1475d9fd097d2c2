//! The head of a page: the bar, the title, and under it the date and what is shown.
//!
//! What is shown is read from the legend, so that the two never disagree.

use super::grid::{self, Grid};
use super::pen::{Pen, Type};
use super::said::said;
use crate::calendar::partial_words;
use crate::lang::{Lang, typeset, words};
use crate::model::{Category, Event};
use crate::scene::item::{Face, Rect};
use crate::scene::layers::{bases, events};
use crate::scene::legend::{Legend, LegendSection, holder_name};
use crate::scene::metrics;
use crate::scene::period;
use crate::scene::view::View;
use crate::style::{Holder, OFF_AT_FIRST};

/// How many switched-off things are named.
const NAMED: usize = 3;

/// The words of a head.
pub(super) struct Heading {
    /// The title.
    pub title: String,
    /// The date, in the accent's colour.
    pub date: String,
    /// What the filter lets through, when there is one.
    pub filtered: Option<String>,
    /// What is shown.
    pub shown: String,
}

/// Draws the head of a view.
pub(super) fn draw(
    pen: &mut Pen<'_>,
    view: &View<'_>,
    legend: &Legend,
    story: Option<&Event>,
    grid: &Grid,
) {
    let heading = Heading {
        title: super::title(view),
        date: period::words(view),
        filtered: view.filter.sentence(view.atlas, view.lang),
        shown: subtitle(view, legend, story),
    };
    set(pen, &heading, grid);
}

/// Draws a head of these words.
pub(super) fn set(pen: &mut Pen<'_>, heading: &Heading, grid: &Grid) {
    let Some(area) = grid.head else { return };
    let unit = pen.unit;
    pen.part = "title";
    let (title, title_set) = fitted(pen, &heading.title, area.width(), grid.title_lines);
    let [size_pt, line_pt] = grid::SUBTITLE_PT.map(|v| v * unit);
    let ui = &pen.palette.ui;
    let (date, shown) = (&heading.date, &heading.shown);
    let date_set = Type::bold(size_pt, ui.accent);
    let indent = date_set.width(date) + size_pt * 0.7;
    let set = Type::plain(size_pt, ui.text_2);
    let of = |text: &str, most: usize| set.lines(text, indent, area.width(), most);
    // What is filtered comes first, and where there is no room for more it stands alone: who reads it
    // must not take a part for the whole.
    let lines = match &heading.filtered {
        Some(filtered) => {
            let both = format!("{filtered} {shown}");
            let fits = of(&both, grid.title_lines + 1).len() <= grid.title_lines;
            of(if fits { &both } else { filtered }, grid.title_lines)
        }
        None => of(shown, grid.title_lines),
    };

    let title_pt = title_set.size_pt * grid::TITLE_LINE;
    let words_pt = title.len() as f32 * title_pt + lines.len().max(1) as f32 * line_pt;
    let bar_pt = (grid::BAR_PT[0] + grid::BAR_PT[1]) * unit;
    let spare = (area.height() - bar_pt - words_pt).max(0.0);
    // Room that short words leave is shared between the margin and the space above the map.
    let [left, top] = [area.min[0], area.min[1] + spare * 0.5];
    let bar = [left + 52.0 * unit, top + grid::BAR_PT[0] * unit];
    pen.fill(&Rect::new([left, top], bar), ui.accent);
    let mut y = top + bar_pt;
    for line in title {
        y += title_pt;
        pen.text([left, y - title_set.size_pt * 0.2], line, title_set);
    }
    let date = date_set.cut(date, area.width());
    pen.text([left, y + line_pt * 0.85], date, date_set);
    for (i, line) in lines.into_iter().enumerate() {
        y += line_pt;
        let left = left + if i == 0 { indent } else { 0.0 };
        pen.text([left, y - line_pt * 0.15], line, set);
    }
}

/// The title in as large a type as its room allows.
fn fitted(pen: &Pen<'_>, title: &str, width: f32, most: usize) -> (Vec<String>, Type) {
    let largest = match most {
        1 => grid::TITLE_PT,
        _ => grid::TITLE_TWO_PT,
    };
    let set = |part: f32| Type::bold(largest * pen.unit * part, pen.palette.ui.text);
    for part in [1.3, 1.15, 1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65] {
        let lines = metrics::wrap(title, Face::Bold, set(part).size_pt, width);
        let fits = lines.iter().all(|l| set(part).width(l) <= width);
        // A title of one line where there is room for two may be larger.
        let allowed = if part > 1.0 { most - 1 } else { most };
        if lines.len() <= allowed && fits {
            return (lines, set(part));
        }
    }
    (set(0.65).lines(title, 0.0, width, most), set(0.65))
}

/// What the map shows and what was switched off, as sentences.
pub(super) fn subtitle(view: &View<'_>, legend: &Legend, story: Option<&Event>) -> String {
    let mut sentences = Vec::new();
    if let Some(earlier) = story.filter(|e| is_over(view, e)) {
        let of = partial_words(earlier.date, view.lang);
        sentences.push(match view.lang {
            Lang::En => format!("Latest event: {of}."),
            Lang::Fr => format!("Dernier événement : {of}."),
        });
    }
    let shown = shown_words(view, legend);
    if !shown.is_empty() {
        sentences.push(format!("{}.", capital(&shown)));
    }
    let off = switched_off(view);
    if !off.is_empty() {
        let without = words::NOT_SHOWN.get(view.lang);
        sentences.push(format!("{without} {}.", said(off, NAMED, view.lang)));
    }
    typeset(&sentences.join(" "), view.lang)
}

/// Was it over before the day?
pub(super) fn is_over(view: &View<'_>, event: &Event) -> bool {
    event
        .span()
        .to
        .is_some_and(|to| to.last() < view.world.date)
}

/// "alliances, bases, movements and events of the last 60 days".
fn shown_words(view: &View<'_>, legend: &Legend) -> String {
    let has = |s: &&LegendSection| s.rows.iter().any(|r| r.shown);
    let mut lasting: Vec<String> = Vec::new();
    let mut passing: Vec<String> = Vec::new();
    for section in legend.sections.iter().filter(has) {
        let small = section.title.to_lowercase();
        match section.id {
            "movements" | "events" => passing.push(small),
            "bases" => lasting.push(words::BASES.get(view.lang).to_owned()),
            "skies" => lasting.push(small),
            "kinds" | "about" => {}
            _ => lasting.push(uncapital(&section.title)),
        }
    }
    if let Some(last) = passing.pop() {
        passing.push(period::of_reach(view, &last));
    }
    lasting.extend(passing);
    said(lasting, usize::MAX, view.lang)
}

/// Layers and lines of the legend that the user has switched off.
fn switched_off(view: &View<'_>) -> Vec<String> {
    let off = |key: &str| !view.shows(key) && !OFF_AT_FIRST.contains(&key);
    let mut names = Vec::new();
    for (key, words) in [
        ("layer:bases", words::BASES),
        ("layer:movements", words::MOVEMENTS),
        ("layer:events", words::EVENTS),
        ("layer:skies", words::CLOSED_SKIES),
        ("layer:names", words::NAMES),
    ] {
        if off(key) {
            names.push(words.get(view.lang).to_lowercase());
        }
    }
    for holder in Holder::ALL {
        if off(&bases::holder_key(holder)) && !off("layer:bases") {
            names.push(holder_name(holder, view.lang));
        }
    }
    for category in Category::ALL {
        if off(&events::category_key(*category)) && !off("layer:events") {
            names.push(category.word(view.lang).to_lowercase());
        }
    }
    names
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// A heading in the middle of a sentence: small at the head, unless its first word is all capitals.
fn uncapital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next();
    match (first, chars.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_become_words_of_a_sentence() {
        assert_eq!(uncapital("Alliances"), "alliances");
        assert_eq!(uncapital("États"), "états");
        assert_eq!(uncapital("AES members"), "AES members");
        assert_eq!(uncapital(""), "");
        assert_eq!(capital("événements"), "Événements");
    }
}
