//! What is known: the atlas of facts with their sources, its index, and the world on a day.
//!
//! Everything here is immutable once read. It reads no files (that is `data`) and draws nothing.

mod atlas;
pub mod basemap;
mod facts;
mod index;
mod world;

pub use atlas::{Atlas, Coverage, Credit, Found};
pub use facts::{
    Alliance, AllianceKind, Base, BaseKind, Category, Closure, Confidence, Event, Fir, FirState,
    Membership, Mission, Movement, Party, PartyKind, Place, Precise, Qualifier, Relation,
    RelationState, Sanction, SkyClass, Source, Standing, Strength, Tenure, Traffic, WhichMeasure,
};
pub use index::SpanIndex;
pub use world::{BaseOnDay, World};
