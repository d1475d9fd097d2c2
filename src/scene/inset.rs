//! A line a little inside an outline: where a country's second colour runs.
//!
//! The outline is walked in short steps, each step moved inwards, and what comes too near to the
//! outline again (in bays and narrow necks) is left out, so that nothing crosses itself. It knows
//! neither countries nor colours.

use super::item::{Pt, Rect};
use super::layers::ground::Rings;
use std::collections::BTreeMap;

/// Steps of the walk, in points.
const STEP_PT: f32 = 1.6;
/// An outline of more steps than this is drawn where it is.
const MOST_STEPS: usize = 60_000;
/// Points on either side of a step that decide its direction.
const REACH: usize = 3;

/// The lines moved inwards by so many points; `body` are the areas they enclose (even-odd each).
/// Lines whose ends meet are closed again.
pub(super) fn inset(lines: &[Vec<Pt>], body: &[&Rings], by_pt: f32) -> Vec<Vec<Pt>> {
    let walks: Vec<Vec<Pt>> = lines.iter().map(|line| walked(line)).collect();
    let steps: usize = walks.iter().map(Vec::len).sum();
    if steps > MOST_STEPS || by_pt.is_nan() || by_pt <= 0.0 {
        return lines.to_vec();
    }
    let near = Near::new(&walks, by_pt);
    let moved = lines
        .iter()
        .zip(&walks)
        .flat_map(|(line, walk)| inner(line, walk, body, by_pt, &near));
    moved.collect()
}

/// Points along a line at equal steps, its ends included.
fn walked(line: &[Pt]) -> Vec<Pt> {
    let Some(first) = line.first() else {
        return Vec::new();
    };
    let mut out = vec![*first];
    for pair in line.windows(2) {
        let (dx, dy) = (pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]);
        let count = (dx.hypot(dy) / STEP_PT).ceil().clamp(1.0, 4000.0);
        for step in 1..=(count as u16) {
            let t = f32::from(step) / count;
            out.push([pair[0][0] + t * dx, pair[0][1] + t * dy]);
        }
    }
    out
}

fn inner(line: &[Pt], walk: &[Pt], body: &[&Rings], by_pt: f32, near: &Near) -> Vec<Vec<Pt>> {
    let closed = line.len() > 3 && line.first() == line.last() && walk.len() > 3;
    let side = side(walk, closed, body, by_pt);
    let mut pieces: Vec<Vec<Pt>> = Vec::new();
    let mut piece: Vec<Pt> = Vec::new();
    for at in 0..walk.len() {
        let [nx, ny] = normal(walk, closed, at);
        let to = [
            walk[at][0] + side * nx * by_pt,
            walk[at][1] + side * ny * by_pt,
        ];
        if !near.is_clear(to) {
            continue;
        }
        // Over a short gap the line goes on; a long one is a neck that it does not fit through.
        let far = |p: &Pt| (p[0] - to[0]).hypot(p[1] - to[1]) > by_pt * 3.0;
        if piece.last().is_some_and(far) {
            pieces.push(std::mem::take(&mut piece));
        }
        piece.push(to);
    }
    pieces.push(piece);
    if closed {
        close(&mut pieces, by_pt);
    }
    pieces.retain(|p| p.len() > 2);
    pieces.iter_mut().for_each(smooth);
    pieces
}

/// Brings the two ends of a closed line together again.
fn close(pieces: &mut Vec<Vec<Pt>>, by_pt: f32) {
    let ends = (
        pieces.first().and_then(|p| p.first()).copied(),
        pieces.last().and_then(|p| p.last()).copied(),
    );
    let (Some(start), Some(end)) = ends else {
        return;
    };
    if (start[0] - end[0]).hypot(start[1] - end[1]) > by_pt * 3.0 {
        return;
    }
    if pieces.len() == 1 {
        pieces[0].push(start);
    } else if let Some(mut last) = pieces.pop() {
        last.append(&mut pieces[0]);
        pieces[0] = last;
    }
}

/// Takes the jitter of single steps out of a line; its ends stay.
fn smooth(line: &mut Vec<Pt>) {
    let middle = |w: &[Pt]| {
        let mean = |axis: usize| (w[0][axis] + 2.0 * w[1][axis] + w[2][axis]) / 4.0;
        [mean(0), mean(1)]
    };
    let Some((&first, &last)) = line.first().zip(line.last()) else {
        return;
    };
    let mut out = vec![first];
    out.extend(line.windows(3).map(middle));
    out.push(last);
    *line = out;
}

/// The unit normal (to the left of the walk) at a step.
fn normal(walk: &[Pt], closed: bool, at: usize) -> Pt {
    let count = walk.len();
    // The last point of a closed walk is the first one again.
    let index = |offset: isize| {
        let wanted = at as isize + offset;
        if closed {
            wanted.rem_euclid(count as isize - 1) as usize
        } else {
            wanted.clamp(0, count as isize - 1) as usize
        }
    };
    let (a, b) = (walk[index(-(REACH as isize))], walk[index(REACH as isize)]);
    let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
    let length = dx.hypot(dy);
    if length > 1e-6 {
        [-dy / length, dx / length]
    } else {
        [0.0, 0.0]
    }
}

/// On which side of a line the body lies: 1 to the left, -1 to the right; a vote of several places.
fn side(walk: &[Pt], closed: bool, body: &[&Rings], by_pt: f32) -> f32 {
    let mut votes = 0i32;
    let every = (walk.len() / 15).max(1);
    for at in (0..walk.len()).step_by(every) {
        let [nx, ny] = normal(walk, closed, at);
        let beside = |s: f32| [walk[at][0] + s * nx * by_pt, walk[at][1] + s * ny * by_pt];
        votes += i32::from(lies_in(body, beside(1.0))) - i32::from(lies_in(body, beside(-1.0)));
    }
    if votes >= 0 { 1.0 } else { -1.0 }
}

fn lies_in(body: &[&Rings], p: Pt) -> bool {
    body.iter().any(|rings| {
        let crossings = rings.iter().map(|ring| crossings(ring, p));
        crossings.sum::<usize>() % 2 == 1
    })
}

/// How often a ray to the right from a point crosses a ring.
fn crossings(ring: &[Pt], p: Pt) -> usize {
    let ends = ring.iter().skip(1).chain(ring.first());
    let crosses = |(a, b): &(&Pt, &Pt)| {
        (a[1] > p[1]) != (b[1] > p[1])
            && p[0] < (b[0] - a[0]) * (p[1] - a[1]) / (b[1] - a[1]) + a[0]
    };
    ring.iter().zip(ends).filter(crosses).count()
}

/// The steps of all lines in cells, for asking whether one is near.
struct Near {
    cells: BTreeMap<(i32, i32), Vec<Pt>>,
    by_pt: f32,
}

impl Near {
    fn new(walks: &[Vec<Pt>], by_pt: f32) -> Near {
        let mut cells: BTreeMap<(i32, i32), Vec<Pt>> = BTreeMap::new();
        for p in walks.iter().flatten() {
            cells.entry(cell(*p, by_pt)).or_default().push(*p);
        }
        Near { cells, by_pt }
    }

    /// Is no step nearer than the distance asked for (but for the roundness of corners)?
    fn is_clear(&self, p: Pt) -> bool {
        let (column, row) = cell(p, self.by_pt);
        let least = self.by_pt * 0.93;
        let box_of = Rect::around(p, 2.0 * least, 2.0 * least);
        let is_near = |q: &Pt| box_of.contains(*q) && (p[0] - q[0]).hypot(p[1] - q[1]) < least;
        (-1..=1).all(|dx| {
            (-1..=1).all(|dy| {
                let key = (column.saturating_add(dx), row.saturating_add(dy));
                !self
                    .cells
                    .get(&key)
                    .is_some_and(|cell| cell.iter().any(is_near))
            })
        })
    }
}

fn cell(p: Pt, size_pt: f32) -> (i32, i32) {
    (
        (p[0] / size_pt).floor() as i32,
        (p[1] / size_pt).floor() as i32,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closed(mut ring: Vec<Pt>) -> (Vec<Pt>, Rings) {
        let rings: Rings = vec![ring.clone()].into();
        ring.push(ring[0]);
        (ring, rings)
    }

    #[test]
    fn a_square_gets_a_smaller_square_whichever_way_it_runs() {
        let square = vec![[0.0, 0.0], [90.0, 0.0], [90.0, 90.0], [0.0, 90.0]];
        for reversed in [false, true] {
            let mut square = square.clone();
            if reversed {
                square.reverse();
            }
            let (line, rings) = closed(square);
            let found = inset(&[line], &[&rings], 4.0);
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].first(), found[0].last(), "closed again");
            for p in &found[0] {
                let depth = [p[0], p[1], 90.0 - p[0], 90.0 - p[1]];
                let depth = depth.into_iter().fold(f32::INFINITY, f32::min);
                assert!((3.5..=6.0).contains(&depth), "{p:?}");
            }
        }
    }

    #[test]
    fn a_narrow_neck_is_left_out() {
        let (line, rings) = closed(vec![
            [0.0, 0.0],
            [40.0, 0.0],
            [40.0, 18.0],
            [80.0, 18.0],
            [80.0, 0.0],
            [120.0, 0.0],
            [120.0, 40.0],
            [80.0, 40.0],
            [80.0, 22.0],
            [40.0, 22.0],
            [40.0, 40.0],
            [0.0, 40.0],
        ]);
        let found = inset(&[line], &[&rings], 4.0);
        assert_eq!(found.len(), 2);
        assert!(
            found
                .iter()
                .flatten()
                .all(|p| !(42.0..78.0).contains(&p[0]))
        );
    }

    #[test]
    fn absurd_lines_are_survived() {
        for line in [
            vec![],
            vec![[0.0, 0.0]],
            vec![[0.0, 0.0]; 5],
            vec![[f32::NAN; 2]; 4],
        ] {
            inset(&[line], &[], 4.0);
        }
        let far = vec![[0.0, 0.0], [1e9, 0.0], [1e9, 1e9]];
        assert_eq!(inset(&vec![far; 30], &[], 4.0).len(), 30);
        assert_eq!(
            inset(&[vec![[0.0, 0.0], [1.0, 0.0]]], &[], f32::NAN).len(),
            1
        );
    }
}
