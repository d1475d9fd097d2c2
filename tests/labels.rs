//! Rules that names and words keep on every picture: they lie on no other words and on no symbol, and
//! they do not move while the map is panned or time passes.

use sahelscope::calendar::{Date, date_of_day_number, day_number};
use sahelscope::geo::{Camera, MapBox, MapPt, Viewport};
use sahelscope::lang::Lang;
use sahelscope::model::{Atlas, World};
use sahelscope::scene::item::{Item, Picture, Pt, Rect, Shape, Subject, Text};
use sahelscope::scene::symbols::extent;
use sahelscope::scene::{Composer, Furniture, Pointed, View, framing, metrics, page};
use sahelscope::style::{CountryTheme, OFF_AT_FIRST, Theme};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Layers of the map, without what stands around it.
const MAP: [&str; 4] = ["movements", "bases", "events", "names"];

fn atlas() -> Arc<Atlas> {
    sahelscope::data::shipped().unwrap_or_else(|e| panic!("{e}"))
}

#[derive(Clone)]
struct Case {
    date: Date,
    lang: Lang,
    countries: CountryTheme,
    camera: Camera,
    furniture: Furniture<'static>,
    size_pt: Pt,
}

impl Case {
    fn picture(&self, atlas: &Atlas, composer: &mut Composer) -> Arc<Picture> {
        let world = World::at(atlas, self.date, 60);
        let view = View {
            atlas,
            world: &world,
            viewport: Viewport {
                camera: self.camera,
                size_pt: self.size_pt,
            },
            lang: self.lang,
            theme: Theme::Light,
            countries: self.countries,
            hidden: &OFF_AT_FIRST.map(str::to_owned).into(),
            quiz: None,
            selected: &Subject::None,
            filter: &sahelscope::model::filter::Filter::EVERYTHING,
            pointed: Pointed::NOTHING,
            furniture: self.furniture,
        };
        composer.compose(&view).picture
    }
}

/// Words that belong together: a line, or the letters of a name on a curve.
struct Label {
    text: String,
    subject: Subject,
    layer: &'static str,
    boxes: Vec<Turned>,
    at: Pt,
}

/// A box turned about its lower left corner.
#[derive(Clone, Copy)]
struct Turned {
    corners: [Pt; 4],
}

impl Turned {
    /// Around the ink of a text: capitals and small letters, not the halo.
    fn of_text(text: &Text) -> Turned {
        let width = metrics::width_pt(&text.text, text.face, text.size_pt);
        let (sin, cos) = text.angle.sin_cos();
        let corner = |x: f32, y: f32| {
            [
                text.at[0] + x * cos - y * sin,
                text.at[1] + x * sin + y * cos,
            ]
        };
        let (up, down) = (-0.71 * text.size_pt, 0.02 * text.size_pt);
        Turned {
            corners: [
                corner(0.4, up),
                corner(width - 0.4, up),
                corner(width - 0.4, down),
                corner(0.4, down),
            ],
        }
    }

    fn of_rect(r: &Rect) -> Turned {
        Turned {
            corners: [r.min, [r.max[0], r.min[1]], r.max, [r.min[0], r.max[1]]],
        }
    }

    /// Do the two overlap by more than nothing? (Separating axes of two convex shapes.)
    fn overlaps(&self, other: &Turned) -> bool {
        let edges = |t: &Turned| {
            (0..4)
                .map(|i| {
                    let (a, b) = (t.corners[i], t.corners[(i + 1) % 4]);
                    [b[1] - a[1], a[0] - b[0]]
                })
                .collect::<Vec<_>>()
        };
        let span = |t: &Turned, axis: Pt| {
            let along = t.corners.map(|c| c[0] * axis[0] + c[1] * axis[1]);
            (
                along.into_iter().fold(f32::INFINITY, f32::min),
                along.into_iter().fold(f32::NEG_INFINITY, f32::max),
            )
        };
        edges(self).into_iter().chain(edges(other)).all(|axis| {
            let (a, b) = (span(self, axis), span(other, axis));
            a.0 < b.1 && b.0 < a.1
        })
    }
}

fn items(picture: &Picture) -> impl Iterator<Item = (&'static str, &Item)> {
    let layers = picture.layers.iter().filter(|l| MAP.contains(&l.name));
    layers.flat_map(|l| l.items.iter().map(move |i| (l.name, i)))
}

/// The words on the map. Counts inside clusters are part of their symbol.
fn labels(picture: &Picture) -> Vec<Label> {
    let mut all: Vec<Label> = Vec::new();
    for (layer, item) in items(picture) {
        let Shape::Text(text) = &item.shape else {
            continue;
        };
        if matches!(item.subject, Subject::Cluster(_)) {
            continue;
        }
        let turned = Turned::of_text(text);
        let letter = text.text.chars().count() == 1 && layer == "names";
        match all.last_mut() {
            Some(last)
                if letter
                    && last.subject == item.subject
                    && last.boxes.len() == last.text.chars().count() =>
            {
                last.text.push_str(&text.text);
                last.boxes.push(turned);
            }
            _ => all.push(Label {
                text: text.text.clone(),
                subject: item.subject.clone(),
                layer,
                boxes: vec![turned],
                at: text.at,
            }),
        }
    }
    all
}

/// The symbols on the map, without their halos.
fn symbols(picture: &Picture) -> Vec<(Turned, &Subject)> {
    let symbols = items(picture).filter_map(|(_, item)| match &item.shape {
        Shape::Symbol(s) => {
            let e = extent(s.glyph);
            let place = |p: Pt| [s.at[0] + p[0] * s.size_pt, s.at[1] + p[1] * s.size_pt];
            let whole = Rect::new(place(e.min), place(e.max)).expand(-1.8);
            (whole.width() > 0.0).then(|| (Turned::of_rect(&whole), &item.subject))
        }
        Shape::Area(_) | Shape::Stroke(_) | Shape::Text(_) => None,
    });
    symbols.collect()
}

fn faults(picture: &Picture) -> Vec<String> {
    let labels = labels(picture);
    let symbols = symbols(picture);
    let mut faults = Vec::new();
    for (i, a) in labels.iter().enumerate() {
        for b in &labels[i + 1..] {
            // Lines of one block of words are set by their leading.
            let block = a.subject == b.subject && a.layer == b.layer && a.subject != Subject::None;
            let hit = |x: &Turned| b.boxes.iter().any(|y| x.overlaps(y));
            if !block && a.boxes.iter().any(hit) {
                faults.push(format!("“{}” on “{}”", a.text, b.text));
            }
        }
        for (symbol, subject) in &symbols {
            if a.boxes.iter().any(|x| x.overlaps(symbol)) {
                faults.push(format!("“{}” on {subject:?}", a.text));
            }
        }
    }
    faults
}

/// Quiet, busy and ordinary days over the whole record.
const DAYS: [&str; 12] = [
    "2012-06-01",
    "2013-02-10",
    "2014-08-01",
    "2017-03-15",
    "2020-01-13",
    "2021-10-05",
    "2022-08-15",
    "2023-08-10",
    "2023-09-16",
    "2024-01-28",
    "2025-04-08",
    "2026-05-01",
];

#[test]
fn no_words_lie_on_other_words_or_on_symbols() {
    let atlas = atlas();
    let mut composer = Composer::default();
    let mut all = Vec::new();
    let mut pictures = 0;
    for (n, date) in DAYS.iter().enumerate() {
        let date: Date = date.parse().expect("a date");
        let world = World::at(&atlas, date, 60);
        for lang in Lang::ALL {
            let theme = CountryTheme::ALL[n % CountryTheme::ALL.len()];
            for (page_pt, zoom) in [
                ([1422.0, 800.0], 0.0),
                ([1422.0, 800.0], -1.1),
                ([1280.0, 800.0], 0.37),
                ([900.0, 700.0], 0.6),
                ([595.0, 842.0], 1.5),
                ([842.0, 595.0], 0.0),
                ([1600.0, 600.0], 2.3),
                ([800.0, 800.0], 3.2),
                ([1600.0, 1200.0], 5.0),
            ] {
                let size_pt = page::map_size(page_pt);
                let mut camera = Camera::fit(&framing::day(&atlas, &world), size_pt);
                camera.zoom += zoom;
                let case = Case {
                    date,
                    lang,
                    countries: theme,
                    camera: camera.held(),
                    furniture: Furniture::Page(page_pt),
                    size_pt,
                };
                let picture = case.picture(&atlas, &mut composer);
                pictures += 1;
                for fault in faults(&picture) {
                    all.push(format!("{date} {lang:?} {page_pt:?} {zoom:+}: {fault}"));
                }
            }
        }
    }
    assert!(pictures >= 200, "{pictures}");
    assert!(
        all.is_empty(),
        "{} of {pictures}:\n{}",
        all.len(),
        all.join("\n")
    );
}

/// Where every name stands on the map.
fn places(picture: &Picture, viewport: &Viewport) -> BTreeMap<(String, String), Vec<MapPt>> {
    let mut all: BTreeMap<(String, String), Vec<MapPt>> = BTreeMap::new();
    for label in labels(picture) {
        let key = (format!("{:?}", label.subject), label.text);
        all.entry(key)
            .or_default()
            .push(viewport.map_from_page(label.at));
    }
    all
}

/// Names that were seen to hop between two pictures: one is gone from its place, and one of the same
/// words stands where none stood.
fn hops(before: &(Arc<Picture>, Viewport), after: &(Arc<Picture>, Viewport)) -> Vec<String> {
    let (old, new) = (places(&before.0, &before.1), places(&after.0, &after.1));
    let scale = after.1.camera.scale();
    let near = |a: &MapPt, b: &MapPt| (0..2).all(|i| (a[i] - b[i]).abs() * scale <= 1.0);
    let mut hops = Vec::new();
    for (key, were) in &old {
        let are = new.get(key).map(Vec::as_slice).unwrap_or_default();
        let gone = were
            .iter()
            .filter(|w| !are.iter().any(|a| near(w, a)))
            .count();
        let come = are
            .iter()
            .filter(|a| !were.iter().any(|w| near(w, a)))
            .count();
        if gone > 0 && come > 0 {
            hops.push(format!("{} {}", key.0, key.1));
        }
    }
    hops
}

fn screen(date: &str, camera: Camera) -> Case {
    Case {
        date: date.parse().expect("a date"),
        lang: Lang::En,
        countries: CountryTheme::Alliance,
        camera,
        furniture: Furniture::Screen,
        size_pt: [1100.0, 700.0],
    }
}

#[test]
fn names_hold_still_while_the_map_is_panned() {
    let atlas = atlas();
    let mut faults = Vec::new();
    for (date, bounds) in [
        ("2022-08-15", Camera::home_box()),
        ("2023-08-10", MapBox::from_lon_lat(-6.0, 10.0, 10.0, 20.0)),
        ("2013-02-10", MapBox::from_lon_lat(-20.0, 0.0, 40.0, 37.0)),
    ] {
        let mut composer = Composer::default();
        let mut case = screen(date, Camera::fit(&bounds, [1100.0, 700.0]));
        let mut before = None;
        for step in 0..160 {
            let picture = case.picture(&atlas, &mut composer);
            let viewport = Viewport {
                camera: case.camera,
                size_pt: case.size_pt,
            };
            let now = (picture, viewport);
            if let Some(before) = &before {
                for hop in hops(before, &now) {
                    faults.push(format!("{date}, step {step}: {hop}"));
                }
            }
            // Out to the north-east and back, by steps that are no whole points.
            let sign = if step < 80 { 1.0 } else { -1.0 };
            case.camera = viewport.panned([-4.7 * sign, 3.1 * sign]).held();
            before = Some(now);
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn names_hold_still_while_time_passes() {
    let atlas = atlas();
    let mut faults = Vec::new();
    let home = Camera::fit(&Camera::home_box(), [1100.0, 700.0]);
    for (start, days, countries) in [
        ("2013-01-05", 120, CountryTheme::Troops),
        ("2022-06-01", 150, CountryTheme::Alliance),
        ("2023-07-20", 200, CountryTheme::Airspace),
    ] {
        let mut composer = Composer::default();
        let start = day_number(start.parse().expect("a date"));
        let mut before = None;
        for day in 0..days {
            let mut case = screen("2022-01-01", home);
            case.date = date_of_day_number(start + day);
            case.countries = countries;
            let viewport = Viewport {
                camera: case.camera,
                size_pt: case.size_pt,
            };
            let now = (case.picture(&atlas, &mut composer), viewport);
            if let Some(before) = &before {
                for hop in hops(before, &now) {
                    faults.push(format!("{}: {hop}", case.date));
                }
            }
            before = Some(now);
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
