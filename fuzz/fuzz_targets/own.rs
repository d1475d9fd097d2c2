//! Any bytes given to the readers of one's own files: tables, GeoJSON, well-known text, dates, degrees.
//! What is read is written, and reads again to as many features.
//!
//! `cargo fuzz run own fuzz/corpus/own fuzz/seeds/own tests/own/csv tests/own/geojson`
#![no_main]

use libfuzzer_sys::fuzz_target;
use sahelscope::data::own::{self, Input, Options, Written};
use sahelscope::geo::MapBox;
use sahelscope::lang::Lang;
use sahelscope::model::layer::Index;

fuzz_target!(|bytes: &[u8]| {
    let read = own::read(Input::Bytes(bytes), "fuzz", &Options::default());
    for complaint in read.report.complaints("fuzz", Lang::Fr) {
        assert!(!complaint.to_string().contains('\n'));
    }
    let Some(layer) = read.layer else { return };
    assert_eq!(layer.len() as u64, read.report.accepted);
    let index = Index::of_all(&layer);
    let whole = MapBox {
        min: [0.0, 0.0],
        max: [1.0, 1.0],
    };
    let mut cells = Vec::new();
    let days = (i32::MIN, i32::MAX);
    index.cells(&whole, 1.0 / 64.0, days, &mut cells);
    let counted: u64 = cells.iter().map(|cell| u64::from(cell.count)).sum();
    let (found, all) = index.features_in(&layer, &whole, days, 100_000);
    assert!(!all || counted == found.len() as u64);
    for form in [Written::Csv, Written::Lines] {
        let mut out = Vec::new();
        own::write(&layer, form, &mut out).expect("memory");
        // A layer of nothing but empty cells writes lines that are no rows.
        if out.iter().any(u8::is_ascii_alphanumeric) {
            own::read(Input::Bytes(&out), "again", &Options::default());
        }
    }
});
