//! The time panel: controls, the whole record, and the lanes around the day.
//!
//! What it remembers is the stretch that the lanes show; the day itself is the state's.

mod axis;
mod bars;
mod brush;
mod chart;
mod chip;
mod controls;
mod curve;
mod days;
mod edges;
mod fold;
mod history;
mod lanes;
mod marks;
mod modes;
mod overview;

use super::shown::Shown;
use super::theme::{GRID, Type, ink};
use crate::calendar::{Date, day_number};
use crate::lang::ui_words as w;
use crate::model::TroopCurve;
use crate::model::filter::Chosen;
use crate::state::{Action, Selected};
use axis::{Axis, Stretch};
use brush::Grip;
use chart::Chart;
use egui::{
    Align, CursorIcon, Event, Layout, MouseWheelUnit, Rect, Response, Sense, Stroke, Ui, UiBuilder,
    pos2, vec2,
};

/// Height of the line of controls.
const CONTROLS_PT: f32 = 40.0;
/// Height of the strip of the whole record, year names included.
const OVERVIEW_PT: f32 = 38.0;
/// Width of the lanes' names.
const NAMES_PT: f32 = 116.0;

/// What the panel remembers.
#[derive(Default)]
pub struct TimeView {
    stretch: Option<Stretch>,
    /// The day that the stretch was last moved for.
    followed: Option<Date>,
    lanes: Vec<lanes::Lane>,
    /// What is told instead, and the stretch to return to.
    told: Option<ToldLanes>,
    months: overview::Months,
    curve: TroopCurve,
    /// What of the day or the range is held on the overview, and on the lanes.
    held: [Option<Grip>; 2],
    /// The atlas and the events that the lanes were made of.
    made_of: Option<(String, Chosen)>,
}

/// The lanes of a history.
struct ToldLanes {
    of: Selected,
    lanes: Vec<lanes::Lane>,
    /// The events in them: fewer when a filter is set.
    events: Vec<u32>,
    /// What the axis showed before.
    before: Option<Stretch>,
}

impl TimeView {
    /// Draws the panel into the whole of `ui`.
    pub fn time_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        self.settle(shown);
        let rect = ui.max_rect();
        let palette = shown.ink();
        ui.painter().rect_filled(rect, 0.0, ink(palette.panel));
        ui.painter().hline(
            rect.x_range(),
            rect.top() + 0.5,
            Stroke::new(1.0, ink(palette.hairline_strong)),
        );
        let inner = rect.shrink2(vec2(GRID * 4.0, 0.0));
        let line = Rect::from_min_size(inner.min, vec2(inner.width(), CONTROLS_PT));
        let layout = Layout::left_to_right(Align::Center);
        let mut first = ui.new_child(
            UiBuilder::new()
                .max_rect(line)
                .layout(layout)
                .id_salt("controls"),
        );
        controls::controls_ui(&mut first, shown, actions);
        let left = inner.left() + NAMES_PT;
        let strip = Rect::from_min_max(
            pos2(left, line.bottom() + 4.0),
            pos2(inner.right(), line.bottom() + OVERVIEW_PT),
        );
        let Some(stretch) = self.stretch else {
            return;
        };
        let label = ui.painter().layout_no_wrap(
            shown.say(w::WHOLE_RECORD),
            Type::Small.font(),
            ink(palette.text_2),
        );
        ui.painter().galley(
            pos2(inner.left(), strip.top() + 6.0),
            label,
            ink(palette.text_2),
        );
        let [on_overview, _] = &mut self.held;
        overview::overview_ui(
            ui,
            shown,
            strip,
            &self.months,
            stretch,
            on_overview,
            actions,
        );
        if !shown.state.look.time_open {
            return;
        }
        let rect = Rect::from_min_max(
            pos2(left, strip.bottom() + 6.0),
            pos2(inner.right(), rect.bottom() - 4.0),
        );
        let response = ui.interact(rect, ui.scope_id().with("lanes"), Sense::click_and_drag());
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::Image, true, shown.say(w::LANES))
        });
        self.hand(ui, shown, rect, &response, actions);
        let axis = Axis {
            stretch: self.stretch.unwrap_or(stretch),
            left: rect.left(),
            width: rect.width(),
        };
        let clip = rect.expand2(vec2(1.0, 0.0)).intersect(ui.clip_rect());
        let chart = Chart {
            axis,
            rect,
            names_left: inner.left(),
            painter: ui.painter().with_clip_rect(clip),
            ui,
            shown,
            response: &response,
        };
        let told = self.told.as_ref().map(|told| &told.lanes);
        chart.chart_ui(told.unwrap_or(&self.lanes), &self.curve, actions);
    }

    /// Makes the lanes when the atlas or the filter is new, and keeps the day in sight when it has moved.
    fn settle(&mut self, shown: &Shown<'_>) {
        let version = &shown.atlas.data_version;
        let is_made = self
            .made_of
            .as_ref()
            .is_some_and(|(of, chosen)| of == version && chosen == shown.chosen);
        if !is_made {
            self.lanes = lanes::lanes(shown.atlas, shown.chosen);
            self.months = overview::Months::of(shown);
            if self.made_of.as_ref().is_none_or(|(of, _)| of != version) {
                self.curve = TroopCurve::of(shown.atlas);
            }
            self.made_of = Some((version.clone(), shown.chosen.clone()));
        }
        self.tell(shown);
        let date = shown.state.time.date;
        if self.held[1].is_some() {
            // The axis does not run away under the hand.
            self.followed = Some(date);
        }
        if self.followed != Some(date) {
            let stretch = self.stretch.unwrap_or_else(|| Stretch::around(date));
            self.stretch = Some(stretch.following(f64::from(day_number(date))));
            self.followed = Some(date);
        }
    }

    /// Makes the lanes of a history when another one is told, and lays the whole of it on the axis; when none is
    /// told any more, the axis shows again what it showed before.
    fn tell(&mut self, shown: &Shown<'_>) {
        let selected = shown.state.selection.as_ref();
        let Some((history, topic)) = shown.history.zip(selected) else {
            if let Some(told) = self.told.take() {
                (self.stretch, self.followed) = (told.before.or(self.stretch), None);
                self.months = overview::Months::of(shown);
            }
            return;
        };
        let known = self.told.as_mut().filter(|told| told.of == *topic);
        if let Some(told) = known {
            if told.events != history.events() {
                told.lanes = history::lanes(shown.atlas, topic, history);
                told.events = history.events().to_vec();
                self.months = overview::Months::of(shown);
            }
            return;
        }
        let before = match self.told.take() {
            Some(told) => told.before,
            None => self.stretch,
        };
        self.months = overview::Months::of(shown);
        let extent = history::extent(shown.atlas, history);
        self.stretch = extent.map(Stretch::over).or(self.stretch);
        // The whole history is in sight, and the day as soon as it moves.
        self.followed = extent.map(|_| shown.state.time.date).or(self.followed);
        self.told = Some(ToldLanes {
            of: topic.clone(),
            lanes: history::lanes(shown.atlas, topic, history),
            events: history.events().to_vec(),
            before,
        });
    }

    /// Zooms the lanes in (1) or out (-1) about the day.
    pub fn zoom(&mut self, shown: &Shown<'_>, by: i8) {
        let day = f64::from(day_number(shown.state.time.date)) + 0.5;
        let zoomed = |stretch: Stretch| stretch.zoomed(day, 1.6f64.powi(by.into()));
        self.stretch = self.stretch.map(zoomed);
    }

    /// Shows the whole range in the lanes; without one, the whole record.
    pub fn show_whole(&mut self, shown: &Shown<'_>) {
        let time = &shown.state.time;
        let (first, last) = time.course();
        self.stretch = Some(Stretch::over((day_number(first), day_number(last))));
        self.followed = Some(time.date);
    }

    /// What of the day or the range the hand holds on the lanes: by the month names, or by a handle anywhere.
    fn grip(
        &self,
        ui: &Ui,
        shown: &Shown<'_>,
        axis: &Axis,
        rect: Rect,
        response: &Response,
    ) -> Option<Grip> {
        if !response.is_pointer_button_down_on() && !response.clicked() {
            return None;
        }
        let begun = || {
            let from = ui.input(|input| input.pointer.press_origin())?;
            match from.y < rect.top() + chart::HEAD_PT {
                true => Some(Grip::at(shown.state, axis, from.x, days::FLAG_REACH_PT)),
                false => brush::handle_at(shown.state, axis, from.x),
            }
        };
        self.held[1].or_else(begun)
    }

    /// Drag moves the stretch, the wheel zooms it at the pointer; the month names and the handles move the day
    /// and the range.
    fn hand(
        &mut self,
        ui: &Ui,
        shown: &Shown<'_>,
        rect: Rect,
        response: &Response,
        actions: &mut Vec<Action>,
    ) {
        let Some(mut stretch) = self.stretch else {
            return;
        };
        let axis = Axis {
            stretch,
            left: rect.left(),
            width: rect.width(),
        };
        let time = &shown.state.time;
        self.held[1] = self.grip(ui, shown, &axis, rect, response);
        if let (Some(grip), Some(at)) = (self.held[1], response.interact_pointer_pos()) {
            let x = brush::drawn_to(ui, shown, &axis, at.x);
            actions.push(grip.pull(time, &axis, x));
            ui.ctx().set_cursor_icon(grip.cursor());
        } else if response.dragged() {
            stretch.first -= f64::from(response.drag_delta().x / axis.pt_a_day());
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        }
        if let Some(pointer) = response.hover_pos() {
            let turned: f32 = ui.input(|input| input.events.iter().map(notches).sum());
            if turned != 0.0 {
                stretch = stretch.zoomed(axis.day(pointer.x), f64::from(turned * 0.22).exp());
            }
            if brush::handle_at(shown.state, &axis, pointer.x).is_some() {
                ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
            }
        }
        let ends = (
            f64::from(day_number(time.first_day)),
            f64::from(day_number(time.last_day)),
        );
        self.stretch = Some(stretch.held(ends.0, ends.1));
    }
}

fn notches(event: &Event) -> f32 {
    match event {
        Event::MouseWheel { unit, delta, .. } => match unit {
            MouseWheelUnit::Line => delta.y,
            MouseWheelUnit::Point => delta.y / 50.0,
            MouseWheelUnit::Page => delta.y * 4.0,
        },
        _ => 0.0,
    }
}
