//! A stretch of time as one HTML page that needs nothing else: the map as SVG, a slider, what everything is
//! and who says so, in both languages.
//!
//! Each drawing is written once; the page knows which of them stand on which day and puts them there. It asks
//! no server for anything, and without scripts it is a still picture. What a day looks like is the scene's
//! business, which days there are `film`'s.

mod cards;
mod draw;
pub(in crate::export) mod encode;
pub(in crate::export) mod font;
mod key;
mod page;
mod table;
mod text;

use self::cards::Cards;
use self::draw::{Artist, Frame};
use self::key::Keys;
use self::table::Table;
use super::film::{Film, FilmError, Progress, Shot};
use super::raster;
use crate::geo::Camera;
use crate::lang::Lang;
use crate::scene::Paper;
use crate::scene::item::Pt;
use crate::state::{KeptView, Mode};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

/// How large the picture of a page is laid out when nobody says, in pixels.
pub const SIZE_PX: [u32; 2] = [1280, 800];
/// Days a second that a page plays when nobody says: each can just be seen.
pub const FPS: u32 = 4;
/// Days that may wait between the threads that draw and the one that writes.
const WAITING: usize = 2;

/// Does the name ask for a page?
pub fn is_page(path: &Path) -> bool {
    let ending = path.extension().and_then(|e| e.to_str());
    ending.is_some_and(|e| e.eq_ignore_ascii_case("html") || e.eq_ignore_ascii_case("htm"))
}

/// The size of the map on a page whose picture is laid out so, in points.
pub fn map_size(view: &KeptView, paper: Paper) -> Pt {
    draw::map_size(view, paper.size_pt)
}

/// The one frame of a page that shows a day or a range and does not move.
pub fn still_shot(view: &KeptView) -> Shot {
    Shot {
        date: view.day,
        ticks: 1,
        telling: crate::scene::film::Telling::Story,
        is_stop: false,
    }
}

/// The page of a film: its frames are the positions of the slider, and it begins in the view's language.
///
/// The view's mode says whether a position is a day, a range that ends on it, or all up to it. At first it
/// shows the view's day where that is one of the frames, else the last.
///
/// # Errors
/// When there is no frame, the size is absurd, or `cancel` is set.
pub fn make(
    film: &Film,
    cancel: &AtomicBool,
    progress: &mut dyn FnMut(Progress),
) -> Result<Vec<u8>, FilmError> {
    if film.shots.is_empty() {
        return Err(FilmError::Empty);
    }
    raster::size_px(film.paper.size_pt, film.paper.scale)?;
    let mut book = Book {
        table: Table::default(),
        cards: Cards::new(&film.atlas),
        keys: Lang::ALL.map(|_| Keys::default()),
        titles: Lang::ALL.map(|_| Vec::new()),
    };
    thread::scope(|scope| {
        let mut lines: Vec<Receiver<Frame>> = Vec::new();
        for lang in Lang::ALL {
            let (send, receive) = sync_channel(WAITING);
            lines.push(receive);
            let draw = move || {
                let mut artist = Artist::new(film, lang);
                for shot in &film.shots {
                    let frame = artist.frame(shot);
                    // Nobody listens any more: the page failed or was cancelled.
                    if cancel.load(Ordering::Relaxed) || send.send(frame).is_err() {
                        return;
                    }
                }
            };
            thread::Builder::new()
                .name(format!("page {}", lang.id()))
                .spawn_scoped(scope, draw)
                .map_err(|e| FilmError::Encode(e.to_string()))?;
        }
        for (i, shot) in film.shots.iter().enumerate() {
            for (at, lang) in lines.iter().zip(Lang::ALL) {
                let frame = at.recv().map_err(|_| FilmError::Cancelled)?;
                book.add(frame, shot, lang);
            }
            if cancel.load(Ordering::Relaxed) {
                return Err(FilmError::Cancelled);
            }
            progress(Progress {
                done: i + 1,
                of: film.shots.len(),
            });
        }
        Ok(())
    })?;
    page::written(film, book)
}

/// All that the days of a page have been found to hold.
struct Book<'f> {
    table: Table,
    cards: Cards<'f>,
    /// The legends, by language.
    keys: [Keys; 2],
    /// What each day is called and when that was, by language.
    titles: [Vec<[String; 2]>; 2],
}

impl Book<'_> {
    fn add(&mut self, frame: Frame, shot: &Shot, lang: Lang) {
        let at = number(lang);
        self.cards.add(&frame, shot, lang);
        self.table.add(&frame, &self.cards, lang);
        self.keys[at].add(&frame.legend);
        self.titles[at].push([frame.title, frame.earlier]);
    }
}

/// The place of a language among those of a page.
fn number(lang: Lang) -> usize {
    match lang {
        Lang::En => 0,
        Lang::Fr => 1,
    }
}

/// The frame that is shown at first.
fn shown_at_first(film: &Film) -> usize {
    let last = film.shots.len() - 1;
    film.shots
        .iter()
        .position(|shot| shot.date == film.view.day)
        .unwrap_or(last)
}

/// The view that a page opens in the program: that of its first picture.
fn view_of(film: &Film) -> KeptView {
    let map_pt = map_size(&film.view, film.paper);
    let is_home = film.camera == Camera::fit(&Camera::home_box(), map_pt);
    KeptView {
        day: film.shots[shown_at_first(film)].date,
        camera: (!is_home).then_some(film.camera),
        ..film.view.clone()
    }
}

/// The first day of what a frame shows; nothing for a day alone.
fn first_day(film: &Film) -> Option<crate::calendar::Date> {
    match film.view.mode {
        Mode::Instant => None,
        Mode::Range { from } => Some(from),
        Mode::Cumulative => Some(film.atlas.coverage.from),
    }
}
