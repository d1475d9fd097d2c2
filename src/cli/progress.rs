//! How far a long work has come, on one line of standard error.
//!
//! It is for whoever watches: nothing goes into a file or a pipe.

use crate::export::film::Progress;
use std::io::IsTerminal;

/// Counts what is made, such as `frame 3 of 120`; the line goes when all is done.
pub(super) fn shown(of_what: &'static str) -> impl FnMut(Progress) {
    let watched = std::io::stderr().is_terminal();
    move |Progress { done, of }| {
        if watched && done == of {
            eprint!("\r\u{1b}[K");
        } else if watched {
            eprint!("\r{of_what} {done} of {of}");
        }
    }
}
