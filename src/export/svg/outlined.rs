//! A line of text as one outline, for programs that do not have the font.
//!
//! The outline is in points of the line, its beginning at the origin; the painter puts it in its place.

use super::super::letters::{self, Pen};
use super::write::decimals;
use crate::scene::item::{Pt, Text};

/// Path data of a line of text.
pub(super) fn outline(text: &Text) -> String {
    let font = letters::font(text.face);
    let points = text.size_pt / font.units_per_em;
    let mut outline = Outline {
        out: String::new(),
        points,
        from: [0.0, 0.0],
    };
    for letter in font.line(&text.text) {
        outline.from = [letter.x, letter.y].map(|units| units as f32);
        font.outline(letter.glyph, &mut outline);
    }
    outline.out
}

/// Draws letters as path data.
struct Outline {
    out: String,
    /// Points a font unit.
    points: f32,
    /// Where the letter begins, in font units.
    from: Pt,
}

impl Outline {
    fn put(&mut self, command: char, points: &[Pt]) {
        self.out.push(command);
        for (i, [x, y]) in points.iter().enumerate() {
            if i > 0 {
                self.out.push(' ');
            }
            let x = decimals((self.from[0] + x) * self.points, 2);
            let y = decimals(-(self.from[1] + y) * self.points, 2);
            self.out.push_str(&x);
            if !y.starts_with('-') {
                self.out.push(' ');
            }
            self.out.push_str(&y);
        }
    }
}

impl Pen for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.put('M', &[[x, y]]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.put('L', &[[x, y]]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.put('Q', &[[x1, y1], [x, y]]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.put('C', &[[x1, y1], [x2, y2], [x, y]]);
    }

    fn close(&mut self) {
        self.out.push('z');
    }
}
