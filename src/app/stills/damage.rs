//! Where two lists of shapes draw different pixels.
//!
//! It finds rectangles outside of which both look the same. It may find more than is needed, never less.

use super::part::{SOFT_PX, drawn};
use eframe::egui::emath::TSTransform;
use eframe::egui::epaint::{ClippedShape, Vertex};
use eframe::egui::{Mesh, Rect, Shape, pos2};
use std::collections::HashSet;

/// More rectangles than this are joined: each costs a walk over the shapes.
const MOST: usize = 10;
/// A shape that is not where it was is looked for among so many that follow.
const AHEAD: usize = 40;
/// Rectangles are joined where that adds no more than so many square points.
const JOINED: f32 = 600.0;
/// Larger meshes are not compared triangle by triangle.
const MOST_INDICES: usize = 30_000;

/// The rectangles within `part` where `after` looks unlike `before`; edges on whole pixels.
pub(super) fn damage(
    before: &[ClippedShape],
    after: &[ClippedShape],
    part: Rect,
    pixels_per_point: f32,
) -> Vec<Rect> {
    let mut rects: Vec<Rect> = Vec::new();
    changed(before, after, &mut |rect| {
        let rect = whole_pixels(rect, pixels_per_point).intersect(part);
        if rect.is_positive() {
            insert(&mut rects, rect);
            reduce(&mut rects, MOST * 2);
        }
    });
    reduce(&mut rects, MOST);
    rects
}

/// Tells what is covered by shapes of either list that the other does not have in the same order.
fn changed(before: &[ClippedShape], after: &[ClippedShape], tell: &mut impl FnMut(Rect)) {
    let mut rest = before;
    let mut first_new = 0;
    for (index, shape) in after.iter().enumerate() {
        if let Some(gone) = rest.iter().take(AHEAD).position(|old| old == shape) {
            replaced(&rest[..gone], &after[first_new..index], tell);
            rest = &rest[gone + 1..];
            first_new = index + 1;
        }
    }
    replaced(rest, &after[first_new..], tell);
}

/// The same where some shapes stand in the place of others.
fn replaced(gone: &[ClippedShape], new: &[ClippedShape], tell: &mut impl FnMut(Rect)) {
    if gone.len() != new.len() {
        gone.iter().chain(new).map(drawn).for_each(tell);
        return;
    }
    for (old, new) in gone.iter().zip(new) {
        match (meshed(old), meshed(new)) {
            (Some(a), Some(b))
                if old.clip_rect == new.clip_rect && a.texture_id == b.texture_id =>
            {
                let mut clipped = |rect: Rect| tell(rect.intersect(new.clip_rect));
                unlike(a, b, &mut clipped);
                unlike(b, a, &mut clipped);
            }
            (Some(_) | None, _) => {
                tell(drawn(old));
                tell(drawn(new));
            }
        }
    }
}

/// The triangles of a shape, if it is no more than that.
fn meshed(clipped: &ClippedShape) -> Option<&Mesh> {
    match &clipped.shape {
        Shape::Mesh(mesh)
            if clipped.transform_after_tessellation == TSTransform::IDENTITY
                && mesh.indices.len() <= MOST_INDICES =>
        {
            Some(mesh)
        }
        _ => None,
    }
}

/// Tells where `mesh` has triangles that `other` has not.
fn unlike(mesh: &Mesh, other: &Mesh, tell: &mut impl FnMut(Rect)) {
    let known: HashSet<[u32; 15]> = triangles(other).map(bits).collect();
    for corners in triangles(mesh).filter(|corners| !known.contains(&bits(*corners))) {
        tell(Rect::from_points(&corners.map(|vertex| vertex.pos)));
    }
}

/// The corners of each triangle.
pub(super) fn triangles(mesh: &Mesh) -> impl Iterator<Item = [Vertex; 3]> {
    let corner = |index: u32| {
        mesh.vertices
            .get(index as usize)
            .copied()
            .unwrap_or_default()
    };
    let all = mesh.indices.as_chunks::<3>().0.iter();
    all.map(move |triangle| triangle.map(corner))
}

/// Everything about a triangle, to be compared.
fn bits(corners: [Vertex; 3]) -> [u32; 15] {
    let mut bits = [0; 15];
    for (at, vertex) in bits.as_chunks_mut::<5>().0.iter_mut().zip(corners) {
        *at = [
            vertex.pos.x.to_bits(),
            vertex.pos.y.to_bits(),
            vertex.uv.x.to_bits(),
            vertex.uv.y.to_bits(),
            u32::from_ne_bytes(vertex.color.to_array()),
        ];
    }
    bits
}

/// Joins rectangles until there are no more than so many.
fn reduce(rects: &mut Vec<Rect>, most: usize) {
    while rects.len() > most {
        let Some((a, b)) = closest(rects) else { break };
        let joined = rects.swap_remove(b);
        let rect = rects.swap_remove(a).union(joined);
        insert(rects, rect);
    }
}

fn whole_pixels(rect: Rect, pixels_per_point: f32) -> Rect {
    let low = |value: f32| (value * pixels_per_point - SOFT_PX).floor() / pixels_per_point;
    let high = |value: f32| (value * pixels_per_point + SOFT_PX).ceil() / pixels_per_point;
    Rect::from_min_max(
        pos2(low(rect.min.x), low(rect.min.y)),
        pos2(high(rect.max.x), high(rect.max.y)),
    )
}

/// Adds a rectangle, joined with those that it nearly covers or touches.
fn insert(rects: &mut Vec<Rect>, mut rect: Rect) {
    while let Some(at) = rects
        .iter()
        .position(|known| growth(*known, rect) <= JOINED)
    {
        rect = rect.union(rects.swap_remove(at));
    }
    rects.push(rect);
}

/// What joining two rectangles adds to their areas.
fn growth(a: Rect, b: Rect) -> f32 {
    a.union(b).area() - a.area() - b.area()
}

/// The two that are joined at the least cost, the earlier first.
fn closest(rects: &[Rect]) -> Option<(usize, usize)> {
    let pairs = (0..rects.len()).flat_map(|a| (a + 1..rects.len()).map(move |b| (a, b)));
    pairs.min_by(|x, y| {
        let of = |(a, b): &(usize, usize)| growth(rects[*a], rects[*b]);
        of(x).total_cmp(&of(y))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::{Color32, vec2};

    const PART: Rect = Rect {
        min: pos2(0.0, 0.0),
        max: pos2(400.0, 300.0),
    };

    fn square(x: f32, y: f32) -> ClippedShape {
        let rect = Rect::from_min_size(pos2(x, y), vec2(10.0, 10.0));
        ClippedShape::new(PART, Shape::rect_filled(rect, 0.0, Color32::WHITE))
    }

    #[test]
    fn damage_is_where_shapes_come_go_or_change_their_order() {
        let (a, b, c) = (square(50.0, 50.0), square(200.0, 50.0), square(50.0, 200.0));
        let check = |before: &[&ClippedShape], after: &[&ClippedShape], hit: &[&ClippedShape]| {
            let list = |shapes: &[&ClippedShape]| -> Vec<ClippedShape> {
                shapes.iter().map(|s| (*s).clone()).collect()
            };
            let rects = damage(&list(before), &list(after), PART, 1.0);
            assert_eq!(rects.len(), hit.len(), "{rects:?}");
            for shape in hit {
                assert!(
                    rects.iter().any(|r| r.contains_rect(drawn(shape))),
                    "{rects:?}"
                );
            }
        };
        check(&[], &[], &[]);
        check(&[&a, &b], &[&a, &b], &[]);
        check(&[&a, &b], &[&a], &[&b]);
        check(&[&a, &b], &[&c, &a, &b], &[&c]);
        check(&[&a, &b, &c], &[&a, &c], &[&b]);
        check(&[&a, &b], &[&b, &a], &[&a]);
    }

    #[test]
    fn of_a_changed_mesh_only_the_changed_triangles_count() {
        let mesh = |places: &[f32]| {
            let mut mesh = Mesh::default();
            for x in places {
                let rect = Rect::from_min_size(pos2(*x, 10.0), vec2(5.0, 5.0));
                mesh.add_colored_rect(rect, Color32::WHITE);
            }
            [ClippedShape::new(PART, Shape::mesh(mesh))]
        };
        let (before, after) = (mesh(&[10.0, 100.0, 300.0]), mesh(&[10.0, 300.0]));
        for (a, b) in [(&before, &after), (&after, &before)] {
            let rects = damage(a, b, PART, 1.0);
            assert_eq!(rects.len(), 1, "{rects:?}");
            assert!(
                rects[0].left() > 90.0 && rects[0].right() < 120.0,
                "{rects:?}"
            );
        }
    }

    #[test]
    fn many_places_are_joined() {
        let many: Vec<ClippedShape> = (0u8..40)
            .map(|i| square(f32::from(i % 8) * 50.0, f32::from(i / 8) * 60.0))
            .collect();
        let rects = damage(&[], &many, PART, 1.0);
        assert!(rects.len() <= MOST);
        for shape in &many {
            let seen = drawn(shape).intersect(PART);
            assert!(rects.iter().any(|r| r.contains_rect(seen)));
        }
    }
}
