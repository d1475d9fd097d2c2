//! Files to atlas and back: readers, checks, and the report of what was wrong and where.
//!
//! Nothing is half-loaded: a folder gives an atlas, or every complaint about it. It knows nothing of
//! maps or windows.

mod checks;
mod folder;
pub mod own;
mod records;
mod report;
mod shipped;
mod source;
mod topology;

pub use folder::{Judged, check_file, check_loose_text, load_dir};
pub use report::{Complaint, LoadError, Severity};
pub use shipped::shipped;
