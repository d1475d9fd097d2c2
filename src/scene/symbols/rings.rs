//! Rings around symbols that depend on numbers: the ring of shares of a cluster.
//!
//! It draws sectors in the order given, each in its pattern. What is shared, its colours and the count
//! inside are the scene's business.

use std::f32::consts::{FRAC_PI_2, TAU};

use super::outline::{Ring, annulus, arc};

/// Outer and inner radius, unit boxes: a ring of 4 points in a disc of 26.
const OUTER: f32 = 0.5;
const INNER: f32 = 0.5 - 4.0 / 26.0;
/// Gap between sectors, the same at both edges of the ring: 1.3 points in a disc of 26.
const GAP: f32 = 1.3 / 26.0;
/// Outer and inner radius of the two lines of a double sector: 1.3 points each in a disc of 26.
const OUTER_LINE: [f32; 2] = [OUTER, OUTER - 1.3 / 26.0];
const INNER_LINE: [f32; 2] = [INNER + 1.3 / 26.0, INNER];
/// The line of a thin sector: 1.8 points.
const THIN_LINE: [f32; 2] = [OUTER, OUTER - 1.8 / 26.0];
/// Length of a tick with its gap, and the gap: 3.4 and 1.2 points in a disc of 26.
const TICK: f32 = 3.4 / 26.0;
const TICK_GAP: f32 = 1.2 / 26.0;
/// The least angle of a sector, gaps not counted, so that one event among many is still seen.
const LEAST: f32 = 0.22;

/// The pattern of a sector, so that neighbours differ without colour too.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Band {
    /// Filled.
    Solid,
    /// Two thin lines.
    Double,
    /// One thin line at the outer edge.
    Thin,
    /// Cut across into short pieces.
    Ticked,
}

/// Sectors of a ring in the unit box, one for each share, clockwise from the top in the order
/// given; even-odd. Shares need not add up to anything; a share of zero or less gives an empty
/// sector.
pub fn cluster_ring(shares: &[(f32, Band)]) -> Vec<Vec<Ring>> {
    let sizes: Vec<f32> = shares
        .iter()
        .map(|(s, _)| if s.is_finite() { s.max(0.0) } else { 0.0 })
        .collect();
    let total: f32 = sizes.iter().sum();
    let shown = sizes.iter().filter(|s| **s > 0.0).count();
    let gap = GAP / INNER;
    let least = (LEAST + gap).min(TAU / shown.max(1) as f32);
    let mut from = -FRAC_PI_2;
    let angles = widened(&sizes, total, least);
    let bands = shares.iter().map(|(_, band)| *band);
    bands
        .zip(angles)
        .map(|(band, angle)| {
            let to = from + angle;
            let rings = match (angle > 0.0, shown) {
                (false, _) => Vec::new(),
                (true, 1) => whole(band),
                (true, _) => sector(from, to, band),
            };
            from = to;
            rings
        })
        .collect()
}

/// A ring of one pattern all around.
fn whole(band: Band) -> Vec<Ring> {
    let lines = |[outer, inner]: [f32; 2]| annulus([0.0, 0.0], outer, inner);
    match band {
        Band::Solid => lines([OUTER, INNER]),
        Band::Double => [lines(OUTER_LINE), lines(INNER_LINE)].concat(),
        Band::Thin => lines(THIN_LINE),
        Band::Ticked => ticks(-FRAC_PI_2, TAU - FRAC_PI_2, 0.0),
    }
}

/// The angle of each share: at least `least`, the rest in proportion.
fn widened(shares: &[f32], total: f32, least: f32) -> Vec<f32> {
    let small = |s: f32| s > 0.0 && s / total * TAU < least;
    let fixed = shares.iter().filter(|s| small(**s)).count() as f32 * least;
    let rest: f32 = shares.iter().filter(|s| !small(**s)).sum();
    shares
        .iter()
        .map(|&s| match () {
            () if s <= 0.0 => 0.0,
            () if small(s) => least,
            () => s / rest * (TAU - fixed),
        })
        .collect()
}

/// A piece of the ring in its pattern.
fn sector(from: f32, to: f32, band: Band) -> Vec<Ring> {
    match band {
        Band::Solid => vec![piece(from, to, [OUTER, INNER], GAP)],
        Band::Double => vec![
            piece(from, to, OUTER_LINE, GAP),
            piece(from, to, INNER_LINE, GAP),
        ],
        Band::Thin => vec![piece(from, to, THIN_LINE, GAP)],
        Band::Ticked => ticks(from, to, GAP),
    }
}

/// Short pieces of the ring, with half the gap of a sector free at either end.
fn ticks(from: f32, to: f32, gap: f32) -> Vec<Ring> {
    let middle = (OUTER + INNER) / 2.0;
    let free = (gap - TICK_GAP).max(0.0) / 2.0 / middle;
    let (from, to) = (from + free, to - free);
    let count = ((to - from) / (TICK / middle)).round().max(1.0);
    let at = |i: u8| from + (to - from) / count * f32::from(i);
    (0..count as u8)
        .map(|i| piece(at(i), at(i + 1), [OUTER, INNER], TICK_GAP))
        .collect()
}

/// A piece between two radii, cut so that the gap beside it has straight, parallel edges.
fn piece(from: f32, to: f32, [outer, inner]: [f32; 2], gap: f32) -> Ring {
    let inset = |radius: f32| (gap / 2.0 / radius).asin();
    let (off_outer, off_inner) = (inset(outer), inset(inner));
    let mut ring = arc([0.0, 0.0], outer, from + off_outer, to - off_outer);
    ring.extend(arc([0.0, 0.0], inner, to - off_inner, from + off_inner));
    ring
}

#[cfg(test)]
mod tests {
    use super::super::outline::area;
    use super::*;

    fn solid(shares: &[f32]) -> Vec<(f32, Band)> {
        shares.iter().map(|s| (*s, Band::Solid)).collect()
    }

    fn angles(shares: &[f32]) -> Vec<f32> {
        let whole = std::f32::consts::PI * (OUTER * OUTER - INNER * INNER);
        cluster_ring(&solid(shares))
            .iter()
            .map(|s| s.iter().map(|r| area(r)).sum::<f32>() / whole)
            .collect()
    }

    #[test]
    fn sectors_are_in_proportion_and_leave_gaps() {
        let a = angles(&[2.0, 1.0, 1.0]);
        assert!(a[0] > 1.9 * a[1] && (a[1] - a[2]).abs() < 1e-3, "{a:?}");
        assert!(a.iter().sum::<f32>() < 0.97);
    }

    #[test]
    fn small_shares_are_still_seen_and_none_is_lost() {
        let a = angles(&[100.0, 1.0, 0.0]);
        assert!(a[1] > 0.02 && a[2] == 0.0, "{a:?}");
        assert_eq!(
            cluster_ring(&solid(&[0.0, 5.0]))[1].len(),
            2,
            "a single share is a whole ring"
        );
        assert!(cluster_ring(&solid(&[f32::NAN, 1.0, 1.0]))[0].is_empty());
        assert_eq!(cluster_ring(&[]).len(), 0);
        assert_eq!(cluster_ring(&solid(&[1.0; 40])).len(), 40);
    }

    #[test]
    fn patterns_stay_inside_the_sector_and_lighter_than_solid() {
        for shares in [vec![1.0], vec![3.0, 1.0, 1.0]] {
            let ink = |band: Band| {
                let all: Vec<(f32, Band)> = shares.iter().map(|s| (*s, band)).collect();
                let rings = cluster_ring(&all);
                // Holes of a whole ring are the second of each pair.
                let sign = |i: usize| {
                    if shares.len() == 1 && band != Band::Ticked && i % 2 == 1 {
                        -1.0
                    } else {
                        1.0
                    }
                };
                let sum = |(i, r): (usize, &Ring)| sign(i) * area(r).abs();
                rings[0].iter().enumerate().map(sum).sum::<f32>()
            };
            let solid = ink(Band::Solid);
            for band in [Band::Double, Band::Thin, Band::Ticked] {
                let share = ink(band) / solid;
                assert!((0.4..0.78).contains(&share), "{band:?} {share}");
            }
        }
        for ring in cluster_ring(&[(1.0, Band::Ticked), (2.0, Band::Double)])
            .iter()
            .flatten()
        {
            for p in ring {
                assert!((INNER - 1e-3..=OUTER + 1e-3).contains(&p[0].hypot(p[1])));
            }
        }
    }
}
