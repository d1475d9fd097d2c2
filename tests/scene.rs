//! The map as a display list: golden dumps, the same picture every time, and rules that every
//! picture keeps, whatever the day, the size and the language.
//!
//! `UPDATE_GOLDEN=1 cargo test --test scene` rewrites the golden files; read the diff.

use sahelscope::calendar::Date;
use sahelscope::export::svg::svg;
use sahelscope::geo::{Camera, Viewport};
use sahelscope::lang::Lang;
use sahelscope::model::{Atlas, World};
use sahelscope::scene::item::{Picture, Rect, Shape, Subject};
use sahelscope::scene::{Composer, Composition, Furniture, Pointed, View, dump, framing, page};
use sahelscope::style::{CountryTheme, OFF_AT_FIRST, Theme};
use std::fs;
use std::path::Path;
use std::sync::Arc;

fn atlas() -> Arc<Atlas> {
    sahelscope::data::shipped().unwrap_or_else(|e| panic!("{e}"))
}

struct Case {
    date: &'static str,
    lang: Lang,
    theme: Theme,
    page_pt: [f32; 2],
    zoom: f64,
}

const SLIDE: Case = Case {
    date: "2022-08-15",
    lang: Lang::En,
    theme: Theme::Light,
    page_pt: [1422.0, 800.0],
    zoom: 0.0,
};

fn compose(atlas: &Atlas, composer: &mut Composer, case: &Case) -> Composition {
    let date: Date = case.date.parse().expect("a date");
    let world = World::at(atlas, date, 60);
    let size_pt = page::map_size(case.page_pt);
    let mut camera = Camera::fit(&framing::day(atlas, &world), size_pt);
    camera.zoom += case.zoom;
    let view = View {
        atlas,
        world: &world,
        viewport: Viewport { camera, size_pt },
        lang: case.lang,
        theme: case.theme,
        countries: CountryTheme::Alliance,
        hidden: &OFF_AT_FIRST.map(str::to_owned).into(),
        quiz: None,
        selected: &Subject::None,
        filter: &sahelscope::model::filter::Filter::EVERYTHING,
        pointed: Pointed::NOTHING,
        furniture: Furniture::Page(case.page_pt),
    };
    composer.compose(&view)
}

#[track_caller]
fn check(case: &Case, golden: &str) {
    let picture = compose(&atlas(), &mut Composer::default(), case).picture;
    let found = dump::dump(&picture);
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(golden);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, &found).expect("the golden file");
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    for (n, (a, b)) in expected.lines().zip(found.lines()).enumerate() {
        assert_eq!(a, b, "{golden}, line {}", n + 1);
    }
    assert_eq!(expected.lines().count(), found.lines().count(), "{golden}");
}

#[test]
fn golden_the_last_convoy_leaves_gao() {
    check(&SLIDE, "2022-08-15-en.txt");
}

#[test]
fn golden_nigers_sky_is_closed_in_french_at_night() {
    let case = Case {
        date: "2023-08-10",
        lang: Lang::Fr,
        theme: Theme::Dark,
        ..SLIDE
    };
    check(&case, "2023-08-10-fr-dark.txt");
}

#[test]
fn golden_the_alliance_is_founded_on_an_upright_page() {
    let case = Case {
        date: "2023-09-16",
        page_pt: [595.0, 842.0],
        ..SLIDE
    };
    check(&case, "2023-09-16-portrait.txt");
}

#[test]
fn the_same_view_gives_the_same_bytes_even_from_a_used_composer() {
    let atlas = atlas();
    let mut used = Composer::default();
    for date in ["2013-01-15", "2023-09-16", "2022-08-15"] {
        compose(&atlas, &mut used, &Case { date, ..SLIDE });
    }
    let again = compose(&atlas, &mut used, &SLIDE);
    let fresh = compose(&atlas, &mut Composer::default(), &SLIDE);
    assert_eq!(svg(&again.picture), svg(&fresh.picture));
}

#[test]
fn unchanged_layers_are_kept_while_time_passes() {
    let atlas = atlas();
    let mut composer = Composer::default();
    let frame = Case {
        date: "2016-05-01",
        ..SLIDE
    };
    let before = compose(&atlas, &mut composer, &frame).picture;
    let next_day = Case {
        date: "2016-05-02",
        ..SLIDE
    };
    let after = compose(&atlas, &mut composer, &next_day).picture;
    let kept = |name: &str| {
        let find = |p: &Picture| {
            p.layers
                .iter()
                .find(|l| l.name == name)
                .cloned()
                .expect("a layer")
        };
        Arc::ptr_eq(&find(&before), &find(&after))
    };
    for name in ["countries", "water", "borders", "outlines", "hatching"] {
        assert!(kept(name), "{name} was made anew");
    }
}

#[test]
fn svg_puts_every_text_and_symbol_where_the_picture_has_it() {
    let picture = compose(&atlas(), &mut Composer::default(), &SLIDE).picture;
    let file = svg(&picture);
    let document = file.as_str();
    let two = |v: f32| {
        let text = format!("{v:.2}");
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    };
    let mut texts = 0;
    for item in picture.layers.iter().flat_map(|l| &l.items) {
        if let Shape::Text(text) = &item.shape {
            let start = format!("x=\"{}\" y=\"{}\"", two(text.at[0]), two(text.at[1]));
            assert!(document.contains(&start), "{} at {start}", text.text);
            texts += 1;
        }
    }
    assert!(texts > 100);
}

#[test]
fn bars_of_the_selected_country_are_drawn_on_demand_and_clear_of_names() {
    let atlas = atlas();
    let world = World::at(&atlas, "2022-08-15".parse().expect("a date"), 60);
    let size_pt = page::map_size(SLIDE.page_pt);
    let compose = |hidden: &[&str], selected: &Subject| {
        let view = View {
            atlas: &atlas,
            world: &world,
            viewport: Viewport {
                camera: Camera::fit(&framing::day(&atlas, &world), size_pt),
                size_pt,
            },
            lang: Lang::En,
            theme: Theme::Light,
            countries: CountryTheme::Troops,
            hidden: &hidden.iter().map(|key| (*key).to_owned()).collect(),
            quiz: None,
            selected,
            filter: &sahelscope::model::filter::Filter::EVERYTHING,
            pointed: Pointed::NOTHING,
            furniture: Furniture::Screen,
        };
        Composer::default().compose(&view).picture
    };
    let texts = |picture: &Picture, layer: &str| -> Vec<(String, [f32; 2])> {
        let layer = picture.layers.iter().find(|l| l.name == layer);
        let items = layer.iter().flat_map(|l| &l.items);
        items
            .filter_map(|item| match &item.shape {
                Shape::Text(text) => Some((text.text.clone(), text.at)),
                Shape::Area(_) | Shape::Stroke(_) | Shape::Symbol(_) => None,
            })
            .collect()
    };
    let off = ["troops:bars"];
    let none = compose(&off, &Subject::None);
    assert!(texts(&none, "figures").is_empty());
    let about = |picture: &Picture| {
        texts(picture, "names")
            .iter()
            .any(|(t, _)| t == "about 13,900")
    };
    assert!(about(&none), "the figure stands under the name");
    let mali = compose(&off, &Subject::Country("MLI".to_owned()));
    let panel = texts(&mali, "figures");
    let words: Vec<&str> = panel.iter().map(|(t, _)| t.as_str()).collect();
    let expected = [
        "Mali, about 13,900",
        "UN",
        "12,000",
        "Wagner",
        "1,000",
        "EU",
        "900",
    ];
    assert_eq!(words, expected);
    assert!(!about(&mali), "not said twice");
    let at: Vec<[f32; 2]> = panel.iter().map(|(_, at)| *at).collect();
    let body = Rect::of_points(&at).expect("a panel");
    let names = texts(&mali, "names");
    assert!(!names.iter().any(|(_, at)| body.contains(*at)));
    assert!(texts(&compose(&[], &Subject::None), "figures").len() > words.len());
}

#[test]
fn every_theme_of_countries_gives_a_picture_on_every_day() {
    let atlas = atlas();
    let mut composer = Composer::default();
    let parties = atlas.relation_parties();
    let with = parties.iter().map(|code| format!("relations:{code}"));
    let ids = ["alliance", "airspace", "troops", "none", "relations:ZZZ"].map(str::to_owned);
    let themes: Vec<String> = ids.into_iter().chain(with).collect();
    for date in [
        "1990-01-01",
        "2012-04-05",
        "2023-09-16",
        "2026-06-04",
        "2090-01-01",
    ] {
        let world = World::at(&atlas, date.parse().expect("a date"), 60);
        for id in &themes {
            let view = View {
                atlas: &atlas,
                world: &world,
                viewport: Viewport {
                    camera: Camera::fit(&Camera::home_box(), [700.0, 500.0]),
                    size_pt: [700.0, 500.0],
                },
                lang: Lang::Fr,
                theme: Theme::Print,
                countries: CountryTheme::from_id(id).expect("a theme"),
                hidden: &Default::default(),
                quiz: None,
                selected: &Subject::Country("NER".to_owned()),
                filter: &sahelscope::model::filter::Filter::EVERYTHING,
                pointed: Pointed::NOTHING,
                furniture: Furniture::Screen,
            };
            let composition = composer.compose(&view);
            let countries = composition
                .legend
                .sections
                .iter()
                .find(|s| s.id == "countries");
            assert_eq!(
                countries.is_none(),
                id == "airspace" || id == "none",
                "{id} {date}"
            );
            // Words that had to leave their place come to rest within a few pictures.
            let mut last = composition;
            for _ in 0..4 {
                last = if last.unsettled {
                    composer.compose(&view)
                } else {
                    last
                };
            }
            assert!(!last.unsettled, "{id} {date}");
            let again = composer.compose(&view).picture;
            assert!(*again == *last.picture, "{id} {date}");
        }
    }
}

#[test]
fn every_size_and_place_gives_a_picture() {
    let atlas = atlas();
    let mut composer = Composer::default();
    for page_pt in [
        [1.0, 1.0],
        [20_000.0, 50.0],
        [30.0, 4_000.0],
        [640.0, 360.0],
    ] {
        for zoom in [-20.0, 0.0, 22.0] {
            let case = Case {
                page_pt,
                zoom,
                ..SLIDE
            };
            let picture = compose(&atlas, &mut composer, &case).picture;
            assert_eq!(picture.size_pt, page_pt);
            assert!(svg(&picture).ends_with("</svg>\n"));
        }
    }
}
