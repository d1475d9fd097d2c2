//! The symbols of bases: seven shapes, the holder's mark in them, the five states, and the change of
//! hands.
//!
//! Shapes are balanced by eye, not by height: a diamond reaches a little beyond its box, an air
//! base's runway and a depot beyond its sides. Every shape carries a halo of 1.4 points at its
//! nominal size of 13. Colours and sizes come from the scene.

use std::f32::consts::{PI, TAU};

use super::marks::{Seat, mark};
use super::outline::{
    Ring, add, arc, bar, circle, cubic, dashes, grown, mirrored, scaled, shrunk, thick,
};
use super::{BaseShape, BaseState, Edge, HolderMark, Paint, Part};
use crate::scene::item::Pt;

/// Width of the halo, unit boxes.
const HALO: f32 = 1.4 / 13.0;
/// Width of the frame of a closed base.
const FRAME: f32 = 0.1;
/// Change of hands: the share of their full size that the two symbols have, and how far the old one
/// stands up and to the left of the middle, the new one down and to the right.
const HANDED_SHARE: f32 = 0.72;
const HANDED_OFF: f32 = 0.3;
/// Middle and reach of the plus of a planned base.
const PLUS_AT: Pt = [0.43, -0.43];
const PLUS: f32 = 0.2;

/// How a doubtful edge is drawn, unit boxes, and the opacity of the inside.
struct Doubt {
    dash: f32,
    gap: f32,
    fill: Option<f32>,
}

/// Width of a doubtful edge.
const DOUBTFUL: f32 = 0.1;
const REPORTED: Doubt = Doubt {
    dash: 0.27,
    gap: 0.15,
    fill: Some(0.34),
};
/// At 10 pixels a pixel on and two off, on bare ground: not to be taken for the dashes above.
const DISPUTED: Doubt = Doubt {
    dash: 0.11,
    gap: 0.17,
    fill: None,
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
        BaseState::Planned => {
            parts.push(part(vec![outline, shrunk(&body, FRAME)], Paint::Ink, 1.0));
            if holder != HolderMark::Hollow {
                let seat = Seat {
                    reach: reach * 0.86,
                    ..seat
                };
                parts.extend(marked(Paint::Ink, &seat, 1.0));
            }
            parts.push(part(vec![circle(PLUS_AT, PLUS * 1.4)], Paint::Ground, 1.0));
            parts.push(part(vec![plus(PLUS_AT, PLUS)], Paint::Ink, 1.0));
        }
        BaseState::Reported => {
            parts.extend(doubtful(kind, &body, &REPORTED));
            // What follows the outline stays cut out, or it would fill the shape.
            let follows = matches!(holder, HolderMark::Hollow | HolderMark::LowerHalf);
            let paint = if follows { Paint::Ground } else { Paint::Ink };
            parts.extend(marked(paint, &seat, 1.0));
        }
        BaseState::Disputed => {
            parts.extend(doubtful(kind, &body, &DISPUTED));
            if holder == HolderMark::Hollow {
                let frame = vec![shrunk(&body, 0.2), shrunk(&body, 0.27)];
                parts.push(part(frame, Paint::Ink, 1.0));
            } else {
                parts.extend(marked(Paint::Ink, &seat, 1.0));
            }
        }
    }
    parts
}

/// A base that changes hands: the old holder's symbol in ink, the new one's in the accent, and a small
/// arrow from one to the other. The new one is drawn as doubtful as it is.
pub(super) fn handover(kind: BaseShape, old: HolderMark, new: HolderMark, edge: Edge) -> Vec<Part> {
    let state = match edge {
        Edge::Confirmed => BaseState::Held,
        Edge::Reported => BaseState::Reported,
        Edge::Disputed => BaseState::Disputed,
    };
    let off = |sign: f32| [sign * HANDED_OFF, sign * HANDED_OFF];
    let mut parts = placed(base(kind, old, BaseState::Held), off(-1.0), Paint::Ink);
    parts.extend(placed(base(kind, new, state), off(1.0), Paint::Accent));
    // A quarter turn in the free corner, down onto the new holder's symbol.
    let (center, radius) = ([0.13, -0.27], 0.25);
    let bend = arc(center, radius, -PI / 2.0 - 0.1, 0.0);
    let tip = [center[0] + radius, -0.06];
    let head = vec![tip, [tip[0] - 0.15, center[1]], [tip[0] + 0.15, center[1]]];
    let halo = vec![thick(&bend, 0.22)];
    parts.push(part(halo, Paint::Ground, 1.0));
    parts.push(part(vec![grown(&head, 0.06)], Paint::Ground, 1.0));
    parts.push(part(vec![thick(&bend, 0.1)], Paint::Accent, 1.0));
    parts.push(part(vec![head], Paint::Accent, 1.0));
    parts
}

/// A drawing made smaller and set off the middle, its ink in another paint.
fn placed(parts: Vec<Part>, off: Pt, ink: Paint) -> Vec<Part> {
    let place = |p: &Pt| add(scaled(*p, HANDED_SHARE), off);
    let ring = |r: &Ring| r.iter().map(place).collect();
    let one = |p: Part| Part {
        outline: p.outline.iter().map(ring).collect(),
        paint: match p.paint {
            Paint::Ink => ink,
            Paint::Ground | Paint::Accent => p.paint,
        },
        opacity: p.opacity,
    };
    parts.into_iter().map(one).collect()
}

/// A plus of twelve corners.
fn plus(at: Pt, reach: f32) -> Ring {
    let (long, half) = (reach, reach * 0.3);
    let right = [
        [half, -long],
        [half, -half],
        [long, -half],
        [long, half],
        [half, half],
        [half, long],
    ];
    let ring = mirrored(0.0, &right);
    ring.iter().map(|p| add(at, *p)).collect()
}

/// A dashed edge and a pale inside, if it has one; the runway of an air base in pieces.
fn doubtful(kind: BaseShape, body: &[Pt], doubt: &Doubt) -> Vec<Part> {
    let inside = doubt
        .fill
        .map(|fill| part(vec![shrunk(body, DOUBTFUL)], Paint::Ink, fill));
    let middle = shrunk(body, DOUBTFUL / 2.0);
    let edge = dashes(&middle, DOUBTFUL, doubt.dash, doubt.gap);
    let mut parts: Vec<Part> = inside.into_iter().collect();
    parts.push(part(edge, Paint::Ink, 1.0));
    if kind == BaseShape::Air {
        let piece = |x: f32| bar([x, 0.0], 0.08, 2.0 * RUNWAY[1]);
        let pieces = [-0.65, -0.505, 0.505, 0.65].map(piece);
        parts.push(part(pieces.to_vec(), Paint::Ink, 1.0));
    }
    parts
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
