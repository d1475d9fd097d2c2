//! The inspector: everything known about what is selected, or about the day when nothing is.
//!
//! The text scrolls; the sources stay at the foot. One file a kind of thing.

mod actor;
mod alliance;
mod base;
mod chart;
mod charts;
mod country;
mod day;
mod event;
mod head;
mod history;
mod mission;
mod sky;
mod sources;

use super::facts::sources_of;
use super::present::quiz;
use super::shown::Shown;
use super::theme::{GRID, ink};
use super::widgets::with_margin;
use crate::state::{Action, Selected};
use egui::{Rect, ScrollArea, Stroke, Ui, UiBuilder, pos2, vec2};

/// What the panel remembers.
#[derive(Default)]
pub struct Inspector {
    history: history::HistoryList,
}

impl Inspector {
    /// Draws the panel into the whole of `ui`.
    pub fn inspector_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        if quiz::instead_ui(ui, shown, actions) {
            return;
        }
        panel_ui(ui, shown, actions, |ui, actions| {
            body_ui(ui, shown, actions);
            let told = shown.state.selection.as_ref().zip(shown.history);
            if let Some((topic, history)) = told {
                self.history.history_ui(ui, shown, topic, history, actions);
            }
        });
    }
}

fn panel_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    actions: &mut Vec<Action>,
    body: impl FnOnce(&mut Ui, &mut Vec<Action>),
) {
    let rect = ui.max_rect();
    let sources = shown
        .state
        .selection
        .as_ref()
        .map_or_else(Vec::new, |s| sources_of(shown, s));
    let foot = sources::height(sources.len()).min(rect.height() * 0.4);
    let inner = rect.shrink2(vec2(GRID * 4.0, 0.0));
    let body_rect = Rect::from_min_max(
        pos2(inner.left(), rect.top() + GRID * 3.0),
        pos2(inner.right(), rect.bottom() - foot),
    );
    let mut upper = ui.new_child(
        UiBuilder::new()
            .max_rect(body_rect)
            .id_salt("inspector body"),
    );
    upper.set_clip_rect(
        body_rect
            .expand2(vec2(GRID * 3.0, 0.0))
            .intersect(ui.clip_rect()),
    );
    let width = body_rect.width();
    let mut upper = with_margin(&mut upper);
    ScrollArea::vertical()
        .id_salt(format!("{:?}", shown.state.selection))
        .auto_shrink(false)
        .show(&mut upper, |ui| {
            ui.set_max_width(width);
            ui.spacing_mut().item_spacing.y = GRID;
            ui.spacing_mut().interact_size.y = GRID * 4.5;
            body(ui, actions);
            ui.add_space(GRID * 4.0);
        });
    if foot > 0.0 {
        let line = Stroke::new(1.0, ink(shown.ink().hairline_strong));
        ui.painter()
            .hline(inner.x_range(), body_rect.bottom() + 0.5, line);
        let below = Rect::from_min_max(
            pos2(inner.left(), body_rect.bottom() + GRID),
            inner.right_bottom(),
        );
        let mut lower = ui.new_child(UiBuilder::new().max_rect(below).id_salt("sources"));
        lower.set_clip_rect(
            below
                .expand2(vec2(GRID * 3.0, 0.0))
                .intersect(ui.clip_rect()),
        );
        sources::sources_ui(&mut lower, shown, &sources, actions);
    }
}

fn body_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    match &shown.state.selection {
        None => day::day_ui(ui, shown, actions),
        Some(Selected::Event(id)) => match shown.atlas.event(id) {
            Some(event) => event::event_ui(ui, shown, event, actions),
            None => day::day_ui(ui, shown, actions),
        },
        Some(Selected::Base(id)) => match shown.atlas.base(id) {
            Some(base) => base::base_ui(ui, shown, base, actions),
            None => day::day_ui(ui, shown, actions),
        },
        Some(Selected::Sky(id)) => match shown.atlas.sky(id) {
            Some(sky) => sky::sky_ui(ui, shown, sky, actions),
            None => day::day_ui(ui, shown, actions),
        },
        Some(Selected::Alliance(id)) => match shown.atlas.alliance(id) {
            Some(alliance) => alliance::alliance_ui(ui, shown, alliance, actions),
            None => day::day_ui(ui, shown, actions),
        },
        Some(Selected::Mission(id)) => match shown.atlas.mission(id) {
            Some(mission) => mission::mission_ui(ui, shown, mission, actions),
            None => day::day_ui(ui, shown, actions),
        },
        Some(Selected::Actor(code)) => actor::actor_ui(ui, shown, code, actions),
        Some(Selected::Country(iso)) => country::country_ui(ui, shown, iso, actions),
    }
}
