//! What must be answered, and what went wrong: one sentence each, with the ways out.
//!
//! It stands at the head of the panel. What an answer does is decided in the state.

use super::library::name_of;
use super::pieces::{Field, Weight, box_ui, button_ui, field_ui};
use crate::lang::{Lang, Words, editor_words as e};
use crate::state::shelf::{Answer, Fault, FileAction, Question, Shelf, When};
use crate::state::{Action, Origin, StoryAction};
use crate::story::Story;
use crate::ui::icon::{self, Icon};
use crate::ui::shown::Shown;
use crate::ui::theme::GRID;
use crate::ui::widgets::paragraph_ui;
use egui::{Id, Key, Ui};
use std::path::Path;

/// What the questions remember.
#[derive(Default)]
pub(super) struct Ask {
    /// The name being typed; nothing while none is asked for.
    name: Option<String>,
}

fn file(action: FileAction) -> Action {
    Action::Story(StoryAction::File(action))
}

impl Ask {
    /// Draws what is asked and what went wrong, if anything.
    pub fn ask_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        let shelf = &shown.state.shelf;
        if let Some(fault) = &shelf.fault {
            fault_ui(ui, shown, fault, actions);
        }
        if shelf.question != Some(Question::Name) {
            self.name = None;
        }
        match &shelf.question {
            None => {}
            Some(Question::Name) => self.name_ui(ui, shown, actions),
            Some(Question::Unsaved(_)) => {
                let ways = [
                    (e::SAVE, Answer::Save),
                    (e::DISCARD, Answer::Discard),
                    (e::CANCEL, Answer::Stay),
                ];
                ways_ui(ui, shown, &shown.say(e::ASK_UNSAVED), None, &ways, actions);
            }
            Some(Question::Changed(path, when)) => changed_ui(ui, shown, path, *when, actions),
            Some(Question::Exists(path)) => {
                let sentence = format!("{} {}", name_of(path), shown.say(e::ASK_EXISTS));
                let ways = [(e::REPLACE, Answer::Save), (e::CANCEL, Answer::Stay)];
                let hint = Some(e::REPLACE_HINT);
                ways_ui(ui, shown, &sentence, hint, &ways, actions);
            }
        }
    }

    fn name_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        let is_fresh = self.name.is_none();
        let name = self.name.get_or_insert_with(|| suggestion(shown));
        let shelf = &shown.state.shelf;
        box_ui(ui, shown, shown.ink().accent, |ui| {
            paragraph_ui(ui, shown.body(shown.say(e::ASK_NAME)));
            let field = Field {
                id: Id::unique("story name"),
                name: &shown.say(e::NAME_FIELD),
                hint: "",
                lines: 1,
                most: 4_000,
            };
            let response = field_ui(ui, shown, &field, name);
            if is_fresh {
                response.request_focus();
                crate::ui::top::select(ui.ctx(), &response, 0, name.chars().count());
            }
            let entered = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
            if let Some(path) = shelf.new_path_of(name) {
                let folder = path.parent().unwrap_or(Path::new(""));
                paragraph_ui(ui, shown.small(folder.display().to_string()));
            }
            ui.horizontal_wrapped(|ui| {
                let saves = button_ui(ui, shown, e::SAVE, "", Weight::First).clicked();
                if saves || entered {
                    let path = shelf.new_path_of(name);
                    actions.extend(path.map(|path| file(FileAction::SaveAs(path))));
                }
                if button_ui(ui, shown, e::FIND, "", Weight::Other).clicked() {
                    actions.push(file(FileAction::FindPlace));
                }
                if button_ui(ui, shown, e::CANCEL, "", Weight::Other).clicked() {
                    actions.push(file(FileAction::Answer(Answer::Stay)));
                }
            });
        });
    }
}

fn changed_ui(ui: &mut Ui, shown: &Shown<'_>, path: &Path, when: When, actions: &mut Vec<Action>) {
    let sentence = format!("{} {}", name_of(path), shown.say(e::ASK_CHANGED));
    let (ways, hint) = match when {
        When::Looking => (
            vec![
                (e::TAKE_THEIRS, Answer::Theirs),
                (e::KEEP_MINE, Answer::Stay),
            ],
            e::TAKE_THEIRS_HINT,
        ),
        When::Saving => (
            vec![
                (e::REPLACE, Answer::Save),
                (e::TAKE_THEIRS, Answer::Theirs),
                (e::CANCEL, Answer::Stay),
            ],
            e::REPLACE_HINT,
        ),
    };
    ways_ui(ui, shown, &sentence, Some(hint), &ways, actions);
}

fn ways_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    sentence: &str,
    hint: Option<Words>,
    ways: &[(Words, Answer)],
    actions: &mut Vec<Action>,
) {
    box_ui(ui, shown, shown.ink().warn, |ui| {
        paragraph_ui(ui, shown.body(sentence));
        if let Some(hint) = hint {
            paragraph_ui(ui, shown.small(shown.say(hint)));
        }
        ui.horizontal_wrapped(|ui| {
            for (at, (words, answer)) in ways.iter().enumerate() {
                let weight = if at == 0 {
                    Weight::First
                } else {
                    Weight::Other
                };
                if button_ui(ui, shown, *words, "", weight).clicked() {
                    actions.push(file(FileAction::Answer(*answer)));
                }
            }
        });
    });
}

fn fault_ui(ui: &mut Ui, shown: &Shown<'_>, fault: &Fault, actions: &mut Vec<Action>) {
    let lang = shown.lang();
    let colon = match lang {
        Lang::En => ":",
        Lang::Fr => "\u{202F}:",
    };
    let text = match fault {
        Fault::NotRead(path, why) => {
            let cannot = shown.say(e::CANNOT_OPEN);
            format!("{cannot} {}{colon} {}.", name_of(path), why.sentence(lang))
        }
        Fault::NotWritten(path, why) => {
            let cannot = shown.say(e::CANNOT_SAVE);
            format!("{cannot} {}{colon} {why}.", name_of(path))
        }
        Fault::NotBeside(path) => format!("{} {}", name_of(path), shown.say(e::NOT_BESIDE)),
    };
    box_ui(ui, shown, shown.ink().error, |ui| {
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(ui.available_width() - GRID * 8.0);
                paragraph_ui(ui, shown.body(&text));
            });
            let name = shown.say(crate::lang::ui_words::DISMISS);
            let close = icon::sized_button_ui(ui, Icon::Close, &name, "", 24.0, shown.ink());
            if close.clicked() {
                actions.push(file(FileAction::Dismiss));
            }
        });
    });
}

/// A name for the file: the one it has, or the title in plain letters.
fn suggestion(shown: &Shown<'_>) -> String {
    let Some(telling) = &shown.state.telling else {
        return String::new();
    };
    match &telling.origin {
        Origin::File(path) => path.display().to_string(),
        Origin::BuiltIn(_) | Origin::New => {
            let name = plain_name(&telling.story, shown.lang());
            format!("{name}.{}", crate::state::shelf::EXTENSION)
        }
    }
}

fn plain_name(story: &Story, lang: Lang) -> String {
    let title = crate::model::search::folded(story.title.get(lang));
    let mut name = String::new();
    for c in title.chars().take(60) {
        match c.is_ascii_alphanumeric() {
            true => name.push(c),
            false if !name.is_empty() && !name.ends_with('-') => name.push('-'),
            false => {}
        }
    }
    let name = name.trim_end_matches('-');
    let name = if name.is_empty() { Shelf::NAME } else { name };
    name.to_owned()
}
