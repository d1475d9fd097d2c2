//! The thread that reads and writes stories, one job after the other, and the system's own dialogs.
//!
//! It decides nothing: what a job came to is an answer. The thread begins with the first job.

use super::{Found, drafts, file_of};
use crate::export::story_file::{self, Print, Written};
use crate::state::State;
use crate::state::shelf::{Draft, EXTENSION, Over};
use crate::story::Story;
use egui::Context;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

/// Something to do.
pub(super) enum Job {
    Read(PathBuf),
    Reread(PathBuf),
    Write {
        path: PathBuf,
        story: Arc<Story>,
        over: Over,
        known: Option<Print>,
    },
    /// What does the file hold now?
    Look(PathBuf),
    /// Which pictures are in the folder?
    Pictures(PathBuf),
    /// Which drafts?
    Drafts(PathBuf),
    Draft {
        path: PathBuf,
        story: Arc<Story>,
        of: Option<PathBuf>,
        print: Option<Print>,
    },
    /// Take a draft away.
    Forget(PathBuf),
}

/// What a job came to.
pub(super) enum Answer {
    Read(PathBuf, Found),
    Reread(PathBuf, Found),
    Wrote(PathBuf, Arc<Story>, Result<Written, String>),
    Looked(PathBuf, Option<Print>),
    Pictures(Vec<String>),
    Drafts(Vec<(Draft, Option<Print>)>),
    Chosen(Dialog, PathBuf),
}

/// What is chosen in a dialog.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialog {
    /// A story to open.
    Story,
    /// A place to save in.
    Place,
    /// A picture for that step.
    Picture(usize),
}

/// Where jobs are handed in and answers lie ready.
pub(super) struct Desk {
    worker: Option<(Sender<Job>, JoinHandle<()>)>,
    send: Sender<Answer>,
    answers: Receiver<Answer>,
    dialog: Option<JoinHandle<()>>,
}

impl Default for Desk {
    fn default() -> Desk {
        let (send, answers) = channel();
        Desk {
            worker: None,
            send,
            answers,
            dialog: None,
        }
    }
}

impl Desk {
    /// Hands a job in; the window is woken when it is done.
    pub fn ask(&mut self, job: Job, ctx: &Context) {
        if self.worker.is_none() {
            self.worker = begin(self.send.clone(), ctx.clone());
        }
        if let Some((jobs, _)) = &self.worker {
            // Without a thread nothing can be read or written; the panel says what stands in files.
            let _ = jobs.send(job);
        }
    }

    /// The next answer that lies ready.
    pub fn answer(&self) -> Option<Answer> {
        self.answers.try_recv().ok()
    }

    /// Waits until all that was handed in is done.
    pub fn finish(&mut self) {
        if let Some((jobs, worker)) = self.worker.take() {
            drop(jobs);
            let _ = worker.join();
        }
    }

    /// Opens the system's dialog, one at a time.
    pub fn choose(&mut self, dialog: Dialog, state: &State, ctx: &Context) {
        if self.dialog.as_ref().is_some_and(|open| !open.is_finished()) {
            return;
        }
        let folder = file_of(state).and_then(Path::parent);
        let folder = folder.unwrap_or(&state.shelf.home).to_owned();
        let (send, ctx) = (self.send.clone(), ctx.clone());
        let job = move || {
            if let Some(path) = dialog_for(dialog, &folder) {
                let _ = send.send(Answer::Chosen(dialog, path));
                ctx.request_repaint();
            }
        };
        let thread = thread::Builder::new().name("story dialog".to_owned());
        self.dialog = thread.spawn(job).ok();
    }
}

fn dialog_for(dialog: Dialog, folder: &Path) -> Option<PathBuf> {
    let open = rfd::FileDialog::new().set_directory(folder);
    match dialog {
        Dialog::Story => open.add_filter("Sahelscope", &[EXTENSION]).pick_file(),
        Dialog::Place => open.add_filter("Sahelscope", &[EXTENSION]).save_file(),
        Dialog::Picture(_) => open
            .add_filter("PNG, JPEG", &["png", "jpg", "jpeg"])
            .pick_file(),
    }
}

fn begin(send: Sender<Answer>, ctx: Context) -> Option<(Sender<Job>, JoinHandle<()>)> {
    let (jobs, todo) = channel::<Job>();
    let work = move || {
        for job in todo {
            if let Some(answer) = done(job) {
                let _ = send.send(answer);
                ctx.request_repaint();
            }
        }
    };
    let thread = thread::Builder::new().name("story files".to_owned());
    Some((jobs, thread.spawn(work).ok()?))
}

fn done(job: Job) -> Option<Answer> {
    let read = |path: &Path| story_file::read(path).map(|(story, print)| (Arc::new(story), print));
    Some(match job {
        Job::Read(path) => {
            let found = read(&path);
            Answer::Read(path, found)
        }
        Job::Reread(path) => {
            let found = read(&path);
            Answer::Reread(path, found)
        }
        Job::Write {
            path,
            story,
            over,
            known,
        } => {
            let written = story_file::write(&path, &story, over, known);
            Answer::Wrote(path, story, written)
        }
        Job::Look(path) => {
            let print = story_file::print_of(&path);
            Answer::Looked(path, print)
        }
        Job::Pictures(folder) => Answer::Pictures(story_file::pictures_in(&folder)),
        Job::Drafts(folder) => Answer::Drafts(drafts::found_in(&folder)),
        Job::Draft {
            path,
            story,
            of,
            print,
        } => {
            // A draft that cannot be kept is no reason to disturb: the story is unsaved, and says so.
            let _ = drafts::write(&path, &story, of.as_deref(), print);
            return None;
        }
        Job::Forget(path) => {
            let _ = std::fs::remove_file(path);
            return None;
        }
    })
}
