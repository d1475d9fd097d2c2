//! Back and forward through views, as in a browser, and the rule by which a view becomes an entry.
//!
//! The rule: a view is entered when it has rested for [`REST_SECS`], with no hand on it and time standing
//! still. Selecting a thing, another theme of the countries or a comparison is entered at once, together with whatever
//! else the same click did; what had been on the way just before is entered first. So a drag, a run of
//! keys or a stretch of playing makes one entry, where it ends. There is no clock here: time is given.

use super::{KeptView, State};
use std::collections::VecDeque;

/// How long a view must rest before it is an entry, in seconds.
pub const REST_SECS: f64 = 0.7;
/// How many views back are remembered.
const KEPT: usize = 200;

/// Is the user's hand on something?
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Hand {
    /// No button is held.
    #[default]
    Free,
    /// A button is held: something may be dragged.
    Holding,
}

/// What can be done to the history.
#[derive(Clone, PartialEq, Debug)]
pub enum HistoryAction {
    /// Show the view before.
    Back,
    /// Show the view that was left by going back.
    Forward,
    /// Show that view, of a link.
    Open(Box<KeptView>),
    /// Let so many seconds pass; the state is looked at for a new entry.
    Pass(Hand, f64),
}

/// The views that were shown.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct History {
    /// Entries before the present one, oldest first; at most [`KEPT`].
    past: VecDeque<KeptView>,
    /// The present entry; nothing before the first frame.
    here: Option<KeptView>,
    /// Entries left by going back; the next is the last.
    future: Vec<KeptView>,
    /// The view when it was last looked at.
    latest: Option<KeptView>,
    /// The view before the hand or playing moved it.
    standing: Option<KeptView>,
    /// How long the latest view has been the same, in seconds.
    rested_secs: f64,
    was_playing: bool,
}

impl History {
    /// Is there a view to go back to?
    pub fn has_back(&self) -> bool {
        !self.past.is_empty() || self.is_unsettled()
    }

    /// Is there a view to go forward to?
    pub fn has_forward(&self) -> bool {
        !self.future.is_empty() && !self.is_unsettled()
    }

    /// Is the view on its way to become an entry? Then time must go on passing.
    pub fn is_unsettled(&self) -> bool {
        match (&self.here, &self.latest) {
            (Some(here), Some(latest)) => !here.looks_like(latest),
            (None, _) | (_, None) => false,
        }
    }

    /// How many views can be gone back through, the unsettled one apart.
    pub fn depth(&self) -> usize {
        self.past.len()
    }

    fn pass(&mut self, now: KeptView, playing: bool, hand: Hand, dt_secs: f64) {
        let is_moved = playing || hand == Hand::Holding;
        if playing && !self.was_playing {
            self.enter_standing();
        }
        self.was_playing = playing;
        let latest = self.latest.get_or_insert_with(|| now.clone());
        let decided = now.selection != latest.selection
            || now.fill != latest.fill
            || now.compare.is_some() != latest.compare.is_some();
        let changed = now != *latest;
        if decided {
            self.enter_standing();
            self.enter(now.clone());
        }
        self.rested_secs = if changed || is_moved {
            0.0
        } else {
            self.rested_secs + dt_secs.max(0.0)
        };
        if self.here.is_none() || self.rested_secs >= REST_SECS {
            self.enter(now.clone());
        }
        if decided || !is_moved {
            self.standing = Some(now.clone());
        }
        self.latest = Some(now);
    }

    fn enter_standing(&mut self) {
        if let Some(standing) = self.standing.clone() {
            self.enter(standing);
        }
    }

    /// Makes a view the present entry, unless it is.
    fn enter(&mut self, view: KeptView) {
        // The entry stays as it was when the eye sees no difference: small moves do not add up unseen.
        if self
            .here
            .as_ref()
            .is_some_and(|here| here.looks_like(&view))
        {
            return;
        }
        let Some(before) = self.here.replace(view) else {
            return;
        };
        self.future.clear();
        self.past.push_back(before);
        if self.past.len() > KEPT {
            self.past.pop_front();
        }
    }

    fn back(&mut self, now: KeptView) -> Option<KeptView> {
        // What has not rested yet is an entry too, so that forward finds it again.
        self.enter(now);
        let former = self.past.pop_back()?;
        self.future.extend(self.here.take());
        Some(self.arrive(former))
    }

    fn forward(&mut self, now: KeptView) -> Option<KeptView> {
        self.enter(now);
        let next = self.future.pop()?;
        self.past.extend(self.here.take());
        Some(self.arrive(next))
    }

    fn arrive(&mut self, view: KeptView) -> KeptView {
        self.here = Some(view.clone());
        self.latest = Some(view.clone());
        self.standing = Some(view.clone());
        self.rested_secs = 0.0;
        view
    }
}

/// Runs one action on the state's history, and on the state where it goes somewhere.
pub(super) fn apply(state: &mut State, action: HistoryAction) {
    let now = KeptView::of(state);
    match action {
        HistoryAction::Back => {
            if let Some(view) = state.history.back(now) {
                view.show_again(state);
            }
        }
        HistoryAction::Forward => {
            if let Some(view) = state.history.forward(now) {
                view.show_again(state);
            }
        }
        HistoryAction::Open(view) => {
            state.history.enter(now);
            view.show(state);
            state.history.enter(KeptView::of(state));
        }
        HistoryAction::Pass(hand, dt_secs) => {
            let playing = state.time.playing;
            state.history.pass(now, playing, hand, dt_secs);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Action, MapAction, Selected, TimeAction, apply};
    use super::*;
    use crate::geo::{Camera, Viewport};
    use crate::style::CountryTheme;
    use jiff::civil::date;

    const FRAME_SECS: f64 = 0.05;

    /// A state that has been looked at once.
    fn state() -> State {
        let mut state = State::new(date(2012, 1, 1), date(2026, 6, 4));
        rest(&mut state, FRAME_SECS);
        state
    }

    fn run(state: &mut State, action: Action) {
        apply(state, action);
        pass(state, Hand::Free);
    }

    fn pass(state: &mut State, hand: Hand) {
        if state.time.playing {
            apply(state, Action::Time(TimeAction::Tick(FRAME_SECS)));
        }
        apply(
            state,
            Action::History(HistoryAction::Pass(hand, FRAME_SECS)),
        );
    }

    fn rest(state: &mut State, secs: f64) {
        let mut left = secs;
        while left > 0.0 {
            pass(state, Hand::Free);
            left -= FRAME_SECS;
        }
    }

    fn back(state: &mut State) {
        run(state, Action::History(HistoryAction::Back));
    }

    fn forward(state: &mut State) {
        run(state, Action::History(HistoryAction::Forward));
    }

    fn goto(year: i16) -> Action {
        Action::Time(TimeAction::Goto(date(year, 1, 1)))
    }

    fn select(id: &str) -> Action {
        Action::Select(Some(Selected::Base(id.to_owned())))
    }

    fn pan(state: &mut State, hand: Hand) {
        let viewport = Viewport {
            camera: state.map.camera,
            size_pt: [800.0, 600.0],
        };
        apply(state, Action::Map(MapAction::Pan(viewport, [6.0, 2.0])));
        pass(state, hand);
    }

    #[test]
    fn a_jump_that_rested_can_be_gone_back_over_and_forward() {
        let mut s = state();
        assert!(!s.history.has_back() && !s.history.has_forward());
        run(&mut s, goto(2020));
        rest(&mut s, 1.0);
        back(&mut s);
        assert_eq!(s.time.date, date(2026, 6, 4));
        assert!(!s.history.has_back() && s.history.has_forward());
        forward(&mut s);
        assert_eq!(s.time.date, date(2020, 1, 1));
        assert!(s.history.has_back() && !s.history.has_forward());
    }

    #[test]
    fn back_works_before_anything_has_rested() {
        let mut s = state();
        run(&mut s, goto(2020));
        assert!(s.history.has_back());
        back(&mut s);
        assert_eq!(s.time.date, date(2026, 6, 4));
        forward(&mut s);
        assert_eq!(s.time.date, date(2020, 1, 1));
    }

    #[test]
    fn a_run_of_keys_makes_one_entry() {
        let mut s = state();
        run(&mut s, goto(2020));
        rest(&mut s, 1.0);
        for _ in 0..40 {
            run(
                &mut s,
                Action::Time(TimeAction::Step(super::super::Step::Day, 1)),
            );
        }
        rest(&mut s, 1.0);
        assert_eq!(s.history.depth(), 2);
        back(&mut s);
        assert_eq!(s.time.date, date(2020, 1, 1));
    }

    #[test]
    fn playing_makes_one_entry_and_back_leads_to_where_it_began() {
        let mut s = state();
        run(&mut s, goto(2020));
        run(&mut s, Action::Time(TimeAction::TogglePlay));
        rest(&mut s, 5.0);
        run(&mut s, Action::Time(TimeAction::TogglePlay));
        assert!(s.time.date > date(2020, 5, 1));
        rest(&mut s, 1.0);
        assert_eq!(s.history.depth(), 2, "the first view, the jump, the end");
        back(&mut s);
        assert_eq!(s.time.date, date(2020, 1, 1));
    }

    #[test]
    fn back_stops_playing() {
        let mut s = state();
        run(&mut s, goto(2020));
        run(&mut s, Action::Time(TimeAction::TogglePlay));
        rest(&mut s, 1.0);
        back(&mut s);
        assert!(!s.time.playing && s.time.date == date(2020, 1, 1));
    }

    #[test]
    fn selecting_while_time_plays_makes_one_entry_each() {
        let mut s = state();
        run(&mut s, goto(2020));
        run(&mut s, Action::Time(TimeAction::TogglePlay));
        rest(&mut s, 1.0);
        let before = s.history.depth();
        run(&mut s, select("a"));
        rest(&mut s, 1.0);
        run(&mut s, select("b"));
        rest(&mut s, 1.0);
        assert_eq!(s.history.depth(), before + 2);
    }

    #[test]
    fn a_drag_makes_one_entry_however_long_the_hand_holds() {
        let mut s = state();
        for _ in 0..100 {
            pan(&mut s, Hand::Holding);
        }
        for _ in 0..100 {
            pass(&mut s, Hand::Holding);
        }
        assert_eq!(s.history.depth(), 0);
        rest(&mut s, 1.0);
        assert_eq!(s.history.depth(), 1);
        back(&mut s);
        assert!(s.map.at_home);
    }

    #[test]
    fn a_click_after_a_drag_keeps_both() {
        let mut s = state();
        pan(&mut s, Hand::Holding);
        pass(&mut s, Hand::Free);
        pass(&mut s, Hand::Holding);
        run(&mut s, select("gao"));
        assert_eq!(s.history.depth(), 2);
        back(&mut s);
        assert!(s.selection.is_none() && !s.map.at_home);
    }

    #[test]
    fn selecting_and_going_there_at_once_is_one_entry() {
        let mut s = state();
        apply(&mut s, select("gao"));
        run(&mut s, goto(2013));
        rest(&mut s, 2.0);
        assert_eq!(s.history.depth(), 1);
    }

    #[test]
    fn another_theme_is_an_entry_and_another_language_is_none() {
        let mut s = state();
        run(
            &mut s,
            Action::Map(MapAction::SetTheme(CountryTheme::Airspace)),
        );
        assert_eq!(s.history.depth(), 1);
        run(&mut s, Action::Look(super::super::LookAction::NextLang));
        run(&mut s, Action::Look(super::super::LookAction::ToggleDark));
        rest(&mut s, 2.0);
        assert_eq!(s.history.depth(), 1);
        let look = s.look.clone();
        back(&mut s);
        assert_eq!(s.map.theme, CountryTheme::Alliance);
        assert_eq!(s.look, look);
    }

    #[test]
    fn a_new_way_forgets_the_old_forward() {
        let mut s = state();
        for year in [2013, 2014, 2015] {
            run(&mut s, goto(year));
            rest(&mut s, 1.0);
        }
        back(&mut s);
        back(&mut s);
        run(&mut s, goto(2020));
        rest(&mut s, 1.0);
        assert!(!s.history.has_forward());
        back(&mut s);
        assert_eq!(s.time.date, date(2013, 1, 1));
    }

    #[test]
    fn the_window_s_size_moves_the_home_view_and_is_no_entry() {
        let mut s = state();
        run(&mut s, Action::Map(MapAction::Home([500.0, 300.0])));
        rest(&mut s, 2.0);
        assert_eq!(s.history.depth(), 0);
        let near = Camera {
            zoom: 8.0,
            ..s.map.camera
        };
        run(&mut s, Action::Map(MapAction::SetCamera(near)));
        rest(&mut s, 1.0);
        back(&mut s);
        assert!(s.map.at_home);
    }

    #[test]
    fn the_past_has_an_end() {
        let mut s = state();
        for i in 0..3 * KEPT {
            run(&mut s, select(&i.to_string()));
        }
        assert_eq!(s.history.depth(), KEPT);
        for _ in 0..2 * KEPT {
            back(&mut s);
        }
        assert!(!s.history.has_back());
        for _ in 0..2 * KEPT {
            forward(&mut s);
        }
        let last = (3 * KEPT - 1).to_string();
        assert_eq!(s.selection, Some(Selected::Base(last)));
    }

    #[test]
    fn a_link_is_one_entry_and_brings_its_language() {
        let mut s = state();
        let mut view = KeptView::of(&s);
        view.day = date(2022, 8, 15);
        view.lang = crate::lang::Lang::Fr;
        run(
            &mut s,
            Action::History(HistoryAction::Open(Box::new(view.clone()))),
        );
        assert_eq!(KeptView::of(&s), view);
        rest(&mut s, 2.0);
        assert_eq!(s.history.depth(), 1);
    }
}
