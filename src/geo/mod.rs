//! Where things are: points, web Mercator, the camera, clipping and inside-tests.
//!
//! Three spaces appear in the program and their names are always said: *lon/lat* in degrees (WGS84),
//! *map* (web Mercator, the unit square, x east and y south) and *page* (points of the screen or of
//! paper, y down). It draws nothing and knows no facts.

mod camera;
mod clip;

pub use camera::{Camera, Viewport};
pub use clip::{clip_line, clip_ring};

use std::f64::consts::PI;

/// A point in map space: the web Mercator unit square, (0, 0) at 180° W and about 85.05° N.
pub type MapPt = [f64; 2];

/// The highest latitude of web Mercator, in degrees.
pub const MAX_LAT: f64 = 85.051_128_779_806_59;
/// The earth's mean radius in metres (IUGG).
pub const EARTH_RADIUS_M: f64 = 6_371_008.8;

/// A position in WGS84 degrees.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct LonLat {
    /// Longitude, -180 to 180.
    pub lon: f64,
    /// Latitude, -90 to 90.
    pub lat: f64,
}

impl LonLat {
    /// The position in map space; latitudes beyond [`MAX_LAT`] are held at the edge
    /// (spherical Mercator, EPSG:3857, scaled to the unit square).
    pub fn to_map(self) -> MapPt {
        let lat = self.lat.clamp(-MAX_LAT, MAX_LAT).to_radians();
        let y = (PI / 4.0 + lat / 2.0).tan().ln();
        [self.lon / 360.0 + 0.5, 0.5 - y / (2.0 * PI)]
    }

    /// The position of a map point.
    pub fn from_map([x, y]: MapPt) -> LonLat {
        let lat = 2.0 * ((0.5 - y) * 2.0 * PI).exp().atan() - PI / 2.0;
        LonLat {
            lon: (x - 0.5) * 360.0,
            lat: lat.to_degrees(),
        }
    }

    /// Great-circle distance in kilometres (haversine).
    pub fn distance_km(self, other: LonLat) -> f64 {
        let (p, q) = (self.lat.to_radians(), other.lat.to_radians());
        let dlon = (other.lon - self.lon).to_radians();
        let h = ((q - p) / 2.0).sin().powi(2) + p.cos() * q.cos() * (dlon / 2.0).sin().powi(2);
        2.0 * EARTH_RADIUS_M / 1000.0 * h.sqrt().min(1.0).asin()
    }
}

/// A box in map space.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct MapBox {
    /// Smallest x and y (north-west corner).
    pub min: MapPt,
    /// Largest x and y (south-east corner).
    pub max: MapPt,
}

impl MapBox {
    /// A box that holds nothing; [`MapBox::add`] makes it grow.
    pub const EMPTY: MapBox = MapBox {
        min: [f64::INFINITY; 2],
        max: [f64::NEG_INFINITY; 2],
    };

    /// The box between two corners in degrees.
    pub fn from_lon_lat(west: f64, south: f64, east: f64, north: f64) -> MapBox {
        let lon_lat = |lon, lat| LonLat { lon, lat }.to_map();
        MapBox {
            min: lon_lat(west, north),
            max: lon_lat(east, south),
        }
    }

    /// Grows the box so that it holds `p`.
    pub fn add(&mut self, p: MapPt) {
        for (axis, value) in p.into_iter().enumerate() {
            self.min[axis] = self.min[axis].min(value);
            self.max[axis] = self.max[axis].max(value);
        }
    }

    /// The smallest box around points.
    pub fn around<'a>(points: impl IntoIterator<Item = &'a MapPt>) -> MapBox {
        let mut bounds = MapBox::EMPTY;
        for p in points {
            bounds.add(*p);
        }
        bounds
    }

    /// Do the two share a point?
    pub fn intersects(&self, other: &MapBox) -> bool {
        self.min[0] <= other.max[0]
            && other.min[0] <= self.max[0]
            && self.min[1] <= other.max[1]
            && other.min[1] <= self.max[1]
    }

    /// Is the point inside?
    pub fn contains(&self, p: MapPt) -> bool {
        (self.min[0]..=self.max[0]).contains(&p[0]) && (self.min[1]..=self.max[1]).contains(&p[1])
    }

    /// The middle.
    pub fn center(&self) -> MapPt {
        [
            (self.min[0] + self.max[0]) / 2.0,
            (self.min[1] + self.max[1]) / 2.0,
        ]
    }
}

/// Is `p` inside the rings by the even-odd rule? Rings need not be closed explicitly.
/// (Crossing number algorithm; points on an edge may fall on either side.)
pub fn inside<'a>(rings: impl IntoIterator<Item = &'a [MapPt]>, p: MapPt) -> bool {
    let mut odd = false;
    for ring in rings {
        let mut previous = match ring.last() {
            Some(last) => *last,
            None => continue,
        };
        for &current in ring {
            let crosses = (current[1] > p[1]) != (previous[1] > p[1]);
            if crosses {
                let t = (p[1] - current[1]) / (previous[1] - current[1]);
                if p[0] < current[0] + t * (previous[0] - current[0]) {
                    odd = !odd;
                }
            }
            previous = current;
        }
    }
    odd
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn projection_round_trips(lon in -180.0..180.0f64, lat in -85.0..85.0f64) {
            let back = LonLat::from_map(LonLat { lon, lat }.to_map());
            prop_assert!((back.lon - lon).abs() < 1e-9 && (back.lat - lat).abs() < 1e-9);
        }
    }

    #[test]
    fn known_points_and_distances() {
        let gao = LonLat {
            lon: -0.05,
            lat: 16.27,
        };
        let niamey = LonLat {
            lon: 2.11,
            lat: 13.51,
        };
        assert_eq!(LonLat { lon: 0.0, lat: 0.0 }.to_map(), [0.5, 0.5]);
        assert!((gao.distance_km(niamey) - 384.0).abs() < 5.0);
        assert!(
            LonLat {
                lon: 0.0,
                lat: 90.0
            }
            .to_map()[1]
                .abs()
                < 1e-9
        );
    }

    #[test]
    fn a_hole_is_outside() {
        let outer: &[MapPt] = &[[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 4.0]];
        let hole: &[MapPt] = &[[1.0, 1.0], [3.0, 1.0], [3.0, 3.0], [1.0, 3.0]];
        assert!(inside([outer, hole], [0.5, 0.5]));
        assert!(!inside([outer, hole], [2.0, 2.0]));
        assert!(!inside([outer, hole], [5.0, 2.0]));
        assert!(!inside([&[][..]], [0.0, 0.0]));
    }
}
