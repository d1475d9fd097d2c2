//! The marks of holders, to be cut out of a base in the ground colour.
//!
//! Each holder has a mark of its own, so that colour is never the only carrier. The mark is fitted
//! to the shape: its place and size are the shape's [`Seat`], and the marks that follow the outline
//! take it from there. Which state has which mark is the scene's business.

use std::f32::consts::{FRAC_PI_4, PI, TAU};

use super::HolderMark;
use super::outline::{Ring, add, annulus, arc, circle, cut, scaled, shrunk, thick};
use crate::scene::item::Pt;

/// Where a mark sits in a shape.
pub(super) struct Seat<'a> {
    /// The convex body of the shape, unit box.
    pub body: &'a [Pt],
    /// Middle of the mark, unit box.
    pub at: Pt,
    /// Half the side of the square that the mark may fill, unit boxes.
    pub reach: f32,
}

/// Width of the thick edge of the hollow mark and of the rim around a lower half.
const RIM: f32 = 0.18;
const THIN_RIM: f32 = 0.11;

/// The areas of a mark in the unit box; none for the plain one.
pub(super) fn mark(mark: HolderMark, seat: &Seat) -> Vec<Vec<Ring>> {
    let r = seat.reach;
    let here = |p: Pt| add(seat.at, scaled(p, r));
    let line = |a: Pt, b: Pt, width: f32| vec![thick(&[here(a), here(b)], width * r)];
    match mark {
        HolderMark::Plain => Vec::new(),
        HolderMark::Dot => vec![vec![circle(seat.at, r * 0.62)]],
        HolderMark::Bar => vec![line([-1.05, 0.0], [1.05, 0.0], 0.56)],
        HolderMark::Diagonal => vec![line([-0.8, 0.8], [0.8, -0.8], 0.56)],
        HolderMark::TwoDiagonals => vec![
            line([-1.05, 0.5], [0.05, -0.85], 0.44),
            line([-0.05, 0.85], [1.05, -0.5], 0.44),
        ],
        HolderMark::Ring => vec![annulus(seat.at, r * 0.92, r * 0.46)],
        HolderMark::LowerHalf => {
            let inside = shrunk(seat.body, THIN_RIM);
            vec![vec![cut(&inside, add(seat.at, [0.0, 0.02]), [0.0, 1.0])]]
        }
        HolderMark::UprightBar => vec![line([0.0, -1.05], [0.0, 1.05], 0.56)],
        HolderMark::Crescent => vec![vec![crescent(seat.at, r)]],
        HolderMark::Cross => vec![vec![cross(seat, 0.0)]],
        HolderMark::Triangle => {
            let corners = [[0.0, -0.85], [0.95, 0.75], [-0.95, 0.75]];
            vec![vec![corners.map(here).to_vec()]]
        }
        HolderMark::Saltire => vec![vec![cross(seat, FRAC_PI_4)]],
        HolderMark::Hollow => vec![vec![shrunk(seat.body, RIM)]],
    }
}

/// A moon open to the right.
fn crescent(at: Pt, r: f32) -> Ring {
    let bite = 0.72 * r;
    let inner = add(at, [0.42 * r, 0.0]);
    let outer = 0.98 * r;
    // Where the two circles meet, seen from each centre.
    let apart = inner[0] - at[0];
    let own = ((outer * outer + apart * apart - bite * bite) / (2.0 * outer * apart))
        .clamp(-1.0, 1.0)
        .acos();
    let other = ((bite * bite + apart * apart - outer * outer) / (2.0 * bite * apart))
        .clamp(-1.0, 1.0)
        .acos();
    let mut ring = arc(at, outer, own, TAU - own);
    ring.extend(arc(inner, bite, PI + other, PI - other));
    ring
}

/// A cross of twelve corners, turned by an angle.
fn cross(seat: &Seat, angle: f32) -> Ring {
    let (long, half) = (1.02, 0.27);
    let (sin, cos) = angle.sin_cos();
    let quarter = [[half, -half], [half, -long], [-half, -long]];
    (0..4)
        .flat_map(|k| {
            // Quarter turns against the clock.
            let turned = move |p: Pt| match k {
                0 => p,
                1 => [p[1], -p[0]],
                2 => [-p[0], -p[1]],
                _ => [-p[1], p[0]],
            };
            quarter.map(turned)
        })
        .map(|p| {
            let turned = [p[0] * cos - p[1] * sin, p[0] * sin + p[1] * cos];
            add(seat.at, scaled(turned, seat.reach))
        })
        .collect()
}
