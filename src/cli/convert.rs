//! `sahelscope convert`: one's own data from one format to another, with an import report.
//!
//! What a file leaves open is asked nowhere here: a mapping answers it. Rows that are refused stop the
//! conversion unless a file is named to save them in.

use super::Failure;
use crate::data::own::{self, Gazetteer, Input, Mapping, Options, Question, Read, Written};
use crate::export::target::Target;
use crate::lang::Lang;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// CSV, TSV, GeoJSON or newline-delimited GeoJSON
    #[arg(value_name = "IN")]
    input: PathBuf,
    /// File to write; its ending says the format: .csv, .tsv, .geojson, .json, .ndjson, .geojsonl, .jsonl
    #[arg(value_name = "OUT")]
    output: PathBuf,
    /// Which column is what, and answers to what the file leaves open, as --save-mapping writes them
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// Write the mapping that was used, recognised columns too
    #[arg(long, value_name = "FILE")]
    save_mapping: Option<PathBuf>,
    /// Write refused rows with their reasons, to be mended and read again; without it one refused row stops
    /// the conversion
    #[arg(long, value_name = "FILE")]
    refused: Option<PathBuf>,
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let form = form_of(&args.output)?;
    let mapping = match &args.mapping {
        Some(path) => read_mapping(path)?,
        None => Mapping::default(),
    };
    let gazetteer = Gazetteer::shipped();
    let options = Options {
        mapping,
        gazetteer: Some(&gazetteer),
        ..Options::default()
    };
    let name = args.input.display().to_string();
    let read = own::read(Input::File(&args.input), &name, &options);
    for complaint in read.report.complaints(&name, Lang::En) {
        eprintln!("{complaint}");
    }
    if let Some(path) = &args.save_mapping {
        written(path, |out| out.write_all(read.mapping.to_json().as_bytes()))?;
    }
    if let Some(path) = &args.refused
        && !read.report.kept.is_empty()
    {
        written(path, |out| own::refused_rows(&read, out))?;
    }
    eprintln!("{}", summary(&name, &read));
    let Some(layer) = &read.layer else {
        return Err(Failure::Input(why_not(&read)));
    };
    if read.report.refused > 0 && args.refused.is_none() {
        let line =
            "nothing written: give --refused FILE to save the refused rows and write the rest";
        return Err(Failure::Input(line.to_owned()));
    }
    written(&args.output, |out| own::write(layer, form, out))
}

/// Writes a file whole or not at all.
fn written(
    path: &Path,
    write: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>,
) -> Result<(), Failure> {
    let filled = Target::open(path).and_then(|target| target.fill_with(write));
    filled.map_err(|error| Failure::Other(error.into()))
}

fn form_of(path: &Path) -> Result<Written, Failure> {
    let ending = path
        .extension()
        .map(|e| e.to_string_lossy().to_ascii_lowercase());
    match ending.as_deref() {
        Some("csv") => Ok(Written::Csv),
        Some("tsv") => Ok(Written::Tsv),
        Some("geojson" | "json") => Ok(Written::GeoJson),
        Some("ndjson" | "geojsonl" | "jsonl") => Ok(Written::Lines),
        Some(_) | None => Err(Failure::Usage(format!(
            "{}: expected a name that ends in .csv, .tsv, .geojson, .json, .ndjson, .geojsonl or .jsonl",
            path.display()
        ))),
    }
}

fn read_mapping(path: &Path) -> Result<Mapping, Failure> {
    let name = path.display();
    let text = fs::read_to_string(path)
        .map_err(|error| Failure::Input(format!("error: cannot read {name}: {error}")))?;
    Mapping::from_json(&text).map_err(|why| Failure::Input(format!("error: {name}: {why}")))
}

fn summary(name: &str, read: &Read) -> String {
    let report = &read.report;
    format!(
        "{name}: {} accepted, {} repaired, {} refused, {} warnings",
        report.accepted, report.repaired, report.refused, report.warnings
    )
}

fn why_not(read: &Read) -> String {
    match read.questions.iter().find(|q| q.must_be_answered()) {
        Some(question) => format!(
            "nothing written: {} Answer in a mapping (--mapping FILE; --save-mapping FILE writes one to begin with)",
            Question::sentence(question, Lang::En)
        ),
        None => "nothing written: nothing could be read".to_owned(),
    }
}
