//! A picture as lines of text, rounded, so that a change of the map can be read in a diff.
//!
//! For tests and for curious eyes; nothing reads it back.

use super::item::{Item, Picture, Pt, Rect, Shape, Subject};
use std::fmt::Write;

/// One line an item: layer, kind, subject, where.
pub fn dump(picture: &Picture) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{} ({})", picture.title, picture.description);
    for layer in &picture.layers {
        let _ = writeln!(out, "{}", layer.name);
        for item in &layer.items {
            let _ = writeln!(out, "  {}", line(item));
        }
    }
    out
}

fn line(item: &Item) -> String {
    let shape = match &item.shape {
        Shape::Area(area) => {
            let bounds = Rect::of_points(area.rings.iter().flatten());
            format!("area {} {}", area.fill.hex(), boxed(bounds))
        }
        Shape::Stroke(stroke) => {
            let bounds = Rect::of_points(stroke.lines.iter().flatten());
            let count = stroke.lines.len();
            let width = stroke.width_pt;
            format!(
                "stroke {} {width} x{count} {}",
                stroke.color.hex(),
                boxed(bounds)
            )
        }
        Shape::Text(text) => {
            let at = point(text.at);
            format!("text {at} {} {:?} {}", text.size_pt, text.face, text.text)
        }
        Shape::Symbol(symbol) => {
            let at = point(symbol.at);
            let opacity = (symbol.opacity * 10.0).round() / 10.0;
            format!(
                "symbol {at} {} {opacity} {:?}",
                symbol.size_pt, symbol.glyph
            )
        }
    };
    match &item.subject {
        Subject::None => shape,
        subject => format!("{shape} <- {subject:?}"),
    }
}

fn point(p: Pt) -> String {
    format!("({:.0} {:.0})", p[0], p[1])
}

fn boxed(bounds: Option<Rect>) -> String {
    bounds.map_or_else(String::new, |b| {
        format!("{} {}", point(b.min), point(b.max))
    })
}
