//! Text and legend in their columns: blocks that flow from one column into the next.
//!
//! When there is too little room, things give way in a fixed order, and what is left out is named.

use super::pen::{Pen, Type};
use super::range;
use super::said::{more, more_events};
use crate::lang::{Words, filter_words, time_words, typeset, words};
use crate::model::Event;
use crate::scene::item::{Item, Rect, Shape};
use crate::scene::legend::{Legend, LegendRow, LegendSection};
use crate::scene::shift::moved;
use crate::scene::swatch::SWATCH_PT;
use crate::scene::view::View;
use crate::style::size;

/// Space under a block.
const UNDER_PT: f32 = 9.0;
/// Height of a section's heading with its rule.
const HEADING_PT: f32 = 22.0;
/// Height of a line of the day's text, in sizes of its type.
const LEADING: f32 = 1.4;

/// How much is shown of what.
#[derive(Clone, Copy)]
struct Step {
    /// Lines of the day's text.
    text_lines: usize,
    /// Lines about the other events of the day.
    also_lines: usize,
    /// How many sections of [`ORDER`] are only named.
    dropped: usize,
}

/// What gives way, step by step: first the shapes of bases, then length of the text, then what the
/// signs on the map say by themselves.
const STEPS: [Step; 17] = [
    step(40, 12, 0),
    step(40, 4, 0),
    step(40, 12, 1),
    step(40, 4, 1),
    step(7, 2, 1),
    step(40, 12, 2),
    step(7, 3, 2),
    step(5, 2, 2),
    step(40, 12, 3),
    step(7, 2, 3),
    step(40, 12, 4),
    step(7, 3, 4),
    step(5, 1, 4),
    step(3, 0, 4),
    step(40, 4, 5),
    step(5, 1, 5),
    step(3, 0, 5),
];
/// The sections that give way, the first one first.
pub(super) const ORDER: [&str; 5] = ["kinds", "movements", "about", "events", "bases"];

const fn step(text_lines: usize, also_lines: usize, dropped: usize) -> Step {
    Step {
        text_lines,
        also_lines,
        dropped,
    }
}

/// One line of a block: what is written or drawn in it, and its height.
enum Line<'a> {
    Text(String, Type),
    Rows(Vec<Cell<'a>>),
}

/// A line of the legend set for the width it has.
struct Cell<'a> {
    row: &'a LegendRow,
    label: Vec<String>,
    detail: Vec<String>,
}

/// What stands together: a paragraph or a section.
struct Block<'a> {
    /// The part of the page that it belongs to.
    part: &'static str,
    heading: Option<(&'a str, &'a str)>,
    /// Each with its height in points.
    lines: Vec<(Line<'a>, f32)>,
    /// How the rows are set.
    columns: usize,
}

/// Draws text and legend into the columns.
pub(super) fn draw(
    pen: &mut Pen<'_>,
    view: &View<'_>,
    legend: &Legend,
    story: Option<&Event>,
    columns: &[Rect],
) {
    let Some(first) = columns.first() else { return };
    let setter = Setter::new(pen, view, first.width());
    let mut places = None;
    let mut blocks = Vec::new();
    for step in STEPS {
        blocks = setter.blocks(legend, story, step);
        places = setter.balanced(&blocks, columns);
        if places.is_some() {
            break;
        }
    }
    let places = places.unwrap_or_else(|| setter.squeeze(&mut blocks, columns));
    let scale = setter.scale;
    for (block, (column, top)) in blocks.iter().zip(places) {
        block.draw(pen, &columns[column], top, scale);
    }
}

/// Sets blocks for one width of column.
struct Setter<'v, 'a> {
    view: &'v View<'a>,
    /// Size of everything in the legend, 1 as on the screen.
    scale: f32,
    width: f32,
    body: Type,
    small: Type,
    label: Type,
    note: Type,
}

impl<'v, 'a> Setter<'v, 'a> {
    fn new(pen: &Pen<'_>, view: &'v View<'a>, width: f32) -> Setter<'v, 'a> {
        let scale = pen.unit.clamp(0.8, 1.6);
        let ui = &pen.palette.ui;
        Setter {
            view,
            scale,
            width,
            body: Type::plain(size::BODY_PT * scale * 0.96, ui.text),
            small: Type::plain(size::SMALL_PT * scale, ui.text_2),
            label: Type::plain(size::SMALL_PT * scale, ui.text),
            note: Type::plain(size::MINOR_PT * scale, ui.text_2),
        }
    }

    /// All blocks of one step, in the order of reading.
    fn blocks<'l>(&self, legend: &'l Legend, story: Option<&Event>, step: Step) -> Vec<Block<'l>> {
        let mut blocks = Vec::new();
        if self.view.shows("page:text") {
            blocks.push(self.text_block(story, step));
        }
        if !self.view.shows("page:legend") {
            return blocks;
        }
        let shown = |s: &&LegendSection| s.rows.iter().any(|r| r.shown);
        let mut left_out = Vec::new();
        for section in legend.sections.iter().filter(shown) {
            if ORDER.iter().take(step.dropped).any(|id| *id == section.id) {
                left_out.extend(short_names(section));
            } else {
                blocks.push(self.section(section));
            }
        }
        blocks.extend(self.left_out(&left_out));
        blocks
    }

    /// Names what the legend leaves out.
    fn left_out(&self, titles: &[String]) -> Option<Block<'static>> {
        if titles.is_empty() {
            return None;
        }
        let also = words::ALSO_ON_THE_MAP.get(self.view.lang);
        let text = format!("{also} {}.", titles.join(", "));
        let lines = self
            .note
            .lines(&typeset(&text, self.view.lang), 0.0, self.width, 3);
        Some(Block::of_text("legend", lines, self.note))
    }

    /// The day's text and its other events.
    fn text_block(&self, story: Option<&Event>, step: Step) -> Block<'static> {
        let view = self.view;
        let is_range = view.world.from.is_some();
        let paragraph = match story {
            Some(event) => event.summary.set(view.lang),
            None if is_range => range::text(view),
            None => quiet(view),
        };
        let lines = self.sentences(&paragraph, step.text_lines);
        let mut block = Block::of_text("text", lines, self.body);
        let day = view.world.date;
        let is_other = |e: &&Event| story.is_none_or(|s| s.id != e.id) && e.is_news_on(day);
        let others = view.world.events_of_day(view.atlas).filter(is_other);
        let (also, titles) = match is_range {
            true => (time_words::AMONG_THEM, range::titles(view)),
            false => {
                let titles = others.map(|e| e.title.set(view.lang)).collect();
                (words::ALSO_THAT_DAY, titles)
            }
        };
        if !titles.is_empty() && step.also_lines > 0 {
            let lines = self.also(also, &titles, step.also_lines);
            let gap = (Line::Text(String::new(), self.small), 4.0 * self.scale);
            block.lines.push(gap);
            block
                .lines
                .extend(Block::of_text("text", lines, self.small).lines);
        }
        block
    }

    /// As many whole titles as have room in so many lines; the others are counted.
    fn also(&self, also: Words, titles: &[String], most: usize) -> Vec<String> {
        let lang = self.view.lang;
        let also = also.get(lang);
        let texts = (1..=titles.len()).rev().map(|kept| {
            let named = titles[..kept].join(" · ");
            match titles.len() - kept {
                0 => format!("{also} {named}."),
                rest => format!("{also} {named}, {}.", more(rest, lang)),
            }
        });
        let counted = format!("{also} {}.", more_events(titles.len(), lang));
        texts
            .chain([counted.clone()])
            .map(|text| self.small.lines(&text, 0.0, self.width, most + 1))
            .find(|lines| lines.len() <= most)
            .unwrap_or_else(|| self.small.lines(&counted, 0.0, self.width, most))
    }

    /// As many whole sentences as have room in so many lines; the beginning of the first one when it
    /// is too long by itself.
    fn sentences(&self, paragraph: &str, most: usize) -> Vec<String> {
        let set = |text: &str| self.body.lines(text, 0.0, self.width, most + 1);
        let ends = paragraph.match_indices(". ").map(|(at, _)| at + 1);
        let ends: Vec<usize> = ends.chain([paragraph.len()]).collect();
        let texts = ends.iter().rev().map(|end| &paragraph[..*end]);
        texts
            .map(set)
            .find(|lines| lines.len() <= most)
            .unwrap_or_else(|| self.body.lines(paragraph, 0.0, self.width, most))
    }

    fn section<'l>(&self, section: &'l LegendSection) -> Block<'l> {
        let rows: Vec<&LegendRow> = section.rows.iter().filter(|r| r.shown).collect();
        let mut columns = match section.id {
            "bases" | "about" => 2,
            _ => usize::from(section.columns.max(1)),
        };
        let fits = |columns: usize| {
            rows.iter().all(|row| {
                row.detail.is_empty() && self.label.width(&row.label) <= self.room(row, columns)
            })
        };
        while columns > 1 && !fits(columns) {
            columns -= 1;
        }
        let lines = rows.chunks(columns).map(|rows| {
            let cells: Vec<Cell<'l>> = rows.iter().map(|row| self.cell(row, columns)).collect();
            let height = cells
                .iter()
                .map(|c| self.cell_height(c))
                .fold(0.0, f32::max);
            (Line::Rows(cells), height)
        });
        Block {
            part: "legend",
            heading: Some((&section.title, &section.detail)),
            lines: lines.collect(),
            columns,
        }
    }

    /// Width for the words of a line of the legend.
    fn room(&self, row: &LegendRow, columns: usize) -> f32 {
        let cell = self.width / columns as f32;
        let count = row.count.map_or(0.0, |n| self.small.width(&n.to_string()));
        let between = if columns > 1 { 8.0 } else { 0.0 };
        cell - self.scale * (text_left(row, columns) + 6.0 + between) - count
    }

    fn cell<'l>(&self, row: &'l LegendRow, columns: usize) -> Cell<'l> {
        let room = self.room(row, columns);
        Cell {
            row,
            label: self.label.lines(&row.label, 0.0, room, 2),
            detail: self.note.lines(&row.detail, 0.0, room, 2),
        }
    }

    fn cell_height(&self, cell: &Cell<'_>) -> f32 {
        let label = cell.label.len().max(1) as f32 * self.label.size_pt * 1.25;
        let detail = cell.detail.len() as f32 * self.note.size_pt * 1.25;
        (label + detail + 4.0 * self.scale).max(17.5 * self.scale)
    }

    /// Column and top of every block, in columns as low as may be; nothing when they do not fit.
    fn balanced(&self, blocks: &[Block<'_>], columns: &[Rect]) -> Option<Vec<(usize, f32)>> {
        let shares: &[f32] = match columns.len() {
            1 => &[1.0],
            _ => &[0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0],
        };
        shares.iter().find_map(|share| {
            let lower = |c: &Rect| Rect::new(c.min, [c.max[0], c.min[1] + c.height() * share]);
            let lowered: Vec<Rect> = columns.iter().map(lower).collect();
            self.flow(blocks, &lowered)
        })
    }

    /// Column and top of every block, or nothing when they do not fit.
    fn flow(&self, blocks: &[Block<'_>], columns: &[Rect]) -> Option<Vec<(usize, f32)>> {
        let mut places = Vec::with_capacity(blocks.len());
        let (mut column, mut y) = (0, columns.first()?.min[1]);
        for block in blocks {
            let height = block.height(self.scale);
            while y + height > columns.get(column)?.max[1] + 0.01 {
                column += 1;
                y = columns.get(column)?.min[1];
            }
            places.push((column, y));
            y += height + UNDER_PT * self.scale;
        }
        Some(places)
    }

    /// Cuts blocks to the room there is, from the first on, and says how many lines are missing.
    fn squeeze(&self, blocks: &mut Vec<Block<'_>>, columns: &[Rect]) -> Vec<(usize, f32)> {
        let mut places = Vec::new();
        let mut kept = 0;
        let (mut column, mut y) = (0, columns[0].min[1]);
        for block in blocks.iter_mut() {
            if y + block.height(self.scale) > columns[column].max[1] && column + 1 < columns.len() {
                column += 1;
                y = columns[column].min[1];
            }
            let room = columns[column].max[1] - y;
            if !block.cut(room, self) {
                break;
            }
            places.push((column, y));
            kept += 1;
            y += block.height(self.scale) + UNDER_PT * self.scale;
        }
        blocks.truncate(kept);
        places
    }
}

impl<'a> Block<'a> {
    fn of_text(part: &'static str, lines: Vec<String>, set: Type) -> Block<'static> {
        let height = set.size_pt * LEADING;
        Block {
            part,
            heading: None,
            lines: lines
                .into_iter()
                .map(|l| (Line::Text(l, set), height))
                .collect(),
            columns: 1,
        }
    }

    fn height(&self, scale: f32) -> f32 {
        let heading = self.heading.map_or(0.0, |_| HEADING_PT * scale);
        heading + self.lines.iter().map(|(_, h)| h).sum::<f32>()
    }

    /// Takes lines away until the block fits; false when nothing of it does.
    fn cut(&mut self, room: f32, setter: &Setter<'_, '_>) -> bool {
        let note = setter.note.size_pt * LEADING;
        let mut missing = 0;
        let mut shortened = false;
        while self.height(setter.scale) + if missing > 0 { note } else { 0.0 } > room {
            match self.lines.pop() {
                Some((Line::Rows(cells), _)) => missing += cells.len(),
                Some((Line::Text(..), _)) => shortened = true,
                None => return false,
            }
        }
        if missing > 0 {
            let words = more(missing, setter.view.lang);
            self.lines.push((Line::Text(words, setter.note), note));
        }
        if shortened && let Some((Line::Text(text, set), _)) = self.lines.last_mut() {
            *text = set.ellipsis(text, setter.width);
        }
        !self.lines.is_empty()
    }

    fn draw(&self, pen: &mut Pen<'_>, column: &Rect, top: f32, scale: f32) {
        pen.part = self.part;
        let left = column.min[0];
        let mut y = top;
        if let Some((title, detail)) = self.heading {
            let ui = &pen.palette.ui;
            let bold = Type::bold(size::SMALL_PT * 1.06 * scale, ui.text);
            let small = Type::plain(size::MINOR_PT * scale, ui.text_2);
            pen.rule([left, y], [column.max[0], y], ui.hairline_strong);
            let baseline = y + 15.5 * scale;
            let title = bold.cut(title, column.width());
            let (title_width, detail_width) = (bold.width(&title), small.width(detail));
            pen.text([left, baseline], title, bold);
            if title_width + detail_width + 10.0 * scale <= column.width() {
                pen.text([column.max[0] - detail_width, baseline], detail, small);
            }
            y += HEADING_PT * scale;
        }
        for (line, height) in &self.lines {
            match line {
                Line::Text(text, set) => {
                    let baseline = y + set.size_pt * (0.5 + LEADING * 0.3);
                    pen.text([left, baseline], text.as_str(), *set);
                }
                Line::Rows(cells) => {
                    let width = column.width() / self.columns as f32;
                    for (i, cell) in cells.iter().enumerate() {
                        let at = Rect::new(
                            [left + i as f32 * width, y],
                            [left + (i + 1) as f32 * width, y + height],
                        );
                        cell.draw(pen, &at, self.columns, i, scale);
                    }
                }
            }
            y += height;
        }
    }
}

impl Cell<'_> {
    fn draw(&self, pen: &mut Pen<'_>, area: &Rect, columns: usize, column: usize, scale: f32) {
        let ui = &pen.palette.ui;
        let label = Type::plain(size::SMALL_PT * scale, ui.text);
        let small = Type::plain(size::SMALL_PT * scale, ui.text_2);
        let note = Type::plain(size::MINOR_PT * scale, ui.text_2);
        let at = [area.min[0] - pull(self.row) * scale, area.min[1]];
        pen.items
            .extend(self.row.swatch.iter().map(|item| moved(item, at, scale)));
        let left = area.min[0] + text_left(self.row, columns) * scale;
        let mut baseline = area.min[1] + SWATCH_PT[1] / 2.0 * scale + label.size_pt * 0.36;
        let first = baseline;
        for line in &self.label {
            pen.text([left, baseline], line.as_str(), label);
            baseline += label.size_pt * 1.25;
        }
        for line in &self.detail {
            pen.text([left, baseline], line.as_str(), note);
            baseline += note.size_pt * 1.25;
        }
        let count = self.row.count.map(|n| n.to_string()).unwrap_or_default();
        let gap = if column + 1 < columns {
            8.0 * scale
        } else {
            0.0
        };
        let right = area.max[0] - gap - small.width(&count);
        pen.text([right, first], count, small);
    }
}

/// How far a symbol is moved to the edge of its column, from the middle of its wide box.
pub(super) fn pull(row: &LegendRow) -> f32 {
    let is_symbol = |item: &Item| match item.shape {
        Shape::Symbol(_) => true,
        Shape::Area(_) | Shape::Stroke(_) | Shape::Text(_) => false,
    };
    let small = !row.swatch.is_empty() && row.swatch.iter().all(is_symbol);
    if small { 6.0 } else { 0.0 }
}

/// Where the words of a line begin.
pub(super) fn text_left(row: &LegendRow, columns: usize) -> f32 {
    let pull = pull(row);
    let gap = if columns > 1 || pull > 0.0 { 3.0 } else { 8.0 };
    SWATCH_PT[0] - pull + gap
}

/// What a section is called in a list of what is left out; of the ground, its lines.
pub(super) fn short_names(section: &LegendSection) -> Vec<String> {
    let rows = section.rows.iter().filter(|r| r.shown);
    match section.id {
        "about" => rows.map(|r| r.label.to_lowercase()).collect(),
        _ => vec![section.title.to_lowercase()],
    }
}

/// What the record says about a day without an event.
fn quiet(view: &View<'_>) -> String {
    let coverage = view.atlas.coverage;
    let covered = (coverage.from..=coverage.to).contains(&view.world.date);
    let words = if view.world.held_back > 0 {
        filter_words::ONLY_OTHERS
    } else if covered {
        words::NOTHING_THAT_DAY
    } else {
        words::NOT_COVERED
    };
    typeset(words.get(view.lang), view.lang)
}
