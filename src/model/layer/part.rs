//! A piece of a layer: what one reader has read, and how pieces are joined.
//!
//! It is pushed to feature by feature and knows nothing about files or threads.

use super::column::{Column, ColumnBuilder, Kind};
use super::{Place, PlacedBy, Precise, Shape, Shapes, When};

/// Features in columns. Pieces are joined in order; only a joined one can be read.
#[derive(Debug, Default)]
pub struct Part {
    from: Vec<i32>,
    to: Vec<i32>,
    /// How each span is meant; see [`When`].
    spans: Vec<u8>,
    /// Longitude and latitude in degrees, f64 so that what is written back is what was read (an i32 or f32
    /// would lose the last digits of survey data); NaN where there is none. The index for drawing has its
    /// own u32 pair in map space.
    at: Vec<[f64; 2]>,
    /// Precision of the place; 8 is added when the gazetteer placed it.
    marks: Vec<u8>,
    lines: Vec<u32>,
    shapes: Shapes,
    growing: Vec<ColumnBuilder>,
    columns: Vec<Column>,
}

/// In `marks`: placed by the gazetteer.
const BY_GAZETTEER: u8 = 8;

impl Part {
    /// Most points of lines and areas in a layer.
    pub const MOST_POINTS: usize = 200_000_000;
    /// Most columns of a layer.
    pub const MOST_COLUMNS: usize = 4_096;

    /// A part whose columns are known by name.
    pub fn with_columns<'a>(names: impl IntoIterator<Item = &'a str>) -> Part {
        let names = names.into_iter();
        Part {
            growing: names.map(|n| ColumnBuilder::new(n.to_owned(), 0)).collect(),
            ..Part::default()
        }
    }

    /// Adds a feature without cells; each column is then given its cell by [`Part::cell`], or gets an empty
    /// one by [`Part::level`].
    pub fn push(&mut self, when: When, place: Option<Place>, shape: Option<&Shape>, line: u32) {
        let feature = u32::try_from(self.len()).unwrap_or(u32::MAX);
        let (from, to) = when.days();
        self.from.push(from);
        self.to.push(to);
        self.spans.push(when.code());
        self.at.push(place.map_or([f64::NAN; 2], |p| p.lon_lat));
        self.marks.push(place.map_or(0, |p| {
            let by = match p.by {
                PlacedBy::File => 0,
                PlacedBy::Gazetteer => BY_GAZETTEER,
            };
            p.precise as u8 | by
        }));
        self.lines.push(line);
        if let Some(shape) = shape
            && self.shapes.point_count() < Part::MOST_POINTS
        {
            self.shapes.push(feature, shape);
        }
    }

    /// Gives the feature that was pushed last its cell of a column.
    pub fn cell(&mut self, column: usize, text: &str, kind: Kind) {
        if let Some(column) = self.growing.get_mut(column) {
            column.push(text, kind);
        }
    }

    /// Adds a column; the features so far have an empty cell in it. Its position.
    pub fn add_column(&mut self, name: &str, before: usize) -> usize {
        self.growing
            .push(ColumnBuilder::new(name.to_owned(), before));
        self.growing.len() - 1
    }

    /// Gives every column that has not got its cell of the last feature an empty one.
    pub fn level(&mut self) {
        let rows = self.from.len();
        for column in &mut self.growing {
            while column.len() < rows {
                column.push("", Kind::ByLook);
            }
        }
    }

    /// How many features there are.
    pub fn len(&self) -> usize {
        self.from.len()
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.from.is_empty()
    }

    pub(super) fn when(&self, feature: u32) -> When {
        let code = self.spans.get(feature as usize).copied().unwrap_or(0);
        When::of_code(code, self.days(feature))
    }

    pub(super) fn days(&self, feature: u32) -> (i32, i32) {
        let get = |days: &Vec<i32>| days.get(feature as usize).copied();
        (
            get(&self.from).unwrap_or(i32::MIN),
            get(&self.to).unwrap_or(i32::MAX),
        )
    }

    pub(super) fn place(&self, feature: u32) -> Option<Place> {
        let lon_lat = *self.at.get(feature as usize)?;
        let mark = *self.marks.get(feature as usize)?;
        (!lon_lat[0].is_nan()).then(|| Place {
            lon_lat,
            precise: Precise::ALL
                .get(usize::from(mark & 7))
                .copied()
                .unwrap_or_default(),
            by: match mark & BY_GAZETTEER {
                0 => PlacedBy::File,
                _ => PlacedBy::Gazetteer,
            },
        })
    }

    pub(super) fn line(&self, feature: u32) -> u32 {
        self.lines.get(feature as usize).copied().unwrap_or(0)
    }

    pub(super) fn shapes(&self) -> &Shapes {
        &self.shapes
    }

    pub(super) fn columns(&self) -> &[Column] {
        &self.columns
    }

    pub(super) fn bytes(&self) -> usize {
        let columns: usize = self.columns.iter().map(Column::bytes).sum();
        (self.from.capacity() + self.to.capacity() + self.lines.capacity()) * 4
            + self.spans.capacity()
            + self.marks.capacity()
            + self.at.capacity() * 16
            + self.shapes.bytes()
            + columns
    }

    /// All parts as one, column by column, so that at no time much more than one column stands twice in
    /// memory.
    pub(super) fn joined(mut parts: Vec<Part>) -> Part {
        let mut all = Part::default();
        let rows: Vec<usize> = parts.iter().map(Part::len).collect();
        let total = rows.iter().sum();
        gather(&mut parts, total, &mut all.from, |p| &mut p.from);
        gather(&mut parts, total, &mut all.to, |p| &mut p.to);
        gather(&mut parts, total, &mut all.spans, |p| &mut p.spans);
        gather(&mut parts, total, &mut all.at, |p| &mut p.at);
        gather(&mut parts, total, &mut all.marks, |p| &mut p.marks);
        gather(&mut parts, total, &mut all.lines, |p| &mut p.lines);
        let mut first = 0;
        for (part, rows) in parts.iter_mut().zip(&rows) {
            all.shapes.append(first, std::mem::take(&mut part.shapes));
            first += u32::try_from(*rows).unwrap_or(0);
        }
        let mut names: Vec<String> = Vec::new();
        for column in parts.iter().flat_map(|part| &part.growing) {
            if !names.contains(&column.name) {
                names.push(column.name.clone());
            }
        }
        let columns = names
            .into_iter()
            .map(|name| join_column(&mut parts, &rows, name));
        all.columns = columns.collect();
        all
    }
}

fn gather<T>(
    parts: &mut [Part],
    total: usize,
    into: &mut Vec<T>,
    column: impl Fn(&mut Part) -> &mut Vec<T>,
) {
    into.reserve_exact(total);
    for part in parts {
        into.append(&mut std::mem::take(column(part)));
    }
}

fn join_column(parts: &mut [Part], rows: &[usize], name: String) -> Column {
    let mut pieces: Vec<(Option<ColumnBuilder>, usize)> = Vec::with_capacity(parts.len());
    for (part, rows) in parts.iter_mut().zip(rows) {
        let at = part.growing.iter().position(|column| column.name == name);
        pieces.push((at.map(|at| part.growing.swap_remove(at)), *rows));
    }
    let each = pieces.iter().flat_map(|(c, _)| c).any(|c| !c.is_coded());
    let bytes = pieces
        .iter()
        .flat_map(|(c, _)| c)
        .map(ColumnBuilder::text_bytes)
        .sum();
    let total = rows.iter().sum();
    let mut all = ColumnBuilder::new(name, 0);
    if each {
        all.spread_empty();
    }
    all.reserve(total, bytes);
    for (column, rows) in pieces {
        match column {
            Some(column) => all.append(column),
            None => (0..rows).for_each(|_| all.push("", Kind::ByLook)),
        }
    }
    all.done()
}
