//! A picture as pixels, painted on the CPU with the shipped fonts: what PNG and films are made of.
//!
//! The display list is painted as it stands, two halves at a time. Two, whatever the machine: the same
//! picture gives the same pixels everywhere. It packs nothing into a file.

pub(super) mod brush;

use crate::scene::item::{Layer, Picture, Rect};
use brush::Brush;
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};
use std::sync::Arc;
use std::thread;

/// The longest side, in pixels.
pub const LONGEST_PX: u32 = 20_000;
/// The most pixels.
pub const MOST_PX: u64 = 200_000_000;
/// A picture of fewer pixels is not worth a second thread.
const WORTH_TWO_PX: u64 = 400_000;

/// A size that is not painted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("expected 1 to {LONGEST_PX} pixels a side and at most {MOST_PX} in all, found {0} x {1}")]
pub struct SizeRefused(pub u64, pub u64);

/// Painted pixels.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pixels {
    /// Pixels a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Whole rows from the top, three bytes a pixel: red, green, blue. In one piece or two.
    pub bands: Vec<Vec<u8>>,
}

/// The pixels of a page of so many points.
///
/// # Errors
/// When there would be none, or too many.
pub fn size_px(size_pt: [f32; 2], scale: f32) -> Result<[u32; 2], SizeRefused> {
    let [w, h] = size_pt.map(|pt| f64::from(pt * scale).round());
    let fits = |side: f64| (1.0..=f64::from(LONGEST_PX)).contains(&side);
    if fits(w) && fits(h) && w * h <= MOST_PX as f64 {
        Ok([w as u32, h as u32])
    } else {
        Err(SizeRefused(w as u64, h as u64))
    }
}

/// Paints a picture at `scale` pixels a point.
///
/// # Errors
/// When the size is refused, before any memory is taken for it.
pub fn pixels(picture: &Picture, scale: f32) -> Result<Pixels, SizeRefused> {
    let [width, height] = size_px(picture.size_pt, scale)?;
    let is_worth_two = u64::from(width) * u64::from(height) >= WORTH_TWO_PX;
    let middle = if is_worth_two { height / 2 } else { height };
    let painted = |from: u32, to: u32| Band { width, from, to }.painted(picture, scale);
    let bands = thread::scope(|scope| {
        let lower = (middle < height).then(|| {
            let lower = move || painted(middle, height);
            let named = thread::Builder::new().name("lower half".to_owned());
            named.spawn_scoped(scope, lower)
        });
        let upper = painted(0, middle);
        let lower = match lower {
            None => None,
            // No second thread to be had, or it is gone: this one does it.
            Some(Err(_)) => Some(painted(middle, height)),
            Some(Ok(lower)) => Some(lower.join().unwrap_or_else(|_| painted(middle, height))),
        };
        [Some(upper), lower].into_iter().flatten().collect()
    });
    Ok(Pixels {
        width,
        height,
        bands,
    })
}

/// Paints layers over what is on a sheet, whose first row is that one of the picture.
pub(super) fn paint(sheet: &mut Pixmap, layers: &[Arc<Layer>], scale: f32, first_row: u32) {
    let band = Band {
        width: sheet.width(),
        from: first_row,
        to: first_row + sheet.height(),
    };
    let mut brush = Brush::new(scale);
    for layers in layers.chunk_by(|a, b| a.clip == b.clip) {
        match layers[0].clip.map(|clip| band.window(&clip, scale)) {
            Some(None) => {}
            Some(Some(window)) if !window.is_all_of(band) => {
                band.through(sheet, window, &mut brush, layers);
            }
            None | Some(Some(_)) => {
                brush.turn_to([0.0, band.from as f32], sheet);
                for layer in layers {
                    brush.layer(sheet, layer);
                }
            }
        }
    }
}

/// Some rows of a picture.
#[derive(Clone, Copy)]
struct Band {
    width: u32,
    /// The first row.
    from: u32,
    /// The row after the last.
    to: u32,
}

impl Band {
    /// The rows, three bytes a pixel. Rows for which there is no memory are left out; the size has been
    /// looked at before.
    fn painted(self, picture: &Picture, scale: f32) -> Vec<u8> {
        let Some(mut ground) = Pixmap::new(self.width, self.to - self.from) else {
            return Vec::new();
        };
        let c = picture.background;
        if let Some(opaque) = PremultipliedColorU8::from_rgba(c.r, c.g, c.b, u8::MAX) {
            ground.pixels_mut().fill(opaque);
        }
        paint(&mut ground, &picture.layers, scale, self.from);
        rgb(&ground)
    }

    /// The part of the band that a clip leaves, cut at whole pixels.
    fn window(self, clip: &Rect, scale: f32) -> Option<Window> {
        let px = |pt: f32, last: u32| (pt * scale).round().clamp(0.0, last as f32) as u32;
        let [left, top] = [px(clip.min[0], self.width), px(clip.min[1], self.to)];
        let [right, bottom] = [px(clip.max[0], self.width), px(clip.max[1], self.to)];
        let top = top.max(self.from);
        (left < right && top < bottom).then_some(Window {
            left,
            top,
            right,
            bottom,
        })
    }

    /// Paints layers on a sheet as large as their clip, and puts it back in its place: cheaper than a mask.
    fn through(
        self,
        ground: &mut Pixmap,
        window: Window,
        brush: &mut Brush,
        layers: &[Arc<Layer>],
    ) {
        let (w, h) = (window.right - window.left, window.bottom - window.top);
        let Some(mut sheet) = Pixmap::new(w, h) else {
            return;
        };
        let rows = window.rows_in(self);
        for (mine, theirs) in sheet.pixels_mut().chunks_exact_mut(w as usize).zip(&rows) {
            mine.copy_from_slice(&ground.pixels()[theirs.clone()]);
        }
        brush.turn_to([window.left as f32, window.top as f32], &sheet);
        for layer in layers {
            brush.layer(&mut sheet, layer);
        }
        for (mine, theirs) in sheet.pixels().chunks_exact(w as usize).zip(&rows) {
            ground.pixels_mut()[theirs.clone()].copy_from_slice(mine);
        }
    }
}

/// What shows through a clip, in pixels of the whole picture.
#[derive(Clone, Copy)]
struct Window {
    left: u32,
    top: u32,
    right: u32,
    bottom: u32,
}

impl Window {
    fn is_all_of(self, band: Band) -> bool {
        (self.left, self.top) == (0, band.from)
            && (self.right, self.bottom) == (band.width, band.to)
    }

    /// Where its rows stand among the pixels of a band.
    fn rows_in(self, band: Band) -> Vec<std::ops::Range<usize>> {
        let row = |y: u32| {
            let start = (y - band.from) as usize * band.width as usize;
            start + self.left as usize..start + self.right as usize
        };
        (self.top..self.bottom).map(row).collect()
    }
}

impl Pixels {
    /// The pixels of an opaque sheet.
    pub(in crate::export) fn of(sheet: &Pixmap) -> Pixels {
        Pixels {
            width: sheet.width(),
            height: sheet.height(),
            bands: vec![rgb(sheet)],
        }
    }
}

/// The page is opaque, so premultiplied and straight colours are the same.
fn rgb(pixmap: &Pixmap) -> Vec<u8> {
    let bytes = |p: &PremultipliedColorU8| [p.red(), p.green(), p.blue()];
    pixmap.pixels().iter().flat_map(bytes).collect()
}

#[cfg(test)]
mod tests;
