//! The texts of a story and the things of its steps, by name: what can be typed and marked.
//!
//! It changes nothing by itself; `edit` does.

use crate::lang::Bilingual;
use crate::story::{Pointer, Step, Story};

/// A text of a story.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Field {
    /// What the story is called.
    StoryTitle,
    /// What it tells.
    Summary,
    /// The line in large type of a step.
    Title(usize),
    /// What the class reads.
    Caption(usize),
    /// What only the presenter reads.
    Notes(usize),
    /// What the picture of a step shows.
    Alt(usize),
}

/// What a thing is to a step.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Mark {
    /// It is pointed at.
    Highlight,
    /// The words rest on it.
    Fact,
}

impl Field {
    /// How long it can be typed, in characters.
    pub const fn most(self) -> usize {
        match self {
            Field::StoryTitle | Field::Title(_) => 200,
            Field::Summary | Field::Alt(_) => 600,
            Field::Caption(_) => 4_000,
            Field::Notes(_) => 20_000,
        }
    }

    /// The text in a story, if there is such a step.
    pub fn of(self, story: &Story) -> Option<&Bilingual> {
        let step = |at: usize| story.steps.get(at);
        match self {
            Field::StoryTitle => Some(&story.title),
            Field::Summary => Some(&story.summary),
            Field::Title(at) => Some(&step(at)?.title),
            Field::Caption(at) => Some(&step(at)?.caption),
            Field::Notes(at) => Some(&step(at)?.notes),
            Field::Alt(at) => Some(&step(at)?.picture.as_ref()?.alt),
        }
    }

    pub(super) fn of_mut(self, story: &mut Story) -> Option<&mut Bilingual> {
        match self {
            Field::StoryTitle => Some(&mut story.title),
            Field::Summary => Some(&mut story.summary),
            Field::Title(at) => Some(&mut story.steps.get_mut(at)?.title),
            Field::Caption(at) => Some(&mut story.steps.get_mut(at)?.caption),
            Field::Notes(at) => Some(&mut story.steps.get_mut(at)?.notes),
            Field::Alt(at) => Some(&mut story.steps.get_mut(at)?.picture.as_mut()?.alt),
        }
    }
}

impl Mark {
    /// The things of a step.
    pub fn of(self, step: &Step) -> &[Pointer] {
        match self {
            Mark::Highlight => &step.highlight,
            Mark::Fact => &step.facts,
        }
    }

    pub(super) fn of_mut(self, step: &mut Step) -> &mut Vec<Pointer> {
        match self {
            Mark::Highlight => &mut step.highlight,
            Mark::Fact => &mut step.facts,
        }
    }
}
