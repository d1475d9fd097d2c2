//! The quiz: what is left to find, revealing by a click or a key, and what stands where names would tell.
//!
//! Which names are hidden on the map is the scene's. It works while presenting and in the ordinary window.

use super::over::chip_ui;
use crate::lang::{present_words as w, typeset};
use crate::scene::item::Subject;
use crate::scene::quiz::{Asked, key};
use crate::state::{Action, QuizAction, Selected, StoryAction};
use crate::ui::facts::Naming;
use crate::ui::shown::Shown;
use crate::ui::theme::GRID;
use crate::ui::widgets::paragraph_ui;
use egui::{Align2, Context, Key, Modifiers, Rect, Ui, vec2};

/// So near a question mark a click is meant for it.
const REACH_PT: f32 = 16.0;

/// Is the name of that hidden?
pub fn hides(shown: &Shown<'_>, subject: &Subject) -> bool {
    let Some(quiz) = &shown.state.stage.quiz else {
        return false;
    };
    match subject {
        Subject::Cluster(_) | Subject::Bases(_) => true,
        other => key(other).is_some_and(|key| !quiz.revealed.contains(&key)),
    }
}

/// What is told of a thing whose name is hidden.
pub fn unnamed(shown: &Shown<'_>) -> Naming {
    Naming {
        name: shown.say(w::WHAT_IS_IT),
        detail: shown.say(w::CLICK_REVEALS),
    }
}

/// Reveals the first name that is asked for.
pub fn reveal_next(shown: &Shown<'_>) -> Action {
    let next = shown.composition.asked.first();
    reveal(next.map(|asked| asked.key.clone()).into_iter().collect())
}

/// Reveals all that are asked for.
pub fn reveal_all(shown: &Shown<'_>) -> Action {
    let asked = shown.composition.asked.iter();
    reveal(asked.map(|asked| asked.key.clone()).collect())
}

fn reveal(keys: Vec<String>) -> Action {
    Action::Story(StoryAction::Quiz(QuizAction::Reveal(keys)))
}

/// Takes the keys of the quiz in the ordinary window, before the window does.
pub fn keys(ctx: &Context, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    if shown.state.stage.quiz.is_none() || ctx.text_edit_focused() {
        return;
    }
    if ctx.input_mut(|i| i.consume_key(Modifiers::SHIFT, Key::R)) {
        actions.push(reveal_all(shown));
    } else if ctx.input_mut(|i| i.consume_key(Modifiers::NONE, Key::R)) {
        actions.push(reveal_next(shown));
    }
}

/// Turns selections of what is hidden, among the actions from `from` on, into revelations; a click on a question
/// mark reveals what it stands for.
pub fn clicked(ui: &Ui, shown: &Shown<'_>, page: Rect, actions: &mut [Action], from: usize) {
    let Some(quiz) = &shown.state.stage.quiz else {
        return;
    };
    let released = ui.input(|input| {
        let clicked = input.pointer.primary_clicked();
        input.pointer.latest_pos().filter(|_| clicked)
    });
    let near = released.and_then(|at| {
        let at = at - page.min.to_vec2();
        let off = |asked: &&Asked| {
            let middle = asked.area.center();
            (middle[0] - at.x).hypot(middle[1] - at.y)
        };
        let asked = shown.composition.asked.iter();
        let reached = asked.filter(|a| a.area.expand(REACH_PT).contains([at.x, at.y]));
        reached.min_by(|a, b| off(a).total_cmp(&off(b)))
    });
    for action in actions.iter_mut().skip(from) {
        let Action::Select(selected) = action else {
            continue;
        };
        let own = selected.as_ref().and_then(own_key);
        let hidden = own.filter(|key| !quiz.revealed.contains(key));
        let found: Vec<String> = match (near, hidden) {
            // The question mark before the country it lies in.
            (Some(asked), Some(own)) if own.starts_with("country:") && own != asked.key => {
                vec![asked.key.clone()]
            }
            (Some(asked), own) => own.into_iter().chain([asked.key.clone()]).collect(),
            (None, Some(own)) => vec![own],
            (None, None) => continue,
        };
        *action = reveal(found);
    }
}

fn own_key(selected: &Selected) -> Option<String> {
    key(&crate::export::marked(Some(selected)))
}

/// How many names are left to find, below the map.
pub fn quiz_ui(ui: &mut Ui, shown: &Shown<'_>, page: Rect, actions: &mut Vec<Action>) {
    if shown.state.stage.quiz.is_none() {
        return;
    }
    let left = shown.composition.asked.len();
    let text = match left {
        0 => shown.say(w::ALL_NAMED),
        1 => format!("1 {}", shown.say(w::NAME_LEFT)),
        _ => format!("{left} {}", shown.say(w::NAMES_LEFT)),
    };
    let text = typeset(&text, shown.lang());
    let at = page.center_bottom() - vec2(0.0, GRID * 9.0);
    if chip_ui(ui, shown, "quiz", (at, Align2::CENTER_BOTTOM), &text) {
        actions.push(reveal_next(shown));
    }
}

/// What stands in place of facts that would tell a name; true when it does.
pub fn instead_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) -> bool {
    if shown.state.stage.quiz.is_none() {
        return false;
    }
    let selected = shown.state.selection.as_ref();
    let own = selected.map(|s| crate::export::marked(Some(s)));
    if own.is_some_and(|subject| !hides(shown, &subject)) {
        return false;
    }
    paragraph_ui(ui, shown.strong(shown.say(w::QUIZ_IS_ON)));
    ui.add_space(GRID);
    paragraph_ui(ui, shown.body(shown.say(w::QUIZ_HIDES)));
    ui.add_space(GRID * 2.0);
    for (words, action) in [
        (w::REVEAL, reveal_next(shown)),
        (w::REVEAL_ALL, reveal_all(shown)),
        (
            w::END_QUIZ,
            Action::Story(StoryAction::Quiz(QuizAction::Toggle)),
        ),
    ] {
        if ui.button(shown.body(shown.say(words))).clicked() {
            actions.push(action);
        }
    }
    true
}
