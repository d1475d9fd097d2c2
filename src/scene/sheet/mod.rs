//! The sheet of signs: every symbol of the map in every state, with its name, on one page.
//!
//! It is drawn with what the map itself is drawn with, so that a change of a sign shows here. It knows
//! no facts and no day.

mod countries;
mod signs;

use super::item::{Face, Item, Layer, Picture, Pt, Shape, Stroke, Subject, Text};
use super::metrics;
use crate::lang::{Lang, Words, typeset};
use crate::style::{Palette, Theme, size};
use std::sync::Arc;

/// Width of the page in points; its height follows from what is on it.
const WIDTH_PT: f32 = 640.0;
const MARGIN_PT: f32 = 24.0;
/// Size of the captions under the signs.
const CAPTION_PT: f32 = 9.5;

/// Every sign with its name, for a theme and a language.
pub fn symbols(theme: Theme, lang: Lang) -> Picture {
    let title = Words {
        en: "Signs of the map",
        fr: "Signes de la carte",
    };
    let mut pen = Pen {
        palette: theme.palette(),
        lang,
        items: Vec::new(),
        y: MARGIN_PT + 16.0,
    };
    let heading = format!("{} · {}", title.get(lang), theme_word(theme, lang));
    pen.text([MARGIN_PT, pen.y], &heading, Face::Bold, size::TITLE_PT);
    signs::events(&mut pen);
    signs::bases(&mut pen);
    signs::states(&mut pen);
    signs::markers(&mut pen);
    signs::movements(&mut pen);
    countries::countries(&mut pen);
    let size_pt = [WIDTH_PT, (pen.y + MARGIN_PT / 2.0).ceil()];
    Picture {
        size_pt,
        background: pen.palette.map.focus_land,
        layers: vec![Arc::new(Layer {
            name: "signs",
            clip: None,
            items: pen.items,
        })],
        title: title.get(lang).to_owned(),
        description: heading,
        lang: lang.id(),
    }
}

fn theme_word(theme: Theme, lang: Lang) -> &'static str {
    let words = match theme {
        Theme::Light => ("light", "clair"),
        Theme::Dark => ("dark", "sombre"),
        Theme::Print => ("print", "impression"),
        Theme::Projector => ("projector", "projection"),
    };
    match lang {
        Lang::En => words.0,
        Lang::Fr => words.1,
    }
}

/// Writes the sheet from the top down.
struct Pen {
    palette: &'static Palette,
    lang: Lang,
    items: Vec<Item>,
    /// How far down the page is written, points.
    y: f32,
}

impl Pen {
    fn text(&mut self, at: Pt, text: &str, face: Face, size_pt: f32) {
        let text = Text {
            at,
            text: typeset(text, self.lang),
            size_pt,
            face,
            color: self.palette.map.place_label,
            halo: None,
            angle: 0.0,
        };
        self.items.push(Item::new(Subject::None, text));
    }

    /// A rule across the page and a heading below it.
    fn section(&mut self, words: Words) {
        self.y += 14.0;
        let rule = Stroke {
            lines: vec![vec![[MARGIN_PT, self.y], [WIDTH_PT - MARGIN_PT, self.y]]].into(),
            closed: false,
            width_pt: 0.8,
            color: self.palette.ui.hairline_strong,
            dash: None,
        };
        self.items.push(Item::new(Subject::None, rule));
        self.y += 17.0;
        let words = words.get(self.lang);
        self.text([MARGIN_PT, self.y], words, Face::Bold, size::SMALL_PT);
        self.y += 8.0;
    }

    /// The middle of a column, of so many between `left` and the right margin.
    fn column(left: f32, number: usize, count: usize) -> f32 {
        let width = (WIDTH_PT - MARGIN_PT - left) / count.max(1) as f32;
        left + width * (number as f32 + 0.5)
    }

    /// Words centred under or over something; the baseline is at `y`. Two lines where they are wider
    /// than a column; how many lines there are is returned.
    fn caption(&mut self, x: f32, y: f32, words: &str, width: f32) -> usize {
        let words = typeset(words, self.lang);
        let words = words.as_str();
        let lines = metrics::wrap(words, Face::Regular, CAPTION_PT, width);
        for (i, line) in lines.iter().enumerate() {
            let wide = metrics::width_pt(line, Face::Regular, CAPTION_PT);
            let at = [x - wide / 2.0, y + i as f32 * CAPTION_PT * 1.25];
            self.text(at, line, Face::Regular, CAPTION_PT);
        }
        lines.len()
    }

    /// A line of signs, each given by its caption and by what it is drawn with around a point.
    fn row(&mut self, height: f32, cells: Vec<Cell<'_>>) {
        let count = cells.len();
        let width = (WIDTH_PT - 2.0 * MARGIN_PT) / count.max(1) as f32;
        let middle = self.y + height / 2.0;
        let mut lines = 1;
        for (i, cell) in cells.into_iter().enumerate() {
            let x = Pen::column(MARGIN_PT, i, count);
            self.items.extend((cell.draw)([x, middle]));
            let baseline = self.y + height + CAPTION_PT;
            lines = lines.max(self.caption(x, baseline, &cell.caption, width - 4.0));
        }
        self.y += height + CAPTION_PT * 1.25 * lines as f32 + 5.0;
    }
}

/// A sign and its caption.
struct Cell<'a> {
    caption: String,
    draw: Box<dyn Fn(Pt) -> Vec<Item> + 'a>,
}

impl<'a> Cell<'a> {
    fn new(caption: impl Into<String>, draw: impl Fn(Pt) -> Vec<Item> + 'a) -> Cell<'a> {
        Cell {
            caption: caption.into(),
            draw: Box::new(draw),
        }
    }
}

/// An item that stands for nothing.
fn bare(shape: impl Into<Shape>) -> Item {
    Item::new(Subject::None, shape)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::item::Rect;
    use crate::scene::space::text_box;
    use crate::scene::symbols::{BaseState, Glyph};

    #[test]
    fn every_theme_and_language_has_a_sheet_that_fits_its_page() {
        for theme in Theme::ALL {
            for lang in Lang::ALL {
                let sheet = symbols(theme, lang);
                let page = Rect::new([0.0, 0.0], sheet.size_pt).expand(-4.0);
                for item in &sheet.layers[0].items {
                    if let Shape::Text(t) = &item.shape {
                        let width = metrics::width_pt(&t.text, t.face, t.size_pt);
                        let area = text_box(t.at, width, t.size_pt, 0.0);
                        assert!(page.contains(area.min) && page.contains(area.max), "{t:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn captions_do_not_run_into_each_other() {
        for lang in Lang::ALL {
            let sheet = symbols(Theme::Light, lang);
            let mut boxes: Vec<(Rect, &str)> = Vec::new();
            for item in &sheet.layers[0].items {
                if let Shape::Text(t) = &item.shape {
                    let width = metrics::width_pt(&t.text, t.face, t.size_pt);
                    let area = text_box(t.at, width, t.size_pt * 0.8, 0.0);
                    for (other, text) in &boxes {
                        assert!(!other.intersects(&area), "{lang:?}: {text} / {}", t.text);
                    }
                    boxes.push((area, &t.text));
                }
            }
        }
    }

    #[test]
    fn every_state_of_a_base_is_on_it() {
        let sheet = symbols(Theme::Dark, Lang::Fr);
        let glyphs: Vec<Glyph> = sheet.layers[0]
            .items
            .iter()
            .filter_map(|item| match &item.shape {
                Shape::Symbol(s) => Some(s.glyph),
                Shape::Area(_) | Shape::Stroke(_) | Shape::Text(_) => None,
            })
            .collect();
        for wanted in BaseState::ALL {
            let has = |g: &Glyph| matches!(g, Glyph::Base { state, .. } if *state == wanted);
            assert!(glyphs.iter().any(has), "{wanted:?}");
        }
    }
}
