//! Packs `data/` into one compressed blob that the program carries.
//!
//! Layout: for each file a name length (u16), the name, the packed length (u32) and an LZ4 block with
//! its size prepended; little endian. `src/data/shipped.rs` reads it.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=data");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or(io::ErrorKind::NotFound)?);
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    let data = root.join("data");
    let mut names = Vec::new();
    for folder in ["", "basemap"] {
        for entry in fs::read_dir(data.join(folder))? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            let kept = [".json", ".geojson", ".topojson"]
                .iter()
                .any(|end| name.ends_with(end));
            if kept {
                names.push(Path::new(folder).join(name));
            }
        }
    }
    names.sort();
    let mut pack = Vec::new();
    for name in names {
        let label = name.to_string_lossy().replace('\\', "/");
        let packed = lz4_flex::compress_prepend_size(&fs::read(data.join(&name))?);
        let label_length = u16::try_from(label.len()).map_err(io::Error::other)?;
        let packed_length = u32::try_from(packed.len()).map_err(io::Error::other)?;
        pack.extend_from_slice(&label_length.to_le_bytes());
        pack.extend_from_slice(label.as_bytes());
        pack.extend_from_slice(&packed_length.to_le_bytes());
        pack.extend_from_slice(&packed);
    }
    fs::write(out.join("shipped.pack"), pack)
}
