//! Any text given to the reader of settings; what is read must fit into a state.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sahelscope::state::{Settings, State};

fuzz_target!(|text: &str| {
    if let Ok(settings) = Settings::from_text(text) {
        let day = "2012-01-01".parse().expect("a date");
        let mut state = State::new(day, day);
        settings.put_into(&mut state);
        assert!((0.75..=3.0).contains(&state.look.scale));
    }
});
