//! The desk behind the export dialog: it keeps the order up to date, has proofs drawn and files made, and runs errands.
//!
//! The dialog itself is `ui::export`'s; what is made, `export::order`'s.

mod errands;
mod proofs;

use super::jobs::Jobs;
use crate::export::film::Kind;
use crate::export::order::film::FilmForm;
use crate::export::order::{self, Made, Order, Seen, Work};
use crate::lang::{export_words as w, number, typeset};
use crate::model::Atlas;
use crate::state::{Action, ExportAction, ExportEffect, State};
use crate::ui::{Job, Offered, Window};
use eframe::egui::Context;
use errands::Brought;
use proofs::{ProofDesk, Wanted};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError};

/// The desk of a window.
pub(super) struct Desk {
    /// Where files go when no folder is chosen.
    folder: PathBuf,
    /// What the dialog chooses, while it is open.
    order: Option<Order>,
    proofs: ProofDesk,
    jobs: Jobs,
    /// What the last job was asked to make.
    asked: Option<Order>,
    errand: Option<Receiver<Brought>>,
}

impl Default for Desk {
    fn default() -> Desk {
        Desk {
            folder: pictures_folder(),
            order: None,
            proofs: ProofDesk::default(),
            jobs: Jobs::default(),
            asked: None,
            errand: None,
        }
    }
}

/// The platform's folder for pictures where there is one, else the home folder, else where the program was started.
fn pictures_folder() -> PathBuf {
    let user = directories::UserDirs::new();
    let pictures = user.as_ref().and_then(|dirs| dirs.picture_dir());
    let home = user.as_ref().map(|dirs| dirs.home_dir());
    let is_there = |folder: &&Path| folder.is_dir();
    let found = pictures.filter(is_there).or(home.filter(is_there));
    let started = || std::env::current_dir().unwrap_or_default();
    found.map_or_else(started, Path::to_owned)
}

impl Desk {
    /// Takes up what threads have found out, and keeps the order and its proof up to date while the dialog is open.
    pub fn look(
        &mut self,
        ctx: &Context,
        window: &mut Window,
        atlas: &Arc<Atlas>,
        seen: Seen<'_>,
    ) -> Option<Action> {
        self.jobs.look();
        let action = self.errand_is_back(ctx, window, seen.state);
        if !seen.state.export.is_open {
            // What was drawn and told in the dialog is not needed without it.
            if self.order.take().is_some() {
                self.proofs = ProofDesk::default();
                self.jobs.dismiss();
            }
            return action;
        }
        let order = order::order(&Seen {
            folder: &self.folder,
            ..seen
        });
        // A question, or a failure, is of what was asked for, and forgotten with it.
        let is_answered = !matches!(self.jobs.job, Job::Asking { .. } | Job::Failed(_));
        if !is_answered && self.asked.as_ref() != Some(&order) {
            self.jobs.dismiss();
        }
        let wanted = Wanted {
            order: order.clone(),
            share: window.export.share(),
            room_px: window.export.room_px(),
            jobs: self.jobs.ended,
        };
        self.order = Some(order);
        if wanted.room_px != [0, 0] {
            self.proofs.look(ctx, atlas, wanted);
        }
        action
    }

    /// What the dialog is given to show.
    pub fn offered(&self) -> Offered<'_> {
        let shown = self.proofs.shown.as_ref();
        Offered {
            told: self.proofs.told.as_ref(),
            proof: shown.map(|(texture, _)| texture),
            proof_day: shown.and_then(|(_, day)| *day),
            is_drawing: self.proofs.is_drawing(),
            path: self
                .order
                .as_ref()
                .map_or(Path::new(""), |order| &order.path),
            folder: &self.folder,
            job: &self.jobs.job,
        }
    }

    /// Carries out what the dialog asked for.
    pub fn carry_out(
        &mut self,
        effect: ExportEffect,
        ctx: &Context,
        atlas: &Arc<Atlas>,
        seen: Seen<'_>,
    ) {
        let seen = Seen {
            folder: &self.folder,
            ..seen
        };
        match effect {
            ExportEffect::Start(leave) => {
                let order = order::order(&seen);
                self.asked = Some(order.clone());
                self.jobs.start(order, atlas.clone(), leave, ctx.clone());
            }
            ExportEffect::Stop => self.jobs.stop(),
            ExportEffect::Dismiss => self.jobs.dismiss(),
            ExportEffect::CopyPicture => {
                self.errand = errands::draw(ctx, atlas, order::picture(&seen).copied());
            }
            ExportEffect::Browse => {
                let order = order::order(&seen);
                self.errand = errands::browse(ctx, &order.path, goes_into_folder(&order));
            }
            ExportEffect::OpenFolder => {
                if let Job::Made(Made { path, .. }) = &self.jobs.job {
                    let folder = path.parent().filter(|_| !path.is_dir()).unwrap_or(path);
                    self.errand = errands::show_folder(ctx, folder);
                }
            }
        }
    }

    /// Stops what is being made, and waits until nothing half is left of it.
    pub fn part(&mut self) {
        self.jobs.part();
    }

    /// What somebody who was sent has brought.
    fn errand_is_back(
        &mut self,
        ctx: &Context,
        window: &mut Window,
        state: &State,
    ) -> Option<Action> {
        let brought = match self.errand.as_ref()?.try_recv() {
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => None,
            Ok(brought) => Some(brought),
        };
        self.errand = None;
        let lang = state.look.lang;
        match brought? {
            Brought::Place(place) => chosen(&place?),
            Brought::Picture(Ok(image)) => {
                let size = image
                    .size
                    .map(|px| number(u32::try_from(px).unwrap_or(u32::MAX), lang));
                let words = w::PICTURE_COPIED.get(lang).replace("{}", &size.join(" × "));
                ctx.copy_image(image);
                window.say_copied(ctx, typeset(&words, lang));
                None
            }
            Brought::Picture(Err(why)) => {
                let words = format!("{} {why}", w::NOT_COPIED.get(lang));
                window.notice = Some(typeset(&words, lang));
                None
            }
            Brought::Folder(why) => {
                let words = format!("{} {}", w::NOT_OPENED.get(lang), why?);
                window.notice = Some(typeset(&words, lang));
                None
            }
        }
    }
}

/// Are its files put into a folder of their own?
fn goes_into_folder(order: &Order) -> bool {
    match &order.work {
        Work::Still(..) => false,
        Work::Film(film) => film.form == FilmForm::Film(Kind::Folder),
        Work::Series(_) => true,
    }
}

/// The place that was chosen in the system's dialog.
fn chosen(place: &Path) -> Option<Action> {
    let folder = place.parent()?.to_string_lossy().into_owned();
    let name = place.file_name()?.to_string_lossy().into_owned();
    Some(Action::Export(ExportAction::SetPlace(folder, name)))
}
