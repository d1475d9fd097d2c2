//! A word at the foot of the map when something has been copied: nothing else would show that it was.
//!
//! It goes away by itself. What went wrong is a notice's.

use super::shown::Shown;
use super::theme::{Type, ink};
use crate::lang::ui_words as w;
use crate::state::Action;
use egui::{Rect, Stroke, StrokeKind, Ui, pos2, vec2};

/// For so long it is read, in seconds.
const READ_SECS: f64 = 2.5;
/// So much of the copied text is shown, in characters.
const SHOWN_CHARS: usize = 48;

/// What was copied last.
#[derive(Default)]
pub(super) struct Copied {
    /// The beginning of the text, and when it was copied, in egui's seconds.
    last: Option<(String, f64)>,
}

impl Copied {
    /// Says that something else than a text was copied just now.
    pub fn say(&mut self, ctx: &egui::Context, what: String) {
        self.last = Some((what, ctx.input(|input| input.time)));
        ctx.request_repaint_after_secs(READ_SECS as f32 + 0.05);
    }

    /// Looks for something copied in this frame, and says what was copied a moment ago.
    pub fn copied_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, map: Rect, actions: &[Action]) {
        let now = ui.input(|input| input.time);
        for action in actions {
            let Action::Copy(text) = action else { continue };
            let text = beginning(text);
            self.last = Some((text, now));
            ui.ctx().request_repaint_after_secs(READ_SECS as f32 + 0.05);
        }
        match &self.last {
            Some((text, since)) if now - since < READ_SECS => say_ui(ui, shown, map, text),
            Some(_) | None => self.last = None,
        }
    }
}

fn say_ui(ui: &mut Ui, shown: &Shown<'_>, map: Rect, text: &str) {
    let palette = shown.ink();
    let words = format!("{} {text}", shown.say(w::COPIED));
    let painter = ui.painter();
    let galley = painter.layout_no_wrap(words.clone(), Type::Body.font(), ink(palette.panel));
    let size = galley.size() + vec2(24.0, 12.0);
    let at = pos2(map.center().x - size.x / 2.0, map.bottom() - size.y - 40.0);
    let place = Rect::from_min_size(at, size);
    painter.rect_filled(place, 4.0, ink(palette.playhead));
    let edge = Stroke::new(1.0, ink(palette.panel));
    painter.rect_stroke(place, 4.0, edge, StrokeKind::Outside);
    painter.galley(at + vec2(12.0, 6.0), galley, ink(palette.panel));
    let response = ui.interact(place, ui.scope_id().with("copied"), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Status, true, &words));
}

/// The first line, cut where it is long.
fn beginning(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let mut short: String = line.chars().take(SHOWN_CHARS).collect();
    if short.len() < text.trim_end().len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_told_by_their_beginning() {
        assert_eq!(beginning("short\n"), "short");
        assert_eq!(beginning("one\ntwo"), "one…");
        let long = "é".repeat(60);
        assert_eq!(beginning(&long).chars().count(), SHOWN_CHARS + 1);
        assert_eq!(beginning(""), "");
    }
}
