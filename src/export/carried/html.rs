//! Our two `<meta>` in the head of a page, however a browser has written it anew: any order, case and quotes.
//!
//! Only the head is looked into; the page itself is neither parsed nor run.

use super::{Kind, Refusal, escaped};

/// Names of our two, and the bytes among which the head of a page is looked for.
const NAMES: [&str; 2] = ["sahelscope:view", "sahelscope:data"];
const HEAD_WITHIN: usize = 256 * 1024;

/// The elements of view and data. The view comes last: a page that breaks off before it carries nothing.
pub(super) fn metadata(values: [&str; 2]) -> String {
    let pairs = NAMES.iter().zip(values).rev();
    let element = |(name, value): (&&str, &str)| {
        format!("<meta name=\"{name}\" content=\"{}\"/>", escaped(value))
    };
    pairs.map(element).collect::<Vec<_>>().join("\n")
}

/// What a page says: view and data, where they are found.
pub(super) fn of_page(bytes: &[u8]) -> Result<(Option<String>, Option<String>), Refusal> {
    let damaged = Refusal::Damaged(Kind::Html);
    let mut start = &bytes[..bytes.len().min(HEAD_WITHIN)];
    // A letter may have been cut in two at the end.
    if let Err(error) = std::str::from_utf8(start) {
        if error.error_len().is_some() {
            return Err(damaged);
        }
        start = &start[..error.valid_up_to()];
    }
    let text = std::str::from_utf8(start).map_err(|_| damaged.clone())?;
    let [view, data] = NAMES.map(|name| content_of(text, name));
    let tail = &bytes[bytes.len().saturating_sub(64)..];
    let is_whole = tail
        .trim_ascii_end()
        .to_ascii_lowercase()
        .ends_with(b"</html>");
    if view.is_none() && !is_whole {
        return Err(damaged);
    }
    Ok((view, data))
}

/// The content of the first `<meta>` of a name.
fn content_of(text: &str, name: &str) -> Option<String> {
    let mut rest = text;
    loop {
        let at = rest.find('<')?;
        rest = &rest[at + 1..];
        let is_meta = rest
            .get(..4)
            .is_some_and(|tag| tag.eq_ignore_ascii_case("meta"));
        if !is_meta || !rest[4..].starts_with(|c: char| c.is_ascii_whitespace()) {
            continue;
        }
        let (attributes, after) = attributes(&rest[4..])?;
        rest = after;
        let of = |wanted: &str| {
            let found = attributes
                .iter()
                .find(|(n, _)| n.eq_ignore_ascii_case(wanted));
            found.map(|(_, value)| value)
        };
        if of("name").is_some_and(|n| n == name) {
            return of("content").cloned();
        }
    }
}

/// Names with values.
type Attributes = Vec<(String, String)>;

/// The quoted attributes of a tag, and what stands after it; nothing when the tag does not end.
fn attributes(text: &str) -> Option<(Attributes, &str)> {
    let mut found = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            return Some((found, after));
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace() || "=>/".contains(c))?;
        let (name, after) = rest.split_at(end);
        let after = after.trim_ascii_start();
        let Some(value) = after.strip_prefix('=') else {
            // One without a value; a sign that is no name is passed over.
            rest = if end == 0 {
                &rest[rest.chars().next()?.len_utf8()..]
            } else {
                after
            };
            continue;
        };
        let value = value.trim_ascii_start();
        let quote = value.chars().next().filter(|c| "\"'".contains(*c));
        let (value, after) = match quote {
            Some(quote) => value[1..].split_once(quote)?,
            None => {
                let end = value.find(|c: char| c.is_ascii_whitespace() || c == '>')?;
                value.split_at(end)
            }
        };
        found.push((name.to_owned(), unescaped(value)));
        rest = after;
    }
}

/// A value without the references that stand for the signs of markup.
fn unescaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut parts = value.split('&');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let known = [
            ("amp;", '&'),
            ("lt;", '<'),
            ("gt;", '>'),
            ("quot;", '"'),
            ("#39;", '\''),
        ];
        let found = known
            .iter()
            .find_map(|(name, sign)| Some((sign, part.strip_prefix(name)?)));
        match found {
            Some((sign, rest)) => {
                out.push(*sign);
                out.push_str(rest);
            }
            None => {
                out.push('&');
                out.push_str(part);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(head: &str, view: Option<&str>) {
        let page = format!("<!DOCTYPE html><html><head>{head}</head></html>\n");
        let found = of_page(page.as_bytes()).expect("whole");
        assert_eq!(found.0.as_deref(), view, "{head}");
    }

    #[test]
    fn pages_that_browsers_have_written_anew_are_read() {
        check(
            "<meta name=\"sahelscope:view\" content=\"a&amp;b\"/>",
            Some("a&b"),
        );
        check(
            "<META charset=utf-8><Meta content='a \"b\"'\n name='sahelscope:view'>",
            Some("a \"b\""),
        );
        check("<meta async name = sahelscope:view content = x>", Some("x"));
        check("<meta name=\"other\" content=\"sahelscope:view\">", None);
        check("<metal name=\"sahelscope:view\" content=\"x\">", None);
        check("<meta name=\"sahelscope:view\">", None);
        check(
            "<meta = = name=\"sahelscope:view\" content=\"x\">",
            Some("x"),
        );
    }

    #[test]
    fn what_breaks_off_is_damaged() {
        for page in [
            "<!doctype html><meta name=\"sahelscope:view\" cont",
            "<html",
            "<html>\u{e9}<",
        ] {
            let refused = of_page(page.as_bytes());
            assert_eq!(refused, Err(Refusal::Damaged(Kind::Html)), "{page}");
        }
    }
}
