//! A frame of the full map at 1920 by 1080 as the window draws it: world, scene, picture, shapes,
//! tessellation; without a GPU.
//!
//! `cargo bench --bench frame`

use criterion::Criterion;
use egui::{RawInput, Rect, pos2, vec2};
use sahelscope::calendar::{Date, date_of_day_number, day_number};
use sahelscope::geo::{Camera, Viewport};
use sahelscope::lang::Lang;
use sahelscope::model::{Atlas, World};
use sahelscope::scene::item::{Picture, Subject};
use sahelscope::scene::{Composer, Furniture, View};
use sahelscope::style::{CountryTheme, OFF_AT_FIRST, Theme};
use sahelscope::ui::map::glyphs::Glyphs;
use sahelscope::ui::map::painter::MapPainter;
use sahelscope::ui::theme;
use std::collections::BTreeSet;
use std::hint::black_box;
use std::sync::Arc;

const SIZE: [f32; 2] = [1920.0, 1080.0];

/// A window without a window.
struct Bench {
    context: egui::Context,
    painter: MapPainter,
    glyphs: Glyphs,
    composer: Composer,
    hidden: BTreeSet<String>,
}

impl Bench {
    fn new() -> Bench {
        let context = egui::Context::default();
        theme::install_fonts(&context);
        Bench {
            context,
            painter: MapPainter::default(),
            glyphs: Glyphs::default(),
            composer: Composer::default(),
            hidden: OFF_AT_FIRST.map(str::to_owned).into(),
        }
    }

    fn compose(&mut self, atlas: &Atlas, date: Date, camera: Camera) -> Arc<Picture> {
        let world = World::at(atlas, date, 60);
        let view = View {
            atlas,
            world: &world,
            viewport: Viewport {
                camera,
                size_pt: SIZE,
            },
            lang: Lang::En,
            theme: Theme::Light,
            countries: CountryTheme::Alliance,
            hidden: &self.hidden,
            selected: &Subject::None,
            filter: &sahelscope::model::filter::Filter::EVERYTHING,
            furniture: Furniture::Screen,
        };
        self.composer.compose(&view).picture
    }

    /// Paints a picture and turns everything into triangles.
    fn paint(&mut self, picture: &Picture) -> usize {
        let page = Rect::from_min_size(pos2(0.0, 0.0), vec2(SIZE[0], SIZE[1]));
        let input = RawInput {
            screen_rect: Some(page),
            ..RawInput::default()
        };
        let (painter, glyphs) = (&mut self.painter, &self.glyphs);
        let mut output = self.context.run_ui(input, |ui| {
            painter.paint(ui.painter(), picture, page, glyphs);
        });
        output.textures_delta.clear();
        let primitives = self.context.tessellate(output.shapes, 1.0);
        primitives.len()
    }
}

fn main() {
    // As the window does; without it the heap's luck is measured, a factor of ten.
    sahelscope::app::keep_heap();
    let mut criterion = Criterion::default().configure_from_args().sample_size(60);
    let atlas = sahelscope::data::shipped().expect("the shipped data");
    let start: Date = "2020-01-01".parse().expect("a date");
    let home = Camera::fit(&Camera::home_box(), SIZE);
    let mut bench = Bench::new();
    let mut group = criterion.benchmark_group("frame 1920x1080");
    let mut day = 0;
    group.bench_function("playing, a day a frame", |b| {
        b.iter(|| {
            day = (day + 1) % 2200;
            let date = date_of_day_number(day_number(start) + day);
            let picture = bench.compose(&atlas, date, home);
            black_box(bench.paint(&picture))
        });
    });
    let still = bench.compose(&atlas, start, home);
    group.bench_function("only the pointer moves", |b| {
        b.iter(|| black_box(bench.paint(&still)))
    });
    let mut x = 0.0;
    group.bench_function("panning", |b| {
        b.iter(|| {
            x = (x + 0.0001) % 0.01;
            let camera = Camera {
                center: [home.center[0] + x, home.center[1]],
                ..home
            };
            let picture = bench.compose(&atlas, start, camera);
            black_box(bench.paint(&picture))
        });
    });
    group.finish();
    criterion.final_summary();
}
