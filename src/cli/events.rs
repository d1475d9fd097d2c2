//! `sahelscope events`: filtered events as CSV, JSON or GeoJSON.

use super::arguments::{DataArgs, category, day};
use super::{Failure, atlas, print, print_json};
use crate::calendar::Date;
use crate::export::facts::{Query, csv, geojson, json};
use crate::model::filter::{Area, Filter};
use crate::model::{Atlas, Category, Confidence};
use crate::state::{KeptView, State};
use anyhow::Context;
use clap::ValueEnum;
use std::collections::BTreeSet;
use std::ffi::OsString;

#[derive(ValueEnum, Debug, Clone, Copy)]
enum Format {
    /// A table
    Csv,
    /// The facts as they stand in the data
    Json,
    /// A feature collection of points
    Geojson,
}

#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Not over before this day
    #[arg(long, value_parser = day)]
    from: Option<Date>,
    /// Begun by this day
    #[arg(long, value_parser = day)]
    to: Option<Date>,
    /// Only what the filter of that view lets through, a link as the window copies it; its day does not
    /// matter, and each option below wins over the same part of the filter
    #[arg(long, value_name = "LINK")]
    view: Option<OsString>,
    /// Of that category, or of one of several with commas
    #[arg(long, value_parser = category, value_delimiter = ',')]
    category: Vec<Category>,
    /// With that code among actors or targets, such as FRA or WAGNER; one of several with commas
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    actor: Vec<String>,
    /// Concerning that country, such as MLI; one of several with commas
    #[arg(long, value_name = "ISO", value_delimiter = ',')]
    country: Vec<String>,
    /// As sure as that: confirmed, reported, disputed or unsourced; one of several with commas
    #[arg(long, value_parser = confidence, value_delimiter = ',')]
    confidence: Vec<Confidence>,
    /// With a place inside that area: three or more corners, such as 15,-4;15,1;18,1; an event without a
    /// place is in none
    #[arg(long, value_parser = area, value_name = "LAT,LON;...", allow_hyphen_values = true)]
    area: Option<Area>,
    /// With all these words, the last perhaps unfinished, phrases in quotes; accents, case and small typing
    /// mistakes do not matter
    #[arg(long, value_name = "WORDS")]
    search: Option<String>,
    /// Form of the result
    #[arg(long, value_enum, default_value = "csv")]
    format: Format,
    #[command(flatten)]
    data: DataArgs,
}

fn confidence(text: &str) -> Result<Confidence, String> {
    Confidence::from_id(text).ok_or_else(|| {
        let known: Vec<&str> = Confidence::ALL.iter().map(|c| c.id()).collect();
        format!("expected one of {}", known.join(", "))
    })
}

fn area(text: &str) -> Result<Area, String> {
    let expected =
        "expected three or more corners, latitude and longitude, such as 15,-4;15,1;18,1";
    Area::from_text(text).ok_or_else(|| expected.to_owned())
}

fn known_codes(atlas: &Atlas, flag: &str, codes: &[String]) -> Result<(), Failure> {
    match codes.iter().find(|code| !atlas.parties.contains_key(*code)) {
        Some(code) => {
            let expected = "expected a code of codes.json such as FRA, WAGNER or MLI";
            Err(Failure::Usage(format!(
                "invalid value '{code}' for '{flag}': {expected}"
            )))
        }
        None => Ok(()),
    }
}

/// The filter of the view, each part replaced by the option that speaks of it.
fn filter(args: &Args, atlas: &Atlas) -> Result<Filter, Failure> {
    let mut filter = match &args.view {
        Some(link) => {
            let first = KeptView::of(&State::new(atlas.coverage.from, atlas.coverage.to));
            super::view::read(link, &first, atlas)?.view.filter
        }
        None => Filter::EVERYTHING,
    };
    replace(&mut filter.categories, &args.category);
    replace(&mut filter.actors, &args.actor);
    replace(&mut filter.countries, &args.country);
    replace(&mut filter.confidence, &args.confidence);
    filter.area = args.area.clone().or(filter.area);
    filter.words = args.search.clone().unwrap_or(filter.words);
    Ok(filter)
}

fn replace<T: Ord + Clone>(wanted: &mut BTreeSet<T>, given: &[T]) {
    if !given.is_empty() {
        *wanted = given.iter().cloned().collect();
    }
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let atlas = atlas(&args.data)?;
    known_codes(&atlas, "--actor", &args.actor)?;
    known_codes(&atlas, "--country", &args.country)?;
    let query = Query {
        from: args.from,
        to: args.to,
        filter: filter(args, &atlas)?,
    };
    let events = query.run(&atlas);
    match args.format {
        Format::Csv => print(&csv(&events).context("CSV")?),
        Format::Json => print_json(&json(&events)),
        Format::Geojson => print_json(&geojson(&events)),
    }
}
