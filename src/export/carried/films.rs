//! Our two texts in a film: the comments of a GIF, the XMP box of an MP4.
//!
//! Only the frame of the file is read, block by block or box by box; no picture of it is decoded.

use super::xml::{self, Found};
use super::{Kind, PNG_DATA, PNG_VIEW, Refusal, XMP_UUID};

/// A comment is read up to here; ours are shorter.
const LONGEST_COMMENT: usize = 64 * 1024;

/// What the comments of a GIF say. It must be whole, from its head to its last block.
pub(super) fn of_gif(bytes: &[u8]) -> Result<Found, Refusal> {
    gif(bytes).ok_or(Refusal::Damaged(Kind::Gif))
}

fn gif(bytes: &[u8]) -> Option<Found> {
    let (mut view, mut data) = (None, None);
    // Signature, width, height, flags, background, aspect.
    let (head, rest) = bytes.split_at_checked(13)?;
    let mut rest = rest.get(colors(head[10])..)?;
    loop {
        let (kind, after) = rest.split_first()?;
        rest = match kind {
            0x3B => return Some((view, data)),
            0x2C => {
                // Place and size, flags, colours, how wide the codes are.
                let (about, after) = after.split_at_checked(9)?;
                skipped(after.get(colors(about[8]) + 1..)?)?
            }
            0x21 => {
                let (label, after) = after.split_first()?;
                if *label != 0xFE {
                    skipped(after)?
                } else {
                    let (comment, after) = comment(after)?;
                    let text = std::str::from_utf8(&comment).unwrap_or_default();
                    for (keyword, target) in [(PNG_VIEW, &mut view), (PNG_DATA, &mut data)] {
                        if let Some(text) = text.strip_prefix(keyword) {
                            let text = text.strip_prefix(':').unwrap_or(text).trim();
                            target.get_or_insert(text.to_owned());
                        }
                    }
                    after
                }
            }
            _ => return None,
        };
    }
}

/// Bytes of the table of colours that flags announce.
fn colors(flags: u8) -> usize {
    match flags & 0x80 {
        0 => 0,
        _ => 3 << ((flags & 7) + 1),
    }
}

/// What stands after a run of blocks, which ends with an empty one.
fn skipped(mut rest: &[u8]) -> Option<&[u8]> {
    loop {
        let (length, after) = rest.split_first()?;
        rest = after.get(usize::from(*length)..)?;
        if *length == 0 {
            return Some(rest);
        }
    }
}

/// A run of blocks in one piece, and what stands after it.
fn comment(mut rest: &[u8]) -> Option<(Vec<u8>, &[u8])> {
    let mut comment = Vec::new();
    loop {
        let (length, after) = rest.split_first()?;
        let (block, after) = after.split_at_checked(usize::from(*length))?;
        rest = after;
        if block.is_empty() {
            return Some((comment, rest));
        }
        if comment.len() < LONGEST_COMMENT {
            comment.extend_from_slice(block);
        }
    }
}

/// What the XMP of an MP4 says; the last one is the newest. All its boxes must be there.
pub(super) fn of_mp4(bytes: &[u8]) -> Result<Found, Refusal> {
    let damaged = Refusal::Damaged(Kind::Mp4);
    let mut found = (None, None);
    let mut has_film = false;
    let mut rest = bytes;
    while !rest.is_empty() {
        let (name, body, after) = boxed(rest).ok_or(damaged.clone())?;
        has_film |= &name == b"moov";
        if &name == b"uuid"
            && let Some(packet) = body.strip_prefix(&XMP_UUID[..])
        {
            let said = xml::of_packet(packet).ok_or(damaged.clone())?;
            if said.0.is_some() {
                found = said;
            }
        }
        rest = after;
    }
    if has_film { Ok(found) } else { Err(damaged) }
}

/// The first box: its name, what is in it, and what stands after it.
fn boxed(bytes: &[u8]) -> Option<([u8; 4], &[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (name, rest) = rest.split_first_chunk::<4>()?;
    let (head, length) = match u32::from_be_bytes(*length) {
        // To the end of the file.
        0 => (8, bytes.len()),
        // The length is too long for its place and stands after the name.
        1 => {
            let (length, _) = rest.split_first_chunk::<8>()?;
            (16, usize::try_from(u64::from_be_bytes(*length)).ok()?)
        }
        length => (8, length as usize),
    };
    let body = bytes.get(head..length)?;
    Some((*name, body, &bytes[length..]))
}
