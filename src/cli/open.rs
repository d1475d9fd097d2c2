//! What the window is to open: a view link, the view that a picture carries, or a story.
//!
//! All are looked at before a window opens for them; what is only partly understood the window tells.

use super::view::is_readable;
use super::{Failure, WindowArgs};
use crate::export::{carried, story_file};
use crate::lang::Lang;
use crate::state::shelf::{EXTENSION, Unread};
use std::path::Path;

/// The arguments with the view that they ask for, or why it cannot be opened.
pub(super) fn window(mut args: WindowArgs) -> Result<WindowArgs, Failure> {
    is_readable(args.view.as_deref())?;
    if let Some(path) = args.file.as_deref().filter(|path| is_story(path)) {
        let read = story_file::read(path).map_err(|why| unread(path, &why))?;
        // The window outlives the folder that it was called from, in name at least.
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        args.story = Some(Box::new((path, read.0, read.1)));
    } else if let Some(path) = &args.file {
        let found = carried_by(path)?;
        args.view = Some(found.view.into());
        args.drawn_from = Some(found.data);
    }
    Ok(args)
}

/// Is it meant for a story?
fn is_story(path: &Path) -> bool {
    path.exists() && path.extension().is_some_and(|end| end == EXTENSION)
}

fn unread(path: &Path, why: &Unread) -> Failure {
    let why = why.sentence(Lang::En);
    Failure::Input(format!("error: cannot open {}: {why}", path.display()))
}

fn carried_by(path: &Path) -> Result<carried::Carried, Failure> {
    let name = path.display();
    if !path.exists() {
        let line = format!("`{name}` is neither a command nor a file");
        return Err(Failure::Usage(line));
    }
    carried::read_file(path).map_err(|refusal| {
        let why = refusal.sentence(Lang::En);
        Failure::Input(format!("error: cannot open {name}: {why}"))
    })
}
