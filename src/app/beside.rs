//! The other day while two are compared: its picture, and what changed between the two, in words.
//!
//! It exists only while two days are compared, so that nothing else pays for it.

use super::canvas::{Canvas, Given, Staged};
use crate::calendar::Date;
use crate::export::briefing::Briefing;
use crate::lang::Lang;
use crate::model::{Atlas, Changes, World};
use crate::scene::{Composition, Seam};
use crate::ui::Beside;
use crate::ui::layout::Areas;

/// The other day.
pub(super) struct OtherDay {
    canvas: Canvas,
    composition: Composition,
    seam: Seam,
    /// What changed, and between which days in which language it was told.
    told: Option<((Date, Date, Lang), Briefing)>,
}

impl OtherDay {
    /// Brings the other day up to date, or forgets it when nothing is compared.
    pub fn settle(
        kept: &mut Option<OtherDay>,
        given: Given<'_>,
        areas: &Areas,
        shown: (&World, &mut Composition),
    ) {
        let (atlas, state, chosen) = given;
        let (Some(compare), Some(page)) = (state.compare, areas.other) else {
            *kept = None;
            return;
        };
        let days = (None, compare.other, state.time.trail_days);
        let new = || {
            let mut canvas = Canvas::new(atlas, days, chosen);
            let composition = canvas.picture(given, days, page.size().into(), &Staged::default());
            OtherDay {
                canvas,
                composition,
                seam: Seam::default(),
                told: None,
            }
        };
        let day = kept.get_or_insert_with(new);
        let (world, composition) = shown;
        day.composition = day
            .canvas
            .picture(given, days, page.size().into(), &Staged::default());
        if let Some(x) = areas.bar_x(compare.how) {
            // Names that the bar would cut are written whole, over both halves.
            day.seam
                .join(&mut day.composition, composition, x - page.left());
        }
        day.tell(atlas, world, state.look.lang);
    }

    fn tell(&mut self, atlas: &Atlas, shown: &World, lang: Lang) {
        let other = &self.canvas.world;
        // A list of changes reads from the earlier day to the later one, whichever is A.
        let (before, after) = if other.date <= shown.date {
            (other, shown)
        } else {
            (shown, other)
        };
        let key = (before.date, after.date, lang);
        if self.told.as_ref().is_none_or(|(known, _)| *known != key) {
            let changes = Changes::between(atlas, before, after);
            self.told = Some((key, Briefing::of(atlas, &changes, lang)));
        }
    }

    /// What the panels are given to show.
    pub fn beside(&self) -> Option<Beside<'_>> {
        let (_, briefing) = self.told.as_ref()?;
        Some(Beside {
            world: &self.canvas.world,
            composition: &self.composition,
            briefing,
            over: self.seam.over(),
        })
    }

    /// Does its picture still change by itself?
    pub fn is_unsettled(&self) -> bool {
        self.composition.unsettled
    }
}
