//! A layer as a file: CSV, GeoJSON, a feature a line; and refused records with their reasons.
//!
//! What was read comes out again: dates as precisely as they are known, coordinates to the last digit,
//! properties as they stood. Cells that a spreadsheet would run as a formula are defused.

use super::gather::Read;
use super::names::{REFUSED_BECAUSE, REFUSED_LINE};
use super::rows::cells;
use super::take::CellSpan;
use super::wkt;
use crate::lang::Lang;
use crate::model::layer::{
    Column, Grain, Kind, Layer, PathKind, PlacedBy, Precise, ShapeRef, When,
};
use serde_json::{Value, json};
use std::io::{self, Write};

/// A format that can be written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Written {
    /// Comma-separated values (RFC 4180).
    Csv,
    /// The same with tabs.
    Tsv,
    /// A feature collection (RFC 7946).
    GeoJson,
    /// A feature a line.
    Lines,
}

/// Writes a layer.
///
/// # Errors
/// When `out` cannot be written.
pub fn write(layer: &Layer, form: Written, out: &mut dyn Write) -> io::Result<()> {
    match form {
        Written::Csv => table(layer, ',', out),
        Written::Tsv => table(layer, '\t', out),
        Written::GeoJson => {
            out.write_all(b"{\"type\":\"FeatureCollection\",\"features\":[")?;
            features(layer, "\n", ",\n", out)?;
            out.write_all(b"\n]}\n")
        }
        Written::Lines => {
            features(layer, "", "\n", out)?;
            out.write_all(if layer.is_empty() { b"" } else { b"\n" })
        }
    }
}

fn all(layer: &Layer) -> impl Iterator<Item = u32> {
    0..u32::try_from(layer.len()).unwrap_or(u32::MAX)
}

/// Which columns of ours a layer needs, and which of its own can be written under which name.
struct Ours {
    date: bool,
    end: bool,
    date_precision: bool,
    lon_lat: bool,
    wkt: bool,
    place_precision: bool,
    placed_by: bool,
    names: Vec<String>,
}

impl Ours {
    fn of(layer: &Layer) -> Ours {
        let mut ours = Ours {
            date: false,
            end: false,
            date_precision: false,
            lon_lat: false,
            wkt: false,
            place_precision: false,
            placed_by: false,
            names: Vec::new(),
        };
        for feature in all(layer) {
            let when = layer.when(feature);
            ours.date |= when != When::Undated;
            ours.end |= matches!(when, When::All(..));
            ours.date_precision |= when.is_about();
            let place = layer.place(feature);
            ours.lon_lat |= place.is_some();
            ours.place_precision |= place.is_some_and(|p| p.precise != Precise::Unsaid);
            ours.placed_by |= place.is_some_and(|p| p.by == PlacedBy::Gazetteer);
        }
        ours.wkt = !layer.shapes().is_empty();
        let mut taken: Vec<String> = ours.columns().into_iter().map(str::to_owned).collect();
        for column in layer.columns() {
            let mut name = column.name.clone();
            let mut times = 1;
            while taken.contains(&name) {
                times += 1;
                name = format!("{} ({times})", column.name);
            }
            taken.push(name.clone());
            ours.names.push(name);
        }
        ours
    }

    fn columns(&self) -> Vec<&'static str> {
        let all = [
            (self.date, "date"),
            (self.end, "end"),
            (self.date_precision, "date_precision"),
            (self.lon_lat, "lon"),
            (self.lon_lat, "lat"),
            (self.wkt, "wkt"),
            (self.place_precision, "place_precision"),
            (self.placed_by, "placed_by"),
        ];
        all.into_iter()
            .filter(|(needed, _)| *needed)
            .map(|(_, name)| name)
            .collect()
    }

    /// The cells of those columns but the coordinates, for a feature.
    fn cell(&self, layer: &Layer, feature: u32, column: &str) -> String {
        let when = layer.when(feature);
        let place = layer.place(feature);
        match column {
            "date" => dates(when).0,
            "end" => dates(when).1,
            "date_precision" => match when {
                When::Some(_, grain) if when.is_about() => grain.id().to_owned(),
                When::Some(_, Grain::Day | Grain::Week | Grain::Month | Grain::Year)
                | When::All(..)
                | When::Undated => String::new(),
            },
            "lon" | "lat" if layer.shape(feature).is_some() => String::new(),
            "lon" => place.map_or(String::new(), |p| p.lon_lat[0].to_string()),
            "lat" => place.map_or(String::new(), |p| p.lon_lat[1].to_string()),
            "wkt" => layer.shape(feature).map_or(String::new(), wkt::write),
            "place_precision" => place.map_or("", |p| p.precise.id()).to_owned(),
            _ => match place.map(|p| p.by) {
                Some(PlacedBy::Gazetteer) => "gazetteer".to_owned(),
                Some(PlacedBy::File) | None => String::new(),
            },
        }
    }
}

/// The cells `date` and `end`; an end that is not known stands in the date, as ISO 8601-2 writes it.
fn dates(when: When) -> (String, String) {
    let (from, to) = when.texts();
    match when {
        When::Undated | When::Some(..) => (from, to),
        When::All(..) if from.is_empty() => (format!("../{to}"), String::new()),
        When::All(..) if to.is_empty() => (format!("{from}/.."), String::new()),
        When::All(..) => (from, to),
    }
}

fn table(layer: &Layer, separator: char, out: &mut dyn Write) -> io::Result<()> {
    let ours = Ours::of(layer);
    let columns = ours.columns();
    let names = columns
        .iter()
        .copied()
        .chain(ours.names.iter().map(String::as_str));
    row(names, separator, out)?;
    for feature in all(layer) {
        let own: Vec<String> = columns
            .iter()
            .map(|c| ours.cell(layer, feature, c))
            .collect();
        let cells = own.iter().map(String::as_str);
        let kept = layer.columns().iter().map(|column| column.get(feature));
        row(cells.chain(kept), separator, out)?;
    }
    Ok(())
}

fn row<'a>(
    cells: impl Iterator<Item = &'a str>,
    separator: char,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut line = String::new();
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            line.push(separator);
        }
        let defused = is_formula(cell);
        let marked = cell.contains([separator, '"', '\n', '\r'])
            || cell.starts_with(' ')
            || cell.ends_with(' ');
        if marked {
            line.push('"');
        }
        if defused {
            line.push('\'');
        }
        if marked {
            line.push_str(&cell.replace('"', "\"\""));
            line.push('"');
        } else {
            line.push_str(cell);
        }
    }
    line.push_str("\r\n");
    out.write_all(line.as_bytes())
}

/// Would a spreadsheet run the cell? Numbers are none.
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err()
}

/// Are all cells numbers as JSON writes them?
fn is_numeric(layer: &Layer, column: &Column) -> bool {
    let number = |cell: &str| {
        let digits = cell.strip_prefix('-').unwrap_or(cell);
        let plain = digits == "0" || !digits.starts_with('0') || digits.starts_with("0.");
        plain && serde_json::from_str::<serde_json::Number>(cell).is_ok()
    };
    let mut cells = all(layer)
        .map(|feature| column.get(feature))
        .filter(|cell| !cell.is_empty());
    cells.all(number)
}

fn features(layer: &Layer, before: &str, between: &str, out: &mut dyn Write) -> io::Result<()> {
    let ours = Ours::of(layer);
    let bare: Vec<bool> = layer
        .columns()
        .iter()
        .map(|column| match column.kind {
            Kind::Json => true,
            Kind::Text => false,
            Kind::ByLook => is_numeric(layer, column),
        })
        .collect();
    let columns = ours.columns();
    let mut line = Vec::new();
    for feature in all(layer) {
        line.clear();
        line.extend_from_slice(if feature == 0 { before } else { between }.as_bytes());
        line.extend_from_slice(b"{\"type\":\"Feature\",\"geometry\":");
        serde_json::to_writer(&mut line, &geometry(layer, feature))?;
        line.extend_from_slice(b",\"properties\":{");
        let mut first = true;
        let mut member =
            |line: &mut Vec<u8>, name: &str, value: &str, bare: bool| -> io::Result<()> {
                if value.is_empty() {
                    return Ok(());
                }
                if !std::mem::take(&mut first) {
                    line.push(b',');
                }
                serde_json::to_writer(&mut *line, name)?;
                line.push(b':');
                if bare {
                    line.extend_from_slice(value.as_bytes());
                    Ok(())
                } else {
                    Ok(serde_json::to_writer(line, value)?)
                }
            };
        for column in columns
            .iter()
            .filter(|c| !["lon", "lat", "wkt"].contains(c))
        {
            member(&mut line, column, &ours.cell(layer, feature, column), false)?;
        }
        for ((column, name), bare) in layer.columns().iter().zip(&ours.names).zip(&bare) {
            member(&mut line, name, column.get(feature), *bare)?;
        }
        line.extend_from_slice(b"}}");
        out.write_all(&line)?;
    }
    Ok(())
}

fn geometry(layer: &Layer, feature: u32) -> Value {
    match (layer.shape(feature), layer.place(feature)) {
        (Some(shape), _) => shape_value(shape),
        (None, Some(place)) => json!({"type": "Point", "coordinates": place.lon_lat}),
        (None, None) => Value::Null,
    }
}

fn shape_value(shape: ShapeRef<'_>) -> Value {
    let (mut points, mut lines, mut areas) =
        (Vec::new(), Vec::new(), Vec::<Vec<&[[f64; 2]]>>::new());
    for (kind, path) in shape.paths() {
        match (kind, areas.last_mut()) {
            (PathKind::Points, _) => points.extend_from_slice(path),
            (PathKind::Line, _) => lines.push(path),
            (PathKind::Hole, Some(area)) => area.push(path),
            (PathKind::Outer, _) | (PathKind::Hole, None) => areas.push(vec![path]),
        }
    }
    let mut parts = Vec::new();
    match points[..] {
        [] => {}
        _ => parts.push(json!({"type": "MultiPoint", "coordinates": points})),
    }
    match lines[..] {
        [] => {}
        [line] => parts.push(json!({"type": "LineString", "coordinates": line})),
        _ => parts.push(json!({"type": "MultiLineString", "coordinates": lines})),
    }
    match areas.as_slice() {
        [] => {}
        [area] => parts.push(json!({"type": "Polygon", "coordinates": area})),
        _ => parts.push(json!({"type": "MultiPolygon", "coordinates": areas})),
    }
    match parts.len() {
        1 => parts.swap_remove(0),
        _ => json!({"type": "GeometryCollection", "geometries": parts}),
    }
}

/// Writes refused records with their lines and reasons, so that they can be mended and read again: rows as
/// CSV, features one a line.
///
/// # Errors
/// When `out` cannot be written.
pub fn refused_rows(read: &Read, out: &mut dyn Write) -> io::Result<()> {
    let separator = read.mapping.separator.unwrap_or(',');
    let tabular = read.mapping.separator.is_some();
    if tabular {
        let names = read.sample.names.iter().map(String::as_str);
        row(
            [REFUSED_LINE, REFUSED_BECAUSE].into_iter().chain(names),
            separator,
            out,
        )?;
    }
    for refused in &read.report.kept {
        let fault = &refused.fault;
        let found = if fault.found.is_empty() {
            "nothing"
        } else {
            &fault.found
        };
        let reason = format!(
            "{}: expected {}, found {found}",
            fault.field,
            fault.expected(Lang::En)
        );
        let line = refused.line.to_string();
        if tabular {
            let (mut spill, mut spans) = (String::new(), Vec::new());
            let byte = u8::try_from(separator).unwrap_or(b',');
            cells(&refused.record, byte, &mut spill, &mut spans);
            let cell = |span: &CellSpan| {
                let from = if span.spilled {
                    &spill
                } else {
                    &refused.record
                };
                from.get(span.from as usize..span.to as usize)
                    .unwrap_or("")
                    .to_owned()
            };
            let own: Vec<String> = spans.iter().map(cell).collect();
            let all = [line.as_str(), reason.as_str()].into_iter();
            row(all.chain(own.iter().map(String::as_str)), separator, out)?;
        } else {
            let flat = refused.record.replace(['\n', '\r'], " ");
            let reason = serde_json::to_string(&reason)?;
            match flat.strip_prefix('{').filter(|rest| rest.trim() != "}") {
                Some(rest) => {
                    writeln!(
                        out,
                        "{{\"{REFUSED_LINE}\":{line},\"{REFUSED_BECAUSE}\":{reason},{rest}"
                    )?;
                }
                None => writeln!(out, "{flat}")?,
            }
        }
    }
    Ok(())
}
