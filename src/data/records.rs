//! Records of the facts: raw slices to the types of `model`.
//!
//! A record is read or complained about, by itself; rules between records are in `checks`.

use super::report::Complaint;
use super::source::{Record, Source};
use crate::geo::LonLat;
use crate::model::{Base, Closure, Event};
use serde::de::DeserializeOwned;

/// What a file holds: the records that could be read, each beside its place in the text.
pub(super) type Read<'a, T> = Vec<(Record<'a>, T)>;

/// A record's geometry.
pub(super) trait Geo {
    /// The position of a point feature.
    fn point(&self) -> Result<LonLat, Complaint>;
}

impl Geo for Record<'_> {
    fn point(&self) -> Result<LonLat, Complaint> {
        let geometry = self.geometry()?;
        let point = geometry.map(|g| g.value);
        let Some(geojson::GeometryValue::Point { coordinates }) = point else {
            return Err(self.fault("geometry", "a Point", "another geometry or null"));
        };
        let (lon, lat) = match coordinates.as_slice() {
            [lon, lat, ..] => (*lon, *lat),
            _ => return Err(self.fault("geometry", "two coordinates", "fewer")),
        };
        let inside = (-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat);
        if inside {
            Ok(LonLat { lon, lat })
        } else {
            let expected = "longitude -180 to 180 and latitude -90 to 90";
            Err(self.fault("geometry", expected, format!("({lon}, {lat})")))
        }
    }
}

/// Reads the records of a plain kind.
pub(super) fn read_plain<'a, T: DeserializeOwned>(
    source: Source<'a>,
    kind: &str,
    complaints: &mut Vec<Complaint>,
) -> Read<'a, T> {
    read_each(source, kind, complaints, |record| record.read())
}

/// Reads the events.
pub(super) fn read_events<'a>(
    source: Source<'a>,
    complaints: &mut Vec<Complaint>,
) -> Read<'a, Event> {
    read_each(source, "events/1", complaints, |record| {
        let mut event: Event = record.read()?;
        event.id = record.id.to_owned();
        if record.geometry.is_some() {
            let point = record.point()?;
            let first = event.places.first().map(|p| p.position());
            if first != Some(point) {
                let expected = "the position of the first of `places`";
                let found = format!("({}, {})", point.lon, point.lat);
                return Err(record.fault("geometry", expected, found));
            }
        }
        Ok(event)
    })
}

/// Reads the bases.
pub(super) fn read_bases<'a>(
    source: Source<'a>,
    complaints: &mut Vec<Complaint>,
) -> Read<'a, Base> {
    read_each(source, "bases/1", complaints, |record| {
        let mut base: Base = record.read()?;
        base.id = record.id.to_owned();
        base.position = Some(record.point()?);
        Ok(base)
    })
}

/// Reads the skies; their polygons are for other programs, ours draws the `countries`.
pub(super) fn read_skies<'a>(
    source: Source<'a>,
    complaints: &mut Vec<Complaint>,
) -> Read<'a, Closure> {
    read_each(source, "airspace/1", complaints, |record| {
        let mut sky: Closure = record.read()?;
        sky.id = record.id.to_owned();
        record.geometry()?;
        Ok(sky)
    })
}

fn read_each<'a, T>(
    source: Source<'a>,
    kind: &str,
    complaints: &mut Vec<Complaint>,
    read: impl Fn(&Record<'a>) -> Result<T, Complaint>,
) -> Read<'a, T> {
    let mut all = Vec::new();
    for record in source.records(kind, complaints) {
        match read(&record) {
            Ok(fact) => all.push((record, fact)),
            Err(complaint) => complaints.push(complaint),
        }
    }
    all
}
