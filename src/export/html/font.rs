//! The shipped fonts as a page needs them: WOFF 1.0 with the outlines of the letters that are written.
//!
//! Every table but the outlines stays as it is, so that the browser sets text with the very widths and kerning
//! that names were placed by. A font that is not as expected is taken whole.

use super::encode::base64;
use super::text::put;
use crate::export::film::FilmError;
use crate::scene::item::Face;
use crate::scene::metrics::font_bytes;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use rustybuzz::ttf_parser;
use std::collections::BTreeSet;
use std::io::Write as _;

/// Bytes of a table's record in a font, and in a WOFF.
const RECORD: usize = 16;
const WOFF_RECORD: usize = 20;
/// Bytes before the records.
const HEAD: usize = 12;
const WOFF_HEAD: usize = 44;

/// Style rules that bring the fonts with them, with the letters of this text.
///
/// # Errors
/// When a font cannot be packed.
pub(in crate::export) fn rules(text: &str) -> Result<String, FilmError> {
    let letters: BTreeSet<char> = text.chars().collect();
    let mut out = String::new();
    for (face, style, weight) in [
        (Face::Regular, "normal", 400),
        (Face::Bold, "normal", 700),
        (Face::Italic, "italic", 400),
    ] {
        let bytes = font_bytes(face);
        let font = cut(bytes, &letters).unwrap_or_else(|| tables(bytes));
        let font = base64(&woff(&font).map_err(|e| FilmError::Encode(e.to_string()))?);
        put!(
            out,
            "@font-face{{font-family:\"Noto Sans\";font-style:{style};font-weight:{weight};\
             src:url(data:font/woff;base64,{font})}}\n"
        );
    }
    Ok(out)
}

/// A table of a font.
struct Table {
    tag: [u8; 4],
    bytes: Vec<u8>,
}

fn u16_at(bytes: &[u8], at: usize) -> Option<usize> {
    let two = bytes.get(at..)?.first_chunk::<2>()?;
    Some(usize::from(u16::from_be_bytes(*two)))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..)?.first_chunk::<4>()?;
    Some(u32::from_be_bytes(*four) as usize)
}

/// The tables of a font, in the order of their tags.
fn tables(font: &[u8]) -> Vec<Table> {
    let count = u16_at(font, 4).unwrap_or(0);
    let table = |i: usize| {
        let record = HEAD + i * RECORD;
        let tag = *font.get(record..)?.first_chunk::<4>()?;
        let (from, length) = (u32_at(font, record + 8)?, u32_at(font, record + 12)?);
        let bytes = font.get(from..from.checked_add(length)?)?.to_vec();
        Some(Table { tag, bytes })
    };
    (0..count).filter_map(table).collect()
}

/// The tables with the outlines of these letters, of what they are put together from, and of all glyphs that
/// only the layout features reach.
fn cut(font: &[u8], letters: &BTreeSet<char>) -> Option<Vec<Table>> {
    let mut tables = tables(font);
    let find = |tag: &[u8; 4]| tables.iter().position(|t| t.tag == *tag);
    let (head, loca, glyf) = (find(b"head")?, find(b"loca")?, find(b"glyf")?);
    let is_long = u16_at(&tables[head].bytes, 50)? != 0;
    let outlines = Outlines::read(&tables[loca].bytes, &tables[glyf].bytes, is_long)?;
    let mut kept = wanted(font, letters, outlines.0.len())?;
    let mut open: Vec<usize> = kept.iter().copied().collect();
    while let Some(glyph) = open.pop() {
        let parts = parts(outlines.0.get(glyph)?)?;
        open.extend(parts.into_iter().filter(|part| kept.insert(*part)));
    }
    let (new_loca, new_glyf) = outlines.written(&kept, is_long)?;
    tables[loca].bytes = new_loca;
    tables[glyf].bytes = new_glyf;
    Some(tables)
}

/// Glyphs of the letters, and those that no letter has.
fn wanted(font: &[u8], letters: &BTreeSet<char>, count: usize) -> Option<BTreeSet<usize>> {
    let face = ttf_parser::Face::parse(font, 0).ok()?;
    let mut unused = BTreeSet::new();
    let mut used = BTreeSet::from([0]);
    for table in face
        .tables()
        .cmap?
        .subtables
        .into_iter()
        .filter(|t| t.is_unicode())
    {
        table.codepoints(|code| {
            let Some(glyph) = table.glyph_index(code) else {
                return;
            };
            let is_used = char::from_u32(code).is_some_and(|c| letters.contains(&c));
            let set = if is_used { &mut used } else { &mut unused };
            set.insert(usize::from(glyph.0));
        });
    }
    let is_wanted = |glyph: &usize| used.contains(glyph) || !unused.contains(glyph);
    Some((0..count).filter(is_wanted).collect())
}

/// The outline of each glyph as the font has it.
struct Outlines<'f>(Vec<&'f [u8]>);

impl<'f> Outlines<'f> {
    fn read(loca: &[u8], glyf: &'f [u8], is_long: bool) -> Option<Outlines<'f>> {
        let offset = |i: usize| match is_long {
            true => u32_at(loca, i * 4),
            false => u16_at(loca, i * 2).map(|half| half * 2),
        };
        let count = loca.len() / if is_long { 4 } else { 2 };
        let outline = |i: usize| glyf.get(offset(i)?..offset(i + 1)?);
        (0..count.checked_sub(1)?)
            .map(outline)
            .collect::<Option<_>>()
            .map(Outlines)
    }

    /// Places and outlines of the kept glyphs; the others are empty.
    fn written(&self, kept: &BTreeSet<usize>, is_long: bool) -> Option<(Vec<u8>, Vec<u8>)> {
        let (mut loca, mut glyf) = (Vec::new(), Vec::new());
        let mark = |loca: &mut Vec<u8>, at: usize| {
            match is_long {
                true => loca.extend(u32::try_from(at).ok()?.to_be_bytes()),
                false => loca.extend(u16::try_from(at / 2).ok()?.to_be_bytes()),
            }
            Some(())
        };
        for (glyph, outline) in self.0.iter().enumerate() {
            mark(&mut loca, glyf.len())?;
            if kept.contains(&glyph) {
                glyf.extend_from_slice(outline);
                glyf.resize(glyf.len().next_multiple_of(4), 0);
            }
        }
        mark(&mut loca, glyf.len())?;
        Some((loca, glyf))
    }
}

/// The glyphs that a glyph is put together from (OpenType, table `glyf`).
fn parts(outline: &[u8]) -> Option<Vec<usize>> {
    const WORDS: usize = 1;
    const SCALE: usize = 8;
    const MORE: usize = 32;
    const TWO_SCALES: usize = 64;
    const MATRIX: usize = 128;
    let mut found = Vec::new();
    // A number of contours below 0 means that there are none of its own.
    if outline.first().is_none_or(|byte| *byte < 0x80) {
        return Some(found);
    }
    let mut at = 10;
    loop {
        let flags = u16_at(outline, at)?;
        found.push(u16_at(outline, at + 2)?);
        at += 4 + if flags & WORDS != 0 { 4 } else { 2 };
        at += match flags {
            f if f & SCALE != 0 => 2,
            f if f & TWO_SCALES != 0 => 4,
            f if f & MATRIX != 0 => 8,
            _ => 0,
        };
        if flags & MORE == 0 {
            return Some(found);
        }
    }
}

/// Tables as a WOFF file.
fn woff(tables: &[Table]) -> std::io::Result<Vec<u8>> {
    let size = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).to_be_bytes();
    let (mut records, mut body) = (Vec::new(), Vec::new());
    let begin = WOFF_HEAD + tables.len() * WOFF_RECORD;
    let mut plain = HEAD + tables.len() * RECORD;
    for table in tables {
        let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
        packer.write_all(&table.bytes)?;
        let packed = packer.finish()?;
        let stored = match packed.len() < table.bytes.len() {
            true => &packed,
            false => &table.bytes,
        };
        records.extend(table.tag);
        records.extend(size(begin + body.len()));
        records.extend(size(stored.len()));
        records.extend(size(table.bytes.len()));
        records.extend(sum(&table.bytes).to_be_bytes());
        body.extend_from_slice(stored);
        body.resize(body.len().next_multiple_of(4), 0);
        plain += table.bytes.len().next_multiple_of(4);
    }
    let count = u16::try_from(tables.len()).unwrap_or(u16::MAX);
    let mut out = b"wOFF".to_vec();
    out.extend(0x0001_0000_u32.to_be_bytes());
    out.extend(size(begin + body.len()));
    out.extend(count.to_be_bytes());
    out.extend([0, 0]);
    out.extend(size(plain));
    // No version of its own, no metadata, no private data.
    out.resize(WOFF_HEAD, 0);
    out.extend(records);
    out.extend(body);
    Ok(out)
}

/// The sum of a table: its 32 bit words, added.
fn sum(bytes: &[u8]) -> u32 {
    let word = |part: &[u8]| {
        let byte = |i: usize| u32::from(part.get(i).copied().unwrap_or(0));
        (0..4).fold(0, |word, i| (word << 8) | byte(i))
    };
    bytes.chunks(4).map(word).fold(0, u32::wrapping_add)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_are_written_keep_their_outlines() {
        for face in [Face::Regular, Face::Bold, Face::Italic] {
            let bytes = font_bytes(face);
            let letters: BTreeSet<char> = "Gao é".chars().collect();
            let cut = cut(bytes, &letters).expect("as shipped");
            let size = |tables: &[Table]| tables.iter().map(|t| t.bytes.len()).sum::<usize>();
            assert!(size(&cut) < size(&tables(bytes)));
            let find = |tag: &[u8; 4]| {
                let table = cut.iter().find(|t| t.tag == *tag);
                table.expect("there").bytes.as_slice()
            };
            let outlines = Outlines::read(find(b"loca"), find(b"glyf"), false).expect("whole");
            let parsed = ttf_parser::Face::parse(bytes, 0).expect("a font");
            let has = |c: char| {
                let glyph = parsed.glyph_index(c).expect("in the font");
                !outlines.0[usize::from(glyph.0)].is_empty()
            };
            assert!(
                has('G') && has('a') && has('é') && has('e'),
                "é is made of e"
            );
            assert!(!has('Q') && !has('ɲ'));
        }
    }

    #[test]
    fn what_is_no_font_is_packed_as_it_is() {
        for bytes in [&b""[..], b"\0\x01\0\0\0\x09", &[0xFF; 400]] {
            assert!(cut(bytes, &BTreeSet::new()).is_none());
            assert!(woff(&tables(bytes)).is_ok());
        }
    }
}
