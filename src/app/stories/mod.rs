//! Story files for the window: orders carried out on a thread of their own, news given to the state, drafts kept.
//!
//! What is asked of the user, and what follows from an answer, is decided in `state`. Without a folder for drafts none
//! are kept.

mod desk;
mod drafts;

use crate::export::story_file::{Print, Written};
use crate::state::edit::EditAction;
use crate::state::shelf::{EXTENSION, Fault, FileAction, News, Order, Question, Unread, When};
use crate::state::{Action, Origin, State, StoryAction, Telling, apply};
use crate::story::{Picture, Story};
use desk::{Answer, Desk, Dialog, Job};
use egui::Context;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A draft is written when nothing has been changed for so long, in seconds.
const REST_SECS: f64 = 1.5;

/// The story files of a session.
#[derive(Default)]
pub(super) struct Stories {
    desk: Desk,
    /// What files held when they were last read or written.
    prints: BTreeMap<PathBuf, Print>,
    /// A change by somebody else that has been told of.
    told: Option<Print>,
    /// Where drafts are kept.
    folder: Option<PathBuf>,
    /// Drafts of earlier runs that are offered.
    found: Vec<PathBuf>,
    /// The own draft: its file, and what it holds.
    draft: Option<(PathBuf, Option<Arc<Story>>)>,
    /// How many drafts this run has begun.
    begun: u32,
    /// The story that is waiting to be kept, and since when, in egui's seconds.
    waiting: Option<(Arc<Story>, f64)>,
    /// The file whose folder has been looked through for pictures.
    looked: Option<PathBuf>,
    was_focused: bool,
}

impl Stories {
    /// Keeps drafts in a folder, and looks for those that are left there.
    pub fn keep_in(&mut self, folder: PathBuf, ctx: &Context) {
        self.desk.ask(Job::Drafts(folder.clone()), ctx);
        self.folder = Some(folder);
    }

    /// A story was read before the window opened.
    pub fn know(&mut self, path: &Path, print: Print) {
        self.prints.insert(path.to_owned(), print);
    }

    /// Carries an order out; what comes of it is news in a later frame.
    pub fn order(&mut self, order: Order, state: &State, ctx: &Context) {
        let telling = state.telling.as_ref();
        match order {
            Order::Read(path) => self.desk.ask(Job::Read(path), ctx),
            Order::Reread(path) => self.desk.ask(Job::Reread(path), ctx),
            Order::Write(path, over) => {
                if let Some(telling) = telling {
                    let known = self.prints.get(&path).copied();
                    let story = telling.story.clone();
                    let job = Job::Write {
                        path,
                        story,
                        over,
                        known,
                    };
                    self.desk.ask(job, ctx);
                }
            }
            Order::Find => self.desk.choose(Dialog::Story, state, ctx),
            Order::FindPlace => self.desk.choose(Dialog::Place, state, ctx),
            Order::FindPicture(step) => self.desk.choose(Dialog::Picture(step), state, ctx),
            Order::Forget(path) => {
                self.found.retain(|found| *found != path);
                self.desk.ask(Job::Forget(path), ctx);
            }
        }
    }

    /// Once a frame: takes what the disk answered, looks after the draft and the file.
    pub fn look(&mut self, state: &mut State, ctx: &Context) {
        while let Some(answer) = self.desk.answer() {
            for action in self.take(answer, state) {
                if let Some(crate::state::Effect::Story(order)) = apply(state, action) {
                    self.order(order, state, ctx);
                }
            }
            ctx.request_repaint();
        }
        self.look_beside(state, ctx);
        self.adopt(state);
        let (now, focused) = ctx.input(|i| (i.time, i.focused));
        self.keep_draft(state, now, ctx);
        if focused && !self.was_focused {
            self.look_at_file(state, ctx);
        }
        self.was_focused = focused;
    }

    /// At the end: what is not saved is kept, and all is on the disk before this returns.
    pub fn leave(&mut self, state: &State) {
        self.keep_draft(state, f64::INFINITY, &Context::default());
        self.desk.finish();
    }

    /// What an answer means to the state.
    fn take(&mut self, answer: Answer, state: &State) -> Vec<Action> {
        let news = match answer {
            Answer::Read(path, Ok((story, print))) => {
                self.prints.insert(path.clone(), print);
                News::Read(path, story)
            }
            Answer::Reread(path, Ok((story, print))) => {
                self.prints.insert(path, print);
                News::Reread(story)
            }
            Answer::Read(path, Err(why)) | Answer::Reread(path, Err(why)) => {
                News::Failed(Fault::NotRead(path, why))
            }
            Answer::Wrote(path, story, Ok(Written::Done(print))) => {
                self.prints.insert(path.clone(), print);
                News::Written(path, story)
            }
            Answer::Wrote(path, _, Ok(Written::Taken)) => News::Asks(Question::Exists(path)),
            Answer::Wrote(path, _, Ok(Written::Changed)) => {
                News::Asks(Question::Changed(path, When::Saving))
            }
            Answer::Wrote(path, _, Err(why)) => News::Failed(Fault::NotWritten(path, why)),
            Answer::Looked(path, print) => match self.noticed(&path, print, state) {
                true => News::Asks(Question::Changed(path, When::Looking)),
                false => return Vec::new(),
            },
            Answer::Pictures(names) => News::Pictures(names),
            Answer::Drafts(found) => {
                let drafts = found.into_iter().map(|(draft, print)| {
                    self.found.push(draft.kept_in.clone());
                    if let (Some(of), Some(print)) = (&draft.of, print) {
                        self.prints.entry(of.clone()).or_insert(print);
                    }
                    draft
                });
                News::Drafts(drafts.collect())
            }
            Answer::Chosen(dialog, path) => return chosen(dialog, path, state),
        };
        vec![told(FileAction::News(news))]
    }

    /// Is that a change by somebody else that has not been told of?
    fn noticed(&mut self, path: &Path, print: Option<Print>, state: &State) -> bool {
        let is_open = file_of(state) == Some(path);
        let is_other = print.is_some() && print != self.prints.get(path).copied();
        let is_new = is_open && is_other && print != self.told && state.shelf.question.is_none();
        if is_new {
            self.told = print;
        }
        is_new
    }

    fn look_at_file(&mut self, state: &State, ctx: &Context) {
        if let Some(path) = file_of(state) {
            self.desk.ask(Job::Look(path.to_owned()), ctx);
        }
        self.looked = None;
    }

    /// Looks for pictures when another file is open.
    fn look_beside(&mut self, state: &State, ctx: &Context) {
        let file = file_of(state);
        if self.looked.as_deref() == file {
            return;
        }
        self.looked = file.map(Path::to_owned);
        if let Some(folder) = file.and_then(Path::parent) {
            self.desk.ask(Job::Pictures(folder.to_owned()), ctx);
        }
    }

    /// A draft that was opened is the own one from now on.
    fn adopt(&mut self, state: &State) {
        let offered = &state.shelf.drafts;
        if state.telling.is_none() || self.found.len() == offered.len() {
            return;
        }
        let is_offered = |path: &PathBuf| offered.iter().any(|draft| draft.kept_in == *path);
        if let Some(at) = self.found.iter().position(|path| !is_offered(path)) {
            self.draft = Some((self.found.remove(at), None));
        }
    }

    /// Writes the draft when the story has rested, and takes it away when a file holds the story.
    fn keep_draft(&mut self, state: &State, now: f64, ctx: &Context) {
        let Some(folder) = self.folder.clone() else {
            return;
        };
        let unsaved = state.telling.as_ref().filter(|t| t.is_unsaved());
        let Some(telling) = unsaved else {
            self.waiting = None;
            if let Some((path, _)) = self.draft.take() {
                self.desk.ask(Job::Forget(path), ctx);
            }
            return;
        };
        let held = self.draft.as_ref().and_then(|(_, story)| story.as_ref());
        if held.is_some_and(|held| Arc::ptr_eq(held, &telling.story)) {
            return;
        }
        let since = match &self.waiting {
            Some((story, since)) if Arc::ptr_eq(story, &telling.story) => *since,
            Some(_) | None => {
                ctx.request_repaint_after_secs(REST_SECS as f32 + 0.05);
                self.waiting = Some((telling.story.clone(), now));
                now
            }
        };
        if now - since >= REST_SECS || now.is_infinite() {
            self.write_draft(&folder, telling, ctx);
        }
    }

    fn write_draft(&mut self, folder: &Path, telling: &Telling, ctx: &Context) {
        let path = match self.draft.take() {
            Some((path, _)) => path,
            None => self.free_name(folder),
        };
        let of = match &telling.origin {
            Origin::File(path) => Some(path.clone()),
            Origin::BuiltIn(_) | Origin::New => None,
        };
        let print = of.as_ref().and_then(|path| self.prints.get(path).copied());
        let story = telling.story.clone();
        self.draft = Some((path.clone(), Some(story.clone())));
        let job = Job::Draft {
            path,
            story,
            of,
            print,
        };
        self.desk.ask(job, ctx);
    }

    /// A name that no draft has: of this process, and none that is offered.
    fn free_name(&mut self, folder: &Path) -> PathBuf {
        loop {
            self.begun += 1;
            let name = format!("story-{}-{}.{EXTENSION}", std::process::id(), self.begun);
            let path = folder.join(name);
            if !self.found.contains(&path) {
                return path;
            }
        }
    }
}

fn told(action: FileAction) -> Action {
    Action::Story(StoryAction::File(action))
}

/// The file of the open story.
fn file_of(state: &State) -> Option<&Path> {
    match &state.telling.as_ref()?.origin {
        Origin::File(path) => Some(path),
        Origin::BuiltIn(_) | Origin::New => None,
    }
}

/// What follows from a choice in the system's dialog.
fn chosen(dialog: Dialog, path: PathBuf, state: &State) -> Vec<Action> {
    match dialog {
        Dialog::Story => vec![told(FileAction::Open(path))],
        Dialog::Place => {
            let path = match path.extension() {
                Some(_) => path,
                None => path.with_extension(EXTENSION),
            };
            vec![told(FileAction::SaveAs(path))]
        }
        Dialog::Picture(step) => {
            let is_beside = path.parent() == file_of(state).and_then(Path::parent);
            let name = path.file_name().and_then(|name| name.to_str());
            match name.filter(|_| is_beside) {
                Some(file) => {
                    let kept = state.telling.as_ref();
                    let kept = kept.and_then(|t| t.story.steps.get(step)?.picture.clone());
                    let picture = Picture {
                        file: file.to_owned(),
                        alt: kept.as_ref().map(|p| p.alt.clone()).unwrap_or_default(),
                        credit: kept.map(|p| p.credit).unwrap_or_default(),
                    };
                    let edit = EditAction::Picture(step, Some(picture));
                    vec![Action::Story(StoryAction::Edit(edit))]
                }
                None => vec![told(FileAction::News(News::Failed(Fault::NotBeside(path))))],
            }
        }
    }
}

/// A story with what its file held, or why it is none.
type Found = Result<(Arc<Story>, Print), Unread>;
