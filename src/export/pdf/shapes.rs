//! What is drawn many times: the parts of symbols and the outlines of letters, each once in the document.
//!
//! A form takes the colour and the width of line that are set when it is used. It knows no page.

use super::super::letters::{self, Pen};
use super::image::{self, Image};
use super::{Book, Sharing, fonts, hundredths, packed};
use crate::scene::item::{Face, Pt, Rect};
use crate::scene::symbols::{Glyph, extent, parts};
use pdf_writer::{Content, Filter, Finish, Name, Ref};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Symbols are drawn this many units high, so that two decimals are enough for a large one.
pub(super) const SYMBOL_UNITS: f32 = 100.0;

/// A shape of so many points is worth a form.
const LARGE: usize = 30;

/// The forms of a document, by their names.
#[derive(Default)]
pub(super) struct Forms {
    sharing: Sharing,
    drawn: Vec<Form>,
    images: Vec<image::Packed>,
    /// Large shapes by their drawing.
    shapes: HashMap<Vec<u8>, usize>,
    symbols: HashMap<Glyph, usize>,
    letters: BTreeMap<(Face, u16), Option<usize>>,
    opacities: BTreeSet<u8>,
    /// The fonts, once they are written.
    pub fonts: Vec<(Face, Ref)>,
}

struct Form {
    content: Vec<u8>,
    bounds: Rect,
}

/// The name of a form among the resources.
pub(super) fn form_name(number: usize) -> String {
    format!("F{number}")
}

/// The name of an opacity among the resources.
pub(super) fn opacity_name(opacity: u8) -> String {
    format!("A{opacity}")
}

impl Forms {
    /// No forms yet.
    pub fn new(sharing: Sharing) -> Forms {
        Forms {
            sharing,
            ..Forms::default()
        }
    }

    /// The number of the form of a shape; none for a small one, or when nothing is shared. `reach` is how far
    /// it is seen beside its points.
    pub fn shape(&mut self, shape: Lines<'_>, reach: f32) -> Option<usize> {
        let points: usize = shape.lines.iter().map(Vec::len).sum();
        if self.sharing == Sharing::Nothing || points < LARGE {
            return None;
        }
        let mut content = Content::new();
        shape.draw(&mut content);
        let content = content.finish().into_vec();
        if let Some(number) = self.shapes.get(&content) {
            return Some(*number);
        }
        let bounds = Rect::of_points(shape.lines.iter().flatten())?.expand(reach + 1.0);
        let number = self.drawn.len();
        self.shapes.insert(content.clone(), number);
        self.drawn.push(Form { content, bounds });
        Some(number)
    }

    /// The number of a photograph.
    pub fn image(&mut self, image: &Image<'_>) -> usize {
        self.images.push(image::Packed::of(image));
        self.images.len() - 1
    }

    /// The number of the form of a symbol's first part; the others follow it.
    pub fn symbol(&mut self, glyph: Glyph) -> usize {
        if let Some(number) = self.symbols.get(&glyph) {
            return *number;
        }
        let number = self.drawn.len();
        let whole = extent(glyph);
        let units = |p: Pt| p.map(|v| v * SYMBOL_UNITS);
        for part in parts(glyph) {
            let mut content = Content::new();
            for ring in &part.outline {
                path(&mut content, ring, true, SYMBOL_UNITS);
            }
            content.fill_even_odd();
            self.drawn.push(Form {
                content: content.finish().into_vec(),
                bounds: Rect::new(units(whole.min), units(whole.max)).expand(1.0),
            });
        }
        self.symbols.insert(glyph, number);
        number
    }

    /// The number of the form that strokes a letter, in font units; none for a space.
    pub fn letter(&mut self, face: Face, glyph: u16) -> Option<usize> {
        if let Some(number) = self.letters.get(&(face, glyph)) {
            return *number;
        }
        let font = letters::font(face);
        let mut outline = Outline {
            content: Content::new(),
            here: [0.0, 0.0],
            bounds: None,
        };
        font.outline(glyph, &mut outline);
        let number = outline.bounds.map(|bounds| {
            outline.content.stroke();
            self.drawn.push(Form {
                content: outline.content.finish().into_vec(),
                // Half a halo more; none is wider than the letters are high.
                bounds: bounds.expand(font.units_per_em),
            });
            self.drawn.len() - 1
        });
        self.letters.insert((face, glyph), number);
        number
    }

    /// The name of an opacity.
    pub fn opacity(&mut self, opacity: u8) -> String {
        self.opacities.insert(opacity);
        opacity_name(opacity)
    }

    /// Writes the forms and the list of all that pages draw with.
    pub fn write(self, book: &mut Book) {
        let ids: Vec<Ref> = self.drawn.iter().map(|form| form.write(book)).collect();
        let images: Vec<Ref> = self.images.iter().map(|image| image.write(book)).collect();
        let fonts = std::mem::take(&mut book.forms.fonts);
        let mut dict = book.pdf.indirect(book.resources).dict();
        let mut named = dict.insert(Name(b"XObject")).dict();
        for (number, id) in ids.iter().enumerate() {
            named.pair(Name(form_name(number).as_bytes()), *id);
        }
        for (number, id) in images.iter().enumerate() {
            named.pair(Name(image::name(number).as_bytes()), *id);
        }
        named.finish();
        let mut named = dict.insert(Name(b"Font")).dict();
        for (face, id) in fonts {
            named.pair(fonts::name(face), id);
        }
        named.finish();
        let mut states = dict.insert(Name(b"ExtGState")).dict();
        for opacity in self.opacities {
            let share = super::rounded(f32::from(opacity) / 255.0, 1000.0);
            let mut state = states.insert(Name(opacity_name(opacity).as_bytes())).dict();
            state.pair(Name(b"ca"), share);
            state.pair(Name(b"CA"), share);
        }
    }
}

impl Form {
    fn write(&self, book: &mut Book) -> Ref {
        let id = book.id();
        let content = packed(&self.content);
        let mut form = book.pdf.form_xobject(id, &content);
        form.filter(Filter::FlateDecode);
        let ([x1, y1], [x2, y2]) = (
            self.bounds.min.map(hundredths),
            self.bounds.max.map(hundredths),
        );
        form.bbox(pdf_writer::Rect::new(x1, y1, x2, y2));
        form.resources();
        id
    }
}

/// The lines of a shape and how they are painted.
#[derive(Clone, Copy)]
pub(super) struct Lines<'a> {
    /// In points of the picture.
    pub lines: &'a [Vec<Pt>],
    /// Do they return to where they began?
    pub closed: bool,
    /// With which of the two colours.
    pub painted: Painted,
}

/// How lines are painted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Painted {
    /// Their inside, by the even-odd rule.
    Filled,
    /// Along themselves.
    Stroked,
}

impl Lines<'_> {
    /// Draws the whole with the colour and the line that are set.
    pub fn draw(&self, content: &mut Content) {
        for line in self.lines {
            path(content, line, self.closed, 1.0);
        }
        match self.painted {
            Painted::Filled => content.fill_even_odd(),
            Painted::Stroked => content.stroke(),
        };
    }
}

/// A line as a path: points that fall together are drawn once.
pub(super) fn path(content: &mut Content, points: &[Pt], closed: bool, units: f32) {
    let mut rounded = points.iter().map(|p| p.map(|v| hundredths(v * units)));
    let Some(first) = rounded.next() else { return };
    content.move_to(first[0], first[1]);
    let (mut here, mut moved) = (first, false);
    for point in rounded.filter(|p| p.iter().all(|v| v.is_finite())) {
        if point != here {
            content.line_to(point[0], point[1]);
            (here, moved) = (point, true);
        }
    }
    if !moved {
        // A line of no length still shows its round ends.
        content.line_to(first[0], first[1]);
    }
    if closed {
        content.close_path();
    }
}

/// Draws the outline of a letter.
struct Outline {
    content: Content,
    here: Pt,
    bounds: Option<Rect>,
}

impl Outline {
    fn to(&mut self, at: Pt) {
        self.here = at;
        let point = Rect::new(at, at);
        self.bounds = Some(self.bounds.map_or(point, |b| b.union(&point)));
    }
}

impl Pen for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.content.move_to(x, y);
        self.to([x, y]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.content.line_to(x, y);
        self.to([x, y]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        // The same curve with two handles.
        let third = |from: f32, to: f32| hundredths(from + (to - from) * 2.0 / 3.0);
        let [from_x, from_y] = self.here;
        let (ax, ay) = (third(from_x, x1), third(from_y, y1));
        self.curve_to(ax, ay, third(x, x1), third(y, y1), x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.content.cubic_to(x1, y1, x2, y2, x, y);
        self.to([x, y]);
    }

    fn close(&mut self) {
        self.content.close_path();
    }
}
