//! Pictures of what stands still, so that a computer without a graphics card does not draw it again.
//!
//! Without one a frame costs what its triangles cost, and nearly all of them are those of the frame before. A part of the
//! window (a panel, the map) begins with an opaque ground. Its pixels are read back once, in the middle of drawing, and
//! from then on set down as one picture, and only the rectangles where shapes have come, gone or changed since are drawn
//! over it. These are the very pixels that drawing everything gives, so that nothing is seen of it.
//!
//! It works on egui's shapes after the panels have drawn and knows neither panels nor map; it leaves alone what it does
//! not understand. Where frames come fast enough, as on a graphics card, it does nothing at all.

mod damage;
mod over;
mod part;
mod plan;

use eframe::egui::epaint::ClippedShape;
use eframe::egui::layers::PaintList;
use eframe::egui::{
    Color32, ColorImage, Context, LayerId, Mesh, PaintCallback, Rect, Shape, TextureHandle,
    TextureOptions, pos2,
};
use eframe::egui_glow::{self, CallbackFn};
use part::{runs, spills};
use plan::{Plan, Shapes};
use std::sync::{Arc, Mutex};

/// A frame that takes longer is slow: 45 a second.
const SLOW_SECS: f64 = 1.0 / 45.0;
/// So many slow frames in a row, and pictures are worth it. From then on they are always used, or one would fall back
/// to slow frames for having left them.
const SLOW_FRAMES: u32 = 8;

/// The pictures of a window.
#[derive(Default)]
pub(super) struct Stills {
    parts: Vec<Part>,
    slow_frames: u32,
}

/// A part of the window, and its picture.
struct Part {
    rect: Rect,
    /// Its shapes in the frame before.
    before: Option<Vec<ClippedShape>>,
    still: Option<Still>,
    awaited: Option<(Vec<ClippedShape>, Slot)>,
}

/// A picture and the shapes on it.
struct Still {
    shapes: Vec<ClippedShape>,
    texture: TextureHandle,
}

/// Where a picture appears once it is taken.
type Slot = Arc<Mutex<Option<ColorImage>>>;

/// An upright rectangle of the screen in pixels, from the upper left corner.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Region {
    left: u32,
    top: u32,
    right: u32,
    bottom: u32,
}

impl Stills {
    /// Puts pictures in the place of shapes of this layer that have not changed. To be called after everything has been
    /// drawn into it; `dt_secs` is what the last frame took.
    pub(super) fn settle(&mut self, ctx: &Context, layer: LayerId, dt_secs: f64) {
        if self.slow_frames < SLOW_FRAMES {
            let slow = dt_secs > SLOW_SECS;
            self.slow_frames = if slow { self.slow_frames + 1 } else { 0 };
            return;
        }
        for part in &mut self.parts {
            part.develop(ctx);
        }
        let pixels_per_point = ctx.pixels_per_point();
        ctx.graphics_mut(|graphics| {
            if let Some(list) = graphics.get_mut(layer) {
                self.replace(list, pixels_per_point);
            }
        });
    }

    fn replace(&mut self, list: &mut PaintList, pixels_per_point: f32) {
        let shapes: Vec<ClippedShape> = list.all_entries().cloned().collect();
        let mut before = std::mem::take(&mut self.parts);
        let mut drawn: Vec<ClippedShape> = Vec::with_capacity(shapes.len());
        let mut done = 0;
        for run in runs(&shapes) {
            drawn.extend_from_slice(&shapes[done..run.shapes.start]);
            done = run.shapes.end;
            let known = before.iter().position(|part| part.rect == run.rect);
            let mut part = known.map_or_else(|| Part::new(run.rect), |at| before.swap_remove(at));
            part.draw(&shapes[run.shapes], pixels_per_point, &mut drawn);
            self.parts.push(part);
        }
        drawn.extend_from_slice(&shapes[done..]);
        *list = PaintList::default();
        for clipped in drawn {
            let transform = clipped.transform_after_tessellation;
            let index = list.add(clipped.clip_rect, clipped.shape);
            list.mutate_shape(index, |new| new.transform_after_tessellation = transform);
        }
    }
}

impl Part {
    fn new(rect: Rect) -> Part {
        Part {
            rect,
            before: None,
            still: None,
            awaited: None,
        }
    }

    /// Makes a texture of a picture that was taken in the last frame. One that was not taken, because the frame was not
    /// drawn, is given up.
    fn develop(&mut self, ctx: &Context) {
        let Some((shapes, slot)) = self.awaited.take() else {
            return;
        };
        let taken = slot.lock().ok().and_then(|mut slot| slot.take());
        if let Some(image) = taken {
            let texture = ctx.load_texture("still", image, TextureOptions::NEAREST);
            self.still = Some(Still { shapes, texture });
        }
    }

    /// Adds what is to be drawn in the place of these shapes.
    fn draw(
        &mut self,
        shapes: &[ClippedShape],
        pixels_per_point: f32,
        drawn: &mut Vec<ClippedShape>,
    ) {
        let all = Shapes {
            now: shapes,
            before: self.before.as_deref(),
            still: self.still.as_ref().map(|still| still.shapes.as_slice()),
        };
        let plan = Plan::of(all, self.rect, pixels_per_point);
        let region = Region::of(self.rect, pixels_per_point);
        match (plan.over, &self.still) {
            (Some(over), Some(still)) => {
                // What reaches a pixel beyond the part, such as its hairline, is not on the picture.
                let edge = |shape: &&ClippedShape| spills(shape, self.rect, pixels_per_point);
                drawn.extend(shapes.iter().filter(edge).cloned());
                drawn.push(still.set(self.rect, region.rect(pixels_per_point)));
                drawn.extend(over);
            }
            (Some(_) | None, _) => drawn.extend_from_slice(shapes),
        }
        if plan.take {
            let slot = Slot::default();
            let callback = take(self.rect, region, slot.clone());
            drawn.push(ClippedShape::new(self.rect, Shape::Callback(callback)));
            self.awaited = Some((shapes.to_vec(), slot));
        }
        self.before = Some(shapes.to_vec());
    }
}

impl Still {
    fn set(&self, clip: Rect, exact: Rect) -> ClippedShape {
        let mut mesh = Mesh::with_texture(self.texture.id());
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        mesh.add_rect_with_uv(exact, whole, Color32::WHITE);
        ClippedShape::new(clip, Shape::mesh(mesh))
    }
}

impl Region {
    /// The pixels of a rectangle in points, rounded as egui rounds what it clips by.
    fn of(rect: Rect, pixels_per_point: f32) -> Region {
        let round = |value: f32| (value * pixels_per_point).round().max(0.0) as u32;
        Region {
            left: round(rect.left()),
            top: round(rect.top()),
            right: round(rect.right()),
            bottom: round(rect.bottom()),
        }
    }

    fn rect(self, pixels_per_point: f32) -> Rect {
        let points = |pixels: u32| pixels as f32 / pixels_per_point;
        Rect::from_min_max(
            pos2(points(self.left), points(self.top)),
            pos2(points(self.right), points(self.bottom)),
        )
    }
}

/// A shape that draws nothing: it reads back what has been drawn by then.
fn take(rect: Rect, region: Region, slot: Slot) -> PaintCallback {
    let callback = CallbackFn::new(move |info, painter| {
        let image = read(painter, region, info.screen_size_px);
        if let (Some(image), Ok(mut slot)) = (image, slot.lock()) {
            *slot = Some(image);
        }
    });
    PaintCallback {
        rect,
        callback: Arc::new(callback),
    }
}

fn read(painter: &egui_glow::Painter, region: Region, screen: [u32; 2]) -> Option<ColorImage> {
    let fits = region.left < region.right
        && region.top < region.bottom
        && region.right <= screen[0]
        && region.bottom <= screen[1];
    // What is read always begins at the lower left corner of the screen.
    fits.then(|| painter.read_screen_rgba([region.right, screen[1] - region.top]))
        .map(|read| cut(&read, region))
}

/// The region out of a picture that begins at its upper edge. Its ground is opaque, whatever the screen keeps of that.
fn cut(image: &ColorImage, region: Region) -> ColorImage {
    let (left, right) = (region.left as usize, region.right as usize);
    let rows = (region.bottom - region.top) as usize;
    let opaque = |pixel: &Color32| Color32::from_rgb(pixel.r(), pixel.g(), pixel.b());
    let mut pixels = Vec::with_capacity((right - left) * rows);
    for row in image.pixels.chunks_exact(image.width().max(1)).take(rows) {
        pixels.extend(row[left..right].iter().map(opaque));
    }
    ColorImage::new([right - left, rows], pixels)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_region_is_cut_out_of_what_was_read() {
        let pixel = |x: u8, y: u8| Color32::from_rgb(x, y, x);
        let all = (0u8..4).flat_map(|y| (0u8..6).map(move |x| pixel(x, y)));
        let image = ColorImage::new([6, 4], all.collect());
        let region = Region {
            left: 2,
            top: 10,
            right: 4,
            bottom: 13,
        };
        let cut = cut(&image, region);
        assert_eq!(cut.size, [2, 3]);
        let expected = (0u8..3).flat_map(|y| (2u8..4).map(move |x| pixel(x, y)));
        assert_eq!(cut.pixels, expected.collect::<Vec<_>>());
    }
}
