//! What the pointer is while presenting: a spot of light, or a pen on the map.
//!
//! What the pen draws is kept in the state, in map coordinates, so that it moves with the map.

use super::present;
use crate::geo::{MapPt, Viewport};
use crate::state::{Action, PresentAction, Tool};
use crate::ui::shown::Shown;
use crate::ui::theme::ink;
use egui::{CursorIcon, Pos2, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

/// Radius of the spot, and of the light around it.
const SPOT_PT: f32 = 6.0;
const LIGHT_PT: f32 = 15.0;
const LIGHT_OPACITY: f32 = 0.3;
/// Width of the pen, and of the light edge that keeps it apart from the map.
const PEN_PT: f32 = 3.2;
const EDGE_PT: f32 = 6.0;
const EDGE_OPACITY: f32 = 0.7;
/// The pen takes a new point when it has moved so far.
const LEAST_MOVE_PT: f32 = 1.5;

/// What the tools remember.
#[derive(Default)]
pub(super) struct Tools {
    /// The last point of the line being drawn, on the screen.
    last: Option<Pos2>,
}

impl Tools {
    /// Draws what the pen has drawn and the pointer, and lets the pen draw on.
    pub fn tools_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        page: Rect,
        actions: &mut Vec<Action>,
    ) {
        let Some(presenting) = &shown.state.stage.presenting else {
            return;
        };
        let viewport = Viewport {
            camera: shown.state.map.camera,
            size_pt: page.size().into(),
        };
        let on_screen = |p: &MapPt| {
            let at = viewport.page_from_map(*p);
            page.min + vec2(at[0], at[1])
        };
        let palette = shown.ink();
        for line in &presenting.lines {
            let points: Vec<Pos2> = line.iter().map(on_screen).collect();
            let edge = Stroke::new(EDGE_PT, ink(palette.panel.with_opacity(EDGE_OPACITY)));
            pen_line(ui, &points, edge);
            pen_line(ui, &points, Stroke::new(PEN_PT, ink(palette.error)));
        }
        match presenting.tool {
            Tool::Hand => self.last = None,
            Tool::Laser => laser_ui(ui, shown, page),
            Tool::Pen => self.pen_ui(ui, (page, viewport), actions),
        }
    }

    fn pen_ui(&mut self, ui: &Ui, (page, viewport): (Rect, Viewport), actions: &mut Vec<Action>) {
        let id = ui.scope_id().with("pen");
        let response = ui
            .interact(page, id, Sense::DRAG | Sense::CLICK)
            .on_hover_cursor(CursorIcon::Crosshair);
        let held = response.is_pointer_button_down_on();
        let Some(at) = response.interact_pointer_pos().filter(|_| held) else {
            self.last = None;
            return;
        };
        let on_map = |at: Pos2| viewport.map_from_page((at - page.min).into());
        match self.last {
            None => actions.push(present(PresentAction::PenDown(on_map(at)))),
            Some(last) if last.distance(at) < LEAST_MOVE_PT => return,
            Some(_) => actions.push(present(PresentAction::PenTo(on_map(at)))),
        }
        self.last = Some(at);
    }
}

fn pen_line(ui: &Ui, points: &[Pos2], stroke: Stroke) {
    match points {
        [] => {}
        [only] => {
            ui.painter()
                .circle_filled(*only, stroke.width / 2.0, stroke.color);
        }
        points => {
            ui.painter().add(Shape::line(points.to_vec(), stroke));
            for end in [points[0], points[points.len() - 1]] {
                ui.painter()
                    .circle_filled(end, stroke.width / 2.0, stroke.color);
            }
        }
    }
}

fn laser_ui(ui: &Ui, shown: &Shown<'_>, page: Rect) {
    let pointer = ui.input(|input| input.pointer.latest_pos());
    let Some(at) = pointer.filter(|at| page.contains(*at)) else {
        return;
    };
    ui.ctx().set_cursor_icon(CursorIcon::None);
    let color = shown.ink().error;
    let painter = ui.painter();
    painter.circle_filled(at, LIGHT_PT, ink(color.with_opacity(LIGHT_OPACITY)));
    painter.circle_filled(at, SPOT_PT + 1.5, ink(shown.ink().panel));
    painter.circle_filled(pos2(at.x, at.y), SPOT_PT, ink(color));
}
