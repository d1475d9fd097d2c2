//! Where the bytes of a file come from: a file of the disk, held to a size and watched for change, or
//! bytes in memory.
//!
//! It decides nothing about what the bytes are.

use super::note::{Fault, Wanted};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::time::SystemTime;

/// Larger files are refused before they are read: their features would not fit the memory of most machines.
pub const LARGEST_BYTES: u64 = 1 << 30;

/// The bytes of a file.
#[derive(Clone, Copy, Debug)]
pub enum Input<'a> {
    /// A file of the disk.
    File(&'a Path),
    /// Bytes in memory.
    Bytes(&'a [u8]),
}

/// A file that is being read.
pub(super) struct Opened<'a> {
    reader: Box<dyn Read + 'a>,
    watched: Option<(&'a Path, Stamp)>,
    left: u64,
    read: u64,
}

type Stamp = (u64, Option<SystemTime>);

fn stamp(path: &Path) -> io::Result<Stamp> {
    let meta = fs::metadata(path)?;
    if meta.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    Ok((meta.len(), meta.modified().ok()))
}

fn unreadable(error: &io::Error) -> Fault {
    Fault::new("file", Wanted::Readable, error.to_string())
}

fn too_large(size: u64) -> Fault {
    let fault = Fault::new("file", Wanted::SmallEnough, format!("{size} bytes"));
    fault.with(LARGEST_BYTES as usize)
}

impl<'a> Input<'a> {
    /// Begins to read.
    pub(super) fn open(self) -> Result<Opened<'a>, Fault> {
        let (reader, watched): (Box<dyn Read + 'a>, _) = match self {
            Input::Bytes(bytes) => (Box::new(bytes), None),
            Input::File(path) => {
                let stamp = stamp(path).map_err(|e| unreadable(&e))?;
                if stamp.0 > LARGEST_BYTES {
                    return Err(too_large(stamp.0));
                }
                let file = File::open(path).map_err(|e| unreadable(&e))?;
                (Box::new(file), Some((path, stamp)))
            }
        };
        Ok(Opened {
            reader,
            watched,
            left: LARGEST_BYTES,
            read: 0,
        })
    }

    /// How many bytes there are to read, as far as is known.
    pub fn size(&self) -> u64 {
        match self {
            Input::Bytes(bytes) => bytes.len() as u64,
            Input::File(path) => fs::metadata(path).map_or(0, |meta| meta.len()),
        }
    }
}

impl Opened<'_> {
    /// Adds about `most` more bytes to `to`; 0 at the end of the file.
    pub fn fill(&mut self, to: &mut Vec<u8>, most: usize) -> Result<usize, Fault> {
        let before = to.len();
        let most = (most as u64).min(self.left);
        // Room at once, and a little more: reading to the end asks for it to see the end.
        to.reserve(usize::try_from(most).unwrap_or(0).min(1 << 24) + 64);
        let got = (&mut self.reader).take(most).read_to_end(to);
        got.map_err(|e| unreadable(&e))?;
        let got = to.len() - before;
        self.left -= got as u64;
        self.read += got as u64;
        if self.left == 0 {
            return Err(too_large(self.read));
        }
        Ok(got)
    }

    /// What is wrong when the file is not as it was when reading began.
    pub fn changed(&self) -> Option<Fault> {
        let (path, before) = self.watched.as_ref()?;
        let after = stamp(path).ok();
        let fault = |found: &str| Some(Fault::new("file", Wanted::Still, found));
        match after {
            Some(after) if after == *before => None,
            Some(_) => fault("a file that was written meanwhile"),
            None => fault("a file that is gone"),
        }
    }

    /// How many bytes were read.
    pub fn so_far(&self) -> u64 {
        self.read
    }
}
