//! Presenting, driven as a teacher drives it: with the keys of a clicker, a detour and the way back, a blank screen, a
//! quiz, the list of steps.

mod window;

use egui_kittest::{Harness, kittest::Queryable};
use sahelscope::app::Session;
use sahelscope::geo::Viewport;
use sahelscope::state::{
    Action, Blank, KeptView, MapAction, Origin, Over, StoryAction, Tool, apply, has_wandered,
};
use sahelscope::story::{Story, built_in};
use sahelscope::style::Theme;
use std::sync::Arc;
use window::window;

fn story() -> Arc<Story> {
    Arc::new(built_in::ALL[0].story())
}

/// A window with the first built-in story open, presented from its first step.
fn presented() -> Harness<'static, Session> {
    let open = StoryAction::Open(story(), Origin::BuiltIn(built_in::ALL[0].id));
    let mut harness = window(vec![Action::Story(open)]);
    press(&mut harness, egui::Key::F5);
    rest(&mut harness);
    harness
}

fn press(harness: &mut Harness<'static, Session>, key: egui::Key) {
    harness.key_press(key);
    harness.run_steps(2);
}

/// Lets glides and played steps come to their end.
fn rest(harness: &mut Harness<'static, Session>) {
    for _ in 0..600 {
        harness.run_steps(1);
        if !harness.state().state.stage.is_moving() {
            break;
        }
    }
    harness.run_steps(2);
    assert!(!harness.state().state.stage.is_moving());
}

fn at(harness: &Harness<'static, Session>) -> usize {
    let telling = harness.state().state.telling.as_ref();
    telling.map_or(usize::MAX, |telling| telling.at())
}

fn has_slide(harness: &Harness<'static, Session>) -> bool {
    harness.state().state.stage.presenting.is_some()
}

#[test]
fn the_clicker_leads_through_the_whole_story() {
    let mut harness = presented();
    let steps = story().steps.clone();
    assert_eq!(harness.state().state.look.theme, Theme::Projector);
    for (number, step) in steps.iter().enumerate() {
        rest(&mut harness);
        assert_eq!(at(&harness), number);
        let state = &harness.state().state;
        assert_eq!(state.time.date, step.day, "step {number}");
        assert!(!has_wandered(state), "step {number}");
        press(&mut harness, egui::Key::PageDown);
    }
    assert_eq!(at(&harness), steps.len() - 1, "the last step stays");
    press(&mut harness, egui::Key::PageUp);
    rest(&mut harness);
    assert_eq!(at(&harness), steps.len() - 2);
    press(&mut harness, egui::Key::Escape);
    assert!(!has_slide(&harness));
    assert_eq!(harness.state().state.look.theme, Theme::Light);
}

#[test]
fn a_detour_ends_where_it_began() {
    let mut harness = presented();
    press(&mut harness, egui::Key::PageDown);
    rest(&mut harness);
    let before = KeptView::of(&harness.state().state);
    let state = &mut harness.state_mut().state;
    let viewport = Viewport {
        camera: state.map.camera,
        size_pt: [960.0, 540.0],
    };
    let pan = MapAction::Pan(viewport, [250.0, 40.0]);
    apply(state, Action::Map(pan));
    harness.run_steps(2);
    assert!(has_wandered(&harness.state().state));
    harness.get_by_label("Backspace returns to step 2");
    press(&mut harness, egui::Key::Backspace);
    rest(&mut harness);
    assert_eq!(KeptView::of(&harness.state().state), before);
}

#[test]
fn the_screen_goes_blank_and_comes_back() {
    let mut harness = presented();
    for (key, blank) in [
        (egui::Key::B, Some(Blank::Black)),
        (egui::Key::Period, None),
        (egui::Key::W, Some(Blank::White)),
        (egui::Key::Escape, None),
    ] {
        press(&mut harness, key);
        let presenting = harness.state().state.stage.presenting.as_ref();
        assert_eq!(presenting.map(|p| p.blank), Some(blank), "{key:?}");
    }
}

#[test]
fn steps_are_chosen_from_the_list_or_by_number() {
    let mut harness = presented();
    press(&mut harness, egui::Key::G);
    let last = story().steps.len();
    let title = story().steps[last - 1].title.en.clone();
    harness.get_by_label(&format!("{last}. {title}"));
    press(&mut harness, egui::Key::End);
    press(&mut harness, egui::Key::Enter);
    rest(&mut harness);
    assert_eq!(at(&harness), last - 1);
    let open = |h: &Harness<'static, Session>, over| {
        let presenting = h.state().state.stage.presenting.as_ref();
        presenting.is_some_and(|p| p.shows(over))
    };
    assert!(!open(&harness, Over::Steps));
    press(&mut harness, egui::Key::Num1);
    press(&mut harness, egui::Key::Enter);
    rest(&mut harness);
    assert_eq!(at(&harness), 0);
    for (key, over) in [
        (egui::Key::H, Over::Keys),
        (egui::Key::T, Over::Timer),
        (egui::Key::S, Over::Window),
    ] {
        press(&mut harness, key);
        assert!(open(&harness, over), "{key:?}");
        press(&mut harness, key);
        assert!(!open(&harness, over), "{key:?}");
    }
}

#[test]
fn a_quiz_hides_names_until_they_are_revealed() {
    let mut harness = presented();
    let texts = |h: &mut Harness<'static, Session>| {
        h.run_steps(2);
        let quiz = h.state().state.stage.quiz.as_ref();
        quiz.map(|quiz| quiz.revealed.len())
    };
    press(&mut harness, egui::Key::Q);
    assert_eq!(texts(&mut harness), Some(0));
    press(&mut harness, egui::Key::R);
    assert_eq!(texts(&mut harness), Some(1));
    harness.key_press_modifiers(egui::Modifiers::SHIFT, egui::Key::R);
    harness.run_steps(3);
    assert!(texts(&mut harness).is_some_and(|revealed| revealed > 5));
    harness.get_by_label("Every name is found.");
    press(&mut harness, egui::Key::Q);
    assert_eq!(texts(&mut harness), None);
}

#[test]
fn the_pen_is_wiped_at_the_next_step() {
    let mut harness = presented();
    press(&mut harness, egui::Key::D);
    let from = egui::pos2(500.0, 300.0);
    harness.drag_at(from);
    harness.run_steps(2);
    harness.hover_at(from + egui::vec2(60.0, 30.0));
    harness.run_steps(2);
    harness.drop_at(from + egui::vec2(60.0, 30.0));
    harness.run_steps(2);
    let lines = |h: &Harness<'static, Session>| {
        let presenting = h.state().state.stage.presenting.as_ref();
        presenting.map(|p| (p.tool, p.lines.iter().map(Vec::len).sum::<usize>()))
    };
    assert!(lines(&harness).is_some_and(|(tool, points)| tool == Tool::Pen && points >= 2));
    assert!(
        !has_wandered(&harness.state().state),
        "the pen moves no map"
    );
    press(&mut harness, egui::Key::PageDown);
    assert_eq!(lines(&harness), Some((Tool::Pen, 0)));
}

#[test]
fn the_map_is_presented_without_a_story() {
    let mut harness = window(Vec::new());
    press(&mut harness, egui::Key::F5);
    assert!(has_slide(&harness));
    let before = harness.state().state.time.date;
    press(&mut harness, egui::Key::ArrowRight);
    assert_eq!(
        harness.state().state.time.date,
        before.tomorrow().expect("a day")
    );
    press(&mut harness, egui::Key::PageDown);
    assert!(harness.state().state.time.date > before);
    press(&mut harness, egui::Key::Escape);
    assert!(!has_slide(&harness));
}

#[test]
fn a_quiz_in_the_window_hides_facts_too() {
    let select = sahelscope::state::Selected::Country("MLI".to_owned());
    let mut harness = window(vec![Action::Select(Some(select))]);
    harness.key_press_modifiers(egui::Modifiers::SHIFT, egui::Key::Q);
    harness.run_steps(3);
    harness.get_by_label("Quiz: reveal all names");
    harness.key_press_modifiers(egui::Modifiers::SHIFT, egui::Key::R);
    harness.run_steps(3);
    assert!(harness.query_by_label("Quiz: reveal all names").is_none());
}
