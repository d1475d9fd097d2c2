//! What a step shows, as a view, and a view as a step.
//!
//! A step's view is read and written by the view link, so that the two can never hold different things. It knows
//! no facts: whether what is selected exists is for whoever has them to ask of the reading.

use super::super::link::{self, Reading};
use super::super::{KeptView, Mode, Motion, State, TimeAction};
use super::glide::{Glide, Way};
use super::{Go, Page};
use crate::calendar::{Date, date_of_day_number, day_number};
use crate::geo::{Camera, LonLat, MapBox};
use crate::story::{Played, Step};
use crate::style::Theme;
use std::collections::BTreeMap;

/// Parts of a link that a step says in its own fields, or leaves to whoever watches.
const NOT_IN_A_STEP: [&str; 4] = ["day", "at", "lang", "look"];

/// The longest trail of a played step, in days: as in a view link.
const LONGEST_TRAIL: i32 = 3_650;

/// The view of a step, camera apart, and what in it was not understood. Language and, unless the step says
/// `look`, colours are those of `onto`.
pub fn view_of(step: &Step, onto: &KeptView) -> Reading {
    let parts = step
        .view
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let mut reading = link::read_parts(parts, &plain(step.day, onto));
    let view = &mut reading.view;
    view.day = step.day;
    if let Some(play) = step.play {
        // What was played stays to be seen.
        let days = day_number(step.day) - day_number(play.from);
        let days = days.clamp(i32::from(view.trail_days), LONGEST_TRAIL);
        view.trail_days = u16::try_from(days).unwrap_or(view.trail_days);
    }
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

/// The view of the step that is told, camera and all, and the days it plays over.
fn target(state: &State) -> Option<(KeptView, Option<Played>)> {
    let telling = state.telling.as_ref()?;
    let step = telling.story.steps.get(telling.at)?;
    let mut onto = KeptView::of(state);
    if state.stage.presenting.is_some() {
        onto.theme = Theme::Projector;
    }
    let mut view = view_of(step, &onto).view;
    if state.stage.presenting.is_some() {
        // The words of a step stand on one map.
        view.compare = None;
    }
    let camera = state.stage.page.camera(telling.at, frame_box(step));
    Some((KeptView { camera, ..view }, step.play))
}

/// Shows the step that is told as it stands in the end.
pub(super) fn arrive(state: &mut State) {
    state.stage.glide = None;
    let Some((view, _)) = target(state) else {
        return;
    };
    view.show(state);
    state.stage.rest = Some(Box::new(KeptView::of(state)));
}

/// Shows the step that is told at once; what it plays begins.
pub(super) fn show(state: &mut State) {
    if let Some(glide) = prepared(state) {
        set_off(state, glide.only_playing());
    }
}

/// Goes to the step that is told; only its days play when it is returned to.
pub(super) fn go(state: &mut State, go: Go) {
    let moves = state.look.motion == Motion::Full;
    let Some(glide) = prepared(state) else {
        return;
    };
    match go {
        // Coming back is coming to where it stood.
        Go::Again => set_off(state, glide.without_playing()),
        Go::Next | Go::Back | Go::First | Go::Last | Go::To(_) if moves => set_off(state, glide),
        Go::Next | Go::Back | Go::First | Go::Last | Go::To(_) => {
            set_off(state, glide.only_playing());
        }
    }
    if !moves && go == Go::Again {
        arrive(state);
    }
}

/// Lets what is under way go on.
pub(super) fn pass(state: &mut State, dt_secs: f64) {
    let Some(mut glide) = state.stage.glide.take() else {
        return;
    };
    glide.pass(dt_secs);
    set_off(state, glide);
}

/// The map has another page: a step that stands is shown on it whole.
pub(super) fn set_page(state: &mut State, page: Page) {
    if state.stage.page == page || !page.size_pt.iter().all(|side| side.is_finite()) {
        return;
    }
    let stands = state.telling.is_some() && !has_wandered(state);
    state.stage.page = page;
    match state.stage.glide.take() {
        Some(glide) => {
            if let Some(again) = prepared(state) {
                set_off(state, again.instead_of(&glide, page.size_pt[0]));
            }
        }
        None if stands => arrive(state),
        None => {}
    }
}

/// Has whoever watches left the step that is told?
pub fn has_wandered(state: &State) -> bool {
    let stage = &state.stage;
    let rest = stage.rest.as_ref().filter(|_| state.telling.is_some());
    let now = || KeptView::of(state);
    stage.glide.is_none() && rest.is_some_and(|rest| !now().looks_like(rest))
}

/// The glide from what is shown to the step, which is shown already but for camera and day.
fn prepared(state: &mut State) -> Option<Glide> {
    let (camera, day) = (state.map.camera, state.time.date);
    let (_, play) = target(state)?;
    arrive(state);
    let page = state.stage.page;
    let to = match state.map.at_home {
        true => Camera::fit(&Camera::home_box(), page.size_pt),
        false => state.map.camera,
    };
    let last = state.time.date;
    // A range has two ends: it is there at once.
    let (start, arrival) = match (state.time.mode(), play) {
        (Mode::Range { .. }, _) => (last, last),
        (Mode::Instant | Mode::Cumulative, Some(play)) => {
            let from = play.from.clamp(state.time.first_day, last);
            (day, from)
        }
        (Mode::Instant | Mode::Cumulative, None) => (day, last),
    };
    let way = Way::new(camera, to, page.size_pt[0]);
    let days = [start, arrival, last].map(day_number);
    let secs = play.map_or(0.0, |play| f64::from(play.seconds));
    let secs = if arrival == last { 0.0 } else { secs };
    Some(Glide::new(way, days, secs))
}

/// Puts camera and day where the glide is, or the step in place when it is over.
fn set_off(state: &mut State, glide: Glide) {
    if glide.is_over() {
        arrive(state);
        return;
    }
    let now = glide.now();
    state.map.camera = now.camera;
    state.map.at_home = false;
    if state.time.date != date_of_day_number(now.day) {
        let go = TimeAction::Goto(date_of_day_number(now.day));
        state.time.apply(go);
    }
    state.stage.glide = Some(glide);
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
