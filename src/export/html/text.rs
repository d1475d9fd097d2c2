//! Words of a page: escaped, and in both languages at once.
//!
//! A page holds everything twice and shows one language; whatever is the same in both stands once. Nothing is
//! trusted: every text is escaped, and only plain web addresses become links.

use crate::calendar::partial_words;
use crate::export::svg;
use crate::lang::{Lang, Words, typeset};
use crate::model::Source;

/// Writing to a String cannot fail, so the results of `write!` are dropped.
macro_rules! put {
    ($out:expr, $($arg:tt)*) => {{ use std::fmt::Write as _; let _ = write!($out, $($arg)*); }};
}
pub(super) use put;

/// A text as it may stand in an element or in quotes.
pub(super) fn escaped(text: &str) -> String {
    svg::escaped(text)
}

/// A text in both languages, as elements of which the page shows one.
pub(super) fn both(text: impl Fn(Lang) -> String) -> String {
    let [en, fr] = Lang::ALL.map(|lang| escaped(&text(lang)));
    if en == fr {
        return en;
    }
    format!("<span lang=\"en\">{en}</span><span lang=\"fr\">{fr}</span>")
}

/// Words of the program in both languages.
pub(super) fn said(words: Words) -> String {
    both(|lang| typeset(words.get(lang), lang))
}

/// A label of a control: attributes from which the script takes the one that is read out.
pub(super) fn label(words: Words, shown: Lang) -> String {
    let [en, fr] = Lang::ALL.map(|lang| escaped(words.get(lang)));
    let now = escaped(words.get(shown));
    format!("aria-label=\"{now}\" title=\"{now}\" data-en=\"{en}\" data-fr=\"{fr}\"")
}

/// Sources as a list of links.
pub(super) fn sources<'a>(sources: impl IntoIterator<Item = &'a Source>) -> String {
    let mut out = String::from("<ul class=\"src\">");
    for source in sources {
        out.push_str("<li>");
        let title = escaped(&source.title);
        match source.url.as_deref().filter(|url| is_web(url)) {
            Some(url) => put!(out, "<a href=\"{}\">{title}</a>", escaped(url)),
            None => put!(out, "<cite>{title}</cite>"),
        }
        let said = both(|lang| {
            let date = source.date.map(|d| partial_words(d, lang));
            let parts = [Some(source.publisher.clone()), date];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        });
        put!(out, " <small>{said}</small></li>");
    }
    out.push_str("</ul>");
    out
}

/// Is it an address of the web and nothing else, such as a script?
fn is_web(url: &str) -> bool {
    let is_plain = !url.chars().any(|c| c.is_control() || c.is_whitespace());
    is_plain && (url.starts_with("https://") || url.starts_with("http://"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(title: &str, url: &str) -> Source {
        Source {
            publisher: "R&D".to_owned(),
            title: title.to_owned(),
            url: Some(url.to_owned()),
            date: None,
        }
    }

    #[test]
    fn what_is_alike_stands_once() {
        assert_eq!(both(|_| "a < b".to_owned()), "a &lt; b");
        let two = both(|lang| lang.id().to_owned());
        assert_eq!(
            two,
            "<span lang=\"en\">en</span><span lang=\"fr\">fr</span>"
        );
    }

    #[test]
    fn only_web_addresses_are_links() {
        let linked = |url: &str| sources([&source("\"</script>]]>", url)]);
        let good = linked("https://example.org/?a=1&b=\"2\"");
        assert!(good.contains("href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\""));
        assert!(good.contains("&quot;&lt;/script&gt;]]&gt;"));
        for bad in [
            "javascript:alert(1)",
            "data:text/html,x",
            "",
            "https://a b",
            " https://a",
        ] {
            assert!(!linked(bad).contains("href"), "{bad}");
        }
    }
}
