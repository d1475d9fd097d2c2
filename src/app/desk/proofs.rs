//! Proofs for the dialog: drawn on a thread of their own, one after the other, always of what is chosen last.
//!
//! The same thread looks at the folder, which may be far away. What is drawn, `export::order` decides.

use crate::calendar::Date;
use crate::export::order::{Fault, Order, Proof, Proofs, Told, tell};
use crate::export::raster::Pixels;
use crate::model::Atlas;
use eframe::egui::{ColorImage, Context, TextureHandle, TextureOptions};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};
use std::thread;

/// What the dialog wants to show.
#[derive(Clone, PartialEq)]
pub(in crate::app) struct Wanted {
    /// The order.
    pub order: Order,
    /// At which share of a film or a series.
    pub share: f32,
    /// The room for it, in pixels.
    pub room_px: [u32; 2],
    /// How many jobs have ended: the disk is looked at again after each.
    pub jobs: u64,
}

impl Wanted {
    /// Does it look the same, wherever the file goes?
    fn looks_like(&self, other: &Wanted) -> bool {
        self.order.work == other.order.work
            && self.share == other.share
            && self.room_px == other.room_px
    }
}

/// What a thread has found out.
struct Answer {
    proofs: Proofs,
    told: Told,
    /// The proof; nothing when the one before still holds.
    proof: Option<Result<Proof, Fault>>,
}

/// A thread at work.
struct UnderWay {
    of: Wanted,
    answer: Receiver<Answer>,
    stop: Arc<AtomicBool>,
}

/// The proofs of a window.
#[derive(Default)]
pub(in crate::app) struct ProofDesk {
    proofs: Proofs,
    under_way: Option<UnderWay>,
    /// What the last answer was of.
    known: Option<Wanted>,
    /// What it comes to.
    pub told: Option<Told>,
    /// How it looks, and its day.
    pub shown: Option<(TextureHandle, Option<Date>)>,
}

impl ProofDesk {
    /// Takes up what is finished, and begins what is wanted now.
    pub fn look(&mut self, ctx: &Context, atlas: &Arc<Atlas>, wanted: Wanted) {
        self.take_up(ctx);
        match &self.under_way {
            Some(work) if work.of.order.work != wanted.order.work => {
                work.stop.store(true, Ordering::Relaxed);
            }
            Some(_) => {}
            None if self.known.as_ref() != Some(&wanted) => self.begin(ctx, atlas, wanted),
            None => {}
        }
    }

    /// Is the proof that is shown an older one?
    pub fn is_drawing(&self) -> bool {
        self.under_way.is_some()
    }

    fn take_up(&mut self, ctx: &Context) {
        let Some(work) = &self.under_way else {
            return;
        };
        let answer = match work.answer.try_recv() {
            Err(TryRecvError::Empty) => return,
            Err(TryRecvError::Disconnected) => None,
            Ok(answer) => Some(answer),
        };
        let of = self.under_way.take().map(|work| work.of);
        let Some(answer) = answer else {
            // It has panicked: that order is not tried again.
            self.known = of;
            self.shown = None;
            return;
        };
        self.proofs = answer.proofs;
        self.told = Some(answer.told);
        match answer.proof {
            None => self.known = of,
            // Something else is wanted by now, and is begun next.
            Some(Err(Fault::Cancelled)) => self.known = None,
            Some(Err(_)) => {
                self.known = of;
                self.shown = None;
            }
            Some(Ok(proof)) => {
                self.known = of;
                let image = color_image(&proof.pixels);
                self.show(ctx, image, proof.day);
            }
        }
    }

    fn show(&mut self, ctx: &Context, image: ColorImage, day: Option<Date>) {
        let options = TextureOptions::LINEAR;
        self.shown = match self.shown.take() {
            Some((mut texture, _)) => {
                texture.set(image, options);
                Some((texture, day))
            }
            None => Some((ctx.load_texture("proof", image, options), day)),
        };
    }

    fn begin(&mut self, ctx: &Context, atlas: &Arc<Atlas>, wanted: Wanted) {
        let holds = |known: &Wanted| known.looks_like(&wanted);
        let keeps = self.shown.is_some() && self.known.as_ref().is_some_and(holds);
        let (sender, answer) = sync_channel(1);
        let stop = Arc::new(AtomicBool::new(false));
        let asked_to_stop = stop.clone();
        let mut proofs = std::mem::take(&mut self.proofs);
        let (of, atlas, ctx) = (wanted.clone(), atlas.clone(), ctx.clone());
        let work = move || {
            let told = tell(&wanted.order, &atlas);
            let room = (wanted.share, wanted.room_px);
            let proof = (!keeps).then(|| proofs.draw(&wanted.order, &atlas, room, &asked_to_stop));
            let answer = Answer {
                proofs,
                told,
                proof,
            };
            // Nobody waits for it when the dialog was closed.
            let _ = sender.send(answer);
            ctx.request_repaint();
        };
        // Without a thread the channel closes, and there is no proof.
        let _ = thread::Builder::new().name("proof".to_owned()).spawn(work);
        self.under_way = Some(UnderWay { of, answer, stop });
    }
}

/// The pixels as egui has them.
pub(in crate::app) fn color_image(pixels: &Pixels) -> ColorImage {
    let size = [pixels.width as usize, pixels.height as usize];
    ColorImage::from_rgb(size, &pixels.bands.concat())
}
