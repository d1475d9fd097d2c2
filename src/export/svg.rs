//! A picture as SVG: text as text, symbols drawn once and used often, each thing with what it
//! stands for.
//!
//! Coordinates are points with two decimals, and one point is one unit of the file. It chooses
//! nothing: the display list says all. Same picture, same bytes.

mod write;

use self::write::{decimals, escaped, path, short};
use crate::scene::item::{Area, Face, Layer, Picture, Shape, Stroke, Subject, Symbol, Text};
use crate::scene::symbols::{Glyph, Paint, parts};
use crate::style::Color;
use std::collections::{BTreeSet, HashMap};
use std::fmt::Write;

/// Symbols are defined this many units high, so that two decimals are enough for a large one.
const SYMBOL_UNITS: f32 = 100.0;

/// The picture as an SVG document. `width` and `height` are its points, read as CSS pixels.
///
/// A layer is a group with the layer's name as id. Inside it, what stands for one thing is a group
/// with `data-subject` ("base:gao-airport-base"), a `<title>` and, the first time, an id.
pub fn svg(picture: &Picture) -> String {
    let mut writer = Writer {
        out: String::with_capacity(256 * 1024),
        ids: picture.layers.iter().map(|l| l.name.to_owned()).collect(),
        glyphs: HashMap::new(),
    };
    writer.document(picture);
    writer.out
}

struct Writer {
    out: String,
    /// Identifiers that are taken.
    ids: BTreeSet<String>,
    /// Number of each glyph in the definitions, in the order of first use.
    glyphs: HashMap<Glyph, usize>,
}

/// Writing to a String cannot fail, so the results of `write!` are dropped.
macro_rules! put {
    ($writer:expr, $($arg:tt)*) => { let _ = write!($writer.out, $($arg)*); };
}

impl Writer {
    fn document(&mut self, picture: &Picture) {
        let [w, h] = picture.size_pt.map(short);
        put!(self, "<svg xmlns=\"http://www.w3.org/2000/svg\" ");
        put!(
            self,
            "xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{w}\" height=\"{h}\" "
        );
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
        put!(
            self,
            "<desc>{}</desc>\n<defs>\n",
            escaped(&picture.description)
        );
        for layer in &picture.layers {
            self.definitions(layer);
        }
        put!(self, "</defs>\n<rect width=\"{w}\" height=\"{h}\"");
        self.fill(picture.background);
        self.out.push_str("/>\n");
        for layer in &picture.layers {
            self.layer(layer);
        }
        self.out.push_str("</svg>\n");
    }

    /// The clip of a layer and the parts of those of its symbols that were not met before.
    fn definitions(&mut self, layer: &Layer) {
        if let Some(clip) = layer.clip {
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
        put!(self, "<g id=\"{}\"", layer.name);
        if layer.clip.is_some() {
            put!(self, " clip-path=\"url(#clip-{})\"", layer.name);
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
        put!(self, "<title>{kind} {}</title>\n", escaped(&name));
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
        self.fill(text.color);
        if let Some(halo) = text.halo {
            self.paint("stroke", halo.color);
            put!(self, " stroke-width=\"{}\"", short(halo.width_pt));
            self.out
                .push_str(" stroke-linejoin=\"round\" paint-order=\"stroke\"");
        }
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
    use crate::scene::item::{Halo, Item, Pt, Rect};
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
        has("<g id=\"bases\" clip-path=\"url(#clip-bases)\">", 1);
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
