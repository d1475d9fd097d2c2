//! The pen of a page: rules, lines of text, and text cut to the room it has.
//!
//! It knows no facts and decides no places.

use crate::scene::item::{Area, Face, Item, Pt, Rect, Stroke, Subject, Text};
use crate::scene::metrics;
use crate::style::{Color, Palette};

/// How a line is set.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Type {
    /// Cut of the type family.
    pub face: Face,
    /// Size in points.
    pub size_pt: f32,
    /// Colour.
    pub color: Color,
}

impl Type {
    /// Upright, ordinary weight.
    pub fn plain(size_pt: f32, color: Color) -> Type {
        Type {
            face: Face::Regular,
            size_pt,
            color,
        }
    }

    /// Upright, bold.
    pub fn bold(size_pt: f32, color: Color) -> Type {
        Type {
            face: Face::Bold,
            size_pt,
            color,
        }
    }

    /// Width of a line in points.
    pub fn width(&self, text: &str) -> f32 {
        metrics::width_pt(text, self.face, self.size_pt)
    }

    /// The text if it is no wider than `width`, else its beginning with an ellipsis; nothing where
    /// not even that has room.
    pub fn cut(&self, text: &str, width: f32) -> String {
        if self.width(text) <= width {
            return text.to_owned();
        }
        self.ellipsis(text, width)
    }

    /// As much of a text as has room with an ellipsis after it; nothing where not even that has.
    pub fn ellipsis(&self, text: &str, width: f32) -> String {
        let mut kept = text.to_owned();
        loop {
            let short = format!("{}…", kept.trim_end_matches([' ', ',', ';', '.', ':']));
            if self.width(&short) <= width {
                return short;
            }
            if kept.pop().is_none() {
                return String::new();
            }
        }
    }

    /// The text in at most `most` lines no wider than `width`, the first one shorter by `indent`;
    /// the last one ends with an ellipsis when there is more.
    pub fn lines(&self, text: &str, indent: f32, width: f32, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = vec![String::new()];
        for word in text.split([' ', '\n']).filter(|w| !w.is_empty()) {
            let room = width - if lines.len() == 1 { indent } else { 0.0 };
            let first = lines.len() == 1 && indent > 0.0;
            let Some(line) = lines.last_mut() else { break };
            let longer = if line.is_empty() {
                word.to_owned()
            } else {
                format!("{line} {word}")
            };
            if self.width(&longer) <= room || (line.is_empty() && !first) {
                *line = longer;
            } else {
                lines.push(word.to_owned());
                if lines.len() > most.max(1) {
                    // The word that did not fit ends in the ellipsis; the words after it are never seen.
                    break;
                }
            }
        }
        if lines.len() > most {
            let rest = lines.split_off(most.max(1)).join(" ");
            if let Some(last) = lines.last_mut() {
                *last = format!("{last} {rest}");
            }
        }
        let rooms = std::iter::once(width - indent).chain(std::iter::repeat(width));
        lines.retain(|l| !l.is_empty() || indent > 0.0);
        lines
            .iter()
            .zip(rooms)
            .map(|(line, room)| self.cut(line, room))
            .collect()
    }
}

/// Collects what is drawn on the page.
pub(super) struct Pen<'a> {
    /// The colours.
    pub palette: &'a Palette,
    /// Points for one unit of the grid.
    pub unit: f32,
    /// What the next items stand for.
    pub part: &'static str,
    /// What has been drawn.
    pub items: Vec<Item>,
}

impl Pen<'_> {
    /// A line of text whose baseline begins at `at`; nothing for an empty one.
    pub fn text(&mut self, at: Pt, text: impl Into<String>, set: Type) {
        let text = text.into();
        if text.is_empty() {
            return;
        }
        let text = Text {
            at,
            text,
            size_pt: set.size_pt,
            face: set.face,
            color: set.color,
            halo: None,
            angle: 0.0,
        };
        self.items
            .push(Item::new(Subject::Furniture(self.part), text));
    }

    /// A straight rule.
    pub fn rule(&mut self, from: Pt, to: Pt, color: Color) {
        self.stroke(vec![from, to], false, 0.7, color);
    }

    /// A frame around a box.
    pub fn frame(&mut self, frame: &Rect, width_pt: f32, color: Color) {
        self.stroke(corners(frame), true, width_pt, color);
    }

    /// A filled box.
    pub fn fill(&mut self, area: &Rect, color: Color) {
        let area = Area {
            rings: vec![corners(area)].into(),
            fill: color,
        };
        self.items
            .push(Item::new(Subject::Furniture(self.part), area));
    }

    fn stroke(&mut self, line: Vec<Pt>, closed: bool, width_pt: f32, color: Color) {
        let stroke = Stroke {
            lines: vec![line].into(),
            closed,
            width_pt,
            color,
            dash: None,
        };
        self.items
            .push(Item::new(Subject::Furniture(self.part), stroke));
    }
}

/// The corners of a box, clockwise from the upper left.
pub(in crate::scene) fn corners(area: &Rect) -> Vec<Pt> {
    vec![
        area.min,
        [area.max[0], area.min[1]],
        area.max,
        [area.min[0], area.max[1]],
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    const SET: Type = Type {
        face: Face::Regular,
        size_pt: 10.0,
        color: Color::rgb(0),
    };

    #[test]
    fn no_line_is_wider_than_its_room() {
        let text = "The base of Gao is handed over and the last convoy crosses the border";
        for width in [1.0, 20.0, 60.0, 200.0, 900.0] {
            for indent in [0.0, 15.0] {
                for most in [1, 2, 9] {
                    let lines = SET.lines(text, indent, width, most);
                    assert!(lines.len() <= most, "{lines:?}");
                    for (i, line) in lines.iter().enumerate() {
                        let room = if i == 0 { width - indent } else { width };
                        assert!(line.is_empty() || SET.width(line) <= room, "{line}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_cut_says_so() {
        let lines = SET.lines("Ouagadougou and Bobo-Dioulasso", 0.0, 70.0, 1);
        assert!(lines.len() == 1 && lines[0].ends_with('…'), "{lines:?}");
        assert_eq!(SET.lines("Gao", 0.0, 70.0, 1), ["Gao"]);
        assert!(SET.lines("", 0.0, 70.0, 3).is_empty());
    }
}
