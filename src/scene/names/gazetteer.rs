//! Named places by their position, for naming bases after the place they stand at.
//!
//! Towns of the basemap, and places of events that it lacks. It knows no page.

use crate::geo::LonLat;
use crate::lang::Bilingual;
use crate::model::Atlas;

/// A base farther than this from a named place stands without its name.
const REACH_KM: f64 = 14.0;
/// What a step of rank costs, in kilometres: a large town gives its name from farther away.
const RANK_KM: f64 = 0.6;
/// The rank of a place that the basemap does not have.
const UNRANKED: u8 = 9;

/// Named places.
#[derive(Default)]
pub(in crate::scene) struct Gazetteer {
    places: Vec<Named>,
}

struct Named {
    position: LonLat,
    name: Bilingual,
    rank: u8,
    town: Option<usize>,
}

/// The place that something is named after.
pub(super) struct Near<'a> {
    /// Its name.
    pub name: &'a Bilingual,
    /// Its position among the basemap's towns, if it is one.
    pub town: Option<usize>,
    /// How far-fetched the name is: near and important is cheap.
    pub cost: f64,
}

impl Gazetteer {
    /// Towns of the basemap, and places of events whose name is that of a place and nothing more.
    pub fn new(atlas: &Atlas) -> Gazetteer {
        let towns = atlas.basemap.towns.iter().enumerate();
        let mut places: Vec<Named> = towns
            .map(|(number, town)| Named {
                position: town.position,
                name: town.name.clone(),
                rank: town.rank,
                town: Some(number),
            })
            .collect();
        for place in atlas.events.iter().flat_map(|e| &e.places) {
            let plain = |name: &str| !name.contains([',', '(']) && name.split(' ').count() <= 2;
            let known = places.iter().any(|p| p.name.en == place.name.en);
            if plain(&place.name.en) && plain(&place.name.fr) && !known {
                places.push(Named {
                    position: place.position(),
                    name: place.name.clone(),
                    rank: UNRANKED,
                    town: None,
                });
            }
        }
        Gazetteer { places }
    }

    /// The place that something at `position` is named after.
    pub(super) fn near(&self, position: LonLat) -> Option<Near<'_>> {
        let about = self
            .places
            .iter()
            .filter(|p| (p.position.lat - position.lat).abs() < 0.3);
        about
            .filter_map(|p| {
                let km = p.position.distance_km(position);
                (km < REACH_KM).then(|| Near {
                    name: &p.name,
                    town: p.town,
                    cost: km + f64::from(p.rank) * RANK_KM,
                })
            })
            .min_by(|a, b| a.cost.total_cmp(&b.cost))
    }
}
