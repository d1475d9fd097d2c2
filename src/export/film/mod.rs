//! Pictures in time: the days of a stretch drawn one by one and written as GIF, MP4 or numbered PNG.
//!
//! Threads draw, the caller's thread encodes; channels between them are bounded, so that a film of any
//! length takes the memory of a few frames. Same film, same bytes, however many threads. What is on a
//! frame is the scene's business; where the file goes and when it appears is `target`'s.

#[cfg(feature = "video")]
mod boxes;
mod draw;
pub(super) mod folder;
mod gif;
#[cfg(feature = "video")]
mod mp4;
mod palette;
mod raster;
mod shots;
mod target;
#[cfg(feature = "video")]
mod yuv;

pub use self::draw::Drawer;
pub use self::shots::{Ease, MOST_FRAMES, Pace, PaceError, Shot, Step, shots};
pub use self::target::{Kind, Target};

use super::carried::Carried;
use super::png::PngError;
use super::raster::SizeRefused;
use crate::calendar::Date;
use crate::geo::Camera;
use crate::model::Atlas;
use crate::scene::film::{FilmLegend, PROGRESS_KEY, is_shown, page_size};
use crate::scene::{Paper, page};
use crate::state::{KeptView, Mode, link};
use resvg::tiny_skia::Pixmap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

/// Frames that may wait between a thread that draws and the one that encodes.
const WAITING: usize = 2;
/// More pixels than this are drawn by one thread, for the sake of memory.
const MOST_PX_SHARED: u64 = 4_000_000;
/// Threads that draw, at most.
const MOST_THREADS: usize = 4;

/// All that decides what a film looks like.
#[derive(Clone)]
pub struct Film {
    /// The facts.
    pub atlas: Arc<Atlas>,
    /// Layers, filters, colours, language, selection; its day and camera are not used.
    pub view: KeptView,
    /// Where it looks, from the first frame to the last.
    pub camera: Camera,
    /// How large a frame is laid out and drawn.
    pub paper: Paper,
    /// The frames.
    pub shots: Vec<Shot>,
    /// Ticks a second.
    pub fps: u32,
}

impl Film {
    /// Width and height of a frame in pixels.
    pub fn size_px(&self) -> [u32; 2] {
        let px = |pt: f32| (pt * self.paper.scale).round().max(1.0) as u32;
        self.paper.size_pt.map(px)
    }

    /// What it carries when it ends on that day: the view of that day, to open again.
    pub(super) fn carried(&self, day: Date) -> Carried {
        let home = self.is_home();
        let view = KeptView {
            day,
            mode: Mode::Instant,
            compare: None,
            camera: (!home).then_some(self.camera),
            ..self.view.clone()
        };
        Carried {
            view: link::write(&view),
            data: self.atlas.data_version.clone(),
        }
    }

    /// Does it look where a view looks that says nothing?
    fn is_home(&self) -> bool {
        let page_pt = page_size(
            self.paper.size_pt,
            is_shown(&self.view.hidden, PROGRESS_KEY),
        );
        let map_pt = page::size_of(&page::map_frame(page_pt, &self.view.hidden));
        self.camera == Camera::fit(&Camera::home_box(), map_pt)
    }

    /// Its last day; any day for a film without frames.
    fn last_day(&self) -> Date {
        let days = self.shots.iter().map(|shot| shot.date);
        days.max().unwrap_or(self.view.day)
    }

    /// How long it lasts, in ticks.
    pub fn ticks(&self) -> u64 {
        self.shots.iter().map(|s| u64::from(s.ticks)).sum()
    }
}

/// Why there is no film.
#[derive(Debug, thiserror::Error)]
pub enum FilmError {
    /// It was told to stop.
    #[error("stopped; nothing was written")]
    Cancelled,
    /// There is no frame to draw.
    #[error("expected at least one frame")]
    Empty,
    /// Too small or too large to be drawn.
    #[error(transparent)]
    Pixels(#[from] SizeRefused),
    /// A frame could not be packed.
    #[error(transparent)]
    Picture(#[from] PngError),
    /// The size does not suit the kind of file.
    #[error("{0}")]
    Size(String),
    /// The file or folder could not be written.
    #[error("cannot write {0}: {1}")]
    Write(PathBuf, std::io::Error),
    /// The encoder refused.
    #[error("the film could not be encoded: {0}")]
    Encode(String),
    /// This program was built without that kind.
    #[error("this build writes no MP4: it was made without the feature \"video\"")]
    NoVideo,
}

/// How far a film is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Progress {
    /// Frames that have been written.
    pub done: usize,
    /// Frames of the whole film.
    pub of: usize,
}

/// Turns frames into a file. Frames come in their order.
pub trait Encoder {
    /// Is it shown samples of the film before the first frame?
    fn wants_samples(&self) -> bool {
        false
    }
    /// Sees a sample.
    fn learn(&mut self, _sample: &Pixmap) {}
    /// Adds an opaque frame that stands for so many ticks.
    ///
    /// # Errors
    /// When it cannot be encoded or written.
    fn frame(&mut self, pixels: &Pixmap, ticks: u32) -> Result<(), FilmError>;
    /// Completes the file and puts it in its place.
    ///
    /// # Errors
    /// When it cannot be written; the old file is then untouched.
    fn finish(self: Box<Self>) -> Result<(), FilmError>;
}

/// Makes a film and puts it in its place when it is whole; until then, and when it fails or is
/// cancelled, whatever stood there stays. The target has been opened before, so that a folder that
/// cannot be written is known before any work.
///
/// # Errors
/// When something cannot be drawn, encoded or written, or `cancel` is set.
pub fn make(
    film: &Film,
    target: Target,
    cancel: &AtomicBool,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), FilmError> {
    if film.shots.is_empty() {
        return Err(FilmError::Empty);
    }
    let mut encoder = target.encoder(film)?;
    let legend = legend(film, cancel)?;
    if encoder.wants_samples() {
        let mut drawer = Drawer::new(film, legend.clone());
        for sample in drawer.samples()? {
            encoder.learn(&sample);
        }
    }
    thread::scope(|scope| {
        let threads = threads(film);
        let mut lines: Vec<Receiver<Result<Pixmap, FilmError>>> = Vec::new();
        for first in 0..threads {
            let (send, receive) = sync_channel(WAITING);
            lines.push(receive);
            let mut drawer = Drawer::new(film, legend.clone());
            let draw = move || {
                for shot in film.shots.iter().skip(first).step_by(threads) {
                    let drawn = drawer.draw(shot);
                    // Nobody listens any more: the film failed or was cancelled.
                    if cancel.load(Ordering::Relaxed) || send.send(drawn).is_err() {
                        return;
                    }
                }
            };
            named(&format!("film {first}"))
                .spawn_scoped(scope, draw)
                .map_err(|e| FilmError::Encode(e.to_string()))?;
        }
        for (i, shot) in film.shots.iter().enumerate() {
            let drawn = lines[i % threads].recv();
            if cancel.load(Ordering::Relaxed) {
                return Err(FilmError::Cancelled);
            }
            encoder.frame(&drawn.map_err(|_| FilmError::Cancelled)??, shot.ticks)?;
            progress(Progress {
                done: i + 1,
                of: film.shots.len(),
            });
        }
        Ok(())
    })?;
    encoder.finish()
}

/// The lines of the legends of all frames, found by going through the film once without drawing it.
fn legend(film: &Film, cancel: &AtomicBool) -> Result<FilmLegend, FilmError> {
    let threads = threads(film);
    let part = film.shots.len().div_ceil(threads);
    let parts: Vec<Vec<_>> = thread::scope(|scope| {
        let work = film.shots.chunks(part).map(|shots| {
            let learn = move || {
                let mut drawer = Drawer::new(film, FilmLegend::default());
                let wanted = shots.iter().take_while(|_| !cancel.load(Ordering::Relaxed));
                wanted.map(|shot| drawer.legend(shot)).collect::<Vec<_>>()
            };
            named("film legend").spawn_scoped(scope, learn)
        });
        // All begin before the first is waited for.
        let work: Vec<_> = work.collect();
        let done = work.into_iter().map(|w| match w.map(|w| w.join()) {
            Ok(Ok(legends)) => legends,
            Ok(Err(_)) | Err(_) => Vec::new(),
        });
        done.collect()
    });
    if cancel.load(Ordering::Relaxed) {
        return Err(FilmError::Cancelled);
    }
    let mut all = FilmLegend::default();
    parts.iter().flatten().for_each(|legend| all.learn(legend));
    Ok(all)
}

fn threads(film: &Film) -> usize {
    let [w, h] = film.size_px().map(u64::from);
    if w * h > MOST_PX_SHARED {
        return 1;
    }
    let cores = thread::available_parallelism().map_or(1, usize::from);
    cores.clamp(1, MOST_THREADS).min(film.shots.len().max(1))
}

fn named(name: &str) -> thread::Builder {
    thread::Builder::new().name(name.to_owned())
}
