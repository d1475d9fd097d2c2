//! Ctrl+C while something is made: what was begun is taken away, what stood there stays.
//!
//! It stops nothing by itself: whoever works looks at the sign between two steps. A second Ctrl+C ends the
//! program at once.

use super::Failure;
use anyhow::{Context, anyhow};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The sign, set by Ctrl+C or by whoever ends the program from outside.
pub(super) fn signal() -> anyhow::Result<Arc<AtomicBool>> {
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM] {
        let at_once = signal_hook::flag::register_conditional_shutdown(signal, 130, stop.clone());
        at_once
            .and_then(|_| signal_hook::flag::register(signal, stop.clone()))
            .context("signals")?;
    }
    Ok(stop)
}

/// Refuses to go on once the sign is set.
pub(super) fn go_on(stop: &AtomicBool) -> Result<(), Failure> {
    match stop.load(Ordering::Relaxed) {
        false => Ok(()),
        true => Err(Failure::Other(anyhow!("stopped; nothing was written"))),
    }
}
