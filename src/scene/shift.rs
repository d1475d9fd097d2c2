//! Items and layers at another place and size: samples in a legend, the map inside its page.
//!
//! It knows nothing of what it moves.

use super::item::{Area, Item, Layer, Pt, Rect, Shape, Stroke, Symbol, Text};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The item enlarged about the origin, then moved by `by` points.
pub(super) fn moved(item: &Item, by: Pt, scale: f32) -> Item {
    let shift = |p: &Pt| [p[0] * scale + by[0], p[1] * scale + by[1]];
    let lines = |lines: &[Vec<Pt>]| {
        lines
            .iter()
            .map(|l| l.iter().map(shift).collect())
            .collect()
    };
    let shape = match &item.shape {
        Shape::Area(area) => Shape::Area(Area {
            rings: lines(&area.rings),
            fill: area.fill,
        }),
        Shape::Stroke(stroke) => Shape::Stroke(Stroke {
            lines: lines(&stroke.lines),
            width_pt: stroke.width_pt * scale,
            dash: stroke.dash.map(|d| d.map(|v| v * scale)),
            ..stroke.clone()
        }),
        Shape::Text(text) => Shape::Text(Text {
            at: shift(&text.at),
            size_pt: text.size_pt * scale,
            ..text.clone()
        }),
        Shape::Symbol(symbol) => Shape::Symbol(Symbol {
            at: shift(&symbol.at),
            size_pt: symbol.size_pt * scale,
            ..*symbol
        }),
    };
    Item::new(item.subject.clone(), shape)
}

/// A box moved by `by` points.
pub(super) fn moved_box(area: &Rect, by: Pt) -> Rect {
    let shift = |p: Pt| [p[0] + by[0], p[1] + by[1]];
    Rect::new(shift(area.min), shift(area.max))
}

/// Layers that were moved, kept while what they were made from is the same.
#[derive(Default)]
pub(super) struct Shelf {
    by: Pt,
    kept: BTreeMap<&'static str, (Arc<Layer>, Arc<Layer>)>,
}

impl Shelf {
    /// The layers moved by `by` points.
    pub fn moved(&mut self, layers: &[Arc<Layer>], by: Pt) -> Vec<Arc<Layer>> {
        if self.by != by {
            self.kept.clear();
            self.by = by;
        }
        layers.iter().map(|layer| self.one(layer)).collect()
    }

    fn one(&mut self, layer: &Arc<Layer>) -> Arc<Layer> {
        if let Some((from, to)) = self.kept.get(layer.name)
            && Arc::ptr_eq(from, layer)
        {
            return to.clone();
        }
        let to = Arc::new(Layer {
            name: layer.name,
            clip: layer.clip.map(|clip| moved_box(&clip, self.by)),
            items: layer.items.iter().map(|i| moved(i, self.by, 1.0)).collect(),
        });
        self.kept.insert(layer.name, (layer.clone(), to.clone()));
        to
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::item::Subject;
    use crate::style::Color;

    fn layer() -> Arc<Layer> {
        let stroke = Stroke {
            lines: vec![vec![[1.0, 2.0], [3.0, 4.0]]].into(),
            closed: false,
            width_pt: 1.0,
            color: Color::rgb(0),
            dash: Some([4.0, 3.0]),
        };
        Arc::new(Layer {
            name: "borders",
            clip: Some(Rect::new([0.0, 0.0], [9.0, 9.0])),
            items: vec![Item::new(Subject::None, stroke)],
        })
    }

    #[test]
    fn a_layer_moves_whole_and_is_kept() {
        let mut shelf = Shelf::default();
        let layer = layer();
        let moved = shelf.moved(std::slice::from_ref(&layer), [10.0, 20.0]);
        assert_eq!(moved[0].clip, Some(Rect::new([10.0, 20.0], [19.0, 29.0])));
        let again = shelf.moved(std::slice::from_ref(&layer), [10.0, 20.0]);
        assert!(Arc::ptr_eq(&moved[0], &again[0]));
        let elsewhere = shelf.moved(&[layer], [0.0, 20.0]);
        assert!(!Arc::ptr_eq(&moved[0], &elsewhere[0]));
    }

    #[test]
    fn a_larger_item_has_larger_strokes() {
        let item = moved(&layer().items[0], [1.0, 1.0], 2.0);
        let Shape::Stroke(stroke) = &item.shape else {
            panic!("a stroke stays a stroke");
        };
        assert_eq!((stroke.width_pt, stroke.dash), (2.0, Some([8.0, 6.0])));
        assert_eq!(stroke.lines[0], [[3.0, 5.0], [7.0, 9.0]]);
    }
}
