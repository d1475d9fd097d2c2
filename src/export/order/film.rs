//! A film as it is ordered, and what it comes to before the first frame is drawn.
//!
//! Drawing and packing it is `film`'s.

use super::frame::Frame;
use crate::export::film::{Film, Kind, Pace, PaceError, shots};
use crate::geo::Camera;
use crate::model::{Atlas, Category};
use crate::scene::film::{PROGRESS_KEY, page_size};
use crate::scene::{Paper, page};
use crate::state::{KeptView, Mode};
use std::sync::Arc;

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
    pub kind: Kind,
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
        let shows_strip = !view.hidden.contains(PROGRESS_KEY);
        let page_pt = page_size(paper.size_pt, shows_strip);
        let map_pt = page::size_of(&page::map_frame(page_pt, &view.hidden));
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
        match self.kind {
            Kind::Mp4 => self.size_px.map(|px| px.saturating_add(px % 2)),
            Kind::Gif | Kind::Folder => self.size_px,
        }
    }
}

/// What a film comes to as a file of that kind.
pub fn extent(film: &Film, kind: Kind) -> Extent {
    let frames = match kind {
        Kind::Gif => film.shots.len() as u64,
        Kind::Mp4 | Kind::Folder => film.ticks(),
    };
    let [w, h] = film.size_px().map(f64::from);
    // Measured: the kilobytes of a frame of 1280 x 720 that shows a month more.
    let kilobytes = match kind {
        Kind::Gif => 30.0,
        Kind::Mp4 => 25.0,
        Kind::Folder => 210.0,
    };
    Extent {
        frames,
        seconds: film.ticks() as f64 / f64::from(film.fps.max(1)),
        megabytes: frames as f64 * kilobytes * (w * h / (1280.0 * 720.0)).max(0.05) / 1000.0,
    }
}
