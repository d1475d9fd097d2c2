//! A table cut into rows, and a row into cells: any separator, quoting of RFC 4180, rows of several lines.
//!
//! Rows are cut where the format says, not where a line ends by chance; a quotation mark that is never
//! closed costs its row and not the rest of the file. It gives no meaning to cells.

use super::input::Opened;
use super::note::Fault;
use super::take::CellSpan;
use encoding_rs::{CoderResult, Decoder, Encoding};
use memchr::{memchr, memchr_iter, memchr2};

/// Bytes that are handed on at a time.
const BLOCK: usize = 1 << 20;
/// A quoted cell may hold so much, and a row without a line end.
const LONGEST_ROW: usize = 1 << 20;

/// Where a row stands in its block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub from: u32,
    pub to: u32,
    /// Its line in the file.
    pub line: u32,
    /// A quotation mark in it is not closed.
    pub unclosed: bool,
}

/// Some rows of a table.
#[derive(Debug, Default)]
pub(super) struct Block {
    pub bytes: Vec<u8>,
    pub rows: Vec<Row>,
}

/// What stands between cells and between rows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Signs {
    pub cell: u8,
    pub row: u8,
}

/// The rows of a file, block by block.
pub(super) struct Rows<'a> {
    input: Opened<'a>,
    decoder: Option<Decoder>,
    /// Letters that the encoding did not have.
    pub replaced: bool,
    bytes: Vec<u8>,
    line: u32,
    ended: bool,
}

impl<'a> Rows<'a> {
    pub fn new(input: Opened<'a>) -> Rows<'a> {
        Rows {
            input,
            decoder: None,
            replaced: false,
            bytes: Vec::new(),
            line: 1,
            ended: false,
        }
    }

    /// The first bytes as they are in the file, which stay to be read.
    pub fn peek(&mut self) -> Result<&[u8], Fault> {
        if self.bytes.is_empty() {
            self.ended = self.input.fill(&mut self.bytes, BLOCK)? == 0;
        }
        Ok(&self.bytes)
    }

    /// Drops the first bytes, such as a byte order mark.
    pub fn skip(&mut self, count: usize) {
        self.bytes.drain(..count.min(self.bytes.len()));
    }

    /// Counts and drops the first line.
    pub fn skip_line(&mut self, row_sign: u8) {
        let end = memchr(row_sign, &self.bytes).map_or(self.bytes.len(), |at| at + 1);
        self.skip(end);
        self.line += 1;
    }

    /// Reads the file in an encoding from here on.
    pub fn decode(&mut self, encoding: &'static Encoding) {
        let mut decoder = encoding.new_decoder_without_bom_handling();
        let raw = std::mem::take(&mut self.bytes);
        self.replaced |= decoded(&mut decoder, &raw, false, &mut self.bytes);
        self.decoder = Some(decoder);
    }

    pub fn input(&self) -> &Opened<'a> {
        &self.input
    }

    /// The next rows; `None` at the end of the file.
    pub fn next(&mut self, signs: Signs) -> Result<Option<Block>, Fault> {
        loop {
            if self.bytes.len() < BLOCK {
                self.more()?;
            }
            if self.bytes.is_empty() && self.ended {
                return Ok(None);
            }
            let mut rows = Vec::with_capacity(self.bytes.len() / 64);
            let end = self.cut(signs, &mut rows);
            if !rows.is_empty() || self.ended {
                let rest = self.bytes.split_off(end);
                let bytes = std::mem::replace(&mut self.bytes, rest);
                return Ok(Some(Block { bytes, rows }));
            }
            self.more()?;
        }
    }

    fn more(&mut self) -> Result<(), Fault> {
        if self.ended {
            return Ok(());
        }
        match &mut self.decoder {
            None => self.ended = self.input.fill(&mut self.bytes, BLOCK)? == 0,
            Some(decoder) => {
                let mut raw = Vec::new();
                self.ended = self.input.fill(&mut raw, BLOCK)? == 0;
                self.replaced |= decoded(decoder, &raw, self.ended, &mut self.bytes);
            }
        }
        Ok(())
    }

    /// Cuts whole rows; where the last of them ends.
    fn cut(&mut self, signs: Signs, rows: &mut Vec<Row>) -> usize {
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (mut from, bytes) = (0, &self.bytes);
        while from < bytes.len() {
            let (to, unclosed) = match row_end(&bytes[from..], signs) {
                End::At(to) => (from + to, false),
                End::Unclosed(_) if !self.ended && bytes.len() - from < LONGEST_ROW => break,
                End::Unclosed(first) => (from + first, true),
                End::Open if self.ended || bytes.len() - from > LONGEST_ROW => (bytes.len(), false),
                End::Open => break,
            };
            let row = &bytes[from..to];
            let text_to = if row.last() == Some(&b'\r') {
                to - 1
            } else {
                to
            };
            if text_to > from {
                rows.push(Row {
                    from: small(from),
                    to: small(text_to),
                    line: self.line,
                    unclosed,
                });
            }
            self.line += 1 + small(memchr_iter(signs.row, row).count());
            from = (to + 1).min(bytes.len());
        }
        from
    }
}

/// Decodes bytes onto the end of `to`; whether something had to be replaced.
fn decoded(decoder: &mut Decoder, raw: &[u8], last: bool, to: &mut Vec<u8>) -> bool {
    let mut text = String::new();
    let (mut rest, mut replaced) = (raw, false);
    loop {
        let room = decoder
            .max_utf8_buffer_length(rest.len())
            .unwrap_or(rest.len() * 3 + 16);
        text.reserve(room);
        let (result, read, bad) = decoder.decode_to_string(rest, &mut text, last);
        replaced |= bad;
        rest = &rest[read..];
        match result {
            CoderResult::InputEmpty => break,
            CoderResult::OutputFull => {}
        }
    }
    to.extend_from_slice(text.as_bytes());
    replaced
}

/// Where a row ends.
enum End {
    /// Before the row sign at that byte.
    At(usize),
    /// A quoted cell goes on past the bytes; the first row sign all the same.
    Unclosed(usize),
    /// No row sign yet.
    Open,
}

fn row_end(bytes: &[u8], signs: Signs) -> End {
    let Some(first) = memchr(signs.row, bytes) else {
        return match memchr(b'"', bytes) {
            None => End::Open,
            Some(_) => quoted_end(bytes, signs, bytes.len()),
        };
    };
    if memchr(b'"', &bytes[..first]).is_none() {
        return End::At(first);
    }
    quoted_end(bytes, signs, first)
}

/// The same for a row with quotation marks, cell by cell.
fn quoted_end(bytes: &[u8], signs: Signs, first: usize) -> End {
    let mut at = 0;
    loop {
        if bytes.get(at) == Some(&b'"') {
            match close(&bytes[at + 1..]) {
                Some(after) => at += 1 + after,
                None => return End::Unclosed(first),
            }
        }
        match memchr2(signs.cell, signs.row, &bytes[at..]) {
            None => return End::Open,
            Some(to) if bytes[at + to] == signs.row => return End::At(at + to),
            Some(to) => at += to + 1,
        }
    }
}

/// The byte after the mark that closes a quoted cell, whose opening mark stands before.
fn close(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += memchr(b'"', &bytes[at..])?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at + 1);
        }
        at += 2;
    }
}

/// Cuts a row into cells. Quoted ones lose their marks; those with doubled marks go to `spill`.
pub(super) fn cells(row: &str, separator: u8, spill: &mut String, cells: &mut Vec<CellSpan>) {
    let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let bytes = row.as_bytes();
    cells.clear();
    let mut at = 0;
    loop {
        let start = at;
        let mut span = CellSpan {
            at: small(start),
            ..CellSpan::default()
        };
        if bytes.get(at) == Some(&b'"')
            && let Some(after) = close(&bytes[at + 1..])
        {
            let inner = &row[at + 1..at + after];
            let end = at + 1 + after;
            at = memchr(separator, &bytes[end..]).map_or(bytes.len(), |to| end + to);
            let tail = &row[end..at];
            if tail.trim().is_empty() && memchr(b'"', inner.as_bytes()).is_none() {
                (span.from, span.to) = (small(start + 1), small(start + after));
            } else {
                span.spilled = true;
                span.from = small(spill.len());
                spill.push_str(&inner.replace("\"\"", "\""));
                spill.push_str(tail.trim_end());
                span.to = small(spill.len());
            }
        } else {
            at = memchr(separator, &bytes[at..]).map_or(bytes.len(), |to| at + to);
            (span.from, span.to) = (small(start), small(at));
        }
        cells.push(span);
        if at >= bytes.len() {
            return;
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::own::input::Input;

    fn all(text: &str) -> Vec<String> {
        let opened = Input::Bytes(text.as_bytes()).open().expect("memory");
        let mut rows = Rows::new(opened);
        let signs = Signs {
            cell: b',',
            row: b'\n',
        };
        let mut out = Vec::new();
        while let Some(block) = rows.next(signs).expect("memory") {
            for row in block.rows {
                let text = std::str::from_utf8(&block.bytes[row.from as usize..row.to as usize]);
                let (mut spill, mut spans) = (String::new(), Vec::new());
                let text = text.expect("cut at signs");
                cells(text, b',', &mut spill, &mut spans);
                let cell = |s: &CellSpan| {
                    let from = if s.spilled { &spill } else { text };
                    from[s.from as usize..s.to as usize].replace('\n', "\\n")
                };
                let cells: Vec<String> = spans.iter().map(cell).collect();
                let mark = if row.unclosed { "!" } else { "" };
                out.push(format!("{}{mark}:{}", row.line, cells.join("|")));
            }
        }
        out
    }

    #[test]
    fn rows_and_cells_are_those_of_rfc_4180() {
        for (text, expected) in [
            ("a,b\n1,2\n", &["1:a|b", "2:1|2"][..]),
            ("a,b\r\n1,2", &["1:a|b", "2:1|2"]),
            ("a\n\n\nb", &["1:a", "4:b"]),
            ("\"a,b\",c\nd", &["1:a,b|c", "2:d"]),
            ("\"a\nb\",c\nd", &["1:a\\nb|c", "3:d"]),
            ("\"a\"\"b\",c", &["1:a\"b|c"]),
            ("5\" gun,x\ny", &["1:5\" gun|x", "2:y"]),
            ("\"a\" b,c", &["1:a b|c"]),
            ("x,\"a\ny,b\nz,c", &["1!:x|\"a", "2:y|b", "3:z|c"]),
            (",,", &["1:||"]),
            ("\"\"", &["1:"]),
            ("", &[]),
        ] {
            assert_eq!(all(text), expected, "{text:?}");
        }
    }

    #[test]
    fn rows_longer_than_a_block_stay_whole() {
        let long = format!("\"{}\",b\nc", "x\n".repeat(BLOCK / 4));
        assert_eq!(all(&long).len(), 2);
        let text = "1,2\n".repeat(BLOCK);
        assert_eq!(all(&text).len(), BLOCK);
    }
}
