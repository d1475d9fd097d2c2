//! Polygons from which the symbols are made: circles, bars, outlined lines, dashes, offsets and
//! cuts.
//!
//! Lengths are in the unit of whoever calls. Curves come out flattened for a symbol 200 pixels
//! high. Offsets and insets hold for convex rings only, which is all that the symbols need; there
//! are no general boolean operations.

use std::f32::consts::{PI, TAU};

use crate::scene::item::Pt;

/// A closed line of points, the first not repeated.
pub(super) type Ring = Vec<Pt>;

/// How far a flattened circle may lie inside the true one, in unit boxes: an eighth of a pixel at
/// 200 pixels.
const TOLERANCE: f32 = 0.000_6;

/// Turns sharper than this are corners, in radians; those below belong to a flattened curve.
const CORNER: f32 = 0.35;

pub(super) fn add(a: Pt, b: Pt) -> Pt {
    [a[0] + b[0], a[1] + b[1]]
}

pub(super) fn sub(a: Pt, b: Pt) -> Pt {
    [a[0] - b[0], a[1] - b[1]]
}

pub(super) fn scaled(a: Pt, k: f32) -> Pt {
    [a[0] * k, a[1] * k]
}

pub(super) fn dot(a: Pt, b: Pt) -> f32 {
    a[0] * b[0] + a[1] * b[1]
}

pub(super) fn length(a: Pt) -> f32 {
    a[0].hypot(a[1])
}

/// The direction of a vector; nothing for a vector without length.
pub(super) fn unit(a: Pt) -> Pt {
    let len = length(a);
    if len > 0.0 {
        scaled(a, 1.0 / len)
    } else {
        [0.0, 0.0]
    }
}

/// The point at an angle on a circle; 0 is to the right, a quarter turn is down.
pub(super) fn polar(center: Pt, radius: f32, angle: f32) -> Pt {
    add(center, [radius * angle.cos(), radius * angle.sin()])
}

/// Points along an arc, both ends included; the angle grows clockwise on the page.
pub(super) fn arc(center: Pt, radius: f32, from: f32, to: f32) -> Vec<Pt> {
    let step = (1.0 - TOLERANCE / radius.max(2.0 * TOLERANCE)).acos() * 2.0;
    let n = ((to - from).abs() / step).ceil().max(1.0) as usize;
    (0..=n)
        .map(|i| polar(center, radius, from + (to - from) * i as f32 / n as f32))
        .collect()
}

/// A whole circle.
pub(super) fn circle(center: Pt, radius: f32) -> Ring {
    let mut points = arc(center, radius, 0.0, TAU);
    points.pop();
    points
}

/// A circle of one radius with another cut out, for the even-odd rule.
pub(super) fn annulus(center: Pt, outer: f32, inner: f32) -> Vec<Ring> {
    vec![circle(center, outer), circle(center, inner)]
}

/// An upright rectangle by its centre and size.
pub(super) fn bar(center: Pt, width: f32, height: f32) -> Ring {
    let [x, y] = [width / 2.0, height / 2.0];
    [[-x, -y], [x, -y], [x, y], [-x, y]]
        .map(|p| add(center, p))
        .to_vec()
}

/// Points along a cubic Bézier curve without its start, so that runs can be chained.
pub(super) fn cubic(a: Pt, b: Pt, c: Pt, d: Pt) -> Vec<Pt> {
    const STEPS: usize = 16;
    let at = |t: f32, axis: usize| {
        let u = 1.0 - t;
        u * u * u * a[axis]
            + 3.0 * u * u * t * b[axis]
            + 3.0 * u * t * t * c[axis]
            + t * t * t * d[axis]
    };
    (1..=STEPS)
        .map(|i| {
            let t = i as f32 / STEPS as f32;
            [at(t, 0), at(t, 1)]
        })
        .collect()
}

/// A right half, given from top to bottom, with its mirror image about the vertical at `x`.
pub(super) fn mirrored(x: f32, half: &[Pt]) -> Ring {
    let left = half
        .iter()
        .rev()
        .filter(|p| p[0] != x)
        .map(|p| [2.0 * x - p[0], p[1]]);
    half.iter().copied().chain(left).collect()
}

/// Every point moved by a vector.
pub(super) fn moved(ring: &[Pt], by: Pt) -> Ring {
    ring.iter().map(|p| add(*p, by)).collect()
}

/// The same in the unit box, for a ring drawn on a grid of `cells` by `cells`.
pub(super) fn from_grid(ring: &[Pt], cells: f32) -> Ring {
    ring.iter()
        .map(|p| [p[0] / cells - 0.5, p[1] / cells - 0.5])
        .collect()
}

/// An open line drawn with a width: square ends, sharp joins.
pub(super) fn thick(line: &[Pt], width: f32) -> Ring {
    let side = |sign: f32| {
        (0..line.len()).map(move |i| {
            let before = unit(sub(line[i], line[i.saturating_sub(1)]));
            let after = unit(sub(line[(i + 1).min(line.len() - 1)], line[i]));
            let (n1, n2) = (normal(before), normal(after));
            let sum = add(n1, n2);
            let miter = if length(n1) == 0.0 || length(n2) == 0.0 {
                sum
            } else {
                scaled(sum, 1.0 / (1.0 + dot(n1, n2)).max(0.2))
            };
            add(line[i], scaled(miter, sign * width / 2.0))
        })
    };
    let mut ring: Ring = side(1.0).collect();
    ring.extend(side(-1.0).collect::<Vec<_>>().into_iter().rev());
    ring
}

fn normal(direction: Pt) -> Pt {
    [-direction[1], direction[0]]
}

/// A convex ring grown on all sides by `by`, with round corners.
pub(super) fn grown(ring: &[Pt], by: f32) -> Ring {
    let ring = clockwise(ring);
    let mut out = Ring::new();
    for (i, &p) in ring.iter().enumerate() {
        let (before, after) = around(&ring, i);
        // For a ring clockwise on the page the outside is to the left of each edge.
        let [n1, n2] = [sub(p, before), sub(after, p)].map(|d| scaled(normal(unit(d)), -1.0));
        let from = n1[1].atan2(n1[0]);
        let turn = (n1[0] * n2[1] - n1[1] * n2[0]).atan2(dot(n1, n2));
        if turn > CORNER {
            out.extend(arc(p, by, from, from + turn));
        } else {
            let middle = unit(add(n1, n2));
            out.push(add(p, scaled(middle, by / dot(middle, n1).max(0.5))));
        }
    }
    out
}

/// A convex ring shrunk on all sides by `by`; empty when nothing is left.
pub(super) fn shrunk(ring: &[Pt], by: f32) -> Ring {
    let ring = clockwise(ring);
    let mut out = ring.clone();
    for (i, &p) in ring.iter().enumerate() {
        let inward = normal(unit(sub(around(&ring, i).1, p)));
        out = cut(&out, add(p, scaled(inward, by)), inward);
    }
    out
}

/// The part of a ring on the side of a line to which `keep` points; `on` is a point of the line.
pub(super) fn cut(ring: &[Pt], on: Pt, keep: Pt) -> Ring {
    let side = |p: Pt| dot(sub(p, on), keep);
    let mut out = Ring::new();
    for (i, &p) in ring.iter().enumerate() {
        let next = around(ring, i).1;
        let (a, b) = (side(p), side(next));
        if a >= 0.0 {
            out.push(p);
        }
        if (a >= 0.0) != (b >= 0.0) {
            out.push(add(p, scaled(sub(next, p), a / (a - b))));
        }
    }
    out
}

/// Dashes along a closed ring, each as a ring of its own. The lengths are stretched a little so
/// that they fit, and a sharp corner always has a dash around it.
pub(super) fn dashes(ring: &[Pt], width: f32, dash: f32, gap: f32) -> Vec<Ring> {
    let corners: Vec<usize> = (0..ring.len())
        .filter(|&i| {
            let (before, after) = around(ring, i);
            let (a, b) = (sub(ring[i], before), sub(after, ring[i]));
            (a[0] * b[1] - a[1] * b[0]).atan2(dot(a, b)).abs() > CORNER
        })
        .collect();
    let start = corners.first().copied().unwrap_or(0);
    // The ring from its first corner back to it, as an open line with the way to each point.
    let line: Vec<Pt> = (0..=ring.len())
        .map(|i| ring[(start + i) % ring.len()])
        .collect();
    let mut way = vec![0.0];
    for pair in line.windows(2) {
        way.push(way[way.len() - 1] + length(sub(pair[1], pair[0])));
    }
    let total = way[way.len() - 1];
    let mut stops: Vec<f32> = corners.iter().map(|c| way[c - start]).collect();
    if stops.is_empty() {
        stops.push(0.0);
    }
    stops.push(total);
    let mut centers = Vec::new();
    for side in stops.windows(2) {
        let n = ((side[1] - side[0]) / (dash + gap)).round().max(1.0);
        let step = (side[1] - side[0]) / n;
        centers.extend(
            (0..n as usize).map(|i| (side[0] + step * i as f32, dash * (step / (dash + gap)))),
        );
    }
    centers
        .into_iter()
        .map(|(at, len)| thick(&stretch(&line, &way, at - len / 2.0, at + len / 2.0), width))
        .collect()
}

/// The piece of a closed line between two distances along it; a negative start comes from its end.
fn stretch(line: &[Pt], way: &[f32], from: f32, to: f32) -> Vec<Pt> {
    let total = way[way.len() - 1];
    if from < 0.0 {
        let mut head = stretch(line, way, from + total, total);
        head.pop();
        head.extend(stretch(line, way, 0.0, to));
        return head;
    }
    let at = |s: f32| {
        let i = way.partition_point(|w| *w < s).clamp(1, way.len() - 1);
        let t = (s - way[i - 1]) / (way[i] - way[i - 1]).max(f32::MIN_POSITIVE);
        add(line[i - 1], scaled(sub(line[i], line[i - 1]), t))
    };
    let inner = way
        .iter()
        .zip(line)
        .filter(|(w, _)| **w > from && **w < to)
        .map(|(_, p)| *p);
    std::iter::once(at(from))
        .chain(inner)
        .chain([at(to)])
        .collect()
}

/// The neighbours of a point of a ring.
fn around(ring: &[Pt], i: usize) -> (Pt, Pt) {
    let n = ring.len();
    (ring[(i + n - 1) % n], ring[(i + 1) % n])
}

/// The ring in clockwise order on the page.
fn clockwise(ring: &[Pt]) -> Ring {
    let mut ring = ring.to_vec();
    if area(&ring) < 0.0 {
        ring.reverse();
    }
    ring
}

/// Twice-halved cross products: the area, positive when clockwise on the page.
pub(super) fn area(ring: &[Pt]) -> f32 {
    let cross = |(i, p): (usize, &Pt)| {
        let q = around(ring, i).1;
        p[0] * q[1] - q[0] * p[1]
    };
    ring.iter().enumerate().map(cross).sum::<f32>() / 2.0
}

/// A regular star, one point up.
pub(super) fn star(points: usize, outer: f32, inner: f32) -> Ring {
    (0..points * 2)
        .map(|i| {
            let radius = if i % 2 == 0 { outer } else { inner };
            polar([0.0, 0.0], radius, PI * i as f32 / points as f32 - PI / 2.0)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_are_round_enough() {
        let area_share = area(&circle([0.0, 0.0], 0.5)) / (PI * 0.25);
        assert!((0.995..1.0).contains(&area_share), "{area_share}");
    }

    #[test]
    fn a_square_grows_and_shrinks_by_the_width() {
        let square = bar([0.1, 0.0], 0.6, 0.6);
        assert!((area(&shrunk(&square, 0.1)) - 0.16).abs() < 1e-5);
        let expected = 0.36 + 4.0 * 0.6 * 0.1 + PI * 0.01;
        assert!((area(&grown(&square, 0.1)) - expected).abs() < 1e-3);
        assert!((area(&cut(&square, [0.1, 0.1], [0.0, 1.0])) - 0.12).abs() < 1e-5);
        assert!(shrunk(&square, 0.4).len() < 3 || area(&shrunk(&square, 0.4)).abs() < 1e-6);
    }

    #[test]
    fn dashes_meet_at_the_corners_and_cover_their_share() {
        let square = bar([0.0, 0.0], 0.8, 0.8);
        let pieces = dashes(&square, 0.1, 0.12, 0.08);
        assert_eq!(pieces.len(), 16);
        let covered: f32 = pieces.iter().map(|p| area(p).abs()).sum();
        assert!((covered - 3.2 * 0.6 * 0.1).abs() < 0.01, "{covered}");
        let round = dashes(&circle([0.0, 0.0], 0.45), 0.06, 0.1, 0.1);
        assert_eq!(round.len(), 14);
    }

    #[test]
    fn a_thick_line_keeps_its_width_around_a_bend() {
        let bend = thick(&[[0.0, 0.0], [1.0, 0.0], [1.0, 1.0]], 0.2);
        assert!((area(&bend).abs() - 0.4).abs() < 1e-5);
    }
}
