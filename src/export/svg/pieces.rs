//! Single items as SVG, for files that keep each drawing once and show it often.
//!
//! Outlines are given apart from what they are painted with, so that the same outline in another colour need
//! not be written again. Where the pieces stand is for others to decide.

use super::{How, Writer};
use crate::scene::item::{Item, Layer, Shape};
use std::collections::{BTreeSet, HashMap};

/// An item as an element.
pub(in crate::export) struct Piece {
    /// The element; of areas and lines only its beginning, without outline and end.
    pub markup: String,
    /// The path data of an area or of lines.
    pub path: Option<String>,
}

impl Piece {
    /// The whole element.
    pub fn whole(&self) -> String {
        match &self.path {
            Some(path) => format!("{} d=\"{path}\"/>", self.markup),
            None => self.markup.clone(),
        }
    }
}

/// Writes items one by one and gathers the parts of the symbols that they use.
pub(in crate::export) struct Pieces {
    writer: Writer<'static>,
    symbols: String,
}

impl Pieces {
    /// Nothing written yet.
    pub fn new() -> Pieces {
        Pieces {
            writer: Writer {
                out: String::new(),
                ids: BTreeSet::new(),
                glyphs: HashMap::new(),
                clips: Vec::new(),
                how: How::default(),
            },
            symbols: String::new(),
        }
    }

    /// An item as it is painted; its subject is not written.
    pub fn of(&mut self, item: &Item) -> Piece {
        match &item.shape {
            Shape::Area(area) => self.writer.area(area),
            Shape::Stroke(stroke) => self.writer.stroke(stroke),
            Shape::Text(text) => self.writer.text(text),
            Shape::Symbol(symbol) => {
                self.define(item);
                self.writer.symbol(symbol);
                // Browsers need no namespace to follow a reference; there are no words in a symbol.
                self.writer.out = self.writer.out.replace("xlink:href", "href");
            }
        }
        let written = std::mem::take(&mut self.writer.out);
        let written = written.trim_end_matches('\n');
        let split = match item.shape {
            Shape::Area(_) | Shape::Stroke(_) => written.split_once(" d=\""),
            Shape::Text(_) | Shape::Symbol(_) => None,
        };
        match split {
            Some((markup, path)) => Piece {
                markup: markup.to_owned(),
                path: Some(path.trim_end_matches("\"/>").to_owned()),
            },
            None => Piece {
                markup: written.to_owned(),
                path: None,
            },
        }
    }

    /// The parts of all symbols so far, for the definitions of the file.
    pub fn symbols(&self) -> &str {
        &self.symbols
    }

    /// The parts of a symbol, if it is a new one.
    fn define(&mut self, item: &Item) {
        self.writer.definitions(&Layer {
            name: "piece",
            clip: None,
            items: vec![item.clone()],
        });
        self.symbols.push_str(&std::mem::take(&mut self.writer.out));
    }
}
