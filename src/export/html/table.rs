//! Every drawing of a page once, and which of them stand on which day in which order.
//!
//! Days have their layers in common wherever those are alike; a layer is a list of drawings, written as runs
//! of their numbers. Outlines that several drawings share are written once more. What is drawn is not known here.

use super::cards::Cards;
use super::draw::Frame;
use super::number;
use super::text::put;
use crate::export::svg::Pieces;
use crate::lang::Lang;
use crate::scene::Hit;
use crate::scene::item::{Item, Layer, Pt, Rect, Shape, Stroke, Subject};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

/// The layer of what can be pointed at, above all that is drawn.
pub(super) const HITS: &str = "hits";
/// The layer whose countries can be pointed at.
const COUNTRIES: &str = "countries";
/// A spot is at least so high and wide, so that a finger finds it, in points.
const LEAST_PT: f32 = 18.0;
/// Lines of hatching in a part of it, on average.
const PART_LINES: i64 = 8;
/// Shorter outlines are written again rather than pointed to.
const SHORT: usize = 40;

/// A drawing: its element, and the number of its outline where it has one.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Drawing {
    markup: String,
    path: Option<u32>,
}

/// A drawing in a layer; one that stands in it twice is two nodes.
type Node = (u32, u32, u32);

/// Versions of one layer.
struct Stack {
    name: &'static str,
    clip: Option<Rect>,
    versions: Vec<Vec<u32>>,
    known: HashMap<Vec<u32>, u32>,
    /// The layer of the last day by language, which may be the same again, and its version.
    last: [Option<(Arc<Layer>, u32)>; 2],
    /// The version of each day, by language.
    days: [Vec<u32>; 2],
}

/// All drawings of a page.
pub(super) struct Table {
    /// What writes the drawings, and whatever else is drawn on the page.
    pub pieces: Pieces,
    paths: Vec<(String, u32)>,
    path_of: HashMap<String, u32>,
    drawings: Vec<Drawing>,
    drawing_of: HashMap<Drawing, u32>,
    nodes: Vec<Node>,
    node_of: HashMap<Node, u32>,
    stacks: Vec<Stack>,
    /// Layers from the bottom up, by their places among the stacks.
    order: Vec<usize>,
    days: [usize; 2],
}

impl Default for Table {
    fn default() -> Table {
        Table {
            pieces: Pieces::new(),
            paths: Vec::new(),
            path_of: HashMap::new(),
            drawings: Vec::new(),
            drawing_of: HashMap::new(),
            nodes: Vec::new(),
            node_of: HashMap::new(),
            stacks: Vec::new(),
            order: Vec::new(),
            days: [0, 0],
        }
    }
}

/// The drawings of a page as they are written.
pub(super) struct Written {
    /// Outlines and parts of symbols, for the definitions.
    pub definitions: String,
    /// The layers as they stand at first.
    pub layers: String,
    /// All other drawings.
    pub pool: String,
    /// For the script: the names of the layers, the runs of their versions, and the version of each day.
    pub index: serde_json::Value,
}

impl Table {
    /// Takes up the next day of a language.
    pub fn add(&mut self, frame: &Frame, cards: &Cards<'_>, lang: Lang) {
        let at = number(lang);
        let mut below = None;
        for layer in &frame.layers {
            let stack = self.stack(layer.name, layer.clip, &mut below);
            let same = self.stacks[stack].last[at].clone();
            let version = match same.filter(|(last, _)| Arc::ptr_eq(last, layer)) {
                Some((_, version)) => version,
                None => self.layer(stack, layer, cards),
            };
            self.stacks[stack].last[at] = Some((layer.clone(), version));
            self.set(stack, version, at);
        }
        let stack = self.stack(HITS, None, &mut below);
        let spots: Vec<Drawing> = frame
            .hits
            .iter()
            .filter_map(|hit| spot(hit, cards))
            .collect();
        let version = self.version(stack, spots);
        self.set(stack, version, at);
        self.days[at] += 1;
    }

    /// The place of a layer, above the one before it.
    fn stack(
        &mut self,
        name: &'static str,
        clip: Option<Rect>,
        below: &mut Option<usize>,
    ) -> usize {
        let found = self.stacks.iter().position(|s| s.name == name);
        let stack = found.unwrap_or_else(|| {
            let above = below.and_then(|b| self.order.iter().position(|s| *s == b));
            self.order
                .insert(above.map_or(0, |i| i + 1), self.stacks.len());
            self.stacks.push(Stack {
                name,
                clip,
                versions: vec![Vec::new()],
                known: HashMap::from([(Vec::new(), 0)]),
                last: [None, None],
                days: [Vec::new(), Vec::new()],
            });
            self.stacks.len() - 1
        });
        *below = Some(stack);
        stack
    }

    /// Sets the version of the day; days on which there was no such layer have it empty.
    fn set(&mut self, stack: usize, version: u32, lang: usize) {
        let days = &mut self.stacks[stack].days[lang];
        days.resize(self.days[lang], 0);
        days.push(version);
    }

    fn layer(&mut self, stack: usize, layer: &Layer, cards: &Cards<'_>) -> u32 {
        let parts = layer.items.iter().flat_map(parted);
        let drawings: Vec<Drawing> = parts
            .map(|item| self.drawing(&item, layer.name, cards))
            .collect();
        self.version(stack, drawings)
    }

    fn drawing(&mut self, item: &Item, layer: &str, cards: &Cards<'_>) -> Drawing {
        let piece = self.pieces.of(item);
        let mut markup = piece.markup;
        if layer == COUNTRIES && piece.path.is_some() {
            markup.push_str(&country(&item.subject, cards));
        }
        let path = piece.path.map(|path| {
            let next = self.paths.len() as u32;
            *self.path_of.entry(path).or_insert_with_key(|path| {
                self.paths.push((path.clone(), 0));
                next
            })
        });
        Drawing { markup, path }
    }

    /// The version of a layer that has these drawings.
    fn version(&mut self, stack: usize, drawings: Vec<Drawing>) -> u32 {
        let mut times: HashMap<u32, u32> = HashMap::new();
        let mut nodes = Vec::with_capacity(drawings.len());
        for drawing in drawings {
            let next = self.drawings.len() as u32;
            let number = *self
                .drawing_of
                .entry(drawing)
                .or_insert_with_key(|drawing| {
                    if let Some(path) = drawing.path {
                        self.paths[path as usize].1 += 1;
                    }
                    self.drawings.push(drawing.clone());
                    next
                });
            let time = times.entry(number).or_default();
            let node = (stack as u32, number, *time);
            *time += 1;
            let next = self.nodes.len() as u32;
            nodes.push(*self.node_of.entry(node).or_insert_with(|| {
                self.nodes.push(node);
                next
            }));
        }
        let stack = &mut self.stacks[stack];
        let next = stack.versions.len() as u32;
        *stack.known.entry(nodes).or_insert_with_key(|nodes| {
            stack.versions.push(nodes.clone());
            next
        })
    }

    /// Everything as it is written; at first the page shows that day in that language.
    pub fn written(&self, day: usize, lang: Lang) -> Written {
        let first = |stack: &Stack| {
            let days = &stack.days[number(lang)];
            let version = days.get(day).copied().unwrap_or_default();
            stack.versions[version as usize].clone()
        };
        let mut place_of: Vec<Option<u32>> = vec![None; self.nodes.len()];
        let mut next = 0;
        let mut layers = String::new();
        let mut definitions = String::new();
        for stack in self.order.iter().map(|i| &self.stacks[*i]) {
            self.open(stack, &mut layers, &mut definitions);
            for node in first(stack) {
                place_of[node as usize] = Some(next);
                next += 1;
                self.node(node, &mut layers);
            }
            layers.push_str("</g>\n");
        }
        let mut pool = String::new();
        for (node, place) in (0u32..).zip(&mut place_of) {
            if place.is_none() {
                *place = Some(next);
                next += 1;
                self.node(node, &mut pool);
            }
        }
        for (number, (path, times)) in self.paths.iter().enumerate() {
            if is_shared(path, *times) {
                put!(definitions, "<path id=\"p{number}\" d=\"{path}\"/>\n");
            }
        }
        definitions.push_str(self.pieces.symbols());
        Written {
            definitions,
            layers,
            pool,
            index: self.index(&place_of),
        }
    }

    fn open(&self, stack: &Stack, layers: &mut String, definitions: &mut String) {
        let name = stack.name;
        put!(layers, "<g id=\"layer-{name}\"");
        if let Some(clip) = stack.clip {
            let [x, y] = clip.min;
            let (w, h) = (clip.width(), clip.height());
            put!(
                definitions,
                "<clipPath id=\"clip-{name}\"><rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{w:.2}\" height=\"{h:.2}\"/></clipPath>\n"
            );
            put!(layers, " clip-path=\"url(#clip-{name})\"");
        }
        layers.push('>');
    }

    fn node(&self, node: u32, out: &mut String) {
        let (_, drawing, _) = self.nodes[node as usize];
        let Drawing { markup, path } = &self.drawings[drawing as usize];
        let Some(number) = *path else {
            out.push_str(markup);
            return;
        };
        let (path, times) = &self.paths[number as usize];
        if is_shared(path, *times) {
            let painted = markup.strip_prefix("<path").unwrap_or(markup);
            put!(out, "<use href=\"#p{number}\"{painted}/>");
        } else {
            put!(out, "{markup} d=\"{path}\"/>");
        }
    }

    fn index(&self, place_of: &[Option<u32>]) -> serde_json::Value {
        let stacks = self.order.iter().map(|i| &self.stacks[*i]);
        let layers = stacks.map(|stack| {
            let versions = stack.versions.iter().map(|nodes| {
                let places = nodes.iter().filter_map(|n| place_of[*n as usize]);
                runs(places)
            });
            let of = |at: usize| {
                let mut days = stack.days[at].clone();
                days.resize(self.days[at], 0);
                days
            };
            serde_json::json!({
                "name": stack.name,
                "versions": versions.collect::<Vec<_>>(),
                "en": of(number(Lang::En)),
                "fr": of(number(Lang::Fr)),
            })
        });
        layers.collect()
    }
}

/// An item as it is; hatching in parts that are cut by what they hold, so that where a name has moved only the
/// lines about it are new.
fn parted(item: &Item) -> Vec<Cow<'_, Item>> {
    let whole = || vec![Cow::Borrowed(item)];
    let Shape::Stroke(stroke) = &item.shape else {
        return whole();
    };
    let is_hatching = stroke.lines.iter().all(|line| line.len() == 2) && !stroke.closed;
    if !is_hatching || stroke.lines.len() < 2 * PART_LINES as usize {
        return whole();
    }
    let ends_part = |line: &[Pt]| {
        let hundredths = line.iter().flatten().map(|v| (v * 100.0).round() as i64);
        let sum = hundredths.fold(0_i64, |sum, v| sum.wrapping_mul(31).wrapping_add(v));
        sum.rem_euclid(PART_LINES) == 0
    };
    let parts = stroke.lines.split_inclusive(|line| ends_part(line));
    let part = |lines: &[Vec<Pt>]| {
        let lines = lines.to_vec().into();
        let stroke = Stroke {
            lines,
            ..stroke.clone()
        };
        Cow::Owned(Item::new(item.subject.clone(), stroke))
    };
    parts.map(part).collect()
}

fn is_shared(path: &str, times: u32) -> bool {
    times > 1 && path.len() > SHORT
}

/// What a country answers with when it is pointed at; with the keyboard only those that the record is about.
fn country(subject: &Subject, cards: &Cards<'_>) -> String {
    let Some(card) = cards.of(subject).first().copied() else {
        return String::new();
    };
    if cards.is_focus(subject) {
        format!(" data-s=\"{card}\" tabindex=\"0\" role=\"button\"")
    } else {
        format!(" data-s=\"{card}\"")
    }
}

/// A spot that can be pointed at; nothing where nothing is known about it.
fn spot(hit: &Hit, cards: &Cards<'_>) -> Option<Drawing> {
    let of: Vec<String> = cards.of(&hit.subject).iter().map(u32::to_string).collect();
    if of.is_empty() {
        return None;
    }
    let [x, y] = hit.area.center();
    let (w, h) = (hit.area.width() + 4.0, hit.area.height() + 4.0);
    let area = Rect::around([x, y], w.max(LEAST_PT), h.max(LEAST_PT));
    let ([x, y], w, h) = (area.min, area.width(), area.height());
    let markup = format!(
        "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" rx=\"4\" data-s=\"{}\" tabindex=\"0\" role=\"button\"/>",
        of.join(" ")
    );
    Some(Drawing { markup, path: None })
}

/// Numbers as runs: `0-3 7 9-10`.
fn runs(numbers: impl Iterator<Item = u32>) -> String {
    let mut out = String::new();
    let mut run: Option<(u32, u32)> = None;
    let mut write = |(from, to): (u32, u32)| {
        if !out.is_empty() {
            out.push(' ');
        }
        match from == to {
            true => put!(out, "{from}"),
            false => put!(out, "{from}-{to}"),
        }
    };
    for number in numbers {
        run = match run {
            Some((from, to)) if to + 1 == number => Some((from, number)),
            Some(whole) => {
                write(whole);
                Some((number, number))
            }
            None => Some((number, number)),
        };
    }
    run.into_iter().for_each(&mut write);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_runs() {
        for (numbers, expected) in [
            (vec![], ""),
            (vec![4], "4"),
            (vec![0, 1, 2, 7, 9, 10, 5], "0-2 7 9-10 5"),
            (vec![3, 2, 1], "3 2 1"),
        ] {
            assert_eq!(runs(numbers.into_iter()), expected);
        }
    }
}
