//! The camera and the viewport: which part of the map a page shows.
//!
//! It does no gestures: those are the window's, which changes the camera through these functions.

use super::{LonLat, MapBox, MapPt};

/// Points of the page for the whole width of the world at zoom 0 (the size of a web map tile).
const WORLD_PT: f64 = 256.0;

/// Where one looks: a centre and a zoom.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Camera {
    /// The map point in the middle of the page.
    pub center: MapPt,
    /// Web map zoom: each step doubles the scale.
    pub zoom: f64,
}

impl Camera {
    /// The zooms a camera may take.
    pub const ZOOM: std::ops::RangeInclusive<f64> = 3.0..=13.0;

    /// The part of the world the data speak of; the centre never leaves it, so the map cannot be lost.
    pub fn bounds() -> MapBox {
        MapBox::from_lon_lat(-20.0, 0.0, 40.0, 37.0)
    }

    /// The central Sahel: Mali, Burkina Faso and Niger, with their neighbours' nearer halves.
    pub fn home_box() -> MapBox {
        MapBox::from_lon_lat(-13.0, 9.0, 17.0, 24.5)
    }

    /// Points of the page for one unit of map space.
    pub fn scale(&self) -> f64 {
        WORLD_PT * self.zoom.exp2()
    }

    /// The camera that shows the whole of `bounds` on a page of `size_pt`.
    pub fn fit(bounds: &MapBox, size_pt: [f32; 2]) -> Camera {
        let extent = |axis: usize| (bounds.max[axis] - bounds.min[axis]).max(1e-9);
        let scale = (0..2)
            .map(|axis| f64::from(size_pt[axis].max(1.0)) / extent(axis))
            .fold(f64::INFINITY, f64::min);
        Camera {
            center: bounds.center(),
            zoom: (scale / WORLD_PT).log2(),
        }
        .held()
    }

    /// The same camera brought back inside the allowed zooms and bounds; not-a-number becomes home.
    pub fn held(self) -> Camera {
        let bounds = Camera::bounds();
        let hold = |axis: usize| {
            let value = self.center[axis];
            if value.is_finite() {
                value.clamp(bounds.min[axis], bounds.max[axis])
            } else {
                bounds.center()[axis]
            }
        };
        let zoom = if self.zoom.is_finite() {
            self.zoom
        } else {
            5.0
        };
        Camera {
            center: [hold(0), hold(1)],
            zoom: zoom.clamp(*Camera::ZOOM.start(), *Camera::ZOOM.end()),
        }
    }
}

/// A camera over a page of a given size.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Viewport {
    /// Where one looks.
    pub camera: Camera,
    /// Width and height of the page, in points.
    pub size_pt: [f32; 2],
}

impl Viewport {
    /// The page point of a map point.
    pub fn page_from_map(&self, p: MapPt) -> [f32; 2] {
        self.exact_page_from_map(p).map(|c| c as f32)
    }

    /// The page point of a map point that may lie far off the page: near a million points single
    /// precision knows only sixteenths of a point.
    pub fn exact_page_from_map(&self, p: MapPt) -> [f64; 2] {
        let scale = self.camera.scale();
        let at = |axis: usize| {
            (p[axis] - self.camera.center[axis]) * scale + f64::from(self.size_pt[axis]) / 2.0
        };
        [at(0), at(1)]
    }

    /// The map point of a page point.
    pub fn map_from_page(&self, p: [f32; 2]) -> MapPt {
        let scale = self.camera.scale();
        let at = |axis: usize| {
            self.camera.center[axis]
                + (f64::from(p[axis]) - f64::from(self.size_pt[axis]) / 2.0) / scale
        };
        [at(0), at(1)]
    }

    /// The part of the map that the page shows, with `margin_pt` added on every side.
    pub fn visible(&self, margin_pt: f32) -> MapBox {
        MapBox {
            min: self.map_from_page([-margin_pt, -margin_pt]),
            max: self.map_from_page([self.size_pt[0] + margin_pt, self.size_pt[1] + margin_pt]),
        }
    }

    /// The camera after a zoom by `steps` that leaves the map point under `page` where it is.
    pub fn zoomed_at(&self, page: [f32; 2], steps: f64) -> Camera {
        let fixed = self.map_from_page(page);
        let zoomed = Camera {
            zoom: self.camera.zoom + steps,
            ..self.camera
        }
        .held();
        let scale = zoomed.scale();
        let at = |axis: usize| {
            fixed[axis] - (f64::from(page[axis]) - f64::from(self.size_pt[axis]) / 2.0) / scale
        };
        Camera {
            center: [at(0), at(1)],
            ..zoomed
        }
        .held()
    }

    /// The camera after the map has been moved by `delta` points of the page.
    pub fn panned(&self, delta: [f32; 2]) -> Camera {
        let scale = self.camera.scale();
        let at = |axis: usize| self.camera.center[axis] - f64::from(delta[axis]) / scale;
        Camera {
            center: [at(0), at(1)],
            ..self.camera
        }
        .held()
    }

    /// Kilometres on the ground for one point of the page, at the middle latitude of the view.
    pub fn km_per_pt(&self) -> f64 {
        let lat = LonLat::from_map(self.camera.center).lat.to_radians();
        2.0 * std::f64::consts::PI * super::EARTH_RADIUS_M / 1000.0 * lat.cos()
            / self.camera.scale()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn viewport() -> Viewport {
        let size_pt = [900.0, 600.0];
        Viewport {
            camera: Camera::fit(&Camera::home_box(), size_pt),
            size_pt,
        }
    }

    #[test]
    fn fit_shows_the_whole_box() {
        let v = viewport();
        let shown = v.visible(0.5);
        assert!(shown.contains(Camera::home_box().min));
        assert!(shown.contains(Camera::home_box().max));
    }

    #[test]
    fn absurd_cameras_are_brought_back() {
        let lost = Camera {
            center: [f64::NAN, 40.0],
            zoom: f64::INFINITY,
        };
        let held = lost.held();
        assert!(Camera::bounds().contains(held.center));
        assert!(Camera::ZOOM.contains(&held.zoom));
        let tiny = Camera::fit(&Camera::home_box(), [0.0, 0.0]);
        assert!(tiny.zoom.is_finite());
    }

    proptest! {
        #[test]
        fn page_and_map_agree(x in 0.0..900.0f32, y in 0.0..600.0f32) {
            let v = viewport();
            let back = v.page_from_map(v.map_from_page([x, y]));
            prop_assert!((back[0] - x).abs() < 1e-2 && (back[1] - y).abs() < 1e-2);
        }

        #[test]
        fn zoom_keeps_the_point_under_the_pointer(x in 200.0..700.0f32, y in 200.0..400.0f32, steps in -0.5..2.0f64) {
            let v = viewport();
            let fixed = v.map_from_page([x, y]);
            let after = Viewport { camera: v.zoomed_at([x, y], steps), ..v };
            let page = after.page_from_map(fixed);
            prop_assert!((page[0] - x).abs() < 0.05 && (page[1] - y).abs() < 0.05);
        }
    }
}
