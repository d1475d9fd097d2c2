//! Gliding: the camera and the day on their way from what is shown to a step, and a step that plays.
//!
//! The camera takes the path of J. J. van Wijk and W. A. A. Nuij, "Smooth and efficient zooming and panning", IEEE
//! Symposium on Information Visualization 2003, pages 15 to 23: it rises, travels and comes down so that the eye sees
//! the same speed all the way. It is driven by given seconds and knows neither clock nor story.

use crate::geo::Camera;

/// How much the path rises for the way it goes; readers liked 1.42 best (section 6 of the paper).
const RHO: f64 = 1.42;
/// The longest and the shortest glide, in seconds.
const SECS: std::ops::RangeInclusive<f64> = 0.35..=1.2;
/// Seconds for a unit of the path's length, which is the same to the eye everywhere on it.
const SECS_A_UNIT: f64 = 0.5;
/// Ways shorter than this, in widths of the page, are a zoom on the spot.
const ON_THE_SPOT: f64 = 1e-6;

/// The way of a camera from one place to another.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Way {
    from: Camera,
    to: Camera,
    /// Width of the page, in points.
    width_pt: f64,
    /// Distance of the centres, and the widths of the map seen at both ends, in map units.
    distance: f64,
    wide: [f64; 2],
    /// Where the hyperbola of the path begins (r0 in the paper).
    begin: f64,
    /// Length of the path (S in the paper).
    length: f64,
}

impl Way {
    /// The way between two cameras over a page of that width.
    pub fn new(from: Camera, to: Camera, width_pt: f32) -> Way {
        let width_pt = f64::from(width_pt).max(1.0);
        let wide = [from, to].map(|camera| width_pt / camera.scale());
        let apart = |axis: usize| to.center[axis] - from.center[axis];
        let distance = apart(0).hypot(apart(1));
        let [w0, w1] = wide;
        let (begin, length) = if distance < w0.max(w1) * ON_THE_SPOT {
            (0.0, (w1 / w0).ln().abs() / RHO)
        } else {
            let square = RHO * RHO;
            let rise = (square * distance).powi(2);
            let b = |sign: f64, w: f64| {
                (w1 * w1 - w0 * w0 + sign * rise) / (2.0 * w * square * distance)
            };
            // ln(sqrt(b² + 1) - b), which is -asinh(b).
            let (r0, r1) = (-b(1.0, w0).asinh(), -b(-1.0, w1).asinh());
            (r0, (r1 - r0) / RHO)
        };
        Way {
            from,
            to,
            width_pt,
            distance,
            wide,
            begin,
            length: if length.is_finite() { length } else { 0.0 },
        }
    }

    /// How long it takes, in seconds; nothing when both ends are the same to the eye.
    pub fn secs(&self) -> f64 {
        match self.length < 1e-3 {
            true => 0.0,
            false => (self.length * SECS_A_UNIT).clamp(*SECS.start(), *SECS.end()),
        }
    }

    /// The camera after that share of the way, 0 to 1; the ends are exact.
    pub fn camera(&self, share: f64) -> Camera {
        if share <= 0.0 {
            return self.from;
        }
        if share >= 1.0 {
            return self.to;
        }
        let s = share * self.length;
        let [w0, w1] = self.wide;
        let (gone, wide) = if self.distance < w0.max(w1) * ON_THE_SPOT {
            (share, w0 * (w1 / w0).powf(share))
        } else {
            let (r0, r) = (self.begin, RHO * s + self.begin);
            let gone = w0 / (RHO * RHO) * (r0.cosh() * r.tanh() - r0.sinh());
            (gone / self.distance, w0 * r0.cosh() / r.cosh())
        };
        let (from, to) = (self.from.center, self.to.center);
        let at = |axis: usize| from[axis] + (to[axis] - from[axis]) * gone;
        let whole_world = Camera {
            zoom: 0.0,
            ..self.from
        };
        Camera {
            center: [at(0), at(1)],
            zoom: (self.width_pt / (wide * whole_world.scale())).log2(),
        }
        .held()
    }
}

/// A glide to a step: camera and day eased together; then days that play, if the step has some.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Glide {
    way: Way,
    /// Day numbers: where time begins, where the glide brings it, where playing brings it.
    days: [i32; 3],
    /// Seconds of the glide and of playing.
    secs: [f64; 2],
    passed_secs: f64,
}

/// Where a glide is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Where {
    /// Where one looks.
    pub camera: Camera,
    /// The number of the day.
    pub day: i32,
}

impl Glide {
    /// A glide along a way, over days that lie so; `play_secs` for those between the last two.
    pub fn new(way: Way, days: [i32; 3], play_secs: f64) -> Glide {
        let far = f64::from(days[0].abs_diff(days[1]));
        // A day takes the shortest time, ten years the longest.
        let of_time = match days[0] == days[1] {
            true => 0.0,
            false => (0.4 + 0.22 * far.max(1.0).log10()).clamp(*SECS.start(), *SECS.end()),
        };
        Glide {
            days,
            secs: [way.secs().max(of_time), held_secs(play_secs)],
            way,
            passed_secs: 0.0,
        }
    }

    /// The same without the way to the step: only its days play.
    pub fn only_playing(self) -> Glide {
        Glide {
            passed_secs: self.secs[0],
            ..self
        }
    }

    /// The same without playing: it ends where the playing would end.
    pub fn without_playing(self) -> Glide {
        let [start, _, end] = self.days;
        Glide::new(self.way, [start, end, end], 0.0)
    }

    /// To where this one leads, from where the other came, as far on its way as that.
    pub fn instead_of(self, other: &Glide, width_pt: f32) -> Glide {
        let way = Way::new(other.way.from, self.way.to, width_pt);
        let days = other.days;
        let again = Glide::new(way, days, other.secs[1]);
        let passed_secs = match other.passed_secs < other.secs[0] {
            true => other.passed_secs.min(again.secs[0]),
            false => again.secs[0] + other.passed_secs - other.secs[0],
        };
        Glide {
            passed_secs,
            ..again
        }
    }

    /// Lets time pass.
    pub fn pass(&mut self, dt_secs: f64) {
        self.passed_secs += held_secs(dt_secs);
    }

    /// Has it arrived?
    pub fn is_over(&self) -> bool {
        self.passed_secs >= self.secs[0] + self.secs[1]
    }

    /// Where it is.
    pub fn now(&self) -> Where {
        let [glide, play] = self.secs;
        let share = |passed: f64, of: f64| match of > 0.0 {
            true => (passed / of).clamp(0.0, 1.0),
            false => 1.0,
        };
        let going = share(self.passed_secs, glide);
        let playing = match self.passed_secs > glide {
            true => share(self.passed_secs - glide, play),
            false => 0.0,
        };
        let between = |a: i32, b: i32, share: f64| {
            let (a, b) = (f64::from(a), f64::from(b));
            (a + (b - a) * share).round() as i32
        };
        let [start, arrival, end] = self.days;
        let day = match playing > 0.0 {
            true => between(arrival, end, playing),
            false => between(start, arrival, eased(going)),
        };
        Where {
            camera: self.way.camera(eased(going)),
            day,
        }
    }
}

/// Seconds that can be counted with.
fn held_secs(secs: f64) -> f64 {
    if secs.is_finite() {
        secs.clamp(0.0, 3600.0)
    } else {
        0.0
    }
}

/// From 0 to 1, slow at both ends.
fn eased(t: f64) -> f64 {
    t * t * (3.0 - 2.0 * t)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::{MapBox, Viewport};
    use proptest::prelude::*;

    fn camera() -> impl Strategy<Value = Camera> {
        let bounds = Camera::bounds();
        let x = bounds.min[0]..bounds.max[0];
        let y = bounds.min[1]..bounds.max[1];
        (x, y, Camera::ZOOM).prop_map(|(x, y, zoom)| Camera {
            center: [x, y],
            zoom,
        })
    }

    proptest! {
        #[test]
        fn a_way_begins_and_ends_where_it_should(from in camera(), to in camera()) {
            let way = Way::new(from, to, 1280.0);
            prop_assert!(way.secs() <= 1.2);
            for (share, end) in [(1e-9, from), (1.0 - 1e-9, to)] {
                let near = way.camera(share);
                let page = Viewport { camera: end, size_pt: [1280.0, 720.0] }.page_from_map(near.center);
                prop_assert!((page[0] - 640.0).abs() < 2.0 && (page[1] - 360.0).abs() < 2.0, "{page:?}");
                prop_assert!((near.zoom - end.zoom).abs() < 0.01);
            }
            for step in 0..=20 {
                let camera = way.camera(f64::from(step) / 20.0);
                prop_assert_eq!(camera, camera.held());
            }
        }

        #[test]
        fn a_glide_ends_on_its_day(days in prop::array::uniform3(-40_000..40_000i32), dt in 0.0..3.0f64) {
            let way = Way::new(home(), home(), 1280.0);
            let mut glide = Glide::new(way, days, 2.0);
            for _ in 0..10_000 {
                let at = glide.now().day;
                prop_assert!(days.iter().any(|d| *d <= at) && days.iter().any(|d| at <= *d));
                if glide.is_over() { break; }
                glide.pass(dt + 0.01);
            }
            prop_assert!(glide.is_over());
            prop_assert_eq!(glide.now().day, days[2]);
        }
    }

    fn home() -> Camera {
        Camera::fit(&Camera::home_box(), [1280.0, 720.0])
    }

    #[test]
    fn a_long_way_rises_above_both_ends() {
        let near = |west: f64, south: f64| {
            let bounds = MapBox::from_lon_lat(west, south, west + 2.0, south + 1.2);
            Camera::fit(&bounds, [1280.0, 720.0])
        };
        let way = Way::new(near(-8.0, 12.0), near(20.0, 15.0), 1280.0);
        let middle = way.camera(0.5);
        assert!(middle.zoom < near(-8.0, 12.0).zoom - 1.0, "{middle:?}");
        assert_eq!(Way::new(home(), home(), 1280.0).secs(), 0.0);
    }

    #[test]
    fn seconds_that_are_none_do_nothing() {
        let mut glide = Glide::new(Way::new(home(), home(), f32::NAN), [0, 5, 9], f64::NAN);
        for dt in [f64::NAN, -5.0, f64::NEG_INFINITY] {
            glide.pass(dt);
        }
        assert_eq!(glide.now().day, 0);
        assert_eq!(glide.only_playing().now().day, 5);
    }
}
