//! Words as they are compared: small letters without accents, `œ` as `oe`, every apostrophe alike.
//!
//! It knows where each word stands in the text it came from, so that what matched can be marked there.
//! It is made for Latin letters as French, English and the Sahel's languages write them; other scripts
//! keep their letters and lose only case and common vowel signs.

use std::ops::Range;

/// A word of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Word<'a> {
    /// Its letters as they are compared.
    pub folded: &'a str,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// Is it the words around an apostrophe written as one (`ndjamena`)? It comes after them.
    pub joined: bool,
}

/// Is it an apostrophe, typed or typographic, or a sign that stands for one in names?
pub fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | 'ʿ' | 'ʾ' | '`' | '´' | '′'
    )
}

/// Calls `each` with every word of a text, in order.
pub fn each_word(text: &str, mut each: impl FnMut(Word<'_>)) {
    let mut folded = String::new();
    let mut chain = String::new();
    let (mut chain_from, mut last_end) = (0, None);
    let mut from = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if is_letter(c) || (is_mark(c) && from.is_some()) {
            from.get_or_insert(at);
            fold_into(c, &mut folded);
            continue;
        }
        let Some(start) = from.take() else { continue };
        if folded.is_empty() {
            continue;
        }
        let range = start..at;
        each(Word {
            folded: &folded,
            range,
            joined: false,
        });
        if last_end.is_some_and(|end| is_one_apostrophe(&text[end..start])) {
            chain.push_str(&folded);
            each(Word {
                folded: &chain,
                range: chain_from..at,
                joined: true,
            });
        } else {
            chain.clear();
            chain.push_str(&folded);
            chain_from = start;
        }
        last_end = Some(at);
        folded.clear();
    }
}

/// The words of a text as they are compared, with a space between.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    each_word(text, |word| {
        if !word.joined {
            if !folded.is_empty() {
                folded.push(' ');
            }
            folded.push_str(word.folded);
        }
    });
    folded
}

/// Where the first letters of a word end in its text: the bytes that `start`, folded, stands for.
pub fn start_len(word: &str, start: &str) -> usize {
    let mut folded = String::new();
    let mut after = word.len();
    for (at, c) in word.char_indices() {
        if folded.len() >= start.len() && !is_mark(c) {
            after = at;
            break;
        }
        if !is_apostrophe(c) {
            fold_into(c, &mut folded);
        }
    }
    after
}

fn is_one_apostrophe(between: &str) -> bool {
    let mut chars = between.chars();
    chars.next().is_some_and(is_apostrophe) && chars.next().is_none()
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || (!c.is_ascii() && c.is_alphanumeric() && !is_apostrophe(c))
}

/// Accents that stand as signs of their own, and vowel signs of Arabic.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}')
}

fn fold_into(c: char, folded: &mut String) {
    if c.is_ascii() {
        folded.push(c.to_ascii_lowercase());
        return;
    }
    for small in c.to_lowercase().filter(|&c| !is_mark(c)) {
        match plain(small) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(small),
        }
    }
}

/// The plain letters of a small letter with an accent, a hook or a bar.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ' | 'ả' => "a",
        'æ' | 'ǽ' => "ae",
        'ɓ' => "b",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' | 'ɗ' | 'ḍ' | 'ḏ' | 'ɖ' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ǝ' | 'ɛ' | 'ẹ' | 'ẽ' => {
            "e"
        }
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'ǧ' | 'ɣ' | 'ḡ' => "g",
        'ĥ' | 'ħ' | 'ḥ' | 'ẖ' | 'ḫ' => "h",
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ǐ' | 'ị' => "i",
        'ĵ' => "j",
        'ķ' | 'ƙ' | 'ḳ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŋ' | 'ɲ' | 'ṅ' | 'ṇ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ǒ' | 'ɔ' | 'ọ' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ṣ' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ț' | 'ṭ' | 'ṯ' => "t",
        'þ' => "th",
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ǔ' | 'ụ' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' | 'ƴ' | 'ȳ' => "y",
        'ź' | 'ż' | 'ž' | 'ẓ' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        each_word(text, |word| all.push(word.folded.to_owned()));
        all
    }

    #[test]
    fn letters_are_plain() {
        let check = |text: &str, expected: &[&str]| assert_eq!(words(text), expected, "{text}");
        check("Ménaka, CÉDÉAO", &["menaka", "cedeao"]);
        check(
            "manœuvre ŒUVRE Maaß Łódź",
            &["manoeuvre", "oeuvre", "maass", "lodz"],
        );
        check("Me\u{301}naka", &["menaka"]);
        check("N’Djamena", &["n", "djamena", "ndjamena"]);
        check("N'Djamena", &["n", "djamena", "ndjamena"]);
        check(
            "aujourd'hui qu'on l'a",
            &[
                "aujourd",
                "hui",
                "aujourdhui",
                "qu",
                "on",
                "quon",
                "l",
                "a",
                "la",
            ],
        );
        check("« Gao » – 5 000/G5", &["gao", "5", "000", "g5"]);
        check("ʿAyn ɗan Ŋga", &["ayn", "dan", "nga"]);
        check("", &[]);
        check("\u{301}'\"", &[]);
    }

    #[test]
    fn words_know_where_they_stand() {
        let text = "À Ménaka";
        let mut ranges = Vec::new();
        each_word(text, |word| ranges.push(&text[word.range]));
        assert_eq!(ranges, ["À", "Ménaka"]);
        let start = |word: &str, start: &str| word[..start_len(word, start)].to_owned();
        assert_eq!(start("Ménaka", "me"), "Mé");
        assert_eq!(start("Me\u{301}naka", "me"), "Me\u{301}");
        assert_eq!(start("œuvre", "o"), "œ");
        assert_eq!(start("Gao", "gao"), "Gao");
    }

    proptest! {
        #[test]
        fn any_text_has_words_inside_it(text in "\\PC{0,40}") {
            each_word(&text, |word| {
                assert!(!word.folded.is_empty() && !text[word.range.clone()].is_empty());
                assert!(start_len(&text[word.range], word.folded) > 0);
            });
        }

        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = words(&text.replace(is_apostrophe, " "));
            prop_assert_eq!(words(&once.join(" ")), once);
        }
    }
}
