//! The lines that names are written along: spines of countries, courses of rivers.
//!
//! Found once, in map space; they depend on the basemap alone.

use crate::geo::MapPt;
use crate::lang::Bilingual;
use crate::model::basemap::Level;
use crate::scene::spine::{Spine, river_stretches, spines, spots};
use std::collections::BTreeMap;

/// Rivers above this rank are never named.
const MOST_RANK: u8 = 6;

/// A named river.
pub(super) struct Course {
    /// Its name.
    pub name: Bilingual,
    /// Natural Earth's rank: small is important.
    pub rank: u8,
    /// Curves beside it, map space, the long ones first.
    pub stretches: Vec<Vec<MapPt>>,
}

/// The lines of the basemap.
#[derive(Default)]
pub(in crate::scene) struct Lines {
    /// By the country's code.
    spines: BTreeMap<String, Vec<Spine>>,
    /// By the level of the basemap.
    courses: BTreeMap<usize, Vec<Course>>,
}

impl Lines {
    /// Finds the spines of all countries, on the coarsest level.
    pub fn new(coarse: &Level) -> Lines {
        let codes = coarse.countries.iter().map(|c| c.iso.clone());
        Lines {
            spines: codes
                .map(|iso| (iso.clone(), spines(coarse, &iso)))
                .collect(),
            courses: BTreeMap::new(),
        }
    }

    /// Finds the courses of a level's rivers.
    pub fn prepare(&mut self, number: usize, level: &Level) {
        let course = |river: &crate::model::basemap::Water| {
            let name = river.name.clone()?;
            let points = river.lines.iter().map(|walk| level.points(walk));
            Some(Course {
                name,
                rank: river.rank,
                stretches: points.flat_map(|line| river_stretches(&line)).collect(),
            })
        };
        self.courses.entry(number).or_insert_with(|| {
            let named = level.rivers.iter().filter(|r| r.rank <= MOST_RANK);
            named.filter_map(course).collect()
        });
    }

    /// The spines of a country, best first.
    pub fn spines(&self, iso: &str) -> &[Spine] {
        self.spines.get(iso).map(Vec::as_slice).unwrap_or_default()
    }

    /// Where a mark may stand in a country, the roomiest place first.
    pub fn spots(&self, iso: &str) -> Vec<MapPt> {
        spots(self.spines(iso))
    }

    /// The named rivers of a level.
    pub(super) fn courses(&self, number: usize) -> &[Course] {
        self.courses
            .get(&number)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }
}
