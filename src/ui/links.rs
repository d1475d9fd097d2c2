//! View links in the window: copied, opened, and told about when they are not understood.
//!
//! The form of a link is `state::link`'s; this joins it to the facts and the notice.

use super::shown::Shown;
use crate::lang::{Lang, typeset, ui_words as w};
use crate::model::Atlas;
use crate::state::link::{self, Fault, Reading};
use crate::state::{Action, HistoryAction, KeptView, State};

/// Reads a link onto what is shown, held against the facts.
pub fn read_link(text: &str, state: &State, atlas: &Atlas) -> Reading {
    let mut reading = link::read(text, &KeptView::of(state));
    reading.check_selection(atlas);
    reading.check_filter(atlas);
    reading.check_day(state.time.first_day..=state.time.last_day);
    reading
}

/// What to say about a link that was not wholly understood.
pub fn told(faults: &[Fault], lang: Lang) -> Option<String> {
    let mut lines = vec![typeset(w::LINK_PARTLY.get(lang), lang)];
    lines.extend(faults.iter().map(|fault| fault.sentence(lang)));
    (!faults.is_empty()).then(|| lines.join("\n"))
}

/// The link of what is shown.
pub(super) fn copied(state: &State) -> Action {
    Action::Copy(link::write(&KeptView::of(state)))
}

/// Opens a link; gives what is to be told about it.
pub(super) fn open(text: &str, shown: &Shown<'_>, actions: &mut Vec<Action>) -> Option<String> {
    let lang = shown.lang();
    let reading = read_link(text, shown.state, shown.atlas);
    if reading.said.is_empty() {
        return reading.faults.first().map(|fault| fault.sentence(lang));
    }
    // The link's own language, which the window speaks from now on.
    let told = told(&reading.faults, reading.view.lang);
    let view = Box::new(reading.view);
    actions.push(Action::History(HistoryAction::Open(view)));
    told
}
