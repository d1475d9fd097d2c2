//! The grid of a page: where title, map, columns and foot stand, from the size of the page alone.
//!
//! Everything is a multiple of one unit that grows with the page. What is written there is not known
//! here, so that a long title never moves the map.

use crate::scene::item::{Pt, Rect};
use std::collections::BTreeSet;

/// Size of the title on a page of unit 1, when it has one line.
pub(super) const TITLE_PT: f32 = 28.0;
/// Size of the title on a page of unit 1, when it has two lines.
pub(super) const TITLE_TWO_PT: f32 = 30.0;
/// Height of a title's line, in sizes of its type.
pub(super) const TITLE_LINE: f32 = 1.2;
/// Height of the bar above the title and the space under it.
pub(super) const BAR_PT: [f32; 2] = [4.5, 5.0];
/// Size of the line under the title and the height of its lines.
pub(super) const SUBTITLE_PT: [f32; 2] = [13.0, 18.5];
/// Size of the sources and the credit, the height of their lines and the space above them.
pub(super) const FOOT_PT: [f32; 3] = [9.2, 12.6, 8.0];

const MARGIN_PT: f32 = 30.0;
const GUTTER_PT: f32 = 20.0;
/// Under this length of the shorter side the page is all map.
const BARE_PT: f32 = 150.0;

/// Which groups of parts are wanted.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Wanted {
    /// Title and the line under it.
    pub head: bool,
    /// The column of text and legend.
    pub side: bool,
    /// Sources and credit.
    pub foot: bool,
}

impl Wanted {
    /// What is left when parts are switched off.
    pub fn without(hidden: &BTreeSet<String>) -> Wanted {
        let shown = |key: &str| !hidden.contains(key);
        Wanted {
            head: shown("page:title"),
            side: shown("page:text") || shown("page:legend"),
            foot: shown("page:sources") || shown("page:credit"),
        }
    }
}

/// Where the parts of a page stand, page points.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Grid {
    /// Points for one unit: 1 on a page of about 1000 by 710.
    pub unit: f32,
    /// Title and the line under it.
    pub head: Option<Rect>,
    /// Lines that the title may take.
    pub title_lines: usize,
    /// The map.
    pub map: Rect,
    /// Text and legend, in the order of reading.
    pub columns: Vec<Rect>,
    /// Sources and credit.
    pub foot: Option<Rect>,
    /// Lines that the sources and the credit may take.
    pub foot_lines: [usize; 2],
}

impl Grid {
    /// The grid of a page of that size.
    pub fn new(page_pt: Pt, wanted: Wanted) -> Grid {
        let [w, h] = page_pt.map(|v| if v.is_finite() { v.max(1.0) } else { 1.0 });
        let grown = ((w * h).sqrt() / 850.0).sqrt();
        let unit = grown.min(w.min(h) / 380.0).clamp(0.62, 2.5);
        let whole = Rect::new([0.0, 0.0], [w, h]);
        let mut grid = Grid {
            unit,
            head: None,
            title_lines: 1,
            map: whole,
            columns: Vec::new(),
            foot: None,
            foot_lines: [2, 1],
        };
        if w.min(h) < BARE_PT {
            return grid;
        }
        let inner = whole.expand(-MARGIN_PT * unit);
        grid.map = inner;
        if inner.width() < 690.0 * unit {
            grid.title_lines = 2;
            grid.foot_lines = [3, 2];
        }
        grid.head_and_foot(&inner, wanted);
        if wanted.side && w >= h * 1.15 {
            grid.side_beside(w / h);
        } else if wanted.side {
            grid.side_below();
        }
        grid
    }

    fn head_and_foot(&mut self, inner: &Rect, wanted: Wanted) {
        let unit = self.unit;
        let roomy = inner.width() >= 200.0 * unit;
        if wanted.head && roomy && inner.height() >= 220.0 * unit {
            let (title, subtitles) = match self.title_lines {
                1 => (TITLE_PT, 1.0),
                _ => (TITLE_TWO_PT * 2.0, 2.0),
            };
            let height = BAR_PT[0] + BAR_PT[1] + title * TITLE_LINE + SUBTITLE_PT[1] * subtitles;
            let bottom = inner.min[1] + height * unit;
            self.head = Some(Rect::new(inner.min, [inner.max[0], bottom]));
            self.map.min[1] = bottom + 10.0 * unit;
        }
        if wanted.foot && roomy && inner.height() >= 280.0 * unit {
            let lines = self.foot_lines[0] + self.foot_lines[1];
            let height = FOOT_PT[2] + FOOT_PT[1] * lines as f32;
            // The lowest line may stand a little into the margin, as letters without tails do.
            let top = inner.max[1] + 6.0 * unit - height * unit;
            let low = [inner.max[0], inner.max[1] + 6.0 * unit];
            self.foot = Some(Rect::new([inner.min[0], top], low));
            self.map.max[1] = top;
        }
    }

    /// Columns at the right of the map, as high as the map.
    fn side_beside(&mut self, aspect: f32) {
        let unit = self.unit;
        if self.map.width() < 420.0 * unit || self.map.height() < 140.0 * unit {
            return;
        }
        let count: u8 = if aspect >= 2.3 { 2 } else { 1 };
        let width = (self.map.width() * 0.225).clamp(205.0 * unit, 290.0 * unit);
        let gutter = GUTTER_PT * unit;
        let right = self.map.max[0];
        let mut columns: Vec<Rect> = (0..count)
            .map(|i| {
                let left = right - width - f32::from(i) * (width + gutter);
                Rect::new([left, self.map.min[1]], [left + width, self.map.max[1]])
            })
            .collect();
        columns.reverse();
        self.map.max[0] = columns[0].min[0] - gutter;
        self.columns = columns;
    }

    /// Columns side by side under the map.
    fn side_below(&mut self) {
        let unit = self.unit;
        let body = self.map;
        if body.height() < 300.0 * unit || body.width() < 180.0 * unit {
            return;
        }
        let least = body.height() * 0.5;
        let height = (body.width() * 0.62).clamp(least, body.height() * 0.62);
        self.map.max[1] = body.min[1] + height;
        let gutter = GUTTER_PT * unit;
        let count = (body.width() / (250.0 * unit)).floor().clamp(1.0, 4.0);
        let width = (body.width() - gutter * (count - 1.0)) / count;
        let top = self.map.max[1] + 14.0 * unit;
        self.columns = (0..count as u8)
            .map(|i| {
                let left = body.min[0] + f32::from(i) * (width + gutter);
                Rect::new([left, top], [left + width, body.max[1]])
            })
            .collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Wanted = Wanted {
        head: true,
        side: true,
        foot: true,
    };

    #[test]
    fn every_page_is_cut_without_overlap() {
        for page in [
            [1.0, 1.0],
            [20_000.0, 50.0],
            [30.0, 4_000.0],
            [f32::NAN, f32::INFINITY],
            [160.0, 160.0],
            [800.0, 1422.0],
            [1067.0, 1067.0],
            [1422.0, 800.0],
            [1847.0, 616.0],
            [1010.0, 714.0],
            [20_000.0, 300.0],
        ] {
            let grid = Grid::new(page, ALL);
            let mut boxes = vec![grid.map];
            boxes.extend(grid.head);
            boxes.extend(grid.foot);
            boxes.extend(grid.columns.iter().copied());
            for (i, a) in boxes.iter().enumerate() {
                assert!(a.width() >= 1.0 && a.height() >= 1.0, "{page:?} {a:?}");
                for b in &boxes[i + 1..] {
                    assert!(!a.expand(-0.01).intersects(&b.expand(-0.01)), "{page:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_left_out_gives_its_room_to_the_map() {
        let page = [1010.0, 714.0];
        let full = Grid::new(page, ALL);
        let none = Wanted {
            head: false,
            side: false,
            foot: false,
        };
        let bare = Grid::new(page, none);
        assert!(bare.columns.is_empty() && bare.head.is_none() && bare.foot.is_none());
        assert!(bare.map.contains(full.map.min) && bare.map.contains(full.map.max));
        assert!(bare.map.width() > full.map.width() && bare.map.height() > full.map.height());
    }
}
