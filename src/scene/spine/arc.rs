//! Circular arcs as lines for a name, and what makes one better than another.
//!
//! The wishes are those of Imhof ("Positioning Names on Maps", The American Cartographer 2, 1975): a
//! name of an area shows its extent and its form, bends gently and one way only, keeps clear of the
//! outline, lies level where it may. It knows no country, no page and no text.

use super::field::Field;
use crate::geo::MapPt;
use std::f64::consts::PI;

/// No tangent is steeper than this: beyond it one has to turn one's head.
pub(super) const STEEPEST: f64 = PI / 3.0;
/// An arc turns by no more than this from end to end.
pub(super) const MOST_TURN: f64 = 0.38 * PI;
/// Room that an arc keeps everywhere, as a share of its length.
const NEED: f64 = 0.06;
/// An arc shorter than this share of the body's size is no line for a name.
const SHORTEST: f64 = 0.08;
/// Points at which room is taken while arcs are compared.
const SAMPLES: usize = 11;
/// A level straight line is taken in place of a slightly slanted or bent one when it is worth this
/// share of it: a slight slant looks like a mistake.
const PLAIN: f64 = 0.93;
/// Slants below this, in radians, are slight; bends below twice this.
const SLIGHT: f64 = 0.16;
/// A slanted name looks stiff unless it turns by about this, in radians.
const SUPPLE: f64 = 0.42;

/// An arc of a circle or a straight line.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Arc {
    /// Its middle, map space.
    pub mid: MapPt,
    /// Direction at the middle, radians clockwise on the page, rightwards.
    pub angle: f64,
    /// By how much the direction turns from its left end to its right end, radians; above 0 it
    /// hangs through upwards (a hill), below 0 it is a valley. 0 is straight.
    pub turn: f64,
    /// Length along the arc, map units.
    pub length: f64,
}

impl Arc {
    /// So many points, evenly spaced from the left end to the right end.
    pub fn points(&self, count: usize) -> impl Iterator<Item = MapPt> + use<> {
        let steps = count.max(2) - 1;
        let half = self.turn / steps as f64 / 2.0;
        let (sin, cos) = half.sin_cos();
        // By how much the direction turns from one step to the next (double angles).
        let (sin, cos, half_sin, half_cos) = (2.0 * sin * cos, 1.0 - 2.0 * sin * sin, sin, cos);
        // A chord of an arc is shorter than the arc by sin(x)/x of half its bend.
        let chord = self.length / steps as f64 * ratio(half_sin, half);
        let (down, right) = self.angle.sin_cos();
        // From the middle back to the left end: along the chord of the whole, and beside it by the
        // arc's rise (both from a quarter of the turn).
        let quarter = self.turn / 4.0;
        let (q_sin, q_cos) = quarter.sin_cos();
        let back = self.length / 2.0 * ratio(q_sin, quarter);
        let (along, beside) = (back * q_cos, back * q_sin);
        let start = [
            self.mid[0] - right * along - down * beside,
            self.mid[1] - down * along + right * beside,
        ];
        // The first chord's direction: that of the left end, turned on by half a step.
        let (end_sin, end_cos) = (2.0 * q_sin * q_cos, 1.0 - 2.0 * q_sin * q_sin);
        let (left_x, left_y) = turned(right, down, end_cos, -end_sin);
        let (x, y) = turned(left_x, left_y, half_cos, half_sin);
        let mut next = (start, [x * chord, y * chord]);
        (0..count).map(move |_| {
            let (at, [dx, dy]) = next;
            next = ([at[0] + dx, at[1] + dy], turned(dx, dy, cos, sin).into());
            at
        })
    }

    /// The part between two shares of the length, 0..=1 from the left.
    pub fn part(&self, from: f64, to: f64) -> Arc {
        let middle = (from + to) / 2.0;
        let along = (middle - 0.5) * self.length;
        let bend = self.turn * (middle - 0.5);
        let (y, x) = (self.angle + bend / 2.0).sin_cos();
        let chord = along * ratio((bend / 2.0).sin(), bend / 2.0);
        Arc {
            mid: [self.mid[0] + x * chord, self.mid[1] + y * chord],
            angle: self.angle + bend,
            turn: self.turn * (to - from),
            length: self.length * (to - from),
        }
    }

    /// What the arc is worth as a line for a name: about the area of the body that the name would
    /// speak for, less for slant, bend and distance from the visual centre. 0 is worthless.
    pub fn worth(&self, field: &Field) -> f64 {
        let off = distance(self.mid, field.center) / (0.75 * field.size);
        self.worth_here(field) / (1.0 + off * off)
    }

    /// The same wherever in the body it lies.
    pub fn worth_here(&self, field: &Field) -> f64 {
        let steepest = self.angle.abs() + self.turn.abs() / 2.0;
        let within = steepest <= STEEPEST && self.turn.abs() <= MOST_TURN;
        if !within || self.length < SHORTEST * field.size {
            return 0.0;
        }
        // Room beyond half of the roomiest place adds less and less.
        let enough = 0.5 * field.most;
        let (mut least, mut sum, mut weights) = (f64::INFINITY, 0.0, 0.0);
        for (number, at) in self.points(SAMPLES).enumerate() {
            let room = field.room(at);
            if room <= 0.0 {
                return 0.0;
            }
            least = least.min(room);
            let u = 2.0 * number as f64 / (SAMPLES - 1) as f64 - 1.0;
            let weight = 1.0 - 0.7 * u * u;
            sum += weight * room * enough / (room + enough);
            weights += weight;
        }
        let tight = (least / (NEED * self.length)).min(1.0);
        self.length * sum / weights * tight * tight * tight * self.ease(field)
    }

    /// How easily and pleasantly it is read: 1 when level. Slant costs least where the body itself
    /// is long and slants so; to the right and up is easier than down; a slanted name wants some bend.
    fn ease(&self, field: &Field) -> f64 {
        let slant = self.angle.abs() / STEEPEST;
        let stiff = (slant / 0.4).min(1.0) * (1.0 - self.turn.abs() / SUPPLE).max(0.0);
        let bend = (self.turn / MOST_TURN).powi(2);
        let excuse = field.excuse(self.angle);
        let downhill = 0.9 * (1.0 - excuse) * self.angle.max(0.0);
        let cost = 0.95 * (1.0 - 0.5 * excuse) * slant * slant + downhill;
        (1.0 - cost).max(0.0) * (1.0 - 0.15 * stiff) * (1.0 - 0.15 * bend)
    }

    /// The best arc that can be reached from this one by small changes (a pattern search: Hooke and
    /// Jeeves, Journal of the ACM 8, 1961).
    pub fn refined(self, field: &Field) -> Arc {
        self.searched(field, &Change::ALL, f64::INFINITY, 5)
    }

    /// The best arc of the same slant and bend near this one, no longer than `most`.
    pub fn settled(self, field: &Field, most: f64) -> Arc {
        self.searched(field, &Change::PLACE, most, 3)
    }

    fn searched(self, field: &Field, may: &[Change], most: f64, rounds: u32) -> Arc {
        let worth = if may == Change::ALL {
            Arc::worth
        } else {
            Arc::worth_here
        };
        let mut best = (self, worth(&self, field));
        let mut step = 1.0;
        for _ in 0..rounds {
            for _ in 0..4 {
                let before = best.1;
                for change in may {
                    let changed = |way| best.0.changed(*change, way * step, most);
                    for arc in [1.0, -1.0].map(changed) {
                        let value = worth(&arc, field);
                        if value > best.1 {
                            best = (arc, value);
                            break;
                        }
                    }
                }
                if best.1 <= before * 1.02 {
                    break;
                }
            }
            step *= 0.55;
        }
        best.0.fitted(field)
    }

    /// The arc after one change by so many steps.
    fn changed(mut self, change: Change, steps: f64, most: f64) -> Arc {
        let (sin, cos) = self.angle.sin_cos();
        let shift = 0.09 * self.length * steps;
        match change {
            Change::Along => self.mid = [self.mid[0] + shift * cos, self.mid[1] + shift * sin],
            Change::Across => self.mid = self.beside(shift).mid,
            Change::Slant => self.angle += 0.16 * steps,
            Change::Bend => self.turn += 0.3 * steps,
            Change::Length => self.length = (self.length * (1.0 + 0.25 * steps)).min(most),
        }
        self
    }

    /// The same arc moved across itself, downwards on the page, by so many map units.
    pub fn beside(mut self, shift: f64) -> Arc {
        let (sin, cos) = self.angle.sin_cos();
        self.mid = [self.mid[0] - shift * sin, self.mid[1] + shift * cos];
        self
    }

    /// The same arc made level, straight if it almost is, where that costs little.
    pub fn plainer(self, field: &Field) -> Arc {
        let slight = self.angle.abs() < SLIGHT && self.turn.abs() < 2.0 * SLIGHT;
        let plain = Arc {
            angle: 0.0,
            turn: if slight { 0.0 } else { self.turn },
            ..self
        };
        let plain = plain.fitted(field);
        let enough = plain.worth(field) >= self.worth(field) * PLAIN;
        if self.angle.abs() < SLIGHT && enough {
            plain
        } else {
            self
        }
    }

    /// Shortened about its middle until it has its room.
    pub fn fitted(mut self, field: &Field) -> Arc {
        for _ in 0..30 {
            let need = NEED * self.length;
            if self.points(SAMPLES).all(|p| field.room(p) >= need) {
                break;
            }
            self = self.part(0.02, 0.98);
        }
        self
    }
}

/// What a search may change about an arc.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Change {
    /// Its place, along itself.
    Along,
    /// Its place, across itself.
    Across,
    /// Its length.
    Length,
    /// Its bend.
    Bend,
    /// Its slant.
    Slant,
}

impl Change {
    /// Everything.
    const ALL: [Change; 5] = [
        Change::Along,
        Change::Across,
        Change::Slant,
        Change::Bend,
        Change::Length,
    ];
    /// Place and length.
    const PLACE: [Change; 3] = [Change::Across, Change::Along, Change::Length];
}

/// sin(x)/x, from both; 1 at 0.
fn ratio(sin: f64, x: f64) -> f64 {
    if x == 0.0 { 1.0 } else { sin / x }
}

/// A direction turned clockwise on the page by an angle of that cosine and sine.
fn turned(x: f64, y: f64, cos: f64, sin: f64) -> (f64, f64) {
    (x * cos - y * sin, x * sin + y * cos)
}

/// Distance between two places, map units.
pub(super) fn distance(a: MapPt, b: MapPt) -> f64 {
    let [dx, dy] = [a[0] - b[0], a[1] - b[1]];
    (dx * dx + dy * dy).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::MapBox;

    fn hill() -> Arc {
        Arc {
            mid: [3.0, 2.0],
            angle: -0.3,
            turn: 0.8,
            length: 1.7,
        }
    }

    #[test]
    fn points_lie_on_one_circle_and_run_as_long_as_said() {
        for turn in [0.8, -1.1, 1e-6, 0.0] {
            let arc = Arc { turn, ..hill() };
            let points: Vec<MapPt> = arc.points(401).collect();
            let long: f64 = points.windows(2).map(|p| distance(p[0], p[1])).sum();
            assert!((long - arc.length).abs() < 1e-4, "{turn}: {long}");
            assert!(distance(points[200], arc.mid) < 1e-9, "{turn}");
            let end = points[400];
            let ahead = [end[0] - points[399][0], end[1] - points[399][1]];
            let angle = ahead[1].atan2(ahead[0]);
            assert!((angle - (arc.angle + turn / 2.0)).abs() < 0.01, "{turn}");
        }
    }

    #[test]
    fn a_part_lies_on_the_whole() {
        let arc = hill();
        let whole: Vec<MapPt> = arc.points(101).collect();
        let part: Vec<MapPt> = arc.part(0.2, 0.7).points(51).collect();
        for (a, b) in whole[20..].iter().zip(&part) {
            assert!(distance(*a, *b) < 1e-9, "{a:?} {b:?}");
        }
    }

    #[test]
    fn level_is_easiest_and_uphill_is_easier_than_downhill() {
        let field = room(2.0, 2.0);
        let at = |angle: f64| Arc { angle, ..hill() }.ease(&field);
        assert!(at(0.0) > at(-0.5) && at(-0.5) > at(0.5) && at(0.5) > 0.0);
    }

    #[test]
    fn a_slanted_start_in_a_level_room_becomes_level() {
        let field = room(4.0, 1.0);
        let start = Arc {
            mid: [1.8, 0.45],
            angle: 0.2,
            turn: 0.1,
            length: 0.8,
        };
        let arc = start.refined(&field);
        let arc = arc.plainer(&field);
        assert_eq!((arc.angle, arc.turn), (0.0, 0.0), "{arc:?}");
        assert!(arc.length > 2.5, "{arc:?}");
    }

    #[test]
    fn arcs_beyond_the_limits_are_worthless() {
        let field = room(4.0, 4.0);
        let arc = Arc {
            mid: [2.0, 2.0],
            angle: 0.0,
            turn: 0.3,
            length: 1.0,
        };
        assert!(arc.worth(&field) > 0.0);
        for wrong in [
            Arc { turn: 1.5, ..arc },
            Arc { angle: 1.0, ..arc },
            Arc { length: 5.0, ..arc },
            Arc {
                length: 0.01,
                ..arc
            },
            Arc {
                angle: f64::NAN,
                ..arc
            },
            Arc {
                mid: [9.0, 2.0],
                ..arc
            },
        ] {
            assert_eq!(wrong.worth(&field), 0.0, "{wrong:?}");
        }
    }

    fn room(width: f64, height: f64) -> Field {
        let ring = vec![[0.0, 0.0], [width, 0.0], [width, height], [0.0, height]];
        let bounds = MapBox::around(&ring);
        Field::new(&[ring], &bounds).expect("a rectangle has an inside")
    }
}
