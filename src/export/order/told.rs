//! What an order comes to, what is wrong with it, and what has to be asked: all before any work is done.
//!
//! It reads folders, and so belongs on a thread where a window waits for it.

use super::fault::{Concerns, Fault};
use super::film::{ASK_FRAMES, Extent, FilmForm, FilmOrder, MOST_GIF_FPS, extent};
use super::series::{ASK_PICTURES, SeriesOrder};
use super::still::Beside;
use super::{Order, Work, alt_path, names, place, table_path};
use crate::calendar::Date;
use crate::export::film::{Kind, MOST_FRAMES};
use crate::export::raster::size_px;
use crate::export::still::{Form, Size, SizeFault};
use crate::model::Atlas;
use crate::style::Theme;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What has to be asked before an order is carried out.
#[derive(Clone, PartialEq, Debug)]
pub enum Question {
    /// Something of that name is there.
    Replace(PathBuf),
    /// So many of the pictures are there already.
    ReplaceSome(usize),
    /// The film is long.
    Long(Extent),
    /// There are so many pictures.
    Many(usize),
}

/// What an order comes to.
#[derive(Debug, Default)]
pub struct Told {
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// What has to be asked.
    pub questions: Vec<Question>,
    /// Width and height in pixels, where it has any.
    pub size_px: Option<[u32; 2]>,
    /// What a film comes to.
    pub film: Option<Extent>,
    /// The days of the pictures of a film or of a series, in their order.
    pub days: Vec<Date>,
    /// A name that nothing has, when the chosen one is taken.
    pub free: Option<PathBuf>,
}

impl Told {
    /// The first fault that a field can mend.
    pub fn fault(&self, of: Concerns) -> Option<&Fault> {
        self.faults.iter().find(|fault| fault.concerns() == of)
    }
}

/// Looks at an order.
pub fn tell(order: &Order, atlas: &Arc<Atlas>) -> Told {
    let mut told = Told::default();
    match &order.work {
        Work::Still(still, beside) => {
            told.look_at_size(still.size, still.form);
            let place = place::of_file(&order.path);
            told.look_at_place(place, &order.path, &taken(&order.path, *beside));
        }
        Work::Film(film) => {
            told.look_at_film(film, atlas);
            let place = match film.form {
                FilmForm::Film(Kind::Gif | Kind::Mp4) | FilmForm::Page => {
                    place::of_file(&order.path)
                }
                FilmForm::Film(Kind::Folder) => place::of_frames(&order.path),
            };
            told.look_at_place(place, &order.path, std::slice::from_ref(&order.path));
        }
        Work::Series(series) => told.look_at_series(series, &order.path, atlas),
    }
    told
}

/// The files of a picture.
fn taken(path: &Path, beside: Beside) -> Vec<PathBuf> {
    let mut all = vec![path.to_owned()];
    all.extend(beside.alt.then(|| alt_path(path)));
    all.extend(beside.table.then(|| table_path(path)));
    all
}

impl Told {
    fn fail(&mut self, fault: impl Into<Fault>) {
        self.faults.push(fault.into());
    }

    fn look_at_size(&mut self, size: Size, form: Form) {
        if let Err(fault) = size.check(form) {
            self.fail(Fault::Size(fault));
        } else if form == Form::Png {
            let paper = size.paper(Theme::default());
            self.size_px = size_px(paper.size_pt, paper.scale).ok();
        }
    }

    fn look_at_place(&mut self, place: Result<(), Fault>, path: &Path, files: &[PathBuf]) {
        if let Err(fault) = place {
            self.fail(fault);
        } else if let Some(there) = files.iter().find(|file| file.exists()) {
            self.questions.push(Question::Replace(there.clone()));
            self.free = names::free(path);
        }
    }

    fn look_at_film(&mut self, order: &FilmOrder, atlas: &Arc<Atlas>) {
        let px = order.even_px();
        // The same bounds as a picture's.
        match size_px(px.map(|px| px as f32), 1.0) {
            Ok(size) => self.size_px = Some(size),
            Err(refused) => self.fail(Fault::Size(SizeFault::Pixels(refused))),
        }
        if order.form == FilmForm::Film(Kind::Gif) && order.pace.fps > MOST_GIF_FPS {
            self.fail(Fault::GifRate(MOST_GIF_FPS));
        }
        let film = match order.film(atlas) {
            Ok(film) => film,
            Err(fault) => return self.fail(fault),
        };
        let comes_to = extent(&film, order.form);
        if comes_to.frames > MOST_FRAMES {
            self.fail(Fault::TooManyFrames(comes_to.frames));
        } else if comes_to.frames > ASK_FRAMES {
            self.questions.push(Question::Long(comes_to));
        }
        self.film = Some(comes_to);
        self.days = film.shots.iter().map(|shot| shot.date).collect();
    }

    fn look_at_series(&mut self, series: &SeriesOrder, folder: &Path, atlas: &Atlas) {
        self.look_at_size(series.size, series.form);
        let all = match series.all(atlas) {
            Ok(all) => all,
            Err(fault) => return self.fail(fault),
        };
        if let Err(fault) = place::of_series(folder) {
            self.fail(fault);
        }
        let is_there = |path: &PathBuf| path.exists();
        let paths = all.iter().map(|one| series.path(folder, one));
        let there = paths.filter(is_there).count();
        if there > 0 {
            self.questions.push(Question::ReplaceSome(there));
            self.free = names::free(folder);
        }
        if all.len() > ASK_PICTURES {
            self.questions.push(Question::Many(all.len()));
        }
        self.days = all.iter().map(|one| one.day).collect();
    }
}
