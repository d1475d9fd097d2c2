//! What could not be understood in a link, as plain sentences in both languages.
//!
//! It says what was expected and what was found; what to do about it is the reader's.

use crate::calendar::Date;
use crate::lang::{Bilingual, Lang, typeset};

/// Longest piece of a link that is repeated in a sentence, in characters.
const SHOWN: usize = 40;

/// Something that could not be understood.
#[derive(Clone, PartialEq, Debug)]
pub enum Fault {
    /// There is nothing in it.
    Nothing,
    /// It does not begin as a link does; its beginning.
    NoScheme(String),
    /// Written in another version of the form.
    Version(String),
    /// Longer than is read.
    TooLong,
    /// A key that this program does not know.
    UnknownKey(String),
    /// A value that could not be read.
    Value {
        /// The key.
        key: &'static str,
        /// What was expected.
        expected: Bilingual,
        /// What stood there.
        found: String,
    },
    /// The selected thing is not among the facts.
    NoSuchThing(String),
    /// A code of the filter that the facts do not know, and its key.
    NoSuchCode(&'static str, String),
    /// The range begins on a day after the one it ends on.
    Backwards(Date, Date),
    /// The key, its day, and the first and last that can be shown.
    DayOutside(&'static str, Date, Date, Date),
    /// So many more.
    More(usize),
}

impl Fault {
    /// The fault in a sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        let text = match lang {
            Lang::En => self.english(),
            Lang::Fr => self.french(),
        };
        typeset(&text, lang)
    }

    fn english(&self) -> String {
        match self {
            Fault::Nothing => "there is nothing in the view link".to_owned(),
            Fault::NoScheme(found) => {
                format!("expected a view link such as sahelscope:1?day=2022-08-15, found `{found}`")
            }
            Fault::Version(found) => format!(
                "the view link is of version `{found}`, this program reads version {}",
                super::VERSION
            ),
            Fault::TooLong => format!(
                "the view link is longer than {} characters, the rest is not read",
                super::LONGEST
            ),
            Fault::UnknownKey(key) => format!("`{key}` is not known in a view link"),
            Fault::Value {
                key,
                expected,
                found,
            } => {
                format!("{key}: expected {}, found `{found}`", expected.en)
            }
            Fault::NoSuchThing(name) => format!("select: the data hold no `{name}`"),
            Fault::NoSuchCode(key, code) => {
                format!("{key}: the data know no code `{code}`, it is left out")
            }
            Fault::DayOutside(key, day, first, last) => {
                format!("{key}: {day} is outside {first} to {last}, the nearest day is shown")
            }
            Fault::Backwards(from, day) => {
                format!("from: {from} is after {day}, that day alone is shown")
            }
            Fault::More(count) => format!("and {count} more parts that are not understood"),
        }
    }

    fn french(&self) -> String {
        match self {
            Fault::Nothing => "le lien de vue est vide".to_owned(),
            Fault::NoScheme(found) => format!(
                "un lien de vue tel que sahelscope:1?day=2022-08-15 était attendu, et non `{found}`"
            ),
            Fault::Version(found) => format!(
                "le lien de vue est de la version `{found}`, ce programme lit la version {}",
                super::VERSION
            ),
            Fault::TooLong => format!(
                "le lien de vue dépasse {} caractères, le reste n'est pas lu",
                super::LONGEST
            ),
            Fault::UnknownKey(key) => format!("`{key}` est inconnu dans un lien de vue"),
            Fault::Value {
                key,
                expected,
                found,
            } => {
                format!("{key} : attendu {}, trouvé `{found}`", expected.fr)
            }
            Fault::NoSuchCode(key, code) => {
                format!("{key} : les données n'ont pas de code `{code}`, il est laissé de côté")
            }
            Fault::NoSuchThing(name) => format!("select : les données n'ont pas de `{name}`"),
            Fault::DayOutside(key, day, first, last) => format!(
                "{key} : {day} est hors de {first} à {last}, le jour le plus proche est affiché"
            ),
            Fault::Backwards(from, day) => {
                format!("from : le {from} est après le {day}, seul ce jour est montré")
            }
            Fault::More(count) => format!("et {count} autres parties qui ne sont pas comprises"),
        }
    }
}

/// A piece of a link as a sentence may repeat it: short, on one line.
pub(super) fn shown(text: &str) -> String {
    let mut chars = text
        .chars()
        .map(|c| if c.is_control() { '\u{FFFD}' } else { c });
    let mut out: String = chars.by_ref().take(SHOWN).collect();
    if chars.next().is_some() {
        out.push('…');
    }
    out
}
