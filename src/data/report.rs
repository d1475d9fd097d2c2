//! What was wrong with a file, and where.
//!
//! One line a complaint, in the form that scripts rely on (see the README's manual).

use serde::Serialize;
use std::fmt;

/// What a complaint means for the record.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The record cannot be used.
    Refused,
    /// The record was put right.
    Repaired,
    /// The record is used; something is doubtful.
    Warning,
}

impl Severity {
    /// The word in a report.
    pub const fn word(self) -> &'static str {
        match self {
            Severity::Refused => "refused",
            Severity::Repaired => "repaired",
            Severity::Warning => "warning",
        }
    }
}

/// One thing that is wrong with a file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Complaint {
    /// The file, as it was named.
    pub file: String,
    /// Line, from 1, where the format has lines.
    pub line: Option<u32>,
    /// Column in characters, from 1.
    pub column: Option<u32>,
    /// What it means.
    pub severity: Severity,
    /// The record and the field, such as `gao-airport-base.periods[1].from`.
    pub path: String,
    /// What should stand there.
    pub expected: String,
    /// What stands there.
    pub found: String,
}

impl Complaint {
    /// A refusal of a whole file.
    pub fn of_file(file: &str, expected: &str, found: impl Into<String>) -> Complaint {
        Complaint {
            file: file.to_owned(),
            line: None,
            column: None,
            severity: Severity::Refused,
            path: "file".to_owned(),
            expected: expected.to_owned(),
            found: found.into(),
        }
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let (Some(line), Some(column)) = (self.line, self.column) {
            write!(f, ":{line}:{column}")?;
        }
        let word = self.severity.word();
        let path = &self.path;
        write!(
            f,
            ": {word}: {path}: expected {}, found {}",
            self.expected, self.found
        )
    }
}

/// Why there is no atlas: everything that was wrong.
#[derive(Debug, thiserror::Error)]
pub struct LoadError {
    /// Every complaint, in the order of files and lines.
    pub complaints: Vec<Complaint>,
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, complaint) in self.complaints.iter().enumerate() {
            if i > 0 {
                writeln!(f)?;
            }
            write!(f, "{complaint}")?;
        }
        Ok(())
    }
}
