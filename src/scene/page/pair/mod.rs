//! The page around two maps: a date over each, one title, one legend for both, what changed.
//!
//! What the maps show is not decided here.

mod places;
mod rows;

pub(in crate::scene) use places::Places;

use self::rows::{Layout, Rank, Row, Section, Set, Setter};
use super::foot;
use super::head::{self, Heading};
use super::pen::{Pen, Type};
use super::side::{ORDER, pull, short_names, text_left};
use crate::lang::{compare_words, pair_words as w, typeset};
use crate::model::BaseKind;
use crate::scene::film::{FilmLegend, is_same};
use crate::scene::item::{Item, Pt, Rect, Stroke, Subject, Symbol};
use crate::scene::legend::{Legend, LegendRow, LegendSection};
use crate::scene::pair::{Pair, ToldLine, title};
use crate::scene::period;
use crate::scene::signs::{base_shape, holder_mark};
use crate::scene::symbols::{BaseState, Glyph};
use crate::scene::view::View;
use crate::style::{Holder, Palette};

/// Size of the date over a map.
const DATE_PT: f32 = 21.0;
/// Sizes of the legend that are tried before a section is left out.
const SCALES: [f32; 4] = [1.0, 0.95, 0.9, 0.85];
/// So many marks of holders are drawn for either day.
const MARKS: usize = 3;
/// The most of a column that the legend may take when the changes stand above it.
const LEGEND_SHARE: f32 = 0.48;

/// The legend of two maps.
pub(in crate::scene) struct Both {
    /// Every line of either, with the larger count.
    pub all: Legend,
    /// The counts of each line on the two maps.
    counts: Vec<Vec<Option<[usize; 2]>>>,
}

/// One legend for two maps.
pub(in crate::scene) fn both(a: &Legend, b: &Legend) -> Both {
    let mut learnt = FilmLegend::default();
    learnt.learn(a);
    learnt.learn(b);
    let all = learnt.all().clone();
    let count = |legend: &Legend, section: &LegendSection, row: &LegendRow| {
        let own = legend.sections.iter().find(|s| s.id == section.id)?;
        own.rows.iter().find(|r| is_same(r, row))?.count
    };
    let of_row = |section: &LegendSection, row: &LegendRow| {
        row.count?;
        Some([a, b].map(|legend| count(legend, section, row).unwrap_or(0)))
    };
    let of_section = |s: &LegendSection| s.rows.iter().map(|r| of_row(s, r)).collect();
    Both {
        counts: all.sections.iter().map(of_section).collect(),
        all,
    }
}

/// Everything around the two maps.
pub(in crate::scene) fn items(
    a: &View<'_>,
    b: &View<'_>,
    pair: &Pair<'_>,
    legend: &Both,
    places: &Places,
) -> Vec<Item> {
    let palette = b.theme.palette();
    let mut page = Page {
        a,
        b,
        pair,
        legend,
        places,
        scale: places.grid.unit.clamp(0.8, 1.6),
        pen: Pen {
            palette,
            unit: places.grid.unit,
            part: "page",
            items: Vec::new(),
        },
    };
    page.frames();
    page.head();
    page.dates();
    page.columns();
    let between = View {
        world: pair.between,
        ..*b
    };
    foot::draw(&mut page.pen, &between, None, &places.grid);
    page.pen.items
}

struct Page<'p, 'a> {
    a: &'p View<'a>,
    b: &'p View<'a>,
    pair: &'p Pair<'p>,
    legend: &'p Both,
    places: &'p Places,
    /// Size of the words in the columns, 1 as on the screen.
    scale: f32,
    pen: Pen<'p>,
}

impl Page<'_, '_> {
    fn palette(&self) -> &'static Palette {
        self.b.theme.palette()
    }

    fn frames(&mut self) {
        let [a, b] = self.places.maps;
        let color = self.palette().ui.hairline_strong;
        self.pen.frame(&a, 0.8, color);
        if self.places.seam_x.is_none() {
            self.pen.frame(&b, 0.8, color);
        }
    }

    fn head(&mut self) {
        let view = self.b;
        let heading = Heading {
            title: title(self.a, view),
            date: typeset(
                &format!("{} {}", self.pair.told.extent, w::BETWEEN.get(view.lang)),
                view.lang,
            ),
            filtered: view.filter.sentence(view.atlas, view.lang),
            shown: head::subtitle(view, &self.legend.all, None),
        };
        head::set(&mut self.pen, &heading, &self.places.grid);
    }

    /// A letter in a box and the date, over each map.
    fn dates(&mut self) {
        let unit = self.pen.unit;
        let ui = &self.palette().ui;
        let words = [self.a, self.b].map(period::words);
        for (number, (words, letter)) in words.iter().zip(["A", "B"]).enumerate() {
            let strip = self.places.dates[number];
            let mut size_pt = (DATE_PT * unit).min(strip.height() * 0.68);
            let fits = |size_pt: f32| {
                Type::bold(size_pt, ui.text).width(words) + size_pt * 1.5 <= strip.width()
            };
            while size_pt > 4.0 && !fits(size_pt) {
                size_pt *= 0.92;
            }
            if !fits(size_pt) || size_pt < 4.0 {
                continue;
            }
            self.pen.part = "date";
            let set = Type::bold(size_pt, ui.text);
            let side = size_pt * 1.12;
            let bottom = strip.max[1] - size_pt * 0.28;
            let mut left = strip.min[0];
            if self.places.seam_x.is_some() && number == 1 {
                left = strip.max[0] - side - size_pt * 0.35 - set.width(words);
            }
            let small = Type::bold(size_pt * 0.8, ui.panel);
            let area = Rect::new([left, bottom - side], [left + side, bottom]);
            self.pen.fill(&area, ui.accent);
            let middle = left + (side - small.width(letter)) / 2.0;
            self.pen.text(
                [middle, bottom - side * 0.5 + small.size_pt * 0.36],
                letter,
                small,
            );
            let at = [
                left + side + size_pt * 0.35,
                bottom - side * 0.5 + size_pt * 0.36,
            ];
            self.pen.text(at, words.as_str(), set);
        }
    }

    /// What changed, and the legend: in their own columns, or the one under the other.
    fn columns(&mut self) {
        let (mut changes, mut legend) = (self.places.changes.clone(), self.places.legend.clone());
        if legend.is_empty() && self.b.shows("page:legend") {
            // The legend takes the foot of the last column, as high as it must be.
            if let Some(column) = changes.last_mut() {
                let top = column.max[1] - column.height() * LEGEND_SHARE;
                let room = Rect::new([column.min[0], top], column.max);
                let needed = self.legend_height(&room);
                let cut = column.max[1] - needed;
                legend.push(vec![Rect::new([column.min[0], cut], column.max)]);
                column.max[1] = cut - 10.0 * self.scale;
            }
        }
        if self.b.shows("page:legend") {
            self.legend(&legend);
        }
        if self.b.shows("page:text") {
            self.changes(&changes);
        }
    }

    fn changes(&mut self, columns: &[Rect]) {
        let Some(first) = columns.first() else { return };
        let (palette, lang) = (self.palette(), self.b.lang);
        let scale = self.scale;
        let title_pt = 15.0 * scale;
        let heading = Type::bold(title_pt, palette.ui.text);
        self.pen.part = "changes";
        let at = [first.min[0], first.min[1] + title_pt];
        self.pen.text(
            at,
            heading.cut(w::WHAT_CHANGED.get(lang), first.width()),
            heading,
        );
        let mut columns = columns.to_vec();
        for column in &mut columns {
            column.min[1] += title_pt * 1.6;
        }
        let setter = Setter::new(palette, lang, scale);
        let sections = self.told();
        if sections.is_empty() {
            let words = typeset(compare_words::NOTHING_CHANGED.get(lang), lang);
            self.paragraph(
                [columns[0].min[0], columns[0].min[1]],
                &words,
                columns[0].width(),
            );
            return;
        }
        let sets: Vec<Set<'_>> = sections
            .iter()
            .map(|s| setter.set(s, first.width()))
            .collect();
        let also = |layout: &Layout| -> Vec<String> {
            let words = self.also(&sections, &layout.counts);
            setter.note.lines(&words, 0.0, columns[0].width(), 5)
        };
        let place = |layout: &Layout| setter.under(layout, also(layout).len(), &columns);
        let Some(layout) = setter.fill(&sets, &columns, &|layout| place(layout).is_some()) else {
            return;
        };
        let (lines, at) = (also(&layout), place(&layout));
        setter.draw(&mut self.pen, &sets, &layout, &columns);
        self.pen.part = "changes";
        if let Some(at) = at {
            setter.lines(&mut self.pen, &lines, at);
        }
    }

    fn paragraph(&mut self, at: Pt, words: &str, width: f32) {
        let set = Type::plain(11.5 * self.scale, self.palette().ui.text);
        for (i, line) in set.lines(words, 0.0, width, 4).into_iter().enumerate() {
            let y = at[1] + (i as f32 + 0.8) * set.size_pt * 1.4;
            self.pen.text([at[0], y], line, set);
        }
    }

    /// The changes as sections of rows.
    fn told(&self) -> Vec<Section> {
        let palette = self.palette();
        let row = |line: &ToldLine| Row {
            sample: None,
            left: 0.0,
            label: line.name.clone(),
            note: line.change.clone(),
            names: line.names.clone(),
            marks: marks(line, palette),
            right: line.when.clone(),
            count: line.count,
        };
        let sections = self.pair.told.sections.iter();
        let section = sections.map(|section| Section {
            part: "changes",
            id: "",
            names: Vec::new(),
            title: section.title.clone(),
            detail: section.count.to_string(),
            rows: section.lines.iter().map(row).collect(),
            abreast: false,
            rank: if section.is_main {
                Rank::First
            } else {
                Rank::Later
            },
        });
        section.collect()
    }

    /// Names what has no room among the changes, with how many there are.
    fn also(&self, sections: &[Section], counts: &[usize]) -> String {
        let lang = self.b.lang;
        let left = sections.iter().zip(counts).filter(|(_, n)| **n == 0);
        let named: Vec<String> = left
            .map(|(s, _)| format!("{} ({})", small(&s.title), s.detail))
            .collect();
        if named.is_empty() {
            return String::new();
        }
        let also = w::ALSO_CHANGED.get(lang);
        typeset(&format!("{also} {}.", named.join(", ")), lang)
    }

    fn legend_sections(&self) -> Vec<Section> {
        let counted = self.legend.all.sections.iter().zip(&self.legend.counts);
        let section = |(section, counts): (&LegendSection, &Vec<Option<[usize; 2]>>)| {
            let wide = matches!(
                section.id,
                "bases" | "about" | "kinds" | "events" | "movements"
            );
            let columns = if wide { 2 } else { 1 };
            let shown = section.rows.iter().zip(counts).filter(|(r, _)| r.shown);
            let row = |(row, counts): (&LegendRow, &Option<[usize; 2]>)| Row {
                sample: Some((row.swatch.clone(), pull(row))),
                left: text_left(row, columns),
                label: row.label.clone(),
                note: row.detail.clone(),
                names: Vec::new(),
                marks: Vec::new(),
                right: counts.map(from_to).unwrap_or_default(),
                count: 1,
            };
            let counted = counts.iter().any(Option::is_some);
            Section {
                part: "legend",
                id: section.id,
                names: short_names(section),
                title: section.title.clone(),
                detail: match counted {
                    true => w::ON_BOTH.get(self.b.lang).to_owned(),
                    false => section.detail.clone(),
                },
                rows: shown.map(row).collect(),
                abreast: wide,
                rank: Rank::First,
            }
        };
        let all = counted.map(section);
        all.filter(|s| !s.rows.is_empty()).collect()
    }

    /// The largest legend that fits, with what it leaves out, given to `then`. The room may be cut into columns
    /// in several ways: the first one that fits is taken.
    fn fitted<T>(
        &self,
        cuts: &[Vec<Rect>],
        then: impl FnOnce(&Setter<'_>, &[Set<'_>], &Fitted<'_>) -> T,
    ) -> Option<T> {
        let (palette, lang) = (self.palette(), self.b.lang);
        let sections = self.legend_sections();
        for dropped in 0..=ORDER.len() {
            let is_out = |section: &Section| ORDER[..dropped].contains(&section.id);
            let out = sections.iter().filter(|s| is_out(s));
            let left_out: Vec<String> = out.flat_map(|s| s.names.clone()).collect();
            let all = |s: &Section| if is_out(s) { 0 } else { s.rows.len() };
            let counts: Vec<usize> = sections.iter().map(all).collect();
            for (part, columns) in SCALES.iter().flat_map(|s| cuts.iter().map(move |c| (s, c))) {
                let Some(first) = columns.first() else {
                    continue;
                };
                let setter = Setter::new(palette, lang, self.scale * part);
                let width = first.width();
                let sets: Vec<Set<'_>> = sections.iter().map(|s| setter.set(s, width)).collect();
                let note = self.left_out(&setter, &left_out, width);
                let layout = setter.layout(&sets, &counts, columns);
                let placed = layout.and_then(|layout| {
                    let at = setter.under(&layout, note.len(), columns)?;
                    Some((layout, at))
                });
                if let Some((layout, at)) = placed {
                    let fitted = Fitted {
                        columns,
                        layout,
                        note,
                        at,
                    };
                    return Some(then(&setter, &sets, &fitted));
                }
            }
        }
        // Not even what must stay fits: as many lines as do.
        let columns = cuts.first()?;
        let setter = Setter::new(palette, lang, self.scale * SCALES[3]);
        let width = columns.first()?.width();
        let sets: Vec<Set<'_>> = sections.iter().map(|s| setter.set(s, width)).collect();
        let layout = setter.fill(&sets, columns, &|_| true)?;
        let fitted = Fitted {
            columns,
            layout,
            note: Vec::new(),
            at: [0.0, 0.0],
        };
        Some(then(&setter, &sets, &fitted))
    }

    fn left_out(&self, setter: &Setter<'_>, names: &[String], width: f32) -> Vec<String> {
        if names.is_empty() {
            return Vec::new();
        }
        let also = w::ALSO_ON_THE_MAPS.get(self.b.lang);
        let words = typeset(&format!("{also} {}.", names.join(", ")), self.b.lang);
        setter.note.lines(&words, 0.0, width, 3)
    }

    /// The height of the legend in one column.
    fn legend_height(&self, room: &Rect) -> f32 {
        let height = self.fitted(&[vec![*room]], |setter, _, fitted| {
            let note = fitted.note.len() as f32 * setter.note_pt();
            fitted.layout.end.1 - room.min[1] + note
        });
        height.unwrap_or(0.0).min(room.height())
    }

    fn legend(&mut self, cuts: &[Vec<Rect>]) {
        let mut pen = Pen {
            items: Vec::new(),
            ..self.pen
        };
        self.fitted(cuts, |setter, sets, fitted| {
            setter.draw(&mut pen, sets, &fitted.layout, fitted.columns);
            pen.part = "legend";
            setter.lines(&mut pen, &fitted.note, fitted.at);
        });
        self.pen.items.append(&mut pen.items);
    }
}

/// A legend that has its place.
struct Fitted<'c> {
    columns: &'c [Rect],
    layout: Layout,
    /// What it leaves out, and where that stands.
    note: Vec<String>,
    at: Pt,
}

/// `14 → 0`; one figure when it is the same on both days.
fn from_to([a, b]: [usize; 2]) -> String {
    match a == b {
        true => a.to_string(),
        false => format!("{a} → {b}"),
    }
}

/// A heading in the middle of a sentence.
fn small(title: &str) -> String {
    title.to_lowercase()
}

/// Marks of the holders before a change, an arrow, and those after it, each about the origin.
fn marks(line: &ToldLine, palette: &Palette) -> Vec<Item> {
    let mark = |holder: &Holder| {
        let color = holder.color(palette);
        let symbol = Symbol {
            glyph: Glyph::Base {
                kind: base_shape(BaseKind::Main),
                mark: holder_mark(*holder),
                state: BaseState::Held,
            },
            at: [0.0, 0.0],
            size_pt: 9.0,
            ink: color,
            ground: palette.ui.panel,
            accent: color,
            opacity: 1.0,
        };
        Item::new(Subject::Furniture("changes"), symbol)
    };
    let [before, after] = &line.holders;
    let mut marks: Vec<Item> = before.iter().take(MARKS).map(mark).collect();
    if !before.is_empty() && !after.is_empty() {
        marks.push(arrow(palette));
    }
    marks.extend(after.iter().take(MARKS).map(mark));
    marks
}

/// A small arrow to the right.
fn arrow(palette: &Palette) -> Item {
    let tip = [3.5, 0.0];
    let stroke = Stroke {
        lines: vec![vec![[-4.0, 0.0], tip], vec![[1.0, -2.2], tip, [1.0, 2.2]]].into(),
        closed: false,
        width_pt: 1.1,
        color: palette.ui.text_2,
        dash: None,
    };
    Item::new(Subject::Furniture("changes"), stroke)
}
