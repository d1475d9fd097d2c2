//! Who stands where on the page: boxes that are taken, so that nothing is written over them.
//!
//! Placing is greedy and in a fixed order: who comes first keeps the place. It measures nothing.

use super::item::{Pt, Rect};
use std::collections::HashMap;

/// Side of the squares that boxes are sorted into, in points.
const CELL_PT: f32 = 48.0;
/// A box is sorted into at most so many squares each way; a wider one is asked about every time.
const MOST_CELLS: i32 = 64;

/// Boxes that can be asked quickly whether one of them touches another.
#[derive(Clone, Debug, Default)]
pub(super) struct Boxes {
    all: Vec<Rect>,
    /// Only looked up, never walked, so that its order does not matter.
    cells: HashMap<(i32, i32), Vec<u32>>,
    /// Boxes too large for the squares.
    large: Vec<u32>,
}

impl Boxes {
    /// Adds a box.
    pub fn add(&mut self, rect: Rect) {
        let id = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.push(rect);
        match cells(&rect) {
            Some((columns, rows)) => {
                for row in rows.0..=rows.1 {
                    for column in columns.0..=columns.1 {
                        self.cells.entry((column, row)).or_default().push(id);
                    }
                }
            }
            None => self.large.push(id),
        }
    }

    /// Every box, in the order they came.
    pub fn all(&self) -> &[Rect] {
        &self.all
    }

    /// Does one of the boxes touch this one?
    pub fn touch(&self, wanted: &Rect) -> bool {
        let hit = |id: &u32| self.all[*id as usize].intersects(wanted);
        let Some((columns, rows)) = cells(wanted) else {
            return self.all.iter().any(|r| r.intersects(wanted));
        };
        self.large.iter().any(hit)
            || (rows.0..=rows.1).any(|row| {
                (columns.0..=columns.1).any(|column| {
                    let cell = self.cells.get(&(column, row));
                    cell.is_some_and(|ids| ids.iter().any(hit))
                })
            })
    }
}

/// The squares that a box lies in: first and last column, first and last row.
fn cells(rect: &Rect) -> Option<((i32, i32), (i32, i32))> {
    let span = |axis: usize| {
        let cell = |v: f32| (v / CELL_PT).floor() as i32;
        let (from, to) = (cell(rect.min[axis]), cell(rect.max[axis]));
        (to.saturating_sub(from) < MOST_CELLS && from <= to).then_some((from, to))
    };
    Some((span(0)?, span(1)?))
}

/// The boxes that are taken on a page.
#[derive(Clone, Debug)]
pub(super) struct Space {
    page: Rect,
    /// Symbols, marks, arrows, words of the day.
    taken: Boxes,
    /// Names, which give way when nothing else helps.
    names: Boxes,
    /// What was drawn though its place was not free.
    forced: Vec<Rect>,
}

impl Space {
    /// A free page.
    pub fn new(page: Rect) -> Space {
        Space {
            page,
            taken: Boxes::default(),
            names: Boxes::default(),
            forced: Vec::new(),
        }
    }

    /// The page itself.
    pub fn page(&self) -> Rect {
        self.page
    }

    /// Does the box lie wholly on the page?
    pub fn holds(&self, wanted: &Rect) -> bool {
        self.page.contains(wanted.min) && self.page.contains(wanted.max)
    }

    /// Is the box free and wholly on the page?
    pub fn is_free(&self, wanted: &Rect) -> bool {
        self.is_free_but_for_names(wanted) && !self.names.touch(wanted)
    }

    /// Is the box wholly on the page and free, or taken by names alone?
    pub fn is_free_but_for_names(&self, wanted: &Rect) -> bool {
        self.holds(wanted) && !self.taken.touch(wanted)
    }

    /// Are all boxes free?
    pub fn all_free(&self, wanted: &[Rect]) -> bool {
        wanted.iter().all(|w| self.is_free(w))
    }

    /// Takes a box.
    pub fn take(&mut self, taken: Rect) {
        self.taken.add(taken);
    }

    /// Takes a box for a name.
    pub fn take_for_name(&mut self, taken: Rect) {
        self.names.add(taken);
    }

    /// Takes a box whatever stands there.
    pub fn force(&mut self, taken: Rect) {
        self.taken.add(taken);
        self.forced.push(taken);
    }

    /// What was drawn though its place was not free: names there have to go.
    pub fn forced(&self) -> &[Rect] {
        &self.forced
    }

    /// Everything that is taken.
    pub fn taken(&self) -> impl Iterator<Item = &Rect> {
        self.taken.all().iter().chain(self.names.all())
    }

    /// How much of the box is already covered, in square points (overlaps count twice).
    pub fn covered(&self, wanted: &Rect) -> f32 {
        let shared = |t: &Rect| {
            let side = |axis: usize| {
                (t.max[axis].min(wanted.max[axis]) - t.min[axis].max(wanted.min[axis])).max(0.0)
            };
            side(0) * side(1)
        };
        self.taken().map(shared).sum()
    }
}

/// The upright box around a line of text whose baseline starts at `at` and is turned by `angle`.
pub(super) fn text_box(at: Pt, width_pt: f32, size_pt: f32, angle: f32) -> Rect {
    let (sin, cos) = angle.sin_cos();
    let corner = |x: f32, y: f32| [at[0] + x * cos - y * sin, at[1] + x * sin + y * cos];
    let (up, down) = (-0.78 * size_pt, 0.24 * size_pt);
    let corners = [
        corner(0.0, up),
        corner(width_pt, up),
        corner(0.0, down),
        corner(width_pt, down),
    ];
    Rect::of_points(&corners).unwrap_or(Rect { min: at, max: at })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn taken_is_taken() {
        let page = Rect::new([0.0, 0.0], [100.0, 100.0]);
        let mut space = Space::new(page);
        let spot = Rect::around([50.0, 50.0], 20.0, 10.0);
        assert!(space.is_free(&spot));
        space.take(spot);
        assert!(!space.is_free(&spot));
        assert!((space.covered(&spot) - 200.0).abs() < 1e-3);
        assert!(
            !space.is_free(&Rect::around([0.0, 50.0], 4.0, 4.0)),
            "over the edge"
        );
    }

    #[test]
    fn sorted_boxes_answer_as_a_walk_through_all_of_them_would() {
        let mut boxes = Boxes::default();
        let place = |i: u32| [(i * 37 % 911) as f32 - 200.0, (i * 53 % 677) as f32 - 100.0];
        for i in 0..120 {
            boxes.add(Rect::around(place(i), (i % 60) as f32, (i % 17) as f32));
        }
        boxes.add(Rect::around([300.0, 300.0], 1e7, 2.0));
        boxes.add(Rect::around([f32::NAN, 0.0], 5.0, 5.0));
        for i in 0..2000 {
            let wanted = Rect::around(place(i * 7 + 3), 25.0, 11.0);
            let walked = boxes.all().iter().any(|r| r.intersects(&wanted));
            assert_eq!(boxes.touch(&wanted), walked, "{wanted:?}");
        }
    }

    #[test]
    fn turned_text_has_a_tall_box() {
        let flat = text_box([0.0, 0.0], 50.0, 10.0, 0.0);
        let upright = text_box([0.0, 0.0], 50.0, 10.0, -std::f32::consts::FRAC_PI_2);
        assert!(flat.width() > 40.0 && flat.height() < 12.0);
        assert!(upright.height() > 40.0 && upright.width() < 12.0);
    }
}
