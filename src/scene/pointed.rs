//! What a picture points at: the things that stand out, and those that stay as they are while the rest steps back.
//!
//! Whether the facts hold them is the caller's business: what is not there is not drawn.

use crate::model::Thing;

/// What is pointed at.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Pointed {
    /// Things with a ring, a halo and their name; the first is the most important.
    pub ringed: Vec<Thing>,
    /// Things that do not step back, though nothing points at them.
    pub kept: Vec<Thing>,
}

impl Pointed {
    /// At nothing: nothing steps back.
    pub const NOTHING: &'static Pointed = &Pointed {
        ringed: Vec::new(),
        kept: Vec::new(),
    };

    /// Is nothing pointed at?
    pub fn is_nothing(&self) -> bool {
        self.ringed.is_empty()
    }

    /// All of them, those with a ring first; none when nothing is pointed at.
    pub fn all(&self) -> impl Iterator<Item = &Thing> {
        let kept = if self.is_nothing() {
            &[][..]
        } else {
            &self.kept[..]
        };
        self.ringed.iter().chain(kept)
    }
}
