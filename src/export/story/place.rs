//! Where a story goes: a file or a folder that appears whole or not at all.
//!
//! It is opened before the work begins. A folder that holds anything but slides is never replaced.

use super::StoryFileError;
use crate::export::film::folder::{put_in_place, readable};
use crate::export::target::Target;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use tempfile::{Builder, TempDir};

/// An opened place. Dropped unfilled, it leaves nothing behind.
#[derive(Debug)]
pub enum Place {
    /// For one file.
    File(Target),
    /// For a file a slide.
    Folder(Room),
}

/// A folder under way.
#[derive(Debug)]
pub struct Room {
    temp: TempDir,
    path: PathBuf,
}

impl Place {
    /// Opens a place for a file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn file(path: &Path) -> Result<Place, StoryFileError> {
        Ok(Place::File(Target::open(path)?))
    }

    /// Opens a place for a folder.
    ///
    /// # Errors
    /// When it cannot be written, or a folder of that name holds anything but slides.
    pub fn folder(path: &Path) -> Result<Place, StoryFileError> {
        let failed = |error: io::Error| StoryFileError::Folder(path.to_owned(), error);
        may_replace(path).map_err(failed)?;
        let parent = path.parent().filter(|p| !p.as_os_str().is_empty());
        let parent = parent.unwrap_or(Path::new("."));
        let temp = Builder::new().prefix(".sahelscope-").tempdir_in(parent);
        Ok(Place::Folder(Room {
            temp: temp.map_err(failed)?,
            path: path.to_owned(),
        }))
    }
}

impl Room {
    /// Adds a file.
    pub(super) fn add(&self, name: &str, bytes: &[u8]) -> Result<(), StoryFileError> {
        let written = fs::write(self.temp.path().join(name), bytes);
        written.map_err(|error| StoryFileError::Folder(self.path.clone(), error))
    }

    /// Takes the place of the folder that was there.
    pub(super) fn place(self) -> Result<(), StoryFileError> {
        let placed = readable(self.temp.path())
            .and_then(|()| may_replace(&self.path))
            .and_then(|()| put_in_place(self.temp, &self.path));
        placed.map_err(|error| StoryFileError::Folder(self.path, error))
    }
}

/// Is it the name of a slide or of its words: two figures or more, a hyphen, and so on?
fn is_slide(name: &str) -> bool {
    let figures = name.bytes().take_while(u8::is_ascii_digit).count();
    let ending = name.rsplit('.').next().unwrap_or_default();
    figures >= 2 && name[figures..].starts_with('-') && matches!(ending, "png" | "txt")
}

fn may_replace(path: &Path) -> io::Result<()> {
    if !path.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !is_slide(&name) {
            let why = format!("the folder is there and holds \"{name}\", which is no slide");
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, why));
        }
    }
    Ok(())
}

/// The name of a step's file without its ending: its number and its title in small plain letters.
pub(super) fn name(number: usize, of: usize, title: &str) -> String {
    let plain = crate::model::search::folded(title);
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let mut slug = words.join("-");
    slug.truncate(60);
    let slug = slug.trim_end_matches('-');
    let figures = of.to_string().len().max(2);
    let slug = if slug.is_empty() { "step" } else { slug };
    format!("{number:0figures$}-{slug}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sort_and_are_plain() {
        assert_eq!(
            name(3, 14, "« Sans délai » : l’ONU part"),
            "03-sans-delai-l-onu-part"
        );
        assert_eq!(name(7, 120, "…"), "007-step");
        assert!(is_slide("03-sans-delai.png") && is_slide("07-step.txt"));
        assert!(!is_slide("notes.txt") && !is_slide("3-a.png") && !is_slide("03-a.gif"));
    }

    #[test]
    fn only_folders_of_slides_are_replaced() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("slides");
        fs::create_dir(&path).expect("a folder");
        fs::write(path.join("01-a.png"), "old").expect("a file");
        let Ok(Place::Folder(room)) = Place::folder(&path) else {
            panic!("slides may be replaced");
        };
        room.add("01-b.png", b"new").expect("room");
        room.place().expect("room");
        assert!(path.join("01-b.png").exists() && !path.join("01-a.png").exists());
        fs::write(path.join("letter.txt"), "mine").expect("a file");
        let refused = Place::folder(&path).err().map(|e| e.to_string());
        assert!(refused.is_some_and(|why| why.contains("letter.txt")));
    }
}
