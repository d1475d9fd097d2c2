//! The window without a window system, for the tests that drive it by accessible names and keys.

use egui_kittest::Harness;
use jiff::civil::date;
use sahelscope::app::Session;
use sahelscope::model::Atlas;
use sahelscope::state::{Action, Effect, State, TimeAction, apply};
use sahelscope::ui::theme;
use std::sync::{Arc, OnceLock};

/// The shipped facts, read once a test program.
pub fn atlas() -> Arc<Atlas> {
    static ATLAS: OnceLock<Arc<Atlas>> = OnceLock::new();
    let load = || sahelscope::data::shipped().expect("the shipped data load");
    ATLAS.get_or_init(load).clone()
}

/// A window on 15 August 2022 with that done to its state first.
pub fn window(actions: Vec<Action>) -> Harness<'static, Session> {
    let atlas = atlas();
    let mut state = State::new(atlas.coverage.from, atlas.coverage.to);
    let first = Action::Time(TimeAction::Goto(date(2022, 8, 15)));
    for action in [vec![first], actions].concat() {
        apply(&mut state, action);
    }
    let mut harness = Harness::builder()
        .with_size(egui::vec2(1440.0, 900.0))
        .with_step_dt(0.1)
        .with_context_setup(theme::install_fonts)
        // Titles of sources come in any script; the window draws boxes for what the font lacks.
        .allow_missing_glyphs()
        .build_ui_state(
            |ui, session: &mut Session| {
                for effect in session.frame_ui(ui, 0.1) {
                    if let Effect::Copy(text) = effect {
                        ui.ctx().copy_text(text);
                    }
                }
            },
            Session::new(atlas, state),
        );
    harness.run_steps(3);
    harness
}
