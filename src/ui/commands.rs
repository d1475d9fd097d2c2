//! The one table of commands: what they are called, which keys they have, what they do.
//!
//! Keyboard, tooltips and the list of keys all come from it. It says what there is; `keyboard` carries it out.

use crate::export::citations::Style;
use crate::lang::{
    Lang, Words, compare_words as c, editor_words as ed, export_words as e, filter_words as f,
    history_words as h, present_words as p, time_words as tw, ui_words as w,
};
use crate::state::{LaneKind, Panel, PlayWay, Step};
use crate::style::{CountryTheme, Iso};
use egui::{Key, Modifiers};

/// Everything that has a key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Command {
    /// Start or stop time.
    Play,
    /// A step of the calendar: what, and 1 or -1.
    Step(Step, i8),
    /// The next event's day (true) or the previous one's.
    Event(bool),
    /// Play faster (1) or slower (-1).
    Speed(i8),
    /// Type a date.
    GotoDate,
    /// A day, a range, or all up to the day.
    NextMode,
    /// Begin a range on the day.
    RangeFromHere,
    /// Move the range later (1) or earlier (-1) by its length.
    ShiftRange(i8),
    /// Play in that way, or no longer.
    Way(PlayWay),
    /// Zoom the time lanes in (1) or out (-1).
    ZoomTime(i8),
    /// The whole record, or the range, in the time lanes.
    WholeTime,
    /// Fold a lane, or open it.
    FoldLane(LaneKind),
    /// The curve of foreign troops behind the lanes.
    TroopCurve,
    /// Zoom in (1) or out (-1).
    Zoom(i8),
    /// The home view.
    Home,
    /// Move the map: right, down.
    Pan(i8, i8),
    /// Fill countries by that theme.
    Countries(CountryTheme),
    /// Show or hide the graticule.
    Graticule,
    /// Compare with the day before, or stop comparing.
    Compare,
    /// Day A becomes B and B becomes A.
    SwapDays,
    /// Swipe bar or side by side.
    ComparisonStyle,
    /// Type day A.
    TypeOtherDay,
    /// Day A a year later (1) or earlier (-1).
    OtherDayByYear(i8),
    /// Move the swipe bar right (1) or left (-1).
    SwipeBar(i8),
    /// The view before.
    Back,
    /// The view that was left by going back.
    Forward,
    /// Open the export dialog, or close it.
    Export,
    /// Put the picture on the clipboard.
    CopyPicture,
    /// Copy a link of the view.
    CopyLink,
    /// Type or paste a link of a view.
    OpenLink,
    /// The other language.
    Language,
    /// Light or dark.
    Dark,
    /// Larger (1), smaller (-1) or as it was (0).
    Scale(i8),
    /// Fold a panel.
    Panel(Panel),
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
    /// Take every filter away.
    ClearFilters,
    /// Copy the sources of what is selected, in that form.
    Cite(Style),
    /// Present from the first step, or the map as it is.
    Present,
    /// Present from the step shown.
    PresentHere,
    /// The colours and sizes of a projector.
    Projector,
    /// Glide, or not.
    Motion,
    /// Hide the names.
    Quiz,
    /// Something of stories.
    Story(StoryCommand),
    /// Undo one thing.
    Escape,
    /// Close the window.
    Quit,
}

/// What can be done with stories.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StoryCommand {
    /// Begin an empty one.
    New,
    /// Open one.
    Open,
    /// Put it away.
    Close,
    /// Save it.
    Save,
    /// Save it under another name.
    SaveAs,
    /// The next step (1) or the one before (-1).
    Go(i8),
    /// The view as a new step.
    Capture,
    /// The view for the shown step.
    Retake,
    /// The shown step down (1) or up (-1).
    Move(i8),
    /// The shown step twice.
    Duplicate,
    /// The shown step away.
    Delete,
    /// Undo a change.
    Undo,
    /// Do it again.
    Redo,
}

/// A part of the list of keys.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Group {
    /// The day.
    Time,
    /// The map.
    Map,
    /// Two days at once.
    Compare,
    /// Before a class.
    Present,
    /// Views.
    Views,
    /// Stories.
    Story,
    /// The window.
    Window,
}

/// A line of the table.
pub struct Entry {
    /// What it does.
    pub command: Command,
    /// What it is called.
    pub words: Words,
    /// Its keys; the first is shown.
    pub keys: &'static [(Modifiers, Key)],
    /// Where it stands in the list.
    pub group: Group,
}

const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;
const ALT_SHIFT: Modifiers = ALT.plus(SHIFT);
const CTRL_SHIFT: Modifiers = CTRL.plus(SHIFT);

const fn line(
    group: Group,
    command: Command,
    words: Words,
    keys: &'static [(Modifiers, Key)],
) -> Entry {
    Entry {
        command,
        words,
        keys,
        group,
    }
}

/// The table.
#[rustfmt::skip]
pub const TABLE: &[Entry] = &[
    line(Group::Time, Command::Play, w::PLAY_PAUSE, &[(NONE, Key::Space)]),
    line(Group::Time, Command::Event(true), w::NEXT_EVENT, &[(NONE, Key::N)]),
    line(Group::Time, Command::Event(false), w::PREVIOUS_EVENT, &[(NONE, Key::P)]),
    line(Group::Time, Command::Step(Step::Day, 1), w::NEXT_DAY, &[(NONE, Key::ArrowRight)]),
    line(Group::Time, Command::Step(Step::Day, -1), w::PREVIOUS_DAY, &[(NONE, Key::ArrowLeft)]),
    line(Group::Time, Command::Step(Step::Month, 1), w::NEXT_MONTH, &[(SHIFT, Key::ArrowRight)]),
    line(Group::Time, Command::Step(Step::Month, -1), w::PREVIOUS_MONTH, &[(SHIFT, Key::ArrowLeft)]),
    line(Group::Time, Command::Step(Step::Year, 1), w::NEXT_YEAR, &[(CTRL, Key::ArrowRight)]),
    line(Group::Time, Command::Step(Step::Year, -1), w::PREVIOUS_YEAR, &[(CTRL, Key::ArrowLeft)]),
    line(Group::Time, Command::Speed(1), w::FASTER, &[(NONE, Key::CloseBracket)]),
    line(Group::Time, Command::Speed(-1), w::SLOWER, &[(NONE, Key::OpenBracket)]),
    line(Group::Time, Command::GotoDate, w::GO_TO_DATE, &[(NONE, Key::G), (CTRL, Key::G)]),
    line(Group::Time, Command::NextMode, tw::NEXT_MODE, &[(NONE, Key::M)]),
    line(Group::Time, Command::RangeFromHere, tw::RANGE_FROM_HERE, &[(NONE, Key::I)]),
    line(Group::Time, Command::ShiftRange(1), tw::RANGE_LATER, &[(NONE, Key::Period)]),
    line(Group::Time, Command::ShiftRange(-1), tw::RANGE_EARLIER, &[(NONE, Key::Comma)]),
    line(Group::Time, Command::Way(PlayWay::Loop), tw::LOOP, &[(SHIFT, Key::L)]),
    line(Group::Time, Command::Way(PlayWay::Backwards), tw::BACKWARDS, &[(NONE, Key::R)]),
    line(Group::Time, Command::Way(PlayWay::SkipQuiet), tw::SKIP_QUIET, &[(NONE, Key::Q)]),
    line(Group::Time, Command::ZoomTime(1), tw::ZOOM_AXIS_IN, &[(NONE, Key::Z)]),
    line(Group::Time, Command::ZoomTime(-1), tw::ZOOM_AXIS_OUT, &[(SHIFT, Key::Z)]),
    line(Group::Time, Command::WholeTime, tw::WHOLE_AXIS, &[(SHIFT, Key::Home)]),
    line(Group::Time, Command::TroopCurve, tw::TROOP_CURVE, &[(NONE, Key::U)]),
    line(Group::Time, Command::FoldLane(LaneKind::Airspace), tw::FOLD_AIRSPACE, &[(CTRL, Key::Num1)]),
    line(Group::Time, Command::FoldLane(LaneKind::Alliances), tw::FOLD_ALLIANCES, &[(CTRL, Key::Num2)]),
    line(Group::Time, Command::FoldLane(LaneKind::Troops), tw::FOLD_TROOPS, &[(CTRL, Key::Num3)]),
    line(Group::Time, Command::FoldLane(LaneKind::Pacts), tw::FOLD_PACTS, &[(CTRL, Key::Num4)]),
    line(Group::Time, Command::FoldLane(LaneKind::Power), tw::FOLD_POWER, &[(CTRL, Key::Num5)]),
    line(Group::Time, Command::FoldLane(LaneKind::Diplomacy), tw::FOLD_DIPLOMACY, &[(CTRL, Key::Num6)]),
    line(Group::Map, Command::Zoom(1), w::ZOOM_IN, &[(NONE, Key::Plus), (NONE, Key::Equals)]),
    line(Group::Map, Command::Zoom(-1), w::ZOOM_OUT, &[(NONE, Key::Minus)]),
    line(Group::Map, Command::Home, w::HOME_VIEW, &[(NONE, Key::Home)]),
    line(Group::Map, Command::Pan(-1, 0), w::MAP_WEST, &[(NONE, Key::A), (ALT_SHIFT, Key::ArrowLeft)]),
    line(Group::Map, Command::Pan(1, 0), w::MAP_EAST, &[(NONE, Key::D), (ALT_SHIFT, Key::ArrowRight)]),
    line(Group::Map, Command::Pan(0, -1), w::MAP_NORTH, &[(NONE, Key::W), (ALT_SHIFT, Key::ArrowUp)]),
    line(Group::Map, Command::Pan(0, 1), w::MAP_SOUTH, &[(NONE, Key::S), (ALT_SHIFT, Key::ArrowDown)]),
    line(Group::Map, Command::Countries(CountryTheme::Alliance), w::BY_ALLIANCE, &[(NONE, Key::Num1)]),
    line(Group::Map, Command::Countries(CountryTheme::Airspace), w::BY_AIRSPACE, &[(NONE, Key::Num2)]),
    line(Group::Map, Command::Countries(CountryTheme::Troops), w::BY_TROOPS, &[(NONE, Key::Num3)]),
    line(Group::Map, Command::Countries(CountryTheme::Relations(Iso::FRANCE)), w::BY_RELATIONS, &[(NONE, Key::Num4)]),
    line(Group::Map, Command::Countries(CountryTheme::Plain), w::BY_NOTHING, &[(NONE, Key::Num5)]),
    line(Group::Map, Command::Graticule, w::GRATICULE, &[(NONE, Key::Num9)]),
    line(Group::Compare, Command::Compare, c::COMPARE, &[(NONE, Key::X)]),
    line(Group::Compare, Command::SwapDays, c::SWAP, &[(SHIFT, Key::X)]),
    line(Group::Compare, Command::TypeOtherDay, c::TYPE_A, &[(SHIFT, Key::G)]),
    line(Group::Compare, Command::OtherDayByYear(1), c::A_YEAR_LATER, &[(CTRL_SHIFT, Key::ArrowRight)]),
    line(Group::Compare, Command::OtherDayByYear(-1), c::A_YEAR_EARLIER, &[(CTRL_SHIFT, Key::ArrowLeft)]),
    line(Group::Compare, Command::ComparisonStyle, c::NEXT_HOW, &[(NONE, Key::V)]),
    line(Group::Compare, Command::SwipeBar(-1), c::BAR_LEFT, &[(SHIFT, Key::A)]),
    line(Group::Compare, Command::SwipeBar(1), c::BAR_RIGHT, &[(SHIFT, Key::D)]),
    line(Group::Views, Command::Back, w::BACK, &[(ALT, Key::ArrowLeft)]),
    line(Group::Views, Command::Forward, w::FORWARD, &[(ALT, Key::ArrowRight)]),
    line(Group::Views, Command::CopyLink, w::COPY_LINK, &[(CTRL_SHIFT, Key::C)]),
    line(Group::Views, Command::OpenLink, w::OPEN_LINK, &[(CTRL, Key::L)]),
    line(Group::Views, Command::Export, e::EXPORT, &[(CTRL, Key::E)]),
    line(Group::Views, Command::CopyPicture, e::COPY_PICTURE, &[(CTRL_SHIFT, Key::E)]),
    line(Group::Present, Command::Present, p::PRESENT, &[(NONE, Key::F5)]),
    line(Group::Present, Command::PresentHere, p::PRESENT_HERE, &[(SHIFT, Key::F5)]),
    line(Group::Present, Command::Projector, p::PROJECTOR, &[(NONE, Key::J)]),
    line(Group::Present, Command::Quiz, p::QUIZ, &[(SHIFT, Key::Q)]),
    line(Group::Story, Command::Panel(Panel::Story), ed::STORY_PANEL, &[(NONE, Key::F7)]),
    line(Group::Story, Command::Story(StoryCommand::Go(1)), ed::NEXT_STEP, &[(ALT, Key::PageDown)]),
    line(Group::Story, Command::Story(StoryCommand::Go(-1)), ed::PREVIOUS_STEP, &[(ALT, Key::PageUp)]),
    line(Group::Story, Command::Story(StoryCommand::Capture), ed::CAPTURE, &[(NONE, Key::K)]),
    line(Group::Story, Command::Story(StoryCommand::Retake), ed::RETAKE, &[(SHIFT, Key::K)]),
    line(Group::Story, Command::Story(StoryCommand::Move(-1)), ed::STEP_UP, &[(ALT_SHIFT, Key::PageUp)]),
    line(Group::Story, Command::Story(StoryCommand::Move(1)), ed::STEP_DOWN, &[(ALT_SHIFT, Key::PageDown)]),
    line(Group::Story, Command::Story(StoryCommand::Duplicate), ed::DUPLICATE, &[(CTRL, Key::D)]),
    line(Group::Story, Command::Story(StoryCommand::Delete), ed::DELETE, &[(CTRL, Key::Delete)]),
    line(Group::Story, Command::Story(StoryCommand::Undo), ed::UNDO, &[(CTRL, Key::Z)]),
    line(Group::Story, Command::Story(StoryCommand::Redo), ed::REDO, &[(CTRL_SHIFT, Key::Z), (CTRL, Key::Y)]),
    line(Group::Story, Command::Story(StoryCommand::New), ed::NEW_STORY, &[(CTRL, Key::N)]),
    line(Group::Story, Command::Story(StoryCommand::Open), ed::OPEN_STORY, &[(CTRL, Key::O)]),
    line(Group::Story, Command::Story(StoryCommand::Save), ed::SAVE_STORY, &[(CTRL, Key::S)]),
    line(Group::Story, Command::Story(StoryCommand::SaveAs), ed::SAVE_STORY_AS, &[(CTRL_SHIFT, Key::S)]),
    line(Group::Story, Command::Story(StoryCommand::Close), ed::CLOSE_STORY, &[(CTRL, Key::W)]),
    line(Group::Window, Command::Search, w::SEARCH, &[(CTRL, Key::K), (NONE, Key::Slash)]),
    line(Group::Window, Command::Commands, w::ALL_COMMANDS, &[(CTRL_SHIFT, Key::P)]),
    line(Group::Window, Command::Filters, f::SHOW_FILTERS, &[(NONE, Key::F)]),
    line(Group::Window, Command::DrawArea, f::DRAW_AREA, &[(SHIFT, Key::F)]),
    line(Group::Window, Command::ClearFilters, f::CLEAR_ALL, &[(CTRL_SHIFT, Key::X)]),
    line(Group::Window, Command::Part(1), w::NEXT_PART, &[(NONE, Key::F6)]),
    line(Group::Window, Command::Part(-1), w::PART_BEFORE, &[(SHIFT, Key::F6)]),
    line(Group::Window, Command::Panel(Panel::Layers), w::FOLD_LAYERS, &[(NONE, Key::F2)]),
    line(Group::Window, Command::Panel(Panel::Inspector), w::FOLD_INSPECTOR, &[(NONE, Key::F3)]),
    line(Group::Window, Command::Panel(Panel::Time), w::FOLD_TIME, &[(NONE, Key::F4)]),
    line(Group::Window, Command::Cite(Style::Plain), h::COPY_PLAIN, &[(NONE, Key::C)]),
    line(Group::Window, Command::Cite(Style::Bibtex), h::COPY_BIBTEX, &[(SHIFT, Key::C)]),
    line(Group::Window, Command::Cite(Style::CslJson), h::COPY_CSL_JSON, &[(ALT, Key::C)]),
    line(Group::Window, Command::Language, w::OTHER_LANGUAGE, &[(NONE, Key::L)]),
    line(Group::Window, Command::Dark, w::LIGHT_OR_DARK, &[(NONE, Key::T)]),
    line(Group::Window, Command::Motion, p::LESS_MOTION, &[(SHIFT, Key::M)]),
    line(Group::Window, Command::Scale(1), w::LARGER, &[(CTRL, Key::Plus), (CTRL, Key::Equals)]),
    line(Group::Window, Command::Scale(-1), w::SMALLER, &[(CTRL, Key::Minus)]),
    line(Group::Window, Command::Scale(0), w::USUAL_SIZE, &[(CTRL, Key::Num0)]),
    line(Group::Window, Command::Escape, w::ESCAPE, &[(NONE, Key::Escape)]),
    line(Group::Window, Command::Panel(Panel::Help), w::KEYS, &[(NONE, Key::Questionmark), (NONE, Key::F1)]),
    line(Group::Window, Command::Quit, w::QUIT, &[(CTRL, Key::Q)]),
];

/// The key of a command, as tooltips show it; empty when it has none.
pub fn key_of(command: Command, lang: Lang) -> String {
    let entry = TABLE.iter().find(|entry| entry.command == command);
    entry.map_or_else(String::new, |entry| keys_words(entry, lang))
}

/// The first key of an entry in words.
pub fn keys_words(entry: &Entry, lang: Lang) -> String {
    let first = entry.keys.first();
    first.map_or_else(String::new, |&keys| held_words(keys, lang))
}

/// A key and those held with it, in words.
pub fn held_words((modifiers, key): (Modifiers, Key), lang: Lang) -> String {
    let mut text = String::new();
    for (held, words) in [
        (modifiers.command, w::CTRL),
        (modifiers.alt, w::ALT),
        (modifiers.shift, w::SHIFT),
    ] {
        if held {
            text.push_str(words.get(lang));
            text.push('+');
        }
    }
    text + &key_words(key, lang)
}

fn key_words(key: Key, lang: Lang) -> String {
    let words = match key {
        Key::Space => w::KEY_SPACE,
        Key::ArrowLeft => w::KEY_LEFT,
        Key::ArrowRight => w::KEY_RIGHT,
        Key::ArrowUp => w::KEY_UP,
        Key::ArrowDown => w::KEY_DOWN,
        Key::Home => w::KEY_HOME,
        Key::Escape => w::KEY_ESCAPE,
        Key::PageDown => p::KEY_PAGE_DOWN,
        Key::PageUp => p::KEY_PAGE_UP,
        Key::Enter => p::KEY_ENTER,
        Key::Backspace => p::KEY_BACKSPACE,
        Key::End => p::KEY_END,
        Key::Delete => ed::KEY_DELETE,
        // Everything else is written on the key itself.
        other => return other.symbol_or_name().replace('\u{2212}', "-"),
    };
    words.get(lang).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_does_two_things() {
        let keys: Vec<_> = TABLE.iter().flat_map(|entry| entry.keys).collect();
        for (i, a) in keys.iter().enumerate() {
            assert!(!keys[..i].contains(a), "{a:?}");
        }
    }

    #[test]
    fn keys_are_named_in_both_languages() {
        let month = Command::Step(Step::Month, 1);
        assert_eq!(key_of(month, Lang::En), "Shift+Right");
        assert_eq!(key_of(month, Lang::Fr), "Maj+Droite");
    }
}
