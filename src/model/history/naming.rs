//! Which names stand in which texts: names of bases, missions and alliances in what events tell.
//!
//! Letters count as written; nothing is guessed from parts of words.

use crate::lang::{Bilingual, Lang};
use crate::model::{Event, Mission};
use std::collections::BTreeSet;

/// Shorter names of one word ("Gao", "Camp") say too little to be sure of.
const SURE_LETTERS: usize = 9;

/// Does a title or a summary of an event hold the name, in whole words?
pub(super) fn is_told(event: &Event, name: &str) -> bool {
    let texts = [&event.title, &event.summary];
    let told = |text: &&Bilingual| Lang::ALL.iter().any(|&lang| holds(text.get(lang), name));
    !name.is_empty() && texts.iter().any(told)
}

/// Is the name long enough to mean one thing only?
pub(super) fn is_sure(name: &str) -> bool {
    name.chars().count() >= SURE_LETTERS || name.split_whitespace().count() > 2
}

/// Does the name of an operation name the mission: `Wagner in Mali` the mission `Wagner Mali`, `MINUSMA support`
/// the mission `MINUSMA`?
pub(super) fn is_operation_of(operation: &str, mission: &Mission) -> bool {
    let words: BTreeSet<&str> = words_in(operation).collect();
    let mut wanted = words_in(&mission.short).peekable();
    wanted.peek().is_some() && wanted.all(|word| words.contains(word))
}

fn words_in(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| !word.is_empty())
}

/// Does a text hold a phrase that no letter or digit touches?
fn holds(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, found)| {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        apart(before) && apart(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_as_whole_words() {
        assert!(holds("the end of MINUSMA, at last", "MINUSMA"));
        assert!(holds("l’aéroport de Gao", "Gao"));
        assert!(!holds("Gaoua is not that town", "Gao"));
        assert!(!holds("", "Gao"));
        assert!(is_sure("Camp Castor") && !is_sure("Gao"));
    }
}
