//! The stories that ship with the program, in the order they are offered, each with a page for the teacher.
//!
//! Their texts stand in `data/stories/`; `tests/stories.rs` holds each to the facts. It shows and exports nothing.

use super::{Story, file};
use crate::lang::Lang;

/// A story that ships with the program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BuiltIn {
    /// The name of its file, which names it on the command line as well.
    pub id: &'static str,
    /// Its text.
    pub text: &'static str,
    notes: TeachersNotes,
}

/// The page for the teacher, Markdown. A link in it leads to the web or to a thing of the facts, such as
/// `event:2023-10-31-minusma-kidal`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct TeachersNotes {
    en: &'static str,
    fr: &'static str,
}

/// The story of that name, from its three files.
macro_rules! built_in {
    ($id:literal) => {
        BuiltIn {
            id: $id,
            text: include_str!(concat!("../../data/stories/", $id, ".toml")),
            notes: TeachersNotes {
                en: include_str!(concat!("../../data/stories/", $id, ".notes.en.md")),
                fr: include_str!(concat!("../../data/stories/", $id, ".notes.fr.md")),
            },
        }
    };
}

/// All of them.
pub const ALL: &[BuiltIn] = &[
    built_in!("france-leaves-the-sahel"),
    built_in!("closed-skies"),
    built_in!("g5-to-aes"),
    built_in!("un-leaves-mali"),
];

impl BuiltIn {
    /// The story of a name.
    pub fn of_id(id: &str) -> Option<BuiltIn> {
        ALL.iter().copied().find(|story| story.id == id)
    }

    /// The story.
    pub fn story(self) -> Story {
        file::read(self.text).expect("a test reads every story that ships")
    }

    /// The page for the teacher: aim, questions, what to point at. Markdown.
    pub fn notes(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.notes.en,
            Lang::Fr => self.notes.fr,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_story_that_ships_can_be_read() {
        for built_in in ALL {
            let story =
                file::read(built_in.text).unwrap_or_else(|e| panic!("{}: {e}", built_in.id));
            assert!(!story.steps.is_empty(), "{}", built_in.id);
            assert_eq!(BuiltIn::of_id(built_in.id), Some(*built_in));
        }
    }
}
