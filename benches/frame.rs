//! A frame at 1920 by 1080 as the window draws it, without a GPU: of the full map (world, scene, picture,
//! shapes, tessellation), and of the whole window with lanes, histogram and inspector.
//!
//! `cargo bench --bench frame`

use criterion::Criterion;
use egui::{RawInput, Rect, pos2, vec2};
use sahelscope::app::Session;
use sahelscope::calendar::{Date, date_of_day_number, day_number};
use sahelscope::geo::{Camera, Viewport};
use sahelscope::lang::Lang;
use sahelscope::model::{Atlas, World};
use sahelscope::scene::item::{Picture, Subject};
use sahelscope::scene::{Composer, Furniture, Pointed, View};
use sahelscope::state::{Action, Go, Origin, PresentAction, State, StoryAction, TimeAction, apply};
use sahelscope::story::built_in;
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
            quiz: None,
            selected: &Subject::None,
            filter: &sahelscope::model::filter::Filter::EVERYTHING,
            pointed: Pointed::NOTHING,
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

/// A frame of the whole window: panels, lanes, histogram and map, to triangles.
fn window(context: &egui::Context, session: &mut Session, date: Date) -> usize {
    session.state.time.playing = false;
    apply(&mut session.state, Action::Time(TimeAction::Goto(date)));
    let page = Rect::from_min_size(pos2(0.0, 0.0), vec2(SIZE[0], SIZE[1]));
    let input = RawInput {
        screen_rect: Some(page),
        ..RawInput::default()
    };
    let mut output = context.run_ui(input, |ui| {
        session.frame_ui(ui, 1.0 / 60.0);
    });
    output.textures_delta.clear();
    context.tessellate(output.shapes, 1.0).len()
}

/// Every day of the record once, from first to last: the middle frame and the slowest of a hundred.
fn scrub(context: &egui::Context, session: &mut Session) {
    let (first, last) = (session.state.time.first_day, session.state.time.last_day);
    let mut millis: Vec<f64> = (day_number(first)..=day_number(last))
        .map(|day| {
            let began = std::time::Instant::now();
            black_box(window(context, session, date_of_day_number(day)));
            began.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    millis.sort_by(f64::total_cmp);
    let share = |part: f64| millis[((millis.len() - 1) as f64 * part) as usize];
    println!(
        "window 1920x1080, all {} days of the record: median {:.2} ms, p99 {:.2} ms",
        millis.len(),
        share(0.5),
        share(0.99)
    );
}

/// The first built-in story, presented: every frame of its glides and played steps, and the slowest of a hundred.
fn present(context: &egui::Context, session: &mut Session) {
    let built_in = built_in::ALL[0];
    let story = Arc::new(built_in.story());
    let last = story.steps.len();
    let origin = Origin::BuiltIn(built_in.id);
    let act = |session: &mut Session, action| {
        apply(&mut session.state, Action::Story(action));
    };
    act(session, StoryAction::Open(story, origin));
    act(session, StoryAction::Present(PresentAction::Begin));
    let frame = |session: &mut Session| {
        let page = Rect::from_min_size(
            pos2(0.0, 0.0),
            vec2(SIZE[0], SIZE[1]) / context.zoom_factor(),
        );
        let input = RawInput {
            screen_rect: Some(page),
            ..RawInput::default()
        };
        let mut output = context.run_ui(input, |ui| {
            session.frame_ui(ui, 1.0 / 60.0);
        });
        output.textures_delta.clear();
        context
            .tessellate(output.shapes, context.pixels_per_point())
            .len()
    };
    let mut millis = Vec::new();
    for step in (0..last).chain((0..last).rev()) {
        act(session, StoryAction::Go(Go::To(step)));
        while session.state.stage.is_moving() && millis.len() < 20_000 {
            let began = std::time::Instant::now();
            black_box(frame(session));
            millis.push(began.elapsed().as_secs_f64() * 1e3);
        }
    }
    millis.sort_by(f64::total_cmp);
    let share = |part: f64| {
        let at = (millis.len().saturating_sub(1) as f64 * part) as usize;
        millis.get(at).copied().unwrap_or(0.0)
    };
    println!(
        "presenting 1920x1080, {} frames of glides and played days: median {:.2} ms, p99 {:.2} ms",
        millis.len(),
        share(0.5),
        share(0.99)
    );
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
    let state = State::new(atlas.coverage.from, atlas.coverage.to);
    let mut session = Session::new(atlas.clone(), state);
    let context = egui::Context::default();
    theme::install_fonts(&context);
    group.bench_function("the whole window, a day a frame", |b| {
        b.iter(|| {
            day = (day + 1) % 2200;
            let date = date_of_day_number(day_number(start) + day);
            black_box(window(&context, &mut session, date))
        });
    });
    group.finish();
    scrub(&context, &mut session);
    present(&context, &mut session);
    criterion.final_summary();
}
