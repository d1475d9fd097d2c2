//! Words of the day hold still on the screen: what has moved against the map is left out until it
//! stands again.
//!
//! Names have places of their own (see `names`); this is for words that hang on arrows and discs,
//! which come, go and bend. Pictures for files remember nothing.

use super::item::{Item, Pt, Shape};
use crate::geo::{MapPt, Viewport};
use std::collections::BTreeMap;

/// Words may drift by so much from one picture to the next, in points.
const DRIFT_PT: f64 = 1.0;

/// Where the words of the last picture of a window stood.
#[derive(Clone, Default, Debug)]
pub(super) struct Steady {
    /// By subject and text: map space.
    known: BTreeMap<(String, String), MapPt>,
    next: BTreeMap<(String, String), MapPt>,
    /// Something was left out and waits for the next picture.
    pub unsettled: bool,
    /// The last story and where its block stood, from its anchor, in points.
    pub story: Option<(String, Pt)>,
}

impl Steady {
    /// Begins a picture. `remember` is false for files.
    pub fn begin(&mut self, remember: bool) {
        if !remember {
            *self = Steady::default();
        }
        self.known = std::mem::take(&mut self.next);
        self.unsettled = false;
    }

    /// Keeps the words that stand where they stood, or are new. When one line of a subject has moved,
    /// all its lines are left out, and with `leaders` its strokes too.
    pub fn keep(&mut self, items: Vec<Item>, viewport: &Viewport, leaders: bool) -> Vec<Item> {
        let scale = viewport.camera.scale();
        let mut moved: Vec<_> = Vec::new();
        for item in &items {
            let Shape::Text(text) = &item.shape else {
                continue;
            };
            let key = (format!("{:?}", item.subject), text.text.clone());
            let at = viewport.map_from_page(text.at);
            let near = |was: &MapPt| (0..2).all(|i| (was[i] - at[i]).abs() * scale <= DRIFT_PT);
            if self.known.get(&key).is_some_and(|was| !near(was)) {
                moved.push(item.subject.clone());
            }
            self.next.insert(key, at);
        }
        self.unsettled |= !moved.is_empty();
        let stays = |item: &Item| match &item.shape {
            Shape::Text(_) => !moved.contains(&item.subject),
            Shape::Stroke(_) => !leaders || !moved.contains(&item.subject),
            Shape::Area(_) | Shape::Symbol(_) => true,
        };
        items.into_iter().filter(stays).collect()
    }
}
