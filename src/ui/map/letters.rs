//! Texts of the map as triangles, with their halos, turned about the left end of the baseline.
//!
//! The texts themselves are laid out by egui; this only sets them, so that an unchanged layer need not be set again.

use crate::scene::item::Text;
use crate::ui::theme::{family, ink};
use egui::emath::Rot2;
use egui::epaint::Vertex;
use egui::{Color32, FontId, Galley, Mesh, Painter, Pos2, Vec2, vec2};
use std::sync::Arc;

/// Directions in which a halo is set around its letters.
const HALO_STEPS: u8 = 12;

/// The state of egui's font texture. While it is the same, meshes of letters stay valid.
#[derive(Clone)]
pub struct FontState {
    size: [usize; 2],
    /// A text laid out in every frame: a new galley means that the texture was made anew.
    probe: Arc<Galley>,
}

impl FontState {
    /// The state in this frame.
    pub fn of(painter: &Painter) -> FontState {
        let font = FontId::new(7.25, family(crate::scene::item::Face::Regular));
        FontState {
            probe: painter.layout_no_wrap("·".to_owned(), font, Color32::PLACEHOLDER),
            size: painter.fonts(|fonts| fonts.font_image_size()),
        }
    }

    /// Is the texture still the one it was?
    pub fn same(&self, other: &FontState) -> bool {
        self.size == other.size && Arc::ptr_eq(&self.probe, &other.probe)
    }
}

/// Lays a text out; must be done for all texts of a mesh before the first is set, since the texture may grow.
pub fn lay_out(painter: &Painter, text: &Text) -> Arc<Galley> {
    let font = FontId::new(text.size_pt, family(text.face));
    painter.layout_no_wrap(text.text.clone(), font, Color32::PLACEHOLDER)
}

/// Adds a text to a mesh.
pub fn set(text: &Text, galley: &Galley, origin: Pos2, texture: [usize; 2], mesh: &mut Mesh) {
    let turn = Rot2::from_angle(text.angle);
    let baseline = galley.rows.first().map_or(0.0, |row| {
        row.pos.y + row.glyphs.first().map_or(0.0, |glyph| glyph.pos.y)
    });
    let at = origin + vec2(text.at[0], text.at[1]);
    let corner = at + turn * vec2(0.0, -baseline);
    let place = Place {
        corner,
        turn,
        texture,
    };
    if let Some(halo) = text.halo {
        let color = ink(halo.color);
        for step in 0..HALO_STEPS {
            let angle = std::f32::consts::TAU * f32::from(step) / f32::from(HALO_STEPS);
            place.set(
                galley,
                Vec2::angled(angle) * halo.width_pt / 2.0,
                color,
                mesh,
            );
        }
    }
    place.set(galley, Vec2::ZERO, ink(text.color), mesh);
}

struct Place {
    corner: Pos2,
    turn: Rot2,
    texture: [usize; 2],
}

impl Place {
    fn set(&self, galley: &Galley, shift: Vec2, color: Color32, mesh: &mut Mesh) {
        let texel = vec2(1.0 / self.texture[0] as f32, 1.0 / self.texture[1] as f32);
        for row in &galley.rows {
            let first = mesh.vertices.len() as u32;
            let letters = &row.visuals.mesh;
            mesh.indices
                .extend(letters.indices.iter().map(|i| i + first));
            mesh.vertices
                .extend(letters.vertices.iter().map(|v| Vertex {
                    pos: self.corner + shift + self.turn * (row.pos.to_vec2() + v.pos.to_vec2()),
                    uv: (v.uv.to_vec2() * texel).to_pos2(),
                    color,
                }));
        }
    }
}
