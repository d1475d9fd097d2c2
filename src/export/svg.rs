//! A picture as SVG: text as text, symbols as paths, each thing with what it stands for.
//!
//! Coordinates are points with two decimals. It chooses nothing: the display list says all.

use crate::scene::item::{
    Area, Face, Item, Layer, Picture, Pt, Shape, Stroke, Subject, Symbol, Text,
};
use crate::scene::symbols::{Paint, parts};
use crate::style::Color;
use std::collections::BTreeSet;
use std::fmt::Write;

/// The picture as an SVG document. Same picture, same bytes.
pub fn svg(picture: &Picture) -> String {
    let mut writer = Writer {
        out: String::with_capacity(256 * 1024),
        ids: BTreeSet::new(),
    };
    writer.document(picture);
    writer.out
}

struct Writer {
    out: String,
    ids: BTreeSet<String>,
}

/// Writing to a String cannot fail, so the results of `write!` are dropped.
macro_rules! put {
    ($writer:expr, $($arg:tt)*) => { let _ = write!($writer.out, $($arg)*); };
}

impl Writer {
    fn document(&mut self, picture: &Picture) {
        let [w, h] = picture.size_pt;
        put!(
            self,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" "
        );
        put!(self, "viewBox=\"0 0 {w} {h}\" lang=\"{}\" ", picture.lang);
        put!(
            self,
            "font-family=\"Noto Sans\">\n<title>{}</title>\n",
            escaped(&picture.title)
        );
        put!(
            self,
            "<desc>{}</desc>\n<defs>\n",
            escaped(&picture.description)
        );
        for layer in &picture.layers {
            if let Some(clip) = layer.clip {
                let [x, y] = clip.min;
                put!(
                    self,
                    "<clipPath id=\"clip-{}\"><rect x=\"{x}\" y=\"{y}\" ",
                    layer.name
                );
                put!(
                    self,
                    "width=\"{}\" height=\"{}\"/></clipPath>\n",
                    clip.width(),
                    clip.height()
                );
            }
        }
        put!(
            self,
            "</defs>\n<rect width=\"{w}\" height=\"{h}\" fill=\"{}\"/>\n",
            picture.background.hex()
        );
        for layer in &picture.layers {
            self.layer(layer);
        }
        self.out.push_str("</svg>\n");
    }

    fn layer(&mut self, layer: &Layer) {
        put!(self, "<g id=\"{}\"", layer.name);
        if layer.clip.is_some() {
            put!(self, " clip-path=\"url(#clip-{})\"", layer.name);
        }
        self.out.push_str(">\n");
        for item in &layer.items {
            self.item(item);
        }
        self.out.push_str("</g>\n");
    }

    fn item(&mut self, item: &Item) {
        match &item.shape {
            Shape::Area(area) => self.area(area, &item.subject),
            Shape::Stroke(stroke) => self.stroke(stroke, &item.subject),
            Shape::Text(text) => self.text(text, &item.subject),
            Shape::Symbol(symbol) => self.symbol(symbol, &item.subject),
        }
    }

    /// The attributes that say what an item stands for; the first item of a subject gets its id.
    fn subject(&mut self, subject: &Subject) {
        let name = match subject {
            Subject::None | Subject::Furniture(_) => return,
            Subject::Country(id) => format!("country:{id}"),
            Subject::Base(id) => format!("base:{id}"),
            Subject::Event(id) => format!("event:{id}"),
            Subject::Sky(id) => format!("sky:{id}"),
            Subject::Place(id) => format!("place:{id}"),
            Subject::Cluster(ids) => format!("events:{}", ids.join(" ")),
        };
        let id = name.replace([':', ' '], "-");
        if self.ids.insert(id.clone()) {
            put!(self, " id=\"{}\"", escaped(&id));
        }
        put!(self, " data-subject=\"{}\"", escaped(&name));
    }

    fn area(&mut self, area: &Area, subject: &Subject) {
        self.out.push_str("<path");
        self.subject(subject);
        self.fill(area.fill);
        self.out.push_str(" fill-rule=\"evenodd\" d=\"");
        for ring in area.rings.iter() {
            self.path(ring, true);
        }
        self.out.push_str("\"/>\n");
    }

    fn stroke(&mut self, stroke: &Stroke, subject: &Subject) {
        self.out.push_str("<path");
        self.subject(subject);
        put!(self, " fill=\"none\" stroke=\"{}\"", stroke.color.hex());
        if stroke.color.a < 255 {
            put!(
                self,
                " stroke-opacity=\"{}\"",
                short(f32::from(stroke.color.a) / 255.0)
            );
        }
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
            self.path(line, stroke.closed);
        }
        self.out.push_str("\"/>\n");
    }

    fn text(&mut self, text: &Text, subject: &Subject) {
        self.out.push_str("<text");
        self.subject(subject);
        let [x, y] = text.at;
        put!(
            self,
            " x=\"{}\" y=\"{}\" font-size=\"{}\"",
            short(x),
            short(y),
            short(text.size_pt)
        );
        match text.face {
            Face::Regular => {}
            Face::Bold => self.out.push_str(" font-weight=\"700\""),
            Face::Italic => self.out.push_str(" font-style=\"italic\""),
        }
        self.fill(text.color);
        if let Some(halo) = text.halo {
            put!(
                self,
                " stroke=\"{}\" stroke-width=\"{}\"",
                halo.color.hex(),
                short(halo.width_pt)
            );
            self.out
                .push_str(" stroke-linejoin=\"round\" paint-order=\"stroke\"");
        }
        if text.angle != 0.0 {
            let degrees = short(text.angle.to_degrees());
            put!(
                self,
                " transform=\"rotate({degrees} {} {})\"",
                short(x),
                short(y)
            );
        }
        put!(self, ">{}</text>\n", escaped(&text.text));
    }

    fn symbol(&mut self, symbol: &Symbol, subject: &Subject) {
        self.out.push_str("<g");
        self.subject(subject);
        if symbol.opacity < 1.0 {
            put!(self, " opacity=\"{}\"", short(symbol.opacity));
        }
        self.out.push_str(">\n");
        for part in parts(symbol.glyph).iter() {
            let color = match part.paint {
                Paint::Ink => symbol.ink,
                Paint::Ground => symbol.ground,
                Paint::Accent => symbol.accent,
            };
            self.out.push_str("<path");
            self.fill(color.with_opacity(part.opacity));
            self.out.push_str(" fill-rule=\"evenodd\" d=\"");
            for ring in &part.outline {
                let page = |p: &Pt| {
                    [
                        symbol.at[0] + p[0] * symbol.size_pt,
                        symbol.at[1] + p[1] * symbol.size_pt,
                    ]
                };
                let ring: Vec<Pt> = ring.iter().map(page).collect();
                self.path(&ring, true);
            }
            self.out.push_str("\"/>\n");
        }
        self.out.push_str("</g>\n");
    }

    fn fill(&mut self, color: Color) {
        put!(self, " fill=\"{}\"", color.hex());
        if color.a < 255 {
            put!(
                self,
                " fill-opacity=\"{}\"",
                short(f32::from(color.a) / 255.0)
            );
        }
    }

    fn path(&mut self, points: &[Pt], closed: bool) {
        for (i, [x, y]) in points.iter().enumerate() {
            self.out.push(if i == 0 { 'M' } else { 'L' });
            self.number(*x);
            self.out.push(' ');
            self.number(*y);
        }
        if closed && !points.is_empty() {
            self.out.push('Z');
        }
    }

    /// A number with at most two decimals, without going through a formatter: paths are most of a
    /// file.
    fn number(&mut self, value: f32) {
        let hundredths = (f64::from(value) * 100.0).round() as i64;
        if hundredths < 0 {
            self.out.push('-');
        }
        let (whole, part) = (
            hundredths.unsigned_abs() / 100,
            hundredths.unsigned_abs() % 100,
        );
        put!(self, "{whole}");
        if part > 0 {
            self.out.push('.');
            self.out.push(char::from(b'0' + (part / 10) as u8));
            if part % 10 > 0 {
                self.out.push(char::from(b'0' + (part % 10) as u8));
            }
        }
    }
}

/// A number with at most two decimals.
fn short(value: f32) -> String {
    let text = format!("{value:.2}");
    let cut = text.trim_end_matches('0').trim_end_matches('.');
    if cut == "-0" {
        "0".to_owned()
    } else {
        cut.to_owned()
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // XML 1.0 has no other control characters.
            c if c.is_control() && !"\t\n\r".contains(c) => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let written = |value: f32| {
            let mut writer = Writer {
                out: String::new(),
                ids: BTreeSet::new(),
            };
            writer.number(value);
            assert_eq!(writer.out, short(value).replace("-0.00", "0"));
            writer.out
        };
        assert_eq!(written(1.0), "1");
        assert_eq!(written(-0.5), "-0.5");
        assert_eq!(written(12.345), "12.35");
        assert_eq!(written(100.1), "100.1");
        assert_eq!(written(-3.07), "-3.07");
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(escaped("a<b & \"c\"\u{7}"), "a&lt;b &amp; &quot;c&quot;");
    }
}
