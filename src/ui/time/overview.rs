//! The whole record in a strip: a histogram of months, the stretch below, the day. It is the slider of the day.
//!
//! Where the record ends is marked: what lies beyond is unknown, not quiet.

use super::axis::{Axis, Stretch};
use super::brush::{self, Grip};
use crate::calendar::{date_words, day_number};
use crate::lang::{time_words as tw, ui_words as w};
use crate::state::{Action, TimeAction};
use crate::ui::icon;
use crate::ui::shown::Shown;
use crate::ui::theme::{Type, ink};
use egui::{Rect, Response, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

/// Height of the histogram.
const BARS_PT: f32 = 24.0;

/// Events of each month of the record that the filter lets through.
#[derive(Default)]
pub struct Months {
    /// First day and count of each month.
    counts: Vec<(i32, u32)>,
    /// The largest count.
    most: u32,
}

impl Months {
    /// Counts the events that the filter lets through, of the history that is told, if any.
    pub fn of(shown: &Shown<'_>) -> Months {
        let coverage = shown.atlas.coverage;
        let mut month = coverage.from.first_of_month();
        let mut counts: Vec<(i32, u32)> = Vec::new();
        while month <= coverage.to {
            counts.push((day_number(month), 0));
            month = month.saturating_add(jiff::Span::new().months(1));
        }
        let events = shown.atlas.events.iter().enumerate();
        let is_counted = |at: usize| match shown.history {
            Some(history) => u32::try_from(at).is_ok_and(|at| history.has_event(at)),
            None => shown.chosen.has(at),
        };
        for (_, event) in events.filter(|(at, _)| is_counted(*at)) {
            let day = day_number(event.date.first());
            let after = counts.partition_point(|(first, _)| *first <= day);
            if let Some((_, count)) = after.checked_sub(1).and_then(|i| counts.get_mut(i)) {
                *count += 1;
            }
        }
        let most = counts
            .iter()
            .map(|(_, count)| *count)
            .max()
            .unwrap_or(0)
            .max(1);
        Months { counts, most }
    }
}

/// Draws the strip into `rect` (38 points high) and pushes the day that the hand sets.
pub fn overview_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    rect: Rect,
    months: &Months,
    below: Stretch,
    held: &mut Option<Grip>,
    actions: &mut Vec<Action>,
) {
    let time = &shown.state.time;
    let first = f64::from(day_number(time.first_day.first_of_year()));
    let last = f64::from(day_number(time.last_day)) + 150.0;
    let axis = Axis {
        stretch: Stretch {
            first,
            days: last - first,
        },
        left: rect.left(),
        width: rect.width(),
    };
    let response = ui.interact(
        rect,
        ui.scope_id().with("date slider"),
        Sense::click_and_drag(),
    );
    let today = f64::from(day_number(time.date));
    let name = match time.is_range() {
        true => brush::end_words(shown, tw::RANGE_END, time.date),
        false => brush::end_words(shown, w::DATE_IS, time.date),
    };
    response.widget_info(|| egui::WidgetInfo::slider(true, today, &name));
    hand(ui, shown, &response, &axis, held, actions);
    let strip = rect.with_max_y(rect.top() + BARS_PT);
    if time.from().is_some() {
        brush::shade(shown, &axis, strip, ui.painter());
    }
    bars(ui, shown, rect, &axis, months, below);
    labels(ui, shown, rect, &axis);
    frame(ui, shown, rect, &axis, below);
    super::days::other_day(ui, shown, rect.with_max_y(rect.top() + BARS_PT), &axis);
    let palette = shown.ink();
    let within = if time.is_range() { 1.0 } else { 0.5 };
    let x = axis.x(today + within);
    let color = ink(palette.playhead);
    ui.painter()
        .vline(x, strip.y_range(), Stroke::new(2.0, color));
    if time.is_range() {
        brush::knob(ui.painter(), pos2(x, strip.center().y), color);
        brush::start(shown, &axis, strip, ui.painter());
        brush::start_keys_ui(ui, shown, &axis, strip, actions);
    }
    icon::focus_ring(ui.painter(), &response, rect.expand(2.0), palette);
    if let Some(pointer) = response.hover_pos() {
        let reached = Grip::at(shown.state, &axis, pointer.x, brush::REACH_PT);
        let text = match held.unwrap_or(reached) {
            Grip::Middle(_) => shown.say(tw::RANGE_MIDDLE),
            Grip::From | Grip::End | Grip::Other => {
                let x = brush::drawn_to(ui, shown, &axis, pointer.x);
                let date = brush::day_at(time, &axis, x);
                date_words(date, shown.lang())
            }
        };
        response.on_hover_text_at_pointer(shown.small(text));
    }
}

fn hand(
    ui: &Ui,
    shown: &Shown<'_>,
    response: &Response,
    axis: &Axis,
    held: &mut Option<Grip>,
    actions: &mut Vec<Action>,
) {
    let time = &shown.state.time;
    let is_held = response.is_pointer_button_down_on() || response.dragged() || response.clicked();
    match response.interact_pointer_pos().filter(|_| is_held) {
        Some(pointer) => {
            let reached = || Grip::at(shown.state, axis, pointer.x, brush::REACH_PT);
            let grip = *held.get_or_insert_with(reached);
            let x = brush::drawn_to(ui, shown, axis, pointer.x);
            actions.push(grip.pull(time, axis, x));
        }
        None => *held = None,
    }
    let has_handles = time.is_range() || shown.state.compare.is_some();
    if let Some(pointer) = response.hover_pos().filter(|_| has_handles) {
        let reached = Grip::at(shown.state, axis, pointer.x, brush::REACH_PT);
        ui.ctx().set_cursor_icon(held.unwrap_or(reached).cursor());
    }
    if let Some((step, by)) = brush::arrows(ui, response) {
        actions.push(Action::Time(TimeAction::Step(step, by)));
    }
}

fn bars(ui: &Ui, shown: &Shown<'_>, rect: Rect, axis: &Axis, months: &Months, below: Stretch) {
    let palette = shown.ink();
    let floor = rect.top() + BARS_PT;
    let width = (axis.pt_a_day() * 30.4 - 1.0).max(1.0);
    for &(day, count) in months.counts.iter().filter(|(_, count)| *count > 0) {
        let share = count as f32 / months.most as f32;
        let height = 2.0 + (BARS_PT - 6.0) * share;
        let x = axis.x(f64::from(day));
        let middle = f64::from(day) + 15.0;
        let inside = below.first <= middle && middle <= below.first + below.days;
        let color = if inside {
            palette.hist_on
        } else {
            palette.hist
        };
        let bar = Rect::from_min_max(pos2(x, floor - height), pos2(x + width, floor));
        ui.painter().rect_filled(bar, 0.0, ink(color));
    }
    let line = Stroke::new(1.0, ink(palette.hairline_strong));
    ui.painter().hline(rect.x_range(), floor + 0.5, line);
}

fn labels(ui: &Ui, shown: &Shown<'_>, rect: Rect, axis: &Axis) {
    let palette = shown.ink();
    let floor = rect.top() + BARS_PT;
    let end = shown.atlas.coverage.to;
    let end_x = axis.x(f64::from(day_number(end)) + 1.0);
    for day in axis.ticks().into_iter().filter(|d| d.month() == 1) {
        let x = axis.x(f64::from(day_number(day)));
        if x < rect.left() - 1.0 {
            continue;
        }
        let galley = ui.painter().layout_no_wrap(
            day.year().to_string(),
            Type::Small.font(),
            ink(palette.text_2),
        );
        if x + 3.0 + galley.size().x > rect.right() {
            continue;
        }
        let tick = Stroke::new(1.0, ink(palette.hairline_strong));
        ui.painter().vline(x, floor..=floor + 4.0, tick);
        ui.painter()
            .galley(pos2(x + 3.0, floor + 1.0), galley, ink(palette.text_2));
    }
    let dash = Stroke::new(1.0, ink(palette.text_3));
    for i in 0..6u8 {
        let y = rect.top() + f32::from(i) * 4.0;
        ui.painter().vline(end_x, y..=y + 2.0, dash);
    }
    let words = format!(
        "{} {}",
        shown.say(w::RECORD_ENDS),
        date_words(end, shown.lang())
    );
    let galley = ui
        .painter()
        .layout_no_wrap(words, Type::Small.font(), ink(palette.text_2));
    let at = pos2(rect.right() - galley.size().x, rect.top() - 13.0);
    ui.painter().galley(at, galley, ink(palette.text_2));
}

/// The stretch that the lanes below show.
fn frame(ui: &Ui, shown: &Shown<'_>, rect: Rect, axis: &Axis, below: Stretch) {
    // Beside the handles of a range the frame is quiet, and has none that could be taken for them.
    let is_range = shown.state.time.is_range();
    let palette = shown.ink();
    let accent = ink(if is_range {
        palette.text_3
    } else {
        palette.accent
    });
    let left = axis.x(below.first).max(rect.left());
    let right = axis.x(below.first + below.days).min(rect.right());
    let frame = Rect::from_min_max(
        pos2(left, rect.top()),
        pos2(right.max(left + 4.0), rect.top() + BARS_PT),
    );
    ui.painter()
        .rect_stroke(frame, 2.0, Stroke::new(1.5, accent), StrokeKind::Inside);
    for x in [frame.left(), frame.right()]
        .into_iter()
        .filter(|_| !is_range)
    {
        let grip = Rect::from_center_size(pos2(x, frame.center().y), vec2(4.0, 10.0));
        ui.painter().rect_filled(grip, 2.0, accent);
    }
}
