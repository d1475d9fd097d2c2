//! Keys to commands, and commands to actions.
//!
//! Whoever is typing has the keys to himself, but for those that lead elsewhere; what has the focus answers to its own keys first.

use super::commands::{Command, StoryCommand, TABLE};
use super::layout::Areas;
use super::shown::Shown;
use crate::calendar::day_number;
use crate::export::citations::Style;
use crate::state::{
    Action, CompareAction, ExportAction, FilterAction, HistoryAction, LanesAction, LookAction,
    MapAction, PresentAction, QuizAction, State, Step, StoryAction, TimeAction,
};
use egui::{Context, Event, Key, Modifiers, PointerButton};

/// What the keyboard asked for that is not an action on the state.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wish {
    /// Type a date.
    TypeDate,
    /// Zoom the time lanes in (1) or out (-1).
    ZoomTime(i8),
    /// The whole record, or the range, in the time lanes.
    WholeTime,
    /// Zoom the map about its middle.
    Zoom(i8),
    /// Search everything.
    Search,
    /// Search the commands.
    Commands,
    /// Lead the keyboard to the next part of the window (1) or the one before (-1).
    Part(i8),
    /// Open the filters.
    Filters,
    /// Draw an area to filter by.
    DrawArea,
    /// Copy the sources of what is selected, in that form.
    Cite(Style),
    /// Type day A of a comparison.
    TypeOtherDay,
    /// Type or paste a view link.
    TypeLink,
    /// Open what was pasted.
    Paste(String),
    /// Something of stories.
    Story(StoryCommand),
    /// Undo one thing: what is open in a panel first, then what the state holds.
    Escape,
}

/// Turns the keys of this frame into actions and wishes, unless somebody is typing.
pub fn keyboard(
    ctx: &Context,
    shown: &Shown<'_>,
    areas: &Areas,
    actions: &mut Vec<Action>,
) -> Vec<Wish> {
    let typing = ctx.text_edit_focused();
    let focused = ctx.memory(|memory| memory.focused().is_some());
    let menu = egui::Popup::is_any_open(ctx);
    let pressed: Vec<Command> = ctx.input(|input| {
        let events = input.events.iter();
        let commands = events.filter_map(|event| {
            let command = command_in(event)?;
            (!typing || interrupts(command, input.modifiers)).then_some(command)
        });
        commands.collect()
    });
    let pasted = ctx.input(|input| input.events.iter().find_map(pasted_in));
    let pasted = pasted.filter(|_| !typing && !shown.state.export.is_open);
    let mut wishes: Vec<Wish> = pasted.map(Wish::Paste).into_iter().collect();
    for command in pressed {
        // What has the focus answers to its own keys first.
        let own = matches!(command, Command::Play | Command::Step(..));
        // Under the export dialog nothing moves.
        let under = shown.state.export.is_open && !reaches_dialog(command);
        let elsewhere = under || (focused && own) || (menu && command == Command::Escape);
        if !elsewhere {
            run(command, shown, areas, actions, &mut wishes);
        }
    }
    wishes
}

/// The command of an event: a key, or the buttons for back and forward that some mice have.
fn command_in(event: &Event) -> Option<Command> {
    match event {
        Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } => command_of(*key, *modifiers),
        Event::PointerButton {
            button,
            pressed: true,
            ..
        } => match button {
            PointerButton::Extra1 => Some(Command::Back),
            PointerButton::Extra2 => Some(Command::Forward),
            PointerButton::Primary | PointerButton::Secondary | PointerButton::Middle => None,
        },
        _ => None,
    }
}

fn pasted_in(event: &Event) -> Option<String> {
    match event {
        Event::Paste(text) => Some(text.clone()),
        _ => None,
    }
}

/// May it be asked for while the export dialog is open?
fn reaches_dialog(command: Command) -> bool {
    matches!(
        command,
        Command::Export
            | Command::CopyPicture
            | Command::Language
            | Command::Dark
            | Command::Scale(_)
            | Command::Escape
            | Command::Quit
    )
}

/// May it be asked for while somebody is typing?
fn interrupts(command: Command, held: Modifiers) -> bool {
    let keeps = matches!(
        command,
        Command::Story(StoryCommand::Save | StoryCommand::SaveAs)
    );
    let steps = matches!(
        command,
        Command::Story(StoryCommand::Go(_) | StoryCommand::Move(_))
    );
    let leads_to_field = matches!(command, Command::Search | Command::Commands);
    let by_command = held.command && (leads_to_field || keeps);
    by_command || (held.alt && steps) || matches!(command, Command::Part(_))
}

pub(super) fn command_of(key: Key, held: Modifiers) -> Option<Command> {
    // Signs such as ? or + need Shift on some keyboards and not on others.
    let sign = matches!(
        key,
        Key::Questionmark
            | Key::Slash
            | Key::Plus
            | Key::Equals
            | Key::Minus
            | Key::OpenBracket
            | Key::CloseBracket
    ) || matches!(
        key,
        Key::Num0 | Key::Num1 | Key::Num2 | Key::Num3 | Key::Num4 | Key::Num5 | Key::Num6
    );
    let fits = |&(modifiers, wanted): &(Modifiers, Key)| {
        wanted == key
            && modifiers.command == held.command
            && (modifiers.alt == held.alt || sign)
            && (modifiers.shift == held.shift || sign)
    };
    let entry = TABLE.iter().find(|entry| entry.keys.iter().any(fits))?;
    Some(entry.command)
}

/// Carries a command out.
pub fn run(
    command: Command,
    shown: &Shown<'_>,
    areas: &Areas,
    actions: &mut Vec<Action>,
    wishes: &mut Vec<Wish>,
) {
    let state = shown.state;
    let time = |action| Action::Time(action);
    match command {
        Command::Play => actions.push(time(TimeAction::TogglePlay)),
        Command::Step(step, count) => actions.push(time(TimeAction::Step(step, count.into()))),
        Command::Event(forward) => {
            let found = shown.neighbour_day(forward);
            actions.extend(found.map(|day| time(TimeAction::Goto(day))));
        }
        Command::Speed(by) => actions.push(time(TimeAction::ChangeSpeed(by.into()))),
        Command::GotoDate => wishes.push(Wish::TypeDate),
        Command::NextMode => actions.push(time(TimeAction::NextMode)),
        Command::RangeFromHere => actions.push(time(TimeAction::SetFrom(state.time.date))),
        Command::ShiftRange(by) => actions.extend(shifted(state, by)),
        Command::Way(way) => actions.push(time(TimeAction::ToggleWay(way))),
        Command::ZoomTime(by) => wishes.push(Wish::ZoomTime(by)),
        Command::WholeTime => wishes.push(Wish::WholeTime),
        Command::FoldLane(lane) => actions.push(Action::Lanes(LanesAction::Toggle(lane))),
        Command::TroopCurve => actions.push(Action::Lanes(LanesAction::ToggleTroopCurve)),
        Command::Zoom(by) => wishes.push(Wish::Zoom(by)),
        Command::Home => actions.push(Action::Map(MapAction::Home(areas.map.size().into()))),
        Command::Pan(right, down) => {
            let delta = [-f32::from(right) * 80.0, -f32::from(down) * 80.0];
            let viewport = crate::geo::Viewport {
                camera: state.map.camera,
                size_pt: areas.map.size().into(),
            };
            actions.push(Action::Map(MapAction::Pan(viewport, delta)));
        }
        Command::Countries(theme) => {
            let theme = super::countries_by::meant(theme, shown);
            actions.push(Action::Map(MapAction::SetTheme(theme)));
        }
        Command::Graticule => {
            let key = "page:graticule".to_owned();
            actions.push(Action::Map(MapAction::ToggleLine(key)));
        }
        Command::Compare => actions.push(Action::Compare(CompareAction::Toggle)),
        Command::SwapDays => actions.push(Action::Compare(CompareAction::Swap)),
        Command::ComparisonStyle => actions.push(Action::Compare(CompareAction::NextHow)),
        Command::TypeOtherDay => wishes.push(Wish::TypeOtherDay),
        Command::OtherDayByYear(by) => {
            actions.push(Action::Compare(CompareAction::Step(Step::Year, by.into())));
        }
        Command::SwipeBar(by) => {
            let by = f32::from(by) * super::compare::BAR_STEP;
            actions.push(Action::Compare(CompareAction::MoveBar(by)));
        }
        Command::Back => actions.push(Action::History(HistoryAction::Back)),
        Command::Forward => actions.push(Action::History(HistoryAction::Forward)),
        Command::CopyLink => actions.push(super::links::copied(state)),
        Command::OpenLink => wishes.push(Wish::TypeLink),
        Command::Export => actions.push(Action::Export(ExportAction::Toggle)),
        Command::CopyPicture => actions.push(Action::Export(ExportAction::CopyPicture)),
        Command::Language => actions.push(Action::Look(LookAction::NextLang)),
        Command::Dark => actions.push(Action::Look(LookAction::ToggleDark)),
        Command::Scale(0) => actions.push(Action::Look(LookAction::SetScale(1.0))),
        Command::Scale(by) => {
            let scale = state.look.scale + 0.125 * f32::from(by);
            actions.push(Action::Look(LookAction::SetScale(scale)));
        }
        Command::Panel(panel) => actions.push(Action::Look(LookAction::Toggle(panel))),
        Command::Search => wishes.push(Wish::Search),
        Command::Commands => wishes.push(Wish::Commands),
        Command::Part(by) => wishes.push(Wish::Part(by)),
        Command::Filters => wishes.push(Wish::Filters),
        Command::DrawArea => wishes.push(Wish::DrawArea),
        Command::ClearFilters => actions.push(Action::Filter(FilterAction::Clear)),
        Command::Cite(style) => wishes.push(Wish::Cite(style)),
        Command::Present => actions.push(present(PresentAction::Begin)),
        Command::PresentHere => actions.push(present(PresentAction::BeginHere)),
        Command::Projector => actions.push(Action::Look(LookAction::ToggleProjector)),
        Command::Motion => actions.push(Action::Look(LookAction::ToggleMotion)),
        Command::Quiz => actions.push(Action::Story(StoryAction::Quiz(QuizAction::Toggle))),
        Command::Story(command) => wishes.push(Wish::Story(command)),
        Command::Escape => wishes.push(Wish::Escape),
        Command::Quit => actions.push(Action::Quit),
    }
}

fn present(action: PresentAction) -> Action {
    Action::Story(StoryAction::Present(action))
}

/// Moves a range by its own length; without one there is nothing to move.
fn shifted(state: &State, by: i8) -> Option<Action> {
    let time = &state.time;
    let from = time.from().filter(|_| time.is_range())?;
    let days = day_number(time.date) - day_number(from) + 1;
    Some(Action::Time(TimeAction::Shift(days * i32::from(by))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Panel;

    #[test]
    fn held_keys_make_the_step_larger() {
        for (held, step) in [
            (Modifiers::NONE, Step::Day),
            (Modifiers::SHIFT, Step::Month),
            (Modifiers::COMMAND, Step::Year),
        ] {
            let found = command_of(Key::ArrowRight, held);
            assert_eq!(found, Some(Command::Step(step, 1)));
        }
        for (held, command) in [
            (Modifiers::ALT, Command::Back),
            (Modifiers::ALT | Modifiers::SHIFT, Command::Pan(-1, 0)),
        ] {
            assert_eq!(command_of(Key::ArrowLeft, held), Some(command));
        }
        let help = command_of(Key::Questionmark, Modifiers::SHIFT);
        assert_eq!(help, Some(Command::Panel(Panel::Help)));
        assert_eq!(command_of(Key::R, Modifiers::COMMAND), None);
    }
}
