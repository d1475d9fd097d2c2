//! The ten glyphs of events, one a category, drawn on a grid of 24.
//!
//! Edges lie on even cells and bars are at least three cells wide, so that at 12 pixels they fall
//! on whole pixels and at 48 they stay firm. Bare shapes in ink alone: discs, rings and halos are
//! added by `markers`. Gaps are cut out of the shape, not painted over, so that a glyph may stand
//! on any ground.

use std::f32::consts::{FRAC_1_SQRT_2, PI, TAU};

use super::EventGlyph;
use super::outline::{
    self, Ring, add, arc, bar, circle, cubic, cut, from_grid, mirrored, polar, scaled, star, sub,
    thick,
};
use crate::scene::item::Pt;

/// Cells of the drawing grid.
pub(super) const GRID: f32 = 24.0;

/// The outlines of a glyph in the unit box. Each entry is an area of its own with its holes; areas
/// do not overlap.
pub(super) fn glyph(glyph: EventGlyph) -> Vec<Vec<Ring>> {
    let areas = match glyph {
        EventGlyph::Withdrawal => withdrawal(),
        EventGlyph::Deployment => deployment(),
        EventGlyph::Airspace => airspace(),
        EventGlyph::Alliance => alliance(),
        EventGlyph::Coup => return vec![vec![outline::moved(&star(5, 0.52, 0.225), [0.0, 0.035])]],
        EventGlyph::Sanction => vec![vec![
            circle([12.0, 12.0], 11.0),
            bar([12.0, 12.0], 14.0, 4.0),
        ]],
        EventGlyph::Diplomacy => diplomacy(),
        EventGlyph::Agreement => agreement(),
        EventGlyph::Attack => attack(),
        EventGlyph::Transition => transition(),
    };
    let unit = |rings: Vec<Ring>| rings.iter().map(|r| from_grid(r, GRID)).collect();
    areas.into_iter().map(unit).collect()
}

/// An arrow that comes up on the right and turns back down on the left.
fn withdrawal() -> Vec<Vec<Ring>> {
    let bend: Pt = [14.0, 9.0];
    let mut ring = vec![[22.0, 23.0], [18.0, 23.0]];
    ring.extend(arc(bend, 4.0, 0.0, -PI));
    ring.extend([
        [10.0, 13.0],
        [14.0, 13.0],
        [8.0, 22.0],
        [2.0, 13.0],
        [6.0, 13.0],
    ]);
    ring.extend(arc(bend, 8.0, PI, TAU));
    vec![vec![ring]]
}

/// Two chevrons coming down on a line.
fn deployment() -> Vec<Vec<Ring>> {
    let chevron = |y: f32| {
        vec![mirrored(
            12.0,
            &[[12.0, y + 5.0], [19.6, y], [22.0, y + 3.2], [12.0, y + 9.8]],
        )]
    };
    vec![
        chevron(0.6),
        chevron(8.2),
        vec![bar([12.0, 21.3], 22.0, 3.4)],
    ]
}

/// An aircraft seen from above, crossed out.
fn airspace() -> Vec<Vec<Ring>> {
    crossed_plane(1.0, 2.9, 15.0, 3.0)
        .into_iter()
        .map(|ring| vec![ring])
        .collect()
}

/// An aircraft on the grid, at a share of its full size, crossed out from upper left to lower
/// right: two pieces and the bar. `clear` is half the width cut out of the aircraft, `half_length`
/// and `width` are the bar's; all in cells.
pub(super) fn crossed_plane(share: f32, clear: f32, half_length: f32, width: f32) -> [Ring; 3] {
    let center: Pt = [12.0, 12.0];
    let across: Pt = [FRAC_1_SQRT_2, -FRAC_1_SQRT_2];
    let plane: Ring = plane()
        .iter()
        .map(|p| add(center, scaled(sub(*p, center), share)))
        .collect();
    let beside = |side: f32| {
        cut(
            &plane,
            add(center, scaled(across, side * clear)),
            scaled(across, side),
        )
    };
    let reach = half_length * FRAC_1_SQRT_2;
    let bar = thick(
        &[[12.0 - reach, 12.0 - reach], [12.0 + reach, 12.0 + reach]],
        width,
    );
    [beside(1.0), beside(-1.0), bar]
}

/// An aircraft on the grid of 24, pointing up.
fn plane() -> Ring {
    let mut half: Vec<Pt> = vec![[12.0, 0.8]];
    half.extend(cubic([12.0, 0.8], [13.4, 0.8], [14.4, 2.6], [14.4, 4.6]));
    half.extend([
        [14.4, 8.6],
        [23.0, 13.8],
        [23.0, 17.0],
        [14.4, 14.4],
        [14.0, 18.6],
        [17.2, 20.9],
        [17.2, 23.4],
        [12.0, 22.0],
    ]);
    mirrored(12.0, &half)
}

/// Two interlocked rings: the left one passes over above, the right one below.
fn alliance() -> Vec<Vec<Ring>> {
    let (left, right): (Pt, Pt) = ([8.3, 12.0], [15.7, 12.0]);
    vec![
        vec![broken_ring(left, right, 1.0)],
        vec![broken_ring(right, left, 1.0)],
    ]
}

/// A ring of outer radius 7.9 and width 3.1, broken where the other ring passes over it: clockwise
/// of the line from its centre to the other's when `turn` is 1.
fn broken_ring(center: Pt, over: Pt, turn: f32) -> Ring {
    const OUTER: f32 = 7.9;
    const INNER: f32 = 4.8;
    const GAP: f32 = 1.2;
    let apart = outline::length(sub(over, center));
    let toward = (over[1] - center[1]).atan2(over[0] - center[0]);
    // Angle, seen from `center`, at which its circle of one radius meets the other ring's circle of
    // another.
    let meet = |own: f32, other: f32| {
        toward
            + turn
                * ((own * own + apart * apart - other * other) / (2.0 * own * apart))
                    .clamp(-1.0, 1.0)
                    .acos()
    };
    let near = |own: f32| meet(own, OUTER + GAP);
    let far = |own: f32| meet(own, INNER - GAP);
    let mut ring = arc(center, OUTER, near(OUTER), far(OUTER) + TAU);
    ring.extend(arc(center, INNER, far(INNER) + TAU, near(INNER)));
    ring
}

/// A speech bubble with two lines of writing.
fn diplomacy() -> Vec<Vec<Ring>> {
    let bubble = vec![
        [1.0, 2.0],
        [23.0, 2.0],
        [23.0, 18.0],
        [12.0, 18.0],
        [6.0, 23.6],
        [6.0, 18.0],
        [1.0, 18.0],
    ];
    vec![vec![
        bubble,
        bar([12.0, 7.0], 14.0, 2.0),
        bar([10.0, 13.0], 10.0, 2.0),
    ]]
}

/// A sheet with a folded corner and a tick cut out of it.
fn agreement() -> Vec<Vec<Ring>> {
    let sheet = vec![
        [3.0, 0.6],
        [14.6, 0.6],
        [21.0, 7.0],
        [21.0, 23.4],
        [3.0, 23.4],
    ];
    let tick = thick(&[[6.6, 13.4], [10.6, 17.6], [17.6, 9.8]], 3.2);
    vec![vec![sheet, tick]]
}

/// An explosion: nine uneven points around a hole, leaning a little, so that nobody takes it for
/// the star of a coup.
fn attack() -> Vec<Vec<Ring>> {
    const POINTS: [f32; 9] = [12.4, 9.4, 11.8, 8.8, 12.6, 9.6, 12.0, 8.6, 11.2];
    const VALLEY: f32 = 5.7;
    let center: Pt = [12.0, 12.4];
    let step = PI / POINTS.len() as f32;
    let burst = POINTS.iter().enumerate().flat_map(|(i, radius)| {
        let direction = 2.0 * step * i as f32 - 1.9;
        [
            polar(center, *radius, direction),
            polar(center, VALLEY, direction + step),
        ]
    });
    vec![vec![burst.collect(), circle(center, 2.8)]]
}

/// An hourglass between two plates.
fn transition() -> Vec<Vec<Ring>> {
    let mut half: Vec<Pt> = vec![[19.4, 5.2]];
    half.extend(cubic([19.4, 5.2], [19.4, 8.6], [13.7, 9.6], [13.7, 12.0]));
    half.extend(cubic(
        [13.7, 12.0],
        [13.7, 14.4],
        [19.4, 15.4],
        [19.4, 18.8],
    ));
    vec![
        vec![bar([12.0, 2.2], 20.0, 3.4)],
        vec![mirrored(12.0, &half)],
        vec![bar([12.0, 21.8], 20.0, 3.4)],
    ]
}
