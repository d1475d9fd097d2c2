//! The other day on the axis while two days are compared, and the stretch between the two.
//!
//! The playhead is day B and stays the chart's.

use super::axis::Axis;
use super::chart::{Chart, HEAD_PT};
use crate::calendar::{Date, day_number, short_date_words};
use crate::ui::shown::Shown;
use crate::ui::theme::{Type, ink};
use egui::{Rect, Stroke, Ui, pos2, vec2};

/// A flag is reached from so far left and right of its line.
pub(super) const FLAG_REACH_PT: f32 = 34.0;

impl Chart<'_> {
    /// The flag of day A, its line, and the stretch to day B.
    pub(super) fn other_day(&self) {
        let Some(compare) = self.shown.state.compare else {
            return;
        };
        let palette = self.shown.ink();
        let below = self.rect.with_min_y(self.rect.top() + HEAD_PT);
        between(&self.painter, self.shown, below, &self.axis);
        let x = self.axis.x(f64::from(day_number(compare.other)) + 0.5);
        if !self.rect.x_range().contains(x) {
            return;
        }
        let line = Stroke::new(2.0, ink(palette.accent));
        let painter = self.ui.painter();
        painter.vline(
            x,
            self.rect.top() + HEAD_PT - 2.0..=self.rect.bottom(),
            line,
        );
        let words = self.flag_words('A', compare.other);
        let galley =
            painter.layout_no_wrap(words, Type::SmallStrong.font(), ink(palette.on_accent));
        let size = galley.size() + vec2(12.0, 2.0);
        let [left, right] = [self.rect.left(), self.rect.right()];
        let middle = x.clamp(
            left + size.x / 2.0,
            (right - size.x / 2.0).max(left + size.x / 2.0),
        );
        let middle = self.beside_playhead(middle, x, size.x);
        let flag = Rect::from_center_size(pos2(middle, self.rect.top() + 7.0), size);
        painter.rect_filled(flag, 3.0, ink(palette.accent));
        painter.galley(
            flag.center() - galley.size() / 2.0,
            galley,
            ink(palette.on_accent),
        );
    }

    /// What a flag says: the date, and while comparing which of the two it is.
    pub(super) fn flag_words(&self, letter: char, day: Date) -> String {
        let date = short_date_words(day, self.shown.lang());
        match self.shown.state.compare {
            Some(_) => format!("{letter} {date}"),
            None => date,
        }
    }

    /// Moves a flag aside when it would lie under that of the playhead.
    fn beside_playhead(&self, middle: f32, own_x: f32, width: f32) -> f32 {
        let today = f64::from(day_number(self.shown.state.time.date)) + 0.5;
        let head = self.axis.x(today);
        // Both flags are about as wide.
        let reach = width + 4.0;
        if (head - middle).abs() >= reach {
            middle
        } else if own_x <= head {
            head - reach
        } else {
            head + reach
        }
    }
}

/// The same in the strip of the whole record.
pub(super) fn other_day(ui: &Ui, shown: &Shown<'_>, strip: Rect, axis: &Axis) {
    let Some(compare) = shown.state.compare else {
        return;
    };
    between(ui.painter(), shown, strip, axis);
    let x = axis.x(f64::from(day_number(compare.other)) + 0.5);
    let line = Stroke::new(2.0, ink(shown.ink().accent));
    ui.painter().vline(x, strip.y_range(), line);
}

fn between(painter: &egui::Painter, shown: &Shown<'_>, area: Rect, axis: &Axis) {
    let Some(compare) = shown.state.compare else {
        return;
    };
    let x = |day: Date| {
        axis.x(f64::from(day_number(day)) + 0.5)
            .clamp(area.left(), area.right())
    };
    let (a, b) = (x(compare.other), x(shown.state.time.date));
    let stretch = Rect::from_min_max(pos2(a.min(b), area.top()), pos2(a.max(b), area.bottom()));
    painter.rect_filled(stretch, 0.0, ink(shown.ink().accent.with_opacity(0.1)));
}
