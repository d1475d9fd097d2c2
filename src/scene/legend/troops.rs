//! The section of the legend about foreign troops: classes with their countries, zero, unknown.
//!
//! All steps of the scale are listed, also those that no country on the page has: a scale is read as
//! a whole.

use super::{LegendRow, LegendSection, countries, few_names, text};
use crate::lang::{Lang, number, typeset, words};
use crate::scene::item::{Area, Item, Subject};
use crate::scene::layers::countries::{BARS_KEY, CLASS_FROM, Class, class_fill, classes};
use crate::scene::layers::ground::Ground;
use crate::scene::swatch::patch;
use crate::scene::view::View;
use crate::style::Holder;

pub(super) fn troops(view: &View<'_>, ground: &Ground) -> LegendSection {
    let classes = classes(view);
    let on_page = |class: Class| -> Vec<&str> {
        let found = classes
            .iter()
            .filter(|(iso, c)| **c == class && ground.countries.contains_key(*iso));
        found.map(|(iso, _)| iso.as_str()).collect()
    };
    let mut rows = Vec::new();
    let steps = (0..CLASS_FROM.len()).map(Class::Step);
    for class in steps.chain([Class::Zero, Class::Unknown]) {
        let codes = on_page(class);
        let is_step = matches!(class, Class::Step(_));
        if is_step || !codes.is_empty() {
            rows.push(row(view, class, &codes));
        }
    }
    rows.extend(old_figures(view, ground));
    rows.push(LegendRow {
        key: Some(BARS_KEY.to_owned()),
        label: text(view, words::FIGURES_BY_FORCE),
        detail: String::new(),
        count: None,
        shown: view.shows(BARS_KEY),
        swatch: bars(view),
    });
    let mut section = countries(text(view, words::FOREIGN_TROOPS), rows);
    section.detail = text(view, words::LATEST_FIGURES);
    section
}

fn row(view: &View<'_>, class: Class, codes: &[&str]) -> LegendRow {
    let edge = view.theme.palette().map.focus_border;
    LegendRow {
        key: None,
        label: class_words(view, class),
        detail: few_names(view, codes),
        count: Some(codes.len()),
        shown: true,
        swatch: patch(class_fill(class, view.theme), None, edge, 0.8),
    }
}

/// "500 to 1,999", "10,000 and more", "none counted", "no figure known".
fn class_words(view: &View<'_>, class: Class) -> String {
    let step = match class {
        Class::Step(step) => step,
        Class::Zero => return text(view, words::NONE_COUNTED),
        Class::Unknown => return text(view, words::NO_FIGURE),
    };
    let from = number(CLASS_FROM[step], view.lang);
    let words = match CLASS_FROM.get(step + 1) {
        Some(next) => {
            let to = number(next - 1, view.lang);
            format!("{from} {} {to}", words::TO.get(view.lang))
        }
        None => format!("{from} {}", words::AND_MORE.get(view.lang)),
    };
    typeset(&words, view.lang)
}

/// What a year after a figure means, when there is one on the page.
fn old_figures(view: &View<'_>, ground: &Ground) -> Option<LegendRow> {
    let totals = view.world.troop_totals(view.atlas);
    let years = totals
        .iter()
        .filter(|(iso, _)| ground.countries.contains_key(**iso))
        .filter_map(|(_, total)| total.old_since);
    let year = years.min()?;
    let words = words::OLD_FIGURE.get(view.lang);
    let plain = match view.lang {
        Lang::En => format!("({year}): {words}"),
        Lang::Fr => format!("({year}) : {words}"),
    };
    Some(LegendRow {
        key: None,
        label: typeset(&plain, view.lang),
        detail: text(view, words::OVER_TWO_YEARS),
        count: None,
        shown: true,
        swatch: Vec::new(),
    })
}

/// Three small bars.
fn bars(view: &View<'_>) -> Vec<Item> {
    let palette = view.theme.palette();
    let bar = |top: f32, length: f32, holder: Holder| {
        let rings = vec![vec![
            [2.0, top],
            [2.0 + length, top],
            [2.0 + length, top + 3.2],
            [2.0, top + 3.2],
        ]];
        let area = Area {
            rings: rings.into(),
            fill: holder.color(palette),
        };
        Item::new(Subject::None, area)
    };
    vec![
        bar(1.6, 22.0, Holder::Un),
        bar(6.4, 12.0, Holder::France),
        bar(11.2, 6.0, Holder::Wagner),
    ]
}
