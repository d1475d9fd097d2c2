//! Sahelscope: who had troops where in the Sahel, whose sky was closed to whom, and who stood in which
//! alliance, on any day from 2012 to now.
//!
//! # The way through
//! ```text
//! files --data--> Atlas --World::at(date)--> World --scene::Composer--> Picture --+--> ui: egui shapes
//! (GeoJSON, JSON) immutable, Arc             who holds what that day  display list +--> export: SVG, PNG, PDF, films
//!
//! keys, menus, flags, finished jobs --> Action --> state::apply(&mut State, Action) --> Effect --> app
//! ```
//! Everything hard happens before the display list; painters only carry it out, so the window and a file
//! show the same map. State is what would be saved or set from the command line, and only `apply` writes
//! it. Nothing below `app`, `cli`, `data` and `export` reads a clock or a file: same input, same bytes.
//!
//! # The rooms, in reading order
//! - `geo`: points, web Mercator, the camera, clipping.
//! - `calendar`: civil dates with their precision, spans, dates in words.
//! - `lang`: the two languages and their typography.
//! - `style`: the only colours and sizes.
//! - `model`: the atlas of facts, its index, search, filters, histories, the world on a day, what
//!   changed between two. The fact types derive serde, because
//!   their fields are the format of the files. In `layer`: a user's own features in columns, and the
//!   index that is asked for counts every frame.
//! - `data`: files to atlas; every complaint with its line. In `own`: any file of a user's to a layer.
//! - `scene`: world to picture: layers, names, furniture, legend.
//! - `story`: steps that hold a view and words together, and their file.
//! - `state`: what the user can change, and the actions that change it.
//! - `export`: worlds and pictures to bytes.
//! - `cli`: one file a subcommand.
//! - `ui`: the panels of the window; `walkers` stays in one file of it.
//! - `app`: the eframe shell: world, picture and settings kept up to date around the panels.
//!
//! Who may use whom is written down as a table in `tests/architecture.rs` and tested. `ui` and `app` are
//! behind the default feature `gui`; without it the crate is the headless program.

#[cfg(feature = "gui")]
pub mod app;
pub mod calendar;
pub mod cli;
pub mod data;
pub mod export;
pub mod geo;
pub mod lang;
pub mod model;
pub mod scene;
pub mod state;
pub mod story;
pub mod style;
#[cfg(feature = "gui")]
pub mod ui;
