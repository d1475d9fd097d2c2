//! Films as the library makes them: whole or not at all, the same bytes every time, stopped when told.
//!
//! What other programs say about the files is asked by `tests/smoke/films.sh`.

use sahelscope::calendar::Date;
use sahelscope::data;
use sahelscope::export::carried;
use sahelscope::export::film::{self, Ease, Film, FilmError, Kind, Pace, Progress, Step, Target};
use sahelscope::geo::Camera;
use sahelscope::model::Category;
use sahelscope::scene::Paper;
use sahelscope::scene::item::{Picture, Shape};
use sahelscope::state::{KeptView, State, link};
use sahelscope::style::Theme;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

/// August to October 2022 by week, with stops for withdrawals.
fn film(size_px: [u32; 2]) -> Film {
    let atlas = data::shipped().expect("the shipped data");
    let view = KeptView::of(&State::new(atlas.coverage.from, atlas.coverage.to));
    let pace = Pace {
        from: date("2022-08-01"),
        to: date("2022-10-01"),
        step: Step::Days(7),
        ease: Ease::Even,
        fps: 5,
        hold_ticks: 3,
        hold_on: vec![Category::Withdrawal],
    };
    let shots = film::shots(&pace, &atlas, &view.hidden).expect("a film");
    let paper = Paper::of_pixels(size_px, Theme::Light);
    Film {
        camera: Camera::fit(&Camera::home_box(), paper.size_pt),
        atlas,
        view,
        paper,
        shots,
        fps: 5,
    }
}

fn make(film: &Film, path: &Path) -> Result<usize, FilmError> {
    let kind = Kind::of(path).expect("a kind of film");
    let mut seen = 0;
    let mut progress = |now: Progress| {
        assert_eq!((now.done, now.of), (seen + 1, film.shots.len()));
        seen = now.done;
    };
    let target = Target::open(path, kind)?;
    film::make(film, target, &AtomicBool::new(false), &mut progress)?;
    Ok(seen)
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let name = |e: std::io::Result<fs::DirEntry>| e.expect("an entry").file_name();
    let mut names: Vec<String> = entries
        .map(name)
        .map(|n| n.to_string_lossy().into())
        .collect();
    names.sort();
    names
}

#[test]
fn a_film_is_whole_and_the_same_every_time() {
    let room = tempfile::tempdir().expect("a folder");
    let film = film([320, 180]);
    let mut kinds = vec!["a.gif"];
    if cfg!(feature = "video") {
        kinds.push("a.mp4");
    }
    for name in kinds {
        let path = room.path().join(name);
        fs::write(&path, "old").expect("a file");
        let made = make(&film, &path).expect("a film");
        assert_eq!(made, film.shots.len());
        let first = fs::read(&path).expect("a film");
        make(&film, &path).expect("a film");
        assert_eq!(first, fs::read(&path).expect("a film"), "{name}");
    }
    let folder = room.path().join("frames");
    fs::create_dir(&folder).expect("a folder");
    make(&film, &folder).expect("a film");
    assert_eq!(names(&folder).len() as u64, film.ticks());
    assert!(names(room.path()).iter().all(|n| !n.starts_with('.')));
}

#[test]
fn a_film_opens_again_as_the_view_of_its_last_day() {
    let room = tempfile::tempdir().expect("a folder");
    let film = film([320, 180]);
    let first = KeptView::of(&State::new(date("2012-01-01"), date("2026-06-04")));
    let view_of = |path: &Path| {
        let found = carried::read_file(path).expect("a view");
        assert_eq!(found.data, film.atlas.data_version);
        let reading = link::read(&found.view, &first);
        assert_eq!(reading.faults, []);
        reading.view
    };
    let mut names = vec!["a.gif"];
    if cfg!(feature = "video") {
        names.push("a.mp4");
    }
    for name in names {
        let path = room.path().join(name);
        make(&film, &path).expect("a film");
        let view = view_of(&path);
        assert_eq!(view.day, date("2022-10-01"), "{name}");
        assert!(view.camera.is_some(), "{name}: where it looks");
    }
    make(&film, &room.path().join("frames/")).expect("frames");
    let frame = |name: &str| view_of(&room.path().join("frames").join(name)).day;
    assert_eq!(frame("frame-00001.png"), date("2022-08-01"));
    let last = self::names(&room.path().join("frames"))
        .pop()
        .expect("frames");
    assert_eq!(frame(&last), date("2022-10-01"));
}

#[test]
fn a_stopped_film_leaves_what_was_there() {
    let room = tempfile::tempdir().expect("a folder");
    let film = film([320, 180]);
    let path = room.path().join("a.gif");
    fs::write(&path, "old").expect("a file");
    let target = Target::open(&path, Kind::Gif).expect("a place");
    let cancel = AtomicBool::new(false);
    let mut after_two = |now: Progress| cancel.store(now.done == 2, Ordering::Relaxed);
    let stopped = film::make(&film, target, &cancel, &mut after_two);
    assert!(matches!(stopped, Err(FilmError::Cancelled)));
    assert_eq!(fs::read(&path).expect("the old one"), b"old");
    assert_eq!(names(room.path()), ["a.gif"]);
}

#[test]
fn places_that_cannot_be_written_are_refused_before_any_work() {
    let room = tempfile::tempdir().expect("a folder");
    let nowhere = room.path().join("no/such/folder/a.gif");
    let refused = Target::open(&nowhere, Kind::Gif).map(|_| ());
    assert!(matches!(refused, Err(FilmError::Write(..))));
    fs::write(room.path().join("letter.txt"), "mine").expect("a file");
    let refused = Target::open(room.path(), Kind::Folder).map(|_| ());
    assert!(refused.is_err_and(|e| e.to_string().contains("letter.txt")));
}

#[test]
fn sizes_that_no_player_takes_are_refused() {
    let room = tempfile::tempdir().expect("a folder");
    for (name, size_px) in [
        ("a.gif", [70_000, 10]),
        ("a.mp4", [4_000, 4_000]),
        ("a.mp4", [8, 8]),
        ("a.mp4", [321, 180]),
    ] {
        let made = make(&film(size_px), &room.path().join(name));
        assert!(made.is_err(), "{name} {size_px:?}");
    }
    assert!(names(room.path()).is_empty());
}

/// Every line of the legend stands at one place on all frames, and so does the date.
#[test]
fn nothing_around_the_map_jumps() {
    let film = film([1280, 720]);
    let mut legend = sahelscope::scene::film::FilmLegend::default();
    let mut drawer = film::Drawer::new(&film, legend.clone());
    for shot in &film.shots {
        legend.learn(&drawer.legend(shot));
    }
    let mut drawer = film::Drawer::new(&film, legend);
    let places = |picture: &Picture| -> Vec<(String, [f32; 2])> {
        let page = picture.layers.iter().filter(|l| l.name == "page");
        let texts = page
            .flat_map(|l| &l.items)
            .filter_map(|item| match &item.shape {
                Shape::Text(text) => Some((text.text.clone(), text.at)),
                Shape::Area(_) | Shape::Stroke(_) | Shape::Symbol(_) => None,
            });
        let is_label = |text: &str| text.chars().all(|c| c.is_alphabetic() || c == ' ');
        texts
            .filter(|(text, at)| is_label(text) && at[0] > 960.0 && at[1] > 108.0)
            .collect()
    };
    let first = places(&drawer.frame(&film.shots[0]));
    assert!(first.len() > 12, "{first:?}");
    for shot in &film.shots[1..] {
        let now = places(&drawer.frame(shot));
        for line in &first {
            assert!(now.contains(line), "{line:?} on {}", shot.date);
        }
    }
}

#[test]
fn the_seeds_of_the_fuzzer_are_films() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds/picture");
    let room = tempfile::tempdir().expect("a folder");
    let mut film = film([64, 36]);
    film.shots.truncate(2);
    let mut kinds = vec!["gif"];
    if cfg!(feature = "video") {
        kinds.push("mp4");
    }
    for kind in kinds {
        let path = room.path().join(format!("whole.{kind}"));
        make(&film, &path).expect("a film");
        let bytes = fs::read(&path).expect("the film");
        let half = bytes[..bytes.len() / 2].to_vec();
        for (name, bytes) in [("whole", bytes), ("cut", half)] {
            let seed = seeds.join(format!("{name}.{kind}"));
            if std::env::var_os("UPDATE_GOLDEN").is_some() {
                fs::write(&seed, &bytes).expect("writable");
            }
            let kept = carried::read(&fs::read(&seed).expect("a seed; UPDATE_GOLDEN=1 makes it"));
            let now = carried::read(&bytes);
            assert_eq!(
                kept.map(|c| c.view),
                now.map(|c| c.view),
                "{}",
                seed.display()
            );
        }
    }
}
