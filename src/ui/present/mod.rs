//! Presenting in the window: the map alone on the screen, keys, what lies over it, the presenter's own window.
//!
//! The slide's own words are the scene's, so that the screen shows what is exported; which step is shown is the
//! state's. Scratch (a number being typed, the line chosen in the list) stays here.

pub mod keys;
mod marked;
mod over;
mod presenter;
pub mod quiz;
mod sheet;
mod steps;
mod tools;

use super::compare::CompareView;
use super::inspector::Inspector;
use super::keyboard;
use super::layout::Areas;
use super::map::MapView;
use super::shown::Shown;
use super::{commands::Command, part};
use crate::state::{
    Action, Blank, Go, LookAction, Over, PresentAction, QuizAction, Selected, StoryAction, Tool,
};
use egui::{Context, Key, Ui};
use keys::{Deed, Pressed};

/// A number that is typed is forgotten after so many seconds.
const NUMBER_SECS: f64 = 4.0;
/// A number has at most so many digits.
const MOST_DIGITS: usize = 3;

/// The panels that are shown while presenting too.
pub struct Parts<'a> {
    /// The map.
    pub map: &'a mut MapView,
    /// Two maps.
    pub compare: &'a mut CompareView,
    /// What is known about what was clicked.
    pub inspector: &'a mut Inspector,
}

/// What presenting remembers from frame to frame.
#[derive(Default)]
pub struct PresentView {
    /// The time of day, in words, told by the shell.
    pub clock: String,
    /// Has a frame been presented?
    is_begun: bool,
    /// The digits of a step's number, and when the last was typed, in egui's seconds.
    digits: Option<(String, f64)>,
    steps: steps::StepList,
    tools: tools::Tools,
}

impl PresentView {
    /// Nobody presents.
    pub fn rest(&mut self) {
        if self.is_begun {
            let clock = std::mem::take(&mut self.clock);
            *self = PresentView {
                clock,
                ..PresentView::default()
            };
        }
    }

    /// Draws the whole window while presenting, and pushes what is asked for.
    pub fn present_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        areas: &Areas,
        mut parts: Parts<'_>,
        actions: &mut Vec<Action>,
    ) {
        self.begin(ui.ctx());
        parts.map.keys(ui.ctx(), shown, actions);
        self.keys(ui.ctx(), shown, areas, parts.map, actions);
        let from = actions.len();
        map_ui(ui, shown, areas, &mut parts, actions);
        quiz::clicked(ui, shown, areas.map, actions, from);
        keep_own_selection(shown, actions, from);
        self.tools.tools_ui(ui, shown, areas.map, actions);
        sheet::sheet_ui(ui, shown, areas.map, parts.inspector, actions);
        over::hints_ui(ui, shown, areas.map, self.digits.as_ref(), actions);
        quiz::quiz_ui(ui, shown, areas.map, actions);
        self.steps.steps_ui(ui, shown, actions);
        over::keys_ui(ui, shown, actions);
        over::blank_ui(ui, shown, areas.map, actions);
        self.presenter_ui(ui.ctx(), shown, areas, parts.map, actions);
    }

    /// Whatever had the keys in the window has them no longer.
    fn begin(&mut self, ctx: &Context) {
        if !std::mem::replace(&mut self.is_begun, true) {
            ctx.memory_mut(|memory| {
                if let Some(id) = memory.focused() {
                    memory.surrender_focus(id);
                }
            });
        }
    }

    fn presenter_ui(
        &mut self,
        ctx: &Context,
        shown: &Shown<'_>,
        areas: &Areas,
        map: &mut MapView,
        actions: &mut Vec<Action>,
    ) {
        let is_open = |p: &crate::state::Presenting| p.shows(Over::Window);
        if !shown.state.stage.presenting.as_ref().is_some_and(is_open) {
            return;
        }
        let clock = self.clock.clone();
        let is_own = presenter::window_ui(ctx, shown, &clock, actions, |ctx, actions| {
            self.keys(ctx, shown, areas, map, actions);
        });
        if is_own {
            // The clock goes on while nothing else happens.
            ctx.request_repaint_after_secs(1.0);
        }
    }

    /// Turns the keys of this frame into actions.
    fn keys(
        &mut self,
        ctx: &Context,
        shown: &Shown<'_>,
        areas: &Areas,
        map: &mut MapView,
        actions: &mut Vec<Action>,
    ) {
        let now = ctx.input(|input| input.time);
        let focused = ctx.memory(|memory| memory.focused().is_some());
        if self
            .digits
            .as_ref()
            .is_some_and(|(_, at)| now - at > NUMBER_SECS)
        {
            self.digits = None;
        }
        for pressed in keys::pressed(ctx) {
            if self.digit(pressed, now, actions) {
                continue;
            }
            if self.steps.key(pressed, shown, actions) {
                continue;
            }
            // What has the focus answers to its own keys first.
            if focused && matches!(pressed.key, Key::Enter | Key::Space) {
                continue;
            }
            match pressed.deed {
                Some(Deed::Zoom(by)) => map.zoom(areas.map.size(), f64::from(by) * 0.5),
                Some(deed) if shown.state.telling.is_some() || !is_of_time(pressed) => {
                    do_it(deed, shown, actions);
                }
                Some(_) | None => run_of_time(pressed, shown, areas, actions),
            }
        }
    }

    /// Takes a key that belongs to a number being typed.
    fn digit(&mut self, pressed: Pressed, now: f64, actions: &mut Vec<Action>) -> bool {
        if let Some(Deed::Digit(digit)) = pressed.deed {
            let (digits, at) = self.digits.get_or_insert_default();
            if digits.len() < MOST_DIGITS {
                digits.push(char::from(b'0' + digit));
            }
            *at = now;
            return true;
        }
        let Some((digits, at)) = &mut self.digits else {
            return false;
        };
        match pressed.key {
            Key::Enter => {
                let number = digits.parse::<usize>().unwrap_or(0);
                actions.push(go(Go::To(number.saturating_sub(1))));
                self.digits = None;
            }
            Key::Backspace => {
                *at = now;
                digits.pop();
                if digits.is_empty() {
                    self.digits = None;
                }
            }
            Key::Escape => self.digits = None,
            _ => {
                self.digits = None;
                return false;
            }
        }
        true
    }
}

fn map_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    areas: &Areas,
    parts: &mut Parts<'_>,
    actions: &mut Vec<Action>,
) {
    match shown.state.compare {
        None => {
            let mut map = part(ui, "map", areas.map);
            parts.map.picture_ui(&mut map, shown, actions);
        }
        Some(compare) => {
            let map = (&mut *parts.map, &mut *actions);
            parts.compare.maps_ui(ui, shown, areas, compare, map);
        }
    }
}

/// A click on nothing leads back to what the step has selected, and does nothing else.
fn keep_own_selection(shown: &Shown<'_>, actions: &mut Vec<Action>, from: usize) {
    let own = shown.state.stage.own_selection();
    let is_own = shown.state.selection.as_ref() == own;
    let mut at = 0;
    actions.retain_mut(|action| {
        at += 1;
        if at <= from || *action != Action::Select(None) {
            return true;
        }
        *action = Action::Select(own.cloned());
        !is_own
    });
}

/// What was clicked, apart from what the step itself has selected.
fn looked_at<'a>(shown: &'a Shown<'_>) -> Option<&'a Selected> {
    let selection = shown.state.selection.as_ref();
    selection.filter(|_| selection != shown.state.stage.own_selection())
}

fn go(go: Go) -> Action {
    Action::Story(StoryAction::Go(go))
}

fn present(action: PresentAction) -> Action {
    Action::Story(StoryAction::Present(action))
}

/// Does a key move days rather than steps when there is no story?
fn is_of_time(pressed: Pressed) -> bool {
    let moves_steps = matches!(
        pressed.deed,
        Some(Deed::Next | Deed::Back | Deed::First | Deed::Last)
    );
    let is_clickers = matches!(pressed.key, Key::PageDown | Key::PageUp | Key::N | Key::P);
    moves_steps && !is_clickers
}

/// The keys of days and of the map's colours do what they do in the window.
fn run_of_time(pressed: Pressed, shown: &Shown<'_>, areas: &Areas, actions: &mut Vec<Action>) {
    let command = keyboard::command_of(pressed.key, pressed.held);
    let is_meant = |command: &Command| {
        let of_days = matches!(
            command,
            Command::Play | Command::Step(..) | Command::Speed(_)
        );
        let of_map = matches!(command, Command::Home | Command::Pan(..));
        of_days || of_map || matches!(command, Command::Back | Command::Forward)
    };
    if let Some(command) = command.filter(is_meant) {
        keyboard::run(command, shown, areas, actions, &mut Vec::new());
    }
}

/// Carries a deed out.
fn do_it(deed: Deed, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let has_story = shown.state.telling.is_some();
    let mut event = |forward: bool| {
        let day = shown.neighbour_day(forward);
        let go = |day| Action::Time(crate::state::TimeAction::Goto(day));
        actions.extend(day.map(go));
    };
    let action = match deed {
        Deed::Next if !has_story => return event(true),
        Deed::Back if !has_story => return event(false),
        Deed::Next => go(Go::Next),
        Deed::Back => go(Go::Back),
        Deed::First => go(Go::First),
        Deed::Last => go(Go::Last),
        Deed::Again => go(Go::Again),
        Deed::Steps => present(PresentAction::Toggle(Over::Steps)),
        Deed::Black => present(PresentAction::Blank(Blank::Black)),
        Deed::White => present(PresentAction::Blank(Blank::White)),
        Deed::Laser => present(PresentAction::Take(Tool::Laser)),
        Deed::Pen => present(PresentAction::Take(Tool::Pen)),
        Deed::Wipe => present(PresentAction::Wipe),
        Deed::Quiz => Action::Story(StoryAction::Quiz(QuizAction::Toggle)),
        Deed::Reveal => quiz::reveal_next(shown),
        Deed::RevealAll => quiz::reveal_all(shown),
        Deed::Timer => present(PresentAction::Toggle(Over::Timer)),
        Deed::Presenter => present(PresentAction::Toggle(Over::Window)),
        Deed::Language => Action::Look(LookAction::NextLang),
        Deed::Keys => present(PresentAction::Toggle(Over::Keys)),
        Deed::Leave => Action::Escape,
        Deed::Quit => Action::Quit,
        Deed::Digit(_) | Deed::Zoom(_) => return,
    };
    actions.push(action);
}
