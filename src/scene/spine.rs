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
mod field;
mod river;

pub(in crate::scene) use river::river_stretches;

use crate::geo::{MapBox, MapPt, inside};
use crate::model::basemap::Level;
use arc::{Arc, STEEPEST, distance};
use field::Field;

/// Points of a spine.
const POINTS: usize = 29;
/// Spines of a country.
const MOST: usize = 10;
/// Places along the medial axis where arcs are tried.
const SEEDS: usize = 18;
/// The roomiest of them, where arcs for the whole body are tried.
const ROOMY: usize = 13;
/// So many of the best rough arcs are refined.
const REFINED: usize = 6;
/// Level lines for parts of the body at most.
const PARTS: usize = 7;
/// Arcs for a part of the body are no longer than this share of the best one.
const PART: f64 = 0.5;
/// A body is narrow when no arc is longer than this share of its size.
const NARROW: f64 = 0.78;
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

impl Spine {
    /// Point and direction (unit vector in map space, rightwards) at a share 0..=1 of its length.
    pub fn at(&self, share: f64) -> (MapPt, [f64; 2]) {
        let Some(last) = self.points.len().checked_sub(1) else {
            return ([0.0; 2], [1.0, 0.0]);
        };
        let share = if share.is_finite() { share } else { 0.5 };
        let along = share.clamp(0.0, 1.0) * last as f64;
        let number = (along as usize).min(last.saturating_sub(1));
        let (a, b) = (self.points[number], self.points[(number + 1).min(last)]);
        let t = along - number as f64;
        let direction = [b[0] - a[0], b[1] - a[1]];
        let long = distance(a, b);
        let unit = if long > 0.0 {
            direction.map(|d| d / long)
        } else {
            [1.0, 0.0]
        };
        ([a[0] + t * direction[0], a[1] + t * direction[1]], unit)
    }
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
    let roomy = seeds.iter().take(ROOMY);
    let starts = roomy.filter_map(|at| start(*at, field)).collect();
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
fn spread(best: &Arc, arcs: Vec<Arc>, field: &Field) -> Vec<Arc> {
    // Each with its worth and the distance to the nearest chosen one.
    let mut open: Vec<(Arc, f64, f64)> = arcs
        .into_iter()
        .map(|arc| (arc, arc.worth_here(field), distance(arc.mid, best.mid)))
        .filter(|(_, worth, _)| *worth > 0.0)
        .collect();
    let mut chosen = Vec::new();
    while chosen.len() < PARTS && !open.is_empty() {
        open.sort_by(|a, b| (b.1 * b.2).total_cmp(&(a.1 * a.2)));
        let (next, ..) = open.remove(0);
        for (arc, _, away) in &mut open {
            *away = away.min(distance(arc.mid, next.mid));
        }
        chosen.push(next);
    }
    chosen
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
        .filter(|arc| arc.length > 1.15 * longest && longest < NARROW * field.size)
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
    let middles = distance(points[POINTS / 2], other.at(0.5).0);
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::PI;

    fn each_country(mut look: impl FnMut(&str, &[Vec<MapPt>], &[Spine])) {
        let atlas = crate::data::shipped().expect("the shipped data");
        let level = atlas.basemap.level(2);
        for country in &level.countries {
            let rings: Vec<Vec<MapPt>> = country.rings.iter().map(|w| level.points(w)).collect();
            look(&country.iso, &rings, &spines(level, &country.iso));
        }
    }

    fn angles(spine: &Spine) -> Vec<f64> {
        let ahead = spine
            .points
            .windows(2)
            .map(|p| [p[1][0] - p[0][0], p[1][1] - p[0][1]]);
        ahead.map(|[x, y]| y.atan2(x)).collect()
    }

    #[test]
    fn every_country_has_spines_inside_it_with_the_clearance_they_state() {
        each_country(|iso, rings, spines| {
            assert!(!spines.is_empty() && spines.len() <= MOST, "{iso}");
            let outline = Outline::new(rings);
            for spine in spines {
                assert!(
                    spine.clearance > 0.0 && spine.points.len() == POINTS,
                    "{iso}"
                );
                for step in 0..=200 {
                    let (at, _) = spine.at(f64::from(step) / 200.0);
                    assert!(inside(rings.iter().map(Vec::as_slice), at), "{iso}");
                    let room = outline.distance(at);
                    assert!(room >= spine.clearance * 0.995, "{iso}: {room}");
                }
            }
        });
    }

    #[test]
    fn spines_bend_gently_one_way_and_are_never_steep() {
        each_country(|iso, _, spines| {
            for spine in spines {
                let angles = angles(spine);
                let steepest = angles.iter().fold(0.0, |s: f64, a| s.max(a.abs()));
                assert!(steepest <= PI / 3.0 + 1e-9, "{iso}: {steepest}");
                let turns: Vec<f64> = angles.windows(2).map(|a| a[1] - a[0]).collect();
                let whole: f64 = turns.iter().sum();
                assert!(whole.abs() <= PI / 2.0, "{iso}");
                assert!(turns.iter().all(|t| (t - turns[0]).abs() < 1e-6), "{iso}");
                if whole.abs() > 1e-9 {
                    assert!(spine.length / whole.abs() > spine.length / 3.0, "{iso}");
                }
            }
        });
    }

    #[test]
    fn points_are_evenly_spaced_and_as_long_as_said() {
        each_country(|iso, _, spines| {
            for spine in spines {
                let steps = spine.points.windows(2).map(|p| distance(p[0], p[1]));
                let steps: Vec<f64> = steps.collect();
                let whole: f64 = steps.iter().sum();
                assert!((whole / spine.length - 1.0).abs() < 1e-3, "{iso}");
                assert!(
                    steps.iter().all(|s| (s / steps[0] - 1.0).abs() < 1e-6),
                    "{iso}"
                );
            }
        });
    }

    #[test]
    fn other_spines_reach_other_parts_of_a_body() {
        let atlas = crate::data::shipped().expect("the shipped data");
        let middles = |iso: &str| -> Vec<[f64; 2]> {
            let found = spines(atlas.basemap.level(2), iso);
            let place = |s: &Spine| crate::geo::LonLat::from_map(s.at(0.5).0);
            found.iter().map(place).map(|p| [p.lon, p.lat]).collect()
        };
        let mali = middles("MLI");
        assert!(mali.iter().any(|p| p[1] > 20.0), "the north: {mali:?}");
        assert!(mali.iter().any(|p| p[0] < -6.0), "the west: {mali:?}");
        let algeria = middles("DZA");
        assert!(algeria.iter().any(|p| p[0] < 0.0) && algeria.iter().any(|p| p[0] > 5.0));
        assert!(algeria.iter().any(|p| p[1] < 26.0) && algeria.iter().any(|p| p[1] > 31.0));
    }

    #[test]
    fn the_same_country_has_the_same_spines() {
        let atlas = crate::data::shipped().expect("the shipped data");
        let level = atlas.basemap.level(2);
        for iso in &atlas.focus {
            assert_eq!(spines(level, iso), spines(level, iso));
        }
        assert!(spines(level, "XXX").is_empty());
    }

    #[test]
    fn marks_stand_in_the_roomiest_places_apart_from_each_other() {
        each_country(|iso, rings, spines| {
            let spots = spots(spines);
            assert!(!spots.is_empty(), "{iso}");
            let outline = Outline::new(rings);
            let rooms: Vec<f64> = spots.iter().map(|p| outline.distance(*p)).collect();
            assert!(
                rooms.windows(2).all(|r| r[0] >= r[1]),
                "{iso}: roomiest first"
            );
        });
        assert!(spots(&[]).is_empty());
    }

    #[test]
    fn shapes_that_are_none_have_no_spines() {
        for rings in [
            vec![],
            vec![vec![]],
            vec![vec![[0.5, 0.5]]],
            vec![vec![[0.5, 0.5]; 40]],
            vec![vec![[0.1, 0.1], [0.9, 0.9]]],
            vec![vec![[0.1, 0.1], [0.2, 0.1], [0.9, 0.1]]],
            vec![vec![[f64::NAN, 0.1], [0.2, 0.1], [0.9, 0.4]]],
            vec![vec![[0.0, 0.0], [f64::INFINITY, 0.0], [0.0, 1.0]]],
        ] {
            assert!(spines_within(&rings).is_empty(), "{rings:?}");
        }
        let far = f64::MAX;
        let vast = vec![vec![[-far, -far], [far, -far], [0.0, far]]];
        assert!(spines_within(&vast).is_empty());
        let hair = vec![vec![[0.0, 0.0], [1.0, 0.0], [1.0, 1e-9], [0.0, 1e-9]]];
        for spine in spines_within(&hair) {
            assert!(spine.clearance > 0.0 && spine.clearance < 1e-9);
        }
        let empty = Spine {
            points: Vec::new(),
            room: Vec::new(),
            length: 0.0,
            clearance: 0.0,
        };
        assert_eq!(empty.at(f64::NAN), ([0.0; 2], [1.0, 0.0]));
    }
}
