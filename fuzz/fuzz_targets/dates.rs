//! Any text given to the date readers; what is read is written back and read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sahelscope::calendar::{parse_date, parse_user_date};
use sahelscope::lang::Lang;

fuzz_target!(|text: &str| {
    if let Ok(date) = parse_date(text) {
        assert_eq!(parse_date(&date.to_string()), Ok(date));
    }
    match parse_user_date(text) {
        Ok(date) => assert!(date.first() <= date.last()),
        Err(why) => assert!(!why.sentence(Lang::Fr).is_empty()),
    }
});
