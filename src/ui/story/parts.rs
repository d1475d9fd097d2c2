//! What a step holds besides words: time that plays, things it points at, colours, a picture.
//!
//! A date or a credit that is being typed is scratch until the field is left; everything else is an action at once.

use super::pieces::{Field, Weight, field_ui, label_ui, named_button_ui, switch_ui};
use super::{edit, file};
use crate::calendar::{PartialDate, date_of_day_number, date_words, day_number, parse_user_date};
use crate::export::marked;
use crate::lang::{Words, editor_words as e};
use crate::state::edit::{EditAction, Mark};
use crate::state::shelf::FileAction;
use crate::state::{Action, Origin, Telling};
use crate::story::{Picture, Played, Step};
use crate::ui::facts::naming;
use crate::ui::icon::{self, Icon};
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use crate::ui::widgets::{choice_ui, link_ui, menu_button_ui, paragraph_ui, put_cut};
use egui::{Id, Key, Popup, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

/// A played step begins with the month before its day.
const FIRST_PLAY_DAYS: i32 = 30;
/// And takes so long, in seconds.
const FIRST_PLAY_SECS: f32 = 6.0;

/// What is being typed.
#[derive(Default)]
pub(super) struct Parts {
    /// The first day that plays: of which text it is made, what is typed, why it is none.
    from: (String, String, Option<String>),
    /// The credit: what the step says, what is typed.
    credit: (String, String),
}

impl Parts {
    /// Draws the parts of a step below its words.
    pub fn parts_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        telling: &Telling,
        step: &Step,
        actions: &mut Vec<Action>,
    ) {
        let at = telling.at();
        label_ui(ui, shown, e::TIME);
        self.play_ui(ui, shown, (at, step), actions);
        for (mark, words) in [(Mark::Highlight, e::POINTS_AT), (Mark::Fact, e::RESTS_ON)] {
            label_ui(ui, shown, words);
            ui.scope(|ui| marks_ui(ui, shown, mark, (at, step), actions));
        }
        ui.add_space(GRID);
        let is_fixed = step.view.contains_key("look");
        let switch = switch_ui(ui, shown, e::FIX_COLOURS, is_fixed);
        let hint = shown.small(shown.say(e::FIX_COLOURS_HINT));
        if switch.on_hover_text(hint).clicked() {
            let theme = (!is_fixed).then_some(shown.state.look.theme);
            actions.push(edit(EditAction::Theme(at, theme)));
        }
        label_ui(ui, shown, e::PICTURE);
        picture_ui(ui, shown, telling, (at, step), actions);
    }

    fn play_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        (at, step): (usize, &Step),
        actions: &mut Vec<Action>,
    ) {
        if switch_ui(ui, shown, e::PLAY_UP_TO, step.play.is_some()).clicked() {
            let from = date_of_day_number(day_number(step.day) - FIRST_PLAY_DAYS);
            let seconds = FIRST_PLAY_SECS;
            let play = step.play.is_none().then_some(Played { from, seconds });
            actions.push(edit(EditAction::Play(at, play)));
        }
        let Some(play) = step.play else { return };
        ui.add_space(GRID);
        ui.horizontal(|ui| {
            ui.add(egui::Label::new(shown.body(shown.say(e::FROM))));
            ui.scope(|ui| {
                ui.set_max_width(132.0);
                self.first_day_ui(ui, shown, (at, step, play), actions);
            });
            let seconds = |by: f32| Played {
                seconds: (play.seconds + by).clamp(1.0, crate::story::file::LONGEST_PLAY_SECS),
                ..play
            };
            ui.spacing_mut().item_spacing.x = 2.0;
            for (glyph, words, by) in [
                (Icon::Minus, e::SHORTER, -1.0),
                (Icon::Plus, e::LONGER, 1.0),
            ] {
                let name = shown.say(words);
                if icon::sized_button_ui(ui, glyph, &name, "", 24.0, shown.ink()).clicked() {
                    actions.push(edit(EditAction::Play(at, Some(seconds(by)))));
                }
            }
            let digits = usize::from(play.seconds.fract() != 0.0);
            let text = format!("{:.digits$}\u{202F}s", play.seconds);
            ui.add(egui::Label::new(shown.body(text)));
        });
        if let Some(why) = &self.from.2 {
            paragraph_ui(ui, Type::Small.text(why, shown.ink().error));
        }
    }

    fn first_day_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        (at, step, play): (usize, &Step, Played),
        actions: &mut Vec<Action>,
    ) {
        let now = date_words(play.from, shown.lang());
        let key = format!("{at} {now}");
        if self.from.0 != key {
            self.from = (key, now, None);
        }
        let field = Field {
            id: Id::unique("story play from"),
            name: &shown.say(e::PLAY_FROM),
            hint: "",
            lines: 1,
            most: 60,
        };
        let response = field_ui(ui, shown, &field, &mut self.from.1);
        if response.changed() {
            self.from.2 = None;
        }
        if !response.lost_focus() {
            return;
        }
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            self.from.0.clear();
            return;
        }
        let lang = shown.lang();
        self.from.2 = match parse_user_date(&self.from.1) {
            Ok(PartialDate::Day(from)) if from < step.day => {
                let play = Played { from, ..play };
                actions.push(edit(EditAction::Play(at, Some(play))));
                None
            }
            Ok(PartialDate::Day(_)) => Some(shown.say(e::PLAY_EARLIER)),
            Ok(PartialDate::Month(..) | PartialDate::Year(_)) => Some(shown.say(e::NOT_A_DAY)),
            Err(why) => Some(why.sentence(lang)),
        };
    }

    /// The field for whose the picture is.
    pub fn credit_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        (at, step): (usize, &Step),
        actions: &mut Vec<Action>,
    ) {
        let Some(picture) = &step.picture else { return };
        let key = format!("{at} {}", picture.credit);
        if self.credit.0 != key {
            self.credit = (key, picture.credit.clone());
        }
        label_ui(ui, shown, e::CREDIT);
        let field = Field {
            id: Id::unique("story picture credit"),
            name: &shown.say(e::CREDIT),
            hint: "",
            lines: 1,
            most: 200,
        };
        let response = field_ui(ui, shown, &field, &mut self.credit.1);
        if response.lost_focus() && self.credit.1 != picture.credit {
            let picture = Picture {
                credit: self.credit.1.clone(),
                ..picture.clone()
            };
            actions.push(edit(EditAction::Picture(at, Some(picture))));
        }
    }
}

/// The things of a step as chips, and the way to add what is selected.
fn marks_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    mark: Mark,
    (at, step): (usize, &Step),
    actions: &mut Vec<Action>,
) {
    ui.spacing_mut().item_spacing.y = GRID;
    for pointer in mark.of(step) {
        let thing = &pointer.0;
        let known = naming(shown, &marked(Some(thing))).filter(|_| thing.is_in(shown.atlas));
        let (name, color) = match known {
            Some(naming) => (naming.name, shown.ink().text),
            None => (thing.to_string(), shown.ink().warn),
        };
        if chip_ui(ui, shown, &name, color, (mark, thing.to_string())) {
            actions.push(edit(EditAction::Unmark(mark, at, thing.clone())));
        }
    }
    let selected = shown.state.selection.as_ref();
    match selected.filter(|thing| !mark.of(step).iter().any(|p| p.0 == **thing)) {
        Some(thing) => {
            let text = format!("+ {}", shown.say(e::ADD_SELECTED));
            let heading = match mark {
                Mark::Highlight => e::POINTS_AT,
                Mark::Fact => e::RESTS_ON,
            };
            let name = format!("{} {}", shown.say(heading), shown.say(e::ADD_SELECTED));
            if named_button_ui(ui, shown, &text, &name, "", Weight::Other).clicked() {
                actions.push(edit(EditAction::Mark(mark, at, thing.clone())));
            }
        }
        None if selected.is_none() && mark.of(step).is_empty() => {
            paragraph_ui(ui, shown.small(shown.say(e::SELECT_FIRST)));
        }
        None => {}
    }
}

/// A name with a cross that takes it away.
fn chip_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    name: &str,
    color: crate::style::Color,
    salt: (Mark, String),
) -> bool {
    let palette = shown.ink();
    let galley = ui
        .painter()
        .layout_no_wrap(name.to_owned(), Type::Body.font(), ink(color));
    let width = (galley.size().x + GRID * 9.0).min(ui.available_width());
    let size = vec2(width, 24.0);
    let rect = ui.push_id(salt, |ui| ui.allocate_exact_size(size, Sense::click()));
    let (rect, response) = rect.inner;
    let said = format!("{} {name}", shown.say(e::REMOVE));
    icon::named(ui, &response, &said);
    let fill = match response.hovered() {
        true => palette.panel_sunk,
        false => palette.panel,
    };
    let edge = Stroke::new(1.0, ink(palette.hairline_strong));
    ui.painter()
        .rect(rect, 12.0, ink(fill), edge, StrokeKind::Inside);
    let at = pos2(rect.left() + GRID * 2.5, rect.center().y);
    let room = rect.width() - GRID * 9.0;
    put_cut(ui.painter(), name, Type::Body, color, at, room + 1.0);
    let middle = pos2(rect.right() - 13.0, rect.center().y);
    icon::paint_small(ui.painter(), Icon::Close, middle, ink(palette.text_2));
    icon::focus_ring(ui.painter(), &response, rect.expand(1.0), palette);
    icon::tooltip(response, &said, "", palette).clicked()
}

fn picture_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    telling: &Telling,
    (at, step): (usize, &Step),
    actions: &mut Vec<Action>,
) {
    let say = |ui: &mut Ui, words: Words| {
        paragraph_ui(ui, shown.small(shown.say(words)));
    };
    let pictures = &shown.state.shelf.pictures;
    let is_file = matches!(telling.origin, Origin::File(_));
    if let Some(picture) = &step.picture {
        let is_there = !is_file || pictures.contains(&picture.file);
        let color = if is_there {
            shown.ink().text
        } else {
            shown.ink().warn
        };
        let salt = (Mark::Fact, "picture".to_owned());
        if chip_ui(ui, shown, &picture.file, color, salt) {
            actions.push(edit(EditAction::Picture(at, None)));
        }
        if !is_there {
            paragraph_ui(
                ui,
                shown.small(format!(
                    "{} {}",
                    picture.file,
                    shown.say(e::PICTURE_MISSING)
                )),
            );
        }
    }
    if !is_file {
        say(ui, e::PICTURE_NEEDS_FILE);
        return;
    }
    if pictures.is_empty() && step.picture.is_none() {
        say(ui, e::NO_PICTURES);
    }
    ui.horizontal(|ui| {
        if !pictures.is_empty() {
            choose_ui(ui, shown, (at, step), actions);
        }
        if link_ui(ui, shown, &shown.say(e::FIND), Type::Body).clicked() {
            actions.push(file(FileAction::FindPicture(at)));
        }
    });
}

/// The pictures beside the story as a menu.
fn choose_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    (at, step): (usize, &Step),
    actions: &mut Vec<Action>,
) {
    let text = shown.say(e::CHOOSE_PICTURE);
    let button = menu_button_ui(ui, shown, &text, &shown.say(e::PICTURE), "");
    Popup::menu(&button).show(|ui| {
        egui::ScrollArea::vertical()
            .max_height(240.0)
            .show(ui, |ui| {
                for name in &shown.state.shelf.pictures {
                    let kept = step.picture.as_ref();
                    let chosen = kept.is_some_and(|picture| picture.file == *name);
                    if choice_ui(ui, shown, name, chosen) {
                        let picture = Picture {
                            file: name.clone(),
                            alt: kept.map(|p| p.alt.clone()).unwrap_or_default(),
                            credit: kept.map(|p| p.credit.clone()).unwrap_or_default(),
                        };
                        actions.push(edit(EditAction::Picture(at, Some(picture))));
                    }
                }
            });
    });
}
