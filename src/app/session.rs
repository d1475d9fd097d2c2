//! Everything between the facts and the panels: state, day, picture, and the order of a frame.
//!
//! It knows no window system, so that tests drive the very same program without one.

use super::OpenedStory;
use super::beside::OtherDay;
use super::canvas::{Canvas, Staged, days};
use super::desk::Desk;
use super::stories::Stories;
use super::{quiet, stage};
use crate::export::order::Seen;
use crate::model::filter::{Filter, Sifted, sift};
use crate::model::{Atlas, History};
use crate::scene::Composition;
use crate::state::shelf::{FileAction, News};
use crate::state::{
    Action, Effect, Hand, HistoryAction, MapAction, REST_SECS, Selected, State, StoryAction,
    TimeAction, apply,
};
use crate::ui::layout::Areas;
use crate::ui::map::glyphs::Glyphs;
use crate::ui::{Shown, Window, theme};
use egui::Ui;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The program without its window.
pub struct Session {
    /// What the user has set.
    pub state: State,
    /// What the panels remember.
    pub window: Window,
    atlas: Arc<Atlas>,
    /// The filter that was last worked out, and what it leaves.
    sifted: (Filter, Sifted),
    /// The history of what is selected, with what it is of; nothing when that has none.
    told: Option<(Selected, History)>,
    canvas: Canvas,
    pub(super) stories: Stories,
    /// The other day, while two are compared.
    other: Option<OtherDay>,
    glyphs: Glyphs,
    desk: Desk,
    dressed: Option<(crate::style::Theme, f32)>,
    /// When the history last looked, in egui's seconds.
    seen_secs: Option<f64>,
}

impl Session {
    /// A session over an atlas.
    pub fn new(atlas: Arc<Atlas>, state: State) -> Session {
        let sifted = sift(&atlas, &state.filter);
        let canvas = Canvas::new(&atlas, days(&state), &sifted.chosen);
        Session {
            sifted: (state.filter.clone(), sifted),
            told: None,
            state,
            window: Window::default(),
            atlas,
            canvas,
            stories: Stories::default(),
            other: None,
            glyphs: Glyphs::default(),
            desk: Desk::default(),
            dressed: None,
            seen_secs: None,
        }
    }

    /// The facts.
    pub fn atlas(&self) -> &Atlas {
        &self.atlas
    }

    /// One frame: time passes, the picture is brought up to date, the panels are drawn, what they ask for is done.
    pub fn frame_ui(&mut self, ui: &mut Ui, dt_secs: f64) -> Vec<Effect> {
        if self.state.time.playing {
            apply(&mut self.state, Action::Time(TimeAction::Tick(dt_secs)));
            let passed = quiet::around(&self.atlas, &self.sifted.1.chosen, &self.state);
            apply(&mut self.state, Action::Time(passed));
        }
        self.stories.look(&mut self.state, ui.ctx());
        self.dress(ui.ctx());
        let areas = stage::areas(ui.max_rect(), &self.state).parted(self.state.compare);
        stage::pass(&mut self.state, areas.map.size().into(), dt_secs);
        let staged = stage::staged(&self.state);
        self.settle();
        self.tell();
        let mut composition = self.picture(&areas, &staged);
        let shown = (&self.canvas.world, &mut composition);
        let given = (&*self.atlas, &self.state, &self.sifted.1.chosen);
        OtherDay::settle(&mut self.other, given, &areas, shown);
        let other = self.other.as_ref();
        let unsettled = composition.unsettled || other.is_some_and(OtherDay::is_unsettled);
        let map_pt: [f32; 2] = areas.map.size().into();
        let title = composition.picture.title.clone();
        let before = seen(&self.atlas, &self.state, (&title, map_pt));
        let brought = self
            .desk
            .look(ui.ctx(), &mut self.window, &self.atlas, before);
        let mut actions: Vec<Action> = brought.into_iter().collect();
        let shown = Shown {
            atlas: &self.atlas,
            state: &self.state,
            world: &self.canvas.world,
            chosen: &self.sifted.1.chosen,
            facets: &self.sifted.1.facets,
            history: self.told.as_ref().map(|(_, history)| history),
            composition: &composition,
            beside: other.and_then(OtherDay::beside),
            glyphs: &self.glyphs,
            offered: self.desk.offered(),
        };
        self.window.window_ui(ui, &shown, &areas, &mut actions);
        let moves = self.state.time.playing || self.state.stage.is_moving();
        if !actions.is_empty() || moves || unsettled {
            ui.ctx().request_repaint();
        }
        let mut effects = Vec::new();
        for action in actions {
            match apply(&mut self.state, action) {
                Some(Effect::Export(effect)) => {
                    let seen = seen(&self.atlas, &self.state, (&title, map_pt));
                    self.desk.carry_out(effect, ui.ctx(), &self.atlas, seen);
                }
                Some(Effect::Story(order)) => self.stories.order(order, &self.state, ui.ctx()),
                effect => effects.extend(effect),
            }
        }
        self.remember(ui.ctx());
        effects
    }

    /// Opens the story that was asked for, if any; keeps drafts beside the settings, and offers those left there.
    pub fn begin_stories(
        &mut self,
        opened: Option<OpenedStory>,
        settings: Option<&Path>,
        ctx: &egui::Context,
    ) {
        let places = directories::UserDirs::new();
        let home = places.map(|p| p.document_dir().unwrap_or(p.home_dir()).to_owned());
        self.state.shelf.home = home.unwrap_or_default();
        if let Some(OpenedStory { path, story, print }) = opened {
            self.stories.know(&path, print);
            let news = News::Read(path, Arc::new(story));
            let action = StoryAction::File(FileAction::News(news));
            apply(&mut self.state, Action::Story(action));
        }
        if let Some(folder) = settings {
            self.stories.keep_in(folder.join("drafts"), ctx);
        }
    }

    /// Opens the story of a file.
    pub fn open_story(&mut self, path: PathBuf, ctx: &egui::Context) {
        let open = Action::Story(StoryAction::File(FileAction::Open(path)));
        if let Some(Effect::Story(order)) = apply(&mut self.state, open) {
            self.stories.order(order, &self.state, ctx);
        }
    }

    /// Before the window is gone: stops what is being made, and waits until all stories that were to be saved are on
    /// the disk, with drafts of what was not.
    pub fn leave(&mut self) {
        self.desk.part();
        self.stories.leave(&self.state);
    }

    /// Lets the history look at the view. It counts the time between frames as it was: while nothing
    /// happens there are few.
    fn remember(&mut self, ctx: &egui::Context) {
        let (now_secs, held) = ctx.input(|i| (i.time, i.pointer.any_down()));
        let dt_secs = now_secs - self.seen_secs.unwrap_or(now_secs);
        self.seen_secs = Some(now_secs);
        let hand = if held { Hand::Holding } else { Hand::Free };
        let pass = HistoryAction::Pass(hand, dt_secs);
        apply(&mut self.state, Action::History(pass));
        if self.state.history.is_unsettled() {
            // A little later, so that rounding does not make it wait twice.
            ctx.request_repaint_after_secs(REST_SECS as f32 + 0.02);
        }
    }

    /// Makes the history of what is selected when that or the filter has changed.
    fn tell(&mut self) {
        let selection = self.state.selection.as_ref();
        let known = self.told.as_ref().map(|(of, _)| of);
        if known == selection {
            return;
        }
        self.told = selection.and_then(|thing| {
            let history = History::of(&self.atlas, thing.topic()?);
            Some((thing.clone(), history.only(&self.sifted.1.chosen)))
        });
    }

    /// Gives egui the theme and the scale when they have changed.
    fn dress(&mut self, ctx: &egui::Context) {
        let look = (self.state.look.theme, stage::scale(ctx, &self.state));
        if self.dressed != Some(look) {
            theme::apply(ctx, look.0);
            ctx.set_zoom_factor(look.1);
            self.dressed = Some(look);
        }
    }

    /// Works the filter out when it has changed.
    fn settle(&mut self) {
        let filter = &self.state.filter;
        if self.sifted.0 != *filter {
            self.sifted = (filter.clone(), sift(&self.atlas, filter));
            self.told = None;
        }
    }

    /// The picture of the state, made anew only when something it depends on has changed.
    fn picture(&mut self, areas: &Areas, staged: &Staged) -> Composition {
        let size_pt: [f32; 2] = areas.map.size().into();
        if self.state.map.at_home {
            apply(&mut self.state, Action::Map(MapAction::Home(size_pt)));
        }
        let given = (&*self.atlas, &self.state, &self.sifted.1.chosen);
        self.canvas
            .picture(given, days(&self.state), size_pt, staged)
    }
}

/// What an export is made of; the desk knows the folder.
fn seen<'a>(atlas: &'a Atlas, state: &'a State, (title, map_pt): (&'a str, [f32; 2])) -> Seen<'a> {
    Seen {
        atlas,
        state,
        title,
        map_pt,
        folder: std::path::Path::new(""),
    }
}
