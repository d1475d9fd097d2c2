//! Rings around symbols that depend on numbers: the ring of shares of a cluster.
//!
//! It draws sectors in the order given. What is shared, its colours and the count inside are the
//! scene's business.

use std::f32::consts::{FRAC_PI_2, TAU};

use super::outline::{Ring, annulus, arc};

/// Outer and inner radius, unit boxes: a ring of 4 points in a disc of 26.
const OUTER: f32 = 0.5;
const INNER: f32 = 0.5 - 4.0 / 26.0;
/// Gap between sectors, the same at both edges of the ring: 1.3 points in a disc of 26.
const GAP: f32 = 1.3 / 26.0;
/// The least angle of a sector, gaps not counted, so that one event among many is still seen.
const LEAST: f32 = 0.22;

/// Sectors of a ring in the unit box, one for each share, clockwise from the top in the order
/// given; even-odd. Shares need not add up to anything; a share of zero or less gives an empty
/// sector.
pub fn cluster_ring(shares: &[f32]) -> Vec<Vec<Ring>> {
    let shares: Vec<f32> = shares
        .iter()
        .map(|s| if s.is_finite() { s.max(0.0) } else { 0.0 })
        .collect();
    let total: f32 = shares.iter().sum();
    let shown = shares.iter().filter(|s| **s > 0.0).count();
    if shown == 1 {
        let whole = |s: &f32| {
            if *s > 0.0 {
                annulus([0.0, 0.0], OUTER, INNER)
            } else {
                Vec::new()
            }
        };
        return shares.iter().map(whole).collect();
    }
    let gap = GAP / INNER;
    let least = (LEAST + gap).min(TAU / shown.max(1) as f32);
    let mut from = -FRAC_PI_2;
    widened(&shares, total, least)
        .into_iter()
        .map(|angle| {
            let to = from + angle;
            let sector = if angle > 0.0 {
                vec![sector(from, to)]
            } else {
                Vec::new()
            };
            from = to;
            sector
        })
        .collect()
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

/// A piece of the ring, cut so that the gap beside it has straight, parallel edges.
fn sector(from: f32, to: f32) -> Ring {
    let inset = |radius: f32| (GAP / 2.0 / radius).asin();
    let (outer, inner) = (inset(OUTER), inset(INNER));
    let mut ring = arc([0.0, 0.0], OUTER, from + outer, to - outer);
    ring.extend(arc([0.0, 0.0], INNER, to - inner, from + inner));
    ring
}

#[cfg(test)]
mod tests {
    use super::super::outline::area;
    use super::*;

    fn angles(shares: &[f32]) -> Vec<f32> {
        let whole = std::f32::consts::PI * (OUTER * OUTER - INNER * INNER);
        cluster_ring(shares)
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
            cluster_ring(&[0.0, 5.0])[1].len(),
            2,
            "a single share is a whole ring"
        );
        assert!(cluster_ring(&[f32::NAN, 1.0, 1.0])[0].is_empty());
        assert_eq!(cluster_ring(&[]).len(), 0);
        assert_eq!(cluster_ring(&[1.0; 40]).len(), 40);
    }
}
