//! GeoJSON: collections, single features and geometries, one text a line, and text sequences.
//!
//! Features are taken in parallel and kept in the order of the file; the file is never held as a whole.

use super::crew::in_order;
use super::feature::{self, Field};
use super::gather::{Options, Outcome, Piece, Read, finish, settled};
use super::input::Input;
use super::json_texts::{Block, Text, Texts};
use super::mapping::DateOrder;
use super::names;
use super::note::{Fault, Wanted};
use super::plan::Plan;
use super::recognise::{Sample, recognise};
use super::report::Report;
use super::take::{CellSpan, Given, Record, Taker};
use crate::data::report::Severity;
use crate::model::layer::{Kind, Part};
use std::borrow::Cow;
use std::collections::HashMap;

/// Features that are looked at to recognise the members.
const SAMPLE_ROWS: usize = 1_000;

/// Reads GeoJSON in any of its forms.
pub(super) fn read(input: Input<'_>, name: &str, options: &Options<'_>) -> Read {
    settled(|order| attempt(input, name, options, order))
}

fn attempt(
    input: Input<'_>,
    name: &str,
    options: &Options<'_>,
    order: Option<DateOrder>,
) -> Result<Outcome, Fault> {
    let mut opened = input.open()?;
    let mut bytes = Vec::new();
    opened.fill(&mut bytes, 4096)?;
    if bytes.starts_with(&[0xEF, 0xBB, 0xBF]) {
        bytes.drain(..3);
    }
    let mut report = Report::default();
    if let Some(crs) = foreign_crs(&bytes) {
        let fault = Fault::quoting("crs", Wanted::Wgs84, &crs);
        report.say(Severity::Warning, 1, 1, fault);
    }
    let mut texts = Texts::new(opened, bytes);
    let first = texts.next()?;
    let sample = sample(first.as_ref());
    let mut given = options.mapping.clone();
    given.date_order = given.date_order.or(order);
    let mapping = recognise(&sample, &given);
    let (plan, missing) = Plan::new(&sample, &mapping, options.gazetteer);
    for (role, column) in missing {
        let fault = Fault::quoting(&role.id(), Wanted::MappedColumn, &column);
        report.say(Severity::Refused, 0, 0, fault);
    }
    let (mut fault, mut stopped) = (None, false);
    let mut next_block = first;
    let pieces = in_order(
        || {
            let now = next_block.take()?;
            if options.goes_on(texts.input()) {
                next_block = texts.next().unwrap_or_else(|why| {
                    fault = Some(why);
                    None
                });
            } else {
                stopped = true;
            }
            Some(now)
        },
        |block| work(&block, &plan),
    );
    if let Some(fault) = fault.or_else(|| texts.input().changed()) {
        return Err(fault);
    }
    if stopped {
        return Ok(Outcome::Done(Box::new(Read {
            report,
            ..Read::default()
        })));
    }
    let empty = pieces.is_empty() && texts.collections > 0 && texts.broken.is_empty();
    let mut last = Piece::from(Taker::new(&plan));
    for broken in std::mem::take(&mut texts.broken) {
        last.report
            .say(Severity::Refused, broken.line, broken.column, broken.fault);
    }
    if empty {
        let fault = Fault::new("features", Wanted::Something, "an empty list");
        report.say(Severity::Warning, 1, 1, fault);
        return Ok(Outcome::Done(Box::new(Read {
            report,
            mapping,
            sample,
            ..Read::default()
        })));
    }
    let pieces = pieces.into_iter().chain([last]).collect();
    Ok(finish(name, sample, mapping, &plan, pieces, report))
}

/// The `crs` member of a file of before RFC 7946, when it names another system than WGS84.
fn foreign_crs(head: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(head);
    let at = head.find("\"crs\"")?;
    let member: String = head[at..].chars().take(200).collect();
    let wgs84 = ["CRS84", "4326", "null"]
        .iter()
        .any(|name| member.contains(name));
    (!wgs84).then(|| member.chars().skip(5).take(40).collect())
}

fn text_of<'a>(whole: &'a Result<&'a str, String>, text: &Text) -> &'a str {
    let all = match whole {
        Ok(text) => text,
        Err(mended) => mended.as_str(),
    };
    all.get(text.from as usize..text.to as usize).unwrap_or("")
}

/// The bytes as text; what is not UTF-8 is replaced byte by byte, so that places stay what they are.
fn as_text(bytes: &[u8]) -> Result<&str, String> {
    std::str::from_utf8(bytes).map_err(|_| {
        let mut mended = String::with_capacity(bytes.len());
        for chunk in bytes.utf8_chunks() {
            mended.push_str(chunk.valid());
            mended.extend(chunk.invalid().iter().map(|_| '?'));
        }
        mended
    })
}

fn sample(block: Option<&Block>) -> Sample {
    let mut sample = Sample {
        has_geometry: true,
        ..Sample::default()
    };
    let Some(block) = block else { return sample };
    let whole = as_text(&block.bytes);
    let mut fields: Vec<Field<'_>> = Vec::new();
    let mut places = 0;
    for text in block.texts.iter().take(SAMPLE_ROWS) {
        let Ok(found) = feature::read(text_of(&whole, text), &mut fields) else {
            continue;
        };
        match found.given {
            Given::Point(at) => sample.points.push(at),
            Given::Shape(shape) => sample.points.extend(shape.anchor()),
            Given::Nowhere | Given::Columns => places += 1,
        }
        let mut row = vec![String::new(); sample.names.len()];
        for (name, value) in &fields {
            let known = sample.names.iter().position(|n| n == name);
            let at = known.unwrap_or_else(|| {
                sample.names.push(name.clone().into_owned());
                sample.names.len() - 1
            });
            if at >= Part::MOST_COLUMNS {
                sample.names.truncate(Part::MOST_COLUMNS);
                continue;
            }
            row.resize(row.len().max(at + 1), String::new());
            row[at] = plain(value).into_owned();
        }
        sample.rows.push(row);
    }
    let width = sample.names.len();
    sample
        .rows
        .iter_mut()
        .for_each(|row| row.resize(width, String::new()));
    // Features of which none has a geometry may have coordinates among their properties.
    sample.has_geometry = sample.points.len() >= places || !sample.points.is_empty();
    sample
}

/// A JSON value as the text of a cell: strings without their marks, null as nothing.
fn plain(value: &str) -> Cow<'_, str> {
    if value == "null" {
        return Cow::Borrowed("");
    }
    let Some(inner) = value.strip_prefix('"').and_then(|v| v.strip_suffix('"')) else {
        return Cow::Borrowed(value);
    };
    if memchr::memchr(b'\\', inner.as_bytes()).is_none() {
        return Cow::Borrowed(inner);
    }
    serde_json::from_str::<String>(value).map_or(Cow::Borrowed(inner), Cow::Owned)
}

/// The cells of features, by the columns of a taker.
struct Columns {
    names: Vec<String>,
    known: HashMap<String, usize>,
    /// The column of the field at each position of the feature before.
    order: Vec<usize>,
}

impl Columns {
    fn new(plan: &Plan<'_>) -> Columns {
        let known = (0..).zip(&plan.names).map(|(at, name)| (name.clone(), at));
        Columns {
            known: known.collect(),
            names: plan.names.clone(),
            order: Vec::new(),
        }
    }

    /// The column of a field; `None` when there are too many columns.
    fn of(&mut self, taker: &mut Taker<'_>, position: usize, name: &str) -> Option<usize> {
        let guess = self.order.get(position).copied();
        if let Some(at) = guess.filter(|at| self.names[*at] == name) {
            return Some(at);
        }
        let at = match self.known.get(name) {
            Some(at) => *at,
            None if self.names.len() >= Part::MOST_COLUMNS => return None,
            None => {
                let at = taker.add_column(name);
                self.names.push(name.to_owned());
                self.known.insert(name.to_owned(), at);
                at
            }
        };
        if position < 256 {
            let length = self.order.len().max(position + 1);
            self.order.resize(length, 0);
            self.order[position] = at;
        }
        Some(at)
    }
}

/// Takes the features of a block.
fn work(block: &Block, plan: &Plan<'_>) -> Piece {
    let mut taker = Taker::new(plan);
    let whole = as_text(&block.bytes);
    if whole.is_err() {
        let fault = Fault::new("file", Wanted::Letters, "bytes that are not UTF-8");
        let line = block.texts.first().map_or(1, |text| text.line);
        taker.report.say(Severity::Repaired, line, 1, fault);
    }
    let mut columns = Columns::new(plan);
    let mut fields: Vec<Field<'_>> = Vec::new();
    let mut cells = Cells::default();
    for text in &block.texts {
        let json = text_of(&whole, text).trim_end();
        match feature::read(json, &mut fields) {
            Ok(found) => take(
                &mut taker,
                &mut columns,
                &mut cells,
                text,
                json,
                &fields,
                found,
            ),
            Err(bad) => {
                let before = json.get(..bad.at).unwrap_or("");
                let (line, column) = placed(text, before);
                taker.report.refuse(line, column, bad.fault, json);
            }
        }
    }
    taker.into()
}

fn placed(text: &Text, before: &str) -> (u32, u32) {
    let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    match before.rsplit_once('\n') {
        None => (text.line, text.column + small(before.chars().count())),
        Some((above, last)) => {
            let lines = above.matches('\n').count() + 1;
            (text.line + small(lines), 1 + small(last.chars().count()))
        }
    }
}

/// What is filled anew for every feature.
#[derive(Default)]
struct Cells {
    spans: Vec<CellSpan>,
    kinds: Vec<Kind>,
    spill: String,
}

fn take(
    taker: &mut Taker<'_>,
    columns: &mut Columns,
    cells: &mut Cells,
    text: &Text,
    json: &str,
    fields: &[Field<'_>],
    found: feature::Feature,
) {
    let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    cells.spill.clear();
    cells.spans.clear();
    cells.kinds.clear();
    let ours = [names::REFUSED_BECAUSE, names::REFUSED_LINE];
    let kept = fields
        .iter()
        .filter(|(name, _)| !ours.contains(&name.as_ref()));
    for (position, (name, value)) in kept.enumerate() {
        let Some(at) = columns.of(taker, position, name) else {
            let fault = Fault::new("properties", Wanted::FewerColumns, "more");
            let fault = fault.with(Part::MOST_COLUMNS);
            taker.report.refuse(text.line, text.column, fault, json);
            return;
        };
        let length = cells.spans.len().max(at + 1);
        cells.spans.resize(length, CellSpan::default());
        cells.kinds.resize(length, Kind::ByLook);
        let from = small(feature::offset(json, value));
        cells.kinds[at] = if value.starts_with('"') {
            Kind::Text
        } else {
            Kind::Json
        };
        cells.spans[at] = match plain(value) {
            Cow::Borrowed(plain) => {
                let start = if plain.is_empty() {
                    from
                } else {
                    small(feature::offset(json, plain))
                };
                CellSpan {
                    from: start,
                    to: start + small(plain.len()),
                    spilled: false,
                    at: from,
                }
            }
            Cow::Owned(plain) => {
                let start = small(cells.spill.len());
                cells.spill.push_str(&plain);
                CellSpan {
                    from: start,
                    to: small(cells.spill.len()),
                    spilled: true,
                    at: from,
                }
            }
        };
    }
    if found.heights {
        let place = || (text.line, text.column);
        taker
            .report
            .say_once(Wanted::NoHeight, "geometry", place, "a third number");
    }
    let none_anywhere = !taker.plan().has_geometry;
    let given = match found.given {
        Given::Nowhere if none_anywhere => Given::Columns,
        given => given,
    };
    taker.take(Record {
        line: text.line,
        column: text.column,
        text: json,
        spill: &cells.spill,
        cells: &cells.spans,
        kinds: &cells.kinds,
        given,
        given_at: small(found.given_at),
    });
}
