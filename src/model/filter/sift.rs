//! What a filter leaves of an atlas: the chosen events as a bit set, and counts of every facet.
//!
//! One pass over the events answers both, because an event that only one facet refuses still counts in
//! that facet: its counts follow the *other* facets. The pass takes about 10 ms for a million events,
//! 40 ms with a drawn area, and what the search takes with words (`benches/filter.rs`); it is made when the filter
//! changes, never once a frame.

use super::columns::{Columns, Ragged};
use super::{Area, Facet, FacetValue, Filter};
use crate::geo::{MapBox, MapPt, inside};
use crate::model::search::Kind;
use crate::model::{Atlas, Category, Confidence, Event};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A set of positions in [`Atlas::events`], quick to ask and cheap to clone and compare.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chosen {
    /// A bit an event; bits past the last event are 0.
    bits: Arc<[u64]>,
    count: usize,
    of: usize,
}

/// A value of a facet, and how many events it would leave.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Counted {
    /// The value.
    pub value: FacetValue,
    /// Events with that value that all *other* facets let through.
    pub count: usize,
}

/// Counts of every value that occurs at all; categories and confidence in their own order, codes with
/// the most events first.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Facets {
    categories: Vec<Counted>,
    countries: Vec<Counted>,
    actors: Vec<Counted>,
    confidence: Vec<Counted>,
}

/// What a filter leaves.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sifted {
    /// The events it lets through.
    pub chosen: Chosen,
    /// What every value would leave.
    pub facets: Facets,
}

impl Chosen {
    /// Every event of an atlas.
    pub fn all(atlas: &Atlas) -> Chosen {
        Chosen::at(atlas.events.len(), 0..atlas.events.len())
    }

    /// Those at these positions, of so many events; positions beyond are none.
    pub fn at(of: usize, positions: impl IntoIterator<Item = usize>) -> Chosen {
        let mut bits = vec![0_u64; of.div_ceil(64)];
        for at in positions.into_iter().filter(|at| *at < of) {
            bits[at / 64] |= 1 << (at % 64);
        }
        Chosen::of_bits(bits, of)
    }

    fn of_bits(bits: Vec<u64>, of: usize) -> Chosen {
        Chosen {
            count: bits.iter().map(|word| word.count_ones() as usize).sum(),
            bits: bits.into(),
            of,
        }
    }

    /// Is the event at that position in it?
    pub fn has(&self, at: usize) -> bool {
        let word = self.bits.get(at / 64);
        word.is_some_and(|word| word >> (at % 64) & 1 == 1)
    }

    /// How many are in it.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Out of how many.
    pub fn of(&self) -> usize {
        self.of
    }

    /// Those that are in both, of the shorter record.
    pub fn and(&self, other: &Chosen) -> Chosen {
        let both = self.bits.iter().zip(other.bits.iter());
        let bits = both.map(|(a, b)| a & b).collect();
        Chosen::of_bits(bits, self.of.min(other.of))
    }
}

impl Facets {
    /// The counts of a facet.
    pub fn of(&self, facet: Facet) -> &[Counted] {
        match facet {
            Facet::Category => &self.categories,
            Facet::Country => &self.countries,
            Facet::Actor => &self.actors,
            Facet::Confidence => &self.confidence,
        }
    }
}

/// Works out what a filter leaves.
pub fn sift(atlas: &Atlas, filter: &Filter) -> Sifted {
    let columns = atlas.columns();
    let asked = Asked::new(atlas, filter);
    let mut tally = Tally::new(columns.codes.len());
    let mut bits = vec![0_u64; atlas.events.len().div_ceil(64)];
    for (at, event) in atlas.events.iter().enumerate() {
        let refusals = asked.refusals(columns, at, event);
        bits[at / 64] |= u64::from(refusals == 0) << (at % 64);
        tally.add(columns, at, refusals);
    }
    Sifted {
        chosen: Chosen::of_bits(bits, atlas.events.len()),
        facets: tally.facets(columns),
    }
}

/// Bits of the facets that refuse an event.
const CATEGORY: u8 = 1;
const CONFIDENCE: u8 = 2;
const ACTOR: u8 = 4;
const COUNTRY: u8 = 8;
/// Area and words have no counts of their own.
const OTHER: u8 = 16;

/// A filter in the numbers of the columns; a facet without a wish is none.
struct Asked {
    categories: Option<[bool; Category::ALL.len()]>,
    confidence: Option<[bool; Confidence::ALL.len()]>,
    actors: Option<Vec<bool>>,
    countries: Option<Vec<bool>>,
    area: Option<Ground>,
    words: Option<Chosen>,
}

impl Asked {
    fn new(atlas: &Atlas, filter: &Filter) -> Asked {
        let codes = &atlas.columns().codes;
        let numbers = |wanted: &BTreeSet<String>| {
            let known = || codes.iter().map(|code| wanted.contains(code)).collect();
            (!wanted.is_empty()).then(known)
        };
        let found = |words: &str| {
            let found = atlas.search().all(Kind::Event, words);
            Chosen::at(atlas.events.len(), found)
        };
        Asked {
            categories: (!filter.categories.is_empty()).then(|| {
                let mut wanted = [false; Category::ALL.len()];
                filter
                    .categories
                    .iter()
                    .for_each(|c| wanted[*c as usize] = true);
                wanted
            }),
            confidence: (!filter.confidence.is_empty()).then(|| {
                let mut wanted = [false; Confidence::ALL.len()];
                filter
                    .confidence
                    .iter()
                    .for_each(|c| wanted[*c as usize] = true);
                wanted
            }),
            actors: numbers(&filter.actors),
            countries: numbers(&filter.countries),
            area: filter.area.as_ref().map(Ground::new),
            words: filter.wanted_words().map(found),
        }
    }

    /// Which facets refuse an event; what lies where is asked only of events that can still count.
    fn refusals(&self, columns: &Columns, at: usize, event: &Event) -> u8 {
        let named = |wanted: &Option<Vec<bool>>, column: &Ragged| {
            wanted.as_ref().is_none_or(|wanted| {
                let mut numbers = column.of(at).iter();
                numbers.any(|&number| wanted[number as usize])
            })
        };
        let category = columns.categories[at] as usize;
        let confidence = columns.confidence[at] as usize;
        let bit = |lets_through: bool, bit: u8| if lets_through { 0 } else { bit };
        let refusals = bit(self.categories.is_none_or(|c| c[category]), CATEGORY)
            | bit(self.confidence.is_none_or(|c| c[confidence]), CONFIDENCE)
            | bit(named(&self.actors, &columns.actors), ACTOR)
            | bit(named(&self.countries, &columns.countries), COUNTRY);
        if refusals.count_ones() > 1 {
            return refusals;
        }
        let told = self.words.as_ref().is_none_or(|found| found.has(at));
        let lies = || self.area.as_ref().is_none_or(|area| area.holds(event));
        refusals | bit(told && lies(), OTHER)
    }
}

/// An area in map space, with the box around it.
struct Ground {
    bounds: MapBox,
    ring: Vec<MapPt>,
}

impl Ground {
    fn new(area: &Area) -> Ground {
        let ring = area.ring();
        Ground {
            bounds: MapBox::around(&ring),
            ring,
        }
    }

    fn holds(&self, event: &Event) -> bool {
        event.places.iter().any(|place| {
            let at = place.position().to_map();
            self.bounds.contains(at) && inside([&self.ring[..]], at)
        })
    }
}

/// Events of every value, by the numbers of the columns.
struct Tally {
    categories: [usize; Category::ALL.len()],
    confidence: [usize; Confidence::ALL.len()],
    actors: Vec<usize>,
    countries: Vec<usize>,
}

impl Tally {
    fn new(codes: usize) -> Tally {
        Tally {
            categories: [0; Category::ALL.len()],
            confidence: [0; Confidence::ALL.len()],
            actors: vec![0; codes],
            countries: vec![0; codes],
        }
    }

    /// Counts an event in every facet that alone refuses it, or in all when none does.
    fn add(&mut self, columns: &Columns, at: usize, refusals: u8) {
        let counts_in = |facet: u8| refusals & !facet == 0;
        if counts_in(CATEGORY) {
            self.categories[columns.categories[at] as usize] += 1;
        }
        if counts_in(CONFIDENCE) {
            self.confidence[columns.confidence[at] as usize] += 1;
        }
        if counts_in(ACTOR) {
            for &number in columns.actors.of(at) {
                self.actors[number as usize] += 1;
            }
        }
        if counts_in(COUNTRY) {
            for &number in columns.countries.of(at) {
                self.countries[number as usize] += 1;
            }
        }
    }

    fn facets(self, columns: &Columns) -> Facets {
        let occurs = |category: &Category| columns.categories.contains(category);
        let categories = Category::ALL.iter().filter(|c| occurs(c));
        let occurs = |confidence: &Confidence| columns.confidence.contains(confidence);
        let confidence = Confidence::ALL.iter().filter(|c| occurs(c));
        Facets {
            categories: categories
                .map(|&category| Counted {
                    count: self.categories[category as usize],
                    value: FacetValue::Category(category),
                })
                .collect(),
            confidence: confidence
                .map(|&confidence| Counted {
                    count: self.confidence[confidence as usize],
                    value: FacetValue::Confidence(confidence),
                })
                .collect(),
            actors: by_code(columns, &columns.actors, &self.actors, FacetValue::Actor),
            countries: by_code(
                columns,
                &columns.countries,
                &self.countries,
                FacetValue::Country,
            ),
        }
    }
}

/// The codes of a column, those with the most events of the whole record first, so that lines keep their
/// places whatever is chosen.
fn by_code(
    columns: &Columns,
    column: &Ragged,
    counts: &[usize],
    value: impl Fn(String) -> FacetValue,
) -> Vec<Counted> {
    let totals = column.totals(columns.codes.len());
    let mut numbers: Vec<usize> = (0..totals.len()).filter(|&n| totals[n] > 0).collect();
    numbers.sort_by_key(|&number| (Reverse(totals[number]), number));
    let counted = |number: usize| Counted {
        value: value(columns.codes[number].clone()),
        count: counts[number],
    };
    numbers.into_iter().map(counted).collect()
}
