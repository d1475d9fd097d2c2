//! The marks and spaces of each language: French thin no-break spaces, apostrophes, thousands.
//!
//! It changes how a text is set, never what it says.

use super::Lang;

/// The space before `; : ! ?`, inside guillemets and between thousands in French.
const NARROW_NO_BREAK: char = '\u{202F}';

/// Sets a text: typographic apostrophes in both languages, and in French narrow no-break spaces
/// before `; : ! ? %` and inside « ». Addresses (`https://…`) keep their colons.
pub fn typeset(text: &str, lang: Lang) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    let mut previous = ' ';
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        match (lang, c) {
            (_, '\'') if previous.is_alphanumeric() => out.push('’'),
            (Lang::Fr, ' ' | '\u{A0}') if next.is_some_and(|n| ";:!?%»".contains(n)) => {
                out.push(NARROW_NO_BREAK);
            }
            (Lang::Fr, ' ' | '\u{A0}') if previous == '«' => out.push(NARROW_NO_BREAK),
            (Lang::Fr, ' ') if previous.is_ascii_digit() && thousands_follow(&chars) => {
                out.push(NARROW_NO_BREAK);
            }
            (Lang::En | Lang::Fr, other) => out.push(other),
        }
        previous = c;
    }
    out
}

fn thousands_follow(rest: &std::iter::Peekable<std::str::Chars<'_>>) -> bool {
    let mut rest = rest.clone();
    let three = (0..3).all(|_| rest.next().is_some_and(|c| c.is_ascii_digit()));
    three && !rest.next().is_some_and(|c| c.is_ascii_digit())
}

/// A whole number with its thousands parted: `13,900` or `13 900`.
pub fn number(value: u32, lang: Lang) -> String {
    let digits = value.to_string();
    let separator = match lang {
        Lang::En => ',',
        Lang::Fr => NARROW_NO_BREAK,
    };
    let mut out = String::with_capacity(digits.len() + 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_gets_its_spaces() {
        let check = |plain: &str, set: &str| assert_eq!(typeset(plain, Lang::Fr), set);
        check("Quoi ? Oui !", "Quoi\u{202F}? Oui\u{202F}!");
        check(
            "dit « oui » ; non",
            "dit «\u{202F}oui\u{202F}»\u{202F}; non",
        );
        check("l'armée", "l’armée");
        check("environ 13 900 soldats", "environ 13\u{202F}900 soldats");
        check("en 2012 et 15 h", "en 2012 et 15 h");
        check("https://a.b", "https://a.b");
    }

    #[test]
    fn english_keeps_its_spaces() {
        assert_eq!(typeset("Why : Mali's", Lang::En), "Why : Mali’s");
    }

    #[test]
    fn thousands() {
        assert_eq!(number(0, Lang::En), "0");
        assert_eq!(number(999, Lang::En), "999");
        assert_eq!(number(13_900, Lang::En), "13,900");
        assert_eq!(number(1_234_567, Lang::Fr), "1\u{202F}234\u{202F}567");
    }
}
