//! The fonts of a document: only the letters that are used, each with the text it stands for.
//!
//! Numbers of glyphs are given in the order of first use. It draws nothing.

use super::super::letters::{self, FACES, Font, Letter};
use super::{Book, PdfError, packed};
use crate::scene::item::Face;
use crate::scene::metrics::font_bytes;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Finish, Name, Rect, Ref, Str};
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;

/// Identity: the glyphs' own numbers.
const SYSTEM: SystemInfo<'static> = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"Identity"),
    supplement: 0,
};
/// How PDF measures glyphs: units an em.
pub(super) const EM: f32 = 1000.0;

/// The letters that are used.
#[derive(Default)]
pub(super) struct Fonts {
    used: [Used; 3],
}

#[derive(Default)]
struct Used {
    numbers: GlyphRemapper,
    /// What each glyph stands for, by its number in the document.
    texts: BTreeMap<u16, String>,
}

/// The name of a font among the resources.
pub(super) fn name(face: Face) -> Name<'static> {
    match face {
        Face::Regular => Name(b"Regular"),
        Face::Bold => Name(b"Bold"),
        Face::Italic => Name(b"Italic"),
    }
}

fn postscript_name(face: Face) -> &'static str {
    match face {
        Face::Regular => "NotoSans-Regular",
        Face::Bold => "NotoSans-Bold",
        Face::Italic => "NotoSans-Italic",
    }
}

/// A letter as it is searched for: spaces and hyphens that do not break are spaces and hyphens.
fn plain(c: char) -> char {
    match c {
        '\u{A0}' | '\u{202F}' | '\u{2009}' | '\u{2007}' => ' ',
        '\u{2011}' => '-',
        other => other,
    }
}

impl Fonts {
    /// The number of a letter's glyph in the document; `text` is what it stands for.
    pub fn number(&mut self, face: Face, letter: Letter, text: &str) -> u16 {
        let used = &mut self.used[letters::number(face)];
        let number = used.numbers.remap(letter.glyph);
        let written = || text.chars().map(plain).collect();
        used.texts.entry(number).or_insert_with(written);
        number
    }

    /// Writes the fonts that are used and remembers them among the resources.
    pub fn write(self, book: &mut Book) -> Result<(), PdfError> {
        let mut written = Vec::new();
        for (face, used) in FACES.into_iter().zip(&self.used) {
            if !used.texts.is_empty() {
                written.push((face, used.write(face, book)?));
            }
        }
        book.forms.fonts = written;
        Ok(())
    }
}

impl Used {
    fn write(&self, face: Face, book: &mut Book) -> Result<Ref, PdfError> {
        let [id, cid, descriptor, cmap, file] = [(); 5].map(|()| book.id());
        let cut = subsetter::subset(font_bytes(face), 0, &self.numbers)
            .map_err(|error| PdfError::Font(error.to_string()))?;
        let called = format!("{}+{}", self.tag(), postscript_name(face));
        let called = Name(called.as_bytes());
        let font = letters::font(face);
        book.pdf
            .type0_font(id)
            .base_font(called)
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(cid)
            .to_unicode(cmap);
        self.write_widths(font, book, [cid, descriptor], called);
        write_descriptor(face, font, book, [descriptor, file], called);
        let mut map = UnicodeCmap::<u16>::new(Name(b"Custom"), SYSTEM);
        for (number, text) in &self.texts {
            map.pair_with_multiple(*number, text.chars());
        }
        let map = packed(&map.finish());
        book.pdf.cmap(cmap, &map).filter(Filter::FlateDecode);
        let length = i32::try_from(cut.len()).unwrap_or(i32::MAX);
        let cut = packed(&cut);
        let mut stream = book.pdf.stream(file, &cut);
        stream.filter(Filter::FlateDecode);
        stream.pair(Name(b"Length1"), length);
        stream.finish();
        Ok(id)
    }

    fn write_widths(
        &self,
        font: &Font,
        book: &mut Book,
        [cid, descriptor]: [Ref; 2],
        called: Name<'_>,
    ) {
        let em = |units: u16| f32::from(units) * EM / font.units_per_em;
        let widths: Vec<f32> = self
            .numbers
            .remapped_gids()
            .map(|glyph| em(font.own_advance(glyph)))
            .collect();
        let mut dict = book.pdf.cid_font(cid);
        dict.subtype(CidFontType::Type2)
            .base_font(called)
            .system_info(SYSTEM)
            .font_descriptor(descriptor)
            .default_width(0.0)
            .cid_to_gid_map_predefined(Name(b"Identity"));
        dict.widths().consecutive(0, widths);
    }

    /// Six capitals that tell one cut of a font from another, as PDF wants them: a sum of its glyphs
    /// (FNV-1a), so that the same letters always give the same name.
    fn tag(&self) -> String {
        let bytes = self.numbers.remapped_gids().flat_map(u16::to_be_bytes);
        let mut sum = bytes.fold(0xCBF2_9CE4_8422_2325_u64, |sum, byte| {
            (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
        });
        let mut letter = || {
            let letter = char::from(b'A' + (sum % 26) as u8);
            sum /= 26;
            letter
        };
        (0..6).map(|_| letter()).collect()
    }
}

fn write_descriptor(
    face: Face,
    font: &Font,
    book: &mut Book,
    [id, file]: [Ref; 2],
    called: Name<'_>,
) {
    let measures = font.measures();
    let em = |units: i16| f32::from(units) * EM / font.units_per_em;
    let [left, bottom, right, top] = measures.bounds.map(em);
    let (flags, weight) = match face {
        Face::Regular => (FontFlags::SYMBOLIC, 400),
        Face::Bold => (FontFlags::SYMBOLIC, 700),
        Face::Italic => (FontFlags::SYMBOLIC | FontFlags::ITALIC, 400),
    };
    book.pdf
        .font_descriptor(id)
        .name(called)
        .flags(flags)
        .bbox(Rect::new(left, bottom, right, top))
        .italic_angle(measures.italic_angle)
        .ascent(em(measures.ascent))
        .descent(em(measures.descent))
        .cap_height(em(measures.cap_height))
        // Asked for by the standard, used by nobody for an embedded font: about a stem of that weight.
        .stem_v(f32::from(weight as i16) / 5.0)
        .font_file2(file);
}
