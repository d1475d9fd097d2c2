//! The document as a reader of PDF would take it apart, without one.

use super::*;
use crate::scene::item::{Face, Halo, Item, Layer, Subject, Text};
use crate::style::Color;
use std::io::Read;
use std::sync::Arc;

fn picture(words: &[&str]) -> Picture {
    let text = |(i, words): (usize, &&str)| Text {
        at: [20.0, 30.0 + 20.0 * i as f32],
        text: (*words).to_owned(),
        size_pt: 12.0,
        face: Face::Bold,
        color: Color::rgb(0),
        halo: Some(Halo {
            color: Color::rgb(0xFF_FF_FF),
            width_pt: 2.0,
        }),
        angle: 0.1,
    };
    let items = words.iter().enumerate().map(text);
    let items = items.map(|text| Item::new(Subject::None, text)).collect();
    Picture {
        size_pt: [297.0, 210.0],
        background: Color::rgb(0xFF_FF_FF),
        layers: vec![Arc::new(Layer {
            name: "names",
            clip: None,
            items,
        })],
        title: "Gao, août <2022>".to_owned(),
        description: "15 August 2022".to_owned(),
        lang: "fr",
    }
}

/// Every packed stream of a document, unpacked.
fn streams(pdf: &[u8]) -> Vec<Vec<u8>> {
    let (begin, end) = (b"stream\n", b"\nendstream");
    let mut found = Vec::new();
    for at in 0..pdf.len().saturating_sub(begin.len()) {
        if !pdf[at..].starts_with(begin) || pdf[..at].ends_with(b"end") {
            continue;
        }
        let body = &pdf[at + begin.len()..];
        let Some(length) = body.windows(end.len()).position(|w| w == end) else {
            continue;
        };
        let mut out = Vec::new();
        if flate2::read::ZlibDecoder::new(&body[..length])
            .read_to_end(&mut out)
            .is_ok()
        {
            found.push(out);
        }
    }
    found
}

fn holds(bytes: &[u8], what: &str) -> bool {
    bytes.windows(what.len()).any(|w| w == what.as_bytes())
}

#[test]
fn pages_have_their_size_and_the_document_its_name() {
    let one = picture(&["Gao"]);
    let page = Page {
        picture: &one,
        width_mm: 297.0,
    };
    let pdf = pdf(&[page, page], None).expect("two pages");
    assert!(pdf.starts_with(b"%PDF-1.7"));
    for what in [
        "/Count 2",
        "/MediaBox [0 0 841.89 595.28]",
        "/Lang (fr)",
        "/DisplayDocTitle true",
        "dc:title",
        "Gao, août &lt;2022&gt;",
    ] {
        assert!(holds(&pdf, what), "{what}");
    }
    for date in ["CreationDate", "ModDate", "CreateDate"] {
        assert!(!holds(&pdf, date), "{date} would differ from run to run");
    }
}

#[test]
fn same_pictures_same_bytes() {
    let one = picture(&["Gao", "Ménaka", "office → 10\u{202F}000"]);
    let draw = || {
        pdf(
            &[Page {
                picture: &one,
                width_mm: 210.0,
            }],
            None,
        )
        .expect("a page")
    };
    assert_eq!(draw(), draw());
}

#[test]
fn letters_are_written_once_with_what_they_stand_for() {
    let one = picture(&["Ménaka", "10\u{202F}000"]);
    let pdf = pdf(
        &[Page {
            picture: &one,
            width_mm: 210.0,
        }],
        None,
    )
    .expect("a page");
    let streams = streams(&pdf);
    let cmap = streams
        .iter()
        .find(|s| holds(s, "beginbfchar"))
        .expect("a map of letters");
    assert!(
        holds(cmap, "<00E9>") && holds(cmap, "<0020>"),
        "é, and the narrow space as a space"
    );
    assert!(!holds(cmap, "<202F>"));
    let drawn = streams
        .iter()
        .find(|s| holds(s, "BT\n"))
        .expect("a page with text");
    let texts = drawn.windows(3).filter(|w| *w == b"BT\n").count();
    assert_eq!(texts, 2, "a halo is no text");
}

#[test]
fn absurd_pages_are_refused() {
    let one = picture(&[]);
    let of = |width_mm| {
        pdf(
            &[Page {
                picture: &one,
                width_mm,
            }],
            None,
        )
    };
    for width in [0.0, -1.0, 9.0, 1e9, f32::NAN, f32::INFINITY] {
        assert!(matches!(of(width), Err(PdfError::Size(..))), "{width}");
    }
    assert_eq!(pdf(&[], None), Err(PdfError::NoPage));
    let nothing = Picture {
        size_pt: [0.0, 0.0],
        ..picture(&[])
    };
    assert!(
        pdf(
            &[Page {
                picture: &nothing,
                width_mm: 100.0
            }],
            None
        )
        .is_err()
    );
}

/// A picture with a large shape.
fn with_shape(color: Color) -> Picture {
    let ring = (0..50).map(|i| [i as f32, (i * i % 17) as f32]).collect();
    let area = crate::scene::item::Area {
        rings: vec![ring].into(),
        fill: color,
    };
    let layer = Layer {
        name: "land",
        clip: None,
        items: vec![Item::new(Subject::None, area)],
    };
    Picture {
        layers: vec![Arc::new(layer)],
        ..picture(&[])
    }
}

fn document(pages: &[(&Picture, &str, &str)]) -> Vec<u8> {
    let page = |(picture, title, chapter)| PdfPage {
        picture,
        width_mm: 297.0,
        title,
        chapter,
    };
    let pages: Vec<PdfPage<'_>> = pages.iter().copied().map(page).collect();
    let about = About {
        title: "Le Sahel mois par mois",
        ..About::of(pages[0].picture)
    };
    write_pages(&pages, &about).expect("pages")
}

#[test]
fn pages_share_what_is_large_whatever_its_colour() {
    let (red, blue) = (
        with_shape(Color::rgb(0xFF)),
        with_shape(Color::rgb(0xFF_00_00)),
    );
    let pdf = document(&[(&red, "a", ""), (&blue, "b", "")]);
    let shapes = streams(&pdf).into_iter().filter(|s| holds(s, "49 4 l"));
    assert_eq!(shapes.count(), 1);
    let alone = super::pdf(
        &[Page {
            picture: &red,
            width_mm: 297.0,
        }],
        None,
    );
    let drawn = streams(&alone.expect("a page"));
    let is_drawn = drawn.iter().any(|s| holds(s, "49 4 l") && holds(s, "rg"));
    assert!(is_drawn, "a page by itself says all");
}

#[test]
fn a_document_has_its_own_name_and_an_outline_by_chapter() {
    let one = picture(&["Gao"]);
    let pdf = document(&[
        (&one, "janvier 2022", "2022"),
        (&one, "f\u{e9}vrier 2022", "2022"),
        (&one, "", "2022"),
        (&one, "janvier 2023", "2023"),
    ]);
    for what in [
        "Le Sahel mois par mois",
        "/PageMode /UseOutlines",
        "/Title (2022)",
        "/Title (janvier 2022)",
        "/Title (2023)",
        "/Count -2",
        "/Count 4",
        "/Lang (fr)",
    ] {
        assert!(holds(&pdf, what), "{what}");
    }
    let again = document(&[
        (&one, "janvier 2022", "2022"),
        (&one, "f\u{e9}vrier 2022", "2022"),
        (&one, "", "2022"),
        (&one, "janvier 2023", "2023"),
    ]);
    assert_eq!(pdf, again);
    assert!(
        !holds(&document(&[(&one, "a", "")]), "/Outlines"),
        "one page has none"
    );
    let nothing = Document::new().finish(&About::of(&one));
    assert_eq!(nothing, Err(PdfError::NoPage));
}
