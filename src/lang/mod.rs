//! The two languages: texts of the facts, texts of the program, and their typography.
//!
//! A text exists in both languages or it does not exist: the types see to that. It holds no facts.

/// Declares words: name, English, French.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $en:literal, $fr:literal;)*) => {
        $($(#[$doc])* pub const $name: crate::lang::Words =
            crate::lang::Words { en: $en, fr: $fr };)*

        #[cfg(test)]
        pub(super) const ALL: &[(&str, crate::lang::Words)] = &[$((stringify!($name), $name),)*];
    };
}

pub mod compare_words;
pub mod editor_words;
pub mod export_words;
pub mod film_words;
pub mod filter_words;
pub mod history_words;
pub mod own_words;
pub mod page_words;
pub mod pair_words;
pub mod picture_words;
pub mod present_words;
pub mod series_words;
pub mod slide_words;
pub mod time_words;
mod typography;
pub mod ui_words;
pub mod words;

pub use typography::{number, typeset};

use serde::{Deserialize, Serialize};

/// A language of the program.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

impl Lang {
    /// Both, in the order they are offered.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Fr];

    /// The ISO 639-1 code.
    pub const fn id(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Fr => "fr",
        }
    }

    /// The language of an ISO 639-1 code.
    pub fn from_id(id: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|l| l.id() == id)
    }

    /// The language of a locale name such as `fr_FR.UTF-8`; English when it is neither.
    pub fn of_locale(locale: &str) -> Lang {
        if locale.to_ascii_lowercase().starts_with("fr") {
            Lang::Fr
        } else {
            Lang::En
        }
    }
}

/// A text of the data in both languages.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// English.
    pub en: String,
    /// French, plain: no-break spaces are left to [`typeset`].
    pub fr: String,
}

impl Bilingual {
    /// The text as it stands in the data.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Fr => &self.fr,
        }
    }

    /// The text as it is set: with the spaces and marks of the language.
    pub fn set(&self, lang: Lang) -> String {
        typeset(self.get(lang), lang)
    }
}

/// A text of the program in both languages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Words {
    /// English.
    pub en: &'static str,
    /// French.
    pub fr: &'static str,
}

impl Words {
    /// The text in a language.
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Fr => self.fr,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_there_in_both_languages() {
        let tables = [
            compare_words::ALL,
            export_words::ALL,
            editor_words::ALL,
            filter_words::ALL,
            history_words::ALL,
            page_words::ALL,
            pair_words::ALL,
            own_words::ALL,
            picture_words::ALL,
            series_words::ALL,
            present_words::ALL,
            slide_words::ALL,
            time_words::ALL,
            ui_words::ALL,
            words::ALL,
        ];
        for (name, words) in tables.concat() {
            for text in [words.en, words.fr] {
                let is_set = text.trim() == text && !text.contains('\'');
                assert!(!text.is_empty() && is_set, "{name}");
            }
        }
    }
}
