//! Our two properties in the RDF of an SVG or a PDF, however another program has rewritten it: as
//! attributes or as elements, under any prefix.
//!
//! A file that declares entities is not read; ours never do.

use super::{Kind, NAMESPACE, Refusal};
use resvg::usvg::roxmltree::{Document, ParsingOptions};

/// View and data, where they are found.
pub(super) type Found = (Option<String>, Option<String>);

/// A file with more than so many elements and texts was not made here.
const MOST_NODES: u32 = 2_000_000;
/// So many packets of metadata are looked into.
const MOST_PACKETS: usize = 32;
const PACKET_BEGIN: &[u8] = b"<x:xmpmeta";
const PACKET_END: &[u8] = b"</x:xmpmeta>";

/// What an SVG says.
pub(super) fn of_svg(bytes: &[u8]) -> Result<Found, Refusal> {
    let damaged = Refusal::Damaged(Kind::Svg);
    let text = std::str::from_utf8(bytes).map_err(|_| damaged.clone())?;
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    properties(text).ok_or(damaged)
}

/// What one packet of metadata says; nothing when it is no XML.
pub(super) fn of_packet(packet: &[u8]) -> Option<Found> {
    let begin = first(packet, PACKET_BEGIN)?;
    let end = first(packet, PACKET_END)? + PACKET_END.len();
    properties(std::str::from_utf8(packet.get(begin..end)?).ok()?)
}

/// What a PDF says: its metadata stand in the file as they are, so that they are found without knowing PDF.
/// The last packet is the newest.
pub(super) fn of_pdf(bytes: &[u8]) -> Result<Found, Refusal> {
    let mut rest = bytes;
    let mut is_damaged = !bytes.trim_ascii_end().ends_with(b"%%EOF");
    for _ in 0..MOST_PACKETS {
        let Some(begin) = last(rest, PACKET_BEGIN) else {
            break;
        };
        let packet = &rest[begin..];
        rest = &rest[..begin];
        let end = first(packet, PACKET_END).map(|end| end + PACKET_END.len());
        let text = end.and_then(|end| std::str::from_utf8(&packet[..end]).ok());
        match text.and_then(properties) {
            Some(found) if found.0.is_some() => return Ok(found),
            Some(_) => {}
            None => is_damaged = true,
        }
    }
    if is_damaged {
        return Err(Refusal::Damaged(Kind::Pdf));
    }
    Ok((None, None))
}

fn first(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|w| w == what)
}

fn last(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).rposition(|w| w == what)
}

/// Our properties in an XML text; nothing when it is none.
fn properties(text: &str) -> Option<Found> {
    let options = ParsingOptions {
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options).ok()?;
    let value = |name: &str| {
        document.descendants().find_map(|node| {
            let attribute = node.attribute((NAMESPACE, name));
            let is_it = node.has_tag_name((NAMESPACE, name));
            let element = || is_it.then(|| node.text().unwrap_or_default().trim());
            attribute.or_else(element).map(str::to_owned)
        })
    };
    Some((value("view"), value("data")))
}
