//! The symbols of bases: seven shapes, the holder's mark in them, and the six states.
//!
//! Shapes are balanced by eye, not by height: a diamond reaches a little beyond its box, an air
//! base's runway and a depot beyond its sides. Every shape carries a halo of 1.4 points at its
//! nominal size of 13. Colours and sizes come from the scene.

use std::f32::consts::{FRAC_1_SQRT_2, PI, TAU};

use super::marks::{Seat, mark};
use super::outline::{
    Ring, add, arc, bar, circle, cubic, cut, dashes, grown, mirrored, scaled, shrunk,
};
use super::{BaseShape, BaseState, HolderMark, Paint, Part};
use crate::scene::item::Pt;

/// Width of the halo, unit boxes.
const HALO: f32 = 1.4 / 13.0;
/// Width of the frame of a closed base.
const FRAME: f32 = 0.1;
/// Half the gap between the halves of a base that changes hands.
const SPLIT: f32 = 0.045;
/// Up and to the left: where the old holder's half is.
const UP_LEFT: Pt = [-FRAC_1_SQRT_2, -FRAC_1_SQRT_2];
/// Down and to the right: the new holder's.
const DOWN_RIGHT: Pt = [FRAC_1_SQRT_2, FRAC_1_SQRT_2];

/// How a doubtful edge and fill are drawn, unit boxes and opacity.
struct Doubt {
    width: f32,
    dash: f32,
    gap: f32,
    fill: f32,
    mark: f32,
}

const REPORTED: Doubt = Doubt {
    width: 0.1,
    dash: 0.27,
    gap: 0.15,
    fill: 0.34,
    mark: 1.0,
};
const DISPUTED: Doubt = Doubt {
    width: 0.09,
    dash: 0.14,
    gap: 0.15,
    fill: 0.16,
    mark: 0.75,
};

/// The drawing of a base, from the bottom up.
pub(super) fn base(kind: BaseShape, holder: HolderMark, state: BaseState) -> Vec<Part> {
    let body = body(kind);
    let (at, reach) = seat(kind);
    let seat = Seat {
        body: &body,
        at,
        reach,
    };
    let outline = silhouette(kind, &body, 0.0);
    let mut parts = vec![part(
        vec![silhouette(kind, &body, HALO)],
        Paint::Ground,
        1.0,
    )];
    let marked = |paint: Paint, seat: &Seat, opacity: f32| {
        mark(holder, seat)
            .into_iter()
            .map(move |rings| part(rings, paint, opacity))
            .collect::<Vec<_>>()
    };
    match state {
        BaseState::Held => {
            parts.push(part(vec![outline], Paint::Ink, 1.0));
            parts.extend(marked(Paint::Ground, &seat, 1.0));
        }
        BaseState::Closed => {
            parts.push(part(vec![outline, shrunk(&body, FRAME)], Paint::Ink, 1.0));
            if holder != HolderMark::Hollow {
                let seat = Seat {
                    reach: reach * 0.86,
                    ..seat
                };
                parts.extend(marked(Paint::Ink, &seat, 1.0));
            }
        }
        BaseState::HandedOver => {
            parts.push(part(
                vec![half(&outline, at, UP_LEFT, SPLIT)],
                Paint::Ink,
                1.0,
            ));
            parts.push(part(
                vec![half(&outline, at, DOWN_RIGHT, SPLIT)],
                Paint::Accent,
                1.0,
            ));
        }
        BaseState::HandedOverDisputed => {
            parts.push(part(
                vec![half(&outline, at, UP_LEFT, SPLIT)],
                Paint::Ink,
                1.0,
            ));
            let new = |by: f32| half(&shrunk(&body, by), at, DOWN_RIGHT, SPLIT + by);
            parts.extend(doubtful(new, Paint::Accent, &REPORTED));
            parts.extend(broken_runway(kind, &[1.0], Paint::Accent));
        }
        BaseState::Reported | BaseState::Disputed => {
            let doubt = if state == BaseState::Reported {
                REPORTED
            } else {
                DISPUTED
            };
            parts.extend(doubtful(|by| shrunk(&body, by), Paint::Ink, &doubt));
            parts.extend(broken_runway(kind, &[-1.0, 1.0], Paint::Ink));
            parts.extend(match holder {
                // What follows the outline stays cut out, or it would fill the shape.
                HolderMark::Hollow | HolderMark::LowerHalf => marked(Paint::Ground, &seat, 1.0),
                HolderMark::Plain
                | HolderMark::Dot
                | HolderMark::Bar
                | HolderMark::Diagonal
                | HolderMark::TwoDiagonals
                | HolderMark::Ring
                | HolderMark::UprightBar
                | HolderMark::Crescent
                | HolderMark::Cross
                | HolderMark::Triangle
                | HolderMark::Saltire => marked(Paint::Ink, &seat, doubt.mark),
            });
        }
    }
    parts
}

/// A pale inside and a dashed edge; `inset` gives the outline shrunk by so much.
fn doubtful(inset: impl Fn(f32) -> Ring, paint: Paint, doubt: &Doubt) -> [Part; 2] {
    let edge = dashes(
        &inset(doubt.width / 2.0),
        doubt.width,
        doubt.dash,
        doubt.gap,
    );
    [
        part(vec![inset(doubt.width)], paint, doubt.fill),
        part(edge, paint, 1.0),
    ]
}

/// The runway of a doubtful air base, in pieces, on the sides given (-1 is left); nothing for other
/// shapes.
fn broken_runway(kind: BaseShape, sides: &[f32], paint: Paint) -> Option<Part> {
    let piece = |x: f32| bar([x, 0.0], 0.08, 2.0 * RUNWAY[1]);
    let pieces = sides
        .iter()
        .flat_map(|side| [piece(side * 0.505), piece(side * 0.65)]);
    (kind == BaseShape::Air).then(|| part(pieces.collect(), paint, 1.0))
}

/// The part of a shape that lies in a direction from its middle, beyond a margin.
fn half(outline: &[Pt], at: Pt, direction: Pt, margin: f32) -> Ring {
    cut(outline, add(at, scaled(direction, margin)), direction)
}

/// The convex body of a shape, that holds the mark.
fn body(kind: BaseShape) -> Ring {
    match kind {
        BaseShape::Main => bar([0.0, 0.0], 0.9, 0.9),
        BaseShape::Air => circle([0.0, 0.0], AIR_RADIUS),
        BaseShape::Forward => vec![[0.0, -0.5], [0.55, 0.44], [-0.55, 0.44]],
        BaseShape::Drone => vec![[0.0, -0.58], [0.58, 0.0], [0.0, 0.58], [-0.58, 0.0]],
        BaseShape::Headquarters => {
            let mut half: Vec<Pt> = vec![[0.0, -0.46], [0.45, -0.46], [0.45, 0.14]];
            half.extend(cubic([0.45, 0.14], [0.45, 0.36], [0.2, 0.46], [0.0, 0.55]));
            mirrored(0.0, &half)
        }
        BaseShape::Logistics => bar([0.0, 0.0], 1.26, 0.7),
        BaseShape::Training => {
            let mut ring = arc([0.0, 0.2], 0.54, PI, TAU);
            ring.extend([[0.54, 0.32], [-0.54, 0.32]]);
            ring
        }
    }
}

/// Radius of an air base's disc; half the length and half the width of its runway.
const AIR_RADIUS: f32 = 0.44;
const RUNWAY: [f32; 2] = [0.69, 0.115];

/// The whole shape, grown by so much.
fn silhouette(kind: BaseShape, body: &[Pt], by: f32) -> Ring {
    match kind {
        BaseShape::Air => {
            let (r, [x, y]) = (AIR_RADIUS + by, [RUNWAY[0] + by, RUNWAY[1] + by]);
            let a = (y / r).asin();
            let mut ring = vec![[x, -y], [x, y]];
            ring.extend(arc([0.0, 0.0], r, a, PI - a));
            ring.extend([[-x, y], [-x, -y]]);
            ring.extend(arc([0.0, 0.0], r, PI + a, TAU - a));
            ring
        }
        BaseShape::Main
        | BaseShape::Forward
        | BaseShape::Drone
        | BaseShape::Headquarters
        | BaseShape::Logistics
        | BaseShape::Training => {
            if by > 0.0 {
                grown(body, by)
            } else {
                body.to_vec()
            }
        }
    }
}

/// Where the mark sits and how far it reaches.
fn seat(kind: BaseShape) -> (Pt, f32) {
    match kind {
        BaseShape::Main => ([0.0, 0.0], 0.3),
        BaseShape::Air => ([0.0, 0.0], 0.27),
        BaseShape::Forward => ([0.0, 0.13], 0.225),
        BaseShape::Drone => ([0.0, 0.0], 0.28),
        BaseShape::Headquarters => ([0.0, -0.02], 0.28),
        BaseShape::Logistics => ([0.0, 0.0], 0.25),
        BaseShape::Training => ([0.0, 0.05], 0.22),
    }
}

fn part(outline: Vec<Ring>, paint: Paint, opacity: f32) -> Part {
    Part {
        outline,
        paint,
        opacity,
    }
}
