//! What a picture carries so that it opens again: the link of its view and the version of its data.
//!
//! PNG has them as texts, GIF as comments, HTML as `<meta>` in its head, SVG, PDF and MP4 as RDF in their metadata
//! (in PDF and MP4 that is XMP, ISO 16684-1). A film has the view of its last day. Foreign and damaged files are
//! refused with a reason. Whether the link makes sense is `state::link`'s to tell.

mod files;
mod films;
mod html;
mod png_chunks;
mod refusal;
mod xml;

pub use files::{LARGEST_BYTES, read_file};
pub use refusal::{Kind, Refusal};

use super::pdf::About;
use crate::state::link;
use std::fmt::Write;

/// The program that wrote the file, as pictures name it.
pub const PROGRAM: &str = concat!("Sahelscope ", env!("CARGO_PKG_VERSION"));
/// The namespace of our two properties in RDF: the scheme of view links, which nobody else uses.
pub(super) const NAMESPACE: &str = "sahelscope:picture";
const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
/// Keywords of our two texts in a PNG.
const PNG_VIEW: &str = "Sahelscope view";
const PNG_DATA: &str = "Sahelscope data";
/// The name of the box of an MP4 that holds XMP (ISO 16684-1, annex on MPEG-4).
pub(super) const XMP_UUID: [u8; 16] = [
    0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF, 0xAC,
];
/// A version of the data is a date or a short name.
const LONGEST_VERSION: usize = 100;

/// What a picture carries.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Carried {
    /// The link of the view.
    pub view: String,
    /// The version of the data it was drawn from.
    pub data: String,
}

impl Carried {
    /// The texts of a PNG, by their keywords.
    pub fn png_texts(&self) -> [(&'static str, &str); 2] {
        [(PNG_VIEW, &self.view), (PNG_DATA, &self.data)]
    }

    /// The comments of a GIF.
    pub fn gif_comments(&self) -> [String; 2] {
        self.png_texts()
            .map(|(keyword, text)| format!("{keyword}: {text}"))
    }

    /// Holds two texts that were found to what they must be.
    fn found(kind: Kind, view: Option<String>, data: Option<String>) -> Result<Carried, Refusal> {
        let view = view.ok_or(Refusal::NoView(kind))?;
        let data = data.unwrap_or_default();
        let is_too_long = view.len() > link::LONGEST || data.len() > LONGEST_VERSION;
        if is_too_long || !link::is_meant(&view) || data.contains(char::is_control) {
            return Err(Refusal::Damaged(kind));
        }
        Ok(Carried { view, data })
    }

    /// As an RDF statement about the file it stands in.
    fn rdf(&self) -> String {
        format!(
            "<rdf:Description rdf:about=\"\" xmlns:sahelscope=\"{NAMESPACE}\" sahelscope:view=\"{}\" sahelscope:data=\"{}\"/>",
            escaped(&self.view),
            escaped(&self.data)
        )
    }
}

/// What the bytes of a picture carry.
///
/// # Errors
/// When it is no picture of a kind that can carry a view, carries none, or is damaged.
pub fn read(bytes: &[u8]) -> Result<Carried, Refusal> {
    let kind = Kind::of(bytes).ok_or(Refusal::NoPicture)?;
    let (view, data) = match kind {
        Kind::Png => png_chunks::texts(bytes)?,
        Kind::Svg => xml::of_svg(bytes)?,
        Kind::Pdf => xml::of_pdf(bytes)?,
        Kind::Html => html::of_page(bytes)?,
        Kind::Gif => films::of_gif(bytes)?,
        Kind::Mp4 => films::of_mp4(bytes)?,
    };
    Carried::found(kind, view, data)
}

/// The elements in the head of a page for browsers.
pub(super) fn html_metadata(carried: &Carried) -> String {
    html::metadata([&carried.view, &carried.data])
}

/// The content of the `<metadata>` of an SVG.
pub(super) fn svg_metadata(carried: &Carried) -> String {
    format!("<rdf:RDF xmlns:rdf=\"{RDF}\">{}</rdf:RDF>", carried.rdf())
}

/// The metadata of a PDF or a film: its title, description and language, and what it carries. `format` is its
/// media type.
pub(super) fn xmp(about: &About<'_>, format: &str) -> String {
    let mut rdf = String::new();
    let named = [("title", about.title), ("description", about.description)];
    for (name, text) in named.into_iter().filter(|(_, text)| !text.is_empty()) {
        // Writing to a String cannot fail.
        let _ = write!(
            rdf,
            "<dc:{name}><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:{name}>",
            escaped(text)
        );
    }
    let lang = escaped(about.lang);
    let carried = about.carried.map_or(String::new(), Carried::rdf);
    format!(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"{RDF}\">\n\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmp:CreatorTool=\"{PROGRAM}\">\
         <dc:format>{format}</dc:format>{rdf}\
         <dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language></rdf:Description>\n\
         {carried}\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>"
    )
}

/// Text as it may stand in an attribute or between tags.
fn escaped(text: &str) -> String {
    super::svg::escaped(text)
}

#[cfg(test)]
mod tests;
