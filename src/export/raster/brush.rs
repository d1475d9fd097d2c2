//! The brush: shapes of the display list onto a sheet of pixels.
//!
//! What lies outside the sheet is not painted. Glyphs and symbols are outlined once and kept.

use super::super::letters::{self, Pen};
use crate::scene::item::{Area, Face, Item, Layer, Pt, Rect, Shape, Stroke, Symbol, Text};
use crate::scene::symbols::{Glyph, Paint, extent, parts};
use crate::style::Color;
use resvg::tiny_skia::{
    self, FillRule, LineCap, LineJoin, Path, PathBuilder, Pixmap, StrokeDash, Transform,
};
use std::collections::HashMap;

/// A letter reaches at most so many ems from its place, to all sides.
const LETTER_REACH_EM: f32 = 1.5;

/// Paints shapes on sheets of one picture.
pub(in crate::export) struct Brush {
    /// Pixels a point.
    scale: f32,
    /// From the page to the sheet.
    sheet_from_page: Transform,
    /// The part of the page that the sheet holds, in points.
    seen: Rect,
    letters: HashMap<(Face, u16), Option<Path>>,
    symbols: HashMap<Glyph, Vec<Option<Path>>>,
}

impl Brush {
    pub fn new(scale: f32) -> Brush {
        Brush {
            scale,
            sheet_from_page: Transform::identity(),
            seen: Rect::default(),
            letters: HashMap::new(),
            symbols: HashMap::new(),
        }
    }

    /// From now on a sheet is painted whose upper left pixel is that one of the picture.
    pub fn turn_to(&mut self, corner_px: [f32; 2], sheet: &Pixmap) {
        let [x, y] = corner_px;
        let scaled = Transform::from_scale(self.scale, self.scale);
        self.sheet_from_page = scaled.post_translate(-x, -y);
        let far = [x + sheet.width() as f32, y + sheet.height() as f32];
        let pt = |px: [f32; 2]| px.map(|v| v / self.scale);
        // Two pixels more, for soft edges.
        self.seen = Rect::new(pt([x, y]), pt(far)).expand(2.0 / self.scale);
    }

    /// Paints a layer, from the bottom up.
    pub fn layer(&mut self, sheet: &mut Pixmap, layer: &Layer) {
        for Item { shape, .. } in &layer.items {
            match shape {
                Shape::Area(area) => self.area(sheet, area),
                Shape::Stroke(stroke) => self.stroke(sheet, stroke),
                Shape::Text(text) => self.text(sheet, text),
                Shape::Symbol(symbol) => self.symbol(sheet, symbol),
            }
        }
    }

    /// Does something that reaches so far around these points show on the sheet?
    fn sees(&self, lines: &[Vec<Pt>], reach_pt: f32) -> bool {
        let bounds = Rect::of_points(lines.iter().flatten());
        bounds.is_some_and(|b| b.expand(reach_pt).intersects(&self.seen))
    }

    fn area(&self, sheet: &mut Pixmap, area: &Area) {
        if area.fill.a == 0 || !self.sees(&area.rings, 0.0) {
            return;
        }
        if let Some(path) = path(&area.rings, true) {
            let paint = paint(area.fill);
            let rule = FillRule::EvenOdd;
            sheet.fill_path(&path, &paint, rule, self.sheet_from_page, None);
        }
    }

    fn stroke(&self, sheet: &mut Pixmap, stroke: &Stroke) {
        if stroke.color.a == 0 || !self.sees(&stroke.lines, stroke.width_pt) {
            return;
        }
        let Some(path) = path(&stroke.lines, stroke.closed) else {
            return;
        };
        let dash = stroke.dash.and_then(|d| StrokeDash::new(d.to_vec(), 0.0));
        let how = tiny_skia::Stroke {
            width: stroke.width_pt,
            line_cap: if stroke.dash.is_some() {
                LineCap::Butt
            } else {
                LineCap::Round
            },
            line_join: LineJoin::Round,
            dash,
            ..tiny_skia::Stroke::default()
        };
        let paint = paint(stroke.color);
        sheet.stroke_path(&path, &paint, &how, self.sheet_from_page, None);
    }

    fn text(&mut self, sheet: &mut Pixmap, text: &Text) {
        let reach_pt = text.size_pt * (LETTER_REACH_EM + text.text.len() as f32);
        let place = Rect::new(text.at, text.at).expand(reach_pt);
        if !place.intersects(&self.seen) {
            return;
        }
        let Some(path) = self.line(text) else { return };
        let turned = Transform::from_rotate(text.angle.to_degrees());
        let placed = turned.post_translate(text.at[0], text.at[1]);
        let sheet_from_line = placed.post_concat(self.sheet_from_page);
        if let Some(halo) = text.halo {
            let how = tiny_skia::Stroke {
                width: halo.width_pt,
                line_join: LineJoin::Round,
                ..tiny_skia::Stroke::default()
            };
            sheet.stroke_path(&path, &paint(halo.color), &how, sheet_from_line, None);
        }
        let ink = paint(text.color);
        sheet.fill_path(&path, &ink, FillRule::Winding, sheet_from_line, None);
    }

    /// The outline of a line of text in points, its beginning at the origin.
    fn line(&mut self, text: &Text) -> Option<Path> {
        let font = letters::font(text.face);
        let points = text.size_pt / font.units_per_em;
        let mut line = PathBuilder::new();
        for letter in font.line(&text.text) {
            let outlined = || {
                let mut outline = Outline(PathBuilder::new());
                font.outline(letter.glyph, &mut outline);
                outline.0.finish()
            };
            let kept = self.letters.entry((text.face, letter.glyph));
            let Some(outline) = kept.or_insert_with(outlined) else {
                continue;
            };
            let place = [letter.x, -letter.y].map(|units| units as f32 * points);
            let set = Transform::from_row(points, 0.0, 0.0, -points, place[0], place[1]);
            if let Some(outline) = outline.clone().transform(set) {
                line.push_path(&outline);
            }
        }
        line.finish()
    }

    fn symbol(&mut self, sheet: &mut Pixmap, symbol: &Symbol) {
        let whole = extent(symbol.glyph);
        let page = |p: Pt| [0, 1].map(|i| symbol.at[i] + p[i] * symbol.size_pt);
        if !Rect::new(page(whole.min), page(whole.max)).intersects(&self.seen) {
            return;
        }
        let outlined = || {
            parts(symbol.glyph)
                .iter()
                .map(|p| path(&p.outline, true))
                .collect()
        };
        let outlines: &Vec<Option<Path>> =
            self.symbols.entry(symbol.glyph).or_insert_with(outlined);
        let scaled = Transform::from_scale(symbol.size_pt, symbol.size_pt);
        let placed = scaled.post_translate(symbol.at[0], symbol.at[1]);
        let sheet_from_unit = placed.post_concat(self.sheet_from_page);
        for (part, outline) in parts(symbol.glyph).iter().zip(outlines) {
            let color = match part.paint {
                Paint::Ink => symbol.ink,
                Paint::Ground => symbol.ground,
                Paint::Accent => symbol.accent,
            };
            let paint = paint(color.with_opacity(part.opacity * symbol.opacity));
            if let Some(outline) = outline {
                sheet.fill_path(outline, &paint, FillRule::EvenOdd, sheet_from_unit, None);
            }
        }
    }
}

fn paint(color: Color) -> tiny_skia::Paint<'static> {
    let mut paint = tiny_skia::Paint::default();
    paint.set_color_rgba8(color.r, color.g, color.b, color.a);
    paint
}

/// Lines as a path; none where nothing of it can be painted.
fn path(lines: &[Vec<Pt>], closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for line in lines {
        let Some(([x, y], rest)) = line.split_first() else {
            continue;
        };
        path.move_to(*x, *y);
        for [x, y] in rest {
            path.line_to(*x, *y);
        }
        if rest.is_empty() {
            // A line of no length still shows its round ends.
            path.line_to(*x, *y);
        }
        if closed {
            path.close();
        }
    }
    path.finish()
}

/// Draws the outlines of letters.
struct Outline(PathBuilder);

impl Pen for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.0.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.0.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}
