//! The page for browsers as the library makes it: whole, the same bytes every time, small, in both languages,
//! harmless whatever its facts say, and carrying its view.
//!
//! What a browser does with it is asked by `tests/smoke/page.sh`.

use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};
use sahelscope::calendar::{Date, PartialDate};
use sahelscope::data;
use sahelscope::export::carried;
use sahelscope::export::film::{self, Ease, Film, FilmError, Pace, Progress, Step};
use sahelscope::export::html;
use sahelscope::geo::Camera;
use sahelscope::lang::{Bilingual, Lang};
use sahelscope::model::Atlas;
use sahelscope::scene::Paper;
use sahelscope::state::{KeptView, Mode, State, link};
use sahelscope::style::Theme;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// All of the record by month may be so large at most, in bytes.
const MOST_BYTES: usize = 3_000_000;

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

fn film_of(atlas: Arc<Atlas>, [from, to]: [&str; 2], lang: Lang) -> Film {
    let first = KeptView::of(&State::new(atlas.coverage.from, atlas.coverage.to));
    let view = KeptView { lang, ..first };
    let pace = Pace {
        from: date(from),
        to: date(to),
        step: Step::Months(1),
        ease: Ease::Even,
        fps: html::FPS,
        hold_ticks: 0,
        hold_on: Vec::new(),
    };
    let shots = film::shots(&pace, &atlas, &view.hidden).expect("a film");
    let paper = Paper::of_pixels(html::SIZE_PX, Theme::Light);
    let camera = Camera::fit(&Camera::home_box(), html::map_size(&view, paper));
    let fps = html::FPS;
    Film {
        atlas,
        view,
        camera,
        paper,
        shots,
        fps,
    }
}

fn film(stretch: [&str; 2], lang: Lang) -> Film {
    film_of(data::shipped().expect("the shipped data"), stretch, lang)
}

fn made(film: &Film) -> String {
    let mut seen = 0;
    let mut progress = |now: Progress| {
        assert_eq!((now.done, now.of), (seen + 1, film.shots.len()));
        seen = now.done;
    };
    let bytes = html::make(film, &AtomicBool::new(false), &mut progress).expect("a page");
    assert_eq!(seen, film.shots.len());
    String::from_utf8(bytes).expect("UTF-8")
}

fn parsed(page: &str) -> Document<'_> {
    let options = ParsingOptions {
        allow_dtd: true,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(page, options).expect("well formed as XML, too")
}

fn by_id<'a, 'd>(page: &'a Document<'d>, id: &str) -> Node<'a, 'd> {
    let found = page.descendants().find(|n| n.attribute("id") == Some(id));
    found.unwrap_or_else(|| panic!("no element {id}"))
}

fn is_web(value: &str) -> bool {
    value.starts_with("http://") || value.starts_with("https://")
}

/// Nothing in a page may make a browser ask for anything by itself.
#[track_caller]
fn check_asks_for_nothing(page: &Document<'_>) {
    let fetching = [
        "src",
        "srcset",
        "data",
        "poster",
        "action",
        "formaction",
        "background",
        "style",
    ];
    for node in page.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        assert!(
            !["link", "img", "image", "iframe", "object", "embed"].contains(&name),
            "{name}"
        );
        for attribute in node.attributes() {
            let (key, value) = (attribute.name(), attribute.value());
            assert!(
                !fetching.contains(&key) && !key.starts_with("on"),
                "{name} {key}"
            );
            if key == "href" {
                let is_own = value.starts_with('#') && name == "use";
                assert!(is_own || (name == "a" && is_web(value)), "{name} {value}");
            }
        }
    }
    let policy = page.descendants().find(|n| n.has_attribute("http-equiv"));
    let policy = policy
        .and_then(|n| n.attribute("content"))
        .expect("a policy");
    assert!(policy.starts_with("default-src 'none'; script-src 'sha256-"));
    assert!(!policy.contains("unsafe") && !policy.contains("http"));
    let styles = page
        .descendants()
        .filter(|n| n.has_tag_name("style") || n.tag_name().name() == "style");
    for style in styles.filter_map(|n| n.text()) {
        let fetched = style.matches("url(").count();
        assert_eq!(fetched, style.matches("url(data:font/woff;base64,").count());
        assert!(!style.contains("@import"));
    }
}

#[test]
fn all_of_the_record_by_month_is_small_whole_and_the_same_every_time() {
    let film = film(["2012-01-01", "2026-06-04"], Lang::En);
    let page = made(&film);
    println!("{} days, {} bytes", film.shots.len(), page.len());
    assert!(page.len() < MOST_BYTES, "{}", page.len());
    assert!(page == made(&film), "same bytes");
    let document = parsed(&page);
    check_asks_for_nothing(&document);
    let data = by_id(&document, "data").text().expect("data");
    let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
    let days = film.shots.len();
    for key in ["days", "ticks", "told"] {
        assert_eq!(data[key].as_array().map(Vec::len), Some(days), "{key}");
    }
    for lang in ["en", "fr"] {
        for key in ["dates", "titles", "keys"] {
            assert_eq!(
                data[key][lang].as_array().map(Vec::len),
                Some(days),
                "{key} {lang}"
            );
        }
    }
}

/// Every drawing that a day shows is in the page, and so is every card and every outline that is pointed to.
#[test]
fn nothing_that_is_shown_is_missing() {
    let page = made(&film(["2022-01-01", "2023-12-01"], Lang::Fr));
    let document = parsed(&page);
    let data = by_id(&document, "data").text().expect("data");
    let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
    let layers = data["layers"].as_array().expect("layers");
    let elements = |node: Node<'_, '_>| node.children().filter(Node::is_element).count();
    let mut drawings = elements(by_id(&document, "pool"));
    for layer in layers {
        let name = layer["name"].as_str().expect("a name");
        drawings += elements(by_id(&document, &format!("layer-{name}")));
    }
    let mut shown = BTreeSet::new();
    for layer in layers {
        let versions = layer["versions"].as_array().expect("versions");
        for lang in ["en", "fr"] {
            let days = layer[lang].as_array().expect("days");
            assert!(
                days.iter()
                    .all(|v| v.as_u64().is_some_and(|v| (v as usize) < versions.len()))
            );
        }
        for run in versions
            .iter()
            .filter_map(|v| v.as_str())
            .flat_map(str::split_whitespace)
        {
            let (from, to) = run.split_once('-').unwrap_or((run, run));
            let ends = [from, to].map(|n| n.parse::<usize>().expect("a number"));
            shown.extend(ends[0]..=ends[1]);
        }
    }
    assert_eq!(
        shown,
        (0..drawings).collect(),
        "each drawing once, and none for nothing"
    );
    let ids: BTreeSet<&str> = document
        .descendants()
        .filter_map(|n| n.attribute("id"))
        .collect();
    for node in document.descendants() {
        for card in node
            .attribute("data-s")
            .into_iter()
            .flat_map(str::split_whitespace)
        {
            assert!(ids.contains(format!("c{card}").as_str()), "card {card}");
        }
        let outline = node
            .attributes()
            .find(|a| a.name() == "href" && a.value().starts_with('#'));
        assert!(
            outline.is_none_or(|a| ids.contains(&a.value()[1..])),
            "{outline:?}"
        );
    }
}

#[test]
fn both_languages_are_complete() {
    for lang in Lang::ALL {
        let page = made(&film(["2022-07-01", "2022-09-01"], lang));
        let document = parsed(&page);
        assert_eq!(document.root_element().attribute("lang"), Some(lang.id()));
        let mut pairs = 0;
        for node in document
            .descendants()
            .filter(|n| n.tag_name().name() == "span")
        {
            let Some("en") = node.attribute("lang") else {
                continue;
            };
            let other = node.next_sibling().and_then(|n| n.attribute("lang"));
            assert_eq!(other, Some("fr"), "{:?}", node.text());
            pairs += 1;
        }
        assert!(pairs > 100);
        for node in document
            .descendants()
            .filter(|n| n.has_attribute("data-en"))
        {
            let own = format!("data-{}", lang.id());
            assert_eq!(node.attribute("aria-label"), node.attribute(own.as_str()));
        }
        let count = |id: &str| {
            by_id(&document, id)
                .descendants()
                .filter(|n| n.tag_name().name() == "li")
                .count()
        };
        assert_eq!(count("legend-en"), count("legend-fr"));
    }
}

#[test]
fn sources_stand_in_the_page_as_links() {
    let atlas = data::shipped().expect("the shipped data");
    let page = made(&film(["2022-08-01", "2022-09-01"], Lang::En));
    let document = parsed(&page);
    let left = atlas
        .events
        .iter()
        .find(|e| e.date == PartialDate::Day(date("2022-08-15")));
    let event = left.expect("the last convoy leaves Gao");
    let titles = document
        .descendants()
        .filter(|n| n.tag_name().name() == "a");
    let linked: BTreeSet<&str> = titles.filter_map(|n| n.attribute("href")).collect();
    for url in event.sources.iter().filter_map(|s| s.url.as_deref()) {
        assert!(linked.contains(url), "{url}");
    }
}

#[test]
fn hostile_facts_stay_words() {
    let hostile =
        "</script><script>alert(1)</script>]]> \"'><img src=x onerror=alert(1)> {{style}} <!-- ";
    let mut atlas = data::load_dir(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))
        .expect("data");
    let both = || Bilingual {
        en: hostile.to_owned(),
        fr: format!("{hostile}\u{2028}"),
    };
    for event in &mut atlas.events {
        (event.title, event.summary) = (both(), both());
        for source in &mut event.sources {
            source.title = hostile.to_owned();
            source.publisher = hostile.to_owned();
            source.url = Some("javascript:alert(1)//https://".to_owned());
        }
    }
    for base in &mut atlas.bases {
        base.name = both();
    }
    let page = made(&film_of(
        Arc::new(atlas),
        ["2022-08-01", "2022-09-01"],
        Lang::Fr,
    ));
    let document = parsed(&page);
    check_asks_for_nothing(&document);
    let scripts = document
        .descendants()
        .filter(|n| n.tag_name().name() == "script");
    assert_eq!(scripts.count(), 2);
    assert_eq!(page.matches("</script>").count(), 2);
    assert_eq!(page.matches("<style>").count(), 1);
    assert!(!page.contains("<!-- ") && !page.contains("href=\"javascript"));
}

#[test]
fn a_page_opens_again() {
    let mut film = film(["2022-07-01", "2022-09-01"], Lang::Fr);
    film.view.day = date("2022-08-01");
    film.view.hidden.insert("layer:skies".to_owned());
    film.camera.zoom += 0.5;
    let carried = carried::read(made(&film).as_bytes()).expect("a page of ours");
    assert_eq!(carried.data, film.atlas.data_version);
    let first = KeptView::of(&State::new(
        film.atlas.coverage.from,
        film.atlas.coverage.to,
    ));
    let again = link::read(&carried.view, &first);
    assert_eq!(again.faults, []);
    let expected = KeptView {
        camera: Some(film.camera),
        ..film.view.clone()
    };
    assert!(again.view.looks_like(&expected), "{:?}", again.view);
    assert_eq!(again.view.lang, Lang::Fr);
}

#[test]
fn a_day_and_a_range_are_pages_as_well() {
    for mode in [
        Mode::Instant,
        Mode::Range {
            from: date("2022-01-01"),
        },
        Mode::Cumulative,
    ] {
        let mut film = film(["2022-08-01", "2022-08-01"], Lang::En);
        film.view.day = date("2022-08-15");
        film.view.mode = mode;
        film.shots = vec![html::still_shot(&film.view)];
        let page = made(&film);
        let document = parsed(&page);
        let shown = by_id(&document, "date")
            .text()
            .unwrap_or_default()
            .to_owned();
        assert!(shown.contains("15 August 2022"), "{mode:?}: {shown}");
        assert_eq!(
            shown.contains('–'),
            mode != Mode::Instant,
            "{mode:?}: {shown}"
        );
    }
}

#[test]
fn what_cannot_be_made_is_refused() {
    let mut film = film(["2022-07-01", "2022-09-01"], Lang::En);
    let cancel = AtomicBool::new(false);
    let mut after_one = |_: Progress| cancel.store(true, Ordering::Relaxed);
    let stopped = html::make(&film, &cancel, &mut after_one);
    assert!(matches!(stopped, Err(FilmError::Cancelled)));
    let refused = |film: &Film| html::make(film, &AtomicBool::new(false), &mut |_| {}).err();
    film.paper.size_pt = [1e9, 800.0];
    assert!(matches!(refused(&film), Some(FilmError::Pixels(_))));
    film.paper.size_pt = [f32::NAN, 800.0];
    assert!(refused(&film).is_some());
    film.paper.size_pt = [4.0, 3.0];
    film.shots.truncate(1);
    assert!(refused(&film).is_none(), "small, but a page");
    film.shots.clear();
    assert!(matches!(refused(&film), Some(FilmError::Empty)));
}
