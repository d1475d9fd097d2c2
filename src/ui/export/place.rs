//! Where the file goes: a folder and a name, which can always be typed, and the system's own dialog.
//!
//! Whether it can be written is told below them before any work is done.

use super::ExportDialog;
use super::controls::{Typed, Weight, button_ui, button_width, field_ui, row_ui};
use crate::export::order::Concerns;
use crate::lang::export_words as w;
use crate::state::export::ExportSettings;
use crate::state::{Action, ExportAction};
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, ink};
use egui::{Key, Sense, Stroke, Ui, vec2};

impl ExportDialog {
    /// Folder and name; Enter in either makes the file.
    pub(super) fn place_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        settings: &mut ExportSettings,
        actions: &mut Vec<Action>,
    ) {
        rule_ui(ui, shown);
        ui.spacing_mut().item_spacing.y = GRID * 1.5;
        let told = shown.offered.told;
        let typed = match told.and_then(|told| told.fault(Concerns::Place)) {
            Some(_) => Typed::Wrong,
            None => Typed::Fine,
        };
        let mut enters = false;
        let label = shown.say(w::FOLDER);
        row_ui(ui, shown, &label, |ui| {
            let choose = shown.say(w::CHOOSE);
            let offered = || shown.offered.folder.to_string_lossy().into_owned();
            let mut folder = settings.folder.clone().unwrap_or_else(offered);
            let button = button_width(ui, &choose, Weight::Other);
            let width = ui.available_width() - button - ui.spacing().item_spacing.x;
            let response = field_ui(ui, shown, &label, &mut folder, (width, typed));
            if response.changed() {
                settings.folder = Some(folder).filter(|folder| !folder.is_empty());
            }
            enters |= response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if button_ui(ui, shown, &choose, Weight::Other).clicked() {
                actions.push(Action::Export(ExportAction::Browse));
            }
        });
        let label = shown.say(w::NAME);
        row_ui(ui, shown, &label, |ui| {
            let offered = || {
                let name = shown.offered.path.file_name().unwrap_or_default();
                name.to_string_lossy().into_owned()
            };
            let mut name = shown.state.export.name.clone().unwrap_or_else(offered);
            let width = ui.available_width();
            let response = field_ui(ui, shown, &label, &mut name, (width, typed));
            if response.changed() {
                actions.push(Action::Export(ExportAction::SetName(Some(name))));
            }
            enters |= response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        });
        if enters && !shown.offered.job.is_running() {
            actions.push(Action::Export(ExportAction::Start(Default::default())));
        }
    }
}

/// A hairline over the whole foot.
fn rule_ui(ui: &mut Ui, shown: &Shown<'_>) {
    let size = vec2(ui.available_width(), GRID * 2.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let line = Stroke::new(1.0, ink(shown.ink().hairline));
    ui.painter().hline(rect.x_range(), rect.top(), line);
}
