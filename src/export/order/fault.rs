//! Why an order cannot be carried out, in one sentence of either language, and which field of the dialog it concerns.
//!
//! What the command line says about the same faults stands with them, in English.

use super::series::SeriesError;
use crate::export::film::{FilmError, MOST_FRAMES, PaceError};
use crate::export::pdf::{LONGEST_MM, SHORTEST_MM};
use crate::export::raster::{LONGEST_PX, MOST_PX};
use crate::export::still::{SizeFault, StillError};
use crate::export::target::NotWritten;
use crate::lang::{Lang, export_words as w, number, typeset};
use std::io::{Error, ErrorKind};
use std::path::PathBuf;

/// Why an order cannot be carried out.
#[derive(Debug)]
pub enum Fault {
    /// The file has no name.
    NoName,
    /// The name cannot be that of a file.
    BadName,
    /// The folder is not there.
    NoFolder(PathBuf),
    /// A folder has that name, and a file is to be written.
    IsFolder(PathBuf),
    /// A file has that name, and a folder is to be written.
    IsFile(PathBuf),
    /// The place cannot be written.
    Write(PathBuf, Error),
    /// The size cannot be had.
    Size(SizeFault),
    /// There is no such film.
    Pace(PaceError),
    /// So many frames are more than a film may have.
    TooManyFrames(u64),
    /// A GIF is not so fast.
    GifRate(u32),
    /// There is no such series.
    Series(SeriesError),
    /// A film could not be made.
    Film(FilmError),
    /// A picture could not be made.
    Still(StillError),
    /// It was told to stop.
    Cancelled,
}

/// A field of the dialog.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Concerns {
    /// Folder and name.
    Place,
    /// Size.
    Size,
    /// First and last day.
    Days,
    /// Frames a second.
    Rate,
    /// None of them.
    Nothing,
}

impl From<NotWritten> for Fault {
    fn from(error: NotWritten) -> Fault {
        Fault::Write(error.path, error.why)
    }
}

impl From<PaceError> for Fault {
    fn from(error: PaceError) -> Fault {
        match error {
            PaceError::TooMany(frames) => Fault::TooManyFrames(frames),
            other => Fault::Pace(other),
        }
    }
}

impl From<StillError> for Fault {
    fn from(error: StillError) -> Fault {
        Fault::Still(error)
    }
}

impl From<FilmError> for Fault {
    fn from(error: FilmError) -> Fault {
        match error {
            FilmError::Cancelled => Fault::Cancelled,
            FilmError::Write(path, why) => Fault::Write(path, why),
            FilmError::Pixels(refused) => Fault::Size(SizeFault::Pixels(refused)),
            other => Fault::Film(other),
        }
    }
}

impl From<SeriesError> for Fault {
    fn from(error: SeriesError) -> Fault {
        match error {
            SeriesError::Cancelled => Fault::Cancelled,
            SeriesError::Write(refused) => refused.into(),
            SeriesError::Still(error) => Fault::Still(error),
            other => Fault::Series(other),
        }
    }
}

impl Fault {
    /// The field that can mend it.
    pub fn concerns(&self) -> Concerns {
        match self {
            Fault::NoName
            | Fault::BadName
            | Fault::NoFolder(_)
            | Fault::IsFolder(_)
            | Fault::IsFile(_)
            | Fault::Write(..) => Concerns::Place,
            Fault::Size(_) => Concerns::Size,
            Fault::Pace(_) | Fault::TooManyFrames(_) | Fault::Series(_) => Concerns::Days,
            Fault::GifRate(_) => Concerns::Rate,
            Fault::Film(_) | Fault::Still(_) | Fault::Cancelled => Concerns::Nothing,
        }
    }

    /// What is wrong, in a sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        let say = |words: crate::lang::Words| words.get(lang).to_owned();
        let text = match self {
            Fault::NoName => say(w::NO_NAME),
            Fault::BadName => say(w::BAD_NAME),
            Fault::NoFolder(path) => with(w::NO_FOLDER, path.display(), lang),
            Fault::IsFolder(path) => with(w::IS_FOLDER, path.display(), lang),
            Fault::IsFile(path) => with(w::IS_FILE, path.display(), lang),
            Fault::Write(path, why) => {
                let cannot = with(w::CANNOT_WRITE, path.display(), lang);
                format!("{cannot} {}", why_not(why, lang))
            }
            Fault::Size(fault) => size_sentence(*fault, lang),
            Fault::Pace(PaceError::Backwards { .. })
            | Fault::Series(SeriesError::Backwards(..)) => say(w::BACKWARDS),
            Fault::Pace(error) => error.to_string(),
            Fault::TooManyFrames(frames) => {
                let most = with(w::MOST_FRAMES, count(MOST_FRAMES, lang), lang);
                format!(
                    "{} {most}",
                    with(w::TOO_MANY_FRAMES, count(*frames, lang), lang)
                )
            }
            Fault::GifRate(most) => with(w::GIF_RATE, most, lang),
            Fault::Series(SeriesError::NoEvent(..)) => say(w::NO_EVENT),
            Fault::Series(error) => error.to_string(),
            Fault::Film(FilmError::NoVideo) => say(w::NO_VIDEO),
            Fault::Film(error) => error.to_string(),
            Fault::Still(error) => error.to_string(),
            Fault::Cancelled => say(w::STOPPED),
        };
        typeset(&text, lang)
    }
}

/// Words with something in the place of their brace.
pub(super) fn with(words: crate::lang::Words, what: impl std::fmt::Display, lang: Lang) -> String {
    words.get(lang).replacen("{}", &what.to_string(), 1)
}

pub(super) fn count(value: u64, lang: Lang) -> String {
    number(u32::try_from(value).unwrap_or(u32::MAX), lang)
}

fn size_sentence(fault: SizeFault, lang: Lang) -> String {
    match fault {
        SizeFault::Mm { .. } => {
            let least = with(w::SIZE_MM, SHORTEST_MM, lang);
            least.replacen("{}", &LONGEST_MM.to_string(), 1)
        }
        SizeFault::Pixels(_) => {
            let side = with(w::SIZE_PIXELS, count(LONGEST_PX.into(), lang), lang);
            side.replacen("{}", &count(MOST_PX / 1_000_000, lang), 1)
        }
        SizeFault::Sides => with(w::SIZE_SIDES, count(LONGEST_PX.into(), lang), lang),
        SizeFault::Page([width, height]) => {
            let most = with(w::SIZE_PAGE, LONGEST_MM, lang);
            let most = most.replacen("{}", &format!("{width:.0}"), 1);
            most.replacen("{}", &format!("{height:.0}"), 1)
        }
    }
}

/// What the system said, in words of ours where there are any.
fn why_not(error: &Error, lang: Lang) -> String {
    let words = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => w::DISK_FULL,
        ErrorKind::PermissionDenied => w::NOT_PERMITTED,
        ErrorKind::ReadOnlyFilesystem => w::READ_ONLY,
        ErrorKind::NotFound => w::NOT_THERE,
        ErrorKind::NotADirectory => w::NO_DIRECTORY,
        // Whatever else there is, the system says it.
        _ => return error.to_string(),
    };
    words.get(lang).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::raster::SizeRefused;

    #[test]
    fn faults_are_told_in_both_languages() {
        let full = Error::from(ErrorKind::StorageFull);
        let fault = Fault::Write("/a/b.png".into(), full);
        let said = fault.sentence(Lang::En);
        assert!(
            said.contains("/a/b.png") && said.contains("disk is full"),
            "{said}"
        );
        assert!(fault.sentence(Lang::Fr).contains("disque est plein"));
        assert_eq!(fault.concerns(), Concerns::Place);
        for size in [
            SizeFault::Mm {
                least: 10.0,
                most: 5000.0,
            },
            SizeFault::Pixels(SizeRefused(0, 5)),
            SizeFault::Sides,
            SizeFault::Page([9000.0, 20.0]),
        ] {
            for lang in Lang::ALL {
                let said = Fault::Size(size).sentence(lang);
                assert!(!said.contains("{}") && said.ends_with('.'), "{said}");
            }
        }
        let many = Fault::from(PaceError::TooMany(3_000_000)).sentence(Lang::En);
        assert!(
            many.contains("3,000,000") && many.contains("100,000"),
            "{many}"
        );
    }
}
