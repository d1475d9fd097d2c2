//! The foot of a page: whose reports it rests on, what the map is, and the program's name.
//!
//! A list that is too long says how many it leaves out.

use super::grid::{self, Grid};
use super::pen::{Pen, Type};
use super::range;
use super::said::more;
use crate::calendar::{Date, date_words, partial_words};
use crate::geo::LonLat;
use crate::lang::{Lang, typeset, words};
use crate::model::Event;
use crate::scene::graticule::{self, Axis};
use crate::scene::view::View;

/// Draws the foot.
pub(super) fn draw(pen: &mut Pen<'_>, view: &View<'_>, story: Option<&Event>, grid: &Grid) {
    let Some(area) = grid.foot else { return };
    let [size_pt, line_pt, above] = grid::FOOT_PT.map(|v| v * pen.unit);
    let [for_sources, for_credit] = grid.foot_lines;
    let left = area.min[0];
    if view.shows("page:sources") {
        pen.part = "sources";
        let set = Type::plain(size_pt, pen.palette.ui.text_2);
        let publishers = publishers(view, story);
        let lines = sources(view, &publishers, &set, area.width(), for_sources);
        // Under a wide map the sources begin at the map, under columns they end at the credit.
        let skipped = if for_sources > 2 {
            for_sources - lines.len()
        } else {
            0
        };
        for (i, line) in lines.into_iter().enumerate() {
            let y = area.min[1] + above + ((skipped + i) as f32 + 0.75) * line_pt;
            pen.text([left, y], line, set);
        }
    }
    if view.shows("page:credit") {
        pen.part = "credit";
        let name = Type::bold(size_pt, pen.palette.ui.text);
        let name_width = name.width(words::SAHELSCOPE.get(view.lang));
        let set = Type::plain(size_pt, pen.palette.ui.text_3);
        let room = area.width() - name_width - 2.0 * size_pt;
        let lines = set.lines(&credit(view), 0.0, room, for_credit);
        let top = area.max[1] - lines.len() as f32 * line_pt;
        let last = area.max[1] - 0.25 * line_pt;
        for (i, line) in lines.into_iter().enumerate() {
            pen.text([left, top + (i as f32 + 0.75) * line_pt], line, set);
        }
        let at = [area.max[0] - name_width, last];
        pen.text(at, words::SAHELSCOPE.get(view.lang), name);
    }
}

/// Who reported the events of the day, the story's first, each once.
fn publishers(view: &View<'_>, story: Option<&Event>) -> Vec<String> {
    if view.world.from.is_some() {
        return range::publishers(view);
    }
    let mut names: Vec<String> = Vec::new();
    let day = view.world.date;
    let others = view.world.events_of_day(view.atlas);
    let others = others.filter(|e| e.is_news_on(day));
    for source in story.into_iter().chain(others).flat_map(|e| &e.sources) {
        let name = match source.date {
            Some(date) => format!("{} ({})", source.publisher, partial_words(date, view.lang)),
            None => source.publisher.clone(),
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The sources in so many lines: those that do not fit are counted.
fn sources(
    view: &View<'_>,
    publishers: &[String],
    set: &Type,
    width: f32,
    most: usize,
) -> Vec<String> {
    let head = words::SOURCES.get(view.lang);
    let line = |kept: usize| {
        let mut text = format!("{head} {}", publishers[..kept].join(", "));
        if kept < publishers.len() {
            text = format!("{text} {}", more(publishers.len() - kept, view.lang));
        }
        typeset(&format!("{text}."), view.lang)
    };
    // From few to many: of hundreds of names, only those that have room are ever set.
    let fits = |kept: usize| set.lines(&line(kept), 0.0, width, most + 1).len() <= most;
    let mut kept = publishers.len().min(1);
    while kept < publishers.len() && fits(kept + 1) {
        kept += 1;
    }
    // All of them may be shorter than all but one and a count.
    if kept + 2 == publishers.len() && fits(kept + 2) {
        kept += 2;
    }
    match kept {
        0 => Vec::new(),
        _ => set.lines(&line(kept), 0.0, width, most),
    }
}

/// Basemap, projection and data, in one line.
fn credit(view: &View<'_>) -> String {
    let mut text: Vec<String> = Vec::new();
    text.push(match view.atlas.credits.first() {
        Some(credit) => credit.text.get(view.lang).to_owned(),
        None => format!("{}.", words::MADE_WITH.get(view.lang)),
    });
    let middle = LonLat::from_map(view.viewport.camera.center).lat;
    let parallel = graticule::degrees(middle.round() as i32 * 60, Axis::Lat, view.lang);
    let (from, to) = (view.atlas.coverage.from, view.atlas.coverage.to);
    let (from, to) = (date_words(from, view.lang), date_words(to, view.lang));
    let version = &view.atlas.data_version;
    let version = match version.parse::<Date>() {
        Ok(day) => date_words(day, view.lang),
        Err(_) => version.clone(),
    };
    text.push(match view.lang {
        Lang::En => format!("Mercator projection, scale true at {parallel}."),
        Lang::Fr => format!("Projection de Mercator, échelle vraie à {parallel}."),
    });
    text.push(match view.lang {
        Lang::En => format!("Data of {version}, covering {from} to {to}."),
        Lang::Fr => format!("Données du {version}, couvrant du {from} au {to}."),
    });
    typeset(&text.join(" "), view.lang)
}
