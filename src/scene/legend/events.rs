//! The section of the legend about events: glyphs of the categories.
//!
//! It counts what the layer has placed and places nothing itself.

use super::{LegendRow, LegendSection, days, text};
use crate::lang::words;
use crate::model::Category;
use crate::scene::layers::events::{self, Disc};
use crate::scene::signs::{category_color, category_glyph};
use crate::scene::swatch::sample;
use crate::scene::symbols::Glyph;
use crate::scene::view::View;
use crate::style::size;
use std::collections::BTreeMap;

pub(super) fn categories(view: &View<'_>, discs: &[Disc<'_>]) -> LegendSection {
    let palette = view.theme.palette();
    let mut counts: BTreeMap<Category, usize> = BTreeMap::new();
    for (event, _) in discs.iter().flat_map(|d| &d.events) {
        *counts.entry(event.category).or_default() += 1;
    }
    let hidden = Category::ALL.iter().copied();
    let hidden = hidden.filter(|c| !view.shows(&events::category_key(*c)));
    for category in hidden.collect::<Vec<_>>() {
        counts.entry(category).or_default();
    }
    let rows = counts.into_iter().map(|(category, count)| {
        let key = events::category_key(category);
        let glyph = Glyph::Event(category_glyph(category));
        LegendRow {
            shown: view.shows(&key),
            key: Some(key),
            label: category.word(view.lang).to_owned(),
            detail: String::new(),
            count: Some(count),
            swatch: sample(
                view,
                glyph,
                category_color(category, palette),
                size::EVENT_LIST_PT,
            ),
        }
    });
    LegendSection {
        id: "events",
        title: text(view, words::EVENTS),
        detail: days(view),
        layer: Some("layer:events"),
        columns: 2,
        rows: rows.collect(),
    }
}
