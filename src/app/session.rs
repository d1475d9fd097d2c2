//! Everything between the facts and the panels: state, day, picture, and the order of a frame.
//!
//! It knows no window system, so that tests drive the very same program without one.

use super::quiet;
use crate::calendar::Date;
use crate::export::marked;
use crate::geo::Viewport;
use crate::model::filter::{Area, Chosen, Filter, Sifted, sift};
use crate::model::{Atlas, History, World};
use crate::scene::item::Subject;
use crate::scene::{Composer, Composition, Furniture, View};
use crate::state::{
    Action, Effect, Hand, HistoryAction, MapAction, REST_SECS, Selected, State, TimeAction, apply,
};
use crate::ui::layout::{Areas, areas};
use crate::ui::map::glyphs::Glyphs;
use crate::ui::{Shown, Window, theme};
use egui::Ui;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The program without its window.
pub struct Session {
    /// What the user has set.
    pub state: State,
    /// What the panels remember.
    pub window: Window,
    atlas: Arc<Atlas>,
    world: World,
    /// The filter that was last worked out, and what it leaves.
    sifted: (Filter, Sifted),
    /// The history of what is selected, with what it is of; nothing when that has none.
    told: Option<(Selected, History)>,
    world_of: Days,
    composer: Composer,
    composition: Option<(Key, Composition)>,
    glyphs: Glyphs,
    dressed: Option<(crate::style::Theme, f32)>,
    /// When the history last looked, in egui's seconds.
    seen_secs: Option<f64>,
}

/// Everything the composition was made of.
#[derive(Clone, PartialEq)]
struct Key {
    days: Days,
    viewport: Viewport,
    lang: crate::lang::Lang,
    theme: crate::style::Theme,
    countries: crate::style::CountryTheme,
    hidden: BTreeSet<String>,
    chosen: Chosen,
    area: Option<Area>,
    selected: Subject,
}

/// The days that are shown: a first one of a range, the day, the trail.
type Days = (Option<Date>, Date, u16);

fn days(state: &State) -> Days {
    let time = &state.time;
    (time.from(), time.date, time.trail_days)
}

fn world(atlas: &Atlas, (from, date, trail_days): Days) -> World {
    match from {
        Some(from) => World::over(atlas, from, date),
        None => World::at(atlas, date, trail_days),
    }
}

impl Session {
    /// A session over an atlas.
    pub fn new(atlas: Arc<Atlas>, state: State) -> Session {
        let sifted = sift(&atlas, &state.filter);
        let filter = state.filter.clone();
        let world_of = days(&state);
        Session {
            world: world(&atlas, world_of).with_only(&sifted.chosen),
            world_of,
            state,
            window: Window::default(),
            atlas,
            sifted: (filter, sifted),
            told: None,
            composer: Composer::default(),
            composition: None,
            glyphs: Glyphs::default(),
            dressed: None,
            seen_secs: None,
        }
    }

    /// One frame: time passes, the picture is brought up to date, the panels are drawn, what they ask for is done.
    pub fn frame_ui(&mut self, ui: &mut Ui, dt_secs: f64) -> Vec<Effect> {
        if self.state.time.playing {
            apply(&mut self.state, Action::Time(TimeAction::Tick(dt_secs)));
            let passed = quiet::around(&self.atlas, &self.sifted.1.chosen, &self.state);
            apply(&mut self.state, Action::Time(passed));
        }
        self.dress(ui.ctx());
        let areas = areas(ui.max_rect(), &self.state.look);
        let composition = self.picture(&areas);
        self.tell();
        let mut actions = Vec::new();
        let shown = Shown {
            atlas: &self.atlas,
            state: &self.state,
            world: &self.world,
            chosen: &self.sifted.1.chosen,
            facets: &self.sifted.1.facets,
            history: self.told.as_ref().map(|(_, history)| history),
            composition: &composition,
            glyphs: &self.glyphs,
        };
        self.window.window_ui(ui, &shown, &areas, &mut actions);
        if !actions.is_empty() || self.state.time.playing || composition.unsettled {
            ui.ctx().request_repaint();
        }
        let effects = actions
            .into_iter()
            .filter_map(|action| apply(&mut self.state, action))
            .collect();
        self.remember(ui.ctx());
        effects
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
        self.settle();
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
        let look = (self.state.look.theme, self.state.look.scale);
        if self.dressed != Some(look) {
            theme::apply(ctx, look.0);
            ctx.set_zoom_factor(look.1);
            self.dressed = Some(look);
        }
    }

    /// Works the filter out when it has changed, and the world when it or the day has.
    fn settle(&mut self) {
        let filter = &self.state.filter;
        let is_new = self.sifted.0 != *filter;
        if is_new {
            self.sifted = (filter.clone(), sift(&self.atlas, filter));
            self.told = None;
        }
        let days = days(&self.state);
        if is_new || self.world_of != days {
            self.world = world(&self.atlas, days).with_only(&self.sifted.1.chosen);
            self.world_of = days;
        }
    }

    /// The picture of the state, made anew only when something it depends on has changed.
    fn picture(&mut self, areas: &Areas) -> Composition {
        let size_pt: [f32; 2] = areas.map.size().into();
        if self.state.map.at_home {
            apply(&mut self.state, Action::Map(MapAction::Home(size_pt)));
        }
        self.settle();
        let key = Key {
            days: self.world_of,
            viewport: Viewport {
                camera: self.state.map.camera,
                size_pt,
            },
            lang: self.state.look.lang,
            theme: self.state.look.theme,
            countries: self.state.map.theme,
            hidden: self.state.map.hidden.clone(),
            chosen: self.sifted.1.chosen.clone(),
            area: self.state.filter.area.clone(),
            selected: marked(self.state.selection.as_ref()),
        };
        if let Some((known, composition)) = &self.composition
            && *known == key
            && !composition.unsettled
        {
            return composition.clone();
        }
        let composition = self.composer.compose(&View {
            atlas: &self.atlas,
            world: &self.world,
            viewport: key.viewport,
            lang: key.lang,
            theme: key.theme,
            countries: key.countries,
            hidden: &key.hidden,
            filter: &self.state.filter,
            selected: &key.selected,
            furniture: Furniture::Screen,
        });
        self.composition = Some((key, composition.clone()));
        composition
    }
}
