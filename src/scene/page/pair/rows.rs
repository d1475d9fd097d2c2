//! Sections of rows in columns: what changed and the legend of two days are set alike.
//!
//! A row has a sample or none, words, smaller words, and something at its right end. What has no room is
//! counted or named. Which rows there are is not decided here.

use super::super::pen::{Pen, Type};
use super::super::said::more;
use crate::lang::Lang;
use crate::scene::item::{Item, Pt, Rect};
use crate::scene::shift::moved;
use crate::scene::swatch::SWATCH_PT;
use crate::style::{Palette, size};

/// Space under a section, height of its heading with its rule, least height of a row with a sample.
const UNDER_PT: f32 = 8.0;
const HEADING_PT: f32 = 21.0;
const SAMPLE_PT: f32 = 17.0;
/// Lines that the words of a row may take, and those of a list of names.
const MOST_LINES: usize = 2;
const MOST_NAMED: usize = 3;

/// Is a section told before all others?
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Rank {
    /// It is.
    First,
    /// Only where room is left, or by name.
    Later,
}

/// Rows under a heading.
pub(super) struct Section {
    /// The part of the page that it belongs to.
    pub part: &'static str,
    /// Its key, of a section of the legend.
    pub id: &'static str,
    /// What it is called in a list of what is left out.
    pub names: Vec<String>,
    /// Its heading.
    pub title: String,
    /// What stands at the right of the heading.
    pub detail: String,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Two rows may stand side by side.
    pub abreast: bool,
    /// How soon it is told.
    pub rank: Rank,
}

/// A row.
pub(super) struct Row {
    /// A sample in its box, moved so far to the left; none for rows without.
    pub sample: Option<(Vec<Item>, f32)>,
    /// Where its words begin, at scale 1.
    pub left: f32,
    /// Its words.
    pub label: String,
    /// Smaller words; small signs before them, 12 points apart at scale 1.
    pub note: String,
    /// Names in place of the smaller words: as many as have room, the others counted.
    pub names: Vec<String>,
    /// The signs before the smaller words, each about the origin.
    pub marks: Vec<Item>,
    /// What stands at its right end.
    pub right: String,
    /// How many things it stands for.
    pub count: usize,
}

/// How rows are set.
pub(super) struct Setter<'a> {
    palette: &'a Palette,
    lang: Lang,
    /// Size of everything, 1 as on the screen.
    pub scale: f32,
    label: Type,
    pub note: Type,
}

/// A section set for the width of a column.
pub(super) struct Set<'s> {
    section: &'s Section,
    lines: Vec<Line>,
    abreast: usize,
}

/// A row cut into lines.
struct Line {
    label: Vec<String>,
    note: Vec<String>,
    /// The smaller words stand behind the others.
    is_one: bool,
    height: f32,
}

/// Column, top and number of rows of each section that has room.
pub(super) struct Layout {
    /// Of each section: how many of its rows are shown.
    pub counts: Vec<usize>,
    places: Vec<Option<(usize, f32)>>,
    /// Column and height under the last section.
    pub end: (usize, f32),
}

const MARK_PT: f32 = 12.0;

impl<'a> Setter<'a> {
    pub fn new(palette: &'a Palette, lang: Lang, scale: f32) -> Setter<'a> {
        Setter {
            palette,
            lang,
            scale,
            label: Type::plain(size::SMALL_PT * scale, palette.ui.text),
            note: Type::plain(size::MINOR_PT * scale, palette.ui.text_2),
        }
    }

    /// Cuts the rows of a section for a width.
    pub fn set<'s>(&self, section: &'s Section, width: f32) -> Set<'s> {
        let one = |abreast: usize| -> Vec<Line> {
            let width = width / abreast as f32;
            section
                .rows
                .iter()
                .map(|row| self.line(row, width, abreast))
                .collect()
        };
        let lines = if section.abreast { one(2) } else { Vec::new() };
        let is_short = |(line, row): (&Line, &Row)| {
            line.label.len() == 1 && line.label[0] == row.label && line.note.is_empty()
        };
        if section.abreast && lines.iter().zip(&section.rows).all(is_short) {
            return Set {
                section,
                lines,
                abreast: 2,
            };
        }
        Set {
            section,
            lines: one(1),
            abreast: 1,
        }
    }

    fn line(&self, row: &Row, width: f32, abreast: usize) -> Line {
        let scale = self.scale;
        let gap = if abreast > 1 { 14.0 } else { 6.0 };
        let right = self.note.width(&row.right);
        let room = width - (row.left + gap) * scale - right;
        let marks = row.marks.len() as f32 * MARK_PT * scale;
        let beside =
            self.label.width(&row.label) + 7.0 * scale + marks + self.note.width(&row.note);
        let is_one = !row.note.is_empty() && beside <= room;
        let label = self.label.lines(&row.label, 0.0, room, MOST_LINES);
        let under = width - row.left * scale;
        let note = match (is_one, row.names.is_empty()) {
            (true, _) => vec![row.note.clone()],
            (false, true) => self.note.lines(&row.note, marks, under, MOST_LINES),
            (false, false) => self.named(&row.names, marks, under),
        };
        let note_lines = if is_one { 0 } else { note.len() };
        let words = (label.len().max(1) as f32 * self.label.size_pt
            + note_lines as f32 * self.note.size_pt)
            * 1.25;
        let least = if row.sample.is_some() { SAMPLE_PT } else { 0.0 };
        Line {
            label,
            note,
            is_one,
            height: (words + 3.5 * scale).max(least * scale),
        }
    }

    /// As many names as have room, and how many more there are.
    fn named(&self, names: &[String], indent: f32, width: f32) -> Vec<String> {
        let of = |kept: usize| {
            let mut text = names[..kept].join(", ");
            if kept < names.len() {
                text = format!("{text} {}", more(names.len() - kept, self.lang));
            }
            self.note.lines(&text, indent, width, MOST_NAMED + 1)
        };
        let all = (1..=names.len()).rev().map(of);
        let fitting = all.into_iter().find(|lines| lines.len() <= MOST_NAMED);
        fitting.unwrap_or_else(|| {
            self.note
                .lines(&names.join(", "), indent, width, MOST_NAMED)
        })
    }

    /// Height of a section with only its first rows.
    fn height(&self, set: &Set<'_>, count: usize) -> f32 {
        let shown = set.lines[..count].chunks(set.abreast);
        let rows: f32 = shown
            .map(|lines| lines.iter().map(|l| l.height).fold(0.0, f32::max))
            .sum();
        HEADING_PT * self.scale + rows
    }

    /// Places sections with so many rows each, one under the other and from column to column; nothing
    /// when they do not fit.
    pub fn layout(&self, sets: &[Set<'_>], counts: &[usize], columns: &[Rect]) -> Option<Layout> {
        let mut places = Vec::new();
        let (mut column, mut y) = (0, columns.first()?.min[1]);
        for (set, count) in sets.iter().zip(counts) {
            if *count == 0 {
                places.push(None);
                continue;
            }
            let height = self.height(set, *count);
            while y + height > columns.get(column)?.max[1] + 0.01 {
                column += 1;
                y = columns.get(column)?.min[1];
            }
            places.push(Some((column, y)));
            y += height + UNDER_PT * self.scale;
        }
        Some(Layout {
            counts: counts.to_vec(),
            places,
            end: (column, y),
        })
    }

    /// As many rows as have room: the first ones of every section of the first rank, then more of them, then
    /// the others. `fits` says whether a layout leaves the room that is needed besides.
    pub fn fill(
        &self,
        sets: &[Set<'_>],
        columns: &[Rect],
        fits: &dyn Fn(&Layout) -> bool,
    ) -> Option<Layout> {
        let mut best = self.layout(sets, &vec![0; sets.len()], columns)?;
        for (rank, most) in [
            (Rank::First, 3),
            (Rank::First, usize::MAX),
            (Rank::Later, usize::MAX),
        ] {
            let mut open: Vec<usize> = (0..sets.len())
                .filter(|i| sets[*i].section.rank == rank)
                .collect();
            while !open.is_empty() {
                open.retain(|i| {
                    let mut counts = best.counts.clone();
                    counts[*i] += 1;
                    if counts[*i] > sets[*i].lines.len().min(most) {
                        return false;
                    }
                    match self.layout(sets, &counts, columns).filter(fits) {
                        Some(layout) => {
                            best = layout;
                            true
                        }
                        None => false,
                    }
                });
            }
        }
        Some(best)
    }

    /// Height of a line of the smaller words in a paragraph.
    pub fn note_pt(&self) -> f32 {
        self.note.size_pt * 1.35
    }

    /// Where so many lines have room: under the last section, or at the head of the next column.
    pub fn under(&self, layout: &Layout, lines: usize, columns: &[Rect]) -> Option<Pt> {
        let height = lines as f32 * self.note_pt();
        let (last, top) = layout.end;
        let fits = |column: &Rect, top: f32| lines == 0 || top + height <= column.max[1] + 0.01;
        let own = columns.get(last)?;
        match columns.get(last + 1) {
            _ if fits(own, top) => Some([own.min[0], top]),
            Some(next) if fits(next, next.min[1]) => Some(next.min),
            Some(_) | None => None,
        }
    }

    /// Draws lines of the smaller words.
    pub fn lines(&self, pen: &mut Pen<'_>, lines: &[String], at: Pt) {
        for (i, words) in lines.iter().enumerate() {
            let y = at[1] + (i as f32 + 0.75) * self.note_pt();
            pen.text([at[0], y], words.as_str(), self.note);
        }
    }

    /// Draws the sections where they were placed.
    pub fn draw(&self, pen: &mut Pen<'_>, sets: &[Set<'_>], layout: &Layout, columns: &[Rect]) {
        for ((set, place), count) in sets.iter().zip(&layout.places).zip(&layout.counts) {
            if let Some((column, top)) = place {
                self.section(pen, set, *count, &columns[*column], *top);
            }
        }
    }

    fn section(&self, pen: &mut Pen<'_>, set: &Set<'_>, count: usize, column: &Rect, top: f32) {
        let (scale, ui) = (self.scale, &self.palette.ui);
        pen.part = set.section.part;
        let (left, right) = (column.min[0], column.max[0]);
        let bold = Type::bold(size::SMALL_PT * 1.06 * scale, ui.text);
        pen.rule([left, top], [right, top], ui.hairline_strong);
        let baseline = top + 15.0 * scale;
        let stands_for = |rows: &[Row]| rows.iter().map(|row| row.count).sum::<usize>();
        let all = &set.section.rows;
        let detail = match count < all.len() {
            true => shown_of(stands_for(&all[..count]), stands_for(all), self.lang),
            false => set.section.detail.clone(),
        };
        let beside = self.note.width(&detail);
        let title = bold.cut(&set.section.title, column.width() - beside - 8.0 * scale);
        pen.text([left, baseline], title, bold);
        pen.text([right - beside, baseline], detail, self.note);
        let mut y = top + HEADING_PT * scale;
        let width = column.width() / set.abreast as f32;
        let rows = set.section.rows.iter().zip(&set.lines).take(count);
        let rows: Vec<(&Row, &Line)> = rows.collect();
        for pair in rows.chunks(set.abreast) {
            for (i, (row, line)) in pair.iter().enumerate() {
                let gap = if i + 1 < set.abreast {
                    10.0 * scale
                } else {
                    0.0
                };
                let x = left + i as f32 * width;
                let area = Rect::new([x, y], [x + width - gap, y + line.height]);
                self.row(pen, row, line, &area);
            }
            y += pair.iter().map(|(_, l)| l.height).fold(0.0, f32::max);
        }
    }

    fn row(&self, pen: &mut Pen<'_>, row: &Row, line: &Line, area: &Rect) {
        let scale = self.scale;
        let left = area.min[0] + row.left * scale;
        let mut baseline = area.min[1] + self.label.size_pt;
        if let Some((sample, pull)) = &row.sample {
            let at = [area.min[0] - pull * scale, area.min[1]];
            pen.items
                .extend(sample.iter().map(|item| moved(item, at, scale)));
            baseline = area.min[1] + (SWATCH_PT[1] / 2.0 + size::SMALL_PT * 0.36) * scale;
        }
        let right = area.max[0] - self.note.width(&row.right);
        pen.text([right, baseline], row.right.as_str(), self.note);
        let (label, note) = (self.label.size_pt * 1.25, self.note.size_pt * 1.25);
        let mut end = left;
        for words in &line.label {
            pen.text([left, baseline], words.as_str(), self.label);
            end = left + self.label.width(words);
            baseline += label;
        }
        let (mut x, mut y) = (left, baseline - label + note);
        if line.is_one {
            (x, y) = (end + 7.0 * scale, baseline - label);
        }
        for (i, mark) in row.marks.iter().enumerate() {
            let at = [
                x + (i as f32 + 0.4) * MARK_PT * scale,
                y - self.note.size_pt * 0.36,
            ];
            pen.items.push(moved(mark, at, scale));
        }
        let indent = row.marks.len() as f32 * MARK_PT * scale;
        for (i, words) in line.note.iter().enumerate() {
            let indent = if i == 0 { indent } else { 0.0 };
            pen.text([x + indent, y], words.as_str(), self.note);
            y += note;
        }
    }
}

/// `3 of 33`.
fn shown_of(shown: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{shown} of {all}"),
        Lang::Fr => format!("{shown} sur {all}"),
    }
}
