//! A file's text cut into records, so that every complaint can say its line and column.
//!
//! JSON keeps no positions once it is read, so records stay raw slices of the text until each is
//! read by itself. It knows nothing of what the records mean.

use super::report::{Complaint, Severity};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// The text of a file with its name.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    /// The file, as it was named.
    pub file: &'a str,
    /// Its whole text.
    pub text: &'a str,
}

/// One record: the slice of the text that holds its fields.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    pub source: Source<'a>,
    /// Id, or `#n` when it has none.
    pub id: &'a str,
    /// The object with the fields (a feature's properties, a plain record itself).
    pub body: &'a str,
    /// A feature's geometry, when it is not null.
    pub geometry: Option<&'a str>,
}

#[derive(Deserialize)]
struct Frame<'a> {
    sahelscope: Option<String>,
    #[serde(borrow, default)]
    features: Option<Vec<&'a RawValue>>,
    #[serde(borrow, default)]
    records: Option<Vec<&'a RawValue>>,
}

#[derive(Deserialize)]
struct Feature<'a> {
    id: Option<&'a str>,
    #[serde(borrow)]
    geometry: Option<&'a RawValue>,
    #[serde(borrow)]
    properties: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Id<'a> {
    #[serde(borrow, alias = "code")]
    id: Option<&'a str>,
}

impl<'a> Source<'a> {
    /// The kind that the file says it is, such as `events/1`.
    pub fn declared_kind(&self) -> Option<String> {
        let frame: Frame = serde_json::from_str(self.text).ok()?;
        frame.sahelscope
    }

    /// Cuts the file into records, after checking that it says it is of `kind`.
    pub fn records(&self, kind: &str, complaints: &mut Vec<Complaint>) -> Vec<Record<'a>> {
        let frame: Frame<'a> = match serde_json::from_str(self.text) {
            Ok(frame) => frame,
            Err(error) => {
                complaints.push(self.syntax_complaint("file", 0, &error));
                return Vec::new();
            }
        };
        if frame.sahelscope.as_deref() != Some(kind) {
            let found = frame.sahelscope.map_or_else(
                || "no member `sahelscope`".to_owned(),
                |found| format!("`{found}`"),
            );
            complaints.push(Complaint::of_file(
                self.file,
                &format!("`\"sahelscope\": \"{kind}\"`"),
                found,
            ));
            return Vec::new();
        }
        if let Some(features) = frame.features {
            features
                .into_iter()
                .filter_map(|raw| self.feature(raw.get(), complaints))
                .collect()
        } else if let Some(records) = frame.records {
            let plain = |raw: &'a RawValue| Record {
                source: *self,
                id: serde_json::from_str::<Id<'a>>(raw.get())
                    .ok()
                    .and_then(|id| id.id)
                    .unwrap_or("(no id)"),
                body: raw.get(),
                geometry: None,
            };
            records.into_iter().map(plain).collect()
        } else {
            let expected = "a list `features` or `records`";
            complaints.push(Complaint::of_file(self.file, expected, "neither"));
            Vec::new()
        }
    }

    fn feature(&self, raw: &'a str, complaints: &mut Vec<Complaint>) -> Option<Record<'a>> {
        let at = self.offset(raw);
        let feature: Feature<'a> = match serde_json::from_str(raw) {
            Ok(feature) => feature,
            Err(error) => {
                complaints.push(self.syntax_complaint("feature", at, &error));
                return None;
            }
        };
        let mut missing = |field: &str| {
            let expected = format!("a GeoJSON feature with `{field}`");
            complaints.push(self.complaint(at, field, &expected, "nothing".to_owned()));
        };
        let Some(id) = feature.id else {
            missing("id");
            return None;
        };
        let Some(properties) = feature.properties else {
            missing("properties");
            return None;
        };
        Some(Record {
            source: *self,
            id,
            body: properties.get(),
            geometry: feature.geometry.map(RawValue::get),
        })
    }

    /// Where a slice of this text begins, in bytes.
    pub fn offset(&self, slice: &str) -> usize {
        (slice.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize)
    }

    fn line_and_column(&self, offset: usize) -> (u32, u32) {
        let before = self.text.get(..offset).unwrap_or(self.text);
        let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |l| l.chars().count()) + 1;
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        (small(line), small(column))
    }

    pub fn complaint(&self, offset: usize, path: &str, expected: &str, found: String) -> Complaint {
        let (line, column) = self.line_and_column(offset);
        Complaint {
            file: self.file.to_owned(),
            line: Some(line),
            column: Some(column),
            severity: Severity::Refused,
            path: path.to_owned(),
            expected: expected.to_owned(),
            found,
        }
    }

    pub fn syntax_complaint(
        &self,
        path: &str,
        start: usize,
        error: &serde_json::Error,
    ) -> Complaint {
        let slice = self.text.get(start..).unwrap_or_default();
        let offset = start + byte_of(slice, error.line(), error.column());
        let (expected, found) = expectation(&error.to_string());
        self.complaint(offset, path, &expected, found)
    }
}

impl<'a> Record<'a> {
    /// Reads the fields into a type; a complaint says which field was wrong.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Complaint> {
        let mut json = serde_json::Deserializer::from_str(self.body);
        serde_path_to_error::deserialize(&mut json).map_err(|error| {
            let path = match error.path().to_string().as_str() {
                "." => self.id.to_owned(),
                path => format!("{}.{path}", self.id),
            };
            let start = self.source.offset(self.body);
            self.source.syntax_complaint(&path, start, error.inner())
        })
    }

    /// Reads the geometry as GeoJSON; `None` when it is null.
    pub fn geometry(&self) -> Result<Option<geojson::Geometry>, Complaint> {
        let Some(raw) = self.geometry else {
            return Ok(None);
        };
        serde_json::from_str(raw).map(Some).map_err(|error| {
            let path = format!("{}.geometry", self.id);
            let (_, found) = expectation(&error.to_string());
            let start = self.source.offset(raw);
            self.source
                .complaint(start, &path, "a GeoJSON geometry", found)
        })
    }

    /// A complaint about a field, placed where the field stands.
    pub fn fault(&self, field: &str, expected: &str, found: impl Into<String>) -> Complaint {
        let (root, inner) = match (self.geometry, field) {
            (Some(geometry), "geometry") => (geometry, ""),
            (Some(_) | None, field) => (self.body, field),
        };
        let at = locate(root, inner).unwrap_or(root);
        let path = format!("{}.{field}", self.id);
        let offset = self.source.offset(at);
        self.source.complaint(offset, &path, expected, found.into())
    }
}

/// The slice of `json` that a path such as `periods[1].from` names.
fn locate<'a>(json: &'a str, path: &str) -> Option<&'a str> {
    let mut at = json;
    for step in path.split(['.', '[', ']']).filter(|s| !s.is_empty()) {
        let next: &RawValue = if let Ok(index) = step.parse::<usize>() {
            let list: Vec<&'a RawValue> = serde_json::from_str(at).ok()?;
            list.get(index).copied()?
        } else {
            let object: BTreeMap<String, &'a RawValue> = serde_json::from_str(at).ok()?;
            object.get(step).copied()?
        };
        at = next.get();
    }
    Some(at)
}

/// The byte offset of serde_json's line and column (both from 1, the column in bytes).
fn byte_of(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let mut at = (start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// What was expected and what was found, from serde's message.
fn expectation(message: &str) -> (String, String) {
    let message = message.split(" at line ").next().unwrap_or(message);
    let stripped = ["invalid type: ", "invalid value: ", "invalid length "]
        .iter()
        .find_map(|start| message.strip_prefix(start))
        .unwrap_or(message);
    if let Some((found, expected)) = stripped.split_once(", expected ") {
        let plain = match expected {
            "u8" | "u16" | "u32" => "a whole number",
            "f32" | "f64" => "a number",
            other => other,
        };
        (plain.to_owned(), found.to_owned())
    } else if let Some(field) = message.strip_prefix("missing field ") {
        (format!("a field {field}"), "nothing".to_owned())
    } else {
        ("valid JSON".to_owned(), message.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "{\"sahelscope\": \"x/1\",\n \"records\": [\n  {\"id\": \"a\",\n   \"n\": [1, \"é\", {\"from\": \"2014-13\"}]}\n ]}";

    fn source(text: &str) -> Source<'_> {
        Source {
            file: "x.json",
            text,
        }
    }

    #[test]
    fn a_fault_knows_its_line_and_column() {
        let mut complaints = Vec::new();
        let records = source(FILE).records("x/1", &mut complaints);
        assert!(complaints.is_empty());
        let fault = records[0].fault("n[2].from", "a date", "\"2014-13\"");
        assert_eq!((fault.line, fault.column), (Some(4), Some(27)));
        assert_eq!(
            fault.to_string(),
            "x.json:4:27: refused: a.n[2].from: expected a date, found \"2014-13\""
        );
    }

    #[test]
    fn broken_text_and_wrong_kinds_are_told() {
        let complain = |text: &str| {
            let mut complaints = Vec::new();
            assert!(source(text).records("x/1", &mut complaints).is_empty());
            complaints
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("\n")
        };
        assert!(complain("{\"records\": [1, }").contains("x.json:1:"));
        assert!(complain("{}").contains("no member `sahelscope`"));
        assert!(complain("{\"sahelscope\": \"y/1\"}").contains("found `y/1`"));
        assert!(complain("{\"sahelscope\": \"x/1\"}").contains("`features` or `records`"));
        assert!(complain("").contains("valid JSON"));
        assert!(
            complain("{\"sahelscope\":\"x/1\",\"features\":[{\"id\":\"a\"}]}")
                .contains("properties")
        );
    }

    #[test]
    fn serde_messages_become_expectations() {
        let (expected, found) =
            expectation("invalid type: integer `5`, expected a string at line 1 column 2");
        assert_eq!(
            (expected.as_str(), found.as_str()),
            ("a string", "integer `5`")
        );
        assert_eq!(expectation("missing field `to` at line 1").1, "nothing");
    }
}
