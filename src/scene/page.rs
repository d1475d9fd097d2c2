//! The page around the map: title, date, text, legend, sources, credit, on a grid.
//!
//! The map takes the left (or, on an upright page, the upper) part; the words stand beside it, never
//! on it.

use super::compose::View;
use super::item::{Area, Face, Item, Pt, Rect, Shape, Stroke, Subject, Text};
use super::layers::events;
use super::legend::{Legend, LegendRow, LegendSection};
use super::metrics;
use super::swatch::SWATCH_PT;
use crate::calendar::{date_words, partial_words};
use crate::lang::{Lang, typeset, words};
use crate::model::Event;
use crate::style::{Color, Palette, size};

const MARGIN_PT: f32 = 24.0;

/// The part of a page that words take.
fn panel(page_pt: Pt) -> Rect {
    let [w, h] = page_pt;
    if w >= h * 1.1 {
        let width = (w * 0.25).clamp(220.0, 400.0).min(w * 0.5);
        Rect::new([w - width, 0.0], page_pt)
    } else {
        let height = (h * 0.36).clamp(180.0, 520.0).min(h * 0.5);
        Rect::new([0.0, h - height], page_pt)
    }
}

/// The size of the map on a page of that size; its origin is the page's.
pub fn map_size(page_pt: Pt) -> Pt {
    let panel = panel(page_pt);
    if panel.min[0] > 0.0 {
        [panel.min[0].max(1.0), page_pt[1].max(1.0)]
    } else {
        [page_pt[0].max(1.0), panel.min[1].max(1.0)]
    }
}

/// The title of a picture: the story of the day, or that it is a quiet day.
pub(super) fn title(view: &View<'_>) -> String {
    match events::story(view).or_else(|| events::latest(view)) {
        Some(event) => event.title.set(view.lang),
        None => typeset(words::SAHEL_ON.get(view.lang), view.lang),
    }
}

/// Everything beside the map.
pub(super) fn items(view: &View<'_>, legend: &Legend, page_pt: Pt) -> Vec<Item> {
    let palette = view.theme.palette();
    let panel = panel(page_pt);
    let upright = panel.min[0] == 0.0;
    let mut page = Page {
        palette,
        upright,
        items: Vec::new(),
    };
    page.ground(&panel);
    let inner = panel.expand(-MARGIN_PT);
    if inner.width() < 80.0 || inner.height() < 60.0 {
        return page.items;
    }
    let (head, list) = if upright {
        let middle = inner.min[0] + inner.width() * 0.5;
        (
            Rect::new(inner.min, [middle - 12.0, inner.max[1]]),
            Rect::new([middle + 12.0, inner.min[1]], inner.max),
        )
    } else {
        (inner, inner)
    };
    let story = events::story(view).or_else(|| events::latest(view));
    let foot = page.foot(view, story, &head);
    let top = page.head(view, story, &head, foot - 12.0);
    let (top, bottom) = if upright {
        (list.min[1], list.max[1])
    } else {
        (top + 14.0, foot - 14.0)
    };
    page.legend(legend, &list, top, bottom);
    page.items
}

struct Page<'a> {
    palette: &'a Palette,
    /// The words stand below the map, the legend in a column of its own.
    upright: bool,
    items: Vec<Item>,
}

impl Page<'_> {
    fn ground(&mut self, panel: &Rect) {
        let corners = vec![
            panel.min,
            [panel.max[0], panel.min[1]],
            panel.max,
            [panel.min[0], panel.max[1]],
        ];
        let area = Area {
            rings: vec![corners].into(),
            fill: self.palette.ui.panel,
        };
        self.items.push(Item::new(Subject::Furniture("page"), area));
        let end = if panel.min[0] > 0.0 {
            [panel.min[0], panel.max[1]]
        } else {
            [panel.max[0], panel.min[1]]
        };
        self.rule(panel.min, end, self.palette.ui.hairline_strong);
    }

    fn rule(&mut self, from: Pt, to: Pt, color: Color) {
        let stroke = Stroke {
            lines: vec![vec![from, to]].into(),
            closed: false,
            width_pt: 0.8,
            color,
            dash: None,
        };
        self.items
            .push(Item::new(Subject::Furniture("page"), stroke));
    }

    fn text(&mut self, at: Pt, text: String, face: Face, size_pt: f32, color: Color) {
        let text = Text {
            at,
            text,
            size_pt,
            face,
            color,
            halo: None,
            angle: 0.0,
        };
        self.items.push(Item::new(Subject::Furniture("page"), text));
    }

    /// Date, title and text from the top down; returns where they end.
    fn head(&mut self, view: &View<'_>, story: Option<&Event>, area: &Rect, bottom: f32) -> f32 {
        let ui = &self.palette.ui;
        let (text, text_2, accent) = (ui.text, ui.text_2, ui.accent);
        let width = area.width();
        let scale = (width / 270.0).clamp(0.8, 1.25);
        let date_pt = 15.0 * scale;
        let mut y = area.min[1] + date_pt;
        let date = date_words(view.world.date, view.lang);
        self.text([area.min[0], y], date, Face::Bold, date_pt, accent);
        if let Some(earlier) =
            story.filter(|e| e.span().to.is_some_and(|to| to.last() < view.world.date))
        {
            let of = partial_words(earlier.date, view.lang);
            let latest = match view.lang {
                Lang::En => format!("Latest event: {of}"),
                Lang::Fr => format!("Dernier événement : {of}"),
            };
            y += size::SMALL_PT * 1.6;
            let latest = typeset(&latest, view.lang);
            self.text(
                [area.min[0], y],
                latest,
                Face::Regular,
                size::SMALL_PT,
                text_2,
            );
        }
        let title_pt = 25.0 * scale;
        for line in metrics::wrap(&title(view), Face::Bold, title_pt, width) {
            y += title_pt * 1.2;
            self.text([area.min[0], y], line, Face::Bold, title_pt, text);
        }
        let body_pt = size::BODY_PT * scale;
        y += 8.0;
        let paragraph = match story {
            Some(event) => event.summary.set(view.lang),
            None => quiet(view),
        };
        // The legend needs room too: a long text gives way.
        let share = if self.upright { 1.0 } else { 0.42 };
        let most = y + (bottom - y) * share;
        for line in metrics::wrap(&paragraph, Face::Regular, body_pt, width) {
            if y + body_pt * 1.42 > most {
                break;
            }
            y += body_pt * 1.42;
            self.text([area.min[0], y], line, Face::Regular, body_pt, text_2);
        }
        for event in view.world.events_of_day(view.atlas) {
            let is_story = story.is_some_and(|s| s.id == event.id);
            let small = size::SMALL_PT * scale;
            if is_story || y + small * 3.0 > most {
                continue;
            }
            let also = words::ALSO_THAT_DAY.get(view.lang);
            let line = format!("{also} {}", event.title.set(view.lang));
            y += 6.0;
            for part in metrics::wrap(&line, Face::Regular, small, width) {
                y += small * 1.36;
                self.text([area.min[0], y], part, Face::Regular, small, text_2);
            }
        }
        y
    }

    /// Sources and credit from the bottom up; returns where they begin.
    fn foot(&mut self, view: &View<'_>, story: Option<&Event>, area: &Rect) -> f32 {
        let color = self.palette.ui.text_3;
        let size_pt = size::MINOR_PT * 0.92;
        let mut publishers: Vec<String> = Vec::new();
        for source in story.iter().flat_map(|e| &e.sources) {
            let name = match source.date {
                Some(date) => format!("{} ({})", source.publisher, partial_words(date, view.lang)),
                None => source.publisher.clone(),
            };
            if !publishers.contains(&name) {
                publishers.push(name);
            }
        }
        let to = date_words(view.atlas.coverage.to, view.lang);
        let data = match view.lang {
            Lang::En => format!("Sahelscope data {}, to {to}.", view.atlas.data_version),
            Lang::Fr => format!(
                "Données Sahelscope {}, jusqu'au {to}.",
                view.atlas.data_version
            ),
        };
        let credit = words::MADE_WITH.get(view.lang);
        let sources = if publishers.is_empty() {
            String::new()
        } else {
            format!(
                "{} {}. ",
                words::SOURCES.get(view.lang),
                publishers.join(", ")
            )
        };
        let whole = typeset(&format!("{sources}{data} {credit}."), view.lang);
        let mut lines = metrics::wrap(&whole, Face::Regular, size_pt, area.width());
        lines.truncate(7);
        let height = lines.len() as f32 * size_pt * 1.36;
        let top = area.max[1] - height;
        for (i, line) in lines.into_iter().enumerate() {
            let y = top + (i as f32 + 0.8) * size_pt * 1.36;
            self.text([area.min[0], y], line, Face::Regular, size_pt, color);
        }
        top
    }

    /// Sections of the legend while there is room; the shapes of bases give way first.
    fn legend(&mut self, legend: &Legend, area: &Rect, top: f32, bottom: f32) {
        let shown = |s: &&LegendSection| s.rows.iter().any(|r| r.shown);
        let mut sections: Vec<&LegendSection> = legend.sections.iter().filter(shown).collect();
        let height = |sections: &[&LegendSection]| -> f32 {
            sections.iter().map(|s| section_height(s)).sum()
        };
        for dispensable in ["kinds", "movements", "events", "bases"] {
            if height(&sections) > bottom - top {
                sections.retain(|s| s.id != dispensable);
            }
        }
        let mut y = top;
        for section in sections {
            if y + section_height(section) > bottom {
                break;
            }
            y = self.section(section, area, y);
        }
    }

    fn section(&mut self, section: &LegendSection, area: &Rect, top: f32) -> f32 {
        let ui = &self.palette.ui;
        let (text, hairline) = (ui.text, ui.hairline);
        self.rule([area.min[0], top], [area.max[0], top], hairline);
        let mut y = top + 17.0;
        self.text(
            [area.min[0], y],
            section.title.clone(),
            Face::Bold,
            size::SMALL_PT + 1.0,
            text,
        );
        y += 6.0;
        let rows: Vec<&LegendRow> = section.rows.iter().filter(|r| r.shown).collect();
        let columns = columns(section);
        let width = area.width() / columns as f32;
        for pair in rows.chunks(columns) {
            for (column, row) in pair.iter().enumerate() {
                self.row(row, [area.min[0] + column as f32 * width, y], width);
            }
            y += row_height(pair);
        }
        y + 8.0
    }

    fn row(&mut self, row: &LegendRow, at: Pt, width: f32) {
        for item in &row.swatch {
            self.items.push(moved(item, at));
        }
        let (text, text_2) = (self.palette.ui.text, self.palette.ui.text_2);
        let left = at[0] + SWATCH_PT[0] + 8.0;
        let count = row.count.map(|n| n.to_string()).unwrap_or_default();
        let count_width = metrics::width_pt(&count, Face::Regular, size::SMALL_PT);
        self.text(
            [left, at[1] + 12.0],
            row.label.clone(),
            Face::Regular,
            size::SMALL_PT + 0.5,
            text,
        );
        let right = at[0] + width - count_width - 6.0;
        self.text(
            [right, at[1] + 12.0],
            count,
            Face::Regular,
            size::SMALL_PT,
            text_2,
        );
        if !row.detail.is_empty() {
            let detail = row.detail.clone();
            self.text(
                [left, at[1] + 25.0],
                detail,
                Face::Regular,
                size::MINOR_PT,
                text_2,
            );
        }
    }
}

/// Holders are many: the page sets them in two columns.
fn columns(section: &LegendSection) -> usize {
    if section.id == "bases" {
        2
    } else {
        usize::from(section.columns.max(1))
    }
}

fn row_height(rows: &[&LegendRow]) -> f32 {
    if rows.iter().any(|r| !r.detail.is_empty()) {
        32.0
    } else {
        19.0
    }
}

fn section_height(section: &LegendSection) -> f32 {
    let rows: Vec<&LegendRow> = section.rows.iter().filter(|r| r.shown).collect();
    let lines: f32 = rows.chunks(columns(section)).map(row_height).sum();
    31.0 + lines
}

/// What the record says about a day without an event.
fn quiet(view: &View<'_>) -> String {
    let coverage = view.atlas.coverage;
    let covered = (coverage.from..=coverage.to).contains(&view.world.date);
    let words = if covered {
        words::NOTHING_THAT_DAY
    } else {
        words::NOT_COVERED
    };
    typeset(words.get(view.lang), view.lang)
}

/// The item at another place.
fn moved(item: &Item, by: Pt) -> Item {
    let shift = |p: &Pt| [p[0] + by[0], p[1] + by[1]];
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
            ..stroke.clone()
        }),
        Shape::Text(text) => Shape::Text(Text {
            at: shift(&text.at),
            ..text.clone()
        }),
        Shape::Symbol(symbol) => Shape::Symbol(super::item::Symbol {
            at: shift(&symbol.at),
            ..*symbol
        }),
    };
    Item::new(item.subject.clone(), shape)
}
