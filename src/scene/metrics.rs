//! How wide and how high text is, measured with the very fonts that draw it.
//!
//! Text is shaped as the file painters shape it (rustybuzz, as in usvg), so that a box reserved here
//! is the box that is filled there. It places nothing.

use super::item::Face;
use rustybuzz::UnicodeBuffer;
use std::collections::HashMap;
use std::sync::{Mutex, OnceLock};

const REGULAR: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Bold.ttf");
const ITALIC: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Italic.ttf");

/// Shaped advances are kept for this many texts of a face before they are forgotten.
const REMEMBERED: usize = 8_192;

/// The bytes of the font of a face.
pub fn font_bytes(face: Face) -> &'static [u8] {
    match face {
        Face::Regular => REGULAR,
        Face::Bold => BOLD,
        Face::Italic => ITALIC,
    }
}

/// A font with the advances of the texts it has shaped, in font units.
struct Shaper {
    font: Option<rustybuzz::Face<'static>>,
    known: Mutex<HashMap<String, Vec<i32>>>,
}

fn shaper(face: Face) -> &'static Shaper {
    static SHAPERS: OnceLock<[Shaper; 3]> = OnceLock::new();
    let all = SHAPERS.get_or_init(|| {
        [Face::Regular, Face::Bold, Face::Italic].map(|face| Shaper {
            font: rustybuzz::Face::from_slice(font_bytes(face), 0),
            known: Mutex::new(HashMap::new()),
        })
    });
    &all[face as usize]
}

impl Shaper {
    /// Advance of each character in font units, kerning included.
    fn advances(&self, text: &str) -> Vec<i32> {
        // A poisoned lock only means that another thread panicked between two whole entries.
        let mut known = self.known.lock().unwrap_or_else(|e| e.into_inner());
        if let Some(advances) = known.get(text) {
            return advances.clone();
        }
        let advances = self.shape(text);
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.insert(text.to_owned(), advances.clone());
        advances
    }

    fn shape(&self, text: &str) -> Vec<i32> {
        let mut advances = vec![0; text.chars().count()];
        let Some(font) = &self.font else {
            return advances;
        };
        let mut buffer = UnicodeBuffer::new();
        for (cluster, c) in (0u32..).zip(text.chars()) {
            buffer.add(c, cluster);
        }
        buffer.guess_segment_properties();
        let glyphs = rustybuzz::shape(font, &[], buffer);
        for (info, position) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
            if let Some(advance) = advances.get_mut(info.cluster as usize) {
                *advance += position.x_advance;
            }
        }
        advances
    }
}

/// The fonts' units for one em.
const UNITS_PER_EM: f32 = 1000.0;

/// Advance of each character in points, kerning included.
pub fn glyph_advances(text: &str, face: Face, size_pt: f32) -> Vec<f32> {
    let advances = shaper(face).advances(text);
    advances
        .into_iter()
        .map(|a| a as f32 / UNITS_PER_EM * size_pt)
        .collect()
}

/// Width of a line of text in points.
pub fn width_pt(text: &str, face: Face, size_pt: f32) -> f32 {
    let units: i32 = shaper(face).advances(text).iter().sum();
    units as f32 / UNITS_PER_EM * size_pt
}

/// Breaks a text into lines no wider than `width` points, at spaces; a longer word stands alone.
pub fn wrap(text: &str, face: Face, size_pt: f32, width: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|w| !w.is_empty()) {
        if let Some(line) = lines.last_mut() {
            let longer = format!("{line} {word}");
            if width_pt(&longer, face, size_pt) <= width {
                *line = longer;
                continue;
            }
        }
        lines.push(word.to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_have_a_thousand_units() {
        for face in [Face::Regular, Face::Bold, Face::Italic] {
            let font = rustybuzz::Face::from_slice(font_bytes(face), 0).expect("a shipped font");
            assert_eq!(font.units_per_em(), 1000);
        }
    }

    #[test]
    fn every_letter_of_the_facts_has_a_glyph() {
        let atlas = crate::data::shipped().expect("the shipped data");
        let font = rustybuzz::Face::from_slice(REGULAR, 0).expect("a shipped font");
        let titles = atlas.events.iter().flat_map(|e| [&e.title, &e.summary]);
        for text in titles {
            for c in text.en.chars().chain(text.fr.chars()) {
                assert!(font.glyph_index(c).is_some(), "{c:?} in {}", text.en);
            }
        }
    }

    #[test]
    fn widths_grow_with_size_and_weight() {
        let w = |face, size| width_pt("Ouagadougou", face, size);
        assert!((w(Face::Regular, 20.0) - 2.0 * w(Face::Regular, 10.0)).abs() < 1e-3);
        assert!(w(Face::Bold, 10.0) > w(Face::Regular, 10.0));
        assert_eq!(width_pt("", Face::Bold, 10.0), 0.0);
        let digits: Vec<f32> = glyph_advances("0123456789", Face::Regular, 10.0);
        assert!(
            digits.iter().all(|d| (d - digits[0]).abs() < 0.4),
            "{digits:?}"
        );
    }

    #[test]
    fn lines_break_at_spaces() {
        let lines = wrap("Last French troops leave Gao", Face::Bold, 15.0, 120.0);
        assert!(lines.len() >= 2);
        assert_eq!(lines.join(" "), "Last French troops leave Gao");
        assert_eq!(wrap("Unbreakable", Face::Bold, 15.0, 1.0), ["Unbreakable"]);
        assert!(wrap("", Face::Bold, 15.0, 1.0).is_empty());
    }
}
