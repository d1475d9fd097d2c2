//! Every word there is, in order: whole, by its first letters, and by what it is nearly.
//!
//! A sorted list is a tree of letters laid flat: words that begin alike stand together. So the walk that
//! looks for words within a few mistakes computes a row of distances for each beginning once and leaps
//! over all words whose beginning is already too far off. It knows no texts.

use std::ops::Range;

/// The longest word whose mistakes are forgiven, in letters.
const LONGEST: usize = 32;

/// All words, each once, in the order of their bytes; the position is the word's number.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    letters: String,
    /// Where each word ends in `letters`, in bytes.
    ends: Vec<usize>,
}

impl Lexicon {
    /// From words in ascending order, each once.
    pub fn new<'a>(sorted: impl IntoIterator<Item = &'a str>) -> Lexicon {
        let mut lexicon = Lexicon::default();
        for word in sorted {
            lexicon.letters.push_str(word);
            lexicon.ends.push(lexicon.letters.len());
        }
        lexicon
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The word with that number.
    pub fn word(&self, number: usize) -> &str {
        let from = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.letters[from..self.ends[number]]
    }

    /// The number of a word.
    pub fn number(&self, word: &str) -> Option<usize> {
        let at = self.first_where(0..self.len(), |known| known >= word);
        (at < self.len() && self.word(at) == word).then_some(at)
    }

    /// The numbers of all words that begin so.
    pub fn starting_with(&self, start: &str) -> Range<usize> {
        let from = self.first_where(0..self.len(), |word| word >= start);
        from..self.first_where(from..self.len(), |word| !word.starts_with(start))
    }

    /// The numbers of the words within a few mistakes, with how many: a letter wrong, missing, too
    /// many, or two neighbours swapped. The word itself is not among them. The first letter is taken
    /// to be right; only when that finds nothing, any letter may be wrong.
    pub fn near(&self, word: &str, mistakes: u8) -> Vec<(usize, u8)> {
        let letters: Vec<char> = word.chars().collect();
        if letters.is_empty() || letters.len() > LONGEST || mistakes == 0 {
            return Vec::new();
        }
        let same_start = self.starting_with(&word[..letters[0].len_utf8()]);
        let found = Walk::new(&letters, mistakes).run(self, same_start);
        if found.is_empty() {
            Walk::new(&letters, mistakes).run(self, 0..self.len())
        } else {
            found
        }
    }

    /// The first word of a range that fits; all after it fit as well.
    fn first_where(&self, range: Range<usize>, fits: impl Fn(&str) -> bool) -> usize {
        let (mut from, mut to) = (range.start, range.end);
        while from < to {
            let middle = from + (to - from) / 2;
            if fits(self.word(middle)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        from
    }

    /// The same by growing leaps: quick when it lies near the start of the range.
    fn leap(&self, range: Range<usize>, fits: impl Fn(&str) -> bool) -> usize {
        let mut from = range.start;
        let mut step = 1;
        while from + step < range.end && !fits(self.word(from + step - 1)) {
            from += step;
            step *= 2;
        }
        self.first_where(from..range.end.min(from + step), fits)
    }
}

type Row = [u8; LONGEST + 1];

/// A walk over the words. Invariant: `rows[i]` holds the distances of the first `i` letters of `path`
/// to every beginning of `wanted`.
struct Walk<'a> {
    wanted: &'a [char],
    mistakes: u8,
    path: Vec<char>,
    rows: Vec<Row>,
}

impl<'a> Walk<'a> {
    fn new(wanted: &'a [char], mistakes: u8) -> Walk<'a> {
        let mut first = [0; LONGEST + 1];
        for (cell, distance) in first.iter_mut().zip(0..) {
            *cell = distance;
        }
        Walk {
            wanted,
            mistakes,
            path: Vec::new(),
            rows: vec![first],
        }
    }

    fn run(mut self, lexicon: &Lexicon, range: Range<usize>) -> Vec<(usize, u8)> {
        let mut found = Vec::new();
        let mut at = range.start;
        while at < range.end {
            let word = lexicon.word(at);
            match self.distance(word) {
                Ok(distance) => {
                    if (1..=self.mistakes).contains(&distance) {
                        found.push((at, distance));
                    }
                    at += 1;
                }
                Err(hopeless) => {
                    let start = &word[..hopeless];
                    at = lexicon.leap(at + 1..range.end, |word| !word.starts_with(start));
                }
            }
        }
        found
    }

    /// The distance of a word, or how many bytes of its beginning are already too far off.
    fn distance(&mut self, word: &str) -> Result<u8, usize> {
        let same = self.path.iter().zip(word.chars());
        let same = same.take_while(|(a, b)| **a == *b).count();
        self.path.truncate(same);
        self.rows.truncate(same + 1);
        let length = self.wanted.len();
        for (at, letter) in word.char_indices().skip(same) {
            let row = self.next_row(letter);
            self.path.push(letter);
            self.rows.push(row);
            if row[..=length].iter().all(|&d| d > self.mistakes) {
                return Err(at + letter.len_utf8());
            }
        }
        Ok(self.rows.last().map_or(u8::MAX, |row| row[length]))
    }

    /// Optimal string alignment: Levenshtein's distance with swapped neighbours as one mistake.
    fn next_row(&self, letter: char) -> Row {
        let depth = self.path.len();
        let above = &self.rows[depth];
        let mut row = [0; LONGEST + 1];
        row[0] = above[0].saturating_add(1);
        for (i, &wanted) in self.wanted.iter().enumerate() {
            let other = above[i].saturating_add(u8::from(wanted != letter));
            let gap = above[i + 1].min(row[i]).saturating_add(1);
            row[i + 1] = other.min(gap);
            let swapped = i > 0
                && depth > 0
                && self.wanted[i - 1] == letter
                && self.path[depth - 1] == wanted;
            if swapped {
                row[i + 1] = row[i + 1].min(self.rows[depth - 1][i - 1].saturating_add(1));
            }
        }
        row
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn near(words: &[&str], word: &str, mistakes: u8) -> Vec<String> {
        let sorted: BTreeSet<&str> = words.iter().copied().collect();
        let lexicon = Lexicon::new(sorted);
        let found = lexicon.near(word, mistakes);
        found
            .iter()
            .map(|&(n, _)| lexicon.word(n).to_owned())
            .collect()
    }

    #[test]
    fn mistakes_are_counted() {
        let known = ["gao", "menaka", "kidal", "kidali", "tessalit", "men"];
        let check = |word: &str, mistakes: u8, expected: &[&str]| {
            assert_eq!(near(&known, word, mistakes), expected, "{word}");
        };
        check("menakka", 1, &["menaka"]);
        check("meanka", 1, &["menaka"]);
        check("mnaka", 1, &["menaka"]);
        check("mxnxka", 1, &[]);
        check("mxnxka", 2, &["menaka"]);
        check("kidal", 1, &["kidali"]);
        check("jidal", 1, &["kidal"]);
        check("teslit", 2, &["tessalit"]);
        check("", 2, &[]);
        check(&"m".repeat(99), 2, &[]);
    }

    #[test]
    fn words_are_found_by_their_start() {
        let lexicon = Lexicon::new(["a", "ab", "abc", "b", "éa"]);
        assert_eq!(lexicon.starting_with("ab"), 1..3);
        assert_eq!(lexicon.starting_with("x").len(), 0);
        assert_eq!(lexicon.starting_with("é"), 4..5);
        assert_eq!(lexicon.starting_with(""), 0..5);
        assert_eq!(lexicon.number("abc"), Some(2));
        assert_eq!(lexicon.number("abd"), None);
        assert_eq!(Lexicon::default().number("a"), None);
    }

    /// The same distance, written down as the textbooks do.
    fn plain_distance(a: &[char], b: &[char]) -> usize {
        let mut d = vec![vec![0usize; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                d[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let same = usize::from(a[i - 1] != b[j - 1]);
                    let mut best = (d[i - 1][j] + 1)
                        .min(d[i][j - 1] + 1)
                        .min(d[i - 1][j - 1] + same);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        best = best.min(d[i - 2][j - 2] + 1);
                    }
                    best
                };
            }
        }
        d[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn the_walk_finds_what_a_scan_finds(
            words in prop::collection::btree_set("[abcé]{1,7}", 0..60),
            word in "[abcé]{1,7}",
            mistakes in 1..3u8,
        ) {
            let lexicon = Lexicon::new(words.iter().map(String::as_str));
            let letters: Vec<char> = word.chars().collect();
            let scan = |same_start: bool| -> Vec<usize> {
                let fits = |w: &String| {
                    let known: Vec<char> = w.chars().collect();
                    let d = plain_distance(&letters, &known);
                    d > 0 && d <= usize::from(mistakes) && (!same_start || known[0] == letters[0])
                };
                (0..).zip(&words).filter(|(_, w)| fits(w)).map(|(i, _)| i).collect()
            };
            let first = scan(true);
            let expected = if first.is_empty() { scan(false) } else { first };
            let found: Vec<usize> = lexicon.near(&word, mistakes).iter().map(|f| f.0).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
