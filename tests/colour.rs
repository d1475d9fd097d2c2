//! Can everybody read the map? Contrast of words and symbols, and the distance between the colours of
//! one set, in every theme, in normal sight, for people without one kind of cone, and in grey.
//!
//! Nothing here is a list of exceptions: where two colours are close, the test looks at what else
//! tells the two apart, as the program draws it. The maths is in `colour/maths.rs`.

#[path = "colour/carriers.rs"]
mod carriers;
#[path = "colour/design.rs"]
mod design;
#[path = "colour/maths.rs"]
mod maths;
#[path = "colour/published.rs"]
mod published;

use maths::{Sight, ciede2000, distance};
use sahelscope::calendar::Date;
use sahelscope::geo::{Camera, Viewport};
use sahelscope::lang::Lang;
use sahelscope::model::{Atlas, Category, World};
use sahelscope::scene::item::{Item, Picture, Shape, Subject};
use sahelscope::scene::signs::{category_color, category_glyph};
use sahelscope::scene::{Composer, Furniture, Pointed, View, page};
use sahelscope::style::{
    Bloc, Color, CountryTheme, Holder, Palette, SYMBOL_CONTRAST, TEXT_CONTRAST, Theme,
};
use std::collections::BTreeSet;

/// Colours nearer than this are not told apart at a glance in small symbols.
const APART: f64 = 10.0;
/// Bases nearer than this may stand side by side on the page.
const NEAR_KM: f64 = 20.0;
/// Two drawings must differ on this share of their box: three of the hundred pixels of the smallest
/// base.
const DRAWN_APART: f64 = 0.03;

fn atlas() -> std::sync::Arc<Atlas> {
    sahelscope::data::shipped().unwrap_or_else(|e| panic!("{e}"))
}

/// All pairs of a set, each once.
fn pairs<T: Copy>(set: &[T]) -> impl Iterator<Item = (T, T)> {
    let firsts = set.iter().enumerate();
    firsts.flat_map(|(i, a)| set[i + 1..].iter().map(move |b| (*a, *b)))
}

/// Fails with every fault at once.
#[track_caller]
fn none(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn the_measure_agrees_with_the_published_pairs() {
    for (n, (a, b, expected)) in published::PAIRS.into_iter().enumerate() {
        for (x, y) in [(a, b), (b, a)] {
            let found = ciede2000(x, y);
            let off = (found - expected).abs();
            assert!(off < 0.0001, "pair {}: {found:.5}, {expected}", n + 1);
        }
        assert_eq!(ciede2000(a, a), 0.0);
    }
    let (red, white) = (Color::rgb(0xFF_00_00), Color::rgb(0xFF_FF_FF));
    let published = [53.24, 80.09, 67.20];
    for (found, expected) in maths::seen(red, Sight::Normal).iter().zip(published) {
        assert!((found - expected).abs() < 0.01, "{found} {expected}");
    }
    for sight in Sight::ALL {
        let [l, a, b] = maths::seen(white, sight);
        assert!(
            (l - 100.0).abs() < 0.01 && a.abs() < 0.02 && b.abs() < 0.02,
            "{sight:?}: white stays white"
        );
    }
}

/// A ground that words may stand on, by name.
type Grounds = Vec<(&'static str, Color)>;

/// The fills of countries as `scene::layers::countries` mixes them: over `land`.
fn tints(p: &Palette, land: Color) -> Grounds {
    let (sky_all, sky_some) = (p.sky.all, p.sky.some);
    let focus = p.map.focus_land;
    vec![
        ("ECOWAS", Bloc::Ecowas.color(p).over(land, 0.24)),
        ("sky closed to all", sky_all.over(focus, 0.10)),
        ("sky closed to some", sky_some.over(focus, 0.06)),
        ("figure not known", p.map.unknown),
    ]
}

/// Ink of words on the map with every ground it may stand on.
fn map_words(p: &Palette) -> Vec<(&'static str, Color, Grounds)> {
    let m = &p.map;
    let water = [("sea", m.sea), ("lake", m.lake)];
    let bare = |extra: Grounds| -> Grounds {
        let land = [("land", m.land), ("focus land", m.focus_land)];
        [land.to_vec(), water.to_vec(), extra].concat()
    };
    let abroad = tints(p, m.land);
    let mut home = tints(p, m.focus_land);
    let ecowas = home[0].1;
    for (name, ground) in [("AES", m.focus_land), ("AES in ECOWAS", ecowas)] {
        home.push((name, Bloc::Aes.color(p).over(ground, 0.08)));
    }
    let everywhere = bare([abroad.clone(), home.clone()].concat());
    let halo = vec![("halo", m.halo), ("AES", home[4].1)];
    let skies: Grounds = home[1..3].to_vec();
    let story = |ink: Color| -> Grounds {
        let all = [halo.clone(), bare(skies.clone())].concat();
        all.into_iter().filter(|(_, g)| *g != ink).collect()
    };
    let rivers = bare([&home[..3], &abroad[..3]].concat());
    vec![
        ("country_label", m.country_label, bare(abroad)),
        ("focus_label", m.focus_label, bare(home)),
        ("place_label", m.place_label, everywhere),
        ("minor_label", m.minor_label, rivers.clone()),
        ("water_label", m.water_label, rivers),
        ("sky.all_text", p.sky.all_text, story(p.sky.all_text)),
        ("sky.some_text", p.sky.some_text, story(p.sky.some_text)),
    ]
}

/// Ink of words in the window with every ground it may stand on.
fn panel_words(p: &Palette) -> Vec<(&'static str, Color, Grounds)> {
    let ui = &p.ui;
    let grounds = vec![
        ("panel", ui.panel),
        ("sunk panel", ui.panel_sunk),
        ("chip", ui.chip),
        ("soft accent", ui.accent_soft),
    ];
    let inks = [
        ("text", ui.text),
        ("text_2", ui.text_2),
        ("text_3", ui.text_3),
        ("accent", ui.accent),
        ("error", ui.error),
        ("warn", ui.warn),
    ];
    let mut words = inks
        .map(|(name, ink)| (name, ink, grounds.clone()))
        .to_vec();
    words.push(("on_accent", ui.on_accent, vec![("accent", ui.accent)]));
    for (name, ink) in [
        ("sky.all_text", p.sky.all_text),
        ("sky.some_text", p.sky.some_text),
    ] {
        words.push((name, ink, vec![("panel", ui.panel)]));
    }
    words
}

#[test]
fn words_read_on_every_ground_they_may_stand_on() {
    let mut faults = Vec::new();
    for theme in Theme::ALL {
        let p = theme.palette();
        for (name, ink, grounds) in map_words(p).into_iter().chain(panel_words(p)) {
            for (on, ground) in grounds {
                let c = ink.contrast(ground);
                if c < TEXT_CONTRAST {
                    faults.push(format!("{}: {name} on {on}: {c:.2}", theme.id()));
                }
            }
        }
    }
    none(&faults);
}

#[test]
fn symbols_show_on_land_and_on_panels() {
    let mut faults = Vec::new();
    for theme in Theme::ALL {
        let p = theme.palette();
        let categories = Category::ALL.iter().map(|c| category_color(*c, p));
        let skies = [p.sky.all, p.sky.some, p.sky.open];
        let marks = [p.ui.selection, p.ui.focus_ring, p.ui.playhead, p.ui.warn];
        let inks = categories.chain(p.holders).chain(p.blocs);
        for ink in inks.chain(skies).chain(marks) {
            for ground in [p.map.land, p.map.focus_land, p.ui.panel] {
                let c = ink.contrast(ground);
                if c < SYMBOL_CONTRAST {
                    let on = ground.hex();
                    faults.push(format!("{}: {} on {on}: {c:.2}", theme.id(), ink.hex()));
                }
            }
        }
    }
    none(&faults);
}

/// Groups of holders that ever stood near each other on the same day.
fn neighbours(atlas: &Atlas) -> BTreeSet<(Holder, Holder)> {
    let stays: Vec<_> = atlas
        .bases
        .iter()
        .filter_map(|b| Some((b.position?, &b.periods)))
        .flat_map(|(at, periods)| periods.iter().map(move |t| (at, t)))
        .collect();
    let mut found = BTreeSet::new();
    for ((at, a), (there, b)) in pairs(&stays) {
        let ((from, to), (since, until)) = (a.span().day_numbers(), b.span().day_numbers());
        let (x, y) = (Holder::of_code(&a.operator), Holder::of_code(&b.operator));
        let same_day = from.max(since) <= to.min(until);
        if x != y && same_day && at.distance_km(there) <= NEAR_KM {
            found.insert((x.min(y), x.max(y)));
        }
    }
    found
}

/// Do the marks of two holders differ in every shape of base?
fn marks_differ(a: Holder, b: Holder) -> bool {
    let mut both = carriers::in_each_shape(a).zip(carriers::in_each_shape(b));
    both.all(|(x, y)| carriers::drawn_apart(x, y) >= DRAWN_APART)
}

#[test]
fn holders_who_stood_side_by_side_are_told_apart() {
    let near = neighbours(&atlas());
    assert!(near.len() > 20, "only {} pairs of neighbours", near.len());
    let mut faults = Vec::new();
    for theme in Theme::ALL {
        let p = theme.palette();
        for &(a, b) in &near {
            for sight in Sight::ALL {
                let d = distance(a.color(p), b.color(p), sight);
                let enough = match sight {
                    Sight::Normal => d >= APART,
                    Sight::Deuteranopia | Sight::Protanopia | Sight::Tritanopia => {
                        d >= APART || marks_differ(a, b)
                    }
                    Sight::Grey => marks_differ(a, b),
                };
                if !enough {
                    let theme = theme.id();
                    faults.push(format!("{theme}: {a:?} and {b:?}, {sight:?}: {d:.1}"));
                }
            }
        }
    }
    none(&faults);
}

/// Faults of a set whose members must be far apart, or else differ in their other carrier.
fn close<T: Copy + std::fmt::Debug>(
    theme: Theme,
    set: &[T],
    color: impl Fn(T) -> Color,
    differ: impl Fn(T, T) -> bool,
) -> Vec<String> {
    let mut faults = Vec::new();
    for (a, b) in pairs(set) {
        for sight in Sight::ALL {
            let d = distance(color(a), color(b), sight);
            if d < APART && (sight == Sight::Normal || !differ(a, b)) {
                let theme = theme.id();
                faults.push(format!("{theme}: {a:?} and {b:?}, {sight:?}: {d:.1}"));
            }
        }
    }
    faults
}

#[test]
fn close_colours_of_a_set_have_another_carrier() {
    let mut faults = Vec::new();
    for theme in Theme::ALL {
        let p = theme.palette();
        faults.extend(close(theme, &Holder::ALL, |h| h.color(p), marks_differ));
        faults.extend(close(
            theme,
            &Bloc::ALL,
            |b| b.color(p),
            carriers::lines_differ,
        ));
        let glyphs_differ = |a: Category, b: Category| {
            let bare = |c| carriers::bare(category_glyph(c));
            carriers::drawn_apart(bare(a), bare(b)) >= DRAWN_APART
        };
        let ink = |c: Category| category_color(c, p);
        faults.extend(close(theme, Category::ALL, ink, glyphs_differ));
        let skies = [p.sky.all, p.sky.some, p.sky.open];
        let hatches = carriers::sky_hatches();
        faults.extend(close(
            theme,
            &[0, 1, 2],
            |class: usize| skies[class],
            |a, b| carriers::hatches_differ(hatches[a], hatches[b]),
        ));
    }
    none(&faults);
}

#[test]
fn hatchings_of_countries_are_told_apart() {
    let mut faults = Vec::new();
    for theme in Theme::ALL {
        let p = theme.palette();
        let looks = carriers::country_hatches(p);
        let names = ["closed to all", "closed to some", "suspended", "leaving"];
        for (a, b) in pairs(&[0, 1, 2, 3]) {
            let differ = carriers::hatches_differ(Some(looks[a].0), Some(looks[b].0));
            for sight in Sight::ALL {
                let d = distance(looks[a].1, looks[b].1, sight);
                if d < APART && !differ {
                    let (a, b) = (names[a], names[b]);
                    faults.push(format!("{}: {a}, {b}, {sight:?}: {d:.1}", theme.id()));
                }
            }
        }
    }
    none(&faults);
}

/// Smallest distance of two colours of a set.
fn smallest(set: &[Color], sight: Sight) -> f64 {
    let distances = pairs(set).map(|(a, b)| distance(a, b, sight));
    distances.fold(f64::INFINITY, f64::min)
}

/// Smallest distance of two neighbours on a scale.
fn smallest_step(scale: &[Color], sight: Sight) -> f64 {
    let steps = scale.windows(2).map(|w| distance(w[0], w[1], sight));
    steps.fold(f64::INFINITY, f64::min)
}

/// A scale of one hue must grow steadily lighter or darker, even in grey.
fn steady(scale: &[Color]) -> bool {
    let steps = || {
        scale
            .windows(2)
            .map(|w| w[1].luminance() - w[0].luminance())
    };
    steps().all(|d| d > 0.0) || steps().all(|d| d < 0.0)
}

#[test]
fn palettes_keep_to_the_figures_of_the_design() {
    let mut faults = Vec::new();
    for figures in &design::FIGURES {
        let theme = figures.theme;
        let p = theme.palette();
        let categories: Vec<Color> = Category::ALL
            .iter()
            .map(|c| category_color(*c, p))
            .collect();
        let skies = [p.sky.all, p.sky.some, p.sky.open];
        let scale = theme.fills().sequential;
        for (i, sight) in Sight::ALL.into_iter().enumerate() {
            for (set, expected, found) in [
                ("holders", figures.holders, smallest(&p.holders, sight)),
                ("blocs", figures.blocs, smallest(&p.blocs, sight)),
                (
                    "categories",
                    figures.categories,
                    smallest(&categories, sight),
                ),
                ("skies", figures.skies, smallest(&skies, sight)),
                (
                    "sequential",
                    figures.sequential,
                    smallest_step(&scale, sight),
                ),
            ] {
                if (found - expected[i]).abs() > design::TOLERANCE {
                    let wanted = expected[i];
                    let theme = theme.id();
                    faults.push(format!(
                        "{theme}: {set}, {sight:?}: {found:.2}, not {wanted}"
                    ));
                }
            }
        }
        if !steady(&scale) {
            faults.push(format!("{}: the steps go to and fro", theme.id()));
        }
    }
    none(&faults);
}

fn picture(atlas: &Atlas, date: &str, theme: Theme, countries: CountryTheme) -> Picture {
    let date: Date = date.parse().expect("a date");
    let world = World::at(atlas, date, 120);
    let page_pt = [1422.0, 800.0];
    let size_pt = page::map_size(page_pt);
    let view = View {
        atlas,
        world: &world,
        viewport: Viewport {
            camera: Camera::fit(&Camera::home_box(), size_pt),
            size_pt,
        },
        lang: Lang::En,
        theme,
        countries,
        hidden: &BTreeSet::new(),
        quiz: None,
        selected: &Subject::None,
        filter: &sahelscope::model::filter::Filter::EVERYTHING,
        pointed: Pointed::NOTHING,
        furniture: Furniture::Page(page_pt),
    };
    let composition = Composer::default().compose(&view);
    (*composition.picture).clone()
}

/// Every text of a picture with the colour behind it: its halo, the panel of the page, or the disc of
/// a cluster, which has the colour of halos.
fn written(picture: &Picture, p: &Palette) -> Vec<(String, Color, Color)> {
    let layers = picture.layers.iter();
    let items = layers.flat_map(|l| l.items.iter().map(|item| (l.name, item)));
    let texts = items.filter_map(|(layer, item)| match &item.shape {
        Shape::Text(text) => Some((layer, text)),
        Shape::Area(_) | Shape::Stroke(_) | Shape::Symbol(_) => None,
    });
    texts
        .map(|(layer, text)| {
            let bare = if layer == "page" {
                p.ui.panel
            } else {
                p.map.halo
            };
            let ground = text.halo.map_or(bare, |h| h.color);
            (
                format!("{layer}: {}", text.text),
                text.color.over(ground, 1.0),
                ground,
            )
        })
        .collect()
}

#[test]
fn words_read_as_they_are_drawn() {
    let atlas = atlas();
    let mut faults = BTreeSet::new();
    for theme in Theme::ALL {
        for (date, countries) in [
            ("2014-02-16", CountryTheme::Alliance),
            ("2022-08-15", CountryTheme::Alliance),
            ("2023-08-10", CountryTheme::Airspace),
            ("2023-09-16", CountryTheme::Alliance),
            ("2024-01-28", CountryTheme::Alliance),
        ] {
            let picture = picture(&atlas, date, theme, countries);
            for (what, ink, ground) in written(&picture, theme.palette()) {
                let c = ink.contrast(ground);
                if c < TEXT_CONTRAST {
                    let (ink, ground) = (ink.hex(), ground.hex());
                    let line = format!("{} {date} {what}: {ink} on {ground}: {c:.2}", theme.id());
                    faults.insert(line);
                }
            }
        }
    }
    none(&faults.into_iter().collect::<Vec<_>>());
}

/// Ink of every symbol and movement of a picture as it is drawn. Of an arrow in doubt, pale inside, that
/// is the ink of its edge.
fn drawn(picture: &Picture, p: &Palette) -> Vec<(String, Color)> {
    let items = || picture.layers.iter().flat_map(|l| &l.items);
    let edge_of = |subject: &Subject| {
        let mut edges = items().filter(|item| item.subject == *subject);
        edges.find_map(|item| match &item.shape {
            Shape::Stroke(stroke) if stroke.dash.is_some() => Some(stroke.color),
            Shape::Stroke(_) | Shape::Area(_) | Shape::Symbol(_) | Shape::Text(_) => None,
        })
    };
    let ink = |item: &Item| match (&item.shape, &item.subject) {
        (Shape::Symbol(symbol), _) => Some(symbol.ink.over(p.map.land, symbol.opacity)),
        (Shape::Area(area), Subject::Event(_) | Subject::Cluster(_)) => {
            let is_ink = area.fill != p.map.halo;
            is_ink.then(|| edge_of(&item.subject).unwrap_or(area.fill))
        }
        (Shape::Area(_) | Shape::Stroke(_) | Shape::Text(_), _) => None,
    };
    let inks = items().filter_map(|item| Some((format!("{:?}", item.subject), ink(item)?)));
    inks.collect()
}

#[test]
fn symbols_show_however_old_they_are() {
    let atlas = atlas();
    let mut faults = BTreeSet::new();
    let mut count = 0;
    for theme in Theme::ALL {
        let p = theme.palette();
        for date in ["2022-09-14", "2023-10-05", "2023-12-30", "2024-09-30"] {
            let picture = picture(&atlas, date, theme, CountryTheme::Plain);
            for (what, ink) in drawn(&picture, p) {
                count += 1;
                let lands = [p.map.land, p.map.focus_land];
                let c = lands.map(|g| ink.contrast(g));
                let least = c[0].min(c[1]);
                if least < SYMBOL_CONTRAST {
                    let line = format!("{} {date} {what}: {}: {least:.2}", theme.id(), ink.hex());
                    faults.insert(line);
                }
            }
        }
    }
    assert!(count > 200, "{count}");
    none(&faults.into_iter().collect::<Vec<_>>());
}

#[test]
fn hues_are_darkened_for_words_only_as_far_as_needed() {
    for theme in Theme::ALL {
        let p = theme.palette();
        for ground in [p.map.halo, p.ui.panel] {
            for ink in p.holders.into_iter().chain(p.blocs) {
                let words = ink.for_text(ground);
                assert!(words.contrast(ground) >= TEXT_CONTRAST);
                let enough = ink.contrast(ground) >= TEXT_CONTRAST;
                assert_eq!(enough, words == ink, "{} {}", theme.id(), ink.hex());
                assert!(words.contrast(ground) < TEXT_CONTRAST + 0.4 || enough);
            }
        }
    }
}
