//! Sections of the legend about forces: movements by holder, bases by holder, kinds of bases.
//!
//! It counts what the layers have placed and places nothing itself.

use super::{LegendRow, LegendSection, days, text};
use crate::lang::{Lang, words};
use crate::model::BaseKind;
use crate::scene::item::{Area, Item, Subject};
use crate::scene::layers::bases::{self, Row};
use crate::scene::layers::movements::{self, Move};
use crate::scene::signs::{base_shape, holder_mark};
use crate::scene::swatch::sample;
use crate::scene::symbols::{BaseState, Glyph, Road, arrow};
use crate::scene::view::View;
use crate::style::Holder;
use std::collections::BTreeMap;

pub(super) fn movements(view: &View<'_>, moves: &[Move<'_>]) -> LegendSection {
    let palette = view.theme.palette();
    let mut by_holder: BTreeMap<Holder, usize> = BTreeMap::new();
    for m in moves {
        *by_holder.entry(m.holder).or_default() += m.events.len();
    }
    let rows = by_holder.into_iter().map(|(holder, count)| {
        let shape = arrow(&Road::new([-4.0, 11.0], [35.0, 6.0], 0.1, 4.0), 1.0);
        let area = Area {
            rings: vec![shape.outline].into(),
            fill: holder.color(palette),
        };
        LegendRow {
            key: None,
            label: holder_name(holder, view.lang),
            detail: String::new(),
            count: Some(count),
            shown: view.shows("layer:movements"),
            swatch: vec![Item::new(Subject::None, area)],
        }
    });
    LegendSection {
        id: "movements",
        title: text(view, words::MOVEMENTS),
        detail: days(view),
        layer: Some("layer:movements"),
        columns: 2,
        rows: rows.chain(movements::width_rows(view, moves)).collect(),
    }
}

/// The name of a group of holders.
pub(in crate::scene) fn holder_name(holder: Holder, lang: Lang) -> String {
    let words = match holder {
        Holder::France => ("France", "France"),
        Holder::Un => ("UN", "ONU"),
        Holder::Us => ("US", "États-Unis"),
        Holder::Wagner => ("Wagner", "Wagner"),
        Holder::AfricaCorps => ("Africa Corps", "Africa Corps"),
        Holder::Eu => ("EU", "UE"),
        Holder::Germany => ("Germany", "Allemagne"),
        Holder::Italy => ("Italy", "Italie"),
        Holder::Turkiye => ("Türkiye", "Turquie"),
        Holder::G5Sahel => ("G5 Sahel", "G5 Sahel"),
        Holder::Mnjtf => ("MNJTF", "FMM"),
        Holder::Rebels => ("Rebels", "Rebelles"),
        Holder::Other => ("others", "autres"),
    };
    match lang {
        Lang::En => words.0.to_owned(),
        Lang::Fr => words.1.to_owned(),
    }
}

pub(super) fn holders(view: &View<'_>, rows: &[Row<'_>]) -> LegendSection {
    let palette = view.theme.palette();
    let mut counts: BTreeMap<Holder, usize> = BTreeMap::new();
    for mark in rows.iter().flat_map(|r| &r.marks) {
        *counts.entry(mark.holder).or_default() += 1;
    }
    let total: usize = counts.values().sum();
    // A holder that was switched off is still listed when it holds something on the day.
    for base in &view.world.bases {
        for tenure in base.tenures(view.atlas) {
            let holder = Holder::of_code(&tenure.operator);
            if !view.shows(&bases::holder_key(holder)) {
                counts.entry(holder).or_default();
            }
        }
    }
    let mut by_count: Vec<(Holder, usize)> = counts.into_iter().collect();
    by_count.sort_by_key(|(holder, count)| (std::cmp::Reverse(*count), *holder));
    let rows = by_count.into_iter().map(|(holder, count)| {
        let key = bases::holder_key(holder);
        let glyph = Glyph::Base {
            kind: base_shape(BaseKind::Main),
            mark: holder_mark(holder),
            state: BaseState::Held,
        };
        LegendRow {
            shown: view.shows(&key),
            key: Some(key),
            label: holder_name(holder, view.lang),
            detail: String::new(),
            count: Some(count),
            swatch: sample(view, glyph, holder.color(palette), 12.0),
        }
    });
    LegendSection {
        id: "bases",
        title: text(view, words::BASES_BY_HOLDER),
        detail: match view.lang {
            Lang::En => format!("{total} in view"),
            Lang::Fr => format!("{total} visibles"),
        },
        layer: Some("layer:bases"),
        columns: 1,
        rows: rows.collect(),
    }
}

pub(super) fn kinds(view: &View<'_>, rows: &[Row<'_>]) -> LegendSection {
    let marks = || rows.iter().flat_map(|r| &r.marks);
    let color = view.theme.palette().map.minor_label;
    let line = |label: String, swatch: Vec<Item>| LegendRow {
        key: None,
        label,
        detail: String::new(),
        count: None,
        shown: true,
        swatch,
    };
    let glyph = |kind: BaseKind| Glyph::Base {
        kind: base_shape(kind),
        mark: holder_mark(Holder::France),
        state: BaseState::Held,
    };
    let mut lines: Vec<LegendRow> = BaseKind::ALL
        .iter()
        .filter(|kind| marks().any(|m| m.base.kind == **kind))
        .map(|kind| {
            let swatch = sample(view, glyph(*kind), color, 11.0);
            line(kind.word(view.lang).to_owned(), swatch)
        })
        .collect();
    for (words, glyph) in bases::state_samples(rows) {
        lines.push(line(text(view, words), sample(view, glyph, color, 12.0)));
    }
    LegendSection {
        id: "kinds",
        title: text(view, words::KIND_AND_SIZE),
        detail: "<200 · 200+ · 1000+".to_owned(),
        layer: None,
        columns: 2,
        rows: lines,
    }
}
