//! Any GeoJSON file judged by RFC 7946: types, coordinates, rings.
//!
//! It reads no facts out of it; that a file is good GeoJSON is all it says.

use super::report::{Complaint, Severity};
use super::source::Source;
use geojson::{Geometry, GeometryValue, Position};
use serde::Deserialize;
use serde_json::value::RawValue;

#[derive(Deserialize)]
struct Top<'a> {
    #[serde(rename = "type")]
    kind: Option<String>,
    #[serde(borrow, default)]
    features: Option<Vec<&'a RawValue>>,
}

#[derive(Deserialize)]
struct Feature<'a> {
    #[serde(rename = "type")]
    kind: Option<String>,
    #[serde(borrow, default)]
    geometry: Option<&'a RawValue>,
    #[serde(borrow, default)]
    properties: Option<&'a RawValue>,
}

/// All complaints about the file.
pub(super) fn check(source: Source<'_>) -> Vec<Complaint> {
    let mut judge = Judge {
        source,
        complaints: Vec::new(),
    };
    match serde_json::from_str::<Top<'_>>(source.text) {
        Err(error) => {
            let complaint = source.syntax_complaint("file", 0, &error);
            judge.complaints.push(complaint);
        }
        Ok(top) => match (top.kind.as_deref(), top.features) {
            (Some("FeatureCollection"), Some(features)) => {
                for (i, feature) in features.iter().enumerate() {
                    judge.feature(feature.get(), &format!("features[{i}]"));
                }
            }
            (Some("FeatureCollection"), None) => {
                judge.fault(
                    source.text,
                    "features",
                    "a list of features",
                    "nothing".into(),
                );
            }
            (Some("Feature"), _) => judge.feature(source.text, "feature"),
            (Some(_), _) => judge.geometry(source.text, "geometry"),
            (None, _) => judge.fault(source.text, "type", "a GeoJSON type", "nothing".into()),
        },
    }
    judge.complaints
}

struct Judge<'a> {
    source: Source<'a>,
    complaints: Vec<Complaint>,
}

impl Judge<'_> {
    fn fault(&mut self, at: &str, path: &str, expected: &str, found: String) {
        let offset = self.source.offset(at);
        let complaint = self.source.complaint(offset, path, expected, found);
        self.complaints.push(complaint);
    }

    fn warn(&mut self, at: &str, path: &str, expected: &str, found: String) {
        self.fault(at, path, expected, found);
        if let Some(last) = self.complaints.last_mut() {
            last.severity = Severity::Warning;
        }
    }

    fn feature(&mut self, raw: &str, path: &str) {
        let feature: Feature<'_> = match serde_json::from_str(raw) {
            Ok(feature) => feature,
            Err(error) => return self.fault(raw, path, "a feature", error.to_string()),
        };
        if feature.kind.as_deref() != Some("Feature") {
            let found = feature
                .kind
                .map_or("nothing".to_owned(), |k| format!("`{k}`"));
            self.fault(raw, &format!("{path}.type"), "`Feature`", found);
        }
        if let Some(properties) = feature.properties
            && !properties.get().starts_with('{')
        {
            let at = format!("{path}.properties");
            self.fault(
                properties.get(),
                &at,
                "an object or null",
                "another value".into(),
            );
        }
        if let Some(geometry) = feature.geometry {
            self.geometry(geometry.get(), &format!("{path}.geometry"));
        }
    }

    fn geometry(&mut self, raw: &str, path: &str) {
        match serde_json::from_str::<Geometry>(raw) {
            Ok(geometry) => self.value(raw, path, &geometry.value),
            Err(error) => {
                let why = error.to_string();
                let why = why.split(" at line ").next().unwrap_or(&why);
                self.fault(raw, path, "a GeoJSON geometry", why.to_owned());
            }
        }
    }

    fn value(&mut self, raw: &str, path: &str, value: &GeometryValue) {
        match value {
            GeometryValue::Point { coordinates } => self.position(raw, path, coordinates),
            GeometryValue::MultiPoint { coordinates } => self.positions(raw, path, coordinates),
            GeometryValue::LineString { coordinates } => self.line(raw, path, coordinates),
            GeometryValue::MultiLineString { coordinates } => {
                for line in coordinates {
                    self.line(raw, path, line);
                }
            }
            GeometryValue::Polygon { coordinates } => self.polygon(raw, path, coordinates),
            GeometryValue::MultiPolygon { coordinates } => {
                for polygon in coordinates {
                    self.polygon(raw, path, polygon);
                }
            }
            GeometryValue::GeometryCollection { geometries } => {
                for inner in geometries {
                    self.value(raw, path, &inner.value);
                }
            }
        }
    }

    fn positions(&mut self, raw: &str, path: &str, positions: &[Position]) {
        for position in positions {
            self.position(raw, path, position);
        }
    }

    fn position(&mut self, raw: &str, path: &str, position: &Position) {
        let (lon, lat) = match position.as_slice() {
            [lon, lat, ..] => (*lon, *lat),
            _ => return self.fault(raw, path, "at least two numbers", "fewer".into()),
        };
        if !(-180.0..=180.0).contains(&lon) || !(-90.0..=90.0).contains(&lat) {
            let expected = "longitude -180 to 180 and latitude -90 to 90";
            self.fault(raw, path, expected, format!("({lon}, {lat})"));
        }
    }

    fn line(&mut self, raw: &str, path: &str, line: &[Position]) {
        if line.len() < 2 {
            self.fault(
                raw,
                path,
                "a line of two or more positions",
                line.len().to_string(),
            );
        }
        self.positions(raw, path, line);
    }

    fn polygon(&mut self, raw: &str, path: &str, rings: &[Vec<Position>]) {
        for (i, ring) in rings.iter().enumerate() {
            self.positions(raw, path, ring);
            if ring.len() < 4 {
                let found = ring.len().to_string();
                self.fault(raw, path, "a ring of four or more positions", found);
            } else if ring.first() != ring.last() {
                self.fault(
                    raw,
                    path,
                    "a ring that ends where it starts",
                    "an open ring".into(),
                );
            } else if signed_area(ring) > 0.0 && i > 0 || signed_area(ring) < 0.0 && i == 0 {
                let expected = "outer rings counter-clockwise and holes clockwise";
                self.warn(raw, path, expected, "the other direction".into());
            }
        }
    }
}

/// Twice the area, positive when the ring is counter-clockwise (shoelace formula).
fn signed_area(ring: &[Position]) -> f64 {
    let xy = |p: &Position| match p.as_slice() {
        [x, y, ..] => (*x, *y),
        _ => (0.0, 0.0),
    };
    ring.windows(2)
        .map(|pair| {
            let ((x0, y0), (x1, y1)) = (xy(&pair[0]), xy(&pair[1]));
            x0 * y1 - x1 * y0
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(text: &str) -> String {
        let source = Source { file: "x", text };
        let all = check(source);
        all.iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n")
    }

    #[test]
    fn good_geojson_passes() {
        for text in [
            r#"{"type":"Point","coordinates":[1,2]}"#,
            r#"{"type":"Feature","geometry":null,"properties":null}"#,
            r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":
                {"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}"#,
        ] {
            assert_eq!(complaints(text), "", "{text}");
        }
    }

    #[test]
    fn faults_are_named() {
        for (text, part) in [
            (r#"{"type":"Point","coordinates":[999,5]}"#, "(999, 5)"),
            (r#"{"type":"Point","coordinates":[1]}"#, "refused"),
            (
                r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}"#,
                "open ring",
            ),
            (
                r#"{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,0]]]}"#,
                "warning",
            ),
            (r#"{"type":"Banana"}"#, "refused"),
            (r#"{"type":"FeatureCollection"}"#, "a list of features"),
            (r#"{}"#, "a GeoJSON type"),
            (r#"{"type":"#, "valid JSON"),
        ] {
            assert!(
                complaints(text).contains(part),
                "{text}: {}",
                complaints(text)
            );
        }
    }
}
