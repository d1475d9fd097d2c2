//! Where a picture looks, and the world it shows: what a view leaves to whoever draws it.
//!
//! A page has another shape than the window, so that a part of the map is asked for, not a camera.

use crate::calendar::Date;
use crate::geo::{Camera, MapBox};
use crate::model::filter::sift;
use crate::model::{Atlas, World};
use crate::state::{KeptView, Mode};

/// Where a picture looks.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Frame {
    /// That part of the map, whole.
    Part(MapBox),
    /// From there, as a view link says it.
    At(Camera),
    /// Nobody says: what is shown decides.
    Open,
}

impl Frame {
    /// The camera over a map of that size in points; `otherwise` is shown when nobody says where to look.
    pub fn camera(self, size_pt: [f32; 2], otherwise: impl FnOnce() -> MapBox) -> Camera {
        match self {
            Frame::Part(part) => Camera::fit(&part, size_pt),
            Frame::At(camera) => camera,
            Frame::Open => Camera::fit(&otherwise(), size_pt),
        }
    }
}

/// The first day of what a view shows; nothing for a day alone.
pub fn first_day(view: &KeptView, atlas: &Atlas) -> Option<Date> {
    match view.mode {
        Mode::Instant => None,
        Mode::Range { from } => Some(from),
        Mode::Cumulative => Some(atlas.coverage.from),
    }
}

/// The world that a view shows, with the events that its filter lets through.
pub fn world(view: &KeptView, atlas: &Atlas) -> World {
    let world = match first_day(view, atlas) {
        Some(from) => World::over(atlas, from, view.day),
        None => World::at(atlas, view.day, view.trail_days),
    };
    world.with_only(&sift(atlas, &view.filter).chosen)
}
