//! Geometries in well-known text (OGC 06-103r4), as tables hold lines and areas.
//!
//! Longitude first, as the usual writers do; heights are dropped.

use crate::model::layer::{Path, PathKind, Shape, ShapeRef};
use std::fmt::Write;

/// What a well-known text is.
#[derive(Clone, PartialEq, Debug)]
pub enum Read {
    /// One point.
    Point([f64; 2]),
    /// Anything else.
    Shape(Shape),
    /// A geometry without points.
    Empty,
}

/// How deep lists of a collection may be nested.
const DEEPEST: usize = 8;

/// Reads a geometry; `None` when it is none.
pub fn read(text: &str) -> Option<Read> {
    let mut reader = Reader {
        rest: text.trim(),
        shape: Shape::default(),
    };
    // `SRID=4326;POINT(...)`, as databases write it.
    if let Some((srid, rest)) = reader.rest.split_once(';')
        && srid.to_ascii_uppercase().starts_with("SRID=")
    {
        reader.rest = rest.trim();
    }
    reader.geometry(0)?;
    if !reader.rest.trim().is_empty() {
        return None;
    }
    Some(match reader.shape.paths.as_slice() {
        [] => Read::Empty,
        [
            Path {
                kind: PathKind::Points,
                points,
            },
        ] if points.len() == 1 => Read::Point(points[0]),
        _ => Read::Shape(reader.shape),
    })
}

struct Reader<'a> {
    rest: &'a str,
    shape: Shape,
}

impl Reader<'_> {
    fn geometry(&mut self, depth: usize) -> Option<()> {
        let name = self.word();
        let next = self.rest.trim_start().as_bytes();
        let dimension = matches!(next, [b'Z' | b'z' | b'M' | b'm', ..]);
        if dimension {
            self.word();
        }
        let next = self.rest.trim_start().as_bytes();
        if next
            .get(..5)
            .is_some_and(|n| n.eq_ignore_ascii_case(b"EMPTY"))
        {
            self.word();
            return Some(());
        }
        match name.trim_end_matches(['Z', 'M']) {
            // `POINT`, `MULTIPOINT` lose no letter of theirs: neither ends in Z or M.
            "POINT" | "MULTIPOINT" => self.points(),
            "LINESTRING" => self.line(),
            "MULTILINESTRING" => self.list(Reader::line),
            "POLYGON" => self.polygon(),
            "MULTIPOLYGON" => self.list(Reader::polygon),
            "GEOMETRYCOLLECTION" if depth < DEEPEST => self.list(|r| r.geometry(depth + 1)),
            _ => None,
        }
    }

    fn word(&mut self) -> String {
        self.rest = self.rest.trim_start();
        let end = self.rest.find(|c: char| !c.is_ascii_alphabetic());
        let (word, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        word.to_ascii_uppercase()
    }

    fn sign(&mut self, sign: char) -> Option<()> {
        self.rest = self.rest.trim_start().strip_prefix(sign)?;
        Some(())
    }

    fn list(&mut self, mut item: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.sign('(')?;
        loop {
            item(self)?;
            if self.sign(',').is_none() {
                return self.sign(')');
            }
        }
    }

    fn position(&mut self) -> Option<[f64; 2]> {
        let end = self.rest.find([',', ')', '(']).unwrap_or(self.rest.len());
        let (numbers, rest) = self.rest.split_at(end);
        self.rest = rest;
        let mut numbers = numbers.split_whitespace();
        let mut number = || {
            numbers
                .next()?
                .parse::<f64>()
                .ok()
                .filter(|n| n.is_finite())
        };
        let at = [number()?, number()?];
        (numbers.count() <= 2).then_some(at)
    }

    fn path(&mut self, kind: PathKind) -> Option<()> {
        let mut points = Vec::new();
        self.list(|reader| {
            // MULTIPOINT ((1 2), (3 4)).
            let wrapped = reader.sign('(').is_some();
            points.push(reader.position()?);
            if wrapped { reader.sign(')') } else { Some(()) }
        })?;
        self.shape.paths.push(Path { kind, points });
        Some(())
    }

    fn points(&mut self) -> Option<()> {
        self.path(PathKind::Points)
    }

    fn line(&mut self) -> Option<()> {
        self.path(PathKind::Line)
    }

    fn polygon(&mut self) -> Option<()> {
        let mut kind = PathKind::Outer;
        self.list(|reader| {
            reader.path(kind)?;
            kind = PathKind::Hole;
            Some(())
        })
    }
}

/// A shape as well-known text.
pub fn write(shape: ShapeRef<'_>) -> String {
    let mut parts: Vec<String> = Vec::new();
    for (kind, points) in shape.paths() {
        let list = positions(points);
        match kind {
            PathKind::Points => parts.push(format!("MULTIPOINT({list})")),
            PathKind::Line => parts.push(format!("LINESTRING({list})")),
            PathKind::Outer => parts.push(format!("POLYGON(({list}))")),
            PathKind::Hole => {
                if let Some(last) = parts.last_mut() {
                    last.pop();
                    last.push_str(&format!(",({list}))"));
                }
            }
        }
    }
    match parts.as_slice() {
        [one] => one.clone(),
        [first, ..] => {
            let same = |name: &str| parts.iter().all(|part| part.starts_with(name));
            let bodies = |name: &str| -> String {
                let bodies: Vec<&str> = parts.iter().map(|p| &p[name.len()..]).collect();
                bodies.join(",")
            };
            let name = &first[..first.find('(').unwrap_or(0)];
            if same(name) && name != "MULTIPOINT" {
                format!("MULTI{name}({})", bodies(name))
            } else {
                format!("GEOMETRYCOLLECTION({})", parts.join(","))
            }
        }
        [] => "GEOMETRYCOLLECTION EMPTY".to_owned(),
    }
}

fn positions(points: &[[f64; 2]]) -> String {
    let mut out = String::new();
    for [lon, lat] in points {
        let comma = if out.is_empty() { "" } else { "," };
        // Writing to a string cannot fail.
        let _ = write!(out, "{comma}{lon} {lat}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_read_or_refused() {
        assert_eq!(read("POINT(1 2)"), Some(Read::Point([1.0, 2.0])));
        assert_eq!(
            read("srid=4326;point z (1 2 3)"),
            Some(Read::Point([1.0, 2.0]))
        );
        assert_eq!(read("POINT EMPTY"), Some(Read::Empty));
        for text in [
            "LINESTRING(0 0,1 1)",
            "MULTIPOINT((0 0),(1 1))",
            "POLYGON((0 0,1 0,1 1,0 0),(0 0,1 0,1 1,0 0))",
            "MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))",
            "GEOMETRYCOLLECTION(POINT(0 0),LINESTRING(0 0,1 1))",
        ] {
            assert!(matches!(read(text), Some(Read::Shape(_))), "{text}");
        }
        let deep = "GEOMETRYCOLLECTION(".repeat(100_000);
        for text in [
            "",
            "POINT",
            "POINT()",
            "POINT(1)",
            "POINT(a b)",
            "POINT(NaN 1)",
            "POINT(1 2",
            "POINT(1 2)x",
            "BANANA(1 2)",
            "LINESTRING(0 0,,1 1)",
            &deep,
        ] {
            assert_eq!(read(text), None, "{}", &text[..text.len().min(40)]);
        }
    }
}
