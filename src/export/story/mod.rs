//! A story as files: a handout on paper, a page to click through, a folder of slides.
//!
//! The command line and the window give the same few words and get the same bytes. What a step shows is `slides`',
//! what it names and the facts do not hold is told and left out.

mod folder;
mod handout;
mod lacking;
mod page;
pub mod photo;
mod place;
pub mod slides;
pub mod sources;

pub use lacking::Lacking;
pub use place::Place;

use super::pdf::PdfError;
use super::png::PngError;
use super::raster::SizeRefused;
use super::target::NotWritten;
use crate::calendar::{Date, date_words};
use crate::export::film::Progress;
use crate::lang::{Lang, typeset};
use crate::model::Atlas;
use crate::state::KeptView;
use crate::story::Story;
use photo::Photograph;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What becomes of a story.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Form {
    /// A PDF: a sheet of so many millimetres a step.
    Handout([f32; 2], Notes),
    /// A PNG of so many pixels a step.
    Slides([u32; 2], Words),
    /// One HTML page to click through.
    Page,
}

/// Are the presenter's notes on the sheets?
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Notes {
    /// They are.
    With,
    /// They are not.
    Without,
}

/// Is what each slide shows written beside it, for those who do not see it?
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Words {
    /// It is.
    Beside,
    /// It is not.
    None,
}

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
pub enum StoryFileError {
    /// It was told to stop.
    #[error("stopped; nothing was written")]
    Cancelled,
    /// A story without a step.
    #[error("expected a story of at least one step, found none")]
    Empty,
    /// A file for a folder, or a folder for a file.
    #[error("a folder of slides needs a folder, all else a file")]
    OtherPlace,
    /// Too small or too large to be drawn.
    #[error(transparent)]
    Size(#[from] SizeRefused),
    /// A slide could not be packed.
    #[error(transparent)]
    Png(#[from] PngError),
    /// The handout could not be made.
    #[error(transparent)]
    Pdf(#[from] PdfError),
    /// The page could not be made.
    #[error("the page could not be made: {0}")]
    Page(String),
    /// The file could not be written.
    #[error(transparent)]
    File(#[from] NotWritten),
    /// The folder could not be written.
    #[error("cannot write {}: {}", .0.display(), .1)]
    Folder(PathBuf, std::io::Error),
}

/// A story with all that its files need.
pub struct Told {
    atlas: Arc<Atlas>,
    story: Arc<Story>,
    /// Language and colours; the rest is the steps'.
    view: KeptView,
    photos: Vec<Option<Photograph>>,
    lacking: Vec<Lacking>,
}

impl Told {
    /// Reads the pictures that stand in the folder of the story, and finds what is not there.
    pub fn new(
        atlas: Arc<Atlas>,
        story: Arc<Story>,
        folder: Option<&Path>,
        view: KeptView,
    ) -> Told {
        let mut lacking = lacking::of_steps(&story, &atlas, &view);
        let mut photos = Vec::new();
        for (at, step) in story.steps.iter().enumerate() {
            let read = step.picture.as_ref().map(|picture| match folder {
                Some(folder) => photo::read(folder, &picture.file),
                None => Err(photo::PhotoError::NoFolder),
            });
            if let (Some(Err(error)), Some(picture)) = (&read, &step.picture) {
                lacking.push(Lacking::picture(at, &picture.file, error));
            }
            photos.push(read.and_then(Result::ok));
        }
        lacking.sort_by_key(|l| l.step);
        Told {
            atlas,
            story,
            view,
            photos,
            lacking,
        }
    }

    /// What steps name and is not there, in the order of the steps; the files are made without it.
    pub fn lacking(&self) -> &[Lacking] {
        &self.lacking
    }

    /// Basemap and data, as sheets say it.
    fn credit(&self) -> String {
        let lang = self.view.lang;
        let version = match self.atlas.data_version.parse::<Date>() {
            Ok(day) => date_words(day, lang),
            Err(_) => self.atlas.data_version.clone(),
        };
        let map = self
            .atlas
            .credits
            .first()
            .map(|credit| credit.text.get(lang));
        let data = match lang {
            Lang::En => format!("Sahelscope, data of {version}."),
            Lang::Fr => format!("Sahelscope, données du {version}."),
        };
        let parts: Vec<&str> = map.into_iter().chain([data.as_str()]).collect();
        typeset(&parts.join(" "), lang)
    }
}

/// Makes the files and puts them in their place when they are whole; until then, and when it fails or is cancelled,
/// whatever stood there stays.
///
/// # Errors
/// When something cannot be drawn or written, or `cancel` is set.
pub fn make(
    told: &Told,
    form: Form,
    place: Place,
    cancel: &AtomicBool,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), StoryFileError> {
    let of = told.story.steps.len();
    if of == 0 {
        return Err(StoryFileError::Empty);
    }
    let mut done = |done: usize| {
        progress(Progress { done, of });
        match cancel.load(Ordering::Relaxed) {
            true => Err(StoryFileError::Cancelled),
            false => Ok(()),
        }
    };
    match (form, place) {
        (Form::Handout(sheet_mm, notes), Place::File(target)) => {
            let bytes = handout::pdf(told, sheet_mm, notes, &mut done)?;
            Ok(target.fill(&bytes)?)
        }
        (Form::Page, Place::File(target)) => {
            let bytes = page::html(told, &mut done)?;
            Ok(target.fill(&bytes)?)
        }
        (Form::Slides(size_px, words), Place::Folder(room)) => {
            folder::fill(told, size_px, words, &room, &mut done)?;
            room.place()
        }
        (Form::Handout(..) | Form::Page, Place::Folder(_)) | (Form::Slides(..), Place::File(_)) => {
            Err(StoryFileError::OtherPlace)
        }
    }
}

/// Counts steps that are done; refuses to go on when it is told to stop.
type Done<'a> = dyn FnMut(usize) -> Result<(), StoryFileError> + 'a;
