//! Whether lines and areas are sound, and what can be put right.

use super::note::Wanted;
use crate::model::layer::{PathKind, Shape};

/// What was put right in a shape.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Mended {
    /// Rings that did not end where they begin.
    pub closed: u32,
}

/// Closes rings that do not end where they begin.
pub(super) fn mend(shape: &mut Shape) -> Mended {
    let mut mended = Mended::default();
    for path in &mut shape.paths {
        let ring = matches!(path.kind, PathKind::Outer | PathKind::Hole);
        if ring
            && path.points.len() >= 3
            && path.points.first() != path.points.last()
            && let Some(first) = path.points.first().copied()
        {
            path.points.push(first);
            mended.closed += 1;
        }
    }
    mended
}

/// Do outer rings run counter-clockwise and holes clockwise, as RFC 7946 asks?
pub(super) fn is_wound(shape: &Shape) -> bool {
    shape.paths.iter().all(|path| match path.kind {
        PathKind::Points | PathKind::Line => true,
        PathKind::Outer => signed_area(&path.points) >= 0.0,
        PathKind::Hole => signed_area(&path.points) <= 0.0,
    })
}

/// Twice the area, positive when the ring is counter-clockwise (shoelace formula).
fn signed_area(ring: &[[f64; 2]]) -> f64 {
    ring.windows(2)
        .map(|pair| pair[0][0] * pair[1][1] - pair[1][0] * pair[0][1])
        .sum()
}

/// Are lines and rings long enough, and is all of it on the earth?
pub(super) fn is_sound(shape: &Shape) -> Result<(), Wanted> {
    for path in &shape.paths {
        let long_enough = match path.kind {
            PathKind::Points => Ok(()),
            PathKind::Line if path.points.len() < 2 => Err(Wanted::Line),
            PathKind::Outer | PathKind::Hole if path.points.len() < 4 => Err(Wanted::Ring),
            PathKind::Line | PathKind::Outer | PathKind::Hole => Ok(()),
        };
        long_enough?;
        let on_earth = |[lon, lat]: &[f64; 2]| lon.abs() <= 180.0 && lat.abs() <= 90.0;
        if !path.points.iter().all(on_earth) {
            return Err(Wanted::OnEarth);
        }
    }
    Ok(())
}
