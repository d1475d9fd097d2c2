//! The presenter's own window: notes, this step and the next, clock and timer; for a second screen.
//!
//! A native window where the system has several, else one inside the first. Its keys are those of the presentation.

use super::marked::marked_ui;
use super::over::elapsed;
use super::steps::title_of;
use super::{go, present};
use crate::calendar::date_words;
use crate::lang::{Words, present_words as w};
use crate::state::{Action, Go, Over, PresentAction, Telling};
use crate::style::size;
use crate::ui::icon::{self, Icon};
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use egui::{
    Align, CentralPanel, Context, Frame, Label, Layout, Margin, ScrollArea, Ui, ViewportBuilder,
    ViewportClass, ViewportId, vec2,
};

/// First size of the window.
const SIZE_PT: [f32; 2] = [720.0, 480.0];
/// Letters of the notes, of captions, of clock and timer.
const NOTES_PT: f32 = 16.0;
const CAPTION_PT: f32 = size::BODY_PT;
/// The column of notes takes this share of the width.
const NOTES_SHARE: f32 = 0.56;

/// Shows the window; `keys` takes its keys. True when it is a window of the system's.
pub(super) fn window_ui(
    ctx: &Context,
    shown: &Shown<'_>,
    clock: &str,
    actions: &mut Vec<Action>,
    mut keys: impl FnMut(&Context, &mut Vec<Action>),
) -> bool {
    let title = format!("Sahelscope – {}", shown.say(w::PRESENTER));
    let builder = ViewportBuilder::default()
        .with_title(title)
        .with_inner_size(SIZE_PT)
        .with_min_inner_size([420.0, 300.0]);
    let id = ViewportId::from_hash_of("presenter");
    ctx.show_viewport_immediate(id, builder, |ui, class| {
        let is_own = class != ViewportClass::EmbeddedWindow;
        if is_own {
            keys(ui.ctx(), actions);
            if ui.input(|input| input.viewport().close_requested()) {
                actions.push(present(PresentAction::Toggle(Over::Window)));
            }
            let frame = Frame::new()
                .fill(ink(shown.ink().panel))
                .inner_margin(Margin::same(16));
            CentralPanel::default()
                .frame(frame)
                .show(ui, |ui| content_ui(ui, shown, clock, actions));
        } else {
            ui.set_min_size(vec2(420.0, 260.0));
            content_ui(ui, shown, clock, actions);
        }
        is_own
    })
}

fn content_ui(ui: &mut Ui, shown: &Shown<'_>, clock: &str, actions: &mut Vec<Action>) {
    head_ui(ui, shown, clock, actions);
    ui.add_space(GRID * 3.0);
    let Some(telling) = &shown.state.telling else {
        ui.add(Label::new(shown.body(shown.say(w::NO_STORY))).wrap());
        return;
    };
    let whole = ui.available_size();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GRID * 6.0;
        let mut column = |name: &str, width: f32, draw: &mut dyn FnMut(&mut Ui)| {
            ui.allocate_ui_with_layout(vec2(width, whole.y), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                ScrollArea::vertical()
                    .id_salt(name)
                    .auto_shrink(false)
                    .show(ui, |ui| draw(ui));
            });
        };
        let notes = whole.x * NOTES_SHARE;
        column("notes", notes, &mut |ui| notes_ui(ui, shown, telling));
        let steps = (whole.x - notes - GRID * 6.0).max(80.0);
        column("steps", steps, &mut |ui| steps_ui(ui, shown, telling));
    });
}

/// Clock, timer, which step, back and next.
fn head_ui(ui: &mut Ui, shown: &Shown<'_>, clock: &str, actions: &mut Vec<Action>) {
    let palette = shown.ink();
    let secs = shown
        .state
        .stage
        .presenting
        .as_ref()
        .map_or(0.0, |p| p.elapsed_secs);
    ui.horizontal(|ui| {
        for (words, text) in [(w::CLOCK, clock.to_owned()), (w::ELAPSED, elapsed(secs))] {
            if text.is_empty() {
                continue;
            }
            ui.vertical(|ui| {
                ui.add(Label::new(shown.small(shown.say(words))));
                ui.add(Label::new(Type::Display.text(text, palette.text)));
            });
            ui.add_space(GRID * 4.0);
        }
        let name = shown.say(w::RESTART_TIMER);
        if icon::button_ui(ui, Icon::Loop, &name, "", palette).clicked() {
            actions.push(present(PresentAction::RestartTimer));
        }
        let Some(telling) = &shown.state.telling else {
            return;
        };
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let key = |deed| super::keys::key_of(deed, shown.lang());
            for (glyph, words, deed, to) in [
                (Icon::Forward, w::NEXT, super::keys::Deed::Next, Go::Next),
                (Icon::Back, w::BACK, super::keys::Deed::Back, Go::Back),
            ] {
                let name = shown.say(words);
                let response = icon::sized_button_ui(ui, glyph, &name, &key(deed), 36.0, palette);
                if response.clicked() {
                    actions.push(go(to));
                }
            }
            let of = telling.story.steps.len();
            let text = format!(
                "{} {} {} {of}",
                shown.say(w::STEP),
                telling.at() + 1,
                shown.say(w::OF)
            );
            ui.add(Label::new(Type::Title.text(text, palette.text)));
        });
    });
}

fn notes_ui(ui: &mut Ui, shown: &Shown<'_>, telling: &Telling) {
    ui.add(Label::new(shown.heading(w::NOTES)));
    ui.add_space(GRID);
    let step = telling.story.steps.get(telling.at());
    let notes = step.map_or("", |step| step.notes.get(shown.lang()));
    match notes.trim().is_empty() {
        true => {
            ui.add(Label::new(shown.small(shown.say(w::NO_NOTES))));
        }
        false => marked_ui(ui, shown, notes, NOTES_PT),
    }
}

fn steps_ui(ui: &mut Ui, shown: &Shown<'_>, telling: &Telling) {
    step_ui(ui, shown, telling, w::NOW, telling.at());
    ui.add_space(GRID * 4.0);
    match telling.at() + 1 < telling.story.steps.len() {
        true => step_ui(ui, shown, telling, w::THEN, telling.at() + 1),
        false => {
            ui.add(Label::new(shown.heading(w::THEN)));
            ui.add(Label::new(shown.small(shown.say(w::END))));
        }
    }
}

fn step_ui(ui: &mut Ui, shown: &Shown<'_>, telling: &Telling, words: Words, at: usize) {
    let Some(step) = telling.story.steps.get(at) else {
        return;
    };
    ui.add(Label::new(shown.heading(words)));
    let title = Type::Title.text(title_of(shown, telling, at), shown.ink().text);
    ui.add(Label::new(title).wrap());
    ui.add(Label::new(shown.small(date_words(step.day, shown.lang()))));
    ui.add_space(GRID);
    marked_ui(ui, shown, step.caption.get(shown.lang()), CAPTION_PT);
}
