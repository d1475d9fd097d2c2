//! Symbols on the screen: each glyph is triangulated once and then only set, at any size and in any colours.
//!
//! It draws what `scene::symbols` says and chooses nothing.

use super::fill::{Fill, Setting};
use crate::scene::item::Symbol;
use crate::scene::symbols::{Glyph, Paint, parts};
use crate::style::Color;
use crate::ui::theme::ink;
use egui::{Mesh, Pos2, Shape, pos2};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// Every glyph that has been drawn so far.
#[derive(Default)]
pub struct Glyphs(RefCell<HashMap<Glyph, Rc<Vec<Piece>>>>);

struct Piece {
    fill: Fill,
    paint: Paint,
    opacity: f32,
}

/// The three colours of a symbol outside the map.
#[derive(Clone, Copy)]
pub struct Inks {
    /// Main colour.
    pub ink: Color,
    /// Ground.
    pub ground: Color,
    /// Second colour.
    pub accent: Color,
}

impl Glyphs {
    fn pieces(&self, glyph: Glyph) -> Rc<Vec<Piece>> {
        let mut known = self.0.borrow_mut();
        let pieces = known.entry(glyph).or_insert_with(|| {
            let pieces = parts(glyph).iter().map(|part| Piece {
                fill: Fill::new(&part.outline),
                paint: part.paint,
                opacity: part.opacity,
            });
            Rc::new(pieces.collect())
        });
        pieces.clone()
    }

    /// Adds a symbol to a mesh; `origin` is the screen position of the page's origin.
    pub fn set(&self, symbol: &Symbol, origin: Pos2, feather: f32, mesh: &mut Mesh) {
        let at = origin + egui::vec2(symbol.at[0], symbol.at[1]);
        for piece in self.pieces(symbol.glyph).iter() {
            let color = match piece.paint {
                Paint::Ink => symbol.ink,
                Paint::Ground => symbol.ground,
                Paint::Accent => symbol.accent,
            };
            let setting = Setting {
                at,
                scale: symbol.size_pt,
                feather,
                color: ink(color.with_opacity(piece.opacity * symbol.opacity)),
            };
            piece.fill.set(setting, mesh);
        }
    }

    /// Draws a glyph by itself, centred.
    pub fn paint(
        &self,
        painter: &egui::Painter,
        glyph: Glyph,
        center: Pos2,
        size_pt: f32,
        inks: Inks,
    ) {
        let symbol = Symbol {
            glyph,
            at: [center.x, center.y],
            size_pt,
            ink: inks.ink,
            ground: inks.ground,
            accent: inks.accent,
            opacity: 1.0,
        };
        let mut mesh = Mesh::default();
        self.set(
            &symbol,
            pos2(0.0, 0.0),
            1.0 / painter.pixels_per_point(),
            &mut mesh,
        );
        painter.add(Shape::mesh(mesh));
    }
}
