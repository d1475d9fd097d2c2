//! The legend, which is also the layer list: what is on the map, in the order of reading.
//!
//! Only what is visible is listed, and what has been switched off, so that it can be switched on
//! again. The window and the page draw the same lines. One file a section or two.

mod alliances;
mod events;
mod forces;
mod relations;
mod skies;
mod troops;

pub(super) use forces::holder_name;

use super::about;
use super::item::Item;
use super::layers::bases::Row;
use super::layers::countries::Dresses;
use super::layers::events::Disc;
use super::layers::ground::Ground;
use super::layers::movements::Move;
use super::view::View;
use crate::lang::{Words, typeset};
use crate::style::CountryTheme;

/// What is on the map, in the order of reading.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Legend {
    /// Groups of lines.
    pub sections: Vec<LegendSection>,
}

/// A group of lines.
#[derive(Clone, PartialEq, Debug)]
pub struct LegendSection {
    /// Its key: `countries`, `skies`, `movements`, `bases`, `kinds`, `events`, `about`.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// A count or a period at the right of the heading.
    pub detail: String,
    /// Key of the layer that the section's eye switches, such as `layer:bases`; none has no eye.
    pub layer: Option<&'static str>,
    /// How many columns its lines are set in.
    pub columns: u8,
    /// Its lines.
    pub rows: Vec<LegendRow>,
}

/// One line: the symbol as drawn, its name, a count.
#[derive(Clone, PartialEq, Debug)]
pub struct LegendRow {
    /// Key among the hidden lines, such as `holder:france`; none cannot be switched off.
    pub key: Option<String>,
    /// What it is.
    pub label: String,
    /// A second, smaller line; empty when there is none.
    pub detail: String,
    /// How many are in view.
    pub count: Option<usize>,
    /// Is it shown? (Hidden lines stay in the list.)
    pub shown: bool,
    /// The sample, drawn in a box of 26 by 16 points with its origin at the top left.
    pub swatch: Vec<Item>,
}

impl Legend {
    pub(super) fn of(
        view: &View<'_>,
        ground: &Ground,
        dresses: &Dresses,
        rows: &[Row<'_>],
        discs: &[Disc<'_>],
        moves: &[Move<'_>],
    ) -> Legend {
        let mut sections = vec![
            by_theme(view, ground, dresses),
            skies::skies(view, ground),
            forces::movements(view, moves),
            forces::holders(view, rows),
            forces::kinds(view, rows),
            events::categories(view, discs),
            about::section(view, ground),
        ];
        let of_layer = |s: &LegendSection| s.layer.is_some_and(|key| !view.shows(key));
        sections.retain(|s| !s.rows.is_empty() || of_layer(s));
        Legend { sections }
    }
}

/// What the fills and lines of countries mean.
fn by_theme(view: &View<'_>, ground: &Ground, dresses: &Dresses) -> LegendSection {
    match view.countries {
        CountryTheme::Alliance => alliances::alliances(view, ground, dresses),
        CountryTheme::Troops => troops::troops(view, ground),
        CountryTheme::Relations(with) => relations::relations(view, ground, with.as_str()),
        CountryTheme::Airspace | CountryTheme::Plain => countries(String::new(), Vec::new()),
    }
}

/// The section about the countries.
fn countries(title: String, rows: Vec<LegendRow>) -> LegendSection {
    LegendSection {
        id: "countries",
        title,
        detail: String::new(),
        layer: None,
        columns: 1,
        rows,
    }
}

fn text(view: &View<'_>, words: Words) -> String {
    typeset(words.get(view.lang), view.lang)
}

/// Short names of codes while they are few enough to be read.
fn few_names(view: &View<'_>, codes: &[&str]) -> String {
    if codes.len() > 4 {
        return String::new();
    }
    let names = codes.iter().map(|c| view.atlas.short_name(c, view.lang));
    typeset(&names.collect::<Vec<_>>().join(", "), view.lang)
}

fn days(view: &View<'_>) -> String {
    super::period::reach(view)
}
