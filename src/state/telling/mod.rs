//! The story that is open: which step is shown, and going from one to the next.
//!
//! What a step shows is worked out in `shown`, the way there in `glide`, what stands over it before a class in
//! `present`; changes are `edit`'s, files are asked for in `shelf`. It opens no file and draws nothing.

pub mod edit;
mod field;
mod glide;
mod present;
pub mod shelf;
mod shown;
#[cfg(test)]
mod tests;
mod told;

use edit::{EditAction, Edits};
pub use present::{Blank, Over, Page, PresentAction, Presenting, Quiz, QuizAction, Stage, Tool};
use shelf::{FileAction, Then};
pub use shown::{capture, frame_box, has_wandered, view_of};

use super::{Action, Effect, HistoryAction, KeptView, State, TimeAction};
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
    /// What was changed.
    pub edits: Edits,
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
    /// Let so many seconds pass: glides and played steps go on.
    Pass(f64),
    /// The map's page is now like that.
    Page(Page),
    /// Present.
    Present(PresentAction),
    /// Hide names and reveal them.
    Quiz(QuizAction),
    /// Change it.
    Edit(EditAction),
    /// Stories and files.
    File(FileAction),
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
    /// A story at its first step. One of the program's own needs no saving, nor one that stands in its file.
    pub fn open(story: Arc<Story>, origin: Origin) -> Telling {
        let edits = Edits::of_saved(match origin {
            Origin::BuiltIn(_) | Origin::File(_) => Some(story.clone()),
            Origin::New => None,
        });
        Telling {
            story,
            origin,
            edits,
            at: 0,
        }
    }

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

pub(super) fn apply(state: &mut State, action: StoryAction) -> Option<Effect> {
    match action {
        StoryAction::Open(story, origin) => {
            shelf::open(state, Then::Open(story, origin));
            None
        }
        StoryAction::Close => {
            shelf::open(state, Then::Close);
            None
        }
        StoryAction::Go(go) => {
            if let Some(telling) = &mut state.telling {
                let before = telling.at;
                telling.go(go);
                telling.edits.rest();
                if telling.at != before {
                    state.stage.wipe();
                }
                if let Some(presenting) = &mut state.stage.presenting {
                    presenting.blank = None;
                }
                shown::go(state, go);
            }
            None
        }
        StoryAction::Edit(action) => {
            edit::apply(state, action);
            None
        }
        StoryAction::File(action) => shelf::apply(state, action),
        StoryAction::Pass(dt_secs) => {
            present::pass(state, dt_secs);
            None
        }
        StoryAction::Page(page) => {
            shown::set_page(state, page);
            None
        }
        StoryAction::Present(action) => {
            present::apply(state, action);
            None
        }
        StoryAction::Quiz(action) => {
            present::quiz(state, action);
            None
        }
    }
}

/// Undoes one thing of the stage; was there any?
pub(super) fn escape(state: &mut State) -> bool {
    present::escape(state)
}

/// Whoever takes the map or the day into the hand stops a glide where it is.
pub(super) fn give_way(state: &mut State, to: &Action) {
    let takes = match to {
        Action::Map(_) | Action::Filter(_) | Action::Select(_) | Action::Compare(_) => true,
        Action::Time(TimeAction::Tick(_) | TimeAction::PassQuiet(..)) => false,
        Action::Time(_) => true,
        Action::History(HistoryAction::Pass(..)) => false,
        Action::History(_) => true,
        Action::Look(_)
        | Action::Lanes(_)
        | Action::Story(_)
        | Action::Export(_)
        | Action::Escape
        | Action::OpenUrl(_)
        | Action::Copy(_)
        | Action::Quit => false,
    };
    if takes {
        state.stage.glide = None;
    }
}
