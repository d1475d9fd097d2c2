//! A film as GIF: one palette for all frames, and of each frame only the rectangle that changed.
//!
//! Pixels of it that did not change are transparent, which packs well. Colours are never dithered: the
//! map is flat, and dots that dance from frame to frame would cost more than they give.

use super::palette::{Histogram, Palette, TRANSPARENT};
use super::target::Whole;
use super::{Encoder, Film, FilmError};
use gif::{DisposalMethod, Frame, Repeat};
use resvg::tiny_skia::Pixmap;
use std::borrow::Cow;
use std::fs::File;
use std::io::{BufWriter, Write};

/// Times in a GIF are hundredths of a second.
const SECOND: u64 = 100;
/// A frame may stand for so long; longer ones are followed by empty ones.
const LONGEST: u64 = 60_000;

pub(super) struct Gif {
    whole: Whole,
    size_px: [u16; 2],
    fps: u64,
    /// What it carries.
    comments: [String; 2],
    seen: Histogram,
    palette: Palette,
    writer: Option<gif::Encoder<BufWriter<File>>>,
    /// Colours of the frame that is shown, by number; empty before the first.
    shown: Vec<u8>,
    /// The frame that waits to know for how long it stands.
    waiting: Option<Frame<'static>>,
    /// Ticks up to the beginning of the waiting frame, and up to now.
    begun: u64,
    now: u64,
}

impl Gif {
    pub fn new(whole: Whole, size_px: [u32; 2], film: &Film) -> Result<Gif, FilmError> {
        let side = |px: u32| {
            let refused = format!(
                "expected at most {} pixels a side for a GIF, found {px}",
                u16::MAX
            );
            u16::try_from(px).map_err(|_| FilmError::Size(refused))
        };
        Ok(Gif {
            whole,
            size_px: [side(size_px[0])?, side(size_px[1])?],
            fps: u64::from(film.fps.max(1)),
            comments: film.carried(film.last_day()).gif_comments(),
            seen: Histogram::default(),
            palette: Palette::default(),
            writer: None,
            shown: Vec::new(),
            waiting: None,
            begun: 0,
            now: 0,
        })
    }

    fn begin(&mut self) -> Result<(), FilmError> {
        self.palette = std::mem::take(&mut self.seen).palette();
        let file = self.whole.file().map_err(|e| self.whole.failed(e))?;
        let file = BufWriter::with_capacity(1 << 18, file);
        let [w, h] = self.size_px;
        let mut writer =
            gif::Encoder::new(file, w, h, &self.palette.rgb()).map_err(|e| self.failed(e))?;
        writer
            .set_repeat(Repeat::Infinite)
            .map_err(|e| self.failed(e))?;
        for comment in &self.comments {
            let written =
                writer.write_raw_extension(gif::Extension::Comment.into(), &[comment.as_bytes()]);
            written.map_err(|e| self.failed(e))?;
        }
        self.writer = Some(writer);
        Ok(())
    }

    fn failed(&self, error: gif::EncodingError) -> FilmError {
        match error {
            gif::EncodingError::Io(e) => self.whole.failed(e),
            other => FilmError::Encode(other.to_string()),
        }
    }

    /// Writes the frame that waits, now that its end is known.
    fn flush(&mut self) -> Result<(), FilmError> {
        let Some(mut frame) = self.waiting.take() else {
            return Ok(());
        };
        // From the beginning of the film, so that rounding does not add up.
        let at = |ticks: u64| ticks * SECOND / self.fps;
        let mut left = (at(self.now) - at(self.begun)).max(1);
        self.begun = self.now;
        while left > 0 {
            frame.delay = left.min(LONGEST) as u16;
            left -= u64::from(frame.delay);
            let Some(writer) = &mut self.writer else {
                break;
            };
            let written = writer.write_frame(&frame);
            written.map_err(|e| self.failed(e))?;
            frame = nothing();
        }
        Ok(())
    }

    /// What changed against the frame that is shown; nothing when nothing did.
    fn changes(&mut self, indices: Vec<u8>) -> Option<Frame<'static>> {
        let width = usize::from(self.size_px[0]);
        let Some(area) = changed(&self.shown, &indices, width) else {
            if self.shown.is_empty() {
                let frame = framed([0, 0], self.size_px, indices.clone());
                self.shown = indices;
                return Some(frame);
            }
            return None;
        };
        let [left, top, right, bottom] = area;
        let mut pixels = Vec::with_capacity((right - left) * (bottom - top));
        for y in top..bottom {
            let row = y * width;
            let now = &indices[row + left..row + right];
            let was = &self.shown[row + left..row + right];
            let both = now.iter().zip(was);
            pixels.extend(both.map(|(now, was)| if now == was { TRANSPARENT } else { *now }));
        }
        self.shown = indices;
        let px = |v: usize| u16::try_from(v).unwrap_or(u16::MAX);
        let size = [px(right - left), px(bottom - top)];
        Some(framed([px(left), px(top)], size, pixels))
    }
}

impl Encoder for Gif {
    fn wants_samples(&self) -> bool {
        true
    }

    fn learn(&mut self, sample: &Pixmap) {
        self.seen.add(sample.data());
    }

    fn frame(&mut self, pixels: &Pixmap, ticks: u32) -> Result<(), FilmError> {
        if self.writer.is_none() {
            self.begin()?;
        }
        let indices = self.palette.indices(pixels.data());
        if let Some(frame) = self.changes(indices) {
            self.flush()?;
            self.waiting = Some(frame);
        }
        self.now += u64::from(ticks);
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<(), FilmError> {
        self.flush()?;
        if let Some(writer) = self.writer.take() {
            let file = writer.into_inner();
            let mut file = file.map_err(|e| FilmError::Encode(e.to_string()))?;
            file.flush().map_err(|e| self.whole.failed(e))?;
        }
        self.whole.place()
    }
}

/// The rectangle in which two frames differ: left, top, right, bottom, the last two not in it.
fn changed(was: &[u8], now: &[u8], width: usize) -> Option<[usize; 4]> {
    if was.len() != now.len() {
        return None;
    }
    let mut area: Option<[usize; 4]> = None;
    let rows = was.chunks_exact(width).zip(now.chunks_exact(width));
    for (y, (was, now)) in rows.enumerate() {
        if was == now {
            continue;
        }
        let differs = |(a, b): (&u8, &u8)| a != b;
        let left = was.iter().zip(now).position(differs).unwrap_or(0);
        let right = was.iter().zip(now).rposition(differs).unwrap_or(0) + 1;
        let [l, t, r, _] = area.unwrap_or([left, y, right, y]);
        area = Some([l.min(left), t, r.max(right), y + 1]);
    }
    area
}

fn framed(at: [u16; 2], size: [u16; 2], pixels: Vec<u8>) -> Frame<'static> {
    Frame {
        left: at[0],
        top: at[1],
        width: size[0],
        height: size[1],
        dispose: DisposalMethod::Keep,
        transparent: Some(TRANSPARENT),
        buffer: Cow::Owned(pixels),
        ..Frame::default()
    }
}

/// A frame that changes nothing.
fn nothing() -> Frame<'static> {
    framed([0, 0], [1, 1], vec![TRANSPARENT])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changed_is_written() {
        let was = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        let now = [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2, 0];
        assert_eq!(changed(&was, &now, 4), Some([1, 1, 3, 3]));
        assert_eq!(changed(&was, &was, 4), None);
        assert_eq!(changed(&[], &now, 4), None);
    }
}
