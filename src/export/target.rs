//! A place for a file: opened before the work begins, filled when it is done.
//!
//! A place that cannot be written is known at once, a failed work leaves nothing behind, and what stood
//! there is replaced only by the whole new file. It asks nobody whether it may.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile, TempPath};

/// Names of what is not finished begin so.
const PREFIX: &str = ".sahelscope-";

/// A file that could not be written.
#[derive(Debug, thiserror::Error)]
#[error("cannot write {}: {why}", path.display())]
pub struct NotWritten {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub why: io::Error,
}

/// An opened place. Dropped unfilled, it leaves nothing behind.
#[derive(Debug)]
pub struct Target {
    path: PathBuf,
    temp: NamedTempFile,
}

impl Target {
    /// Opens a place beside the one that the file will have.
    ///
    /// # Errors
    /// When the folder cannot be written, or the name is that of a folder.
    pub fn open(path: &Path) -> Result<Target, NotWritten> {
        let failed = |why| NotWritten {
            path: path.to_owned(),
            why,
        };
        if path.is_dir() {
            return Err(failed(io::ErrorKind::IsADirectory.into()));
        }
        let parent = path.parent().filter(|p| !p.as_os_str().is_empty());
        let temp = Builder::new()
            .prefix(PREFIX)
            .tempfile_in(parent.unwrap_or(Path::new(".")))
            .map_err(|error| failed(bare(error)))?;
        Ok(Target {
            path: path.to_owned(),
            temp,
        })
    }

    /// Fills the place and gives it its name.
    ///
    /// # Errors
    /// When the disk is full or the name cannot be given; the old file is as it was.
    pub fn fill(self, bytes: &[u8]) -> Result<(), NotWritten> {
        self.filled(bytes)?.place()
    }

    /// The same, piece by piece.
    ///
    /// # Errors
    /// The same, and whatever `write` answers.
    pub fn fill_with(
        mut self,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), NotWritten> {
        let mut out = BufWriter::with_capacity(1 << 16, &mut self.temp);
        let written = write(&mut out).and_then(|()| out.flush());
        drop(out);
        self.closed(written)?.place()
    }

    /// Fills the place; it has its name only later, with others.
    ///
    /// # Errors
    /// When the disk is full; the old file is as it was.
    pub fn filled(mut self, bytes: &[u8]) -> Result<Filled, NotWritten> {
        let written = self.temp.write_all(bytes);
        self.closed(written)
    }

    fn closed(self, written: io::Result<()>) -> Result<Filled, NotWritten> {
        let filled = written
            .and_then(|()| self.temp.as_file().sync_data())
            .and_then(|()| readable_as_usual(self.temp.as_file()));
        let path = self.path;
        match filled {
            // The file is closed: there may be more of them than a program may have open.
            Ok(()) => Ok(Filled {
                path,
                temp: self.temp.into_temp_path(),
            }),
            Err(why) => Err(NotWritten {
                path,
                why: bare(why),
            }),
        }
    }
}

/// A whole file that has not got its name yet. Dropped, it leaves nothing behind.
#[derive(Debug)]
pub struct Filled {
    path: PathBuf,
    temp: TempPath,
}

impl Filled {
    /// Gives it its name.
    ///
    /// # Errors
    /// When the name cannot be given; the old file is as it was.
    pub fn place(self) -> Result<(), NotWritten> {
        let path = self.path;
        let placed = self.temp.persist(&path);
        placed.map_err(|e| NotWritten {
            path,
            why: bare(e.error),
        })
    }
}

/// The reason without the name of our own temporary file, which means nothing to anyone.
pub(super) fn bare(error: io::Error) -> io::Error {
    match error.kind() {
        io::ErrorKind::Other => error,
        io::ErrorKind::NotFound => {
            let why = "the folder is not there or takes no files";
            io::Error::new(io::ErrorKind::NotFound, why)
        }
        kind => kind.into(),
    }
}

/// Temporary files are private; a picture is to be as readable as any file the user makes.
#[cfg(unix)]
fn readable_as_usual(file: &std::fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_as_usual(_file: &std::fs::File) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_file_appears_whole_or_not_at_all() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.png");
        fs::write(&path, "old").expect("writable");
        let target = Target::open(&path).expect("writable");
        assert_eq!(fs::read(&path).expect("there"), b"old");
        drop(target);
        assert_eq!(fs::read_dir(folder.path()).expect("there").count(), 1);
        let target = Target::open(&path).expect("writable");
        target.fill(b"new").expect("writable");
        assert_eq!(fs::read(&path).expect("there"), b"new");
        assert_eq!(fs::read_dir(folder.path()).expect("there").count(), 1);
    }

    #[test]
    fn what_cannot_be_written_is_known_at_once() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(Target::open(folder.path()).is_err(), "a folder");
        let nowhere = folder.path().join("no").join("a.png");
        let error = Target::open(&nowhere)
            .expect_err("no such folder")
            .to_string();
        assert!(
            error.contains("a.png") && !error.contains(PREFIX),
            "{error}"
        );
    }
}
