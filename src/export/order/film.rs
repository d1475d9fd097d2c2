//! A film as it is ordered, and what it comes to before the first frame is drawn.
//!
//! Drawing and packing it is `film`'s, and a page is `html`'s.

use super::frame::Frame;
use crate::export::film::{Film, FilmError, Kind, Pace, PaceError, Progress, Target, make, shots};
use crate::export::html;
use crate::export::target::{self, NotWritten};
use crate::geo::Camera;
use crate::model::{Atlas, Category};
use crate::scene::film::{PROGRESS_KEY, page_size};
use crate::scene::{Paper, page};
use crate::state::{KeptView, Mode};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// More frames than this are made only when it is confirmed.
pub const ASK_FRAMES: u64 = 2_000;
/// Players slow down a GIF that is faster.
pub const MOST_GIF_FPS: u32 = 50;
/// The kinds of event that a film stays on when nobody chooses.
pub const HOLD_ON: [Category; 4] = [
    Category::Coup,
    Category::Withdrawal,
    Category::Alliance,
    Category::Airspace,
];

/// What becomes of a stretch of time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FilmForm {
    /// A film, or its frames.
    Film(Kind),
    /// An HTML page.
    Page,
}

/// A film.
#[derive(Clone, PartialEq, Debug)]
pub struct FilmOrder {
    /// Layers, filters, colours, language; its days and its camera are not used.
    pub view: KeptView,
    /// Where it looks, from the first frame to the last.
    pub frame: Frame,
    /// Which days it shows.
    pub pace: Pace,
    /// How large it is, in pixels.
    pub size_px: [u32; 2],
    /// The kind of file.
    pub form: FilmForm,
}

/// What a film comes to.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Extent {
    /// Frames in the file.
    pub frames: u64,
    /// How long it lasts, in seconds.
    pub seconds: f64,
    /// How large the file is, about.
    pub megabytes: f64,
}

impl FilmOrder {
    /// The film to make.
    ///
    /// # Errors
    /// When its pace gives no film.
    pub fn film(&self, atlas: &Arc<Atlas>) -> Result<Film, PaceError> {
        let mut view = self.view.clone();
        view.mode = Mode::Instant;
        // It would jump from corner to corner, wherever there is room on the day.
        view.hidden.insert("page:locator".to_owned());
        let shots = shots(&self.pace, atlas, &view.hidden)?;
        let paper = Paper::of_pixels(self.even_px(), view.theme);
        let map_pt = match self.form {
            FilmForm::Page => html::map_size(&view, paper),
            FilmForm::Film(_) => {
                let shows_strip = !view.hidden.contains(PROGRESS_KEY);
                let page_pt = page_size(paper.size_pt, shows_strip);
                page::size_of(&page::map_frame(page_pt, &view.hidden))
            }
        };
        Ok(Film {
            camera: self.frame.camera(map_pt, Camera::home_box),
            atlas: atlas.clone(),
            view,
            paper,
            shots,
            fps: self.pace.fps,
        })
    }

    /// Its size as the kind of file can have it: video has even sides, and an odd one gets a pixel more.
    pub fn even_px(&self) -> [u32; 2] {
        match self.form {
            FilmForm::Film(Kind::Mp4) => self.size_px.map(|px| px.saturating_add(px % 2)),
            FilmForm::Film(Kind::Gif | Kind::Folder) | FilmForm::Page => self.size_px,
        }
    }
}

/// Makes a film as a file of that form. Until it is whole, and when it fails or is cancelled, whatever stood there
/// stays.
///
/// # Errors
/// When it cannot be drawn or written, or `cancel` is set.
pub fn write(
    film: &Film,
    form: FilmForm,
    path: &Path,
    (cancel, progress): (&AtomicBool, &mut dyn FnMut(Progress)),
) -> Result<(), FilmError> {
    match form {
        FilmForm::Film(kind) => make(film, Target::open(path, kind)?, cancel, progress),
        FilmForm::Page => {
            let unwritten = |fault: NotWritten| FilmError::Write(fault.path, fault.why);
            let target = target::Target::open(path).map_err(unwritten)?;
            let bytes = html::make(film, cancel, progress)?;
            target.fill(&bytes).map_err(unwritten)
        }
    }
}

/// What a film comes to as a file of that form.
pub fn extent(film: &Film, form: FilmForm) -> Extent {
    let frames = match form {
        FilmForm::Film(Kind::Gif) | FilmForm::Page => film.shots.len() as u64,
        FilmForm::Film(Kind::Mp4 | Kind::Folder) => film.ticks(),
    };
    let [w, h] = film.size_px().map(f64::from);
    let larger = (w * h / (1280.0 * 720.0)).max(0.05);
    // Measured: the kilobytes of a frame of 1280 x 720 that shows a month more; a page has lines, not pixels.
    let kilobytes = match form {
        FilmForm::Film(Kind::Gif) => 30.0 * larger,
        FilmForm::Film(Kind::Mp4) => 25.0 * larger,
        FilmForm::Film(Kind::Folder) => 210.0 * larger,
        FilmForm::Page => 10.0,
    };
    Extent {
        frames,
        seconds: film.ticks() as f64 / f64::from(film.fps.max(1)),
        megabytes: frames as f64 * kilobytes / 1000.0,
    }
}
