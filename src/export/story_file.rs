//! Story files on the disk: read whole and bounded, written whole or not at all, the older text kept beside.
//!
//! A file is known by a print of its bytes, so that a change by somebody else is seen whatever its date says. What is
//! asked of the user is for others to ask.

use super::target::Target;
use crate::state::shelf::{Over, Unread};
use crate::story::{Story, file};
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// So many names of a folder are looked at for pictures.
const MOST_NAMES: usize = 5_000;
/// So many pictures are offered.
const MOST_PICTURES: usize = 200;
/// What the names of pictures end in.
const PICTURES: [&str; 3] = ["png", "jpg", "jpeg"];

/// What a file held: 64-bit FNV-1a of its bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Print(pub u64);

/// What came of writing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Written {
    /// The story stands in the file.
    Done(Print),
    /// Nothing was written: the name is taken.
    Taken,
    /// Nothing was written: the file is not as it was known.
    Changed,
}

/// Reads a story.
///
/// # Errors
/// When there is no such file, or it is no story; damaged ones with line and field.
pub fn read(path: &Path) -> Result<(Story, Print), Unread> {
    let bytes = bytes_of(path).map_err(|error| Unread::System(error.to_string()))?;
    let text = std::str::from_utf8(&bytes).map_err(|_| Unread::NotText)?;
    let story = file::read(text).map_err(Unread::Form)?;
    Ok((story, print(&bytes)))
}

/// What a file holds now; nothing when there is none that can be read.
pub fn print_of(path: &Path) -> Option<Print> {
    bytes_of(path).ok().map(|bytes| print(&bytes))
}

/// Writes a story. What stood in the file is kept beside it under the same name with a `~`.
///
/// # Errors
/// With the reason, when the story is too long to be read again, or the disk refuses.
pub fn write(
    path: &Path,
    story: &Story,
    over: Over,
    known: Option<Print>,
) -> Result<Written, String> {
    let text = file::write(story).map_err(|error| error.to_string())?;
    if text.len() > file::LONGEST {
        return Err(file::StoryError::TooLong(text.len()).to_string());
    }
    // A link stays a link: the file that it leads to is replaced.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let old = match bytes_of(&path) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error.to_string()),
    };
    // What is read here is read whole or not at all: a larger file could not be kept beside.
    if let Some(old) = old.as_ref().filter(|old| old.len() > file::LONGEST) {
        return Err(file::StoryError::TooLong(old.len()).to_string());
    }
    match (over, &old) {
        (Over::Nothing, Some(_)) => return Ok(Written::Taken),
        (Over::Known, Some(bytes)) if known != Some(print(bytes)) => return Ok(Written::Changed),
        (Over::Known | Over::Nothing | Over::Anything, _) => {}
    }
    let put = |path: &Path, bytes: &[u8]| {
        let target = Target::open(path).map_err(|error| error.why.to_string())?;
        target.fill(bytes).map_err(|error| error.why.to_string())
    };
    if let Some(old) = old.filter(|old| old.as_slice() != text.as_bytes()) {
        put(&older(&path), &old)?;
    }
    put(&path, text.as_bytes())?;
    Ok(Written::Done(print(text.as_bytes())))
}

/// Under which name the older text of a file is kept.
pub fn older(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push("~");
    path.with_file_name(name)
}

/// The names of the pictures in a folder, in order.
pub fn pictures_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().take(MOST_NAMES);
    let name = |entry: io::Result<fs::DirEntry>| entry.ok()?.file_name().into_string().ok();
    let mut names: Vec<String> = entries.filter_map(name).filter(|n| is_picture(n)).collect();
    names.sort();
    names.truncate(MOST_PICTURES);
    names
}

fn is_picture(name: &str) -> bool {
    let end = Path::new(name).extension().and_then(|end| end.to_str());
    let end = end.unwrap_or_default().to_ascii_lowercase();
    PICTURES.contains(&end.as_str()) && file::is_beside(name)
}

/// The bytes of a file, at most one more than a story may have.
fn bytes_of(path: &Path) -> io::Result<Vec<u8>> {
    let about = fs::metadata(path)?;
    if about.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    // A pipe or a device may never end, or wait for somebody for ever.
    if !about.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    let most = file::LONGEST as u64 + 1;
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// FNV-1a, <http://www.isthe.com/chongo/tech/comp/fnv/>.
fn print(bytes: &[u8]) -> Print {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    Print(bytes.iter().fold(0xcbf2_9ce4_8422_2325, step))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Bilingual;

    fn story(title: &str) -> Story {
        Story {
            title: Bilingual {
                en: title.into(),
                fr: String::new(),
            },
            ..Story::default()
        }
    }

    #[test]
    fn the_older_text_is_kept_and_a_change_by_others_is_seen() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.toml");
        let done = |written: Result<Written, String>| match written {
            Ok(Written::Done(print)) => print,
            other => panic!("{other:?}"),
        };
        let first = done(write(&path, &story("one"), Over::Nothing, None));
        assert_eq!(read(&path), Ok((story("one"), first)));
        assert_eq!(
            write(&path, &story("two"), Over::Nothing, None),
            Ok(Written::Taken)
        );
        let second = done(write(&path, &story("two"), Over::Known, Some(first)));
        assert_eq!(read(&older(&path)), Ok((story("one"), first)));
        fs::write(&path, "somebody else's").expect("writable");
        let third = || write(&path, &story("three"), Over::Known, Some(second));
        assert_eq!(third(), Ok(Written::Changed));
        assert_eq!(
            fs::read(&path).expect("there"),
            b"somebody else's",
            "untouched"
        );
        done(write(&path, &story("three"), Over::Anything, Some(second)));
        assert_eq!(
            fs::read(older(&path)).expect("there"),
            b"somebody else's",
            "kept"
        );
    }

    #[test]
    fn what_is_no_story_is_refused_with_a_reason() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.toml");
        let refused = |bytes: &[u8]| {
            fs::write(&path, bytes).expect("writable");
            read(&path).expect_err("no story")
        };
        assert_eq!(refused(b"\xff\xfe"), Unread::NotText);
        assert!(matches!(refused(b"x = "), Unread::Form(_)));
        assert!(matches!(
            refused(&vec![b'#'; file::LONGEST + 9]),
            Unread::Form(file::StoryError::TooLong(_))
        ));
        assert!(matches!(read(folder.path()), Err(Unread::System(_))));
        assert!(matches!(
            read(&folder.path().join("none")),
            Err(Unread::System(_))
        ));
    }

    #[test]
    fn pictures_are_found_beside() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["b.PNG", "a.jpg", "c.txt", ".d.png"] {
            fs::write(folder.path().join(name), "x").expect("writable");
        }
        assert_eq!(pictures_in(folder.path()), ["a.jpg", "b.PNG"]);
    }
}
