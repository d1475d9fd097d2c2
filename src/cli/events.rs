//! `sahelscope events`: filtered events as CSV, JSON or GeoJSON.

use super::arguments::{DataArgs, day};
use super::{Failure, atlas, print, print_json};
use crate::calendar::Date;
use crate::export::facts::{Query, csv, geojson, json};
use crate::model::{Atlas, Category};
use anyhow::Context;
use clap::ValueEnum;

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
    /// Of that category
    #[arg(long, value_parser = category)]
    category: Option<Category>,
    /// With that code among actors or targets, such as FRA or WAGNER
    #[arg(long, value_name = "CODE")]
    actor: Option<String>,
    /// Concerning that country, such as MLI
    #[arg(long, value_name = "ISO")]
    country: Option<String>,
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

fn category(text: &str) -> Result<Category, String> {
    Category::from_id(text).ok_or_else(|| {
        let known: Vec<&str> = Category::ALL.iter().map(|c| c.id()).collect();
        format!("expected one of {}", known.join(", "))
    })
}

fn known_code(atlas: &Atlas, flag: &str, code: Option<&String>) -> Result<(), Failure> {
    match code {
        Some(code) if !atlas.parties.contains_key(code) => {
            let expected = "expected a code of codes.json such as FRA, WAGNER or MLI";
            Err(Failure::Usage(format!(
                "invalid value '{code}' for '{flag}': {expected}"
            )))
        }
        Some(_) | None => Ok(()),
    }
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let atlas = atlas(&args.data)?;
    known_code(&atlas, "--actor", args.actor.as_ref())?;
    known_code(&atlas, "--country", args.country.as_ref())?;
    let query = Query {
        from: args.from,
        to: args.to,
        category: args.category,
        actor: args.actor.clone(),
        country: args.country.clone(),
        words: args.search.clone(),
    };
    let events = query.run(&atlas);
    match args.format {
        Format::Csv => print(&csv(&events).context("CSV")?),
        Format::Json => print_json(&json(&events)),
        Format::Geojson => print_json(&geojson(&events)),
    }
}
