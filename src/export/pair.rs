//! Two days for one picture: the world of day A, what lies between, and what changed in words.
//!
//! What changed is found by `model::Changes` and told by `briefing`; where it stands is `scene::pair`'s.

#[cfg(test)]
mod tests;
mod told;

use super::briefing::Briefing;
use crate::calendar::Date;
use crate::lang::Lang;
use crate::model::filter::sift;
use crate::model::{Atlas, Changes, World};
use crate::scene::pair::{Pair, Share, Told};
use crate::state::{Compare, How, KeptView};

/// What a comparison needs besides the shown day.
pub(super) struct TwoDays {
    other: World,
    between: World,
    told: Told,
    share: Share,
}

impl TwoDays {
    /// Day A of a comparison with the shown day.
    pub fn of(atlas: &Atlas, shown: &World, view: &KeptView, compare: Compare) -> TwoDays {
        let chosen = sift(atlas, &view.filter).chosen;
        let other = World::at(atlas, compare.other, view.trail_days).with_only(&chosen);
        let (first, last) = in_order(other.date, shown.date);
        TwoDays {
            between: World::over(atlas, first, last).with_only(&chosen),
            told: told::told(atlas, &briefing(atlas, &other, shown, view.lang), view.lang),
            other,
            share: share(compare.how),
        }
    }

    /// As the scene is given them.
    pub fn pair(&self) -> Pair<'_> {
        Pair {
            other: &self.other,
            between: &self.between,
            told: &self.told,
            share: self.share,
        }
    }
}

/// How a comparison shares a page.
pub(super) fn share(how: How) -> Share {
    match how {
        How::SideBySide => Share::Beside,
        How::Swipe { share } => Share::Seam(share),
    }
}

/// What changed from the earlier to the later of two days.
pub(super) fn briefing(atlas: &Atlas, a: &World, b: &World, lang: Lang) -> Briefing {
    let (before, after) = if a.date <= b.date { (a, b) } else { (b, a) };
    Briefing::of(atlas, &Changes::between(atlas, before, after), lang)
}

fn in_order(a: Date, b: Date) -> (Date, Date) {
    (a.min(b), a.max(b))
}
