//! The stories to open: what was left unsaved, those of the program, one's own files, and a new one.
//!
//! The files are opened by `app`; this names them.

use super::pieces::{Field, Weight, button_ui, field_ui, label_ui};
use crate::lang::editor_words as e;
use crate::state::shelf::{Draft, FileAction};
use crate::state::{Action, Origin, StoryAction};
use crate::story::Story;
use crate::story::built_in::{self, BuiltIn};
use crate::ui::commands::{Command, StoryCommand, key_of};
use crate::ui::facts::counted;
use crate::ui::icon;
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use crate::ui::widgets::paragraph_ui;
use egui::{CursorIcon, Id, Key, Response, Sense, Ui, pos2, vec2};
use std::path::Path;
use std::sync::Arc;

/// What the list remembers.
#[derive(Default)]
pub(super) struct Library {
    /// The path being typed.
    path: String,
    /// Take the keyboard in this frame.
    beginning: bool,
    /// The stories of the program, read once.
    built_in: Option<Vec<(BuiltIn, Arc<Story>)>>,
}

/// Something to open: its title, a line about it, and what it tells.
struct Card<'a> {
    title: &'a str,
    detail: &'a str,
    text: &'a str,
}

impl Library {
    /// Gives the field for a path the keyboard.
    pub fn begin(&mut self) {
        self.beginning = true;
    }

    /// Draws the list.
    pub fn library_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        for (at, draft) in shown.state.shelf.drafts.iter().enumerate() {
            draft_ui(ui, shown, at, draft, actions);
        }
        self.built_in_ui(ui, shown, actions);
        label_ui(ui, shown, e::NEW_STORY);
        paragraph_ui(ui, shown.small(shown.say(e::NEW_HINT)));
        ui.add_space(GRID);
        let key = |command| key_of(Command::Story(command), shown.lang());
        ui.horizontal(|ui| {
            let new = key(StoryCommand::New);
            if button_ui(ui, shown, e::NEW_STORY, &new, Weight::Other).clicked() {
                actions.push(file(FileAction::New));
            }
            let capture = key(StoryCommand::Capture);
            if button_ui(ui, shown, e::ADD_VIEW, &capture, Weight::Other).clicked() {
                actions.push(super::captured(shown));
            }
        });
        self.file_ui(ui, shown, actions);
        recent_ui(ui, shown, actions);
        ui.add_space(GRID * 4.0);
    }

    fn built_in_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        label_ui(ui, shown, e::BUILT_IN);
        let read = || {
            let all = built_in::ALL.iter();
            all.map(|story| (*story, Arc::new(story.story()))).collect()
        };
        for (built_in, story) in self.built_in.get_or_insert_with(read) {
            let card = Card {
                title: &story.title.set(shown.lang()),
                detail: &steps(story, shown),
                text: &story.summary.set(shown.lang()),
            };
            if card_ui(ui, shown, &card).clicked() {
                let origin = Origin::BuiltIn(built_in.id);
                actions.push(Action::Story(StoryAction::Open(story.clone(), origin)));
            }
        }
    }

    fn file_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        label_ui(ui, shown, e::FROM_FILE);
        let field = Field {
            id: Id::unique("story path"),
            name: &shown.say(e::PATH_FIELD),
            hint: &shown.say(e::PATH_HINT),
            lines: 1,
            most: 4_000,
        };
        let response = field_ui(ui, shown, &field, &mut self.path);
        if std::mem::take(&mut self.beginning) {
            response.request_focus();
        }
        let entered = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
        ui.add_space(GRID);
        ui.horizontal(|ui| {
            let opens = button_ui(ui, shown, e::OPEN, "", Weight::Other).clicked();
            if opens || entered {
                let path = shown.state.shelf.path_of(&self.path);
                actions.extend(path.map(|path| file(FileAction::Open(path))));
            }
            if button_ui(ui, shown, e::FIND, "", Weight::Other).clicked() {
                actions.push(file(FileAction::Find));
            }
        });
        ui.add_space(GRID);
        paragraph_ui(ui, shown.small(shown.say(e::DROP_HINT)));
    }
}

fn file(action: FileAction) -> Action {
    Action::Story(StoryAction::File(action))
}

/// "9 steps".
pub(super) fn steps(story: &Story, shown: &Shown<'_>) -> String {
    counted(story.steps.len(), e::STEP_ONE, e::STEP_MANY, shown.lang())
}

/// The title of a story, in the other language where it has none in this one.
pub(super) fn title(story: &Story, shown: &Shown<'_>) -> String {
    let title = &story.title;
    let own = title.set(shown.lang());
    let others = [own, title.en.clone(), title.fr.clone()];
    let said = others.into_iter().find(|title| !title.trim().is_empty());
    said.unwrap_or_else(|| shown.say(e::UNTITLED))
}

fn draft_ui(ui: &mut Ui, shown: &Shown<'_>, at: usize, draft: &Draft, actions: &mut Vec<Action>) {
    if at == 0 {
        label_ui(ui, shown, e::LEFT_OVER);
    }
    super::pieces::box_ui(ui, shown, shown.ink().warn, |ui| {
        let title = title(&draft.story, shown);
        paragraph_ui(ui, shown.strong(&title));
        let of = draft.of.as_deref().map(name_of);
        let steps = steps(&draft.story, shown);
        let line: Vec<String> = of.into_iter().chain([steps]).collect();
        paragraph_ui(ui, shown.small(line.join(" · ")));
        ui.horizontal(|ui| {
            ui.push_id(at, |ui| {
                let name = format!("{} {title}", shown.say(e::OPEN));
                let text = shown.say(e::OPEN);
                let open =
                    super::pieces::named_button_ui(ui, shown, &text, &name, "", Weight::First);
                if open.clicked() {
                    actions.push(file(FileAction::OpenDraft(at)));
                }
                if button_ui(ui, shown, e::THROW_AWAY, "", Weight::Other).clicked() {
                    actions.push(file(FileAction::DropDraft(at)));
                }
            });
        });
    });
}

fn recent_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let recent = &shown.state.shelf.recent;
    if recent.is_empty() {
        return;
    }
    label_ui(ui, shown, e::RECENT);
    for path in recent {
        let folder = path.parent().unwrap_or(Path::new(""));
        let card = Card {
            title: &name_of(path),
            detail: "",
            text: &folder.display().to_string(),
        };
        if card_ui(ui, shown, &card).clicked() {
            actions.push(file(FileAction::Open(path.clone())));
        }
    }
}

/// The name of a file without its folder.
pub(super) fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

fn card_ui(ui: &mut Ui, shown: &Shown<'_>, card: &Card<'_>) -> Response {
    let palette = shown.ink();
    let width = ui.available_width();
    let set = |text: &str, kind: Type, color, width: f32| {
        let text = text.to_owned();
        ui.painter().layout(text, kind.font(), ink(color), width)
    };
    let detail = set(card.detail, Type::Small, palette.text_2, f32::INFINITY);
    let title_pt = width - detail.size().x - GRID * 3.0;
    let title = set(card.title, Type::Strong, palette.accent, title_pt);
    let text = (!card.text.is_empty()).then(|| set(card.text, Type::Small, palette.text_2, width));
    let below = text.as_ref().map_or(0.0, |text| text.size().y + 2.0);
    let height = title.size().y + below + GRID * 2.5;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let name = [card.title, card.detail].join(", ");
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::Button, true, name.trim_end_matches(", "))
    });
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.hovered() {
        let ground = rect.expand2(vec2(GRID * 1.5, 0.0));
        ui.painter()
            .rect_filled(ground, 3.0, ink(palette.panel_sunk));
    }
    let top = rect.top() + GRID;
    let right = pos2(rect.right() - detail.size().x, top + 1.5);
    let under = top + title.size().y + 2.0;
    ui.painter()
        .galley(pos2(rect.left(), top), title, ink(palette.accent));
    ui.painter().galley(right, detail, ink(palette.text_2));
    if let Some(text) = text {
        let at = pos2(rect.left(), under);
        ui.painter().galley(at, text, ink(palette.text_2));
    }
    let ring = rect.expand2(vec2(GRID, 0.0));
    icon::focus_ring(ui.painter(), &response, ring, palette);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
