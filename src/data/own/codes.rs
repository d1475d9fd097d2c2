//! How well a date or a place is known, from the codes of codebooks and from plain words.
//!
//! ACLED: `time_precision` 1 day, 2 week, 3 month; `geo_precision` 1 town, 2 part of a region, 3 region.
//! UCDP GED: `date_prec` 1 day, 2 to 3 week, 4 month, 5 longer; `where_prec` 1 exact, 2 about 25 km, 3 and 4
//! second and first order districts, 5 a line or a vague area, 6 the country, 7 international waters or
//! airspace. (Codebooks of both programmes.)

use super::mapping::Codebook;
use crate::model::layer::{Grain, Precise};

/// How well a date is known; `None` when the cell is no such code.
pub fn grain(cell: &str, codebook: Option<Codebook>) -> Option<Grain> {
    let code = cell.trim();
    match (codebook, code) {
        (_, "day") | (Some(_), "1") => Some(Grain::Day),
        (_, "week") | (Some(_), "2") | (Some(Codebook::UcdpGed), "3") => Some(Grain::Week),
        (_, "month") | (Some(Codebook::Acled), "3") | (Some(Codebook::UcdpGed), "4") => {
            Some(Grain::Month)
        }
        (_, "year") | (Some(Codebook::UcdpGed), "5") => Some(Grain::Year),
        (Some(_) | None, _) => None,
    }
}

/// How well a place is known; `None` when the cell is no such code.
pub fn precise(cell: &str, codebook: Option<Codebook>) -> Option<Precise> {
    let code = cell.trim();
    let by_word = Precise::ALL
        .into_iter()
        .find(|p| p.id() == code && !code.is_empty());
    by_word.or_else(|| match (codebook?, code) {
        (Codebook::UcdpGed, "1") => Some(Precise::Exact),
        (Codebook::Acled, "1") | (Codebook::UcdpGed, "2") => Some(Precise::Town),
        (Codebook::Acled, "2" | "3") | (Codebook::UcdpGed, "3" | "4" | "5") => {
            Some(Precise::Region)
        }
        (Codebook::UcdpGed, "6" | "7") => Some(Precise::Country),
        (Codebook::Acled | Codebook::UcdpGed, _) => None,
    })
}
