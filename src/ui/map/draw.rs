//! Drawing the area of a filter on the map: corners by clicks, a box by a drag, the part in view by Enter.
//!
//! Corners are scratch until the area is closed; only then the filter is told. While drawing, clicks and
//! drags are the drawing's own; the keys and buttons of the map still move it.

use crate::geo::{LonLat, MapPt, Viewport};
use crate::lang::{Words, filter_words as w};
use crate::model::filter::{Area, MOST_CORNERS};
use crate::state::{Action, FilterAction};
use crate::style::size;
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use egui::{
    CursorIcon, Key, Modifiers, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, pos2,
    vec2,
};

/// A box smaller than this is a slip of the hand.
const LEAST_BOX_PT: f32 = 6.0;
/// Radius of a corner.
const CORNER_PT: f32 = 3.5;

/// An area being drawn.
#[derive(Default)]
pub struct Draw {
    drawing: Option<Drawing>,
}

#[derive(Default)]
struct Drawing {
    corners: Vec<MapPt>,
    /// Where a box begins.
    from: Option<MapPt>,
    /// Enter was pressed in this frame.
    entered: bool,
}

impl Draw {
    /// Begins an area, or leaves the one that is being drawn.
    pub fn toggle(&mut self, ctx: &egui::Context) {
        self.drawing = match self.drawing {
            Some(_) => None,
            None => Some(Drawing::default()),
        };
        // Enter is the drawing's from here on, not that of the button that began it.
        ctx.memory_mut(|memory| {
            if let Some(id) = memory.focused() {
                memory.surrender_focus(id);
            }
        });
    }

    /// Is an area being drawn?
    pub fn is_on(&self) -> bool {
        self.drawing.is_some()
    }

    /// Takes the keys it answers to, before the window does.
    pub fn keys(&mut self, ctx: &egui::Context) {
        let Some(drawing) = self.drawing.as_mut().filter(|_| !ctx.text_edit_focused()) else {
            return;
        };
        let pressed = |key| ctx.input_mut(|i| i.consume_key(Modifiers::NONE, key));
        drawing.entered = pressed(Key::Enter);
        if pressed(Key::Backspace) {
            drawing.corners.pop();
        }
        if pressed(Key::Escape) {
            self.drawing = None;
        }
    }

    /// Draws what there is so far and takes the hand.
    pub fn draw_ui(
        &mut self,
        ui: &Ui,
        shown: &Shown<'_>,
        viewport: Viewport,
        actions: &mut Vec<Action>,
    ) {
        let Some(drawing) = &mut self.drawing else {
            return;
        };
        let page = ui.max_rect();
        let response = ui.interact(page, ui.scope_id().with("area"), Sense::click_and_drag());
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::Canvas, true, shown.say(w::DRAW_AREA))
        });
        let hand = Hand { viewport, page };
        let closed = drawing.hand(&response, &hand);
        let pointer = response.hover_pos();
        drawing.paint(ui, shown, &hand, pointer);
        hint_ui(ui, shown, page, drawing.hint());
        let response = response.on_hover_cursor(CursorIcon::Crosshair);
        if response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
        }
        if let Some(area) = closed {
            actions.push(Action::Filter(FilterAction::SetArea(Some(area))));
            self.drawing = None;
        }
    }
}

/// Between the screen and the map.
struct Hand {
    viewport: Viewport,
    page: Rect,
}

impl Hand {
    fn map(&self, at: Pos2) -> MapPt {
        let at = at - self.page.min.to_vec2();
        self.viewport.map_from_page([at.x, at.y])
    }

    fn screen(&self, at: MapPt) -> Pos2 {
        let [x, y] = self.viewport.page_from_map(at);
        pos2(self.page.min.x + x, self.page.min.y + y)
    }
}

impl Drawing {
    /// What the hand does; the area once it is closed.
    fn hand(&mut self, response: &Response, hand: &Hand) -> Option<Area> {
        let at = response.interact_pointer_pos();
        if response.drag_started() && self.corners.is_empty() {
            let pressed = response.ctx.input(|input| input.pointer.press_origin());
            self.from = pressed.or(at).map(|at| hand.map(at));
        }
        if response.drag_stopped() {
            match (self.from.take(), at) {
                (Some(from), Some(to)) => return framed(hand.screen(from), to, hand),
                (None, Some(to)) => self.corners.push(hand.map(to)),
                (_, None) => {}
            }
        }
        if std::mem::take(&mut self.entered) {
            if self.corners.is_empty() {
                let view = hand.page.shrink(1.0);
                return framed(view.min, view.max, hand);
            }
            return area(&self.corners);
        }
        if response.double_clicked() {
            return area(&self.corners);
        }
        if let Some(at) = at.filter(|_| response.clicked()) {
            self.corners.push(hand.map(at));
        }
        let is_full = self.corners.len() >= MOST_CORNERS;
        is_full.then(|| area(&self.corners)).flatten()
    }

    fn hint(&self) -> Words {
        match self.corners.len() {
            0 => w::DRAW_FIRST,
            1 | 2 => w::DRAW_MORE,
            _ => w::DRAW_CLOSE,
        }
    }

    fn paint(&self, ui: &Ui, shown: &Shown<'_>, hand: &Hand, pointer: Option<Pos2>) {
        let palette = shown.ink();
        let line = Stroke::new(size::AREA_PT, ink(palette.accent));
        let fill = ink(palette.accent.with_opacity(0.10));
        let painter = ui.painter().with_clip_rect(hand.page);
        if let (Some(from), Some(to)) = (self.from, pointer) {
            let frame = Rect::from_two_pos(hand.screen(from), to);
            painter.rect(frame, 0.0, fill, line, StrokeKind::Middle);
            return;
        }
        let corners: Vec<Pos2> = self.corners.iter().map(|&at| hand.screen(at)).collect();
        let mut way = corners.clone();
        way.extend(pointer.filter(|_| !corners.is_empty()));
        painter.add(Shape::line(way.clone(), line));
        if let (Some(first), Some(last), true) = (way.first(), way.last(), way.len() > 2) {
            let closing = Stroke::new(1.0, ink(palette.accent.with_opacity(0.6)));
            let [on, off] = size::AREA_DASH_PT;
            painter.extend(Shape::dashed_line(&[*last, *first], closing, on, off));
        }
        for at in corners {
            painter.circle(at, CORNER_PT, ink(palette.panel), line);
        }
    }
}

fn area(corners: &[MapPt]) -> Option<Area> {
    Area::new(corners.iter().map(|at| LonLat::from_map(*at)))
}

/// The area of a box on the screen, unless it is hardly one.
fn framed(a: Pos2, b: Pos2, hand: &Hand) -> Option<Area> {
    let frame = Rect::from_two_pos(a, b);
    if frame.width() < LEAST_BOX_PT || frame.height() < LEAST_BOX_PT {
        return None;
    }
    let corners = [
        frame.left_top(),
        frame.right_top(),
        frame.right_bottom(),
        frame.left_bottom(),
    ];
    area(&corners.map(|at| hand.map(at)))
}

/// What to do next, over the top of the map.
fn hint_ui(ui: &Ui, shown: &Shown<'_>, page: Rect, words: Words) {
    let palette = shown.ink();
    let room = (page.width() - 140.0).clamp(160.0, 560.0);
    let galley = ui
        .painter()
        .layout(shown.say(words), Type::Body.font(), ink(palette.text), room);
    let size = galley.size() + vec2(GRID * 6.0, GRID * 3.0);
    let middle = pos2(page.center().x, page.top() + 12.0 + size.y / 2.0);
    let rect = Rect::from_center_size(middle, size);
    let edge = Stroke::new(1.0, ink(palette.accent));
    ui.painter()
        .rect(rect, 4.0, ink(palette.panel), edge, StrokeKind::Outside);
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, ink(palette.text));
}
