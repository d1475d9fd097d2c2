//! Movements as arrows from place to place, in the colour of who moves.
//!
//! The movement of the day is loud; those of the trail fade and carry their date and number. Arrows bend
//! around what stands in their way (`ways`), several on one road are one (`journeys`), words stand beside
//! them (`labels`). It does not decide what the story of the day is.

mod journeys;
mod labels;
mod ways;

use super::ground::Ground;
use crate::lang::{Lang, number};
use crate::model::Event;
use crate::scene::item::{Area, Item, Pt, Rect, Stroke, Subject};
use crate::scene::legend::LegendRow;
use crate::scene::space::Space;
use crate::scene::symbols::{Edge, Road, arrow};
use crate::scene::view::View;
use crate::style::{Color, Holder, Palette};
use journeys::{Far, Journey, journeys};
use std::sync::Arc;
use ways::Way;

/// The story of the day is drawn at this width or more, whatever its number.
const STORY_WIDTH_PT: f32 = 8.0;
/// Width of the halo around an arrow: half of it shows.
const HALO_PT: f32 = 3.2;
/// Width of a doubtful arrow's edge, and of the way that a growing one has still before it.
const EDGE_PT: f32 = 1.3;
const AHEAD_PT: f32 = 1.2;

/// The classes of width: fewer than so many, and how wide.
const CLASSES: [(u32, f32); 4] = [(200, 3.5), (1000, 5.5), (5000, 8.0), (u32::MAX, 11.0)];
/// Width when no number is known.
const UNKNOWN_PT: f32 = 5.0;

/// An arrow on the page.
#[derive(Clone, Debug)]
pub(in crate::scene) struct Move<'a> {
    /// The newest of the events that tell of it.
    pub event: &'a Event,
    /// All of them, newest first.
    pub events: Vec<&'a Event>,
    /// Who moves.
    pub holder: Holder,
    /// Persons, as far as known, and whether all numbers are.
    pub troops: (Option<u32>, bool),
    /// Outline of the arrow, page points.
    pub outline: Vec<Pt>,
    /// The line along its whole way, page points, even where it has not grown to yet.
    spine: Vec<Pt>,
    /// How far it has grown, 0 to 1.
    growth: f32,
    /// The middle of its whole way.
    pub mid: Pt,
    /// Unit vector at `mid` to the outside of the bow.
    outward: Pt,
    /// Width of the shaft.
    width_pt: f32,
    /// Its colour.
    pub color: Color,
    /// How sure it is.
    pub edge: Edge,
    /// Is it the story of the day?
    pub story: bool,
    /// The end that lies beyond the page.
    far: Option<Far>,
}

impl Move<'_> {
    /// What it stands for: an event, or several on one road.
    pub fn subject(&self) -> Subject {
        match self.events.as_slice() {
            [] | [_] => Subject::Event(self.event.id.clone()),
            several => Subject::Cluster(several.iter().map(|e| e.id.clone()).collect()),
        }
    }
}

/// Width of an arrow by the number of those who move.
pub(in crate::scene) fn width_pt(troops: Option<u32>) -> f32 {
    let class = |n: u32| CLASSES.iter().find(|(below, _)| n < *below);
    troops.map_or(UNKNOWN_PT, |n| class(n).unwrap_or(&CLASSES[3]).1)
}

/// The movements that the page shows, oldest first, the story last. `avoid` are boxes, page points,
/// that arrows bend around where they can: rows of bases with their names.
pub(in crate::scene) fn moves<'a>(
    view: &View<'a>,
    ground: &Ground,
    avoid: &[Rect],
) -> Vec<Move<'a>> {
    if !view.shows("layer:movements") {
        return Vec::new();
    }
    let journeys = journeys(view, ground);
    let ways: Vec<Way> = journeys.iter().map(way).collect();
    let page = Rect::new([0.0, 0.0], view.viewport.size_pt);
    let roads = ways::roads(&ways, avoid, page.expand(-2.0));
    let drawn = journeys.into_iter().zip(roads);
    drawn
        .map(|(journey, road)| drawn_along(view, journey, &road))
        .collect()
}

fn way(journey: &Journey<'_>) -> Way {
    let width_pt = width_pt(journey.troops().0);
    Way {
        from: journey.from,
        to: journey.to,
        width_pt: if journey.story {
            width_pt.max(STORY_WIDTH_PT)
        } else {
            width_pt
        },
    }
}

fn drawn_along<'a>(view: &View<'_>, journey: Journey<'a>, road: &Road) -> Move<'a> {
    let palette = view.theme.palette();
    let growth = journey.growth(view);
    let whole = arrow(road, 1.0);
    let shape = arrow(road, growth);
    let color = journey.holder.color(palette);
    Move {
        event: journey.events[0],
        holder: journey.holder,
        troops: journey.troops(),
        outline: shape.outline,
        spine: whole.spine,
        growth,
        mid: whole.mid,
        outward: whole.outward,
        width_pt: road.width_pt,
        color: palette.faded(color, journey.opacity(view)),
        edge: journey.edge(),
        story: journey.story,
        far: journey.far,
        events: journey.events,
    }
}

/// The arrows with a halo, then the words beside them.
pub(in crate::scene) fn items(view: &View<'_>, moves: &[Move<'_>], space: &mut Space) -> Vec<Item> {
    let palette = view.theme.palette();
    let mut items = Vec::new();
    for m in moves {
        let subject = m.subject();
        if m.growth < 1.0 {
            items.push(ahead(&m.spine, m.growth, m.color, &subject));
        }
        items.extend(body(&m.outline, m.color, m.edge, palette, &subject));
    }
    for m in moves {
        items.extend(labels::items(view, m, space));
    }
    items
}

/// An arrow's halo, inside and edge: solid when it is confirmed, pale with a dashed edge when it is
/// reported, empty with a dotted one when it is disputed.
pub(in crate::scene) fn body(
    outline: &[Pt],
    color: Color,
    edge: Edge,
    palette: &Palette,
    subject: &Subject,
) -> Vec<Item> {
    let ground = palette.map.halo;
    let rings: Arc<[Vec<Pt>]> = vec![outline.to_vec()].into();
    let stroke = |width_pt: f32, color: Color, dash: Option<[f32; 2]>| {
        let lines = rings.clone();
        let stroke = Stroke {
            lines,
            closed: true,
            width_pt,
            color,
            dash,
        };
        Item::new(subject.clone(), stroke)
    };
    let (share, dash) = match edge {
        Edge::Confirmed => (1.0, None),
        Edge::Reported => (0.26, Some([4.2, 2.4])),
        Edge::Disputed => (0.0, Some([1.6, 2.2])),
    };
    let area = Area {
        rings: rings.clone(),
        fill: color.over(ground, share),
    };
    let mut items = vec![stroke(HALO_PT, ground, None)];
    items.push(Item::new(subject.clone(), area));
    items.extend(dash.map(|dash| stroke(EDGE_PT, color, Some(dash))));
    items
}

/// The way that a growing arrow has still before it, dotted.
pub(in crate::scene) fn ahead(spine: &[Pt], growth: f32, color: Color, subject: &Subject) -> Item {
    let done = (growth * spine.len() as f32) as usize;
    let stroke = Stroke {
        lines: vec![spine[done.min(spine.len())..].to_vec()].into(),
        closed: false,
        width_pt: AHEAD_PT,
        color,
        dash: Some([1.6, 3.0]),
    };
    Item::new(subject.clone(), stroke)
}

/// Lines of the legend for the widths that the page shows, from narrow to wide.
pub(in crate::scene) fn width_rows(view: &View<'_>, moves: &[Move<'_>]) -> Vec<LegendRow> {
    let palette = view.theme.palette();
    let row = |troops: Option<u32>, label: String| LegendRow {
        key: None,
        label,
        detail: String::new(),
        count: None,
        shown: view.shows("layer:movements"),
        swatch: sample(troops, palette.map.minor_label),
    };
    let has = |wanted: Option<u32>| {
        let class = |troops: Option<u32>| (troops.is_some(), width_pt(troops));
        moves.iter().any(|m| class(m.troops.0) == class(wanted))
    };
    let mut rows = Vec::new();
    for (at, label) in class_labels(view.lang) {
        if has(at) {
            rows.push(row(at, label));
        }
    }
    rows
}

/// A number of each class of width and what the legend calls it; the last one is "not known".
pub(in crate::scene) fn class_labels(lang: Lang) -> [(Option<u32>, String); 5] {
    let from = |n: u32| format!("{}+", number(n, lang));
    let unknown = match lang {
        Lang::En => "not known",
        Lang::Fr => "inconnu",
    };
    [
        (Some(0), "<200".to_owned()),
        (Some(200), from(200)),
        (Some(1000), from(1000)),
        (Some(5000), from(5000)),
        (None, unknown.to_owned()),
    ]
}

/// An arrow of a class of width in the box of a sample of the legend.
fn sample(troops: Option<u32>, fill: Color) -> Vec<Item> {
    let road = Road::new([-4.0, 11.0], [35.0, 6.0], 0.1, width_pt(troops) * 0.8);
    let shape = arrow(&road, 1.0);
    let area = Area {
        rings: vec![shape.outline].into(),
        fill,
    };
    vec![Item::new(Subject::None, area)]
}
