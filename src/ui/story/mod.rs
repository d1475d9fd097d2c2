//! The story panel: which stories there are, the steps of the open one, what they say, and changing them.
//!
//! What is typed goes into the state with every letter, so that undo is the state's. Files are opened and saved by
//! `app`.

mod ask;
mod editing;
mod library;
mod parts;
mod pieces;
mod reading;
mod steps;

use super::commands::{Command, StoryCommand, key_of};
use super::icon::{self, Icon};
use super::shown::Shown;
use super::theme::{GRID, Type, ink};
use super::widgets::{paragraph_ui, with_margin};
use crate::geo::Viewport;
use crate::lang::editor_words as e;
use crate::state::edit::EditAction;
use crate::state::shelf::{Answer, FileAction};
use crate::state::{Action, Go, LookAction, Origin, Panel, StoryAction, Telling};
use crate::story::{Missing, Story};
use egui::{Align, Context, Key, Label, Layout, Modifiers, ScrollArea, Ui};
use std::sync::Arc;

/// What of a story is seen below its steps.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Page {
    /// What the step says.
    #[default]
    Read,
    /// The fields of the step.
    Edit,
    /// The title and the summary of the story.
    Whole,
}

/// What the panel remembers.
#[derive(Default)]
pub struct StoryPanel {
    page: Page,
    library: library::Library,
    ask: ask::Ask,
    steps: steps::Steps,
    editing: editing::Editing,
    /// The story for which was asked what the facts lack.
    checked: Option<(Arc<Story>, Vec<Missing>)>,
    /// Was a story open in the last frame?
    was_open: bool,
}

fn edit(action: EditAction) -> Action {
    Action::Story(StoryAction::Edit(action))
}

fn file(action: FileAction) -> Action {
    Action::Story(StoryAction::File(action))
}

/// The answer to a question by which everything stays as it is.
pub(super) fn stay() -> Action {
    file(FileAction::Answer(Answer::Stay))
}

/// The view as a new step; the map that is seen is its frame.
fn captured(shown: &Shown<'_>) -> Action {
    edit(EditAction::Capture(visible(shown)))
}

/// The part of the map that is seen.
fn visible(shown: &Shown<'_>) -> crate::geo::MapBox {
    let viewport = Viewport {
        camera: shown.state.map.camera,
        size_pt: shown.composition.picture.size_pt,
    };
    viewport.visible(0.0)
}

impl StoryPanel {
    /// Whoever types in a field of the story undoes in the story, not in the field.
    pub fn keys(&mut self, ctx: &Context, actions: &mut Vec<Action>) {
        let focused = ctx.memory(|memory| memory.focused());
        if !focused.is_some_and(|id| self.editing.is_field(id)) {
            return;
        }
        let both = Modifiers::COMMAND.plus(Modifiers::SHIFT);
        ctx.input_mut(|input| {
            // The longer chord first: the shorter one would match it as well.
            let redo =
                input.consume_key(both, Key::Z) || input.consume_key(Modifiers::COMMAND, Key::Y);
            if redo {
                actions.push(edit(EditAction::Redo));
            } else if input.consume_key(Modifiers::COMMAND, Key::Z) {
                actions.push(edit(EditAction::Undo));
            }
        });
    }

    /// Carries a command out.
    pub fn run(&mut self, command: StoryCommand, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        let telling = shown.state.telling.as_ref();
        let at = telling.map_or(0, Telling::at);
        match command {
            StoryCommand::New => actions.push(file(FileAction::New)),
            StoryCommand::Open => {
                if telling.is_some() {
                    actions.push(Action::Story(StoryAction::Close));
                }
                self.library.begin();
                self.open(shown, actions);
            }
            StoryCommand::Close => actions.push(Action::Story(StoryAction::Close)),
            StoryCommand::Save => actions.push(file(FileAction::Save)),
            StoryCommand::SaveAs => actions.push(file(FileAction::AskName)),
            StoryCommand::Go(by) => {
                let go = if by > 0 { Go::Next } else { Go::Back };
                actions.push(Action::Story(StoryAction::Go(go)));
            }
            StoryCommand::Capture => {
                self.page = Page::Edit;
                actions.push(captured(shown));
            }
            StoryCommand::Retake => actions.push(edit(EditAction::Retake(visible(shown)))),
            StoryCommand::Move(by) => {
                let to = at.saturating_add_signed(by.into());
                actions.push(edit(EditAction::Move { from: at, to }));
            }
            StoryCommand::Duplicate => actions.push(edit(EditAction::Duplicate(at))),
            StoryCommand::Delete => actions.push(edit(EditAction::Delete(at))),
            StoryCommand::Undo => actions.push(edit(EditAction::Undo)),
            StoryCommand::Redo => actions.push(edit(EditAction::Redo)),
        }
    }

    fn open(&self, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        if !shown.state.look.story_open {
            actions.push(Action::Look(LookAction::Toggle(Panel::Story)));
        }
    }

    /// Draws the panel.
    pub fn story_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        ui.spacing_mut().item_spacing.y = 0.0;
        match &shown.state.telling {
            None => {
                self.was_open = false;
                head_ui(ui, shown, actions, |ui, _| {
                    let title = Type::Title.text(shown.say(e::STORIES), shown.ink().text);
                    ui.add(Label::new(title).truncate());
                });
                self.ask.ask_ui(ui, shown, actions);
                let width = ui.available_width();
                let scroll = ScrollArea::vertical().id_salt("stories").auto_shrink(false);
                scroll.show(&mut with_margin(ui), |ui| {
                    ui.set_max_width(width);
                    self.library.library_ui(ui, shown, actions);
                });
            }
            Some(telling) => self.open_ui(ui, shown, telling, actions),
        }
    }

    fn open_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        telling: &Telling,
        actions: &mut Vec<Action>,
    ) {
        if !std::mem::replace(&mut self.was_open, true) {
            self.page = match telling.origin {
                Origin::New => Page::Edit,
                Origin::BuiltIn(_) | Origin::File(_) => Page::Read,
            };
        }
        self.check(shown, &telling.story);
        head_ui(ui, shown, actions, |ui, actions| {
            let key = key_of(Command::Story(StoryCommand::Close), shown.lang());
            let name = shown.say(e::ALL_STORIES);
            let text = format!("‹ {name}");
            let link = super::widgets::link_ui(ui, shown, &text, Type::Body);
            if icon::tooltip(link, &name, &key, shown.ink()).clicked() {
                actions.push(Action::Story(StoryAction::Close));
            }
        });
        self.title_ui(ui, shown, telling, actions);
        self.ask.ask_ui(ui, shown, actions);
        let checked = self.checked.take();
        let missing = checked.as_ref().map_or(&[][..], |(_, missing)| missing);
        self.steps.steps_ui(ui, shown, telling, missing, actions);
        ui.add_space(GRID);
        self.pages_ui(ui, shown, telling);
        let width = ui.available_width();
        let scroll = ScrollArea::vertical()
            .id_salt(("step", self.page == Page::Read))
            .auto_shrink(false);
        scroll.show(&mut with_margin(ui), |ui| {
            ui.set_max_width(width);
            match self.page {
                Page::Read => reading::reading_ui(ui, shown, telling, missing),
                Page::Edit => self.editing.step_ui(ui, shown, telling, actions),
                Page::Whole => self.editing.whole_ui(ui, shown, telling, actions),
            }
            ui.add_space(GRID * 4.0);
        });
        self.checked = checked;
    }

    /// The title of the story, where it is from, and the buttons for keeping and undoing.
    fn title_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        telling: &Telling,
        actions: &mut Vec<Action>,
    ) {
        let title = library::title(&telling.story, shown);
        let text = Type::Title.text(&title, shown.ink().text);
        ui.add(Label::new(text).wrap());
        paragraph_ui(ui, shown.small(standing(shown, telling)));
        ui.add_space(GRID * 1.5);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GRID;
            let key = |command| key_of(Command::Story(command), shown.lang());
            let capture = key(StoryCommand::Capture);
            let (text, name) = (shown.say(e::ADD_VIEW), shown.say(e::CAPTURE));
            let weight = match telling.story.steps.is_empty() {
                true => pieces::Weight::First,
                false => pieces::Weight::Other,
            };
            if pieces::named_button_ui(ui, shown, &text, &name, &capture, weight).clicked() {
                self.page = Page::Edit;
                actions.push(captured(shown));
            }
            let save = key(StoryCommand::Save);
            let weight = match telling.is_unsaved() {
                true => pieces::Weight::First,
                false => pieces::Weight::Other,
            };
            if pieces::button_ui(ui, shown, e::SAVE, &save, weight).clicked() {
                actions.push(file(FileAction::Save));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                let ways = [
                    (
                        Icon::Redo,
                        e::REDO,
                        StoryCommand::Redo,
                        telling.edits.has_redo(),
                        EditAction::Redo,
                    ),
                    (
                        Icon::Undo,
                        e::UNDO,
                        StoryCommand::Undo,
                        telling.edits.has_undo(),
                        EditAction::Undo,
                    ),
                ];
                for (glyph, words, command, is_open, action) in ways {
                    let key = key(command);
                    let name = shown.say(words);
                    let button = |ui: &mut Ui| {
                        icon::sized_button_ui(ui, glyph, &name, &key, 26.0, shown.ink()).clicked()
                    };
                    if ui.add_enabled_ui(is_open, button).inner {
                        actions.push(edit(action));
                    }
                }
            });
        });
        ui.add_space(GRID * 2.0);
    }

    fn pages_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, telling: &Telling) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GRID * 4.0;
            for (page, words) in [
                (Page::Read, e::READ),
                (Page::Edit, e::EDIT),
                (Page::Whole, e::WHOLE),
            ] {
                let text = shown.say(words);
                if pieces::tab_ui(ui, shown, &text, &text, self.page == page) {
                    self.page = page;
                }
            }
            if self.page != Page::Read && !telling.story.steps.is_empty()
                || self.page == Page::Whole
            {
                let layout = Layout::right_to_left(Align::Center);
                ui.with_layout(layout, |ui| self.editing.languages_ui(ui, shown));
            }
        });
        let line = egui::Stroke::new(1.0, ink(shown.ink().hairline));
        let x = ui.max_rect().x_range();
        ui.painter().hline(x, ui.cursor().top() - 0.5, line);
        ui.add_space(GRID * 2.0);
    }

    /// Asks the facts what the story names and they do not hold, when the story has changed.
    fn check(&mut self, shown: &Shown<'_>, story: &Arc<Story>) {
        let is_known = |(known, _): &(Arc<Story>, Vec<Missing>)| Arc::ptr_eq(known, story);
        if !self.checked.as_ref().is_some_and(is_known) {
            self.checked = Some((story.clone(), story.missing(shown.atlas)));
        }
    }
}

/// The first line of the panel: what it shows, and the button that folds it.
fn head_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    actions: &mut Vec<Action>,
    start: impl FnOnce(&mut Ui, &mut Vec<Action>),
) {
    ui.horizontal(|ui| {
        ui.set_height(26.0);
        start(ui, actions);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let key = key_of(Command::Panel(Panel::Story), shown.lang());
            let name = shown.say(e::STORY_PANEL);
            if icon::sized_button_ui(ui, Icon::Minus, &name, &key, 24.0, shown.ink()).clicked() {
                actions.push(Action::Look(LookAction::Toggle(Panel::Story)));
            }
        });
    });
    ui.add_space(GRID);
}

/// Where the story is from, and whether it is saved.
fn standing(shown: &Shown<'_>, telling: &Telling) -> String {
    let unsaved = telling.is_unsaved();
    let from = match (&telling.origin, unsaved) {
        (Origin::BuiltIn(_), false) => shown.say(e::FROM_PROGRAM),
        (Origin::BuiltIn(_), true) => return shown.say(e::OWN_COPY),
        (Origin::New, _) => return shown.say(e::NO_FILE),
        (Origin::File(path), _) => library::name_of(path),
    };
    match unsaved {
        true => format!("{from} · {}", shown.say(e::UNSAVED)),
        false => from,
    }
}
