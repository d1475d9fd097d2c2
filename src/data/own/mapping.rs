//! A mapping: which column is what, and the answers to what the file does not say. Saved, it reads the
//! next file of the same make without a question.
//!
//! It is a small JSON file that a person can read and write; what it leaves out is recognised.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a column is for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The day, month or year of an event.
    Date,
    /// The first day of a period.
    Start,
    /// The last day of a period or event.
    End,
    /// A year of its own.
    Year,
    /// A month of its own.
    Month,
    /// A day of the month of its own.
    Day,
    /// A week of the year of its own.
    Week,
    /// How well the date is known.
    DatePrecision,
    /// Longitude.
    Lon,
    /// Latitude.
    Lat,
    /// Longitude and latitude in one cell.
    LonLat,
    /// Latitude and longitude in one cell.
    LatLon,
    /// A geometry in well-known text.
    Wkt,
    /// How well the place is known.
    PlacePrecision,
    /// `gazetteer` where we placed it by its name.
    PlacedBy,
    /// The name of the place.
    Place,
    /// The country.
    Country,
    /// What it is called.
    Title,
    /// What kind it is of.
    Category,
    /// What is told about it.
    Note,
    /// Where it comes from.
    Source,
}

impl Role {
    /// The word in a mapping.
    pub fn id(self) -> String {
        let value = serde_json::to_value(self).ok();
        value
            .and_then(|v| v.as_str().map(str::to_owned))
            .unwrap_or_default()
    }
}

/// Which of day and month comes first in `03/04/2022`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// 3 April.
    DayMonth,
    /// 4 March.
    MonthDay,
}

/// Whether longitude and latitude stand where their names say.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CoordinateOrder {
    /// They do.
    AsNamed,
    /// Each stands in the other's column.
    Swapped,
}

/// Whether the first row names the columns.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Header {
    /// It does.
    Yes,
    /// It is data; columns are called `column 1`, `column 2` and so on.
    No,
}

/// What an empty cell means in a column of ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OpenEnd {
    /// No end is known.
    Ongoing,
    /// It ended as it began.
    SameDay,
}

/// A make of file with codes of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Codebook {
    /// Armed Conflict Location and Event Data.
    Acled,
    /// Georeferenced Event Dataset of the Uppsala Conflict Data Program.
    UcdpGed,
}

/// The form of the file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Form {
    /// The first, and so far the only one.
    #[default]
    #[serde(rename = "mapping/1")]
    One,
}

/// Which column is what, and what else the file does not say itself.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The form of the file; a file without it is no mapping.
    #[serde(rename = "sahelscope")]
    pub form: Form,
    /// What stands between cells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub separator: Option<char>,
    /// The encoding by its name on the web, such as `windows-1252`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// Whether the first row names the columns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<Header>,
    /// The make of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub codebook: Option<Codebook>,
    /// Which of day and month comes first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_order: Option<DateOrder>,
    /// Whether longitude and latitude stand where their names say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coordinates: Option<CoordinateOrder>,
    /// What an empty end means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open_end: Option<OpenEnd>,
    /// The column of each role; roles that are missing are recognised, an empty name means no column.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<Role, String>,
}

impl Mapping {
    /// Reads a mapping.
    ///
    /// # Errors
    /// What is wrong, with its line and column.
    pub fn from_json(text: &str) -> Result<Mapping, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    /// The mapping as its file.
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// The column of a role, if it has one.
    pub fn column(&self, role: Role) -> Option<&str> {
        let name = self.columns.get(&role)?;
        (!name.is_empty()).then_some(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_reads_what_it_writes() {
        let mut mapping = Mapping {
            separator: Some(';'),
            date_order: Some(DateOrder::DayMonth),
            ..Mapping::default()
        };
        mapping.columns.insert(Role::LonLat, "where".to_owned());
        let text = mapping.to_json();
        assert!(
            text.contains("\"sahelscope\": \"mapping/1\"")
                && text.contains("\"lon_lat\": \"where\"")
        );
        assert_eq!(Mapping::from_json(&text), Ok(mapping));
        for bad in [
            "",
            "{}",
            "{\"sahelscope\":\"mapping/2\"}",
            "{\"sahelscope\":\"mapping/1\",\"x\":1}",
        ] {
            assert!(Mapping::from_json(bad).is_err(), "{bad}");
        }
    }
}
