//! Any text given to the reader of stories; what is read is written, read again, and its steps are shown.
//!
//! Seed it with the stories that ship: `cargo fuzz run story fuzz/corpus/story data/stories`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sahelscope::lang::Lang;
use sahelscope::state::shelf::Unread;
use sahelscope::state::{Action, Go, Origin, State, StoryAction, apply};
use sahelscope::story::{file, markdown};
use std::sync::Arc;

fuzz_target!(|text: &str| {
    let story = match file::read(text) {
        Ok(story) => story,
        Err(error) => {
            for lang in Lang::ALL {
                assert!(!Unread::Form(error.clone()).sentence(lang).is_empty());
            }
            return;
        }
    };
    let written = file::write(&story).expect("what was read can be written");
    assert_eq!(file::read(&written).as_ref(), Ok(&story));
    let first = "2012-01-01".parse().expect("a date");
    let last = "2026-06-04".parse().expect("a date");
    let mut state = State::new(first, last);
    let steps = story.steps.len();
    for step in &story.steps {
        for lang in Lang::ALL {
            markdown::blocks(step.caption.get(lang));
        }
    }
    let open = StoryAction::Open(Arc::new(story), Origin::New);
    apply(&mut state, Action::Story(open));
    for _ in 0..steps.min(20) {
        apply(&mut state, Action::Story(StoryAction::Go(Go::Next)));
        assert!(first <= state.time.date && state.time.date <= last);
    }
});
