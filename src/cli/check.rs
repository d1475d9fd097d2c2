//! `sahelscope check`: every complaint about files, one line each.

use super::arguments::Format;
use super::{Failure, print, print_json};
use crate::data::{Judged, check_file};
use serde_json::json;
use std::path::PathBuf;

#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Files of data/README.md's format, or files of one's own: CSV, TSV, GeoJSON
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Text or JSON
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let mut refused = 0;
    let mut reports = Vec::new();
    for file in &args.files {
        let judged = check_file(file);
        refused += judged.refused;
        let name = file.display().to_string();
        match args.format {
            Format::Text => print(&report(&name, &judged))?,
            Format::Json => reports.push(json!({
                "file": name,
                "accepted": judged.accepted,
                "refused": judged.refused, "repaired": judged.repaired, "warnings": judged.warnings,
                "complaints": judged.complaints,
            })),
        }
    }
    if args.format == Format::Json {
        print_json(&reports)?;
    }
    if refused > 0 {
        return Err(Failure::Input(format!("{refused} refused")));
    }
    Ok(())
}

fn report(file: &str, judged: &Judged) -> String {
    let mut out = String::new();
    for complaint in &judged.complaints {
        out.push_str(&complaint.to_string());
        out.push('\n');
    }
    let verdict = if judged.complaints.is_empty() {
        "good"
    } else {
        "done"
    };
    let Judged {
        refused,
        repaired,
        warnings,
        ..
    } = judged;
    let accepted = judged
        .accepted
        .map_or(String::new(), |n| format!("{n} accepted, "));
    let said = refused + repaired + warnings;
    let listed = judged.complaints.len() as u64;
    let more = match said > listed {
        true => format!(" ({listed} of {said} listed)"),
        false => String::new(),
    };
    out.push_str(&format!(
        "{file}: {verdict}: {accepted}{refused} refused, {repaired} repaired, {warnings} warnings{more}\n"
    ));
    out
}
