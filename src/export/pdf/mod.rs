//! Pictures as a PDF: vectors as vectors, text as text in the shipped fonts, a page a picture.
//!
//! Same pictures, same bytes: no date, no random name. It lays nothing out: the display list says all.

mod document;
mod fonts;
mod image;
mod outline;
mod page;
mod shapes;

pub use document::{About, Document, PdfPage, write_pages};
pub use image::Image;

use super::carried::Carried;
use crate::scene::item::Picture;
use flate2::{Compression, write::ZlibEncoder};
use fonts::Fonts;
use outline::Mark;
use pdf_writer::types::PageMode;
use pdf_writer::{Filter, Finish, Name, Pdf, Rect, Ref, TextStr};
use shapes::Forms;
use std::io::Write;

/// The longest side of a page, in millimetres: what PDF 1.7 allows (14,400 points).
pub const LONGEST_MM: f32 = 5_080.0;
/// The shortest.
pub const SHORTEST_MM: f32 = 10.0;
/// Points a millimetre.
const MM: f32 = 72.0 / 25.4;

/// A page.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// What is on it.
    pub picture: &'a Picture,
    /// Its width in millimetres; the height follows from the picture.
    pub width_mm: f32,
}

/// Why there is no PDF.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum PdfError {
    /// No picture was given.
    #[error("expected at least one page, found none")]
    NoPage,
    /// A page too small or too large; its sides in millimetres.
    #[error("expected a page of {SHORTEST_MM} to {LONGEST_MM} mm a side, found {0} x {1} mm")]
    Size(f32, f32),
    /// A font could not be cut down to its used letters; it would be a fault of this program.
    #[error("the font could not be embedded: {0}")]
    Font(String),
}

/// The pages as one document. Its title, language and description are those of the first picture;
/// `carried` makes it open again.
///
/// # Errors
/// Without a page, or for a page of no possible size.
pub fn pdf(pages: &[Page<'_>], carried: Option<&Carried>) -> Result<Vec<u8>, PdfError> {
    let first = pages.first().ok_or(PdfError::NoPage)?.picture;
    let mut book = Book::new(Sharing::Nothing);
    for page in pages {
        book.page(page, &[])?;
    }
    let about = About {
        carried,
        ..About::of(first)
    };
    book.finish(&about, &[])
}

fn refuse_size(page: &Page<'_>) -> Result<(), PdfError> {
    let [w, h] = page.picture.size_pt;
    let height_mm = page.width_mm * h / w;
    let fits = |side: f32| (SHORTEST_MM..=LONGEST_MM).contains(&side);
    if fits(page.width_mm) && fits(height_mm) && w > 0.0 {
        Ok(())
    } else {
        Err(PdfError::Size(page.width_mm, height_mm))
    }
}

/// A document under way.
struct Book {
    pdf: Pdf,
    next: i32,
    catalog: Ref,
    /// The list of pages.
    tree: Ref,
    /// What all pages draw with.
    resources: Ref,
    fonts: Fonts,
    forms: Forms,
    pages: Vec<Ref>,
}

/// Are large shapes that pages have in common written once?
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Sharing {
    /// Each page says all it draws, which drawing programs take apart most easily.
    #[default]
    Nothing,
    /// What is large is drawn by name.
    Shapes,
}

impl Book {
    fn new(sharing: Sharing) -> Book {
        let mut pdf = Pdf::with_capacity(512 * 1024);
        // 1.7 is ISO 32000-1, which every reader knows.
        pdf.set_version(1, 7);
        let mut book = Book {
            pdf,
            next: 1,
            catalog: Ref::new(1),
            tree: Ref::new(1),
            resources: Ref::new(1),
            fonts: Fonts::default(),
            forms: Forms::new(sharing),
            pages: Vec::new(),
        };
        (book.catalog, book.tree, book.resources) = (book.id(), book.id(), book.id());
        book
    }

    /// A number that is not taken.
    fn id(&mut self) -> Ref {
        let id = Ref::new(self.next);
        self.next += 1;
        id
    }

    /// Draws a page; its picture is not needed any longer.
    fn page(&mut self, page: &Page<'_>, images: &[Image<'_>]) -> Result<(), PdfError> {
        refuse_size(page)?;
        let (id, content) = (self.id(), self.id());
        let [w, h] = page.picture.size_pt;
        let pdf_from_page = page.width_mm * MM / w;
        let drawn = page::content(
            (page.picture, images),
            pdf_from_page,
            &mut self.fonts,
            &mut self.forms,
        );
        let packed = packed(&drawn);
        self.pdf
            .stream(content, &packed)
            .filter(Filter::FlateDecode);
        let mut dict = self.pdf.page(id);
        let far = [w, h].map(|pt| hundredths(pt * pdf_from_page));
        dict.media_box(Rect::new(0.0, 0.0, far[0], far[1]));
        dict.parent(self.tree).contents(content);
        // Colours that let others through are mixed as on the screen.
        let mut group = dict.group();
        group.transparency().isolated(true);
        group.color_space().device_rgb();
        drop(group);
        dict.pair(Name(b"Resources"), self.resources);
        dict.finish();
        self.pages.push(id);
        Ok(())
    }

    /// Adds what every document has, once its pages are drawn.
    fn finish(mut self, about: &About<'_>, marks: &[Mark]) -> Result<Vec<u8>, PdfError> {
        if self.pages.is_empty() {
            return Err(PdfError::NoPage);
        }
        let (fonts, forms) = (
            std::mem::take(&mut self.fonts),
            std::mem::take(&mut self.forms),
        );
        fonts.write(&mut self)?;
        forms.write(&mut self);
        let (info, metadata) = (self.id(), self.id());
        let outline = outline::write(&mut self, marks);
        let count = i32::try_from(self.pages.len()).unwrap_or(i32::MAX);
        self.pdf
            .pages(self.tree)
            .kids(self.pages.iter().copied())
            .count(count);
        let packet = super::carried::xmp(about, "application/pdf");
        self.pdf.metadata(metadata, packet.as_bytes());
        self.pdf
            .document_info(info)
            .title(TextStr(about.title))
            .subject(TextStr(about.description))
            .creator(TextStr(super::carried::PROGRAM))
            .producer(TextStr(super::carried::PROGRAM));
        let mut catalog = self.pdf.catalog(self.catalog);
        catalog.pages(self.tree).metadata(metadata);
        catalog.lang(TextStr(about.lang));
        catalog.viewer_preferences().display_doc_title(true);
        if let Some(outline) = outline {
            catalog.outlines(outline).page_mode(PageMode::UseOutlines);
        }
        catalog.finish();
        Ok(self.pdf.finish())
    }
}

/// Bytes as a stream holds them.
fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 3), Compression::new(6));
    // Writing to memory cannot fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

/// A length with at most two decimals; what is not a number is 0.
fn hundredths(value: f32) -> f32 {
    rounded(value, 100.0)
}

fn rounded(value: f32, steps: f32) -> f32 {
    let value = if value.is_finite() { value } else { 0.0 };
    // Readers hold numbers in 32 bits at best.
    ((value * steps).round() / steps).clamp(-1e6, 1e6)
}

#[cfg(test)]
mod tests;
