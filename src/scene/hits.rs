//! What can be pointed at, and where.
//!
//! Made from the finished layers; countries are found by the map's own means.

use super::item::{Layer, Pt, Rect, Shape, Subject};
use super::metrics;
use super::space::text_box;
use std::sync::Arc;

/// Something that can be pointed at.
#[derive(Clone, PartialEq, Debug)]
pub struct Hit {
    /// Where it is, page points.
    pub area: Rect,
    /// What it is.
    pub subject: Subject,
}

/// Symbols and words that stand for something, topmost last.
pub(super) fn hits(layers: &[Arc<Layer>]) -> Vec<Hit> {
    let mut hits = Vec::new();
    let pointable = ["movements", "bases", "events"];
    for layer in layers.iter().filter(|l| pointable.contains(&l.name)) {
        for item in &layer.items {
            let area = match &item.shape {
                Shape::Symbol(symbol) => Rect::around(symbol.at, symbol.size_pt, symbol.size_pt),
                Shape::Area(area) => {
                    let Some(bounds) = Rect::of_points(area.rings.iter().flatten()) else {
                        continue;
                    };
                    if layer.name == "movements" {
                        on_way(area.rings.iter().flatten(), bounds.center())
                    } else {
                        let middle = bounds.center();
                        Rect::around(middle, bounds.width().min(24.0), bounds.height().min(24.0))
                    }
                }
                // Of texts only "+n" can be pointed at.
                Shape::Text(text) if matches!(item.subject, Subject::Bases(_)) => {
                    let width = metrics::width_pt(&text.text, text.face, text.size_pt);
                    text_box(text.at, width, text.size_pt, text.angle)
                }
                Shape::Stroke(_) | Shape::Text(_) => continue,
            };
            // The parts of one mark lie upon each other; two holders of a base stand side by side.
            let again = hits
                .last()
                .is_some_and(|h: &Hit| h.subject == item.subject && h.area.contains(area.center()));
            if item.subject != Subject::None && !again {
                hits.push(Hit {
                    area,
                    subject: item.subject.clone(),
                });
            }
        }
    }
    hits
}

/// A spot on an arrow, as near as may be to the middle of its box.
fn on_way<'a>(outline: impl Iterator<Item = &'a Pt>, middle: Pt) -> Rect {
    let distance = |p: &Pt| (p[0] - middle[0]).powi(2) + (p[1] - middle[1]).powi(2);
    let nearest = outline.min_by(|a, b| distance(a).total_cmp(&distance(b)));
    Rect::around(nearest.copied().unwrap_or(middle), 16.0, 16.0)
}
