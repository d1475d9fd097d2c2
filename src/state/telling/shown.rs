//! What a step shows, as a view, and a view as a step.
//!
//! A step's view is read and written by the view link, so that the two can never hold different things. It knows
//! no facts: whether what is selected exists is for whoever has them to ask of the reading.

use super::super::link::{self, Reading};
use super::super::{KeptView, State};
use crate::calendar::Date;
use crate::geo::{Camera, LonLat, MapBox};
use crate::story::Step;
use std::collections::BTreeMap;

/// Parts of a link that a step says in its own fields, or leaves to whoever watches.
const NOT_IN_A_STEP: [&str; 4] = ["day", "at", "lang", "look"];

/// The view of a step, camera apart, and what in it was not understood. Language and, unless the step says
/// `look`, colours are those of `onto`.
pub fn view_of(step: &Step, onto: &KeptView) -> Reading {
    let parts = step
        .view
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let mut reading = link::read_parts(parts, &plain(step.day, onto));
    reading.view.day = step.day;
    reading
}

/// The part of the map that a step shows; nothing is the home view.
pub fn frame_box(step: &Step) -> Option<MapBox> {
    let [west, south, east, north] = step.frame?;
    Some(MapBox::from_lon_lat(west, south, east, north))
}

/// A step that shows a view; `visible` is the part of the map that is seen. Its words are still to be written.
pub fn capture(view: &KeptView, visible: &MapBox) -> Step {
    let first = link::parts(&plain(view.day, view));
    let said = link::parts(view)
        .into_iter()
        .filter(|part| !NOT_IN_A_STEP.contains(&part.0) && !first.contains(part))
        .map(|(name, value)| (name.to_owned(), value))
        .collect::<BTreeMap<String, String>>();
    let (north_west, south_east) = (LonLat::from_map(visible.min), LonLat::from_map(visible.max));
    let frame = [
        north_west.lon,
        south_east.lat,
        south_east.lon,
        north_west.lat,
    ];
    Step {
        frame: view.camera.is_some().then_some(frame.map(short)),
        view: said,
        ..Step::on(view.day)
    }
}

/// Degrees to four decimals, about 11 m.
fn short(degrees: f64) -> f64 {
    (degrees * 1e4).round() / 1e4
}

/// The view that a step with nothing said shows.
fn plain(day: Date, onto: &KeptView) -> KeptView {
    let first = State::new(day, day);
    KeptView {
        lang: onto.lang,
        theme: onto.theme,
        ..KeptView::of(&first)
    }
}

/// Shows the step that is told.
pub(super) fn show(state: &mut State) {
    let Some(telling) = &state.telling else {
        return;
    };
    let Some(step) = telling.story.steps.get(telling.at).cloned() else {
        return;
    };
    let view = view_of(&step, &KeptView::of(state)).view;
    view.show(state);
    if let Some(bounds) = frame_box(&step) {
        // The size of the map is the front's: it fits the frame when it draws.
        state.map.camera = Camera::fit(&bounds, [860.0, 580.0]);
        state.map.at_home = false;
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::link::any::any_view;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_captured_shows_the_same_view(view in any_view()) {
            let step = capture(&view, &Camera::home_box());
            let reading = view_of(&step, &view);
            let (faults, camera) = (reading.faults, view.camera);
            prop_assert_eq!(faults, []);
            prop_assert_eq!(KeptView { camera, ..reading.view }, view);
        }
    }

    #[test]
    fn what_is_not_understood_is_told_and_the_rest_is_shown() {
        let mut step = Step::on(jiff::civil::date(2023, 10, 31));
        for (name, value) in [("fill", "airspace"), ("trail", "many"), ("colour", "red")] {
            step.view.insert(name.to_owned(), value.to_owned());
        }
        let reading = view_of(
            &step,
            &plain(step.day, &KeptView::of(&State::new(step.day, step.day))),
        );
        assert_eq!(reading.view.fill.id(), "airspace");
        assert_eq!(reading.faults.len(), 2);
    }
}
