//! The fields of a story and of its shown step, in one language at a time.
//!
//! With every letter the whole text of a field goes into the state; the fields hold nothing themselves.

use super::edit;
use super::parts::Parts;
use super::pieces::{self, field_ui, label_ui, tab_ui};
use super::reading::markdown_ui;
use crate::lang::{Lang, Words, editor_words as e};
use crate::state::edit::{EditAction, Field};
use crate::state::{Action, Telling};
use crate::ui::shown::Shown;
use crate::ui::theme::GRID;
use egui::{Id, Ui};
use std::collections::HashSet;

/// After so long a rest what is typed is another change, in seconds.
const REST_SECS: f64 = 1.5;

/// What the fields remember.
#[derive(Default)]
pub(super) struct Editing {
    /// The language that is written; nothing is that of the window.
    lang: Option<Lang>,
    /// Every field that was drawn.
    fields: HashSet<Id>,
    /// When something was typed last, in egui's seconds.
    typed_secs: f64,
    parts: Parts,
}

impl Editing {
    /// Is that one of the fields of a story?
    pub fn is_field(&self, id: Id) -> bool {
        self.fields.contains(&id)
    }

    /// The two languages, of which one is written; from the right.
    pub fn languages_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>) {
        ui.spacing_mut().item_spacing.x = GRID * 2.0;
        let written = self.lang.unwrap_or(shown.lang());
        for (lang, short, name) in [
            (Lang::Fr, "FR", "Texte français"),
            (Lang::En, "EN", "English text"),
        ] {
            if tab_ui(ui, shown, short, name, written == lang) {
                self.lang = Some(lang);
            }
        }
    }

    /// The fields of the shown step.
    pub fn step_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        telling: &Telling,
        actions: &mut Vec<Action>,
    ) {
        let at = telling.at();
        let Some(step) = telling.story.steps.get(at) else {
            return;
        };
        let lang = self.lang.unwrap_or(shown.lang());
        self.text_ui(
            ui,
            shown,
            telling,
            (Field::Title(at), e::TITLE, None, 1),
            actions,
        );
        let caption = (Field::Caption(at), e::CAPTION, Some(e::CAPTION_HINT), 4);
        self.text_ui(ui, shown, telling, caption, actions);
        let words = step.caption.get(lang);
        if words.contains(['*', '_', '#', '[', '\n', '-', '`']) {
            label_ui(ui, shown, e::PREVIEW);
            markdown_ui(ui, shown, words, lang);
        }
        let notes = (Field::Notes(at), e::NOTES, Some(e::NOTES_HINT), 3);
        self.text_ui(ui, shown, telling, notes, actions);
        self.parts.parts_ui(ui, shown, telling, step, actions);
        if step.picture.is_some() {
            let alt = (Field::Alt(at), e::ALT, None, 2);
            self.text_ui(ui, shown, telling, alt, actions);
            self.parts.credit_ui(ui, shown, (at, step), actions);
        }
    }

    /// The fields of the story as a whole.
    pub fn whole_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        telling: &Telling,
        actions: &mut Vec<Action>,
    ) {
        let title = (Field::StoryTitle, e::STORY_TITLE, None, 1);
        self.text_ui(ui, shown, telling, title, actions);
        let summary = (Field::Summary, e::SUMMARY, None, 4);
        self.text_ui(ui, shown, telling, summary, actions);
    }

    fn text_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        telling: &Telling,
        (field, words, hint, lines): (Field, Words, Option<Words>, usize),
        actions: &mut Vec<Action>,
    ) {
        let lang = self.lang.unwrap_or(shown.lang());
        let Some(said) = field.of(&telling.story) else {
            return;
        };
        let mut text = said.get(lang).to_owned();
        label_ui(ui, shown, words);
        let id = Id::unique(("story field", field, lang.id()));
        let asked = pieces::Field {
            id,
            name: &shown.say(words),
            hint: &hint.map_or(String::new(), |hint| shown.say(hint)),
            lines,
            most: field.most(),
        };
        let response = field_ui(ui, shown, &asked, &mut text);
        self.fields.insert(id);
        let now = ui.input(|input| input.time);
        if response.changed() {
            if now - self.typed_secs > REST_SECS {
                actions.push(edit(EditAction::Rest));
            }
            self.typed_secs = now;
            actions.push(edit(EditAction::Words(field, lang, text)));
        }
        if response.lost_focus() {
            actions.push(edit(EditAction::Rest));
        }
    }
}
