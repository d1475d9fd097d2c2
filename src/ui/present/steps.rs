//! The list of steps over the map: titles, the one shown marked, chosen with arrows, numbers or a click.
//!
//! Which step is shown is the state's.

use super::keys::{Deed, Pressed, key_of};
use super::{go, present};
use crate::lang::{present_words as w, typeset};
use crate::state::{Action, Go, Over, PresentAction, Telling};
use crate::style::size;
use crate::ui::icon::{self, Icon};
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use egui::{
    Align, Align2, Area, Frame, Id, Key, Label, Layout, Margin, Order, Rect, ScrollArea, Sense, Ui,
    pos2, vec2,
};

/// Height of a line.
const ROW_PT: f32 = 28.0;
/// Width of the list.
const WIDE_PT: f32 = 460.0;

/// What the list remembers.
#[derive(Default)]
pub(super) struct StepList {
    /// The line that Enter goes to, while the list is open.
    chosen: Option<usize>,
    /// The chosen line has moved and is to be seen.
    follow: bool,
}

impl StepList {
    /// Takes a key while the list is open.
    pub fn key(&mut self, pressed: Pressed, shown: &Shown<'_>, actions: &mut Vec<Action>) -> bool {
        let (Some(chosen), Some(telling)) = (self.chosen, &shown.state.telling) else {
            return false;
        };
        let last = telling.story.steps.len().saturating_sub(1);
        let to = match pressed.key {
            Key::ArrowDown | Key::PageDown => (chosen + 1).min(last),
            Key::ArrowUp | Key::PageUp => chosen.saturating_sub(1),
            Key::Home => 0,
            Key::End => last,
            Key::Enter | Key::Space => {
                actions.push(go(Go::To(chosen)));
                actions.push(present(PresentAction::Toggle(Over::Steps)));
                chosen
            }
            _ => return false,
        };
        (self.chosen, self.follow) = (Some(to), true);
        true
    }

    /// Draws the list when it is open.
    pub fn steps_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        let presenting = shown.state.stage.presenting.as_ref();
        let is_open = presenting.is_some_and(|p| p.shows(Over::Steps));
        if !is_open {
            self.chosen = None;
            return;
        }
        let Some(telling) = &shown.state.telling else {
            super::over::word_ui(ui, shown, &shown.say(w::NO_STORY));
            return;
        };
        if self.chosen.is_none() {
            (self.chosen, self.follow) = (Some(telling.at()), true);
        }
        let screen = ui.ctx().content_rect();
        let frame = Frame::window(ui.style())
            .inner_margin(Margin::same(16))
            .fill(ink(shown.ink().panel));
        Area::new(Id::unique("steps"))
            .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
            .order(Order::Foreground)
            .show(ui.ctx(), |ui| {
                frame.show(ui, |ui| {
                    ui.set_width(WIDE_PT.min(screen.width() - 80.0));
                    head_ui(ui, shown, telling, actions);
                    let most = (screen.height() - 140.0).max(120.0);
                    ScrollArea::vertical().max_height(most).show(ui, |ui| {
                        self.rows_ui(ui, shown, telling, actions);
                    });
                });
            });
        self.follow = false;
    }

    fn rows_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        telling: &Telling,
        actions: &mut Vec<Action>,
    ) {
        ui.spacing_mut().item_spacing.y = 0.0;
        for number in 0..telling.story.steps.len() {
            if self.row_ui(ui, shown, telling, number) {
                actions.push(go(Go::To(number)));
                actions.push(present(PresentAction::Toggle(Over::Steps)));
            }
        }
    }

    fn row_ui(&self, ui: &mut Ui, shown: &Shown<'_>, telling: &Telling, at: usize) -> bool {
        let palette = shown.ink();
        let size = vec2(ui.available_width(), ROW_PT);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let title = title_of(shown, telling, at);
        let is_shown = telling.at() == at;
        let said = format!("{}. {title}", at + 1);
        response
            .widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_shown, &said));
        if self.chosen == Some(at) {
            ui.painter()
                .rect_filled(rect, 3.0, ink(palette.accent_soft));
            if self.follow {
                response.scroll_to_me(None);
            }
        } else if response.hovered() {
            ui.painter().rect_filled(rect, 3.0, ink(palette.panel_sunk));
        }
        let kind = if is_shown { Type::Strong } else { Type::Body };
        let color = if is_shown {
            palette.accent
        } else {
            palette.text
        };
        let number =
            ui.painter()
                .layout_no_wrap((at + 1).to_string(), kind.font(), ink(palette.text_2));
        let middle = |height: f32| rect.center().y - height / 2.0;
        let right = rect.left() + GRID * 7.0;
        let corner = pos2(right - number.size().x, middle(number.size().y));
        ui.painter().galley(corner, number, ink(palette.text_2));
        let from = right + GRID * 3.0;
        let inner = Rect::from_min_max(pos2(from, rect.top()), rect.max);
        let mut text = ui.new_child(
            egui::UiBuilder::new()
                .max_rect(inner)
                .layout(Layout::left_to_right(Align::Center))
                .id_salt(("step", at)),
        );
        text.add(Label::new(kind.text(title, color)).truncate());
        response.clicked()
    }
}

fn head_ui(ui: &mut Ui, shown: &Shown<'_>, telling: &Telling, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        let title = typeset(telling.story.title.get(shown.lang()), shown.lang());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = |over: Over| present(PresentAction::Toggle(over));
            let key = key_of(Deed::Steps, shown.lang());
            let name = shown.say(crate::lang::ui_words::CLOSE);
            if icon::button_ui(ui, Icon::Close, &name, &key, shown.ink()).clicked() {
                actions.push(close(Over::Steps));
            }
            let name = shown.say(w::PRESENTER);
            let key = key_of(Deed::Presenter, shown.lang());
            if icon::button_ui(ui, Icon::Copy, &name, &key, shown.ink()).clicked() {
                actions.push(close(Over::Window));
                actions.push(close(Over::Steps));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(Type::Title.text(title, shown.ink().text)).truncate());
            });
        });
    });
    ui.add_space(size::BODY_PT / 2.0);
}

/// The title of a step, or its number where it has none.
pub(super) fn title_of(shown: &Shown<'_>, telling: &Telling, at: usize) -> String {
    let lang = shown.lang();
    let step = telling.story.steps.get(at);
    let title = step.map_or("", |step| step.title.get(lang));
    match title.trim().is_empty() {
        true => format!("{} {}", shown.say(w::STEP), at + 1),
        false => typeset(title, lang),
    }
}
