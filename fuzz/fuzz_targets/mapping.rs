//! Any text as a mapping, and then a small table read by it.
//!
//! `cargo fuzz run mapping fuzz/corpus/mapping fuzz/seeds/mapping`
#![no_main]

use libfuzzer_sys::fuzz_target;
use sahelscope::data::own::{self, Input, Mapping, Options};

const TABLE: &[u8] =
    b"date;end;lon;lat;x,y;name\n2022-02-17;;1;13;1,13;a\n03/04/2022;2023;2,5;14;;b\n";

fuzz_target!(|text: &str| {
    let Ok(mapping) = Mapping::from_json(text) else {
        return;
    };
    assert_eq!(
        Mapping::from_json(&mapping.to_json()).as_ref(),
        Ok(&mapping)
    );
    let options = Options {
        mapping,
        ..Options::default()
    };
    own::read(Input::Bytes(TABLE), "table", &options);
});
