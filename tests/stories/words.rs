//! Takes dates and numbers out of running text, in English and French.
//!
//! It is made for the texts of this project, not for any text: it knows the forms that they use and reads
//! everything else as words. Whether a date or a number is right is for the facts to say.

use sahelscope::calendar::{Date, PartialDate, month_name};
use sahelscope::lang::Lang;

/// A number that a text names, and the word after it.
#[derive(Clone, PartialEq, Debug)]
pub struct Number {
    pub value: f64,
    /// In lower case; empty at the end of a sentence.
    pub noun: String,
    pub is_spelled: bool,
}

/// What a text names.
#[derive(Default, PartialEq, Debug)]
pub struct Named {
    pub dates: Vec<PartialDate>,
    pub numbers: Vec<Number>,
    /// Days that no calendar has.
    pub impossible: Vec<String>,
}

#[derive(Clone, PartialEq, Debug)]
enum Token {
    Word(String),
    /// A number as digits, its value, and what is glued to it: `th`, `er`.
    Digits(f64, String),
    /// Anything that ends a phrase.
    Mark,
}

const SPELLED: [(&[&str], f64); 15] = [
    (&["two", "deux"], 2.0),
    (&["three", "trois"], 3.0),
    (&["four", "quatre"], 4.0),
    (&["five", "cinq"], 5.0),
    (&["six"], 6.0),
    (&["seven", "sept"], 7.0),
    (&["eight", "huit"], 8.0),
    (&["nine", "neuf"], 9.0),
    (&["ten", "dix"], 10.0),
    (&["eleven", "onze"], 11.0),
    (&["twelve", "douze"], 12.0),
    (&["thirteen", "treize"], 13.0),
    (&["fifteen", "quinze"], 15.0),
    (&["twenty", "vingt"], 20.0),
    (&["fifty", "cinquante"], 50.0),
];

/// What a text names. A day without a year is of the year named before it, else of the year of `near`; a
/// day alone (`the 19th`, `le 19,`) is of the month named before it.
pub fn named(text: &str, lang: Lang, near: Date) -> Named {
    let tokens = tokens(text, lang);
    let mut reading = Reading {
        lang,
        year: near.year(),
        month: near.month(),
        named: Named::default(),
    };
    let mut rest = tokens.as_slice();
    while let Some((_, after)) = rest.split_first() {
        let taken = reading.date(rest).or_else(|| reading.number(rest));
        rest = taken.map_or(after, |count| &rest[count..]);
    }
    reading.named
}

struct Reading {
    lang: Lang,
    year: i16,
    month: i8,
    named: Named,
}

impl Reading {
    /// Takes a date from the front; how many tokens it was.
    fn date(&mut self, rest: &[Token]) -> Option<usize> {
        let month = |at: usize| rest.get(at).and_then(|token| self.month_of(token));
        let year = |at: usize| rest.get(at).and_then(year_of);
        match (day_of(&rest[0]), month(0), month(1)) {
            (Some(day), _, Some(month)) => {
                self.month = month;
                self.year = year(2).unwrap_or(self.year);
                self.push_day(day);
                Some(2 + usize::from(year(2).is_some()))
            }
            (_, Some(month), _) => {
                self.month = month;
                self.year = year(1).unwrap_or(self.year);
                let date = PartialDate::Month(self.year, month);
                self.named.dates.push(date);
                Some(1 + usize::from(year(1).is_some()))
            }
            (Some(day), ..) if self.is_day_alone(rest) => {
                self.push_day(day);
                Some(1)
            }
            _ => {
                let year = year(0)?;
                self.named.dates.push(PartialDate::Year(year));
                Some(1)
            }
        }
    }

    /// Takes a number from the front; it is always one token.
    fn number(&mut self, rest: &[Token]) -> Option<usize> {
        let noun = match rest.get(1) {
            Some(Token::Word(word)) => word.to_lowercase(),
            Some(Token::Digits(..) | Token::Mark) | None => String::new(),
        };
        let (value, is_spelled) = match &rest[0] {
            Token::Digits(value, _) => (*value, false),
            Token::Word(word) => (spelled(word)?, true),
            Token::Mark => return None,
        };
        self.named.numbers.push(Number {
            value,
            noun,
            is_spelled,
        });
        Some(1)
    }

    fn month_of(&self, token: &Token) -> Option<i8> {
        let Token::Word(word) = token else {
            return None;
        };
        // English writes months with a capital, so that the verb `may` is none.
        let is = |month: &i8| {
            let name = month_name(*month, self.lang);
            match self.lang {
                Lang::En => word == name,
                Lang::Fr => word.to_lowercase() == name,
            }
        };
        (1..=12).find(is)
    }

    /// `the 19th`, and `le 19,` or `du 19.`
    fn is_day_alone(&self, rest: &[Token]) -> bool {
        let Token::Digits(_, glued) = &rest[0] else {
            return false;
        };
        match self.lang {
            Lang::En => !glued.is_empty(),
            Lang::Fr => glued == "le",
        }
    }

    fn push_day(&mut self, day: i8) {
        match Date::new(self.year, self.month, day) {
            Ok(date) => self.named.dates.push(PartialDate::Day(date)),
            Err(error) => self.named.impossible.push(format!("{day}: {error}")),
        }
    }
}

fn day_of(token: &Token) -> Option<i8> {
    match token {
        Token::Digits(value, _) if (1.0..=31.0).contains(value) && value.fract() == 0.0 => {
            Some(*value as i8)
        }
        Token::Digits(..) | Token::Word(_) | Token::Mark => None,
    }
}

fn year_of(token: &Token) -> Option<i16> {
    match token {
        Token::Digits(value, glued)
            if (1900.0..2100.0).contains(value) && glued != "apart" && value.fract() == 0.0 =>
        {
            Some(*value as i16)
        }
        Token::Digits(..) | Token::Word(_) | Token::Mark => None,
    }
}

fn spelled(word: &str) -> Option<f64> {
    let word = word.to_lowercase();
    let found = SPELLED
        .iter()
        .find(|(names, _)| names.contains(&word.as_str()));
    found.map(|(_, value)| *value)
}

/// Words, numbers and marks. A number of thousands is one token, glued to `apart` so that it is no year.
fn tokens(text: &str, lang: Lang) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let from = at;
        if c.is_ascii_digit() {
            let (token, next) = digits(&chars, at, lang, tokens.last());
            tokens.push(token);
            at = next;
        } else if c.is_alphabetic() {
            while chars.get(at).is_some_and(|c| c.is_alphanumeric()) {
                at += 1;
            }
            tokens.push(Token::Word(chars[from..at].iter().collect()));
        } else {
            if !c.is_whitespace() && c != '*' && tokens.last() != Some(&Token::Mark) {
                tokens.push(Token::Mark);
            }
            at += 1;
        }
    }
    tokens
}

fn digits(chars: &[char], from: usize, lang: Lang, before: Option<&Token>) -> (Token, usize) {
    let run = |from: usize| {
        let digits = chars[from..].iter().take_while(|c| c.is_ascii_digit());
        digits.count()
    };
    let mut at = from + run(from);
    let mut text: String = chars[from..at].iter().collect();
    let (is_thousands_gap, decimal): (fn(char) -> bool, char) = match lang {
        Lang::En => (|c| c == ',', '.'),
        Lang::Fr => (|c| c == ' ' || c == '\u{a0}' || c == '\u{202f}', ','),
    };
    let mut glued = String::new();
    while text.len() <= 3 && chars.get(at).is_some_and(|c| is_thousands_gap(*c)) && run(at + 1) == 3
        || glued == "apart"
            && chars.get(at).is_some_and(|c| is_thousands_gap(*c))
            && run(at + 1) == 3
    {
        text.extend(&chars[at + 1..at + 4]);
        at += 4;
        glued = "apart".to_owned();
    }
    if chars.get(at) == Some(&decimal) && run(at + 1) > 0 {
        let end = at + 1 + run(at + 1);
        text.push('.');
        text.extend(&chars[at + 1..end]);
        at = end;
    }
    let suffix: String = chars[at..]
        .iter()
        .take_while(|c| c.is_alphabetic())
        .collect();
    at += suffix.chars().count();
    // French sets a blank before the higher marks.
    let mut after = chars[at..].iter().filter(|c| !c.is_whitespace());
    let is_end = match chars.get(at) {
        Some(c) if c.is_whitespace() => after.next().is_some_and(|c| ";:!?»".contains(*c)),
        Some(c) => ",.;:)".contains(*c),
        None => true,
    };
    let is_after_le = matches!(before, Some(Token::Word(word)) if ["le", "Le", "du", "au"].contains(&word.as_str()));
    if glued.is_empty() {
        glued = suffix;
    }
    if lang == Lang::Fr && glued.is_empty() && is_after_le && is_end {
        glued = "le".to_owned();
    }
    let value = text.parse().expect("digits and at most one point");
    (Token::Digits(value, glued), at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn check(text: &str, lang: Lang, dates: &[&str], numbers: &[f64]) {
        let found = named(text, lang, date(2020, 1, 1));
        let found_dates: Vec<String> = found.dates.iter().map(ToString::to_string).collect();
        assert_eq!(found_dates, dates, "{text}");
        let values: Vec<f64> = found.numbers.iter().map(|number| number.value).collect();
        assert_eq!(values, numbers, "{text}");
    }

    #[test]
    fn dates_and_numbers_are_found() {
        let en = "On 31 October 2023, by 131 votes; on 2 May it may go. In March: 5,100 men, three camps, 1.6 km.";
        check(
            en,
            Lang::En,
            &["2023-10-31", "2023-05-02", "2023-03"],
            &[131.0, 5100.0, 3.0, 1.6],
        );
        let en = "Ber on 13 August 2023, Goundam on the 16th, in 2018 12,231 soldiers";
        check(
            en,
            Lang::En,
            &["2023-08-13", "2023-08-16", "2018"],
            &[12231.0],
        );
        let fr = "Le 1er juillet 2022, 12 231 soldats ; le 19, un avion. Août : 1,6 km, dix jours.";
        check(
            fr,
            Lang::Fr,
            &["2022-07-01", "2022-07-19", "2022-08"],
            &[12231.0, 1.6, 10.0],
        );
    }
}
