//! A view: what the window shows, apart from how fast time runs and which panels are open.
//!
//! Links, the command line and the history all speak of it. It knows no facts: whether a selected thing
//! exists is for its reader to ask.

use super::{Compare, CompareAction, Mode, Selected, State, TimeAction};
use crate::calendar::Date;
use crate::geo::Camera;
use crate::lang::Lang;
use crate::model::filter::Filter;
use crate::style::{CountryTheme, Theme};
use std::collections::BTreeSet;

/// Two centres nearer than this on the page are the same to the eye, in points.
const SAME_CENTER_PT: f64 = 1.0;
/// Two zooms nearer than this are the same to the eye.
const SAME_ZOOM: f64 = 0.005;

/// What the window shows.
#[derive(Clone, PartialEq, Debug)]
pub struct KeptView {
    /// The day.
    pub day: Date,
    /// Which days are shown: the day, a range that ends on it, or all up to it.
    pub mode: Mode,
    /// How many days before the day its events stay visible.
    pub trail_days: u16,
    /// Where one looks; nothing means the home view, whatever the size of the map.
    pub camera: Option<Camera>,
    /// What countries are filled by.
    pub fill: CountryTheme,
    /// Keys of the layers and legend lines that are switched off.
    pub hidden: BTreeSet<String>,
    /// Which events are wanted.
    pub filter: Filter,
    /// What is selected.
    pub selection: Option<Selected>,
    /// The day that is compared with the shown one.
    pub compare: Option<Compare>,
    /// The language.
    pub lang: Lang,
    /// The colours.
    pub theme: Theme,
}

impl KeptView {
    /// The view of a state.
    pub fn of(state: &State) -> KeptView {
        KeptView {
            day: state.time.date,
            mode: state.time.mode(),
            trail_days: state.time.trail_days,
            camera: (!state.map.at_home).then_some(state.map.camera),
            fill: state.map.theme,
            hidden: state.map.hidden.clone(),
            filter: state.filter.clone(),
            selection: state.selection.clone(),
            compare: state.compare,
            lang: state.look.lang,
            theme: state.look.theme,
        }
    }

    /// Makes a state show the view; a day outside the axis becomes the nearest, and time stands still.
    pub fn show(&self, state: &mut State) {
        self.show_again(state);
        state.look.lang = self.lang;
        state.look.theme = self.theme;
    }

    /// The same, but language and colours stay: going back is no reason to speak another language.
    pub fn show_again(&self, state: &mut State) {
        state.time.playing = false;
        state.time.apply(TimeAction::Goto(self.day));
        state.time.apply(TimeAction::SetMode(self.mode));
        state.time.trail_days = self.trail_days;
        state.map.at_home = self.camera.is_none();
        if let Some(camera) = self.camera {
            state.map.camera = camera.held();
        }
        state.map.theme = self.fill;
        state.map.hidden.clone_from(&self.hidden);
        state.filter.clone_from(&self.filter);
        state.selection.clone_from(&self.selection);
        state.compare = None;
        if let Some(Compare { other, how }) = self.compare {
            super::compare::apply(state, CompareAction::With(other));
            super::compare::apply(state, CompareAction::SetHow(how));
        }
    }

    /// Does it show the same to the eye, language and colours apart?
    pub fn looks_like(&self, other: &KeptView) -> bool {
        self.day == other.day
            && self.mode == other.mode
            && self.trail_days == other.trail_days
            && self.fill == other.fill
            && self.hidden == other.hidden
            && self.filter == other.filter
            && self.selection == other.selection
            && same_compare(self.compare, other.compare)
            && same_camera(self.camera, other.camera)
    }
}

fn same_compare(a: Option<Compare>, b: Option<Compare>) -> bool {
    match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => a.looks_like(&b),
        (None, Some(_)) | (Some(_), None) => false,
    }
}

fn same_camera(a: Option<Camera>, b: Option<Camera>) -> bool {
    match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => {
            let far_pt = |axis: usize| (a.center[axis] - b.center[axis]).abs() * a.scale();
            far_pt(0) < SAME_CENTER_PT
                && far_pt(1) < SAME_CENTER_PT
                && (a.zoom - b.zoom).abs() < SAME_ZOOM
        }
        (None, Some(_)) | (Some(_), None) => false,
    }
}
