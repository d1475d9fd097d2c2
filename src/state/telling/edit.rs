//! Editing the open story: every change can be undone and done again.
//!
//! Invariant: whatever is asked for, the step shown is one of the story, and [`file::write`] can write it. Typing in
//! one field is one change until [`EditAction::Rest`]. It opens no file; what is on the disk is `shelf`'s.

use super::super::{KeptView, State};
use super::{Origin, Telling, shown};

pub use super::field::{Field, Mark};

use crate::geo::MapBox;
use crate::lang::{Bilingual, Lang};
use crate::model::Thing;
use crate::story::{Picture, Played, Pointer, Step, Story, file};
use crate::style::Theme;
use std::sync::Arc;

/// So many changes can be undone.
const KEPT: usize = 300;
/// So much text is kept for undoing, in bytes.
const KEPT_BYTES: usize = 64 << 20;

/// A change to the open story. Steps are counted from 0; one that is not there is left alone.
#[derive(Clone, PartialEq, Debug)]
pub enum EditAction {
    /// The view as a new step after the shown one, which it becomes; that part of the map is seen. Without a story
    /// one is begun.
    Capture(MapBox),
    /// The view for the shown step, whose words stay; that part of the map is seen.
    Retake(MapBox),
    /// A step to another place.
    Move {
        /// Where it is.
        from: usize,
        /// Where it will be.
        to: usize,
    },
    /// A step twice; the second is shown.
    Duplicate(usize),
    /// A step away.
    Delete(usize),
    /// What a field says in a language.
    Words(Field, Lang, String),
    /// What plays when a step opens.
    Play(usize, Option<Played>),
    /// Points at a thing, or rests on it.
    Mark(Mark, usize, Thing),
    /// No longer so.
    Unmark(Mark, usize, Thing),
    /// The picture of a step.
    Picture(usize, Option<Picture>),
    /// The colours of a step; nothing leaves them to whoever watches.
    Theme(usize, Option<Theme>),
    /// What is typed from now on is another change.
    Rest,
    /// The story as it was before the last change.
    Undo,
    /// The change again.
    Redo,
}

/// What was changed, and what the file holds.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Edits {
    past: Vec<Moment>,
    future: Vec<Moment>,
    /// The field that is being typed in.
    typing: Option<(Field, Lang)>,
    /// The story as its file holds it; nothing while there is none.
    saved: Option<Arc<Story>>,
}

/// The story at a time.
#[derive(Clone, PartialEq, Debug)]
struct Moment {
    story: Arc<Story>,
    at: usize,
    bytes: usize,
}

impl Edits {
    /// Nothing changed yet; `saved` is what the file holds.
    pub(super) fn of_saved(saved: Option<Arc<Story>>) -> Edits {
        Edits {
            saved,
            ..Edits::default()
        }
    }

    /// Is there a change to undo?
    pub fn has_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Is there a change to do again?
    pub fn has_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// What is typed from now on is another change.
    pub(super) fn rest(&mut self) {
        self.typing = None;
    }

    fn keep(&mut self, moment: Moment) {
        self.past.push(moment);
        let mut bytes: usize = self.past.iter().map(|moment| moment.bytes).sum();
        while self.past.len() > KEPT || (bytes > KEPT_BYTES && self.past.len() > 1) {
            bytes -= self.past.remove(0).bytes;
        }
    }
}

impl Telling {
    /// Does it say what no file holds? A story of the program's own and an empty one need no file.
    pub fn is_unsaved(&self) -> bool {
        match &self.edits.saved {
            Some(saved) => !Arc::ptr_eq(saved, &self.story) && *saved != self.story,
            None => *self.story != Story::default(),
        }
    }

    /// The file holds the story as it stood then.
    pub(super) fn keep_saved(&mut self, story: Arc<Story>) {
        self.edits.saved = Some(story);
        self.edits.typing = None;
    }

    /// Another text of the same file takes its place, as one change.
    pub(super) fn replace(&mut self, story: Arc<Story>) {
        self.enter();
        self.at = self.at.min(story.steps.len().saturating_sub(1));
        self.story = story.clone();
        self.keep_saved(story);
    }

    fn moment(&self) -> Moment {
        Moment {
            story: self.story.clone(),
            at: self.at,
            bytes: weight(&self.story),
        }
    }

    /// What stands now can be come back to.
    fn enter(&mut self) {
        let now = self.moment();
        self.edits.keep(now);
        self.edits.future.clear();
    }

    /// Changes the story; `change` gives the step to be shown, or nothing when there is nothing to do.
    fn edit(
        &mut self,
        typing: Option<(Field, Lang)>,
        change: impl FnOnce(&mut Story) -> Option<usize>,
    ) {
        let mut story = Story::clone(&self.story);
        let Some(at) = change(&mut story) else {
            return;
        };
        if story == *self.story {
            return;
        }
        if typing.is_none() || self.edits.typing != typing {
            self.enter();
        }
        self.edits.typing = typing;
        self.at = at.min(story.steps.len().saturating_sub(1));
        self.story = Arc::new(story);
    }

    /// Goes back (or forward again) by a change; true when another view is to be shown.
    fn travel(&mut self, way: Way) -> bool {
        let now = self.moment();
        let edits = &mut self.edits;
        let (from, to) = match way {
            Way::Undo => (&mut edits.past, &mut edits.future),
            Way::Redo => (&mut edits.future, &mut edits.past),
        };
        let Some(then) = from.pop() else {
            return false;
        };
        to.push(now.clone());
        edits.typing = None;
        let same_view = looks(&then) == looks(&now);
        (self.story, self.at) = (then.story, then.at);
        !same_view
    }
}

#[derive(Clone, Copy)]
enum Way {
    Undo,
    Redo,
}

/// Runs one change.
pub(super) fn apply(state: &mut State, action: EditAction) {
    let view = KeptView::of(state);
    let is_new = state.telling.is_none() && matches!(action, EditAction::Capture(_));
    if is_new {
        state.telling = Some(Telling::open(Arc::default(), Origin::New));
        state.look.story_open = true;
    }
    let Some(telling) = &mut state.telling else {
        return;
    };
    let shows = match action {
        EditAction::Undo => telling.travel(Way::Undo),
        EditAction::Redo => telling.travel(Way::Redo),
        EditAction::Rest => {
            telling.edits.rest();
            false
        }
        EditAction::Delete(step) => {
            let was_shown = telling.at == step;
            telling.delete(step);
            was_shown
        }
        EditAction::Capture(visible) => {
            telling.capture(captured(&view, &visible));
            false
        }
        EditAction::Retake(visible) => {
            telling.retake(captured(&view, &visible), view.theme);
            false
        }
        EditAction::Duplicate(step) => {
            telling.duplicate(step);
            true
        }
        EditAction::Move { from, to } => {
            telling.move_step(from, to);
            false
        }
        EditAction::Words(field, lang, text) => {
            telling.words(field, lang, text);
            false
        }
        EditAction::Play(step, play) => {
            telling.play(step, play);
            false
        }
        EditAction::Mark(mark, step, thing) => {
            telling.mark(mark, step, thing);
            false
        }
        EditAction::Unmark(mark, step, thing) => {
            telling.with_step(step, |s| mark.of_mut(s).retain(|p| p.0 != thing));
            false
        }
        EditAction::Picture(step, picture) => {
            let is_beside = |p: &Picture| file::is_beside(&p.file);
            if picture.as_ref().is_none_or(is_beside) {
                telling.with_step(step, |s| s.picture = picture);
            }
            false
        }
        EditAction::Theme(step, theme) => {
            telling.with_step(step, |s| fix(s, theme));
            telling.at == step
        }
    };
    if shows {
        shown::show(state);
    }
}

impl Telling {
    fn capture(&mut self, step: Step) {
        let after = self.at;
        self.edit(None, |story| {
            has_room(story)?;
            let at = (after + 1).min(story.steps.len());
            story.steps.insert(at, step);
            Some(at)
        });
    }

    fn retake(&mut self, taken: Step, theme: Theme) {
        let at = self.at;
        self.with_step(at, |step| {
            let is_fixed = step.view.contains_key("look");
            step.play = step.play.filter(|play| play.from < taken.day);
            (step.day, step.frame, step.view) = (taken.day, taken.frame, taken.view);
            if is_fixed {
                fix(step, Some(theme));
            }
        });
    }

    fn move_step(&mut self, from: usize, to: usize) {
        let shown = self.at;
        self.edit(None, |story| {
            let is_there = from < story.steps.len() && to < story.steps.len();
            let step = is_there.then(|| story.steps.remove(from))?;
            story.steps.insert(to, step);
            Some(match shown {
                at if at == from => to,
                at if from < at && at <= to => at - 1,
                at if to <= at && at < from => at + 1,
                at => at,
            })
        });
    }

    fn duplicate(&mut self, step: usize) {
        self.edit(None, |story| {
            has_room(story)?;
            let copy = story.steps.get(step)?.clone();
            story.steps.insert(step + 1, copy);
            Some(step + 1)
        });
    }

    fn delete(&mut self, step: usize) {
        let shown = self.at;
        self.edit(None, |story| {
            (step < story.steps.len()).then(|| story.steps.remove(step))?;
            Some(if step < shown { shown - 1 } else { shown })
        });
    }

    fn words(&mut self, field: Field, lang: Lang, text: String) {
        let at = self.at;
        self.edit(Some((field, lang)), |story| {
            let words = field.of_mut(story)?;
            let place = match lang {
                Lang::En => &mut words.en,
                Lang::Fr => &mut words.fr,
            };
            // A text that came from a file may be longer; it can be made shorter, not longer.
            let most = field.most().max(place.chars().count());
            (text.chars().count() <= most).then_some(())?;
            *place = text;
            Some(at)
        });
    }

    fn play(&mut self, step: usize, play: Option<Played>) {
        self.with_step(step, |s| {
            let day = s.day;
            if play.is_none_or(|p| file::can_play(p, day)) {
                s.play = play;
            }
        });
    }

    fn mark(&mut self, mark: Mark, step: usize, thing: Thing) {
        self.with_step(step, |s| {
            let things = mark.of_mut(s);
            let pointer = Pointer(thing);
            // A name without an id could not be read again.
            let is_named = Thing::parse(&pointer.0.to_string()).as_ref() == Some(&pointer.0);
            if is_named && !things.contains(&pointer) {
                things.push(pointer);
            }
        });
    }

    fn with_step(&mut self, step: usize, change: impl FnOnce(&mut Step)) {
        let at = self.at;
        self.edit(None, |story| {
            change(story.steps.get_mut(step)?);
            Some(at)
        });
    }
}

/// A step of the view, with a frame that a file can hold.
fn captured(view: &KeptView, visible: &MapBox) -> Step {
    let mut step = shown::capture(view, visible);
    let hold = |[west, south, east, north]: [f64; 4]| {
        [
            west.max(-180.0),
            south.max(-85.0),
            east.min(180.0),
            north.min(85.0),
        ]
    };
    step.frame = step.frame.map(hold).filter(|f| file::can_frame(*f));
    step
}

/// The colours that a step says.
fn fix(step: &mut Step, theme: Option<Theme>) {
    match theme {
        Some(theme) => {
            step.view.insert("look".to_owned(), theme.id().to_owned());
        }
        None => {
            step.view.remove("look");
        }
    }
}

fn has_room(story: &Story) -> Option<()> {
    (story.steps.len() < file::MOST_STEPS).then_some(())
}

/// What of a moment is seen on the map.
fn looks(moment: &Moment) -> Option<(usize, Step)> {
    let step = moment.story.steps.get(moment.at)?;
    Some((
        moment.at,
        Step {
            play: step.play,
            frame: step.frame,
            view: step.view.clone(),
            highlight: step.highlight.clone(),
            ..Step::on(step.day)
        },
    ))
}

/// About how much memory a story takes, in bytes.
fn weight(story: &Story) -> usize {
    let of = |words: &Bilingual| words.en.len() + words.fr.len();
    let step = |step: &Step| {
        let view: usize = step.view.iter().map(|(k, v)| k.len() + v.len()).sum();
        let things = step.highlight.len() + step.facts.len();
        of(&step.title) + of(&step.caption) + of(&step.notes) + view + things * 64 + 400
    };
    of(&story.title) + of(&story.summary) + story.steps.iter().map(step).sum::<usize>()
}
