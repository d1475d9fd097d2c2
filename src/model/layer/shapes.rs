//! Lines, areas and many points: a table beside the layer, since few features of most files are any.
//!
//! Coordinates are longitude and latitude in degrees, as the file gave them. It cuts no triangles.

use super::Part;
use crate::geo::LonLat;
use crate::geo::MapBox;

/// What a path of points is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PathKind {
    /// Single points.
    Points,
    /// A line.
    Line,
    /// The outer ring of an area; holes in it follow.
    Outer,
    /// A hole in the area whose outer ring came before.
    Hole,
}

/// One line, ring or set of points.
#[derive(Clone, PartialEq, Debug)]
pub struct Path {
    /// What it is.
    pub kind: PathKind,
    /// Longitudes and latitudes in degrees; a ring ends where it begins.
    pub points: Vec<[f64; 2]>,
}

/// What a feature looks like, when it is more than one point.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Shape {
    /// Its paths, in the order of the file.
    pub paths: Vec<Path>,
}

impl Shape {
    /// A point to stand for it: the middle of a line, the middle of the box of anything else.
    pub fn anchor(&self) -> Option<[f64; 2]> {
        if let [
            Path {
                kind: PathKind::Line,
                points,
            },
        ] = self.paths.as_slice()
        {
            return points.get(points.len() / 2).copied();
        }
        let points = self.paths.iter().flat_map(|path| &path.points);
        let [west, south, east, north] = bounds(points)?;
        Some([f64::midpoint(west, east), f64::midpoint(south, north)])
    }
}

fn bounds<'a>(points: impl Iterator<Item = &'a [f64; 2]>) -> Option<[f64; 4]> {
    points.fold(None, |found, &[x, y]| {
        let [west, south, east, north] = found.unwrap_or([x, y, x, y]);
        Some([west.min(x), south.min(y), east.max(x), north.max(y)])
    })
}

/// The shapes of a layer, by feature.
#[derive(Debug, Default)]
pub struct Shapes {
    features: Vec<u32>,
    /// Where the paths of each shape end.
    ends: Vec<u32>,
    /// The kind of each path, and where its points end.
    paths: Vec<(PathKind, u32)>,
    points: Vec<[f64; 2]>,
    /// West, south, east, north in degrees, of each shape.
    boxes: Vec<[f64; 4]>,
}

/// A shape of a layer.
#[derive(Clone, Copy, Debug)]
pub struct ShapeRef<'a> {
    shapes: &'a Shapes,
    at: usize,
}

impl<'a> ShapeRef<'a> {
    /// The feature that looks so.
    pub fn feature(&self) -> u32 {
        self.shapes.features[self.at]
    }

    /// The box around it in map space.
    pub fn bounds(&self) -> MapBox {
        let [west, south, east, north] = self.shapes.boxes[self.at];
        MapBox {
            min: LonLat {
                lon: west,
                lat: north,
            }
            .to_map(),
            max: LonLat {
                lon: east,
                lat: south,
            }
            .to_map(),
        }
    }

    /// Its paths: longitudes and latitudes in degrees.
    pub fn paths(&self) -> impl Iterator<Item = (PathKind, &'a [[f64; 2]])> + use<'a> {
        let (shapes, at) = (self.shapes, self.at);
        let before = |ends: &[u32]| at.checked_sub(1).map_or(0, |b| ends[b] as usize);
        let range = before(&shapes.ends)..shapes.ends[at] as usize;
        range.map(move |path| {
            let from = path
                .checked_sub(1)
                .map_or(0, |b| shapes.paths[b].1 as usize);
            let (kind, to) = shapes.paths[path];
            (kind, &shapes.points[from..to as usize])
        })
    }

    /// A copy that stands alone.
    pub fn to_shape(&self) -> Shape {
        let path = |(kind, points): (PathKind, &[[f64; 2]])| Path {
            kind,
            points: points.to_vec(),
        };
        Shape {
            paths: self.paths().map(path).collect(),
        }
    }
}

impl Shapes {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.features.len()
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.features.is_empty()
    }

    /// All of them, in the order of features.
    pub fn iter(&self) -> impl Iterator<Item = ShapeRef<'_>> {
        (0..self.len()).map(|at| ShapeRef { shapes: self, at })
    }

    /// The shape of a feature.
    pub fn of(&self, feature: u32) -> Option<ShapeRef<'_>> {
        let at = self.features.binary_search(&feature).ok()?;
        Some(ShapeRef { shapes: self, at })
    }

    /// Adds the shape of a feature; features come in order.
    pub(super) fn push(&mut self, feature: u32, shape: &Shape) {
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        for path in &shape.paths {
            self.points.extend_from_slice(&path.points);
            self.paths.push((path.kind, small(self.points.len())));
        }
        self.ends.push(small(self.paths.len()));
        self.features.push(feature);
        let points = shape.paths.iter().flat_map(|path| &path.points);
        self.boxes.push(bounds(points).unwrap_or([0.0; 4]));
    }

    pub(super) fn append(&mut self, first_feature: u32, other: Shapes) {
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (points, paths) = (small(self.points.len()), small(self.paths.len()));
        self.features
            .extend(other.features.iter().map(|f| first_feature + f));
        self.ends.extend(other.ends.iter().map(|end| paths + end));
        self.paths
            .extend(other.paths.iter().map(|(kind, end)| (*kind, points + end)));
        self.points.extend(other.points);
        self.boxes.extend(other.boxes);
    }

    pub(super) fn bytes(&self) -> usize {
        self.features.capacity() * 4
            + self.ends.capacity() * 4
            + self.paths.capacity() * 8
            + self.points.capacity() * 16
            + self.boxes.capacity() * 32
    }

    /// The points that all shapes have, to be held against [`Part::MOST_POINTS`].
    pub(super) fn point_count(&self) -> usize {
        self.points.len()
    }
}

const _: () = assert!(Part::MOST_POINTS < u32::MAX as usize);
