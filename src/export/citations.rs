//! Sources as citations: plain text, BibTeX, CSL-JSON.
//!
//! Only what the facts hold is written: a date as precisely as it is known, no access date, for none is known. It
//! chooses no sources.

use crate::calendar::{PartialDate, partial_words};
use crate::lang::Lang;
use crate::model::Source;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// How citations are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Style {
    /// A line a source.
    Plain,
    /// For LaTeX.
    Bibtex,
    /// For Zotero, Pandoc and the like.
    CslJson,
}

impl Style {
    /// All of them, in the order they are offered.
    pub const ALL: [Style; 3] = [Style::Plain, Style::Bibtex, Style::CslJson];
}

/// The citations of sources under the name of what they are about.
pub fn citations(style: Style, about: &str, sources: &[Source], lang: Lang) -> String {
    match style {
        Style::Plain => {
            let lines: Vec<String> = sources.iter().map(|s| citation(s, lang)).collect();
            format!("{about}\n{}\n", lines.join("\n"))
        }
        Style::Bibtex => bibtex(sources),
        Style::CslJson => csl_json(sources),
    }
}

/// A plain citation: publisher, title, date, address.
pub fn citation(source: &Source, lang: Lang) -> String {
    let date = source.date.map(|d| partial_words(d, lang));
    let title = match lang {
        Lang::En => format!("“{}”", source.title),
        Lang::Fr => format!("«\u{202F}{}\u{202F}»", source.title),
    };
    let parts = [
        Some(source.publisher.clone()),
        Some(title),
        date,
        source.url.clone(),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// An `@online` entry a source, as biblatex has it; classic BibTeX takes it for `@misc`.
fn bibtex(sources: &[Source]) -> String {
    let mut text = String::new();
    for (source, key) in sources.iter().zip(keys(sources)) {
        let mut fields = vec![
            ("author", format!("{{{}}}", escaped(&source.publisher))),
            ("title", format!("{{{}}}", escaped(&source.title))),
        ];
        fields.extend(source.date.map(|date| ("date", date.to_string())));
        let year = |date: PartialDate| ("year", date.first().year().to_string());
        fields.extend(source.date.map(year));
        fields.extend(source.url.as_deref().map(|url| ("url", verbatim(url))));
        // Writing to a string cannot fail.
        let _ = writeln!(text, "@online{{{key},");
        for (name, value) in fields {
            let _ = writeln!(text, "  {name} = {{{value}}},");
        }
        let _ = writeln!(text, "}}\n");
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// An array of items of the type `webpage`, with dates in parts.
fn csl_json(sources: &[Source]) -> String {
    let items = sources.iter().zip(keys(sources)).map(|(source, key)| {
        let mut item = Map::new();
        item.insert("id".to_owned(), json!(key));
        item.insert("type".to_owned(), json!("webpage"));
        item.insert("title".to_owned(), json!(source.title));
        item.insert(
            "author".to_owned(),
            json!([{ "literal": source.publisher }]),
        );
        if let Some(date) = source.date {
            item.insert(
                "issued".to_owned(),
                json!({ "date-parts": [date_parts(date)] }),
            );
        }
        if let Some(url) = &source.url {
            item.insert("URL".to_owned(), json!(url));
        }
        Value::Object(item)
    });
    let items = Value::Array(items.collect());
    // A value made here has text keys only, which is all that can fail.
    serde_json::to_string_pretty(&items).unwrap_or_default() + "\n"
}

fn date_parts(date: PartialDate) -> Vec<i16> {
    match date {
        PartialDate::Year(year) => vec![year],
        PartialDate::Month(year, month) => vec![year, month.into()],
        PartialDate::Day(day) => vec![day.year(), day.month().into(), day.day().into()],
    }
}

/// A key a source, of its publisher and year; letters tell apart those that are alike.
fn keys(sources: &[Source]) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let key = |source: &Source| {
        let plain = source.publisher.chars().filter(char::is_ascii_alphanumeric);
        let name: String = plain.collect::<String>().to_ascii_lowercase();
        let name = if name.is_empty() { "source" } else { &name };
        let year = source.date.map(|d| d.first().year().to_string());
        let key = format!("{name}{}", year.unwrap_or_default());
        let count = seen.entry(key.clone()).or_default();
        *count += 1;
        match *count {
            1 => key,
            again => format!("{key}-{again}"),
        }
    };
    sources.iter().map(key).collect()
}

/// A text in which LaTeX reads every letter as itself.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '%' | '#' | '_' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// An address is read letter by letter; only what would end the field must not stand in it.
fn verbatim(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            '\\' => out.push_str("%5C"),
            c if c.is_control() || c == ' ' => out.push_str("%20"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn source(publisher: &str, title: &str, url: Option<&str>, date: Option<&str>) -> Source {
        Source {
            publisher: publisher.to_owned(),
            title: title.to_owned(),
            url: url.map(str::to_owned),
            date: date.map(|d| crate::calendar::parse_date(d).expect("a date")),
        }
    }

    #[test]
    fn bibtex_escapes_what_latex_would_read() {
        let url = Some("https://example.org/a_b?c=100%25&d=#e");
        let one = source(
            "R&D {Sahel}",
            "50% of $5 in #1_a ~ \\x ^",
            url,
            Some("2022-08"),
        );
        assert_eq!(
            citations(Style::Bibtex, "", &[one], Lang::En),
            "@online{rdsahel2022,\n  \
             author = {{R\\&D \\{Sahel\\}}},\n  \
             title = {{50\\% of \\$5 in \\#1\\_a \\textasciitilde{} \\textbackslash{}x \\textasciicircum{}}},\n  \
             date = {2022-08},\n  year = {2022},\n  \
             url = {https://example.org/a_b?c=100%25&d=#e},\n}\n"
        );
    }

    #[test]
    fn csl_json_has_dates_as_precise_as_they_are() {
        let sources = [
            source(
                "RFI",
                "Le \"départ\"\u{a0}: \\ fin",
                None,
                Some("2022-08-15"),
            ),
            source("RFI", "b", Some("https://rfi.fr/?a=1&b=2"), Some("2022-08")),
            source("Ω", "c", None, Some("2022")),
            source("AFP", "d", None, None),
        ];
        let text = citations(Style::CslJson, "", &sources, Lang::Fr);
        let items: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(items[0]["issued"]["date-parts"], json!([[2022, 8, 15]]));
        assert_eq!(items[1]["issued"]["date-parts"], json!([[2022, 8]]));
        assert_eq!(items[2]["issued"]["date-parts"], json!([[2022]]));
        assert!(items[3].get("issued").is_none() && items[3].get("accessed").is_none());
        assert_eq!(items[0]["title"], "Le \"départ\"\u{a0}: \\ fin");
        let ids: Vec<&str> = (0..4).filter_map(|i| items[i]["id"].as_str()).collect();
        assert_eq!(ids, ["rfi2022", "rfi2022-2", "source2022", "afp"]);
    }

    #[test]
    fn plain_text_names_what_it_is_about() {
        let one = source("RFI", "Gao", Some("https://rfi.fr"), Some("2022-08-15"));
        let text = citations(Style::Plain, "Base", &[one], Lang::En);
        assert_eq!(text, "Base\nRFI, “Gao”, 15 August 2022, https://rfi.fr\n");
    }

    proptest! {
        #[test]
        fn any_text_leaves_braces_in_balance(texts in prop::collection::vec(("\\PC{0,20}", "\\PC{0,30}"), 0..5)) {
            let sources: Vec<Source> = texts.iter().map(|(p, t)| source(p, t, Some(t), None)).collect();
            let text = citations(Style::Bibtex, "", &sources, Lang::En);
            let mut depth = 0i32;
            let mut before = ' ';
            for c in text.chars() {
                match c {
                    '{' if before != '\\' => depth += 1,
                    '}' if before != '\\' => depth -= 1,
                    _ => {}
                }
                prop_assert!(depth >= 0);
                before = c;
            }
            prop_assert_eq!(depth, 0);
            let json = citations(Style::CslJson, "", &sources, Lang::En);
            let items: Value = serde_json::from_str(&json).expect("JSON");
            prop_assert_eq!(items.as_array().map(Vec::len), Some(sources.len()));
        }
    }
}
