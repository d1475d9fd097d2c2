//! The last lines of the legend: what the ground itself says, and whether the record covers the day.
//!
//! Lines about facts are in `legend`.

use super::item::{Item, Pt, Rect, Stroke, Subject};
use super::layers::ground::Ground;
use super::legend::{LegendRow, LegendSection};
use super::names::REGION_ZOOM;
use super::swatch::{SWATCH_PT, patch};
use super::view::View;
use crate::calendar::{Date, date_words};
use crate::geo::{clip_line, clip_ring};
use crate::lang::{Lang, Words, typeset, words};
use crate::model::basemap::BorderClass;
use crate::style::size;

/// Disputed borders and areas in view, of what time the regions are, and a note when the record does not cover the day.
pub(super) fn section(view: &View<'_>, ground: &Ground) -> LegendSection {
    let palette = view.theme.palette();
    let ink = &palette.map;
    let mut rows = Vec::new();
    if disputed_border(view, ground) {
        let [w, h] = SWATCH_PT;
        let stroke = Stroke {
            lines: vec![vec![[1.5, h / 2.0], [w - 1.5, h / 2.0]]].into(),
            closed: false,
            width_pt: size::BORDER_PT,
            color: ink.disputed_line,
            dash: Some(size::DISPUTED_DASH_PT),
        };
        let swatch = vec![Item::new(Subject::None, stroke)];
        rows.push(row(view, words::DISPUTED_BORDER, String::new(), swatch));
    }
    if disputed_area(view, ground) {
        let faint = ink.disputed_line.with_opacity(0.5);
        let hatching = Some((size::HATCH_DISPUTED, faint));
        let swatch = patch(
            ink.land,
            hatching,
            ink.disputed_line,
            size::HATCH_DISPUTED.width_pt,
        );
        rows.push(row(view, words::DISPUTED_AREA, String::new(), swatch));
    }
    let named = view.shows("layer:names") && view.viewport.camera.zoom >= REGION_ZOOM;
    if named && ground.countries.contains_key("MLI") {
        let before = words::BEFORE_2016.get(view.lang).to_owned();
        rows.push(row(view, words::REGIONS_OF_MALI, before, Vec::new()));
    }
    let coverage = view.atlas.coverage;
    let world = view.world;
    let shown = [world.from.unwrap_or(world.date), world.date];
    let is_covered = |day: &Date| (coverage.from..=coverage.to).contains(day);
    if !shown.iter().all(is_covered) {
        let [from, to] = [coverage.from, coverage.to].map(|day| date_words(day, view.lang));
        let covered = match view.lang {
            Lang::En => format!("the record runs from {from} to {to}"),
            Lang::Fr => format!("les données vont du {from} au {to}"),
        };
        rows.push(row(view, words::OUTSIDE_THE_RECORD, covered, Vec::new()));
    }
    LegendSection {
        id: "about",
        title: typeset(words::ABOUT_THE_MAP.get(view.lang), view.lang),
        detail: String::new(),
        layer: None,
        columns: 1,
        rows,
    }
}

fn row(view: &View<'_>, label: Words, detail: String, swatch: Vec<Item>) -> LegendRow {
    LegendRow {
        key: None,
        label: typeset(label.get(view.lang), view.lang),
        detail,
        count: None,
        shown: true,
        swatch,
    }
}

/// The map on its own page.
fn map(view: &View<'_>) -> Rect {
    Rect::new([0.0, 0.0], view.viewport.size_pt).expand(-4.0)
}

fn disputed_border(view: &View<'_>, ground: &Ground) -> bool {
    let map = map(view);
    let disputed = ground.level.borders.iter().filter(|b| match b.class {
        BorderClass::International => false,
        BorderClass::Disputed | BorderClass::LineOfControl | BorderClass::Indefinite => true,
    });
    let lines: Vec<Vec<Pt>> = ground.lines(disputed.flat_map(|b| &b.lines));
    lines
        .iter()
        .any(|line| !clip_line(line, map.min, map.max).is_empty())
}

fn disputed_area(view: &View<'_>, ground: &Ground) -> bool {
    let map = map(view);
    let areas = ground.disputed();
    areas
        .iter()
        .flat_map(|rings| rings.iter())
        .any(|ring| clip_ring(ring, map.min, map.max).len() >= 3)
}
