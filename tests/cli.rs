//! The binary as scripts use it: results, exit codes, one clear line for every mistake, nothing
//! half-written.
//!
//! The window is tested elsewhere; no subcommand here needs a display.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sahelscope"))
        .args(args)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("the binary starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Wrong usage: exit 2, nothing on standard output, one line that says what was expected.
#[track_caller]
fn refuse(args: &[&str], expected: &str) {
    let out = run(args);
    let err = text(&out.stderr);
    assert_eq!(out.status.code(), Some(2), "{args:?}: {err}");
    assert!(out.stdout.is_empty(), "{args:?}");
    assert_eq!(err.trim_end().lines().count(), 1, "{args:?}: {err}");
    assert!(err.contains(expected), "{args:?}: {err}");
}

#[test]
fn sizes_have_names() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("square.png");
    let out = path.to_string_lossy().into_owned();
    let made = run(&[
        "render",
        "--date",
        "2022-08-15",
        "--preset",
        "square",
        "-o",
        &out,
    ]);
    assert!(made.status.success(), "{}", text(&made.stderr));
    let bytes = fs::read(&path).expect("the picture");
    let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
    assert_eq!((side(16), side(20)), (1080, 1080));
    let day = ["render", "--date", "2022-08-15", "-o", "a.png", "--preset"];
    refuse(&[&day[..], &["poster"]].concat(), "a3-portrait");
    refuse(&[&day[..], &["a4", "--size", "5x5"]].concat(), "--size");
    let film = [
        "animate",
        "--from",
        "2022-01-01",
        "--to",
        "2022-02-01",
        "-o",
        "a.gif",
    ];
    refuse(
        &[&film[..], &["--preset", "a4"]].concat(),
        "a film has pixels",
    );
}

#[test]
fn parts_of_a_picture_are_known_by_name() {
    let render = |option: &'static str, parts: &'static str| {
        [
            "render",
            "--date",
            "2022-08-15",
            option,
            parts,
            "-o",
            "a.svg",
        ]
    };
    refuse(&render("--without", "title,legends"), "legend");
    refuse(&render("--with", "grid"), "graticule");
    let help = text(&run(&["render", "--help"]).stdout);
    for word in ["--without", "--with", "graticule", "locator"] {
        assert!(help.contains(word), "{word} in {help}");
    }
}

#[test]
fn mistakes_are_answered_in_one_line() {
    refuse(&["state", "--date", "2022-02-31"], "28 days");
    refuse(&["state", "--date", "soon"], "2022-08-15");
    refuse(&["state"], "--date");
    refuse(
        &["state", "--date", "2022-08-15", "--format", "xml"],
        "json",
    );
    refuse(
        &[
            "render",
            "--date",
            "2022-08-15",
            "--size",
            "0x5",
            "-o",
            "a.png",
        ],
        "1920x1080",
    );
    refuse(
        &[
            "render",
            "--date",
            "2022-08-15",
            "--theme",
            "pink",
            "-o",
            "a.png",
        ],
        "light",
    );
    refuse(
        &[
            "render",
            "--date",
            "2022-08-15",
            "--lang",
            "de",
            "-o",
            "a.png",
        ],
        "en or fr",
    );
    let themes = [
        ("pink", "troops"),
        ("relations:USA", "FRA"),
        ("relations", "relations:FRA"),
    ];
    for (theme, expected) in themes {
        let args = [
            "render",
            "--date",
            "2022-08-15",
            "--countries",
            theme,
            "-o",
            "a.png",
        ];
        refuse(&args, expected);
    }
    refuse(
        &["render", "--date", "2022-08-15", "-o", "a.bmp"],
        ".png, .svg, .pdf or .html",
    );
    refuse(
        &[
            "render",
            "--date",
            "2022-08-15",
            "--bounds",
            "3,2,1,0",
            "-o",
            "a.png",
        ],
        "west,south",
    );
    refuse(
        &["diff", "--from", "2023-01-01", "--to", "2022-01-01"],
        "on or after",
    );
    refuse(&["events", "--actor", "NOBODY"], "code");
    refuse(&["events", "--category", "picnic"], "withdrawal");
    refuse(&["events", "--category", "coup,picnic"], "withdrawal");
    refuse(&["events", "--confidence", "maybe"], "disputed");
    refuse(&["events", "--area", "1,2;3,4"], "corners");
    refuse(&["events", "--view", "hello"], "view link");
    refuse(&["--frobnicate"], "--frobnicate");
    refuse(&["dance"], "dance");
    refuse(&["check"], "FILE");
}

#[test]
fn help_and_version_are_no_mistakes() {
    for args in [["--help"], ["--version"]] {
        let out = run(&args);
        assert!(out.status.success() && !out.stdout.is_empty());
    }
    let help = text(&run(&["--help"]).stdout);
    assert!(help.contains("render") && help.contains("Without a command the window opens"));
    assert!(help.contains("--view <LINK>") && help.contains("Ctrl+Shift+C"));
    assert!(!help.contains('\u{1b}'), "no colours into a pipe");
}

#[test]
fn state_is_the_same_every_time_and_reads_in_both_languages() {
    let json = |_| run(&["state", "--date", "2022-08-16", "--format", "json"]).stdout;
    assert_eq!(json(0), json(1));
    let value: serde_json::Value = serde_json::from_slice(&json(2)).expect("JSON");
    assert_eq!(value["date"], "2022-08-16");
    assert_eq!(value["trail_days"], 90);
    assert!(value["bases"][0]["name"].is_string());
    assert_eq!(value["countries"][0]["name"]["fr"], "Bénin");
    let french = text(&run(&["state", "--date", "2022-08-16", "--lang", "fr"]).stdout);
    assert!(french.starts_with("16 août 2022"), "{french}");
}

#[test]
fn diff_reads_like_a_briefing() {
    let out = run(&["diff", "--from", "2020-08-17", "--to", "2023-12-31"]);
    let brief = text(&out.stdout);
    for part in [
        "Bases handed over",
        "Skies closed",
        "Gao airport base, Mali: France, Takuba → Wagner (15 August 2022)",
        "ECOWAS, suspended: Mali (30 May 2021)",
        "UN, Mali: 12,231 → 0",
        "Events (",
    ] {
        assert!(brief.contains(part), "{part} in\n{brief}");
    }
}

#[test]
fn events_are_filtered_as_a_view_filters_them() {
    let lines = |args: &[&str]| text(&run(&[&["events"][..], args].concat()).stdout);
    let link =
        "sahelscope:1?category=withdrawal&country=MLI&sure=confirmed&area=12,-6;12,4;20,4;20,-6";
    let by_view = lines(&["--view", link]);
    let by_flags = lines(&[
        "--category",
        "withdrawal",
        "--country",
        "MLI",
        "--confidence",
        "confirmed",
        "--area",
        "12,-6;12,4;20,4;20,-6",
    ]);
    assert_eq!(by_view, by_flags);
    let rows = |text: &str| text.matches("\r\n").count();
    assert!(rows(&by_view) > 5);
    // Each option wins over the same part of the view, and leaves the others.
    let attacks = lines(&["--view", link, "--category", "attack"]);
    let both = lines(&["--view", link, "--category", "attack,withdrawal"]);
    assert_eq!(rows(&both), rows(&attacks) + rows(&by_view) - 1);
    let told = run(&["events", "--view", "sahelscope:1?actor=FRA,XYZ"]);
    assert!(told.status.success() && text(&told.stderr).contains("no code `XYZ`"));
    assert_eq!(text(&told.stdout), lines(&["--actor", "FRA"]));
}

#[test]
fn events_come_in_three_forms() {
    let args = [
        "events",
        "--actor",
        "FRA",
        "--from",
        "2022-01-01",
        "--to",
        "2022-12-31",
        "--format",
    ];
    let form = |form: &str| run(&[&args[..], &[form]].concat()).stdout;
    let json: serde_json::Value = serde_json::from_slice(&form("json")).expect("JSON");
    let geojson: serde_json::Value = serde_json::from_slice(&form("geojson")).expect("GeoJSON");
    let csv = text(&form("csv"));
    let count = json.as_array().map(Vec::len).expect("a list");
    assert!(count > 5);
    assert_eq!(geojson["features"].as_array().map(Vec::len), Some(count));
    assert!(csv.starts_with("id,date,end,category"));
    let by_word = text(&run(&["events", "--search", "menaka", "--format", "json"]).stdout);
    assert!(by_word.contains("Ménaka"));
    let by_mistake = text(&run(&["events", "--search", "menakka", "--format", "json"]).stdout);
    assert_eq!(
        by_mistake,
        text(&run(&["events", "--search", "Ménaka ", "--format", "json"]).stdout)
    );
    let phrase = text(&run(&["events", "--search", "\"last french troops\""]).stdout);
    assert_eq!(phrase.matches("\r\n").count(), 2, "a header and one event");
    let long = "x ".repeat(5_000);
    assert_eq!(
        text(&run(&["events", "--search", &long, "--format", "json"]).stdout).trim(),
        "[]"
    );
    let dates: Vec<&str> = by_word
        .lines()
        .filter(|line| line.starts_with("    \"date\""))
        .collect();
    assert!(dates.len() > 5 && dates.is_sorted(), "by date, not by rank");
}

#[test]
fn pictures_are_written_whole_and_always_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let draw = |name: &str| {
        let file = path(name);
        let file = file.to_str().expect("a plain name");
        let out = run(&[
            "render",
            "--date",
            "2023-08-10",
            "--size",
            "1600x900",
            "-o",
            file,
        ]);
        assert!(out.status.success(), "{}", text(&out.stderr));
        fs::read(path(name)).expect("the picture")
    };
    assert_eq!(draw("a.png"), draw("b.png"));
    assert_eq!(draw("a.svg"), draw("b.svg"));
    assert_eq!(&draw("a.png")[..4], b"\x89PNG");
    assert!(text(&draw("a.svg")).contains("data-subject=\"sky:ner-all-2023\""));
    assert_eq!(
        fs::read_dir(folder.path()).expect("the folder").count(),
        4,
        "nothing left over"
    );
}

/// Draws to an SVG of that name; gives it with what was said on standard error.
#[track_caller]
fn drawn(folder: &Path, name: &str, args: &[&str]) -> (String, String) {
    let file = folder.join(name);
    let file = file.to_str().expect("a plain name");
    let out = run(&[&["render", "--size", "900x600", "-o", file], args].concat());
    let err = text(&out.stderr);
    assert!(out.status.success(), "{args:?}: {err}");
    (fs::read_to_string(file).expect("the picture"), err)
}

const VIEW: &str = "sahelscope:1?day=2023-08-10&trail=30&at=15.5,3,5.2&fill=airspace\
    &hide=bloc:g5,layer:names&select=country:NER&lang=fr&look=dark";

#[test]
fn a_view_link_is_drawn_and_options_win_over_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let draw = |name: &str, args: &[&str]| drawn(folder.path(), name, args);
    let (picture, err) = draw("a.svg", &["--view", VIEW]);
    assert_eq!(err, "");
    assert!(picture.contains("10 août 2023"));
    let (day, _) = draw("b.svg", &["--view", VIEW, "--date", "2022-08-15"]);
    assert!(day.contains("15 août 2022"));
    let (english, _) = draw("c.svg", &["--view", VIEW, "--lang", "en"]);
    assert!(english.contains("10 August 2023"));
    for option in [
        ["--theme", "light"],
        ["--countries", "alliance"],
        ["--trail", "0"],
        ["--bounds", "-13,9,17,24"],
    ] {
        let (other, _) = draw("d.svg", &[&["--view", VIEW][..], &option].concat());
        assert!(other != picture, "{option:?} changes nothing");
    }
    let plain = "sahelscope:1?day=2023-08-10&trail=60&fill=alliance&lang=en&look=light";
    let (by_link, _) = draw("e.svg", &["--view", plain]);
    let (by_date, _) = draw("f.svg", &["--date", "2023-08-10"]);
    assert!(by_link == by_date, "the same view, the same bytes");
}

#[test]
fn a_damaged_view_link_opens_what_it_can_and_says_the_rest() {
    let folder = tempfile::tempdir().expect("a folder");
    for (link, lines) in [
        (
            "sahelscope:1?day=2023-08-10&trail=x&zzz=1",
            &["trail: expected", "`zzz` is not known"][..],
        ),
        ("sahelscope:2?day=2023-08-10", &["version `2`"]),
        ("sahelscope:1?day=2023-08-10&at=15.", &["found `15.`"]),
        (
            "sahelscope:1?trail=30",
            &["the last of the record is drawn: 2026-06-04"],
        ),
        (
            "sahelscope:1?day=2023-08-10&select=base:nowhere",
            &["the data hold no `base:nowhere`"],
        ),
    ] {
        let (_, err) = drawn(folder.path(), "a.svg", &["--view", link]);
        assert_eq!(err.lines().count(), lines.len(), "{link}: {err}");
        for (told, expected) in err.lines().zip(lines) {
            assert!(told.contains(expected), "{told}");
        }
    }
    let long = format!("{VIEW}&{}", "x=1&".repeat(25_000));
    let (_, err) = drawn(folder.path(), "a.svg", &["--view", &long]);
    assert!(err.lines().count() < 30, "{err}");
}

#[test]
fn a_view_link_that_gives_nothing_is_refused() {
    for link in ["", "hello", "sahelscope:1?", "sahelscope:1?day=soon"] {
        refuse(&["--view", link], "--view");
        refuse(&["render", "--view", link, "-o", "a.svg"], "--view");
    }
    refuse(&["render", "-o", "a.svg"], "--date");
}

#[cfg(unix)]
#[test]
fn a_view_link_of_bytes_that_are_no_text_is_survived() {
    use std::os::unix::ffi::OsStrExt;
    let link = std::ffi::OsStr::from_bytes(b"\xFF\xFEsahelscope\x80:1?day");
    let out = Command::new(env!("CARGO_BIN_EXE_sahelscope"))
        .args(["render", "-o", "a.svg", "--view"])
        .arg(link)
        .output()
        .expect("the binary starts");
    assert_eq!(out.status.code(), Some(2));
    assert_eq!(text(&out.stderr).lines().count(), 1);
}

#[test]
fn a_folder_that_is_not_there_leaves_no_file() {
    let out = run(&[
        "render",
        "--date",
        "2023-08-10",
        "--size",
        "80x45",
        "-o",
        "/nowhere/at/all.png",
    ]);
    assert_eq!(out.status.code(), Some(1));
    assert!(text(&out.stderr).contains("/nowhere/at/all.png"));
}

#[test]
fn absurd_sizes_give_a_tidy_picture() {
    let folder = tempfile::tempdir().expect("a folder");
    for size in ["1x1", "20000x50", "50x3000", "300x300"] {
        let file = folder.path().join(format!("{size}.png"));
        let file = file.to_str().expect("a plain name");
        let out = run(&["render", "--date", "2022-08-15", "--size", size, "-o", file]);
        assert!(out.status.success(), "{size}: {}", text(&out.stderr));
    }
}

/// A copy of the shipped data that a test may damage.
fn copied_data(into: &Path) -> PathBuf {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let to = into.join("data");
    fs::create_dir_all(to.join("basemap")).expect("a folder");
    for folder in ["", "basemap"] {
        for entry in fs::read_dir(from.join(folder)).expect("the data") {
            let path = entry.expect("an entry").path();
            if path.is_file() {
                let name = path.file_name().expect("a name");
                fs::copy(&path, to.join(folder).join(name)).expect("a copy");
            }
        }
    }
    to
}

fn damage(data: &Path, file: &str, old: &str, new: &str) {
    let path = data.join(file);
    let whole = fs::read_to_string(&path).expect("the file");
    assert!(whole.contains(old), "{old} in {file}");
    fs::write(&path, whole.replacen(old, new, 1)).expect("the file");
}

#[test]
fn another_folder_of_the_same_format_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = copied_data(folder.path());
    let data = data.to_str().expect("a plain name");
    let args = ["state", "--date", "2022-08-16", "--format", "json"];
    let own = run(&[&args[..], &["--data", data]].concat());
    assert!(own.status.success(), "{}", text(&own.stderr));
    assert_eq!(own.stdout, run(&args).stdout);
}

#[test]
fn a_damaged_folder_is_complained_about_with_file_line_and_record() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = copied_data(folder.path());
    fs::remove_file(data.join("fir.json")).expect("removed");
    damage(
        &data,
        "bases.geojson",
        "\"coordinates\": [20.8443, 13.847]",
        "\"coordinates\": [999, 5]",
    );
    damage(
        &data,
        "bases.geojson",
        "\"host\": \"CIV\"",
        "\"host\": \"ZZZ\"",
    );
    damage(
        &data,
        "bases.geojson",
        "\"operator\": \"WAGNER\"",
        "\"operator\": \"NOBODY\"",
    );
    damage(
        &data,
        "missions.json",
        "\"to\": \"2025-07-17\"",
        "\"to\": \"1999-01-01\"",
    );
    damage(
        &data,
        "troops.json",
        "\"troops\": 1400",
        "\"troops\": \"many\"",
    );
    fs::write(
        data.join("sanctions.json"),
        "{\"sahelscope\": \"sanctions/1\", ",
    )
    .expect("written");
    let name = data.to_str().expect("a plain name");
    let out = run(&["state", "--date", "2022-08-16", "--data", name]);
    let err = text(&out.stderr);
    assert_eq!(out.status.code(), Some(1));
    assert!(out.stdout.is_empty(), "nothing half-loaded");
    for part in [
        "fir.json: refused: file: expected a readable file",
        "(999, 5)",
        "`ZZZ`",
        "`NOBODY`",
        "found `1999-01-01`",
        "string \"many\"",
        "sanctions.json:1:",
    ] {
        assert!(err.contains(part), "{part} in\n{err}");
    }
    let located = err.lines().filter(|l| l.contains("bases.geojson:")).count();
    assert!(located >= 2, "{err}");
}

#[test]
fn check_judges_our_files_and_any_geojson() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    for file in [
        "events.geojson",
        "bases.geojson",
        "alliances.json",
        "codes.json",
        "atlas.json",
    ] {
        let path = data.join(file);
        let out = run(&["check", path.to_str().expect("a plain name")]);
        assert!(out.status.success(), "{}", text(&out.stdout));
        assert!(text(&out.stdout).contains("good: 0 refused"));
    }
    let folder = tempfile::tempdir().expect("a folder");
    let bad = folder.path().join("bad.geojson");
    fs::write(&bad, "{\"type\":\"Point\",\n\"coordinates\":[999,5]}").expect("written");
    let out = run(&[
        "check",
        bad.to_str().expect("a plain name"),
        "--format",
        "json",
    ]);
    assert_eq!(out.status.code(), Some(1));
    let value: serde_json::Value = serde_json::from_slice(&out.stdout).expect("JSON");
    assert_eq!(value[0]["refused"], 1);
    assert_eq!(value[0]["complaints"][0]["severity"], "refused");
}

#[test]
fn check_survives_anything() {
    let folder = tempfile::tempdir().expect("a folder");
    let deep = "[".repeat(200_000);
    let nested = format!("{{\"type\":\"GeometryCollection\",\"geometries\":{deep}");
    for (name, bytes) in [
        ("empty", &b""[..]),
        ("binary", &[0xFF, 0xFE, 0, 1, 2][..]),
        ("deep", deep.as_bytes()),
        ("nested", nested.as_bytes()),
        (
            "nan",
            &b"{\"type\":\"Point\",\"coordinates\":[NaN,1e999]}"[..],
        ),
        ("null", &b"null"[..]),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("written");
        let out = run(&["check", path.to_str().expect("a plain name")]);
        assert_eq!(out.status.code(), Some(1), "{name}: {}", text(&out.stderr));
        assert!(text(&out.stdout).contains("refused"), "{name}");
    }
    let out = run(&["check", "/no/such/file"]);
    assert_eq!(out.status.code(), Some(1));
}
