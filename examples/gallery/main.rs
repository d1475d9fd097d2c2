//! Pictures that show every symbol, state, theme and rule of layout, for somebody to look at:
//! `cargo run --release --example gallery -- DIR [PART-OF-A-NAME]...`
//!
//! It judges nothing: that is done by eye, at full size and from the thumbnails of `index.html`, which
//! are a third of it. What is drawn stands in `table.rs` and `table_facts.rs`.

mod cases;
mod draw;
mod index;
mod pixels;
mod table;
mod table_facts;
mod worlds;

use cases::Case;
use draw::Files;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use worlds::Worlds;

/// Pictures are drawn by so many threads.
const THREADS: usize = 2;

/// Why there is no gallery.
enum Fault {
    /// Wrong usage: one line, exit 2.
    Usage(String),
    /// It could not be made: one line, exit 1.
    Failed(String),
}

fn main() -> ExitCode {
    let (line, code) = match run() {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Fault::Usage(line)) => (line, 2),
        Err(Fault::Failed(line)) => (line, 1),
    };
    eprintln!("error: {line}");
    ExitCode::from(code)
}

fn run() -> Result<(), Fault> {
    let mut arguments = std::env::args_os().skip(1);
    let Some(folder) = arguments.next().map(PathBuf::from) else {
        let line = "expected a folder for the pictures: gallery DIR [PART-OF-A-NAME]...";
        return Err(Fault::Usage(line.to_owned()));
    };
    let wanted: Vec<String> = arguments
        .map(|a| a.to_string_lossy().into_owned())
        .collect();
    let numbered = table::ALL.iter().chain(table_facts::ALL).enumerate();
    let cases: Vec<(usize, &Case)> = numbered
        .map(|(i, case)| (i + 1, case))
        .filter(|(_, c)| wanted.is_empty() || wanted.iter().any(|w| c.name.contains(w.as_str())))
        .collect();
    if cases.is_empty() {
        let line = format!(
            "no picture has a name with '{}' in it",
            wanted.join("' or '")
        );
        return Err(Fault::Usage(line));
    }
    let thumbs = folder.join("thumbs");
    std::fs::create_dir_all(&thumbs)
        .map_err(|e| Fault::Failed(format!("cannot make the folder {}: {e}", thumbs.display())))?;
    let worlds = Worlds::load().map_err(Fault::Failed)?;
    let drawn = draw_all(&cases, &worlds, &folder).map_err(Fault::Failed)?;
    index::write(&folder, &drawn).map_err(Fault::Failed)?;
    println!("{} pictures in {}", drawn.len(), folder.display());
    Ok(())
}

/// Draws the cases in parallel; the files come back in the order of the cases.
fn draw_all<'c>(
    cases: &[(usize, &'c Case)],
    worlds: &Worlds,
    folder: &Path,
) -> Result<Vec<(&'c Case, Files)>, String> {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::new());
    let work = || {
        while let Some((number, case)) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
            let files = draw::files(*number, case, worlds, folder);
            let mut all = results.lock().unwrap_or_else(PoisonError::into_inner);
            all.push((*number, *case, files));
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(work);
        }
    });
    let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    results.sort_by_key(|(number, ..)| *number);
    results
        .into_iter()
        .map(|(_, case, files)| Ok((case, files?)))
        .collect()
}
