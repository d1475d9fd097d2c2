//! Where a film goes: a file or a folder that appears whole or not at all.
//!
//! It is opened before the work begins, so that a place that cannot be written is known at once, and
//! what stood there is replaced only when the new one is complete.

use super::{Encoder, Film, FilmError, folder, gif};
use crate::export::target::bare;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile, TempDir};

/// Names of what is not finished begin so.
const PREFIX: &str = ".sahelscope-";

/// A kind of file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// GIF, 256 colours.
    Gif,
    /// MP4 with H.264.
    Mp4,
    /// A folder of numbered PNGs.
    Folder,
}

impl Kind {
    /// The kind that a name asks for: `.gif`, `.mp4`, or a folder, whose name ends in a slash or
    /// which is there already.
    pub fn of(path: &Path) -> Option<Kind> {
        let extension = path.extension().and_then(|e| e.to_str());
        let slashed = path.as_os_str().to_string_lossy().ends_with(['/', '\\']);
        if slashed || path.is_dir() {
            return Some(Kind::Folder);
        }
        match extension.map(str::to_lowercase).as_deref() {
            Some("gif") => Some(Kind::Gif),
            Some("mp4") => Some(Kind::Mp4),
            Some(_) | None => None,
        }
    }
}

/// An opened place for a film. Dropped unfinished, it leaves nothing behind.
#[derive(Debug)]
pub struct Target {
    /// What it becomes.
    pub kind: Kind,
    path: PathBuf,
    room: Room,
}

#[derive(Debug)]
enum Room {
    File(NamedTempFile),
    Folder(TempDir),
}

impl Target {
    /// Opens a place beside the one that the film will have.
    ///
    /// # Errors
    /// When the folder cannot be written, or a folder of that name holds anything but frames.
    pub fn open(path: &Path, kind: Kind) -> Result<Target, FilmError> {
        let failed = |e: io::Error| FilmError::Write(path.to_owned(), e);
        let parent = path.parent().filter(|p| !p.as_os_str().is_empty());
        let parent = parent.unwrap_or(Path::new("."));
        let room = match kind {
            Kind::Gif | Kind::Mp4 => {
                if path.is_dir() {
                    return Err(failed(io::ErrorKind::IsADirectory.into()));
                }
                let file = Builder::new().prefix(PREFIX).tempfile_in(parent);
                Room::File(file.map_err(|e| failed(bare(e)))?)
            }
            Kind::Folder => {
                folder::may_replace(path).map_err(failed)?;
                let room = Builder::new().prefix(PREFIX).tempdir_in(parent);
                Room::Folder(room.map_err(|e| failed(bare(e)))?)
            }
        };
        Ok(Target {
            kind,
            path: path.to_owned(),
            room,
        })
    }

    /// The encoder that fills it.
    pub(super) fn encoder(self, film: &Film) -> Result<Box<dyn Encoder>, FilmError> {
        let size_px = film.size_px();
        match (self.kind, self.room) {
            (Kind::Gif, Room::File(temp)) => {
                let file = Whole::new(temp, self.path)?;
                Ok(Box::new(gif::Gif::new(file, size_px, film)?))
            }
            #[cfg(feature = "video")]
            (Kind::Mp4, Room::File(temp)) => {
                let file = Whole::new(temp, self.path)?;
                Ok(Box::new(super::mp4::Mp4::new(file, size_px, film)?))
            }
            #[cfg(not(feature = "video"))]
            (Kind::Mp4, Room::File(_)) => Err(FilmError::NoVideo),
            (Kind::Folder, Room::Folder(room)) => {
                Ok(Box::new(folder::Folder::new(room, self.path, film)))
            }
            (Kind::Gif | Kind::Mp4, Room::Folder(_)) | (Kind::Folder, Room::File(_)) => {
                Err(FilmError::Size("a file is no folder".to_owned()))
            }
        }
    }
}

/// A file that gets its name when it is complete.
pub(super) struct Whole {
    temp: NamedTempFile,
    path: PathBuf,
}

impl Whole {
    fn new(temp: NamedTempFile, path: PathBuf) -> Result<Whole, FilmError> {
        Ok(Whole { temp, path })
    }

    /// The file to write into.
    pub fn file(&self) -> io::Result<File> {
        self.temp.as_file().try_clone()
    }

    /// A file for what must wait, in the same folder, without a name.
    #[cfg(feature = "video")]
    pub fn aside(&self) -> io::Result<File> {
        let folder = self.temp.path().parent().unwrap_or(Path::new("."));
        tempfile::tempfile_in(folder)
    }

    /// What went wrong with it, with its name.
    pub fn failed(&self, error: io::Error) -> FilmError {
        FilmError::Write(self.path.clone(), error)
    }

    /// Puts it in its place.
    pub fn place(self) -> Result<(), FilmError> {
        let path = self.path;
        let placed = readable_as_usual(self.temp.path())
            .and_then(|()| self.temp.persist(&path).map_err(|e| e.error));
        placed.map(|_| ()).map_err(|e| FilmError::Write(path, e))
    }
}

/// Temporary files are private; a film is to be as readable as any file the user makes.
#[cfg(unix)]
pub(in crate::export) fn readable_as_usual(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = if path.is_dir() { 0o755 } else { 0o644 };
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
pub(in crate::export) fn readable_as_usual(path: &Path) -> io::Result<()> {
    fs::metadata(path).map(|_| ())
}
