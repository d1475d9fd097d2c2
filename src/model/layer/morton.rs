//! Points in the order of time, over a quadtree of the map: how many of which days lie in which square.
//!
//! A wavelet matrix (Claude, Navarro and Ordóñez, 2015) of Morton numbers: each level holds one bit of
//! every number, and a range of points goes down to either half of a square by two counts of bits. So the
//! cost of a question depends on the squares it visits, not on the points in them, whatever the days are.

use super::bits::Bits;
use crate::geo::{MapBox, MapPt};

/// Halvings of the map, west-east and north-south in turn: 16 each, squares of 611 m at the equator.
pub(super) const DEPTH: u32 = 32;

/// A half or a whole square of the map, and the points of a range in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// How often the map has been halved.
    pub depth: u32,
    /// West and north edge in 65,536ths of the map.
    pub corner: [u32; 2],
    /// The range at this depth.
    pub range: [u32; 2],
}

impl Node {
    /// The whole map with a range of points in the order of time.
    pub fn root(range: [u32; 2]) -> Node {
        Node {
            depth: 0,
            corner: [0, 0],
            range,
        }
    }

    pub fn count(&self) -> u32 {
        self.range[1] - self.range[0]
    }

    /// Width and height in 65,536ths of the map.
    pub fn size(&self) -> [u32; 2] {
        [
            1 << (16 - self.depth.div_ceil(2)),
            1 << (16 - self.depth / 2),
        ]
    }

    /// Its middle in map space.
    pub fn middle(&self) -> MapPt {
        let size = self.size();
        [0, 1].map(|axis| (f64::from(self.corner[axis]) + f64::from(size[axis]) / 2.0) / 65_536.0)
    }

    /// Does it share a point with the box, which is in 65,536ths of the map?
    pub fn touches(&self, [west, north, east, south]: [u32; 4]) -> bool {
        let [w, h] = self.size();
        let [x, y] = self.corner;
        x <= east && x + w > west && y <= south && y + h > north
    }
}

/// The edges of a box in 65,536ths of the map, held inside the map: west, north, east, south. `None` when
/// it lies outside or is none.
pub(super) fn grid_box(view: &MapBox) -> Option<[u32; 4]> {
    let held = |v: f64| (v.clamp(0.0, 1.0) * 65_536.0).min(65_535.0) as u32;
    let inside = |axis: usize| {
        view.max[axis] >= 0.0 && view.min[axis] <= 1.0 && view.min[axis] <= view.max[axis]
    };
    (inside(0) && inside(1)).then(|| {
        [
            held(view.min[0]),
            held(view.min[1]),
            held(view.max[0]),
            held(view.max[1]),
        ]
    })
}

/// The Morton number of a point of the map: bits of x and y in turn, x first.
pub(super) fn number(point: MapPt) -> u32 {
    let [x, y] = point.map(|v| (v.clamp(0.0, 1.0) * 65_536.0).min(65_535.0) as u32);
    spread(x) << 1 | spread(y)
}

/// Puts a zero before each of 16 bits.
fn spread(v: u32) -> u32 {
    let v = (v | v << 8) & 0x00FF_00FF;
    let v = (v | v << 4) & 0x0F0F_0F0F;
    let v = (v | v << 2) & 0x3333_3333;
    (v | v << 1) & 0x5555_5555
}

/// The matrix.
#[derive(Debug, Default)]
pub(super) struct Matrix {
    levels: Vec<Bits>,
    /// What stands at the bottom: the entry that was given at each place.
    bottom: Vec<u32>,
}

impl Matrix {
    /// Of the Morton numbers of entries in the order of time; `entry` is what the bottom then names.
    pub fn new(entries: impl Iterator<Item = (u32, u32)>) -> Matrix {
        let mut row: Vec<u64> = entries
            .map(|(number, entry)| u64::from(number) << 32 | u64::from(entry))
            .collect();
        let mut ones = vec![0; row.len()];
        let mut levels = Vec::with_capacity(DEPTH as usize);
        for depth in 0..DEPTH {
            let shift = 63 - depth;
            levels.push(Bits::of(row.iter().map(|v| v >> shift & 1 == 1)));
            part(&mut row, &mut ones, shift);
        }
        Matrix {
            levels,
            bottom: row.into_iter().map(|v| (v & 0xFFFF_FFFF) as u32).collect(),
        }
    }

    /// The two halves of a node, west or north first. Not for nodes at the bottom.
    pub fn halves(&self, node: &Node) -> [Node; 2] {
        let bits = &self.levels[node.depth as usize];
        let ones = node.range.map(|at| bits.ones_before(at));
        let [from, to] = node.range;
        let size = node.size();
        let mut second = node.corner;
        let axis = (node.depth % 2) as usize;
        second[axis] += size[axis] / 2;
        let depth = node.depth + 1;
        [
            Node {
                depth,
                corner: node.corner,
                range: [from - ones[0], to - ones[1]],
            },
            Node {
                depth,
                corner: second,
                range: ones.map(|n| bits.zeros() + n),
            },
        ]
    }

    /// The entries of a node at the bottom, in the order of time.
    pub fn entries(&self, node: &Node) -> &[u32] {
        let [from, to] = node.range.map(|at| at as usize);
        self.bottom.get(from..to).unwrap_or(&[])
    }

    pub fn bytes(&self) -> usize {
        self.bottom.capacity() * 4 + self.levels.iter().map(Bits::bytes).sum::<usize>()
    }
}

/// Zeros of a bit first, ones after them, each in their order; without a branch that depends on the bit.
fn part(row: &mut [u64], ones: &mut [u64], shift: u32) {
    let (mut zero, mut one) = (0, 0);
    for at in 0..row.len() {
        let value = row[at];
        let bit = (value >> shift & 1) as usize;
        row[zero] = value;
        ones[one] = value;
        zero += 1 - bit;
        one += bit;
    }
    row[zero..].copy_from_slice(&ones[..one]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_point_is_in_its_square() {
        let points: Vec<MapPt> = (0..500_u32)
            .map(|i| {
                [
                    f64::from(i * 7919 % 500) / 500.0,
                    f64::from(i * 104_729 % 500) / 500.0,
                ]
            })
            .collect();
        let matrix = Matrix::new((0..).zip(&points).map(|(i, p)| (number(*p), i)));
        let mut nodes = vec![Node::root([100, 400])];
        let mut seen = Vec::new();
        while let Some(node) = nodes.pop() {
            if node.depth == DEPTH {
                for entry in matrix.entries(&node) {
                    let [x, y] = points[*entry as usize].map(|v| (v * 65_536.0) as u32);
                    assert_eq!([x, y], node.corner);
                    seen.push(*entry);
                }
            } else {
                nodes.extend(matrix.halves(&node).into_iter().filter(|n| n.count() > 0));
            }
        }
        seen.sort_unstable();
        assert_eq!(seen, (100..400).collect::<Vec<u32>>());
    }
}
