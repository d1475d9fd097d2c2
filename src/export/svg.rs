//! A picture as SVG: text as text, symbols drawn once and used often, each thing with what it
//! stands for.
//!
//! Coordinates are points with two decimals, and one point is one unit of the file. It chooses
//! nothing: the display list says all. Same picture, same bytes.

mod outlined;
mod pieces;
mod write;

use self::outlined::outline;
pub(super) use self::pieces::Pieces;
pub(super) use self::write::escaped;
use self::write::{decimals, path, short};
use super::carried::{self, Carried};
use crate::scene::item::{Area, Face, Layer, Picture, Rect, Shape, Stroke, Subject, Symbol, Text};
use crate::scene::symbols::{Glyph, Paint, parts};
use crate::style::Color;
use std::collections::{BTreeSet, HashMap};
use std::fmt::Write;

/// Symbols are defined this many units high, so that two decimals are enough for a large one.
const SYMBOL_UNITS: f32 = 100.0;
/// What makes groups layers in Inkscape; other programs pass over it.
const INKSCAPE: &str = "http://www.inkscape.org/namespaces/inkscape";

/// How letters are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Letters {
    /// As text, with the font named: it can be edited and searched.
    #[default]
    Text,
    /// As outlines: it looks the same where the font is missing.
    Paths,
}

/// How large a document says that it is. Inside, one unit is one point of the page all the same.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub enum Size {
    /// The points of the page, read as CSS pixels.
    #[default]
    Points,
    /// Width and height in CSS pixels.
    Px([f32; 2]),
    /// Width and height in millimetres.
    Mm([f32; 2]),
}

/// What a subject is called; nothing for what has no name.
pub type NameOf<'a> = dyn Fn(&Subject) -> Option<String> + 'a;

/// How a picture is written.
#[derive(Clone, Copy, Default)]
pub struct How<'a> {
    /// Text or outlines.
    pub letters: Letters,
    /// How large it is.
    pub size: Size,
    /// What makes it open again; nothing is written without.
    pub carried: Option<&'a Carried>,
    /// What things are called; without it they have only the names of their records.
    pub name_of: Option<&'a NameOf<'a>>,
}

/// The picture as an SVG document of its points, text as text.
pub fn svg(picture: &Picture) -> String {
    written(picture, &How::default())
}

/// The picture as an SVG document.
///
/// A layer is a group with the layer's name as id, and a layer in Inkscape. Inside it, what stands for one
/// thing is a group with `data-subject` ("base:gao-airport-base"), a `<title>` and, the first time, an id.
pub fn written(picture: &Picture, how: &How<'_>) -> String {
    let mut writer = Writer {
        out: String::with_capacity(256 * 1024),
        ids: picture.layers.iter().map(|l| l.name.to_owned()).collect(),
        glyphs: HashMap::new(),
        clips: Vec::new(),
        how: *how,
    };
    writer.document(picture);
    writer.out
}

struct Writer<'a> {
    out: String,
    /// Identifiers that are taken.
    ids: BTreeSet<String>,
    /// Number of each glyph in the definitions, in the order of first use.
    glyphs: HashMap<Glyph, usize>,
    /// Clips that are defined, each with the layer whose name it bears.
    clips: Vec<(Rect, &'static str)>,
    how: How<'a>,
}

/// Writing to a String cannot fail, so the results of `write!` are dropped.
macro_rules! put {
    ($writer:expr, $($arg:tt)*) => { let _ = write!($writer.out, $($arg)*); };
}

impl Writer<'_> {
    fn document(&mut self, picture: &Picture) {
        let [w, h] = picture.size_pt.map(short);
        put!(self, "<svg xmlns=\"http://www.w3.org/2000/svg\" ");
        put!(
            self,
            "xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:inkscape=\"{INKSCAPE}\" "
        );
        let [width, height] = match self.how.size {
            Size::Points => [w.clone(), h.clone()],
            Size::Px(sides) => sides.map(short),
            Size::Mm(sides) => sides.map(|side| format!("{}mm", short(side))),
        };
        put!(self, "width=\"{width}\" height=\"{height}\" ");
        let lang = escaped(picture.lang);
        put!(
            self,
            "viewBox=\"0 0 {w} {h}\" lang=\"{lang}\" xml:lang=\"{lang}\" role=\"img\" "
        );
        put!(
            self,
            "font-family=\"'Noto Sans', sans-serif\" fill-rule=\"evenodd\">\n"
        );
        put!(self, "<title>{}</title>\n", escaped(&picture.title));
        put!(self, "<desc>{}</desc>\n", escaped(&picture.description));
        if let Some(carried) = self.how.carried {
            let rdf = carried::svg_metadata(carried);
            put!(self, "<metadata>{rdf}</metadata>\n");
        }
        self.out.push_str("<defs>\n");
        for layer in picture.layers.iter().filter(|l| !l.items.is_empty()) {
            self.definitions(layer);
        }
        put!(self, "</defs>\n<rect width=\"{w}\" height=\"{h}\"");
        self.fill(picture.background);
        self.out.push_str("/>\n");
        for layer in picture.layers.iter().filter(|l| !l.items.is_empty()) {
            self.layer(layer);
        }
        self.out.push_str("</svg>\n");
    }

    /// The name of the layer whose clip is the same.
    fn clip_of(&self, clip: &Rect) -> Option<&'static str> {
        let same = self.clips.iter().find(|(known, _)| known == clip);
        same.map(|(_, name)| *name)
    }

    /// The clip of a layer, if it is a new one, and the parts of those of its symbols that were not met before.
    fn definitions(&mut self, layer: &Layer) {
        if let Some(clip) = layer.clip.filter(|clip| self.clip_of(clip).is_none()) {
            self.clips.push((clip, layer.name));
            let ([x, y], w, h) = (
                clip.min.map(short),
                short(clip.width()),
                short(clip.height()),
            );
            put!(
                self,
                "<clipPath id=\"clip-{}\"><rect x=\"{x}\" y=\"{y}\" ",
                layer.name
            );
            put!(self, "width=\"{w}\" height=\"{h}\"/></clipPath>\n");
        }
        for item in &layer.items {
            let Shape::Symbol(Symbol { glyph, .. }) = item.shape else {
                continue;
            };
            let next = self.glyphs.len();
            if self.glyphs.contains_key(&glyph) {
                continue;
            }
            self.glyphs.insert(glyph, next);
            for (i, part) in parts(glyph).iter().enumerate() {
                put!(self, "<path id=\"glyph-{next}-{i}\" d=\"");
                for ring in &part.outline {
                    path(&mut self.out, ring, true, SYMBOL_UNITS);
                }
                self.out.push_str("\"/>\n");
            }
        }
    }

    fn layer(&mut self, layer: &Layer) {
        let name = layer.name;
        put!(
            self,
            "<g id=\"{name}\" inkscape:groupmode=\"layer\" inkscape:label=\"{name}\""
        );
        if let Some(clip) = layer.clip.and_then(|clip| self.clip_of(&clip)) {
            put!(self, " clip-path=\"url(#clip-{clip})\"");
        }
        self.out.push_str(">\n");
        for run in layer.items.chunk_by(|a, b| a.subject == b.subject) {
            let grouped = self.open_subject(&run[0].subject);
            for item in run {
                match &item.shape {
                    Shape::Area(area) => self.area(area),
                    Shape::Stroke(stroke) => self.stroke(stroke),
                    Shape::Text(text) => self.text(text),
                    Shape::Symbol(symbol) => self.symbol(symbol),
                }
            }
            if grouped {
                self.out.push_str("</g>\n");
            }
        }
        self.out.push_str("</g>\n");
    }

    /// Begins the group of what stands for one thing; false where nothing is stood for.
    fn open_subject(&mut self, subject: &Subject) -> bool {
        let (kind, name) = match subject {
            Subject::None => return false,
            Subject::Country(id) => ("country", id.clone()),
            Subject::Base(id) => ("base", id.clone()),
            Subject::Event(id) => ("event", id.clone()),
            Subject::Sky(id) => ("sky", id.clone()),
            Subject::Place(id) => ("place", id.clone()),
            Subject::Cluster(ids) => ("events", ids.join(" ")),
            Subject::Bases(ids) => ("bases", ids.join(" ")),
            Subject::Actor(code) => ("actor", code.clone()),
            Subject::Alliance(id) => ("alliance", id.clone()),
            Subject::Mission(id) => ("mission", id.clone()),
            Subject::Furniture(name) => ("page", (*name).to_owned()),
        };
        self.out.push_str("<g");
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        let id: String = format!("{kind}-{name}")
            .chars()
            .map(|c| if fits(c) { c } else { '-' })
            .collect();
        if self.ids.insert(id.clone()) {
            put!(self, " id=\"{id}\"");
        }
        put!(self, " data-subject=\"{kind}:{}\">", escaped(&name));
        let called = self.how.name_of.and_then(|name_of| name_of(subject));
        let called = called.unwrap_or_else(|| format!("{kind} {name}"));
        put!(self, "<title>{}</title>\n", escaped(&called));
        true
    }

    fn area(&mut self, area: &Area) {
        self.out.push_str("<path");
        self.fill(area.fill);
        self.out.push_str(" d=\"");
        for ring in area.rings.iter() {
            path(&mut self.out, ring, true, 1.0);
        }
        self.out.push_str("\"/>\n");
    }

    fn stroke(&mut self, stroke: &Stroke) {
        self.out.push_str("<path fill=\"none\"");
        self.paint("stroke", stroke.color);
        put!(
            self,
            " stroke-width=\"{}\" stroke-linejoin=\"round\"",
            short(stroke.width_pt)
        );
        match stroke.dash {
            Some([on, off]) => {
                put!(self, " stroke-dasharray=\"{} {}\"", short(on), short(off));
            }
            None => self.out.push_str(" stroke-linecap=\"round\""),
        }
        self.out.push_str(" d=\"");
        for line in stroke.lines.iter() {
            path(&mut self.out, line, stroke.closed, 1.0);
        }
        self.out.push_str("\"/>\n");
    }

    fn text(&mut self, text: &Text) {
        match self.how.letters {
            Letters::Text => self.letters(text),
            Letters::Paths => self.outlines(text),
        }
    }

    fn letters(&mut self, text: &Text) {
        let [x, y] = text.at.map(short);
        put!(
            self,
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{}\"",
            short(text.size_pt)
        );
        match text.face {
            Face::Regular => {}
            Face::Bold => self.out.push_str(" font-weight=\"700\""),
            Face::Italic => self.out.push_str(" font-style=\"italic\""),
        }
        self.ink(text);
        if text.angle != 0.0 {
            put!(
                self,
                " transform=\"rotate({} {x} {y})\"",
                short(text.angle.to_degrees())
            );
        }
        // Without this a reader joins spaces and drops those at the ends.
        if text.text.starts_with(' ') || text.text.ends_with(' ') || text.text.contains("  ") {
            self.out.push_str(" xml:space=\"preserve\"");
        }
        put!(self, ">{}</text>\n", escaped(&text.text));
    }

    fn outlines(&mut self, text: &Text) {
        let [x, y] = text.at.map(short);
        put!(
            self,
            "<path aria-label=\"{}\" fill-rule=\"nonzero\" transform=\"translate({x} {y})",
            escaped(&text.text)
        );
        if text.angle != 0.0 {
            put!(self, "rotate({})", short(text.angle.to_degrees()));
        }
        self.out.push('"');
        self.ink(text);
        put!(self, " d=\"{}\"/>\n", outline(text));
    }

    /// Colour and glow of letters.
    fn ink(&mut self, text: &Text) {
        self.fill(text.color);
        if let Some(halo) = text.halo {
            self.paint("stroke", halo.color);
            put!(self, " stroke-width=\"{}\"", short(halo.width_pt));
            self.out
                .push_str(" stroke-linejoin=\"round\" paint-order=\"stroke\"");
        }
    }

    fn symbol(&mut self, symbol: &Symbol) {
        let number = self.glyphs.get(&symbol.glyph).copied().unwrap_or_default();
        let ([x, y], scale) = (symbol.at.map(short), symbol.size_pt / SYMBOL_UNITS);
        put!(
            self,
            "<g transform=\"translate({x} {y})scale({})\">",
            decimals(scale, 5)
        );
        for (i, part) in parts(symbol.glyph).iter().enumerate() {
            let color = match part.paint {
                Paint::Ink => symbol.ink,
                Paint::Ground => symbol.ground,
                Paint::Accent => symbol.accent,
            };
            put!(self, "<use xlink:href=\"#glyph-{number}-{i}\"");
            self.fill(color.with_opacity(part.opacity * symbol.opacity));
            self.out.push_str("/>");
        }
        self.out.push_str("</g>\n");
    }

    fn fill(&mut self, color: Color) {
        self.paint("fill", color);
    }

    fn paint(&mut self, what: &str, color: Color) {
        put!(self, " {what}=\"{}\"", color.hex());
        if color.a < 255 {
            put!(
                self,
                " {what}-opacity=\"{}\"",
                decimals(f32::from(color.a) / 255.0, 3)
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::item::{Halo, Item, Pt};
    use crate::scene::symbols::{Edge, EventGlyph};
    use std::sync::Arc;

    const DARK: Color = Color {
        r: 0,
        g: 0,
        b: 0,
        a: 255,
    };

    fn base(id: &str) -> Subject {
        Subject::Base(id.to_owned())
    }

    fn marker(at: Pt) -> Symbol {
        Symbol {
            glyph: Glyph::Marker {
                glyph: EventGlyph::Coup,
                edge: Edge::Reported,
                date: crate::calendar::Precision::Day,
            },
            at,
            size_pt: 22.0,
            ink: DARK,
            ground: DARK,
            accent: DARK,
            opacity: 0.5,
        }
    }

    fn text(words: &str) -> Text {
        Text {
            at: [10.0, 20.004],
            text: words.to_owned(),
            size_pt: 12.0,
            face: Face::Bold,
            color: DARK,
            halo: Some(Halo {
                color: DARK,
                width_pt: 2.6,
            }),
            angle: 0.5,
        }
    }

    fn picture() -> Picture {
        let ring = vec![[0.0, 0.0], [10.0, 0.0], [10.0, 10.126], [10.0, 10.126]];
        let lines: Arc<[Vec<Pt>]> = vec![ring].into();
        let area = Area {
            rings: lines.clone(),
            fill: DARK.with_opacity(0.5),
        };
        let dash = Some([4.0, 3.0]);
        let line = Stroke {
            lines,
            closed: false,
            width_pt: 0.9,
            color: DARK,
            dash,
        };
        let items = vec![
            Item::new(Subject::None, area),
            Item::new(base("gao & \"co\""), line),
            Item::new(base("gao & \"co\""), marker([5.0, 5.0])),
            Item::new(Subject::Event("e1".to_owned()), text("Gao <1>  2")),
            Item::new(base("gao & \"co\""), marker([9.0, 9.0])),
        ];
        let clip = Some(Rect::new([1.0, 2.0], [50.5, 60.0]));
        Picture {
            size_pt: [100.0, 80.5],
            background: DARK,
            layers: vec![Arc::new(Layer {
                name: "bases",
                clip,
                items,
            })],
            title: "A & B".to_owned(),
            description: "C < D".to_owned(),
            lang: "fr",
        }
    }

    #[test]
    fn it_is_read_by_usvg_with_its_size_and_text() {
        let written = svg(&picture());
        let tree = resvg::usvg::Tree::from_str(&written, &Default::default()).expect(&written);
        assert_eq!((tree.size().width(), tree.size().height()), (100.0, 80.5));
        assert_eq!(written, svg(&picture()), "same bytes");
    }

    #[test]
    fn everything_says_what_it_stands_for() {
        let written = svg(&picture());
        let has = |what: &str, times: usize| {
            assert_eq!(written.matches(what).count(), times, "{what} in {written}");
        };
        has(
            "<g id=\"bases\" inkscape:groupmode=\"layer\" inkscape:label=\"bases\" clip-path=\"url(#clip-bases)\">",
            1,
        );
        has("<rect x=\"1\" y=\"2\" width=\"49.5\" height=\"58\"/>", 1);
        has("data-subject=\"base:gao &amp; &quot;co&quot;\"", 2);
        has("id=\"base-gao----co-\"", 1);
        has(
            "<g id=\"event-e1\" data-subject=\"event:e1\"><title>event e1</title>",
            1,
        );
        has("<title>A &amp; B</title>\n<desc>C &lt; D</desc>", 1);
        has("lang=\"fr\" ", 2);
        has("id=\"glyph-0-0\"", 1);
        has("#glyph-0-0\"", 2);
    }

    #[test]
    fn sizes_names_and_outlines_are_written_when_asked_for() {
        let named = |subject: &Subject| match subject {
            Subject::Event(_) => Some("Coup <1>".to_owned()),
            _ => None,
        };
        let how = How {
            letters: Letters::Paths,
            size: Size::Mm([297.0, 210.0]),
            carried: None,
            name_of: Some(&named),
        };
        let outlined = written(&picture(), &how);
        for what in [
            "width=\"297mm\" height=\"210mm\" viewBox=\"0 0 100 80.5\"",
            "<title>Coup &lt;1&gt;</title>",
            "<path aria-label=\"Gao &lt;1&gt;  2\" fill-rule=\"nonzero\" transform=\"translate(10 20)rotate(28.65)\"",
        ] {
            assert!(outlined.contains(what), "{what} in {outlined}");
        }
        assert!(!outlined.contains("<text"));
        let tree = resvg::usvg::Tree::from_str(&outlined, &Default::default()).expect("our svg");
        assert!(tree.root().has_children());
    }

    #[test]
    fn shapes_are_written_in_full() {
        let written = svg(&picture());
        for what in [
            "<path fill=\"#000000\" fill-opacity=\"0.502\" d=\"M0 0l10 0 0 10.13z\"/>",
            "stroke-width=\"0.9\" stroke-linejoin=\"round\" stroke-dasharray=\"4 3\" d=\"M0 0l10 0 0",
            "<text x=\"10\" y=\"20\" font-size=\"12\" font-weight=\"700\" fill=\"#000000\" stroke=",
            "transform=\"rotate(28.65 10 20)\" xml:space=\"preserve\">Gao &lt;1&gt;  2</text>",
            "<g transform=\"translate(5 5)scale(0.22)\"><use xlink:href=\"#glyph-0-0\"",
        ] {
            assert!(written.contains(what), "{what} in {written}");
        }
    }
}
