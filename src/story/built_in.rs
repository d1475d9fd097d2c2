//! The stories that ship with the program, in the order they are offered.
//!
//! Their texts stand in `data/stories/`; a test holds each to the facts.

use super::{Story, file};

/// A story that ships with the program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BuiltIn {
    /// The name of its file, which names it on the command line as well.
    pub id: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// All of them.
pub const ALL: &[BuiltIn] = &[
    BuiltIn {
        id: "france-leaves-the-sahel",
        text: include_str!("../../data/stories/france-leaves-the-sahel.toml"),
    },
    BuiltIn {
        id: "closed-skies",
        text: include_str!("../../data/stories/closed-skies.toml"),
    },
    BuiltIn {
        id: "g5-to-aes",
        text: include_str!("../../data/stories/g5-to-aes.toml"),
    },
    BuiltIn {
        id: "un-leaves-mali",
        text: include_str!("../../data/stories/un-leaves-mali.toml"),
    },
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
        }
    }
}
