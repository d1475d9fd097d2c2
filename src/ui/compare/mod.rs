//! Two days at once: the map of the other day, the bar between the two, their dates, and what changed.
//!
//! The shown day's own map stays the window's; this adds what stands beside it. It remembers what is being
//! typed, which tab is open and the hand on the other map; the two days are the state's.

mod bar;
mod controls;
mod dates;
mod list;
mod row;

use super::inspector::Inspector;
use super::layout::Areas;
use super::map::MapView;
use super::part;
use super::shown::Shown;
use super::theme::ink;
use crate::state::{Action, Compare, CompareAction};
use egui::{Rect, Stroke, Ui};

/// By which share of the map's width a key moves the bar.
pub(super) const BAR_STEP: f32 = 0.05;

/// What is remembered while two days are compared.
#[derive(Default)]
pub struct CompareView {
    other: MapView,
    dates: dates::Dates,
    panel: list::Panel,
}

impl CompareView {
    /// Takes the keys that what is spread out on the other map answers to.
    pub fn keys(&mut self, ctx: &egui::Context, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        if let Some(other) = shown.on_other_day() {
            self.other.keys(ctx, &other, actions);
        }
    }

    /// Turns the date of day A into a field; starts comparing where nothing is compared.
    pub fn type_other(&mut self, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        if shown.state.compare.is_none() {
            actions.push(Action::Compare(CompareAction::Toggle));
        }
        self.dates.open(dates::Which::A);
    }

    /// Makes a date of the field again; was there a field?
    pub fn close_field(&mut self) -> bool {
        self.dates.close()
    }

    /// Gets ready for the next comparison, which begins with the list of changes.
    pub fn rest(&mut self, shown: &Shown<'_>) {
        self.panel.rest(shown);
    }

    /// Draws both maps with what stands between them.
    pub fn maps_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        areas: &Areas,
        compare: Compare,
        (map, actions): (&mut MapView, &mut Vec<Action>),
    ) {
        let [left, right] = areas.halves(compare.how);
        if let (Some(other), Some(page)) = (shown.on_other_day(), areas.other) {
            let mut half = clipped(ui, "other map", page, left);
            self.other.picture_ui(&mut half, &other, actions);
        }
        let mut half = clipped(ui, "map", areas.map, right);
        map.map_ui(&mut half, shown, actions);
        let whole = left.union(right);
        let mut over = part(ui, "comparison", whole);
        match areas.bar_x(compare.how) {
            Some(x) => bar::bar_ui(&mut over, shown, areas.map, x, actions),
            None => {
                let line = Stroke::new(areas.map.left() - left.right(), ink(shown.ink().accent));
                let x = (left.right() + areas.map.left()) / 2.0;
                over.painter().vline(x, whole.y_range(), line);
            }
        }
        controls::controls_ui(&mut over, shown, compare, whole, actions);
        self.dates
            .dates_ui(&mut over, shown, areas, compare, actions);
    }

    /// Draws the list of changes, or what is selected, into the whole of `ui`.
    pub fn panel_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        areas: &Areas,
        inspector: &mut Inspector,
        actions: &mut Vec<Action>,
    ) {
        self.panel.panel_ui(ui, shown, areas, inspector, actions);
    }
}

/// A child with the page of a map that is seen and touched in a part of it only.
fn clipped(ui: &mut Ui, name: &str, page: Rect, seen: Rect) -> Ui {
    let mut half = part(ui, name, page);
    half.set_clip_rect(seen.intersect(ui.clip_rect()));
    half
}
