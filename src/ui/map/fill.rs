//! Filled areas as triangles with soft edges.
//!
//! An outline is triangulated once, with the direction "outwards" kept for every corner, and can then be set at any place and
//! size: the edge is always one pixel soft. It knows even-odd rings and colours, and nothing about what they stand for.

use crate::scene::item::Pt;
use earcut::Earcut;
use egui::{Color32, Mesh, Pos2, Vec2, vec2};

/// A triangulated outline.
#[derive(Debug, Default)]
pub struct Fill {
    corners: Vec<Corner>,
    triangles: Vec<u32>,
    /// First corner and number of corners of each ring.
    rings: Vec<(u32, u32)>,
}

#[derive(Clone, Copy, Debug)]
struct Corner {
    at: Vec2,
    /// Outwards, as long as it takes to move both edges by one.
    out: Vec2,
}

/// Where and how a fill is set.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Where the origin of the outline comes to lie.
    pub at: Pos2,
    /// Factor from the outline's unit to points.
    pub scale: f32,
    /// Width of the soft edge in points: one pixel.
    pub feather: f32,
    /// Colour of the inside.
    pub color: Color32,
}

impl Fill {
    /// Triangulates rings by the even-odd rule.
    pub fn new(rings: &[Vec<Pt>]) -> Fill {
        let rings: Vec<&[Pt]> = rings
            .iter()
            .map(|r| open(r))
            .filter(|r| r.len() >= 3)
            .collect();
        let mut fill = Fill::default();
        for group in groups(&rings) {
            fill.add(&group);
        }
        fill
    }

    fn add(&mut self, group: &[(&[Pt], Side)]) {
        let base = self.corners.len() as u32;
        let mut holes: Vec<u32> = Vec::new();
        for (index, (ring, side)) in group.iter().enumerate() {
            let first = self.corners.len() as u32;
            if index > 0 {
                holes.push(first - base);
            }
            self.rings.push((first, ring.len() as u32));
            self.corners.extend(corners(ring, *side));
        }
        let points = group.iter().flat_map(|(ring, _)| ring.iter().copied());
        let mut found: Vec<u32> = Vec::new();
        Earcut::new().earcut(points, &holes, &mut found);
        self.triangles.extend(found.iter().map(|i| i + base));
    }

    /// Adds the area to a mesh.
    pub fn set(&self, setting: Setting, mesh: &mut Mesh) {
        let Setting {
            at,
            scale,
            feather,
            color,
        } = setting;
        if color == Color32::TRANSPARENT {
            return;
        }
        let first = mesh.vertices.len() as u32;
        let half = feather / 2.0;
        mesh.reserve_vertices(self.corners.len() * 2);
        for corner in &self.corners {
            let middle = at + corner.at * scale;
            mesh.colored_vertex(middle - corner.out * half, color);
            mesh.colored_vertex(middle + corner.out * half, Color32::TRANSPARENT);
        }
        mesh.reserve_triangles(self.triangles.len() / 3 + self.corners.len() * 2);
        for t in self.triangles.as_chunks::<3>().0 {
            mesh.add_triangle(first + t[0] * 2, first + t[1] * 2, first + t[2] * 2);
        }
        for &(start, count) in &self.rings {
            for i in 0..count {
                let a = first + (start + i) * 2;
                let b = first + (start + (i + 1) % count) * 2;
                mesh.add_triangle(a, a + 1, b);
                mesh.add_triangle(b, a + 1, b + 1);
            }
        }
    }
}

/// On which side of a ring the filled area lies.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Inside,
    Outside,
}

/// Without a last point that only repeats the first.
fn open(ring: &[Pt]) -> &[Pt] {
    match ring {
        [first, .., last] if first == last => &ring[..ring.len() - 1],
        _ => ring,
    }
}

/// Outer rings, each with the holes directly inside it.
fn groups<'a>(rings: &[&'a [Pt]]) -> Vec<Vec<(&'a [Pt], Side)>> {
    if let [only] = rings {
        return vec![vec![(*only, Side::Inside)]];
    }
    let boxes: Vec<[Pt; 2]> = rings.iter().map(|r| bounds(r)).collect();
    let holders = |i: usize| -> Vec<usize> {
        let p = rings[i][0];
        let around = |&j: &usize| j != i && holds(boxes[j], boxes[i]) && inside(rings[j], p);
        (0..rings.len()).filter(around).collect()
    };
    let around: Vec<Vec<usize>> = (0..rings.len()).map(holders).collect();
    let mut group_of = vec![usize::MAX; rings.len()];
    let mut groups: Vec<Vec<(&[Pt], Side)>> = Vec::new();
    for i in 0..rings.len() {
        if around[i].len().is_multiple_of(2) {
            group_of[i] = groups.len();
            groups.push(vec![(rings[i], Side::Inside)]);
        }
    }
    for i in 0..rings.len() {
        if !around[i].len().is_multiple_of(2) {
            let parent = around[i].iter().copied().max_by_key(|&j| around[j].len());
            if let Some(group) = parent.and_then(|j| groups.get_mut(group_of[j])) {
                group.push((rings[i], Side::Outside));
            }
        }
    }
    groups
}

fn bounds(ring: &[Pt]) -> [Pt; 2] {
    ring.iter()
        .fold([[f32::MAX; 2], [f32::MIN; 2]], |[low, high], p| {
            [
                [low[0].min(p[0]), low[1].min(p[1])],
                [high[0].max(p[0]), high[1].max(p[1])],
            ]
        })
}

fn holds([low, high]: [Pt; 2], [from, to]: [Pt; 2]) -> bool {
    low[0] <= from[0] && low[1] <= from[1] && to[0] <= high[0] && to[1] <= high[1]
}

fn inside(ring: &[Pt], p: Pt) -> bool {
    let mut odd = false;
    let mut previous = ring[ring.len() - 1];
    for &current in ring {
        if (current[1] > p[1]) != (previous[1] > p[1]) {
            let t = (p[1] - current[1]) / (previous[1] - current[1]);
            odd ^= p[0] < current[0] + t * (previous[0] - current[0]);
        }
        previous = current;
    }
    odd
}

fn corners(ring: &[Pt], side: Side) -> impl Iterator<Item = Corner> {
    let count = ring.len();
    let at = move |i: usize| vec2(ring[i % count][0], ring[i % count][1]);
    let doubled: f32 = (0..count)
        .map(|i| {
            let (a, b) = (at(i), at(i + 1));
            a.x * b.y - b.x * a.y
        })
        .sum();
    let turn = if (doubled > 0.0) == (side == Side::Inside) {
        1.0
    } else {
        -1.0
    };
    let normal = move |i: usize| {
        let along = (at(i + 1) - at(i)).normalized();
        vec2(along.y, -along.x) * turn
    };
    (0..count).map(move |i| {
        let both = (normal(i + count - 1) + normal(i)) / 2.0;
        Corner {
            at: at(i),
            out: both / both.length_sq().max(0.3),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(from: f32, to: f32) -> Vec<Pt> {
        vec![[from, from], [to, from], [to, to], [from, to]]
    }

    fn area(fill: &Fill) -> f32 {
        let corner = |i: u32| fill.corners[i as usize].at;
        let triangles = fill.triangles.as_chunks::<3>().0;
        let doubled = triangles.iter().map(|t| {
            let (a, b, c) = (corner(t[0]), corner(t[1]), corner(t[2]));
            ((b - a).x * (c - a).y - (b - a).y * (c - a).x).abs()
        });
        doubled.sum::<f32>() / 2.0
    }

    #[test]
    fn holes_are_left_out_and_islands_in_holes_are_filled() {
        let check = |rings: Vec<Vec<Pt>>, expected: f32| {
            let found = area(&Fill::new(&rings));
            assert!((found - expected).abs() < 1e-3, "{found} {expected}");
        };
        check(vec![square(0.0, 10.0)], 100.0);
        check(vec![square(0.0, 10.0), square(2.0, 8.0)], 64.0);
        check(
            vec![square(2.0, 8.0), square(0.0, 10.0), square(4.0, 6.0)],
            68.0,
        );
        check(vec![square(0.0, 1.0), square(5.0, 6.0)], 2.0);
        check(vec![vec![[0.0, 0.0], [1.0, 1.0]]], 0.0);
    }

    #[test]
    fn edges_are_soft_outwards_whatever_the_direction() {
        for mut ring in [
            square(-5.0, 5.0),
            square(-5.0, 5.0).into_iter().rev().collect(),
        ] {
            ring.push(ring[0]);
            for corner in Fill::new(&[ring]).corners {
                assert!(corner.at.dot(corner.out) > 0.0);
            }
        }
    }
}
