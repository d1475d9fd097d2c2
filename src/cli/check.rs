//! `sahelscope check`: every complaint about files, one line each.

use super::arguments::Format;
use super::{Failure, print, print_json};
use crate::data::{Complaint, Severity, check_file};
use serde_json::json;
use std::path::PathBuf;

#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Files of data/README.md's format, or any GeoJSON
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
        let complaints = check_file(file);
        let count =
            |severity: Severity| complaints.iter().filter(|c| c.severity == severity).count();
        let counts = [Severity::Refused, Severity::Repaired, Severity::Warning].map(count);
        refused += counts[0];
        match args.format {
            Format::Text => print(&report(&file.display().to_string(), &complaints, counts))?,
            Format::Json => reports.push(json!({
                "file": file.display().to_string(),
                "refused": counts[0], "repaired": counts[1], "warnings": counts[2],
                "complaints": complaints,
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

fn report(
    file: &str,
    complaints: &[Complaint],
    [refused, repaired, warnings]: [usize; 3],
) -> String {
    let mut out = String::new();
    for complaint in complaints {
        out.push_str(&complaint.to_string());
        out.push('\n');
    }
    let verdict = if complaints.is_empty() {
        "good"
    } else {
        "done"
    };
    out.push_str(&format!(
        "{file}: {verdict}: {refused} refused, {repaired} repaired, {warnings} warnings\n"
    ));
    out
}
