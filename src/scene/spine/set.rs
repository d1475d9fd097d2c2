//! Letters along a curve: each stands on its own, turned as the curve runs beneath it.
//!
//! Pure geometry on the page. It finds no curves and asks nobody for room; who draws the letters takes
//! the boxes of those that it keeps.

use crate::scene::item::{Face, Pt};
use crate::scene::metrics;

/// How a text is set along a curve.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::scene) struct Setting {
    /// Cut of the letters.
    pub face: Face,
    /// Font size, points.
    pub size_pt: f32,
    /// The least and the most space between two letters beyond their own, in ems.
    pub spacing_em: [f32; 2],
    /// The share of the curve that the text fills when its letters may be spaced so far, 0..=1.
    pub share: f32,
    /// The share that it may fill when even with the least space it is longer than that.
    pub most_share: f32,
    /// Where on the curve the middle of the text stands, 0..=1 from the left.
    pub middle: f32,
    /// How far the baseline lies above the curve, points; below 0 it lies beneath.
    pub rise_pt: f32,
}

impl Setting {
    /// The name of an area: spaced capitals whose middle height lies on the curve.
    pub fn spread(face: Face, size_pt: f32) -> Setting {
        Setting {
            face,
            size_pt,
            spacing_em: [0.1, 1.5],
            share: 0.72,
            most_share: 0.86,
            middle: 0.5,
            rise_pt: -metrics::cap_height_pt(face, size_pt) / 2.0,
        }
    }

    /// The name of a line: ordinary text standing `gap_pt` above the curve.
    pub fn above(face: Face, size_pt: f32, gap_pt: f32) -> Setting {
        Setting {
            face,
            size_pt,
            spacing_em: [0.02, 0.06],
            share: 0.9,
            most_share: 0.95,
            middle: 0.5,
            rise_pt: gap_pt,
        }
    }
}

/// A letter of a text along a curve.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::scene) struct Letter {
    /// The letter; never a space.
    pub ch: char,
    /// Left end of its baseline, page points.
    pub at: Pt,
    /// Direction of its baseline, radians clockwise on the page.
    pub angle: f32,
    /// Its advance, points.
    pub width_pt: f32,
}

/// The letters of a text along a curve that runs from left to right; nothing when the curve is too
/// short for it, or no curve.
pub(in crate::scene) fn set(text: &str, curve: &[Pt], how: &Setting) -> Option<Vec<Letter>> {
    let way = Way::new(curve)?;
    // Measured one by one, as they are drawn: no pair is kerned and none becomes a ligature.
    let alone = |ch: char| metrics::width_pt(ch.encode_utf8(&mut [0; 4]), how.face, how.size_pt);
    let advances: Vec<f32> = text.chars().map(alone).collect();
    let bare: f32 = advances.iter().sum();
    // An accent of its own stands on the letter before it and wants no space.
    let letters = advances.iter().filter(|a| **a > 0.0).count();
    if letters == 0 || !bare.is_finite() {
        return None;
    }
    let gaps = (letters - 1) as f32;
    let [least, most] = how.spacing_em.map(|em| em * how.size_pt);
    let wanted = (way.length() * how.share - bare) / gaps.max(1.0);
    let spacing = wanted.min(most).max(least);
    let total = bare + spacing * gaps;
    let beside = 2.0 * way.length() * how.middle.min(1.0 - how.middle);
    // Not-a-number is not within either.
    let fits = total <= beside && total <= way.length() * how.most_share;
    if !fits {
        return None;
    }
    let mut along = way.length() * how.middle - total / 2.0;
    let mut out: Vec<Letter> = Vec::with_capacity(advances.len());
    for (ch, width_pt) in text.chars().zip(advances) {
        if width_pt <= 0.0 {
            out.extend(out.last().map(|base| accent(ch, base)));
            continue;
        }
        if !ch.is_whitespace() {
            out.push(letter(ch, width_pt, along, &way, how));
        }
        along += width_pt + spacing;
    }
    Some(out)
}

fn letter(ch: char, width_pt: f32, along: f32, way: &Way<'_>, how: &Setting) -> Letter {
    // The direction is that of the chord beneath the letter, and beneath a little more of the curve
    // for thin ones, so that the corners of the curve's points do not show.
    let middle = along + width_pt / 2.0;
    let half = width_pt.max(how.size_pt) / 2.0;
    let (a, b) = (way.at(middle - half), way.at(middle + half));
    let angle = (b[1] - a[1]).atan2(b[0] - a[0]);
    let (sin, cos) = angle.sin_cos();
    let center = way.at(middle);
    let (back, up) = (width_pt / 2.0, how.rise_pt);
    Letter {
        ch,
        at: [
            center[0] - back * cos + up * sin,
            center[1] - back * sin - up * cos,
        ],
        angle,
        width_pt,
    }
}

/// An accent that stands on the letter before it: its pen is where that letter ended.
fn accent(ch: char, base: &Letter) -> Letter {
    let (sin, cos) = base.angle.sin_cos();
    Letter {
        ch,
        at: [
            base.at[0] + base.width_pt * cos,
            base.at[1] + base.width_pt * sin,
        ],
        angle: base.angle,
        width_pt: 0.0,
    }
}

/// A line with the length walked at each of its points.
struct Way<'a> {
    line: &'a [Pt],
    walked: Vec<f32>,
}

impl<'a> Way<'a> {
    /// Nothing when the line has no length or is not finite.
    fn new(line: &'a [Pt]) -> Option<Way<'a>> {
        let mut walked = Vec::with_capacity(line.len());
        let mut sum = 0.0;
        walked.push(sum);
        for pair in line.windows(2) {
            sum += (pair[1][0] - pair[0][0]).hypot(pair[1][1] - pair[0][1]);
            walked.push(sum);
        }
        (line.len() >= 2 && sum.is_finite() && sum > 0.0).then_some(Way { line, walked })
    }

    fn length(&self) -> f32 {
        self.walked.last().copied().unwrap_or(0.0)
    }

    /// The point at a length from the left end; beyond the ends, straight on.
    fn at(&self, along: f32) -> Pt {
        let last = self.line.len() - 2;
        let behind = self.walked.partition_point(|w| *w <= along);
        let from = behind.saturating_sub(1).min(last);
        let (a, b) = (self.line[from], self.line[from + 1]);
        let step = self.walked[from + 1] - self.walked[from];
        let t = if step > 0.0 {
            (along - self.walked[from]) / step
        } else {
            0.0
        };
        [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An arc of a circle, a hill for `turn > 0`, as the curves of countries are.
    fn arc(turn: f32, length: f32) -> Vec<Pt> {
        let points = (0..=40).map(|i| i as f32 / 40.0 - 0.5);
        let radius = length / turn;
        let place = |t: f32| {
            let (sin, cos) = (t * turn).sin_cos();
            [400.0 + radius * sin, 300.0 + radius * (1.0 - cos)]
        };
        points.map(place).collect()
    }

    /// Corners of a letter's box: its advance wide, from its baseline to the height of capitals.
    fn corners(l: &Letter, height: f32) -> [Pt; 4] {
        let (sin, cos) = l.angle.sin_cos();
        let place = |x: f32, y: f32| [l.at[0] + x * cos + y * sin, l.at[1] + x * sin - y * cos];
        let (left, right) = (0.02, l.width_pt - 0.02);
        [
            place(left, 0.0),
            place(right, 0.0),
            place(right, height),
            place(left, height),
        ]
    }

    /// Do two boxes keep apart along a side of one of them (separating axis)?
    fn apart(a: &[Pt; 4], b: &[Pt; 4]) -> bool {
        let dot = |p: Pt, q: Pt| p[0] * q[0] + p[1] * q[1];
        [a, b].into_iter().any(|shape| {
            [(0, 1), (1, 2)].into_iter().any(|(i, j)| {
                let side = [shape[j][0] - shape[i][0], shape[j][1] - shape[i][1]];
                let normal = [-side[1], side[0]];
                let span = |s: &[Pt; 4]| {
                    let along = s.iter().map(|p| dot(*p, normal));
                    let (lo, hi) = (f32::INFINITY, f32::NEG_INFINITY);
                    along.fold((lo, hi), |(lo, hi), v| (lo.min(v), hi.max(v)))
                };
                let (a, b) = (span(a), span(b));
                a.1 <= b.0 || b.1 <= a.0
            })
        })
    }

    const NAMES: [&str; 6] = [
        "MALI",
        "BURKINA FASO",
        "CÔTE D’IVOIRE",
        "CENTRAL AFRICAN REPUBLIC",
        "MAURITANIE",
        "TOGO",
    ];

    #[test]
    fn letters_stand_side_by_side_on_the_curve() {
        for text in NAMES {
            for turn in [-1.2, -0.4, 0.001, 0.4, 1.2] {
                let how = Setting::spread(Face::Bold, 13.0);
                let curve = arc(turn, 420.0);
                let letters = set(text, &curve, &how).unwrap_or_else(|| panic!("{text} {turn}"));
                let spelled: String = letters.iter().map(|l| l.ch).collect();
                assert_eq!(spelled, text.replace(' ', ""));
                let cap = metrics::cap_height_pt(Face::Bold, 13.0);
                for pair in letters.windows(2) {
                    let boxes = [corners(&pair[0], cap), corners(&pair[1], cap)];
                    assert!(apart(&boxes[0], &boxes[1]), "{text} {turn}: {pair:?}");
                    assert!(pair[1].at[0] > pair[0].at[0], "{text}: reads to the right");
                }
                let radius = 420.0 / turn;
                let center = [400.0, 300.0 + radius];
                for l in &letters {
                    let [a, _, c, _] = corners(l, cap);
                    let middle = [(a[0] + c[0]) / 2.0, (a[1] + c[1]) / 2.0];
                    let away = (middle[0] - center[0]).hypot(middle[1] - center[1]);
                    assert!((away - radius.abs()).abs() < 0.3, "{text} {turn}: {l:?}");
                }
            }
        }
    }

    #[test]
    fn spaces_between_letters_are_even_and_words_stand_apart() {
        let how = Setting::spread(Face::Regular, 12.0);
        let letters =
            set("BURKINA FASO", &[[225.0, 9.0], [575.0, 9.0]], &how).expect("there is room");
        let gap = |i: usize| letters[i + 1].at[0] - letters[i].at[0] - letters[i].width_pt;
        for i in [0, 1, 2, 3, 4, 5, 7, 8, 9] {
            assert!((gap(i) - gap(0)).abs() < 0.05, "{i}: {} {}", gap(i), gap(0));
        }
        assert!(gap(6) > 2.0 * gap(0));
        let (first, last) = (letters[0], letters[10]);
        let middle = (first.at[0] + last.at[0] + last.width_pt) / 2.0;
        assert!((middle - 400.0).abs() < 0.1, "{middle}");
        let filled = last.at[0] + last.width_pt - first.at[0];
        assert!((filled - 0.72 * 350.0).abs() < 0.1, "{filled}");
    }

    #[test]
    fn short_names_stop_spreading_and_long_ones_give_up() {
        let how = Setting::spread(Face::Bold, 13.0);
        let letters = set("MALI", &arc(0.3, 2000.0), &how).expect("there is room");
        for pair in letters.windows(2) {
            let gap = pair[1].at[0] - pair[0].at[0] - pair[0].width_pt;
            assert!(gap < 13.0 * 1.5 + 0.3, "{gap}");
        }
        assert_eq!(
            set("CENTRAL AFRICAN REPUBLIC", &arc(0.3, 150.0), &how),
            None
        );
        let aside = Setting {
            middle: 0.05,
            ..how
        };
        assert_eq!(set("MALI", &arc(0.3, 300.0), &aside), None, "off the end");
    }

    #[test]
    fn a_line_s_name_stands_above_it() {
        let how = Setting::above(Face::Italic, 10.5, 3.0);
        let letters = set("Niger", &arc(-0.5, 90.0), &how).expect("there is room");
        let nearest = |l: &Letter| {
            let curve = arc(-0.5, 90.0);
            let below = curve.iter().map(|p| (p[0] - l.at[0]).hypot(p[1] - l.at[1]));
            below.fold(f32::INFINITY, f32::min)
        };
        for l in &letters {
            assert!((2.0..4.0).contains(&nearest(l)), "{l:?}");
            assert!(l.at[1] < 300.0, "above the lowest point of the valley");
        }
    }

    #[test]
    fn letters_that_would_join_stand_alone() {
        let how = Setting::above(Face::Italic, 10.5, 3.0);
        let letters = set("Bafing", &[[0.0, 0.0], [60.0, 0.0]], &how).expect("there is room");
        assert!(letters.iter().all(|l| l.width_pt > 2.0), "{letters:?}");
    }

    #[test]
    fn an_accent_of_its_own_keeps_to_its_letter() {
        let how = Setting::spread(Face::Regular, 12.0);
        let line = [[0.0, 0.0], [300.0, 0.0]];
        let letters = set("TE\u{301}S", &line, &how).expect("there is room");
        assert_eq!(letters.len(), 4);
        let end = letters[1].at[0] + letters[1].width_pt;
        assert!((letters[2].at[0] - end).abs() < 1e-3);
        let plain = set("TES", &line, &how).expect("there is room");
        assert!((letters[3].at[0] - plain[2].at[0]).abs() < 0.1);
    }

    #[test]
    fn nonsense_is_refused_quietly() {
        let how = Setting::spread(Face::Regular, 12.0);
        let far = f32::MAX;
        for curve in [
            vec![],
            vec![[1.0, 1.0]],
            vec![[1.0, 1.0], [1.0, 1.0]],
            vec![[0.0, f32::NAN], [9.0, 9.0]],
            vec![[-far, -far], [far, far]],
        ] {
            assert_eq!(set("MALI", &curve, &how), None);
        }
        let line = [[0.0, 0.0], [300.0, 0.0]];
        assert_eq!(set("", &line, &how), None);
        let wrong = Setting {
            size_pt: f32::NAN,
            ..how
        };
        assert_eq!(set("MALI", &line, &wrong), None);
    }
}
