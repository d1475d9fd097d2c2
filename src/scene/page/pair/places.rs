//! Where the two maps of a comparison stand, and the columns around them, from the size of the page alone.
//!
//! Both maps are of one size. Wide pages have them side by side, tall ones one above the other.

use super::super::grid::{Grid, Wanted};
use crate::scene::item::{Pt, Rect};
use crate::scene::pair::Share;
use std::collections::BTreeSet;

/// Height of the date over a map, with the space under it.
const DATE_PT: f32 = 31.0;
/// Between the maps, and between them and the columns.
const GUTTER_PT: f32 = 20.0;
/// Share of the height that the legend has under maps that stand side by side.
const LEGEND_BELOW: f32 = 0.33;

/// The places on a page.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::scene) struct Places {
    /// Head, foot and unit of the page; its map is the room for everything else.
    pub(super) grid: Grid,
    /// The maps of day A and day B; under a seam both are the same.
    pub maps: [Rect; 2],
    /// Where the dates stand.
    pub(super) dates: [Rect; 2],
    /// Where the seam runs, from the top of the map to its foot.
    pub seam_x: Option<f32>,
    /// Columns of what changed.
    pub(super) changes: Vec<Rect>,
    /// Columns of the legend, in each of the ways its room may be cut; none when it stands under the changes.
    pub(super) legend: Vec<Vec<Rect>>,
}

/// The room of the maps with their dates, the columns of what changed and those of the legend.
type Columns = (Rect, Vec<Rect>, Vec<Vec<Rect>>);

/// How a page is divided.
struct Cut {
    unit: f32,
    /// The page is that many times as wide as it is high.
    aspect: f32,
    body: Rect,
    /// Are there columns at all?
    told: bool,
    legend: bool,
}

impl Places {
    /// The places on a page of that size.
    pub fn new(page_pt: Pt, hidden: &BTreeSet<String>, share: Share) -> Places {
        let wanted = Wanted {
            side: false,
            ..Wanted::without(hidden)
        };
        let grid = Grid::new(page_pt, wanted);
        let [w, h] = page_pt.map(|v| if v.is_finite() { v.max(1.0) } else { 1.0 });
        let body = grid.map;
        let is_roomy = body.width().min(body.height()) >= 250.0 * grid.unit;
        let cut = Cut {
            unit: grid.unit,
            aspect: w / h,
            body,
            told: is_roomy && !hidden.contains("page:text"),
            legend: is_roomy && !hidden.contains("page:legend"),
        };
        let (around, changes, legend) = cut.columns();
        let mut places = Places {
            grid,
            maps: [around, around],
            dates: [around, around],
            seam_x: None,
            changes,
            legend,
        };
        match share {
            Share::Beside => places.beside(&cut, around),
            Share::Seam(at) => places.under_seam(&cut, around, at),
        }
        places
    }

    /// The part of a map's frame in which it is seen.
    pub fn seen(&self, number: usize) -> Rect {
        let mut seen = self.maps[number];
        match (self.seam_x, number) {
            (None, _) => {}
            (Some(x), 0) => seen.max[0] = x,
            (Some(x), _) => seen.min[0] = x,
        }
        seen
    }

    fn beside(&mut self, cut: &Cut, around: Rect) {
        let gutter = (GUTTER_PT * cut.unit).min(around.width().min(around.height()) * 0.1);
        let mut halves = [around, around];
        if cut.stands_beside() {
            let width = (around.width() - gutter) / 2.0;
            halves[0].max[0] = around.min[0] + width;
            halves[1].min[0] = around.max[0] - width;
        } else {
            let height = (around.height() - gutter * 0.6) / 2.0;
            halves[0].max[1] = around.min[1] + height;
            halves[1].min[1] = around.max[1] - height;
        }
        for (number, half) in halves.into_iter().enumerate() {
            (self.dates[number], self.maps[number]) = cut.under_date(half);
        }
    }

    fn under_seam(&mut self, cut: &Cut, around: Rect, at: f32) {
        let (date, map) = cut.under_date(around);
        let at = if at.is_finite() { at } else { 0.5 };
        self.maps = [map, map];
        self.seam_x = Some(map.min[0] + map.width() * at.clamp(0.0, 1.0));
        let middle = date.center()[0];
        self.dates = [
            Rect::new(date.min, [middle, date.max[1]]),
            Rect::new([middle, date.min[1]], date.max),
        ];
    }
}

impl Cut {
    fn stands_beside(&self) -> bool {
        self.aspect >= 0.85
    }

    /// The strip of the date above a map, and the map.
    fn under_date(&self, half: Rect) -> (Rect, Rect) {
        let height = (DATE_PT * self.unit).min(half.height() * 0.25);
        let y = half.min[1] + height;
        let date = Rect::new(half.min, [half.max[0], y]);
        (date, Rect::new([half.min[0], y], half.max))
    }

    /// The room of the maps with their dates, the columns of what changed and those of the legend.
    fn columns(&self) -> Columns {
        let none = || (self.body, Vec::new(), Vec::new());
        match (self.told || self.legend, self.aspect) {
            (false, _) => none(),
            (true, 1.15..) => self.beside_the_maps(),
            (true, 0.85..) | (true, ..0.62) => self.below_the_maps(),
            (true, _) => self.beside_tall_maps(),
        }
    }

    /// What changed in a column at the right, the legend under the maps.
    fn beside_the_maps(&self) -> Columns {
        let (unit, body) = (self.unit, self.body);
        let gutter = GUTTER_PT * unit;
        let (mut maps, mut changes) = (body, Vec::new());
        if self.told {
            let width = (body.width() * 0.24).clamp(205.0 * unit, 310.0 * unit);
            let left = body.max[0] - width.min(body.width() * 0.45);
            changes.push(Rect::new([left, body.min[1]], body.max));
            maps.max[0] = left - gutter;
        }
        let mut legend = Vec::new();
        if self.legend {
            let top = maps.max[1] - maps.height() * LEGEND_BELOW;
            let below = Rect::new([maps.min[0], top], maps.max);
            legend = narrower(&below, 168.0 * unit, gutter);
            maps.max[1] = top - 12.0 * unit;
        }
        (maps, changes, legend)
    }

    /// Everything in one column at the right of two maps, one above the other.
    fn beside_tall_maps(&self) -> Columns {
        let body = self.body;
        let gutter = GUTTER_PT * self.unit;
        let width = (body.width() * 0.37).min(262.0 * self.unit);
        let left = body.max[0] - width;
        let column = Rect::new([left, body.min[1]], body.max);
        let maps = Rect::new(body.min, [left - gutter, body.max[1]]);
        match self.told {
            true => (maps, vec![column], Vec::new()),
            false => (maps, Vec::new(), vec![vec![column]]),
        }
    }

    /// Columns under the maps: what changed in the left ones, the legend in the others.
    fn below_the_maps(&self) -> Columns {
        let (unit, body) = (self.unit, self.body);
        let part = if self.stands_beside() { 0.47 } else { 0.6 };
        let y = body.min[1] + body.height() * part;
        let maps = Rect::new(body.min, [body.max[0], y]);
        let below = Rect::new([body.min[0], y + 14.0 * unit], body.max);
        let mut all = side_by_side(&below, 215.0 * unit, GUTTER_PT * unit);
        if !self.told {
            return (maps, Vec::new(), vec![all]);
        }
        if !self.legend || all.len() < 2 {
            return (maps, all, Vec::new());
        }
        let legend = all.split_off(all.len().div_ceil(2));
        (maps, all, vec![legend])
    }
}

/// As many columns as have room at that width, at least one and at most six.
fn side_by_side(room: &Rect, width: f32, gutter: f32) -> Vec<Rect> {
    cut(room, most(room, width, gutter), gutter)
}

/// The same, and with fewer and wider columns.
fn narrower(room: &Rect, width: f32, gutter: f32) -> Vec<Vec<Rect>> {
    let most = most(room, width, gutter);
    let counts = (most.saturating_sub(2).max(1)..=most).rev();
    counts.map(|count| cut(room, count, gutter)).collect()
}

fn most(room: &Rect, width: f32, gutter: f32) -> u8 {
    ((room.width() + gutter) / (width + gutter)).clamp(1.0, 6.0) as u8
}

fn cut(room: &Rect, count: u8, gutter: f32) -> Vec<Rect> {
    let count = f32::from(count);
    let width = (room.width() - gutter * (count - 1.0)) / count;
    let column = |i: u8| {
        let left = room.min[0] + f32::from(i) * (width + gutter);
        Rect::new([left, room.min[1]], [left + width, room.max[1]])
    };
    (0..count as u8).map(column).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_stands_on_anything_else() {
        for page in [
            [1422.0, 800.0],
            [1010.0, 714.0],
            [714.0, 1010.0],
            [1067.0, 1067.0],
            [800.0, 1422.0],
            [1847.0, 616.0],
            [640.0, 360.0],
            [160.0, 150.0],
            [1.0, 1.0],
            [20_000.0, 50.0],
            [30.0, 4_000.0],
            [f32::NAN, f32::INFINITY],
        ] {
            for share in [Share::Beside, Share::Seam(0.3), Share::Seam(f32::NAN)] {
                let places = Places::new(page, &BTreeSet::new(), share);
                let [a, b] = [0, 1].map(|number| places.seen(number));
                let mut boxes = vec![a, b, places.dates[0], places.dates[1]];
                boxes.extend(places.grid.head.iter().chain(&places.grid.foot));
                boxes.extend(&places.changes);
                boxes.extend(places.legend.iter().take(1).flatten());
                for (i, a) in boxes.iter().enumerate() {
                    let of = format!("{page:?} {share:?} {a:?}");
                    assert!(a.width() > 0.0 && a.height() > 0.0, "{of}");
                    for b in &boxes[i + 1..] {
                        let apart = !a.expand(-0.01).intersects(&b.expand(-0.01));
                        assert!(apart, "{of} {b:?}");
                    }
                }
                let [a, b] = places.maps.map(|map| [map.width(), map.height()]);
                assert!((a[0] - b[0]).abs() < 0.01 && (a[1] - b[1]).abs() < 0.01);
            }
        }
    }
}
