//! The sheets of a handout: on each the map of a step, beside or under it what is said of it and who reports it; and
//! a first sheet that lists the steps.
//!
//! The map is laid out before, at the size that [`map_size`] gives. Sheets are portrait or landscape. What has no
//! room even in the smallest type is counted, never dropped in silence.

use super::pen::{Pen, Type};
use super::slide::{Run, lines};
use crate::lang::{Lang, slide_words as w, typeset};
use crate::scene::item::{Item, Layer, Picture, Pt, Rect};
use crate::scene::shift::{Shelf, moved_box};
use crate::style::{Palette, Theme};
use std::sync::Arc;

const MARGIN_PT: f32 = 46.0;
const GUTTER_PT: f32 = 22.0;
/// Foot and head of every sheet, without the margin.
const FOOT_PT: f32 = 20.0;
const HEAD_PT: f32 = 22.0;
/// The share of the height, or of the width of a landscape sheet, that the map has.
const MAP_HIGH: f32 = 0.46;
const MAP_WIDE: f32 = 0.6;
/// Sizes that are tried for the words one after the other, as parts of the whole.
const SMALLER: [f32; 6] = [1.0, 0.94, 0.88, 0.82, 0.76, 0.7];
const TITLE_PT: f32 = 25.0;
const DATE_PT: f32 = 14.5;
const CAPTION_PT: f32 = 14.0;
const NOTES_PT: f32 = 11.5;
const SOURCES_PT: f32 = 8.8;
const HEADING_PT: f32 = 9.6;

/// What stands on the sheet of a step. Texts are set already.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Sheet {
    /// What the story is called.
    pub story: String,
    /// Which step it is, from 1, and how many there are.
    pub number: [usize; 2],
    /// The day or the range.
    pub date: String,
    /// Its title.
    pub title: String,
    /// Its caption.
    pub caption: Vec<Vec<Run>>,
    /// What the presenter reads; empty has no heading.
    pub notes: Vec<Vec<Run>>,
    /// Its sources, numbered in this order.
    pub sources: Vec<String>,
    /// Basemap and data.
    pub credit: String,
}

/// What stands on the first sheet.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Cover {
    /// What the story is called.
    pub story: String,
    /// What it tells.
    pub summary: Vec<Vec<Run>>,
    /// The steps: day and title. The step of the first one stands on the sheet after this one.
    pub steps: Vec<[String; 2]>,
    /// Basemap and data.
    pub credit: String,
}

/// Looks and language of all sheets.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Look {
    /// Width and height of a sheet, in points.
    pub page_pt: Pt,
    /// Colours.
    pub theme: Theme,
    /// Language of headings.
    pub lang: Lang,
}

/// Where the map stands on a sheet, page points.
pub fn map_frame(page_pt: Pt) -> Rect {
    let [w, h] = page_pt.map(|side| side.max(300.0));
    let top = MARGIN_PT + HEAD_PT;
    if w > h {
        let size = [
            (w - 2.0 * MARGIN_PT) * MAP_WIDE,
            h - top - MARGIN_PT - FOOT_PT,
        ];
        return Rect::new([MARGIN_PT, top], [MARGIN_PT + size[0], top + size[1]]);
    }
    let high = (h * MAP_HIGH).min((w - 2.0 * MARGIN_PT) * 0.78);
    Rect::new([MARGIN_PT, top], [w - MARGIN_PT, top + high])
}

/// Width and height of the map on a sheet, in points.
pub fn map_size(page_pt: Pt) -> Pt {
    let frame = map_frame(page_pt);
    [frame.width(), frame.height()]
}

/// The sheet of a step around its map, which has the size of [`map_size`].
pub fn sheet(said: &Sheet, map: &Picture, look: Look) -> Picture {
    let frame = map_frame(look.page_pt);
    let mut layers = Shelf::default().moved(&map.layers, frame.min);
    let ground = super::ground(&frame, map.background);
    layers.insert(0, Arc::new(layer("sea", vec![ground])));
    for layer in &mut layers {
        // A map smaller than its frame would paint over the words.
        if layer.clip.is_none() {
            let mut held = Layer::clone(layer);
            held.clip = Some(moved_box(&Rect::new([0.0; 2], map.size_pt), frame.min));
            *layer = Arc::new(held);
        }
    }
    let mut page = Page::new(look);
    let strong = page.palette().ui.hairline_strong;
    page.pen.part = "page";
    page.pen.frame(&frame, 0.8, strong);
    let [number, of] = said.number;
    let step = format!(
        "{} {number} {} {of}",
        w::STEP_HEAD.get(look.lang),
        w::OF.get(look.lang)
    );
    page.head(&said.story, &step);
    page.words(said, &words_area(look.page_pt));
    page.foot(&said.credit, number + 1);
    page.picture(layers, said.title.clone(), said.date.clone())
}

/// The first sheet.
pub fn cover(said: &Cover, look: Look) -> Picture {
    let mut page = Page::new(look);
    page.cover(said);
    page.foot(&said.credit, 1);
    let summary: Vec<String> = said
        .summary
        .iter()
        .flatten()
        .map(|run| run.text.clone())
        .collect();
    page.picture(Vec::new(), said.story.clone(), summary.join(" "))
}

/// Where the words of a step stand.
fn words_area(page_pt: Pt) -> Rect {
    let [w, h] = page_pt.map(|side| side.max(300.0));
    let frame = map_frame(page_pt);
    let bottom = h - MARGIN_PT - FOOT_PT;
    if w > h {
        return Rect::new(
            [frame.max[0] + GUTTER_PT, frame.min[1]],
            [w - MARGIN_PT, bottom],
        );
    }
    Rect::new([MARGIN_PT, frame.max[1] + 16.0], [w - MARGIN_PT, bottom])
}

fn layer(name: &'static str, items: Vec<Item>) -> Layer {
    Layer {
        name,
        clip: None,
        items,
    }
}

/// A block of lines that has been set.
struct Block {
    lines: Vec<super::slide::Line>,
    size_pt: f32,
    line_pt: f32,
    /// Space above.
    above: f32,
    /// Is it in the colour of minor words?
    is_minor: bool,
    /// How far it stands in, for a number at its left.
    indent: f32,
    number: Option<String>,
}

impl Block {
    fn height(&self) -> f32 {
        self.above + self.lines.len() as f32 * self.line_pt
    }
}

struct Page {
    pen: Pen<'static>,
    look: Look,
}

impl Page {
    fn new(look: Look) -> Page {
        Page {
            pen: Pen {
                palette: look.theme.palette(),
                unit: 1.0,
                part: "page",
                items: Vec::new(),
            },
            look,
        }
    }

    fn palette(&self) -> &'static Palette {
        self.pen.palette
    }

    fn picture(self, mut layers: Vec<Arc<Layer>>, title: String, description: String) -> Picture {
        layers.push(Arc::new(layer("sheet", self.pen.items)));
        Picture {
            size_pt: self.look.page_pt,
            background: self.look.theme.palette().ui.panel,
            layers,
            title,
            description,
            lang: self.look.lang.id(),
        }
    }

    /// What the story is called at the left, which step it is at the right.
    fn head(&mut self, story: &str, step: &str) {
        self.pen.part = "title";
        let [w, _] = self.look.page_pt;
        let ui = &self.palette().ui;
        let bold = Type::bold(10.5, ui.text_2);
        let plain = Type::plain(10.5, ui.text_2);
        let right = w - MARGIN_PT - plain.width(step);
        let y = MARGIN_PT + 6.0;
        let bar = Rect::new(
            [MARGIN_PT, MARGIN_PT - 12.0],
            [MARGIN_PT + 36.0, MARGIN_PT - 8.5],
        );
        self.pen.fill(&bar, ui.accent);
        let story = bold.cut(story, right - MARGIN_PT - 12.0);
        self.pen.text([MARGIN_PT, y], story, bold);
        self.pen.text([right, y], step, plain);
    }

    fn foot(&mut self, credit: &str, number: usize) {
        self.pen.part = "credit";
        let [w, h] = self.look.page_pt;
        let ui = &self.palette().ui;
        let set = Type::plain(8.4, ui.text_3);
        let (y, number) = (h - MARGIN_PT + 4.0, number.to_string());
        let right = w - MARGIN_PT - set.width(&number);
        self.pen.rule(
            [MARGIN_PT, y - 13.0],
            [w - MARGIN_PT, y - 13.0],
            ui.hairline,
        );
        let credit = set.cut(credit, right - MARGIN_PT - 12.0);
        self.pen.text([MARGIN_PT, y], credit, set);
        self.pen.text([right, y], number, set);
    }

    /// Date, title, caption, notes and sources, in the largest type that has room.
    fn words(&mut self, said: &Sheet, area: &Rect) {
        self.pen.part = "text";
        let fits =
            |blocks: &[Block]| blocks.iter().map(Block::height).sum::<f32>() <= area.height();
        let mut last = Vec::new();
        for part in SMALLER {
            last = self.blocks(said, area.width(), part, said.sources.len());
            if fits(&last) {
                return self.put(&last, area);
            }
        }
        let smallest = SMALLER[SMALLER.len() - 1];
        for kept in (0..said.sources.len()).rev() {
            last = self.blocks(said, area.width(), smallest, kept);
            if fits(&last) {
                return self.put(&last, area);
            }
        }
        self.put(&last, area);
    }

    fn blocks(&self, said: &Sheet, width: f32, part: f32, sources: usize) -> Vec<Block> {
        let bold = |text: &str| {
            vec![Run {
                text: text.to_owned(),
                face: crate::scene::item::Face::Bold,
            }]
        };
        let block = |runs: &[Run], pt: f32, spacing: f32, above: f32| Block {
            lines: lines(runs, pt * part, width, usize::MAX),
            size_pt: pt * part,
            line_pt: pt * part * spacing,
            above: above * part,
            is_minor: false,
            indent: 0.0,
            number: None,
        };
        let lang = self.look.lang;
        let heading = |words: crate::lang::Words| Block {
            is_minor: true,
            ..block(&bold(words.get(lang)), HEADING_PT, 1.5, 12.0)
        };
        let mut blocks = vec![
            block(&bold(&said.date), DATE_PT, 1.3, 0.0),
            block(&bold(&said.title), TITLE_PT, 1.16, 0.0),
        ];
        let caption = said.caption.iter().enumerate();
        let above = |i: usize| if i == 0 { 5.0 } else { 4.0 };
        blocks.extend(caption.map(|(i, runs)| block(runs, CAPTION_PT, 1.4, above(i))));
        if !said.notes.is_empty() {
            blocks.push(heading(w::NOTES));
            let notes = said.notes.iter();
            blocks.extend(notes.map(|runs| block(runs, NOTES_PT, 1.38, 2.0)));
        }
        if !said.sources.is_empty() {
            blocks.push(heading(w::SOURCES));
        }
        let indent = 16.0 * part;
        for (i, source) in said.sources.iter().take(sources).enumerate() {
            let runs = [Run {
                text: source.clone(),
                face: crate::scene::item::Face::Regular,
            }];
            blocks.push(Block {
                lines: lines(&runs, SOURCES_PT * part, width - indent, usize::MAX),
                is_minor: true,
                indent,
                number: Some(format!("{}.", i + 1)),
                ..block(&[], SOURCES_PT, 1.32, 2.0)
            });
        }
        if sources < said.sources.len() {
            let more = said.sources.len() - sources;
            let words = match lang {
                Lang::En => format!("and {more} more, listed by the program"),
                Lang::Fr => format!("et {more} autres, listées par le programme"),
            };
            let runs = [Run {
                text: typeset(&words, lang),
                face: crate::scene::item::Face::Italic,
            }];
            blocks.push(Block {
                is_minor: true,
                ..block(&runs, SOURCES_PT, 1.32, 2.0)
            });
        }
        blocks
    }

    fn put(&mut self, blocks: &[Block], area: &Rect) {
        let ui = &self.palette().ui;
        let mut y = area.min[1];
        for (i, block) in blocks.iter().enumerate() {
            y += block.above;
            let color = match (i, block.is_minor) {
                (0, _) => ui.accent,
                (_, true) => ui.text_2,
                (_, false) => ui.text,
            };
            if let Some(number) = &block.number {
                let at = [area.min[0], y + block.line_pt * 0.74];
                self.pen
                    .text(at, number.as_str(), Type::plain(block.size_pt, color));
            }
            for line in &block.lines {
                // What has no room at all is not written over the foot.
                if y + block.line_pt > area.max[1] + 2.0 {
                    return;
                }
                for piece in &line.pieces {
                    let set = Type {
                        face: piece.face,
                        size_pt: block.size_pt,
                        color,
                    };
                    let x = area.min[0] + block.indent + piece.x_pt;
                    self.pen
                        .text([x, y + block.line_pt * 0.74], piece.text.as_str(), set);
                }
                y += block.line_pt;
            }
        }
    }

    /// Title, summary, and a line a step.
    fn cover(&mut self, said: &Cover) {
        self.pen.part = "title";
        let [w, h] = self.look.page_pt.map(|side| side.max(300.0));
        let ui = &self.palette().ui;
        let width = w - 2.0 * MARGIN_PT;
        let bar = Rect::new(
            [MARGIN_PT, MARGIN_PT + 14.0],
            [MARGIN_PT + 56.0, MARGIN_PT + 19.0],
        );
        self.pen.fill(&bar, ui.accent);
        let title = Type::bold(34.0, ui.text);
        let mut y = MARGIN_PT + 30.0;
        for line in title.lines(&said.story, 0.0, width, 3) {
            y += 41.0;
            self.pen.text([MARGIN_PT, y - 9.0], line, title);
        }
        y += 8.0;
        self.pen.part = "text";
        let summary = Type::plain(15.0, ui.text_2);
        for paragraph in &said.summary {
            for line in lines(paragraph, summary.size_pt, width.min(560.0), 8) {
                y += 21.0;
                for piece in line.pieces {
                    let set = Type {
                        face: piece.face,
                        ..summary
                    };
                    self.pen
                        .text([MARGIN_PT + piece.x_pt, y - 5.0], piece.text, set);
                }
            }
        }
        y += 26.0;
        self.steps(said, y, h - MARGIN_PT - FOOT_PT);
    }

    /// The table of steps: number, day, title, sheet.
    fn steps(&mut self, said: &Cover, top: f32, bottom: f32) {
        let [w, _] = self.look.page_pt;
        let ui = &self.palette().ui;
        let count = said.steps.len().max(1) as f32;
        let row = ((bottom - top) / count).min(29.0);
        let size_pt = (row * 0.52).min(13.0);
        let shown = match row {
            row if row < 9.0 => ((bottom - top) / 9.0).floor().max(0.0) as usize,
            _ => said.steps.len(),
        };
        let row = row.max(9.0);
        let (plain, bold) = (
            Type::plain(size_pt, ui.text_2),
            Type::bold(size_pt, ui.text),
        );
        let dates = said.steps.iter().map(|[date, _]| plain.width(date));
        let date_wide = dates.fold(0.0, f32::max).min(w * 0.4);
        let (numbers, right) = (MARGIN_PT, w - MARGIN_PT);
        let dates = numbers + size_pt * 2.2;
        let titles = dates + date_wide + size_pt * 1.4;
        for (i, [date, title]) in said.steps.iter().take(shown).enumerate() {
            let y = top + i as f32 * row;
            self.pen.rule([MARGIN_PT, y], [right, y], ui.hairline);
            let base = y + row * 0.66;
            let page = (i + 2).to_string();
            self.pen.text([numbers, base], (i + 1).to_string(), plain);
            self.pen
                .text([dates, base], plain.cut(date, date_wide), plain);
            let room = right - titles - size_pt * 3.0;
            self.pen.text([titles, base], bold.cut(title, room), bold);
            self.pen
                .text([right - plain.width(&page), base], page, plain);
        }
    }
}
