//! The section of the legend about relations with a chosen country: each state that occurs, from best
//! to worst, with its countries.
//!
//! What a state looks like is decided in the layer.

use super::{LegendRow, LegendSection, countries, few_names, text};
use crate::lang::{typeset, words};
use crate::model::RelationState;
use crate::scene::item::Item;
use crate::scene::layers::countries::{relation_look, relation_states};
use crate::scene::layers::ground::Ground;
use crate::scene::swatch::patch;
use crate::scene::view::View;

pub(super) fn relations(view: &View<'_>, ground: &Ground, with: &str) -> LegendSection {
    let palette = view.theme.palette();
    let states = relation_states(view, with);
    let name = typeset(view.atlas.short_name(with, view.lang), view.lang);
    let mut rows = Vec::new();
    if ground.countries.contains_key(with) {
        let fill = view.theme.fills().relations.none;
        let swatch = patch(fill, None, palette.ui.accent, 2.6);
        rows.push(row(name.clone(), String::new(), None, swatch));
    }
    for state in RelationState::ALL {
        let found = states
            .iter()
            .filter(|(iso, s)| *s == state && ground.countries.contains_key(*iso));
        let codes: Vec<&str> = found.map(|(iso, _)| iso.as_str()).collect();
        if codes.is_empty() {
            continue;
        }
        let (fill, hatch) = relation_look(*state, view.theme);
        let swatch = patch(fill, hatch, palette.map.focus_border, 0.8);
        let label = typeset(state.word(view.lang), view.lang);
        rows.push(row(
            label,
            few_names(view, &codes),
            Some(codes.len()),
            swatch,
        ));
    }
    let grey = patch(
        view.theme.fills().unknown,
        None,
        palette.map.focus_border,
        0.8,
    );
    rows.push(row(text(view, words::NO_RECORD), String::new(), None, grey));
    let title = format!("{} {name}", text(view, words::RELATIONS_WITH));
    countries(title, rows)
}

fn row(label: String, detail: String, count: Option<usize>, swatch: Vec<Item>) -> LegendRow {
    LegendRow {
        key: None,
        label,
        detail,
        count,
        shown: true,
        swatch,
    }
}
