//! Which part of the map a picture of a day shows when nobody says.
//!
//! The central Sahel, widened until the places of the day's story are well inside.

use super::layers::events::weight;
use crate::geo::{Camera, LonLat, MapBox};
use crate::model::{Atlas, World};

/// Degrees around a story's place.
const ROOM_DEG: f64 = 2.6;

/// The part of the map for a day.
pub fn day(atlas: &Atlas, world: &World) -> MapBox {
    let mut bounds = Camera::home_box();
    let whole = Camera::bounds();
    let story = world
        .events_of_day(atlas)
        .filter(|e| e.date.first() == world.date)
        .min_by_key(|e| weight(atlas, e));
    for place in story.iter().flat_map(|e| &e.places) {
        // Far places (a summit in Cairo, a capital in Europe) do not shrink the Sahel.
        let near = (-18.0..=25.0).contains(&place.lon) && (3.0..=28.0).contains(&place.lat);
        if !near || !whole.contains(place.position().to_map()) {
            continue;
        }
        for (east, north) in [(-ROOM_DEG, -ROOM_DEG), (ROOM_DEG, ROOM_DEG)] {
            let corner = LonLat {
                lon: place.lon + east,
                lat: place.lat + north,
            };
            bounds.add(corner.to_map());
        }
    }
    bounds
}
