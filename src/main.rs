//! The program: the command line, or the window when no subcommand is given.

use sahelscope::cli::{self, Outcome};
use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Outcome::Done(code) => code,
        Outcome::Window(_) => ExitCode::from(2),
    }
}
