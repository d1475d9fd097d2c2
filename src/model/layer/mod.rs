//! A layer of one's own: up to millions of features from a user's file, in columns.
//!
//! Every column is one block of memory, so that a feature costs tens of bytes and not a dozen small
//! allocations. A layer never changes once it is joined; what is drawn of it is asked of an [`Index`].
//! It reads no files (that is `data`) and knows no colours.

mod bits;
mod column;
mod days;
mod index;
mod morton;
mod part;
mod shapes;
mod when;

pub use column::{Cells, Column, ColumnBuilder, Kind, Texts};
pub use days::{DayCounts, TimeCounts};
pub use index::{Cell, Index};
pub use part::Part;
pub use shapes::{Path, PathKind, Shape, ShapeRef, Shapes};
pub use when::{Grain, Span, When};

/// How well a place is known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Precise {
    /// The file says nothing about it.
    #[default]
    Unsaid,
    /// That very place.
    Exact,
    /// In or near that town.
    Town,
    /// Somewhere in that region.
    Region,
    /// Somewhere in that country.
    Country,
}

impl Precise {
    /// All of them; the position is the code in a layer.
    pub const ALL: [Precise; 5] = [
        Precise::Unsaid,
        Precise::Exact,
        Precise::Town,
        Precise::Region,
        Precise::Country,
    ];

    /// The word in files.
    pub const fn id(self) -> &'static str {
        match self {
            Precise::Unsaid => "",
            Precise::Exact => "exact",
            Precise::Town => "town",
            Precise::Region => "region",
            Precise::Country => "country",
        }
    }
}

/// Who said where a feature is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PlacedBy {
    /// The file, by coordinates.
    File,
    /// The gazetteer, from a name in the file: to be shown as such.
    Gazetteer,
}

/// Where a feature is, as far as a point can say it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Place {
    /// Longitude and latitude in degrees; of a line or an area a point on or in its box.
    pub lon_lat: [f64; 2],
    /// How well it is known.
    pub precise: Precise,
    /// Who said so.
    pub by: PlacedBy,
}

/// Which columns have a part to play; each is a position among the columns.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Roles {
    /// What a feature is called.
    pub title: Option<usize>,
    /// What kind it is of.
    pub category: Option<usize>,
    /// What is told about it.
    pub note: Option<usize>,
    /// The name of its place.
    pub place: Option<usize>,
    /// Where it comes from.
    pub source: Option<usize>,
}

/// The features of a file, in the order of the file.
#[derive(Debug, Default)]
pub struct Layer {
    name: String,
    file: String,
    part: Part,
    roles: Roles,
}

impl Layer {
    /// Joins what was read in pieces, in their order. Columns of the same name become one. `roles` are given
    /// by the names of the columns.
    pub fn joined(
        name: String,
        file: String,
        parts: Vec<Part>,
        role: impl Fn(&str) -> Option<String>,
    ) -> Layer {
        let part = Part::joined(parts);
        let column = |what: &str| {
            let wanted = role(what)?;
            part.columns().iter().position(|c| c.name == wanted)
        };
        let roles = Roles {
            title: column("title"),
            category: column("category"),
            note: column("note"),
            place: column("place"),
            source: column("source"),
        };
        Layer {
            name,
            file,
            part,
            roles,
        }
    }

    /// What the layer is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The file it was read from, as it was named.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// How many features it has.
    pub fn len(&self) -> usize {
        self.part.len()
    }

    /// Has it none?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// When a feature was.
    pub fn when(&self, feature: u32) -> When {
        self.part.when(feature)
    }

    /// The first and last day of a feature as day numbers; an open end reaches past any calendar.
    pub fn days(&self, feature: u32) -> (i32, i32) {
        self.part.days(feature)
    }

    /// Where a feature is; `None` when the file does not say.
    pub fn place(&self, feature: u32) -> Option<Place> {
        self.part.place(feature)
    }

    /// Its lines, areas or points; `None` when it is one point or nowhere.
    pub fn shape(&self, feature: u32) -> Option<ShapeRef<'_>> {
        self.part.shapes().of(feature)
    }

    /// All features that are more than one point.
    pub fn shapes(&self) -> &Shapes {
        self.part.shapes()
    }

    /// The line of the file on which it stands, from 1.
    pub fn line(&self, feature: u32) -> u32 {
        self.part.line(feature)
    }

    /// What is known about the features besides when and where.
    pub fn columns(&self) -> &[Column] {
        self.part.columns()
    }

    /// Which columns have a part to play.
    pub fn roles(&self) -> Roles {
        self.roles
    }

    /// What a feature is called; empty when the file does not say.
    pub fn title(&self, feature: u32) -> &str {
        self.cell(self.roles.title, feature)
    }

    /// The kind of a feature as the file writes it; empty when it does not say.
    pub fn category(&self, feature: u32) -> &str {
        self.cell(self.roles.category, feature)
    }

    /// The kinds that occur, by the number that [`Layer::category_number`] gives; `None` when there are none
    /// or more than 65,534.
    pub fn categories(&self) -> Option<&Texts> {
        match self.columns().get(self.roles.category?)?.cells() {
            Cells::Coded { words, .. } => Some(words),
            Cells::Each(_) => None,
        }
    }

    /// The number of a feature's kind among [`Layer::categories`].
    pub fn category_number(&self, feature: u32) -> Option<u16> {
        match self.columns().get(self.roles.category?)?.cells() {
            Cells::Coded { codes, .. } => codes.get(feature as usize).copied(),
            Cells::Each(_) => None,
        }
    }

    fn cell(&self, column: Option<usize>, feature: u32) -> &str {
        column
            .and_then(|column| self.columns().get(column))
            .map_or("", |column| column.get(feature))
    }

    /// About how many bytes of memory the layer takes.
    pub fn bytes(&self) -> usize {
        self.part.bytes() + self.name.len() + self.file.len()
    }
}
