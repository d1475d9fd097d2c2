//! Events of the lanes: glyphs, ticks where two would touch, whiskers for what lasted or is not known to the day.
//!
//! A click opens the event and goes to its day.

use super::chart::{Chart, MARKS_PT};
use super::lanes::Mark;
use crate::calendar::{Precision, day_number};
use crate::state::{Action, Selected};
use crate::style::size;
use crate::ui::theme::ink;
use egui::{CursorIcon, Rect, Stroke, pos2, vec2};

impl Chart<'_> {
    /// Draws the events of a lane; where two would touch, the second is a tick.
    pub(super) fn marks_ui(&self, marks: &[Mark], top: f32, actions: &mut Vec<Action>) {
        let y = top + MARKS_PT / 2.0;
        let from = self.axis.day(self.rect.left()) - 400.0;
        let first = marks.partition_point(|m| f64::from(m.days.0) < from);
        let mut busy = f32::MIN;
        for mark in &marks[first..] {
            let x = self.axis.x(f64::from(mark.days.0) + 0.5);
            if x > self.rect.right() + 8.0 {
                break;
            }
            let event = &self.shown.atlas.events[mark.event];
            let color = ink(self.shown.category(event.category));
            let x = self.whisker(mark, x, y, color);
            if x < self.rect.left() - 8.0 {
                continue;
            }
            let chosen = self.shown.is_selected(&Selected::Event(event.id.clone()));
            let center = pos2(x, y);
            let spot = Rect::from_center_size(center, vec2(12.0, MARKS_PT - 2.0));
            let hovered = self.response.hover_pos().is_some_and(|p| spot.contains(p));
            if (x - busy).abs() >= size::EVENT_LIST_PT + 1.0 || chosen {
                self.shown
                    .category_glyph(&self.painter, event.category, center);
                busy = x;
            } else {
                self.painter
                    .vline(x, y - 6.0..=y + 6.0, Stroke::new(1.5, color));
            }
            if chosen {
                self.painter.circle_stroke(
                    center,
                    9.5,
                    Stroke::new(2.0, ink(self.shown.ink().selection)),
                );
            }
            if hovered {
                self.point_at_ui(mark, spot, actions);
            }
        }
    }

    /// The line over the days that an event lasted or may have happened on; gives where its glyph stands. One
    /// that is not known to the day stands in the middle of the days that it may mean.
    fn whisker(&self, mark: &Mark, x: f32, y: f32, color: egui::Color32) -> f32 {
        if mark.days.1 <= mark.days.0 {
            return x;
        }
        let event = &self.shown.atlas.events[mark.event];
        let line = Stroke::new(1.0, color);
        let end = self.axis.x(f64::from(mark.days.1) + 1.0);
        let end_bar = |x: f32| self.painter.vline(x, y - 2.5..=y + 2.5, line);
        end_bar(end);
        if event.date.precision() == Precision::Day {
            self.painter.hline(x..=end, y, line);
            return x;
        }
        let start = self.axis.x(f64::from(mark.days.0));
        self.painter.hline(start..=end, y, line);
        end_bar(start);
        let may = f64::from(day_number(event.date.last())) + 1.0;
        (start + self.axis.x(may)) / 2.0
    }

    /// A pointed-at event: a soft ring, its title, and a click that opens it.
    fn point_at_ui(&self, mark: &Mark, spot: Rect, actions: &mut Vec<Action>) {
        let event = &self.shown.atlas.events[mark.event];
        self.painter.circle_stroke(
            spot.center(),
            8.5,
            Stroke::new(1.2, ink(self.shown.ink().selection.with_opacity(0.7))),
        );
        self.ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        if self.response.clicked() {
            self.shown.visit_event(event, actions);
        }
        let date = crate::calendar::span_words(event.span(), self.shown.lang());
        self.response.clone().on_hover_ui_at_pointer(|ui| {
            ui.set_max_width(280.0);
            ui.label(self.shown.strong(event.title.set(self.shown.lang())));
            ui.label(self.shown.small(date));
        });
    }
}
