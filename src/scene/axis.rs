//! The line along a country's body on which its name is written.
//!
//! Computed once from the coarsest level, in map space, so that a name does not move against the map.
//! A sketch of the medial axis: the longest well-cleared chords through points of a grid.

use crate::geo::{MapBox, MapPt, inside};
use crate::model::basemap::Level;

/// A chord that a name may be written along.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Axis {
    /// Its middle.
    pub center: MapPt,
    /// Direction on the page, radians clockwise, -π/3 to π/3.
    pub angle: f64,
    /// Half its length, in map units.
    pub half: f64,
}

const GRID: i32 = 14;
const MOST: usize = 10;

/// The best axes of a country, best first.
pub(super) fn axes(level: &Level, iso: &str) -> Vec<Axis> {
    let Some(country) = level.country(iso) else {
        return Vec::new();
    };
    let rings: Vec<Vec<MapPt>> = country.rings.iter().map(|w| level.points(w)).collect();
    let size = |r: &Vec<MapPt>| {
        let b = MapBox::around(r);
        (b.max[0] - b.min[0]) * (b.max[1] - b.min[1])
    };
    let Some(body) = rings.iter().max_by(|a, b| size(a).total_cmp(&size(b))) else {
        return Vec::new();
    };
    let bounds = MapBox::around(body);
    let mut found: Vec<(f64, Axis)> = Vec::new();
    for row in 1..GRID {
        for column in 1..GRID {
            let at = |axis: usize, n: i32| {
                let extent = bounds.max[axis] - bounds.min[axis];
                bounds.min[axis] + extent * f64::from(n) / f64::from(GRID)
            };
            let center = [at(0, column), at(1, row)];
            if !inside([body.as_slice()], center) {
                continue;
            }
            for step in -4..=4i32 {
                let angle = f64::from(step) * std::f64::consts::PI / 12.0;
                let along = half_chord(body, center, angle);
                let across = half_chord(body, center, angle + std::f64::consts::FRAC_PI_2);
                let room = (across / along).min(0.4);
                let turn = 1.0 - 0.35 * f64::from(step.abs()) / 4.0;
                let score = along * (0.25 + room) * turn;
                found.push((
                    score,
                    Axis {
                        center,
                        angle,
                        half: along,
                    },
                ));
            }
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut best: Vec<Axis> = Vec::new();
    for (_, axis) in found {
        let apart = |other: &Axis| {
            let d = (0..2).map(|i| (axis.center[i] - other.center[i]).abs());
            d.fold(0.0, f64::max) > axis.half * 0.25
        };
        if best.iter().all(apart) {
            best.push(axis);
        }
        if best.len() == MOST {
            break;
        }
    }
    best
}

/// Half the length of the longest chord through `center` in a direction that has `center` in its
/// middle.
fn half_chord(ring: &[MapPt], center: MapPt, angle: f64) -> f64 {
    let (dy, dx) = angle.sin_cos();
    let (mut ahead, mut behind) = (f64::INFINITY, f64::INFINITY);
    for pair in ring.windows(2) {
        let [a, b] = [pair[0], pair[1]];
        let side = |p: MapPt| (p[0] - center[0]) * dy - (p[1] - center[1]) * dx;
        let (sa, sb) = (side(a), side(b));
        if (sa > 0.0) == (sb > 0.0) {
            continue;
        }
        let t = sa / (sa - sb);
        let (x, y) = (a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]));
        let along = (x - center[0]) * dx + (y - center[1]) * dy;
        if along > 0.0 {
            ahead = ahead.min(along);
        } else {
            behind = behind.min(-along);
        }
    }
    let half = ahead.min(behind);
    if half.is_finite() { half } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_focus_countries_lie_inside_them() {
        let atlas = crate::data::shipped().expect("the shipped data");
        let level = atlas.basemap.level(2);
        for iso in &atlas.focus {
            let best = axes(level, iso);
            assert!(!best.is_empty(), "{iso}");
            let at = level.country_at(best[0].center).map(|c| c.iso.as_str());
            assert_eq!(at, Some(iso.as_str()));
        }
        assert!(axes(level, "XXX").is_empty());
    }
}
