//! A drawn area: a polygon whose edges are straight on the map (rhumb lines, as web Mercator draws them).
//!
//! Its corners lie on a grid of a thousandth of a degree (about 110 m), so that a link gives back the very
//! same area. It may cross itself: what is inside is told by the even-odd rule.

use crate::geo::{LonLat, MapPt, inside};

/// So many corners are enough to draw any country by hand.
pub const MOST_CORNERS: usize = 64;
/// Grid steps in a degree.
const STEPS: f64 = 1_000.0;

/// A polygon. Invariant: 3 to [`MOST_CORNERS`] corners, each on the earth, no two in a row the same.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Area {
    /// Longitude and latitude in thousandths of a degree.
    corners: Vec<[i32; 2]>,
}

impl Area {
    /// The area of these corners; nothing when fewer than three differ, when there are too many, or when
    /// one is not on the earth.
    pub fn new(corners: impl IntoIterator<Item = LonLat>) -> Option<Area> {
        let mut kept: Vec<[i32; 2]> = Vec::new();
        for corner in corners {
            let is_there = corner.lon.abs() <= 180.0 && corner.lat.abs() <= 90.0;
            if !is_there || kept.len() > MOST_CORNERS {
                return None;
            }
            let corner = [corner.lon, corner.lat].map(|degrees| (degrees * STEPS).round() as i32);
            if kept.last() != Some(&corner) {
                kept.push(corner);
            }
        }
        while kept.len() > 1 && kept.first() == kept.last() {
            kept.pop();
        }
        let is_some = (3..=MOST_CORNERS).contains(&kept.len());
        is_some.then_some(Area { corners: kept })
    }

    /// Its corners, each once.
    pub fn corners(&self) -> impl Iterator<Item = LonLat> {
        self.corners.iter().map(|corner| {
            let [lon, lat] = corner.map(|steps| f64::from(steps) / STEPS);
            LonLat { lon, lat }
        })
    }

    /// Its outline in map space.
    pub fn ring(&self) -> Vec<MapPt> {
        self.corners().map(LonLat::to_map).collect()
    }

    /// Is a position inside? For many positions there is [`Area::ring`].
    pub fn contains(&self, position: LonLat) -> bool {
        inside([&self.ring()[..]], position.to_map())
    }

    /// Reads corners such as `15,-4;15,1;18,1`: latitude and longitude, as links and the command line
    /// write them.
    pub fn from_text(text: &str) -> Option<Area> {
        let corner = |pair: &str| {
            let (lat, lon) = pair.split_once(',')?;
            let (lat, lon) = (lat.trim().parse().ok()?, lon.trim().parse().ok()?);
            Some(LonLat { lon, lat })
        };
        // One more than are allowed is enough to know that it is too many.
        let pairs = text.trim().trim_end_matches(';').split(';');
        let corners: Option<Vec<LonLat>> = pairs.take(4 * MOST_CORNERS).map(corner).collect();
        Area::new(corners?)
    }

    /// Its corners as [`Area::from_text`] reads them.
    pub fn text(&self) -> String {
        let corner = |&[lon, lat]: &[i32; 2]| format!("{},{}", short(lat), short(lon));
        let corners: Vec<String> = self.corners.iter().map(corner).collect();
        corners.join(";")
    }
}

/// Thousandths as degrees, without zeros at the end.
fn short(steps: i32) -> String {
    let text = format!("{:.3}", f64::from(steps) / STEPS);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn corners_are_read_or_refused() {
        let area = Area::from_text("15,-4; 15,1 ;18.5,1;").expect("three corners");
        assert_eq!(area.text(), "15,-4;15,1;18.5,1");
        let at = |lon, lat| area.contains(LonLat { lon, lat });
        assert!(at(0.5, 16.0) && !at(-3.0, 18.0) && !at(0.5, 14.0));
        for bad in [
            "",
            ";",
            "15,-4",
            "15,-4;15,1",
            "15,-4;15,-4;15,1;15,1",
            "15,-4;15,1;18",
            "91,0;0,0;0,1",
            "0,181;0,0;1,0",
            "NaN,0;0,0;1,0",
            "inf,0;0,0;1,0",
            "a,b;c,d;e,f",
        ] {
            assert_eq!(Area::from_text(bad), None, "{bad}");
        }
        let many: Vec<String> = (0..65).map(|i| format!("{i},0")).collect();
        assert_eq!(Area::from_text(&many.join(";")), None);
        assert_eq!(Area::from_text(&"1,1;2,2;3,1;".repeat(9_000)), None);
    }

    proptest! {
        #[test]
        fn any_area_comes_back(corners in prop::collection::vec((-180.0..=180.0f64, -90.0..=90.0f64), 0..70)) {
            let corners = corners.into_iter().map(|(lon, lat)| LonLat { lon, lat });
            if let Some(area) = Area::new(corners) {
                prop_assert_eq!(Area::from_text(&area.text()), Some(area));
            }
        }
    }
}
