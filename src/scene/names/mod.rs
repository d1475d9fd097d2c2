//! Names: one engine for bases' places, countries, capitals, towns, regions and water.
//!
//! [`Plan`] finds out once for a zoom where each name may stand, from the map and the whole record
//! alone: a name does not move while the map is panned or time passes. [`Names`] then writes on a
//! page those that find their place free that day. It draws no symbols of bases.

mod asked;
mod countries;
mod disputed;
mod gazetteer;
mod lines;
mod places;
mod plan;
mod regions;
mod water;
mod write;

pub(super) use gazetteer::Gazetteer;
pub(super) use lines::Lines;
pub(super) use places::Queue;
pub(super) use plan::{Plan, Zoom};
pub(super) use regions::REGION_ZOOM;
pub(super) use write::{Held, Names};
