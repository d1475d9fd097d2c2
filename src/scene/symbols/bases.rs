//! The symbols of bases: seven shapes, the holder's mark in them, and the six states.
//!
//! Shapes are balanced by eye, not by height: a diamond reaches a little beyond its box, an air base's runway and a depot beyond its sides. Every shape
//! carries a halo of 1.4 points at its nominal size of 13. Colours and sizes come from the scene.

use std::f32::consts::{FRAC_1_SQRT_2, PI, TAU};

use super::marks::{Seat, mark};
use super::outline::{Ring, add, arc, bar, circle, cubic, cut, dashes, grown, mirrored, scaled, shrunk};
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

/// How a doubtful edge and fill are drawn, unit boxes and opacity.
struct Doubt {
    width: f32,
    dash: f32,
    gap: f32,
    fill: f32,
}

const REPORTED: Doubt = Doubt {
    width: 0.1,
    dash: 0.19,
    gap: 0.11,
    fill: 0.6,
};
const DISPUTED: Doubt = Doubt {
    width: 0.09,
    dash: 0.1,
    gap: 0.1,
    fill: 0.36,
};

/// The drawing of a base, from the bottom up.
pub(super) fn base(kind: BaseShape, holder: HolderMark, state: BaseState) -> Vec<Part> {
    let body = body(kind);
    let (at, reach) = seat(kind);
    let seat = Seat { body: &body, at, reach };
    let outline = silhouette(kind, &body, 0.0);
    let mut parts = vec![part(vec![silhouette(kind, &body, HALO)], Paint::Ground, 1.0)];
    let marked = |paint: Paint, seat: &Seat| {
        mark(holder, seat).into_iter().map(move |rings| part(rings, paint, 1.0)).collect::<Vec<_>>()
    };
    match state {
        BaseState::Held => {
            parts.push(part(vec![outline], Paint::Ink, 1.0));
            parts.extend(marked(Paint::Ground, &seat));
        }
        BaseState::Closed => {
            parts.push(part(vec![outline, shrunk(&body, FRAME)], Paint::Ink, 1.0));
            if holder != HolderMark::Hollow {
                let seat = Seat { reach: reach * 0.86, ..seat };
                parts.extend(marked(Paint::Ink, &seat));
            }
        }
        BaseState::HandedOver => {
            let [old, new] = halves(&outline, at);
            parts.push(part(vec![old], Paint::Ink, 1.0));
            parts.push(part(vec![new], Paint::Accent, 1.0));
        }
        BaseState::HandedOverDisputed => {
            let [old, new] = halves(&outline, at);
            parts.push(part(vec![old], Paint::Ink, 1.0));
            parts.extend(doubtful(&new, &shrunk(&new, REPORTED.width), Paint::Accent, &REPORTED));
        }
        BaseState::Reported | BaseState::Disputed => {
            let doubt = if state == BaseState::Reported { REPORTED } else { DISPUTED };
            let inside = silhouette(kind, &body, -doubt.width);
            parts.extend(doubtful(&outline, &inside, Paint::Ink, &doubt));
            let seat = Seat { body: &inside, ..seat };
            let seat = if kind == BaseShape::Air { Seat { body: &body, ..seat } } else { seat };
            parts.extend(marked(Paint::Ground, &seat));
        }
    }
    parts
}

/// A pale inside and a dashed edge within the outline.
fn doubtful(outline: &[Pt], inside: &[Pt], paint: Paint, doubt: &Doubt) -> [Part; 2] {
    let middle = middle(outline, inside);
    let edge = dashes(&middle, doubt.width, doubt.dash, doubt.gap);
    [part(vec![inside.to_vec()], paint, doubt.fill), part(edge, paint, 1.0)]
}

/// The line half-way between two rings of the same number of points, or the outer one when they do not match.
fn middle(outer: &[Pt], inner: &[Pt]) -> Ring {
    if outer.len() != inner.len() {
        return outer.to_vec();
    }
    outer.iter().zip(inner).map(|(a, b)| scaled(add(*a, *b), 0.5)).collect()
}

/// The upper left and the lower right half of a shape, a gap between them.
fn halves(outline: &[Pt], at: Pt) -> [Ring; 2] {
    let down_right = scaled(UP_LEFT, -1.0);
    [
        cut(outline, add(at, scaled(UP_LEFT, SPLIT)), UP_LEFT),
        cut(outline, add(at, scaled(down_right, SPLIT)), down_right),
    ]
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

/// The whole shape grown (or shrunk) by so much.
fn silhouette(kind: BaseShape, body: &[Pt], by: f32) -> Ring {
    match kind {
        BaseShape::Air => {
            let (r, [x, y]) = (AIR_RADIUS + by, [RUNWAY[0] + by, (RUNWAY[1] + by).max(0.01)]);
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
            } else if by < 0.0 {
                shrunk(body, -by)
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
