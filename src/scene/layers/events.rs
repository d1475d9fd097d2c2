//! Events as discs with the glyph of their category, fading over the trail.
//!
//! Events at one place merge into a disc with a count and a ring of shares. The event that is the
//! story of the day is larger; which one that is, is decided here.

use super::bases::Row;
use super::ground::Ground;
use super::skies;
use crate::calendar::{Precision, day_number};
use crate::model::{Atlas, Category, Confidence, Event};
use crate::scene::item::{Area, Face, Item, Pt, Rect, Shape, Subject, Symbol, Text};
use crate::scene::metrics;
use crate::scene::signs::{category_band, category_color, category_glyph};
use crate::scene::space::Space;
use crate::scene::symbols::{Band, Edge, Glyph, cluster_ring};
use crate::scene::view::View;
use crate::style::{Color, Palette, size};
use std::sync::Arc;

/// Events merge when their places are closer than this on the page.
const MERGE_PT: f32 = 22.0;
/// An event belongs to a named place that is closer than this on the page.
const HOME_PT: f32 = 12.0;
/// Opacity of an event at the edges of the month or year that it may have happened in.
const IMPRECISE_OPACITY: f32 = 0.5;
/// A quiet day's picture tells of an event at most so many days old.
const RECENT_DAYS: i32 = 10;

/// A disc: one event or several.
#[derive(Clone, Debug)]
pub(in crate::scene) struct Disc<'a> {
    /// The page point of the place.
    pub place: Pt,
    /// Centre of the disc.
    pub at: Pt,
    /// Diameter.
    pub size_pt: f32,
    /// The events, newest first.
    pub events: Vec<(&'a Event, f32)>,
    /// Does it hold the story of the day?
    pub story: bool,
}

/// The key of a category's line in the legend.
pub(in crate::scene) fn category_key(category: Category) -> String {
    format!("category:{}", category.id())
}

/// How loud an event is among those of its day: the smallest is the story. What happened in a focus
/// country comes before what was said elsewhere, a movement before an announcement, the rarer kind
/// before the commoner.
pub(in crate::scene) fn weight<'e>(
    atlas: &Atlas,
    event: &'e Event,
) -> (bool, u8, bool, u32, &'e str) {
    let near = event
        .places
        .first()
        .is_some_and(|p| (-18.0..=25.0).contains(&p.lon) && (3.0..=37.0).contains(&p.lat));
    let concerns = |iso: &String| atlas.is_focus(iso);
    let here = event.countries.iter().chain(&event.targets).any(concerns)
        || event.category == Category::Airspace;
    let kind = match event.category {
        Category::Coup => 0,
        Category::Withdrawal if event.movement.is_some() => 1,
        Category::Alliance => 2,
        Category::Withdrawal => 3,
        Category::Airspace => 4,
        Category::Deployment => 5,
        Category::Sanction => 6,
        Category::Agreement => 7,
        Category::Attack => 8,
        Category::Transition => 9,
        Category::Diplomacy => 10,
    };
    let troops = u32::MAX - event.troops.unwrap_or(0);
    (!here, kind, !near, troops, &event.id)
}

/// The event that the day is about: what is known to the day first, then the rarer kind. A range is about
/// no event more than another.
pub(in crate::scene) fn story<'a>(view: &View<'a>) -> Option<&'a Event> {
    if !view.shows("page:story") {
        return None;
    }
    let day = view.world.date;
    if view.world.from.is_some() {
        return None;
    }
    let today = view.world.events_of_day(view.atlas);
    today
        .filter(|e| e.is_news_on(day) && view.shows(&category_key(e.category)))
        .min_by_key(|e| (e.date.precision() != Precision::Day, weight(view.atlas, e)))
}

/// The newest event of the days just before a quiet day, which its picture tells of instead.
pub(in crate::scene) fn latest<'a>(view: &View<'a>) -> Option<&'a Event> {
    if !view.shows("page:story") {
        return None;
    }
    let day = day_number(view.world.date);
    if view.world.from.is_some() {
        return None;
    }
    let trail = view.world.events_of_trail(view.atlas);
    let recent = trail.filter(|e| day - day_number(e.date.first()) <= RECENT_DAYS);
    recent
        .filter(|e| view.shows(&category_key(e.category)))
        .min_by_key(|e| {
            (
                weight(view.atlas, e).0,
                std::cmp::Reverse(e.date.first()),
                weight(view.atlas, e),
            )
        })
}

/// How strongly an event shows: 1 on its days, less and less over the trail. One whose date is known to
/// the month or year only comes and goes: its opacity rises from a half over the first third of the
/// span that it may have happened in, falls to a half again over the last third, and goes on from there
/// over the trail. In a range all stand alike.
pub(in crate::scene) fn opacity(view: &View<'_>, event: &Event) -> f32 {
    if view.world.from.is_some() {
        return 1.0;
    }
    let day = day_number(view.world.date);
    let last = day_number(event.end.unwrap_or(event.date).last());
    let first = day_number(event.date.first());
    let imprecise = event.date.precision() != Precision::Day;
    let on_last_day = if imprecise { IMPRECISE_OPACITY } else { 1.0 };
    if day > last {
        let part = (day - last) as f32 / f32::from(view.world.trail_days.max(1));
        return on_last_day - (on_last_day - size::TRAIL_END_OPACITY) * part.min(1.0);
    }
    if imprecise {
        swell(first, last, day)
    } else {
        1.0
    }
}

/// From a half to 1 over the first third of the days `first..=last`, and back over the last third.
fn swell(first: i32, last: i32, day: i32) -> f32 {
    let third = (last - first).max(1) as f32 / 3.0;
    let from_edge = (day - first).min(last - day).max(0) as f32;
    let share = (from_edge / third).min(1.0);
    IMPRECISE_OPACITY + (1.0 - IMPRECISE_OPACITY) * share
}

/// The discs that the page shows.
pub(in crate::scene) fn discs<'a>(
    view: &View<'a>,
    ground: &Ground,
    rows: &[Row<'_>],
    places: &[(Pt, f32)],
    space: &mut Space,
) -> Vec<Disc<'a>> {
    let mut discs: Vec<Disc<'a>> = Vec::new();
    if !view.shows("layer:events") {
        return discs;
    }
    let story_id = story(view).map(|e| e.id.as_str());
    let page = space.page();
    let today = view.world.events_of_day(view.atlas);
    let trail = view.world.events_of_trail(view.atlas);
    let newest_first = today.chain(trail.collect::<Vec<_>>().into_iter().rev());
    for event in newest_first.filter(|e| view.shows(&category_key(e.category))) {
        let Some(first) = event.places.first() else {
            continue;
        };
        let place = ground.page(first.position().to_map());
        if !page.expand(-6.0).contains(place) {
            continue;
        }
        // What happened at a named place belongs to the place, so that it merges and stands with it.
        let at_home = places
            .iter()
            .map(|(at, _)| *at)
            .find(|at| (at[0] - place[0]).abs() < HOME_PT && (at[1] - place[1]).abs() < HOME_PT);
        let place = at_home.unwrap_or(place);
        let entry = (event, opacity(view, event));
        let is_story = story_id == Some(event.id.as_str());
        let near = |d: &Disc<'_>| {
            (d.place[0] - place[0]).abs() < MERGE_PT && (d.place[1] - place[1]).abs() < MERGE_PT
        };
        match discs.iter_mut().find(|d| near(d)) {
            Some(disc) => {
                disc.events.push(entry);
                disc.story |= is_story;
            }
            None => discs.push(Disc {
                place,
                at: place,
                size_pt: 0.0,
                events: vec![entry],
                story: is_story,
            }),
        }
    }
    for disc in &mut discs {
        stand(disc, rows, places, space);
    }
    discs
}

/// Finds the place of a disc: above the symbols or the dot at its place, else beside them.
fn stand(disc: &mut Disc<'_>, rows: &[Row<'_>], places: &[(Pt, f32)], space: &mut Space) {
    let single = match disc.events.len() {
        0 | 1 => size::EVENT_PT,
        2..=4 => size::CLUSTER_PT[0],
        5..=14 => size::CLUSTER_PT[1],
        _ => size::CLUSTER_PT[2],
    };
    disc.size_pt = if disc.story {
        single.max(size::EVENT_STORY_PT)
    } else {
        single
    };
    let near = rows.iter().find(|row| {
        let b = row.bounds.expand(8.0);
        b.contains(disc.place)
    });
    let radius = disc.size_pt / 2.0;
    let (up, side) = near.map_or((radius * 0.2, radius), |row| {
        (
            row.bounds.height() / 2.0 + radius + 2.0,
            row.bounds.width() / 2.0 + radius + 2.0,
        )
    });
    let from = near.map_or(disc.place, |row| row.at);
    let dot = places.iter().find(|(at, _)| *at == disc.place);
    let start = match (near, dot) {
        (Some(_), _) => [0.0, -up],
        (None, Some((_, height))) => [0.0, -(height / 2.0 + radius + 2.0)],
        (None, None) => [0.0, 0.0],
    };
    let candidates = [
        start,
        [0.0, -up],
        [side, -up * 0.6],
        [-side, -up * 0.6],
        [0.0, up],
        [side, up * 0.6],
        [-side, up * 0.6],
    ];
    // Farther out in eight directions when it is crowded.
    let rings = [1.2f32, 1.8, 2.6].into_iter().flat_map(|far| {
        (0..8u8).map(move |step| {
            let (sin, cos) = (f32::from(step) / 8.0 * std::f32::consts::TAU).sin_cos();
            [side * far * cos, (up + radius * 0.5) * far * sin]
        })
    });
    let boxes: Vec<Rect> = candidates
        .into_iter()
        .chain(rings)
        .map(|[dx, dy]| {
            let size_pt = disc.size_pt + 2.0;
            Rect::around([from[0] + dx, from[1] + dy], size_pt, size_pt)
        })
        .collect();
    let free = boxes[..candidates.len()].iter().find(|b| space.is_free(b));
    let free = free
        .or_else(|| boxes.iter().find(|b| space.is_free(b)))
        .or_else(|| boxes.iter().find(|b| space.is_free_but_for_names(b)));
    let least = || {
        let covered = |b: &&Rect| space.covered(b);
        boxes
            .iter()
            .min_by(|a, b| covered(a).total_cmp(&covered(b)))
    };
    if let Some(chosen) = free.or_else(least) {
        disc.at = chosen.center();
        space.force(*chosen);
    }
}

/// The items of a disc.
pub(in crate::scene) fn items(disc: &Disc<'_>, palette: &Palette) -> Vec<Item> {
    match disc.events.as_slice() {
        [] => Vec::new(),
        [(event, opacity)] => {
            let symbol = marker(event, disc.at, disc.size_pt, *opacity, palette);
            vec![Item::new(Subject::Event(event.id.clone()), symbol)]
        }
        several => cluster(disc, several, palette),
    }
}

/// The marker of one event.
pub(in crate::scene) fn marker(
    event: &Event,
    at: Pt,
    size_pt: f32,
    opacity: f32,
    palette: &Palette,
) -> Symbol {
    let edge = match event.confidence {
        Confidence::Confirmed => Edge::Confirmed,
        Confidence::Reported | Confidence::Unsourced => Edge::Reported,
        Confidence::Disputed => Edge::Disputed,
    };
    let doubt = match edge {
        Edge::Confirmed | Edge::Reported => 1.0,
        Edge::Disputed => size::DISPUTED_OPACITY,
    };
    let ink = palette.faded(category_color(event.category, palette), opacity * doubt);
    Symbol {
        glyph: Glyph::Marker {
            glyph: category_glyph(event.category),
            edge,
            date: event.date.precision(),
        },
        at,
        size_pt,
        ink,
        ground: palette.map.halo,
        accent: ink,
        opacity: 1.0,
    }
}

/// A disc with a ring of the shares of each category, in colours and patterns, around the count.
fn cluster(disc: &Disc<'_>, events: &[(&Event, f32)], palette: &Palette) -> Vec<Item> {
    let subject = Subject::Cluster(events.iter().map(|(e, _)| e.id.clone()).collect());
    let newest = events.iter().map(|(_, o)| *o).fold(0.0, f32::max);
    let count = |category: &Category| {
        let of_it = events.iter().filter(|(e, _)| e.category == *category);
        (*category, of_it.count())
    };
    let counts: Vec<(Category, usize)> = Category::ALL
        .iter()
        .map(count)
        .filter(|(_, n)| *n > 0)
        .collect();
    cluster_at(disc.at, disc.size_pt, &counts, newest.max(0.45), palette)
        .into_iter()
        .map(|shape| Item::new(subject.clone(), shape))
        .collect()
}

/// The shapes of a cluster: so many of each category, in the order of the ring.
pub(in crate::scene) fn cluster_at(
    at: Pt,
    size_pt: f32,
    counts: &[(Category, usize)],
    opacity: f32,
    palette: &Palette,
) -> Vec<Shape> {
    let fade = |c: Color| palette.faded(c, opacity);
    let placed = |p: &Pt| [at[0] + p[0] * size_pt, at[1] + p[1] * size_pt];
    let filled = |rings: Vec<Vec<Pt>>, fill: Color| {
        let rings: Arc<[Vec<Pt>]> = rings.into();
        Shape::from(Area { rings, fill })
    };
    let ground: Vec<Pt> = (0..48u8)
        .map(|i| {
            let (sin, cos) = (f32::from(i) / 48.0 * std::f32::consts::TAU).sin_cos();
            let radius = size_pt / 2.0 + 1.0;
            [at[0] + radius * cos, at[1] + radius * sin]
        })
        .collect();
    let mut shapes = vec![filled(vec![ground], palette.map.halo)];
    let shares: Vec<(f32, Band)> = counts
        .iter()
        .map(|(category, n)| (*n as f32, category_band(*category)))
        .collect();
    for ((category, _), sector) in counts.iter().zip(cluster_ring(&shares)) {
        let rings = sector
            .iter()
            .map(|ring| ring.iter().map(placed).collect())
            .collect();
        shapes.push(filled(rings, fade(category_color(*category, palette))));
    }
    let text = counts.iter().map(|(_, n)| n).sum::<usize>().to_string();
    let text_pt = size::SMALL_PT;
    let width = metrics::width_pt(&text, Face::Bold, text_pt);
    let text = Text {
        at: [at[0] - width / 2.0, at[1] + text_pt * 0.36],
        text,
        size_pt: text_pt,
        face: Face::Bold,
        color: fade(palette.map.place_label).for_text(palette.map.halo),
        halo: None,
        angle: 0.0,
    };
    shapes.push(Shape::from(text));
    shapes
}

/// Whether an event is told by another layer's own mark and needs no disc of its own.
pub(in crate::scene) fn told_by_sky(view: &View<'_>, event: &Event) -> bool {
    event.category == Category::Airspace && skies::tells(view, event)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_have_happened_any_day_of_a_month_comes_and_goes() {
        let days: Vec<f32> = (0..30).map(|day| swell(0, 29, day)).collect();
        assert_eq!((days[0], days[29]), (0.5, 0.5));
        assert!(days[..10].is_sorted() && days[20..].is_sorted_by(|a, b| a >= b));
        assert!(days[10..20].iter().all(|o| *o == 1.0), "{days:?}");
        assert_eq!(swell(5, 5, 5), 0.5, "no span at all");
    }
}
