//! The symbols drawn for this program, as filled polygons in a unit box.
//!
//! A [`Glyph`] names a drawing, [`parts`] gives it: filled outlines with x and y from -0.5 to 0.5
//! (y down), painted in order in the three colours of a [`Symbol`](super::item::Symbol). Every
//! stroke is outlined and every curve flattened, so that a painter needs nothing but filled
//! polygons. It chooses no colour and no size, and knows nothing about bases or events beyond their
//! names.

use std::sync::OnceLock;

use super::item::{Pt, Rect};
use crate::calendar::Precision;

mod arrow;
mod bases;
mod events;
mod markers;
mod marks;
mod outline;
mod rings;

pub use arrow::{ArrowShape, Road, arrow};
pub use rings::{Band, cluster_ring};

/// Which drawing. Copy and hashable, so that a painter can keep its own form of it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Glyph {
    /// The bare glyph of a category, for lists and lanes; no halo.
    Event(EventGlyph),
    /// The glyph at 60 % on a disc with a ring, for the map. The ring's outer edge fills the box.
    Marker {
        /// Category.
        glyph: EventGlyph,
        /// Certainty, told by the ring.
        edge: Edge,
        /// How well the date is known: the ring is closed for a day, open for a month or a year.
        date: Precision,
    },
    /// A base: shape by kind, inner mark by holder, edge and fill by state.
    Base {
        /// Kind of base.
        kind: BaseShape,
        /// Holder's mark, so that holders differ without colour.
        mark: HolderMark,
        /// What is known of it that day.
        state: BaseState,
    },
    /// A base that changes hands: the old holder's symbol (ink) upper left, the new one's (accent)
    /// lower right, a small arrow between them.
    Handover {
        /// Kind of base.
        kind: BaseShape,
        /// Mark of the old holder.
        old: HolderMark,
        /// Mark of the new holder.
        new: HolderMark,
        /// How sure the new holder is.
        edge: Edge,
    },
    /// Crossed-out aircraft in a ring: a closed sky.
    ClosedSky,
    /// Ring with a dot: a capital.
    Capital,
    /// Dot: a town.
    Town,
    /// Ring in the accent colour around a chosen symbol; its outer edge fills the box.
    Selection,
}

/// The ten categories of event.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum EventGlyph {
    /// Arrow turning back.
    Withdrawal,
    /// Two chevrons coming down on a line.
    Deployment,
    /// Crossed-out aircraft.
    Airspace,
    /// Two interlocked rings.
    Alliance,
    /// Five-pointed star.
    Coup,
    /// Disc with a bar: no entry.
    Sanction,
    /// Speech bubble.
    Diplomacy,
    /// Sheet with a tick.
    Agreement,
    /// Burst.
    Attack,
    /// Hourglass.
    Transition,
}

/// The seven kinds of base.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum BaseShape {
    /// Square.
    Main,
    /// Disc on a runway; wider than its box.
    Air,
    /// Triangle.
    Forward,
    /// Diamond.
    Drone,
    /// Shield.
    Headquarters,
    /// Flat box; wider than its box.
    Logistics,
    /// Half disc.
    Training,
}

/// The mark of a holder, cut out of the shape in the ground colour.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum HolderMark {
    /// None.
    Plain,
    /// Centre dot.
    Dot,
    /// Horizontal bar.
    Bar,
    /// One diagonal, rising to the right.
    Diagonal,
    /// Two diagonals.
    TwoDiagonals,
    /// Ring.
    Ring,
    /// The lower half cut out.
    LowerHalf,
    /// Vertical bar.
    UprightBar,
    /// Crescent, open to the right.
    Crescent,
    /// Upright cross.
    Cross,
    /// Small triangle.
    Triangle,
    /// Diagonal cross.
    Saltire,
    /// A thick edge and nothing inside.
    Hollow,
}

/// What is known of a base on the day.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum BaseState {
    /// In use: filled.
    Held,
    /// Given up, not taken over: a thin edge, the mark in ink.
    Closed,
    /// Announced, not yet in use: as closed, with a plus at the corner.
    Planned,
    /// Reported, not confirmed: pale with a dashed edge.
    Reported,
    /// Disputed: a dotted edge and nothing inside but the mark.
    Disputed,
}

/// Certainty of an event, told by the ring of its marker.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Edge {
    /// Solid ring.
    Confirmed,
    /// Dashed ring.
    Reported,
    /// Dotted ring, paler glyph.
    Disputed,
}

/// One filled area of a glyph.
#[derive(Clone, PartialEq, Debug)]
pub struct Part {
    /// Rings in the unit box (x and y from -0.5 to 0.5, y down), even-odd, not closed explicitly.
    /// Halos and wide shapes reach beyond, see [`extent`].
    pub outline: Vec<Vec<Pt>>,
    /// Which of the symbol's colours fills it.
    pub paint: Paint,
    /// 0 to 1, to be multiplied with the symbol's own.
    pub opacity: f32,
}

/// A colour of a [`Symbol`](super::item::Symbol).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Paint {
    /// Its `ink`.
    Ink,
    /// Its `ground`.
    Ground,
    /// Its `accent`.
    Accent,
}

/// The drawing of a glyph, from the bottom up. Drawn once, then read: a look-up takes a few
/// nanoseconds and no lock.
pub fn parts(glyph: Glyph) -> &'static [Part] {
    &drawing(glyph).parts
}

/// The box around everything a glyph paints, halo and all, in the unit box; multiply by `size_pt`
/// for points around the symbol's centre.
pub fn extent(glyph: Glyph) -> Rect {
    drawing(glyph).extent
}

/// A glyph as it is kept.
struct Drawing {
    parts: Vec<Part>,
    extent: Rect,
}

/// How many glyphs there are of each form, in the order of their places among the drawings.
const EVENTS: usize = 10;
const EDGES: usize = 3;
const SHAPES: usize = 7;
const MARKS: usize = 13;
const STATES: usize = 5;
const PRECISIONS: usize = 3;
const SINGLES: usize = 4;
const ALL: usize = EVENTS
    + EVENTS * EDGES * PRECISIONS
    + SHAPES * MARKS * STATES
    + SHAPES * MARKS * MARKS * EDGES
    + SINGLES;

/// A glyph's own place among the drawings, below `ALL`.
const fn place(glyph: Glyph) -> usize {
    const MARKERS: usize = EVENTS;
    const BASES: usize = MARKERS + EVENTS * EDGES * PRECISIONS;
    const HANDOVERS: usize = BASES + SHAPES * MARKS * STATES;
    const REST: usize = HANDOVERS + SHAPES * MARKS * MARKS * EDGES;
    match glyph {
        Glyph::Event(glyph) => glyph as usize,
        Glyph::Marker { glyph, edge, date } => {
            MARKERS + (glyph as usize * EDGES + edge as usize) * PRECISIONS + date as usize
        }
        Glyph::Base { kind, mark, state } => {
            BASES + (kind as usize * MARKS + mark as usize) * STATES + state as usize
        }
        Glyph::Handover {
            kind,
            old,
            new,
            edge,
        } => {
            let marks = (kind as usize * MARKS + old as usize) * MARKS + new as usize;
            HANDOVERS + marks * EDGES + edge as usize
        }
        Glyph::ClosedSky => REST,
        Glyph::Capital => REST + 1,
        Glyph::Town => REST + 2,
        Glyph::Selection => REST + 3,
    }
}

fn drawing(glyph: Glyph) -> &'static Drawing {
    static DRAWINGS: [OnceLock<Drawing>; ALL] = [const { OnceLock::new() }; ALL];
    DRAWINGS[place(glyph)].get_or_init(|| {
        let parts = match glyph {
            Glyph::Event(glyph) => markers::bare(glyph),
            Glyph::Marker { glyph, edge, date } => markers::marker(glyph, edge, date),
            Glyph::Base { kind, mark, state } => bases::base(kind, mark, state),
            Glyph::Handover {
                kind,
                old,
                new,
                edge,
            } => bases::handover(kind, old, new, edge),
            Glyph::ClosedSky => markers::closed_sky(),
            Glyph::Capital => markers::capital(),
            Glyph::Town => markers::town(),
            Glyph::Selection => markers::selection(),
        };
        let points = parts.iter().flat_map(|p| p.outline.iter().flatten());
        let extent = Rect::of_points(points).unwrap_or_default();
        Drawing { parts, extent }
    })
}

impl EventGlyph {
    /// All ten, in the order of the legend.
    pub const ALL: [Self; EVENTS] = [
        Self::Withdrawal,
        Self::Deployment,
        Self::Airspace,
        Self::Alliance,
        Self::Coup,
        Self::Sanction,
        Self::Diplomacy,
        Self::Agreement,
        Self::Attack,
        Self::Transition,
    ];
}

impl Edge {
    /// All three, from certain to disputed.
    pub const ALL: [Self; EDGES] = [Self::Confirmed, Self::Reported, Self::Disputed];
}

impl BaseShape {
    /// All seven, in the order of the legend.
    pub const ALL: [Self; SHAPES] = [
        Self::Main,
        Self::Air,
        Self::Forward,
        Self::Drone,
        Self::Headquarters,
        Self::Logistics,
        Self::Training,
    ];
}

impl HolderMark {
    /// All thirteen.
    pub const ALL: [Self; MARKS] = [
        Self::Plain,
        Self::Dot,
        Self::Bar,
        Self::Diagonal,
        Self::TwoDiagonals,
        Self::Ring,
        Self::LowerHalf,
        Self::UprightBar,
        Self::Crescent,
        Self::Cross,
        Self::Triangle,
        Self::Saltire,
        Self::Hollow,
    ];
}

impl BaseState {
    /// All five.
    pub const ALL: [Self; STATES] = [
        Self::Held,
        Self::Closed,
        Self::Planned,
        Self::Reported,
        Self::Disputed,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_glyph() -> Vec<Glyph> {
        let mut all: Vec<Glyph> = EventGlyph::ALL.map(Glyph::Event).to_vec();
        for glyph in EventGlyph::ALL {
            for date in [Precision::Year, Precision::Month, Precision::Day] {
                all.extend(Edge::ALL.map(|edge| Glyph::Marker { glyph, edge, date }));
            }
        }
        for kind in BaseShape::ALL {
            for mark in HolderMark::ALL {
                all.extend(BaseState::ALL.map(|state| Glyph::Base { kind, mark, state }));
                for new in HolderMark::ALL {
                    all.extend(Edge::ALL.map(|edge| Glyph::Handover {
                        kind,
                        old: mark,
                        new,
                        edge,
                    }));
                }
            }
        }
        all.extend([
            Glyph::ClosedSky,
            Glyph::Capital,
            Glyph::Town,
            Glyph::Selection,
        ]);
        all
    }

    #[test]
    fn every_glyph_has_a_place_of_its_own() {
        let mut places: Vec<usize> = every_glyph().into_iter().map(place).collect();
        places.sort_unstable();
        assert_eq!(places, (0..ALL).collect::<Vec<_>>());
    }

    #[test]
    fn every_glyph_is_drawn_with_whole_rings() {
        for glyph in every_glyph() {
            assert!(!parts(glyph).is_empty(), "{glyph:?}");
            for part in parts(glyph) {
                assert!(!part.outline.is_empty(), "{glyph:?}");
                assert!((0.0..=1.0).contains(&part.opacity));
                for ring in &part.outline {
                    assert!(ring.len() >= 3, "{glyph:?} {:?}", part.paint);
                    assert!(ring.iter().flatten().all(|v| v.is_finite()), "{glyph:?}");
                    assert!(
                        outline::area(ring).abs() > 1e-4,
                        "{glyph:?} {:?}",
                        part.paint
                    );
                }
            }
        }
    }

    #[test]
    fn every_glyph_stays_near_its_box() {
        for glyph in every_glyph() {
            let (x, y) = match glyph {
                Glyph::Event(_) => (0.5, 0.5),
                Glyph::Marker { .. } | Glyph::ClosedSky | Glyph::Selection => (0.56, 0.56),
                Glyph::Handover { .. } => (0.9, 0.82),
                Glyph::Capital | Glyph::Town => (0.81, 0.81),
                Glyph::Base {
                    kind: BaseShape::Air | BaseShape::Logistics,
                    ..
                } => (0.82, 0.72),
                Glyph::Base { .. } => (0.73, 0.73),
            };
            let e = extent(glyph);
            let reach = [e.min[0].abs().max(e.max[0]), e.min[1].abs().max(e.max[1])];
            assert!(
                reach[0] <= x + 1e-4 && reach[1] <= y + 1e-4,
                "{glyph:?} {e:?}"
            );
            assert!(e.width() > 0.6 && e.height() > 0.6, "{glyph:?} {e:?}");
        }
    }

    #[test]
    fn marks_and_states_all_differ() {
        for kind in BaseShape::ALL {
            let all: Vec<&[Part]> = HolderMark::ALL
                .map(|mark| {
                    parts(Glyph::Base {
                        kind,
                        mark,
                        state: BaseState::Held,
                    })
                })
                .to_vec();
            for (i, a) in all.iter().enumerate() {
                assert!(
                    all[i + 1..].iter().all(|b| a != b),
                    "{kind:?} {:?}",
                    HolderMark::ALL[i]
                );
            }
        }
    }

    #[test]
    fn every_state_and_every_change_of_hands_differs() {
        for kind in BaseShape::ALL {
            for mark in HolderMark::ALL {
                let mut all: Vec<&[Part]> = BaseState::ALL
                    .map(|state| parts(Glyph::Base { kind, mark, state }))
                    .to_vec();
                all.extend(Edge::ALL.map(|edge| {
                    parts(Glyph::Handover {
                        kind,
                        old: HolderMark::Plain,
                        new: mark,
                        edge,
                    })
                }));
                for (i, a) in all.iter().enumerate() {
                    assert!(all[i + 1..].iter().all(|b| a != b), "{kind:?} {mark:?} {i}");
                }
            }
        }
        for glyph in EventGlyph::ALL {
            let mut all = Vec::new();
            for date in [Precision::Year, Precision::Month, Precision::Day] {
                all.extend(Edge::ALL.map(|edge| parts(Glyph::Marker { glyph, edge, date })));
            }
            for (i, a) in all.iter().enumerate() {
                assert!(all[i + 1..].iter().all(|b| a != b), "{glyph:?} {i}");
            }
        }
    }

    #[test]
    fn a_base_begins_with_its_halo_and_covers_it() {
        for kind in BaseShape::ALL {
            let drawn = parts(Glyph::Base {
                kind,
                mark: HolderMark::Plain,
                state: BaseState::Held,
            });
            assert_eq!(
                (drawn[0].paint, drawn[1].paint),
                (Paint::Ground, Paint::Ink)
            );
            let [halo, body] =
                [&drawn[0], &drawn[1]].map(|p| Rect::of_points(&p.outline[0]).expect("a ring"));
            let margin = (body.min[1] - halo.min[1]).min(halo.max[0] - body.max[0]);
            assert!((margin - 1.4 / 13.0).abs() < 2e-3, "{kind:?} {margin}");
        }
    }
}
