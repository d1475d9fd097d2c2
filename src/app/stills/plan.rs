//! How a part is drawn in this frame: from which picture, what anew, and whether a picture is taken.
//!
//! A pure function of the shapes of this frame, those of the frame before, and those of the picture there is.

use super::damage::damage;
use super::over::over;
use super::part::vertices;
use eframe::egui::Rect;
use eframe::egui::epaint::ClippedShape;

/// What a new picture must save, in vertices: reading it back costs about as much.
const MIN_SAVED: usize = 2_000;

/// The shapes of a part: now, in the frame before, and in the picture of it.
#[derive(Clone, Copy)]
pub(super) struct Shapes<'a> {
    /// Now.
    pub now: &'a [ClippedShape],
    /// In the frame before, if it was there.
    pub before: Option<&'a [ClippedShape]>,
    /// In the picture, if there is one.
    pub still: Option<&'a [ClippedShape]>,
}

/// What to draw.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Plan {
    /// What is drawn over the picture where it is out of date; nothing when it is of no use and all is drawn.
    pub over: Option<Vec<ClippedShape>>,
    /// Is a picture to be taken?
    pub take: bool,
}

impl Plan {
    /// The plan for a part.
    pub fn of(shapes: Shapes<'_>, part: Rect, pixels_per_point: f32) -> Plan {
        let Shapes { now, before, still } = shapes;
        let whole = cost(now);
        // What must be drawn over older shapes, if it is less than half of everything.
        let against = |old: &[ClippedShape]| {
            let rects = damage(old, now, part, pixels_per_point);
            let over = over(now, &rects, pixels_per_point);
            let cost = cost(&over);
            (cost <= whole / 2).then_some((over, cost))
        };
        let over = still.and_then(against);
        let costs = over.as_ref().map_or(whole, |(_, cost)| *cost);
        // A picture is worth taking when one of the frame before would have been: what changes as a whole from frame to
        // frame, as while the map is dragged, gains nothing from it.
        let gain = |least: usize| costs.saturating_sub(least) >= MIN_SAVED;
        let fresh = before.filter(|_| gain(0)).and_then(against);
        let take = fresh.is_some_and(|(_, least)| gain(least));
        Plan {
            over: over.map(|(over, _)| over),
            take,
        }
    }
}

fn cost(shapes: &[ClippedShape]) -> usize {
    shapes.iter().map(|clipped| vertices(&clipped.shape)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::{Color32, Mesh, Shape, pos2, vec2};

    const PART: Rect = Rect {
        min: pos2(0.0, 0.0),
        max: pos2(900.0, 300.0),
    };

    /// Shapes of many vertices, each at its own place; what is negative stands elsewhere and looks different.
    fn shapes(numbers: &[f32]) -> Vec<ClippedShape> {
        let shape = |n: &f32| {
            let mut mesh = Mesh::default();
            for i in 0u16..250 {
                let at = pos2(n.abs() * 60.0, 20.0 + f32::from(i % 10) - n.signum());
                mesh.add_colored_rect(Rect::from_min_size(at, vec2(5.0, 5.0)), Color32::WHITE);
            }
            ClippedShape::new(PART, Shape::mesh(mesh))
        };
        numbers.iter().map(shape).collect()
    }

    fn check(now: &[f32], before: Option<&[f32]>, still: Option<&[f32]>, expected: (bool, bool)) {
        let now = shapes(now);
        let (before, still) = (before.map(shapes), still.map(shapes));
        let all = Shapes {
            now: &now,
            before: before.as_deref(),
            still: still.as_deref(),
        };
        let plan = Plan::of(all, PART, 1.0);
        assert_eq!((plan.over.is_some(), plan.take), expected, "{plan:?}");
    }

    #[test]
    fn a_picture_is_taken_of_what_stays_and_used_until_too_much_has_changed() {
        let many: &[f32] = &[
            1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0,
        ];
        let one: &[f32] = &[
            1.0, 2.0, 3.0, -4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0,
        ];
        let some: &[f32] = &[
            1.0, -2.0, 3.0, -4.0, 5.0, 6.0, -7.0, 8.0, 9.0, 10.0, 11.0, 12.0,
        ];
        let all: &[f32] = &[
            -1.0, -2.0, -3.0, -4.0, -5.0, -6.0, -7.0, -8.0, -9.0, -10.0, -11.0, -12.0,
        ];
        check(many, None, None, (false, false));
        check(many, Some(all), None, (false, false));
        check(many, Some(many), None, (false, true));
        check(many, Some(many), Some(many), (true, false));
        check(one, Some(many), Some(many), (true, false));
        check(some, Some(one), Some(many), (true, false));
        check(some, Some(some), Some(many), (true, true));
        check(all, Some(some), Some(many), (false, false));
        // What costs little is drawn.
        check(&[1.0], Some(&[1.0]), None, (false, false));
    }
}
