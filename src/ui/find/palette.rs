//! The commands that fit what stands after `>`, from the one table of commands.
//!
//! It lists them; `keyboard` carries them out.

use super::listing::{Does, Item, Line, Listing, Marked, Sign};
use crate::lang::{Lang, ui_words as w};
use crate::model::search::{Builder, Part, Query};
use crate::ui::commands::{Command, Entry, TABLE, keys_words};
use crate::ui::facts::counted;
use crate::ui::shown::Shown;

/// The commands whose names hold the words, or all of them.
pub fn commands(shown: &Shown<'_>, name: &str) -> Listing {
    let lang = shown.lang();
    let entries: Vec<&Entry> = TABLE
        .iter()
        .filter(|e| e.command != Command::Commands)
        .collect();
    let mut builder = Builder::default();
    for entry in &entries {
        builder.document();
        for lang in Lang::ALL {
            builder.field(Part::Name, entry.words.get(lang));
        }
    }
    let index = builder.finish();
    let answer = index.find(&Query::new(name));
    let order: Vec<usize> = if name.trim().is_empty() {
        (0..entries.len()).collect()
    } else {
        let best = answer.best(0..entries.len(), entries.len());
        best.documents.into_iter().map(|(entry, _)| entry).collect()
    };
    let mut lines = Vec::new();
    if !order.is_empty() {
        lines.push(Line::Heading(shown.say(w::FOUND_COMMANDS), String::new()));
    }
    lines.extend(order.iter().map(|&at| {
        let text = shown.say(entries[at].words);
        let end = keys_words(entries[at], lang);
        Line::Item(Item {
            sign: Sign::None,
            name: format!("{text}, {end}"),
            title: Marked {
                marks: answer.marks(&text),
                text,
            },
            below: None,
            place: String::new(),
            end,
            does: Does::Command(entries[at].command),
        })
    }));
    Listing {
        hint: order.is_empty().then_some(w::NO_COMMAND),
        status: counted(order.len(), w::RESULT_ONE, w::RESULT_MANY, lang),
        lines,
    }
}
