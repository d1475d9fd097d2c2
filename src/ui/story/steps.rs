//! The steps of the open story as a list: gone to by a click, moved by dragging, and the buttons for the shown one.
//!
//! Which line is dragged is scratch; where it is dropped is an action.

use super::{edit, visible};
use crate::calendar::short_date_words;
use crate::lang::{Words, editor_words as e};
use crate::state::edit::EditAction;
use crate::state::{Action, Go, StoryAction, Telling};
use crate::story::{Missing, Step};
use crate::ui::commands::{Command, StoryCommand, key_of};
use crate::ui::icon::{self, Icon};
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use crate::ui::widgets::{paragraph_ui, put_cut, with_margin};
use egui::{CursorIcon, Rect, Response, ScrollArea, Sense, Stroke, Ui, pos2, vec2};

/// Height of a line.
const LINE_PT: f32 = 26.0;
/// The list takes at most this part of what is left of the panel.
const SHARE: f32 = 0.42;
/// And at least so many lines.
const LEAST_LINES: f32 = 3.0;

/// What the list remembers.
#[derive(Default)]
pub(super) struct Steps {
    /// The step that is dragged.
    dragged: Option<usize>,
    /// The step that was shown, to follow it.
    seen: Option<usize>,
}

impl Steps {
    /// Draws the list and the buttons below it.
    pub fn steps_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        telling: &Telling,
        missing: &[Missing],
        actions: &mut Vec<Action>,
    ) {
        let steps = &telling.story.steps;
        if steps.is_empty() {
            paragraph_ui(ui, shown.body(shown.say(e::NO_STEPS)));
            ui.add_space(GRID * 2.0);
            return;
        }
        let share = (ui.available_height() * SHARE).max(LEAST_LINES * LINE_PT);
        let height = share.min(steps.len() as f32 * LINE_PT);
        let width = ui.available_width();
        let follows = self.seen.replace(telling.at()) != Some(telling.at());
        let mut outer = with_margin(ui);
        let scroll = ScrollArea::vertical()
            .id_salt("story steps")
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink([false, true]);
        let drawn = scroll.show(&mut outer, |ui| {
            ui.set_max_width(width);
            ui.spacing_mut().item_spacing.y = 0.0;
            self.lines_ui(ui, shown, telling, missing, follows, actions);
        });
        ui.advance_cursor_after_rect(Rect::from_min_size(
            drawn.inner_rect.min,
            vec2(width, drawn.inner_rect.height()),
        ));
        ui.add_space(GRID);
        tools_ui(ui, shown, telling, actions);
    }

    fn lines_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        telling: &Telling,
        missing: &[Missing],
        follows: bool,
        actions: &mut Vec<Action>,
    ) {
        let steps = &telling.story.steps;
        let top = ui.cursor().top();
        let mut let_go = None;
        for (at, step) in steps.iter().enumerate() {
            let line = Line {
                at,
                step,
                is_shown: at == telling.at(),
                has_faults: missing.iter().any(|m| m.step == at),
            };
            let response = line_ui(ui, shown, &line);
            if follows && line.is_shown {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                actions.push(Action::Story(StoryAction::Go(Go::To(at))));
            }
            if response.drag_started() {
                self.dragged = Some(at);
            }
            if response.drag_stopped() {
                let_go = self.dragged.take();
            }
        }
        let pointer = ui.ctx().pointer_latest_pos();
        let last = steps.len() - 1;
        let over = |y: f32| (((y - top) / LINE_PT).max(0.0) as usize).min(last);
        if let (Some(from), Some(at)) = (let_go, pointer)
            && over(at.y) != from
        {
            let to = over(at.y);
            actions.push(edit(EditAction::Move { from, to }));
        }
        if let (Some(from), Some(at)) = (self.dragged, pointer) {
            let to = over(at.y);
            let edge = if to > from { to + 1 } else { to };
            let y = top + edge as f32 * LINE_PT;
            let line = Stroke::new(2.0, ink(shown.ink().accent));
            ui.painter().hline(ui.max_rect().x_range(), y, line);
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        }
    }
}

struct Line<'a> {
    at: usize,
    step: &'a Step,
    is_shown: bool,
    has_faults: bool,
}

/// The title of a step in the language of the window, or in the other.
pub(super) fn title(step: &Step, shown: &Shown<'_>) -> String {
    let own = step.title.set(shown.lang());
    let others = [own, step.title.en.clone(), step.title.fr.clone()];
    let said = others.into_iter().find(|title| !title.trim().is_empty());
    said.unwrap_or_else(|| shown.say(e::UNTITLED))
}

fn line_ui(ui: &mut Ui, shown: &Shown<'_>, line: &Line<'_>) -> Response {
    let palette = shown.ink();
    let step = line.step;
    let size = vec2(ui.available_width(), LINE_PT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    let date = short_date_words(step.day, shown.lang());
    let title = title(step, shown);
    let mut name = format!("{}. {title}, {date}", line.at + 1);
    for (is_so, words) in [
        (step.play.is_some(), e::PLAYS),
        (line.has_faults, e::HAS_FAULTS),
    ] {
        if is_so {
            name = format!("{name}, {}", shown.say(words));
        }
    }
    response
        .widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, line.is_shown, &name));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let painter = ui.painter();
    if line.is_shown {
        painter.rect_filled(rect, 3.0, ink(palette.accent_soft));
        let bar = Rect::from_min_size(rect.min, vec2(3.0, LINE_PT));
        painter.rect_filled(bar, 1.5, ink(palette.accent));
    } else if response.hovered() {
        painter.rect_filled(rect, 3.0, ink(palette.panel_sunk));
    }
    let middle = rect.center().y;
    let set =
        |text: String, kind: Type| painter.layout_no_wrap(text, kind.font(), ink(palette.text_2));
    let number = set((line.at + 1).to_string(), Type::Small);
    let at = pos2(
        rect.left() + 26.0 - number.size().x,
        middle - number.size().y / 2.0,
    );
    painter.galley(at, number, ink(palette.text_2));
    let date = set(date, Type::Small);
    let mut right = rect.right() - GRID - date.size().x;
    painter.galley(
        pos2(right, middle - date.size().y / 2.0),
        date,
        ink(palette.text_2),
    );
    if step.play.is_some() {
        right -= 16.0;
        let at = pos2(right + 6.0, middle);
        icon::paint_small(painter, Icon::Play, at, ink(palette.text_2));
    }
    if line.has_faults {
        right -= 12.0;
        let at = pos2(right + 4.0, middle);
        painter.circle_filled(at, 3.0, ink(palette.warn));
    }
    let left = rect.left() + 34.0;
    let kind = if line.is_shown {
        Type::Strong
    } else {
        Type::Body
    };
    let room = right - GRID - left;
    let at = pos2(left, middle);
    let cut = put_cut(painter, &title, kind, palette.text, at, room);
    icon::focus_ring(painter, &response, rect, palette);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    match cut {
        true => response.on_hover_text(shown.small(&title)),
        false => response,
    }
}

/// What can be done with the shown step.
fn tools_ui(ui: &mut Ui, shown: &Shown<'_>, telling: &Telling, actions: &mut Vec<Action>) {
    let (at, last) = (telling.at(), telling.story.steps.len().saturating_sub(1));
    let move_by = |by: isize| EditAction::Move {
        from: at,
        to: at.saturating_add_signed(by),
    };
    let frame = EditAction::Retake(visible(shown));
    type Tool = (Icon, Words, StoryCommand, bool, EditAction);
    #[rustfmt::skip]
    let tools: [Tool; 5] = [
        (Icon::Frame, e::RETAKE, StoryCommand::Retake, true, frame),
        (Icon::Up, e::STEP_UP, StoryCommand::Move(-1), at > 0, move_by(-1)),
        (Icon::Down, e::STEP_DOWN, StoryCommand::Move(1), at < last, move_by(1)),
        (Icon::Copy, e::DUPLICATE, StoryCommand::Duplicate, true, EditAction::Duplicate(at)),
        (Icon::Bin, e::DELETE, StoryCommand::Delete, true, EditAction::Delete(at)),
    ];
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for (glyph, words, command, is_open, action) in tools {
            let key = key_of(Command::Story(command), shown.lang());
            let name = shown.say(words);
            let button = |ui: &mut Ui| {
                icon::sized_button_ui(ui, glyph, &name, &key, 26.0, shown.ink()).clicked()
            };
            if ui.add_enabled_ui(is_open, button).inner {
                actions.push(edit(action));
            }
        }
    });
}
