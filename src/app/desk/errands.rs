//! Errands that other programs are asked to run: the system's dialog for files, its window for folders, the clipboard.
//!
//! Each has a thread of its own, so that the window never waits for them.

use super::proofs::color_image;
use crate::export::order::still::StillOrder;
use crate::export::raster::pixels;
use crate::model::Atlas;
use crate::scene::Composer;
use eframe::egui::{ColorImage, Context};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

/// What an errand brings back.
pub(super) enum Brought {
    /// The place that was chosen; nothing when the dialog was closed, or there is none.
    Place(Option<PathBuf>),
    /// The picture for the clipboard, or why there is none.
    Picture(Result<ColorImage, String>),
    /// Why a folder could not be shown.
    Folder(Option<String>),
}

/// Sends somebody; the window is woken when they are back.
fn send(
    name: &str,
    ctx: &Context,
    errand: impl FnOnce() -> Brought + Send + 'static,
) -> Option<Receiver<Brought>> {
    let (sender, receiver) = sync_channel(1);
    let ctx = ctx.clone();
    let work = move || {
        // Nobody waits for it when something else was asked for since.
        let _ = sender.send(errand());
        ctx.request_repaint();
    };
    let sent = thread::Builder::new().name(name.to_owned()).spawn(work);
    sent.ok().map(|_| receiver)
}

/// Lets the user choose a file to write, or a folder.
pub(super) fn browse(ctx: &Context, path: &Path, is_folder: bool) -> Option<Receiver<Brought>> {
    let path = path.to_owned();
    send("file dialog", ctx, move || {
        let mut dialog = rfd::FileDialog::new();
        if let Some(folder) = path.parent().filter(|folder| folder.is_dir()) {
            dialog = dialog.set_directory(folder);
        }
        if let Some(name) = path.file_name() {
            dialog = dialog.set_file_name(name.to_string_lossy());
        }
        Brought::Place(if is_folder {
            dialog.pick_folder()
        } else {
            dialog.save_file()
        })
    })
}

/// Draws a picture for the clipboard.
pub(super) fn draw(
    ctx: &Context,
    atlas: &Arc<Atlas>,
    order: StillOrder,
) -> Option<Receiver<Brought>> {
    let atlas = atlas.clone();
    send("copy picture", ctx, move || {
        let draw = || -> Result<ColorImage, String> {
            order
                .size
                .check(order.form)
                .map_err(|why| why.to_string())?;
            let still = order.draw(&mut Composer::default(), &atlas);
            let pixels = pixels(&still.composition.picture, still.scale);
            Ok(color_image(&pixels.map_err(|why| why.to_string())?))
        };
        Brought::Picture(draw())
    })
}

/// Shows a folder in the system's own window.
pub(super) fn show_folder(ctx: &Context, folder: &Path) -> Option<Receiver<Brought>> {
    let folder = folder.to_owned();
    send("open folder", ctx, move || {
        Brought::Folder(shown(&folder).err().map(|error| error.to_string()))
    })
}

#[cfg(target_os = "windows")]
const SHOWS: &str = "explorer";
#[cfg(target_os = "macos")]
const SHOWS: &str = "open";
#[cfg(not(any(target_os = "windows", target_os = "macos")))]
const SHOWS: &str = "xdg-open";

fn shown(folder: &Path) -> io::Result<()> {
    let quiet = Stdio::null;
    let mut shower = Command::new(SHOWS);
    shower
        .arg(folder)
        .stdin(quiet())
        .stdout(quiet())
        .stderr(quiet());
    let status = shower.status()?;
    // Explorer says 1 whatever it does.
    if status.success() || cfg!(target_os = "windows") {
        Ok(())
    } else {
        Err(io::Error::other(format!("{SHOWS}: {status}")))
    }
}
