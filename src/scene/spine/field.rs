//! How far every place inside an outline is from that outline: the room that letters have.
//!
//! The inside is drawn on a coarse grid and measured by the exact distance transform of Felzenszwalb
//! and Huttenlocher ("Distance Transforms of Sampled Functions", Theory of Computing 8, 2012), which
//! takes a time that grows with the cells only, however long the outline is. Its ridges are the medial
//! axis. Right to about a cell: what is promised to others is measured again on the outline itself.

use crate::geo::{MapBox, MapPt};

/// Cells along the longer side of the body.
const CELLS: f64 = 64.0;
/// A body that leans more than this, in radians, stands upright.
const UPRIGHT: f64 = 1.13;
/// Stands for "no outline found yet", in cells squared; beyond any grid, yet far from overflow.
const FAR: f64 = 1e12;

/// Room around the cells of a grid over a country's body.
pub(super) struct Field {
    /// Middle of the first cell, map space.
    origin: MapPt,
    /// Side of a cell, map units.
    cell: f64,
    columns: usize,
    /// Distance to the outline at the middle of each cell, map units, 0 outside; row by row.
    room: Vec<f64>,
    /// The body's visual centre: the mean of its cells, each weighing as much as it has room.
    pub center: MapPt,
    /// Square root of the body's area: its size, map units.
    pub size: f64,
    /// The room of the roomiest cell, map units.
    pub most: f64,
    /// Direction in which the body is longest, radians clockwise on the page, -π/2 to π/2.
    axis: f64,
    /// How much longer than wide it is: 0 not at all, towards 1 very much.
    slender: f64,
}

impl Field {
    /// Measures the inside of rings (even-odd) within `bounds`; nothing when there is no inside.
    pub fn new(rings: &[Vec<MapPt>], bounds: &MapBox) -> Option<Field> {
        let extent = [0, 1].map(|axis| bounds.max[axis] - bounds.min[axis]);
        let cell = extent[0].max(extent[1]) / CELLS;
        if !(cell.is_finite() && cell > f64::MIN_POSITIVE && extent[0].min(extent[1]) > 0.0) {
            return None;
        }
        // One cell of outside all around, so that every inside cell has an outline to be far from.
        let [columns, rows] = extent.map(|e| (e / cell).ceil() as usize + 2);
        let origin = [0, 1].map(|axis| bounds.min[axis] - 0.5 * cell);
        let mut squared = vec![0.0; columns * rows];
        for (row, line) in squared.chunks_exact_mut(columns).enumerate() {
            fill_row(rings, origin, cell, row, line);
        }
        let squared = transformed(squared, columns, rows);
        // The outline runs, on average, half a cell short of the nearest cell outside.
        let room: Vec<f64> = squared
            .iter()
            .map(|d| (d.sqrt() - 0.5).max(0.0) * cell)
            .collect();
        let mut field = Field {
            origin,
            cell,
            columns,
            room,
            center: [0.0; 2],
            size: 0.0,
            most: 0.0,
            axis: 0.0,
            slender: 0.0,
        };
        field.weigh();
        (field.most > 0.0).then_some(field)
    }

    fn weigh(&mut self) {
        let (mut sum, mut weight, mut cells) = ([0.0; 2], 0.0, 0usize);
        for (number, room) in self.room.iter().enumerate().filter(|(_, r)| **r > 0.0) {
            let at = self.place(number);
            sum = [sum[0] + at[0] * room, sum[1] + at[1] * room];
            weight += room;
            cells += 1;
            self.most = self.most.max(*room);
        }
        self.size = (cells as f64).sqrt() * self.cell;
        if weight > 0.0 {
            self.center = sum.map(|s| s / weight);
        }
        self.lean();
    }

    /// The principal axis of the body's second moments.
    fn lean(&mut self) {
        let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
        for (number, room) in self.room.iter().enumerate().filter(|(_, r)| **r > 0.0) {
            let at = self.place(number);
            let (x, y) = (at[0] - self.center[0], at[1] - self.center[1]);
            xx += room * x * x;
            xy += room * x * y;
            yy += room * y * y;
        }
        let spread = ((xx - yy) / 2.0).hypot(xy);
        let mean = (xx + yy) / 2.0;
        self.axis = 0.5 * (2.0 * xy).atan2(xx - yy);
        if mean > 0.0 {
            self.slender = spread / mean;
        }
    }

    /// How far a slant is the body's own: 1 when the body is slender and leans just so; 0 for a stout
    /// body and for one that stands upright, whose name had better lie level.
    pub fn excuse(&self, angle: f64) -> f64 {
        if self.axis.abs() > UPRIGHT {
            return 0.0;
        }
        let along = (angle - self.axis).cos();
        ((self.slender - 0.3) / 0.4).clamp(0.0, 1.0) * along * along
    }

    fn place(&self, number: usize) -> MapPt {
        let (column, row) = (number % self.columns, number / self.columns);
        [
            self.origin[0] + column as f64 * self.cell,
            self.origin[1] + row as f64 * self.cell,
        ]
    }

    /// The distance to the outline at a place, map units; 0 outside. Between cells by bilinear
    /// interpolation.
    pub fn room(&self, at: MapPt) -> f64 {
        let x = (at[0] - self.origin[0]) / self.cell;
        let y = (at[1] - self.origin[1]) / self.cell;
        // Also refuses not-a-number.
        if !(x >= 0.0 && y >= 0.0 && x < (self.columns - 1) as f64) {
            return 0.0;
        }
        let (column, row) = (x as usize, y as usize);
        let (right, down) = (x - column as f64, y - row as f64);
        let corner = row.saturating_mul(self.columns).saturating_add(column);
        let Some(pairs) = self
            .room
            .get(corner..corner.saturating_add(self.columns + 2))
        else {
            return 0.0;
        };
        let upper = pairs[0] + right * (pairs[1] - pairs[0]);
        let lower = pairs[self.columns] + right * (pairs[self.columns + 1] - pairs[self.columns]);
        upper + down * (lower - upper)
    }

    /// Is a cell, not of the outermost rows, at least as roomy as both its neighbours in a row or in a
    /// column, and roomy enough to count?
    fn is_ridge(&self, cell: usize) -> bool {
        let room = self.room[cell];
        let over = |step: usize| room >= self.room[cell - step] && room >= self.room[cell + step];
        room > 0.12 * self.most && (over(1) || over(self.columns))
    }

    /// Places on the medial axis, roomiest first, at most so many: none lies deep in the free circle
    /// around another, so that they spread over all parts of the body.
    pub fn seeds(&self, most: usize) -> Vec<MapPt> {
        let mut cells: Vec<(f64, usize)> = (self.columns..self.room.len() - self.columns)
            .filter(|cell| self.is_ridge(*cell))
            .map(|cell| (self.room[cell], cell))
            .collect();
        cells.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut chosen: Vec<(MapPt, f64)> = Vec::new();
        for (room, number) in cells {
            let at = self.place(number);
            let apart = |(other, reach): &(MapPt, f64)| {
                let [dx, dy] = [at[0] - other[0], at[1] - other[1]];
                dx * dx + dy * dy > reach * reach
            };
            if chosen.iter().all(apart) {
                chosen.push((at, room * 0.7));
            }
            if chosen.len() == most {
                break;
            }
        }
        chosen.into_iter().map(|(at, _)| at).collect()
    }
}

/// Marks the cells of a row whose middle is inside the rings as [`FAR`], by the crossings of the row.
fn fill_row(rings: &[Vec<MapPt>], origin: MapPt, cell: f64, row: usize, line: &mut [f64]) {
    let y = origin[1] + row as f64 * cell;
    let mut crossings: Vec<f64> = Vec::new();
    for ring in rings {
        let Some(mut before) = ring.last().copied() else {
            continue;
        };
        for &p in ring {
            if (before[1] > y) != (p[1] > y) {
                let share = (y - before[1]) / (p[1] - before[1]);
                crossings.push(before[0] + share * (p[0] - before[0]));
            }
            before = p;
        }
    }
    crossings.sort_by(f64::total_cmp);
    for pair in crossings.chunks_exact(2) {
        let column = |x: f64| ((x - origin[0]) / cell).ceil().max(0.0) as usize;
        let (from, to) = (column(pair[0]), column(pair[1]).min(line.len()));
        if let Some(inside) = line.get_mut(from..to) {
            inside.fill(FAR);
        }
    }
}

/// The squared distance of each cell to the nearest cell with 0, in cells.
fn transformed(mut grid: Vec<f64>, columns: usize, rows: usize) -> Vec<f64> {
    let longest = columns.max(rows);
    let mut parabolas = Parabolas {
        values: vec![0.0; longest],
        tips: vec![0; longest],
        starts: vec![0.0; longest + 1],
    };
    for line in grid.chunks_exact_mut(columns) {
        parabolas.transform(line);
    }
    let mut line = vec![0.0; rows];
    for column in 0..columns {
        for (value, row) in line.iter_mut().zip(grid.chunks_exact(columns)) {
            *value = row[column];
        }
        parabolas.transform(&mut line);
        for (value, row) in line.iter().zip(grid.chunks_exact_mut(columns)) {
            row[column] = *value;
        }
    }
    grid
}

/// Scratch of the one-dimensional transform: the lower envelope of one parabola a cell.
struct Parabolas {
    values: Vec<f64>,
    /// Cells whose parabolas are part of the envelope, from left to right.
    tips: Vec<usize>,
    /// Where each of them begins to be the lowest.
    starts: Vec<f64>,
}

impl Parabolas {
    fn transform(&mut self, line: &mut [f64]) {
        let values = &mut self.values[..line.len()];
        values.copy_from_slice(line);
        let mut last = 0;
        self.tips[0] = 0;
        self.starts[0] = f64::NEG_INFINITY;
        self.starts[1] = f64::INFINITY;
        for cell in 1..values.len() {
            let meets = |tip: usize| {
                let (q, v) = (cell as f64, tip as f64);
                (values[cell] + q * q - values[tip] - v * v) / (2.0 * (q - v))
            };
            let mut start = meets(self.tips[last]);
            while last > 0 && start <= self.starts[last] {
                last -= 1;
                start = meets(self.tips[last]);
            }
            last += 1;
            self.tips[last] = cell;
            self.starts[last] = start;
            self.starts[last + 1] = f64::INFINITY;
        }
        let mut lowest = 0;
        for (cell, out) in line.iter_mut().enumerate() {
            while self.starts[lowest + 1] < cell as f64 {
                lowest += 1;
            }
            let away = cell as f64 - self.tips[lowest] as f64;
            *out = away * away + values[self.tips[lowest]];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(ring: &[MapPt]) -> Field {
        Field::new(&[ring.to_vec()], &MapBox::around(ring)).expect("a ring with an inside")
    }

    #[test]
    fn room_in_a_rectangle_is_the_distance_to_its_nearest_side() {
        let f = field(&[[0.0, 0.0], [2.0, 0.0], [2.0, 1.0], [0.0, 1.0]]);
        for (at, room) in [
            ([1.0, 0.5], 0.5),
            ([1.0, 0.25], 0.25),
            ([0.1, 0.5], 0.1),
            ([1.9, 0.8], 0.1),
        ] {
            assert!((f.room(at) - room).abs() < 0.03, "{at:?}: {}", f.room(at));
        }
        for outside in [[-1.0, 0.5], [9.0, 9.0], [f64::NAN, 0.5], [1.0, -1e300]] {
            assert_eq!(f.room(outside), 0.0, "{outside:?}");
        }
        assert!((f.center[0] - 1.0).abs() < 0.03 && (f.center[1] - 0.5).abs() < 0.03);
        assert!((f.size - 2f64.sqrt()).abs() < 0.05);
    }

    #[test]
    fn a_leaning_body_excuses_its_own_slant_only() {
        let leaning = field(&[[0.0, 2.0], [3.0, 0.0], [3.3, 0.4], [0.3, 2.4]]);
        assert!(leaning.excuse(-0.59) > 0.9, "{}", leaning.excuse(-0.59));
        assert!(leaning.excuse(0.59) < 0.3);
        let upright = field(&[[0.0, 0.0], [1.0, 0.0], [1.0, 5.0], [0.0, 5.0]]);
        assert_eq!(upright.excuse(-1.0), 0.0);
        let square = field(&[[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]]);
        assert!(square.excuse(0.7) < 0.05);
    }

    #[test]
    fn the_transform_agrees_with_measuring_every_pair() {
        let (columns, rows) = (9, 7);
        let outside = |i: usize| i % 5 == 1 || i % 11 == 3;
        let grid = (0..columns * rows).map(|i| if outside(i) { 0.0 } else { FAR });
        let out = transformed(grid.collect(), columns, rows);
        for (i, measured) in out.iter().enumerate() {
            let squared = |j: usize| {
                let dx = (i % columns).abs_diff(j % columns);
                let dy = (i / columns).abs_diff(j / columns);
                (dx * dx + dy * dy) as f64
            };
            let nearest = (0..columns * rows).filter(|j| outside(*j)).map(squared);
            assert_eq!(*measured, nearest.fold(f64::INFINITY, f64::min), "cell {i}");
        }
    }

    #[test]
    fn seeds_spread_over_both_arms_of_an_angle() {
        let f = field(&[
            [0.0, 0.0],
            [1.0, 0.0],
            [1.0, 4.0],
            [4.0, 4.0],
            [4.0, 5.0],
            [0.0, 5.0],
        ]);
        let seeds = f.seeds(24);
        assert!(seeds.iter().any(|s| s[1] < 1.0), "the upright arm");
        assert!(seeds.iter().any(|s| s[0] > 3.0), "the lying arm");
    }

    #[test]
    fn rings_without_an_inside_have_no_field() {
        let bent = |ring: Vec<MapPt>| {
            let bounds = MapBox::around(&ring);
            Field::new(&[ring], &bounds).is_none()
        };
        assert!(bent(Vec::new()));
        assert!(bent(vec![[0.5, 0.5]]));
        assert!(bent(vec![[0.0, 0.0], [1.0, 0.0], [2.0, 0.0]]));
        assert!(bent(vec![[0.0, 0.0], [f64::INFINITY, 0.0], [0.0, 1.0]]));
    }
}
