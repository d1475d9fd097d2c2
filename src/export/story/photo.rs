//! Pictures of steps: read from beside the story file and from nowhere else, and made small.
//!
//! A name that leads out of the folder, by a link as well, is refused; so is what is too large before it is
//! unpacked. It draws nothing.

use crate::export::raster::Pixels;
use crate::scene::item::Rect;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// The largest file that is read, in bytes.
pub const LARGEST_BYTES: u64 = 24 << 20;
/// The longest side of a picture that is unpacked, in pixels.
pub const LONGEST_PX: usize = 12_000;
/// Its longest side afterwards: enough for a third of a slide in 4K.
const KEPT_PX: u32 = 1_600;

/// Why a picture is not shown.
#[derive(Debug, thiserror::Error)]
pub enum PhotoError {
    /// It belongs to a story that has no folder.
    #[error("this story has no folder that pictures could stand in")]
    NoFolder,
    /// It is not there or cannot be read.
    #[error("cannot be read: {0}")]
    Unread(std::io::Error),
    /// It lies elsewhere.
    #[error("expected a file in the folder of the story, found one elsewhere")]
    Elsewhere,
    /// It is larger than is read.
    #[error("expected at most {LARGEST_BYTES} bytes and {LONGEST_PX} pixels a side")]
    TooLarge,
    /// It is neither PNG nor JPEG, or damaged.
    #[error("expected a PNG or a JPEG: {0}")]
    NoPicture(String),
}

/// A picture that has been read: opaque colours, three bytes a pixel.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Photograph {
    /// Width and height in pixels.
    pub size_px: [u32; 2],
    /// Red, green, blue, row by row.
    pub rgb: Vec<u8>,
}

/// Reads the picture of a name from a folder.
///
/// # Errors
/// When it is not there, lies elsewhere, is too large, or is no picture.
pub fn read(folder: &Path, name: &str) -> Result<Photograph, PhotoError> {
    let folder = folder.canonicalize().map_err(PhotoError::Unread)?;
    let path = folder
        .join(name)
        .canonicalize()
        .map_err(PhotoError::Unread)?;
    if path.parent() != Some(folder.as_path()) {
        return Err(PhotoError::Elsewhere);
    }
    let file = fs::File::open(&path).map_err(PhotoError::Unread)?;
    let about = file.metadata().map_err(PhotoError::Unread)?;
    if !about.is_file() {
        return Err(PhotoError::Unread(std::io::ErrorKind::InvalidInput.into()));
    }
    let mut bytes = Vec::new();
    let read = file.take(LARGEST_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(PhotoError::Unread)?;
    if bytes.len() as u64 > LARGEST_BYTES {
        return Err(PhotoError::TooLarge);
    }
    unpacked(&bytes)
}

/// The pixels of a PNG or a JPEG, made smaller where they are many.
///
/// # Errors
/// When it is neither, damaged, or too large.
pub fn unpacked(bytes: &[u8]) -> Result<Photograph, PhotoError> {
    let whole = match bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        true => of_png(bytes)?,
        false => of_jpeg(bytes)?,
    };
    let [w, h] = whole.size_px;
    let longest = w.max(h);
    if longest <= KEPT_PX {
        return Ok(whole);
    }
    let side = |px: u32| (u64::from(px) * u64::from(KEPT_PX) / u64::from(longest)).max(1) as u32;
    Ok(whole.resized([side(w), side(h)]))
}

fn damaged(why: impl ToString) -> PhotoError {
    PhotoError::NoPicture(why.to_string())
}

fn of_png(bytes: &[u8]) -> Result<Photograph, PhotoError> {
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(damaged)?;
    let (w, h) = (reader.info().width, reader.info().height);
    if w as usize > LONGEST_PX || h as usize > LONGEST_PX {
        return Err(PhotoError::TooLarge);
    }
    let size = reader.output_buffer_size().ok_or(PhotoError::TooLarge)?;
    let mut pixels = vec![0; size];
    let info = reader.next_frame(&mut pixels).map_err(damaged)?;
    pixels.truncate(info.buffer_size());
    // What lets through is put on white, as on paper.
    let on_white = |value: u8, alpha: u8| {
        let alpha = u16::from(alpha);
        ((u16::from(value) * alpha + 255 * (255 - alpha)) / 255) as u8
    };
    let rgb = match info.color_type {
        png::ColorType::Rgb => pixels,
        png::ColorType::Rgba => {
            let of = |p: &[u8]| [0, 1, 2].map(|i| on_white(p[i], p[3]));
            pixels.chunks_exact(4).flat_map(of).collect()
        }
        png::ColorType::Grayscale => pixels.iter().flat_map(|g| [*g; 3]).collect(),
        png::ColorType::GrayscaleAlpha => pixels
            .chunks_exact(2)
            .flat_map(|p| [on_white(p[0], p[1]); 3])
            .collect(),
        png::ColorType::Indexed => return Err(damaged("its palette cannot be read")),
    };
    Photograph {
        size_px: [w, h],
        rgb,
    }
    .held()
}

fn of_jpeg(bytes: &[u8]) -> Result<Photograph, PhotoError> {
    let options = DecoderOptions::new_safe()
        .set_max_width(LONGEST_PX)
        .set_max_height(LONGEST_PX)
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(Cursor::new(bytes), options);
    let rgb = decoder.decode().map_err(damaged)?;
    let (w, h) = decoder.dimensions().ok_or_else(|| damaged("no size"))?;
    let side = |px: usize| u32::try_from(px).unwrap_or(0);
    Photograph {
        size_px: [side(w), side(h)],
        rgb,
    }
    .held()
}

impl Photograph {
    /// Itself, when it has as many pixels as it says.
    fn held(self) -> Result<Photograph, PhotoError> {
        let [w, h] = self.size_px.map(|px| px as usize);
        match w > 0 && h > 0 && self.rgb.len() == w * h * 3 {
            true => Ok(self),
            false => Err(damaged("its size and its pixels differ")),
        }
    }

    /// The same picture with so many pixels; each is the mean of those it stands for.
    pub fn resized(&self, [w, h]: [u32; 2]) -> Photograph {
        let [from_w, from_h] = self.size_px;
        let span = |at: u32, of: u32, from: u32| {
            let edge = |at: u32| u64::from(at) * u64::from(from) / u64::from(of.max(1));
            let first = edge(at) as usize;
            first..(edge(at + 1) as usize).max(first + 1).min(from as usize)
        };
        let mut rgb = Vec::with_capacity(w as usize * h as usize * 3);
        for y in 0..h {
            for x in 0..w {
                let (columns, rows) = (span(x, w, from_w), span(y, h, from_h));
                let mut sum = [0u64; 3];
                let mut count = 0;
                for row in rows {
                    for column in columns.clone() {
                        let at = (row * from_w as usize + column) * 3;
                        for (sum, value) in sum.iter_mut().zip(self.rgb.iter().skip(at)) {
                            *sum += u64::from(*value);
                        }
                        count += 1;
                    }
                }
                rgb.extend(sum.map(|s| (s / count.max(1)) as u8));
            }
        }
        Photograph {
            size_px: [w, h],
            rgb,
        }
    }

    /// Puts it into a box of painted pixels; `scale` is pixels a point.
    pub fn paste(&self, onto: &mut Pixels, area: &Rect, scale: f32) {
        let px = |pt: f32, most: u32| (pt * scale).round().clamp(0.0, most as f32) as u32;
        let [left, top] = [px(area.min[0], onto.width), px(area.min[1], onto.height)];
        let [right, bottom] = [px(area.max[0], onto.width), px(area.max[1], onto.height)];
        if left >= right || top >= bottom {
            return;
        }
        let fitted = self.resized([right - left, bottom - top]);
        let row_bytes = onto.width as usize * 3;
        let wide = (right - left) as usize * 3;
        let mut rows = onto
            .bands
            .iter_mut()
            .flat_map(|band| band.chunks_exact_mut(row_bytes));
        let rows = rows.by_ref().skip(top as usize);
        for (row, mine) in rows.zip(fitted.rgb.chunks_exact(wide)) {
            row[left as usize * 3..right as usize * 3].copy_from_slice(mine);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chequers(w: u32, h: u32) -> Photograph {
        let value = |i: u32| {
            if (i % w + i / w).is_multiple_of(2) {
                [255, 0, 0]
            } else {
                [0, 0, 255]
            }
        };
        Photograph {
            size_px: [w, h],
            rgb: (0..w * h).flat_map(value).collect(),
        }
    }

    #[test]
    fn smaller_pictures_are_means() {
        let small = chequers(4, 4).resized([2, 2]);
        assert_eq!(small.rgb, [127, 0, 127].repeat(4));
        assert_eq!(chequers(3, 2).resized([3, 2]), chequers(3, 2));
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        for bytes in [
            &b""[..],
            b"GIF89a",
            b"\x89PNG\r\n\x1a\n",
            b"\xff\xd8\xff\xe0\0\x10JFIF",
        ] {
            assert!(unpacked(bytes).is_err());
        }
    }

    #[test]
    fn only_files_beside_the_story_are_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let inner = folder.path().join("story");
        fs::create_dir(&inner).expect("a folder");
        fs::write(folder.path().join("out.png"), "x").expect("a file");
        assert!(matches!(
            read(&inner, "../out.png"),
            Err(PhotoError::Elsewhere)
        ));
        assert!(matches!(
            read(&inner, "none.png"),
            Err(PhotoError::Unread(_))
        ));
        assert!(matches!(
            read(&inner, "."),
            Err(PhotoError::Elsewhere | PhotoError::Unread(_))
        ));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("../out.png", inner.join("in.png")).expect("a link");
            assert!(matches!(read(&inner, "in.png"), Err(PhotoError::Elsewhere)));
        }
    }
}
