//! The export dialog without a window system: what is chosen in it, what is refused beside its fields, and the files
//! that it makes, which are those that the command line makes.

#![cfg(feature = "gui")]

mod window;

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sahelscope::app::Session;
use sahelscope::state::export::{
    ExportSettings, FilmKind, OwnSize, Pacing, Part, Preset, SizeChoice, What,
};
use sahelscope::state::{Action, ExportAction, KeptView, link};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use window::window;

type Window = Harness<'static, Session>;

/// Lets frames pass until something holds, for threads take their time.
#[track_caller]
fn wait(harness: &mut Window, holds: impl Fn(&Window) -> bool) {
    let begun = Instant::now();
    while !holds(harness) {
        assert!(begun.elapsed() < Duration::from_secs(120), "it never came");
        std::thread::sleep(Duration::from_millis(10));
        harness.run_steps(1);
    }
    harness.run_steps(2);
}

fn says(words: &'static str) -> impl Fn(&Window) -> bool {
    move |harness| harness.query_all_by_label_contains(words).next().is_some()
}

/// A window with the dialog open, which writes into that folder.
fn dialog(folder: &Path, change: impl FnOnce(&mut ExportSettings)) -> Window {
    let mut settings = ExportSettings {
        folder: Some(folder.to_string_lossy().into_owned()),
        ..ExportSettings::default()
    };
    change(&mut settings);
    let set = ExportAction::Set(Box::new(settings));
    let mut harness = window(vec![Action::Export(set)]);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::E);
    harness.run_steps(3);
    assert!(harness.state().state.export.is_open);
    harness
}

fn settings(harness: &Window) -> &ExportSettings {
    &harness.state().state.export.settings
}

/// Types into a field in the place of what stands there.
fn retype(harness: &mut Window, field: &str, text: &str) {
    harness.get_by_label(field).focus();
    harness.run_steps(2);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.run_steps(1);
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run_steps(3);
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let name = |entry: Result<fs::DirEntry, _>| entry.expect("readable").file_name();
    let mut all: Vec<String> = entries
        .map(|entry| name(entry).to_string_lossy().into_owned())
        .collect();
    all.sort();
    all
}

#[test]
fn sizes_and_parts_are_chosen_by_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = dialog(folder.path(), |_| {});
    harness.get_by_label("Size: Slide 16:9, 1080p").click();
    harness.run_steps(3);
    harness.get_by_label("A4 landscape, 300 dpi").click();
    harness.run_steps(3);
    assert_eq!(settings(&harness).size, SizeChoice::Preset(Preset::A4));
    harness.get_by_label("Legend").click();
    harness.run_steps(3);
    assert_eq!(settings(&harness).parts.get(&Part::Legend), Some(&false));
    wait(&mut harness, says("3,508 × 2,480 px"));
    harness.get_by_label("Format: PDF").click();
    harness.run_steps(3);
    // The window below did not react to any of it.
    assert!(!harness.state().state.map.hidden.contains("page:legend"));
    harness.key_press(egui::Key::Escape);
    harness.run_steps(3);
    assert!(!harness.state().state.export.is_open);
}

#[test]
fn nothing_moves_under_the_dialog() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = dialog(folder.path(), |_| {});
    let before = KeptView::of(&harness.state().state);
    for key in [
        egui::Key::ArrowRight,
        egui::Key::Num3,
        egui::Key::X,
        egui::Key::N,
    ] {
        harness.key_press(key);
        harness.run_steps(2);
    }
    assert_eq!(KeptView::of(&harness.state().state), before);
}

#[test]
fn a_place_that_cannot_be_written_is_told_beside_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = dialog(folder.path(), |_| {});
    let nowhere = folder.path().join("nowhere");
    retype(&mut harness, "Folder", &nowhere.to_string_lossy());
    wait(&mut harness, says("There is no folder"));
    let buttons = harness.get_all_by_label("Export");
    assert!(
        buttons
            .into_iter()
            .any(|button| button.accesskit_node().is_disabled())
    );
    retype(&mut harness, "Folder", &folder.path().to_string_lossy());
    retype(&mut harness, "Name", " ");
    wait(&mut harness, says("The file needs a name."));
    retype(&mut harness, "Name", "map");
    wait(&mut harness, |h| !says("needs a name")(h));
    assert!(names(folder.path()).is_empty());
}

#[test]
fn sizes_of_nothing_and_of_too_much_are_told_beside_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = dialog(folder.path(), |settings| {
        settings.size = SizeChoice::Own;
        settings.own = OwnSize::default();
    });
    for wrong in ["0", "200000"] {
        retype(&mut harness, "Width", wrong);
        wait(&mut harness, says("A side has 1 to 20,000 pixels"));
    }
    retype(&mut harness, "Width", "wide");
    wait(&mut harness, says("A number is needed."));
    retype(&mut harness, "Width", "800");
    wait(&mut harness, says("800 × 900 px"));
}

#[test]
fn a_long_film_is_told_and_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = dialog(folder.path(), |settings| {
        settings.what = What::Film;
        settings.film.pacing = Pacing::Day;
    });
    wait(&mut harness, says("The film has"));
    retype(&mut harness, "From", "5 June 0002");
    wait(&mut harness, says("That would be"));
    retype(&mut harness, "From", "1 January 2030");
    wait(&mut harness, says("The last day is before the first."));
}

/// The picture that `render` makes of the view of a window.
fn rendered(harness: &Window, options: &[&str], ending: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(format!("map.{ending}"));
    let view = link::write(&KeptView::of(&harness.state().state));
    let out = Command::new(env!("CARGO_BIN_EXE_sahelscope"))
        .args(["render", "--view", &view, "-o"])
        .arg(&path)
        .args(options)
        .output()
        .expect("the binary starts");
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    fs::read(path).expect("the picture")
}

fn export(harness: &mut Window) {
    retype(harness, "Name", "map");
    wait(harness, |h| {
        h.get_all_by_label("Export")
            .into_iter()
            .all(|b| !b.accesskit_node().is_disabled())
    });
    harness.key_press(egui::Key::Enter);
    harness.run_steps(2);
    wait(harness, says("Written:"));
}

#[test]
fn files_are_those_of_the_command_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = dialog(folder.path(), |settings| {
        settings.parts.insert(Part::Legend, false);
        settings.alt = true;
        settings.table = true;
    });
    export(&mut harness);
    assert_eq!(names(folder.path()), ["map.csv", "map.png", "map.txt"]);
    let made = fs::read(folder.path().join("map.png")).expect("the picture");
    let without = ["--without", "legend"];
    assert!(made == rendered(&harness, &without, "png"), "slide");
    harness.get_by_label("Format: PDF").click();
    harness.run_steps(3);
    harness.get_by_label("Size: Slide 16:9, 1080p").click();
    harness.run_steps(3);
    harness.get_by_label("A4 portrait, 300 dpi").click();
    harness.run_steps(3);
    fs::remove_file(folder.path().join("map.csv")).expect("there");
    fs::remove_file(folder.path().join("map.txt")).expect("there");
    export(&mut harness);
    let made = fs::read(folder.path().join("map.pdf")).expect("the picture");
    let options = ["--without", "legend", "--preset", "a4-portrait"];
    assert!(made == rendered(&harness, &options, "pdf"), "sheet");
}

#[test]
fn what_is_there_is_replaced_only_when_that_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let old = folder.path().join("map.png");
    fs::write(&old, "old").expect("writable");
    let mut harness = dialog(folder.path(), |_| {});
    retype(&mut harness, "Name", "map");
    wait(&mut harness, says("map.png is there already."));
    harness.key_press(egui::Key::Enter);
    wait(&mut harness, |h| h.query_by_label("Replace").is_some());
    assert_eq!(fs::read(&old).expect("there"), b"old");
    harness.get_by_label("Use another name").click();
    harness.run_steps(3);
    assert_eq!(
        harness.state().state.export.name.as_deref(),
        Some("map-2.png")
    );
    retype(&mut harness, "Name", "map");
    wait(&mut harness, says("map.png is there already."));
    harness.key_press(egui::Key::Enter);
    wait(&mut harness, |h| h.query_by_label("Replace").is_some());
    harness.get_by_label("Replace").click();
    harness.run_steps(2);
    wait(&mut harness, says("Written:"));
    assert!(fs::read(&old).expect("there").starts_with(b"\x89PNG"));
    assert_eq!(names(folder.path()), ["map.png"]);
}

#[test]
fn a_cancelled_job_leaves_nothing() {
    for what in [What::Film, What::Series] {
        let folder = tempfile::tempdir().expect("a folder");
        let mut harness = dialog(folder.path(), |settings| {
            settings.what = what;
            settings.film.kind = FilmKind::Gif;
        });
        wait(&mut harness, |h| {
            h.get_all_by_label("Export")
                .into_iter()
                .all(|b| !b.accesskit_node().is_disabled())
        });
        harness.key_press(egui::Key::Enter);
        wait(&mut harness, |h| h.query_by_label("Cancel").is_some());
        // The dialog can be closed meanwhile; a strip goes on telling.
        harness.key_press(egui::Key::Escape);
        harness.run_steps(3);
        assert!(!harness.state().state.export.is_open);
        harness.get_by_label("Cancel").click();
        harness.run_steps(2);
        wait(&mut harness, says("Cancelled. Nothing was written."));
        assert!(
            names(folder.path()).is_empty(),
            "{what:?}: {:?}",
            names(folder.path())
        );
        harness.get_by_label("Dismiss").click();
        harness.run_steps(3);
        assert!(!says("Cancelled")(&harness));
    }
}

#[test]
fn the_picture_is_copied_as_an_image() {
    let mut harness = window(Vec::new());
    let keys = egui::Modifiers::COMMAND | egui::Modifiers::SHIFT;
    harness.key_press_modifiers(keys, egui::Key::E);
    let copied = |harness: &Window| {
        let commands = &harness.output().platform_output.commands;
        let size = |command: &egui::OutputCommand| match command {
            egui::OutputCommand::CopyImage(image) => Some(image.size),
            _ => None,
        };
        commands.iter().find_map(size)
    };
    let begun = Instant::now();
    let size = loop {
        harness.step();
        if let Some(size) = copied(&harness) {
            break size;
        }
        assert!(begun.elapsed() < Duration::from_secs(120), "no picture");
        std::thread::sleep(Duration::from_millis(10));
    };
    assert_eq!(size, [1920, 1080]);
    harness.run_steps(1);
    assert!(says("picture, 1,920 × 1,080 px")(&harness));
}
