//! The facets of all events as columns of small numbers, so that a filter over a million events takes
//! milliseconds: codes are compared as numbers, and nothing is looked up by its text.
//!
//! Made once an atlas, when a filter is first asked about (under a second for a million events).

use crate::model::{Atlas, Category, Confidence};
use std::collections::BTreeMap;

/// The columns of an atlas. Invariant: every column has one entry an event, in the order of the events.
#[derive(Debug, Default)]
pub struct Columns {
    /// Every code of an actor, target or country, ascending; its place is its number.
    pub(super) codes: Vec<String>,
    pub(super) categories: Vec<Category>,
    pub(super) confidence: Vec<Confidence>,
    /// Numbers of actors and targets, each once an event.
    pub(super) actors: Ragged,
    /// Numbers of countries, each once an event.
    pub(super) countries: Ragged,
}

/// Several numbers an event, one after the other.
#[derive(Debug, Default)]
pub(super) struct Ragged {
    /// Where the numbers of each event end.
    ends: Vec<usize>,
    numbers: Vec<u32>,
}

impl Ragged {
    fn push(&mut self, numbers: impl Iterator<Item = u32>) {
        let from = self.numbers.len();
        for number in numbers {
            if !self.numbers[from..].contains(&number) {
                self.numbers.push(number);
            }
        }
        self.ends.push(self.numbers.len());
    }

    /// The numbers of an event.
    pub(super) fn of(&self, event: usize) -> &[u32] {
        let from = event.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.numbers[from..self.ends[event]]
    }

    /// How often each of `codes` numbers occurs.
    pub(super) fn totals(&self, codes: usize) -> Vec<usize> {
        let mut totals = vec![0; codes];
        for &number in &self.numbers {
            totals[number as usize] += 1;
        }
        totals
    }
}

impl Columns {
    /// Reads every event of an atlas.
    pub fn new(atlas: &Atlas) -> Columns {
        let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
        for event in &atlas.events {
            let parties = event.actors.iter().chain(&event.targets);
            for code in parties.chain(&event.countries) {
                if !numbers.contains_key(code.as_str()) {
                    numbers.insert(code, 0);
                }
            }
        }
        for (number, place) in (0..).zip(numbers.values_mut()) {
            *place = number;
        }
        let mut columns = Columns {
            codes: numbers.keys().map(|code| (*code).to_owned()).collect(),
            categories: atlas.events.iter().map(|e| e.category).collect(),
            confidence: atlas.events.iter().map(|e| e.confidence).collect(),
            ..Columns::default()
        };
        let number = |code: &String| numbers.get(code.as_str()).copied();
        for event in &atlas.events {
            let parties = event.actors.iter().chain(&event.targets);
            columns.actors.push(parties.filter_map(number));
            let countries = event.countries.iter();
            columns.countries.push(countries.filter_map(number));
        }
        columns
    }
}
