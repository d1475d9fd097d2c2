//! Words beside the things that are pointed at: when and where, who and since when.
//!
//! Rings are `selection`'s, and what steps back is `focus`'s. A thing that is not on the page has no words.

use super::bases::Row;
use super::events::Disc;
use super::movements::Move;
use super::story::{Line, extent, spot, written};
use crate::calendar::{PartialDate, partial_words, span_words};
use crate::lang::Lang;
use crate::model::{Base, Event, Tenure, Thing};
use crate::scene::item::{Face, Item, Pt, Rect, Subject};
use crate::scene::metrics;
use crate::scene::signs::category_color;
use crate::scene::space::{Boxes, Space};
use crate::scene::view::View;
use crate::style::{Color, Holder, size};

/// Titles stand beside at most so many things; more would hide the map they speak of.
const MOST_TITLED: usize = 2;
/// Width that titles are broken to, and how many lines they may have.
const TITLE_WIDTH_PT: f32 = 210.0;
const MOST_LINES: usize = 3;
/// What the ring around a thing adds to its size.
pub(in crate::scene) const RING_PT: f32 = 12.0;

/// What stands on the map already.
#[derive(Clone, Copy)]
pub(in crate::scene) struct Standing<'s, 'a> {
    /// Rows of bases.
    pub rows: &'s [Row<'a>],
    /// Discs of events.
    pub discs: &'s [Disc<'a>],
    /// Arrows.
    pub moves: &'s [Move<'a>],
}

/// The words of everything that is pointed at, the most important first.
pub(in crate::scene) fn items(
    view: &View<'_>,
    standing: Standing<'_, '_>,
    ground_of: &dyn Fn(Pt) -> Color,
    borders: &Boxes,
    space: &mut Space,
) -> Vec<Item> {
    let mut items = Vec::new();
    for thing in &view.pointed.ringed {
        let Some((at, reach, mut lines, subject)) = words(view, standing, thing) else {
            continue;
        };
        space.force(Rect::around(at, reach * 2.0, reach * 2.0));
        // Where the whole has no room, its first line may have some.
        let block = loop {
            let size_pt = extent(&lines);
            let near =
                |free: &dyn Fn(&Rect) -> bool| spot(at, reach, size_pt, (&*space, borders), free);
            let free = near(&|block| space.is_free(block));
            let found = free.or_else(|| near(&|block| space.is_free_but_for_names(block)));
            if found.is_some() || lines.len() <= 1 {
                break found;
            }
            lines.truncate(1);
        };
        if let Some(block) = block {
            items.extend(written(
                lines,
                &block,
                (at, reach),
                &subject,
                ground_of,
                space,
            ));
        }
    }
    items
}

type Words = (Pt, f32, Vec<Line>, Subject);

fn words(view: &View<'_>, on: Standing<'_, '_>, thing: &Thing) -> Option<Words> {
    match thing {
        Thing::Event(id) => {
            let event = view.atlas.event(id)?;
            let holds = |e: &Event| e.id == *id;
            let disc = on
                .discs
                .iter()
                .find(|d| d.events.iter().any(|(e, _)| holds(e)));
            let arrow = on.moves.iter().find(|m| m.events.iter().any(|e| holds(e)));
            let (at, reach) = match (disc, arrow) {
                (Some(disc), _) => (disc.at, (disc.size_pt + RING_PT) / 2.0),
                (None, Some(arrow)) => (arrow.mid, 8.0),
                (None, None) => return None,
            };
            let lines = of_event(view, event);
            Some((at, reach, lines, Subject::Event(id.clone())))
        }
        Thing::Base(id) => {
            let base = view.atlas.base(id)?;
            let row = on
                .rows
                .iter()
                .find(|r| r.marks.iter().any(|m| m.base.id == *id))?;
            let reach = (row.bounds.width().max(row.bounds.height()) + RING_PT) / 2.0;
            let lines = of_base(view, base);
            Some((row.bounds.center(), reach, lines, Subject::Base(id.clone())))
        }
        // What covers a country is named by the map itself, and whoever acts is in many places.
        Thing::Country(_)
        | Thing::Sky(_)
        | Thing::Actor(_)
        | Thing::Alliance(_)
        | Thing::Mission(_) => None,
    }
}

/// `31 October: Kidal`, and what happened there.
fn of_event(view: &View<'_>, event: &Event) -> Vec<Line> {
    let palette = view.theme.palette();
    let holder = event.actors.first().map(|code| Holder::of_code(code));
    let color = match (event.movement.is_some(), holder) {
        (true, Some(holder)) => holder.color(palette),
        (_, _) => category_color(event.category, palette),
    };
    let date = date(view, event);
    let place = event.places.first().map(|place| place.name.set(view.lang));
    let head = match (place, view.lang) {
        (Some(place), Lang::En) => format!("{date}: {place}"),
        (Some(place), Lang::Fr) => format!("{date}\u{202F}: {place}"),
        (None, _) => date,
    };
    let color = color.for_text(palette.map.halo);
    let mut lines = vec![Line::new(head, Face::Bold, size::STORY_PT, color)];
    if view.pointed.ringed.len() <= MOST_TITLED {
        let title = event.title.set(view.lang);
        let set = metrics::wrap(&title, Face::Regular, size::BODY_PT, TITLE_WIDTH_PT);
        if set.len() <= MOST_LINES {
            let ink = palette.map.place_label;
            let line = |text: String| Line::new(text, Face::Regular, size::BODY_PT, ink);
            lines.extend(set.into_iter().map(line));
        }
    }
    lines
}

/// Its date, without the year when that is the year of the picture.
fn date(view: &View<'_>, event: &Event) -> String {
    let words = match event.end {
        Some(_) => span_words(event.span(), view.lang),
        None => partial_words(event.date, view.lang),
    };
    let year = view.world.date.year();
    let is_year = matches!(event.date, PartialDate::Year(_));
    if is_year || event.end.is_some() || event.date.first().year() != year {
        return words;
    }
    let short = words.strip_suffix(&format!(" {year}")).map(str::to_owned);
    short.unwrap_or(words)
}

/// Its name, whose it is and from when to when.
fn of_base(view: &View<'_>, base: &Base) -> Vec<Line> {
    let palette = view.theme.palette();
    let ink = palette.map.place_label;
    let name = base.name.set(view.lang);
    let mut lines = vec![Line::new(name, Face::Bold, size::STORY_PT, ink)];
    let last_left = || {
        let left = view.world.left.iter();
        let of_it = left.filter(|(b, _)| {
            view.atlas
                .bases
                .get(*b as usize)
                .is_some_and(|b| b.id == base.id)
        });
        of_it
            .filter_map(|(_, t)| base.periods.get(*t as usize))
            .next_back()
    };
    let holders = view.world.tenures_of(view.atlas, &base.id);
    let tenure: Option<&Tenure> = holders.first().copied().or_else(last_left);
    if let Some(tenure) = tenure {
        let who = view.atlas.short_name(&tenure.operator, view.lang);
        let span = crate::calendar::Span {
            from: tenure.from,
            to: tenure.to,
        };
        let color = Holder::of_code(&tenure.operator)
            .color(palette)
            .for_text(palette.map.halo);
        let words = format!("{who}, {}", span_words(span, view.lang));
        lines.push(Line::new(words, Face::Regular, size::BODY_PT, color));
    }
    lines
}
