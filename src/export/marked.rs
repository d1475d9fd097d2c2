//! What a picture marks for a selection, in the window as in a file.
//!
//! The scene knows no selection and the state no picture; this is the bridge.

use crate::scene::item::Subject;
use crate::state::Selected;

/// What the map outlines for a selection.
pub fn marked(selected: Option<&Selected>) -> Subject {
    match selected {
        None => Subject::None,
        Some(Selected::Event(id)) => Subject::Event(id.clone()),
        Some(Selected::Base(id)) => Subject::Base(id.clone()),
        Some(Selected::Country(iso)) => Subject::Country(iso.clone()),
        Some(Selected::Sky(id)) => Subject::Sky(id.clone()),
        Some(Selected::Actor(code)) => Subject::Actor(code.clone()),
        Some(Selected::Alliance(id)) => Subject::Alliance(id.clone()),
        Some(Selected::Mission(id)) => Subject::Mission(id.clone()),
    }
}
