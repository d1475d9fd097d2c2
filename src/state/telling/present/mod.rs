//! Presenting: what stands over the map before a class, and the quiz.
//!
//! Which step is shown is `telling`'s, the way to it `glide`'s. It draws nothing and knows no screen but the size of its page.

use super::super::{Selected, State};
use super::glide::Glide;
use super::{KeptView, shown};
use crate::geo::{Camera, MapBox, MapPt};
use crate::style::Theme;
use std::collections::BTreeSet;

/// A line of the pen has at most so many points, and so many lines are kept.
const MOST_POINTS: usize = 4000;
const MOST_LINES: usize = 400;

/// The stage: presenting, quiz, and what is under way.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Stage {
    /// What is presented with; nothing while nobody presents.
    pub presenting: Option<Presenting>,
    /// The quiz, while names are hidden.
    pub quiz: Option<Quiz>,
    /// The map's page, told by the front.
    pub(super) page: Page,
    /// The way to the step, while under way.
    pub(super) glide: Option<Glide>,
    /// The view of the step when it stands; nothing before a step was shown.
    pub(super) rest: Option<Box<KeptView>>,
}

/// The page that the map is drawn on.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Page {
    /// Width and height, in points.
    pub size_pt: [f32; 2],
    /// A step, from 0, and the camera that shows its frame whole beside the words that cover part of the page;
    /// nothing where no words do.
    pub framed: Option<(usize, Camera)>,
}

impl Default for Page {
    fn default() -> Page {
        Page::whole([860.0, 580.0])
    }
}

impl Page {
    /// A page that no words cover.
    pub fn whole(size_pt: [f32; 2]) -> Page {
        Page {
            size_pt,
            framed: None,
        }
    }

    /// The camera of a step on this page; nothing is the home view, which the map finds itself.
    pub(super) fn camera(&self, at: usize, bounds: Option<MapBox>) -> Option<Camera> {
        let framed = self.framed.filter(|(step, _)| *step == at);
        match framed {
            Some((_, camera)) => Some(camera.held()),
            None => bounds.map(|bounds| Camera::fit(&bounds, self.size_pt)),
        }
    }
}

/// What is presented with. Invariant: lines are no longer than what is kept, seconds are finite and not negative.
#[derive(Clone, PartialEq, Debug)]
pub struct Presenting {
    /// The screen shows nothing but this.
    pub blank: Option<Blank>,
    /// What the pointer is.
    pub tool: Tool,
    /// What the pen has drawn on the map; the last line is the one being drawn.
    pub lines: Vec<Vec<MapPt>>,
    /// Since it began, in seconds.
    pub elapsed_secs: f64,
    /// What is open over the map.
    pub open: BTreeSet<Over>,
    /// The colours that the window wears otherwise.
    pub own_theme: Theme,
}

/// A screen with nothing on it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Blank {
    /// Black.
    Black,
    /// White.
    White,
}

/// What the pointer is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Tool {
    /// It points, clicks and drags.
    #[default]
    Hand,
    /// A spot of light.
    Laser,
    /// It draws.
    Pen,
}

/// What can be opened while presenting.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Over {
    /// The list of steps.
    Steps,
    /// How long it has taken.
    Timer,
    /// The list of keys.
    Keys,
    /// The presenter's own window.
    Window,
}

/// Names are hidden but for those that have been revealed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Quiz {
    /// What may be named, such as `country:MLI`.
    pub revealed: BTreeSet<String>,
}

/// What can be done while presenting.
#[derive(Clone, PartialEq, Debug)]
pub enum PresentAction {
    /// Begin with the first step.
    Begin,
    /// Begin with the step shown.
    BeginHere,
    /// Stop presenting.
    End,
    /// Blank the screen, or show it again.
    Blank(Blank),
    /// Take that tool, or the hand when it is in use.
    Take(Tool),
    /// Begin a line of the pen.
    PenDown(MapPt),
    /// Draw it on.
    PenTo(MapPt),
    /// Wipe what the pen has drawn.
    Wipe,
    /// Open or close something.
    Toggle(Over),
    /// Count the time from now.
    RestartTimer,
}

/// What can be done to the quiz.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum QuizAction {
    /// Hide the names, or show them all again.
    Toggle,
    /// Reveal these.
    Reveal(Vec<String>),
}

impl Stage {
    /// Is the map on its way to a step, or a step playing?
    pub fn is_moving(&self) -> bool {
        self.glide.is_some()
    }

    /// The view of the step when it stands; nothing before a step was shown.
    pub fn rest(&self) -> Option<&KeptView> {
        self.rest.as_deref()
    }

    /// What is selected when the step stands; nothing without one.
    pub fn own_selection(&self) -> Option<&Selected> {
        self.rest.as_ref()?.selection.as_ref()
    }

    /// The colours that the window wears when nobody presents.
    pub fn own_theme(&self) -> Option<Theme> {
        self.presenting
            .as_ref()
            .map(|presenting| presenting.own_theme)
    }

    pub(super) fn wipe(&mut self) {
        if let Some(presenting) = &mut self.presenting {
            presenting.lines.clear();
        }
    }
}

impl Presenting {
    fn new(own_theme: Theme) -> Presenting {
        Presenting {
            blank: None,
            tool: Tool::Hand,
            lines: Vec::new(),
            elapsed_secs: 0.0,
            open: BTreeSet::new(),
            own_theme,
        }
    }

    /// Is that open?
    pub fn shows(&self, over: Over) -> bool {
        self.open.contains(&over)
    }

    fn apply(&mut self, action: PresentAction) {
        match action {
            PresentAction::Blank(blank) => {
                self.blank = (self.blank != Some(blank)).then_some(blank);
            }
            PresentAction::Take(tool) if self.tool == tool => self.tool = Tool::Hand,
            PresentAction::Take(tool) => self.tool = tool,
            PresentAction::PenDown(at) if at.iter().all(|c| c.is_finite()) => {
                if self.lines.len() < MOST_LINES {
                    self.lines.push(vec![at]);
                }
            }
            PresentAction::PenTo(at) if at.iter().all(|c| c.is_finite()) => {
                let line = self.lines.last_mut();
                if let Some(line) = line.filter(|line| line.len() < MOST_POINTS) {
                    line.push(at);
                }
            }
            PresentAction::Wipe => self.lines.clear(),
            PresentAction::Toggle(over) => {
                if !self.open.remove(&over) {
                    // The two lists lie in the same place.
                    match over {
                        Over::Steps => self.open.remove(&Over::Keys),
                        Over::Keys => self.open.remove(&Over::Steps),
                        Over::Timer | Over::Window => false,
                    };
                    self.open.insert(over);
                }
            }
            PresentAction::RestartTimer => self.elapsed_secs = 0.0,
            PresentAction::PenDown(_)
            | PresentAction::PenTo(_)
            | PresentAction::Begin
            | PresentAction::BeginHere
            | PresentAction::End => {}
        }
    }
}

/// Runs one action of presenting.
pub(super) fn apply(state: &mut State, action: PresentAction) {
    match action {
        PresentAction::Begin => begin(state, Some(0)),
        PresentAction::BeginHere => begin(state, None),
        PresentAction::End => end(state),
        action => {
            if let Some(presenting) = &mut state.stage.presenting {
                presenting.apply(action);
            }
        }
    }
}

fn begin(state: &mut State, step: Option<usize>) {
    if state.stage.presenting.is_some() {
        return;
    }
    state.stage.presenting = Some(Presenting::new(state.look.theme));
    state.look.theme = Theme::Projector;
    state.look.help_open = false;
    state.time.playing = false;
    if let (Some(telling), Some(step)) = (&mut state.telling, step) {
        telling.go(super::Go::To(step));
    }
    shown::show(state);
}

fn end(state: &mut State) {
    let Some(presenting) = state.stage.presenting.take() else {
        return;
    };
    state.stage.quiz = None;
    shown::arrive(state);
    state.look.theme = presenting.own_theme;
}

/// Undoes one thing of the stage: what is open, the quiz, a tool, at last presenting itself; was there any?
pub(super) fn escape(state: &mut State) -> bool {
    let Some(presenting) = &mut state.stage.presenting else {
        return state.stage.quiz.take().is_some();
    };
    let own = state.stage.rest.as_ref().map(|rest| &rest.selection);
    let is_looking = match own {
        Some(own) => state.selection != *own,
        None => state.selection.is_some(),
    };
    match () {
        () if presenting.blank.is_some() => presenting.blank = None,
        () if presenting.open.remove(&Over::Keys) || presenting.open.remove(&Over::Steps) => {}
        () if presenting.tool != Tool::Hand => presenting.tool = Tool::Hand,
        () if is_looking => state.selection = own.cloned().flatten(),
        () if state.stage.quiz.is_some() => state.stage.quiz = None,
        () => end(state),
    }
    true
}

/// Runs one action of the quiz.
pub(super) fn quiz(state: &mut State, action: QuizAction) {
    let quiz = &mut state.stage.quiz;
    match (action, &mut *quiz) {
        (QuizAction::Toggle, Some(_)) => *quiz = None,
        (QuizAction::Toggle, None) => *quiz = Some(Quiz::default()),
        (QuizAction::Reveal(what), Some(quiz)) => quiz.revealed.extend(what),
        (QuizAction::Reveal(_), None) => {}
    }
}

/// Lets time pass on the stage.
pub(super) fn pass(state: &mut State, dt_secs: f64) {
    if let Some(presenting) = &mut state.stage.presenting
        && dt_secs.is_finite()
    {
        presenting.elapsed_secs += dt_secs.clamp(0.0, 3600.0);
    }
    shown::pass(state, dt_secs);
}

#[cfg(test)]
mod tests;
