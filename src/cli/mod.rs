//! The command line: one file a subcommand, shared arguments, exit codes.
//!
//! 0 done, 1 the input is at fault, 2 wrong usage. Results go to standard output, everything else to
//! standard error. It opens no window: `main` does that when no subcommand is given.

mod animate;
mod arguments;
mod check;
mod choices;
mod convert;
mod diff;
mod events;
mod open;
mod picture;
mod progress;
mod render;
mod series;
mod state;
mod stop;
mod story;
mod view;

use crate::data;
use crate::model::Atlas;
use anyhow::Context;
use arguments::{DataArgs, one_line};
use clap::{Parser, Subcommand};
use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

pub use arguments::WindowArgs;

/// The arguments as clap reads them.
#[derive(Parser, Debug)]
#[command(
    name = "sahelscope",
    version,
    about = "Who had troops where in the Sahel, whose sky was closed to whom, and who stood in which alliance, on any day from 2012 to now",
    after_help = "Without a command the window opens; everything works without a network.\n\
        A view link holds a view of the window: Ctrl+Shift+C copies it there, --view LINK opens it, render --view LINK draws it. Put it in quotes.",
    args_conflicts_with_subcommands = true
)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    window: WindowArgs,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Draw the map of a day as PNG, SVG, PDF or an HTML page
    Render(render::Args),
    /// A picture in time: GIF, MP4, numbered PNGs or an HTML page with a slider
    Animate(animate::Args),
    /// Many pictures at once: one a month, an event or a country
    Series(series::Args),
    /// The world on a day, as text or JSON
    State(state::Args),
    /// What changed between two days, as text or JSON
    Diff(diff::Args),
    /// Events as CSV, JSON or GeoJSON
    Events(events::Args),
    /// A story as a handout (PDF), a page to click through (HTML) or a folder of slides (PNG)
    Story(story::Args),
    /// Is this file good? Every complaint with file, line, record and reason
    Check(check::Args),
    /// One's own data from one format to another, with an import report
    Convert(convert::Args),
}

/// What the program is to do after the command line has been read.
pub enum Outcome {
    /// Nothing more; leave with this code.
    Done(ExitCode),
    /// Open the window.
    Window(WindowArgs),
}

/// Why a subcommand did not do what it was asked.
enum Failure {
    /// Wrong usage: one line, exit 2.
    Usage(String),
    /// The input is at fault: its lines, exit 1.
    Input(String),
    /// Something outside failed: the reason with its context, exit 1.
    Other(anyhow::Error),
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Failure::Other(error)
    }
}

impl From<data::LoadError> for Failure {
    fn from(error: data::LoadError) -> Self {
        Failure::Input(error.to_string())
    }
}

/// Reads the arguments and runs a subcommand.
pub fn run(arguments: impl IntoIterator<Item = std::ffi::OsString>) -> Outcome {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) if error.use_stderr() => {
            eprintln!("{}", one_line(&error));
            return Outcome::Done(ExitCode::from(2));
        }
        Err(help) => {
            // In colour on a terminal, plain into a pipe; a closed pipe is no fault.
            let _ = help.print();
            return Outcome::Done(ExitCode::SUCCESS);
        }
    };
    let result = match cli.command {
        None => match open::window(cli.window) {
            Ok(window) => return Outcome::Window(window),
            Err(failure) => Err(failure),
        },
        Some(Command::Render(args)) => render::run(&args),
        Some(Command::Animate(args)) => animate::run(&args),
        Some(Command::Series(args)) => series::run(&args),
        Some(Command::State(args)) => state::run(&args),
        Some(Command::Diff(args)) => diff::run(&args),
        Some(Command::Events(args)) => events::run(&args),
        Some(Command::Story(args)) => story::run(&args),
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::Convert(args)) => convert::run(&args),
    };
    Outcome::Done(match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Usage(line)) => {
            eprintln!("error: {line}");
            ExitCode::from(2)
        }
        Err(Failure::Input(lines)) => {
            eprintln!("{lines}");
            ExitCode::from(1)
        }
        Err(Failure::Other(error)) => {
            eprintln!("error: {error:#}");
            ExitCode::from(1)
        }
    })
}

fn atlas(args: &DataArgs) -> Result<Arc<Atlas>, Failure> {
    Ok(match &args.data {
        Some(folder) => Arc::new(data::load_dir(folder)?),
        None => data::shipped()?,
    })
}

/// Writes a result to standard output; a reader that went away (`| head`) is no fault.
fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(Failure::Other(error.into())),
    }
}

fn print_json(value: &impl serde::Serialize) -> Result<(), Failure> {
    let mut text = serde_json::to_string_pretty(value).context("JSON")?;
    text.push('\n');
    print(&text)
}
