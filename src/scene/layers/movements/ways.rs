//! Which bow each arrow takes, so that it bends around what it would cover and none lies on another.
//!
//! A fixed list of bows is tried for each arrow in turn; the cheapest is taken, the gentler one where
//! two cost the same. It knows boxes and points only, so the same ends among the same boxes always
//! give the same curves.

use crate::scene::item::{Pt, Rect};
use crate::scene::symbols::{ArrowShape, Road, arrow};

/// The bows that are tried, the preferred one first; positive bends to the left of the way.
pub(super) const BOWS: [f32; 12] = [
    0.18, 0.25, -0.18, 0.12, -0.25, 0.33, -0.12, -0.33, 0.42, -0.42, 0.52, -0.52,
];
/// What a place later in the list costs.
const RANK_COST: f32 = 0.45;
/// What a box under the arrow costs, whatever the length covered, and each point of that length.
const BOX_COST: f32 = 10.0;
const BOX_COST_PT: f32 = 0.12;
/// What it costs to lie along another arrow, or beyond the page, for the whole way.
const OVERLAP_COST: f32 = 16.0;
const OUTSIDE_COST: f32 = 10.0;
/// Near its ends an arrow may touch others that go to the same place.
const SHARED_END_PT: f32 = 24.0;
/// Air between two arrows.
const AIR_PT: f32 = 3.0;
/// Distance between the points of a way that are looked at.
const STEP_PT: f32 = 3.0;

/// An arrow that looks for its bow.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    /// Where it starts, page points.
    pub from: Pt,
    /// Where it ends, page points.
    pub to: Pt,
    /// Width of its shaft.
    pub width_pt: f32,
}

/// The road of every way, in their order: earlier ones keep theirs when later ones are added. It begins
/// and ends at the edge of the boxes that its ends lie in.
pub(super) fn roads(ways: &[Way], avoid: &[Rect], page: Rect) -> Vec<Road> {
    let mut placed: Vec<(Way, Vec<Pt>)> = Vec::new();
    let mut chosen = Vec::new();
    for way in ways {
        let road = |bow| Road::new(way.from, way.to, bow, way.width_pt).clear_of(avoid);
        let mut best = (f32::INFINITY, road(BOWS[0]), Vec::new());
        for (rank, bow) in (0u8..).zip(BOWS) {
            let road = road(bow);
            let points = samples(&arrow(&road, 1.0));
            let cost = f32::from(rank) * RANK_COST
                + covered(way, &points, avoid)
                + outside(&points, page) * OUTSIDE_COST
                + overlap(way, &points, &placed) * OVERLAP_COST;
            if cost < best.0 {
                best = (cost, road, points);
            }
        }
        chosen.push(best.1);
        placed.push((*way, best.2));
    }
    chosen
}

/// Points along the middle of an arrow, evenly spaced.
fn samples(shape: &ArrowShape) -> Vec<Pt> {
    let mut points = Vec::new();
    for pair in shape.spine.windows(2) {
        let [dx, dy] = [pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]];
        let steps = (dx.hypot(dy) / STEP_PT).ceil().clamp(1.0, 100.0);
        for i in 0..(steps as u16) {
            let t = f32::from(i) / steps;
            points.push([pair[0][0] + t * dx, pair[0][1] + t * dy]);
        }
    }
    points.extend(shape.spine.last());
    points
}

/// The cost of the boxes under an arrow; those at its ends do not count.
fn covered(way: &Way, points: &[Pt], avoid: &[Rect]) -> f32 {
    let at_an_end = |b: &Rect| {
        let near = b.expand(3.0);
        near.contains(way.from) || near.contains(way.to)
    };
    let cost = |b: &Rect| {
        let wide = b.expand(way.width_pt / 2.0 + 1.5);
        let inside = points.iter().filter(|p| wide.contains(**p)).count();
        if inside == 0 {
            0.0
        } else {
            BOX_COST + inside as f32 * STEP_PT * BOX_COST_PT
        }
    };
    avoid.iter().filter(|b| !at_an_end(b)).map(cost).sum()
}

/// The share of a way that lies beyond the page.
fn outside(points: &[Pt], page: Rect) -> f32 {
    let beyond = points.iter().filter(|p| !page.contains(**p)).count();
    beyond as f32 / points.len().max(1) as f32
}

/// The share of a way that lies along arrows placed before; ends where both meet do not count.
fn overlap(way: &Way, points: &[Pt], placed: &[(Way, Vec<Pt>)]) -> f32 {
    // Squares are compared: every point of every way is held against all of the others.
    let is_near = |a: Pt, b: Pt, reach: f32| {
        let [dx, dy] = [a[0] - b[0], a[1] - b[1]];
        dx * dx + dy * dy < reach * reach
    };
    let free = |p: Pt| !is_near(p, way.from, SHARED_END_PT) && !is_near(p, way.to, SHARED_END_PT);
    let touching = |p: &&Pt| {
        placed.iter().any(|(other, theirs)| {
            let near = (way.width_pt + other.width_pt) / 2.0 + AIR_PT;
            theirs.iter().any(|q| is_near(**p, *q, near))
        })
    };
    let shared = points.iter().filter(|p| free(**p)).filter(touching).count();
    shared as f32 / points.len().max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: Rect = Rect::new([-500.0, -500.0], [500.0, 500.0]);

    fn bows(ways: &[Way], avoid: &[Rect], page: Rect) -> Vec<f32> {
        roads(ways, avoid, page).iter().map(|r| r.bow).collect()
    }

    fn way(from: Pt, to: Pt) -> Way {
        Way {
            from,
            to,
            width_pt: 5.0,
        }
    }

    #[test]
    fn with_nothing_in_the_way_the_default_bow_is_taken() {
        let ways = [way([0.0, 0.0], [200.0, 0.0])];
        assert_eq!(bows(&ways, &[], PAGE), [BOWS[0]]);
        let at_its_ends = [
            Rect::around([0.0, 0.0], 60.0, 20.0),
            Rect::around([200.0, 0.0], 60.0, 20.0),
        ];
        assert_eq!(bows(&ways, &at_its_ends, PAGE), [BOWS[0]]);
    }

    #[test]
    fn it_bends_around_a_box() {
        let ways = [way([0.0, 0.0], [200.0, 0.0])];
        for y in [-18.0, 0.0, 18.0] {
            let in_the_way = [Rect::around([100.0, y], 30.0, 18.0)];
            let road = roads(&ways, &in_the_way, PAGE)[0];
            let shape = arrow(&road, 1.0);
            let over = samples(&shape)
                .iter()
                .any(|p| in_the_way[0].expand(2.5).contains(*p));
            assert!(!over, "{y}: {road:?}");
        }
    }

    #[test]
    fn arrows_between_the_same_places_fan_out() {
        let one = way([0.0, 0.0], [200.0, 40.0]);
        for count in 2..=4 {
            let ways = vec![one; count];
            let chosen = bows(&ways, &[], PAGE);
            for (i, a) in chosen.iter().enumerate() {
                for b in &chosen[..i] {
                    let mid = |bow| arrow(&Road::new(one.from, one.to, bow, 5.0), 1.0).mid;
                    let (a, b) = (mid(*a), mid(*b));
                    let apart = (a[0] - b[0]).hypot(a[1] - b[1]);
                    assert!(apart > 5.0, "{count}: {chosen:?}");
                }
            }
        }
    }

    #[test]
    fn earlier_arrows_keep_their_bows() {
        let mut ways = vec![
            way([0.0, 0.0], [200.0, 0.0]),
            way([0.0, 0.0], [190.0, 30.0]),
        ];
        let before = bows(&ways, &[], PAGE);
        ways.push(way([0.0, 0.0], [205.0, 10.0]));
        assert_eq!(bows(&ways, &[], PAGE)[..2], before[..]);
    }

    #[test]
    fn odd_numbers_give_some_bow() {
        let odd = way([f32::NAN, 0.0], [f32::INFINITY, 1.0]);
        assert_eq!(bows(&[odd, odd], &[Rect::default()], PAGE).len(), 2);
    }
}
