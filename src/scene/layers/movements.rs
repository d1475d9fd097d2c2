//! Movements as arrows from place to place, in the colour of who moves.
//!
//! The movement of the day is loud; those of the trail are pale and carry their date and number.
//! Ends beyond the page get a short arrow to its edge with the name of the place.

use super::events;
use super::ground::Ground;
use crate::calendar::short_date_words;
use crate::lang::{Lang, number};
use crate::model::{Category, Confidence, Event, Movement};
use crate::scene::compose::View;
use crate::scene::item::{Area, Face, Halo, Item, Pt, Rect, Subject, Text};
use crate::scene::metrics;
use crate::scene::space::{Space, text_box};
use crate::scene::symbols::arrow;
use crate::style::{Color, Holder, size};

/// Length of an arrow one of whose ends lies beyond the page.
const BEYOND_PT: f32 = 105.0;

/// An arrow on the page.
#[derive(Clone, Debug)]
pub(in crate::scene) struct Move<'a> {
    /// The event that tells of it.
    pub event: &'a Event,
    /// Outline of the arrow, page points.
    pub outline: Vec<Pt>,
    /// A point in the middle of its curve.
    pub mid: Pt,
    /// Its colour.
    pub color: Color,
    /// Is it the story of the day?
    pub story: bool,
    /// Name of the end that lies beyond the page, and where to write it.
    pub beyond: Option<(String, Pt)>,
}

/// Width of an arrow by the number of those who move.
pub(in crate::scene) fn width_pt(troops: Option<u32>) -> f32 {
    match troops {
        None => 5.0,
        Some(0..200) => 3.5,
        Some(200..1000) => 5.5,
        Some(1000..5000) => 8.0,
        Some(5000..) => 11.0,
    }
}

/// The movements that the page shows, oldest first, the story last.
pub(in crate::scene) fn moves<'a>(view: &View<'a>, ground: &Ground) -> Vec<Move<'a>> {
    if !view.shows("layer:movements") {
        return Vec::new();
    }
    let story_id = events::story(view).map(|e| e.id.as_str());
    let trail = view.world.events_of_trail(view.atlas);
    let all = trail.chain(view.world.events_of_day(view.atlas));
    let mut moves: Vec<Move<'a>> = all
        .filter(|e| view.shows(&events::category_key(e.category)))
        .filter_map(|e| one(view, ground, e, story_id == Some(e.id.as_str())))
        .collect();
    moves.sort_by_key(|m| m.story);
    moves
}

fn one<'a>(view: &View<'a>, ground: &Ground, event: &'a Event, story: bool) -> Option<Move<'a>> {
    let Some(Movement {
        from: Some(from),
        to: Some(to),
    }) = &event.movement
    else {
        return None;
    };
    // Refused flights and talks name two places, but nobody moved between them.
    match event.category {
        Category::Withdrawal | Category::Deployment | Category::Attack => {}
        Category::Airspace
        | Category::Alliance
        | Category::Coup
        | Category::Sanction
        | Category::Diplomacy
        | Category::Agreement
        | Category::Transition => return None,
    }
    let [w, h] = view.viewport.size_pt;
    let page = Rect::new([0.0, 0.0], [w, h]);
    let start = ground.page(from.position().to_map());
    let end = ground.page(to.position().to_map());
    let (a, b) = (page.contains(start), page.contains(end));
    let (start, end, beyond) = match (a, b) {
        (true, true) => (start, end, None),
        (true, false) => {
            let edge = toward(start, end, &page.expand(-34.0));
            (start, edge, Some((to.name.set(view.lang), edge)))
        }
        (false, true) => {
            let edge = toward(end, start, &page.expand(-34.0));
            (edge, end, Some((from.name.set(view.lang), edge)))
        }
        (false, false) => return None,
    };
    let length = ((end[0] - start[0]).powi(2) + (end[1] - start[1]).powi(2)).sqrt();
    if length < 8.0 {
        return None;
    }
    let width = width_pt(event.troops);
    let width = if story { width.max(8.0) } else { width * 0.8 };
    let bow = if story { 0.16 } else { 0.2 };
    let shape = arrow(start, end, bow, width);
    let palette = view.theme.palette();
    let holder = event
        .actors
        .first()
        .map_or(Holder::Other, |c| Holder::of_code(c));
    let color = holder.color(palette);
    let opacity = match event.confidence {
        Confidence::Confirmed => events::opacity(view, event).max(0.4),
        Confidence::Reported | Confidence::Disputed | Confidence::Unsourced => {
            events::opacity(view, event).max(0.4) * 0.7
        }
    };
    Some(Move {
        event,
        outline: shape.outline,
        mid: shape.mid,
        color: color.over(palette.map.halo, opacity),
        story,
        beyond,
    })
}

/// A short way from `inside` toward `outside`: to the edge of the box at most.
fn toward(inside: Pt, outside: Pt, page: &Rect) -> Pt {
    let way = ((outside[0] - inside[0]).powi(2) + (outside[1] - inside[1]).powi(2)).sqrt();
    let mut t: f32 = (BEYOND_PT / way).min(1.0);
    for axis in 0..2 {
        let d = outside[axis] - inside[axis];
        for bound in [page.min[axis], page.max[axis]] {
            let at = (bound - inside[axis]) / d;
            if at.is_finite() && at > 0.0 {
                t = t.min(at);
            }
        }
    }
    [
        inside[0] + t * (outside[0] - inside[0]),
        inside[1] + t * (outside[1] - inside[1]),
    ]
}

/// The arrows with a halo, and the date and number of those that are not the story.
pub(in crate::scene) fn items(view: &View<'_>, moves: &[Move<'_>], space: &mut Space) -> Vec<Item> {
    let palette = view.theme.palette();
    let mut items = Vec::new();
    for m in moves {
        let subject = Subject::Event(m.event.id.clone());
        let halo = crate::scene::item::Stroke {
            lines: vec![m.outline.clone()].into(),
            closed: true,
            width_pt: 3.2,
            color: palette.map.halo,
            dash: None,
        };
        items.push(Item::new(subject.clone(), halo));
        let area = Area {
            rings: vec![m.outline.clone()].into(),
            fill: m.color,
        };
        items.push(Item::new(subject, area));
    }
    for m in moves {
        if let Some((name, at)) = &m.beyond {
            items.extend(words(view, space, m, name.clone(), *at));
        }
        if !m.story {
            items.extend(words(
                view,
                space,
                m,
                date_and_number(m.event, view.lang),
                m.mid,
            ));
        }
    }
    items
}

fn date_and_number(event: &Event, lang: Lang) -> String {
    let date = short_date_words(event.date.first(), lang);
    let day_and_month = date
        .rsplit_once(' ')
        .map_or(date.as_str(), |(front, _)| front);
    match (event.troops, lang) {
        (Some(n), Lang::En) => format!("{day_and_month}: {}", number(n, lang)),
        (Some(n), Lang::Fr) => format!("{day_and_month}\u{202F}: {}", number(n, lang)),
        (None, Lang::En | Lang::Fr) => day_and_month.to_owned(),
    }
}

/// Words beside a point of an arrow, where there is room; nothing when there is none.
fn words(view: &View<'_>, space: &mut Space, m: &Move<'_>, text: String, at: Pt) -> Option<Item> {
    let palette = view.theme.palette();
    let size_pt = size::SMALL_PT;
    let width = metrics::width_pt(&text, Face::Bold, size_pt);
    let candidates = [
        [at[0] - width / 2.0, at[1] - 9.0],
        [at[0] - width / 2.0, at[1] + 18.0],
        [at[0] + 10.0, at[1] + 4.0],
        [at[0] - width - 10.0, at[1] + 4.0],
    ];
    let spot = candidates
        .into_iter()
        .find(|p| space.is_free(&text_box(*p, width, size_pt, 0.0)))?;
    space.take(text_box(spot, width, size_pt, 0.0));
    let holder = m
        .event
        .actors
        .first()
        .map_or(Holder::Other, |c| Holder::of_code(c));
    let text = Text {
        at: spot,
        text,
        size_pt,
        face: Face::Bold,
        color: holder.color(palette).for_text(palette.map.halo),
        halo: Some(Halo {
            color: palette.map.halo,
            width_pt: size::HALO_PT,
        }),
        angle: 0.0,
    };
    Some(Item::new(Subject::Event(m.event.id.clone()), text))
}
