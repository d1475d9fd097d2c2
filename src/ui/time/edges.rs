//! Where the record begins and ends on the lanes, and today: what lies outside is unknown, not quiet.
//!
//! It only draws.

use super::chart::{Chart, HEAD_PT};
use crate::calendar::{Date, date_words, day_number};
use crate::lang::{time_words as tw, ui_words as w};
use crate::ui::theme::{Type, ink};
use egui::{Align2, Rect, Stroke, pos2};

/// Space between a line and its words.
const GAP_PT: f32 = 5.0;

impl Chart<'_> {
    /// Shades what the record does not cover, and says where it begins and ends.
    pub(super) fn edges(&self) {
        let coverage = self.shown.atlas.coverage;
        let begins = self.axis.x(f64::from(day_number(coverage.from)));
        let ends = self.axis.x(f64::from(day_number(coverage.to)) + 1.0);
        let before = Rect::from_min_max(
            pos2(self.rect.left(), self.rect.top() + HEAD_PT),
            pos2(begins.min(self.rect.right()), self.rect.bottom()),
        );
        let after = Rect::from_min_max(
            pos2(ends.max(self.rect.left()), self.rect.top() + HEAD_PT),
            self.rect.max,
        );
        let say = |words, date: Date| {
            let date = date_words(date, self.shown.lang());
            format!("{} {date}", self.shown.say(words))
        };
        if before.is_positive() {
            let words = say(tw::RECORD_BEGINS, coverage.from);
            self.outside(before, begins, words, Align2::RIGHT_CENTER);
        }
        if after.is_positive() {
            let words = say(w::RECORD_ENDS, coverage.to);
            self.outside(after, ends, words, Align2::LEFT_CENTER);
        }
    }

    fn outside(&self, area: Rect, edge: f32, words: String, align: Align2) {
        let palette = self.shown.ink();
        self.painter
            .rect_filled(area, 0.0, ink(palette.panel_sunk.with_opacity(0.8)));
        self.dashes(edge, ink(palette.text_3));
        let side = match align {
            Align2::RIGHT_CENTER => -GAP_PT,
            _ => GAP_PT,
        };
        let galley =
            self.painter
                .layout_no_wrap(words.clone(), Type::Small.font(), ink(palette.text_2));
        if galley.size().x + 2.0 * GAP_PT <= area.width() {
            let at = pos2(edge + side, area.bottom() - 10.0);
            let font = Type::Small.font();
            self.painter
                .text(at, align, words, font, ink(palette.text_2));
        }
    }

    /// A dashed line over the height of the lanes.
    fn dashes(&self, x: f32, color: egui::Color32) {
        let ends = [
            pos2(x, self.rect.top() + HEAD_PT),
            pos2(x, self.rect.bottom()),
        ];
        let line = Stroke::new(1.0, color);
        self.painter
            .extend(egui::Shape::dashed_line(&ends, line, 3.0, 3.0));
    }

    /// Today, where it is known.
    pub(super) fn today(&self) {
        let Some(today) = self.shown.state.time.today else {
            return;
        };
        let x = self.axis.x(f64::from(day_number(today)) + 0.5);
        if !self.rect.x_range().contains(x) {
            return;
        }
        let color = ink(self.shown.ink().accent);
        self.dashes(x, color);
        let words = self.shown.say(tw::TODAY);
        let font = Type::Small.font();
        let galley = self
            .painter
            .layout_no_wrap(words.clone(), font.clone(), color);
        let fits = x + GAP_PT + galley.size().x <= self.rect.right();
        let (side, align) = match fits {
            true => (GAP_PT, Align2::LEFT_CENTER),
            false => (-GAP_PT, Align2::RIGHT_CENTER),
        };
        let at = pos2(x + side, self.rect.top() + HEAD_PT + 8.0);
        self.painter.text(at, align, words, font, color);
    }
}
