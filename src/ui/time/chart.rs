//! The lanes as drawn: month names and lines, the trail, the playhead with its date, and the lanes in their order.
//!
//! Only what is in sight is drawn. Bars and events have files of their own.

use super::axis::{Axis, TickStep};
use super::brush;
use super::fold::FOLDED_PT;
use super::lanes::{Content, Lane};
use crate::calendar::{Date, day_number, short_date_words, short_month_name};
use crate::model::TroopCurve;
use crate::state::Action;
use crate::ui::shown::Shown;
use crate::ui::theme::{Type, ink};
use egui::{Align2, Painter, Rect, Response, Stroke, Ui, pos2, vec2};

/// Height of a lane of events.
pub(super) const MARKS_PT: f32 = 16.0;
/// Height of the line of month names.
pub(super) const HEAD_PT: f32 = 18.0;

/// Room that a month with its year needs before the next tick.
const MONTH_AND_YEAR_PT: f32 = 66.0;

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
    pub fn chart_ui(&self, lanes: &[Lane], curve: &TroopCurve, actions: &mut Vec<Action>) {
        let below_head = self.rect.with_min_y(self.rect.top() + HEAD_PT);
        self.edges();
        brush::shade(self.shown, &self.axis, below_head, &self.painter);
        self.curve(curve);
        self.months();
        let rows = self.bar_rows(lanes);
        let mut top = self.rect.top() + HEAD_PT;
        for (lane, rows) in lanes.iter().zip(rows) {
            if top + MARKS_PT > self.rect.bottom() + 2.0 {
                break;
            }
            let height = match &lane.content {
                _ if self.is_folded(lane) => {
                    self.folded(lane, top);
                    FOLDED_PT
                }
                Content::Bars(bars) => self.bars_ui(bars, top, rows, actions),
                Content::Marks(marks) => {
                    self.marks_ui(marks, top, actions);
                    MARKS_PT
                }
            };
            self.title_ui(lane, top, actions);
            top += height;
            let line = Stroke::new(1.0, ink(self.shown.ink().hairline));
            let across = self.names_left..=self.rect.right();
            self.ui.painter().hline(across, top.round() - 0.5, line);
        }
        self.today();
        self.other_day();
        self.start();
        self.playhead();
        self.curve_words(curve);
    }

    fn months(&self) {
        let palette = self.shown.ink();
        let step = self.axis.step();
        for day in self.axis.ticks() {
            let x = self.axis.x(f64::from(day_number(day))).round() + 0.5;
            let new_year = day.month() == 1 && day.day() == 1;
            let text = self.tick_words(day, step);
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

    /// What a tick says. A tick of a day says its month where no first of a month says it.
    fn tick_words(&self, day: Date, step: TickStep) -> String {
        let lang = self.shown.lang();
        let month = short_month_name(day.month(), lang);
        let new_year = day.month() == 1 && day.day() == 1;
        match step {
            TickStep::Years(_) => day.year().to_string(),
            TickStep::Months(_) if new_year && self.axis.pt_a_day() * 30.4 < 60.0 => {
                day.year().to_string()
            }
            TickStep::Months(_) if new_year => format!("{month} {}", day.year()),
            TickStep::Months(_) => month.to_owned(),
            TickStep::Days(_) if self.axis.pt_a_day() > 96.0 => short_date_words(day, lang),
            TickStep::Days(count) if day.day() == 1 => {
                let room_pt = self.axis.pt_a_day() * count as f32;
                match room_pt > MONTH_AND_YEAR_PT {
                    true => format!("{month} {}", day.year()),
                    false => month.to_owned(),
                }
            }
            TickStep::Days(_) if self.axis.pt_a_day() > 56.0 => format!("{} {month}", day.day()),
            TickStep::Days(_) => day.day().to_string(),
        }
    }

    /// The beginning of a range, with its date where the flag of its end leaves room.
    fn start(&self) {
        let below_head = self.rect.with_min_y(self.rect.top() + HEAD_PT - 2.0);
        brush::start(self.shown, &self.axis, below_head, &self.painter);
        let time = &self.shown.state.time;
        if let Some(from) = time.from().filter(|_| time.is_range()) {
            let [from_x, end_x] = [from, time.date].map(|d| self.axis.x(f64::from(day_number(d))));
            if self.rect.x_range().contains(from_x) && end_x - from_x > 96.0 {
                self.flag(short_date_words(from, self.shown.lang()), from_x);
            }
        }
    }

    /// The playhead.
    fn playhead(&self) {
        let palette = self.shown.ink();
        let time = &self.shown.state.time;
        // The end of a range is the end of its last day.
        let within = if time.is_range() { 1.0 } else { 0.5 };
        let x = self.axis.x(f64::from(day_number(time.date)) + within);
        if !self.rect.x_range().contains(x) {
            return;
        }
        let below_head = self.rect.top() + HEAD_PT - 2.0..=self.rect.bottom();
        let color = ink(palette.playhead);
        self.ui
            .painter()
            .vline(x, below_head, Stroke::new(2.0, color));
        if time.is_range() {
            let middle = (self.rect.top() + HEAD_PT - 2.0 + self.rect.bottom()) / 2.0;
            brush::knob(&self.painter, pos2(x, middle), color);
        }
        self.flag(self.flag_words('B', time.date), x);
    }

    /// A date on a dark flag in the line of month names.
    fn flag(&self, words: String, x: f32) {
        let palette = self.shown.ink();
        let painter = self.ui.painter();
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
