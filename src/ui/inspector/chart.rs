//! One chart of the record: its room, its axes, bands and lines in steps, the hand on it.
//!
//! What is charted is `charts`'s choice.

use crate::calendar::{date_of_day_number, day_number, month_name, short_date_words};
use crate::lang::{Words, history_words as h, number};
use crate::model::OverTime;
use crate::state::{Action, TimeAction};
use crate::style::Color;
use crate::ui::icon;
use crate::ui::shown::Shown;
use crate::ui::theme::{Type, ink};
use egui::epaint::{Mesh, Vertex, WHITE_UV};
use egui::{Align2, CursorIcon, Rect, Response, Sense, Shape, Stroke, Ui, pos2, vec2};

/// Height of what is drawn, without the years below.
const HEIGHT_PT: f32 = 62.0;
/// Height of the years.
const YEARS_PT: f32 = 15.0;

/// A chart being drawn: where, over which days, how high.
pub(super) struct Chart<'a> {
    shown: &'a Shown<'a>,
    over: &'a OverTime,
    /// Where the figures are drawn; the years stand below.
    pub area: Rect,
    response: Response,
    /// The value at the top.
    most: u32,
    /// The highest value.
    peak: u32,
}

impl<'a> Chart<'a> {
    /// Takes its room; `tops` are the values that it must have room for.
    pub fn new(ui: &mut Ui, shown: &'a Shown<'a>, over: &'a OverTime, tops: &[u32]) -> Chart<'a> {
        let size = vec2(ui.available_width(), HEIGHT_PT + YEARS_PT);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
        let area = Rect::from_min_size(rect.min, vec2(rect.width(), HEIGHT_PT));
        let peak = tops.iter().copied().max().unwrap_or(0);
        Chart {
            shown,
            over,
            area,
            response,
            most: round_up(peak),
            peak,
        }
    }

    /// What a screen reader says of it.
    pub fn said(&self, heading: Words, now: u32, tops: &[u32]) -> String {
        let lang = self.shown.lang();
        let day = short_date_words(self.shown.state.time.date, lang);
        let heading = self.shown.say(heading);
        let said = format!("{heading}: {}, {day}", number(now, lang));
        let at = tops.iter().position(|value| *value == self.peak);
        match at.and_then(|at| self.over.days.get(at)) {
            Some(day) => {
                let day = date_of_day_number(*day);
                let month = month_name(day.month(), lang);
                let most = self.shown.say(h::MOST);
                let value = number(self.peak, lang);
                format!("{said}; {most} {value}, {month} {}", day.year())
            }
            None => said,
        }
    }

    /// Gives it the name that a screen reader says.
    pub fn name(&self, said: &str) {
        self.response
            .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, said));
    }

    fn days(&self) -> (f32, f32) {
        let first = self.over.days.first().copied().unwrap_or(0);
        let last = self.over.days.last().copied().unwrap_or(0);
        (first as f32, last.max(first.saturating_add(1)) as f32)
    }

    fn x(&self, day: i32) -> f32 {
        let (first, last) = self.days();
        let share = (day as f32 - first) / (last - first);
        self.area.left() + share.clamp(0.0, 1.0) * self.area.width()
    }

    fn y(&self, value: u32) -> f32 {
        let share = value as f32 / self.most.max(1) as f32;
        self.area.bottom() - share.min(1.0) * (self.area.height() - 2.0)
    }

    /// Steps between two rows of values, filled: a figure holds until the next.
    pub fn band(&self, ui: &Ui, below: &[u32], top: &[u32], color: Color) {
        let mut mesh = Mesh::default();
        let color = ink(color);
        let days = &self.over.days;
        let mut at = 0;
        while at + 1 < days.len() {
            let same = |next: &usize| below[*next] == below[at] && top[*next] == top[at];
            let end = (at + 1..days.len() - 1)
                .find(|next| !same(next))
                .unwrap_or(days.len() - 1);
            if top[at] > below[at] {
                let (left, right) = (self.x(days[at]), self.x(days[end]));
                let (high, low) = (self.y(top[at]), self.y(below[at]));
                let first = u32::try_from(mesh.vertices.len()).unwrap_or(0);
                for pos in [
                    pos2(left, high),
                    pos2(right, high),
                    pos2(right, low),
                    pos2(left, low),
                ] {
                    let uv = WHITE_UV;
                    mesh.vertices.push(Vertex { pos, uv, color });
                }
                mesh.add_triangle(first, first + 1, first + 2);
                mesh.add_triangle(first, first + 2, first + 3);
            }
            at = end;
        }
        ui.painter().add(Shape::mesh(mesh));
    }

    /// A line in steps; `up_pt` keeps lines of equal values apart.
    pub fn line(&self, ui: &Ui, values: &[u32], color: Color, up_pt: f32) {
        let mut points = Vec::new();
        let mut last = None;
        for (day, value) in self.over.days.iter().zip(values) {
            let (x, y) = (self.x(*day), self.y(*value) - up_pt);
            if last != Some(*value) {
                points.extend(last.map(|was| pos2(x, self.y(was) - up_pt)));
                points.push(pos2(x, y));
            }
            last = Some(*value);
        }
        points.extend(last.map(|was| pos2(self.area.right(), self.y(was) - up_pt)));
        let line = Stroke::new(2.0, ink(color));
        ui.painter().add(Shape::line(points, line));
    }

    /// The ground line, the highest value, the years and the shown day.
    pub fn frame_ui(&self, ui: &Ui) {
        let (palette, lang) = (self.shown.ink(), self.shown.lang());
        let painter = ui.painter();
        let (area, hairline) = (self.area, Stroke::new(1.0, ink(palette.hairline_strong)));
        painter.hline(area.x_range(), area.bottom(), hairline);
        let top = self.y(self.most).round() + 0.5;
        painter.hline(area.x_range(), top, Stroke::new(1.0, ink(palette.hairline)));
        let text = number(self.most, lang);
        let galley = painter.layout_no_wrap(text, Type::Small.font(), ink(palette.text_2));
        painter.galley(pos2(area.left(), top + 1.0), galley, ink(palette.text_2));
        let years = self.days();
        let year_of = |day: f32| date_of_day_number(day as i32).year();
        let step = if area.width() > 220.0 { 3 } else { 5 };
        for year in year_of(years.0)..=year_of(years.1) {
            let Ok(day) = crate::calendar::Date::new(year, 1, 1) else {
                continue;
            };
            let x = self.x(day_number(day)).round() + 0.5;
            let named = year % step == 0;
            let long = if named { 4.0 } else { 2.0 };
            painter.vline(x, area.bottom()..=area.bottom() + long, hairline);
            if named && x + 26.0 < area.right() {
                painter.text(
                    pos2(x, area.bottom() + 3.0),
                    Align2::LEFT_TOP,
                    format!(" {year}"),
                    Type::Small.font(),
                    ink(palette.text_2),
                );
            }
        }
        let x = self.x(day_number(self.shown.state.time.date));
        let line = Stroke::new(2.0, ink(palette.playhead));
        painter.vline(x, area.y_range(), line);
        icon::focus_ring(painter, &self.response, area.expand(2.0), palette);
    }

    /// Goes to the day under the hand, and tells the value there.
    pub fn hand(self, ui: &Ui, tops: &[u32], actions: &mut Vec<Action>) {
        let (first, last) = self.days();
        let day_at = |x: f32| {
            let share = ((x - self.area.left()) / self.area.width().max(1.0)).clamp(0.0, 1.0);
            (first + share * (last - first)) as i32
        };
        let held = self.response.clicked() || self.response.dragged();
        if let Some(at) = self.response.interact_pointer_pos().filter(|_| held) {
            let day = date_of_day_number(day_at(at.x));
            actions.push(Action::Time(TimeAction::Goto(day)));
        }
        let Some(at) = self.response.hover_pos() else {
            return;
        };
        ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
        let day = day_at(at.x);
        let (shown, lang) = (self.shown, self.shown.lang());
        let sample = self.over.days.partition_point(|known| *known <= day);
        let value = tops.get(sample.saturating_sub(1)).copied();
        self.response.on_hover_ui_at_pointer(|ui| {
            let date = short_date_words(date_of_day_number(day), lang);
            ui.label(shown.strong(date));
            if let Some(value) = value {
                ui.label(shown.body(number(value, lang)));
            }
            ui.label(shown.small(shown.say(h::CHART_HINT)));
        });
    }
}

/// The next round number: 1, 2 or 5 and noughts.
fn round_up(value: u32) -> u32 {
    let mut unit: u32 = 1;
    loop {
        for times in [1, 2, 3, 4, 5] {
            let round = unit.saturating_mul(times);
            if round >= value {
                return round;
            }
        }
        unit = unit.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_top_of_a_chart_is_a_round_number() {
        for (value, round) in [
            (0, 1),
            (5, 5),
            (6, 10),
            (23_800, 30_000),
            (u32::MAX, u32::MAX),
        ] {
            assert_eq!(round_up(value), round);
        }
    }
}
