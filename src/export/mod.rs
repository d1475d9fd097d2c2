//! Worlds and pictures to bytes: JSON, text and tables; SVG and PNG; films; pages for browsers.
//!
//! It decides nothing about what is shown: that is `model` and `scene`.

pub mod briefing;
pub mod carried;
pub mod citations;
pub mod diff;
pub mod facts;
pub mod film;
pub mod html;
mod letters;
mod marked;
pub mod order;
mod pair;
pub mod pdf;
pub mod png;
pub mod raster;
pub mod shown;
pub mod state;
pub mod still;
pub mod story;
pub mod story_file;
pub mod svg;
pub mod target;

pub use marked::marked;
