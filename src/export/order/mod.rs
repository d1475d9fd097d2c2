//! What is ordered, by the command line or by the export dialog, and how it is carried out: one picture, a film or a
//! series, with everything that can be refused before any work is done.
//!
//! It asks nobody: what has to be asked is told, and whoever orders decides.

mod chosen;
mod fault;
pub mod film;
pub mod frame;
mod names;
mod pages;
mod place;
mod proof;
pub mod series;
pub mod sizes;
pub mod still;
mod told;

pub use chosen::{Seen, days, order, picture};
pub use fault::{Concerns, Fault};
pub use frame::Frame;
pub use proof::{Proof, Proofs, at};
pub use told::{Question, Told, tell};

use super::film::Progress;
use super::target::Target;
use crate::model::Atlas;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What is made.
#[derive(Clone, PartialEq, Debug)]
pub enum Work {
    /// One picture, and what is written beside it.
    Still(still::StillOrder, still::Beside),
    /// A film.
    Film(film::FilmOrder),
    /// Many pictures.
    Series(series::SeriesOrder),
}

/// What is made, and where it goes.
#[derive(Clone, PartialEq, Debug)]
pub struct Order {
    /// What is made.
    pub work: Work,
    /// The file, or the folder of a series or of frames.
    pub path: PathBuf,
}

/// What was made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Made {
    /// The file or the folder.
    pub path: PathBuf,
    /// How many files there are.
    pub files: usize,
}

/// The words that go beside a picture: its name with `.txt`.
pub fn alt_path(picture: &Path) -> PathBuf {
    picture.with_extension("txt")
}

/// The table that goes beside a picture: its name with `.csv`.
pub fn table_path(picture: &Path) -> PathBuf {
    picture.with_extension("csv")
}

/// Makes what is ordered. Until it is whole, and when it fails or is cancelled, whatever stood there stays.
///
/// # Errors
/// When something cannot be drawn or written, or `cancel` is set.
pub fn make(
    order: &Order,
    atlas: &Arc<Atlas>,
    cancel: &AtomicBool,
    progress: &mut dyn FnMut(Progress),
) -> Result<Made, Fault> {
    let path = order.path.clone();
    match &order.work {
        Work::Still(still, beside) => {
            let files = make_still((still, *beside), atlas, &path, (cancel, progress))?;
            Ok(Made { path, files })
        }
        Work::Film(film) => {
            film::write(&film.film(atlas)?, film.form, &path, (cancel, progress))?;
            Ok(Made { path, files: 1 })
        }
        Work::Series(series) => {
            let files = series.make(atlas, &path, cancel, progress)?;
            Ok(Made { path, files })
        }
    }
}

fn make_still(
    (still, beside): (&still::StillOrder, still::Beside),
    atlas: &Atlas,
    path: &Path,
    (cancel, progress): (&AtomicBool, &mut dyn FnMut(Progress)),
) -> Result<usize, Fault> {
    let open = |wanted: bool, path: PathBuf| wanted.then(|| Target::open(&path)).transpose();
    let targets = [
        Some(Target::open(path)?),
        open(beside.alt, alt_path(path))?,
        open(beside.table, table_path(path))?,
    ];
    progress(Progress { done: 0, of: 1 });
    let files = still.files(atlas, beside)?;
    let bytes = [
        Some(files.picture),
        files.alt.map(String::into_bytes),
        files.table.map(String::into_bytes),
    ];
    let mut filled = Vec::new();
    for (target, bytes) in targets.into_iter().zip(bytes) {
        if let (Some(target), Some(bytes)) = (target, bytes) {
            filled.push(target.filled(&bytes)?);
        }
    }
    if cancel.load(Ordering::Relaxed) {
        return Err(Fault::Cancelled);
    }
    let count = filled.len();
    for file in filled {
        file.place()?;
    }
    progress(Progress { done: 1, of: 1 });
    Ok(count)
}
