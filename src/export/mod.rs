//! Worlds and pictures to bytes: JSON, text and tables; SVG and PNG.
//!
//! It decides nothing about what is shown: that is `model` and `scene`.

pub mod briefing;
pub mod citations;
pub mod diff;
pub mod facts;
mod marked;
pub mod png;
pub mod state;
pub mod svg;

pub use marked::marked;
