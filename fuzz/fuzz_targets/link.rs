//! Any text given to the reader of view links; what is read is shown, written and read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sahelscope::lang::Lang;
use sahelscope::state::{KeptView, State, link};

fuzz_target!(|text: &str| {
    let first = "2012-01-01".parse().expect("a date");
    let last = "2026-06-04".parse().expect("a date");
    let mut state = State::new(first, last);
    let reading = link::read(text, &KeptView::of(&state));
    for fault in &reading.faults {
        for lang in Lang::ALL {
            assert_eq!(fault.sentence(lang).lines().count(), 1);
        }
    }
    assert!(!reading.said.is_empty() || !reading.faults.is_empty());
    let written = link::write(&reading.view);
    // Names beyond all data grow beyond the longest link when they are encoded.
    if written.len() <= link::LONGEST {
        let again = link::read(&written, &KeptView::of(&state));
        assert_eq!(link::write(&again.view), written);
    }
    reading.view.show(&mut state);
    assert!(first <= state.time.date && state.time.date <= last);
});
