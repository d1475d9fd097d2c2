//! A series as it is ordered: which pictures it has, and how they are written all at once.
//!
//! Their names sort in the order of time or of the alphabet. The folder may hold other files; none of it changes
//! before the last picture is drawn. As pages of one document they are `pages`'.

use super::frame::Frame;
use super::still::StillOrder;
use crate::calendar::{Date, PartialDate, day_number, partial_words};
use crate::export::facts::Query;
use crate::export::film::Progress;
use crate::export::pdf::PdfError;
use crate::export::still::{Form, Size, StillError};
use crate::export::target::{NotWritten, Target};
use crate::geo::{Camera, MapBox};
use crate::lang::{Lang, typeset};
use crate::model::filter::Filter;
use crate::model::search::folded;
use crate::model::{Atlas, Category, Event};
use crate::scene::Composer;
use crate::state::export::Each;
use crate::state::{KeptView, Mode, Selected};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// More pictures than this are made only when it is confirmed.
pub const ASK_PICTURES: usize = 500;
/// A country is shown with so much of its own size around it.
const AROUND: f64 = 0.12;
/// More months than this are refused.
const MOST_MONTHS: usize = 20_000;

/// A series.
#[derive(Clone, PartialEq, Debug)]
pub struct SeriesOrder {
    /// Layers, filters, colours, language; its day and its camera are not used.
    pub view: KeptView,
    /// Where all its pictures look; open, each looks at what it is of.
    pub frame: Frame,
    /// How large a picture is.
    pub size: Size,
    /// The kind of the files; of a document it is PDF.
    pub form: Form,
    /// Files or pages.
    pub binding: Binding,
    /// What each picture is of.
    pub each: Each,
    /// The first day, of months and events.
    pub from: Date,
    /// The last day, of months and events.
    pub to: Date,
    /// The day on which countries are shown.
    pub date: Date,
    /// Only events of that kind.
    pub category: Option<Category>,
    /// Only events that concern that country, or only that country.
    pub country: Option<String>,
}

/// How the pictures of a series are kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Binding {
    /// A file each, in a folder.
    Files,
    /// The pages of one PDF.
    Document,
}

/// One picture of a series.
#[derive(Clone, PartialEq, Debug)]
pub struct One {
    /// Name of its file, without the ending.
    pub name: String,
    /// The day it shows.
    pub day: Date,
    /// What the outline of a document calls it.
    pub title: String,
    /// What the outline lists it under; empty for nothing.
    pub chapter: String,
    selection: Option<Selected>,
    /// Where it looks when nobody says; nothing for the part that the day asks for.
    part: Option<MapBox>,
}

/// Why there is no series.
#[derive(Debug, thiserror::Error)]
pub enum SeriesError {
    /// The end is before the beginning.
    #[error("expected a last day that is not before the first, found {0} to {1}")]
    Backwards(Date, Date),
    /// Too long.
    #[error("{0} months are more than a series may have")]
    TooMany(usize),
    /// Nothing happened.
    #[error("no such event between {0} and {1}")]
    NoEvent(Date, Date),
    /// No focus country has that code.
    #[error("invalid value '{found}' for '--country': expected one of {known}")]
    NoCountry {
        /// What was asked for.
        found: String,
        /// What there is.
        known: String,
    },
    /// A picture could not be drawn.
    #[error("the picture: {0}")]
    Still(#[from] StillError),
    /// The document could not be made.
    #[error("the document: {0}")]
    Document(#[from] PdfError),
    /// A file could not be written.
    #[error(transparent)]
    Write(#[from] NotWritten),
    /// It was told to stop.
    #[error("stopped; nothing was written")]
    Cancelled,
}

/// The ending of a form's files.
pub fn ending(form: Form) -> &'static str {
    match form {
        Form::Png => "png",
        Form::Svg(_) => "svg",
        Form::Pdf => "pdf",
    }
}

impl SeriesOrder {
    /// The pictures.
    ///
    /// # Errors
    /// When there is none, or there are too many.
    pub fn all(&self, atlas: &Atlas) -> Result<Vec<One>, SeriesError> {
        match self.each {
            Each::Month => self.months(),
            Each::Event => self.events(atlas),
            Each::Country => self.countries(atlas),
        }
    }

    /// First and last day, in their order.
    fn stretch(&self) -> Result<(Date, Date), SeriesError> {
        if self.to < self.from {
            return Err(SeriesError::Backwards(self.from, self.to));
        }
        Ok((self.from, self.to))
    }

    fn months(&self) -> Result<Vec<One>, SeriesError> {
        let (from, to) = self.stretch()?;
        let about = (day_number(to) - day_number(from)) as usize / 28;
        if about > MOST_MONTHS {
            return Err(SeriesError::TooMany(about));
        }
        let of_month = |n: i32| {
            let ahead = jiff::Span::new().try_months(n).ok()?;
            from.first_of_month().checked_add(ahead).ok()
        };
        let firsts = (0..).map_while(of_month).take_while(|day| *day <= to);
        let lang = self.view.lang;
        let one = |day: Date| One {
            name: day.strftime("%Y-%m").to_string(),
            // The month that the stretch begins in is shown from where it begins.
            day: day.max(from),
            title: month_words(day, lang),
            chapter: year(day),
            selection: None,
            part: Some(Camera::home_box()),
        };
        Ok(firsts.map(one).collect())
    }

    fn events(&self, atlas: &Atlas) -> Result<Vec<One>, SeriesError> {
        let (from, to) = self.stretch()?;
        let filter = Filter {
            categories: self.category.into_iter().collect(),
            countries: self.country.clone().into_iter().collect(),
            ..Filter::EVERYTHING
        };
        let query = Query {
            from: Some(from),
            to: Some(to),
            filter,
        };
        let found = query.run(atlas);
        let begun = found.iter().filter(|e| e.date.first() >= from);
        let all: Vec<One> = begun
            .map(|event| One {
                name: event.id.clone(),
                day: event.date.first(),
                title: event_words(event, self.view.lang),
                chapter: year(event.date.first()),
                selection: Some(Selected::Event(event.id.clone())),
                part: None,
            })
            .collect();
        if all.is_empty() {
            return Err(SeriesError::NoEvent(from, to));
        }
        Ok(all)
    }

    fn countries(&self, atlas: &Atlas) -> Result<Vec<One>, SeriesError> {
        let wanted = |iso: &&String| self.country.as_ref().is_none_or(|c| c == *iso);
        let level = atlas.basemap.level(1);
        let chosen = atlas.focus.iter().filter(wanted).filter_map(|iso| {
            let area = level.countries.iter().find(|c| c.iso == *iso)?;
            Some(One {
                name: slug(&area.name.en),
                day: self.date,
                title: area.name.set(self.view.lang),
                chapter: String::new(),
                selection: Some(Selected::Country(iso.clone())),
                part: Some(around(&area.bounds)),
            })
        });
        let mut all: Vec<One> = chosen.collect();
        all.sort_by(|a, b| a.name.cmp(&b.name));
        if all.is_empty() {
            return Err(SeriesError::NoCountry {
                found: self.country.clone().unwrap_or_default(),
                known: atlas.focus.join(", "),
            });
        }
        Ok(all)
    }

    /// One of its pictures as an order of its own.
    pub fn still(&self, one: &One) -> StillOrder {
        let view = KeptView {
            day: one.day,
            mode: Mode::Instant,
            selection: one.selection.clone().or(self.view.selection.clone()),
            ..self.view.clone()
        };
        let frame = match (self.frame, one.part) {
            (Frame::Open, Some(part)) => Frame::Part(part),
            (frame, _) => frame,
        };
        StillOrder {
            view,
            frame,
            size: self.size,
            form: self.form,
        }
    }

    /// Where its files go.
    pub fn path(&self, folder: &Path, one: &One) -> PathBuf {
        folder.join(format!("{}.{}", one.name, ending(self.form)))
    }

    /// Makes the series at its place: a folder, or the file of a document.
    ///
    /// # Errors
    /// When there is no picture, something cannot be drawn or written, or `cancel` is set.
    pub fn make(
        &self,
        atlas: &Atlas,
        place: &Path,
        cancel: &AtomicBool,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<usize, SeriesError> {
        match self.binding {
            Binding::Files => self.files(atlas, place, cancel, progress),
            Binding::Document => {
                let target = Target::open(place)?;
                let bytes = super::pages::document(self, atlas, (cancel, progress))?;
                target.fill(&bytes)?;
                Ok(1)
            }
        }
    }

    /// Draws all its pictures into a folder, which is made when it is not there. The files get their names when the
    /// last of them is drawn; until then, and when it fails or is cancelled, the folder is as it was.
    fn files(
        &self,
        atlas: &Atlas,
        folder: &Path,
        cancel: &AtomicBool,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<usize, SeriesError> {
        let all = self.all(atlas)?;
        let new = made(folder)?;
        let written = self.write(&all, atlas, folder, (cancel, progress));
        if written.is_err() {
            // Only folders of this job, and only while they are empty.
            new.iter().rev().for_each(|made| drop(fs::remove_dir(made)));
        }
        written.map(|()| all.len())
    }

    fn write(
        &self,
        all: &[One],
        atlas: &Atlas,
        folder: &Path,
        (cancel, progress): (&AtomicBool, &mut dyn FnMut(Progress)),
    ) -> Result<(), SeriesError> {
        let mut composer = Composer::default();
        let mut filled = Vec::new();
        for (i, one) in all.iter().enumerate() {
            if cancel.load(Ordering::Relaxed) {
                return Err(SeriesError::Cancelled);
            }
            let target = Target::open(&self.path(folder, one))?;
            let still = self.still(one).draw(&mut composer, atlas);
            filled.push(target.filled(&still.bytes(self.form, atlas)?)?);
            let (done, of) = (i + 1, all.len());
            progress(Progress { done, of });
        }
        for file in filled {
            file.place()?;
        }
        Ok(())
    }
}

pub(super) fn month_words(day: Date, lang: Lang) -> String {
    partial_words(PartialDate::Month(day.year(), day.month()), lang)
}

fn event_words(event: &Event, lang: Lang) -> String {
    let date = partial_words(event.date, lang);
    typeset(&format!("{date} – {}", event.title.get(lang)), lang)
}

fn year(day: Date) -> String {
    partial_words(PartialDate::Year(day.year()), Lang::En)
}

/// Makes a folder with those above it; gives the ones that were not there, outermost first.
fn made(folder: &Path) -> Result<Vec<PathBuf>, SeriesError> {
    let missing = folder.ancestors().take_while(|at| {
        let is_named = !at.as_os_str().is_empty();
        is_named && !at.exists()
    });
    let mut missing: Vec<PathBuf> = missing.map(Path::to_owned).collect();
    missing.reverse();
    fs::create_dir_all(folder).map_err(|why| NotWritten {
        path: folder.to_owned(),
        why,
    })?;
    Ok(missing)
}

fn around(bounds: &MapBox) -> MapBox {
    let room = [0, 1].map(|i| (bounds.max[i] - bounds.min[i]) * AROUND);
    MapBox {
        min: [bounds.min[0] - room[0], bounds.min[1] - room[1]],
        max: [bounds.max[0] + room[0], bounds.max[1] + room[1]],
    }
}

/// A name as it stands in a file's: small letters without accents, and hyphens.
pub fn slug(name: &str) -> String {
    let kept = |c: char| if c.is_ascii_alphanumeric() { c } else { ' ' };
    let plain: String = folded(name).chars().map(kept).collect();
    plain.split_whitespace().collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain() {
        assert_eq!(slug("Burkina Faso"), "burkina-faso");
        assert_eq!(slug("Côte d’Ivoire, l’été"), "cote-d-ivoire-l-ete");
    }

    #[test]
    fn only_what_was_made_is_known_as_new() {
        let folder = tempfile::tempdir().expect("a folder");
        let deep = folder.path().join("a").join("b");
        let new = made(&deep).expect("writable");
        assert_eq!(new, [folder.path().join("a"), deep.clone()]);
        assert!(made(&deep).expect("there").is_empty());
    }
}
