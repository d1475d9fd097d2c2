//! What was typed: words that must all match, phrases in quotes, the last word perhaps unfinished.
//!
//! It reads the text and looks nothing up.

use super::fold::{each_word, is_apostrophe};
use std::ops::Range;

/// How many different words are looked for; of a longer text the first ones count.
pub const MOST_WORDS: usize = 64;

/// French words that lean on the next one and are often typed by habit (`d'Agadez`, `l'ONU`); they are
/// not asked for, unless in quotes.
const LEANING: [&str; 3] = ["d", "l", "qu"];

/// A word that must be found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wanted {
    /// Its letters, folded.
    pub word: String,
    /// Only its first letters have been typed yet.
    pub unfinished: bool,
    /// It stands in quotes: no mistake is forgiven.
    pub quoted: bool,
}

/// A search as typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Query {
    /// The words that must be found, each once.
    pub wanted: Vec<Wanted>,
    /// All words in order, as a name or a title would begin with them.
    pub in_order: Vec<String>,
    /// Is the last of `in_order` unfinished?
    pub unfinished: bool,
    /// The phrases, as ranges of `in_order`.
    pub phrases: Vec<Range<usize>>,
}

impl Query {
    /// Reads what was typed. A space at the end finishes the last word.
    pub fn new(text: &str) -> Query {
        let mut query = Query::default();
        let is_quote = |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»');
        for (number, part) in text.split(is_quote).enumerate() {
            query.add(part, number % 2 == 1);
        }
        let ends = text.chars().next_back();
        query.unfinished = ends.is_some_and(|c| !c.is_whitespace() && !is_quote(c));
        let last = query.in_order.last().filter(|_| query.unfinished).cloned();
        let last = query
            .wanted
            .iter_mut()
            .find(|w| Some(&w.word) == last.as_ref());
        if let Some(last) = last {
            last.unfinished = true;
        }
        query
    }

    /// Is nothing asked for?
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty()
    }

    fn add(&mut self, part: &str, quoted: bool) {
        let from = self.in_order.len();
        each_word(part, |word| {
            if word.joined || self.in_order.len() == MOST_WORDS {
                return;
            }
            self.in_order.push(word.folded.to_owned());
            let rest = &part[word.range.end..];
            let more = rest.chars().nth(1).is_some_and(char::is_alphanumeric);
            let leans = rest.starts_with(is_apostrophe) && more && LEANING.contains(&word.folded);
            let known = self.wanted.iter_mut().find(|w| w.word == word.folded);
            match known {
                Some(known) => known.quoted |= quoted,
                None if leans && !quoted => {}
                None => self.wanted.push(Wanted {
                    word: word.folded.to_owned(),
                    unfinished: false,
                    quoted,
                }),
            }
        });
        if quoted && self.in_order.len() > from {
            self.phrases.push(from..self.in_order.len());
        }
    }
}

/// How many mistakes in a word are forgiven: one from 4 letters on, two from 8.
pub fn mistakes(word: &str) -> u8 {
    match word.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_phrases_and_the_unfinished_one() {
        let check = |text: &str, expected: &str| {
            let query = Query::new(text);
            let words = query.wanted.iter().map(|w| {
                let end = if w.unfinished { "-" } else { "" };
                let quote = if w.quoted { "\"" } else { "" };
                format!("{quote}{}{end}", w.word)
            });
            let words: Vec<String> = words.collect();
            assert_eq!(words.join(" "), expected, "{text}");
        };
        check("", "");
        check("  ?! ", "");
        check("Gao", "gao-");
        check("Gao ", "gao");
        check("gao GAO Gào", "gao-");
        check("French tro", "french tro-");
        check("\"Last French\" gao", "\"last \"french gao-");
        check("«\u{202F}Gao\u{202F}»", "\"gao");
        check("\"last fre", "\"last \"fre-");
        check("d’Agadez", "agadez-");
        check("d'", "d-");
        check("\"d'Agadez\"", "\"d \"agadez");
        check("N'Dja", "n dja-");
        let phrases = Query::new("a \"b c\" d").phrases;
        assert_eq!((phrases.len(), phrases.first()), (1, Some(&(1..3))));
        assert_eq!(Query::new(&"ab ".repeat(9000)).wanted.len(), 1);
        let many: String = (0..9000).map(|n| format!("w{n} ")).collect();
        assert_eq!(Query::new(&many).wanted.len(), MOST_WORDS);
    }

    #[test]
    fn longer_words_may_have_more_mistakes() {
        let counts = ["gao", "mali", "tessali", "tessalit"].map(mistakes);
        assert_eq!(counts, [0, 1, 1, 2]);
    }
}
