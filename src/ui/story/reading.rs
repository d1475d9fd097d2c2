//! What a step says: its title, caption and notes as they are read, and what of it cannot be shown.
//!
//! Markdown is `story::markdown`'s; this sets its blocks in the window's type.

use super::pieces::label_ui;
use super::steps;
use crate::lang::{Bilingual, Lang, editor_words as e, typeset};
use crate::scene::item::Face;
use crate::state::{KeptView, Origin, Telling, view_of};
use crate::story::markdown::{Block, BlockKind, blocks};
use crate::story::{Missing, Step};
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, family, ink};
use crate::ui::widgets::paragraph_ui;
use egui::text::{LayoutJob, TextFormat};
use egui::{FontId, Label, Stroke, Ui};

/// Draws the step that is shown.
pub(super) fn reading_ui(ui: &mut Ui, shown: &Shown<'_>, telling: &Telling, missing: &[Missing]) {
    let at = telling.at();
    let Some(step) = telling.story.steps.get(at) else {
        paragraph_ui(ui, shown.body(telling.story.summary.set(shown.lang())));
        return;
    };
    ui.spacing_mut().item_spacing.y = GRID * 1.5;
    paragraph_ui(ui, shown.strong(steps::title(step, shown)));
    for fault in faults(shown, telling, step, missing) {
        paragraph_ui(ui, Type::Small.text(fault, shown.ink().warn));
    }
    let is_said = said_ui(ui, shown, &step.caption);
    if !is_said && step.notes.get(shown.lang()).is_empty() {
        paragraph_ui(ui, shown.small(shown.say(e::SAYS_NOTHING)));
    }
    if !step.notes.en.is_empty() || !step.notes.fr.is_empty() {
        label_ui(ui, shown, e::NOTES);
        said_ui(ui, shown, &step.notes);
    }
}

/// A text in the language of the window, or in the other with a word about it; false when it is empty.
fn said_ui(ui: &mut Ui, shown: &Shown<'_>, words: &Bilingual) -> bool {
    let lang = shown.lang();
    let other = match lang {
        Lang::En => Lang::Fr,
        Lang::Fr => Lang::En,
    };
    if !words.get(lang).trim().is_empty() {
        markdown_ui(ui, shown, words.get(lang), lang);
        return true;
    }
    if words.get(other).trim().is_empty() {
        return false;
    }
    paragraph_ui(ui, shown.small(shown.say(e::OTHER_LANGUAGE_ONLY)));
    markdown_ui(ui, shown, words.get(other), other);
    true
}

/// What of a step cannot be shown, one sentence each.
pub(super) fn faults(
    shown: &Shown<'_>,
    telling: &Telling,
    step: &Step,
    missing: &[Missing],
) -> Vec<String> {
    let lang = shown.lang();
    let (lack, without) = (e::FACTS_LACK.get(lang), e::WITHOUT_IT.get(lang));
    let semicolon = match lang {
        Lang::En => ";",
        Lang::Fr => " ;",
    };
    let of_step = missing.iter().filter(|m| m.step == telling.at());
    let things =
        of_step.map(|m| typeset(&format!("{lack} {}{semicolon} {without}", m.thing), lang));
    let mut reading = view_of(step, &KeptView::of(shown.state));
    reading.check_selection(shown.atlas);
    reading.check_filter(shown.atlas);
    let view = reading.faults.into_iter().map(|fault| fault.sentence(lang));
    let picture = step.picture.as_ref().filter(|picture| {
        let is_file = matches!(telling.origin, Origin::File(_));
        is_file && !shown.state.shelf.pictures.contains(&picture.file)
    });
    let picture = picture.map(|p| format!("{} {}", p.file, shown.say(e::PICTURE_MISSING)));
    things.chain(view).chain(picture).collect()
}

/// Sets a text.
pub(super) fn markdown_ui(ui: &mut Ui, shown: &Shown<'_>, text: &str, lang: Lang) {
    for block in blocks(text) {
        let sign = match block.kind {
            BlockKind::Paragraph | BlockKind::Heading => String::new(),
            BlockKind::Item(depth, number) => {
                let sign = number.map_or("–".to_owned(), |n| format!("{n}."));
                let deep = usize::from(depth.min(6)) - 1;
                format!("{}{sign} ", "   ".repeat(deep))
            }
        };
        let job = job(shown, &block, &sign, lang);
        ui.add(Label::new(job).wrap());
    }
}

fn job(shown: &Shown<'_>, block: &Block, sign: &str, lang: Lang) -> LayoutJob {
    let palette = shown.ink();
    let mut job = LayoutJob::default();
    let size = Type::Body.font().size;
    let plain = TextFormat::simple(Type::Body.font(), ink(palette.text));
    job.append(sign, 0.0, plain);
    for run in &block.runs {
        let face = match (
            run.is_strong || block.kind == BlockKind::Heading,
            run.is_emphasised,
        ) {
            (true, _) => Face::Bold,
            (false, true) => Face::Italic,
            (false, false) => Face::Regular,
        };
        let color = match run.link {
            Some(_) => palette.accent,
            None => palette.text,
        };
        let mut format = TextFormat::simple(FontId::new(size, family(face)), ink(color));
        if run.link.is_some() {
            format.underline = Stroke::new(1.0, ink(color));
        }
        job.append(&typeset(&run.text, lang), 0.0, format);
    }
    job
}
