//! A story made in the window from nothing, with keys and accessible names: kept, opened again, compared.

#![cfg(feature = "gui")]

mod window;

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::civil::date;
use sahelscope::app::Session;
use sahelscope::export::story_file;
use sahelscope::lang::Lang;
use sahelscope::state::shelf::Question;
use sahelscope::state::{Action, LookAction, Panel, Selected, Telling};
use sahelscope::story::built_in;
use std::path::Path;
use std::time::{Duration, Instant};
use window::window;

type Window = Harness<'static, Session>;

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run_steps(3);
}

fn click(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    window.run_steps(3);
}

/// The same for what need not be in view: as a screen reader does.
fn choose(window: &mut Window, label: &str) {
    window.get_by_label(label).click_accesskit();
    window.run_steps(3);
}

fn write(window: &mut Window, label: &str, text: &str) {
    {
        let mut named = window.query_all_by_label(label);
        let field = named.find(|node| node.accesskit_node().is_text_input());
        field.expect(label).focus();
    }
    window.run_steps(2);
    for c in text.chars() {
        window.event(egui::Event::Text(c.to_string()));
        window.run_steps(1);
    }
    window.run_steps(1);
}

fn telling(window: &Window) -> &Telling {
    let state = &window.state().state;
    state.telling.as_ref().expect("a story is open")
}

fn titles(window: &Window) -> Vec<String> {
    let steps = telling(window).story.steps.iter();
    steps.map(|step| step.title.en.clone()).collect()
}

/// Lets frames pass until something has happened on the disk.
fn wait(window: &mut Window, what: &str, done: impl Fn(&Session) -> bool) {
    let begun = Instant::now();
    while !done(window.state()) {
        assert!(begun.elapsed() < Duration::from_secs(20), "{what}");
        std::thread::sleep(Duration::from_millis(4));
        window.run_steps(1);
    }
    window.run_steps(2);
}

/// Lets a glide to a step, and what the step plays, come to their end.
fn rest(window: &mut Window) {
    for _ in 0..200 {
        if !window.state().state.stage.is_moving() {
            return;
        }
        window.run_steps(1);
    }
    panic!("it does not come to rest");
}

fn open(window: &mut Window, path: &Path) {
    press(window, Modifiers::COMMAND, Key::O);
    write(window, "Story file to open", &path.display().to_string());
    press(window, Modifiers::NONE, Key::Enter);
}

#[test]
fn a_story_is_made_saved_and_opened_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("gao.toml");
    let base = Selected::Base("gao-airport-base".to_owned());
    let mut window = window(vec![Action::Select(Some(base.clone()))]);
    press(&mut window, Modifiers::NONE, Key::F7);
    press(&mut window, Modifiers::COMMAND, Key::N);
    for (at, title) in ["One", "Two", "Three"].into_iter().enumerate() {
        if at > 0 {
            window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
            window.run_steps(2);
        }
        press(&mut window, Modifiers::NONE, Key::K);
        write(&mut window, "Title", title);
        write(&mut window, "Caption", &format!("This is *{title}*."));
        press(&mut window, Modifiers::NONE, Key::Escape);
    }
    assert_eq!(titles(&window), ["One", "Two", "Three"]);
    assert_eq!(telling(&window).story.steps[2].day, date(2022, 10, 15));
    choose(&mut window, "Points at what is selected");
    choose(&mut window, "Rests on what is selected");
    choose(&mut window, "Play up to this day");
    choose(&mut window, "Longer");
    click(&mut window, "Texte français");
    write(&mut window, "Title", "Trois");
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::ALT | Modifiers::SHIFT, Key::PageUp);
    assert_eq!(titles(&window), ["One", "Three", "Two"]);
    click(&mut window, "Delete the step");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::ALT, Key::PageUp);
    rest(&mut window);
    assert_eq!(window.state().state.time.date, date(2022, 8, 15));
    click(&mut window, "2. Three, 15 Oct 2022, plays");
    rest(&mut window);
    assert_eq!(window.state().state.time.date, date(2022, 10, 15));
    let step = telling(&window).story.steps[1].clone();
    assert_eq!(step.title.fr, "Trois");
    assert_eq!((step.highlight.len(), step.facts.len()), (1, 1));
    assert_eq!(step.play.map(|play| play.seconds), Some(7.0));

    click(&mut window, "Title and summary");
    click(&mut window, "English text");
    write(&mut window, "Title of the story", "Gao");
    press(&mut window, Modifiers::COMMAND, Key::S);
    window.get_by_label("Save under which name?");
    press(&mut window, Modifiers::COMMAND, Key::A);
    write(&mut window, "Name of the file", &path.display().to_string());
    press(&mut window, Modifiers::NONE, Key::Enter);
    wait(&mut window, "saved", |s| {
        s.state.telling.as_ref().is_some_and(|t| !t.is_unsaved())
    });
    let made = telling(&window).story.clone();
    assert_eq!(story_file::read(&path).expect("a story").0, *made);

    press(&mut window, Modifiers::COMMAND, Key::W);
    assert!(window.state().state.telling.is_none());
    click(&mut window, "gao.toml");
    wait(&mut window, "opened", |s| s.state.telling.is_some());
    assert_eq!(telling(&window).story, made);
}

#[test]
fn questions_are_asked_in_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.toml");
    std::fs::write(&path, built_in::ALL[0].text).expect("writable");
    let mut window = window(vec![Action::Look(LookAction::Toggle(Panel::Story))]);
    open(&mut window, &path);
    wait(&mut window, "opened", |s| s.state.telling.is_some());
    click(&mut window, "Delete the step");
    press(&mut window, Modifiers::COMMAND, Key::W);
    window.get_by_label("This story has changes that are not saved.");
    click(&mut window, "Cancel");
    // Somebody else writes the file meanwhile.
    let theirs = built_in::ALL[0]
        .text
        .replace("France leaves", "Theirs: France leaves");
    std::fs::write(&path, &theirs).expect("writable");
    press(&mut window, Modifiers::COMMAND, Key::S);
    wait(&mut window, "asked", |s| {
        matches!(s.state.shelf.question, Some(Question::Changed(..)))
    });
    click(&mut window, "Replace it");
    wait(&mut window, "saved", |s| {
        s.state.telling.as_ref().is_some_and(|t| !t.is_unsaved())
    });
    let kept = std::fs::read_to_string(story_file::older(&path)).expect("kept beside");
    assert_eq!(kept, theirs);
    assert_eq!(
        story_file::read(&path).expect("a story").0,
        *telling(&window).story
    );
}

#[test]
fn a_damaged_file_is_told_with_its_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.toml");
    let text = built_in::ALL[0].text.replacen("day = ", "dai = ", 1);
    std::fs::write(&path, text).expect("writable");
    let mut window = window(vec![Action::Look(LookAction::Toggle(Panel::Story))]);
    open(&mut window, &path);
    wait(&mut window, "refused", |s| s.state.shelf.fault.is_some());
    window.get_by_label_contains("Cannot open a.toml: line");
    click(&mut window, "Français");
    window.get_by_label_contains("Impossible d’ouvrir a.toml");
    assert_eq!(window.state().state.look.lang, Lang::Fr);
}

#[test]
fn what_is_not_saved_comes_back_at_the_next_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut first = window(Vec::new());
    let ctx = first.ctx.clone();
    first
        .state_mut()
        .begin_stories(None, Some(folder.path()), &ctx);
    press(&mut first, Modifiers::NONE, Key::K);
    write(&mut first, "Title", "Half done");
    first.state_mut().leave();
    let made = telling(&first).story.clone();

    let mut second = window(Vec::new());
    let ctx = second.ctx.clone();
    second
        .state_mut()
        .begin_stories(None, Some(folder.path()), &ctx);
    wait(&mut second, "found", |s| !s.state.shelf.drafts.is_empty());
    second.get_by_label("Not saved last time");
    click(&mut second, "Open Untitled");
    assert_eq!(telling(&second).story, made);
    assert!(telling(&second).is_unsaved());
    press(&mut second, Modifiers::COMMAND, Key::W);
    click(&mut second, "Do not save");
    second.state_mut().leave();
    let left = std::fs::read_dir(folder.path().join("drafts")).expect("a folder");
    assert_eq!(left.count(), 0);
}

#[test]
fn missing_things_are_said_in_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.toml");
    let text = built_in::ALL[0].text.replacen("highlight = [", "picture = { file = \"no.png\", alt = { en = \"\", fr = \"\" } }\nhighlight = [\"base:nowhere\", ", 1);
    std::fs::write(&path, text).expect("writable");
    let mut window = window(vec![Action::Look(LookAction::Toggle(Panel::Story))]);
    open(&mut window, &path);
    wait(&mut window, "opened", |s| s.state.telling.is_some());
    window.get_by_label("The facts hold no base:nowhere; the step is shown without it.");
    window.get_by_label("no.png is not in the folder of the story; the step is shown without it.");
}
