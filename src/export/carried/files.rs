//! A picture read from a file: never more of it than a bound.

use super::{Carried, Refusal, read};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Larger files are refused: twice the largest picture that this program writes of a map.
pub const LARGEST_BYTES: u64 = 256 << 20;

/// What a file carries.
///
/// # Errors
/// When it cannot be read, is too large, or for the reasons of [`read`].
pub fn read_file(path: &Path) -> Result<Carried, Refusal> {
    let unreadable = |error: std::io::Error| Refusal::Unreadable(error.to_string());
    let file = File::open(path).map_err(unreadable)?;
    let about = file.metadata().map_err(unreadable)?;
    if about.is_dir() {
        return Err(Refusal::NoPicture);
    }
    if about.len() > LARGEST_BYTES {
        return Err(Refusal::TooLarge(about.len()));
    }
    let mut bytes = Vec::new();
    // A file may grow while it is read, and a pipe has no length.
    let mut bounded = file.take(LARGEST_BYTES + 1);
    bounded.read_to_end(&mut bytes).map_err(unreadable)?;
    match bytes.len() as u64 {
        length if length > LARGEST_BYTES => Err(Refusal::TooLarge(length)),
        _ => read(&bytes),
    }
}
