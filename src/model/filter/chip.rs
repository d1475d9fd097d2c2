//! One wish of a filter, and the facets it may be of, with their words.

use super::Filter;
use crate::lang::{Lang, Words, filter_words as w, typeset};
use crate::model::{Atlas, Category, Confidence};

/// What values a filter can choose among.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Facet {
    /// What kind of event.
    Category,
    /// Where it happens or whom it concerns.
    Country,
    /// Who acts or is acted on.
    Actor,
    /// How sure it is.
    Confidence,
}

impl Facet {
    /// All of them, in the order they are shown.
    pub const ALL: [Facet; 4] = [
        Facet::Category,
        Facet::Country,
        Facet::Actor,
        Facet::Confidence,
    ];

    /// Its heading.
    pub const fn words(self) -> Words {
        match self {
            Facet::Category => w::CATEGORIES,
            Facet::Country => w::COUNTRIES,
            Facet::Actor => w::ACTORS,
            Facet::Confidence => w::CONFIDENCE,
        }
    }
}

/// A value that can be chosen.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FacetValue {
    /// A category.
    Category(Category),
    /// A country, by its code.
    Country(String),
    /// An actor or target, by its code.
    Actor(String),
    /// A confidence.
    Confidence(Confidence),
}

impl FacetValue {
    /// What it is called.
    pub fn name(&self, atlas: &Atlas, lang: Lang) -> String {
        let text = match self {
            FacetValue::Category(category) => category.word(lang),
            FacetValue::Confidence(confidence) => confidence.word(lang),
            FacetValue::Country(code) | FacetValue::Actor(code) => atlas.short_name(code, lang),
        };
        typeset(text, lang)
    }
}

/// A wish of a filter that can be taken away by itself.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Chip {
    /// The words.
    Words,
    /// The drawn area.
    Area,
    /// One value of a facet.
    Value(FacetValue),
}

impl Chip {
    /// What it says beside others: `Actor: France`, `“gao”`.
    pub fn name(&self, filter: &Filter, atlas: &Atlas, lang: Lang) -> String {
        match self {
            Chip::Words => quoted(filter.words.trim(), lang),
            Chip::Area => typeset(w::DRAWN_AREA.get(lang), lang),
            Chip::Value(value) => {
                let name = value.name(atlas, lang);
                let of = match value {
                    FacetValue::Category(_) => return name,
                    FacetValue::Confidence(_) => return capital(&name),
                    FacetValue::Country(_) => w::COUNTRY,
                    FacetValue::Actor(_) => w::ACTOR,
                };
                let text = match lang {
                    Lang::En => format!("{}: {name}", of.get(lang)),
                    Lang::Fr => format!("{} : {name}", of.get(lang)),
                };
                typeset(&text, lang)
            }
        }
    }
}

impl Filter {
    /// What it lets through, as a sentence; nothing when that is everything.
    pub fn sentence(&self, atlas: &Atlas, lang: Lang) -> Option<String> {
        let mut parts: Vec<String> = Vec::new();
        let mut facet = |before: Option<Words>, values: Vec<FacetValue>| {
            if !values.is_empty() {
                let names = values.iter().map(|value| small(value, atlas, lang));
                let before = before.map_or(String::new(), |words| format!("{} ", words.get(lang)));
                parts.push(before + &either(names.collect(), lang));
            }
        };
        let categories = self.categories.iter().copied().map(FacetValue::Category);
        facet(None, categories.collect());
        let actors = self.actors.iter().cloned().map(FacetValue::Actor);
        facet(Some(w::OF_ACTOR), actors.collect());
        let countries = self.countries.iter().cloned().map(FacetValue::Country);
        facet(Some(w::OF_COUNTRY), countries.collect());
        let confidence = self.confidence.iter().copied().map(FacetValue::Confidence);
        facet(None, confidence.collect());
        if self.area.is_some() {
            parts.push(w::IN_THE_AREA.get(lang).to_owned());
        }
        if let Some(words) = self.wanted_words() {
            parts.push(format!(
                "{} {}",
                w::WITH_WORDS.get(lang),
                quoted(words.trim(), lang)
            ));
        }
        let text = format!("{} {}.", w::ONLY.get(lang), parts.join("; "));
        let text = match lang {
            Lang::En => text,
            Lang::Fr => text.replace("; ", " ; "),
        };
        (!parts.is_empty()).then(|| typeset(&text, lang))
    }
}

/// The name of a value in the middle of a sentence.
fn small(value: &FacetValue, atlas: &Atlas, lang: Lang) -> String {
    let name = value.name(atlas, lang);
    match value {
        FacetValue::Category(_) => {
            let mut chars = name.chars();
            let first = chars.next().into_iter().flat_map(char::to_lowercase);
            first.chain(chars).collect()
        }
        FacetValue::Country(_) | FacetValue::Actor(_) | FacetValue::Confidence(_) => name,
    }
}

/// `a, b or c`.
fn either(names: Vec<String>, lang: Lang) -> String {
    let or = match lang {
        Lang::En => "or",
        Lang::Fr => "ou",
    };
    match names.split_last() {
        Some((last, others)) if !others.is_empty() => {
            format!("{} {or} {last}", others.join(", "))
        }
        Some(_) | None => names.concat(),
    }
}

/// A text between the quotation marks of the language.
fn quoted(text: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("“{text}”"),
        Lang::Fr => format!("«\u{202F}{text}\u{202F}»"),
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}
