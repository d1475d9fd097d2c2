//! What the export dialog is given to show: what an order comes to, its proof, how far a job is.
//!
//! `app` fills it in; panels only read it.

use crate::calendar::Date;
use crate::export::film::Progress;
use crate::export::order::{Fault, Made, Question, Told};
use std::path::{Path, PathBuf};

/// How far a job is.
#[derive(Debug, Default)]
pub enum Job {
    /// There is none.
    #[default]
    Idle,
    /// It goes on.
    Running {
        /// How far it is, once that is known.
        progress: Option<Progress>,
        /// Seconds that it will still take, once that is known.
        left_secs: Option<f64>,
        /// Has it been told to stop?
        is_stopping: bool,
    },
    /// It waits for an answer.
    Asking {
        /// What is asked.
        questions: Vec<Question>,
        /// A name that nothing has.
        free: Option<PathBuf>,
    },
    /// It is done.
    Made(Made),
    /// It failed, and has left nothing.
    Failed(Fault),
}

impl Job {
    /// Is it at work?
    pub fn is_running(&self) -> bool {
        matches!(self, Job::Running { .. })
    }
}

/// All that is known about an export.
#[derive(Clone, Copy)]
pub struct Offered<'a> {
    /// What the choices come to, once that is known.
    pub told: Option<&'a Told>,
    /// The proof, once it is drawn.
    pub proof: Option<&'a egui::TextureHandle>,
    /// The day of the proof, of a film or a series.
    pub proof_day: Option<Date>,
    /// Is a newer proof being drawn?
    pub is_drawing: bool,
    /// The file or folder that would be made; empty without a name.
    pub path: &'a Path,
    /// Where files go when no folder is chosen.
    pub folder: &'a Path,
    /// The job, if any.
    pub job: &'a Job,
}
