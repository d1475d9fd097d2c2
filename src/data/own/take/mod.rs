//! A record becomes a feature or is refused: its cells read by the plan, its properties kept.
//!
//! Every reader hands its records over here, so that a date is read the same way from every kind of file.

mod place;
mod when;

use super::note::{Fault, Wanted, quoted};
use super::plan::Plan;
use super::report::Report;
use crate::model::layer::{Kind, Part, Shape};

/// Where the text of a cell stands.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CellSpan {
    /// First byte.
    pub from: u32,
    /// Byte after the last.
    pub to: u32,
    /// In the spill rather than in the record.
    pub spilled: bool,
    /// Where it begins in the record, in bytes, for complaints.
    pub at: u32,
}

/// What a format that has geometries says of a record's.
#[derive(Debug, Default)]
pub(super) enum Given {
    /// The format has no geometries: columns say where.
    #[default]
    Columns,
    /// None.
    Nowhere,
    /// A point.
    Point([f64; 2]),
    /// Anything else.
    Shape(Shape),
}

/// One row or feature of a file.
#[derive(Debug)]
pub(super) struct Record<'a> {
    /// The line it begins on.
    pub line: u32,
    /// The column it begins at, from 1.
    pub column: u32,
    /// Its text in the file.
    pub text: &'a str,
    /// Texts of cells that do not stand in the file as such.
    pub spill: &'a str,
    /// Its cells, by the columns of the plan and of those added later.
    pub cells: &'a [CellSpan],
    /// What the cells were; empty for tables.
    pub kinds: &'a [Kind],
    /// Its geometry.
    pub given: Given,
    /// Where that begins in the text, in bytes.
    pub given_at: u32,
}

impl<'a> Record<'a> {
    pub fn cell(&self, at: usize) -> &'a str {
        let Some(span) = self.cells.get(at) else {
            return "";
        };
        let text = if span.spilled { self.spill } else { self.text };
        text.get(span.from as usize..span.to as usize).unwrap_or("")
    }

    /// Line and column of a cell, or of the record.
    fn position(&self, cell: Option<usize>) -> (u32, u32) {
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let of_cell = cell.and_then(|at| self.cells.get(at)).map(|span| span.at);
        let offset = of_cell.unwrap_or(self.given_at) as usize;
        let Some(before) = self.text.get(..offset) else {
            return (self.line, self.column);
        };
        match before.rsplit_once('\n') {
            None => (self.line, self.column + small(before.chars().count())),
            Some((above, last)) => {
                let lines = 1 + above.matches('\n').count();
                (self.line + small(lines), 1 + small(last.chars().count()))
            }
        }
    }
}

/// What the cells of a file say about the order of day and month.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Evidence {
    /// Dates whose day comes first for sure.
    pub day_month: u64,
    /// Dates whose month comes first for sure.
    pub month_day: u64,
    /// Dates that may be either.
    pub either: u64,
    /// Some of those, and their column.
    pub examples: Vec<String>,
    pub column: Option<usize>,
}

/// So many examples of ambiguous dates are kept.
const EXAMPLES: usize = 5;

impl Evidence {
    pub fn add(&mut self, other: Evidence) {
        self.day_month += other.day_month;
        self.month_day += other.month_day;
        self.either += other.either;
        let room = EXAMPLES.saturating_sub(self.examples.len());
        self.examples.extend(other.examples.into_iter().take(room));
        self.column = self.column.or(other.column);
    }
}

/// Takes records, one after another.
pub(super) struct Taker<'p> {
    plan: &'p Plan<'p>,
    pub part: Part,
    pub report: Report,
    pub evidence: Evidence,
    /// The column of the part for each column of the plan and of those added later.
    columns: Vec<Option<usize>>,
}

/// A fault and the cell it is in.
type Stop = (Option<usize>, Fault);

impl<'p> Taker<'p> {
    pub fn new(plan: &'p Plan<'p>) -> Taker<'p> {
        let kept = plan.kept.iter().flatten().map(String::as_str);
        let mut next = 0..;
        let number = |kept: &Option<String>| kept.as_ref().and_then(|_| next.next());
        Taker {
            part: Part::with_columns(kept),
            columns: plan.kept.iter().map(number).collect(),
            report: Report::default(),
            evidence: Evidence::default(),
            plan,
        }
    }

    /// A column that the plan did not know, kept as it is. Its position for cells of records.
    pub fn add_column(&mut self, name: &str) -> usize {
        let column = self.part.add_column(name, self.part.len());
        self.columns.push(Some(column));
        self.columns.len() - 1
    }

    pub fn plan(&self) -> &'p Plan<'p> {
        self.plan
    }

    /// Makes a feature of a record, or refuses it.
    pub fn take(&mut self, mut record: Record<'_>) {
        let given = std::mem::take(&mut record.given);
        let found = self
            .when(&record)
            .and_then(|when| Ok((when, self.place(&record, given)?)));
        match found {
            Ok((when, (place, shape))) => {
                self.part.push(when, place, shape.as_ref(), record.line);
                for (at, column) in self.columns.iter().enumerate() {
                    if let Some(column) = column {
                        let kind = record.kinds.get(at).copied().unwrap_or(Kind::ByLook);
                        self.part.cell(*column, record.cell(at), kind);
                    }
                }
                self.report.accepted += 1;
            }
            Err((cell, fault)) => {
                let (line, column) = record.position(cell);
                self.report.refuse(line, column, fault, record.text);
            }
        }
    }

    fn name(&self, at: usize) -> &'p str {
        self.plan.names.get(at).map_or("", String::as_str)
    }

    /// Says something once for a column, at the first place.
    fn once(&mut self, record: &Record<'_>, at: usize, wanted: Wanted) {
        let (name, text) = (self.name(at), record.cell(at));
        let place = || record.position(Some(at));
        self.report.say_once(wanted, name, place, &quoted(text));
    }
}
