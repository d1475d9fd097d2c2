//! What is drawn on a page of a PDF, in the order of the display list.
//!
//! The page is turned over once, so that everything else is written in points of the picture, y down.

use super::super::letters::{self, Letter};
use super::fonts::{self, EM, Fonts};
use super::image::{self, Image};
use super::shapes::{Forms, Lines, Painted, SYMBOL_UNITS, form_name};
use super::{hundredths, rounded};
use crate::scene::item::{
    Area, Face, Halo, Item, Layer, Picture, Pt, Rect, Shape, Stroke, Symbol, Text,
};
use crate::scene::metrics::width_pt;
use crate::scene::symbols::{Paint, parts};
use crate::style::Color;
use pdf_writer::types::{LineCapStyle, LineJoinStyle};
use pdf_writer::{Content, Name, Str, TextStr};

/// The drawing of a picture; `pdf_from_page` is points of the sheet a point of the picture.
pub(super) fn content(
    (picture, images): (&Picture, &[Image<'_>]),
    pdf_from_page: f32,
    fonts: &mut Fonts,
    forms: &mut Forms,
) -> Vec<u8> {
    let [w, h] = picture.size_pt;
    let mut page = Page {
        content: Content::with_capacity(512 * 1024),
        fonts,
        forms,
    };
    let s = rounded(pdf_from_page, 1e5);
    let height = hundredths(h * pdf_from_page);
    page.content.transform([s, 0.0, 0.0, -s, 0.0, height]);
    page.content.set_line_join(LineJoinStyle::RoundJoin);
    page.fill(picture.background);
    page.content.rect(0.0, 0.0, hundredths(w), hundredths(h));
    page.content.fill_even_odd();
    for layer in &picture.layers {
        page.layer(layer, &Rect::new([0.0, 0.0], [w, h]));
    }
    for image in images {
        page.image(image);
    }
    page.content.finish().into_vec()
}

/// In a spaced name the gap between two words is so much wider than that between letters, in ems.
const WORD_GAP_EM: f32 = 0.2;

struct Page<'a> {
    content: Content,
    fonts: &'a mut Fonts,
    forms: &'a mut Forms,
}

impl Page<'_> {
    fn layer(&mut self, layer: &Layer, whole: &Rect) {
        if layer.items.is_empty() {
            return;
        }
        let clip = layer.clip.filter(|clip| clip != whole);
        if let Some(clip) = clip {
            let ([x, y], w, h) = (clip.min.map(hundredths), clip.width(), clip.height());
            self.content.save_state();
            self.content.rect(x, y, hundredths(w), hundredths(h));
            self.content.clip_nonzero().end_path();
        }
        for run in layer.items.chunk_by(is_of_one_name) {
            let name = spelled(run);
            if let Some(name) = &name {
                let mut span = self
                    .content
                    .begin_marked_content_with_properties(Name(b"Span"));
                span.properties().actual_text(TextStr(name));
            }
            for item in run {
                match &item.shape {
                    Shape::Area(area) => self.area(area),
                    Shape::Stroke(stroke) => self.stroke(stroke),
                    Shape::Text(text) => self.text(text),
                    Shape::Symbol(symbol) => self.symbol(symbol),
                }
            }
            if name.is_some() {
                self.content.end_marked_content();
            }
        }
        if clip.is_some() {
            self.content.restore_state();
        }
    }

    fn image(&mut self, image: &Image<'_>) {
        let name = image::name(self.forms.image(image));
        let [x, y] = [image.area.min[0], image.area.max[1]].map(hundredths);
        let size = [image.area.width(), image.area.height()].map(hundredths);
        self.content.save_state();
        // An image is one unit high and wide, its first row on top.
        self.content.transform([size[0], 0.0, 0.0, -size[1], x, y]);
        self.content.x_object(Name(name.as_bytes()));
        self.content.restore_state();
    }

    fn fill(&mut self, color: Color) {
        let [r, g, b] = shares(color);
        self.opacity(color);
        self.content.set_fill_rgb(r, g, b);
    }

    fn line(&mut self, color: Color, width_pt: f32) {
        let [r, g, b] = shares(color);
        self.opacity(color);
        self.content.set_stroke_rgb(r, g, b);
        self.content.set_line_width(hundredths(width_pt));
    }

    fn opacity(&mut self, color: Color) {
        let name = self.forms.opacity(color.a);
        self.content.set_parameters(Name(name.as_bytes()));
    }

    fn area(&mut self, area: &Area) {
        if area.rings.iter().all(|ring| ring.is_empty()) {
            return;
        }
        self.fill(area.fill);
        let inside = Lines {
            lines: &area.rings,
            closed: true,
            painted: Painted::Filled,
        };
        self.put(inside, 0.0);
    }

    /// Draws a shape here, or by the name it has in the whole document.
    fn put(&mut self, shape: Lines<'_>, reach: f32) {
        match self.forms.shape(shape, reach) {
            Some(form) => {
                self.content.x_object(Name(form_name(form).as_bytes()));
            }
            None => shape.draw(&mut self.content),
        }
    }

    fn stroke(&mut self, stroke: &Stroke) {
        if stroke.lines.iter().all(|line| line.is_empty()) {
            return;
        }
        self.line(stroke.color, stroke.width_pt);
        let (cap, dash) = match stroke.dash {
            Some(dash) => (LineCapStyle::ButtCap, dash.map(hundredths).to_vec()),
            None => (LineCapStyle::RoundCap, Vec::new()),
        };
        self.content.set_line_cap(cap).set_dash_pattern(dash, 0.0);
        let along = Lines {
            lines: &stroke.lines,
            closed: stroke.closed,
            painted: Painted::Stroked,
        };
        self.put(along, stroke.width_pt / 2.0);
    }

    fn text(&mut self, text: &Text) {
        let font = letters::font(text.face);
        let line = font.line(&text.text);
        if line.is_empty() {
            return;
        }
        if let Some(halo) = text.halo {
            self.halo(text, halo, &line);
        }
        self.fill(text.color);
        self.content.begin_text();
        let size = hundredths(text.size_pt);
        self.content.set_font(fonts::name(text.face), size);
        self.content
            .set_text_matrix(upright(text.at, text.angle, 1.0));
        let mut pen = 0;
        for (at_height, run) in runs(&line) {
            if at_height != 0 || run.start > 0 {
                let rise = at_height as f32 * text.size_pt / font.units_per_em;
                self.content.set_rise(hundredths(rise));
            }
            let mut shown = self.content.show_positioned();
            let mut items = shown.items();
            for i in run {
                let (letter, own) = (line[i], i32::from(font.own_advance(line[i].glyph)));
                if letter.x != pen {
                    items.adjust((pen - letter.x) as f32 * EM / font.units_per_em);
                }
                let number = self
                    .fonts
                    .number(text.face, letter, written(text, &line, i));
                items.show(Str(&number.to_be_bytes()));
                pen = letter.x + own;
            }
        }
        self.content.end_text();
    }

    /// The glow behind a line, as outlines: it is no text, or it would be found and copied twice.
    fn halo(&mut self, text: &Text, halo: Halo, line: &[Letter]) {
        let points = text.size_pt / letters::font(text.face).units_per_em;
        if points <= 0.0 || !points.is_finite() {
            return;
        }
        self.content.save_state();
        self.line(halo.color, halo.width_pt / points);
        self.content.set_line_cap(LineCapStyle::RoundCap);
        self.content.set_dash_pattern([], 0.0);
        self.content.transform(upright(text.at, text.angle, points));
        let mut here = [0.0, 0.0];
        for letter in line {
            let Some(form) = self.forms.letter(text.face, letter.glyph) else {
                continue;
            };
            let there = [letter.x as f32, letter.y as f32];
            let step = [there[0] - here[0], there[1] - here[1]];
            self.content
                .transform([1.0, 0.0, 0.0, 1.0, step[0], step[1]]);
            self.content.x_object(Name(form_name(form).as_bytes()));
            here = there;
        }
        self.content.restore_state();
    }

    fn symbol(&mut self, symbol: &Symbol) {
        let first = self.forms.symbol(symbol.glyph);
        let ([x, y], scale) = (
            symbol.at.map(hundredths),
            rounded(symbol.size_pt / SYMBOL_UNITS, 1e5),
        );
        self.content.save_state();
        self.content.transform([scale, 0.0, 0.0, scale, x, y]);
        for (i, part) in parts(symbol.glyph).iter().enumerate() {
            let color = match part.paint {
                Paint::Ink => symbol.ink,
                Paint::Ground => symbol.ground,
                Paint::Accent => symbol.accent,
            };
            self.fill(color.with_opacity(part.opacity * symbol.opacity));
            self.content.x_object(Name(form_name(first + i).as_bytes()));
        }
        self.content.restore_state();
    }
}

fn shares(color: Color) -> [f32; 3] {
    [color.r, color.g, color.b].map(|c| rounded(f32::from(c) / 255.0, 1000.0))
}

/// From letters, y up, to the picture, y down: turned clockwise about `at`.
fn upright(at: Pt, angle: f32, scale: f32) -> [f32; 6] {
    let (sin, cos) = angle.sin_cos();
    let [x, y] = at.map(hundredths);
    let fine = |v: f32| rounded(v * scale, 1e6);
    [fine(cos), fine(sin), fine(sin), fine(-cos), x, y]
}

/// Letters of one height above the baseline, one after another.
fn runs(line: &[Letter]) -> Vec<(i32, std::ops::Range<usize>)> {
    let mut from = 0;
    let runs = line.chunk_by(|a, b| a.y == b.y).map(|run| {
        let range = from..from + run.len();
        from = range.end;
        (run[0].y, range)
    });
    runs.collect()
}

/// What the letter at `i` stands for: two letters joined are one glyph, an accent of its own is none.
fn written<'t>(text: &'t Text, line: &[Letter], i: usize) -> &'t str {
    let from = line[i].cluster;
    let next = line.iter().map(|l| l.cluster).filter(|c| *c > from).min();
    text.text
        .get(from..next.unwrap_or(text.text.len()))
        .unwrap_or_default()
}

/// Are two items letters of one name that is set letter by letter?
fn is_of_one_name(a: &Item, b: &Item) -> bool {
    let (Shape::Text(one), Shape::Text(other)) = (&a.shape, &b.shape) else {
        return false;
    };
    is_letter(one)
        && is_letter(other)
        && a.subject == b.subject
        && looks(one) == looks(other)
        // A new line of the name, or another name, begins further left or far away.
        && (other.at[0] - one.at[0]).hypot(other.at[1] - one.at[1]) < 6.0 * one.size_pt
        && along(one, other) > 0.0
}

fn is_letter(text: &Text) -> bool {
    let mut chars = text.text.chars();
    let fits = |c: char| c.is_alphabetic() || "'’.-".contains(c);
    chars.next().is_some_and(fits) && chars.next().is_none()
}

fn looks(text: &Text) -> (Face, u32, Color) {
    (text.face, text.size_pt.to_bits(), text.color)
}

/// How far the second stands after the first, in the direction of writing, in points.
fn along(one: &Text, other: &Text) -> f32 {
    let (sin, cos) = one.angle.sin_cos();
    (other.at[0] - one.at[0]) * cos + (other.at[1] - one.at[1]) * sin
}

/// The name of which these are the letters; nothing for anything else. A wide gap is a space.
fn spelled(run: &[Item]) -> Option<String> {
    let letters: Vec<&Text> = run
        .iter()
        .filter_map(|item| match &item.shape {
            Shape::Text(text) if is_letter(text) => Some(text),
            Shape::Text(_) | Shape::Area(_) | Shape::Stroke(_) | Shape::Symbol(_) => None,
        })
        .collect();
    if letters.len() < 2 {
        return None;
    }
    // The space after each letter but the last, in ems.
    let gap = |pair: &[&Text]| {
        let [one, other] = [pair[0], pair[1]];
        (along(one, other) - width_pt(&one.text, one.face, one.size_pt)) / one.size_pt
    };
    let gaps: Vec<f32> = letters.windows(2).map(gap).collect();
    let usual = gaps.iter().copied().fold(f32::INFINITY, f32::min);
    let mut name = letters[0].text.clone();
    for (gap, letter) in gaps.iter().zip(&letters[1..]) {
        if *gap > usual + WORD_GAP_EM {
            name.push(' ');
        }
        name.push_str(&letter.text);
    }
    Some(name)
}
