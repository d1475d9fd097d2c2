//! What the window is to open: a view link, or the view that a picture carries.
//!
//! Both are looked at before a window opens for them; what is only partly understood the window tells.

use super::view::is_readable;
use super::{Failure, WindowArgs};
use crate::export::carried;
use crate::lang::Lang;
use std::path::Path;

/// The arguments with the view that they ask for, or why it cannot be opened.
pub(super) fn window(mut args: WindowArgs) -> Result<WindowArgs, Failure> {
    is_readable(args.view.as_deref())?;
    if let Some(path) = &args.file {
        let found = carried_by(path)?;
        args.view = Some(found.view.into());
        args.drawn_from = Some(found.data);
    }
    Ok(args)
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
