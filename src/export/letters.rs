//! Lines of text as glyphs of the shipped fonts, and glyphs as outlines: for painters that have to place
//! or draw letters themselves.
//!
//! Text is shaped as `scene::metrics` measures it, so that every painter sets the same line. It draws
//! nothing.

use crate::scene::item::Face;
use crate::scene::metrics::font_bytes;
use rustybuzz::{ShapePlan, UnicodeBuffer, ttf_parser};
use std::sync::OnceLock;

pub(super) use ttf_parser::OutlineBuilder as Pen;

/// A glyph in its line, lengths in font units.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Letter {
    /// Number of the glyph in its font; 0 is the box of what the font lacks.
    pub glyph: u16,
    /// Where its first character stands in the text, in bytes.
    pub cluster: usize,
    /// Right of the beginning of the line.
    pub x: i32,
    /// Above the baseline.
    pub y: i32,
    /// How far the line goes on after it, kerning included.
    pub advance: i32,
}

/// One of the shipped fonts.
pub(super) struct Font {
    face: Option<(rustybuzz::Face<'static>, ShapePlan)>,
    /// Font units an em.
    pub units_per_em: f32,
}

/// All cuts, in the order of their numbers.
pub(super) const FACES: [Face; 3] = [Face::Regular, Face::Bold, Face::Italic];

/// The number of a cut.
pub(super) fn number(face: Face) -> usize {
    match face {
        Face::Regular => 0,
        Face::Bold => 1,
        Face::Italic => 2,
    }
}

/// The font of a cut.
pub(super) fn font(face: Face) -> &'static Font {
    static FONTS: OnceLock<[Font; 3]> = OnceLock::new();
    let fonts = FONTS.get_or_init(|| FACES.map(|face| Font::new(font_bytes(face))));
    &fonts[number(face)]
}

impl Font {
    fn new(bytes: &'static [u8]) -> Font {
        let face = rustybuzz::Face::from_slice(bytes, 0).map(|face| {
            let latin = Some(rustybuzz::script::LATIN);
            let direction = rustybuzz::Direction::LeftToRight;
            let plan = ShapePlan::new(&face, direction, latin, None, &[]);
            (face, plan)
        });
        let units = face.as_ref().map(|(face, _)| face.units_per_em() as f32);
        Font {
            face,
            units_per_em: units.unwrap_or(1000.0),
        }
    }

    /// The glyphs of a line. Control characters have none.
    pub fn line(&self, text: &str) -> Vec<Letter> {
        let Some((face, plan)) = &self.face else {
            return Vec::new();
        };
        let mut buffer = UnicodeBuffer::new();
        for (at, c) in text.char_indices().filter(|(_, c)| !c.is_control()) {
            buffer.add(c, u32::try_from(at).unwrap_or(u32::MAX));
        }
        buffer.set_direction(rustybuzz::Direction::LeftToRight);
        buffer.set_script(rustybuzz::script::LATIN);
        let shaped = rustybuzz::shape_with_plan(face, plan, buffer);
        let mut x = 0;
        let pairs = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        pairs
            .map(|(info, position)| {
                let letter = Letter {
                    glyph: u16::try_from(info.glyph_id).unwrap_or(0),
                    cluster: info.cluster as usize,
                    x: x + position.x_offset,
                    y: position.y_offset,
                    advance: position.x_advance,
                };
                x += position.x_advance;
                letter
            })
            .collect()
    }

    /// The advance that the font itself gives a glyph, in font units.
    pub fn own_advance(&self, glyph: u16) -> u16 {
        let id = ttf_parser::GlyphId(glyph);
        let found = self.face.as_ref();
        found
            .and_then(|(face, _)| face.glyph_hor_advance(id))
            .unwrap_or(0)
    }

    /// Draws the outline of a glyph, in font units, y upwards.
    pub fn outline(&self, glyph: u16, pen: &mut dyn Pen) {
        if let Some((face, _)) = &self.face {
            face.outline_glyph(ttf_parser::GlyphId(glyph), pen);
        }
    }

    /// What a description of the font has to say.
    pub fn measures(&self) -> Measures {
        let face = self.face.as_ref().map(|(face, _)| face);
        let bounds = face.map(|face| face.global_bounding_box());
        Measures {
            bounds: bounds.map_or([0; 4], |b| [b.x_min, b.y_min, b.x_max, b.y_max]),
            ascent: face.map_or(0, |face| face.ascender()),
            descent: face.map_or(0, |face| face.descender()),
            cap_height: face.and_then(|face| face.capital_height()).unwrap_or(0),
            italic_angle: face.map_or(0.0, |face| face.italic_angle()),
        }
    }
}

/// Lengths in font units, angles in degrees.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Measures {
    /// Left, bottom, right and top of all glyphs.
    pub bounds: [i16; 4],
    /// Above the baseline.
    pub ascent: i16,
    /// Below the baseline, negative.
    pub descent: i16,
    /// Of a flat capital.
    pub cap_height: i16,
    /// Counter-clockwise from upright.
    pub italic_angle: f32,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::metrics::width_pt;

    #[test]
    fn lines_are_as_wide_as_they_were_measured() {
        for face in FACES {
            for text in ["N’Djaména → Abéché", "AVATAR office", "10\u{202F}000", ""] {
                let line = font(face).line(text);
                let units: i32 = line.iter().map(|l| l.advance).sum();
                let set = units as f32 / font(face).units_per_em * 20.0;
                assert!((set - width_pt(text, face, 20.0)).abs() < 1e-3, "{text}");
            }
        }
    }

    #[test]
    fn what_cannot_be_seen_has_no_glyph() {
        assert_eq!(font(Face::Bold).line("\u{0}\u{7}\n"), []);
        let unknown = font(Face::Bold).line("\u{4E2D}");
        assert_eq!(unknown.len(), 1);
        assert_eq!(unknown[0].glyph, 0);
    }
}
