//! The inspector: everything known about what is selected, or about the day when nothing is.
//!
//! The text scrolls; the sources stay at the foot. One file a kind of thing.

mod base;
mod country;
mod day;
mod event;
mod head;
mod sky;
mod sources;

use super::facts::sources_of;
use super::shown::Shown;
use super::theme::{GRID, ink};
use super::widgets::with_margin;
use crate::state::{Action, Selected};
use egui::{Rect, ScrollArea, Stroke, Ui, UiBuilder, pos2, vec2};

/// Draws the panel into the whole of `ui`.
pub fn inspector_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let rect = ui.max_rect();
    let sources = shown
        .state
        .selection
        .as_ref()
        .map_or_else(Vec::new, |s| sources_of(shown, s));
    let foot = sources::height(sources.len()).min(rect.height() * 0.4);
    let inner = rect.shrink2(vec2(GRID * 4.0, 0.0));
    let body = Rect::from_min_max(
        pos2(inner.left(), rect.top() + GRID * 3.0),
        pos2(inner.right(), rect.bottom() - foot),
    );
    let mut upper = ui.new_child(UiBuilder::new().max_rect(body).id_salt("inspector body"));
    upper.set_clip_rect(
        body.expand2(vec2(GRID * 3.0, 0.0))
            .intersect(ui.clip_rect()),
    );
    let width = body.width();
    let mut upper = with_margin(&mut upper);
    ScrollArea::vertical()
        .id_salt(format!("{:?}", shown.state.selection))
        .auto_shrink(false)
        .show(&mut upper, |ui| {
            ui.set_max_width(width);
            ui.spacing_mut().item_spacing.y = GRID;
            ui.spacing_mut().interact_size.y = GRID * 4.5;
            body_ui(ui, shown, actions);
            ui.add_space(GRID * 4.0);
        });
    if foot > 0.0 {
        let line = Stroke::new(1.0, ink(shown.ink().hairline_strong));
        ui.painter()
            .hline(inner.x_range(), body.bottom() + 0.5, line);
        let below = Rect::from_min_max(
            pos2(inner.left(), body.bottom() + GRID),
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
        Some(Selected::Country(iso)) => country::country_ui(ui, shown, iso, actions),
    }
}
