//! Pictures dropped on the window: read on a thread of their own, then the view that they carry is shown. Stories are
//! handed on.
//!
//! A file dropped while another is read takes its place. What a picture carries is `export::carried`'s.

use super::Session;
use crate::export::carried::{Carried, Refusal, read_file};
use crate::lang::{Lang, picture_words as w, typeset};
use crate::model::Atlas;
use crate::state::shelf::EXTENSION;
use crate::state::{Action, HistoryAction, apply};
use crate::ui::links::{read_link, told};
use eframe::egui::{Context, DroppedFileHandle};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};
use std::thread;

/// What became of a dropped file.
struct Answer {
    /// Its name, as it is told.
    name: String,
    found: Result<Carried, Refusal>,
}

/// The file that is being read, if any.
#[derive(Default)]
pub(super) struct Dropped {
    reading: Option<Receiver<Answer>>,
    /// Several were dropped at once.
    only_first: bool,
}

impl Dropped {
    /// Takes up what was dropped in this frame, and shows what has been read.
    pub fn look(&mut self, ctx: &Context, session: &mut Session) {
        let path_of_first = |files: &[DroppedFileHandle]| {
            let first = files.first()?;
            Some((first.path().to_owned(), files.len()))
        };
        if let Some((path, count)) = ctx.input(|i| path_of_first(&i.raw.dropped_files)) {
            self.only_first = count > 1;
            match path.extension().is_some_and(|end| end == EXTENSION) {
                true => session.open_story(path, ctx),
                false => self.reading = Some(begin(path, ctx.clone())),
            }
        }
        let answer = match self.reading.as_ref().map(Receiver::try_recv) {
            None | Some(Err(TryRecvError::Empty)) => return,
            Some(Err(TryRecvError::Disconnected)) => None,
            Some(Ok(answer)) => Some(answer),
        };
        self.reading = None;
        if let Some(answer) = answer {
            let mut lines = show(answer, session);
            if self.only_first {
                lines.push(w::FIRST_ONLY.get(session.state.look.lang).to_owned());
            }
            session.window.notice = (!lines.is_empty()).then(|| lines.join("\n"));
            ctx.request_repaint();
        }
    }
}

/// Begins to read a file; the window is woken when it is done.
fn begin(path: PathBuf, ctx: Context) -> Receiver<Answer> {
    let (sender, receiver) = sync_channel(1);
    let job = move || {
        let answer = answer(&path);
        // Nobody waits for it when another file was dropped since.
        let _ = sender.send(answer);
        ctx.request_repaint();
    };
    // Without a thread the channel closes, and nothing is shown.
    let _ = thread::Builder::new()
        .name("dropped picture".to_owned())
        .spawn(job);
    receiver
}

fn answer(path: &Path) -> Answer {
    let name = path.file_name().unwrap_or(path.as_os_str());
    Answer {
        name: name.to_string_lossy().into_owned(),
        found: read_file(path),
    }
}

/// Shows the view that was found; gives what is to be told about it.
fn show(answer: Answer, session: &mut Session) -> Vec<String> {
    let lang = session.state.look.lang;
    let carried = match answer.found {
        Ok(carried) => carried,
        Err(refusal) => return vec![refused(&answer.name, &refusal, lang)],
    };
    let reading = read_link(&carried.view, &session.state, session.atlas());
    if reading.said.is_empty() {
        let why = reading.faults.first().map(|fault| fault.sentence(lang));
        return why.into_iter().collect();
    }
    // The view's own language, which the window speaks from now on.
    let lang = reading.view.lang;
    let view = Box::new(reading.view);
    apply(
        &mut session.state,
        Action::History(HistoryAction::Open(view)),
    );
    let faults = told(&reading.faults, lang);
    let data = other_data(&carried.data, session.atlas(), lang);
    faults.into_iter().chain(data).collect()
}

fn refused(name: &str, refusal: &Refusal, lang: Lang) -> String {
    let cannot = w::CANNOT_OPEN.get(lang);
    let colon = match lang {
        Lang::En => ":",
        Lang::Fr => " :",
    };
    typeset(
        &format!("{cannot} {name}{colon} {}", refusal.sentence(lang)),
        lang,
    )
}

/// Says that a picture was drawn from other data than these, so that it need not look the same.
pub(super) fn other_data(drawn_from: &str, atlas: &Atlas, lang: Lang) -> Option<String> {
    let is_same = drawn_from.is_empty() || drawn_from == atlas.data_version;
    let other = w::OTHER_DATA.get(lang);
    let here = w::DATA_HERE.get(lang);
    (!is_same).then(|| {
        let text = format!("{other} {drawn_from}. {here} {}.", atlas.data_version);
        typeset(&text, lang)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::State;
    use std::io::Write;
    use std::time::{Duration, Instant};

    /// What the window shows and says after a file of these bytes was dropped.
    fn after(bytes: &[u8]) -> (Session, Option<String>) {
        let atlas = crate::data::shipped().expect("the shipped data");
        let state = State::new(atlas.coverage.from, atlas.coverage.to);
        let mut session = Session::new(atlas, state);
        let mut file = tempfile::NamedTempFile::new().expect("a file");
        file.write_all(bytes).expect("writable");
        let ctx = Context::default();
        let mut drops = Dropped {
            reading: Some(begin(file.path().to_owned(), ctx.clone())),
            only_first: false,
        };
        let begun = Instant::now();
        while drops.reading.is_some() && begun.elapsed() < Duration::from_secs(20) {
            drops.look(&ctx, &mut session);
            thread::sleep(Duration::from_millis(5));
        }
        let notice = session.window.notice.clone();
        (session, notice)
    }

    fn svg(data: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:s=\"sahelscope:picture\"><metadata \
             s:view=\"sahelscope:1?day=2022-08-15&amp;select=base:gao-airport-base&amp;lang=fr\" s:data=\"{data}\"/></svg>"
        )
    }

    #[test]
    fn a_dropped_picture_shows_its_view() {
        let version = crate::data::shipped()
            .expect("the shipped data")
            .data_version
            .clone();
        let (session, notice) = after(svg(&version).as_bytes());
        assert_eq!(session.state.time.date.to_string(), "2022-08-15");
        assert_eq!(session.state.look.lang, Lang::Fr);
        assert!(session.state.selection.is_some());
        assert_eq!(notice, None);
    }

    #[test]
    fn other_data_and_other_files_are_told() {
        let (session, notice) = after(svg("2019-01-01").as_bytes());
        assert_eq!(session.state.time.date.to_string(), "2022-08-15");
        assert!(notice.is_some_and(|n| n.contains("2019-01-01")));
        let (_, notice) = after(b"hello");
        assert!(notice.is_some_and(|n| n.starts_with("Cannot open") && n.contains("PNG")));
    }
}
