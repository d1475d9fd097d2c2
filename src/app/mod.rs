//! The window: eframe's shell around a session, effects, settings, timings.
//!
//! What a frame does is the session's; this opens the window, tells it how much time has passed, and carries effects out.

mod beside;
mod canvas;
mod desk;
mod dropped;
mod jobs;
mod quiet;
mod session;
mod settings_file;
mod stage;
mod stills;
mod stories;
mod timings;

pub use session::Session;
pub use settings_file::SettingsFile;

use crate::calendar::Date;
use crate::export::story_file::Print;
use crate::lang::{Lang, typeset, ui_words as w};
use crate::model::Atlas;
use crate::state::{Action, Effect, Settings, State, TimeAction, apply};
use crate::story::Story;
use crate::style::Theme;
use crate::ui::links::{read_link, told};
use crate::ui::theme;
use dropped::Dropped;
use eframe::egui::{self, ViewportBuilder, ViewportCommand};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;
use stills::Stills;
use timings::Timings;

/// A story that was read before the window opened.
pub struct OpenedStory {
    /// Its file.
    pub path: PathBuf,
    /// The story.
    pub story: Story,
    /// What the file held.
    pub print: Print,
}

/// How the window is opened.
pub struct Launch {
    /// The facts.
    pub atlas: Arc<Atlas>,
    /// What went wrong before the window opened, shown in it.
    pub notice: Option<String>,
    /// The link of the view to open.
    pub view: Option<String>,
    /// The story to open, with its file and what that held.
    pub story: Option<OpenedStory>,
    /// The version of the data of the picture that the link comes from.
    pub drawn_from: Option<String>,
    /// The day to show, whatever the link says; otherwise the last of the record, or today where it is earlier.
    pub date: Option<Date>,
    /// The language, whatever the settings say.
    pub lang: Option<Lang>,
    /// The theme, whatever the settings say.
    pub theme: Option<Theme>,
    /// Tell how long frames take.
    pub timings: bool,
    /// Today.
    pub today: Date,
    /// When the process began.
    pub started: Instant,
}

/// Opens the window and runs until it is closed.
///
/// # Errors
/// When there is no display, or the window system refuses a window.
pub fn run(launch: Launch) -> anyhow::Result<()> {
    keep_heap();
    let file = SettingsFile::of_user();
    let found = file.load();
    let size = found
        .settings
        .window_pt
        .map_or([1440.0, 900.0], |[w, h]| [w.max(800.0), h.max(560.0)]);
    let options = eframe::NativeOptions {
        viewport: ViewportBuilder::default()
            .with_title("Sahelscope")
            .with_app_id("sahelscope")
            .with_inner_size(size)
            .with_min_inner_size([800.0, 560.0]),
        system_font_fallback: false,
        persist_window: false,
        // There is no gradient to smooth, and it costs on computers without a graphics card.
        dithering: false,
        ..Default::default()
    };
    let opened = eframe::run_native(
        "sahelscope",
        options,
        Box::new(move |cc| {
            theme::install_fonts(&cc.egui_ctx);
            cc.egui_ctx
                .options_mut(|options| options.zoom_with_keyboard = false);
            Ok(Box::new(App::new(launch, file, found, &cc.egui_ctx)))
        }),
    );
    opened.map_err(|error| refused(&error.to_string()))
}

/// Lets glibc keep what a frame has freed for the next frame. It gives memory back to the system as soon as more than twice
/// the largest block ever freed lies idle (mallopt(3), "dynamic mmap threshold"): without a graphics card, where each
/// frame takes and frees some megabytes, that was a fifth of the time. Elsewhere this does nothing; no page is touched.
pub fn keep_heap() {
    let block: Vec<u8> = Vec::with_capacity(24 << 20);
    drop(std::hint::black_box(block));
}

/// What to say when no window could be opened.
fn refused(error: &str) -> anyhow::Error {
    let instead =
        "use `sahelscope render --date 2022-08-15 -o map.png` for a picture without a window";
    if error.contains("DISPLAY") || error.contains("WinitEventLoop") {
        anyhow::anyhow!("no display: {instead}")
    } else {
        anyhow::anyhow!("no window could be opened: {error}; {instead}")
    }
}

struct App {
    session: Session,
    file: SettingsFile,
    /// The settings as they were last written.
    saved: Settings,
    /// Seconds since something that is kept has changed.
    unsaved_secs: f64,
    window_pt: Option<[f32; 2]>,
    timings: Option<Timings>,
    dropped: Dropped,
    stills: Stills,
    screen: stage::Screen,
}

impl App {
    fn new(
        launch: Launch,
        file: SettingsFile,
        found: settings_file::Found,
        ctx: &egui::Context,
    ) -> App {
        let coverage = launch.atlas.coverage;
        let mut state = State::new(coverage.from, launch.today.max(coverage.to));
        state.time.today = Some(launch.today);
        found.settings.put_into(&mut state);
        let last = launch.today.min(coverage.to);
        apply(&mut state, Action::Time(TimeAction::Goto(last)));
        let view_faults = launch.view.as_deref().map(|link| {
            let reading = read_link(link, &state, &launch.atlas);
            reading.view.show(&mut state);
            reading.faults
        });
        state.look.lang = launch.lang.unwrap_or(state.look.lang);
        state.look.theme = launch.theme.unwrap_or(state.look.theme);
        if let Some(day) = launch.date {
            apply(&mut state, Action::Time(TimeAction::Goto(day)));
        }
        let saved = Settings::of(&state, found.settings.window_pt);
        let lang = state.look.lang;
        let mut session = Session::new(launch.atlas, state);
        session.begin_stories(launch.story, file.folder(), ctx);
        let set_aside = found.set_aside.map(|path| {
            typeset(
                &format!("{} {}", w::SETTINGS_BAD.get(lang), path.display()),
                lang,
            )
        });
        let refused = launch
            .notice
            .map(|why| format!("{}\n{why}", typeset(w::DATA_REFUSED.get(lang), lang)));
        let misread = view_faults.and_then(|faults| {
            for fault in &faults {
                eprintln!("view: {}", fault.sentence(Lang::En));
            }
            told(&faults, lang)
        });
        let other_data = launch
            .drawn_from
            .and_then(|data| dropped::other_data(&data, session.atlas(), lang));
        let notices: Vec<String> = [refused, set_aside, misread, other_data]
            .into_iter()
            .flatten()
            .collect();
        session.window.notice = (!notices.is_empty()).then(|| notices.join("\n"));
        App {
            session,
            file,
            saved,
            unsaved_secs: 0.0,
            window_pt: found.settings.window_pt,
            timings: launch.timings.then(|| Timings::new(launch.started)),
            dropped: Dropped::default(),
            stills: Stills::default(),
            screen: stage::Screen::default(),
        }
    }

    /// Writes the settings once they have been left alone for a moment.
    fn keep(&mut self, ctx: &egui::Context, dt_secs: f64) {
        let now = Settings::of(&self.session.state, self.window_pt);
        if now == self.saved {
            self.unsaved_secs = 0.0;
            return;
        }
        self.unsaved_secs += dt_secs;
        if self.unsaved_secs > 1.0 {
            self.write(now);
        } else {
            ctx.request_repaint_after_secs(0.5);
        }
    }

    fn write(&mut self, settings: Settings) {
        self.unsaved_secs = 0.0;
        if let Err(error) = self.file.save(&settings) {
            let lang = self.session.state.look.lang;
            let text = format!("{} {error:#}", w::SETTINGS_UNSAVED.get(lang));
            self.session.window.notice = Some(typeset(&text, lang));
        }
        self.saved = settings;
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let began = Instant::now();
        if let Some(timings) = &mut self.timings {
            timings.frame_begins();
        }
        let dt_secs = f64::from(ui.input(|i| i.stable_dt)).min(0.25);
        self.session.window.present.clock = stage::clock();
        let effects = self.session.frame_ui(ui, dt_secs);
        self.screen.follow(ui.ctx(), &self.session.state);
        for effect in effects {
            carry_out(ui.ctx(), effect);
        }
        // The size of the screen that is presented on is no size of the window.
        if self.session.state.stage.presenting.is_none() {
            let scale = ui.ctx().zoom_factor();
            let inner = ui.input(|i| i.viewport().inner_rect);
            self.window_pt = inner.map(|r| (r.size() * scale).into());
        }
        let ctx = ui.ctx().clone();
        self.dropped.look(&ctx, &mut self.session);
        self.keep(&ctx, dt_secs);
        self.stills.settle(&ctx, ui.layer_id(), dt_secs);
        if let Some(timings) = &mut self.timings {
            let state = &self.session.state;
            timings.frame_took(began, state.time.playing || state.stage.is_moving());
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.session.leave();
        let now = Settings::of(&self.session.state, self.window_pt);
        if now != self.saved {
            self.write(now);
        }
        if let Some(timings) = &mut self.timings {
            timings.report();
        }
    }
}

fn carry_out(ctx: &egui::Context, effect: Effect) {
    match effect {
        Effect::OpenUrl(url) => ctx.open_url(egui::OpenUrl::new_tab(url)),
        Effect::Copy(text) => ctx.copy_text(text),
        // The session has carried it out.
        Effect::Export(_) | Effect::Story(_) => {}
        Effect::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
    }
}
