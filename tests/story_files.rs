//! Stories as files: handout, page and slides of every story that ships, the same twice; what is missing is told and
//! left out, what is damaged is refused, and nothing half-written stays.
//!
//! What outside programs think of the files is `tests/smoke/story.sh`'s; whether stories are true is `tests/stories.rs`'.

use sahelscope::export::story::{slides, sources};
use sahelscope::geo::{Camera, Viewport};
use sahelscope::lang::Lang;
use sahelscope::scene::handout::{self, Look, Sheet};
use sahelscope::scene::item::{Picture, Pt, Rect, Shape};
use sahelscope::scene::{Composer, metrics, slide};
use sahelscope::state::{KeptView, State};
use sahelscope::story::{built_in, file};
use sahelscope::style::Theme;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn story(args: &[&str], output: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sahelscope"))
        .arg("story")
        .args(args)
        .arg("-o")
        .arg(output)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("the binary starts")
}

/// It is made, with these words on standard error.
#[track_caller]
fn made(args: &[&str], output: &Path, told: &[&str]) {
    let out = story(args, output);
    let err = String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success(), "{args:?}: {err}");
    assert_eq!(err.lines().count(), told.len(), "{args:?}: {err}");
    for words in told {
        assert!(err.contains(words), "{words}: {err}");
    }
}

/// It is refused with that exit code and these words, and nothing new stands in the folder.
#[track_caller]
fn refused(args: &[&str], output: &Path, code: i32, told: &str) {
    let folder = output.parent().expect("a folder");
    let before = listed(folder);
    let out = story(args, output);
    let err = String::from_utf8_lossy(&out.stderr);
    assert_eq!(out.status.code(), Some(code), "{args:?}: {err}");
    assert!(err.contains(told), "{told}: {err}");
    assert_eq!(listed(folder), before);
}

fn listed(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.sort();
    paths
}

#[test]
fn every_story_becomes_a_handout_and_a_page_the_same_twice() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    for built_in in built_in::ALL {
        for name in ["a.pdf", "a.html"] {
            let read = |output: &Path| {
                made(&[built_in.id, "--lang", "fr"], output, &[]);
                fs::read(output).expect("a file")
            };
            let first = read(&at(name));
            if built_in.id == "closed-skies" {
                assert!(first == read(&at(&format!("again-{name}"))), "{name}");
            }
            assert!(
                first.len() < 4 << 20,
                "{} {name}: {}",
                built_in.id,
                first.len()
            );
        }
        let page = fs::read_to_string(at("a.html")).expect("a page");
        let steps = built_in.story().steps;
        assert_eq!(page.matches("<section class=\"step\"").count(), steps.len());
        for reaches_out in ["src=\"http", "url(http", "@import", "<link", "<iframe"] {
            assert!(
                !page.contains(reaches_out),
                "{}: {reaches_out}",
                built_in.id
            );
        }
        let pdf = fs::read(at("a.pdf")).expect("a document");
        let kids = pdf.windows(11).filter(|w| w == b"/Type /Page");
        assert!(kids.count() > steps.len(), "{}", built_in.id);
    }
}

#[test]
fn slides_are_named_in_their_order_and_come_with_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = folder.path().join("slides/");
    let args = ["un-leaves-mali", "--size", "400x300", "--alt"];
    made(&args, &output, &[]);
    let steps = built_in::BuiltIn::of_id("un-leaves-mali")
        .expect("it ships")
        .story()
        .steps
        .len();
    let first = listed(&output);
    assert_eq!(first.len(), 2 * steps);
    let name = first[0]
        .file_name()
        .map(|n| n.to_string_lossy().into_owned());
    assert!(name.is_some_and(|n| n.starts_with("01-")), "{first:?}");
    let before: Vec<_> = first
        .iter()
        .map(|path| fs::read(path).expect("a slide"))
        .collect();
    made(&args, &output, &[]);
    let after: Vec<_> = listed(&output)
        .iter()
        .map(|path| fs::read(path).expect("a slide"))
        .collect();
    assert!(before == after);
    fs::write(output.join("mine.txt"), "x").expect("writable");
    refused(&args, &output, 1, "mine.txt");
}

const SHORT: &str = r#"
sahelscope-story = 1
[title]
en = "A story"
fr = "Un récit"
[[step]]
day = "2023-10-31"
play = { from = "2023-10-20", seconds = 5.0 }
frame = [-5.5, 15.5, 5.5, 21.0]
view = { fill = "none", colour = "red", select = "base:none-such" }
highlight = ["event:2023-10-31-minusma-kidal", "event:none-such"]
facts = ["base:none-such"]
[step.title]
en = "Kidal"
fr = "Kidal"
[step.picture]
file = "camp.png"
alt = { en = "A camp", fr = "Un camp" }
credit = "Nobody"
"#;

#[test]
fn what_is_missing_is_told_and_the_rest_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.toml");
    fs::write(&file, SHORT).expect("writable");
    let told = [
        "step[0].highlight[1]: the facts hold no event:none-such",
        "step[0].facts[0]: the facts hold no base:none-such",
        "step[0].view:",
        "step[0].view.select",
        "step[0].picture.file: camp.png",
    ];
    let named = file.display().to_string();
    for name in ["a.pdf", "a.html", "slides/"] {
        made(&[&named], &folder.path().join(name), &told);
    }
}

#[test]
fn pictures_are_taken_from_beside_the_story() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.toml");
    let whole = SHORT.replace(", colour = \"red\", select = \"base:none-such\"", "");
    let whole = whole
        .replace(", \"event:none-such\"", "")
        .replace("base:none-such", "base:gao-airport-base");
    fs::write(&file, whole).expect("writable");
    let named = file.display().to_string();
    let size = |name: &str| fs::metadata(folder.path().join(name)).map_or(0, |about| about.len());
    made(&[&named], &folder.path().join("bare.pdf"), &["camp.png"]);
    let red = Picture {
        size_pt: [40.0, 30.0],
        background: sahelscope::style::Color::rgb(0xD0_20_20),
        layers: Vec::new(),
        title: String::new(),
        description: String::new(),
        lang: "en",
    };
    let png = sahelscope::export::png::png(&red, 1.0, None, &[]).expect("small");
    fs::write(folder.path().join("camp.png"), &png).expect("writable");
    made(&[&named], &folder.path().join("with.pdf"), &[]);
    assert!(size("with.pdf") > size("bare.pdf"));
    made(&[&named], &folder.path().join("with.html"), &[]);
    let page = fs::read_to_string(folder.path().join("with.html")).expect("a page");
    assert!(page.contains("data:image/png;base64,") && page.contains("A camp"));
    let slides = folder.path().join("slides/");
    made(&[&named, "--size", "960x540"], &slides, &[]);
    let slide = fs::read(&listed(&slides)[0]).expect("a slide");
    let mut reader = png::Decoder::new(std::io::Cursor::new(slide))
        .read_info()
        .expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("small")];
    reader.next_frame(&mut pixels).expect("a frame");
    let red = pixels
        .chunks_exact(3)
        .filter(|p| *p == [0xD0, 0x20, 0x20])
        .count();
    assert!(red > 5_000, "{red} pixels of the picture");
    #[cfg(unix)]
    {
        let away = tempfile::tempdir().expect("a folder");
        fs::write(away.path().join("x.png"), png).expect("writable");
        fs::remove_file(folder.path().join("camp.png")).expect("there");
        let link = folder.path().join("camp.png");
        std::os::unix::fs::symlink(away.path().join("x.png"), link).expect("a link");
        made(
            &[&named],
            &folder.path().join("link.pdf"),
            &["found one elsewhere"],
        );
    }
}

#[test]
fn what_is_damaged_is_refused_with_its_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = folder.path().join("out").join("a.pdf");
    fs::create_dir(folder.path().join("out")).expect("a folder");
    let file = folder.path().join("a.toml");
    let named = file.display().to_string();
    let damaged = SHORT.replace("2023-10-31\"\nplay", "2023-13-31\"\nplay");
    fs::write(&file, damaged).expect("writable");
    refused(&[&named], &output, 1, "line 7, column 7: step[0].day");
    fs::write(&file, b"a = 1\n\xff").expect("writable");
    refused(&[&named], &output, 1, "line 2: expected text in UTF-8");
    let title = SHORT.split("[[step]]").next().unwrap_or_default();
    fs::write(&file, title).expect("writable");
    refused(&[&named], &output, 1, "at least one step");
    refused(&["no-such-story"], &output, 2, "un-leaves-mali");
    let out = output.with_file_name("a.docx");
    refused(&["closed-skies"], &out, 2, ".pdf or .html");
    refused(&["closed-skies", "--size", "10x10"], &output, 2, "--page");
    let nowhere = folder.path().join("out/none/a.pdf");
    refused(&["closed-skies"], &nowhere, 1, "cannot write");
}

fn texts(picture: &Picture, layer: &str) -> Vec<(Rect, String)> {
    let layers = picture.layers.iter().filter(|l| l.name == layer);
    let texts = layers
        .flat_map(|l| &l.items)
        .filter_map(|item| match &item.shape {
            Shape::Text(text) => {
                let width = metrics::width_pt(&text.text, text.face, text.size_pt);
                let [x, y] = text.at;
                let area = Rect::new(
                    [x, y - text.size_pt * 0.72],
                    [x + width, y + text.size_pt * 0.2],
                );
                Some((area, text.text.clone()))
            }
            Shape::Area(_) | Shape::Stroke(_) | Shape::Symbol(_) => None,
        });
    texts.collect()
}

/// No text off the page or on another.
#[track_caller]
fn apart(texts: &[(Rect, String)], page_pt: Pt, of: &str) {
    let page = Rect::new([0.0; 2], page_pt).expand(0.5);
    for (i, (area, text)) in texts.iter().enumerate() {
        assert!(
            page.contains(area.min) && page.contains(area.max),
            "{of}: {text}"
        );
        for (other, words) in &texts[i + 1..] {
            let shares = area.expand(-0.6).intersects(&other.expand(-0.6));
            assert!(!shares, "{of}: {text} / {words}");
        }
    }
}

fn first_view(lang: Lang, theme: Theme) -> (std::sync::Arc<sahelscope::model::Atlas>, KeptView) {
    let atlas = sahelscope::data::shipped().expect("the shipped data");
    let coverage = atlas.coverage;
    let view = KeptView::of(&State::new(coverage.from, coverage.to));
    (
        atlas,
        KeptView {
            lang,
            theme,
            ..view
        },
    )
}

#[test]
fn words_of_slides_keep_apart_and_whole() {
    for (lang, size_px) in [(Lang::En, [1920, 1080]), (Lang::Fr, [1024, 768])] {
        let (atlas, onto) = first_view(lang, Theme::Projector);
        let mut composer = Composer::default();
        for built_in in built_in::ALL {
            let story = built_in.story();
            for (at, step) in story.steps.iter().enumerate() {
                let of = format!("{} {} {lang:?}", built_in.id, at + 1);
                let (view, _) = slides::view(step, &onto);
                let said = slides::slide(&story, at, lang);
                let (size_pt, _) = slide::size_pt(size_px);
                let (made, camera) =
                    slides::compose(&mut composer, &atlas, (step, &said), &view, size_pt);
                let texts = texts(&made.picture, "slide");
                apart(&texts, size_pt, &of);
                let all: Vec<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
                let all = all.concat().replace(' ', "");
                let caption = said.caption.iter().flatten();
                let caption: String = caption
                    .map(|run| run.text.replace([' ', '\n'], ""))
                    .collect();
                assert!(all.contains(&caption), "{of}: {caption} in {all}");
                let viewport = Viewport { camera, size_pt };
                let frame = slides::frame(step);
                for corner in [frame.min, frame.max] {
                    let seen = viewport.page_from_map(corner);
                    let page = Rect::new([-1.0; 2], size_pt).expand(1.0);
                    assert!(page.contains(seen), "{of}: {seen:?}");
                }
            }
        }
    }
}

#[test]
fn sheets_hold_captions_notes_and_sources() {
    for (page_pt, lang) in [([714.0, 1010.0], Lang::Fr), ([1010.0, 714.0], Lang::En)] {
        let (atlas, _) = first_view(lang, Theme::Print);
        let look = Look {
            page_pt,
            theme: Theme::Print,
            lang,
        };
        let map = Picture {
            size_pt: handout::map_size(page_pt),
            background: Theme::Print.palette().map.sea,
            layers: Vec::new(),
            title: String::new(),
            description: String::new(),
            lang: lang.id(),
        };
        for built_in in built_in::ALL {
            let story = built_in.story();
            for (at, step) in story.steps.iter().enumerate() {
                let said = Sheet {
                    story: story.title.set(lang),
                    number: [at + 1, story.steps.len()],
                    date: step.day.to_string(),
                    title: step.title.set(lang),
                    caption: slides::paragraphs(step.caption.get(lang), lang),
                    notes: slides::paragraphs(step.notes.get(lang), lang),
                    sources: sources::lines(step, &atlas, lang),
                    credit: "Natural Earth".to_owned(),
                };
                let of = format!("{} {} {lang:?}", built_in.id, at + 1);
                assert!(!said.sources.is_empty() || step.facts.is_empty(), "{of}");
                let texts = texts(&handout::sheet(&said, &map, look), "sheet");
                apart(&texts, page_pt, &of);
                let all: String = texts
                    .iter()
                    .map(|(_, text)| text.replace(' ', ""))
                    .collect();
                let runs = said.caption.iter().chain(&said.notes).flatten();
                for run in runs {
                    let wanted = run.text.replace([' ', '\n'], "");
                    assert!(all.contains(&wanted), "{of}: {wanted}");
                }
            }
        }
    }
}

#[test]
fn absurd_slides_are_drawn() {
    let (atlas, onto) = first_view(Lang::En, Theme::Light);
    let text = SHORT.replace(
        "en = \"Kidal\"",
        &format!("en = \"{}\"", "Kidal ".repeat(300)),
    );
    let story = file::read(&text).expect("a story");
    let (view, _) = slides::view(&story.steps[0], &onto);
    let mut said = slides::slide(&story, 0, Lang::En);
    said.caption = slides::paragraphs(&"word ".repeat(2_000), Lang::En);
    for size_pt in [
        [1.0, 1.0],
        [20_000.0, 60.0],
        [170.0, 4_000.0],
        [300.0, 300.0],
        [f32::NAN, 9.0],
    ] {
        let shown = (&story.steps[0], &said);
        slides::compose(&mut Composer::default(), &atlas, shown, &view, size_pt);
    }
    let hidden = BTreeSet::new();
    let days = (None, view.day);
    let home = Camera::home_box();
    let camera = slide::camera(&said, &home, [0.0, f32::NAN], (Lang::En, &hidden), days);
    assert!(camera.zoom.is_finite());
}
