//! The job that makes files: one thread at a time, with everything it needs, one bounded channel back, progress and a
//! flag that stops it.
//!
//! What is made, and what is refused before, is `export::order`'s. A late word of a job that was given up is dropped with
//! its channel.

use crate::export::film::Progress;
use crate::export::order::{Fault, Made, Order, Question, make, tell};
use crate::model::Atlas;
use crate::state::export::Leave;
use crate::ui::Job;
use eframe::egui::Context;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TryRecvError, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

/// Words of a job that may wait to be read.
const WAITING: usize = 8;
/// So long the window waits at its end for a job to take away what it has begun.
const FAREWELL: Duration = Duration::from_secs(5);

/// What a job tells.
enum News {
    Progress(Progress),
    Ended(Ended),
}

/// How a job ended.
enum Ended {
    Made(Made),
    Failed(Fault),
    Asks(Vec<Question>, Option<PathBuf>),
}

/// A job at work.
struct Running {
    news: Receiver<News>,
    stop: Arc<AtomicBool>,
    began: Instant,
}

/// The jobs of a window.
#[derive(Default)]
pub(super) struct Jobs {
    running: Option<Running>,
    /// How far it is, as the panels are told.
    pub job: Job,
    /// How many jobs have ended: what is on the disk may be another since.
    pub ended: u64,
}

impl Jobs {
    /// Begins to make something, unless something is being made.
    pub fn start(&mut self, order: Order, atlas: Arc<Atlas>, leave: Leave, ctx: Context) {
        if self.running.is_some() {
            return;
        }
        let (sender, news) = sync_channel(WAITING);
        let stop = Arc::new(AtomicBool::new(false));
        let asked_to_stop = stop.clone();
        let work = move || {
            let wake = ctx.clone();
            let tell_progress = sender.clone();
            let mut progress = move |progress| {
                // A word that finds no room is overtaken by the next one.
                let _ = tell_progress.try_send(News::Progress(progress));
                wake.request_repaint();
            };
            let ended = carry_out(&order, &atlas, leave, (&asked_to_stop, &mut progress));
            finish(&sender, ended);
            ctx.request_repaint();
        };
        match thread::Builder::new().name("export".to_owned()).spawn(work) {
            Ok(_) => {
                self.job = Job::Running {
                    progress: None,
                    left_secs: None,
                    is_stopping: false,
                };
                self.running = Some(Running {
                    news,
                    stop,
                    began: Instant::now(),
                });
            }
            Err(error) => self.job = Job::Failed(Fault::Write(PathBuf::new(), error)),
        }
    }

    /// Tells the job to stop; it says so itself when it has.
    pub fn stop(&mut self) {
        if let Some(running) = &self.running {
            running.stop.store(true, Ordering::Relaxed);
            if let Job::Running { is_stopping, .. } = &mut self.job {
                *is_stopping = true;
            }
        }
    }

    /// Forgets what the last job told.
    pub fn dismiss(&mut self) {
        if self.running.is_none() {
            self.job = Job::Idle;
        }
    }

    /// Takes up what the job has told since.
    pub fn look(&mut self) {
        while let Some(running) = &self.running {
            match running.news.try_recv() {
                Ok(news) => self.take_up(news),
                Err(TryRecvError::Empty) => return,
                // It is gone without a word: it has panicked, and left nothing behind.
                Err(TryRecvError::Disconnected) => {
                    self.take_up(News::Ended(Ended::Failed(Fault::Cancelled)))
                }
            }
        }
    }

    fn take_up(&mut self, news: News) {
        match news {
            News::Progress(now) => {
                let spent_secs = self
                    .running
                    .as_ref()
                    .map(|r| r.began.elapsed().as_secs_f64());
                if let Job::Running {
                    progress,
                    left_secs,
                    ..
                } = &mut self.job
                {
                    *left_secs = spent_secs.and_then(|spent| left(spent, now));
                    *progress = Some(now);
                }
            }
            News::Ended(ended) => {
                self.running = None;
                self.ended += 1;
                self.job = match ended {
                    Ended::Made(made) => Job::Made(made),
                    Ended::Failed(fault) => Job::Failed(fault),
                    Ended::Asks(questions, free) => Job::Asking { questions, free },
                };
            }
        }
    }

    /// Stops the job and waits until it has taken away what it began, but not for ever.
    pub fn part(&mut self) {
        self.stop();
        let Some(running) = self.running.take() else {
            return;
        };
        let until = Instant::now() + FAREWELL;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match running.news.recv_timeout(left) {
                Ok(News::Progress(_)) => {}
                Ok(News::Ended(_))
                | Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return,
            }
        }
    }
}

/// The seconds that a job will still take, once it has done enough to tell.
fn left(spent_secs: f64, Progress { done, of }: Progress) -> Option<f64> {
    let is_known = done >= 3 && spent_secs > 0.5;
    is_known.then(|| spent_secs / done as f64 * of.saturating_sub(done) as f64)
}

fn carry_out(
    order: &Order,
    atlas: &Arc<Atlas>,
    leave: Leave,
    (stop, progress): (&AtomicBool, &mut dyn FnMut(Progress)),
) -> Ended {
    // Looked at again: the disk may be another than when the dialog looked.
    let told = tell(order, atlas);
    if let Some(fault) = told.faults.into_iter().next() {
        return Ended::Failed(fault);
    }
    if leave == Leave::Ask && !told.questions.is_empty() {
        return Ended::Asks(told.questions, told.free);
    }
    match make(order, atlas, stop, progress) {
        Ok(made) => Ended::Made(made),
        Err(fault) => Ended::Failed(fault),
    }
}

/// The last word waits for room; nobody hears it when the window is gone.
fn finish(sender: &SyncSender<News>, ended: Ended) {
    let _ = sender.send(News::Ended(ended));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_is_told_when_it_is_known() {
        let at = |done| Progress { done, of: 100 };
        assert_eq!(left(0.1, at(50)), None);
        assert_eq!(left(5.0, at(1)), None);
        assert_eq!(left(5.0, at(50)), Some(5.0));
    }
}
