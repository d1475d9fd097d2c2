//! A film of the map: one page for all its frames, on which only what changes moves.
//!
//! The legend lists all that is on the map at some time, each line at one place from the first frame
//! to the last and pale while it is not on the map; the date stands at one place; a strip along the
//! bottom shows how far time has come. Which days a film shows is not decided here.

use super::item::{Item, Layer, Picture, Pt};
use super::legend::{Legend, LegendRow, LegendSection};
use super::page::film as page;
use super::view::{Composition, View};
use super::{Furniture, progress};
use crate::calendar::Date;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Does a frame stand long enough to be read?
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Telling {
    /// It does: title, text and sources of the day's event.
    Story,
    /// It does not: only the date.
    Running,
}

/// A stretch of time and the days in it on which the film stays.
#[derive(Clone, PartialEq, Debug)]
pub struct Stretch {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Days with a mark on the strip, in their order.
    pub stops: Vec<Date>,
}

/// The key that leaves out the strip of time.
pub const PROGRESS_KEY: &str = "page:progress";
/// The key that leaves out whatever tells of the day's event, on the map and around it.
pub const STORY_KEY: &str = "page:story";

/// The page of the map of a film of that size, in points: the strip takes the rest.
pub fn page_size(size_pt: Pt, shows_strip: bool) -> Pt {
    let strip = if shows_strip {
        progress::height_pt(size_pt) * progress::OWN_ROOM
    } else {
        0.0
    };
    [size_pt[0], (size_pt[1] - strip).max(1.0)]
}

/// All lines that the legends of a film's frames have, in an order that holds for all of them.
#[derive(Clone, Default, Debug)]
pub struct FilmLegend {
    legend: Legend,
}

impl FilmLegend {
    /// Adds the lines of a frame's legend.
    pub fn learn(&mut self, legend: &Legend) {
        for (at, section) in legend.sections.iter().enumerate() {
            let known = self.legend.sections.iter();
            let known = known.enumerate().find(|(_, s)| s.id == section.id);
            match known.map(|(i, _)| i) {
                Some(i) => learn_rows(&mut self.legend.sections[i], section),
                None => {
                    let before = legend.sections[..at].iter().rev();
                    let after = before
                        .filter_map(|b| self.legend.sections.iter().position(|s| s.id == b.id))
                        .next();
                    let at = after.map_or(0, |i| i + 1);
                    self.legend.sections.insert(at, section.clone());
                }
            }
        }
    }

    /// The lines as a legend: counts are the largest of any frame.
    pub fn all(&self) -> &Legend {
        &self.legend
    }
}

fn learn_rows(known: &mut LegendSection, section: &LegendSection) {
    if known.detail != section.detail {
        known.detail.clear();
    }
    let mut after = None;
    for row in &section.rows {
        let found = known.rows.iter().position(|k| is_same(k, row));
        let at = found.unwrap_or_else(|| {
            let at = after.map_or(0, |i: usize| i + 1);
            known.rows.insert(at, row.clone());
            at
        });
        let kept = &mut known.rows[at];
        kept.count = kept.count.max(row.count);
        kept.shown |= row.shown;
        if kept.detail != row.detail {
            // What changes with the day stands on the map; here it would move the lines below.
            kept.detail.clear();
        }
        after = Some(at);
    }
    // Samples of widths and shapes stay below what is counted.
    known.rows.sort_by_key(|row| row.count.is_none());
}

/// Are these the same line of the legend, on two days?
pub(super) fn is_same(a: &LegendRow, b: &LegendRow) -> bool {
    a.key == b.key && a.label == b.label
}

/// Puts the page of a film around the map of each frame.
pub struct FilmPage {
    size_pt: Pt,
    stretch: Stretch,
    legend: FilmLegend,
    /// What holds for all frames, made with the first.
    still: Option<Arc<Layer>>,
    track: Option<Arc<Layer>>,
}

impl FilmPage {
    /// The page of a film of that size in points.
    pub fn new(size_pt: Pt, stretch: Stretch, legend: FilmLegend) -> FilmPage {
        FilmPage {
            size_pt,
            stretch,
            legend,
            still: None,
            track: None,
        }
    }

    /// The finished frame: the composition of a view with [`Furniture::Film`], with the page around it.
    pub fn frame(
        &mut self,
        view: &View<'_>,
        composition: &Composition,
        telling: Telling,
    ) -> Picture {
        let mut picture = Picture::clone(&composition.picture);
        picture.size_pt = self.size_pt;
        let Furniture::Film(page_pt) = view.furniture else {
            return picture;
        };
        let all = self.legend.all();
        let still = self
            .still
            .get_or_insert_with(|| layer("furniture", page::still(view, all, page_pt)));
        picture.layers.push(still.clone());
        let moving = page::moving(view, all, &composition.legend, page_pt, telling);
        picture.layers.push(layer("page", moving));
        if view.shows(PROGRESS_KEY) {
            let area = progress::area(self.size_pt);
            let (stretch, palette) = (&self.stretch, view.theme.palette());
            let track = self.track.get_or_insert_with(|| {
                let items = progress::track(&area, stretch, palette, view.lang);
                layer("time", items)
            });
            picture.layers.push(track.clone());
            let mark = progress::mark(&area, stretch, view.world.date, palette);
            picture.layers.push(layer("now", mark));
        }
        picture
    }
}

/// Is the part of that key shown, when these are hidden?
pub fn is_shown(hidden: &BTreeSet<String>, key: &str) -> bool {
    !hidden.contains(key)
}

fn layer(name: &'static str, items: Vec<Item>) -> Arc<Layer> {
    Arc::new(Layer {
        name,
        clip: None,
        items,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(label: &str, count: usize, detail: &str) -> LegendRow {
        LegendRow {
            key: None,
            label: label.to_owned(),
            detail: detail.to_owned(),
            count: Some(count),
            shown: true,
            swatch: Vec::new(),
        }
    }

    fn legend(sections: &[(&'static str, Vec<LegendRow>)]) -> Legend {
        let section = |(id, rows): &(&'static str, Vec<LegendRow>)| LegendSection {
            id,
            title: (*id).to_owned(),
            detail: String::new(),
            layer: None,
            columns: 1,
            rows: rows.clone(),
        };
        Legend {
            sections: sections.iter().map(section).collect(),
        }
    }

    #[test]
    fn a_film_lists_the_lines_of_all_its_days_in_one_order() {
        let mut film = FilmLegend::default();
        let day = [
            ("skies", vec![row("a", 1, "Mali"), row("c", 9, "")]),
            ("events", vec![row("x", 2, "")]),
        ];
        film.learn(&legend(&day));
        let next = [
            ("countries", vec![row("k", 1, "")]),
            (
                "skies",
                vec![row("a", 3, "Niger"), row("b", 1, ""), row("c", 2, "")],
            ),
            ("bases", vec![row("f", 5, "")]),
            ("events", vec![]),
        ];
        film.learn(&legend(&next));
        let ids: Vec<&str> = film.all().sections.iter().map(|s| s.id).collect();
        assert_eq!(ids, ["countries", "skies", "bases", "events"]);
        let skies = &film.all().sections[1].rows;
        let labels: Vec<&str> = skies.iter().map(|r| r.label.as_str()).collect();
        assert_eq!(labels, ["a", "b", "c"]);
        assert_eq!((skies[0].count, skies[2].count), (Some(3), Some(9)));
        assert_eq!(skies[0].detail, "", "what differs is not said");
        let before = film.all().clone();
        film.learn(&legend(&day));
        assert_eq!(&before, film.all(), "nothing new, nothing moved");
    }
}
