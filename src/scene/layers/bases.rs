//! Bases as symbols: shape by kind, colour and mark by holder, size by strength.
//!
//! Bases of one site stand in a row, largest first, at most four and then "+n"; the first stands on
//! the place and the others queue on the side away from its name. Names are `names`'s business.

use super::ground::Ground;
use crate::calendar::{PartialDate, date_of_day_number, day_number};
use crate::lang::{Words, words};
use crate::model::{Atlas, Base, Confidence, Precise, Tenure, World};
use crate::scene::item::{Area, Face, Halo, Item, Pt, Rect, Stroke, Subject, Symbol, Text};
use crate::scene::names::{Plan, Queue};
use crate::scene::signs::{base_shape, holder_mark};
use crate::scene::symbols::{BaseShape, BaseState, Edge, Glyph, HolderMark, extent};
use crate::scene::view::View;
use crate::style::{Color, Holder, Palette, size};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Bases stand in one row when they are closer than this on the page.
pub(in crate::scene) const MERGE_PT: f32 = 15.0;
/// Symbols in a row before "+n".
pub(in crate::scene) const MOST_IN_ROW: usize = 4;
/// Room that "+n" takes.
pub(in crate::scene) const MORE_PT: f32 = 16.0;
const GAP_PT: f32 = 1.0;
/// Radius of the disc of a base whose town alone is known, and what share of a symbol's size the disc
/// must pass to be drawn.
const TOWN_KM: f32 = 5.0;
const DISC_SHARE: f32 = 1.3;
/// Length of the equator in web Mercator's sphere.
const EQUATOR_KM: f64 = 40_075.017;

/// A symbol of a base and one of its holders.
#[derive(Clone, Debug)]
pub(in crate::scene) struct Mark<'a> {
    /// The base.
    pub base: &'a Base,
    /// Whose symbol it is.
    pub holder: Holder,
    /// Where and how.
    pub symbol: Symbol,
    /// Was it left or taken on the very day?
    pub fresh: bool,
}

/// Bases at one place.
#[derive(Clone, Debug)]
pub(in crate::scene) struct Row<'a> {
    /// Position among the sites of the plan.
    pub site: usize,
    /// The page point that the row is about.
    pub at: Pt,
    /// The symbols, largest first.
    pub marks: Vec<Mark<'a>>,
    /// The box around them.
    pub bounds: Rect,
    /// How many of the symbols are drawn.
    pub shown: usize,
    /// Is "+n" written? Not where even that has no room.
    pub counted: bool,
    /// Left end of the baseline of "+n".
    pub more_at: Pt,
}

/// The key of a holder's line in the legend.
pub(in crate::scene) fn holder_key(holder: Holder) -> String {
    format!("holder:{}", format!("{holder:?}").to_lowercase())
}

/// The size of a symbol by the strength of its holder.
pub(in crate::scene) fn size_pt(troops: Option<u32>) -> f32 {
    match troops {
        Some(1000..) => size::BASE_PT[2],
        Some(200..) => size::BASE_PT[1],
        Some(_) | None => size::BASE_PT[0],
    }
}

/// All rows that the page shows, in the order of the sites.
pub(in crate::scene) fn rows<'a>(view: &View<'a>, ground: &Ground, plan: &Plan) -> Vec<Row<'a>> {
    if !view.shows("layer:bases") {
        return Vec::new();
    }
    let [w, h] = view.viewport.size_pt;
    let page = Rect::new([0.0, 0.0], [w, h]).expand(20.0);
    let mut of_base: BTreeMap<u32, Vec<Mark<'a>>> = marks_of_day(view).into_iter().collect();
    let mut rows = Vec::new();
    for (number, site) in plan.sites.iter().enumerate() {
        let at = ground.page(site.at);
        if !page.contains(at) {
            continue;
        }
        let members = site.bases.iter().filter_map(|b| of_base.remove(b));
        let marks: Vec<Mark<'a>> = members
            .flatten()
            .filter(|m| view.shows(&holder_key(m.holder)))
            .collect();
        if marks.is_empty() {
            continue;
        }
        let queue = plan.queues.get(&number).copied().unwrap_or(Queue::Around);
        let mut row = Row {
            site: number,
            at,
            marks,
            bounds: Rect::around(at, 0.0, 0.0),
            shown: 0,
            counted: false,
            more_at: at,
        };
        lay_out(&mut row, queue, 1);
        rows.push((row, queue));
    }
    for i in 0..rows.len() {
        let (row, queue) = &rows[i];
        let longest = longest(row, *queue, |bounds| {
            let mut others = rows[..i].iter().chain(&rows[i + 1..]);
            others.any(|(other, _)| other.bounds.intersects(bounds))
        });
        if let Some(row) = longest {
            rows[i].0 = row;
        }
    }
    rows.into_iter().map(|(row, _)| row).collect()
}

/// The row with as many symbols as do not run into something else, and with the number of the rest.
fn longest<'a>(row: &Row<'a>, queue: Queue, hit: impl Fn(&Rect) -> bool) -> Option<Row<'a>> {
    let with = |most: usize| {
        let mut row = row.clone();
        row.counted = true;
        lay_out(&mut row, queue, most);
        row
    };
    let most_first = (1..=MOST_IN_ROW).rev();
    most_first.map(with).find(|row| !hit(&row.bounds))
}

/// Stands the symbols of a row side by side, the first on its place or the row centred on it.
fn lay_out(row: &mut Row<'_>, queue: Queue, most: usize) {
    row.marks.sort_by(|a, b| {
        let loud = |m: &Mark<'_>| (m.fresh, m.symbol.size_pt);
        let (x, y) = (loud(a), loud(b));
        y.0.cmp(&x.0).then(y.1.total_cmp(&x.1))
    });
    let shown = row.marks.len().min(most);
    row.shown = shown;
    let widths: Vec<f32> = row.marks[..shown]
        .iter()
        .map(|m| width_pt(&m.symbol))
        .collect();
    let more = if row.counted && row.marks.len() > shown {
        MORE_PT
    } else {
        0.0
    };
    let total = widths.iter().sum::<f32>() + GAP_PT * (shown.saturating_sub(1)) as f32 + more;
    let first = widths.first().copied().unwrap_or(0.0) / 2.0;
    let (start, step) = match queue {
        Queue::Around => (-total / 2.0, 1.0),
        Queue::Right => (-first, 1.0),
        Queue::Left => (first, -1.0),
    };
    let mut x = row.at[0] + start;
    for (mark, width) in row.marks.iter_mut().zip(&widths) {
        mark.symbol.at = [x + step * width / 2.0, row.at[1]];
        x += step * (width + GAP_PT);
    }
    let heights = row.marks[..shown]
        .iter()
        .map(|m| m.symbol.size_pt * extent(m.symbol.glyph).height());
    let high = heights.fold(0.0, f32::max) / 2.0 + 0.5;
    let (from, to) = (row.at[0] + start, row.at[0] + start + step * total);
    row.bounds = Rect::new(
        [from.min(to) - 1.0, row.at[1] - high],
        [from.max(to) + 1.0, row.at[1] + high],
    );
    row.more_at = [from.max(to) - 15.0, row.at[1] + 4.0];
    if step < 0.0 {
        row.more_at[0] = from.min(to) + 1.0;
    }
}

/// How wide a symbol is, halo and all; air bases and depots are wider than high.
fn width_pt(symbol: &Symbol) -> f32 {
    symbol.size_pt * extent(symbol.glyph).width()
}

/// Every base with the symbols of its holders, held or just left.
fn marks_of_day<'a>(view: &View<'a>) -> Vec<(u32, Vec<Mark<'a>>)> {
    let atlas = view.atlas;
    let mut all: Vec<(u32, Vec<&'a Tenure>, Vec<&'a Tenure>)> = Vec::new();
    for on_day in &view.world.bases {
        all.push((on_day.base, on_day.tenures(atlas), Vec::new()));
    }
    for &(base, tenure) in &view.world.left {
        let gone = &atlas.bases[base as usize].periods[tenure as usize];
        match all.iter_mut().find(|(b, ..)| *b == base) {
            Some((_, _, left)) => left.push(gone),
            None => all.push((base, Vec::new(), vec![gone])),
        }
    }
    all.into_iter()
        .map(|(number, held, left)| {
            let base = &atlas.bases[number as usize];
            let palette = view.theme.palette();
            (
                number,
                marks_of_base(view.world, palette, base, &held, &left),
            )
        })
        .collect()
}

fn marks_of_base<'a>(
    world: &World,
    palette: &Palette,
    base: &'a Base,
    held: &[&Tenure],
    left: &[&Tenure],
) -> Vec<Mark<'a>> {
    let day = world.date;
    let today = PartialDate::Day(day);
    let yesterday = PartialDate::Day(date_of_day_number(day_number(day) - 1));
    let contingent = |t: &Tenure| {
        let inside = t.mission.as_ref().is_some_and(|m| m.en.contains("MINUSMA"));
        inside && t.operator != "UN" && held.iter().any(|h| h.operator == "UN")
    };
    let mut held: Vec<&Tenure> = held.iter().copied().filter(|t| !contingent(t)).collect();
    let mut marks = Vec::new();
    let arriving = held.iter().position(|t| t.from == Some(today));
    let leaving = held
        .iter()
        .chain(left)
        .copied()
        .find(|t| t.to == Some(today) || (t.to == Some(yesterday) && t.from != Some(today)));
    if let (Some(new), Some(old)) = (arriving, leaving)
        && held[new].operator != old.operator
    {
        let taken = held.remove(new);
        held.retain(|t| !std::ptr::eq(*t, old));
        marks.push(handed_over(base, old, taken, palette));
    }
    for tenure in held {
        let state = match tenure.confidence {
            Confidence::Confirmed => BaseState::Held,
            Confidence::Reported | Confidence::Unsourced => BaseState::Reported,
            Confidence::Disputed => BaseState::Disputed,
        };
        let mut mark = new_mark(base, tenure, state, palette);
        mark.fresh = tenure.from == Some(today) || tenure.to == Some(today);
        marks.push(mark);
    }
    if marks.is_empty() {
        for tenure in left {
            let gone = tenure
                .to
                .map_or(0, |to| day_number(day) - day_number(to.last()));
            let mut mark = new_mark(base, tenure, BaseState::Closed, palette);
            let opacity = 1.0 - 0.6 * gone as f32 / size::CLOSED_BASE_DAYS as f32;
            mark.symbol.ink = palette.faded(mark.symbol.ink, opacity);
            marks.push(mark);
        }
    }
    marks
}

/// The mark of a base on the day it changes hands.
fn handed_over<'a>(base: &'a Base, old: &Tenure, new: &Tenure, palette: &Palette) -> Mark<'a> {
    let successor = Holder::of_code(&new.operator);
    let mut mark = new_mark(base, old, BaseState::Held, palette);
    mark.fresh = true;
    mark.symbol.size_pt = size::BASE_PT[2];
    mark.symbol.accent = successor.color(palette);
    mark.symbol.glyph = Glyph::Handover {
        kind: base_shape(base.kind),
        old: holder_mark(mark.holder),
        new: holder_mark(successor),
        edge: match new.confidence {
            Confidence::Confirmed => Edge::Confirmed,
            Confidence::Reported | Confidence::Unsourced => Edge::Reported,
            Confidence::Disputed => Edge::Disputed,
        },
    };
    mark
}

fn new_mark<'a>(base: &'a Base, tenure: &Tenure, state: BaseState, palette: &Palette) -> Mark<'a> {
    let holder = Holder::of_code(&tenure.operator);
    let glyph = Glyph::Base {
        kind: base_shape(base.kind),
        mark: holder_mark(holder),
        state,
    };
    let color = holder.color(palette);
    Mark {
        base,
        holder,
        fresh: false,
        symbol: Symbol {
            glyph,
            at: [0.0, 0.0],
            size_pt: size_pt(tenure.troops),
            ink: color,
            ground: palette.map.halo,
            accent: color,
            opacity: 1.0,
        },
    }
}

/// The items of a row: the symbols, then "+n", which stands for all bases of the row.
pub(in crate::scene) fn items(row: &Row<'_>, palette: &Palette) -> Vec<Item> {
    let mut items = Vec::new();
    let shown = row.shown;
    for mark in &row.marks[..shown] {
        items.push(Item::new(Subject::Base(mark.base.id.clone()), mark.symbol));
    }
    if row.counted && row.marks.len() > shown {
        let text = format!("+{}", row.marks.len() - shown);
        let mut more = small_text(row.more_at, text, palette.map.place_label, palette.map.halo);
        let mut ids: Vec<String> = Vec::new();
        for id in row.marks.iter().map(|m| &m.base.id) {
            if !ids.contains(id) {
                ids.push(id.clone());
            }
        }
        more.subject = Subject::Bases(ids);
        items.push(more);
    }
    items
}

/// Discs of the bases whose town alone is known, true to the map, where they are larger than a symbol;
/// to be drawn under all symbols. They stand for nothing that could be pointed at.
pub(in crate::scene) fn discs(view: &View<'_>, rows: &[Row<'_>]) -> Vec<Item> {
    let mut items = Vec::new();
    let mut drawn: Vec<(Pt, f32)> = Vec::new();
    for mark in rows.iter().flat_map(|r| &r.marks) {
        let Some(position) = mark.base.position else {
            continue;
        };
        let radius_km = match mark.base.coordinate_precision {
            Precise::Exact => continue,
            Precise::Town => TOWN_KM,
        };
        let at = view.viewport.page_from_map(position.to_map());
        let radius = radius_km * points_a_km(view, position.lat);
        // Several bases of one town have one disc.
        let again = |(other, r): &(Pt, f32)| {
            (other[0] - at[0]).hypot(other[1] - at[1]) < r.min(radius) / 2.0
        };
        if radius * 2.0 > mark.symbol.size_pt * DISC_SHARE && !drawn.iter().any(again) {
            drawn.push((at, radius));
            items.extend(disc(at, radius, mark.symbol.ink));
        }
    }
    items
}

/// Points of the page for a kilometre of the ground at a latitude.
fn points_a_km(view: &View<'_>, lat: f64) -> f32 {
    let around_km = EQUATOR_KM * lat.to_radians().cos().max(0.01);
    (view.viewport.camera.scale() / around_km) as f32
}

/// A pale disc with a fine dashed edge.
pub(in crate::scene) fn disc(at: Pt, radius: f32, color: Color) -> [Item; 2] {
    let steps = radius.clamp(12.0, 90.0) as u16 * 2;
    let on = |i: u16| {
        let (sin, cos) = (f32::from(i) / f32::from(steps) * std::f32::consts::TAU).sin_cos();
        [at[0] + radius * cos, at[1] + radius * sin]
    };
    let ring: Arc<[Vec<Pt>]> = vec![(0..steps).map(on).collect()].into();
    let area = Area {
        rings: ring.clone(),
        fill: color.with_opacity(0.14),
    };
    let edge = Stroke {
        lines: ring,
        closed: true,
        width_pt: 0.9,
        color: color.with_opacity(0.9),
        dash: Some([2.4, 2.0]),
    };
    [
        Item::new(Subject::None, area),
        Item::new(Subject::None, edge),
    ]
}

/// The symbols of a base on the day, one a holder, as they stand in its row.
pub(in crate::scene) fn symbols_of(
    atlas: &Atlas,
    world: &World,
    palette: &Palette,
    id: &str,
) -> Vec<Symbol> {
    let is_it = |i: u32| atlas.bases[i as usize].id == id;
    let Some(base) = atlas.base(id) else {
        return Vec::new();
    };
    let held = world.tenures_of(atlas, id);
    let left = world.left.iter().filter(|(b, _)| is_it(*b));
    let left: Vec<&Tenure> = left.map(|(_, t)| &base.periods[*t as usize]).collect();
    let marks = marks_of_base(world, palette, base, &held, &left);
    marks.into_iter().map(|m| m.symbol).collect()
}

/// Lines of the legend for what is not plainly held: words and a sample.
pub(in crate::scene) fn state_samples(rows: &[Row<'_>]) -> Vec<(Words, Glyph)> {
    let main = |state: BaseState| Glyph::Base {
        kind: BaseShape::Main,
        mark: HolderMark::Plain,
        state,
    };
    let handover = Glyph::Handover {
        kind: BaseShape::Main,
        old: HolderMark::Plain,
        new: HolderMark::Diagonal,
        edge: Edge::Confirmed,
    };
    let on_map = |sample: &Glyph| {
        let glyphs = rows.iter().flat_map(|r| &r.marks).map(|m| m.symbol.glyph);
        glyphs.into_iter().any(|glyph| match (glyph, sample) {
            (Glyph::Base { state, .. }, Glyph::Base { state: wanted, .. }) => state == *wanted,
            (Glyph::Handover { .. }, Glyph::Handover { .. }) => true,
            (_, _) => false,
        })
    };
    let all = [
        (words::REPORTED, main(BaseState::Reported)),
        (words::DISPUTED, main(BaseState::Disputed)),
        (words::PLANNED, main(BaseState::Planned)),
        (words::HANDED_OVER, handover),
        (words::LEFT, main(BaseState::Closed)),
    ];
    all.into_iter().filter(|(_, glyph)| on_map(glyph)).collect()
}

/// A small bold text with a halo.
pub(in crate::scene) fn small_text(at: Pt, text: String, color: Color, ground: Color) -> Item {
    let text = Text {
        at,
        text,
        size_pt: size::SMALL_PT,
        face: Face::Bold,
        color,
        halo: Some(Halo {
            color: ground,
            width_pt: size::HALO_PT,
        }),
        angle: 0.0,
    };
    Item::new(Subject::None, text)
}
