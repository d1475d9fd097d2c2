//! What fits a query, and how well: exact names before beginnings of names, before words in names,
//! before words in other texts, before what is found only when mistakes are forgiven.
//!
//! Every document gets a cost, a small number; among equals the order of the documents decides. It
//! keeps no text: what matched is marked in whatever text it is shown.

use super::fold::{Word, each_word, start_len};
use super::index::{Part, TextIndex};
use super::lexicon::Lexicon;
use super::query::{Query, Wanted, mistakes};
use std::ops::Range;

/// How well a document fits, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Rank {
    /// It is called exactly that.
    Name,
    /// Its name begins with that.
    NameStart,
    /// Its names hold all the words.
    Title,
    /// Its texts hold all the words.
    Text,
    /// Its names do when typing mistakes are forgiven.
    ForgivenTitle,
    /// Its texts do when typing mistakes are forgiven.
    ForgivenText,
}

/// How well a document fits, finer than [`Rank`]; smaller is better.
type Cost = u8;
const EXACT_NAME: Cost = 0;
const NAME_START: Cost = 1;
const WHOLE_WORD: Cost = 2;
const UNFINISHED: Cost = 3;
/// Added when the word stands in another text than a name.
const IN_TEXT: Cost = 2;
/// Added to the cost of a name when mistakes were forgiven.
const FORGIVEN: Cost = 6;
/// One mistake; a second one adds 1.
const MISTAKE: Cost = 8;
const LEVELS: usize = 12;
const NOT_FOUND: Cost = Cost::MAX;

impl Rank {
    fn of(cost: Cost) -> Rank {
        match cost {
            EXACT_NAME => Rank::Name,
            NAME_START => Rank::NameStart,
            WHOLE_WORD | UNFINISHED => Rank::Title,
            4 | 5 => Rank::Text,
            6..=9 => Rank::ForgivenTitle,
            _ => Rank::ForgivenText,
        }
    }
}

/// The words that a wanted word may stand for, with the cost of each stretch.
struct Meaning {
    wanted: Wanted,
    stretches: Vec<(Range<usize>, Cost)>,
}

impl Meaning {
    fn as_typed(lexicon: &Lexicon, wanted: &Wanted) -> Meaning {
        let mut stretches = Vec::new();
        let whole = lexicon.number(&wanted.word);
        stretches.extend(whole.map(|n| (n..n + 1, WHOLE_WORD)));
        if wanted.unfinished {
            let all = lexicon.starting_with(&wanted.word);
            let from = whole.map_or(all.start, |n| n + 1);
            if from < all.end {
                stretches.push((from..all.end, UNFINISHED));
            }
        }
        Meaning {
            wanted: wanted.clone(),
            stretches,
        }
    }

    fn forgive(&mut self, lexicon: &Lexicon) {
        if self.wanted.quoted {
            return;
        }
        for (number, count) in lexicon.near(&self.wanted.word, mistakes(&self.wanted.word)) {
            let cost = MISTAKE + (count - 1);
            self.stretches.push((number..number + 1, cost));
        }
    }

    fn takes(&self, word: usize) -> bool {
        self.stretches
            .iter()
            .any(|(range, _)| range.contains(&word))
    }
}

/// What a search found.
pub struct Answer<'a> {
    index: &'a TextIndex,
    costs: Vec<Cost>,
    meanings: Vec<Meaning>,
}

/// The best of some documents, and how many there are.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Best {
    /// Documents and how well they fit, best first, among equals in their own order.
    pub documents: Vec<(usize, Rank)>,
    /// How many fit, shown or not.
    pub count: usize,
}

impl TextIndex {
    /// Looks for a query. Mistakes are forgiven when nothing is found as typed: first in the words that
    /// stand nowhere, then in all.
    pub fn find(&self, query: &Query) -> Answer<'_> {
        let mut meanings: Vec<Meaning> = query
            .wanted
            .iter()
            .map(|wanted| Meaning::as_typed(&self.lexicon, wanted))
            .collect();
        let (unknown, known): (Vec<usize>, Vec<usize>) =
            (0..meanings.len()).partition(|&i| meanings[i].stretches.is_empty());
        if unknown.is_empty()
            && let Some(mut costs) = self.costs(&meanings, query)
        {
            self.prefer_names(query, &meanings, &mut costs);
            return self.answer(costs, meanings);
        }
        for forgiven in [unknown, known] {
            if forgiven.is_empty() {
                continue;
            }
            for number in forgiven {
                meanings[number].forgive(&self.lexicon);
            }
            if let Some(mut costs) = self.costs(&meanings, query) {
                self.prefer_names(query, &meanings, &mut costs);
                return self.answer(costs, meanings);
            }
        }
        self.answer(vec![NOT_FOUND; self.len()], Vec::new())
    }

    fn answer(&self, costs: Vec<Cost>, meanings: Vec<Meaning>) -> Answer<'_> {
        Answer {
            index: self,
            costs,
            meanings,
        }
    }

    /// What each document costs; nothing when none holds all the words.
    fn costs(&self, meanings: &[Meaning], query: &Query) -> Option<Vec<Cost>> {
        if meanings.is_empty() || meanings.iter().any(|m| m.stretches.is_empty()) {
            return None;
        }
        let mut all = vec![0; self.len()];
        let mut one = vec![NOT_FOUND; self.len()];
        for meaning in meanings {
            one.fill(NOT_FOUND);
            for (words, cost) in &meaning.stretches {
                for &entry in self.documents_of(words) {
                    let cost = cost + IN_TEXT * (entry & 1) as Cost;
                    let cell = &mut one[(entry >> 1) as usize];
                    *cell = cost.min(*cell);
                }
            }
            for (all, one) in all.iter_mut().zip(&one) {
                *all = (*all).max(*one);
            }
        }
        for phrase in &query.phrases {
            self.keep_phrase(query, phrase, &mut all);
        }
        all.iter().any(|&cost| cost != NOT_FOUND).then_some(all)
    }

    /// Drops the documents in which the words of a phrase do not stand together.
    fn keep_phrase(&self, query: &Query, phrase: &Range<usize>, costs: &mut [Cost]) {
        let open = query.unfinished && phrase.end == query.in_order.len();
        let words = query.in_order[phrase.clone()].iter();
        let mut wanted: Sequence = words.map(|word| self.whole(word)).collect();
        if let Some((last, word)) = wanted.last_mut().zip(query.in_order.last())
            && open
        {
            *last = vec![self.lexicon.starting_with(word)];
        }
        for (document, cost) in costs.iter_mut().enumerate() {
            if *cost == NOT_FOUND {
                continue;
            }
            let holds = |field: &usize| {
                let words = self.words_of(*field);
                words.windows(wanted.len()).any(|w| begins(w, &wanted))
            };
            let place = self.field_range(document).filter(holds);
            *cost = match place.map(|field| self.fields[field].part).min() {
                Some(Part::Name) => *cost,
                Some(Part::Text) => (*cost).max(WHOLE_WORD + IN_TEXT),
                None => NOT_FOUND,
            };
        }
    }

    /// Documents that are called so, or whose name begins so, come first.
    fn prefer_names(&self, query: &Query, meanings: &[Meaning], costs: &mut [Cost]) {
        let meaning = |word: &String, most: Cost| -> Vec<Range<usize>> {
            let Some(meaning) = meanings.iter().find(|m| m.wanted.word == *word) else {
                return self.whole(word);
            };
            let stretches = meaning.stretches.iter();
            let taken = stretches.filter(|(_, cost)| *cost != UNFINISHED || most == UNFINISHED);
            taken.map(|(words, _)| words.clone()).collect()
        };
        let sequence = |most| -> Sequence {
            query
                .in_order
                .iter()
                .map(|word| meaning(word, most))
                .collect()
        };
        let (whole, begun) = (sequence(WHOLE_WORD), sequence(UNFINISHED));
        for (document, cost) in costs.iter_mut().enumerate() {
            if *cost == NOT_FOUND || (UNFINISHED < *cost && *cost < MISTAKE) {
                continue;
            }
            let forgiven = if *cost < MISTAKE { 0 } else { FORGIVEN };
            for field in self.field_range(document) {
                let words = self.words_of(field);
                if self.fields[field].part == Part::Name && begins(words, &begun) {
                    let exact = words.len() == whole.len() && begins(words, &whole);
                    let name = if exact { EXACT_NAME } else { NAME_START };
                    *cost = (*cost).min(forgiven + name);
                }
            }
        }
    }

    fn whole(&self, word: &str) -> Vec<Range<usize>> {
        self.lexicon
            .number(word)
            .map(|n| n..n + 1)
            .into_iter()
            .collect()
    }
}

/// For each word of a sequence, the stretches of words that it may be.
type Sequence = Vec<Vec<Range<usize>>>;

/// Do the words begin with that sequence?
fn begins(words: &[u32], wanted: &[Vec<Range<usize>>]) -> bool {
    let fits = |(word, ranges): (&u32, &Vec<Range<usize>>)| {
        ranges.iter().any(|range| range.contains(&(*word as usize)))
    };
    words.len() >= wanted.len() && words.iter().zip(wanted).all(fits)
}

impl Answer<'_> {
    /// The best `most` of a range of documents.
    pub fn best(&self, documents: Range<usize>, most: usize) -> Best {
        let mut levels: [Vec<usize>; LEVELS] = Default::default();
        let mut count = 0;
        for document in documents {
            let cost = self.costs[document];
            if cost == NOT_FOUND {
                continue;
            }
            count += 1;
            let level = &mut levels[usize::from(cost).min(LEVELS - 1)];
            if level.len() < most {
                level.push(document);
            }
        }
        let ranked = levels.iter().zip(0..).flat_map(|(level, cost)| {
            level
                .iter()
                .map(move |&document| (document, Rank::of(cost)))
        });
        Best {
            documents: ranked.take(most).collect(),
            count,
        }
    }

    /// All documents of a range that fit, in their own order.
    pub fn all(&self, documents: Range<usize>) -> impl Iterator<Item = usize> {
        documents.filter(|&document| self.costs[document] != NOT_FOUND)
    }

    /// What of a text matched, as ranges of its bytes in ascending order, none touching another.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let mut marks: Vec<Range<usize>> = Vec::new();
        each_word(text, |word| {
            let found = self
                .meanings
                .iter()
                .filter_map(|m| self.mark(m, text, &word));
            if let Some(length) = found.max() {
                marks.push(word.range.start..word.range.start + length);
            }
        });
        marks.sort_by_key(|mark| (mark.start, mark.end));
        let mut parted: Vec<Range<usize>> = Vec::new();
        for mark in marks {
            match parted.last_mut() {
                Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
                Some(_) | None => parted.push(mark),
            }
        }
        parted
    }

    /// How many bytes of a word in a text a meaning covers.
    fn mark(&self, meaning: &Meaning, text: &str, word: &Word<'_>) -> Option<usize> {
        let wanted = &meaning.wanted;
        if wanted.word == word.folded {
            return Some(word.range.len());
        }
        if wanted.unfinished && word.folded.starts_with(&wanted.word) {
            return Some(start_len(&text[word.range.clone()], &wanted.word));
        }
        let number = self.index.lexicon.number(word.folded)?;
        meaning.takes(number).then_some(word.range.len())
    }
}

#[cfg(test)]
mod tests {
    use super::super::index::Builder;
    use super::*;
    use proptest::prelude::*;

    /// Documents as `name|text`.
    fn index(documents: &[&str]) -> TextIndex {
        let mut builder = Builder::default();
        for document in documents {
            builder.document();
            let (name, text) = document.split_once('|').unwrap_or((document, ""));
            builder.field(Part::Name, name);
            builder.field(Part::Text, text);
        }
        builder.finish()
    }

    fn check(documents: &[&str], text: &str, expected: &[usize]) {
        let index = index(documents);
        let best = index.find(&Query::new(text)).best(0..documents.len(), 99);
        let found: Vec<usize> = best.documents.iter().map(|&(d, _)| d).collect();
        assert_eq!(found, expected, "{text}");
        assert_eq!(best.count, found.len());
    }

    #[test]
    fn better_fits_come_first() {
        let documents = [
            "|the road to Gao",
            "Attack near Gao",
            "Gao airport",
            "Gao",
            "Gaoua",
            "Nothing",
            "Two in Gao",
        ];
        check(&documents, "gao", &[3, 2, 4, 1, 6, 0]);
        check(&documents, "gao ", &[3, 2, 1, 6, 0]);
        check(&documents, "", &[]);
        check(&documents, "gao nothing", &[]);
    }

    #[test]
    fn phrases_stand_together() {
        let documents = [
            "last French troops",
            "French troops last",
            "x|troops: last french",
        ];
        check(&documents, "last french", &[0, 1, 2]);
        check(&documents, "\"last french\"", &[0, 2]);
        check(&documents, "\"last fre", &[0, 2]);
        check(&documents, "\"last frence\"", &[]);
        check(&documents, "\"troops last\" fr", &[1, 2]);
    }

    #[test]
    fn mistakes_are_forgiven_last() {
        let documents = ["Barkhane in Mali", "Barkhane by mail", "x|Barkhane, Mali"];
        check(&documents, "barkane mali", &[0, 2]);
        check(&documents, "barkhane mali", &[0, 2]);
        check(&documents, "barkhane maili", &[0, 1, 2]);
        check(&documents, "barkxxxx", &[]);
        check(&documents, "xn", &[]);
    }

    #[test]
    fn apostrophes_may_be_left_out() {
        let documents = ["N’Djamena", "Camp d’Aguelal", "l’été"];
        check(&documents, "ndjamena", &[0]);
        check(&documents, "n'djamena", &[0]);
        check(&documents, "n djam", &[0]);
        check(&documents, "d'aguelal", &[1]);
        check(&documents, "aguelal", &[1]);
        check(&documents, "ete", &[2]);
    }

    #[test]
    fn what_matched_is_marked() {
        let check = |query: &str, text: &str, expected: &[&str]| {
            let index = index(&[text]);
            let answer = index.find(&Query::new(query));
            let marks: Vec<&str> = answer.marks(text).into_iter().map(|r| &text[r]).collect();
            assert_eq!(marks, expected, "{query}");
        };
        check("men", "À Ménaka", &["Mén"]);
        check("menaka", "À Ménaka", &["Ménaka"]);
        check("manaka", "À Ménaka", &["Ménaka"]);
        check("ndja", "à N’Djamena", &["N’Dja"]);
        check("gao ga", "Gao, Gaoua", &["Gao", "Ga"]);
        check("zzz", "Gao", &[]);
    }

    proptest! {
        #[test]
        fn a_scan_finds_the_same(
            texts in prop::collection::vec("[abc ]{0,12}", 0..12),
            words in prop::collection::vec("[abc]{1,3}", 1..4),
        ) {
            let documents: Vec<String> = texts.iter().map(|t| format!("x|{t}")).collect();
            let documents: Vec<&str> = documents.iter().map(String::as_str).collect();
            let index = index(&documents);
            let query = words.join(" ") + " ";
            let answer = index.find(&Query::new(&query));
            let found: Vec<usize> = answer.all(0..documents.len()).collect();
            let holds = |text: &String| {
                words.iter().all(|word| text.split(' ').any(|known| known == word))
            };
            let scanned: Vec<usize> = (0..).zip(&texts).filter(|(_, t)| holds(t)).map(|(i, _)| i).collect();
            prop_assert_eq!(found, scanned);
        }

        #[test]
        fn nothing_typed_does_harm(query in "\\PC{0,60}", text in "\\PC{0,60}") {
            let index = index(&[&text]);
            let answer = index.find(&Query::new(&query));
            let mut end = 0;
            for mark in answer.marks(&text) {
                prop_assert!(end <= mark.start && mark.start < mark.end && text.get(mark.clone()).is_some());
                end = mark.end;
            }
            prop_assert!(answer.best(0..1, 8).count <= 1);
        }
    }
}
