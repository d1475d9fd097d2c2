//! Pictures as scripts make them: every form, sizes on paper, words and table beside them, the way back, and
//! refusals that leave nothing behind.
//!
//! What outside programs think of the files is `tests/smoke/pictures.sh`'s.

use sahelscope::export::carried;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const LINK: &str = "sahelscope:1?day=2022-08-15&trail=30&at=16.27,-0.04,5.6&fill=airspace\
                    &hide=layer:names&select=base:gao-airport-base&lang=fr&look=dark";

fn render(args: &[&str], output: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sahelscope"))
        .arg("render")
        .args(args)
        .arg("-o")
        .arg(output)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("the binary starts")
}

#[track_caller]
fn rendered(args: &[&str], output: &Path) -> Vec<u8> {
    let out = render(args, output);
    let err = String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success() && err.is_empty(), "{args:?}: {err}");
    fs::read(output).expect("the picture")
}

/// One line on standard error, that exit code, and nothing new in the folder.
#[track_caller]
fn refused(args: &[&str], output: &Path, code: i32, expected: &str) {
    let folder = output.parent().expect("a folder");
    let before = listed(folder);
    let out = render(args, output);
    let err = String::from_utf8_lossy(&out.stderr);
    assert_eq!(out.status.code(), Some(code), "{args:?}: {err}");
    assert_eq!(err.trim_end().lines().count(), 1, "{err}");
    assert!(err.contains(expected), "{args:?}: {err}");
    assert_eq!(listed(folder), before);
}

fn listed(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.sort();
    paths
}

#[test]
fn every_form_carries_the_view_and_is_the_same_twice() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["a.png", "a.svg", "a.pdf"] {
        let path = folder.path().join(name);
        let args = ["--view", LINK, "--size", "640x400"];
        let first = rendered(&args, &path);
        assert_eq!(first, rendered(&args, &path), "{name}: same bytes");
        let found = carried::read(&first).expect("it opens again");
        assert_eq!(found.view, LINK, "{name}");
        let version = sahelscope::data::shipped()
            .expect("the shipped data")
            .data_version
            .clone();
        assert_eq!(found.data, version, "{name}");
    }
    assert_eq!(listed(folder.path()).len(), 3, "nothing else is left");
}

#[test]
fn a_picture_of_a_picture_is_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.svg");
    let size = ["--size", "800x500"];
    let first = rendered(
        &[&["--date", "2022-08-15", "--theme", "print"][..], &size].concat(),
        &path,
    );
    let link = carried::read(&first).expect("it opens again").view;
    let second = rendered(&[&["--view", &link][..], &size].concat(), &path);
    assert_eq!(carried::read(&second).map(|c| c.view), Ok(link.clone()));
    let third = rendered(&[&["--view", &link][..], &size].concat(), &path);
    assert_eq!(second, third);
}

#[test]
fn paper_has_its_size() {
    let folder = tempfile::tempdir().expect("a folder");
    let day = ["--date", "2022-08-15"];
    let with = |more: &[&'static str]| [&day[..], more].concat();
    let png = rendered(
        &with(&["--size", "180x120mm", "--dpi", "100"]),
        &folder.path().join("a.png"),
    );
    let px = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
    assert_eq!((px(16), px(20)), (709, 472));
    let svg = rendered(
        &with(&["--size", "180x120mm"]),
        &folder.path().join("a.svg"),
    );
    let svg = String::from_utf8(svg).expect("text");
    assert!(svg.contains("width=\"180mm\" height=\"120mm\""));
    let pdf = rendered(&with(&["--page", "a4"]), &folder.path().join("a.pdf"));
    let has = |what: &[u8]| pdf.windows(what.len()).any(|w| w == what);
    assert!(has(b"/MediaBox [0 0 841.89 595.28]"));
}

#[test]
fn letters_become_outlines_when_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.svg");
    let text = String::from_utf8(rendered(&["--date", "2022-08-15"], &path)).expect("text");
    let paths = rendered(&["--date", "2022-08-15", "--text", "paths"], &path);
    let paths = String::from_utf8(paths).expect("text");
    assert!(text.contains("<text") && text.contains("'Noto Sans'"));
    assert!(!paths.contains("<text") && paths.contains("aria-label=\"Gao\""));
    assert!(paths.len() < 2_000_000, "{}", paths.len());
    let png = folder.path().join("a.png");
    refused(
        &["--date", "2022-08-15", "--text", "paths"],
        &png,
        2,
        "for SVG",
    );
}

#[test]
fn words_and_table_stand_beside_the_picture() {
    let folder = tempfile::tempdir().expect("a folder");
    let (alt, table) = (folder.path().join("a.txt"), folder.path().join("a.csv"));
    let [alt_name, table_name] = [&alt, &table].map(|p| p.to_str().expect("plain"));
    let args = [
        "--date",
        "2022-08-15",
        "--alt",
        alt_name,
        "--table",
        table_name,
    ];
    rendered(&args, &folder.path().join("a.png"));
    let words = fs::read_to_string(&alt).expect("the words");
    assert!(
        words.contains("Map of the Sahel, 15 August 2022"),
        "{words}"
    );
    assert!(words.contains("Carte du Sahel, 15 août 2022"), "{words}");
    let rows = fs::read_to_string(&table).expect("the table");
    assert!(rows.starts_with("kind,id,name_en,name_fr"), "{rows}");
    assert!(rows.contains("\r\ncountry,MLI,Mali,Mali,"), "{rows}");
}

#[test]
fn what_cannot_be_done_is_refused_before_the_work() {
    let folder = tempfile::tempdir().expect("a folder");
    let png = folder.path().join("a.png");
    let day = |more: &[&'static str]| [&["--date", "2022-08-15"][..], more].concat();
    for size in ["0x100", "200000x100", "100x200000", "0x10mm", "99999x10mm"] {
        refused(&day(&["--size", size]), &png, 2, "180x120mm");
    }
    refused(
        &day(&["--size", "5000x5000mm", "--dpi", "1200"]),
        &png,
        2,
        "20000 pixels",
    );
    refused(&day(&["--size", "20000x20000"]), &png, 2, "200000000");
    fs::write(&png, "old").expect("writable");
    let nowhere = folder.path().join("no").join("a.pdf");
    refused(&day(&[]), &nowhere, 1, "cannot write");
    let same = png.to_str().expect("plain");
    let out = render(&["--date", "2022-08-15", "--alt", same], &png);
    assert_eq!(out.status.code(), Some(2));
    let alt = folder.path().join("no").join("a.txt");
    let alt = alt.to_str().expect("plain");
    let out = render(&["--date", "2022-08-15", "--alt", alt], &png);
    assert_eq!(out.status.code(), Some(1));
    assert_eq!(fs::read(&png).expect("there"), b"old", "the old file stays");
    assert_eq!(listed(folder.path()), [png]);
}

/// What `sahelscope FILE` says; these never open a window.
fn opened(path: &Path) -> (Option<i32>, String) {
    let out = Command::new(env!("CARGO_BIN_EXE_sahelscope"))
        .arg(path)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("the binary starts");
    (
        out.status.code(),
        String::from_utf8_lossy(&out.stderr).into_owned(),
    )
}

#[test]
fn two_days_are_drawn_beside_each_other_and_open_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let args = [
        "--compare",
        "2022-08-15",
        "--date",
        "2023-08-10",
        "--size",
        "960x540",
    ];
    for name in ["a.png", "a.svg", "a.pdf"] {
        let path = folder.path().join(name);
        let first = rendered(&args, &path);
        let view = carried::read(&first).expect("a view").view;
        for part in ["day=2023-08-10", "compare=2022-08-15"] {
            assert!(view.contains(part), "{view}");
        }
        let again = rendered(&["--view", &view, "--size", "960x540"], &path);
        assert!(first == again, "{name}");
    }
    let svg = fs::read_to_string(folder.path().join("a.svg")).expect("the picture");
    for what in [
        ">15 August 2022<",
        ">10 August 2023<",
        ">What changed<",
        "id=\"bases\"",
        "id=\"bases-b\"",
    ] {
        assert!(svg.contains(what), "{what}");
    }
    let alt = folder.path().join("a.txt");
    let with_words = [&args[..], &["--alt", alt.to_str().expect("a name")]].concat();
    rendered(&with_words, &folder.path().join("a.png"));
    let words = fs::read_to_string(&alt).expect("the words");
    assert!(
        words.contains("From 15 August 2022 to 10 August 2023"),
        "{words}"
    );
    let path = folder.path().join("b.png");
    refused(
        &["--compare", "soon", "--date", "2023-08-10"],
        &path,
        2,
        "2022-08-15",
    );
    refused(&["--compare", "2022-08-15"], &path, 2, "--date");
}

fn series(args: &[&str], output: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sahelscope"));
    let all = ["series", "--each", "month", "--from", "2012-01-01"];
    command.args(all).args(args).arg("-o").arg(output);
    command
}

#[test]
fn a_series_is_one_document_when_its_name_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.pdf");
    let short = ["--to", "2012-03-31", "--lang", "fr"];
    let out = series(&short, &path).output().expect("the binary starts");
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    let bytes = fs::read(&path).expect("the document");
    let holds = |what: &str| bytes.windows(what.len()).any(|w| w == what.as_bytes());
    for what in [
        "/Count 3",
        "/Outlines",
        "mois par mois",
        "/Title (mars 2012)",
        "841.89",
    ] {
        assert!(holds(what), "{what}");
    }
    let view = carried::read(&bytes).expect("a view").view;
    assert!(view.contains("day=2012-01-01"), "{view}");
    let out = series(&["--to", "2012-03-31", "--as", "png"], &path)
        .output()
        .expect("the binary starts");
    assert_eq!(out.status.code(), Some(2));
    let nowhere = folder.path().join("no").join("a.pdf");
    let out = series(&short, &nowhere)
        .output()
        .expect("the binary starts");
    let err = String::from_utf8_lossy(&out.stderr);
    assert_eq!(
        (out.status.code(), err.lines().count()),
        (Some(1), 1),
        "{err}"
    );
    assert!(err.contains("the folder is not there"), "{err}");
    assert!(fs::read(&path).expect("still there") == bytes);
    assert_eq!(listed(folder.path()), [path]);
}

#[cfg(unix)]
#[test]
fn a_document_that_is_stopped_leaves_the_old_one_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.pdf");
    fs::write(&path, "old").expect("writable");
    let mut child = series(&["--to", "2026-06-04"], &path)
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the binary starts");
    while listed(folder.path()).len() < 2 {
        assert!(child.try_wait().expect("a child").is_none(), "it is done");
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let id = child.id().to_string();
    let sent = Command::new("kill").args(["-INT", &id]).status();
    assert!(sent.is_ok_and(|s| s.success()));
    let out = child.wait_with_output().expect("a child");
    let err = String::from_utf8_lossy(&out.stderr);
    assert_eq!(out.status.code(), Some(1), "{err}");
    assert!(err.contains("stopped; nothing was written"), "{err}");
    assert_eq!(fs::read(&path).expect("still there"), b"old");
    assert_eq!(listed(folder.path()), [path]);
}

#[test]
fn a_file_without_a_view_is_refused_with_a_reason() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.svg");
    for (bytes, reason) in [
        (
            &b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"[..],
            "carries no view",
        ),
        (b"<svg xmlns=\"http://www.w3.org/2000/svg\">", "damaged"),
        (b"GIF89a", "damaged"),
        (b"hello", "no PNG, SVG, PDF, GIF, MP4 or HTML"),
        (b"", "no PNG, SVG, PDF, GIF, MP4 or HTML"),
    ] {
        fs::write(&path, bytes).expect("writable");
        let (code, said) = opened(&path);
        assert_eq!(
            (code, said.trim_end().lines().count()),
            (Some(1), 1),
            "{said}"
        );
        assert!(said.contains("a.svg") && said.contains(reason), "{said}");
    }
    let (code, said) = opened(folder.path());
    assert_eq!(code, Some(1), "{said}");
    let (code, said) = opened(&folder.path().join("missing.png"));
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("missing.png"), "{said}");
}

#[test]
fn the_seeds_of_the_fuzzer_are_what_is_written() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds/picture");
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["whole.png", "whole.svg", "whole.pdf"] {
        let args = [
            "--view",
            LINK,
            "--size",
            "64x40",
            "--without",
            "title,text,legend,scale,sources,credit,locator,names,bases,movements,events,skies",
        ];
        let bytes = rendered(&args, &folder.path().join(name));
        let cut = format!("cut.{}", &name["whole.".len()..]);
        let half = bytes[..bytes.len() / 2].to_vec();
        for (name, bytes) in [(name.to_owned(), bytes), (cut, half)] {
            let seed = seeds.join(name);
            if std::env::var_os("UPDATE_GOLDEN").is_some() {
                fs::create_dir_all(&seeds).expect("writable");
                fs::write(&seed, &bytes).expect("writable");
            }
            let kept = carried::read(&fs::read(&seed).expect("a seed; UPDATE_GOLDEN=1 makes it"));
            // Looks change and links last: only what is carried has to agree.
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
