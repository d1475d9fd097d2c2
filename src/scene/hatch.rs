//! Hatching as lines cut out of an area, keeping clear of names and symbols.
//!
//! The lines are geometry, not a pattern, so that screen, SVG and PDF show the same and nothing
//! runs through a word. Their phase hangs on a given origin, which may lie far off the page: it is kept
//! in double precision until it has been brought down to one spacing.

use super::item::{Item, Pt, Rect, Stroke, Subject};
use crate::style::Color;
use crate::style::size::Hatch;

/// Diagonal lines (rising to the right) at the hatch's spacing inside the rings (even-odd), outside
/// the `clear` boxes. `origin` is a page point that a line passes through.
fn lines(rings: &[Vec<Pt>], hatch: Hatch, origin: [f64; 2], clear: &[Rect]) -> Vec<[Pt; 2]> {
    // u runs across the lines, v along them; both are page points turned by 45 degrees.
    let u_of = |p: Pt| (p[0] + p[1]) * std::f32::consts::FRAC_1_SQRT_2;
    let v_of = |p: Pt| (p[0] - p[1]) * std::f32::consts::FRAC_1_SQRT_2;
    let page = |u: f32, v: f32| {
        let half = std::f32::consts::FRAC_1_SQRT_2;
        [(u + v) * half, (u - v) * half]
    };
    let spacing = hatch.spacing_pt.max(1.0);
    let far = (origin[0] + origin[1]) * std::f64::consts::FRAC_1_SQRT_2;
    let phase = far.rem_euclid(f64::from(spacing)) as f32;
    let number = |u: f32| ((u - phase) / spacing).ceil() as i32;
    let Some(bounds) = Rect::of_points(rings.iter().flatten()) else {
        return Vec::new();
    };
    let corners = [
        u_of(bounds.min),
        u_of(bounds.max),
        u_of([bounds.min[0], bounds.max[1]]),
        u_of([bounds.max[0], bounds.min[1]]),
    ];
    let lowest = number(corners.iter().copied().fold(f32::INFINITY, f32::min));
    let highest = number(corners.iter().copied().fold(f32::NEG_INFINITY, f32::max));
    let count = usize::try_from(highest.saturating_sub(lowest))
        .unwrap_or(0)
        .min(20_000);
    let mut crossings: Vec<Vec<f32>> = vec![Vec::new(); count];
    for ring in rings {
        let Some(mut previous) = ring.last().copied() else {
            continue;
        };
        for &current in ring {
            let (u0, u1) = (u_of(previous), u_of(current));
            let (v0, v1) = (v_of(previous), v_of(current));
            for n in number(u0.min(u1))..number(u0.max(u1)) {
                let u = n as f32 * spacing + phase;
                let at = usize::try_from(n - lowest).unwrap_or(usize::MAX);
                if let Some(line) = crossings.get_mut(at) {
                    line.push(v0 + (u - u0) / (u1 - u0) * (v1 - v0));
                }
            }
            previous = current;
        }
    }
    let reach = hatch.width_pt / 2.0;
    let clear: Vec<Rect> = clear
        .iter()
        .filter(|c| c.intersects(&bounds))
        .map(|c| c.expand(reach))
        .collect();
    let mut out = Vec::new();
    for (i, mut vs) in crossings.into_iter().enumerate() {
        let u = (lowest + i as i32) as f32 * spacing + phase;
        vs.sort_by(f32::total_cmp);
        let mut spans: Vec<[f32; 2]> = vs.chunks_exact(2).map(|pair| [pair[0], pair[1]]).collect();
        for hole in clear.iter().filter_map(|c| span_in_box(u, c)) {
            spans = without(spans, hole);
        }
        let seen = spans.into_iter().filter(|[a, b]| b - a > 0.8);
        out.extend(seen.map(|[a, b]| [page(u, a), page(u, b)]));
    }
    out
}

/// The hatching of an area as an item, or nothing when no line is left.
pub(super) fn item(
    rings: &[Vec<Pt>],
    hatch: Hatch,
    color: Color,
    origin: [f64; 2],
    clear: &[Rect],
) -> Option<Item> {
    let lines = lines(rings, hatch, origin, clear);
    let lines: Vec<Vec<Pt>> = lines.into_iter().map(|line| line.to_vec()).collect();
    if lines.is_empty() {
        return None;
    }
    let stroke = Stroke {
        lines: lines.into(),
        closed: false,
        width_pt: hatch.width_pt,
        color,
        dash: None,
    };
    Some(Item::new(Subject::None, stroke))
}

/// The span of v in which the line `u` lies in an upright box.
fn span_in_box(u: f32, rect: &Rect) -> Option<[f32; 2]> {
    // On the line x + y = u√2; x runs over the box and over what y allows.
    let sum = u * std::f32::consts::SQRT_2;
    let x0 = rect.min[0].max(sum - rect.max[1]);
    let x1 = rect.max[0].min(sum - rect.min[1]);
    let v = |x: f32| (2.0 * x - sum) * std::f32::consts::FRAC_1_SQRT_2;
    (x0 < x1).then(|| [v(x0), v(x1)])
}

fn without(spans: Vec<[f32; 2]>, [from, to]: [f32; 2]) -> Vec<[f32; 2]> {
    let mut out = Vec::with_capacity(spans.len() + 1);
    for [a, b] in spans {
        if to <= a || b <= from {
            out.push([a, b]);
            continue;
        }
        if a < from {
            out.push([a, from]);
        }
        if to < b {
            out.push([to, b]);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const HATCH: Hatch = Hatch {
        spacing_pt: 5.0,
        width_pt: 1.0,
    };

    fn square(from: f32, to: f32) -> Vec<Pt> {
        vec![[from, from], [to, from], [to, to], [from, to]]
    }

    #[test]
    fn lines_stay_inside_and_out_of_the_clear_boxes() {
        let clear = Rect::new([20.0, 20.0], [30.0, 30.0]);
        let found = lines(&[square(0.0, 50.0)], HATCH, [0.0, 0.0], &[clear]);
        assert!(found.len() > 10);
        for [a, b] in &found {
            for p in [a, b] {
                assert!(p.iter().all(|c| (-0.01..=50.01).contains(c)), "{p:?}");
                let inner = Rect::new([20.01, 20.01], [29.99, 29.99]);
                assert!(!inner.contains(*p), "{p:?}");
            }
            let middle = [(a[0] + b[0]) / 2.0, (a[1] + b[1]) / 2.0];
            assert!(!Rect::new([20.01, 20.01], [29.99, 29.99]).contains(middle));
        }
    }

    #[test]
    fn holes_are_left_out_and_spacing_is_kept() {
        let found = lines(
            &[square(0.0, 60.0), square(20.0, 40.0)],
            HATCH,
            [3.0, 0.0],
            &[],
        );
        let hole = Rect::new([20.1, 20.1], [39.9, 39.9]);
        let us: Vec<f32> = found
            .iter()
            .map(|[a, _]| (a[0] + a[1]) * std::f32::consts::FRAC_1_SQRT_2)
            .collect();
        for [a, b] in &found {
            let middle = [(a[0] + b[0]) / 2.0, (a[1] + b[1]) / 2.0];
            assert!(!hole.contains(middle));
        }
        for pair in us.windows(2) {
            let steps = (pair[1] - pair[0]) / 5.0;
            assert!((steps - steps.round()).abs() < 1e-3);
        }
    }

    #[test]
    fn a_small_pan_moves_every_line_as_far_as_the_map_and_no_farther() {
        use crate::geo::{Camera, Viewport};
        let camera = Camera {
            center: [0.5437, 0.4421],
            zoom: *Camera::ZOOM.end(),
        };
        let size_pt = [900.0, 600.0];
        let before = Viewport { camera, size_pt };
        // Fields of the map on which the origin is some two hundred thousand points away.
        let field: Vec<[f64; 2]> = [
            [300.0, 200.0],
            [520.0, 210.0],
            [500.0, 400.0],
            [310.0, 390.0],
        ]
        .map(|p| before.map_from_page(p))
        .to_vec();
        let lines_in = |viewport: &Viewport| {
            let ring: Vec<Pt> = field.iter().map(|p| viewport.page_from_map(*p)).collect();
            lines(
                &[ring],
                HATCH,
                viewport.exact_page_from_map([0.5, 0.5]),
                &[],
            )
        };
        let moved = [0.3f32, 0.1];
        let after = Viewport {
            camera: before.panned(moved),
            size_pt,
        };
        let (old, new) = (lines_in(&before), lines_in(&after));
        assert!(old.len() > 30 && old.len() == new.len());
        for (a, b) in old.iter().flatten().zip(new.iter().flatten()) {
            for axis in 0..2 {
                let by = b[axis] - a[axis];
                assert!(
                    (by - moved[axis]).abs() < 2e-3,
                    "{by} and not {}",
                    moved[axis]
                );
            }
        }
    }

    #[test]
    fn nothing_and_absurd_areas_are_survived() {
        assert!(lines(&[], HATCH, [0.0, 0.0], &[]).is_empty());
        let far = vec![[0.0, 0.0], [1e7, 0.0], [1e7, 1e7]];
        assert!(lines(&[far], HATCH, [0.0, 0.0], &[]).len() <= 20_000);
    }
}
