//! How long frames take, told on standard error when asked for.
//!
//! It measures the program's own work in a frame, not the waiting for the screen.

use std::time::{Duration, Instant};

/// What has been measured.
pub struct Timings {
    started: Instant,
    frames: u64,
    playing: Vec<Duration>,
    idle: Vec<Duration>,
}

impl Timings {
    /// Starts measuring; `started` is when the process began.
    pub fn new(started: Instant) -> Timings {
        Timings {
            started,
            frames: 0,
            playing: Vec::new(),
            idle: Vec::new(),
        }
    }

    /// Tells the time to the first frame on the screen: when the second is begun, the first is there.
    pub fn frame_begins(&mut self) {
        self.frames += 1;
        if self.frames == 2 {
            let ms = self.started.elapsed().as_secs_f64() * 1000.0;
            eprintln!("timings: first frame after {ms:.0} ms");
        }
    }

    /// Notes the work of a frame.
    pub fn frame_took(&mut self, work: Duration, playing: bool) {
        // The first frames load fonts and glyphs and say nothing about the rest.
        if self.frames > 3 {
            let list = if playing {
                &mut self.playing
            } else {
                &mut self.idle
            };
            list.push(work);
        }
    }

    /// Tells median and 99th percentile.
    pub fn report(&mut self) {
        for (name, list) in [("playing", &mut self.playing), ("idle", &mut self.idle)] {
            list.sort_unstable();
            let at = |share: f64| {
                let index = (list.len().saturating_sub(1) as f64 * share).round() as usize;
                list.get(index).map_or(0.0, |d| d.as_secs_f64() * 1000.0)
            };
            let (median, p99) = (at(0.5), at(0.99));
            eprintln!(
                "timings: {name}: {} frames, median {median:.2} ms, p99 {p99:.2} ms",
                list.len()
            );
        }
    }
}
