//! Opening up what is merged on the map: the members of a cluster or a row, around their place.
//!
//! Up to ten stand on a circle, more on a spiral. It gives places and symbols; painting, pointing and
//! keys are the window's.

use super::item::{Pt, Rect, Subject, Symbol};
use super::layers::{bases, events};
use crate::model::{Atlas, World};
use crate::style::{Theme, size};
use std::f32::consts::{FRAC_PI_2, TAU};

/// Distance between the middles of neighbours.
const SPACING_PT: f32 = 27.0;
/// The most members that stand on a circle.
const MOST_ON_CIRCLE: usize = 10;
/// Least distance of a member from the middle, where a spiral begins, and how much further out each of
/// its turns is.
const RADIUS_PT: f32 = 27.0;
const SPIRAL_PT: f32 = 40.0;
const TURN_PT: f32 = 29.0;
/// Half of what a member takes, halo and ring and all.
const HALF_PT: f32 = 15.0;
/// Least size of a base that is spread out.
const BASE_PT: f32 = 15.0;

/// A thing that was merged, as it is drawn when spread out.
#[derive(Clone, PartialEq, Debug)]
pub struct Member {
    /// What it is.
    pub subject: Subject,
    /// Its symbol; its place is that in the fan.
    pub symbol: Symbol,
}

/// Where the members stand, page points.
#[derive(Clone, PartialEq, Debug)]
pub struct Fan {
    /// The middle that they stand around: the place itself, moved where the page asks for it.
    pub middle: Pt,
    /// The place of each member, clockwise from the top.
    pub places: Vec<Pt>,
    /// Lines that join the place and the members.
    pub leaders: Vec<Vec<Pt>>,
    /// Distance from the middle within which everything lies.
    pub radius_pt: f32,
}

/// The fan of so many members around a place, kept on the page where it fits.
pub fn fan(place: Pt, count: usize, page: Rect) -> Fan {
    let around: Vec<Pt> = if count <= MOST_ON_CIRCLE {
        circle(count)
    } else {
        spiral(count)
    };
    let reach = |p: &Pt| p[0].hypot(p[1]);
    let radius_pt = around.iter().map(reach).fold(0.0, f32::max) + HALF_PT;
    let middle = held(place, radius_pt, page);
    let places: Vec<Pt> = around
        .iter()
        .map(|p| [middle[0] + p[0], middle[1] + p[1]])
        .collect();
    let leaders = if count <= MOST_ON_CIRCLE {
        places.iter().map(|p| vec![place, *p]).collect()
    } else {
        // Spokes would run under the members of inner turns: one thread joins them all instead.
        vec![
            std::iter::once(place)
                .chain(places.iter().copied())
                .collect(),
        ]
    };
    Fan {
        middle,
        places,
        leaders,
        radius_pt,
    }
}

fn circle(count: usize) -> Vec<Pt> {
    let radius = RADIUS_PT.max(SPACING_PT * count as f32 / TAU);
    let at = |i: usize| {
        let (sin, cos) = (TAU * i as f32 / count as f32 - FRAC_PI_2).sin_cos();
        [radius * cos, radius * sin]
    };
    (0..count).map(at).collect()
}

fn spiral(count: usize) -> Vec<Pt> {
    let mut turned: f32 = 0.0;
    (0..count)
        .map(|_| {
            let radius = SPIRAL_PT + TURN_PT * turned / TAU;
            let (sin, cos) = (turned - FRAC_PI_2).sin_cos();
            turned += SPACING_PT / radius * 1.02;
            [radius * cos, radius * sin]
        })
        .collect()
}

/// The middle nearest to a place around which a circle lies on the page; the page's own middle where
/// none does.
fn held(place: Pt, radius: f32, page: Rect) -> Pt {
    let inner = page.expand(-radius);
    let axis = |i: usize| {
        if inner.min[i] <= inner.max[i] {
            place[i].clamp(inner.min[i], inner.max[i])
        } else {
            page.center()[i]
        }
    };
    [axis(0), axis(1)]
}

/// The member that a step leads to from another, around and around; the first or last one when none was
/// chosen before. Nothing among none.
pub fn next(count: usize, chosen: Option<usize>, forward: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (chosen, forward) {
        (None, true) => 0,
        (None, false) => last,
        (Some(i), true) if i >= last => 0,
        (Some(i), true) => i + 1,
        (Some(0), false) => last,
        (Some(i), false) => (i - 1).min(last),
    })
}

/// What a thing of the map opens up into; nothing when it is a single thing.
pub fn members(atlas: &Atlas, world: &World, theme: Theme, merged: &Subject) -> Vec<Member> {
    let palette = theme.palette();
    match merged {
        Subject::Cluster(ids) => {
            let known = ids.iter().filter_map(|id| atlas.event(id));
            known
                .map(|event| Member {
                    subject: Subject::Event(event.id.clone()),
                    symbol: events::marker(event, [0.0, 0.0], size::EVENT_PT, 1.0, palette),
                })
                .collect()
        }
        Subject::Bases(ids) => {
            let of_base = |id: &String| {
                let symbols = bases::symbols_of(atlas, world, palette, id);
                let id = id.clone();
                symbols.into_iter().map(move |symbol| Member {
                    subject: Subject::Base(id.clone()),
                    symbol: Symbol {
                        size_pt: symbol.size_pt.max(BASE_PT),
                        ..symbol
                    },
                })
            };
            ids.iter().flat_map(of_base).collect()
        }
        Subject::None
        | Subject::Country(_)
        | Subject::Base(_)
        | Subject::Event(_)
        | Subject::Sky(_)
        | Subject::Actor(_)
        | Subject::Alliance(_)
        | Subject::Mission(_)
        | Subject::Place(_)
        | Subject::Furniture(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;

    const PAGE: Rect = Rect::new([0.0, 0.0], [900.0, 600.0]);

    #[test]
    fn members_never_overlap_and_stay_on_the_page() {
        for count in 1..=40 {
            for place in [[450.0, 300.0], [3.0, 5.0], [899.0, 300.0], [-50.0, 700.0]] {
                let fan = fan(place, count, PAGE);
                assert_eq!(fan.places.len(), count);
                for (i, a) in fan.places.iter().enumerate() {
                    assert!(PAGE.expand(-HALF_PT + 0.01).contains(*a), "{count} {a:?}");
                    for b in &fan.places[..i] {
                        let apart = (a[0] - b[0]).hypot(a[1] - b[1]);
                        assert!(apart > 24.0, "{count}: {apart}");
                    }
                    let out = (a[0] - fan.middle[0]).hypot(a[1] - fan.middle[1]);
                    assert!(out >= RADIUS_PT - 0.01 && out <= fan.radius_pt);
                }
            }
        }
        assert!(
            fan([450.0, 300.0], 40, PAGE).radius_pt < 150.0,
            "forty stay near"
        );
    }

    #[test]
    fn absurd_pages_and_counts_do_no_harm() {
        let none = fan([0.0, 0.0], 0, PAGE);
        assert!(none.places.is_empty() && none.leaders.is_empty());
        let tiny = fan([f32::NAN, 5.0], 12, Rect::new([0.0, 0.0], [10.0, 10.0]));
        assert_eq!(tiny.middle, [5.0, 5.0]);
    }

    #[test]
    fn steps_go_around() {
        assert_eq!(next(0, None, true), None);
        assert_eq!(next(3, None, true), Some(0));
        assert_eq!(next(3, None, false), Some(2));
        assert_eq!(next(3, Some(2), true), Some(0));
        assert_eq!(next(3, Some(0), false), Some(2));
        assert_eq!(next(2, Some(9), false), Some(1));
    }

    #[test]
    fn a_cluster_opens_into_its_events_and_a_row_into_its_holders() {
        let atlas = crate::data::shipped().expect("the shipped data load");
        let day: Date = jiff::civil::date(2022, 8, 15);
        let world = World::at(&atlas, day, 60);
        let ids: Vec<String> = atlas.events.iter().take(3).map(|e| e.id.clone()).collect();
        let found = members(&atlas, &world, Theme::Light, &Subject::Cluster(ids.clone()));
        let subjects: Vec<Subject> = found.into_iter().map(|m| m.subject).collect();
        assert_eq!(
            subjects,
            ids.into_iter().map(Subject::Event).collect::<Vec<_>>()
        );
        let bases = Subject::Bases(vec!["gao-airport-base".to_owned(), "nowhere".to_owned()]);
        let found = members(&atlas, &world, Theme::Light, &bases);
        assert!(!found.is_empty());
        assert!(members(&atlas, &world, Theme::Light, &Subject::None).is_empty());
    }
}
