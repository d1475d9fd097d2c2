//! Dragging, throwing, wheel and pinch on the map. The only file that names walkers.
//!
//! walkers gives dragging and throwing; the camera is ours: it is put in before each frame and read back after. The wheel is
//! ours too, so that a notch is the same step on every machine, at the pointer, and eased.

use crate::geo::{Camera, LonLat, Viewport};
use crate::state::{Action, MapAction};
use egui::{Event, MouseWheelUnit, Pos2, Response, Ui};
use walkers::{Map, MapMemory, lon_lat};

/// Steps of zoom for a notch of the wheel.
const ZOOM_A_NOTCH: f64 = 0.33;
/// Points that a touchpad sends for what a wheel calls a line.
const POINTS_A_LINE: f32 = 50.0;
/// Time in which two thirds of a zoom have been done.
const EASE_SECS: f64 = 0.045;
/// Differences of the camera smaller than this are rounding.
const SAME: f64 = 1e-9;

/// What the hand does with the map.
#[derive(Default)]
pub struct Gestures {
    memory: MapMemory,
    /// Zoom still to be done, and the page point it happens at.
    pending: Option<(f64, [f32; 2])>,
}

impl Gestures {
    /// Takes the whole of `ui`, pushes what the hand did and returns the map's response.
    pub fn map_ui(
        &mut self,
        ui: &mut Ui,
        viewport: Viewport,
        actions: &mut Vec<Action>,
    ) -> Response {
        self.put_in(viewport.camera);
        let shown = Map::new(None, &mut self.memory, lon_lat(0.0, 0.0))
            .zoom_gesture(false)
            .double_click_to_zoom(false)
            .panning(false)
            .show(ui, |_, _, _, _| ());
        let response = shown.response;
        if let Some(camera) = self.read_back(viewport.camera) {
            actions.push(Action::Map(MapAction::SetCamera(camera)));
        }
        self.wheel(ui, &response);
        if let Some(at) = response
            .interact_pointer_pos()
            .filter(|_| response.double_clicked())
        {
            self.zoom_at(at - response.rect.min.to_vec2(), 1.0);
        }
        let dt_secs = f64::from(ui.input(|i| i.stable_dt)).min(0.1);
        if let Some((at, steps)) = self.ease(dt_secs) {
            actions.push(Action::Map(MapAction::ZoomAt(viewport, at, steps)));
            ui.ctx().request_repaint();
        }
        response
    }

    /// Asks for a zoom by `steps` at a page point.
    pub fn zoom_at(&mut self, page: Pos2, steps: f64) {
        let before = self.pending.map_or(0.0, |(left, _)| left);
        self.pending = Some((before + steps, [page.x, page.y]));
    }

    fn put_in(&mut self, camera: Camera) {
        if self.current().is_some_and(|known| same(known, camera)) {
            return;
        }
        let center = LonLat::from_map(camera.center);
        self.memory.center_at(lon_lat(center.lon, center.lat));
        // Our zooms lie well inside those that walkers allows.
        let _ = self.memory.set_zoom(camera.zoom);
    }

    fn read_back(&self, before: Camera) -> Option<Camera> {
        self.current().filter(|now| !same(*now, before))
    }

    fn current(&self) -> Option<Camera> {
        let center = self.memory.detached()?;
        Some(Camera {
            center: LonLat {
                lon: center.x(),
                lat: center.y(),
            }
            .to_map(),
            zoom: self.memory.zoom(),
        })
    }

    fn wheel(&mut self, ui: &Ui, response: &Response) {
        let Some(pointer) = response.hover_pos() else {
            return;
        };
        let steps: f64 = ui.input(|input| input.events.iter().map(zoom_of).sum());
        if steps != 0.0 {
            self.zoom_at(pointer - response.rect.min.to_vec2(), steps);
        }
    }

    fn ease(&mut self, dt_secs: f64) -> Option<([f32; 2], f64)> {
        let (left, at) = self.pending?;
        let share = 1.0 - (-dt_secs / EASE_SECS).exp();
        let step = if left.abs() < 0.01 {
            left
        } else {
            left * share
        };
        let rest = left - step;
        self.pending = (rest != 0.0).then_some((rest, at));
        Some((at, step))
    }
}

fn same(a: Camera, b: Camera) -> bool {
    let far = |axis: usize| (a.center[axis] - b.center[axis]).abs() > SAME;
    !far(0) && !far(1) && (a.zoom - b.zoom).abs() <= SAME
}

/// The zoom that an event asks for.
fn zoom_of(event: &Event) -> f64 {
    match event {
        Event::MouseWheel { unit, delta, .. } => {
            let notches = match unit {
                MouseWheelUnit::Line => delta.y,
                MouseWheelUnit::Point => delta.y / POINTS_A_LINE,
                MouseWheelUnit::Page => delta.y * 4.0,
            };
            f64::from(notches.clamp(-6.0, 6.0)) * ZOOM_A_NOTCH
        }
        Event::Zoom(factor) => f64::from(factor.max(0.01)).log2(),
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Rect, pos2, vec2};
    use walkers::{MercatorProjection, Projector};

    #[test]
    fn our_projection_is_that_of_walkers() {
        for (lon, lat, zoom) in [(2.0, 15.0, 5.5), (-12.0, 9.0, 3.0), (30.0, 20.0, 9.25)] {
            let camera = Camera {
                center: LonLat { lon, lat }.to_map(),
                zoom,
            };
            let mut gestures = Gestures::default();
            gestures.put_in(camera);
            let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(900.0, 600.0));
            let theirs = Projector::new(
                rect,
                &MercatorProjection,
                &gestures.memory,
                lon_lat(0.0, 0.0),
            );
            let ours = Viewport {
                camera,
                size_pt: [900.0, 600.0],
            };
            for (dlon, dlat) in [(0.0, 0.0), (1.5, -0.7), (-2.2, 1.9)] {
                let place = LonLat {
                    lon: lon + dlon,
                    lat: lat + dlat,
                };
                let a = ours.page_from_map(place.to_map());
                let b = theirs.project(lon_lat(place.lon, place.lat));
                assert!(
                    (a[0] - b.x).abs() < 0.1 && (a[1] - b.y).abs() < 0.1,
                    "{a:?} {b:?}"
                );
            }
        }
    }

    #[test]
    fn a_notch_is_a_third_of_a_step_however_long_the_frames_are() {
        for dt in [0.004, 0.016, 0.05] {
            let mut gestures = Gestures::default();
            gestures.zoom_at(pos2(10.0, 10.0), ZOOM_A_NOTCH);
            let mut done = 0.0;
            while let Some((_, step)) = gestures.ease(dt) {
                done += step;
            }
            assert!((done - ZOOM_A_NOTCH).abs() < 1e-9);
        }
    }
}
