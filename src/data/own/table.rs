//! Tables as text: CSV, TSV and their kin, in any usual encoding.
//!
//! The separator is told from the first rows, the encoding from the bytes, and both are said. Rows are
//! taken in parallel and kept in the order of the file.

use super::crew::in_order;
use super::gather::{Options, Outcome, Piece, Read, finish, settled};
use super::input::Input;
use super::mapping::{DateOrder, Header, Mapping};
use super::note::{Fault, Wanted, quoted};
use super::plan::Plan;
use super::recognise::{Sample, recognise};
use super::report::Report;
use super::rows::{Block, Row, Rows, Signs, cells};
use super::take::{CellSpan, Given, Record, Taker};
use super::{dates, degrees};
use crate::data::report::Severity;
use crate::model::layer::Part;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// Rows that are looked at to recognise the columns.
const SAMPLE_ROWS: usize = 1_000;
/// Bytes that are looked at to tell the separator and the encoding.
const SNIFFED: usize = 1 << 16;
/// What may stand between cells, the usual first.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Reads a table.
pub(super) fn read(input: Input<'_>, name: &str, options: &Options<'_>) -> Read {
    settled(|order| attempt(input, name, options, order))
}

fn attempt(
    input: Input<'_>,
    name: &str,
    options: &Options<'_>,
    order: Option<DateOrder>,
) -> Result<Outcome, Fault> {
    let mut report = Report::default();
    let mut rows = Rows::new(input.open()?);
    let mut given = options.mapping.clone();
    given.date_order = given.date_order.or(order);
    begin(&mut rows, &mut given)?;
    let signs = signs(&mut rows, &mut given)?;
    let Some(first) = rows.next(signs)? else {
        return Err(Fault::new("file", Wanted::Something, "an empty file"));
    };
    let (mut sample, header) = sample(&first, signs.cell, &mut given, &mut report)?;
    let mapping = recognise(&sample, &given);
    let (plan, missing) = Plan::new(&sample, &mapping, options.gazetteer);
    for (role, column) in missing {
        let fault = Fault::quoting(&role.id(), Wanted::MappedColumn, &column);
        report.say(Severity::Refused, 0, 0, fault);
    }
    let (mut fault, mut stopped) = (None, false);
    let mut next_block = Some(skip_rows(first, header));
    let pieces = in_order(
        || {
            let now = next_block.take()?;
            if options.goes_on(rows.input()) {
                next_block = rows.next(signs).unwrap_or_else(|why| {
                    fault = Some(why);
                    None
                });
            } else {
                stopped = true;
            }
            Some(now)
        },
        |block| work(block, signs, &plan),
    );
    if let Some(fault) = fault.or_else(|| rows.input().changed()) {
        return Err(fault);
    }
    if rows.replaced {
        let label = mapping.encoding.clone().unwrap_or_default();
        let fault = Fault::new(
            "file",
            Wanted::Letters,
            format!("bytes that are not {label}"),
        );
        report.say(Severity::Repaired, 0, 0, fault);
    }
    if stopped {
        return Ok(Outcome::Done(Box::new(Read {
            report,
            ..Read::default()
        })));
    }
    sample.rows.truncate(SAMPLE_ROWS);
    Ok(finish(name, sample, mapping, &plan, pieces, report))
}

/// Tells the encoding by its mark or its zeros; anything else is taken as UTF-8 row by row, and a row that
/// is not as Windows-1252.
fn begin(rows: &mut Rows<'_>, mapping: &mut Mapping) -> Result<(), Fault> {
    let asked = match &mapping.encoding {
        None => None,
        Some(label) => {
            let known = Encoding::for_label(label.as_bytes());
            let unknown = || Fault::quoting("encoding", Wanted::Letters, label);
            Some(known.ok_or_else(unknown)?)
        }
    };
    let bytes = rows.peek()?;
    let marked = Encoding::for_bom(bytes);
    let (skip, encoding) = match (marked, asked) {
        (Some((encoding, length)), _) => (length, Some(encoding)),
        (None, Some(encoding)) => (0, Some(encoding)),
        (None, None) => (0, wide(bytes)),
    };
    let binary = encoding.is_none_or(|e| e == UTF_8) && bytes.iter().take(SNIFFED).any(|b| *b == 0);
    if binary {
        return Err(Fault::new("file", Wanted::KnownKind, "binary data"));
    }
    rows.skip(skip);
    if let Some(encoding) = encoding.filter(|e| *e != UTF_8) {
        mapping.encoding = Some(encoding.name().to_ascii_lowercase());
        rows.decode(encoding);
    }
    Ok(())
}

/// UTF-16 without a mark: every second byte of Latin text is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let pairs = bytes[..bytes.len().min(1024)].as_chunks::<2>().0;
    let zeros = |at: usize| pairs.iter().filter(|pair| pair[at] == 0).count() * 2 > pairs.len();
    if pairs.is_empty() {
        None
    } else if zeros(1) && !zeros(0) {
        Some(UTF_16LE)
    } else if zeros(0) && !zeros(1) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// What stands between cells and rows: `sep=;` in the first line, the mapping, or what cuts the first rows
/// into the most cells, alike.
fn signs(rows: &mut Rows<'_>, mapping: &mut Mapping) -> Result<Signs, Fault> {
    let bytes = rows.peek()?;
    let start = &bytes[..bytes.len().min(SNIFFED)];
    let row = if start.contains(&b'\n') || !start.contains(&b'\r') {
        b'\n'
    } else {
        b'\r'
    };
    let told = match start {
        [b's', b'e', b'p', b'=', sign, b'\r' | b'\n', ..] => Some(*sign),
        _ => None,
    };
    let asked = mapping
        .separator
        .and_then(|c| u8::try_from(c).ok())
        .filter(u8::is_ascii);
    let cell = asked.or(told).unwrap_or_else(|| separator(start, row));
    if told.is_some() {
        rows.skip_line(row);
    }
    mapping.separator = Some(char::from(cell));
    Ok(Signs { cell, row })
}

fn separator(start: &[u8], row: u8) -> u8 {
    let text = String::from_utf8_lossy(start);
    let mut lines: Vec<&str> = text
        .split(char::from(row))
        .filter(|l| !l.trim().is_empty())
        .collect();
    if lines.len() > 1 && start.len() == SNIFFED {
        lines.pop();
    }
    lines.truncate(30);
    let score = |separator: u8| {
        let (mut spill, mut spans) = (String::new(), Vec::new());
        let mut counts: Vec<usize> = Vec::new();
        for line in &lines {
            cells(line, separator, &mut spill, &mut spans);
            counts.push(spans.len());
        }
        let first = counts.first().copied().unwrap_or(1);
        let alike = counts.iter().filter(|c| **c == first).count();
        // Cells that rows agree on; a separator that cuts nothing scores nothing.
        if first > 1 {
            alike * 100 / counts.len().max(1) * 1_000 + first.min(999)
        } else {
            0
        }
    };
    let mut best = (0, b',');
    for separator in SEPARATORS {
        let found = score(separator);
        if found > best.0 {
            best = (found, separator);
        }
    }
    best.1
}

fn row_text<'a>(block: &'a Block, row: &Row) -> Cow<'a, str> {
    let bytes = &block.bytes[row.from as usize..row.to as usize];
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

fn texts(block: &Block, row: &Row, separator: u8) -> Vec<String> {
    let text = row_text(block, row);
    let (mut spill, mut spans) = (String::new(), Vec::new());
    cells(&text, separator, &mut spill, &mut spans);
    let cell = |span: &CellSpan| {
        let from = if span.spilled { spill.as_str() } else { &text };
        from.get(span.from as usize..span.to as usize)
            .unwrap_or("")
            .trim()
            .to_owned()
    };
    spans.iter().map(cell).collect()
}

/// The columns and first rows, and how many rows are header.
fn sample(
    block: &Block,
    separator: u8,
    mapping: &mut Mapping,
    report: &mut Report,
) -> Result<(Sample, usize), Fault> {
    let Some(first) = block.rows.first() else {
        return Err(Fault::new("file", Wanted::Something, "empty lines"));
    };
    let mut names = texts(block, first, separator);
    if names.len() > Part::MOST_COLUMNS {
        let fault = Fault::new("columns", Wanted::FewerColumns, names.len().to_string());
        return Err(fault.with(Part::MOST_COLUMNS));
    }
    let header = *mapping
        .header
        .get_or_insert_with(|| match is_header(&names) {
            true => Header::Yes,
            false => Header::No,
        });
    let skipped = match header {
        Header::Yes => 1,
        Header::No => {
            names = vec![String::new(); names.len()];
            0
        }
    };
    name_all(&mut names, first.line, report);
    let width = names.len();
    let rows = block.rows.iter().skip(skipped).take(SAMPLE_ROWS);
    let rows = rows.map(|row| {
        let mut cells = texts(block, row, separator);
        cells.resize(width, String::new());
        cells
    });
    let sample = Sample {
        names,
        rows: rows.collect(),
        ..Sample::default()
    };
    Ok((sample, skipped))
}

/// Is no cell a number or a date, which no column is called? Years may be names, when there are several.
fn is_header(names: &[String]) -> bool {
    let is_year = |cell: &&String| cell.len() == 4 && cell.parse::<u16>().is_ok();
    let years = names.iter().filter(is_year).count() > 2;
    let is_value = |cell: &String| {
        !(years && is_year(&cell)) && (degrees::read(cell).is_some() || dates::read(cell).is_ok())
    };
    !names.iter().any(is_value)
}

/// Gives every column a name of its own.
fn name_all(names: &mut [String], line: u32, report: &mut Report) {
    for at in 0..names.len() {
        if names[at].is_empty() {
            names[at] = format!("column {}", at + 1);
        }
        let name = names[at].clone();
        let mut times = 1;
        while names[..at].contains(&names[at]) {
            times += 1;
            names[at] = format!("{name} ({times})");
        }
        if times > 1 {
            let fault = Fault::quoting("columns", Wanted::UniqueColumn, &name);
            report.say(Severity::Repaired, line, 1, fault);
        }
    }
}

fn skip_rows(mut block: Block, count: usize) -> Block {
    block.rows.drain(..count.min(block.rows.len()));
    block
}

/// Takes the rows of a block.
fn work(block: Block, signs: Signs, plan: &Plan<'_>) -> Piece {
    let mut taker = Taker::new(plan);
    let whole = std::str::from_utf8(&block.bytes).ok();
    let (mut spill, mut spans) = (String::new(), Vec::new());
    for row in &block.rows {
        let text = match whole {
            Some(whole) => {
                Cow::Borrowed(whole.get(row.from as usize..row.to as usize).unwrap_or(""))
            }
            None => {
                let text = row_text(&block, row);
                if matches!(text, Cow::Owned(_)) {
                    let report = &mut taker.report;
                    report.say_once(Wanted::Encoding, "text", || (row.line, 1), &quoted(&text));
                }
                text
            }
        };
        spill.clear();
        cells(&text, signs.cell, &mut spill, &mut spans);
        take_row(&mut taker, row, &text, &spill, &mut spans);
    }
    taker.into()
}

fn take_row(taker: &mut Taker<'_>, row: &Row, text: &str, spill: &str, spans: &mut Vec<CellSpan>) {
    let width = taker.plan().names.len();
    let found = spans.len();
    let record = |spans| Record {
        line: row.line,
        column: 1,
        text,
        spill,
        cells: spans,
        kinds: &[],
        given: Given::Columns,
        given_at: 0,
    };
    if row.unclosed {
        let fault = Fault::quoting("row", Wanted::QuoteEnd, text);
        taker.report.refuse(row.line, 1, fault, text);
        return;
    }
    if found > width {
        let full = |span: &CellSpan| {
            let from = if span.spilled { spill } else { text };
            !from[span.from as usize..span.to as usize].trim().is_empty()
        };
        if spans[width..].iter().any(full) {
            let fault = Fault::new("row", Wanted::Cells, found.to_string()).with(width);
            taker.report.refuse(row.line, 1, fault, text);
            return;
        }
        spans.truncate(width);
    }
    if spans.len() == 1 && text.trim().is_empty() {
        // A line of blanks is no row.
        return;
    }
    if found < width {
        let fault = Fault::new("row", Wanted::Cells, found.to_string()).with(width);
        taker.report.say(Severity::Repaired, row.line, 1, fault);
        spans.resize(
            width,
            CellSpan {
                from: 0,
                to: 0,
                ..CellSpan::default()
            },
        );
    }
    taker.take(record(spans));
}
