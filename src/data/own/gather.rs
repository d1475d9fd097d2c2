//! What all readers share: options, the joining of what was read in pieces, the questions that remain.

use super::gazetteer::Gazetteer;
use super::input::Opened;
use super::mapping::{DateOrder, Mapping, Role};
use super::note::{Fault, Wanted};
use super::plan::{Order, PlacePlan, Plan, TimePlan};
use super::question::Question;
use super::recognise::{Sample, Swap, swapped};
use super::report::Report;
use super::take::{Evidence, Taker};
use crate::data::report::Severity;
use crate::model::layer::{Layer, Part};

/// What to do after a piece has been read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Going {
    /// Read on.
    On,
    /// Stop: nobody waits for the layer any more.
    Stop,
}

/// How a file is to be read.
#[derive(Clone, Default)]
pub struct Options<'a> {
    /// Answers and choices of columns.
    pub mapping: Mapping,
    /// Where names of places are looked for.
    pub gazetteer: Option<&'a Gazetteer>,
    /// Told now and then how many bytes have been read; says whether to go on.
    pub progress: Option<&'a dyn Fn(u64) -> Going>,
}

/// What came of reading a file.
#[derive(Debug, Default)]
pub struct Read {
    /// The layer; `None` when the file was refused, reading was stopped, or a question must be answered.
    pub layer: Option<Layer>,
    /// The mapping that was used, recognised parts too: saved, it reads the next file alike.
    pub mapping: Mapping,
    /// What became of the records.
    pub report: Report,
    /// What the file leaves open.
    pub questions: Vec<Question>,
    /// The columns and first rows, for a preview.
    pub sample: Sample,
}

impl Read {
    /// A file that cannot be used.
    pub(super) fn refused(fault: Fault) -> Read {
        let mut read = Read::default();
        read.report.say(Severity::Refused, 0, 0, fault);
        read
    }
}

/// What one worker made of a piece.
pub(super) struct Piece {
    pub part: Part,
    pub report: Report,
    pub evidence: Evidence,
}

impl<'p> From<Taker<'p>> for Piece {
    fn from(taker: Taker<'p>) -> Piece {
        let mut part = taker.part;
        part.level();
        Piece {
            part,
            report: taker.report,
            evidence: taker.evidence,
        }
    }
}

impl Options<'_> {
    /// Tells how far reading is.
    pub(super) fn goes_on(&self, input: &Opened<'_>) -> bool {
        let told = self.progress.map(|tell| tell(input.so_far()));
        told.is_none_or(|going| going == Going::On)
    }
}

/// What must be done with the pieces of a file.
pub(super) enum Outcome {
    /// They are the file.
    Done(Box<Read>),
    /// The file shows that the other order of day and month holds: read it again so.
    Again(DateOrder),
}

/// Reads a file, and once more when it shows that days and months stand the other way round.
pub(super) fn settled(attempt: impl Fn(Option<DateOrder>) -> Result<Outcome, Fault>) -> Read {
    let outcome = match attempt(None) {
        Ok(Outcome::Again(order)) => attempt(Some(order)),
        other => other,
    };
    match outcome {
        Ok(Outcome::Done(read)) => *read,
        // An order that is given cannot be disproved again.
        Ok(Outcome::Again(_)) => Read::default(),
        Err(fault) => Read::refused(fault),
    }
}

/// Joins the pieces of a file.
pub(super) fn finish(
    name: &str,
    sample: Sample,
    mapping: Mapping,
    plan: &Plan<'_>,
    pieces: Vec<Piece>,
    first: Report,
) -> Outcome {
    let mut evidence = Evidence::default();
    let mut parts = Vec::with_capacity(pieces.len());
    let mut report = first;
    for piece in pieces {
        evidence.add(piece.evidence);
        report.append(piece.report);
        parts.push(piece.part);
    }
    let mut read = Read {
        mapping,
        ..Read::default()
    };
    let mut questions = Vec::new();
    if let Order::Assumed(assumed) = plan.order {
        match (evidence.either, evidence.day_month, evidence.month_day) {
            (0, _, _) => {}
            (_, 1.., 0) if assumed == DateOrder::DayMonth => {
                read.mapping.date_order = Some(assumed)
            }
            (_, 0, 1..) if assumed == DateOrder::MonthDay => {
                read.mapping.date_order = Some(assumed)
            }
            (_, 1.., 0) => return Outcome::Again(DateOrder::DayMonth),
            (_, 0, 1..) => return Outcome::Again(DateOrder::MonthDay),
            (either, day, month) => questions.push(Question::DateOrder {
                column: evidence
                    .column
                    .and_then(|c| plan.names.get(c))
                    .cloned()
                    .unwrap_or_default(),
                examples: evidence.examples,
                either,
                proven: [day, month],
            }),
        }
    }
    questions.extend(other_questions(&sample, &read.mapping, plan));
    for question in &questions {
        report.say(Severity::Warning, 0, 0, question.fault());
    }
    if report.accepted + report.refused == 0 {
        report.say(
            Severity::Refused,
            0,
            0,
            Fault::new("file", Wanted::Something, "none"),
        );
    }
    if !questions.iter().any(Question::must_be_answered) && report.accepted > 0 {
        let mapping = &read.mapping;
        let role = |role: &str| {
            let role = match role {
                "title" => Role::Title,
                "category" => Role::Category,
                "note" => Role::Note,
                "place" => Role::Place,
                _ => Role::Source,
            };
            mapping.column(role).map(str::to_owned)
        };
        let stem = std::path::Path::new(name).file_stem();
        let stem = stem.map_or(name.to_owned(), |s| s.to_string_lossy().into_owned());
        read.layer = Some(Layer::joined(stem, name.to_owned(), parts, role));
    }
    read.report = report;
    read.questions = questions;
    read.sample = sample;
    Outcome::Done(Box::new(read))
}

fn other_questions(sample: &Sample, mapping: &Mapping, plan: &Plan<'_>) -> Vec<Question> {
    let mut questions = Vec::new();
    match swapped(sample, mapping) {
        Swap::Unlikely => {}
        Swap::Likely => questions.push(Question::Swapped { certain: false }),
        Swap::Certain => questions.push(Question::Swapped { certain: true }),
    }
    let decided = |role: Role| mapping.columns.contains_key(&role);
    let columns = || sample.names.clone();
    if plan.time == TimePlan::Nothing && !decided(Role::Date) {
        questions.push(Question::WhichDate { columns: columns() });
    }
    let named = plan.place_name.is_some() || plan.country.is_some();
    if plan.place == PlacePlan::Nothing
        && plan.wkt.is_none()
        && !sample.has_geometry
        && !(named && plan.gazetteer.is_some())
    {
        questions.push(Question::WhichPlace { columns: columns() });
    }
    questions
}
