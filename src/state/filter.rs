//! What is done to the filter.
//!
//! What a filter means and which events it lets through is `model::filter`'s.

use crate::model::filter::{Area, Chip, FacetValue, Filter};

/// So many characters of words are kept.
pub const MOST_WORDS: usize = 200;

/// What can be done to the filter.
#[derive(Clone, PartialEq, Debug)]
pub enum FilterAction {
    /// Ask for a value of a facet, or no longer.
    Toggle(FacetValue),
    /// Only events with these words; blank asks for none.
    SetWords(String),
    /// Only events inside that area, or wherever they are.
    SetArea(Option<Area>),
    /// Take one wish away.
    Remove(Chip),
    /// Take every wish away.
    Clear,
}

/// Runs one action on the filter.
pub(super) fn apply(filter: &mut Filter, action: FilterAction) {
    match action {
        FilterAction::Toggle(value) => filter.toggle(value),
        FilterAction::SetWords(words) => filter.words = held_words(&words),
        FilterAction::SetArea(area) => filter.area = area,
        FilterAction::Remove(chip) => filter.remove(&chip),
        FilterAction::Clear => *filter = Filter::EVERYTHING,
    }
}

/// Words as they are kept: not too long, and nothing when they are blank.
pub fn held_words(words: &str) -> String {
    match words.trim().is_empty() {
        true => String::new(),
        false => words.chars().take(MOST_WORDS).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Category, Confidence};

    fn run(actions: Vec<FilterAction>) -> Filter {
        let mut filter = Filter::EVERYTHING;
        for action in actions {
            apply(&mut filter, action);
        }
        filter
    }

    #[test]
    fn a_value_is_asked_for_and_no_longer() {
        let coup = || FilterAction::Toggle(FacetValue::Category(Category::Coup));
        let france = || FilterAction::Toggle(FacetValue::Actor("FRA".to_owned()));
        let sure = || FilterAction::Toggle(FacetValue::Confidence(Confidence::Confirmed));
        let mali = || FilterAction::Toggle(FacetValue::Country("MLI".to_owned()));
        let filter = run(vec![coup(), france(), sure(), mali()]);
        assert_eq!(filter.chips().len(), 4);
        let filter = run(vec![coup(), france(), coup(), sure(), mali(), sure()]);
        assert_eq!(filter.chips().len(), 2);
        assert!(filter.has(&FacetValue::Actor("FRA".to_owned())));
    }

    #[test]
    fn chips_go_one_by_one_or_all_at_once() {
        let area = Area::from_text("15,-4;15,1;18,1");
        let actions = || {
            vec![
                FilterAction::SetWords("gao".to_owned()),
                FilterAction::SetArea(area.clone()),
                FilterAction::Toggle(FacetValue::Category(Category::Coup)),
            ]
        };
        let mut some = actions();
        some.push(FilterAction::Remove(Chip::Words));
        some.push(FilterAction::Remove(Chip::Words));
        assert_eq!(run(some).chips().len(), 2);
        let mut all = actions();
        all.push(FilterAction::Clear);
        assert_eq!(run(all), Filter::EVERYTHING);
    }

    #[test]
    fn words_are_held() {
        let words = |text: &str| run(vec![FilterAction::SetWords(text.to_owned())]).words;
        assert_eq!(words("gao "), "gao ", "a space ends a word");
        assert_eq!(words(" \n"), "");
        assert_eq!(words(&"é".repeat(10_000)).chars().count(), MOST_WORDS);
    }
}
