//! Discs and rings: event markers, closed skies, towns, the ring of a selection.
//!
//! The outer edge of a ring fills the unit box; a halo in the ground colour reaches beyond it. How
//! old, how sure or how important a marker is shows in the symbol's ink and size as well, not here.

use super::outline::{Ring, annulus, arc, circle, dashes, from_grid, scaled, thick};
use super::{Edge, EventGlyph, Paint, Part, events};
use crate::calendar::Precision;
use crate::scene::item::Pt;
use std::f32::consts::{FRAC_PI_4, TAU};

const CENTER: Pt = [0.0, 0.0];
/// Radius of the disc of ground under a ring, unit boxes.
const DISC: f32 = 0.55;
/// Share of the box that the glyph in a marker takes.
const GLYPH_SHARE: f32 = 0.6;
/// Width of a marker's ring: 1.5 points at 22.
const RING: f32 = 0.068;
/// Direction of the opening in the ring of an imprecise date: up and to the right.
const OPEN_AT: f32 = -FRAC_PI_4;

/// A bare event glyph in ink.
pub(super) fn bare(glyph: EventGlyph) -> Vec<Part> {
    events::glyph(glyph)
        .into_iter()
        .map(|rings| part(rings, Paint::Ink, 1.0))
        .collect()
}

/// An event's disc for the map. Its ring is dashed or dotted where it is not sure that it happened, and
/// open where it is not sure when: a third of it for a month, a half and more for a year.
pub(super) fn marker(glyph: EventGlyph, edge: Edge, date: Precision) -> Vec<Part> {
    let open = match date {
        Precision::Day => 0.0,
        Precision::Month => 2.0,
        Precision::Year => 3.7,
    };
    let mut parts = vec![
        part(vec![circle(CENTER, DISC)], Paint::Ground, 1.0),
        part(ring(edge, open), Paint::Ink, 1.0),
    ];
    for rings in events::glyph(glyph) {
        let rings = rings
            .iter()
            .map(|r| r.iter().map(|p| scaled(*p, GLYPH_SHARE)).collect());
        parts.push(part(rings.collect(), Paint::Ink, 1.0));
    }
    parts
}

/// A marker's ring, solid, dashed or dotted, left open by an angle at its upper right.
fn ring(edge: Edge, open: f32) -> Vec<Ring> {
    let radius = 0.5 - RING / 2.0;
    let (dash, gap) = match edge {
        Edge::Confirmed if open == 0.0 => return annulus(CENTER, 0.5, 0.5 - RING),
        Edge::Confirmed => {
            let from = OPEN_AT + open / 2.0;
            return vec![thick(&arc(CENTER, radius, from, from + TAU - open), RING)];
        }
        Edge::Reported => (0.16, 0.1),
        Edge::Disputed => (0.07, 0.09),
    };
    if open == 0.0 {
        return dashes(&circle(CENTER, radius), RING, dash, gap);
    }
    let (closed, step) = (TAU - open, (dash + gap) / radius);
    let count = (closed / step).round().max(1.0);
    let piece = |i: u8| {
        let from = OPEN_AT + open / 2.0 + closed / count * f32::from(i);
        thick(&arc(CENTER, radius, from, from + dash / radius), RING)
    };
    (0..count as u8).map(piece).collect()
}

/// A crossed-out aircraft in a ring.
pub(super) fn closed_sky() -> Vec<Part> {
    const WIDTH: f32 = 0.085;
    let mut parts = vec![
        part(vec![circle(CENTER, DISC)], Paint::Ground, 1.0),
        part(annulus(CENTER, 0.5, 0.5 - WIDTH), Paint::Ink, 1.0),
    ];
    for ring in events::crossed_plane(0.64, 1.9, 10.6, 2.0) {
        parts.push(part(vec![from_grid(&ring, events::GRID)], Paint::Ink, 1.0));
    }
    parts
}

/// A ring with a dot in it.
pub(super) fn capital() -> Vec<Part> {
    let mut rings = annulus(CENTER, 0.5, 0.35);
    rings.push(circle(CENTER, 0.19));
    vec![
        part(vec![circle(CENTER, 0.62)], Paint::Ground, 1.0),
        part(rings, Paint::Ink, 1.0),
    ]
}

/// A dot.
pub(super) fn town() -> Vec<Part> {
    vec![
        part(vec![circle(CENTER, 0.8)], Paint::Ground, 1.0),
        part(vec![circle(CENTER, 0.5)], Paint::Ink, 1.0),
    ]
}

/// The ring around a chosen symbol: 2 points wide at 28, in the accent colour.
pub(super) fn selection() -> Vec<Part> {
    vec![
        part(annulus(CENTER, 0.53, 0.395), Paint::Ground, 1.0),
        part(annulus(CENTER, 0.5, 0.425), Paint::Accent, 1.0),
    ]
}

fn part(outline: Vec<Ring>, paint: Paint, opacity: f32) -> Part {
    Part {
        outline,
        paint,
        opacity,
    }
}
