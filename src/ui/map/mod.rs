//! The map in the window: the picture, the hand on it, and what is pointed at.
//!
//! The picture comes composed; this paints it and turns gestures into actions.

mod draw;
mod fan;
pub mod fill;
mod gestures;
pub mod glyphs;
mod hover;
mod letters;
pub mod painter;

use super::commands::{Command, key_of};
use super::icon::{self, Icon};
use super::shown::Shown;
use super::theme::ink;
use crate::geo::Viewport;
use crate::lang::ui_words as w;
use crate::state::{Action, MapAction};
use egui::{Rect, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

/// The map's own memory: its gestures, its triangles, what is open on it.
#[derive(Default)]
pub struct MapView {
    gestures: gestures::Gestures,
    painter: painter::MapPainter,
    hover: hover::Hover,
    draw: draw::Draw,
}

impl MapView {
    /// Draws the map with its buttons into the whole of `ui`.
    pub fn map_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        self.picture_ui(ui, shown, actions);
        self.buttons_ui(ui, shown, ui.max_rect(), actions);
    }

    /// Draws the map alone: the picture, the hand on it, what is pointed at. What lies outside the clip
    /// of `ui` is neither drawn nor touched.
    pub fn picture_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        let page = ui.max_rect();
        let viewport = Viewport {
            camera: shown.state.map.camera,
            size_pt: page.size().into(),
        };
        let response = self.gestures.map_ui(ui, viewport, actions);
        response.widget_info(|| {
            egui::WidgetInfo::labeled(
                egui::Role::Image,
                true,
                shown.composition.picture.title.clone(),
            )
        });
        self.painter
            .paint(ui.painter(), &shown.composition.picture, page, shown.glyphs);
        self.hover.hover_ui(ui, shown, viewport, &response, actions);
        self.draw.draw_ui(ui, shown, viewport, actions);
        // Presenting, the words of the slide stand there.
        let is_free = shown.state.stage.presenting.is_none();
        if is_free && !self.draw.is_on() {
            super::filters::chips_ui(ui, shown, actions);
        }
    }

    /// Takes the keys that what is spread out on the map answers to.
    pub fn keys(&mut self, ctx: &egui::Context, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        self.draw.keys(ctx);
        self.hover.keys(ctx, shown, actions);
    }

    /// Begins to draw an area, or leaves it.
    pub fn draw(&mut self, ctx: &egui::Context) {
        self.draw.toggle(ctx);
    }

    /// Asks for a zoom about the middle of a map of that size.
    pub fn zoom(&mut self, size: egui::Vec2, steps: f64) {
        self.gestures.zoom_at((size / 2.0).to_pos2(), steps);
    }

    fn buttons_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        page: Rect,
        actions: &mut Vec<Action>,
    ) {
        let lang = shown.lang();
        let size = 28.0;
        let buttons = [
            (Icon::Plus, w::ZOOM_IN, Command::Zoom(1)),
            (Icon::Minus, w::ZOOM_OUT, Command::Zoom(-1)),
            (Icon::Home, w::HOME_VIEW, Command::Home),
        ];
        let corner = pos2(page.right() - size - 12.0, page.top() + 12.0);
        let frame = Rect::from_min_size(corner, vec2(size, size * 3.0));
        let palette = shown.ink();
        ui.painter().rect_filled(frame, 4.0, ink(palette.panel));
        let mut inner = ui.new_child(UiBuilder::new().max_rect(frame).id_salt("map buttons"));
        inner.spacing_mut().item_spacing = vec2(0.0, 0.0);
        for (glyph, words, command) in buttons {
            let name = shown.say(words);
            let key = key_of(command, lang);
            if icon::sized_button_ui(&mut inner, glyph, &name, &key, size, palette).clicked() {
                match command {
                    Command::Zoom(by) => self.zoom(page.size(), f64::from(by)),
                    _ => actions.push(Action::Map(MapAction::Home(page.size().into()))),
                }
            }
        }
        let line = Stroke::new(1.0, ink(palette.hairline));
        for i in 1..3u8 {
            ui.painter()
                .hline(frame.x_range(), frame.top() + size * f32::from(i), line);
        }
        ui.painter().rect_stroke(
            frame,
            4.0,
            Stroke::new(1.0, ink(palette.hairline_strong)),
            StrokeKind::Outside,
        );
    }
}
