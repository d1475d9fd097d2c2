//! The program: the command line, or the window when no subcommand is given.

use sahelscope::cli::{self, Outcome, WindowArgs};
use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    let started = Instant::now();
    match cli::run(std::env::args_os()) {
        Outcome::Done(code) => code,
        Outcome::Window(args) => match open(args, started) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("error: {error:#}");
                ExitCode::from(1)
            }
        },
    }
}

/// Opens the window; a data folder with faults does not keep it shut, the window says what was wrong.
#[cfg(feature = "gui")]
fn open(args: WindowArgs, started: Instant) -> anyhow::Result<()> {
    use sahelscope::{app, data};
    use std::sync::Arc;
    let (atlas, notice) = match args.data.as_deref().map(data::load_dir) {
        None => (data::shipped()?, None),
        Some(Ok(atlas)) => (Arc::new(atlas), None),
        Some(Err(error)) => {
            eprintln!("{error}");
            (data::shipped()?, Some(error.to_string()))
        }
    };
    app::run(app::Launch {
        today: today(),
        atlas,
        notice,
        view: args.view.map(|link| link.to_string_lossy().into_owned()),
        story: args.story.map(|opened| {
            let (path, story, print) = *opened;
            app::OpenedStory { path, story, print }
        }),
        drawn_from: args.drawn_from,
        date: args.date,
        lang: args.lang,
        theme: args.theme,
        timings: args.timings,
        started,
    })
}

/// The civil date in UTC: the axis ends there, and a day more or less does not matter.
#[cfg(feature = "gui")]
fn today() -> sahelscope::calendar::Date {
    let epoch = std::time::UNIX_EPOCH;
    let days = epoch.elapsed().map_or(0, |since| since.as_secs() / 86_400);
    sahelscope::calendar::date_of_day_number(i32::try_from(days).unwrap_or(0))
}

#[cfg(not(feature = "gui"))]
fn open(_args: WindowArgs, _started: Instant) -> anyhow::Result<()> {
    anyhow::bail!(
        "this build has no window: use `sahelscope render --date 2022-08-15 -o map.png`, or see `sahelscope --help`"
    )
}
