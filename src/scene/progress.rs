//! The strip of time along the bottom of a film: years as ticks, days of events as marks, and how far
//! time has come.
//!
//! It knows no facts; which days have a mark is said by whoever makes the film.

use super::film::Stretch;
use super::item::{Area, Face, Item, Pt, Rect, Stroke, Subject, Text};
use super::metrics;
use super::page::corners;
use crate::calendar::{Date, day_number, short_month_name};
use crate::lang::Lang;
use crate::style::{Color, Palette};

/// How much of the strip's height is added to the page; the rest stands in the page's lower margin.
pub(super) const OWN_ROOM: f32 = 0.35;
/// Space between two words of the strip, in sizes of their type.
const APART: f32 = 1.2;
/// Steps of years between two ticks.
const YEARS: [i16; 7] = [1, 2, 5, 10, 20, 50, 100];
/// Steps of months, for a shorter stretch.
const MONTHS: [i8; 3] = [1, 3, 6];
/// A stretch of so many days or more has ticks by year.
const LONG_DAYS: i32 = 800;

/// Height of the strip with its words, in points.
pub(super) fn height_pt(size_pt: Pt) -> f32 {
    let unit = ((size_pt[0] * size_pt[1]).max(1.0).sqrt() / 850.0).sqrt();
    let high = 26.0 * unit.min(size_pt[0].min(size_pt[1]) / 380.0).clamp(0.5, 2.5);
    high.min(size_pt[1] * 0.2)
}

/// Where the strip stands on a film of that size: the bottom, from edge to edge.
pub(super) fn area(size_pt: Pt) -> Rect {
    let top = size_pt[1] - height_pt(size_pt);
    Rect::new([0.0, top], size_pt)
}

/// Where a day stands on the strip.
fn x_of(area: &Rect, stretch: &Stretch, date: Date) -> f32 {
    let (from, to) = (day_number(stretch.from), day_number(stretch.to));
    let share = (day_number(date) - from) as f32 / (to - from).max(1) as f32;
    let inset = area.height() * 1.2;
    area.min[0] + inset + share.clamp(0.0, 1.0) * (area.width() - 2.0 * inset).max(1.0)
}

/// Thickness of the bar and its upper edge.
fn bar(area: &Rect) -> (f32, f32) {
    let thick = area.height() * 0.17;
    (thick, area.max[1] - area.height() * 0.3 - thick)
}

/// What holds for all frames: the bar, its ticks and years, the marks of events.
pub(super) fn track(area: &Rect, stretch: &Stretch, palette: &Palette, lang: Lang) -> Vec<Item> {
    let ui = &palette.ui;
    let (thick, top) = bar(area);
    let (left, right) = (
        x_of(area, stretch, stretch.from),
        x_of(area, stretch, stretch.to),
    );
    let mut items = vec![filled(
        &Rect::new([left, top], [right, top + thick]),
        ui.hairline_strong,
    )];
    let size_pt = area.height() * 0.36;
    let mut free_from = f32::NEG_INFINITY;
    for (date, words) in ticks(area, stretch, size_pt, lang) {
        let x = x_of(area, stretch, date);
        items.push(line([x, top - thick * 0.9], [x, top], ui.text_3));
        let width = metrics::width_pt(&words, Face::Regular, size_pt);
        let at = x + size_pt * 0.3;
        if at >= free_from && at + width <= area.max[0] - 2.0 {
            items.push(text([at, top - thick * 0.55], words, size_pt, ui.text_2));
            free_from = at + width + size_pt * APART;
        }
    }
    for stop in &stretch.stops {
        let x = x_of(area, stretch, *stop);
        let low = top + thick + thick * 0.35;
        items.push(line([x, low], [x, low + thick * 0.8], ui.text_2));
    }
    items
}

/// How far time has come on a day.
pub(super) fn mark(area: &Rect, stretch: &Stretch, date: Date, palette: &Palette) -> Vec<Item> {
    let (thick, top) = bar(area);
    let (left, x) = (x_of(area, stretch, stretch.from), x_of(area, stretch, date));
    let accent = palette.ui.accent;
    let reach = thick * 0.75;
    let head = Rect::new(
        [x - thick * 0.35, top - reach],
        [x + thick * 0.35, top + thick + reach],
    );
    vec![
        filled(&Rect::new([left, top], [x, top + thick]), accent),
        filled(&head, accent),
    ]
}

/// Beginnings of years, or of months when the stretch is short, as many as have room.
fn ticks(area: &Rect, stretch: &Stretch, size_pt: f32, lang: Lang) -> Vec<(Date, String)> {
    let days = day_number(stretch.to) - day_number(stretch.from);
    let first_of = |year: i16, month: i8| Date::new(year, month, 1).ok();
    let mut found = Vec::new();
    if days >= LONG_DAYS {
        let widest = metrics::width_pt("2026", Face::Regular, size_pt) + size_pt * APART;
        let years = f32::from((stretch.to.year() - stretch.from.year()).max(1));
        let room = area.width() / years;
        let fits = |step: &&i16| f32::from(**step) * room >= widest;
        let step = *YEARS.iter().find(fits).unwrap_or(&YEARS[YEARS.len() - 1]);
        for year in stretch.from.year()..=stretch.to.year() {
            if year % step == 0 {
                found.extend(first_of(year, 1).map(|date| (date, year.to_string())));
            }
        }
    } else {
        let words = |year: i16, month: i8| match month {
            1 => format!("{} {year}", short_month_name(month, lang)),
            _ => short_month_name(month, lang).to_owned(),
        };
        let widest = metrics::width_pt(&words(2026, 1), Face::Regular, size_pt);
        let room = area.width() / (days.max(1) as f32 / 30.4);
        let fits = |step: &&i8| f32::from(**step) * room >= widest + size_pt * APART;
        let step = *MONTHS
            .iter()
            .find(fits)
            .unwrap_or(&MONTHS[MONTHS.len() - 1]);
        for year in stretch.from.year()..=stretch.to.year() {
            let months = (1..=12).filter(|month| (month - 1) % step == 0);
            found.extend(months.filter_map(|m| first_of(year, m).map(|d| (d, words(year, m)))));
        }
    }
    found.retain(|(date, _)| (stretch.from..=stretch.to).contains(date));
    if days < LONG_DAYS
        && let Some((date, words)) = found.first_mut()
    {
        let month = short_month_name(date.month(), lang);
        *words = format!("{month} {}", date.year());
    }
    found
}

fn filled(area: &Rect, fill: Color) -> Item {
    let rings = vec![corners(area)].into();
    Item::new(Subject::Furniture("time"), Area { rings, fill })
}

fn line(from: Pt, to: Pt, color: Color) -> Item {
    let stroke = Stroke {
        lines: vec![vec![from, to]].into(),
        closed: false,
        width_pt: 0.9,
        color,
        dash: None,
    };
    Item::new(Subject::Furniture("time"), stroke)
}

fn text(at: Pt, words: String, size_pt: f32, color: Color) -> Item {
    let text = Text {
        at,
        text: words,
        size_pt,
        face: Face::Regular,
        color,
        halo: None,
        angle: 0.0,
    };
    Item::new(Subject::Furniture("time"), text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::item::Shape;
    use crate::style::Theme;

    fn stretch(from: &str, to: &str) -> Stretch {
        Stretch {
            from: from.parse().expect("a date"),
            to: to.parse().expect("a date"),
            stops: Vec::new(),
        }
    }

    fn words(stretch: &Stretch, size_pt: Pt, lang: Lang) -> Vec<String> {
        let items = track(&area(size_pt), stretch, Theme::Light.palette(), lang);
        let said = items.iter().filter_map(|item| match &item.shape {
            Shape::Text(text) => Some(text.text.clone()),
            Shape::Area(_) | Shape::Stroke(_) | Shape::Symbol(_) => None,
        });
        said.collect()
    }

    #[test]
    fn years_or_months_stand_on_the_strip_as_there_is_room() {
        let years = stretch("2012-01-01", "2026-06-01");
        let all = words(&years, [1280.0, 720.0], Lang::En);
        assert_eq!((all.len(), all[0].as_str()), (15, "2012"));
        let few = words(&years, [300.0, 300.0], Lang::En);
        assert!(few.len() < 9 && few.len() > 1, "{few:?}");
        let months = stretch("2022-01-01", "2022-12-31");
        let said = words(&months, [1280.0, 720.0], Lang::Fr);
        assert_eq!((said.len(), said[1].as_str()), (12, "févr."));
    }

    #[test]
    fn time_runs_from_one_end_to_the_other_whatever_the_size() {
        for size_pt in [
            [1280.0, 720.0],
            [1.0, 1.0],
            [20_000.0, 50.0],
            [50.0, 4_000.0],
        ] {
            let area = area(size_pt);
            let one_day = stretch("2022-01-01", "2022-01-01");
            for of in [stretch("2012-01-01", "2026-06-01"), one_day] {
                assert!(x_of(&area, &of, of.from) <= x_of(&area, &of, of.to));
                let mark = mark(&area, &of, of.to, Theme::Dark.palette());
                assert_eq!(mark.len(), 2);
            }
        }
    }
}
