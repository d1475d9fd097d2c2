//! Which movements the page shows: their ends on it, and which of them are one journey.
//!
//! Movements of the same holder between the same two places are one journey. What it looks like is the
//! layer's business.

use super::super::events;
use super::super::ground::Ground;
use crate::calendar::day_number;
use crate::geo::{Camera, LonLat};
use crate::lang::Lang;
use crate::model::{Category, Confidence, Event, Movement, Place};
use crate::scene::item::{Pt, Rect};
use crate::scene::symbols::Edge;
use crate::scene::view::View;
use crate::style::{Holder, size};

/// Ends closer together than this on the page are the same place.
const SAME_PT: f32 = 12.0;
/// Length of an arrow one of whose ends lies beyond the page, and the least there must be room for.
const BEYOND_PT: f32 = 105.0;
const LEAST_PT: f32 = 16.0;
/// Room for the name of a far end, and the least distance from the edge.
const NAME_ROOM_PT: f32 = 34.0;
const EDGE_PT: f32 = 5.0;
/// The least that an arrow has grown while its movement lasts.
const LEAST_GROWTH: f32 = 0.25;
/// Opacity below which the arrow of a base that was left does not fade.
const OWN_OPACITY: f32 = 0.45;
/// A base is the one that a movement left when it is so near its start, and was given up so few days
/// from it.
const OWN_KM: f64 = 15.0;
const OWN_DAYS: i32 = 10;

/// One or several movements by the same holder between the same two places.
#[derive(Clone, Debug)]
pub(super) struct Journey<'a> {
    /// The events that tell of it, newest first; never empty.
    pub events: Vec<&'a Event>,
    /// Who moves.
    pub holder: Holder,
    /// Where its arrow starts, page points.
    pub from: Pt,
    /// Where its arrow ends, page points.
    pub to: Pt,
    /// The end that lies beyond the page.
    pub far: Option<Far>,
    /// Is it the story of the day?
    pub story: bool,
}

/// An end that lies beyond the page.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Far {
    /// "to Paris", "from Russia".
    pub words: String,
    /// The arrow's end at the edge of the page, page points.
    pub at: Pt,
}

/// The journeys that the page shows, oldest first, the story last.
pub(super) fn journeys<'a>(view: &View<'a>, ground: &Ground) -> Vec<Journey<'a>> {
    let story_id = events::story(view).map(|e| e.id.as_str());
    let trail = view.world.events_of_trail(view.atlas);
    let all = trail.chain(view.world.events_of_day(view.atlas));
    let mut journeys: Vec<Journey<'a>> = Vec::new();
    for event in all.filter(|e| view.shows(&events::category_key(e.category))) {
        let Some(mut new) = one(view, ground, event) else {
            continue;
        };
        new.story = story_id == Some(event.id.as_str());
        gather(&mut journeys, new);
    }
    journeys.sort_by_key(|j| j.story);
    journeys
}

/// Adds a newer journey: to the known one on the same road, if there is one.
fn gather<'a>(known: &mut Vec<Journey<'a>>, new: Journey<'a>) {
    match known.iter_mut().find(|k| k.is_same(&new)) {
        Some(same) => {
            same.events.splice(0..0, new.events);
        }
        None => known.push(new),
    }
}

fn one<'a>(view: &View<'a>, ground: &Ground, event: &'a Event) -> Option<Journey<'a>> {
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
    let (start, end, far) = match (page.contains(start), page.contains(end)) {
        (true, true) => (
            start,
            end,
            beyond_the_map(from, to, [start, end], view.lang),
        ),
        (true, false) => {
            let at = toward(start, end, page)?;
            let words = words_to(to, view.lang);
            (start, at, Some(Far { words, at }))
        }
        (false, true) => {
            let at = toward(end, start, page)?;
            let words = words_from(from, view.lang);
            (at, end, Some(Far { words, at }))
        }
        (false, false) => return None,
    };
    let long = (end[0] - start[0]).hypot(end[1] - start[1]) >= 8.0;
    let actor = event.actors.first();
    long.then(|| Journey {
        events: vec![event],
        holder: actor.map_or(Holder::Other, |code| Holder::of_code(code)),
        from: start,
        to: end,
        far,
        story: false,
    })
}

/// The end that has no land under it because it lies beyond the basemap: it needs its name as much as
/// one beyond the page.
fn beyond_the_map(from: &Place, to: &Place, [start, end]: [Pt; 2], lang: Lang) -> Option<Far> {
    let known = |place: &Place| Camera::bounds().contains(place.position().to_map());
    let far = |words: String, at: Pt| Some(Far { words, at });
    match (known(from), known(to)) {
        (_, false) => far(words_to(to, lang), end),
        (false, true) => far(words_from(from, lang), start),
        (true, true) => None,
    }
}

/// A short way from `inside` toward `outside` that ends on the page, with room for a name where there
/// is any; nothing when `inside` is too near the edge for an arrow.
fn toward(inside: Pt, outside: Pt, page: Rect) -> Option<Pt> {
    let [dx, dy] = [outside[0] - inside[0], outside[1] - inside[1]];
    let way = dx.hypot(dy);
    if !way.is_finite() {
        return None;
    }
    let roomy = page.expand(-NAME_ROOM_PT);
    let to_edge = |bounds: &Rect| {
        (0..2)
            .map(|axis| {
                let d = [dx, dy][axis] / way;
                let bound = if d > 0.0 { bounds.max } else { bounds.min };
                let steps = (bound[axis] - inside[axis]) / d;
                if steps.is_finite() { steps } else { f32::MAX }
            })
            .fold(BEYOND_PT.min(way), f32::min)
    };
    let far = to_edge(&roomy);
    let length = if far >= LEAST_PT * 2.0 {
        far
    } else {
        to_edge(&page.expand(-EDGE_PT))
    };
    (length >= LEAST_PT).then(|| [inside[0] + dx / way * length, inside[1] + dy / way * length])
}

/// The name of a far place without what its record says of it in brackets.
fn short_name(place: &Place, lang: Lang) -> String {
    let name = place.name.set(lang);
    let short = name.split(" (").next().unwrap_or(&name);
    short.to_owned()
}

fn words_to(place: &Place, lang: Lang) -> String {
    let name = short_name(place, lang);
    match lang {
        Lang::En => format!("to {name}"),
        // No article can be known from the name: "vers" would need one for a country.
        Lang::Fr => format!("direction {name}"),
    }
}

fn words_from(place: &Place, lang: Lang) -> String {
    let name = short_name(place, lang);
    let vowel = name.starts_with(|c| "AEÉÈIOUYaeéiou".contains(c));
    match lang {
        Lang::En => format!("from {name}"),
        Lang::Fr if vowel => format!("d’{name}"),
        Lang::Fr => format!("de {name}"),
    }
}

impl Journey<'_> {
    /// The same holder on the same road; the story of the day stays apart.
    fn is_same(&self, other: &Journey<'_>) -> bool {
        let near = |a: Pt, b: Pt| (a[0] - b[0]).abs() < SAME_PT && (a[1] - b[1]).abs() < SAME_PT;
        let far = |j: &Journey<'_>| j.far.as_ref().map(|f| f.words.clone());
        !self.story
            && !other.story
            && self.holder == other.holder
            && near(self.from, other.from)
            && near(self.to, other.to)
            && far(self) == far(other)
    }

    /// Persons, as far as they are known, and whether all numbers are.
    pub fn troops(&self) -> (Option<u32>, bool) {
        let known = self.events.iter().filter_map(|e| e.troops);
        let sum = known.reduce(u32::saturating_add);
        (sum, self.events.iter().all(|e| e.troops.is_some()))
    }

    /// How sure it is: as sure as the least sure of its events.
    pub fn edge(&self) -> Edge {
        let edges = self.events.iter().map(|e| match e.confidence {
            Confidence::Confirmed => Edge::Confirmed,
            Confidence::Reported | Confidence::Unsourced => Edge::Reported,
            Confidence::Disputed => Edge::Disputed,
        });
        edges.max().unwrap_or(Edge::Confirmed)
    }

    /// How strongly it shows: that of its newest event; the arrow that tells why a base was left stays
    /// stronger than the rest.
    pub fn opacity(&self, view: &View<'_>) -> f32 {
        let newest = events::opacity(view, self.events[0]);
        let least = if self.events.iter().any(|e| leaves_a_base(view, e)) {
            OWN_OPACITY
        } else {
            size::TRAIL_END_OPACITY
        };
        newest.max(least)
    }

    /// The share of the way that has been gone on the day: all of it, except while the movement lasts.
    pub fn growth(&self, view: &View<'_>) -> f32 {
        let [event] = self.events.as_slice() else {
            return 1.0;
        };
        event.end.map_or(1.0, |end| {
            let [first, last, day] =
                [event.date.first(), end.last(), view.world.date].map(day_number);
            grown(first, last, day)
        })
    }
}

/// The share of the days `first..=last` that have passed at the end of `day`.
fn grown(first: i32, last: i32, day: i32) -> f32 {
    let all = (last - first + 1).max(1);
    let passed = (day - first + 1).clamp(0, all);
    (passed as f32 / all as f32).max(LEAST_GROWTH)
}

/// Did the mover give up a base at the start of its way in those days?
fn leaves_a_base(view: &View<'_>, event: &Event) -> bool {
    let from = event.movement.as_ref().and_then(|m| m.from.as_ref());
    let (Some(from), Some(actor)) = (from, event.actors.first()) else {
        return false;
    };
    let day = day_number(event.date.first());
    let near = |at: LonLat| at.distance_km(from.position()) < OWN_KM;
    let bases = view.atlas.bases.iter();
    bases.filter(|b| b.position.is_some_and(near)).any(|base| {
        base.periods.iter().any(|t| {
            let left = t.to.map(|to| day_number(to.last()));
            Holder::of_code(&t.operator) == Holder::of_code(actor)
                && left.is_some_and(|left| (left - day).abs() <= OWN_DAYS)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: Rect = Rect::new([0.0, 0.0], [400.0, 300.0]);

    #[test]
    fn an_arrow_grows_with_the_days() {
        assert!((grown(10, 13, 10) - 0.25).abs() < 1e-6);
        assert!((grown(10, 13, 12) - 0.75).abs() < 1e-6);
        assert_eq!(grown(10, 13, 13), 1.0);
        assert_eq!(grown(10, 13, 90), 1.0);
        assert_eq!(grown(10, 109, 10), LEAST_GROWTH);
        assert_eq!(grown(13, 10, 12), LEAST_GROWTH, "an end before its start");
    }

    #[test]
    fn the_same_holder_on_the_same_road_is_one_journey() {
        let atlas = crate::data::shipped().expect("the shipped data load");
        let mut numbered = atlas.events.iter().filter(|e| e.troops.is_some());
        let mut next = || numbered.next().expect("events with numbers");
        let (first, second, third) = (next(), next(), next());
        let journey = |event, holder: Holder, to: Pt, story: bool| Journey {
            events: vec![event],
            holder,
            from: [10.0, 10.0],
            to,
            far: None,
            story,
        };
        let mut all = Vec::new();
        gather(&mut all, journey(first, Holder::Un, [90.0, 40.0], false));
        gather(&mut all, journey(second, Holder::Un, [94.0, 37.0], false));
        gather(
            &mut all,
            journey(third, Holder::France, [90.0, 40.0], false),
        );
        gather(&mut all, journey(third, Holder::Un, [90.0, 80.0], false));
        gather(&mut all, journey(third, Holder::Un, [90.0, 40.0], true));
        let counts: Vec<usize> = all.iter().map(|j| j.events.len()).collect();
        assert_eq!(counts, [2, 1, 1, 1]);
        assert_eq!(all[0].events[0].id, second.id, "the newest comes first");
        let sum = first.troops.zip(second.troops).map(|(a, b)| a + b);
        assert_eq!(all[0].troops(), (sum, true));
    }

    #[test]
    fn a_far_end_stays_on_the_page_wherever_it_starts() {
        for x in [1.0, 20.0, 40.0, 200.0, 399.0] {
            for y in [1.0, 33.0, 150.0, 290.0] {
                for far in [[-900.0, 10.0], [500.0, -800.0], [x, 5000.0], [401.0, y]] {
                    if let Some(at) = toward([x, y], far, PAGE) {
                        assert!(PAGE.contains(at), "{x} {y} {at:?}");
                    }
                }
            }
        }
        let north = toward([200.0, 150.0], [200.0, -5000.0], PAGE).expect("there is room");
        assert!((north[1] - 45.0).abs() < 0.01, "{north:?}");
        assert_eq!(toward([200.0, 2.0], [200.0, -5000.0], PAGE), None);
        assert_eq!(toward([200.0, 2.0], [f32::NAN, 0.0], PAGE), None);
    }
}
