//! Files of one's own to a layer, with an import report, and back.
//!
//! One file a format reads rows or features and hands each to `take` as a record; `take` reads it by a
//! plan, which a mapping and the names of the columns have made. So a reader for another format opens its
//! file, gives a [`recognise::Sample`], and then a record for each row: it need know nothing of dates,
//! places, questions or reports. Nothing here is shown; the shipped facts have readers of their own.

mod codes;
mod crew;
mod dates;
mod degrees;
mod feature;
mod format;
mod gather;
mod gazetteer;
mod geojson;
mod geometry;
mod input;
mod json_texts;
mod mapping;
mod names;
mod note;
mod plan;
mod question;
mod recognise;
mod report;
mod rows;
mod table;
mod take;
mod wkt;
mod write;

pub use format::Format;
pub use gather::{Going, Options, Read};
pub use gazetteer::{Gazetteer, Named};
pub use input::{Input, LARGEST_BYTES};
pub use mapping::{Codebook, CoordinateOrder, DateOrder, Form, Header, Mapping, OpenEnd, Role};
pub use note::{Fault, Note, Wanted};
pub use question::{Answer, Question};
pub use recognise::Sample;
pub use report::{Count, MOST_LISTED, Refused, Report};
pub use write::{Written, refused_rows, write};

/// Reads a file, whatever it is. What cannot be read at all is refused in the report.
pub fn read(input: Input<'_>, name: &str, options: &Options<'_>) -> Read {
    match format::recognised(input) {
        Ok(Format::Table) => table::read(input, name, options),
        Ok(Format::GeoJson) => geojson::read(input, name, options),
        Err(fault) => Read::refused(fault),
    }
}
