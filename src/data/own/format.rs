//! What kind of file it is, told from its first bytes and never from its name alone.

use super::input::Input;
use super::note::{Fault, Wanted};

/// A kind of file that can be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// Text in rows and cells.
    Table,
    /// GeoJSON in any of its forms.
    GeoJson,
}

/// Kinds that are known and cannot be read, by their first bytes.
const FOREIGN: &[(&[u8], &str)] = &[
    (b"PK\x03\x04", "a ZIP archive (XLSX, ODS or KMZ)"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"SQLite format 3\0", "an SQLite database (GeoPackage)"),
    (b"\0\0\x27\x0A", "a shapefile"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xD0\xCF\x11\xE0", "an old Office file (XLS)"),
    (b"PAR1", "a Parquet file"),
    (b"GIF8", "a GIF picture"),
    (b"\xFF\xD8\xFF", "a JPEG picture"),
    (b"\x7FELF", "a program"),
];

/// Tells the kind of a file.
pub(super) fn recognised(input: Input<'_>) -> Result<Format, Fault> {
    let mut head = Vec::new();
    input.open()?.fill(&mut head, 1024)?;
    if head.is_empty() {
        return Err(Fault::new("file", Wanted::Something, "an empty file"));
    }
    if let Some((_, what)) = FOREIGN.iter().find(|(mark, _)| head.starts_with(mark)) {
        return Err(Fault::new("file", Wanted::KnownKind, *what));
    }
    let text = head
        .strip_prefix(b"\xEF\xBB\xBF".as_slice())
        .unwrap_or(&head);
    let first = text.iter().find(|b| !b.is_ascii_whitespace());
    match first {
        Some(b'{' | b'[' | 0x1E) => Ok(Format::GeoJson),
        Some(b'<') => Err(Fault::new("file", Wanted::KnownKind, "XML or HTML")),
        Some(b'n') if text.trim_ascii() == b"null" => Ok(Format::GeoJson),
        Some(_) => Ok(Format::Table),
        None => Err(Fault::new("file", Wanted::Something, "only blanks")),
    }
}
