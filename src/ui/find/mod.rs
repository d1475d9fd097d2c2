//! The search field and the list under it: everything by its words, and after `>` the commands.
//!
//! What is typed is scratch and stays here; choosing a result pushes actions. The field keeps the
//! keyboard while the list is open, so that typing and choosing need no change of place.

mod list;
mod listing;
mod open;
mod palette;

use super::commands::{Command, key_of};
use super::icon::{self, Icon};
use super::shown::Shown;
use super::theme::{GRID, Type, ink};
use crate::lang::{Lang, ui_words as w};
use crate::model::search::Kind;
use crate::state::Action;
use egui::{
    Align2, Context, EventFilter, Frame, Id, Key, Margin, Modifiers, Rect, Response, Stroke,
    StrokeKind, TextEdit, Ui, pos2, vec2,
};
use listing::{Does, Listing};

/// Width of the field where there is room.
const FIELD_PT: f32 = 380.0;
/// From the left edge: what buttons and the longest date take.
const LEFT_PT: f32 = 360.0;
/// How much can be typed.
const MOST_LETTERS: usize = 200;
/// Opens the list of commands.
const COMMANDS: char = '>';

/// What the field remembers.
#[derive(Default)]
pub struct Find {
    text: String,
    /// What was typed when the list was last open.
    last: String,
    open: bool,
    /// Take the keyboard in this frame.
    beginning: bool,
    /// What had the keyboard before.
    back_to: Option<Id>,
    /// Which item of the list is chosen.
    chosen: usize,
    /// Bring it into view.
    follow: bool,
    /// The kind whose results are all listed.
    whole: Option<Kind>,
    listed: Option<(Asked, Listing)>,
    command: Option<Command>,
}

/// What a listing was made of: the text, the language, the kind that is listed whole.
type Asked = (String, Lang, Option<Kind>);

/// Where the field stands in the bar, left of `right`.
pub fn field_rect(bar: Rect, right: f32) -> Rect {
    let (from, to) = (bar.left() + LEFT_PT, right - GRID * 4.0);
    let width = FIELD_PT.min(to - from).max(GRID * 24.0);
    let left = (bar.center().x - width / 2.0).min(to - width).max(from);
    Rect::from_min_size(pos2(left, bar.center().y - 14.0), vec2(width, 28.0))
}

impl Find {
    /// Opens the list at the next frame: what was last searched for, or the commands.
    pub fn begin(&mut self, commands: bool) {
        let was_commands = self.last.starts_with(COMMANDS);
        if commands {
            self.text = COMMANDS.to_string();
        } else if !self.open || self.text.starts_with(COMMANDS) {
            self.text = if was_commands {
                String::new()
            } else {
                self.last.clone()
            };
        }
        self.beginning = true;
    }

    /// The command that was chosen in this frame.
    pub fn take_command(&mut self) -> Option<Command> {
        self.command.take()
    }

    /// Draws the field into the bar, up to `right`, and the list under it.
    pub fn find_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        right: f32,
        actions: &mut Vec<Action>,
    ) {
        let rect = field_rect(ui.max_rect(), right);
        let pressed = self.keys(ui);
        let response = self.field_ui(ui, shown, rect);
        self.focus(ui.ctx(), &response);
        if self.open {
            self.list_ui(ui, shown, &response, pressed, actions);
        }
    }

    /// Keys that the list answers to are taken before the field sees them.
    fn keys(&mut self, ui: &Ui) -> Option<Pressed> {
        if !self.open || !ui.memory(|memory| memory.has_focus(field_id())) {
            return None;
        }
        let page = list::PAGE as isize;
        ui.input_mut(|input| {
            let mut take = |key| input.consume_key(Modifiers::NONE, key);
            let moves = [
                (Key::ArrowDown, 1),
                (Key::ArrowUp, -1),
                (Key::PageDown, page),
                (Key::PageUp, -page),
            ];
            if take(Key::Escape) {
                return Some(Pressed::Escape);
            }
            if take(Key::Enter) {
                return Some(Pressed::Enter);
            }
            let step: isize = moves
                .iter()
                .filter(|(key, _)| take(*key))
                .map(|m| m.1)
                .sum();
            (step != 0).then_some(Pressed::Step(step))
        })
    }

    fn field_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, rect: Rect) -> Response {
        let palette = shown.ink();
        let (ground, edge) = if self.open {
            (palette.panel, Stroke::new(2.0, ink(palette.focus_ring)))
        } else {
            (palette.panel_sunk, Stroke::new(1.0, ink(palette.hairline)))
        };
        ui.painter()
            .rect(rect, 4.0, ink(ground), edge, StrokeKind::Inside);
        let glass = pos2(rect.left() + GRID * 4.0, rect.center().y);
        icon::paint(ui.painter(), Icon::Search, glass, ink(palette.text_2));
        let roomy = rect.width() >= 300.0;
        let key = key_of(Command::Search, shown.lang());
        let mut right = rect.right() - GRID * 2.0;
        if roomy && !self.open {
            let at = pos2(right - GRID, rect.center().y);
            let color = ink(palette.text_2);
            let font = Type::Small.font();
            let drawn = ui
                .painter()
                .text(at, Align2::RIGHT_CENTER, &key, font, color);
            right = drawn.left() - GRID * 2.0;
        }
        let hint = if roomy { w::SEARCH_HINT } else { w::SEARCH };
        let inner = Rect::from_min_max(
            pos2(rect.left() + GRID * 7.0, rect.top()),
            pos2(right, rect.bottom()),
        );
        let edit = TextEdit::singleline(&mut self.text)
            .id(field_id())
            .font(Type::Body.font())
            .text_color(ink(palette.text))
            .hint_text(Type::Body.text(shown.say(hint), palette.text_2))
            .char_limit(MOST_LETTERS)
            .frame(Frame::NONE)
            .margin(Margin::ZERO)
            .align(Align2::LEFT_CENTER)
            .desired_width(inner.width())
            .min_size(inner.size())
            .event_filter(EventFilter {
                tab: false,
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
            });
        let response = ui.put(inner, edit).accessible_name(shown.say(w::SEARCH));
        if self.open {
            return response;
        }
        icon::tooltip(response, &shown.say(w::SEARCH), &key, palette)
    }

    /// Takes and gives back the keyboard.
    fn focus(&mut self, ctx: &Context, response: &Response) {
        if std::mem::take(&mut self.beginning) {
            let held = ctx.memory(|memory| memory.focused());
            self.back_to = held.filter(|id| *id != response.id).or(self.back_to);
            response.request_focus();
            self.show();
            let letters = self.text.chars().count();
            let from = if self.text.starts_with(COMMANDS) {
                letters
            } else {
                0
            };
            super::top::select(ctx, response, from, letters);
        } else if response.gained_focus() && !self.open {
            self.back_to = None;
            self.show();
        }
        if response.changed() {
            (self.chosen, self.whole, self.follow) = (0, None, true);
        }
    }

    fn show(&mut self) {
        self.open = true;
        (self.chosen, self.whole, self.follow) = (0, None, true);
    }

    fn close(&mut self, ctx: &Context) {
        self.open = false;
        self.last = std::mem::take(&mut self.text);
        self.listed = None;
        let back_to = self.back_to.take();
        ctx.memory_mut(|memory| {
            if memory.has_focus(field_id()) {
                memory.surrender_focus(field_id());
                if let Some(id) = back_to {
                    memory.request_focus(id);
                }
            }
        });
    }

    fn list_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        response: &Response,
        pressed: Option<Pressed>,
        actions: &mut Vec<Action>,
    ) {
        let listing = self.listing(shown);
        let last = listing.items().count().saturating_sub(1);
        match pressed {
            Some(Pressed::Escape) => {
                self.listed = Some((self.key(shown), listing));
                self.close(ui.ctx());
                return;
            }
            Some(Pressed::Step(step)) => {
                self.chosen = self.chosen.saturating_add_signed(step).min(last);
                self.follow = true;
            }
            Some(Pressed::Enter) | None => self.chosen = self.chosen.min(last),
        }
        let drawn = list::list_ui(ui, shown, response.rect, &listing, self.chosen, self.follow);
        self.follow = false;
        list::describe(ui.ctx(), response.id, &drawn);
        let entered = (pressed == Some(Pressed::Enter)).then_some(self.chosen);
        let does = drawn
            .clicked
            .or(entered)
            .and_then(|at| listing.items().nth(at));
        let does = does.map(|item| item.does);
        self.listed = Some((self.key(shown), listing));
        match does {
            Some(does) => self.carry_out(ui.ctx(), shown, does, actions),
            None if response.lost_focus() && drawn.pointed => response.request_focus(),
            None if response.lost_focus() => self.close(ui.ctx()),
            None => {}
        }
    }

    fn key(&self, shown: &Shown<'_>) -> Asked {
        (self.text.clone(), shown.lang(), self.whole)
    }

    /// The listing of what is typed; made anew only when that has changed.
    fn listing(&mut self, shown: &Shown<'_>) -> Listing {
        let key = self.key(shown);
        match self.listed.take() {
            Some((known, listing)) if known == key => listing,
            Some(_) | None => Listing::of(shown, &self.text, self.whole),
        }
    }

    fn carry_out(
        &mut self,
        ctx: &Context,
        shown: &Shown<'_>,
        does: Does,
        actions: &mut Vec<Action>,
    ) {
        match does {
            Does::Open(thing) => {
                if open::open(shown, thing, actions).is_some() {
                    self.close(ctx);
                }
            }
            Does::Command(command) => {
                self.close(ctx);
                self.command = Some(command);
            }
            Does::Whole(kind) => {
                self.whole = Some(kind);
                self.follow = true;
                ctx.memory_mut(|memory| memory.request_focus(field_id()));
            }
        }
        ctx.request_repaint();
    }
}

/// A key that the list answers to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pressed {
    Step(isize),
    Enter,
    Escape,
}

fn field_id() -> Id {
    Id::unique("search field")
}
