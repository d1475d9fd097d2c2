//! Places by their names: towns and countries of the basemap, bases, and places of the shipped events.
//!
//! A name that several places bear is nobody's: it is not guessed. What is placed by name is marked so.

use crate::geo::LonLat;
use crate::model::Atlas;
use crate::model::layer::Precise;
use crate::model::search::folded;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

/// How far two places of one name may lie apart and still be one, in kilometres.
const SAME_KM: f64 = 15.0;

/// A place found by its name.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Named {
    /// Where it is.
    pub at: LonLat,
    /// A town or a country.
    pub precise: Precise,
}

#[derive(Default)]
struct Names {
    /// `None` when several places bear the name.
    places: BTreeMap<String, Option<Named>>,
    countries: BTreeMap<String, Named>,
}

/// Where the atlas comes from when it is first needed.
type Source = Box<dyn Fn() -> Option<Arc<Atlas>> + Send + Sync>;

/// Names of places, gathered when the first is looked for.
pub struct Gazetteer {
    atlas: Source,
    names: OnceLock<Names>,
}

impl fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Gazetteer")
    }
}

impl Gazetteer {
    /// Of an atlas that is got when the first place is looked for.
    pub fn new(atlas: impl Fn() -> Option<Arc<Atlas>> + Send + Sync + 'static) -> Gazetteer {
        Gazetteer {
            atlas: Box::new(atlas),
            names: OnceLock::new(),
        }
    }

    /// Of the shipped data.
    pub fn shipped() -> Gazetteer {
        Gazetteer::new(|| crate::data::shipped().ok())
    }

    /// The place of that name; case and accents do not matter.
    pub fn place(&self, name: &str) -> Option<Named> {
        let names = self.names();
        let key = folded(name);
        names.places.get(&key).copied().flatten()
    }

    /// The country of that name or ISO code.
    pub fn country(&self, name: &str) -> Option<Named> {
        self.names().countries.get(&folded(name)).copied()
    }

    fn names(&self) -> &Names {
        self.names
            .get_or_init(|| (self.atlas)().map_or_else(Names::default, |atlas| gather(&atlas)))
    }
}

fn gather(atlas: &Atlas) -> Names {
    let mut names = Names::default();
    for country in &atlas.basemap.level(2).countries {
        let at = LonLat::from_map(country.bounds.center());
        let named = Named {
            at,
            precise: Precise::Country,
        };
        for name in [&country.iso, &country.name.en, &country.name.fr] {
            names.countries.insert(folded(name), named);
        }
    }
    let mut add = |name: &str, at: LonLat| {
        let key = folded(name);
        if key.is_empty() {
            return;
        }
        let named = Named {
            at,
            precise: Precise::Town,
        };
        let entry = names.places.entry(key).or_insert(Some(named));
        if entry.is_some_and(|known| known.at.distance_km(at) > SAME_KM) {
            *entry = None;
        }
    };
    for town in &atlas.basemap.towns {
        add(&town.name.en, town.position);
        add(&town.name.fr, town.position);
    }
    for base in &atlas.bases {
        if let Some(at) = base.position {
            add(&base.name.en, at);
            add(&base.name.fr, at);
        }
    }
    let places = atlas.events.iter().flat_map(|event| &event.places);
    // A place of an event may be that of a region or a country by its middle; towns above come first and
    // keep their name when it lies near.
    for place in places {
        add(&place.name.en, place.position());
        add(&place.name.fr, place.position());
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn towns_are_found_without_accents_and_strangers_are_not() {
        let gazetteer = Gazetteer::shipped();
        let gao = gazetteer.place("GAO").expect("a town of the basemap");
        assert!((gao.at.lat - 16.27).abs() < 0.1 && gao.precise == Precise::Town);
        assert_eq!(gazetteer.place("menaka"), gazetteer.place("Ménaka"));
        assert_eq!(gazetteer.place("Xqzvw"), None);
        assert!(gazetteer.country("Mali").is_some() && gazetteer.country("nER").is_some());
    }
}
