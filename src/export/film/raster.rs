//! Display lists to pixels, keeping the painted ground from one frame to the next.
//!
//! The brush is the one that paints still pictures. Which layers are kept is fixed by their names and
//! never by what came before: a frame looks the same whoever paints it.

use crate::export::raster::SizeRefused;
use crate::export::raster::brush::Brush;
use crate::scene::item::{Layer, Picture, Rect};
use crate::style::Color;
use resvg::tiny_skia::Pixmap;
use std::ops::Range;
use std::sync::Arc;

/// Layers that seldom change: they are painted once, on sheets of their own.
const GROUND: [&str; 10] = [
    "sea",
    "countries",
    "water",
    "borders",
    "outlines",
    "graticule",
    "scale",
    "locator",
    "furniture",
    "time",
];
/// Bytes of a pixel.
const PIXEL: usize = 4;

/// Paints the frames of one film.
pub(super) struct Raster {
    size_px: [u32; 2],
    /// Pixels a point.
    scale: f32,
    brush: Brush,
    sheets: Vec<Sheet>,
}

/// Layers that stand next to each other, painted once on nothing.
struct Sheet {
    layers: Vec<Arc<Layer>>,
    pixels: Pixmap,
}

impl Raster {
    pub fn new(size_px: [u32; 2], scale: f32) -> Raster {
        Raster {
            size_px,
            scale,
            brush: Brush::new(scale),
            sheets: Vec::new(),
        }
    }

    /// The pixels of a picture.
    pub fn draw(&mut self, picture: &Picture) -> Result<Pixmap, SizeRefused> {
        let mut canvas = self.sheet(self.size_px)?;
        let Color { r, g, b, .. } = picture.background;
        for pixel in canvas.data_mut().chunks_exact_mut(PIXEL) {
            pixel.copy_from_slice(&[r, g, b, 255]);
        }
        let is_ground = |layer: &Layer| GROUND.contains(&layer.name);
        let alike =
            |a: &Arc<Layer>, b: &Arc<Layer>| is_ground(a) == is_ground(b) && a.clip == b.clip;
        let mut number = 0;
        for run in picture.layers.chunk_by(alike) {
            let Some(window) = Window::of(run[0].clip, self.scale, self.size_px) else {
                continue;
            };
            if is_ground(&run[0]) {
                self.keep(number, run, &window)?;
                let kept = &self.sheets[number];
                window.rows(&mut canvas, &kept.pixels).for_each(over);
                number += 1;
            } else if run.iter().any(|l| !l.items.is_empty()) {
                let mut sheet = self.sheet(window.size())?;
                window.taken(&canvas, &mut sheet);
                self.paint(run, &window, &mut sheet);
                let rows = window.rows(&mut canvas, &sheet);
                rows.for_each(|(below, above)| below.copy_from_slice(above));
            }
        }
        Ok(canvas)
    }

    /// Sees to it that the sheet of that number holds these layers.
    fn keep(
        &mut self,
        number: usize,
        run: &[Arc<Layer>],
        window: &Window,
    ) -> Result<(), SizeRefused> {
        if self.sheets.get(number).is_some_and(|s| s.is_of(run)) {
            return Ok(());
        }
        let mut pixels = self.sheet(window.size())?;
        self.paint(run, window, &mut pixels);
        self.sheets.truncate(number);
        self.sheets.push(Sheet {
            layers: run.to_vec(),
            pixels,
        });
        Ok(())
    }

    fn paint(&mut self, run: &[Arc<Layer>], window: &Window, sheet: &mut Pixmap) {
        let corner = [window.x.start as f32, window.y.start as f32];
        self.brush.turn_to(corner, sheet);
        for layer in run {
            self.brush.layer(sheet, layer);
        }
    }

    fn sheet(&self, [w, h]: [u32; 2]) -> Result<Pixmap, SizeRefused> {
        let [of_w, of_h] = self.size_px;
        crate::export::raster::size_px([of_w as f32, of_h as f32], 1.0)?;
        Pixmap::new(w, h).ok_or(SizeRefused(w.into(), h.into()))
    }
}

impl Sheet {
    fn is_of(&self, run: &[Arc<Layer>]) -> bool {
        let same = |(a, b): (&Arc<Layer>, &Arc<Layer>)| Arc::ptr_eq(a, b);
        self.layers.len() == run.len() && self.layers.iter().zip(run).all(same)
    }
}

/// What shows through a clip, in pixels.
struct Window {
    x: Range<u32>,
    y: Range<u32>,
}

impl Window {
    /// The window of a clip; nothing when nothing shows through.
    fn of(clip: Option<Rect>, scale: f32, [w, h]: [u32; 2]) -> Option<Window> {
        let px = |pt: f32, last: u32| (pt * scale).round().clamp(0.0, last as f32) as u32;
        let window = match clip {
            None => Window { x: 0..w, y: 0..h },
            Some(clip) => Window {
                x: px(clip.min[0], w)..px(clip.max[0], w),
                y: px(clip.min[1], h)..px(clip.max[1], h),
            },
        };
        (!window.x.is_empty() && !window.y.is_empty()).then_some(window)
    }

    fn size(&self) -> [u32; 2] {
        [self.x.end - self.x.start, self.y.end - self.y.start]
    }

    /// The rows of the window on the canvas, each with the one of the sheet.
    fn rows<'r>(
        &self,
        canvas: &'r mut Pixmap,
        sheet: &'r Pixmap,
    ) -> impl Iterator<Item = (&'r mut [u8], &'r [u8])> {
        let width = canvas.width() as usize * PIXEL;
        let [left, right] = [self.x.start, self.x.end].map(|x| x as usize * PIXEL);
        let rows = canvas.data_mut().chunks_exact_mut(width);
        let rows = rows
            .skip(self.y.start as usize)
            .map(move |row| &mut row[left..right]);
        rows.zip(sheet.data().chunks_exact(right - left))
    }

    /// Copies what stands in the window.
    fn taken(&self, canvas: &Pixmap, sheet: &mut Pixmap) {
        let width = canvas.width() as usize * PIXEL;
        let [left, right] = [self.x.start, self.x.end].map(|x| x as usize * PIXEL);
        let rows = canvas
            .data()
            .chunks_exact(width)
            .skip(self.y.start as usize);
        for (mine, theirs) in sheet.data_mut().chunks_exact_mut(right - left).zip(rows) {
            mine.copy_from_slice(&theirs[left..right]);
        }
    }
}

/// Lays a row of premultiplied pixels over an opaque one.
fn over((below, above): (&mut [u8], &[u8])) {
    let pixels = below.chunks_exact_mut(PIXEL).zip(above.chunks_exact(PIXEL));
    for (below, above) in pixels {
        match above[3] {
            0 => {}
            255 => below.copy_from_slice(above),
            alpha => {
                let rest = 255 - u32::from(alpha);
                for (b, a) in below.iter_mut().zip(above) {
                    let shone = (u32::from(*b) * rest + 127) / 255;
                    *b = (u32::from(*a) + shone).min(255) as u8;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_laid_over_what_is_there() {
        let mut below = [200, 100, 50, 255].repeat(3);
        let above = [[0; 4], [10, 20, 30, 255], [64, 0, 0, 128]].concat();
        over((&mut below, &above));
        assert_eq!(below[..8], [200, 100, 50, 255, 10, 20, 30, 255]);
        assert_eq!(below[8..], [164, 50, 25, 255]);
    }

    #[test]
    fn windows_never_reach_beyond_the_picture() {
        let clip = Rect::new([-5.0, f32::NAN], [5_000.0, 20.0]);
        let window = Window::of(Some(clip), 2.0, [100, 50]).expect("some of it");
        assert_eq!((window.x, window.y), (0..100, 0..40));
        let outside = Rect::new([200.0, 0.0], [300.0, 10.0]);
        assert!(Window::of(Some(outside), 1.0, [100, 50]).is_none());
    }
}
