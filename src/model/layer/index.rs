//! What drawing asks of a layer: how many features of these days lie in each square of the view, which
//! they are when they are few, and how many fall on which days.
//!
//! Made once for the features that a filter lets through, then asked every frame. The cost of asking
//! depends on the squares of the view, never on the number of features. It draws nothing.

use super::days::TimeCounts;
use super::morton::{DEPTH, Matrix, Node, grid_box, number};
use super::{Layer, PathKind, ShapeRef};
use crate::geo::{LonLat, MapBox, MapPt};

/// A square of the map with something in it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Cell {
    /// The square, in map space.
    pub bounds: MapBox,
    /// How many points of the days asked for lie in it.
    pub count: u32,
    /// About the middle of those points, in map space.
    pub at: MapPt,
}

/// The points of a layer by time and place.
#[derive(Debug, Default)]
pub struct Index {
    /// By first day.
    by_start: Matrix,
    /// By last day; `None` when all are of one day, and then a window is one range of `by_start`.
    by_end: Option<Matrix>,
    /// How many points start or end up to a day.
    points: TimeCounts,
    /// The same of features with a date, points or not.
    features: TimeCounts,
    /// Features that are lines or areas, in the order of the layer.
    shapes: Vec<u32>,
    undated: u32,
    placeless: u32,
}

/// A square by both orders of time.
#[derive(Clone, Copy)]
struct Twin {
    started: Node,
    ended: Option<Node>,
}

impl Twin {
    fn count(&self) -> u32 {
        let ended = self.ended.map_or(0, |node| node.count());
        self.started.count().saturating_sub(ended)
    }
}

impl Index {
    /// Of the chosen features of a layer; each at most once.
    pub fn of(layer: &Layer, chosen: impl Iterator<Item = u32>) -> Index {
        let mut index = Index::default();
        let mut points: Vec<(u32, u32)> = Vec::new();
        let mut spans: Vec<(i32, i32)> = Vec::new();
        for feature in chosen {
            match layer.days(feature) {
                (i32::MIN, i32::MAX) => index.undated += 1,
                days => spans.push(days),
            }
            index.add(layer, feature, &mut points);
        }
        let brief = points.iter().all(|(feature, _)| {
            let (from, to) = layer.days(*feature);
            from == to
        });
        let in_time = |day: &dyn Fn(u32) -> i32| {
            let key = |feature: u32| u64::from((day(feature) as u32) ^ 0x8000_0000) << 32;
            let mut order: Vec<u64> = (0_u64..)
                .zip(&points)
                .map(|(at, (feature, _))| key(*feature) | at)
                .collect();
            if !order.is_sorted() {
                order.sort_unstable();
            }
            Matrix::new(order.into_iter().map(|key| {
                let (feature, number) = points[(key & 0xFFFF_FFFF) as usize];
                (number, feature)
            }))
        };
        index.by_start = in_time(&|feature| layer.days(feature).0);
        index.by_end = (!brief).then(|| in_time(&|feature| layer.days(feature).1));
        index.points = TimeCounts::of(points.iter().map(|(feature, _)| layer.days(*feature)));
        index.features = TimeCounts::of(spans.into_iter());
        index
    }

    /// Of all features of a layer.
    pub fn of_all(layer: &Layer) -> Index {
        Index::of(layer, 0..u32::try_from(layer.len()).unwrap_or(u32::MAX))
    }

    fn add(&mut self, layer: &Layer, feature: u32, points: &mut Vec<(u32, u32)>) {
        let on_map = |[lon, lat]: [f64; 2]| number(LonLat { lon, lat }.to_map());
        match (layer.shape(feature), layer.place(feature)) {
            (Some(shape), _) => {
                let mut only_points = true;
                for (kind, path) in shape.paths() {
                    match kind {
                        PathKind::Points => {
                            points.extend(path.iter().map(|p| (feature, on_map(*p))));
                        }
                        PathKind::Line | PathKind::Outer | PathKind::Hole => only_points = false,
                    }
                }
                if !only_points {
                    self.shapes.push(feature);
                }
            }
            (None, Some(place)) => points.push((feature, on_map(place.lon_lat))),
            (None, None) => self.placeless += 1,
        }
    }

    /// The squares of the view that hold points of the days `days.0` to `days.1`, both included, north-west
    /// first. `side` is about how wide a square is to be, in map units: the squares are those of a quadtree,
    /// half to once as wide. Squares cut by the edge of the view are whole.
    pub fn cells(&self, view: &MapBox, side: f64, days: (i32, i32), cells: &mut Vec<Cell>) {
        cells.clear();
        let depth = depth_of(side);
        if let Some(grid) = grid_box(view) {
            self.descend(self.root(days), grid, depth, &mut |node, count| {
                if node.depth == depth {
                    cells.push(empty_cell(node));
                }
                if node.depth == (depth + FINER).min(DEPTH)
                    && let Some(cell) = cells.last_mut()
                {
                    let middle = node.middle();
                    let (old, new) = (f64::from(cell.count), f64::from(count));
                    for (at, middle) in cell.at.iter_mut().zip(middle) {
                        *at = (*at * old + middle * new) / (old + new);
                    }
                    cell.count += count;
                }
            });
        }
    }

    /// The features of those days with a point in the view, at most `most`, and whether those are all. A
    /// feature of many points comes once for each. Points up to a square of 611 m beyond the view may be
    /// among them.
    pub fn features_in(
        &self,
        layer: &Layer,
        view: &MapBox,
        days: (i32, i32),
        most: usize,
    ) -> (Vec<u32>, bool) {
        let mut found = Vec::new();
        let Some(grid) = grid_box(view) else {
            return (found, true);
        };
        let mut nodes = vec![self.root(days)];
        while let Some(twin) = nodes.pop() {
            if found.len() > most {
                break;
            }
            if twin.started.depth == DEPTH {
                let entries = self.by_start.entries(&twin.started).iter().rev();
                let lasting = entries.filter(|feature| layer.days(**feature).1 >= days.0);
                found.extend(lasting.take(twin.count() as usize).take(most + 1));
            } else {
                let halves = self.halves(&twin);
                nodes.extend(halves.into_iter().rev().filter(|half| is_seen(half, grid)));
            }
        }
        let all = found.len() <= most;
        found.truncate(most);
        (found, all)
    }

    /// Lines and areas of those days whose box meets the view, in the order of the layer.
    pub fn shapes_in<'a>(
        &'a self,
        layer: &'a Layer,
        view: MapBox,
        days: (i32, i32),
    ) -> impl Iterator<Item = ShapeRef<'a>> {
        let in_time = move |feature: &&u32| {
            let (from, to) = layer.days(**feature);
            from <= days.1 && days.0 <= to
        };
        let shapes = self.shapes.iter().filter(in_time);
        shapes
            .filter_map(|feature| layer.shape(*feature))
            .filter(move |shape| shape.bounds().intersects(&view))
    }

    /// How many features with a date touch which days: for histograms and "so many of so many".
    pub fn time(&self) -> &TimeCounts {
        &self.features
    }

    /// How many features have no date; they are on the map on every day.
    pub fn undated(&self) -> u32 {
        self.undated
    }

    /// How many features are nowhere on the map.
    pub fn placeless(&self) -> u32 {
        self.placeless
    }

    /// About how many bytes of memory the index takes.
    pub fn bytes(&self) -> usize {
        self.by_start.bytes()
            + self.by_end.as_ref().map_or(0, Matrix::bytes)
            + self.points.bytes()
            + self.features.bytes()
            + self.shapes.capacity() * 4
    }

    /// The whole map with what has started by the last day, and what ended before the first.
    fn root(&self, (first, last): (i32, i32)) -> Twin {
        let started = self.points.started_by(last);
        let ended = self.points.ended_before(first).min(started);
        match &self.by_end {
            None => Twin {
                started: Node::root([ended, started]),
                ended: None,
            },
            Some(_) => Twin {
                started: Node::root([0, started]),
                ended: Some(Node::root([0, ended])),
            },
        }
    }

    fn halves(&self, twin: &Twin) -> [Twin; 2] {
        let started = self.by_start.halves(&twin.started);
        let ended = match (&self.by_end, &twin.ended) {
            (Some(matrix), Some(node)) => matrix.halves(node).map(Some),
            (None, _) | (_, None) => [None, None],
        };
        [0, 1].map(|half| Twin {
            started: started[half],
            ended: ended[half],
        })
    }

    /// Visits the squares of `depth` and those [`FINER`] below each, parents first.
    fn descend(&self, twin: Twin, grid: [u32; 4], depth: u32, visit: &mut impl FnMut(&Node, u32)) {
        let node = &twin.started;
        let bottom = (depth + FINER).min(DEPTH);
        if node.depth == depth || node.depth == bottom {
            visit(node, twin.count());
        }
        if node.depth < bottom {
            for half in self.halves(&twin) {
                let seen = half.started.depth > depth || half.started.touches(grid);
                if half.count() > 0 && seen {
                    self.descend(half, grid, depth, visit);
                }
            }
        }
    }
}

/// How many halvings below a square its points are weighed for their middle.
const FINER: u32 = 2;

fn is_seen(twin: &Twin, grid: [u32; 4]) -> bool {
    twin.count() > 0 && twin.started.touches(grid)
}

/// The even depth at which squares are half to once as wide as `side` in map units.
fn depth_of(side: f64) -> u32 {
    let halvings = (-side.clamp(1e-9, 1.0).log2()).ceil();
    (halvings as u32 * 2).min(DEPTH)
}

fn empty_cell(node: &Node) -> Cell {
    let [w, h] = node.size();
    let [x, y] = node.corner;
    let point = |x: u32, y: u32| [f64::from(x) / 65_536.0, f64::from(y) / 65_536.0];
    Cell {
        bounds: MapBox {
            min: point(x, y),
            max: point(x + w, y + h),
        },
        count: 0,
        at: [0.0; 2],
    }
}
