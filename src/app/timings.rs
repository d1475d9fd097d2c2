//! How long frames take, told on standard error when asked for.
//!
//! It measures two things: the program's own work in a frame, and the time from one frame to the next, in which the frame
//! was also turned into pixels and shown. It does not tell where the time goes.

use std::time::{Duration, Instant};

/// What has been measured.
pub struct Timings {
    started: Instant,
    frames: u64,
    playing: Vec<Duration>,
    idle: Vec<Duration>,
    /// From one frame to the next, while playing: outside it frames come when there is something to show.
    between: Vec<Duration>,
    /// When the last frame began, if it played.
    played: Option<Instant>,
}

impl Timings {
    /// Starts measuring; `started` is when the process began.
    pub fn new(started: Instant) -> Timings {
        Timings {
            started,
            frames: 0,
            playing: Vec::new(),
            idle: Vec::new(),
            between: Vec::new(),
            played: None,
        }
    }

    /// Tells the time to the first frame on the screen: when the second is begun, the first is there.
    pub fn frame_begins(&mut self) {
        self.frames += 1;
        if self.frames == 2 {
            let ms = self.started.elapsed().as_secs_f64() * 1000.0;
            eprintln!("timings: first frame after {ms:.0} ms");
        }
        if let Some(began) = self.played.take() {
            self.between.push(began.elapsed());
        }
    }

    /// Notes the work of a frame that began then.
    pub fn frame_took(&mut self, began: Instant, playing: bool) {
        self.played = playing.then_some(began);
        // The first frames load fonts and glyphs and say nothing about the rest.
        if self.frames > 3 {
            let list = if playing {
                &mut self.playing
            } else {
                &mut self.idle
            };
            list.push(began.elapsed());
        }
    }

    /// Tells medians and 99th percentiles, and how many frames came in a second of playing.
    pub fn report(&mut self) {
        for (name, list) in [("playing", &mut self.playing), ("idle", &mut self.idle)] {
            let [median, p99] = spread(list);
            eprintln!(
                "timings: {name}: {} frames, median {median:.2} ms, p99 {p99:.2} ms",
                list.len()
            );
        }
        let secs = self.between.iter().sum::<Duration>().as_secs_f64();
        if secs > 0.0 {
            let rate = self.between.len() as f64 / secs;
            let [median, p99] = spread(&mut self.between);
            eprintln!(
                "timings: playing: {rate:.1} frames a second, from one to the next median {median:.1} ms, p99 {p99:.1} ms"
            );
        }
    }
}

/// Median and 99th percentile in milliseconds; 0 of nothing.
fn spread(list: &mut [Duration]) -> [f64; 2] {
    list.sort_unstable();
    [0.5, 0.99].map(|share| {
        let index = (list.len().saturating_sub(1) as f64 * share).round() as usize;
        list.get(index).map_or(0.0, |d| d.as_secs_f64() * 1000.0)
    })
}
