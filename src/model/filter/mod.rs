//! Which events are wanted: a filter of facets, and what it leaves of an atlas.
//!
//! An empty facet lets everything through; within a facet one value is enough, and every facet must be
//! content. It chooses events only: bases, skies, memberships and figures are not its business. What it
//! chooses is worked out once for all events by [`sift`], not asked event by event.

mod area;
mod chip;
mod columns;
mod sift;

pub use area::{Area, MOST_CORNERS};
pub use chip::{Chip, Facet, FacetValue};
pub use columns::Columns;
pub use sift::{Chosen, Counted, Facets, Sifted, sift};

use super::search::Kind;
use super::{Atlas, Category, Confidence, Event};
use std::collections::BTreeSet;

/// Which events are wanted. The usual filter wants all of them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// Of one of these categories.
    pub categories: BTreeSet<Category>,
    /// With one of these codes among actors or targets.
    pub actors: BTreeSet<String>,
    /// Happening in or concerning one of these countries, by their codes.
    pub countries: BTreeSet<String>,
    /// As sure as one of these.
    pub confidence: BTreeSet<Confidence>,
    /// With one of their places inside. An event without a place lies nowhere, and so in no area.
    pub area: Option<Area>,
    /// Found by these words, as [`super::search`] finds; blank is no wish.
    pub words: String,
}

impl Filter {
    /// The filter that lets every event through.
    pub const EVERYTHING: Filter = Filter {
        categories: BTreeSet::new(),
        actors: BTreeSet::new(),
        countries: BTreeSet::new(),
        confidence: BTreeSet::new(),
        area: None,
        words: String::new(),
    };

    /// Does it let every event through?
    pub fn is_everything(&self) -> bool {
        let named = self.actors.is_empty() && self.countries.is_empty();
        let kinds = self.categories.is_empty() && self.confidence.is_empty();
        named && kinds && self.area.is_none() && self.wanted_words().is_none()
    }

    /// The words, unless they are blank.
    pub fn wanted_words(&self) -> Option<&str> {
        Some(self.words.as_str()).filter(|words| !words.trim().is_empty())
    }

    /// Does it let one event of an atlas through? Words cost a whole search each time: for many events
    /// there is [`sift`].
    pub fn admits(&self, atlas: &Atlas, event: &Event) -> bool {
        let known = |code: &String| self.actors.contains(code);
        let acts = || event.actors.iter().chain(&event.targets).any(known);
        let concerns = || event.countries.iter().any(|c| self.countries.contains(c));
        let lies = |area: &Area| {
            let mut places = event.places.iter();
            places.any(|p| area.contains(p.position()))
        };
        let told = |words: &str| {
            let mut found = atlas.search().all(Kind::Event, words).into_iter();
            found.any(|at| atlas.events.get(at).is_some_and(|e| e.id == event.id))
        };
        (self.categories.is_empty() || self.categories.contains(&event.category))
            && (self.actors.is_empty() || acts())
            && (self.countries.is_empty() || concerns())
            && (self.confidence.is_empty() || self.confidence.contains(&event.confidence))
            && self.area.as_ref().is_none_or(lies)
            && self.wanted_words().is_none_or(told)
    }

    /// Is a value of a facet asked for?
    pub fn has(&self, value: &FacetValue) -> bool {
        match value {
            FacetValue::Category(category) => self.categories.contains(category),
            FacetValue::Actor(code) => self.actors.contains(code),
            FacetValue::Country(code) => self.countries.contains(code),
            FacetValue::Confidence(confidence) => self.confidence.contains(confidence),
        }
    }

    /// Asks for a value, or no longer.
    pub fn toggle(&mut self, value: FacetValue) {
        match value {
            FacetValue::Category(category) => flip(&mut self.categories, category),
            FacetValue::Actor(code) => flip(&mut self.actors, code),
            FacetValue::Country(code) => flip(&mut self.countries, code),
            FacetValue::Confidence(confidence) => flip(&mut self.confidence, confidence),
        }
    }

    /// Everything it asks for, one by one, in the order of the facets.
    pub fn chips(&self) -> Vec<Chip> {
        let words = self.wanted_words().map(|_| Chip::Words);
        let area = self.area.as_ref().map(|_| Chip::Area);
        let categories = self.categories.iter().copied().map(FacetValue::Category);
        let countries = self.countries.iter().cloned().map(FacetValue::Country);
        let actors = self.actors.iter().cloned().map(FacetValue::Actor);
        let confidence = self.confidence.iter().copied().map(FacetValue::Confidence);
        let values = categories.chain(countries).chain(actors).chain(confidence);
        let values = values.map(Chip::Value);
        words.into_iter().chain(area).chain(values).collect()
    }

    /// Takes one of its wishes away.
    pub fn remove(&mut self, chip: &Chip) {
        match chip {
            Chip::Words => self.words.clear(),
            Chip::Area => self.area = None,
            Chip::Value(FacetValue::Category(category)) => {
                self.categories.remove(category);
            }
            Chip::Value(FacetValue::Actor(code)) => {
                self.actors.remove(code);
            }
            Chip::Value(FacetValue::Country(code)) => {
                self.countries.remove(code);
            }
            Chip::Value(FacetValue::Confidence(confidence)) => {
                self.confidence.remove(confidence);
            }
        }
    }
}

fn flip<T: Ord>(set: &mut BTreeSet<T>, value: T) {
    if !set.remove(&value) {
        set.insert(value);
    }
}

#[cfg(test)]
mod tests;
