//! Clipping of rings and lines to a box, in any plane (map or page).
//!
//! Rings by Sutherland-Hodgman: a ring that leaves the box and comes back is joined along the box's
//! edge, which fills rightly and is never stroked. Lines are cut into the pieces that are inside.

/// Clips a ring (not closed explicitly) to the box; empty when nothing is left
/// (Sutherland & Hodgman 1974).
pub fn clip_ring(ring: &[[f32; 2]], min: [f32; 2], max: [f32; 2]) -> Vec<[f32; 2]> {
    let within = |p: &[f32; 2]| (0..2).all(|a| p[a] >= min[a] && p[a] <= max[a]);
    if ring.iter().all(within) {
        return ring.to_vec();
    }
    let mut points = ring.to_vec();
    for (axis, bound, keep_less) in [
        (0, min[0], false),
        (0, max[0], true),
        (1, min[1], false),
        (1, max[1], true),
    ] {
        points = clip_ring_half(&points, axis, bound, keep_less);
        if points.len() < 3 {
            return Vec::new();
        }
    }
    points
}

fn clip_ring_half(ring: &[[f32; 2]], axis: usize, bound: f32, keep_less: bool) -> Vec<[f32; 2]> {
    let kept = |p: &[f32; 2]| (p[axis] <= bound) == keep_less || p[axis] == bound;
    let mut out = Vec::with_capacity(ring.len() + 8);
    let Some(mut previous) = ring.last().copied() else {
        return out;
    };
    for &current in ring {
        if kept(&current) != kept(&previous) {
            out.push(cut(previous, current, axis, bound));
        }
        if kept(&current) {
            out.push(current);
        }
        previous = current;
    }
    out
}

fn cut(a: [f32; 2], b: [f32; 2], axis: usize, bound: f32) -> [f32; 2] {
    let t = (bound - a[axis]) / (b[axis] - a[axis]);
    let other = 1 - axis;
    let mut p = [0.0; 2];
    p[axis] = bound;
    p[other] = a[other] + t * (b[other] - a[other]);
    p
}

/// The pieces of an open line that are inside the box (Liang & Barsky 1984 per segment).
pub fn clip_line(line: &[[f32; 2]], min: [f32; 2], max: [f32; 2]) -> Vec<Vec<[f32; 2]>> {
    let mut pieces: Vec<Vec<[f32; 2]>> = Vec::new();
    let mut open = false;
    for pair in line.windows(2) {
        let Some((t0, t1)) = inside_part(pair[0], pair[1], min, max) else {
            open = false;
            continue;
        };
        let at = |t: f32| {
            [
                pair[0][0] + t * (pair[1][0] - pair[0][0]),
                pair[0][1] + t * (pair[1][1] - pair[0][1]),
            ]
        };
        match pieces.last_mut() {
            Some(piece) if open && t0 == 0.0 => piece.push(at(t1)),
            Some(_) | None => pieces.push(vec![at(t0), at(t1)]),
        }
        open = t1 == 1.0;
    }
    pieces
}

fn inside_part(a: [f32; 2], b: [f32; 2], min: [f32; 2], max: [f32; 2]) -> Option<(f32, f32)> {
    let (mut t0, mut t1) = (0.0f32, 1.0f32);
    for axis in 0..2 {
        let d = b[axis] - a[axis];
        for (p, q) in [(-d, a[axis] - min[axis]), (d, max[axis] - a[axis])] {
            if p == 0.0 {
                if q < 0.0 {
                    return None;
                }
            } else if p < 0.0 {
                t0 = t0.max(q / p);
            } else {
                t1 = t1.min(q / p);
            }
        }
    }
    (t0 < t1).then_some((t0, t1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIN: [f32; 2] = [0.0, 0.0];
    const MAX: [f32; 2] = [10.0, 10.0];

    fn area(ring: &[[f32; 2]]) -> f32 {
        let next = ring.iter().cycle().skip(1);
        ring.iter()
            .zip(next)
            .map(|(a, b)| a[0] * b[1] - b[0] * a[1])
            .sum::<f32>()
            .abs()
            / 2.0
    }

    #[test]
    fn rings_are_cut_at_the_box() {
        let half_out = [[5.0, 5.0], [15.0, 5.0], [15.0, 8.0], [5.0, 8.0]];
        assert!((area(&clip_ring(&half_out, MIN, MAX)) - 15.0).abs() < 1e-4);
        let outside = [[20.0, 0.0], [30.0, 0.0], [30.0, 5.0]];
        assert!(clip_ring(&outside, MIN, MAX).is_empty());
        let around = [[-5.0, -5.0], [15.0, -5.0], [15.0, 15.0], [-5.0, 15.0]];
        assert!((area(&clip_ring(&around, MIN, MAX)) - 100.0).abs() < 1e-4);
        assert!(clip_ring(&[], MIN, MAX).is_empty());
    }

    #[test]
    fn lines_fall_into_pieces() {
        let zigzag = [
            [-5.0, 5.0],
            [5.0, 5.0],
            [5.0, -5.0],
            [8.0, -5.0],
            [8.0, 5.0],
        ];
        let pieces = clip_line(&zigzag, MIN, MAX);
        assert_eq!(pieces.len(), 2);
        assert_eq!(pieces[0], vec![[0.0, 5.0], [5.0, 5.0], [5.0, 0.0]]);
        assert_eq!(pieces[1], vec![[8.0, 0.0], [8.0, 5.0]]);
        assert!(clip_line(&[[1.0, 1.0]], MIN, MAX).is_empty());
    }
}
