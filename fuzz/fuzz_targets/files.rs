//! Any text given to the readers of data files: facts, basemap levels, towns, GeoJSON.
//!
//! Seed it with the shipped data: `cargo fuzz run files fuzz/corpus/files data`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for complaint in sahelscope::data::check_loose_text("fuzz", text).complaints {
        assert!(!complaint.to_string().contains('\n'));
    }
});
