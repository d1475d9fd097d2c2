//! Photographs on a page: pixels packed without loss.
//!
//! It makes nothing smaller: whoever gives a photograph gives as many pixels as it wants.

use super::{Book, packed};
use crate::scene::item::Rect;
use pdf_writer::{Filter, Ref};

/// A photograph and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Image<'a> {
    /// Red, green, blue, row by row.
    pub rgb: &'a [u8],
    /// Width and height in pixels.
    pub size_px: [u32; 2],
    /// Where it stands, in points of the picture.
    pub area: Rect,
}

/// A photograph as it is written.
pub(super) struct Packed {
    stream: Vec<u8>,
    size_px: [i32; 2],
}

/// The name of a photograph in the list of all that pages draw with.
pub(super) fn name(number: usize) -> String {
    format!("P{number}")
}

impl Packed {
    pub fn of(image: &Image<'_>) -> Packed {
        Packed {
            stream: packed(image.rgb),
            size_px: image
                .size_px
                .map(|px| i32::try_from(px).unwrap_or(i32::MAX)),
        }
    }

    pub fn write(&self, book: &mut Book) -> Ref {
        let id = book.id();
        let mut image = book.pdf.image_xobject(id, &self.stream);
        image.filter(Filter::FlateDecode);
        image.width(self.size_px[0]).height(self.size_px[1]);
        image.color_space().device_rgb();
        image.bits_per_component(8);
        id
    }
}
