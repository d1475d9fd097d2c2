//! Who stands where on the page: boxes that are taken, so that nothing is written over them.
//!
//! Placing is greedy and in a fixed order: who comes first keeps the place. It measures nothing.

use super::item::{Pt, Rect};

/// The boxes that are taken on a page.
#[derive(Clone, Debug)]
pub(super) struct Space {
    page: Rect,
    taken: Vec<Rect>,
}

impl Space {
    /// A free page.
    pub fn new(page: Rect) -> Space {
        Space {
            page,
            taken: Vec::new(),
        }
    }

    /// The page itself.
    pub fn page(&self) -> Rect {
        self.page
    }

    /// Is the box free and wholly on the page?
    pub fn is_free(&self, wanted: &Rect) -> bool {
        self.page.contains(wanted.min)
            && self.page.contains(wanted.max)
            && !self.taken.iter().any(|t| t.intersects(wanted))
    }

    /// Are all boxes free?
    pub fn all_free(&self, wanted: &[Rect]) -> bool {
        wanted.iter().all(|w| self.is_free(w))
    }

    /// Takes a box.
    pub fn take(&mut self, taken: Rect) {
        self.taken.push(taken);
    }

    /// Everything that is taken.
    pub fn taken(&self) -> &[Rect] {
        &self.taken
    }

    /// How much of the box is already covered, in square points (overlaps count twice).
    pub fn covered(&self, wanted: &Rect) -> f32 {
        let shared = |t: &Rect| {
            let side = |axis: usize| {
                (t.max[axis].min(wanted.max[axis]) - t.min[axis].max(wanted.min[axis])).max(0.0)
            };
            side(0) * side(1)
        };
        self.taken.iter().map(shared).sum()
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
    fn turned_text_has_a_tall_box() {
        let flat = text_box([0.0, 0.0], 50.0, 10.0, 0.0);
        let upright = text_box([0.0, 0.0], 50.0, 10.0, -std::f32::consts::FRAC_PI_2);
        assert!(flat.width() > 40.0 && flat.height() < 12.0);
        assert!(upright.height() > 40.0 && upright.width() < 12.0);
    }
}
