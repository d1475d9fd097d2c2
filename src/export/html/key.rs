//! The legend of a page: every line that any of its days has, and which of them hold on which day.
//!
//! Lines keep their places; those that are not on the map are pale. One list a language, since labels are words.

use super::text::{escaped, put};
use crate::export::svg::Pieces;
use crate::scene::film::FilmLegend;
use crate::scene::{Legend, LegendRow, SWATCH_PT};
use std::sync::Arc;

/// The legends of all days in one language.
#[derive(Default)]
pub(super) struct Keys {
    all: FilmLegend,
    days: Vec<Arc<Legend>>,
}

impl Keys {
    /// Takes up the legend of the next day.
    pub fn add(&mut self, legend: &Arc<Legend>) {
        self.all.learn(legend);
        self.days.push(legend.clone());
    }

    /// All lines.
    pub fn all(&self) -> &Legend {
        self.all.all()
    }

    /// The list, as it is on that day.
    pub fn written(&self, pieces: &mut Pieces, day: usize) -> String {
        let on: Vec<Option<&LegendRow>> = self.rows(day).collect();
        let mut on = on.into_iter();
        let mut out = String::new();
        for section in &self.all().sections {
            let rows: Vec<&LegendRow> = section.rows.iter().filter(|r| r.shown).collect();
            if rows.is_empty() {
                continue;
            }
            put!(out, "<section><h3>{}", escaped(&section.title));
            if !section.detail.is_empty() {
                put!(out, " <small>{}</small>", escaped(&section.detail));
            }
            put!(out, "</h3><ul>");
            for row in rows {
                let now = on.next().flatten();
                let off = if now.is_some() { "" } else { " class=\"off\"" };
                put!(out, "<li{off}>{}", swatch(row, pieces));
                put!(out, "<span>{}", escaped(&row.label));
                if !row.detail.is_empty() {
                    put!(out, " <small>{}</small>", escaped(&row.detail));
                }
                put!(out, "</span><b>{}</b></li>", count(now));
            }
            put!(out, "</ul></section>");
        }
        out
    }

    /// For the script: the lines that hold on each day, by their places, with their counts: `0:3 4 7:1`.
    pub fn days(&self) -> Vec<String> {
        let of = |day: usize| {
            let rows = self.rows(day).enumerate();
            let on = rows.filter_map(|(at, row)| {
                let count = count(Some(row?));
                Some(if count.is_empty() {
                    at.to_string()
                } else {
                    format!("{at}:{count}")
                })
            });
            on.collect::<Vec<_>>().join(" ")
        };
        (0..self.days.len()).map(of).collect()
    }

    /// Every line of the list as it is on a day, if it is.
    fn rows(&self, day: usize) -> impl Iterator<Item = Option<&LegendRow>> {
        let today = &self.days[day];
        let sections = self.all().sections.iter();
        sections.flat_map(move |section| {
            let now = today.sections.iter().find(|s| s.id == section.id);
            let shown = section.rows.iter().filter(|row| row.shown);
            shown.map(move |row| {
                let is_same = |r: &&LegendRow| r.key == row.key && r.label == row.label && r.shown;
                now.and_then(|s| s.rows.iter().find(is_same))
            })
        })
    }
}

fn count(row: Option<&LegendRow>) -> String {
    let count = row.and_then(|r| r.count).filter(|n| *n > 0);
    count.map_or(String::new(), |n| n.to_string())
}

fn swatch(row: &LegendRow, pieces: &mut Pieces) -> String {
    let [w, h] = SWATCH_PT;
    let mut out = format!(
        "<svg viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" aria-hidden=\"true\" fill-rule=\"evenodd\">"
    );
    for item in &row.swatch {
        out.push_str(&pieces.of(item).whole());
    }
    out.push_str("</svg>");
    out
}
