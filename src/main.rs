//! The program: the command line, or the window when no subcommand is given.

use sahelscope::cli::{self, Outcome};
use std::process::ExitCode;

fn main() -> ExitCode {
    let started = std::time::Instant::now();
    match cli::run(std::env::args_os()) {
        Outcome::Done(code) => code,
        Outcome::Window(window) => match open(window, started) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("error: {error:#}");
                ExitCode::from(1)
            }
        },
    }
}

#[cfg(feature = "gui")]
fn open(window: sahelscope::cli::WindowArgs, started: std::time::Instant) -> anyhow::Result<()> {
    use sahelscope::{app, data};
    let (atlas, notice) = match &window.data {
        None => (data::shipped()?, None),
        Some(folder) => match data::load_dir(folder) {
            Ok(atlas) => (std::sync::Arc::new(atlas), None),
            Err(error) => (data::shipped()?, Some(error.to_string())),
        },
    };
    app::run(app::Launch {
        today: atlas.coverage.to,
        atlas,
        notice,
        date: window.date,
        lang: window.lang,
        theme: window.theme,
        timings: window.timings,
        started,
    })
}
