//! Lists in words: "a, b and c", and how many more when there are too many.

use crate::lang::{Lang, number};

/// The first `most` of several things in words; the others are counted.
pub(super) fn said(mut things: Vec<String>, most: usize, lang: Lang) -> String {
    let rest = things.len().saturating_sub(most);
    if rest > 0 {
        things.truncate(most);
        things.push(more(rest, lang));
        let last = things.pop().unwrap_or_default();
        return format!("{} {last}", things.join(", "))
            .trim_start()
            .to_owned();
    }
    let and = match lang {
        Lang::En => "and",
        Lang::Fr => "et",
    };
    match things.pop() {
        Some(last) if things.is_empty() => last,
        Some(last) => format!("{} {and} {last}", things.join(", ")),
        None => String::new(),
    }
}

/// "and 3 more".
pub(super) fn more(count: usize, lang: Lang) -> String {
    let figure = number(u32::try_from(count).unwrap_or(u32::MAX), lang);
    match (lang, count) {
        (Lang::En, _) => format!("and {figure} more"),
        (Lang::Fr, 1) => "et un autre".to_owned(),
        (Lang::Fr, _) => format!("et {figure} autres"),
    }
}

/// "2 more events".
pub(super) fn more_events(count: usize, lang: Lang) -> String {
    let figure = number(u32::try_from(count).unwrap_or(u32::MAX), lang);
    match (lang, count) {
        (Lang::En, 1) => "one more event".to_owned(),
        (Lang::En, _) => format!("{figure} more events"),
        (Lang::Fr, 1) => "un autre événement".to_owned(),
        (Lang::Fr, _) => format!("{figure} autres événements"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_end_in_a_word() {
        let say = |n: usize, most| {
            let things = ["a", "b", "c", "d"][..n].iter().map(|s| (*s).to_owned());
            said(things.collect(), most, Lang::En)
        };
        assert_eq!(say(0, 9), "");
        assert_eq!(say(1, 9), "a");
        assert_eq!(say(2, 9), "a and b");
        assert_eq!(say(4, 9), "a, b, c and d");
        assert_eq!(say(4, 2), "a, b and 2 more");
        assert_eq!(more(1, Lang::Fr), "et un autre");
    }
}
