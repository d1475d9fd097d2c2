//! Which shapes belong to a part of the window, and what a shape covers and costs.
//!
//! It only looks; what is done with a part is its parent's.

use eframe::egui::emath::TSTransform;
use eframe::egui::epaint::{ClippedShape, RectShape};
use eframe::egui::{CornerRadius, Rect, Shape};
use std::ops::Range;

/// Edges are soft beyond what a shape says of itself, in pixels.
pub(super) const SOFT_PX: f32 = 2.0;
/// Smaller grounds do not begin a part, in square points.
const MIN_AREA: f32 = 20_000.0;

/// Shapes in a row that draw inside a rectangle, the first of which fills it.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Run {
    /// What is filled, in points.
    pub rect: Rect,
    /// Positions in the list.
    pub shapes: Range<usize>,
}

/// The parts of a list of shapes, in its order. Some shapes may belong to none.
pub(super) fn runs(shapes: &[ClippedShape]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (index, clipped) in shapes.iter().enumerate() {
        if let Some(run) = runs.last_mut()
            && run.shapes.end == index
            && draws_inside(clipped, run.rect)
        {
            run.shapes.end = index + 1;
        } else if let Some(rect) = ground(clipped) {
            runs.push(Run {
                rect,
                shapes: index..index + 1,
            });
        }
    }
    runs
}

/// The rectangle that a shape fills without leaving anything to be seen of what lies under it, when it is large.
fn ground(clipped: &ClippedShape) -> Option<Rect> {
    let Shape::Rect(RectShape {
        rect,
        corner_radius: CornerRadius::ZERO,
        fill,
        blur_width: 0.0,
        brush: None,
        angle: 0.0,
        ..
    }) = &clipped.shape
    else {
        return None;
    };
    let rect = rect.intersect(clipped.clip_rect);
    let plain = clipped.transform_after_tessellation == TSTransform::IDENTITY;
    let large = rect.is_positive() && rect.area() >= MIN_AREA;
    (fill.is_opaque() && plain && large).then_some(rect)
}

fn draws_inside(clipped: &ClippedShape, rect: Rect) -> bool {
    // A line says of itself that it is longer by half its width than it is drawn.
    let rect = rect.expand(0.6);
    match &clipped.shape {
        Shape::Noop => true,
        Shape::Callback(_) => false,
        _ if rect.contains_rect(clipped.clip_rect) => true,
        _ => {
            let drawn = drawn(clipped);
            !drawn.is_positive() || rect.contains_rect(drawn)
        }
    }
}

/// May a shape of a part colour pixels beyond it, by the softness of its edges?
pub(super) fn spills(clipped: &ClippedShape, rect: Rect, pixels_per_point: f32) -> bool {
    let soft = drawn(clipped).expand(SOFT_PX / pixels_per_point);
    !rect.contains_rect(soft.intersect(clipped.clip_rect))
}

/// What a shape covers, in points, but for the softness of its edges.
pub(super) fn drawn(clipped: &ClippedShape) -> Rect {
    let bounds = clipped.transform_after_tessellation * clipped.shape.visual_bounding_rect();
    bounds.intersect(clipped.clip_rect)
}

/// About how many vertices a shape has.
pub(super) fn vertices(shape: &Shape) -> usize {
    match shape {
        Shape::Noop | Shape::Callback(_) => 0,
        Shape::Vec(shapes) => shapes.iter().map(vertices).sum(),
        Shape::Mesh(mesh) => mesh.vertices.len(),
        Shape::Text(text) => text.galley.num_vertices,
        Shape::Path(path) => path.points.len() * 4,
        Shape::Rect(_) | Shape::LineSegment { .. } => 8,
        Shape::Circle(_)
        | Shape::Ellipse(_)
        | Shape::Band(_)
        | Shape::QuadraticBezier(_)
        | Shape::CubicBezier(_) => 32,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::{Color32, pos2, vec2};

    #[test]
    fn a_part_is_an_opaque_ground_and_what_is_drawn_inside_it() {
        let everything = Rect::from_min_size(pos2(0.0, 0.0), vec2(1000.0, 1000.0));
        let fill = |rect: Rect, color: Color32| {
            ClippedShape::new(everything, Shape::rect_filled(rect, 0.0, color))
        };
        let at = |x: f32, y: f32, w: f32, h: f32| Rect::from_min_size(pos2(x, y), vec2(w, h));
        let (panel, map) = (at(0.0, 0.0, 100.0, 300.0), at(100.0, 0.0, 300.0, 300.0));
        let (inner, small) = (at(150.0, 20.0, 200.0, 200.0), at(10.0, 20.0, 20.0, 20.0));
        let across = at(50.0, 20.0, 200.0, 2.0);
        let check = |shapes: &[ClippedShape], expected: &[(Rect, Range<usize>)]| {
            let runs = runs(shapes).into_iter();
            let found: Vec<(Rect, Range<usize>)> = runs.map(|r| (r.rect, r.shapes)).collect();
            assert_eq!(found, expected);
        };
        let (white, veil) = (Color32::WHITE, Color32::WHITE.gamma_multiply(0.5));
        check(&[], &[]);
        check(&[fill(small, white)], &[]);
        check(&[fill(panel, veil)], &[]);
        let two = [
            fill(panel, white),
            fill(small, veil),
            fill(map, white),
            fill(inner, white),
        ];
        check(&two, &[(panel, 0..2), (map, 2..4)]);
        // What reaches beyond its part ends it.
        let cut = [fill(panel, white), fill(across, white), fill(small, white)];
        check(&cut, &[(panel, 0..1)]);
    }
}
