//! The last row of the dialog: what is wrong with the place, what is asked, how far the job is, what it has made; and
//! the buttons.
//!
//! Carrying a job out is `app`'s.

use super::controls::{LABEL_PT, Weight, button_ui};
use super::offered::Job;
use super::time::filled;
use crate::export::film::Progress;
use crate::export::order::{Concerns, Question};
use crate::lang::{export_words as w, number};
use crate::state::export::Leave;
use crate::state::{Action, ExportAction};
use crate::style::Color;
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use crate::ui::widgets::link_ui;
use egui::{Align, Label, Layout, Rect, Sense, Ui, UiBuilder, pos2, vec2};
use std::path::Path;

/// Height of the row.
const ROW_PT: f32 = 36.0;
/// Height of the bar of progress.
const BAR_PT: f32 = 6.0;

fn push(actions: &mut Vec<Action>, action: ExportAction) {
    actions.push(Action::Export(action));
}

/// How the dialog stands in this frame.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    /// It has just been opened: the button that one comes for gets the keyboard.
    pub opens: bool,
    /// All that was typed is understood.
    pub is_fine: bool,
}

/// Draws the row.
pub(super) fn foot_ui(ui: &mut Ui, shown: &Shown<'_>, frame: Frame, actions: &mut Vec<Action>) {
    let size = vec2(ui.available_width(), ROW_PT);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let layout = Layout::right_to_left(Align::Center);
    let builder = UiBuilder::new().max_rect(rect).layout(layout);
    let mut buttons = ui.new_child(builder.id_salt("buttons"));
    buttons.spacing_mut().item_spacing.x = GRID * 2.0;
    buttons_ui(&mut buttons, shown, frame, actions);
    let from = rect.left() + LABEL_PT;
    let to = buttons.min_rect().left() - GRID * 3.0;
    let left = Rect::from_min_max(pos2(from, rect.top()), pos2(to.max(from), rect.bottom()));
    let builder = UiBuilder::new()
        .max_rect(left)
        .layout(Layout::left_to_right(Align::Center));
    let mut status = ui.new_child(builder.id_salt("status"));
    status.set_clip_rect(left.expand(2.0).intersect(ui.clip_rect()));
    status_ui(&mut status, shown, actions);
}

fn buttons_ui(ui: &mut Ui, shown: &Shown<'_>, frame: Frame, actions: &mut Vec<Action>) {
    let job = shown.offered.job;
    match job {
        Job::Running { is_stopping, .. } => {
            let stop = |ui: &mut Ui| button_ui(ui, shown, &shown.say(w::STOP), Weight::Other);
            if ui.add_enabled_ui(!is_stopping, stop).inner.clicked() {
                push(actions, ExportAction::Stop);
            }
        }
        Job::Asking { questions, free } => {
            asking_ui(ui, shown, questions, free.as_deref(), actions)
        }
        Job::Idle | Job::Made(_) | Job::Failed(_) => {
            let faults = shown.offered.told.map_or(0, |told| told.faults.len());
            let make = |ui: &mut Ui| button_ui(ui, shown, &shown.say(w::EXPORT), Weight::Main);
            // Its own id: the key that pressed it must not press what takes its place.
            let make = |ui: &mut Ui| ui.push_id("make", make).inner;
            let make = ui.add_enabled_ui(faults == 0 && frame.is_fine, make).inner;
            if frame.opens {
                make.request_focus();
            }
            if make.clicked() {
                push(actions, ExportAction::Start(Leave::Ask));
            }
            if button_ui(ui, shown, &shown.say(w::COPY_PICTURE), Weight::Other).clicked() {
                push(actions, ExportAction::CopyPicture);
            }
        }
    }
}

/// The answers to a question.
fn asking_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    questions: &[Question],
    free: Option<&Path>,
    actions: &mut Vec<Action>,
) {
    let replaces = questions.iter().any(|question| match question {
        Question::Replace(_) | Question::ReplaceSome(_) => true,
        Question::Long(_) | Question::Many(_) => false,
    });
    let yes = if replaces { w::REPLACE } else { w::MAKE_ANYWAY };
    if button_ui(ui, shown, &shown.say(yes), Weight::Main).clicked() {
        push(actions, ExportAction::Start(Leave::Given));
    }
    let free = free.filter(|_| replaces).and_then(Path::file_name);
    if let Some(name) = free
        && button_ui(ui, shown, &shown.say(w::OTHER_NAME), Weight::Other).clicked()
    {
        let name = name.to_string_lossy().into_owned();
        push(actions, ExportAction::SetName(Some(name)));
    }
    let no = button_ui(ui, shown, &shown.say(w::STOP), Weight::Other);
    // Whoever asked with the keyboard answers with it, and Enter twice replaces nothing.
    if ui.memory(|memory| memory.focused().is_none()) {
        no.request_focus();
    }
    if no.clicked() {
        push(actions, ExportAction::Dismiss);
    }
}

/// What is to be said at the left.
fn status_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let palette = shown.ink();
    let lang = shown.lang();
    match shown.offered.job {
        Job::Idle => {
            let told = shown.offered.told;
            if let Some(fault) = told.and_then(|told| told.fault(Concerns::Place)) {
                say_ui(ui, &fault.sentence(lang), palette.error);
            } else if let Some(question) = told.and_then(|told| told.questions.first()) {
                say_ui(ui, &asked(shown, question), palette.text_2);
            }
        }
        Job::Running { .. } => running_ui(ui, shown),
        Job::Asking { questions, .. } => {
            let all: Vec<String> = questions.iter().map(|q| asked(shown, q)).collect();
            say_ui(ui, &all.join(" "), palette.text);
        }
        Job::Made(_) => made_ui(ui, shown, actions),
        Job::Failed(fault) => say_ui(ui, &fault.sentence(lang), palette.error),
    }
}

fn say_ui(ui: &mut Ui, text: &str, color: Color) {
    ui.add(Label::new(Type::Body.text(text, color)).wrap());
}

/// A question in words.
fn asked(shown: &Shown<'_>, question: &Question) -> String {
    let count = |n: f64| number(n.round().clamp(0.0, 4e9) as u32, shown.lang());
    match question {
        Question::Replace(path) => {
            let name = path.file_name().unwrap_or(path.as_os_str());
            filled(
                &shown.say(w::IS_THERE),
                &[name.to_string_lossy().into_owned()],
            )
        }
        Question::ReplaceSome(there) => {
            filled(&shown.say(w::SOME_ARE_THERE), &[count(*there as f64)])
        }
        Question::Long(film) => {
            let parts = [film.frames as f64, film.seconds, film.megabytes].map(count);
            filled(&shown.say(w::IS_LONG), &parts)
        }
        Question::Many(pictures) => filled(&shown.say(w::ARE_MANY), &[count(*pictures as f64)]),
    }
}

/// How far the job is: a bar and words.
pub(super) fn running_ui(ui: &mut Ui, shown: &Shown<'_>) {
    let Job::Running {
        progress,
        left_secs,
        ..
    } = shown.offered.job
    else {
        return;
    };
    let palette = shown.ink();
    let words = progress_words(shown, *progress, *left_secs);
    let font = Type::Body.font();
    let galley = ui
        .painter()
        .layout_no_wrap(words.clone(), font, ink(palette.text_2));
    let width = (ui.available_width() - galley.size().x - GRID * 3.0).clamp(40.0, 320.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 20.0), Sense::hover());
    let share = progress.map_or(0.0, |p| p.done as f32 / p.of.max(1) as f32);
    response.widget_info(|| {
        let mut info =
            egui::WidgetInfo::labeled(egui::Role::ProgressIndicator, true, shown.say(w::PROGRESS));
        info.value = Some(f64::from(share * 100.0));
        info
    });
    let bar = Rect::from_center_size(rect.center(), vec2(rect.width(), BAR_PT));
    ui.painter()
        .rect_filled(bar, BAR_PT / 2.0, ink(palette.hairline));
    let done = Rect::from_min_size(bar.min, vec2(bar.width() * share, BAR_PT));
    ui.painter()
        .rect_filled(done, BAR_PT / 2.0, ink(palette.accent));
    ui.add(Label::new(Type::Body.text(words, palette.text_2)).truncate());
}

fn progress_words(shown: &Shown<'_>, progress: Option<Progress>, left_secs: Option<f64>) -> String {
    let lang = shown.lang();
    let Some(Progress { done, of }) = progress.filter(|progress| progress.of > 1) else {
        return shown.say(w::DRAWING);
    };
    let count = |n: usize| number(u32::try_from(n).unwrap_or(u32::MAX), lang);
    let mut words = filled(&shown.say(w::FRAMES_DONE), &[count(done), count(of)]);
    if let Some(left) = left_secs {
        let left = match left < 90.0 {
            true => filled(&shown.say(w::SECONDS_LEFT), &[count(left.ceil() as usize)]),
            false => filled(
                &shown.say(w::MINUTES_LEFT),
                &[count((left / 60.0).ceil() as usize)],
            ),
        };
        words = format!("{words}, {left}");
    }
    words
}

/// The path that was written, and what can be done with it.
pub(super) fn made_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let Job::Made(made) = shown.offered.job else {
        return;
    };
    let palette = shown.ink();
    let path = made.path.to_string_lossy().into_owned();
    let (open, copy) = (shown.say(w::OPEN_FOLDER), shown.say(w::COPY_PATH));
    let width = |text: &str| {
        let text = text.to_owned();
        let galley = ui
            .painter()
            .layout_no_wrap(text, Type::Body.font(), ink(palette.text));
        galley.size().x
    };
    let room = ui.available_width() - width(&open) - width(&copy) - GRID * 8.0;
    let written = shown.say(w::WRITTEN);
    let whole = format!("{written} {path}");
    // Where the path has no room, its end says more than its beginning.
    let words = match made.path.file_name() {
        Some(name) if width(&whole) > room => format!("{written} {}", name.to_string_lossy()),
        Some(_) | None => whole,
    };
    let size = vec2(room.max(40.0).min(width(&words) + 2.0), 20.0);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        let label = Label::new(Type::Body.text(words, palette.text)).truncate();
        ui.add(label).on_hover_text(shown.small(&path));
    });
    ui.add_space(GRID);
    if link_ui(ui, shown, &open, Type::Body).clicked() {
        push(actions, ExportAction::OpenFolder);
    }
    ui.add_space(GRID);
    if link_ui(ui, shown, &copy, Type::Body).clicked() {
        actions.push(Action::Copy(path));
    }
}
