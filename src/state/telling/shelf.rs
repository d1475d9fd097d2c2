//! Opening and keeping stories: what is asked of the disk, what it answered, and what must be asked of the user first.
//!
//! It opens no file: orders go out as effects, news come back as actions. A story with changes that no file holds is
//! never put away unasked.

use super::super::{Effect, State};
use super::{Edits, Origin, Telling, shown};
use crate::story::Story;
use crate::story::file::StoryError;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// So many files are remembered.
pub const MOST_RECENT: usize = 8;
/// What the name of a story file ends in.
pub const EXTENSION: &str = "toml";

/// The stories at hand, the open one apart.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Shelf {
    /// Files that were opened or saved, the last first; set by whoever reads the settings at the start.
    pub recent: Vec<PathBuf>,
    /// Where names without a folder are looked for; set at the start.
    pub home: PathBuf,
    /// Changes that were left unsaved when the program last ended.
    pub drafts: Vec<Draft>,
    /// What must be answered before anything else is done with stories.
    pub question: Option<Question>,
    /// What went wrong last, until it is dismissed or something goes well.
    pub fault: Option<Fault>,
    /// Names of the pictures beside the file of the open story, in order.
    pub pictures: Vec<String>,
    /// What is done once the open story is saved.
    then: Option<Then>,
}

/// A story with changes that no file held when the program ended.
#[derive(Clone, PartialEq, Debug)]
pub struct Draft {
    /// The file in which the program keeps it.
    pub kept_in: PathBuf,
    /// The file that it was opened from.
    pub of: Option<PathBuf>,
    /// The story.
    pub story: Arc<Story>,
}

/// Something only the user can decide.
#[derive(Clone, PartialEq, Debug)]
pub enum Question {
    /// The open story has changes that no file holds, and something would put it away.
    Unsaved(Then),
    /// Under which name is it to be saved?
    Name,
    /// Somebody else has changed the file since it was read.
    Changed(PathBuf, When),
    /// There is another file of that name.
    Exists(PathBuf),
}

/// When a change of the file was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum When {
    /// While the story was to be saved.
    Saving,
    /// Before.
    Looking,
}

/// What would put the open story away.
#[derive(Clone, PartialEq, Debug)]
pub enum Then {
    /// Closing it.
    Close,
    /// Opening another.
    Open(Arc<Story>, Origin),
    /// Beginning a new one.
    New,
}

/// What went wrong with a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// It could not be opened.
    NotRead(PathBuf, Unread),
    /// It could not be written; the reason is the system's. What stood there is as it was.
    NotWritten(PathBuf, String),
    /// What was chosen does not stand beside the story.
    NotBeside(PathBuf),
}

/// Why a file is no story that can be opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unread {
    /// The system's reason.
    System(String),
    /// It is no text.
    NotText,
    /// The text is no story.
    Form(StoryError),
}

/// What is done with stories and files.
#[derive(Clone, PartialEq, Debug)]
pub enum FileAction {
    /// Begin an empty story.
    New,
    /// Open a file.
    Open(PathBuf),
    /// Let the user find one.
    Find,
    /// Save the open story where it came from, or ask for a name.
    Save,
    /// Ask for a name.
    AskName,
    /// Save it under that name, which must not be taken.
    SaveAs(PathBuf),
    /// Let the user find a place.
    FindPlace,
    /// Let the user find a picture for a step.
    FindPicture(usize),
    /// The answer to the question.
    Answer(Answer),
    /// The fault has been read.
    Dismiss,
    /// Open a draft: which.
    OpenDraft(usize),
    /// Throw a draft away: which.
    DropDraft(usize),
    /// What the disk answered.
    News(News),
}

/// An answer to a [`Question`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer {
    /// Unsaved: save it first. Changed or taken: save over it; what stood there is kept beside.
    Save,
    /// Unsaved: go on without it.
    Discard,
    /// Changed: take what the file says now; the own changes can be come back to.
    Theirs,
    /// Everything stays as it is.
    Stay,
}

/// What the disk answered.
#[derive(Clone, PartialEq, Debug)]
pub enum News {
    /// A story was read.
    Read(PathBuf, Arc<Story>),
    /// The file of the open story was read again.
    Reread(Arc<Story>),
    /// A story stands in a file now.
    Written(PathBuf, Arc<Story>),
    /// Something must be asked first.
    Asks(Question),
    /// It could not be done.
    Failed(Fault),
    /// Drafts were found at the start.
    Drafts(Vec<Draft>),
    /// What pictures stand beside the story.
    Pictures(Vec<String>),
}

/// What the disk, or the system's own dialog, is asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Order {
    /// Read a story.
    Read(PathBuf),
    /// Read the file of the open story again.
    Reread(PathBuf),
    /// Write the open story.
    Write(PathBuf, Over),
    /// Let the user find a file to open.
    Find,
    /// Let the user find a place to save in.
    FindPlace,
    /// Let the user find a picture for a step.
    FindPicture(usize),
    /// A draft is not wanted any more.
    Forget(PathBuf),
}

/// What a new file may take the place of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Over {
    /// The file as it was read or last written.
    Known,
    /// Nothing: the name must be free.
    Nothing,
    /// Whatever stands there; it is kept beside.
    Anything,
}

impl Shelf {
    /// How a story is called that has no title.
    pub const NAME: &str = "story";

    /// The file that somebody means who types a name; a name without an ending gets ours.
    pub fn path_of(&self, typed: &str) -> Option<PathBuf> {
        let typed = typed.trim().trim_matches('"');
        let name = typed.strip_prefix("file://").unwrap_or(typed);
        (!name.is_empty()).then(|| self.home.join(name))
    }

    /// The same for a file that is to be made.
    pub fn new_path_of(&self, typed: &str) -> Option<PathBuf> {
        let path = self.path_of(typed)?;
        let is_ours = path.extension().is_some_and(|end| end == EXTENSION);
        let mut name = path.file_name()?.to_owned();
        if !is_ours {
            name.push(".");
            name.push(EXTENSION);
        }
        Some(path.with_file_name(name))
    }

    fn remember(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(MOST_RECENT);
    }
}

/// Opens a story, unless the open one would be lost.
pub(super) fn open(state: &mut State, then: Then) {
    if state.telling.as_ref().is_some_and(Telling::is_unsaved) {
        ask(state, Question::Unsaved(then));
    } else {
        put_away(state, then);
    }
}

/// Runs one action.
pub(super) fn apply(state: &mut State, action: FileAction) -> Option<Effect> {
    let order = match action {
        FileAction::New => {
            open(state, Then::New);
            None
        }
        FileAction::Open(path) => Some(Order::Read(path)),
        FileAction::Find => Some(Order::Find),
        FileAction::Save => save(state),
        FileAction::AskName => {
            ask_name(state);
            None
        }
        FileAction::SaveAs(path) => {
            let is_own = origin(state) == Some(&Origin::File(path.clone()));
            let over = if is_own { Over::Known } else { Over::Nothing };
            state.telling.as_ref().map(|_| Order::Write(path, over))
        }
        FileAction::FindPlace => Some(Order::FindPlace),
        FileAction::FindPicture(step) => Some(Order::FindPicture(step)),
        FileAction::Answer(answer) => answered(state, answer),
        FileAction::Dismiss => {
            state.shelf.fault = None;
            None
        }
        FileAction::OpenDraft(at) => {
            open_draft(state, at);
            None
        }
        FileAction::DropDraft(at) => {
            let drafts = &mut state.shelf.drafts;
            (at < drafts.len()).then(|| Order::Forget(drafts.remove(at).kept_in))
        }
        FileAction::News(news) => {
            told(state, news);
            None
        }
    };
    order.map(Effect::Story)
}

fn origin(state: &State) -> Option<&Origin> {
    state.telling.as_ref().map(|telling| &telling.origin)
}

/// The story room opens for a question: it must be seen where it can be answered.
fn ask(state: &mut State, question: Question) {
    state.shelf.question = Some(question);
    state.look.story_open = true;
}

fn ask_name(state: &mut State) {
    if state.telling.is_some() {
        ask(state, Question::Name);
    }
}

fn save(state: &mut State) -> Option<Order> {
    match origin(state)? {
        Origin::File(path) => Some(Order::Write(path.clone(), Over::Known)),
        Origin::BuiltIn(_) | Origin::New => {
            ask_name(state);
            None
        }
    }
}

fn answered(state: &mut State, answer: Answer) -> Option<Order> {
    let question = state.shelf.question.take()?;
    match (question, answer) {
        (Question::Unsaved(then), Answer::Save) => {
            state.shelf.then = Some(then);
            save(state)
        }
        (Question::Unsaved(then), Answer::Discard) => {
            put_away(state, then);
            None
        }
        (Question::Changed(path, When::Saving) | Question::Exists(path), Answer::Save) => {
            Some(Order::Write(path, Over::Anything))
        }
        (Question::Changed(path, _), Answer::Theirs) => {
            state.shelf.then = None;
            Some(Order::Reread(path))
        }
        (
            Question::Changed(..) | Question::Exists(_) | Question::Name | Question::Unsaved(_),
            Answer::Save | Answer::Discard | Answer::Theirs | Answer::Stay,
        ) => {
            state.shelf.then = None;
            None
        }
    }
}

/// Does what puts the open story away.
fn put_away(state: &mut State, then: Then) {
    state.shelf.question = None;
    state.shelf.fault = None;
    state.shelf.pictures.clear();
    match then {
        Then::Close => {
            state.telling = None;
            (state.stage.glide, state.stage.rest) = (None, None);
        }
        Then::New => {
            state.telling = Some(Telling::open(Arc::default(), Origin::New));
            state.look.story_open = true;
        }
        Then::Open(story, origin) => {
            if let Origin::File(path) = &origin {
                state.shelf.remember(path);
            }
            state.telling = Some(Telling::open(story, origin));
            shown::show(state);
        }
    }
}

fn open_draft(state: &mut State, at: usize) {
    let shelf = &mut state.shelf;
    if at >= shelf.drafts.len() {
        return;
    }
    if state.telling.as_ref().is_some_and(Telling::is_unsaved) {
        // It stays offered; what is open is asked about first.
        ask(state, Question::Unsaved(Then::Close));
        return;
    }
    let draft = shelf.drafts.remove(at);
    let origin = draft.of.map_or(Origin::New, Origin::File);
    put_away(state, Then::Open(draft.story, origin));
    if let Some(telling) = &mut state.telling {
        telling.edits = Edits::of_saved(None);
    }
}

fn told(state: &mut State, news: News) {
    match news {
        News::Read(path, story) => {
            state.shelf.fault = None;
            state.look.story_open = true;
            open(state, Then::Open(story, Origin::File(path)));
        }
        News::Reread(story) => {
            state.shelf.fault = None;
            if let Some(telling) = &mut state.telling {
                telling.replace(story);
            }
            shown::show(state);
        }
        News::Written(path, story) => written(state, path, story),
        News::Asks(question) => ask(state, question),
        News::Failed(fault) => {
            state.shelf.then = None;
            state.shelf.fault = Some(fault);
            state.look.story_open = true;
        }
        News::Drafts(drafts) => {
            state.look.story_open |= !drafts.is_empty();
            state.shelf.drafts = drafts;
        }
        News::Pictures(names) => state.shelf.pictures = names,
    }
}

fn written(state: &mut State, path: PathBuf, story: Arc<Story>) {
    state.shelf.fault = None;
    state.shelf.question = None;
    state.shelf.remember(&path);
    if let Some(telling) = &mut state.telling {
        telling.origin = Origin::File(path);
        telling.keep_saved(story);
    }
    if let Some(then) = state.shelf.then.take() {
        open(state, then);
    }
}
