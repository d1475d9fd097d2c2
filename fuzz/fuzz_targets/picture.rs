//! Any bytes given to the reader of what pictures carry; what it finds is a link that can be read.
//!
//! Seed it with real pictures: `cargo fuzz run picture fuzz/corpus/picture fuzz/seeds/picture`.
//! `cargo test --test pictures` holds the seeds to what the program writes; `UPDATE_GOLDEN=1` makes them anew.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sahelscope::export::carried;
use sahelscope::lang::Lang;
use sahelscope::state::{KeptView, State, link};

fuzz_target!(|bytes: &[u8]| {
    match carried::read(bytes) {
        Ok(found) => {
            assert!(found.view.len() <= link::LONGEST && link::is_meant(&found.view));
            let first = "2012-01-01".parse().expect("a date");
            let last = "2026-06-04".parse().expect("a date");
            let reading = link::read(&found.view, &KeptView::of(&State::new(first, last)));
            assert!(!reading.said.is_empty() || !reading.faults.is_empty());
        }
        Err(refusal) => {
            for lang in Lang::ALL {
                assert_eq!(refusal.sentence(lang).lines().count(), 1);
            }
        }
    }
});
