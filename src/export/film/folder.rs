//! A film as a folder of numbered PNGs, for whoever cuts it elsewhere: as many as it has ticks.
//!
//! The folder appears when all are there. A folder that holds anything else is never replaced.

pub(in crate::export) use super::target::readable_as_usual as readable;
use super::{Encoder, Film, FilmError};
use crate::export::carried::{Carried, PROGRAM};
use crate::export::png;
use crate::export::raster::Pixels;
use resvg::tiny_skia::Pixmap;
use std::collections::VecDeque;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

pub(super) struct Folder {
    room: TempDir,
    path: PathBuf,
    written: usize,
    /// What the frames that are to come carry, each its own day.
    carried: VecDeque<Carried>,
}

/// The name of a frame, counted from 1.
fn name(number: usize) -> String {
    format!("frame-{number:05}.png")
}

fn is_frame(name: &str) -> bool {
    let number = name.strip_prefix("frame-");
    let number = number.and_then(|n| n.strip_suffix(".png"));
    number.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

/// Refuses a path where something stands that is not a folder of frames.
pub(super) fn may_replace(path: &Path) -> io::Result<()> {
    if !path.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !is_frame(&name) {
            let why =
                format!("the folder is there and holds \"{name}\", which is no frame of a film");
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, why));
        }
    }
    Ok(())
}

impl Folder {
    pub fn new(room: TempDir, path: PathBuf, film: &Film) -> Folder {
        let carried = film.shots.iter().map(|shot| film.carried(shot.date));
        Folder {
            room,
            path,
            written: 0,
            carried: carried.collect(),
        }
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.written += 1;
        fs::write(self.room.path().join(name(self.written)), bytes)
    }

    /// Takes the place of the folder that was there.
    fn place(self) -> io::Result<()> {
        readable(self.room.path())?;
        may_replace(&self.path)?;
        put_in_place(self.room, &self.path)
    }
}

/// Gives a whole folder its name; what stood there goes when the new one stands.
pub(in crate::export) fn put_in_place(room: TempDir, path: &Path) -> io::Result<()> {
    let made = room.keep();
    let old = made.with_extension("old");
    let had = path.exists();
    if had {
        fs::rename(path, &old)?;
    }
    let placed = fs::rename(&made, path);
    if placed.is_err() {
        // Back as it was.
        fs::remove_dir_all(&made)?;
        if had {
            fs::rename(&old, path)?;
        }
    } else if had {
        fs::remove_dir_all(&old)?;
    }
    placed
}

impl Encoder for Folder {
    fn frame(&mut self, pixels: &Pixmap, ticks: u32) -> Result<(), FilmError> {
        let carried = self.carried.pop_front();
        let mut texts = vec![("Software", PROGRAM)];
        texts.extend(carried.iter().flat_map(Carried::png_texts));
        let bytes = png::pack(Pixels::of(pixels), None, &texts)?;
        for _ in 0..ticks {
            self.write(&bytes)
                .map_err(|e| FilmError::Write(self.path.clone(), e))?;
        }
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<(), FilmError> {
        let path = self.path.clone();
        self.place().map_err(|e| FilmError::Write(path, e))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_folders_of_frames_are_replaced() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(may_replace(&folder.path().join("new")).is_ok());
        assert!(may_replace(folder.path()).is_ok(), "empty");
        fs::write(folder.path().join(name(12)), "x").expect("a file");
        assert!(may_replace(folder.path()).is_ok(), "frames");
        fs::write(folder.path().join("letter.txt"), "x").expect("a file");
        let refused = may_replace(folder.path()).err().map(|e| e.to_string());
        assert!(refused.is_some_and(|why| why.contains("letter.txt")));
    }

    #[test]
    fn names_sort_as_they_count() {
        assert_eq!(name(7), "frame-00007.png");
        assert!(is_frame(&name(123_456)) && !is_frame("frame-.png") && !is_frame("frame-1.gif"));
    }
}
