//! What a file leaves open: asked, not guessed, and answered in a mapping.
//!
//! It shows nothing: a window tells the sentence, the examples and the answers; the command line says
//! which word of a mapping answers.

use super::mapping::{CoordinateOrder, DateOrder, Mapping};
use super::note::{Fault, Wanted, quoted};
use crate::lang::{Lang, Words, own_words as w, typeset};

/// A question about a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Question {
    /// Which of day and month comes first. Without an answer nothing is read.
    DateOrder {
        /// The column.
        column: String,
        /// Some of its cells.
        examples: Vec<String>,
        /// Cells that may be either.
        either: u64,
        /// Cells whose day comes first for sure, and whose month does.
        proven: [u64; 2],
    },
    /// Whether longitude and latitude are swapped.
    Swapped {
        /// Without an answer most rows are refused.
        certain: bool,
    },
    /// Which column holds the dates, among these.
    WhichDate {
        /// The columns.
        columns: Vec<String>,
    },
    /// Which columns say where, among these.
    WhichPlace {
        /// The columns.
        columns: Vec<String>,
    },
}

/// An answer that can be offered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer {
    /// Of [`Question::DateOrder`].
    Order(DateOrder),
    /// Of [`Question::Swapped`].
    Coordinates(CoordinateOrder),
}

impl Answer {
    /// The answer in words.
    pub fn words(self) -> Words {
        match self {
            Answer::Order(DateOrder::DayMonth) => w::DAY_FIRST,
            Answer::Order(DateOrder::MonthDay) => w::MONTH_FIRST,
            Answer::Coordinates(CoordinateOrder::Swapped) => w::SWAP,
            Answer::Coordinates(CoordinateOrder::AsNamed) => w::AS_NAMED,
        }
    }

    /// Writes the answer into a mapping.
    pub fn into_mapping(self, mapping: &mut Mapping) {
        match self {
            Answer::Order(order) => mapping.date_order = Some(order),
            Answer::Coordinates(order) => mapping.coordinates = Some(order),
        }
    }
}

impl Question {
    /// Can the file be read only when this is answered?
    pub fn must_be_answered(&self) -> bool {
        match self {
            Question::DateOrder { .. } => true,
            Question::Swapped { .. } | Question::WhichDate { .. } | Question::WhichPlace { .. } => {
                false
            }
        }
    }

    /// The question in words.
    pub fn sentence(&self, lang: Lang) -> String {
        let words = match self {
            Question::DateOrder { .. } => w::ASK_ORDER,
            Question::Swapped { .. } => w::ASK_SWAPPED,
            Question::WhichDate { .. } => w::ASK_DATE,
            Question::WhichPlace { .. } => w::ASK_PLACE,
        };
        typeset(words.get(lang), lang)
    }

    /// The answers to offer; none when columns are to be chosen.
    pub fn answers(&self) -> &'static [Answer] {
        match self {
            Question::DateOrder { .. } => &[
                Answer::Order(DateOrder::DayMonth),
                Answer::Order(DateOrder::MonthDay),
            ],
            Question::Swapped { .. } => &[
                Answer::Coordinates(CoordinateOrder::Swapped),
                Answer::Coordinates(CoordinateOrder::AsNamed),
            ],
            Question::WhichDate { .. } | Question::WhichPlace { .. } => &[],
        }
    }

    /// The question as a complaint for those who cannot be asked.
    pub(super) fn fault(&self) -> Fault {
        match self {
            Question::DateOrder {
                column,
                examples,
                either,
                proven,
            } => {
                let shown: Vec<String> = examples.iter().take(3).map(|e| quoted(e)).collect();
                let [day, month] = proven;
                let found = format!(
                    "{} and others: {either} may be either, {day} begin with the day, {month} with the month",
                    shown.join(", ")
                );
                Fault::new(column, Wanted::KnownOrder, found)
            }
            Question::Swapped { certain } => {
                let found = match certain {
                    true => "coordinates that are on the earth only when swapped",
                    false => "coordinates that lie about the Sahel only when swapped",
                };
                Fault::new("coordinates", Wanted::NotSwapped, found)
            }
            Question::WhichDate { columns } => {
                Fault::new("columns", Wanted::DateColumn, listed(columns))
            }
            Question::WhichPlace { columns } => {
                Fault::new("columns", Wanted::PlaceColumn, listed(columns))
            }
        }
    }
}

fn listed(columns: &[String]) -> String {
    match columns {
        [] => "none".to_owned(),
        columns => {
            let shown: Vec<String> = columns.iter().take(8).map(|c| quoted(c)).collect();
            let more = if columns.len() > 8 { ", …" } else { "" };
            format!("{}{more}", shown.join(", "))
        }
    }
}
