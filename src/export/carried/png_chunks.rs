//! The texts of a PNG that are ours, wherever in the file they stand (PNG, third edition, 11.3.3).
//!
//! Pixels are passed over, not read. Only chunks of text are held to their sums.

use super::refusal::PNG_SIGNATURE;
use super::{Kind, PNG_DATA, PNG_VIEW, Refusal};
use crate::state::link;
use flate2::read::ZlibDecoder;
use std::io::Read;

/// A packed text is unpacked to so many bytes at most: a link is shorter.
const LONGEST_TEXT: u64 = 4 * link::LONGEST as u64;

/// View and data, where they are found.
pub(super) fn texts(bytes: &[u8]) -> Result<(Option<String>, Option<String>), Refusal> {
    let damaged = Refusal::Damaged(Kind::Png);
    let (mut view, mut data) = (None, None);
    let mut rest = bytes.get(PNG_SIGNATURE.len()..).unwrap_or_default();
    loop {
        let (chunk, after) = Chunk::first(rest).ok_or(damaged.clone())?;
        if chunk.kind == *b"IEND" {
            return Ok((view, data));
        }
        if let Some((keyword, packed)) = chunk.keyword() {
            let target = match keyword {
                _ if keyword == PNG_VIEW.as_bytes() => &mut view,
                _ if keyword == PNG_DATA.as_bytes() => &mut data,
                _ => {
                    rest = after;
                    continue;
                }
            };
            if !chunk.is_whole() {
                return Err(damaged);
            }
            let text = chunk.text(packed).ok_or(damaged.clone())?;
            target.get_or_insert(text);
        }
        rest = after;
    }
}

/// A piece of the file.
struct Chunk<'a> {
    kind: [u8; 4],
    body: &'a [u8],
    sum: u32,
}

impl<'a> Chunk<'a> {
    /// The first chunk and what stands after it.
    fn first(bytes: &'a [u8]) -> Option<(Chunk<'a>, &'a [u8])> {
        let (length, rest) = bytes.split_first_chunk::<4>()?;
        let (kind, rest) = rest.split_first_chunk::<4>()?;
        let (body, rest) = rest.split_at_checked(u32::from_be_bytes(*length) as usize)?;
        let (sum, rest) = rest.split_first_chunk::<4>()?;
        let sum = u32::from_be_bytes(*sum);
        let kind = *kind;
        Some((Chunk { kind, body, sum }, rest))
    }

    /// The keyword of a text, and what stands after it.
    fn keyword(&self) -> Option<(&'a [u8], &'a [u8])> {
        let is_text = matches!(&self.kind, b"iTXt" | b"tEXt" | b"zTXt");
        let end = self.body.iter().position(|b| *b == 0)?;
        is_text.then(|| (&self.body[..end], &self.body[end + 1..]))
    }

    /// Does its sum fit?
    fn is_whole(&self) -> bool {
        let mut sum = flate2::Crc::new();
        sum.update(&self.kind);
        sum.update(self.body);
        sum.sum() == self.sum
    }

    /// The text after the keyword; other programs may have packed it.
    fn text(&self, rest: &[u8]) -> Option<String> {
        let (is_packed, text) = match &self.kind {
            b"tEXt" => (false, rest),
            b"zTXt" => (true, rest.strip_prefix(&[0])?),
            _ => {
                // Packed or not, how, language, translated keyword, text.
                let (flags, rest) = rest.split_first_chunk::<2>()?;
                let mut parts = rest.splitn(3, |b| *b == 0);
                let text = parts.nth(2)?;
                (flags[0] != 0, text)
            }
        };
        if !is_packed {
            return String::from_utf8(text.to_vec()).ok();
        }
        let mut unpacked = String::new();
        let mut bounded = ZlibDecoder::new(text).take(LONGEST_TEXT);
        bounded.read_to_string(&mut unpacked).ok()?;
        Some(unpacked)
    }
}
