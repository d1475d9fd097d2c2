//! Markdown in the window: the blocks of a caption or of notes, in the window's type.
//!
//! What they are is `story::markdown`'s.

use crate::lang::typeset;
use crate::scene::item::Face;
use crate::story::markdown::{BlockKind, blocks};
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, family, ink};
use egui::text::{LayoutJob, TextFormat};
use egui::{FontId, Label, Ui};

/// Indent of an item of a list, in points a level.
const INDENT_PT: f32 = 14.0;

/// Writes a text in letters of that size.
pub(super) fn marked_ui(ui: &mut Ui, shown: &Shown<'_>, text: &str, size_pt: f32) {
    for block in blocks(text) {
        let mut job = LayoutJob::default();
        let format = |face: Face| TextFormat {
            font_id: FontId::new(size_pt, family(face)),
            color: ink(shown.ink().text),
            ..TextFormat::default()
        };
        let mut indent = 0.0;
        if let BlockKind::Item(depth, number) = block.kind {
            indent = INDENT_PT * f32::from(depth.saturating_sub(1));
            let sign = number.map_or_else(|| "•".to_owned(), |number| format!("{number}."));
            job.append(&format!("{sign} "), 0.0, format(Face::Regular));
        }
        for run in &block.runs {
            let is_strong = run.is_strong || block.kind == BlockKind::Heading;
            let face = match (is_strong, run.is_emphasised) {
                (true, _) => Face::Bold,
                (false, true) => Face::Italic,
                (false, false) => Face::Regular,
            };
            job.append(&typeset(&run.text, shown.lang()), 0.0, format(face));
        }
        ui.horizontal_top(|ui| {
            ui.add_space(indent);
            ui.vertical(|ui| ui.add(Label::new(job).wrap()));
        });
        ui.add_space(GRID);
    }
}
