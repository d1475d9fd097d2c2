//! How wide and how high text is, measured with the very fonts that draw it.
//!
//! Text is shaped as the file painters shape it (rustybuzz with its default features, as in usvg),
//! so that a box reserved here is the box that is filled there. It places nothing.

use super::item::Face;
use rustybuzz::{ShapePlan, UnicodeBuffer};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

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

/// Width of a line of text in points: the sum of its advances, kerning included.
pub fn width_pt(text: &str, face: Face, size_pt: f32) -> f32 {
    let shaper = shaper(face);
    shaper.advances(text).iter().sum::<i32>() as f32 * size_pt / shaper.units_per_em
}

/// Advance of each character in points, kerning included; for text that is set letter by letter.
/// There is one for every `char`: an accent that sits on the letter before it has 0.
pub fn glyph_advances(text: &str, face: Face, size_pt: f32) -> Vec<f32> {
    let shaper = shaper(face);
    let points = |units: &i32| *units as f32 * size_pt / shaper.units_per_em;
    shaper.advances(text).iter().map(points).collect()
}

/// How far the font reaches above the baseline, accents of capitals included, in points.
pub fn ascent_pt(face: Face, size_pt: f32) -> f32 {
    shaper(face).heights.ascent * size_pt
}

/// How far the font reaches below the baseline, in points; positive.
pub fn descent_pt(face: Face, size_pt: f32) -> f32 {
    shaper(face).heights.descent * size_pt
}

/// Height of a flat capital such as H, in points; figures are as high.
pub fn cap_height_pt(face: Face, size_pt: f32) -> f32 {
    shaper(face).heights.cap * size_pt
}

/// Height of a flat small letter such as x, in points.
pub fn x_height_pt(face: Face, size_pt: f32) -> f32 {
    shaper(face).heights.x * size_pt
}

/// Breaks a text into lines no wider than `width` points, at spaces; a longer word stands alone.
/// Spaces that do not break (U+00A0, U+202F) stay inside their line.
pub fn wrap(text: &str, face: Face, size_pt: f32, width: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split([' ', '\n']).filter(|w| !w.is_empty()) {
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

/// Heights above the baseline, in ems; the descent is below it.
#[derive(Clone, Copy, Default)]
struct Heights {
    ascent: f32,
    descent: f32,
    cap: f32,
    x: f32,
}

/// A font with the advances of the texts it has shaped, in font units.
struct Shaper {
    font: Option<(rustybuzz::Face<'static>, ShapePlan)>,
    units_per_em: f32,
    heights: Heights,
    known: Mutex<HashMap<String, Arc<[i32]>>>,
}

fn shaper(face: Face) -> &'static Shaper {
    static SHAPERS: OnceLock<[Shaper; 3]> = OnceLock::new();
    let all = SHAPERS.get_or_init(|| {
        [Face::Regular, Face::Bold, Face::Italic].map(|f| Shaper::new(font_bytes(f)))
    });
    match face {
        Face::Regular => &all[0],
        Face::Bold => &all[1],
        Face::Italic => &all[2],
    }
}

impl Shaper {
    fn new(bytes: &'static [u8]) -> Self {
        let font = rustybuzz::Face::from_slice(bytes, 0);
        let units_per_em = font.as_ref().map_or(1.0, |f| f.units_per_em() as f32);
        let ems = |units: i16| f32::from(units) / units_per_em;
        let heights = font.as_ref().map_or(Heights::default(), |f| Heights {
            ascent: ems(f.ascender()),
            descent: -ems(f.descender()),
            cap: ems(f.capital_height().unwrap_or(0)),
            x: ems(f.x_height().unwrap_or(0)),
        });
        let latin = rustybuzz::script::LATIN;
        let direction = rustybuzz::Direction::LeftToRight;
        Self {
            font: font.map(|f| {
                let plan = ShapePlan::new(&f, direction, Some(latin), None, &[]);
                (f, plan)
            }),
            units_per_em,
            heights,
            known: Mutex::new(HashMap::new()),
        }
    }

    /// Advance of each character in font units, kerning included.
    fn advances(&self, text: &str) -> Arc<[i32]> {
        // A poisoned lock only means that another thread panicked between two whole entries.
        let mut known = self.known.lock().unwrap_or_else(|e| e.into_inner());
        if let Some(advances) = known.get(text) {
            return Arc::clone(advances);
        }
        let advances: Arc<[i32]> = self.shape(text).into();
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.insert(text.to_owned(), Arc::clone(&advances));
        advances
    }

    fn shape(&self, text: &str) -> Vec<i32> {
        let mut advances = vec![0; text.chars().count()];
        let Some((font, plan)) = &self.font else {
            return advances;
        };
        let mut buffer = UnicodeBuffer::new();
        for (cluster, c) in (0u32..).zip(text.chars()) {
            buffer.add(c, cluster);
        }
        // The plan is made for this script and direction; the fonts know no other.
        buffer.set_direction(rustybuzz::Direction::LeftToRight);
        buffer.set_script(rustybuzz::script::LATIN);
        let glyphs = rustybuzz::shape_with_plan(font, plan, buffer);
        for (info, position) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
            if let Some(advance) = advances.get_mut(info.cluster as usize) {
                *advance += position.x_advance;
            }
        }
        advances
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACES: [Face; 3] = [Face::Regular, Face::Bold, Face::Italic];

    #[test]
    fn every_font_is_read_and_has_its_heights() {
        for face in FACES {
            assert!(shaper(face).font.is_some());
            assert_eq!(shaper(face).units_per_em, 1000.0);
            assert!((cap_height_pt(face, 10.0) - 7.14).abs() < 0.01);
            assert!((5.3..5.6).contains(&x_height_pt(face, 10.0)));
            let (up, down) = (ascent_pt(face, 10.0), descent_pt(face, 10.0));
            assert!(
                (10.0..11.5).contains(&up) && (2.0..3.5).contains(&down),
                "{up} {down}"
            );
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
    fn letters_of_the_region_and_signs_of_the_page_are_there() {
        let needed =
            "éèêëàâîïôùûçœŒÉÀ ɓɗŋɲƙƁƊŊƝƘɛɔ «»’“”–—…•×÷±≥≤≈−→←°§€₦№\u{202F}\u{2009}\u{2011}\u{A0}";
        for face in FACES {
            let font = rustybuzz::Face::from_slice(font_bytes(face), 0).expect("a shipped font");
            let lost: String = needed
                .chars()
                .filter(|c| font.glyph_index(*c).is_none())
                .collect();
            assert_eq!(lost, "", "{face:?}");
        }
    }

    #[test]
    fn widths_grow_with_size_and_weight() {
        let w = |face, size| width_pt("Ouagadougou", face, size);
        assert!((w(Face::Regular, 20.0) - 2.0 * w(Face::Regular, 10.0)).abs() < 1e-3);
        assert!(w(Face::Bold, 10.0) > w(Face::Regular, 10.0));
        assert_eq!(width_pt("", Face::Bold, 10.0), 0.0);
    }

    #[test]
    fn figures_are_tabular_and_pairs_are_kerned() {
        let digits = glyph_advances("0123456789", Face::Regular, 10.0);
        assert!(digits.iter().all(|d| (d - 5.72).abs() < 0.01), "{digits:?}");
        let apart: f32 = ["A", "V"]
            .map(|c| width_pt(c, Face::Regular, 10.0))
            .iter()
            .sum();
        assert!(width_pt("AV", Face::Regular, 10.0) < apart - 0.1);
    }

    #[test]
    fn there_is_an_advance_for_every_character() {
        for text in [
            "Ménaka",
            "Me\u{301}naka",
            "N’Djaména",
            "10\u{202F}000",
            "office",
            "→",
        ] {
            let advances = glyph_advances(text, Face::Bold, 12.0);
            assert_eq!(advances.len(), text.chars().count(), "{text}");
            let sum: f32 = advances.iter().sum();
            assert!(
                (sum - width_pt(text, Face::Bold, 12.0)).abs() < 1e-3,
                "{text}"
            );
        }
        assert_eq!(glyph_advances("e\u{301}", Face::Regular, 10.0)[1], 0.0);
    }

    #[test]
    fn lines_break_at_spaces() {
        let lines = wrap("Last French troops leave Gao", Face::Bold, 15.0, 120.0);
        assert!(lines.len() >= 2);
        assert!(
            lines.iter().all(|l| width_pt(l, Face::Bold, 15.0) <= 120.0),
            "{lines:?}"
        );
        assert_eq!(lines.join(" "), "Last French troops leave Gao");
        assert_eq!(wrap("Unbreakable", Face::Bold, 15.0, 1.0), ["Unbreakable"]);
        assert_eq!(
            wrap("10\u{202F}000 a", Face::Bold, 15.0, 1.0),
            ["10\u{202F}000", "a"]
        );
        assert!(wrap("", Face::Bold, 15.0, 1.0).is_empty());
    }
}
