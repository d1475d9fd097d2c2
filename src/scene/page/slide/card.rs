//! The legend of a slide: few lines, those of what is pointed at first.
//!
//! It is chosen from the whole legend of the picture, so that the two never disagree.

use super::super::pen::{Pen, Type};
use super::{Area, Item, Rect, Subject, rounded};
use crate::model::{Category, Thing};
use crate::scene::layers::bases::holder_key;
use crate::scene::layers::events::category_key;
use crate::scene::legend::{Legend, LegendRow, holder_name};
use crate::scene::shift::moved;
use crate::scene::swatch::SWATCH_PT;
use crate::scene::view::View;
use crate::style::Holder;
use std::collections::BTreeSet;

/// At most so many lines.
const MOST_ROWS: usize = 6;
/// Lines about whoever holds bases, when nothing is pointed at.
const MOST_HOLDERS: usize = 4;
/// How much larger than in a panel the samples are.
const SAMPLE: f32 = 1.12;
const ROW: f32 = 20.0;
const LABEL_PT: f32 = 12.5;
const PAD: f32 = 8.0;

/// Draws the legend into the upper right corner of a box that it may fill.
pub(super) fn draw(pen: &mut Pen<'_>, view: &View<'_>, legend: &Legend, most: &Rect) {
    let unit = pen.unit;
    let fits = ((most.height() - 2.0 * PAD * unit) / (ROW * unit))
        .floor()
        .max(0.0) as usize;
    let rows = chosen(view, legend, fits.min(MOST_ROWS));
    if rows.is_empty() {
        return;
    }
    pen.part = "legend";
    let ui = &pen.palette.ui;
    let label = Type::plain(LABEL_PT * unit, ui.text);
    let panel = ui.panel.with_opacity(0.94);
    let sample = SWATCH_PT[0] * SAMPLE * unit;
    let text_left = PAD * unit + sample + 8.0 * unit;
    let words_most = most.width() - text_left - PAD * unit;
    let words: Vec<String> = rows
        .iter()
        .map(|row| label.cut(&row.label, words_most))
        .collect();
    let widest = words
        .iter()
        .map(|text| label.width(text))
        .fold(0.0, f32::max);
    let size = [
        text_left + widest + (PAD + 3.0) * unit,
        rows.len() as f32 * ROW * unit + 2.0 * PAD * unit,
    ];
    let left = (most.max[0] - size[0]).max(most.min[0]);
    let card = Rect::new([left, most.min[1]], [most.max[0], most.min[1] + size[1]]);
    let ground = Area {
        rings: vec![rounded(&card, 5.0 * unit)].into(),
        fill: panel,
    };
    pen.items
        .push(Item::new(Subject::Furniture(pen.part), ground));
    for (i, (row, text)) in rows.iter().zip(words).enumerate() {
        let top = card.min[1] + (PAD + i as f32 * ROW) * unit;
        let middle = top + ROW * unit / 2.0;
        let corner = [
            card.min[0] + PAD * unit,
            middle - SWATCH_PT[1] / 2.0 * SAMPLE * unit,
        ];
        for item in &row.swatch {
            pen.items.push(moved(item, corner, SAMPLE * unit));
        }
        let at = [card.min[0] + text_left, middle + label.size_pt * 0.36];
        pen.text(at, text, label);
    }
}

/// What those who are pointed at have to do with lines of the legend.
#[derive(Default)]
struct Wanted {
    holders: BTreeSet<Holder>,
    categories: BTreeSet<Category>,
}

impl Wanted {
    fn of(view: &View<'_>) -> Wanted {
        let mut wanted = Wanted::default();
        for thing in view.pointed.all() {
            wanted.add(view, thing);
        }
        wanted
    }

    fn add(&mut self, view: &View<'_>, thing: &Thing) {
        let atlas = view.atlas;
        match thing {
            Thing::Event(id) => {
                let event = atlas.event(id);
                self.categories.extend(event.map(|e| e.category));
                let actors = event.iter().flat_map(|e| e.actors.iter().take(1));
                self.holders
                    .extend(actors.map(|code| Holder::of_code(code)));
            }
            Thing::Base(id) => {
                let held = view.world.tenures_of(atlas, id);
                let codes = held.iter().map(|tenure| Holder::of_code(&tenure.operator));
                self.holders.extend(codes);
            }
            Thing::Actor(code) => {
                self.holders.insert(Holder::of_code(code));
            }
            Thing::Country(_) | Thing::Sky(_) | Thing::Alliance(_) | Thing::Mission(_) => {}
        }
        self.holders.remove(&Holder::Other);
    }
}

/// The lines: of what is pointed at, then of what covers countries, then of the rest.
fn chosen<'l>(view: &View<'_>, legend: &'l Legend, most: usize) -> Vec<&'l LegendRow> {
    let section = |id: &str| {
        let found = legend.sections.iter().filter(move |s| s.id == id);
        let rows = found.flat_map(|s| &s.rows).filter(|row| row.shown);
        rows.collect::<Vec<&LegendRow>>()
    };
    let (bases, moves) = (section("bases"), section("movements"));
    let (events, skies) = (section("events"), section("skies"));
    let wanted = Wanted::of(view);
    let mut rows: Vec<&LegendRow> = Vec::new();
    let of_holder = |holder: &Holder| {
        let (key, name) = (holder_key(*holder), holder_name(*holder, view.lang));
        let base = bases.iter().find(|row| row.key.as_ref() == Some(&key));
        base.or_else(|| {
            moves
                .iter()
                .find(|row| row.count.is_some() && row.label == name)
        })
    };
    rows.extend(wanted.holders.iter().filter_map(of_holder));
    let of_category = |category: &Category| {
        let key = category_key(*category);
        events.iter().find(|row| row.key.as_ref() == Some(&key))
    };
    rows.extend(wanted.categories.iter().filter_map(of_category));
    rows.extend(section("countries"));
    let of_sky = |thing: &Thing| matches!(thing, Thing::Sky(_));
    let has_sky = view.pointed.all().any(of_sky) || wanted.categories.contains(&Category::Airspace);
    if view.pointed.is_nothing() || has_sky {
        rows.extend(skies);
    }
    if view.pointed.is_nothing() {
        rows.extend(bases.iter().take(MOST_HOLDERS));
        let is_new = |row: &&&LegendRow| !bases.iter().any(|base| base.label == row.label);
        rows.extend(
            moves
                .iter()
                .filter(|row| row.count.is_some())
                .filter(is_new),
        );
        rows.extend(events.iter().filter(|row| row.count.is_some()));
    }
    rows.truncate(most);
    rows
}
