//! Two pictures of the same place under a swipe bar: no name is cut in two by it.
//!
//! Names that the bar would cut are taken out of both pictures and written over the bar. One that stands alike
//! in both is written once; one that stands so in only one of them is written when it lies mostly on its own
//! side and covers no name of the other, and otherwise left out. It knows names only by their place.

use super::item::{Item, Layer, Picture, Rect, Shape, Text};
use super::metrics::width_pt;
use super::space::text_box;
use super::view::Composition;
use std::sync::Arc;

/// The layers that hold names. Arrows stay where they are, what is written beside them does not.
const NAMES: [&str; 4] = ["movements", "events", "names", "figures"];
/// Letters further apart than so many times their size belong to two names.
const APART: f32 = 4.0;

/// Joins two pictures at a bar, and keeps what it made while they are the same.
#[derive(Default)]
pub struct Seam {
    made: Vec<Made>,
    over: Vec<Arc<Layer>>,
}

/// A pair of layers, and what came of it at a bar.
struct Made {
    from: [Arc<Layer>; 2],
    bar_x: f32,
    to: [Arc<Layer>; 2],
    over: Arc<Layer>,
}

/// Items that make one name, and the box around them.
struct Name<'a> {
    items: &'a [Item],
    area: Rect,
    /// Is anything written? A lone symbol or line is no name.
    is_written: bool,
}

impl<'a> Name<'a> {
    fn of(items: &'a [Item], area: Rect) -> Name<'a> {
        let is_text = |item: &Item| matches!(item.shape, Shape::Text(_));
        Name {
            items,
            area,
            is_written: items.iter().any(is_text),
        }
    }
}

impl Seam {
    /// Takes the names that a bar at `bar_x` points would cut out of the left and the right picture.
    pub fn join(&mut self, left: &mut Composition, right: &mut Composition, bar_x: f32) {
        let before = std::mem::take(&mut self.made);
        self.over.clear();
        for name in NAMES {
            let find = |picture: &Picture| picture.layers.iter().position(|l| l.name == name);
            let (Some(a), Some(b)) = (find(&left.picture), find(&right.picture)) else {
                continue;
            };
            let from = [
                left.picture.layers[a].clone(),
                right.picture.layers[b].clone(),
            ];
            let known = before.iter().position(|made| {
                let same = |i: usize| Arc::ptr_eq(&made.from[i], &from[i]);
                made.bar_x == bar_x && same(0) && same(1)
            });
            let made = match known.and_then(|at| before.get(at)) {
                Some(made) => Made {
                    from,
                    bar_x,
                    to: made.to.clone(),
                    over: made.over.clone(),
                },
                None => joined(from, bar_x),
            };
            put(left, a, &made.to[0]);
            put(right, b, &made.to[1]);
            self.over.push(made.over.clone());
            self.made.push(made);
        }
    }

    /// The names that are written over both pictures.
    pub fn over(&self) -> &[Arc<Layer>] {
        &self.over
    }
}

fn put(composition: &mut Composition, at: usize, layer: &Arc<Layer>) {
    let mut picture = Picture::clone(&composition.picture);
    picture.layers[at] = layer.clone();
    composition.picture = Arc::new(picture);
}

fn joined(from: [Arc<Layer>; 2], bar_x: f32) -> Made {
    let [left, right] = [names(&from[0].items), names(&from[1].items)];
    let crosses =
        |name: &Name<'_>| name.is_written && name.area.min[0] < bar_x && bar_x < name.area.max[0];
    let mut over: Vec<Item> = Vec::new();
    let mut taken: Vec<Rect> = Vec::new();
    for name in left.iter().filter(|name| crosses(name)) {
        if let Some(twin) = right.iter().find(|other| stands_alike(name, other)) {
            // Each letter in the colours of the ground on its side.
            let pairs = name.items.iter().zip(twin.items);
            over.extend(pairs.map(|(a, b)| {
                let is_left = bounds(a).center()[0] < bar_x;
                if is_left { a.clone() } else { b.clone() }
            }));
            taken.push(name.area);
        }
    }
    for (own, other, is_left) in [(&left, &right, true), (&right, &left, false)] {
        let visible = |o: &&Name<'_>| match is_left {
            true => o.area.max[0] > bar_x && !crosses(o),
            false => o.area.min[0] < bar_x && !crosses(o),
        };
        for name in own.iter().filter(|name| crosses(name)) {
            let is_mine = (name.area.center()[0] < bar_x) == is_left;
            let mut others = other.iter().filter(visible).map(|o| &o.area);
            let free = !others.any(|o| o.intersects(&name.area))
                && !taken.iter().any(|t| t.intersects(&name.area));
            if is_mine && free {
                taken.push(name.area);
                over.extend_from_slice(name.items);
            }
        }
    }
    let apart = |names: &[Name<'_>]| -> Vec<Item> {
        let apart = names.iter().filter(|name| !crosses(name));
        apart.flat_map(|name| name.items).cloned().collect()
    };
    let layer = |like: &Layer, items: Vec<Item>| {
        Arc::new(Layer {
            items,
            ..Layer::clone(like)
        })
    };
    Made {
        bar_x,
        to: [
            layer(&from[0], apart(&left)),
            layer(&from[1], apart(&right)),
        ],
        over: layer(&from[0], over),
        from,
    }
}

/// Same letters at the same places, whatever their colours.
fn stands_alike(a: &Name<'_>, b: &Name<'_>) -> bool {
    let place = |item: &Item| match &item.shape {
        Shape::Text(text) => (text.at, text.angle, text.text.clone()),
        Shape::Area(_) | Shape::Stroke(_) | Shape::Symbol(_) => {
            (bounds(item).center(), 0.0, String::new())
        }
    };
    a.area == b.area && a.items.iter().map(place).eq(b.items.iter().map(place))
}

/// Items parted into names: those of one subject that follow each other.
fn names(items: &[Item]) -> Vec<Name<'_>> {
    let mut names: Vec<Name<'_>> = Vec::new();
    let mut first = 0;
    let mut area: Option<Rect> = None;
    for (at, item) in items.iter().enumerate() {
        let own = bounds(item);
        let follows = at > first && belongs(&items[at - 1], item, area, own);
        if !follows && at > first {
            names.extend(area.map(|area| Name::of(&items[first..at], area)));
            (first, area) = (at, None);
        }
        area = Some(area.map_or(own, |known| known.union(&own)));
    }
    names.extend(area.map(|area| Name::of(&items[first..], area)));
    names
}

fn belongs(before: &Item, item: &Item, area: Option<Rect>, own: Rect) -> bool {
    let size_pt = match &item.shape {
        Shape::Text(text) => text.size_pt,
        Shape::Area(_) | Shape::Stroke(_) | Shape::Symbol(_) => 10.0,
    };
    let near = area.is_none_or(|area| area.expand(size_pt * APART).intersects(&own));
    let is_arrow = |item: &Item| matches!(item.shape, Shape::Area(_) | Shape::Stroke(_));
    before.subject == item.subject && near && is_arrow(before) == is_arrow(item)
}

fn bounds(item: &Item) -> Rect {
    let of_text = |text: &Text| {
        let width = width_pt(&text.text, text.face, text.size_pt);
        text_box(text.at, width, text.size_pt, text.angle)
    };
    match &item.shape {
        Shape::Text(text) => of_text(text),
        Shape::Symbol(symbol) => Rect::around(symbol.at, symbol.size_pt, symbol.size_pt),
        Shape::Stroke(stroke) => Rect::of_points(stroke.lines.iter().flatten()).unwrap_or_default(),
        Shape::Area(area) => Rect::of_points(area.rings.iter().flatten()).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::item::{Face, Subject};
    use super::*;
    use crate::style::Theme;

    fn name(text: &str, x: f32) -> Item {
        let shape = Text {
            at: [x, 50.0],
            text: text.to_owned(),
            size_pt: 10.0,
            face: Face::Regular,
            color: Theme::Light.palette().map.place_label,
            halo: None,
            angle: 0.0,
        };
        Item::new(Subject::Place(text.to_owned()), shape)
    }

    /// Texts kept left, kept right and written over both, for a bar at 100 points.
    fn check(left: &[Item], right: &[Item], expected: [&[&str]; 3]) {
        let layer = |items: &[Item]| {
            Arc::new(Layer {
                name: "names",
                clip: None,
                items: items.to_vec(),
            })
        };
        let made = joined([layer(left), layer(right)], 100.0);
        let texts = |layer: &Layer| -> Vec<String> {
            let texts = layer.items.iter().filter_map(|item| match &item.shape {
                Shape::Text(text) => Some(text.text.clone()),
                Shape::Area(_) | Shape::Stroke(_) | Shape::Symbol(_) => None,
            });
            texts.collect()
        };
        let found = [texts(&made.to[0]), texts(&made.to[1]), texts(&made.over)];
        assert_eq!(
            found,
            expected.map(|l| l.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>())
        );
    }

    #[test]
    fn names_away_from_the_bar_stay_and_those_alike_in_both_are_written_once() {
        check(
            &[name("Gao", 10.0)],
            &[name("Gao", 150.0)],
            [&["Gao"], &["Gao"], &[]],
        );
        check(
            &[name("Gao", 95.0)],
            &[name("Gao", 95.0)],
            [&[], &[], &["Gao"]],
        );
    }

    #[test]
    fn a_name_of_one_day_is_whole_or_not_there() {
        check(&[name("Gao", 85.0)], &[], [&[], &[], &["Gao"]]);
        check(&[name("Gao", 97.0)], &[], [&[], &[], &[]]);
        check(
            &[name("Gao", 85.0)],
            &[name("Kidal", 101.0)],
            [&[], &["Kidal"], &[]],
        );
        check(
            &[name("Gao", 84.0)],
            &[name("Kidal", 95.0)],
            [&[], &[], &["Gao"]],
        );
    }
}
