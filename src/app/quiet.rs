//! Where nothing happens while time plays: the nearest days with an event that is shown.
//!
//! Whether they are jumped over is the state's business.

use crate::calendar::{Date, date_of_day_number, day_number};
use crate::model::filter::Chosen;
use crate::model::{Atlas, Event};
use crate::state::{Layer, PlayWay, State, TimeAction};

/// What the state is told of the days around the one shown, in the direction of playing.
pub(super) fn around(atlas: &Atlas, chosen: &Chosen, state: &State) -> TimeAction {
    let time = &state.time;
    if !time.ways.has(PlayWay::SkipQuiet) {
        return TimeAction::PassQuiet(None, None);
    }
    let forward = !time.ways.has(PlayWay::Backwards);
    // The day itself counts as behind.
    let by = if forward { 1 } else { -1 };
    let beside = date_of_day_number(day_number(time.date).saturating_add(by));
    let is_seen = |event: &Event| is_shown(state, event);
    let nearest =
        |from: Date, forward: bool| atlas.neighbour_day_of(chosen, from, forward, &is_seen);
    TimeAction::PassQuiet(nearest(beside, !forward), nearest(time.date, forward))
}

/// Is an event among those that the map shows, were it their day?
fn is_shown(state: &State, event: &Event) -> bool {
    let hidden = &state.map.hidden;
    let category = format!("category:{}", event.category.id());
    !hidden.contains(Layer::Events.id()) && !hidden.contains(&category)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{Action, apply};
    use jiff::civil::date;

    #[test]
    fn hidden_events_are_no_reason_to_stop() {
        let atlas = crate::data::shipped().expect("the shipped data load");
        let mut state = State::new(atlas.coverage.from, atlas.coverage.to);
        let go = Action::Time(TimeAction::Goto(date(2016, 5, 1)));
        apply(&mut state, go);
        apply(
            &mut state,
            Action::Time(TimeAction::ToggleWay(PlayWay::SkipQuiet)),
        );
        let all = Chosen::all(&atlas);
        let TimeAction::PassQuiet(Some(behind), Some(ahead)) = around(&atlas, &all, &state) else {
            panic!("events on both sides");
        };
        assert!(behind <= date(2016, 5, 1) && date(2016, 5, 1) < ahead);
        state.map.hidden.insert(Layer::Events.id().to_owned());
        assert_eq!(
            around(&atlas, &all, &state),
            TimeAction::PassQuiet(None, None)
        );
    }
}
