//! The swipe bar: a line over the map with a handle, moved by hand and by keys.
//!
//! Where it stands is the state's share; it only asks for another one.

use super::BAR_STEP;
use crate::lang::compare_words as c;
use crate::state::{Action, CompareAction, How};
use crate::ui::icon;
use crate::ui::map::painter::paint_items;
use crate::ui::shown::Shown;
use crate::ui::theme::ink;
use egui::{CursorIcon, EventFilter, Key, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

/// Half the width in which the bar can be taken hold of.
const REACH_PT: f32 = 8.0;
/// Radius of the handle.
const HANDLE_PT: f32 = 17.0;

/// Draws the bar at `x` of the window over a map, the names that cross it, and the handle; moves it.
pub(super) fn bar_ui(ui: &mut Ui, shown: &Shown<'_>, map: Rect, x: f32, actions: &mut Vec<Action>) {
    let palette = shown.ink();
    let handle = pos2(x, map.center().y);
    let line = Rect::from_center_size(handle, vec2(REACH_PT * 2.0, map.height()));
    let grip = Rect::from_center_size(handle, vec2(HANDLE_PT, HANDLE_PT) * 2.0);
    let sense = Sense::click_and_drag();
    let on_line = ui.interact(line, ui.scope_id().with("bar line"), Sense::drag());
    let response = ui.interact(grip, ui.scope_id().with("swipe bar"), sense);
    let share = f64::from((x - map.left()) / map.width().max(1.0));
    let name = shown.say(c::BAR);
    response.widget_info(|| egui::WidgetInfo::slider(true, (share * 100.0).round(), &name));
    for hand in [&on_line, &response] {
        if let Some(at) = hand.interact_pointer_pos().filter(|_| hand.dragged()) {
            let share = (at.x - map.left()) / map.width().max(1.0);
            actions.push(Action::Compare(CompareAction::SetHow(How::Swipe { share })));
        }
    }
    if response.has_focus() {
        keys(ui, &response, actions);
    }
    let painter = ui.painter();
    painter.vline(x, map.y_range(), Stroke::new(5.0, ink(palette.panel)));
    painter.vline(x, map.y_range(), Stroke::new(3.0, ink(palette.accent)));
    for layer in shown.beside.iter().flat_map(|beside| beside.over) {
        paint_items(
            &painter.with_clip_rect(map),
            &layer.items,
            map.min,
            shown.glyphs,
        );
    }
    painter.circle(
        handle,
        HANDLE_PT,
        ink(palette.accent),
        Stroke::new(2.0, ink(palette.panel)),
    );
    let stroke = Stroke::new(2.0, ink(palette.on_accent));
    for side in [-1.0, 1.0] {
        let tip = handle + vec2(side * 8.5, 0.0);
        let ends = [-4.5, 4.5].map(|y| handle + vec2(side * 4.0, y));
        painter.add(Shape::line(vec![ends[0], tip, ends[1]], stroke));
    }
    icon::focus_ring(painter, &response, grip.expand(3.0), palette);
    if on_line.hovered() || on_line.dragged() || response.hovered() || response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
    }
}

/// The arrow keys while the bar has the focus.
fn keys(ui: &Ui, response: &egui::Response, actions: &mut Vec<Action>) {
    let arrows = EventFilter {
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let by = ui.input(|input| {
        let pressed = |key| f32::from(u8::from(input.key_pressed(key)));
        pressed(Key::ArrowRight) - pressed(Key::ArrowLeft)
    });
    if by != 0.0 {
        actions.push(Action::Compare(CompareAction::MoveBar(by * BAR_STEP)));
    }
}
