//! Editing and keeping: every change undone gives back the same story, and whatever is asked for can be written.

use super::super::{Action, Effect, LookAction, MapAction, Panel, State, TimeAction, apply};
use super::edit::{EditAction, Field, Mark};
use super::shelf::{Answer, Fault, FileAction, News, Order, Over, Question, Then, When};
use super::{Go, Origin, StoryAction, Telling};
use crate::geo::{Camera, MapBox};
use crate::lang::Lang;
use crate::model::Thing;
use crate::story::{Picture, Played, Step, Story, built_in, file};
use crate::style::Theme;
use jiff::civil::date;
use proptest::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn state() -> State {
    State::new(date(2012, 1, 1), date(2026, 6, 4))
}

fn edit(state: &mut State, action: EditAction) {
    apply(state, Action::Story(StoryAction::Edit(action)));
}

fn order(state: &mut State, action: FileAction) -> Option<Order> {
    match apply(state, Action::Story(StoryAction::File(action)))? {
        Effect::Story(order) => Some(order),
        other => panic!("{other:?}"),
    }
}

fn capture() -> EditAction {
    EditAction::Capture(Camera::home_box())
}

fn telling(state: &State) -> &Telling {
    state.telling.as_ref().expect("a story is open")
}

fn typed(state: &mut State, field: Field, text: &str) {
    for end in 1..=text.len() {
        let part = text[..end].to_owned();
        edit(state, EditAction::Words(field, Lang::En, part));
    }
}

#[test]
fn the_first_view_that_is_captured_begins_a_story() {
    let mut s = state();
    apply(&mut s, Action::Time(TimeAction::Goto(date(2022, 8, 15))));
    edit(&mut s, capture());
    assert_eq!(telling(&s).story.steps[0].day, date(2022, 8, 15));
    assert!(s.look.story_open && telling(&s).is_unsaved());
    apply(&mut s, Action::Time(TimeAction::Goto(date(2013, 1, 11))));
    edit(&mut s, capture());
    apply(&mut s, Action::Story(StoryAction::Go(Go::First)));
    // It glides there.
    apply(&mut s, Action::Story(StoryAction::Pass(10.0)));
    assert_eq!(s.time.date, date(2022, 8, 15));
    // After the shown step, not at the end.
    apply(&mut s, Action::Time(TimeAction::Goto(date(2020, 1, 1))));
    edit(&mut s, capture());
    let days: Vec<i16> = telling(&s)
        .story
        .steps
        .iter()
        .map(|s| s.day.year())
        .collect();
    assert_eq!((days, telling(&s).at()), (vec![2022, 2020, 2013], 1));
}

#[test]
fn typing_is_one_change_until_it_rests() {
    let mut s = state();
    edit(&mut s, capture());
    typed(&mut s, Field::Title(0), "Gao");
    typed(&mut s, Field::Caption(0), "France leaves.");
    edit(&mut s, EditAction::Rest);
    typed(&mut s, Field::Caption(0), "Other.");
    let said = |s: &State| {
        let step = &telling(s).story.steps[0];
        (step.title.en.clone(), step.caption.en.clone())
    };
    let mut seen = vec![said(&s)];
    for _ in 0..3 {
        edit(&mut s, EditAction::Undo);
        seen.push(said(&s));
    }
    let all = [
        ("Gao", "Other."),
        ("Gao", "France leaves."),
        ("Gao", ""),
        ("", ""),
    ];
    assert_eq!(seen, all.map(|(a, b)| (a.to_owned(), b.to_owned())));
    edit(&mut s, EditAction::Redo);
    assert_eq!(said(&s).0, "Gao");
}

#[test]
fn undo_shows_the_step_that_changed() {
    let mut s = state();
    for year in [2014, 2018, 2022] {
        apply(&mut s, Action::Time(TimeAction::Goto(date(year, 1, 1))));
        edit(&mut s, capture());
    }
    edit(&mut s, EditAction::Delete(2));
    assert_eq!((telling(&s).at(), s.time.date), (1, date(2018, 1, 1)));
    edit(&mut s, EditAction::Undo);
    assert_eq!((telling(&s).at(), s.time.date), (2, date(2022, 1, 1)));
    edit(&mut s, EditAction::Move { from: 2, to: 0 });
    assert_eq!((telling(&s).at(), s.time.date), (0, date(2022, 1, 1)));
    assert_eq!(telling(&s).story.steps[1].day, date(2014, 1, 1));
}

#[test]
fn another_view_keeps_the_words_of_a_step() {
    let mut s = state();
    edit(&mut s, capture());
    typed(&mut s, Field::Title(0), "Gao");
    let from = date(2026, 1, 1);
    let play = Played { from, seconds: 5.0 };
    edit(&mut s, EditAction::Play(0, Some(play)));
    edit(&mut s, EditAction::Theme(0, Some(Theme::Dark)));
    assert_eq!(s.look.theme, Theme::Dark);
    apply(&mut s, Action::Time(TimeAction::Goto(date(2013, 1, 11))));
    edit(&mut s, EditAction::Retake(Camera::home_box()));
    let step = &telling(&s).story.steps[0];
    assert_eq!(
        (step.day, step.title.en.as_str()),
        (date(2013, 1, 11), "Gao")
    );
    assert_eq!(
        (step.play, step.view.get("look").map(String::as_str)),
        (None, Some("dark"))
    );
}

#[test]
fn nothing_is_put_away_unasked() {
    let mut s = state();
    let other = Arc::new(built_in::ALL[0].story());
    let open = || {
        let origin = Origin::BuiltIn(built_in::ALL[0].id);
        Action::Story(StoryAction::Open(other.clone(), origin))
    };
    apply(&mut s, open());
    assert!(!telling(&s).is_unsaved());
    edit(&mut s, EditAction::Delete(0));
    assert!(telling(&s).is_unsaved());
    apply(&mut s, Action::Story(StoryAction::Close));
    let question = |s: &State| s.shelf.question.clone();
    assert_eq!(question(&s), Some(Question::Unsaved(Then::Close)));
    order(&mut s, FileAction::Answer(Answer::Stay));
    assert!(s.telling.is_some() && question(&s).is_none());
    edit(&mut s, EditAction::Undo);
    assert!(!telling(&s).is_unsaved(), "as it ships again");
    edit(&mut s, EditAction::Redo);
    apply(&mut s, open());
    // Saving a story of the program asks for a name, then goes on with what was asked for.
    assert_eq!(order(&mut s, FileAction::Answer(Answer::Save)), None);
    assert_eq!(question(&s), Some(Question::Name));
    let path = PathBuf::from("/x/mine.toml");
    let written = order(&mut s, FileAction::SaveAs(path.clone()));
    assert_eq!(written, Some(Order::Write(path.clone(), Over::Nothing)));
    let mine = telling(&s).story.clone();
    order(&mut s, FileAction::News(News::Written(path.clone(), mine)));
    assert_eq!(telling(&s).story, other);
    assert_eq!(s.shelf.recent, [path]);
}

#[test]
fn a_change_by_others_is_taken_and_the_own_version_comes_back() {
    let mut s = state();
    let path = PathBuf::from("/x/a.toml");
    let mine = Arc::new(built_in::ALL[0].story());
    order(
        &mut s,
        FileAction::News(News::Read(path.clone(), mine.clone())),
    );
    typed(&mut s, Field::StoryTitle, "Mine");
    assert_eq!(
        order(&mut s, FileAction::Save),
        Some(Order::Write(path.clone(), Over::Known))
    );
    let changed = Question::Changed(path.clone(), When::Saving);
    order(&mut s, FileAction::News(News::Asks(changed)));
    let again = order(&mut s, FileAction::Answer(Answer::Theirs));
    assert_eq!(again, Some(Order::Reread(path)));
    order(&mut s, FileAction::News(News::Reread(Arc::default())));
    assert!(telling(&s).story.steps.is_empty() && !telling(&s).is_unsaved());
    edit(&mut s, EditAction::Undo);
    assert_eq!(telling(&s).story.title.en, "Mine");
    assert!(telling(&s).is_unsaved());
}

#[test]
fn faults_are_told_and_the_story_stays() {
    let mut s = state();
    edit(&mut s, capture());
    apply(&mut s, Action::Look(LookAction::Toggle(Panel::Story)));
    let fault = Fault::NotWritten("/x".into(), "no".into());
    order(&mut s, FileAction::News(News::Failed(fault.clone())));
    assert_eq!((&s.shelf.fault, s.look.story_open), (&Some(fault), true));
    assert!(telling(&s).is_unsaved());
}

#[test]
fn names_lead_to_files() {
    let mut s = state();
    s.shelf.home = PathBuf::from("/home/a");
    let path = |typed: &str| s.shelf.new_path_of(typed);
    assert_eq!(
        path(" gao ").as_deref(),
        Some(Path::new("/home/a/gao.toml"))
    );
    assert_eq!(path("/x/v1.2").as_deref(), Some(Path::new("/x/v1.2.toml")));
    assert_eq!(
        path("\"/x/y.toml\"").as_deref(),
        Some(Path::new("/x/y.toml"))
    );
    assert_eq!(path("  "), None);
    assert_eq!(s.shelf.path_of("/x/y").as_deref(), Some(Path::new("/x/y")));
}

fn any_edit() -> impl Strategy<Value = EditAction> {
    let at = || 0..6usize;
    let number = || prop_oneof![Just(f64::NAN), Just(f64::INFINITY), -2.0..2.0f64];
    let frame = || {
        let corner = || (number(), number()).prop_map(|(x, y)| [x, y]);
        (corner(), corner()).prop_map(|(min, max)| MapBox { min, max })
    };
    let field = (0..6u8, at()).prop_map(|(kind, at)| match kind {
        0 => Field::StoryTitle,
        1 => Field::Summary,
        2 => Field::Title(at),
        3 => Field::Caption(at),
        4 => Field::Notes(at),
        _ => Field::Alt(at),
    });
    let lang = prop::sample::select(Lang::ALL.to_vec());
    let mark = prop::sample::select(vec![Mark::Highlight, Mark::Fact]);
    let thing = "[ -~éÉ:]{0,8}".prop_map(Thing::Base);
    let day = (2000..2030i16, 1..=12i8, 1..=28i8).prop_map(|(y, m, d)| date(y, m, d));
    let seconds = prop_oneof![Just(f32::NAN), -1.0..700.0f32];
    let play = (day, seconds).prop_map(|(from, seconds)| Played { from, seconds });
    let picture = "[a./\\\\:]{0,5}".prop_map(|file| Picture {
        file,
        alt: Default::default(),
        credit: "c\n\"".to_owned(),
    });
    let theme = prop::option::of(Just(Theme::Dark));
    prop_oneof![
        4 => frame().prop_map(EditAction::Capture),
        1 => frame().prop_map(EditAction::Retake),
        2 => (at(), at()).prop_map(|(from, to)| EditAction::Move { from, to }),
        1 => at().prop_map(EditAction::Duplicate),
        1 => at().prop_map(EditAction::Delete),
        4 => (field, lang, "\\PC{0,6}|[\\x00-\\x20'\"]{0,6}")
            .prop_map(|(field, lang, text)| EditAction::Words(field, lang, text)),
        2 => (at(), prop::option::of(play)).prop_map(|(at, play)| EditAction::Play(at, play)),
        2 => (mark.clone(), at(), thing.clone()).prop_map(|(m, at, t)| EditAction::Mark(m, at, t)),
        1 => (mark, at(), thing).prop_map(|(m, at, t)| EditAction::Unmark(m, at, t)),
        2 => (at(), prop::option::of(picture)).prop_map(|(at, p)| EditAction::Picture(at, p)),
        1 => (at(), theme).prop_map(|(at, theme)| EditAction::Theme(at, theme)),
        1 => Just(EditAction::Rest),
        2 => Just(EditAction::Undo),
        1 => Just(EditAction::Redo),
    ]
}

/// Numbers that are none are equal to themselves in a text, not in a story: there are none in a story.
fn check(s: &State) -> Result<(), TestCaseError> {
    let Some(telling) = &s.telling else {
        return Ok(());
    };
    let steps = telling.story.steps.len();
    prop_assert!(telling.at() < steps.max(1));
    let text = file::write(&telling.story).expect("whatever was asked for can be written");
    let again = file::read(&text);
    prop_assert_eq!(again.as_ref(), Ok(&*telling.story), "{}", text);
    Ok(())
}

proptest! {
    #[test]
    fn whatever_is_asked_for_can_be_written_and_undone(
        edits in prop::collection::vec(any_edit(), 0..40),
        zoom in 1.0..12.0f64,
    ) {
        let mut s = state();
        let camera = Camera { zoom, ..s.map.camera };
        apply(&mut s, Action::Map(MapAction::SetCamera(camera)));
        let first = Arc::new(Story { steps: vec![Step::on(date(2020, 1, 1))], ..Story::default() });
        apply(&mut s, Action::Story(StoryAction::Open(first.clone(), Origin::New)));
        for action in edits {
            edit(&mut s, action);
            check(&s)?;
        }
        let last = telling(&s).story.clone();
        let mut undone = 0;
        while telling(&s).edits.has_undo() {
            edit(&mut s, EditAction::Undo);
            check(&s)?;
            undone += 1;
        }
        prop_assert_eq!(&telling(&s).story, &first);
        for _ in 0..undone {
            edit(&mut s, EditAction::Redo);
        }
        // What had been undone before lies beyond and comes back as well.
        if !telling(&s).edits.has_redo() {
            prop_assert_eq!(&telling(&s).story, &last);
        }
    }
}
