//! Whether a place can be written, looked at before any work is done.
//!
//! Nothing is left there by looking: the file that is tried has no name where the system can do that.

use super::fault::Fault;
use super::names::LONGEST_BYTES;
use crate::export::film::{Kind, Target};
use std::path::Path;

/// Why a file cannot be written there.
pub fn of_file(path: &Path) -> Result<(), Fault> {
    named(path)?;
    if path.is_dir() {
        return Err(Fault::IsFolder(path.to_owned()));
    }
    writable(folder_of(path))
}

/// Why a folder of frames cannot be written there.
pub fn of_frames(path: &Path) -> Result<(), Fault> {
    named(path)?;
    if path.is_file() {
        return Err(Fault::IsFile(path.to_owned()));
    }
    writable(folder_of(path))?;
    // It refuses a folder that holds anything but frames.
    Target::open(path, Kind::Folder).map(drop)?;
    Ok(())
}

/// Why pictures cannot be written into that folder, which need not be there yet.
pub fn of_series(path: &Path) -> Result<(), Fault> {
    named(path)?;
    if path.is_file() {
        return Err(Fault::IsFile(path.to_owned()));
    }
    let is_there = |at: &&Path| at.as_os_str().is_empty() || at.exists();
    writable(path.ancestors().find(is_there).unwrap_or(Path::new(".")))
}

fn folder_of(path: &Path) -> &Path {
    let parent = path.parent().filter(|p| !p.as_os_str().is_empty());
    parent.unwrap_or(Path::new("."))
}

/// Has it a name that a file can have?
fn named(path: &Path) -> Result<(), Fault> {
    let Some(name) = path.file_name() else {
        return Err(Fault::NoName);
    };
    let bytes = path.as_os_str().as_encoded_bytes();
    if name.len() > LONGEST_BYTES || bytes.contains(&0) {
        return Err(Fault::BadName);
    }
    Ok(())
}

fn writable(folder: &Path) -> Result<(), Fault> {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    if !folder.exists() {
        return Err(Fault::NoFolder(folder.to_owned()));
    }
    let tried = tempfile::tempfile_in(folder);
    tried.map(drop).map_err(|error| {
        // Without the name of the file that was tried, which means nothing to anyone.
        let kind = error.kind();
        Fault::Write(folder.to_owned(), kind.into())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_looked_at_and_left_as_they_were() {
        let folder = tempfile::tempdir().expect("a folder");
        let here = |name: &str| folder.path().join(name);
        std::fs::write(here("file"), "x").expect("writable");
        assert!(of_file(&here("a.png")).is_ok());
        assert!(matches!(of_file(folder.path()), Err(Fault::IsFolder(_))));
        assert!(matches!(
            of_file(&here("no/a.png")),
            Err(Fault::NoFolder(_))
        ));
        assert!(matches!(
            of_file(&here("file/a.png")),
            Err(Fault::Write(..))
        ));
        assert!(matches!(of_file(Path::new("/")), Err(Fault::NoName)));
        assert!(matches!(
            of_file(&here(&"x".repeat(300))),
            Err(Fault::BadName)
        ));
        assert!(matches!(of_file(&here("a\0b")), Err(Fault::BadName)));
        assert!(of_series(&here("new/deep")).is_ok());
        assert!(matches!(of_series(&here("file")), Err(Fault::IsFile(_))));
        assert!(of_frames(&here("frames")).is_ok());
        let refused = of_frames(folder.path())
            .err()
            .map(|f| f.sentence(crate::lang::Lang::En));
        assert!(refused.is_some_and(|why| why.contains("file")));
        let count = std::fs::read_dir(folder.path()).expect("there").count();
        assert_eq!(count, 1);
    }
}
