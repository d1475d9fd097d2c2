//! Sahelscope
pub mod calendar;
pub mod cli;
pub mod data;
pub mod export;
pub mod geo;
pub mod lang;
pub mod model;
pub mod scene;
pub mod state;
pub mod style;
