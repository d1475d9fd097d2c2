//! The page of a film: what stands still on all its frames, and what is written anew on each.
//!
//! Every line has one place for the whole film. What the film's legend holds is decided in
//! `scene::film`.

use super::grid::{self, Grid, Wanted};
use super::pen::{Pen, Type};
use super::{foot, head, side};
use crate::calendar::date_words;
use crate::lang::{Lang, film_words, typeset};
use crate::model::Event;
use crate::scene::film::{Telling, is_same};
use crate::scene::item::{Face, Item, Pt, Rect, Shape};
use crate::scene::layers::events;
use crate::scene::legend::{Legend, LegendRow, LegendSection};
use crate::scene::metrics;
use crate::scene::shift::moved;
use crate::scene::swatch::SWATCH_PT;
use crate::scene::view::View;
use crate::style::{Color, size};

/// Space under a section, height of its heading and of a line, in points at scale 1.
const UNDER_PT: f32 = 8.0;
const HEADING_PT: f32 = 21.0;
const ROW_PT: f32 = 17.0;
/// Sizes of the legend that are tried before a section is left out.
const SCALES: [f32; 4] = [1.0, 0.95, 0.9, 0.85];
/// How strongly a line shows while it is not on the map.
const PALE: f32 = 0.34;
/// Lines of text about an event that must have room, or none are written.
const FEWEST_LINES: usize = 3;

/// What holds for all frames: the frame of the map, the headings, what is shown, the credit.
pub(in crate::scene) fn still(view: &View<'_>, all: &Legend, page_pt: Pt) -> Vec<Item> {
    let mut page = Page::new(view, all, page_pt);
    if page.grid.map.min != [0.0, 0.0] {
        let map = page.grid.map;
        page.pen
            .frame(&map, 0.8, page.pen.palette.ui.hairline_strong);
    }
    page.still_head();
    page.headings();
    let mut hidden = view.hidden.clone();
    hidden.insert("page:sources".to_owned());
    let credit = View {
        hidden: &hidden,
        ..*view
    };
    foot::draw(&mut page.pen, &credit, None, &page.grid);
    page.pen.items
}

/// What changes: the date, the lines of the legend, the day's event when it can be read.
pub(in crate::scene) fn moving(
    view: &View<'_>,
    all: &Legend,
    now: &Legend,
    page_pt: Pt,
    telling: Telling,
) -> Vec<Item> {
    let mut page = Page::new(view, all, page_pt);
    let story = match telling {
        Telling::Story => events::story(view).or_else(|| events::latest(view)),
        Telling::Running => None,
    };
    page.date_and_title(story);
    page.rows(now);
    if let Some(event) = story {
        page.text(event);
        let mut hidden = view.hidden.clone();
        hidden.insert("page:credit".to_owned());
        let sources = View {
            hidden: &hidden,
            ..*view
        };
        foot::draw(&mut page.pen, &sources, story, &page.grid);
    }
    page.pen.items
}

/// Where a section of the legend stands.
struct Place<'l> {
    section: &'l LegendSection,
    column: usize,
    top: f32,
    /// How many lines stand side by side.
    abreast: usize,
}

struct Page<'v, 'a> {
    view: &'v View<'a>,
    all: &'v Legend,
    pen: Pen<'v>,
    grid: Grid,
    scale: f32,
    places: Vec<Place<'v>>,
    /// Names of sections that had no room.
    left_out: Vec<String>,
    /// Column and height under the last section.
    end: (usize, f32),
}

impl<'v, 'a> Page<'v, 'a> {
    fn new(view: &'v View<'a>, all: &'v Legend, page_pt: Pt) -> Page<'v, 'a> {
        let grid = Grid::new(page_pt, Wanted::without(view.hidden));
        let mut page = Page {
            view,
            all,
            pen: Pen {
                palette: view.theme.palette(),
                unit: grid.unit,
                part: "page",
                items: Vec::new(),
            },
            scale: grid.unit.clamp(0.8, 1.6),
            places: Vec::new(),
            left_out: Vec::new(),
            end: (0, grid.columns.first().map_or(0.0, |c| c.min[1])),
            grid,
        };
        if view.shows("page:legend") && !page.grid.columns.is_empty() {
            page.lay_out();
        }
        page
    }

    /// Gives every section its place; when there is too little room, lines become smaller, then
    /// sections are left out in a fixed order.
    fn lay_out(&mut self) {
        let whole = self.scale;
        for dropped in 0..=side::ORDER.len() {
            for part in SCALES {
                self.scale = whole * part;
                let out = &side::ORDER[..dropped];
                if self.flow(out) {
                    return;
                }
            }
        }
        // Not even what must stay fits: as many sections as do, from the first on.
    }

    /// Tries with these sections left out; false when it does not fit.
    fn flow(&mut self, out: &[&str]) -> bool {
        self.places.clear();
        self.left_out.clear();
        let columns = &self.grid.columns;
        let (mut column, mut y) = (0, columns[0].min[1]);
        let mut fits = true;
        for section in &self.all.sections {
            if !section.rows.iter().any(|r| r.shown) {
                continue;
            }
            if out.contains(&section.id) {
                self.left_out.extend(side::short_names(section));
                continue;
            }
            let abreast = self.abreast(section);
            let height = self.height(section, abreast);
            while column < columns.len() && y + height > columns[column].max[1] + 0.01 {
                column += 1;
                y = columns.get(column).map_or(0.0, |c| c.min[1]);
            }
            if column >= columns.len() {
                fits = false;
                break;
            }
            self.places.push(Place {
                section,
                column,
                top: y,
                abreast,
            });
            y += height + UNDER_PT * self.scale;
        }
        let column = column.min(columns.len() - 1);
        let note = self.note_lines(columns[column].width()).len() as f32;
        let line = size::MINOR_PT * self.scale * 1.35;
        self.end = (column, y + note * line);
        fits && self.end.1 <= columns[column].max[1] + UNDER_PT * self.scale
    }

    fn height(&self, section: &LegendSection, abreast: usize) -> f32 {
        let rows = shown(section).count().div_ceil(abreast);
        (HEADING_PT + rows as f32 * ROW_PT) * self.scale
    }

    /// How many lines of a section have room side by side.
    fn abreast(&self, section: &LegendSection) -> usize {
        let wished = match section.id {
            "countries" | "skies" => 1,
            _ => 2,
        };
        let label = Type::plain(size::SMALL_PT * self.scale, self.pen.palette.ui.text);
        let width = self.grid.columns[0].width() / wished as f32;
        let fits = shown(section).all(|row| {
            let words = label.width(&row.label) + label.width(&count(row.count));
            words + (side::text_left(row, wished) + 14.0) * self.scale <= width
        });
        if fits { wished } else { 1 }
    }

    fn still_head(&mut self) {
        let Some(area) = self.grid.head else { return };
        let unit = self.pen.unit;
        self.pen.part = "title";
        let accent = self.pen.palette.ui.accent;
        let bar = [
            area.min[0] + 52.0 * unit,
            area.min[1] + grid::BAR_PT[0] * unit,
        ];
        self.pen.fill(&Rect::new(area.min, bar), accent);
        let [size_pt, line_pt] = grid::SUBTITLE_PT.map(|v| v * unit);
        let set = Type::plain(size_pt, self.pen.palette.ui.text_2);
        let shown = head::subtitle(self.view, self.all, None);
        let line = set.cut(&shown, area.width());
        self.pen
            .text([area.min[0], area.max[1] - line_pt * 0.15], line, set);
    }

    /// The date at the place where it stands on every frame, and the title of the day's event.
    fn date_and_title(&mut self, story: Option<&Event>) {
        let (view, unit) = (self.view, self.pen.unit);
        self.pen.part = "title";
        let ui = &self.pen.palette.ui;
        let date = date_words(view.world.date, view.lang);
        let size_pt = grid::TITLE_PT * unit;
        let set = Type::bold(size_pt, ui.accent);
        let Some(area) = self.grid.head else { return };
        let baseline = area.min[1]
            + (grid::BAR_PT[0] + grid::BAR_PT[1]) * unit
            + size_pt * (grid::TITLE_LINE - 0.2);
        let left = area.min[0];
        self.pen
            .text([left, baseline], set.cut(&date, area.width()), set);
        let Some(event) = story else { return };
        let mut title = Type::bold(size_pt * 0.72, ui.text);
        let mut at = [left + widest_date(view.lang, set) + size_pt * 0.7, baseline];
        if self.grid.title_lines > 1 {
            at = [left, baseline + size_pt * grid::TITLE_LINE];
        }
        let words = event.title.set(view.lang);
        let room = area.max[0] - at[0];
        if title.width(&words) > room {
            title.size_pt *= 0.85;
        }
        self.pen.text(at, title.cut(&words, room), title);
    }

    fn headings(&mut self) {
        let scale = self.scale;
        self.pen.part = "legend";
        let ui = &self.pen.palette.ui;
        let bold = Type::bold(size::SMALL_PT * 1.06 * scale, ui.text);
        let small = Type::plain(size::MINOR_PT * scale, ui.text_2);
        let rule = ui.hairline_strong;
        for place in &self.places {
            let column = self.grid.columns[place.column];
            let (left, right) = (column.min[0], column.max[0]);
            self.pen.rule([left, place.top], [right, place.top], rule);
            let baseline = place.top + 15.0 * scale;
            let title = bold.cut(&place.section.title, column.width());
            let detail = &place.section.detail;
            let (wide, beside) = (bold.width(&title), small.width(detail));
            self.pen.text([left, baseline], title, bold);
            if wide + beside + 10.0 * scale <= column.width() {
                self.pen
                    .text([right - beside, baseline], detail.as_str(), small);
            }
        }
        let column = self.grid.columns.get(self.end.0).copied();
        let Some(column) = column else { return };
        let line = small.size_pt * 1.35;
        let lines = self.note_lines(column.width());
        let top = self.end.1 - lines.len() as f32 * line;
        for (i, words) in lines.into_iter().enumerate() {
            let y = top + (i as f32 + 0.75) * line;
            self.pen.text([column.min[0], y], words, small);
        }
    }

    /// What has no room in the legend, by name.
    fn note_lines(&self, width: f32) -> Vec<String> {
        if self.left_out.is_empty() {
            return Vec::new();
        }
        let small = Type::plain(size::MINOR_PT * self.scale, self.pen.palette.ui.text_2);
        let also = film_words::ALSO_IN_THE_FILM.get(self.view.lang);
        let words = format!("{also} {}.", self.left_out.join(", "));
        small.lines(&typeset(&words, self.view.lang), 0.0, width, 2)
    }

    /// The lines of the legend: as they are on the day, or pale.
    fn rows(&mut self, now: &Legend) {
        self.pen.part = "legend";
        for place in std::mem::take(&mut self.places) {
            let column = self.grid.columns[place.column];
            let width = column.width() / place.abreast as f32;
            let today = now.sections.iter().find(|s| s.id == place.section.id);
            for (i, row) in shown(place.section).enumerate() {
                let (down, beside) = (i / place.abreast, i % place.abreast);
                let left = column.min[0] + beside as f32 * width;
                let top = place.top + (HEADING_PT + down as f32 * ROW_PT) * self.scale;
                let gap = if beside + 1 < place.abreast { 8.0 } else { 0.0 };
                let right = left + width - gap * self.scale;
                let current = today.and_then(|s| s.rows.iter().find(|r| is_same(r, row)));
                self.row(
                    row,
                    current,
                    place.abreast,
                    Rect::new([left, top], [right, top]),
                );
            }
        }
    }

    fn row(&mut self, row: &LegendRow, now: Option<&LegendRow>, abreast: usize, at: Rect) {
        let scale = self.scale;
        let strength = now.map_or(PALE, |_| 1.0);
        let ui = &self.pen.palette.ui;
        let label = Type::plain(size::SMALL_PT * scale, pale(ui.text, ui.panel, strength));
        let small = Type::plain(size::SMALL_PT * scale, ui.text_2);
        let [left, top] = at.min;
        let corner = [left - side::pull(row) * scale, top];
        let panel = ui.panel;
        for item in &now.unwrap_or(row).swatch {
            let item = pale_item(moved(item, corner, scale), panel, strength);
            self.pen.items.push(item);
        }
        let words_left = left + side::text_left(row, abreast) * scale;
        let baseline = top + SWATCH_PT[1] / 2.0 * scale + label.size_pt * 0.36;
        let most = small.width(&count(row.count));
        let gap = if most > 0.0 { 6.0 * scale } else { 0.0 };
        let words = label.cut(&row.label, at.max[0] - words_left - most - gap);
        self.pen.text([words_left, baseline], words, label);
        let figure = count(now.and_then(|r| r.count).filter(|n| *n > 0));
        let right = at.max[0] - small.width(&figure);
        self.pen.text([right, baseline], figure, small);
    }

    /// The text about the day's event, under the legend: whole sentences, as many as have room.
    fn text(&mut self, event: &Event) {
        let Some(column) = self.grid.columns.get(self.end.0).copied() else {
            return;
        };
        if !self.view.shows("page:text") {
            return;
        }
        let ui = &self.pen.palette.ui;
        let set = Type::plain(size::BODY_PT * self.scale * 0.96, ui.text);
        let line = set.size_pt * 1.38;
        let top = self.end.1 + UNDER_PT * self.scale * 0.5;
        let most = ((column.max[1] - top) / line).floor().max(0.0) as usize;
        if most < FEWEST_LINES {
            return;
        }
        self.pen.part = "text";
        let words = event.summary.set(self.view.lang);
        for (i, words) in sentences(&words, set, column.width(), most)
            .into_iter()
            .enumerate()
        {
            let y = top + (i as f32 + 0.8) * line;
            self.pen.text([column.min[0], y], words, set);
        }
    }
}

/// As many whole sentences as have room; the beginning of the first one when it is too long.
fn sentences(paragraph: &str, set: Type, width: f32, most: usize) -> Vec<String> {
    let ends = paragraph.match_indices(". ").map(|(at, _)| at + 1);
    let ends: Vec<usize> = ends.chain([paragraph.len()]).collect();
    let texts = ends.iter().rev().map(|end| &paragraph[..*end]);
    texts
        .map(|text| set.lines(text, 0.0, width, most + 1))
        .find(|lines| lines.len() <= most)
        .unwrap_or_else(|| set.lines(paragraph, 0.0, width, most))
}

fn shown(section: &LegendSection) -> impl Iterator<Item = &LegendRow> {
    section.rows.iter().filter(|r| r.shown)
}

fn count(count: Option<usize>) -> String {
    count.map(|n| n.to_string()).unwrap_or_default()
}

/// Room for any date in words.
fn widest_date(lang: Lang, set: Type) -> f32 {
    let day = |month: i8| crate::calendar::Date::new(2020, month, 28).ok();
    let dates = (1..=12).filter_map(day);
    let widths = dates.map(|d| metrics::width_pt(&date_words(d, lang), Face::Bold, set.size_pt));
    widths.fold(0.0, f32::max)
}

/// The colour as it looks at that strength on a ground.
fn pale(color: Color, ground: Color, strength: f32) -> Color {
    if strength >= 1.0 {
        return color;
    }
    color.over(ground, strength)
}

fn pale_item(item: Item, ground: Color, strength: f32) -> Item {
    if strength >= 1.0 {
        return item;
    }
    let shape = match item.shape {
        Shape::Area(mut area) => {
            area.fill = area.fill.with_opacity(strength);
            Shape::Area(area)
        }
        Shape::Stroke(mut stroke) => {
            stroke.color = stroke.color.with_opacity(strength);
            Shape::Stroke(stroke)
        }
        Shape::Text(mut text) => {
            text.color = pale(text.color, ground, strength);
            Shape::Text(text)
        }
        Shape::Symbol(mut symbol) => {
            symbol.opacity *= strength;
            Shape::Symbol(symbol)
        }
    };
    Item::new(item.subject, shape)
}
