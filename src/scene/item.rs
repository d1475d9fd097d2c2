//! The vocabulary of the display list: what a finished picture is made of.
//!
//! Four kinds of shape (area, stroke, text, symbol), each with the subject it stands for, gathered
//! in layers and in one [`Picture`]. All positions and lengths are page points: origin top left, x
//! to the right, y down. Plain data with public fields; nothing here draws, culls, measures text or
//! knows a map.

use std::sync::Arc;

use super::symbols::Glyph;
pub use crate::style::Color;

/// A position on the page in points: `[x, y]`, origin top left, y down.
pub type Pt = [f32; 2];

/// An upright rectangle on the page, in points. `min` is the upper left corner, `max` the lower
/// right one; `min <= max` on both axes is expected, not enforced.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Rect {
    /// Upper left corner, page points.
    pub min: Pt,
    /// Lower right corner, page points.
    pub max: Pt,
}

impl Rect {
    /// The rectangle between two corners, page points.
    pub const fn new(min: Pt, max: Pt) -> Self {
        Self { min, max }
    }

    /// The rectangle of a size around a centre, page points.
    pub fn around(center: Pt, width: f32, height: f32) -> Self {
        Self {
            min: [center[0] - width / 2.0, center[1] - height / 2.0],
            max: [center[0] + width / 2.0, center[1] + height / 2.0],
        }
    }

    /// The smallest rectangle that holds every point, or `None` without points.
    pub fn of_points<'a>(points: impl IntoIterator<Item = &'a Pt>) -> Option<Self> {
        points.into_iter().fold(None, |bounds: Option<Self>, &p| {
            let point = Self { min: p, max: p };
            Some(bounds.map_or(point, |b| b.union(&point)))
        })
    }

    /// Width in points.
    pub fn width(&self) -> f32 {
        self.max[0] - self.min[0]
    }

    /// Height in points.
    pub fn height(&self) -> f32 {
        self.max[1] - self.min[1]
    }

    /// The middle, page points.
    pub fn center(&self) -> Pt {
        [
            (self.min[0] + self.max[0]) / 2.0,
            (self.min[1] + self.max[1]) / 2.0,
        ]
    }

    /// Whether a page point lies inside or on the edge.
    pub fn contains(&self, p: Pt) -> bool {
        (self.min[0]..=self.max[0]).contains(&p[0]) && (self.min[1]..=self.max[1]).contains(&p[1])
    }

    /// Grown by so many points on each side; shrunk where negative.
    pub fn expand(&self, by_pt: f32) -> Self {
        Self {
            min: [self.min[0] - by_pt, self.min[1] - by_pt],
            max: [self.max[0] + by_pt, self.max[1] + by_pt],
        }
    }

    /// Whether the two share a point; touching edges count.
    pub fn intersects(&self, other: &Self) -> bool {
        self.min[0] <= other.max[0]
            && other.min[0] <= self.max[0]
            && self.min[1] <= other.max[1]
            && other.min[1] <= self.max[1]
    }

    /// The smallest rectangle that holds both.
    pub fn union(&self, other: &Self) -> Self {
        Self {
            min: [self.min[0].min(other.min[0]), self.min[1].min(other.min[1])],
            max: [self.max[0].max(other.max[0]), self.max[1].max(other.max[1])],
        }
    }
}

/// What an item stands for. Hover, click, tooltips, SVG identifiers and sources all come from this
/// one field.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub enum Subject {
    /// Nothing that could be asked about: sea, graticule, decoration.
    #[default]
    None,
    /// A country, by its ISO 3166-1 alpha-3 code.
    Country(String),
    /// A base, by its identifier in the data.
    Base(String),
    /// An event, by its identifier in the data.
    Event(String),
    /// A measure on an airspace, by its identifier in the data.
    Sky(String),
    /// A town or other named place, by its identifier in the data.
    Place(String),
    /// Several events merged into one mark, by their identifiers, in the order of the data.
    Cluster(Vec<String>),
    /// All bases of a row of which some are not shown, by their identifiers, largest first.
    Bases(Vec<String>),
    /// Whoever acts, by its code. Nothing on a map stands for it alone: it is selected elsewhere.
    Actor(String),
    /// An alliance, by its identifier in the data; selected elsewhere.
    Alliance(String),
    /// A mission, by its identifier in the data; selected elsewhere.
    Mission(String),
    /// A part of the page itself: "title", "legend", "scale".
    Furniture(&'static str),
}

/// One thing on the page: a shape and what it stands for.
#[derive(Clone, PartialEq, Debug)]
pub struct Item {
    /// What the shape stands for.
    pub subject: Subject,
    /// What is drawn.
    pub shape: Shape,
}

impl Item {
    /// An item of a subject and a shape.
    pub fn new(subject: Subject, shape: impl Into<Shape>) -> Self {
        Self {
            subject,
            shape: shape.into(),
        }
    }
}

/// The four kinds of thing a painter can draw.
#[derive(Clone, PartialEq, Debug)]
pub enum Shape {
    /// A filled area, possibly with holes.
    Area(Area),
    /// Lines of one width and colour.
    Stroke(Stroke),
    /// One straight line of text.
    Text(Text),
    /// A vector symbol drawn for this program.
    Symbol(Symbol),
}

/// A filled area with holes. Overlaps count by the even-odd rule.
#[derive(Clone, PartialEq, Debug)]
pub struct Area {
    /// Rings in page points, in any direction, the first point not repeated at the end.
    pub rings: Arc<[Vec<Pt>]>,
    /// Colour of the inside.
    pub fill: Color,
}

/// Lines of one width and colour. Joins are round; ends are round, but square-cut without extension
/// (butt) when dashed.
#[derive(Clone, PartialEq, Debug)]
pub struct Stroke {
    /// Lines in page points; the first point is not repeated at the end of a closed one.
    pub lines: Arc<[Vec<Pt>]>,
    /// Whether each line returns to its first point.
    pub closed: bool,
    /// Width in points.
    pub width_pt: f32,
    /// Colour of the line.
    pub color: Color,
    /// Lengths of dash and gap in points, starting with a dash at the first point of each line;
    /// `None` is solid.
    pub dash: Option<[f32; 2]>,
}

/// One straight line of text in Noto Sans. Curved names are many of these, one a letter.
#[derive(Clone, PartialEq, Debug)]
pub struct Text {
    /// Left end of the baseline of the rotated string, page points.
    pub at: Pt,
    /// What is written; no line breaks.
    pub text: String,
    /// Font size in points.
    pub size_pt: f32,
    /// Cut of the one type family.
    pub face: Face,
    /// Colour of the letters.
    pub color: Color,
    /// Glow behind the letters, or none.
    pub halo: Option<Halo>,
    /// Direction of the baseline in radians, clockwise on the page, turned about `at`.
    pub angle: f32,
}

/// The three cuts of Noto Sans that are shipped.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, PartialOrd, Ord)]
pub enum Face {
    /// Weight 400, upright.
    #[default]
    Regular,
    /// Weight 700, upright.
    Bold,
    /// Weight 400, italic: water.
    Italic,
}

/// A stroke of ground colour painted behind the letters, so that they stand off from what they
/// cross. Joins are round.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Halo {
    /// Colour of the ground beneath the text.
    pub color: Color,
    /// Width of that stroke in points; it follows the edge of the letters, so half of it shows
    /// outside.
    pub width_pt: f32,
}

/// A vector symbol: a glyph, where and how large, and the three colours its parts may ask for.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Symbol {
    /// Which drawing.
    pub glyph: Glyph,
    /// Centre of its box, page points.
    pub at: Pt,
    /// Height of its box in points; halos and wide shapes reach beyond it.
    pub size_pt: f32,
    /// Main colour: the holder, the category.
    pub ink: Color,
    /// Colour of the halo and of marks knocked out of the ink.
    pub ground: Color,
    /// Second colour: the new holder, the ring.
    pub accent: Color,
    /// Opacity of the whole, 0 to 1, multiplied into each part's own.
    pub opacity: f32,
}

/// Items painted one after another under one clip.
#[derive(Clone, PartialEq, Debug)]
pub struct Layer {
    /// Name in the file and in dumps: lower case, words joined by a hyphen, unique in its picture.
    pub name: &'static str,
    /// Page rectangle outside which nothing of the layer shows; `None` is the whole page.
    pub clip: Option<Rect>,
    /// From the bottom up.
    pub items: Vec<Item>,
}

/// A finished page: everything a painter needs and nothing it would have to work out.
#[derive(Clone, PartialEq, Debug)]
pub struct Picture {
    /// Width and height of the page in points.
    pub size_pt: Pt,
    /// Colour of the page under the first layer.
    pub background: Color,
    /// From the bottom up. Shared, so that an unchanged layer costs nothing from one day to the
    /// next.
    pub layers: Vec<Arc<Layer>>,
    /// Name of the picture for files and screen readers.
    pub title: String,
    /// What the picture shows, in words.
    pub description: String,
    /// Language of its words: "en" or "fr".
    pub lang: &'static str,
}

impl From<Area> for Shape {
    fn from(area: Area) -> Self {
        Self::Area(area)
    }
}

impl From<Stroke> for Shape {
    fn from(stroke: Stroke) -> Self {
        Self::Stroke(stroke)
    }
}

impl From<Text> for Shape {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl From<Symbol> for Shape {
    fn from(symbol: Symbol) -> Self {
        Self::Symbol(symbol)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rect_measures_and_meets() {
        let r = Rect::around([10.0, 20.0], 4.0, 6.0);
        assert_eq!(
            (r.width(), r.height(), r.center()),
            (4.0, 6.0, [10.0, 20.0])
        );
        assert!(r.contains([12.0, 23.0]) && !r.contains([12.1, 20.0]));
        assert!(
            r.intersects(&Rect::new([12.0, 0.0], [13.0, 17.0])),
            "corners touch"
        );
        assert!(!r.intersects(&Rect::new([12.1, 0.0], [13.0, 17.0])));
        assert_eq!(r.expand(1.0), Rect::around([10.0, 20.0], 6.0, 8.0));
        assert_eq!(
            r.union(&Rect::new([0.0, 0.0], [1.0, 1.0])),
            Rect::new([0.0, 0.0], [12.0, 23.0])
        );
        assert_eq!(
            Rect::of_points(&[[1.0, 5.0], [3.0, 2.0]]),
            Some(Rect::new([1.0, 2.0], [3.0, 5.0]))
        );
        assert_eq!(Rect::of_points(&[]), None);
    }
}
