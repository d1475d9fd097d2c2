//! Work on pieces in parallel, answers in the order of the pieces.
//!
//! The caller's thread cuts the pieces; at most a few wait at a time, so that memory stays bounded
//! whatever the file's size. Without threads the caller does the work itself.

use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Most threads that work on one file.
const MOST_THREADS: usize = 4;

/// Gives every piece of `next` to `work`.
pub(super) fn in_order<P: Send, A: Send>(
    mut next: impl FnMut() -> Option<P>,
    work: impl Fn(P) -> A + Sync,
) -> Vec<A> {
    let cores = thread::available_parallelism().map_or(1, |n| n.get());
    let (give, take) = sync_channel::<(usize, P)>(cores.min(MOST_THREADS));
    let take = Mutex::new(take);
    let done = Mutex::new(Vec::new());
    let toil = || {
        while let Some((number, piece)) = received(&take) {
            let answer = work(piece);
            let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
            done.push((number, answer));
        }
    };
    thread::scope(|scope| {
        let start = || {
            let named = thread::Builder::new().name("reading".to_owned());
            named.spawn_scoped(scope, toil).is_ok()
        };
        let workers = (0..cores.min(MOST_THREADS)).filter(|_| start()).count();
        let mut number = 0;
        while let Some(piece) = next() {
            if workers == 0 {
                let answer = work(piece);
                let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
                done.push((number, answer));
            } else if give.send((number, piece)).is_err() {
                break;
            }
            number += 1;
        }
        drop(give);
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, answer)| answer).collect()
}

fn received<T>(take: &Mutex<Receiver<T>>) -> Option<T> {
    take.lock()
        .unwrap_or_else(PoisonError::into_inner)
        .recv()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_come_in_order() {
        let mut numbers = 0..1000;
        let answers = in_order(|| numbers.next(), |n| n * 2);
        assert_eq!(answers, (0..1000).map(|n| n * 2).collect::<Vec<i32>>());
    }
}
