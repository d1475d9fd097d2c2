//! Gentle curves beside a river, for its name.
//!
//! A window slides along the river; the stretch inside is smoothed to a parabola (least squares over
//! the window's even steps, in the orthogonal polynomials of Legendre) and lifted until the river's
//! highest bend just touches it, so that letters above it never stand in the water. Windows of many
//! lengths are tried, because the same name is long on a small map and short on a large one.
//!
//! From the river's line only, in map space. It knows no page and sets no letters.

use super::arc::distance;
use crate::geo::MapPt;
use std::f64::consts::PI;

/// Steps of the river inside a window; a stretch has one point more.
const STEPS: usize = 28;
/// The shortest window, map units: about 45 points of the page at zoom 8, a river's name in ordinary
/// type. On larger maps the name takes the middle of it.
const SHORTEST: f64 = 45.0 / (256.0 * 256.0);
/// Windows of a river at most: beyond that, the shortest are left out.
const MOST_WINDOWS: usize = 1_200;
/// The river may leave its smoothed stretch by this share of the stretch's length.
const WIGGLE: f64 = 0.05;
/// No stretch turns by more than this from end to end.
const MOST_TURN: f64 = PI / 3.0;
/// No stretch is steeper than this anywhere.
const STEEPEST: f64 = 75.0 / 180.0 * PI;

/// The stretches of a river beside which its name may stand, each from left to right on the page and
/// above the river (to its left where it runs upright). Long ones first, each about half as long as
/// those before; among those of one length the calmest first. The caller takes the first that has,
/// on its page, the length it needs.
pub(in crate::scene) fn river_stretches(line: &[MapPt]) -> Vec<Vec<MapPt>> {
    let mut walked = vec![0.0f64];
    for pair in line.windows(2) {
        walked.push(walked[walked.len() - 1] + distance(pair[0], pair[1]));
    }
    let whole = walked[walked.len() - 1];
    if !(whole.is_finite() && whole >= SHORTEST) || line.len() < 2 {
        return Vec::new();
    }
    let mut out = Vec::new();
    let (mut length, mut windows) = (whole, 0);
    while length >= SHORTEST {
        let shift = length / 4.0;
        let count = ((whole - length) / shift).round() as usize + 1;
        windows += count;
        if windows > MOST_WINDOWS {
            break;
        }
        let starts = (0..count).map(|n| n as f64 * shift);
        let mut class: Vec<(f64, Vec<MapPt>)> = starts
            .filter_map(|from| stretch(line, &walked, from.min(whole - length), length))
            .collect();
        class.sort_by(|a, b| a.0.total_cmp(&b.0));
        out.extend(class.into_iter().map(|(_, points)| points));
        length *= 0.6;
    }
    out
}

/// The smoothed stretch of a window with its unrest; nothing when the river is too restless there.
fn stretch(line: &[MapPt], walked: &[f64], from: f64, length: f64) -> Option<(f64, Vec<MapPt>)> {
    let mut window = resampled(line, walked, from, length);
    let (first, last) = (window[0], window[STEPS]);
    if last[0] < first[0] {
        window.reverse();
    }
    let curve = parabola(&window);
    let chord = distance(curve[0], curve[STEPS]);
    let ahead = |i: usize| [curve[i + 1][0] - curve[i][0], curve[i + 1][1] - curve[i][1]];
    let angles = [0, STEPS / 2, STEPS - 1].map(|i| {
        let [dx, dy] = ahead(i);
        dy.atan2(dx)
    });
    let turn = (angles[2] - angles[0]).abs();
    let steepest = angles.iter().fold(0.0, |s: f64, a| s.max(a.abs()));
    if turn > MOST_TURN || steepest > STEEPEST || chord < 0.72 * length {
        return None;
    }
    let (mut rise, mut wiggle) = (0.0f64, 0.0f64);
    for (i, (river, smooth)) in window.iter().zip(&curve).enumerate() {
        let [dx, dy] = ahead(i.min(STEPS - 1));
        let long = dx.hypot(dy).max(f64::MIN_POSITIVE);
        let above = ((river[0] - smooth[0]) * dy - (river[1] - smooth[1]) * dx) / long;
        rise = rise.max(above);
        wiggle = wiggle.max(above.abs());
    }
    if wiggle > WIGGLE * chord {
        return None;
    }
    let (sin, cos) = angles[1].sin_cos();
    let lifted = curve
        .iter()
        .map(|p| [p[0] + rise * sin, p[1] - rise * cos])
        .collect();
    let unrest = wiggle / chord + 0.04 * turn + 0.05 * steepest;
    Some((unrest, lifted))
}

/// Evenly spaced points of a part of a line.
fn resampled(line: &[MapPt], walked: &[f64], from: f64, length: f64) -> Vec<MapPt> {
    let last = line.len() - 2;
    let point = |step: usize| {
        let along = from + length * step as f64 / STEPS as f64;
        let behind = walked.partition_point(|w| *w <= along);
        let side = behind.saturating_sub(1).min(last);
        let long = walked[side + 1] - walked[side];
        let t = if long > 0.0 {
            ((along - walked[side]) / long).clamp(0.0, 1.0)
        } else {
            0.0
        };
        let (a, b) = (line[side], line[side + 1]);
        [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]
    };
    (0..=STEPS).map(point).collect()
}

/// The parabola nearest to evenly spaced points, at the same steps.
fn parabola(points: &[MapPt]) -> Vec<MapPt> {
    let u = |i: usize| 2.0 * i as f64 / STEPS as f64 - 1.0;
    let count = (STEPS + 1) as f64;
    let mean_square = (0..=STEPS).map(|i| u(i) * u(i)).sum::<f64>() / count;
    // Orthogonal over the even steps: 1, u, and u² less its mean.
    let basis = |i: usize| [1.0, u(i), u(i) * u(i) - mean_square];
    let mut weights = [[0.0; 2]; 3];
    for (k, weight) in weights.iter_mut().enumerate() {
        let norm: f64 = (0..=STEPS).map(|i| basis(i)[k] * basis(i)[k]).sum();
        for (axis, w) in weight.iter_mut().enumerate() {
            let along = points.iter().enumerate();
            *w = along.map(|(i, p)| basis(i)[k] * p[axis]).sum::<f64>() / norm;
        }
    }
    let place = |i: usize, axis: usize| (0..3).map(|k| basis(i)[k] * weights[k][axis]).sum();
    (0..=STEPS).map(|i| [place(i, 0), place(i, 1)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A river of so much wiggle across its course of `length` map units.
    fn river(length: f64, wiggle: f64) -> Vec<MapPt> {
        let at = |i: i32| {
            let t = f64::from(i) / 300.0;
            let y = 0.4 - 0.1 * length * t + wiggle * (60.0 * t).sin();
            [0.5 + length * t, y]
        };
        (0..=300).map(at).collect()
    }

    #[test]
    fn a_calm_river_is_named_along_its_whole_and_along_parts() {
        let line = river(0.02, 0.000_05);
        let stretches = river_stretches(&line);
        let long = |s: &Vec<MapPt>| distance(s[0], s[s.len() - 1]);
        assert!(long(&stretches[0]) > 0.019);
        assert!(stretches.iter().any(|s| long(s) < 0.002));
        for s in &stretches {
            assert!(s.windows(2).all(|p| p[1][0] > p[0][0]), "reads rightwards");
        }
        let backwards: Vec<MapPt> = line.iter().rev().copied().collect();
        let again = river_stretches(&backwards);
        assert_eq!(again.len(), stretches.len(), "whichever way it flows");
    }

    #[test]
    fn a_name_never_stands_in_the_water() {
        let line = river(0.02, 0.000_2);
        for s in river_stretches(&line) {
            for p in &line {
                let next = s.windows(2).find(|w| w[0][0] <= p[0] && p[0] <= w[1][0]);
                let Some(w) = next else { continue };
                let t = (p[0] - w[0][0]) / (w[1][0] - w[0][0]);
                let y = w[0][1] + t * (w[1][1] - w[0][1]);
                assert!(y <= p[1] + 3e-5, "{y} under {}", p[1]);
            }
        }
    }

    #[test]
    fn a_restless_river_offers_its_calm_parts_only() {
        let mut line = river(0.02, 0.003);
        let calm = river(0.02, 0.0);
        line.extend(calm.iter().map(|p| [p[0] + 0.02, p[1] - 0.002]));
        let stretches = river_stretches(&line);
        assert!(!stretches.is_empty());
        assert!(stretches[0][0][0] > 0.515, "{:?}", stretches[0][0]);
    }

    #[test]
    fn nothing_comes_of_nothing() {
        for line in [
            vec![],
            vec![[0.5, 0.5]],
            vec![[0.5, 0.5]; 9],
            vec![[0.5, 0.5], [f64::NAN, 0.6]],
            vec![[0.0, 0.0], [f64::MAX, f64::MAX]],
            vec![[0.5, 0.2], [0.5, 0.8]],
        ] {
            assert!(river_stretches(&line).is_empty(), "{line:?}");
        }
    }
}
