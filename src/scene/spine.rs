//! The gentle curves inside a country's body along which its name may be written.
//!
//! # How
//! Names of areas stand on arcs of circles ("support lines"), chosen as Barrault proposed ("A
//! methodology for placement and evaluation of area map labels", Computers, Environment and Urban
//! Systems 25, 2001) and Krumpe and Mendel made fast by starting from the medial axis ("Computing
//! Curved Area Labels in Near-Real Time", arXiv:2001.02938, 2020). Here the medial axis is the ridge of
//! a distance field ([`field`]); arcs of several slants, bends and lengths are tried at places spread
//! along it, the best at each place is refined, and the truly different ones are kept ([`arc`] says
//! which is better). An arc can bend one way only and evenly, so letters always sit on a smooth line.
//!
//! From the coarsest outline, in map space: it depends on the country only, never on camera, date or
//! language. It writes nothing; [`set`] sets letters on a curve, [`river`] finds curves beside rivers.

pub(in crate::scene) mod set;

mod arc;
#[cfg(test)]
mod check;
mod field;
mod river;

pub(in crate::scene) use river::river_stretches;

use crate::geo::{MapBox, MapPt, inside};
use crate::model::basemap::Level;
use arc::{Arc, STEEPEST, distance};
use field::Field;

/// Points of a spine.
const POINTS: usize = 33;
/// Spines of a country.
const MOST: usize = 10;
/// Places along the medial axis where arcs are tried.
const SEEDS: usize = 22;
/// So many of the best rough arcs are refined.
const REFINED: usize = 6;
/// Level lines for parts of the body at most.
const PARTS: usize = 7;
/// Arcs for a part of the body are no longer than this share of the best one.
const PART: f64 = 0.5;
/// Arcs above and below the best one lie off it by this share of its length.
const ASIDE: f64 = 0.17;
/// Two curves are the same choice when each runs beside the other for more than this share of its way.
const SAME: f64 = 0.6;
/// Beside means: nearer than this share of the longer one's length.
const BESIDE: f64 = 0.12;

/// A gentle curve inside a country's body that a name may be written along.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::scene) struct Spine {
    /// From left to right on the page, map space, evenly spaced along its length.
    pub points: Vec<MapPt>,
    /// Distance from each point to the country's outline, map units.
    pub room: Vec<f64>,
    /// Its length in map units.
    pub length: f64,
    /// The smallest distance from the curve to the country's outline, in map units: half the height
    /// that letters may have.
    pub clearance: f64,
}

/// The best curves of a country, best first; the first is the one a cartographer would choose. The
/// others lie elsewhere in the body, or on a part of it only, for when the first is crowded or cut off.
pub(in crate::scene) fn spines(level: &Level, iso: &str) -> Vec<Spine> {
    let Some(country) = level.country(iso) else {
        return Vec::new();
    };
    let rings: Vec<Vec<MapPt>> = country.rings.iter().map(|w| level.points(w)).collect();
    spines_within(&rings)
}

/// The same for any area: rings in map space, even-odd, of which the largest is the body.
pub(in crate::scene) fn spines_within(rings: &[Vec<MapPt>]) -> Vec<Spine> {
    let sound = |ring: &&Vec<MapPt>| ring.iter().flatten().all(|v| v.is_finite());
    let rings: Vec<Vec<MapPt>> = rings.iter().filter(sound).cloned().collect();
    let extent = |ring: &Vec<MapPt>| {
        let b = MapBox::around(ring);
        (b.max[0] - b.min[0]) * (b.max[1] - b.min[1])
    };
    let Some(body) = rings.iter().max_by(|a, b| extent(a).total_cmp(&extent(b))) else {
        return Vec::new();
    };
    let Some(field) = Field::new(&rings, &MapBox::around(body)) else {
        return Vec::new();
    };
    let outline = Outline::new(&rings);
    let mut chosen: Vec<Spine> = Vec::new();
    for arc in candidates(&field) {
        let points: Vec<MapPt> = arc.points(POINTS).collect();
        if chosen.iter().any(|other| same(&points, arc.length, other)) {
            continue;
        }
        if inside(rings.iter().map(Vec::as_slice), arc.mid) {
            chosen.extend(measured(points, arc.length, &outline));
        }
        if chosen.len() == MOST {
            break;
        }
    }
    chosen
}

/// Where a mark with a few words may stand: the roomiest places on the spines, roomiest first, none
/// in the inner circle of another.
pub(in crate::scene) fn spots(spines: &[Spine]) -> Vec<MapPt> {
    let places = spines.iter().flat_map(|s| s.points.iter().zip(&s.room));
    let mut places: Vec<(MapPt, f64)> = places.map(|(at, room)| (*at, *room)).collect();
    places.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mut chosen: Vec<(MapPt, f64)> = Vec::new();
    for (at, room) in places {
        let apart = |(other, reach): &(MapPt, f64)| distance(at, *other) > *reach;
        if chosen.iter().all(apart) {
            chosen.push((at, room * 0.6));
        }
        if chosen.len() == 2 * MOST {
            break;
        }
    }
    chosen.into_iter().map(|(at, _)| at).collect()
}

/// Arcs, best first: those that speak for the whole body, then those for its parts.
fn candidates(field: &Field) -> Vec<Arc> {
    let seeds = field.seeds(SEEDS);
    let starts = seeds.iter().filter_map(|at| start(*at, field)).collect();
    let starts = sorted(starts, |arc| arc.worth(field));
    let refined = |arc: &Arc| arc.refined(field).plainer(field);
    let mut whole: Vec<Arc> = starts.iter().take(REFINED).map(refined).collect();
    whole.extend(steep(&starts, &whole, field));
    let mut whole = sorted(whole, |arc| arc.worth(field));
    if let Some(best) = whole.first().copied() {
        whole.extend(parts(&best, &seeds, field));
    }
    whole
}

/// Arcs for when the best one is crowded or cut off: above and below it, its two ends, and level lines
/// (a short name in a corner looks best so) in all parts of the body.
fn parts(best: &Arc, seeds: &[MapPt], field: &Field) -> Vec<Arc> {
    let aside = [-ASIDE, ASIDE].map(|share| best.beside(share * best.length).fitted(field));
    let ends = [best.part(0.0, 0.42), best.part(0.58, 1.0)];
    let most = PART * best.length;
    let level = seeds.iter().map(|mid| {
        let arc = Arc {
            mid: *mid,
            angle: 0.0,
            turn: 0.0,
            length: most,
        };
        arc.fitted(field).settled(field, most).fitted(field)
    });
    let near = aside.into_iter().chain(ends).collect();
    let mut parts = sorted(near, |arc| arc.worth_here(field));
    parts.extend(spread(best, level.collect(), field));
    parts
}

/// Of many arcs the worthiest that lie far from the best one and from each other, in that order.
fn spread(best: &Arc, mut arcs: Vec<Arc>, field: &Field) -> Vec<Arc> {
    let mut chosen = vec![*best];
    while chosen.len() <= PARTS {
        let news = |arc: &Arc| {
            let away = chosen.iter().map(|other| distance(arc.mid, other.mid));
            arc.worth_here(field) * away.fold(f64::INFINITY, f64::min)
        };
        arcs = sorted(arcs, news);
        if arcs.is_empty() {
            break;
        }
        chosen.push(arcs.remove(0));
    }
    chosen.split_off(1)
}

/// Arcs by what they are worth, the best first; the worthless left out.
fn sorted(arcs: Vec<Arc>, worth: impl Fn(&Arc) -> f64) -> Vec<Arc> {
    let valued = arcs.into_iter().map(|arc| (worth(&arc), arc));
    let mut valued: Vec<(f64, Arc)> = valued.filter(|(worth, _)| *worth > 0.0).collect();
    valued.sort_by(|a, b| b.0.total_cmp(&a.0));
    valued.into_iter().map(|(_, arc)| arc).collect()
}

/// Upright bodies (Togo, Benin) have room for a longer name when it climbs as steeply as it may; one
/// such arc, when there is much to gain.
fn steep(starts: &[Arc], whole: &[Arc], field: &Field) -> Option<Arc> {
    let longest = whole.iter().map(|a| a.length).fold(0.0, f64::max);
    let climbing = starts.iter().take(3).map(|arc| {
        let upright = Arc {
            angle: -0.97 * STEEPEST,
            turn: 0.0,
            length: 0.9 * arc.length,
            ..*arc
        };
        let arc = upright.fitted(field).settled(field, f64::INFINITY);
        arc.fitted(field)
    });
    climbing
        .filter(|arc| arc.length > 1.15 * longest)
        .max_by(|a, b| a.worth(field).total_cmp(&b.worth(field)))
}

/// The best rough arc around a place.
fn start(mid: MapPt, field: &Field) -> Option<Arc> {
    let mut best: Option<(Arc, f64)> = None;
    for slant in -2i32..=2 {
        for bend in -1i32..=1 {
            for share in [0.45, 0.95] {
                let arc = Arc {
                    mid,
                    angle: 0.35 * f64::from(slant),
                    turn: 0.45 * f64::from(bend),
                    length: share * field.size,
                };
                let worth = arc.worth_here(field);
                if worth > best.map_or(0.0, |(_, w)| w) {
                    best = Some((arc, worth));
                }
            }
        }
    }
    best.map(|(arc, _)| arc)
}

/// A spine, with room measured on the outline itself; nothing when it touches the outline.
fn measured(points: Vec<MapPt>, length: f64, outline: &Outline) -> Option<Spine> {
    let room: Vec<f64> = points.iter().map(|p| outline.distance(*p)).collect();
    let least = room.iter().copied().fold(f64::INFINITY, f64::min);
    // Between two points the outline may come nearer: the nearest place of the curve is no more
    // than half a step from a measured one.
    let half_step = length / (POINTS - 1) as f64 / 2.0;
    let clearance = (least * least - half_step * half_step).max(0.0).sqrt();
    (clearance > 0.0).then_some(Spine {
        points,
        room,
        length,
        clearance,
    })
}

/// Does each of the two run beside the other for most of its way, or the shorter over the middle of
/// the longer?
fn same(points: &[MapPt], length: f64, other: &Spine) -> bool {
    let longest = length.max(other.length);
    let middles = distance(points[POINTS / 2], other.points[POINTS / 2]);
    if length.min(other.length) < 0.55 * longest && middles < 0.22 * longest {
        return true;
    }
    let reach = BESIDE * longest;
    let share = |from: &[MapPt], to: &[MapPt]| {
        let thin = from.iter().step_by(4);
        let count = thin.len().max(1) as f64;
        let near = |p: &&MapPt| to.iter().any(|q| distance(**p, *q) < reach);
        thin.filter(near).count() as f64 / count
    };
    share(points, &other.points).min(share(&other.points, points)) > SAME
}

/// The sides of an outline.
struct Outline {
    sides: Vec<[MapPt; 2]>,
}

impl Outline {
    fn new(rings: &[Vec<MapPt>]) -> Outline {
        let mut sides = Vec::new();
        for ring in rings {
            let closing = ring.last().into_iter().chain(ring.iter());
            sides.extend(closing.zip(ring).map(|(a, b)| [*a, *b]));
        }
        Outline { sides }
    }

    /// Distance from a place to the nearest side.
    fn distance(&self, p: MapPt) -> f64 {
        let squared = self.sides.iter().map(|[a, b]| {
            let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
            let (px, py) = (p[0] - a[0], p[1] - a[1]);
            let long = dx * dx + dy * dy;
            let t = if long > 0.0 {
                ((px * dx + py * dy) / long).clamp(0.0, 1.0)
            } else {
                0.0
            };
            let (x, y) = (px - t * dx, py - t * dy);
            x * x + y * y
        });
        squared.fold(f64::INFINITY, f64::min).sqrt()
    }
}
