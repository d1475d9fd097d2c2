//! View to picture to view, for any view; and files that are foreign, cut or spoiled.

use super::*;
use crate::export::{pdf, png, svg};
use crate::lang::Lang;
use crate::scene::item::Picture;
use crate::state::link::any::any_view;
use crate::state::{KeptView, State};
use crate::style::Color;
use jiff::civil::date;
use proptest::prelude::*;

fn picture() -> Picture {
    Picture {
        size_pt: [60.0, 40.0],
        background: Color::rgb(0xEE_EE_EE),
        layers: Vec::new(),
        title: "A & <B>".to_owned(),
        description: "\"C\"".to_owned(),
        lang: "en",
    }
}

/// The picture in every form, and two films.
fn files(carried: &Carried) -> [(Kind, Vec<u8>); 6] {
    let picture = picture();
    let page = pdf::Page {
        picture: &picture,
        width_mm: 60.0,
    };
    let png = png::png(&picture, 1.0, None, &carried.png_texts()).expect("small");
    let how = svg::How {
        carried: Some(carried),
        ..svg::How::default()
    };
    [
        (Kind::Png, png),
        (Kind::Svg, svg::written(&picture, &how).into_bytes()),
        (Kind::Pdf, pdf::pdf(&[page], Some(carried)).expect("a page")),
        (Kind::Html, html_page(&html_metadata(carried))),
        (Kind::Gif, gif(&carried.gif_comments())),
        (Kind::Mp4, mp4(Some(carried))),
    ]
}

/// A page for browsers with that in its head, and with a map, as every page has one.
fn html_page(head: &str) -> Vec<u8> {
    let begin = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>";
    format!("{begin}{head}</head><body><svg></svg></body></html>\n").into_bytes()
}

/// Two frames with their own colours, comments before them.
fn gif(comments: &[String]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder =
        gif::Encoder::new(&mut bytes, 2, 1, &[0, 0, 0, 255, 255, 255]).expect("small");
    for comment in comments {
        let label = gif::Extension::Comment.into();
        encoder
            .write_raw_extension(label, &[comment.as_bytes()])
            .expect("memory");
    }
    for pixels in [[0, 1], [1, 0]] {
        let mut frame = gif::Frame::from_indexed_pixels(2, 1, pixels, None);
        frame.palette = Some(vec![9; 6]);
        encoder.write_frame(&frame).expect("memory");
    }
    drop(encoder);
    bytes
}

/// The boxes of a film, the frames with a long length.
fn mp4(carried: Option<&Carried>) -> Vec<u8> {
    let picture = picture();
    let about = pdf::About {
        carried,
        ..pdf::About::of(&picture)
    };
    let packet = xmp(&about, "video/mp4");
    let boxed = |name: &[u8; 4], body: &[u8]| {
        let length = (body.len() as u32 + 8).to_be_bytes();
        [&length[..], name, body].concat()
    };
    [
        boxed(b"ftyp", b"isom\0\0\x02\0isom"),
        boxed(b"moov", &boxed(b"mvhd", &[0; 20])),
        [&[0, 0, 0, 1][..], b"mdat", &20_u64.to_be_bytes(), &[7; 4]].concat(),
        boxed(b"uuid", &[9; 40]),
        boxed(b"uuid", &[&XMP_UUID[..], packet.as_bytes()].concat()),
    ]
    .concat()
}

fn gao() -> Carried {
    Carried {
        view: "sahelscope:1?day=2022-08-15&select=base:gao-airport-base".to_owned(),
        data: "2026-06-04".to_owned(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_view_comes_back_from_any_picture(view in any_view()) {
        let sent = Carried { view: link::write(&view), data: "2026-06-04".to_owned() };
        let first = KeptView::of(&State::new(date(2012, 1, 1), date(2026, 6, 4)));
        for (kind, bytes) in files(&sent) {
            prop_assert_eq!(Kind::of(&bytes), Some(kind));
            let carried = read(&bytes);
            prop_assert_eq!(carried.as_ref(), Ok(&sent), "{:?}", kind);
            let again = link::read(&carried.expect("looked at").view, &first);
            prop_assert_eq!(again.faults, []);
            prop_assert_eq!(&again.view, &view);
        }
    }

    #[test]
    fn cut_and_spoiled_files_are_read_or_refused(at in 0.0..1.0f64, byte in any::<u8>()) {
        for (_, bytes) in files(&gao()) {
            let at = (bytes.len() as f64 * at) as usize;
            if let Ok(carried) = read(&bytes[..at]) {
                prop_assert_eq!(carried, gao());
            }
            let mut spoiled = bytes.clone();
            spoiled[at] = byte;
            // A link may be spoiled into another one in forms that have no sums; it is then read as what it is.
            if let Err(refusal) = read(&spoiled) {
                for lang in Lang::ALL {
                    prop_assert_eq!(refusal.sentence(lang).lines().count(), 1);
                }
            }
        }
    }

    #[test]
    fn no_bytes_are_too_much(bytes in prop::collection::vec(any::<u8>(), 0..200), kind in 0..7usize) {
        let start: [&[u8]; 7] = [
            b"", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7\n<x:xmpmeta", b"<svg ", b"GIF89a\x01\0\x01\0\x80\0\0",
            b"\0\0\0\x08ftyp", b"<html><meta ",
        ];
        let bytes = [start[kind], &bytes].concat();
        prop_assert!(read(&bytes).is_err());
    }
}

#[test]
fn foreign_files_are_refused_with_a_reason() {
    let picture = picture();
    let page = pdf::Page {
        picture: &picture,
        width_mm: 60.0,
    };
    for (kind, bytes) in [
        (
            Kind::Png,
            png::png(&picture, 1.0, None, &[]).expect("small"),
        ),
        (Kind::Svg, svg::svg(&picture).into_bytes()),
        (Kind::Pdf, pdf::pdf(&[page], None).expect("a page")),
        (Kind::Html, html_page("")),
        (Kind::Gif, gif(&[])),
        (Kind::Gif, gif(&["made by another program".to_owned()])),
        (Kind::Mp4, mp4(None)),
    ] {
        assert_eq!(read(&bytes), Err(Refusal::NoView(kind)));
        let half = &bytes[..bytes.len() / 2];
        assert_eq!(read(half), Err(Refusal::Damaged(kind)), "{kind:?}");
    }
    for other in [&b""[..], b"id,date\r\n", b"<p>html</p>", b"\x89PNG"] {
        assert_eq!(read(other), Err(Refusal::NoPicture));
    }
    let strange = Carried {
        view: "https://example.org/".to_owned(),
        ..gao()
    };
    let long = Carried {
        view: format!("sahelscope:1?hide={}", "a:b,".repeat(9_000)),
        ..gao()
    };
    for bad in [strange, long] {
        for (kind, bytes) in files(&bad) {
            assert_eq!(read(&bytes), Err(Refusal::Damaged(kind)));
        }
    }
}

#[test]
fn a_text_that_does_not_fit_its_sum_is_damaged() {
    let (_, mut bytes) = files(&gao())[0].clone();
    let at = bytes
        .windows(4)
        .position(|w| w == b"day=")
        .expect("the link");
    bytes[at + 4] = b'9';
    assert_eq!(read(&bytes), Err(Refusal::Damaged(Kind::Png)));
}

#[test]
fn what_other_programs_rewrite_is_still_found() {
    let as_elements = "<?xml version=\"1.0\"?><!-- Inkscape --><svg xmlns=\"http://www.w3.org/2000/svg\" \
        xmlns:s=\"sahelscope:picture\"><metadata><s:view>\n sahelscope:1?day=2022-08-15&amp;select=base:gao-airport-base </s:view>\
        <s:data>2026-06-04</s:data></metadata></svg>";
    assert_eq!(read(as_elements.as_bytes()), Ok(gao()));
    // A text as ImageMagick and others write it.
    let text = format!("{PNG_VIEW}\0{}", gao().view);
    let mut chunk = (text.len() as u32).to_be_bytes().to_vec();
    chunk.extend(b"tEXt");
    chunk.extend(text.as_bytes());
    let mut sum = flate2::Crc::new();
    sum.update(&chunk[4..]);
    chunk.extend(sum.sum().to_be_bytes());
    let mut bytes = png::png(&picture(), 1.0, None, &[]).expect("small");
    let end = bytes.len() - 12;
    bytes.splice(end..end, chunk);
    assert_eq!(read(&bytes).map(|c| c.view), Ok(gao().view));
}

#[test]
fn entities_are_not_followed() {
    let bomb =
        "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><svg>&b;</svg>";
    assert_eq!(read(bomb.as_bytes()), Err(Refusal::Damaged(Kind::Svg)));
}
