//! One GeoJSON text read as a feature (RFC 7946): its geometry, its properties and time members.
//!
//! Values stay slices of the text until they are kept; only strings with escapes are copied.

use super::note::{Fault, Wanted, quoted};
use super::take::Given;
use crate::model::layer::{Path, PathKind, Shape};
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, de};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// A member of a feature or of its properties: its name and its value as JSON.
pub(super) type Field<'a> = (Cow<'a, str>, &'a str);

/// Why a text is no feature, and where in the text.
#[derive(Debug)]
pub(super) struct Bad {
    pub at: usize,
    pub fault: Fault,
}

/// A feature whose fields were put aside.
#[derive(Debug, Default)]
pub(super) struct Feature {
    pub given: Given,
    /// Where the geometry begins in the text.
    pub given_at: usize,
    /// Positions had heights.
    pub heights: bool,
}

/// Reads a text; its fields go to `fields`.
pub(super) fn read<'a>(text: &'a str, fields: &mut Vec<Field<'a>>) -> Result<Feature, Bad> {
    fields.clear();
    let mut json = serde_json::Deserializer::from_str(text);
    let members = Members {
        fields,
        found: Found::default(),
    };
    let found = members
        .deserialize(&mut json)
        .and_then(|found| json.end().map(|()| found));
    let found = found.map_err(|error| syntax(text, &error))?;
    let bad = |at, field, wanted, found: String| Bad {
        at,
        fault: Fault::new(field, wanted, found),
    };
    match found.kind.as_deref() {
        Some("Feature") => {}
        Some("FeatureCollection") => {
            return Err(bad(0, "features", Wanted::Features, String::new()));
        }
        Some(kind) if GEOMETRIES.contains(&kind) => {
            fields.clear();
            return geometry(text, text);
        }
        Some(other) => return Err(bad(0, "type", Wanted::GeoJsonType, quoted(other))),
        None => return Err(bad(0, "type", Wanted::GeoJsonType, String::new())),
    }
    if let Some(odd) = found.odd_properties {
        return Err(bad(
            offset(text, odd),
            "properties",
            Wanted::Properties,
            quoted(odd),
        ));
    }
    match found.geometry {
        None | Some("null") => Ok(Feature {
            given: Given::Nowhere,
            ..Feature::default()
        }),
        Some(raw) => geometry(text, raw),
    }
}

const GEOMETRIES: [&str; 7] = [
    "Point",
    "MultiPoint",
    "LineString",
    "MultiLineString",
    "Polygon",
    "MultiPolygon",
    "GeometryCollection",
];

/// Where a slice of a text begins, in bytes.
pub(super) fn offset(text: &str, slice: &str) -> usize {
    (slice.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

fn syntax(text: &str, error: &serde_json::Error) -> Bad {
    let line = error.line().saturating_sub(1);
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let mut at = (start + error.column().saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let whole = error.to_string();
    let why = whole.split(" at line ").next().unwrap_or(&whole);
    let wanted = if error.is_data() {
        Wanted::Feature
    } else {
        Wanted::Json
    };
    Bad {
        at,
        fault: Fault::new("feature", wanted, why),
    }
}

#[derive(Default)]
struct Found<'a> {
    kind: Option<Cow<'a, str>>,
    geometry: Option<&'a str>,
    odd_properties: Option<&'a str>,
}

/// The members of a feature.
struct Members<'f, 'a> {
    fields: &'f mut Vec<Field<'a>>,
    found: Found<'a>,
}

/// A name that is borrowed when it has no escape.
#[derive(Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'a> DeserializeSeed<'a> for Members<'_, 'a> {
    type Value = Found<'a>;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Found<'a>, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'a> Visitor<'a> for Members<'_, 'a> {
    type Value = Found<'a>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'a>>(mut self, mut map: M) -> Result<Found<'a>, M::Error> {
        while let Some(Name(name)) = map.next_key::<Name<'a>>()? {
            if name == "properties" {
                if let Some(odd) = map.next_value_seed(Properties(self.fields))? {
                    self.found.odd_properties = Some(odd);
                }
                continue;
            }
            let value = map.next_value::<&'a RawValue>()?.get();
            match name.as_ref() {
                "type" => {
                    self.found.kind = serde_json::from_str::<Name<'a>>(value).ok().map(|n| n.0)
                }
                "geometry" => self.found.geometry = Some(value),
                "bbox" | "coordinates" | "geometries" | "features" => {}
                "when" => when(value, self.fields),
                _ => self.fields.push((name, value)),
            }
        }
        Ok(self.found)
    }
}

/// The members of `properties`, which may be null; anything else is handed back.
struct Properties<'f, 'a>(&'f mut Vec<Field<'a>>);

impl<'a> DeserializeSeed<'a> for Properties<'_, 'a> {
    type Value = Option<&'a str>;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let raw = <&'a RawValue>::deserialize(deserializer)?.get();
        if raw == "null" {
            return Ok(None);
        }
        if !raw.starts_with('{') {
            return Ok(Some(raw));
        }
        let mut json = serde_json::Deserializer::from_str(raw);
        json.deserialize_map(self).map_err(de::Error::custom)
    }
}

impl<'a> Visitor<'a> for Properties<'_, 'a> {
    type Value = Option<&'a str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'a>>(self, mut map: M) -> Result<Self::Value, M::Error> {
        while let Some(Name(name)) = map.next_key::<Name<'a>>()? {
            let value = map.next_value::<&'a RawValue>()?.get();
            if name == "when" && value.starts_with('{') {
                when(value, self.0);
            } else {
                self.0.push((name, value));
            }
        }
        Ok(None)
    }
}

/// `when` as sliders and gazetteers write it: a date, `{start, end}`, or `{timespans: [{start: {in}, ...}]}`.
fn when<'a>(value: &'a str, fields: &mut Vec<Field<'a>>) {
    #[derive(Deserialize)]
    struct When<'a> {
        #[serde(borrow)]
        start: Option<&'a RawValue>,
        #[serde(borrow)]
        end: Option<&'a RawValue>,
        #[serde(borrow)]
        timespans: Option<Vec<When<'a>>>,
    }
    #[derive(Deserialize)]
    struct Edge<'a> {
        #[serde(borrow, rename = "in")]
        exactly: Option<&'a RawValue>,
        #[serde(borrow)]
        earliest: Option<&'a RawValue>,
        #[serde(borrow)]
        latest: Option<&'a RawValue>,
    }
    let edge = |raw: Option<&'a RawValue>| -> Option<&'a str> {
        let raw = raw?;
        if !raw.get().starts_with('{') {
            return Some(raw.get());
        }
        let edge: Edge<'a> = serde_json::from_str(raw.get()).ok()?;
        edge.exactly
            .or(edge.earliest)
            .or(edge.latest)
            .map(RawValue::get)
    };
    let Ok(read) = serde_json::from_str::<When<'a>>(value) else {
        fields.push((Cow::Borrowed("when"), value));
        return;
    };
    let (first, last) = match &read.timespans {
        Some(spans) if !spans.is_empty() => (spans.first(), spans.last()),
        Some(_) | None => (Some(&read), Some(&read)),
    };
    let start = first.and_then(|span| edge(span.start));
    let end = last.and_then(|span| edge(span.end));
    if start.is_some() || end.is_some() {
        // A side that is missing is open, and so its cell is there and empty.
        fields.push((Cow::Borrowed("when.start"), start.unwrap_or("null")));
        fields.push((Cow::Borrowed("when.end"), end.unwrap_or("null")));
    }
}

/// Coordinates of any depth.
enum Coordinates {
    Number(f64),
    Position([f64; 2], Heights),
    List(Vec<Coordinates>),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Heights {
    None,
    Some,
}

impl<'de> Deserialize<'de> for Coordinates {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CoordinatesVisitor)
    }
}

struct CoordinatesVisitor;

impl<'de> Visitor<'de> for CoordinatesVisitor {
    type Value = Coordinates;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("numbers")
    }

    fn visit_f64<E>(self, v: f64) -> Result<Coordinates, E> {
        Ok(Coordinates::Number(v))
    }

    fn visit_i64<E>(self, v: i64) -> Result<Coordinates, E> {
        Ok(Coordinates::Number(v as f64))
    }

    fn visit_u64<E>(self, v: u64) -> Result<Coordinates, E> {
        Ok(Coordinates::Number(v as f64))
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut seq: S) -> Result<Coordinates, S::Error> {
        match seq.next_element()? {
            None => Ok(Coordinates::List(Vec::new())),
            Some(Coordinates::Number(x)) => {
                let Some(Coordinates::Number(y)) = seq.next_element()? else {
                    return Err(de::Error::custom("a position of one number"));
                };
                let mut heights = Heights::None;
                while let Some(more) = seq.next_element()? {
                    let Coordinates::Number(_) = more else {
                        return Err(de::Error::custom("a list among numbers"));
                    };
                    heights = Heights::Some;
                }
                Ok(Coordinates::Position([x, y], heights))
            }
            Some(first) => {
                let mut list = vec![first];
                while let Some(item) = seq.next_element()? {
                    if matches!(item, Coordinates::Number(_)) {
                        return Err(de::Error::custom("a number among lists"));
                    }
                    list.push(item);
                }
                Ok(Coordinates::List(list))
            }
        }
    }
}

#[derive(Deserialize)]
struct Geometry<'a> {
    #[serde(rename = "type", borrow)]
    kind: Cow<'a, str>,
    coordinates: Option<Coordinates>,
    #[serde(borrow)]
    geometries: Option<Vec<Geometry<'a>>>,
}

/// Reads a geometry that is a slice of a text.
fn geometry(text: &str, raw: &str) -> Result<Feature, Bad> {
    let at = offset(text, raw);
    let bad = |wanted, found: String| Bad {
        at,
        fault: Fault::new("geometry", wanted, found),
    };
    let read: Geometry<'_> = serde_json::from_str(raw).map_err(|error| {
        let whole = error.to_string();
        let why = whole.split(" at line ").next().unwrap_or(&whole);
        bad(Wanted::Geometry, why.to_owned())
    })?;
    let mut feature = Feature {
        given_at: at,
        ..Feature::default()
    };
    if let ("Point", Some(Coordinates::Position(at, heights))) =
        (read.kind.as_ref(), &read.coordinates)
    {
        feature.given = Given::Point(*at);
        feature.heights = *heights == Heights::Some;
        return Ok(feature);
    }
    let mut builder = Builder::default();
    builder
        .add(&read)
        .map_err(|(wanted, found)| bad(wanted, found))?;
    feature.heights = builder.heights;
    feature.given = match builder.shape.paths.as_slice() {
        [] => Given::Nowhere,
        [
            Path {
                kind: PathKind::Points,
                points,
            },
        ] if points.len() == 1 => Given::Point(points[0]),
        _ => Given::Shape(builder.shape),
    };
    Ok(feature)
}

#[derive(Default)]
struct Builder {
    shape: Shape,
    heights: bool,
}

type Odd = (Wanted, String);

impl Builder {
    fn add(&mut self, geometry: &Geometry<'_>) -> Result<(), Odd> {
        if geometry.kind == "GeometryCollection" {
            let missing = || (Wanted::Geometry, "no `geometries`".to_owned());
            let members = geometry.geometries.as_ref().ok_or_else(missing)?;
            return members.iter().try_for_each(|member| self.add(member));
        }
        let missing = || (Wanted::Geometry, "no `coordinates`".to_owned());
        let coordinates = geometry.coordinates.as_ref().ok_or_else(missing)?;
        match geometry.kind.as_ref() {
            "Point" => match coordinates {
                Coordinates::List(none) if none.is_empty() => Ok(()),
                position => {
                    let points = vec![self.position(position)?];
                    self.push(PathKind::Points, points);
                    Ok(())
                }
            },
            "MultiPoint" => self.path(PathKind::Points, coordinates),
            "LineString" => self.path(PathKind::Line, coordinates),
            "MultiLineString" => list(coordinates)?
                .iter()
                .try_for_each(|line| self.path(PathKind::Line, line)),
            "Polygon" => self.polygon(coordinates),
            "MultiPolygon" => list(coordinates)?
                .iter()
                .try_for_each(|area| self.polygon(area)),
            other => Err((Wanted::GeoJsonType, quoted(other))),
        }
    }

    fn polygon(&mut self, rings: &Coordinates) -> Result<(), Odd> {
        let mut kind = PathKind::Outer;
        for ring in list(rings)? {
            self.path(kind, ring)?;
            kind = PathKind::Hole;
        }
        Ok(())
    }

    fn path(&mut self, kind: PathKind, positions: &Coordinates) -> Result<(), Odd> {
        let positions = list(positions)?;
        let mut points = Vec::with_capacity(positions.len());
        for position in positions {
            points.push(self.position(position)?);
        }
        self.push(kind, points);
        Ok(())
    }

    fn position(&mut self, position: &Coordinates) -> Result<[f64; 2], Odd> {
        match position {
            Coordinates::Position(at, heights) => {
                self.heights |= *heights == Heights::Some;
                Ok(*at)
            }
            Coordinates::Number(_) | Coordinates::List(_) => {
                Err((Wanted::Position, "another list".to_owned()))
            }
        }
    }

    fn push(&mut self, kind: PathKind, points: Vec<[f64; 2]>) {
        // An empty ring or line says nothing; a line of one point is left for the judge of shapes.
        if !points.is_empty() {
            self.shape.paths.push(Path { kind, points });
        }
    }
}

fn list(coordinates: &Coordinates) -> Result<&[Coordinates], Odd> {
    match coordinates {
        Coordinates::List(list) => Ok(list),
        Coordinates::Number(_) | Coordinates::Position(..) => {
            Err((Wanted::Geometry, "too few brackets".to_owned()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let mut fields = Vec::new();
        let mut out = match read(text, &mut fields) {
            Err(bad) => format!("{}: {:?} {}", bad.at, bad.fault.wanted, bad.fault.found),
            Ok(feature) => match feature.given {
                Given::Point([x, y]) => format!("{x} {y}"),
                Given::Shape(shape) => format!("{} paths", shape.paths.len()),
                Given::Nowhere | Given::Columns => "nowhere".to_owned(),
            },
        };
        for (name, value) in fields {
            out.push_str(&format!(" {name}={value}"));
        }
        assert_eq!(out, expected, "{text}");
    }

    #[test]
    fn features_are_read_as_rfc_7946_says() {
        check(r#"{"type":"Point","coordinates":[1,2]}"#, "1 2");
        check(r#"{"coordinates":[1,2,3],"type":"Point"}"#, "1 2");
        check(
            r#"{"type":"Feature","id":7,"geometry":null,"properties":{"a":"b","c":[1]}}"#,
            r#"nowhere id=7 a="b" c=[1]"#,
        );
        check(
            r#"{"type":"Feature","when":{"start":"2020","end":"2021"},"geometry":{"type":"MultiPoint","coordinates":[[1,2],[3,4]]},"properties":null}"#,
            r#"1 paths when.start="2020" when.end="2021""#,
        );
        check(
            r#"{"type":"Feature","geometry":null,"properties":{"when":{"timespans":[{"start":{"in":"1900"}},{"end":{"latest":"1950"}}]}}}"#,
            r#"nowhere when.start="1900" when.end="1950""#,
        );
        check(
            r#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"LineString","coordinates":[[1,2],[3,4]]}]}"#,
            "2 paths",
        );
        check(r#"{"type":"Point","coordinates":[]}"#, "nowhere");
    }

    #[test]
    fn what_is_no_feature_is_said() {
        check("{}", "0: GeoJsonType ");
        check(r#"{"type":"Banana"}"#, "0: GeoJsonType `Banana`");
        check(r#"{"type":"FeatureCollection"}"#, "0: Features ");
        check(
            r#"{"type":"Point","coordinates":[1]}"#,
            "0: Geometry a position of one number",
        );
        check(r#"{"type":"Point"}"#, "0: Geometry no `coordinates`");
        check(
            r#"{"type":"LineString","coordinates":[1,2]}"#,
            "0: Geometry too few brackets",
        );
        check(r#"{"type":"Feature","properties":5}"#, "31: Properties `5`");
        check("{\"type\":", "7: Json EOF while parsing a value");
        check(
            "[1]",
            "0: Feature invalid type: sequence, expected an object",
        );
    }
}
