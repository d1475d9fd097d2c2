//! The import report: how many records were accepted, repaired and refused, and why.
//!
//! Everything is counted; only so many notes are listed and so many refused records kept, so that a file
//! of a million faults does not fill the memory.

use super::note::{Fault, Note, Wanted};
use crate::data::report::{Complaint, Severity};
use crate::lang::Lang;
use std::collections::BTreeMap;

/// Most notes that are listed.
pub const MOST_LISTED: usize = 1_000;
/// Most bytes of refused records that are kept to be saved.
const MOST_KEPT_BYTES: usize = 64 * 1024 * 1024;

/// A record that was not taken, to be saved, mended and read again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refused {
    /// Its line in the file.
    pub line: u32,
    /// What is wrong with it.
    pub fault: Fault,
    /// The record as it stands in the file, decoded.
    pub record: String,
}

/// How often the same thing was said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Count {
    /// How often.
    pub times: u64,
    /// Where it was said first.
    pub first: Note,
}

/// What became of the records of a file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Report {
    /// Records that became features, repaired ones too.
    pub accepted: u64,
    /// Things put right.
    pub repaired: u64,
    /// Records, or the whole file, that cannot be used.
    pub refused: u64,
    /// Things that are doubtful.
    pub warnings: u64,
    /// The first notes, in the order of the file, at most [`MOST_LISTED`].
    pub listed: Vec<Note>,
    /// What was said how often, by severity, expectation and field.
    pub counts: BTreeMap<(Severity, Wanted, String), Count>,
    /// Refused records, as many as can be kept.
    pub kept: Vec<Refused>,
    /// Refused records that were not kept.
    pub not_kept: u64,
    kept_bytes: usize,
}

impl Report {
    /// Says something about a place of the file.
    pub fn say(&mut self, severity: Severity, line: u32, column: u32, fault: Fault) {
        match severity {
            Severity::Refused => self.refused += 1,
            Severity::Repaired => self.repaired += 1,
            Severity::Warning => self.warnings += 1,
        }
        let note = Note {
            severity,
            line,
            column,
            fault,
        };
        if self.listed.len() < MOST_LISTED {
            self.listed.push(note.clone());
        }
        self.count(note, 1);
    }

    /// Warns of something that is told once a file, at its first place, and counted.
    pub fn say_once(
        &mut self,
        wanted: Wanted,
        field: &str,
        place: impl FnOnce() -> (u32, u32),
        found: &str,
    ) {
        let key = (Severity::Warning, wanted, field.to_owned());
        if let Some(count) = self.counts.get_mut(&key) {
            count.times += 1;
        } else {
            let (line, column) = place();
            self.say(
                Severity::Warning,
                line,
                column,
                Fault::new(field, wanted, found),
            );
        }
    }

    fn count(&mut self, note: Note, times: u64) {
        let key = (note.severity, note.fault.wanted, note.fault.field.clone());
        let count = self.counts.entry(key);
        count
            .and_modify(|count| count.times += times)
            .or_insert(Count { times, first: note });
    }

    /// Refuses a record.
    pub fn refuse(&mut self, line: u32, column: u32, fault: Fault, record: &str) {
        if self.kept_bytes + record.len() <= MOST_KEPT_BYTES {
            self.kept_bytes += record.len();
            self.kept.push(Refused {
                line,
                fault: fault.clone(),
                record: record.to_owned(),
            });
        } else {
            self.not_kept += 1;
        }
        self.say(Severity::Refused, line, column, fault);
    }

    /// Adds what was said about a later part of the file.
    pub fn append(&mut self, other: Report) {
        self.accepted += other.accepted;
        self.repaired += other.repaired;
        self.refused += other.refused;
        self.not_kept += other.not_kept;
        for note in other.listed {
            let once = self.is_told_once(&note);
            if self.listed.len() < MOST_LISTED && !once {
                self.listed.push(note);
            }
        }
        for (key, count) in other.counts {
            if key.0 == Severity::Warning {
                let known = self.counts.contains_key(&key);
                self.warnings += if is_once(key.1) {
                    u64::from(!known)
                } else {
                    count.times
                };
            }
            self.count(count.first, count.times);
        }
        for refused in other.kept {
            if self.kept_bytes + refused.record.len() <= MOST_KEPT_BYTES {
                self.kept_bytes += refused.record.len();
                self.kept.push(refused);
            } else {
                self.not_kept += 1;
            }
        }
    }

    fn is_told_once(&self, note: &Note) -> bool {
        let key = (note.severity, note.fault.wanted, note.fault.field.clone());
        is_once(note.fault.wanted) && self.counts.contains_key(&key)
    }

    /// Is there nothing to say?
    pub fn is_good(&self) -> bool {
        self.counts.is_empty()
    }

    /// The listed notes as lines of a report.
    pub fn complaints(&self, file: &str, lang: Lang) -> Vec<Complaint> {
        self.listed
            .iter()
            .map(|n| n.complaint(file, lang))
            .collect()
    }
}

/// What is true of a whole column or file, and so told once and counted.
fn is_once(wanted: Wanted) -> bool {
    matches!(
        wanted,
        Wanted::CivilDate
            | Wanted::Epoch
            | Wanted::SomeDate
            | Wanted::SomePlace
            | Wanted::NoHeight
            | Wanted::Winding
            | Wanted::NotNullIsland
            | Wanted::CoordinatesNotName
            | Wanted::Encoding
    )
}
