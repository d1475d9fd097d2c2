//! The arrow of a movement: one tapered, gently bent outline from place to place.
//!
//! It works in page points and gives one polygon; colour, halo, dashes and words beside it are the
//! scene's, and so is the bow, by which several arrows between the same places are fanned out.

use super::outline::{add, dot, length, scaled, sub, unit};
use crate::scene::item::{Pt, Rect};

/// Width at the tail, as a share of the width at the head's root.
const TAIL: f32 = 0.35;
/// Width and length of the head, in widths of the shaft.
const HEAD_WIDTH: f32 = 2.6;
const HEAD_LENGTH: f32 = 2.3;
/// Room left free at the two ends, points: a symbol stands there.
const GAP_START_PT: f32 = 9.0;
const GAP_END_PT: f32 = 10.0;
/// The most that a symbol's gap and that a row's may take of a short way, and the most that the head
/// may take of what is left.
const MOST_GAP: f32 = 0.22;
const MOST_ROW: f32 = 0.36;
const MOST_HEAD: f32 = 0.55;
/// Points along a side.
const STEPS: usize = 24;

/// An arrow on the page, in points.
#[derive(Clone, PartialEq, Debug)]
pub struct ArrowShape {
    /// The outline, not closed explicitly; empty when there is no way to go.
    pub outline: Vec<Pt>,
    /// The line along its middle, from tail to tip.
    pub spine: Vec<Pt>,
    /// The middle of the whole way, whatever the growth.
    pub mid: Pt,
    /// Unit vector across the way at `mid`, to the outside of the bow; words stand best on this
    /// side.
    pub outward: Pt,
    /// The point of the head.
    pub tip: Pt,
    /// Direction in which the head points, in radians, clockwise on the page from "to the right".
    pub angle: f32,
    /// The box around the outline.
    pub bounds: Rect,
}

/// The way of an arrow.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Road {
    /// Where it starts, page points.
    pub from: Pt,
    /// Where it leads, page points.
    pub to: Pt,
    /// How far the control point of its curve lies off the straight way, as a share of its length;
    /// positive bends to the left of the way, negative to the right.
    pub bow: f32,
    /// Width of the shaft where the head begins, points.
    pub width_pt: f32,
    /// Room left free at its start and at its end, points along the way; never less than a symbol
    /// needs, and less on a short way.
    pub gaps_pt: [f32; 2],
}

impl Road {
    /// A road that leaves room for a symbol at both ends.
    pub fn new(from: Pt, to: Pt, bow: f32, width_pt: f32) -> Road {
        Road {
            from,
            to,
            bow,
            width_pt,
            gaps_pt: [GAP_START_PT, GAP_END_PT],
        }
    }

    /// The same road with an arrow that begins and ends outside the boxes in which its ends lie.
    pub fn clear_of(mut self, boxes: &[Rect]) -> Road {
        let curve = self.curve();
        let way = curve.lengths();
        let total = way[Curve::PIECES];
        let ends = [self.from, self.to];
        for (gap, end) in self.gaps_pt.iter_mut().zip(ends) {
            for b in boxes.iter().filter(|b| b.contains(end)) {
                // The last point of the way, seen from this end, that is still in the box.
                let at = |i: usize| curve.at(i as f32 / Curve::PIECES as f32);
                let outside = if end == self.from {
                    (0..=Curve::PIECES)
                        .find(|i| !b.contains(at(*i)))
                        .map(|i| way[i])
                } else {
                    let back = (0..=Curve::PIECES).rev();
                    back.into_iter()
                        .find(|i| !b.contains(at(*i)))
                        .map(|i| total - way[i])
                };
                *gap = gap.max(outside.unwrap_or(0.0));
            }
        }
        self
    }

    fn curve(&self) -> Curve {
        let straight = sub(self.to, self.from);
        let left = unit([straight[1], -straight[0]]);
        let middle = scaled(add(self.from, self.to), 0.5);
        Curve {
            from: self.from,
            control: add(middle, scaled(left, self.bow * length(straight))),
            to: self.to,
        }
    }
}

/// The arrow of a road when it has covered a share (0 to 1) of its way; its tail and curve stay where
/// they are.
pub fn arrow(road: &Road, growth: f32) -> ArrowShape {
    let (from, to) = (road.from, road.to);
    let straight = sub(to, from);
    let left = unit([straight[1], -straight[0]]);
    let curve = road.curve();
    let mid = curve.at(0.5);
    let outward = scaled(left, if road.bow < 0.0 { -1.0 } else { 1.0 });
    let nothing = || ArrowShape {
        outline: Vec::new(),
        spine: vec![from],
        mid,
        outward,
        tip: from,
        angle: straight[1].atan2(straight[0]),
        bounds: Rect::new(from, from),
    };
    let way = curve.lengths();
    let total = way[way.len() - 1];
    let gap = |wanted: f32, least: f32| {
        wanted
            .min(total * MOST_ROW)
            .max(least.min(total * MOST_GAP))
    };
    let begin = gap(road.gaps_pt[0], GAP_START_PT);
    let end = total - gap(road.gaps_pt[1], GAP_END_PT);
    let tip_at = begin + (end - begin) * growth.clamp(0.0, 1.0);
    // False for a way without length and for numbers that are none.
    if !(tip_at - begin > 0.5 && road.width_pt > 0.0) {
        return nothing();
    }
    // A short way gets a smaller arrow of the same form; a growing one only a smaller head.
    let room = (end - begin) * MOST_HEAD;
    let width = road.width_pt.min(room / HEAD_LENGTH);
    let head = (width * HEAD_LENGTH).min((tip_at - begin) * 0.8);
    let neck_at = tip_at - head;
    let taper = |s: f32| {
        width * (TAIL + (1.0 - TAIL) * (s - begin) / (end - width * HEAD_LENGTH - begin)).min(1.0)
    };

    let stops = (0..=STEPS).map(|i| begin + (neck_at - begin) * i as f32 / STEPS as f32);
    let shaft: Vec<(Pt, Pt, f32)> = stops
        .map(|s| {
            let t = Curve::parameter(&way, s);
            (curve.at(t), curve.normal(t), taper(s) / 2.0)
        })
        .collect();
    let tip = curve.at(Curve::parameter(&way, tip_at));
    let (neck, ..) = shaft[STEPS];
    // The head stands on the line from neck to tip, so that it is symmetrical on a bent way too.
    let forward = unit(sub(tip, neck));
    let wing = scaled(
        [-forward[1], forward[0]],
        head / HEAD_LENGTH * HEAD_WIDTH / 2.0,
    );
    // The barbs sweep back a little behind the neck.
    let back = scaled(forward, -head * 0.08);
    let side = |sign: f32| {
        shaft
            .iter()
            .map(move |(p, n, half)| add(*p, scaled(*n, sign * half)))
    };
    let mut outline: Vec<Pt> = side(1.0).collect();
    outline.extend([add(add(neck, wing), back), tip, add(sub(neck, wing), back)]);
    outline.extend(side(-1.0).collect::<Vec<_>>().into_iter().rev());
    let bounds = Rect::of_points(&outline).unwrap_or(Rect::new(from, from));
    ArrowShape {
        spine: shaft.iter().map(|(p, ..)| *p).chain([tip]).collect(),
        outline,
        mid,
        outward,
        tip,
        angle: forward[1].atan2(forward[0]),
        bounds,
    }
}

/// A quadratic Bézier curve.
struct Curve {
    from: Pt,
    control: Pt,
    to: Pt,
}

impl Curve {
    const PIECES: usize = 64;

    fn at(&self, t: f32) -> Pt {
        let u = 1.0 - t;
        let ends = add(scaled(self.from, u * u), scaled(self.to, t * t));
        add(ends, scaled(self.control, 2.0 * u * t))
    }

    /// Unit vector to the right of the way.
    fn normal(&self, t: f32) -> Pt {
        let first = scaled(sub(self.control, self.from), 1.0 - t);
        let [x, y] = unit(add(first, scaled(sub(self.to, self.control), t)));
        [-y, x]
    }

    /// The way from the start to each of evenly spaced parameters.
    fn lengths(&self) -> Vec<f32> {
        let mut way = vec![0.0];
        for i in 1..=Self::PIECES {
            let t = |i: usize| i as f32 / Self::PIECES as f32;
            let step = sub(self.at(t(i)), self.at(t(i - 1)));
            way.push(way[i - 1] + dot(step, step).sqrt());
        }
        way
    }

    /// The parameter at a distance along the way.
    fn parameter(way: &[f32], s: f32) -> f32 {
        let i = way.partition_point(|w| *w < s).clamp(1, Self::PIECES);
        let within = (s - way[i - 1]) / (way[i] - way[i - 1]).max(f32::MIN_POSITIVE);
        (i as f32 - 1.0 + within.clamp(0.0, 1.0)) / Self::PIECES as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arrow(from: Pt, to: Pt, bow: f32, width_pt: f32) -> ArrowShape {
        grown(from, to, bow, width_pt, 1.0)
    }

    fn grown(from: Pt, to: Pt, bow: f32, width_pt: f32, growth: f32) -> ArrowShape {
        super::arrow(&Road::new(from, to, bow, width_pt), growth)
    }

    #[test]
    fn the_head_is_at_the_destination_and_points_to_it() {
        for to in [[200.0, 0.0], [0.0, 150.0], [-80.0, -90.0], [30.0, 2.0]] {
            for bow in [-0.24, 0.0, 0.13, 0.24] {
                let a = arrow([0.0, 0.0], to, bow, 8.0);
                assert!(
                    length(sub(a.tip, to)) <= GAP_END_PT + 0.1,
                    "{to:?} {bow} {:?}",
                    a.tip
                );
                assert!(length(sub(a.tip, to)) < length(sub(a.spine[0], to)));
                let ahead = [a.angle.cos(), a.angle.sin()];
                assert!(dot(ahead, unit(sub(to, a.tip))) > 0.95, "{to:?} {bow}");
                assert!(a.outline.contains(&a.tip));
                assert!(a.bounds.contains(a.tip));
            }
        }
    }

    #[test]
    fn the_bow_bends_to_the_left_and_words_go_outside() {
        let a = arrow([0.0, 0.0], [100.0, 0.0], 0.2, 5.0);
        assert!((a.mid[1] + 10.0).abs() < 1e-3, "{:?}", a.mid);
        assert!(a.outward[1] < -0.9);
        assert!(arrow([0.0, 0.0], [100.0, 0.0], -0.2, 5.0).outward[1] > 0.9);
    }

    #[test]
    fn it_tapers_and_grows_along_the_same_way() {
        let whole = arrow([0.0, 0.0], [200.0, 0.0], 0.0, 8.0);
        let at_tail = length(sub(
            whole.outline[0],
            whole.outline[whole.outline.len() - 1],
        ));
        assert!((at_tail - 8.0 * TAIL).abs() < 0.01, "{at_tail}");
        assert!((whole.bounds.height() - 8.0 * HEAD_WIDTH).abs() < 0.01);
        let half = grown([0.0, 0.0], [200.0, 0.0], 0.0, 8.0, 0.5);
        assert!(
            (half.tip[0] - (9.0 + 190.0) / 2.0).abs() < 0.5,
            "{:?}",
            half.tip
        );
        assert_eq!((half.spine[0], half.mid), (whole.spine[0], whole.mid));
        let tips: Vec<f32> = (1..=20)
            .map(|i| grown([0.0, 0.0], [200.0, 0.0], 0.1, 8.0, i as f32 / 20.0).tip[0])
            .collect();
        assert!(tips.is_sorted(), "{tips:?}");
    }

    #[test]
    fn short_ways_and_odd_numbers_stay_tidy() {
        let short = arrow([0.0, 0.0], [14.0, 0.0], 0.2, 11.0);
        assert!(
            short.bounds.width() < 14.0 && short.bounds.height() < 14.0,
            "{:?}",
            short.bounds
        );
        assert!(!short.outline.is_empty());
        assert!(arrow([5.0, 5.0], [5.0, 5.0], 0.2, 8.0).outline.is_empty());
        assert!(
            arrow([f32::NAN, 5.0], [5.0, 5.0], 0.2, 8.0)
                .outline
                .is_empty()
        );
        assert!(
            grown([0.0, 0.0], [100.0, 0.0], 0.2, 8.0, 0.0)
                .outline
                .is_empty()
        );
    }

    #[test]
    fn it_begins_and_ends_outside_the_rows_at_its_ends() {
        let rows = [
            Rect::around([0.0, 0.0], 60.0, 16.0),
            Rect::around([200.0, 0.0], 80.0, 16.0),
            Rect::around([100.0, -18.0], 10.0, 10.0),
        ];
        let road = Road::new([0.0, 0.0], [200.0, 0.0], 0.18, 5.0).clear_of(&rows);
        let shape = super::arrow(&road, 1.0);
        for point in &shape.spine {
            assert!(!rows[0].contains(*point) && !rows[1].contains(*point));
        }
        assert_eq!(
            Road::new([0.0, 0.0], [50.0, 0.0], 0.1, 5.0)
                .clear_of(&[])
                .gaps_pt,
            [9.0, 10.0]
        );
    }
}
