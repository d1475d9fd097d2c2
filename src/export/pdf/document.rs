//! Many compositions as one document: a page each, one outline, one set of fonts and large shapes for all.
//!
//! Pages are drawn as they come, so that a long series needs the memory of one picture and of the document.
//! What is on a page, and what it is called, is the caller's.

use super::outline::Mark;
use super::{Book, Image, Page, PdfError, Sharing};
use crate::export::carried::Carried;
use crate::scene::item::Picture;

/// A page of a document with an outline.
#[derive(Clone, Copy, Debug)]
pub struct PdfPage<'a> {
    /// What is on it.
    pub picture: &'a Picture,
    /// Its width in millimetres; the height follows from the picture.
    pub width_mm: f32,
    /// What the outline calls it; an empty one is not listed.
    pub title: &'a str,
    /// What it is listed under, such as its year; pages of one chapter follow each other. Empty: under nothing.
    pub chapter: &'a str,
}

/// What is said of a whole document.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// Its title, which readers show in place of the file's name.
    pub title: &'a str,
    /// What it shows, in a sentence.
    pub description: &'a str,
    /// Language of its words: "en" or "fr".
    pub lang: &'a str,
    /// The view it opens again with.
    pub carried: Option<&'a Carried>,
}

impl<'a> About<'a> {
    /// What a picture says of itself.
    pub fn of(picture: &'a Picture) -> About<'a> {
        About {
            title: &picture.title,
            description: &picture.description,
            lang: picture.lang,
            carried: None,
        }
    }
}

/// A document under way.
pub struct Document {
    book: Book,
    marks: Vec<Mark>,
}

impl Default for Document {
    fn default() -> Document {
        Document::new()
    }
}

impl Document {
    /// Without a page.
    pub fn new() -> Document {
        Document {
            book: Book::new(Sharing::Shapes),
            marks: Vec::new(),
        }
    }

    /// Draws a page after those there are; its picture is not needed any longer.
    ///
    /// # Errors
    /// For a page of no possible size.
    pub fn page(&mut self, page: &PdfPage<'_>) -> Result<(), PdfError> {
        self.page_with(page, &[])
    }

    /// The same with photographs over what is drawn.
    ///
    /// # Errors
    /// For a page of no possible size.
    pub fn page_with(&mut self, page: &PdfPage<'_>, images: &[Image<'_>]) -> Result<(), PdfError> {
        let drawn = Page {
            picture: page.picture,
            width_mm: page.width_mm,
        };
        self.book.page(&drawn, images)?;
        self.marks.push(Mark {
            title: page.title.to_owned(),
            chapter: page.chapter.to_owned(),
        });
        Ok(())
    }

    /// The file.
    ///
    /// # Errors
    /// Without a page.
    pub fn finish(self, about: &About<'_>) -> Result<Vec<u8>, PdfError> {
        self.book.finish(about, &self.marks)
    }
}

/// All pages at once, for those who have them.
///
/// # Errors
/// Without a page, or for a page of no possible size.
pub fn write_pages(pages: &[PdfPage<'_>], about: &About<'_>) -> Result<Vec<u8>, PdfError> {
    let mut document = Document::new();
    for page in pages {
        document.page(page)?;
    }
    document.finish(about)
}
