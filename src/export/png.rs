//! A picture as PNG: its pixels packed, with their resolution, colour space and texts.
//!
//! The same picture gives the same bytes on every machine: no system font, no GPU. What the texts say is
//! the caller's.

pub use super::raster::{LONGEST_PX, MOST_PX};
use super::raster::{Pixels, SizeRefused, pixels};
use crate::scene::item::Picture;
use std::io::Write;

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// Too small or too large.
    #[error(transparent)]
    Size(#[from] SizeRefused),
    /// The pixels could not be packed.
    #[error("the picture could not be packed: {0}")]
    Pack(#[from] png::EncodingError),
}

impl From<std::io::Error> for PngError {
    fn from(error: std::io::Error) -> PngError {
        PngError::Pack(png::EncodingError::IoError(error))
    }
}

/// Draws a picture at `scale` pixels a point; `dpi` is written into the file when it is given, and
/// so are the pairs of keyword and text. Colours are sRGB, and the file says so.
///
/// # Errors
/// When the size is refused, before any memory is taken for it.
pub fn png(
    picture: &Picture,
    scale: f32,
    dpi: Option<f32>,
    texts: &[(&str, &str)],
) -> Result<Vec<u8>, PngError> {
    pack(pixels(picture, scale)?, dpi, texts)
}

pub(in crate::export) fn pack(
    pixels: Pixels,
    dpi: Option<f32>,
    texts: &[(&str, &str)],
) -> Result<Vec<u8>, PngError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixels.width, pixels.height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    // A fifth larger than with `Balanced`, and five times as fast.
    encoder.set_compression(png::Compression::Fast);
    encoder.set_source_srgb(png::SrgbRenderingIntent::Perceptual);
    if let Some(dpi) = dpi {
        let per_meter = (dpi / 0.0254).round() as u32;
        encoder.set_pixel_dims(Some(png::PixelDimensions {
            xppu: per_meter,
            yppu: per_meter,
            unit: png::Unit::Meter,
        }));
    }
    for (keyword, text) in texts {
        let (keyword, text) = ((*keyword).to_owned(), (*text).to_owned());
        // Programs that save a PNG again keep plain texts more often than Unicode ones.
        if text.is_ascii() {
            encoder.add_text_chunk(keyword, text)?;
        } else {
            encoder.add_itxt_chunk(keyword, text)?;
        }
    }
    let mut writer = encoder.write_header()?;
    let mut rows = writer.stream_writer()?;
    for band in pixels.bands {
        rows.write_all(&band)?;
    }
    rows.finish()?;
    writer.finish()?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::Color;

    fn empty(size_pt: [f32; 2]) -> Picture {
        Picture {
            size_pt,
            background: Color::rgb(0x10_20_30),
            layers: Vec::new(),
            title: "<empty>".to_owned(),
            description: String::new(),
            lang: "en",
        }
    }

    #[test]
    fn a_page_has_its_size_colour_and_resolution() {
        let bytes = png(&empty([72.0, 36.0]), 2.0, Some(300.0), &[("Title", "é")]).expect("small");
        let mut reader = png::Decoder::new(std::io::Cursor::new(&bytes))
            .read_info()
            .expect("our png");
        let info = reader.info();
        assert_eq!((info.width, info.height), (144, 72));
        assert_eq!(info.pixel_dims.map(|d| d.xppu), Some(11_811));
        assert!(info.srgb.is_some());
        assert_eq!(info.utf8_text.len(), 1);
        let mut pixels = vec![0; reader.output_buffer_size().expect("small")];
        reader.next_frame(&mut pixels).expect("one frame");
        assert_eq!(&pixels[..3], &[0x10, 0x20, 0x30]);
    }

    #[test]
    fn same_picture_same_bytes() {
        let draw = || png(&empty([40.0, 30.0]), 1.5, None, &[]).expect("small");
        assert_eq!(draw(), draw());
    }

    #[test]
    fn absurd_sizes_are_refused() {
        for size_pt in [[0.0, 10.0], [30_000.0, 10.0], [f32::NAN, 1.0]] {
            let refused = png(&empty(size_pt), 1.0, None, &[]);
            assert!(matches!(refused, Err(PngError::Size(..))));
        }
    }
}
