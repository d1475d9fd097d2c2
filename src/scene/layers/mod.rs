//! The layers of the map, from the ground up, each in its own file.
//!
//! A layer turns facts and geometry into items; `compose` puts the layers in order.

pub(super) mod bases;
pub(super) mod bloc;
pub(super) mod countries;
pub(super) mod events;
pub(super) mod ground;
pub(super) mod movements;
pub(super) mod pointed;
pub(super) mod skies;
pub(super) mod story;
