//! What a reader has to say about a record: what it expected, what it found, where.
//!
//! Expectations are a closed list, so that the window can tell them in either language; the command line
//! writes them in English, as scripts rely on.

use crate::data::report::{Complaint, Severity};
use crate::lang::{Lang, Words, own_words as w};

macro_rules! wanted {
    ($($(#[$doc:meta])* $name:ident = $words:ident;)*) => {
        /// What should stand there.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[allow(missing_docs, reason = "each is told by its words")]
        pub enum Wanted { $($(#[$doc])* $name,)* }

        impl Wanted {
            fn words(self) -> Words {
                match self { $(Wanted::$name => w::$words,)* }
            }
        }
    };
}
wanted! {
    Date = DATE; DateInOrder = DATE_IN_ORDER; FullYear = FULL_YEAR; SomeDate = SOME_DATE;
    EndAfterStart = END_AFTER_START; CivilDate = CIVIL_DATE; Epoch = EPOCH; Precision = PRECISION;
    Coordinates = COORDINATES; Coordinate = COORDINATE; OnEarth = ON_EARTH;
    NotNullIsland = NOT_NULL_ISLAND; SomePlace = SOME_PLACE; KnownPlace = KNOWN_PLACE;
    CoordinatesNotName = COORDINATES_NOT_NAME; Cells = CELLS; QuoteEnd = QUOTE_END;
    Encoding = ENCODING; Letters = LETTERS; UniqueColumn = UNIQUE_COLUMN; DateColumn = DATE_COLUMN;
    PlaceColumn = PLACE_COLUMN; MappedColumn = MAPPED_COLUMN; KnownOrder = KNOWN_ORDER;
    NotSwapped = NOT_SWAPPED; Readable = READABLE; SmallEnough = SMALL_ENOUGH; Still = STILL;
    Something = SOMETHING; KnownKind = KNOWN_KIND; FewerColumns = FEWER_COLUMNS; Json = JSON;
    JsonEnd = JSON_END; SmallerFeature = SMALLER_FEATURE; Feature = FEATURE;
    GeoJsonType = GEOJSON_TYPE; Features = FEATURES; Geometry = GEOMETRY; Properties = PROPERTIES;
    Position = POSITION; Line = LINE; Ring = RING; ClosedRing = CLOSED_RING; Wkt = WKT;
    NoHeight = NO_HEIGHT; Winding = WINDING; Wgs84 = WGS84;
}

/// Longest text of what was found, in characters.
const LONGEST: usize = 60;

/// What is wrong with a field, before it is known where it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// The field.
    pub field: String,
    /// What should stand there.
    pub wanted: Wanted,
    /// The number in those words, if they have one.
    pub number: u64,
    /// What stands there, in backquotes when it is the file's own text; empty for nothing.
    pub found: String,
}

impl Fault {
    /// A fault of a field that holds a text of the file.
    pub fn quoting(field: &str, wanted: Wanted, found: &str) -> Fault {
        Fault::new(field, wanted, quoted(found))
    }

    /// A fault whose finding is in words.
    pub fn new(field: &str, wanted: Wanted, found: impl Into<String>) -> Fault {
        Fault {
            field: plain(field),
            wanted,
            number: 0,
            found: found.into(),
        }
    }

    /// The same, with the number in its words.
    pub fn with(mut self, number: usize) -> Fault {
        self.number = number as u64;
        self
    }

    /// What was expected, in words.
    pub fn expected(&self, lang: Lang) -> String {
        let words = self.wanted.words().get(lang);
        words.replace("{n}", &self.number.to_string())
    }
}

/// A text of the file in backquotes, on one line and not too long.
pub fn quoted(text: &str) -> String {
    if text.trim().is_empty() {
        return String::new();
    }
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    format!("`{}`", plain(&short))
}

/// A text without line ends and other controls.
fn plain(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

/// A fault with its place in the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    /// What it means for the record.
    pub severity: Severity,
    /// Line, from 1; 0 for the file as a whole.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// What is wrong.
    pub fault: Fault,
}

impl Note {
    /// The note as a line of a report, in a language.
    pub fn complaint(&self, file: &str, lang: Lang) -> Complaint {
        let placed = self.line > 0;
        Complaint {
            file: file.to_owned(),
            line: placed.then_some(self.line),
            column: placed.then_some(self.column),
            severity: self.severity,
            path: self.fault.field.clone(),
            expected: self.fault.expected(lang),
            found: match self.fault.found.as_str() {
                "" => w::NOTHING.get(lang).to_owned(),
                found => found.to_owned(),
            },
        }
    }
}
