//! Events as JSON, CSV and GeoJSON.
//!
//! Nothing is summarised: what the data hold is what comes out.

use crate::model::filter::{Filter, sift};
use crate::model::{Atlas, Event};
use serde_json::{Map, Value, json};

/// The events as they stand in the data, each with its id.
pub fn json(events: &[&Event]) -> Value {
    events.iter().map(|event| with_id(event)).collect()
}

fn with_id(event: &Event) -> Value {
    let mut object = Map::new();
    object.insert("id".to_owned(), json!(event.id));
    if let Ok(Value::Object(fields)) = serde_json::to_value(event) {
        object.extend(fields);
    }
    Value::Object(object)
}

/// The events as an RFC 7946 feature collection of points.
pub fn geojson(events: &[&Event]) -> Value {
    let features: Vec<Value> = events.iter().map(|event| feature(event)).collect();
    json!({"type": "FeatureCollection", "features": features})
}

fn feature(event: &Event) -> Value {
    let place = event.places.first();
    let geometry = place.map(|p| json!({"type": "Point", "coordinates": [p.lon, p.lat]}));
    let precision = match event.date.precision() {
        crate::calendar::Precision::Year => "year",
        crate::calendar::Precision::Month => "month",
        crate::calendar::Precision::Day => "day",
    };
    json!({
        "type": "Feature",
        "id": event.id,
        "geometry": geometry,
        "properties": {
            "id": event.id,
            "date": event.date,
            "date_precision": precision,
            "end": event.end,
            "category": event.category,
            "title_en": event.title.en,
            "title_fr": event.title.fr,
            "summary_en": event.summary.en,
            "summary_fr": event.summary.fr,
            "actors": event.actors,
            "targets": event.targets,
            "countries": event.countries,
            "place": place.map(|p| p.name.en.as_str()),
            "troops": event.troops,
            "confidence": event.confidence,
            "sources": event.sources,
        },
    })
}

/// The columns of [`csv`].
const COLUMNS: [&str; 16] = [
    "id",
    "date",
    "end",
    "category",
    "title_en",
    "title_fr",
    "summary_en",
    "summary_fr",
    "actors",
    "targets",
    "countries",
    "place",
    "lon",
    "lat",
    "confidence",
    "sources",
];

/// The events as CSV (RFC 4180). Cells that a spreadsheet would run as a formula are defused with a
/// leading apostrophe.
///
/// # Errors
/// Never for events of an atlas: only when a row could not be written to memory.
pub fn csv(events: &[&Event]) -> Result<String, csv::Error> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for event in events {
        writer.write_record(row(event).map(defused))?;
    }
    let bytes = writer.into_inner().map_err(|e| e.into_error())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn row(event: &Event) -> [String; 16] {
    let place = event.places.first();
    let urls = event.sources.iter().filter_map(|s| s.url.clone());
    let text = |value: Option<String>| value.unwrap_or_default();
    [
        event.id.clone(),
        event.date.to_string(),
        text(event.end.map(|d| d.to_string())),
        event.category.id().to_owned(),
        event.title.en.clone(),
        event.title.fr.clone(),
        event.summary.en.clone(),
        event.summary.fr.clone(),
        event.actors.join(" "),
        event.targets.join(" "),
        event.countries.join(" "),
        text(place.map(|p| p.name.en.clone())),
        text(place.map(|p| p.lon.to_string())),
        text(place.map(|p| p.lat.to_string())),
        event.confidence.id().to_owned(),
        urls.collect::<Vec<_>>().join(" "),
    ]
}

/// A cell that starts like a formula gets an apostrophe; numbers stay numbers.
pub(super) fn defused(cell: String) -> String {
    let dangerous = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if dangerous && cell.parse::<f64>().is_err() {
        format!("'{cell}")
    } else {
        cell
    }
}

/// Which events to take.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// Not over before this day.
    pub from: Option<crate::calendar::Date>,
    /// Begun by this day.
    pub to: Option<crate::calendar::Date>,
    /// What else they must be.
    pub filter: Filter,
}

impl Query {
    /// The events that match, in the order of date and id.
    pub fn run<'a>(&self, atlas: &'a Atlas) -> Vec<&'a Event> {
        let chosen = sift(atlas, &self.filter).chosen;
        let mut found: Vec<&Event> = (0..)
            .zip(&atlas.events)
            .filter(|(at, event)| chosen.has(*at) && self.is_in_time(event))
            .map(|(_, event)| event)
            .collect();
        found.sort_by_key(|event| (event.date.first(), &event.id));
        found
    }

    fn is_in_time(&self, event: &Event) -> bool {
        let last = event.end.unwrap_or(event.date).last();
        self.from.is_none_or(|from| from <= last)
            && self.to.is_none_or(|to| event.date.first() <= to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_without_accents() {
        let atlas = crate::data::shipped().expect("the shipped data");
        let find = |words: &str| {
            let query = Query {
                filter: Filter {
                    words: words.to_owned(),
                    ..Filter::EVERYTHING
                },
                ..Query::default()
            };
            query.run(&atlas).len()
        };
        assert!(find("menaka") > 0);
        assert_eq!(find("menaka"), find("MÉNAKA"));
        assert_eq!(find("menakka"), find("menaka "), "a mistake is forgiven");
        assert!(find("french gao") < find("gao"));
        assert!((1..find("last french")).contains(&find("\"last french troops\"")));
        assert_eq!(find("xqzvw"), 0);
        assert_eq!(find("?!"), 0, "nothing is called so");
        assert_eq!(find(" "), atlas.events.len());
    }

    #[test]
    fn formulas_are_defused_and_numbers_kept() {
        let check = |cell: &str, expected: &str| assert_eq!(defused(cell.to_owned()), expected);
        check("=1+1", "'=1+1");
        check("-0.05", "-0.05");
        check("@x", "'@x");
        check("plain", "plain");
    }

    #[test]
    fn csv_has_a_row_an_event() {
        let atlas = crate::data::shipped().expect("the shipped data");
        let events = Query::default().run(&atlas);
        let text = csv(&events).expect("memory");
        let rows = csv::Reader::from_reader(text.as_bytes()).records().count();
        assert_eq!(rows, events.len());
    }
}
