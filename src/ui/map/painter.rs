//! The display list on the screen: a [`Picture`] to triangles, kept while they are the same.
//!
//! While the camera stands there is a mesh an item rather than a layer, so that whoever compares frames sees how little of
//! the map has changed.
//! It only carries out what the picture says: an exhaustive match over the shapes, nothing placed, nothing chosen.

use super::fill::{Fill, Setting};
use super::glyphs::Glyphs;
use super::letters::{self, FontState};
use crate::scene::item::{Item, Layer, Picture, Pt, Shape, Stroke};
use crate::ui::theme::ink;
use egui::epaint::{PathStroke, tessellator::Path};
use egui::{Mesh, Painter, Pos2, Rect, pos2, vec2};
use std::sync::Arc;

/// Keeps the triangles of the layers painted last.
#[derive(Default)]
pub struct MapPainter {
    kept: Vec<Kept>,
    fonts: Option<FontState>,
}

struct Kept {
    layer: Arc<Layer>,
    origin: Pos2,
    pixels_per_point: f32,
    /// One an item, or one of all of them while the camera moves.
    meshes: Vec<Arc<Mesh>>,
}

impl Kept {
    /// The mesh of an item that is the `index`th of the new layer, if it was in this one.
    fn mesh(&self, index: usize, item: &Item) -> Option<&Arc<Mesh>> {
        if self.meshes.len() != self.layer.items.len() {
            return None;
        }
        let near = index.saturating_sub(NEAR)..self.layer.items.len().min(index + NEAR + 1);
        let at = std::iter::once(index)
            .chain(near)
            .find(|&at| self.layer.items.get(at) == Some(item))?;
        self.meshes.get(at)
    }
}

/// So many places an item is looked for before and after its own: more rarely come and go in a day.
const NEAR: usize = 12;

impl MapPainter {
    /// Paints a picture whose page begins at the upper left corner of `page`.
    pub fn paint(&mut self, painter: &Painter, picture: &Picture, page: Rect, glyphs: &Glyphs) {
        painter.rect_filled(page, 0.0, ink(picture.background));
        let fonts = FontState::of(painter);
        if !self.fonts.as_ref().is_some_and(|known| known.same(&fonts)) {
            self.kept.clear();
        }
        let before = std::mem::take(&mut self.kept);
        // The lowest layer is the ground: where that is another the camera has moved, and no item is where it was.
        let ground = (before.first().map(|k| &k.layer), picture.layers.first());
        let stands = matches!(ground, (Some(a), Some(b)) if Arc::ptr_eq(a, b));
        for layer in &picture.layers {
            let origin = page.min;
            let pixels_per_point = painter.pixels_per_point();
            let kept = before.iter().find(|k| {
                k.layer.name == layer.name
                    && k.origin == origin
                    && k.pixels_per_point == pixels_per_point
            });
            let meshes = match kept {
                Some(kept) if Arc::ptr_eq(&kept.layer, layer) => kept.meshes.clone(),
                Some(_) | None if stands => meshes(painter, layer, origin, glyphs, kept),
                Some(_) | None => vec![Arc::new(mesh(painter, &layer.items, origin, glyphs))],
            };
            let clip = layer.clip.map_or(page, |c| {
                Rect::from_min_max(at(c.min, origin), at(c.max, origin))
            });
            let clipped = painter.with_clip_rect(clip.intersect(painter.clip_rect()));
            let drawn = meshes.iter().filter(|mesh| !mesh.is_empty());
            clipped.extend(drawn.cloned().map(egui::Shape::Mesh));
            self.kept.push(Kept {
                layer: layer.clone(),
                origin,
                pixels_per_point,
                meshes,
            });
        }
        // Setting new texts may have made the font texture grow: then all is set anew in the next frame.
        let after = FontState::of(painter);
        if !fonts.same(&after) {
            self.kept.clear();
            painter.ctx().request_repaint();
        }
        self.fonts = Some(after);
    }
}

/// The triangles of a layer, item by item, as far as they are not known.
fn meshes(
    painter: &Painter,
    layer: &Layer,
    origin: Pos2,
    glyphs: &Glyphs,
    known: Option<&Kept>,
) -> Vec<Arc<Mesh>> {
    let one = |(index, item): (usize, &Item)| {
        let known = known.and_then(|kept| kept.mesh(index, item)).cloned();
        let new = || Arc::new(mesh(painter, std::slice::from_ref(item), origin, glyphs));
        known.unwrap_or_else(new)
    };
    layer.items.iter().enumerate().map(one).collect()
}

/// The triangles of items whose page begins at `origin`.
pub fn mesh(painter: &Painter, items: &[Item], origin: Pos2, glyphs: &Glyphs) -> Mesh {
    let feather = 1.0 / painter.pixels_per_point();
    let galleys: Vec<_> = items
        .iter()
        .filter_map(|item| match &item.shape {
            Shape::Text(text) => Some(letters::lay_out(painter, text)),
            Shape::Area(_) | Shape::Stroke(_) | Shape::Symbol(_) => None,
        })
        .collect();
    let texture = painter.fonts(|fonts| fonts.font_image_size());
    let mut galleys = galleys.iter();
    let mut mesh = Mesh::default();
    for item in items {
        match &item.shape {
            Shape::Area(area) => {
                let setting = Setting {
                    at: origin,
                    scale: 1.0,
                    feather,
                    color: ink(area.fill),
                };
                Fill::new(&area.rings).set(setting, &mut mesh);
            }
            Shape::Stroke(stroke) => lines(stroke, origin, feather, &mut mesh),
            Shape::Symbol(symbol) => glyphs.set(symbol, origin, feather, &mut mesh),
            Shape::Text(text) => {
                if let Some(galley) = galleys.next() {
                    letters::set(text, galley, origin, texture, &mut mesh);
                }
            }
        }
    }
    mesh
}

fn at(p: Pt, origin: Pos2) -> Pos2 {
    pos2(origin.x + p[0], origin.y + p[1])
}

fn lines(stroke: &Stroke, origin: Pos2, feather: f32, mesh: &mut Mesh) {
    let pen = PathStroke::new(stroke.width_pt, ink(stroke.color));
    let mut path = Path::default();
    for line in stroke.lines.iter().filter(|line| line.len() >= 2) {
        let mut points: Vec<Pos2> = line.iter().map(|p| at(*p, origin)).collect();
        match stroke.dash {
            None if stroke.closed && points.len() >= 3 => {
                path.clear();
                path.add_line_loop(&points);
                path.stroke_closed(feather, &pen, mesh);
            }
            None => {
                path.clear();
                path.add_open_points(&points);
                path.stroke_open(feather, &pen, mesh);
            }
            Some(dash) => {
                if stroke.closed {
                    points.push(points[0]);
                }
                for piece in dashes(&points, dash) {
                    path.clear();
                    path.add_open_points(&piece);
                    path.stroke_open(feather, &pen, mesh);
                }
            }
        }
    }
}

/// Cuts a line into its dashes.
fn dashes(points: &[Pos2], [on, off]: [f32; 2]) -> Vec<Vec<Pos2>> {
    if !(on > 0.0 && off > 0.0) {
        return vec![points.to_vec()];
    }
    let mut pieces = Vec::new();
    let mut current = vec![points[0]];
    let (mut drawing, mut left) = (true, on);
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        loop {
            let length = from.distance(to);
            if length < left {
                left -= length;
                if drawing {
                    current.push(to);
                }
                break;
            }
            from += (to - from).normalized() * left;
            if drawing {
                current.push(from);
                pieces.push(std::mem::take(&mut current));
            } else {
                current = vec![from];
            }
            drawing = !drawing;
            left = if drawing { on } else { off };
        }
    }
    if drawing && current.len() >= 2 {
        pieces.push(current);
    }
    pieces
}

/// Paints items by themselves, such as a sample of the legend.
pub fn paint_items(painter: &Painter, items: &[Item], origin: Pos2, glyphs: &Glyphs) {
    painter.add(egui::Shape::mesh(mesh(
        painter,
        items,
        origin + vec2(0.0, 0.0),
        glyphs,
    )));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_follow_the_line_around_its_corners() {
        let line = [pos2(0.0, 0.0), pos2(3.0, 0.0), pos2(3.0, 5.0)];
        let cut = dashes(&line, [4.0, 2.0]);
        assert_eq!(cut.len(), 2);
        assert_eq!(cut[0], vec![pos2(0.0, 0.0), pos2(3.0, 0.0), pos2(3.0, 1.0)]);
        assert_eq!(cut[1], vec![pos2(3.0, 3.0), pos2(3.0, 5.0)]);
        assert_eq!(dashes(&line, [0.0, 0.0]).len(), 1);
    }
}
