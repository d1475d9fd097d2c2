//! What is known: the atlas of facts with their sources, its index, and the world on a day.
//!
//! Everything here is immutable once read. It reads no files (that is `data`) and draws nothing.

mod atlas;
pub mod basemap;
mod changes;
mod facts;
pub mod filter;
pub mod history;
mod index;
mod kinds;
pub mod layer;
pub mod over_time;
pub mod search;
mod thing;
mod totals;
mod troop_curve;
mod world;

pub use atlas::{Atlas, Coverage, Credit, Found};
pub use changes::{BaseChange, Changed, Changes, Turn, Turned};
pub use facts::{
    Alliance, Base, Closure, Event, Fir, FirState, Membership, Mission, Movement, Party, Place,
    Relation, Sanction, Source, Strength, Tenure,
};
pub use history::{Fact, History, HistoryRow, Topic};
pub use index::SpanIndex;
pub use kinds::{
    AllianceKind, BaseKind, Category, Confidence, PartyKind, Precise, Qualifier, RelationState,
    SkyClass, Standing, Traffic, WhichMeasure,
};
pub use over_time::OverTime;
pub use thing::Thing;
pub use totals::TroopTotal;
pub use troop_curve::{TroopCurve, TroopStep};
pub use world::{BaseOnDay, World};
