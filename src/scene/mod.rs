//! The world on a day to a finished picture: areas, lines, symbols, names, furniture.
//!
//! Everything hard happens here, once: what is seen, how it is drawn, where it stands, what it
//! stands for. Painters (screen, SVG) only carry it out. It reads no files and knows no window.

mod about;
mod area;
mod compose;
pub mod dump;
pub mod fan;
pub mod film;
mod focus;
pub mod framing;
mod furniture;
mod graticule;
mod hatch;
mod hits;
mod inset;
pub mod item;
mod layers;
mod legend;
mod locator;
pub mod metrics;
mod names;
pub mod page;
pub mod pair;
mod paper;
mod period;
mod placing;
mod pointed;
mod progress;
pub mod quiz;
mod seam;
mod selection;
pub mod sheet;
mod shift;
pub mod signs;
mod sites;
mod space;
mod spine;
mod steady;
mod swatch;
pub mod symbols;
mod view;
mod words;

pub use compose::Composer;
pub use hits::Hit;
pub use legend::{Legend, LegendRow, LegendSection};
pub use page::{handout, slide};
pub use paper::Paper;
pub use pointed::Pointed;
pub use seam::Seam;
pub use swatch::SWATCH_PT;
pub use view::{Composition, Furniture, View};
