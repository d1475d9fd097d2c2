//! The telling by itself: actions to state, whatever their order.

use super::super::{Go, Origin, StoryAction, frame_box, has_wandered};
use super::*;
use crate::calendar::Date;
use crate::geo::{Camera, LonLat, Viewport};
use crate::state::{Action, KeptView, LookAction, MapAction, TimeAction, apply};
use crate::story::{Played, Step, Story};
use jiff::civil::date;
use proptest::prelude::*;
use std::sync::Arc;

fn story() -> Arc<Story> {
    let mut last = Step::on(date(2023, 10, 31));
    last.frame = Some([-5.5, 15.5, 5.5, 21.0]);
    last.play = Some(Played {
        from: date(2023, 10, 20),
        seconds: 2.0,
    });
    let mut dark = Step::on(date(2022, 8, 15));
    dark.view.insert("look".into(), "dark".into());
    Arc::new(Story {
        steps: vec![Step::on(date(2020, 1, 1)), last, dark],
        ..Story::default()
    })
}

fn opened() -> State {
    let mut state = State::new(date(2012, 1, 1), date(2026, 6, 4));
    act(&mut state, StoryAction::Open(story(), Origin::New));
    state
}

fn act(state: &mut State, action: StoryAction) {
    apply(state, Action::Story(action));
}

fn go(state: &mut State, go: Go) {
    act(state, StoryAction::Go(go));
}

fn rest(state: &mut State) -> (f64, Vec<Date>) {
    let (mut secs, mut days) = (0.0, Vec::new());
    while state.stage.is_moving() && secs < 20.0 {
        act(state, StoryAction::Pass(0.02));
        secs += 0.02;
        days.push(state.time.date);
    }
    (secs, days)
}

/// A page on which words cover part of the second step.
fn covered() -> Page {
    Page {
        size_pt: [1100.0, 620.0],
        framed: Some((1, framed())),
    }
}

fn framed() -> Camera {
    Camera {
        center: LonLat {
            lon: 1.0,
            lat: 17.0,
        }
        .to_map(),
        zoom: 6.4,
    }
}

#[test]
fn a_glide_is_short_and_then_the_days_play() {
    let mut state = opened();
    go(&mut state, Go::Next);
    let (secs, days) = rest(&mut state);
    assert!((2.3..=3.3).contains(&secs), "{secs}");
    assert!(days.contains(&date(2023, 10, 20)) && days.contains(&date(2023, 10, 26)));
    assert_eq!(state.time.date, date(2023, 10, 31));
    assert!(!has_wandered(&state));
}

#[test]
fn a_detour_ends_exactly_where_it_began() {
    let mut state = opened();
    act(&mut state, StoryAction::Present(PresentAction::Begin));
    act(&mut state, StoryAction::Page(covered()));
    go(&mut state, Go::Next);
    rest(&mut state);
    let before = KeptView::of(&state);
    let viewport = Viewport {
        camera: state.map.camera,
        size_pt: covered().size_pt,
    };
    let pan = MapAction::Pan(viewport, [200.0, -90.0]);
    apply(&mut state, Action::Map(pan));
    let base = Selected::Base("gao-airport-base".into());
    apply(&mut state, Action::Select(Some(base)));
    assert!(has_wandered(&state));
    go(&mut state, Go::Again);
    let (secs, _) = rest(&mut state);
    assert!(secs < 1.3, "what was played is not played again: {secs}");
    assert_eq!(KeptView::of(&state), before);
}

#[test]
fn the_hand_stops_a_glide_where_it_is() {
    let mut state = opened();
    go(&mut state, Go::Next);
    act(&mut state, StoryAction::Pass(0.3));
    let (camera, day) = (state.map.camera, state.time.date);
    assert!(date(2020, 1, 1) < day && day < date(2023, 10, 20));
    apply(&mut state, Action::Time(TimeAction::Goto(day)));
    act(&mut state, StoryAction::Pass(0.3));
    assert_eq!((state.map.camera, state.time.date), (camera, day));
    assert!(has_wandered(&state));
    go(&mut state, Go::Next);
    assert!(state.stage.is_moving() && state.map.camera == camera);
}

#[test]
fn nothing_glides_where_motion_is_unwanted() {
    let mut state = opened();
    apply(&mut state, Action::Look(LookAction::ToggleMotion));
    go(&mut state, Go::Last);
    assert!(!state.stage.is_moving());
    assert_eq!(state.time.date, date(2022, 8, 15));
    go(&mut state, Go::To(1));
    assert_eq!(
        state.time.date,
        date(2023, 10, 20),
        "days play all the same"
    );
}

#[test]
fn another_page_does_not_stop_a_glide() {
    let mut state = opened();
    go(&mut state, Go::To(1));
    act(&mut state, StoryAction::Pass(0.3));
    let before = state.map.camera;
    act(&mut state, StoryAction::Page(covered()));
    let zoomed = (state.map.camera.zoom - before.zoom).abs();
    assert!(state.stage.is_moving() && zoomed < 0.2, "{zoomed}");
    rest(&mut state);
    assert_eq!(state.map.camera, framed());
    // A step that stands is shown whole again.
    act(&mut state, StoryAction::Page(Page::whole([500.0, 500.0])));
    let frame = frame_box(&story().steps[1]).expect("a frame");
    assert_eq!(state.map.camera, Camera::fit(&frame, [500.0, 500.0]));
    assert!(!has_wandered(&state));
}

#[test]
fn colours_are_the_projectors_unless_a_step_has_its_own() {
    let mut state = opened();
    state.look.theme = Theme::Print;
    act(&mut state, StoryAction::Present(PresentAction::BeginHere));
    assert_eq!(state.look.theme, Theme::Projector);
    go(&mut state, Go::Last);
    assert_eq!(state.look.theme, Theme::Dark);
    go(&mut state, Go::First);
    assert_eq!(state.look.theme, Theme::Projector);
    act(&mut state, StoryAction::Present(PresentAction::End));
    assert_eq!(state.look.theme, Theme::Print);
}

#[test]
fn escape_leaves_one_thing_at_a_time() {
    let mut state = opened();
    let present = |action| StoryAction::Present(action);
    act(&mut state, present(PresentAction::Begin));
    rest(&mut state);
    act(&mut state, StoryAction::Quiz(QuizAction::Toggle));
    act(&mut state, present(PresentAction::Take(Tool::Laser)));
    act(&mut state, present(PresentAction::Toggle(Over::Steps)));
    act(&mut state, present(PresentAction::Blank(Blank::Black)));
    let mut left = Vec::new();
    for _ in 0..5 {
        apply(&mut state, Action::Escape);
        let stage = &state.stage;
        left.push(stage.presenting.as_ref().map(|p| {
            let open = usize::from(p.blank.is_some()) + p.open.len();
            open + usize::from(p.tool != Tool::Hand) + usize::from(stage.quiz.is_some())
        }));
    }
    assert_eq!(left, [Some(3), Some(2), Some(1), Some(0), None]);
    assert!(state.telling.is_some());
}

fn any_action() -> impl Strategy<Value = Action> {
    let steps = prop_oneof![
        Just(Go::Next),
        Just(Go::Back),
        Just(Go::First),
        Just(Go::Last),
        Just(Go::Again),
        any::<usize>().prop_map(Go::To),
    ];
    let blank = prop_oneof![Just(Blank::Black), Just(Blank::White)];
    let tool = prop_oneof![Just(Tool::Hand), Just(Tool::Laser), Just(Tool::Pen)];
    let over = prop_oneof![
        Just(Over::Steps),
        Just(Over::Timer),
        Just(Over::Keys),
        Just(Over::Window)
    ];
    let number = prop_oneof![any::<f64>(), 0.0..1.0f64];
    let present = prop_oneof![
        Just(PresentAction::Begin),
        Just(PresentAction::BeginHere),
        Just(PresentAction::End),
        blank.prop_map(PresentAction::Blank),
        tool.prop_map(PresentAction::Take),
        over.prop_map(PresentAction::Toggle),
        (number.clone(), number.clone()).prop_map(|(x, y)| PresentAction::PenDown([x, y])),
        (number.clone(), number.clone()).prop_map(|(x, y)| PresentAction::PenTo([x, y])),
        Just(PresentAction::Wipe),
        Just(PresentAction::RestartTimer),
    ];
    let page = (
        prop::array::uniform2(any::<f32>()),
        prop::option::of((0..4usize, any::<f64>())),
    );
    let page = page.prop_map(|(size_pt, framed)| {
        let camera = |zoom| Camera {
            zoom,
            ..self::framed()
        };
        let framed = framed.map(|(step, zoom)| (step, camera(zoom)));
        Page { size_pt, framed }
    });
    let of_story = prop_oneof![
        steps.prop_map(StoryAction::Go),
        number.clone().prop_map(StoryAction::Pass),
        page.prop_map(StoryAction::Page),
        present.prop_map(StoryAction::Present),
        Just(StoryAction::Quiz(QuizAction::Toggle)),
        "[a-z:]{0,9}".prop_map(|what| StoryAction::Quiz(QuizAction::Reveal(vec![what]))),
        Just(StoryAction::Open(story(), Origin::New)),
        Just(StoryAction::Open(Arc::default(), Origin::New)),
        Just(StoryAction::Close),
    ];
    prop_oneof![
        6 => of_story.prop_map(Action::Story),
        1 => Just(Action::Escape),
        1 => (number.clone(), number.clone(), number).prop_map(|(x, y, zoom)| {
            Action::Map(MapAction::SetCamera(Camera { center: [x, y], zoom }))
        }),
        1 => (-400_000..400_000i32).prop_map(|d| {
            Action::Time(TimeAction::Goto(crate::calendar::date_of_day_number(d)))
        }),
    ]
}

proptest! {
    #[test]
    fn random_presenting_keeps_the_invariants(actions in prop::collection::vec(any_action(), 0..60)) {
        let mut state = opened();
        for action in actions {
            apply(&mut state, action.clone());
            prop_assert!(state.time.first_day <= state.time.date && state.time.date <= state.time.last_day);
            prop_assert_eq!(state.map.camera, state.map.camera.held());
            if let Some(telling) = &state.telling {
                prop_assert!(telling.at() < telling.story.steps.len().max(1));
            } else {
                prop_assert!(!state.stage.is_moving() && !has_wandered(&state));
            }
            if let Some(presenting) = &state.stage.presenting {
                prop_assert!(presenting.elapsed_secs >= 0.0 && presenting.elapsed_secs.is_finite());
                prop_assert!(presenting.lines.iter().flatten().flatten().all(|c| c.is_finite()));
                prop_assert!(!(presenting.shows(Over::Keys) && presenting.shows(Over::Steps)));
            } else {
                prop_assert!(state.look.theme != Theme::Projector || !matches!(action, Action::Story(StoryAction::Present(_))));
            }
        }
    }
}
