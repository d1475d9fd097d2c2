//! What a picture costs without a window: loading, the world on a day, composing, SVG, PNG.
//!
//! `cargo bench --bench picture`

use criterion::Criterion;
use sahelscope::calendar::{Date, date_of_day_number, day_number};
use sahelscope::export::{png, svg};
use sahelscope::geo::{Camera, Viewport};
use sahelscope::lang::Lang;
use sahelscope::model::{Atlas, World};
use sahelscope::scene::item::Subject;
use sahelscope::scene::{Composer, Composition, Furniture, Pointed, View, page};
use sahelscope::style::{CountryTheme, OFF_AT_FIRST, Theme};
use std::collections::BTreeSet;
use std::hint::black_box;

const SIZE_PT: [f32; 2] = [1920.0, 1080.0];

fn compose(
    atlas: &Atlas,
    composer: &mut Composer,
    date: Date,
    camera: Camera,
    furniture: Furniture,
) -> Composition {
    let hidden: BTreeSet<String> = OFF_AT_FIRST.map(str::to_owned).into();
    let world = World::at(atlas, date, 60);
    let size_pt = match furniture {
        Furniture::Screen | Furniture::Panel | Furniture::Slide(_) => SIZE_PT,
        Furniture::Page(page_pt) | Furniture::Film(page_pt) => page::map_size(page_pt),
    };
    let view = View {
        atlas,
        world: &world,
        viewport: Viewport { camera, size_pt },
        lang: Lang::En,
        theme: Theme::Light,
        countries: CountryTheme::Alliance,
        hidden: &hidden,
        quiz: None,
        selected: &Subject::None,
        filter: &sahelscope::model::filter::Filter::EVERYTHING,
        pointed: Pointed::NOTHING,
        furniture,
    };
    composer.compose(&view)
}

fn benches(c: &mut Criterion) {
    let atlas = sahelscope::data::shipped().expect("the shipped data");
    let start: Date = "2022-01-01".parse().expect("a date");
    let home = Camera::fit(&Camera::home_box(), SIZE_PT);
    let mut group = c.benchmark_group("picture");
    group.sample_size(20);
    group.bench_function("load the shipped atlas", |b| {
        b.iter(|| black_box(sahelscope::data::shipped().is_ok()));
    });
    let mut day = 0;
    group.bench_function("world on a day", |b| {
        b.iter(|| {
            day = (day + 1) % 1500;
            black_box(World::at(
                &atlas,
                date_of_day_number(day_number(start) + day),
                60,
            ))
        });
    });
    let mut composer = Composer::default();
    group.bench_function("compose the next day, 1920x1080", |b| {
        b.iter(|| {
            day = (day + 1) % 1500;
            let date = date_of_day_number(day_number(start) + day);
            black_box(compose(
                &atlas,
                &mut composer,
                date,
                home,
                Furniture::Screen,
            ))
        });
    });
    let mut x = 0.0;
    group.bench_function("compose while panning, 1920x1080", |b| {
        b.iter(|| {
            x = (x + 0.0001) % 0.01;
            let camera = Camera {
                center: [home.center[0] + x, home.center[1]],
                ..home
            };
            black_box(compose(
                &atlas,
                &mut composer,
                start,
                camera,
                Furniture::Screen,
            ))
        });
    });
    let mut step = 0u8;
    group.bench_function("compose while zooming, 1920x1080", |b| {
        b.iter(|| {
            step = (step + 1) % 200;
            let zoom = home.zoom + f64::from(step) * 0.02;
            let camera = Camera { zoom, ..home };
            black_box(compose(
                &atlas,
                &mut composer,
                start,
                camera,
                Furniture::Screen,
            ))
        });
    });
    let slide = Furniture::Page([1422.0, 800.0]);
    let picture = compose(&atlas, &mut composer, start, home, slide).picture;
    group.bench_function("svg of a slide", |b| {
        b.iter(|| black_box(svg::svg(&picture).len()))
    });
    group.bench_function("png of a slide, 1920x1080", |b| {
        b.iter(|| black_box(png::png(&picture, 1.35, None, &[]).map(|p| p.len()).ok()));
    });
    group.finish();
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    benches(&mut criterion);
    criterion.final_summary();
}
