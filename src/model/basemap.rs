//! The basemap: countries, borders, coast, rivers, lakes and towns at three levels of detail.
//!
//! Lines are arcs shared between neighbours, in map space, so that no border is drawn twice and no
//! gap opens. It says nothing about how they look.

use crate::geo::{LonLat, MapBox, MapPt};
use crate::lang::Bilingual;
use std::fmt;
use std::sync::{Arc, OnceLock};

/// An arc's position in [`Level::arcs`], and whether it is walked backwards.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ArcRef {
    /// Position of the arc.
    pub arc: u32,
    /// Walked from its end to its start.
    pub reversed: bool,
}

/// A ring or a line as a walk along arcs.
pub type Walk = Vec<ArcRef>;

/// The points along a walk, joints once; `points_of` gives those of an arc, in whatever space, or
/// nothing to leave the arc out.
pub fn walked<'a, P: Copy + 'a>(
    walk: &[ArcRef],
    points_of: impl Fn(u32) -> Option<&'a Vec<P>>,
) -> Vec<P> {
    let mut out: Vec<P> = Vec::new();
    for step in walk {
        let Some(points) = points_of(step.arc) else {
            continue;
        };
        let skip = usize::from(!out.is_empty());
        if step.reversed {
            out.extend(points.iter().rev().skip(skip));
        } else {
            out.extend(points.iter().skip(skip));
        }
    }
    out
}

/// A line of points and the box around them, in map space.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// The points.
    pub points: Vec<MapPt>,
    /// The smallest box around them.
    pub bounds: MapBox,
}

/// What a country is in law.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// A state.
    Sovereign,
    /// A territory whose status is disputed.
    Disputed,
    /// Broken away and not generally recognised.
    Breakaway,
}

/// A country's area.
#[derive(Clone, PartialEq, Debug)]
pub struct Country {
    /// ISO 3166-1 alpha-3, or the basemap's own code.
    pub iso: String,
    /// Its name.
    pub name: Bilingual,
    /// What it is in law.
    pub status: Status,
    /// Its rings (outer ones and holes, even-odd).
    pub rings: Vec<Walk>,
    /// The smallest box around it.
    pub bounds: MapBox,
}

/// How a border is to be drawn.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum BorderClass {
    /// Agreed.
    International,
    /// Disputed.
    Disputed,
    /// A line of control.
    LineOfControl,
    /// Not fixed.
    Indefinite,
}

/// A border between two countries.
#[derive(Clone, PartialEq, Debug)]
pub struct Border {
    /// Its class.
    pub class: BorderClass,
    /// ISO code of one side.
    pub left: String,
    /// ISO code of the other side.
    pub right: String,
    /// Its lines.
    pub lines: Vec<Walk>,
}

/// A river or a lake.
#[derive(Clone, PartialEq, Debug)]
pub struct Water {
    /// Its name, if it has one here.
    pub name: Option<Bilingual>,
    /// Natural Earth's rank: small is important.
    pub rank: u8,
    /// Lines of a river, rings of a lake.
    pub lines: Vec<Walk>,
}

/// A first-level region of a focus country, as a name needs it.
#[derive(Clone, PartialEq, Debug)]
pub struct Region {
    /// Code of its country.
    pub country: String,
    /// Its name, the local French one in both languages.
    pub name: String,
    /// The middle of its roomiest part, map space.
    pub center: MapPt,
    /// How far it reaches from there to the nearer of its west and east ends, map units.
    pub half_width: f64,
}

/// One level of detail.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Level {
    /// The shared lines.
    pub arcs: Vec<Line>,
    /// Countries.
    pub countries: Vec<Country>,
    /// Borders between them.
    pub borders: Vec<Border>,
    /// The coast.
    pub coast: Vec<Walk>,
    /// Lines between first-level regions of the focus countries.
    pub region_lines: Vec<Walk>,
    /// First-level regions of the focus countries, by country and name.
    pub regions: Vec<Region>,
    /// Rivers.
    pub rivers: Vec<Water>,
    /// Lakes.
    pub lakes: Vec<Water>,
    /// Disputed areas that lie over a country.
    pub disputed: Vec<DisputedArea>,
    /// Names of disputed areas that no country or town bears.
    pub disputed_names: Vec<DisputedName>,
}

/// A disputed area that lies over a country's polygon.
#[derive(Clone, PartialEq, Debug)]
pub struct DisputedArea {
    /// Code of the country whose polygon holds it.
    pub over: String,
    /// Its rings.
    pub rings: Vec<Walk>,
}

/// The name of a disputed area; of some only the name and lines are known, not the whole limits.
#[derive(Clone, PartialEq, Debug)]
pub struct DisputedName {
    /// Its name.
    pub name: Bilingual,
    /// Code of the country whose polygon holds it.
    pub over: String,
    /// About its middle.
    pub at: MapPt,
}

impl Level {
    /// The points of a walk, in map space, joints once.
    pub fn points(&self, walk: &[ArcRef]) -> Vec<MapPt> {
        walked(walk, |arc| Some(&self.arcs[arc as usize].points))
    }

    /// The country with that code.
    pub fn country(&self, iso: &str) -> Option<&Country> {
        self.countries.iter().find(|c| c.iso == iso)
    }

    /// The country that a map point lies in.
    pub fn country_at(&self, p: MapPt) -> Option<&Country> {
        self.countries.iter().find(|country| {
            country.bounds.contains(p) && {
                let rings: Vec<Vec<MapPt>> = country.rings.iter().map(|r| self.points(r)).collect();
                crate::geo::inside(rings.iter().map(Vec::as_slice), p)
            }
        })
    }
}

/// What a town is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum TownKind {
    /// Capital of a state.
    Capital,
    /// Capital of a region.
    RegionCapital,
    /// Any other.
    Town,
}

/// A town.
#[derive(Clone, PartialEq, Debug)]
pub struct Town {
    /// Slug.
    pub id: String,
    /// Its name.
    pub name: Bilingual,
    /// Code of its country.
    pub country: String,
    /// What it is.
    pub kind: TownKind,
    /// Natural Earth's rank, 0 to 10: small is important.
    pub rank: u8,
    /// Inhabitants, about 2000 to 2010.
    pub population: u32,
    /// Where it is.
    pub position: LonLat,
}

/// How a level is made when it is first asked for.
type Decode = Box<dyn Fn(usize) -> Level + Send + Sync>;

/// All levels and the towns. Levels are decoded when they are first asked for.
pub struct Basemap {
    levels: [OnceLock<Arc<Level>>; Basemap::LEVELS],
    decode: Decode,
    /// Towns, by id.
    pub towns: Vec<Town>,
}

impl Basemap {
    /// How many levels there are; 0 is the finest.
    pub const LEVELS: usize = 3;

    /// A basemap whose levels are made by `decode` when they are first needed.
    pub fn new(towns: Vec<Town>, decode: Decode) -> Basemap {
        Basemap {
            levels: Default::default(),
            decode,
            towns,
        }
    }

    /// A level; 0 is the finest. Numbers beyond the last mean the last.
    pub fn level(&self, number: usize) -> &Arc<Level> {
        let number = number.min(Basemap::LEVELS - 1);
        self.levels[number].get_or_init(|| Arc::new((self.decode)(number)))
    }

    /// The level that a zoom calls for: a point of the page never shows an error of more than
    /// about one point (levels are simplified to 150 m, 1.5 km and 6 km).
    pub fn level_for_zoom(zoom: f64) -> usize {
        if zoom >= 6.9 {
            0
        } else if zoom >= 4.6 {
            1
        } else {
            2
        }
    }
}

impl fmt::Debug for Basemap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Basemap({} towns)", self.towns.len())
    }
}
