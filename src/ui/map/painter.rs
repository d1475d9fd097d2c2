//! The display list on the screen: a [`Picture`] to triangles, a mesh a layer, kept while the layer is the same.
//!
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
    mesh: Arc<Mesh>,
}

impl MapPainter {
    /// Paints a picture whose page begins at the upper left corner of `page`.
    pub fn paint(&mut self, painter: &Painter, picture: &Picture, page: Rect, glyphs: &Glyphs) {
        painter.rect_filled(page, 0.0, ink(picture.background));
        let fonts = FontState::of(painter);
        if !self.fonts.as_ref().is_some_and(|known| known.same(&fonts)) {
            self.kept.clear();
        }
        let before = std::mem::take(&mut self.kept);
        for layer in &picture.layers {
            let origin = page.min;
            let pixels_per_point = painter.pixels_per_point();
            let kept = before.iter().find(|k| {
                Arc::ptr_eq(&k.layer, layer)
                    && k.origin == origin
                    && k.pixels_per_point == pixels_per_point
            });
            let mesh = match kept {
                Some(kept) => kept.mesh.clone(),
                None => Arc::new(mesh(painter, &layer.items, origin, glyphs)),
            };
            let clip = layer.clip.map_or(page, |c| {
                Rect::from_min_max(at(c.min, origin), at(c.max, origin))
            });
            painter
                .with_clip_rect(clip.intersect(painter.clip_rect()))
                .add(mesh.clone());
            self.kept.push(Kept {
                layer: layer.clone(),
                origin,
                pixels_per_point,
                mesh,
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
