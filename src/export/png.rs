//! A picture as PNG, drawn on the CPU by resvg from our own SVG, with the shipped fonts only.
//!
//! The same picture gives the same bytes on every machine: no system font, no GPU.

use super::svg::svg;
use crate::scene::item::{Face, Picture};
use crate::scene::metrics::font_bytes;
use resvg::usvg::fontdb;
use resvg::{tiny_skia, usvg};
use std::sync::{Arc, OnceLock};

/// The longest side, in pixels.
pub const LONGEST_PX: u32 = 20_000;
/// The most pixels.
pub const MOST_PX: u64 = 200_000_000;

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// Too small or too large.
    #[error(
        "expected 1 to {LONGEST_PX} pixels a side and at most {MOST_PX} in all, found {0} x {1}"
    )]
    Size(u64, u64),
    /// The SVG could not be read back; it would be a fault of this program.
    #[error("the picture could not be drawn: {0}")]
    Svg(#[from] usvg::Error),
    /// The pixels could not be packed.
    #[error("the picture could not be packed: {0}")]
    Pack(#[from] png::EncodingError),
}

/// Draws a picture at `scale` pixels a point; `dpi` is written into the file when it is given, and
/// so are the pairs of keyword and text.
///
/// # Errors
/// When the size is refused, before any memory is taken for it.
pub fn png(
    picture: &Picture,
    scale: f32,
    dpi: Option<f32>,
    texts: &[(&str, &str)],
) -> Result<Vec<u8>, PngError> {
    let px = |pt: f32| f64::from(pt * scale).round();
    let (w, h) = (px(picture.size_pt[0]), px(picture.size_pt[1]));
    let fits = |side: f64| (1.0..=f64::from(LONGEST_PX)).contains(&side);
    let refused = PngError::Size(w as u64, h as u64);
    if !fits(w) || !fits(h) || w * h > MOST_PX as f64 {
        return Err(refused);
    }
    let (w, h) = (w as u32, h as u32);
    let options = usvg::Options {
        fontdb: fonts(),
        font_family: "Noto Sans".to_owned(),
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_str(&svg(picture), &options)?;
    let mut pixmap = tiny_skia::Pixmap::new(w, h).ok_or(refused)?;
    let transform = tiny_skia::Transform::from_scale(scale, scale);
    resvg::render(&tree, transform, &mut pixmap.as_mut());
    pack(&pixmap, dpi, texts)
}

fn fonts() -> Arc<fontdb::Database> {
    static FONTS: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    let load = || {
        let mut fonts = fontdb::Database::new();
        for face in [Face::Regular, Face::Bold, Face::Italic] {
            fonts.load_font_data(font_bytes(face).to_vec());
        }
        Arc::new(fonts)
    };
    FONTS.get_or_init(load).clone()
}

fn pack(
    pixmap: &tiny_skia::Pixmap,
    dpi: Option<f32>,
    texts: &[(&str, &str)],
) -> Result<Vec<u8>, PngError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
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
        encoder.add_itxt_chunk((*keyword).to_owned(), (*text).to_owned())?;
    }
    // The page is opaque, so premultiplied and straight colours are the same.
    let mut rgb = Vec::with_capacity(pixmap.data().len() / 4 * 3);
    for pixel in pixmap.data().chunks_exact(4) {
        rgb.extend_from_slice(&pixel[..3]);
    }
    encoder.write_header()?.write_image_data(&rgb)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::item::{Item, Layer, Subject, Text};
    use crate::scene::metrics::width_pt;
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
        assert_eq!(info.utf8_text.len(), 1);
        let mut pixels = vec![0; reader.output_buffer_size().expect("small")];
        reader.next_frame(&mut pixels).expect("one frame");
        assert_eq!(&pixels[..3], &[0x10, 0x20, 0x30]);
    }

    #[test]
    fn text_is_as_wide_as_it_was_measured() {
        let options = usvg::Options {
            fontdb: fonts(),
            ..usvg::Options::default()
        };
        for face in [Face::Regular, Face::Bold, Face::Italic] {
            for words in [
                "N’Djaména → Abéché",
                "AVATAR office",
                "10\u{202F}000 à 50 %",
                "Fada-Ngourma",
            ] {
                let mut picture = empty([400.0, 50.0]);
                let text = Text {
                    at: [10.0, 30.0],
                    text: words.to_owned(),
                    size_pt: 20.0,
                    face,
                    color: Color::rgb(0),
                    halo: None,
                    angle: 0.0,
                };
                let items = vec![Item::new(Subject::None, text)];
                picture.layers = vec![Arc::new(Layer {
                    name: "names",
                    clip: None,
                    items,
                })];
                let tree = usvg::Tree::from_str(&svg(&picture), &options).expect("our svg");
                let drawn = text_width(tree.root()).expect("a text");
                let measured = width_pt(words, face, 20.0);
                assert!(
                    (drawn - measured).abs() < 0.1,
                    "{words} {face:?} {drawn} {measured}"
                );
            }
        }
    }

    fn text_width(group: &usvg::Group) -> Option<f32> {
        group.children().iter().find_map(|node| match node {
            usvg::Node::Text(text) => Some(text.bounding_box().width()),
            usvg::Node::Group(group) => text_width(group),
            usvg::Node::Path(_) | usvg::Node::Image(_) => None,
        })
    }

    #[test]
    fn same_picture_same_bytes() {
        let draw = || png(&empty([40.0, 30.0]), 1.5, None, &[]).expect("small");
        assert_eq!(draw(), draw());
    }

    #[test]
    fn absurd_sizes_are_refused() {
        for size_pt in [
            [0.0, 10.0],
            [30_000.0, 10.0],
            [19_000.0, 19_000.0],
            [f32::NAN, 1.0],
        ] {
            assert!(matches!(
                png(&empty(size_pt), 1.0, None, &[]),
                Err(PngError::Size(..))
            ));
        }
    }
}
