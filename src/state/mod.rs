//! What the user can change, and the only function that changes it.
//!
//! State is what would be saved, set from the command line or read by a second panel. Panels see
//! `&State` and push [`Action`]s; [`apply`] runs them in order. It knows neither the facts nor the
//! window, and no clock: time comes in as a given `dt_secs`.

mod compare;
pub mod export;
mod filter;
mod history;
mod lanes;
pub mod link;
mod look;
mod map;
mod settings;
mod telling;
mod time;
mod view;

pub use compare::{Compare, CompareAction, How};
pub use export::{ExportAction, ExportEffect, ExportState};
pub use filter::{FilterAction, MOST_WORDS, held_words};
pub use history::{Hand, History, HistoryAction, REST_SECS};
pub use lanes::{LaneKind, Lanes, LanesAction};
pub use look::{Look, LookAction, Motion, Panel};
pub use map::{Layer, MapAction, MapState};
pub use settings::{Settings, SettingsError};
pub use telling::{
    Blank, Go, Origin, Over, Page, PresentAction, Presenting, Quiz, QuizAction, Stage, StoryAction,
    Telling, Tool, capture, edit, frame_box, has_wandered, shelf, view_of,
};
pub use time::{Mode, ModeKind, PlayWay, PlayWays, Speed, Step, TimeAction, TimeState};
pub use view::KeptView;

/// What is selected.
pub use crate::model::Thing as Selected;

use crate::calendar::Date;
use crate::model::filter::Filter;

/// Everything the user can change.
#[derive(Clone, PartialEq, Debug)]
pub struct State {
    /// The day and how it moves.
    pub time: TimeState,
    /// The camera and what the map shows.
    pub map: MapState,
    /// Which events are wanted.
    pub filter: Filter,
    /// What the inspector tells about; nothing means the day itself.
    pub selection: Option<Selected>,
    /// Another day beside the shown one, while two are compared.
    pub compare: Option<Compare>,
    /// Language, theme, panels.
    pub look: Look,
    /// The lanes of the time panel.
    pub lanes: Lanes,
    /// The views that were shown before.
    pub history: History,
    /// The story that is open.
    pub telling: Option<Telling>,
    /// The export dialog.
    pub export: ExportState,
    /// What stands over the map before a class.
    pub stage: Stage,
    /// The stories at hand.
    pub shelf: shelf::Shelf,
}

impl State {
    /// The state of a first start: the last day of the record, the home view.
    pub fn new(first_day: Date, last_day: Date) -> State {
        State {
            time: TimeState::new(first_day, last_day),
            map: MapState::default(),
            filter: Filter::EVERYTHING,
            selection: None,
            compare: None,
            look: Look::default(),
            lanes: Lanes::default(),
            history: History::default(),
            telling: None,
            export: ExportState::default(),
            stage: Stage::default(),
            shelf: shelf::Shelf::default(),
        }
    }
}

/// Everything that can change the state, one kind a part.
#[derive(Clone, PartialEq, Debug)]
pub enum Action {
    /// The day and its playing.
    Time(TimeAction),
    /// The camera and the layers.
    Map(MapAction),
    /// Which events are wanted.
    Filter(FilterAction),
    /// Select a thing, or nothing.
    Select(Option<Selected>),
    /// Two days at once.
    Compare(CompareAction),
    /// Language, theme and panels.
    Look(LookAction),
    /// The lanes of the time panel.
    Lanes(LanesAction),
    /// Back, forward, and to the view of a link.
    History(HistoryAction),
    /// Stories: open, go through, edit, present.
    Story(StoryAction),
    /// The export dialog.
    Export(ExportAction),
    /// Undo one thing: the selection first, then the comparison, the filter, hidden layer lines.
    Escape,
    /// Open an address in the browser.
    OpenUrl(String),
    /// Put a text on the clipboard.
    Copy(String),
    /// Close the window.
    Quit,
}

/// What the shell is asked to do outside the state.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Effect {
    /// Open an address in the browser.
    OpenUrl(String),
    /// Put a text on the clipboard.
    Copy(String),
    /// Something for an export.
    Export(ExportEffect),
    /// Something of the disk, for a story.
    Story(shelf::Order),
    /// Close the window.
    Quit,
}

/// Runs one action; the only writer of the state.
pub fn apply(state: &mut State, action: Action) -> Option<Effect> {
    telling::give_way(state, &action);
    match action {
        Action::Time(action) => {
            state.time.apply(action);
            if state.time.from().is_some() {
                state.compare = None;
            }
        }
        Action::Map(action) => state.map.apply(action),
        Action::Filter(action) => filter::apply(&mut state.filter, action),
        Action::Select(selection) => state.selection = selection,
        Action::Compare(action) => compare::apply(state, action),
        Action::Look(action) => state.look.apply(action),
        Action::Lanes(action) => state.lanes.apply(action),
        Action::History(action) => history::apply(state, action),
        Action::Story(action) => return telling::apply(state, action),
        Action::Export(action) => return state.export.apply(action),
        Action::Escape => escape(state),
        Action::OpenUrl(url) => return Some(Effect::OpenUrl(url)),
        Action::Copy(text) => return Some(Effect::Copy(text)),
        Action::Quit => return Some(Effect::Quit),
    }
    None
}

fn escape(state: &mut State) {
    if telling::escape(state) {
        return;
    }
    if state.selection.take().is_some() || state.compare.take().is_some() {
        return;
    }
    if state.filter.is_everything() {
        state.map.hidden = map::first_hidden();
    } else {
        state.filter = Filter::EVERYTHING;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::Camera;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn state() -> State {
        State::new(date(2012, 1, 1), date(2026, 6, 4))
    }

    #[test]
    fn escape_undoes_one_thing_at_a_time() {
        let mut s = state();
        apply(
            &mut s,
            Action::Select(Some(Selected::Country("MLI".into()))),
        );
        apply(
            &mut s,
            Action::Map(MapAction::ToggleLine("holder:FRA".into())),
        );
        let words = FilterAction::SetWords("gao".to_owned());
        apply(&mut s, Action::Filter(words));
        apply(&mut s, Action::Escape);
        assert!(s.selection.is_none() && s.filter.words == "gao");
        apply(&mut s, Action::Escape);
        assert!(s.filter.is_everything() && s.map.hidden.contains("holder:FRA"));
        apply(&mut s, Action::Escape);
        assert_eq!(s.map.hidden, map::first_hidden());
    }

    fn any_filter_action() -> impl Strategy<Value = FilterAction> {
        use crate::model::filter::{Area, Chip, FacetValue};
        let value = prop_oneof![
            prop::sample::select(crate::model::Category::ALL).prop_map(FacetValue::Category),
            prop::sample::select(crate::model::Confidence::ALL).prop_map(FacetValue::Confidence),
            "[A-C]{0,2}".prop_map(FacetValue::Actor),
            "[A-C]{0,2}".prop_map(FacetValue::Country),
        ];
        let chip = prop_oneof![
            Just(Chip::Words),
            Just(Chip::Area),
            value.clone().prop_map(Chip::Value)
        ];
        prop_oneof![
            value.prop_map(FilterAction::Toggle),
            "\\PC{0,300}".prop_map(FilterAction::SetWords),
            "[0-9,;]{0,40}".prop_map(|text| FilterAction::SetArea(Area::from_text(&text))),
            chip.prop_map(FilterAction::Remove),
            Just(FilterAction::Clear),
        ]
    }

    fn any_action() -> impl Strategy<Value = Action> {
        let far = -1e9..1e9f64;
        prop_oneof![
            (-400_000..400_000i32).prop_map(|d| Action::Time(TimeAction::Goto(
                crate::calendar::date_of_day_number(d)
            ))),
            prop_oneof![Just(Step::Day), Just(Step::Month), Just(Step::Year)].prop_flat_map(|s| {
                (-30..30i32).prop_map(move |n| Action::Time(TimeAction::Step(s, n)))
            }),
            (0.0..1e6f64).prop_map(|dt| Action::Time(TimeAction::Tick(dt))),
            Just(Action::Time(TimeAction::TogglePlay)),
            (any::<u16>()).prop_map(|n| Action::Time(TimeAction::SetTrail(n))),
            (far.clone(), far.clone(), far).prop_map(|(x, y, zoom)| {
                Action::Map(MapAction::SetCamera(Camera {
                    center: [x, y],
                    zoom,
                }))
            }),
            "[a-z:]{0,8}".prop_map(|id| Action::Map(MapAction::ToggleLine(id))),
            any_filter_action().prop_map(Action::Filter),
            "[a-c]".prop_map(|id| Action::Select(Some(Selected::Base(id)))),
            Just(Action::History(HistoryAction::Back)),
            Just(Action::History(HistoryAction::Forward)),
            (0.0..2.0f64).prop_map(|dt| Action::History(HistoryAction::Pass(Hand::Free, dt))),
            Just(Action::History(HistoryAction::Pass(
                Hand::Holding,
                f64::NAN
            ))),
            Just(Action::Escape),
            Just(Action::Compare(CompareAction::Toggle)),
            Just(Action::Compare(CompareAction::Swap)),
            Just(Action::Compare(CompareAction::NextHow)),
            (-3.0..3.0f32).prop_map(|by| Action::Compare(CompareAction::MoveBar(by))),
            (-400_000..400_000i32).prop_map(|d| Action::Compare(CompareAction::With(
                crate::calendar::date_of_day_number(d)
            ))),
            (-40..40i32).prop_map(|n| Action::Compare(CompareAction::Step(Step::Year, n))),
        ]
    }

    proptest! {
        #[test]
        fn random_actions_keep_the_invariants(actions in prop::collection::vec(any_action(), 0..40)) {
            let mut s = state();
            for action in actions {
                apply(&mut s, action);
                prop_assert!(s.time.first_day <= s.time.date && s.time.date <= s.time.last_day);
                if let Some(compare) = s.compare {
                    prop_assert!((s.time.first_day..=s.time.last_day).contains(&compare.other));
                    prop_assert_eq!(compare.how.held(), compare.how);
                }
                prop_assert!(Camera::ZOOM.contains(&s.map.camera.zoom));
                prop_assert!(Camera::bounds().contains(s.map.camera.center));
                prop_assert!(s.filter.words.chars().count() <= MOST_WORDS);
                prop_assert_eq!(s.filter.chips().is_empty(), s.filter.is_everything());
            }
        }
    }
}
