//! The data that the program carries, so that it needs no file beside it.
//!
//! The pack is made by `build.rs` from `data/`; each file is an LZ4 block of its own and is unpacked
//! when it is needed.

use super::folder::{Files, load};
use super::report::LoadError;
use crate::model::Atlas;
use std::borrow::Cow;
use std::sync::Arc;

static PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/shipped.pack"));

/// The files of the pack.
pub(super) struct Shipped;

impl Files for Shipped {
    fn read(&self, name: &str) -> Result<Cow<'static, str>, String> {
        let packed = find(PACK, name).ok_or_else(|| "no such file in the program".to_owned())?;
        let bytes = lz4_flex::decompress_size_prepended(packed).map_err(|e| e.to_string())?;
        String::from_utf8(bytes)
            .map(Cow::Owned)
            .map_err(|e| e.to_string())
    }

    fn label(&self, name: &str) -> String {
        format!("data/{name}")
    }
}

fn find<'a>(mut pack: &'a [u8], name: &str) -> Option<&'a [u8]> {
    loop {
        let (length, rest) = pack.split_first_chunk::<2>()?;
        let (label, rest) = rest.split_at_checked(usize::from(u16::from_le_bytes(*length)))?;
        let (length, rest) = rest.split_first_chunk::<4>()?;
        let (packed, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        if label == name.as_bytes() {
            return Some(packed);
        }
        pack = rest;
    }
}

/// The atlas that the program carries.
///
/// # Errors
/// None in a build whose tests pass; the complaints otherwise.
pub fn shipped() -> Result<Arc<Atlas>, LoadError> {
    load(Arc::new(Shipped)).map(Arc::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_data_load_without_a_complaint() {
        let atlas = shipped().unwrap_or_else(|e| panic!("{e}"));
        assert!(atlas.events.len() > 300 && atlas.bases.len() > 70);
        for level in 0..3 {
            assert!(atlas.basemap.level(level).countries.len() > 60);
        }
    }

    #[test]
    fn a_damaged_pack_is_not_read_beyond_its_end() {
        assert!(find(&[], "a").is_none());
        assert!(find(&[9, 0, b'a'], "a").is_none());
        assert!(find(&[1, 0, b'a', 255, 255, 255, 255], "a").is_none());
    }
}
