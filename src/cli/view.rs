//! `--view LINK`: a view link on the command line, and what is said about one that is not understood.
//!
//! What could be read is used and the rest is told, a line each; only a text that gives nothing is wrong usage.

use super::Failure;
use crate::calendar::Date;
use crate::lang::Lang;
use crate::model::Atlas;
use crate::state::link::{self, Reading};
use crate::state::{KeptView, State};
use std::ffi::OsStr;

/// Reads a link onto a view and tells what could not be understood on standard error.
pub(super) fn read(text: &OsStr, onto: &KeptView, atlas: &Atlas) -> Result<Reading, Failure> {
    let mut reading = understood(text, onto)?;
    reading.check_selection(atlas);
    reading.check_filter(atlas);
    for fault in &reading.faults {
        eprintln!("view: {}", fault.sentence(Lang::En));
    }
    Ok(reading)
}

/// Refuses a link that gives nothing, before a window is opened for it; the window tells the rest.
pub(super) fn is_readable(text: Option<&OsStr>) -> Result<(), Failure> {
    let first = KeptView::of(&State::new(Date::ZERO, Date::ZERO));
    text.map_or(Ok(()), |text| understood(text, &first).map(|_| ()))
}

fn understood(text: &OsStr, onto: &KeptView) -> Result<Reading, Failure> {
    let reading = link::read(&text.to_string_lossy(), onto);
    match reading.faults.first() {
        Some(fault) if reading.said.is_empty() => {
            let why = fault.sentence(Lang::En);
            Err(Failure::Usage(format!("invalid value for '--view': {why}")))
        }
        Some(_) | None => Ok(reading),
    }
}
