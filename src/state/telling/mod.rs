//! The story that is open: which step is shown, and going from one to the next.
//!
//! What a step shows is worked out in `shown`. It opens no file and draws nothing.

mod shown;

pub use shown::{capture, frame_box, view_of};

use super::State;
use crate::story::Story;
use std::path::PathBuf;
use std::sync::Arc;

/// Where an open story comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Origin {
    /// It ships with the program, under that name.
    BuiltIn(&'static str),
    /// A file.
    File(PathBuf),
    /// Begun in the program and not saved yet.
    New,
}

/// The open story. Invariant: `at` is a step of it, or 0 while it has none.
#[derive(Clone, PartialEq, Debug)]
pub struct Telling {
    /// The story as it stands.
    pub story: Arc<Story>,
    /// Where it comes from.
    pub origin: Origin,
    /// The step shown, from 0.
    at: usize,
}

/// What can be done with stories.
#[derive(Clone, PartialEq, Debug)]
pub enum StoryAction {
    /// Open a story and show its first step.
    Open(Arc<Story>, Origin),
    /// Close it; what is shown stays.
    Close,
    /// Show a step.
    Go(Go),
}

/// Which step to show.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Go {
    /// The next; the last stays.
    Next,
    /// The one before; the first stays.
    Back,
    /// The first.
    First,
    /// The last.
    Last,
    /// That one, from 0, or the last when there are fewer.
    To(usize),
    /// The same again: back to it after wandering off.
    Again,
}

impl Telling {
    /// The step shown, from 0.
    pub fn at(&self) -> usize {
        self.at
    }

    fn go(&mut self, go: Go) {
        let last = self.story.steps.len().saturating_sub(1);
        self.at = match go {
            Go::Next => (self.at + 1).min(last),
            Go::Back => self.at.saturating_sub(1),
            Go::First => 0,
            Go::Last => last,
            Go::To(step) => step.min(last),
            Go::Again => self.at,
        };
    }
}

pub(super) fn apply(state: &mut State, action: StoryAction) {
    match action {
        StoryAction::Open(story, origin) => {
            let at = 0;
            state.telling = Some(Telling { story, origin, at });
            shown::show(state);
        }
        StoryAction::Close => state.telling = None,
        StoryAction::Go(go) => {
            if let Some(telling) = &mut state.telling {
                telling.go(go);
            }
            shown::show(state);
        }
    }
}
