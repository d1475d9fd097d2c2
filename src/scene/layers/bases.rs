//! Bases as symbols: shape by kind, colour and mark by holder, size by strength.
//!
//! Bases of one site stand in a row, largest first, at most four and then "+n"; the first stands on
//! the place and the others queue on the side away from its name. Names are `names`'s business.

use super::ground::Ground;
use crate::calendar::{PartialDate, date_of_day_number, day_number};
use crate::model::{Base, Confidence, Precise, Tenure};
use crate::scene::compose::View;
use crate::scene::item::{Face, Halo, Item, Pt, Rect, Subject, Symbol, Text};
use crate::scene::names::{Plan, Queue};
use crate::scene::signs::{base_shape, holder_mark};
use crate::scene::symbols::{BaseState, Glyph, extent};
use crate::style::{Color, Holder, Palette, size};
use std::collections::BTreeMap;

/// Bases stand in one row when they are closer than this on the page.
pub(in crate::scene) const MERGE_PT: f32 = 15.0;
/// Symbols in a row before "+n".
pub(in crate::scene) const MOST_IN_ROW: usize = 4;
/// Room that "+n" takes.
pub(in crate::scene) const MORE_PT: f32 = 16.0;
const GAP_PT: f32 = 1.0;

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
            counted: true,
            more_at: at,
        };
        // A row that would run into another shows fewer symbols.
        for most in (1..=MOST_IN_ROW).rev() {
            lay_out(&mut row, queue, most);
            let hit = |other: &Row<'_>| other.bounds.intersects(&row.bounds);
            if !rows.iter().any(hit) {
                break;
            }
            row.counted = most > 1;
        }
        if !row.counted {
            lay_out(&mut row, queue, 1);
        }
        rows.push(row);
    }
    rows
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
    let sizes = row.marks[..shown].iter().map(|m| m.symbol.size_pt);
    let high = sizes.fold(0.0, f32::max) / 2.0 + 1.5;
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
            (number, marks_of_base(view, base, &held, &left))
        })
        .collect()
}

fn marks_of_base<'a>(
    view: &View<'_>,
    base: &'a Base,
    held: &[&Tenure],
    left: &[&Tenure],
) -> Vec<Mark<'a>> {
    let palette = view.theme.palette();
    let day = view.world.date;
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
        let state = match taken.confidence {
            Confidence::Confirmed => BaseState::HandedOver,
            Confidence::Reported | Confidence::Disputed | Confidence::Unsourced => {
                BaseState::HandedOverDisputed
            }
        };
        let mut handed = new_mark(base, old, state, palette);
        handed.symbol.accent = Holder::of_code(&taken.operator).color(palette);
        handed.symbol.size_pt = size::BASE_PT[2];
        handed.fresh = true;
        marks.push(handed);
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
            mark.symbol.opacity = 1.0 - 0.6 * gone as f32 / size::CLOSED_BASE_DAYS as f32;
            marks.push(mark);
        }
    }
    marks
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

/// The items of a row: discs of imprecise places first, then the symbols, then "+n".
pub(in crate::scene) fn items(row: &Row<'_>, palette: &Palette, near: bool) -> Vec<Item> {
    let mut items = Vec::new();
    let shown = row.shown;
    if near && let Some(first) = row.marks.first() {
        let imprecise = first.base.coordinate_precision == Precise::Town;
        if imprecise {
            let disc = Symbol {
                glyph: Glyph::Imprecise,
                at: row.at,
                size_pt: 40.0,
                ..first.symbol
            };
            items.push(Item::new(Subject::Base(first.base.id.clone()), disc));
        }
    }
    for mark in &row.marks[..shown] {
        items.push(Item::new(Subject::Base(mark.base.id.clone()), mark.symbol));
    }
    if row.counted && row.marks.len() > shown {
        let text = format!("+{}", row.marks.len() - shown);
        let mut more = small_text(row.more_at, text, palette.map.place_label, palette.map.halo);
        more.subject = Subject::Base(row.marks[shown].base.id.clone());
        items.push(more);
    }
    items
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
