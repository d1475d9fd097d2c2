//! Why a picture does not open, as plain sentences in both languages.

use crate::lang::{Lang, picture_words as w, typeset};

/// The kinds of picture that carry their view.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Portable Network Graphics.
    Png,
    /// Scalable Vector Graphics.
    Svg,
    /// Portable Document Format.
    Pdf,
    /// A page for browsers.
    Html,
    /// Graphics Interchange Format.
    Gif,
    /// ISO base media file, such as MP4.
    Mp4,
}

/// The signature of a PNG.
pub(super) const PNG_SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";
/// The tag that every SVG has stands among so many bytes, behind a preface at most.
const SVG_WITHIN: usize = 64 * 1024;

impl Kind {
    /// The kind that bytes are, by how they begin; nothing for anything else.
    pub fn of(bytes: &[u8]) -> Option<Kind> {
        let start = &bytes[..bytes.len().min(SVG_WITHIN)];
        let text = start.trim_ascii_start();
        let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
        if bytes.starts_with(&PNG_SIGNATURE) {
            Some(Kind::Png)
        } else if start.starts_with(b"%PDF-") {
            Some(Kind::Pdf)
        } else if is_html(text) {
            Some(Kind::Html)
        } else if start.starts_with(b"GIF87a") || start.starts_with(b"GIF89a") {
            Some(Kind::Gif)
        } else if start.get(4..8) == Some(b"ftyp") {
            Some(Kind::Mp4)
        } else if text.starts_with(b"<") && start.windows(4).any(|w| w == b"<svg") {
            Some(Kind::Svg)
        } else {
            None
        }
    }

    /// Its usual name.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Png => "PNG",
            Kind::Svg => "SVG",
            Kind::Pdf => "PDF",
            Kind::Html => "HTML",
            Kind::Gif => "GIF",
            Kind::Mp4 => "MP4",
        }
    }
}

/// Does a text begin as a page for browsers? Those of this program do so with the type of the document.
fn is_html(text: &[u8]) -> bool {
    let begins = |with: &[u8]| {
        text.get(..with.len())
            .is_some_and(|t| t.eq_ignore_ascii_case(with))
    };
    begins(b"<!doctype html") || begins(b"<html")
}

/// Why a picture does not open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// It cannot be read; the system's reason.
    Unreadable(String),
    /// It is larger than is read; its size in bytes.
    TooLarge(u64),
    /// It is none of the kinds.
    NoPicture,
    /// It carries no view: not made by this program, or saved by one that drops what it does not know.
    NoView(Kind),
    /// What it carries cannot be understood, or the file ends too early.
    Damaged(Kind),
}

impl Refusal {
    /// The reason in a sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        let text = match self {
            Refusal::Unreadable(why) => format!("{} {why}", w::PICTURE_UNREADABLE.get(lang)),
            Refusal::TooLarge(bytes) => {
                let mib = |bytes: u64| bytes.div_ceil(1 << 20);
                let most = mib(super::LARGEST_BYTES);
                match lang {
                    Lang::En => format!(
                        "the file is too large: {} MiB, at most {most} MiB are read",
                        mib(*bytes)
                    ),
                    Lang::Fr => format!(
                        "le fichier est trop grand : {} Mio, {most} Mio au plus sont lus",
                        mib(*bytes)
                    ),
                }
            }
            Refusal::NoPicture => w::NO_PICTURE.get(lang).to_owned(),
            Refusal::NoView(kind) => match lang {
                Lang::En => format!(
                    "this {} carries no view: it was not made by Sahelscope, or another program has saved it since",
                    kind.name()
                ),
                Lang::Fr => format!(
                    "ce {} ne porte pas de vue : il ne vient pas de Sahelscope, ou un autre programme l'a réenregistré",
                    kind.name()
                ),
            },
            Refusal::Damaged(kind) => match lang {
                Lang::En => format!("this {} is damaged: its view cannot be read", kind.name()),
                Lang::Fr => format!("ce {} est endommagé : sa vue est illisible", kind.name()),
            },
        };
        typeset(&text, lang)
    }
}
