//! Which texts hold which words: an inverted index.
//!
//! Each word lists its documents, so a search costs what it finds; words are in order, so the first
//! letters of a word are one stretch of those lists; each field keeps its words in order, so names and
//! phrases are compared number by number. It keeps no text, knows no facts and judges nothing: that is
//! `answer`.

use super::fold::each_word;
use super::lexicon::Lexicon;
use std::collections::HashMap;
use std::ops::Range;

/// What a field is to its document.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Part {
    /// A name or a title.
    Name,
    /// Any other text.
    Text,
}

/// Where a field ends and what it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    /// In `TextIndex::words`.
    end: usize,
    /// What it is.
    pub part: Part,
}

/// An index of documents, each with fields. Documents are numbered in the order they were added.
#[derive(Clone, Debug, Default)]
pub struct TextIndex {
    pub(super) lexicon: Lexicon,
    /// Where the documents of each word end in `documents`.
    ends: Vec<usize>,
    /// For each word, its documents in ascending order: twice the number, plus one where the word does
    /// not stand in a name.
    documents: Vec<u32>,
    /// The words of all fields.
    words: Vec<u32>,
    pub(super) fields: Vec<Field>,
    /// Where each document ends in `fields`.
    field_ends: Vec<usize>,
}

/// Collects documents for an index.
#[derive(Debug, Default)]
pub struct Builder {
    numbers: HashMap<String, u32>,
    index: TextIndex,
    joined: Vec<u32>,
}

impl Builder {
    /// Begins the next document.
    pub fn document(&mut self) {
        self.index.field_ends.push(self.index.fields.len());
    }

    /// Adds a field to the document begun last. Names with an apostrophe are kept a second time with
    /// the words around it as one.
    pub fn field(&mut self, part: Part, text: &str) {
        let Builder {
            numbers,
            index,
            joined,
        } = self;
        joined.clear();
        let mut has_joined = false;
        each_word(text, |word| {
            let number = number_of(numbers, word.folded);
            if word.joined {
                has_joined = true;
                joined.truncate(joined.len().saturating_sub(2));
            } else {
                index.words.push(number);
            }
            joined.push(number);
        });
        index.end_field(part);
        if has_joined {
            index.words.append(joined);
            index.end_field(part);
        }
    }

    /// The index of all that was added.
    pub fn finish(self) -> TextIndex {
        let Builder {
            numbers, mut index, ..
        } = self;
        let mut sorted: Vec<(&str, u32)> = numbers.iter().map(|(w, &n)| (w.as_str(), n)).collect();
        sorted.sort_unstable();
        let mut place = vec![0u32; sorted.len()];
        for (&(_, number), at) in sorted.iter().zip(0u32..) {
            place[number as usize] = at;
        }
        index.lexicon = Lexicon::new(sorted.iter().map(|&(word, _)| word));
        for word in &mut index.words {
            *word = place[*word as usize];
        }
        index.invert();
        index
    }
}

fn number_of(numbers: &mut HashMap<String, u32>, word: &str) -> u32 {
    if let Some(&number) = numbers.get(word) {
        return number;
    }
    let number = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
    numbers.insert(word.to_owned(), number);
    number
}

impl TextIndex {
    pub(super) fn len(&self) -> usize {
        self.field_ends.len()
    }

    fn end_field(&mut self, part: Part) {
        let end = self.words.len();
        self.fields.push(Field { end, part });
        if let Some(last) = self.field_ends.last_mut() {
            *last = self.fields.len();
        }
    }

    /// The words of each document turned into the documents of each word.
    fn invert(&mut self) {
        let mut next = vec![0usize; self.lexicon.len()];
        for &word in &self.words {
            next[word as usize] += 1;
        }
        let mut sum = 0;
        for count in &mut next {
            sum += std::mem::replace(count, sum);
        }
        let starts = next.clone();
        let mut documents = vec![0u32; sum];
        for document in 0..self.len() {
            for field in self.field_range(document) {
                let in_text = u32::from(self.fields[field].part == Part::Text);
                for &word in self.words_of(field) {
                    let at = &mut next[word as usize];
                    // Numbers of documents stay far below 2^31: each has a record in memory.
                    let entry = document as u32 * 2;
                    if *at > starts[word as usize] && documents[*at - 1] & !1 == entry {
                        documents[*at - 1] &= entry | in_text;
                    } else {
                        documents[*at] = entry | in_text;
                        *at += 1;
                    }
                }
            }
        }
        // What was meant for words that stand twice in a document is left out.
        self.documents = Vec::with_capacity(sum);
        for (&from, &to) in starts.iter().zip(&next) {
            self.documents.extend_from_slice(&documents[from..to]);
            self.ends.push(self.documents.len());
        }
    }

    pub(super) fn field_range(&self, document: usize) -> Range<usize> {
        let from = document
            .checked_sub(1)
            .map_or(0, |before| self.field_ends[before]);
        from..self.field_ends[document]
    }

    pub(super) fn words_of(&self, field: usize) -> &[u32] {
        let from = field
            .checked_sub(1)
            .map_or(0, |before| self.fields[before].end);
        &self.words[from..self.fields[field].end]
    }

    /// The documents of a stretch of words, one word after the other.
    pub(super) fn documents_of(&self, words: &Range<usize>) -> &[u32] {
        let end = |n: usize| n.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.documents[end(words.start)..end(words.end)]
    }
}
