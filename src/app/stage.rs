//! Presenting, as far as the shell has to do with it: the size of the type, the page of a step, the whole screen, the clock.
//!
//! What is presented is the state's, what lies over it `ui::present`'s.

use super::canvas::Staged;
use crate::export::story::slides;
use crate::scene::slide::{self, Motion, Slide};
use crate::state::{Action, KeptView, Mode, Page, State, StoryAction, apply, view_of};
use crate::style::Theme;
use crate::ui::layout::{self, Areas};
use eframe::egui::{Context, Rect, ViewportCommand};

/// How much larger the window is for a projector.
const PROJECTOR_LARGER: f32 = 1.3;

/// The areas of the window: only a map while somebody presents.
pub(super) fn areas(window: Rect, state: &State) -> Areas {
    match state.stage.presenting {
        Some(_) => layout::stage(window),
        None => layout::areas(window, &state.look),
    }
}

/// Lets time pass on the stage, on a map of that size.
pub(super) fn pass(state: &mut State, map_pt: [f32; 2], dt_secs: f64) {
    for action in [
        StoryAction::Page(page(state, map_pt)),
        StoryAction::Pass(dt_secs),
    ] {
        apply(state, Action::Story(action));
    }
}

/// The page of the step that is told, as its slide wants it while somebody presents.
fn page(state: &State, size_pt: [f32; 2]) -> Page {
    let whole = Page::whole(size_pt);
    let (Some(telling), Some(_)) = (&state.telling, &state.stage.presenting) else {
        return whole;
    };
    let at = telling.at();
    let Some(step) = telling.story.steps.get(at) else {
        return whole;
    };
    let lang = state.look.lang;
    let view = view_of(step, &KeptView::of(state)).view;
    let from = match view.mode {
        Mode::Instant => None,
        Mode::Range { from } => Some(from),
        Mode::Cumulative => Some(state.time.first_day),
    };
    let frame = slides::frame(step);
    let words = slides::slide(&telling.story, at, lang);
    let of = (lang, &view.hidden);
    let camera = slide::camera(&words, &frame, size_pt, of, (from, view.day));
    Page {
        framed: Some((at, camera)),
        ..whole
    }
}

/// What the story adds to the picture.
pub(super) fn staged(state: &State) -> Staged {
    let stage = &state.stage;
    let step = state.telling.as_ref().and_then(|telling| {
        let step = telling.story.steps.get(telling.at())?;
        Some((telling, step))
    });
    // Whoever looks at something else, or at another day, sees the map as it is.
    let is_here = stage.is_moving()
        || stage
            .rest()
            .is_some_and(|rest| rest.selection == state.selection && rest.day == state.time.date);
    let pointed = step
        .filter(|_| is_here)
        .map(|(_, step)| slides::pointed(step));
    // Two maps beside each other have dates of their own.
    let presents = stage.presenting.is_some() && state.compare.is_none();
    let slide = presents.then(|| {
        let words = match step {
            Some((telling, _)) => slides::slide(&telling.story, telling.at(), state.look.lang),
            None => Slide::default(),
        };
        // The words of a step would tell the names that a quiz asks for.
        let words = match stage.quiz {
            Some(_) => Slide {
                title: String::new(),
                caption: Vec::new(),
                ..words
            },
            None => words,
        };
        Slide {
            motion: Motion::Live,
            ..words
        }
    });
    Staged {
        slide,
        pointed: pointed.unwrap_or_default(),
    }
}

/// The scale of the window: that of the settings, larger for a projector; presenting, that of a slide of this size.
pub(super) fn scale(ctx: &Context, state: &State) -> f32 {
    let own = state.look.scale;
    if state.stage.presenting.is_some() {
        let native = ctx.native_pixels_per_point().unwrap_or(1.0);
        return (slide_scale(ctx) / native).clamp(0.5, 8.0);
    }
    match state.look.theme {
        Theme::Projector => own * PROJECTOR_LARGER,
        Theme::Light | Theme::Dark | Theme::Print => own,
    }
}

/// Pixels a point on a slide that fills the window.
fn slide_scale(ctx: &Context) -> f32 {
    let size_px = ctx.content_rect().size() * ctx.pixels_per_point();
    let (_, scale) = slide::size_pt([size_px.x.round() as u32, size_px.y.round() as u32]);
    scale
}

/// The screen, which follows the presentation.
#[derive(Default)]
pub(super) struct Screen {
    is_full: bool,
}

impl Screen {
    /// Fills the screen while somebody presents.
    pub fn follow(&mut self, ctx: &Context, state: &State) {
        let wanted = state.stage.presenting.is_some();
        if self.is_full != wanted {
            self.is_full = wanted;
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(wanted));
        }
    }
}

/// The time of day, as clocks show it.
pub(super) fn clock() -> String {
    let now = jiff::Zoned::now();
    format!("{:02}:{:02}", now.hour(), now.minute())
}
