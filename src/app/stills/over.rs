//! Shapes drawn once more within rectangles, and no more of them than can be seen there.
//!
//! What is cut away lies outside; what remains keeps its order, so that the pixels are those of drawing everything.

use super::damage::triangles;
use super::part::{SOFT_PX, drawn};
use eframe::egui::emath::TSTransform;
use eframe::egui::epaint::ClippedShape;
use eframe::egui::{Mesh, Rect, Shape};

/// Smaller meshes are taken whole.
const SMALL: usize = 60;

/// The shapes within these rectangles, one after the other.
pub(super) fn over(
    shapes: &[ClippedShape],
    rects: &[Rect],
    pixels_per_point: f32,
) -> Vec<ClippedShape> {
    let mut list = Vec::new();
    if rects.is_empty() {
        return list;
    }
    let soft = SOFT_PX / pixels_per_point;
    let bounds: Vec<Rect> = shapes.iter().map(|s| drawn(s).expand(soft)).collect();
    for rect in rects {
        let near = shapes
            .iter()
            .zip(&bounds)
            .filter(|(_, b)| b.intersects(*rect));
        list.extend(near.map(|(clipped, _)| within(clipped, *rect)));
    }
    list
}

fn within(clipped: &ClippedShape, rect: Rect) -> ClippedShape {
    let clip_rect = clipped.clip_rect.intersect(rect);
    let shape = match &clipped.shape {
        Shape::Mesh(mesh)
            if mesh.vertices.len() > SMALL
                && clipped.transform_after_tessellation == TSTransform::IDENTITY =>
        {
            Shape::mesh(cut(mesh, rect))
        }
        other => other.clone(),
    };
    ClippedShape {
        clip_rect,
        shape,
        transform_after_tessellation: clipped.transform_after_tessellation,
    }
}

/// The triangles that reach into a rectangle.
fn cut(mesh: &Mesh, rect: Rect) -> Mesh {
    let mut cut = Mesh::with_texture(mesh.texture_id);
    for corners in triangles(mesh) {
        if rect.intersects(Rect::from_points(&corners.map(|vertex| vertex.pos))) {
            let first = cut.vertices.len() as u32;
            cut.vertices.extend(corners);
            cut.add_triangle(first, first + 1, first + 2);
        }
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::{Color32, pos2, vec2};

    #[test]
    fn only_what_reaches_into_a_rectangle_is_drawn_again() {
        let part = Rect::from_min_size(pos2(0.0, 0.0), vec2(900.0, 100.0));
        let mut mesh = Mesh::default();
        for i in 0u8..80 {
            let at = pos2(f32::from(i) * 10.0, 10.0);
            mesh.add_colored_rect(Rect::from_min_size(at, vec2(8.0, 8.0)), Color32::WHITE);
        }
        let shapes = [ClippedShape::new(part, Shape::mesh(mesh))];
        let check = |rect: Rect, squares: usize| {
            let over = over(&shapes, &[rect], 1.0);
            let count = |c: &ClippedShape| match &c.shape {
                Shape::Mesh(mesh) => mesh.indices.len() / 6,
                _ => 0,
            };
            assert_eq!(over.iter().map(count).sum::<usize>(), squares);
            assert!(over.iter().all(|c| rect.contains_rect(c.clip_rect)));
        };
        let at = |x: f32, y: f32, w: f32| Rect::from_min_size(pos2(x, y), vec2(w, 20.0));
        check(at(0.0, 50.0, 900.0), 0);
        check(at(19.0, 0.0, 5.0), 1);
        check(at(15.0, 0.0, 10.0), 2);
        check(at(0.0, 0.0, 900.0), 80);
        assert!(over(&shapes, &[], 1.0).is_empty());
    }
}
