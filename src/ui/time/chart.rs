//! The lanes as drawn: month names and lines, the trail, the playhead with its date, and the lanes in their order.
//!
//! Only what is in sight is drawn. Bars and events have files of their own.

use super::axis::{Axis, TickStep};
use super::lanes::{Content, Lane};
use crate::calendar::{day_number, short_date_words, short_month_name};
use crate::state::Action;
use crate::ui::shown::Shown;
use crate::ui::theme::{Type, ink};
use egui::{Align2, Painter, Rect, Response, Stroke, Ui, pos2, vec2};

/// Height of a lane of events.
pub(super) const MARKS_PT: f32 = 16.0;
/// Height of the line of month names.
pub(super) const HEAD_PT: f32 = 18.0;

/// Where the lanes are drawn, and what they show.
pub(super) struct Chart<'a> {
    /// The axis.
    pub axis: Axis,
    /// The lanes' rectangle, month names included.
    pub rect: Rect,
    /// The left edge of the lanes' names.
    pub names_left: f32,
    /// The panel.
    pub ui: &'a Ui,
    /// Draws inside the lanes' rectangle only.
    pub painter: Painter,
    /// What is shown.
    pub shown: &'a Shown<'a>,
    /// The hand on the lanes.
    pub response: &'a Response,
}

impl Chart<'_> {
    /// Draws everything and pushes what is clicked.
    pub fn chart_ui(&self, lanes: &[Lane], actions: &mut Vec<Action>) {
        self.trail();
        self.months();
        let rows = self.bar_rows(lanes);
        let mut top = self.rect.top() + HEAD_PT;
        for (lane, rows) in lanes.iter().zip(rows) {
            if top + MARKS_PT > self.rect.bottom() + 2.0 {
                break;
            }
            let height = match &lane.content {
                Content::Bars(bars) => self.bars_ui(bars, top, rows, actions),
                Content::Marks(marks) => {
                    self.marks_ui(marks, top, actions);
                    MARKS_PT
                }
            };
            self.name(lane, top);
            top += height;
            let line = Stroke::new(1.0, ink(self.shown.ink().hairline));
            let across = self.names_left..=self.rect.right();
            self.ui.painter().hline(across, top.round() - 0.5, line);
        }
        self.playhead();
    }

    fn name(&self, lane: &Lane, top: f32) {
        let painter = self.ui.painter();
        let galley = painter.layout_no_wrap(
            self.shown.say(lane.title),
            Type::Small.font(),
            ink(self.shown.ink().text),
        );
        painter.galley(
            pos2(self.names_left, top + (MARKS_PT - galley.size().y) / 2.0),
            galley,
            ink(self.shown.ink().text),
        );
    }

    fn trail(&self) {
        let today = f64::from(day_number(self.shown.state.time.date));
        let from = self
            .axis
            .x(today - f64::from(self.shown.state.time.trail_days));
        let to = self.axis.x(today + 0.5);
        let top = self.rect.top() + HEAD_PT;
        let area = Rect::from_min_max(
            pos2(from.max(self.rect.left()), top),
            pos2(to, self.rect.bottom()),
        );
        if area.is_positive() {
            self.painter.rect_filled(
                area,
                0.0,
                ink(self.shown.ink().accent_soft.with_opacity(0.55)),
            );
        }
    }

    fn months(&self) {
        let palette = self.shown.ink();
        let lang = self.shown.lang();
        let step = self.axis.step();
        for day in self.axis.ticks() {
            let x = self.axis.x(f64::from(day_number(day))).round() + 0.5;
            let new_year = day.month() == 1 && day.day() == 1;
            let text = match step {
                TickStep::Years => day.year().to_string(),
                TickStep::Months(_) if new_year && self.axis.pt_a_day() * 30.4 < 60.0 => {
                    day.year().to_string()
                }
                TickStep::Months(_) if new_year => {
                    format!("{} {}", short_month_name(1, lang), day.year())
                }
                TickStep::Months(_) => short_month_name(day.month(), lang).to_owned(),
                TickStep::Days(_) if day.day() == 1 => {
                    format!("{} {}", short_month_name(day.month(), lang), day.year())
                }
                TickStep::Days(_) => day.day().to_string(),
            };
            let strong = new_year || (day.day() == 1 && matches!(step, TickStep::Days(_)));
            let color = if new_year {
                palette.hairline_strong
            } else {
                palette.hairline
            };
            self.painter.vline(
                x,
                self.rect.top() + HEAD_PT - 4.0..=self.rect.bottom(),
                Stroke::new(1.0, ink(color)),
            );
            let kind = if strong {
                Type::SmallStrong
            } else {
                Type::Small
            };
            let ink_of = ink(if strong { palette.text } else { palette.text_2 });
            self.painter.text(
                pos2(x + 3.0, self.rect.top() + 8.0),
                Align2::LEFT_CENTER,
                text,
                kind.font(),
                ink_of,
            );
        }
        let base = self.rect.top() + HEAD_PT - 0.5;
        self.painter.hline(
            self.rect.x_range(),
            base,
            Stroke::new(1.0, ink(palette.hairline)),
        );
    }

    fn playhead(&self) {
        let palette = self.shown.ink();
        let painter = self.ui.painter();
        let date = self.shown.state.time.date;
        let x = self.axis.x(f64::from(day_number(date)) + 0.5);
        if !self.rect.x_range().contains(x) {
            return;
        }
        painter.vline(
            x,
            self.rect.top() + HEAD_PT - 2.0..=self.rect.bottom(),
            Stroke::new(2.0, ink(palette.playhead)),
        );
        let words = short_date_words(date, self.shown.lang());
        let galley = painter.layout_no_wrap(words, Type::SmallStrong.font(), ink(palette.panel));
        let flag_size = galley.size() + vec2(12.0, 2.0);
        let middle = x.clamp(
            self.rect.left() + flag_size.x / 2.0,
            self.rect.right() - flag_size.x / 2.0,
        );
        let flag = Rect::from_center_size(pos2(middle, self.rect.top() + 7.0), flag_size);
        painter.rect_filled(flag, 3.0, ink(palette.playhead));
        painter.galley(
            flag.center() - galley.size() / 2.0,
            galley,
            ink(palette.panel),
        );
    }
}
