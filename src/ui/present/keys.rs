//! The keys while presenting: one table, from which the list of keys comes as well.
//!
//! They are those of clickers and of the usual programs for slides. It says what is asked for; others do it.

use crate::lang::{Lang, Words, present_words as w, ui_words};
use crate::ui::commands::held_words;
use egui::{Context, Event, Key, Modifiers};

/// Everything that a key does while presenting.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Deed {
    /// The next step, or event.
    Next,
    /// The step before, or event.
    Back,
    /// The first step.
    First,
    /// The last step.
    Last,
    /// A digit of a step's number.
    Digit(u8),
    /// Back to the step after wandering off.
    Again,
    /// The list of steps.
    Steps,
    /// Black screen.
    Black,
    /// White screen.
    White,
    /// Spot of light.
    Laser,
    /// Pen.
    Pen,
    /// Wipe what the pen drew.
    Wipe,
    /// Hide the names.
    Quiz,
    /// Reveal the next name.
    Reveal,
    /// Reveal all names.
    RevealAll,
    /// The timer.
    Timer,
    /// The presenter's window.
    Presenter,
    /// The other language.
    Language,
    /// Zoom in (1) or out (-1).
    Zoom(i8),
    /// The list of keys.
    Keys,
    /// Close one thing; at last, leave.
    Leave,
    /// Close the program.
    Quit,
}

/// Where a line stands in the list of keys.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Group {
    /// Steps.
    Steps,
    /// The screen.
    Screen,
    /// Not listed.
    Unlisted,
}

/// A line of the table.
pub struct Line {
    /// What it does.
    pub deed: Deed,
    /// What it is called.
    pub words: Words,
    /// Its keys; the first few are shown.
    pub keys: &'static [(Modifiers, Key)],
    /// Where it stands.
    pub group: Group,
}

const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL: Modifiers = Modifiers::COMMAND;
/// So many keys of a line are shown.
const SHOWN: usize = 3;

const fn line(group: Group, deed: Deed, words: Words, keys: &'static [(Modifiers, Key)]) -> Line {
    Line {
        deed,
        words,
        keys,
        group,
    }
}

/// The table.
#[rustfmt::skip]
pub const TABLE: &[Line] = &[
    line(Group::Steps, Deed::Next, w::NEXT, &[
        (NONE, Key::PageDown), (NONE, Key::ArrowRight), (NONE, Key::Space), (NONE, Key::ArrowDown), (NONE, Key::Enter), (NONE, Key::N),
    ]),
    line(Group::Steps, Deed::Back, w::BACK, &[
        (NONE, Key::PageUp), (NONE, Key::ArrowLeft), (NONE, Key::P), (NONE, Key::ArrowUp),
    ]),
    line(Group::Steps, Deed::First, w::FIRST, &[(NONE, Key::Home)]),
    line(Group::Steps, Deed::Last, w::LAST, &[(NONE, Key::End)]),
    line(Group::Steps, Deed::Again, w::AGAIN, &[(NONE, Key::Backspace)]),
    line(Group::Steps, Deed::Steps, w::STEPS, &[(NONE, Key::G)]),
    line(Group::Steps, Deed::Presenter, w::PRESENTER, &[(NONE, Key::S)]),
    line(Group::Steps, Deed::Timer, w::TIMER, &[(NONE, Key::T)]),
    line(Group::Screen, Deed::Black, w::BLACK, &[(NONE, Key::B), (NONE, Key::Period)]),
    line(Group::Screen, Deed::White, w::WHITE, &[(NONE, Key::W), (NONE, Key::Comma)]),
    line(Group::Screen, Deed::Laser, w::LASER, &[(NONE, Key::L)]),
    line(Group::Screen, Deed::Pen, w::PEN, &[(NONE, Key::D)]),
    line(Group::Screen, Deed::Wipe, w::WIPE, &[(NONE, Key::E)]),
    line(Group::Screen, Deed::Quiz, w::QUIZ, &[(NONE, Key::Q)]),
    line(Group::Screen, Deed::Reveal, w::REVEAL, &[(NONE, Key::R)]),
    line(Group::Screen, Deed::RevealAll, w::REVEAL_ALL, &[(SHIFT, Key::R)]),
    line(Group::Screen, Deed::Language, w::LANGUAGE, &[(SHIFT, Key::L)]),
    line(Group::Screen, Deed::Zoom(1), ui_words::ZOOM_IN, &[(NONE, Key::Plus), (NONE, Key::Equals)]),
    line(Group::Screen, Deed::Zoom(-1), ui_words::ZOOM_OUT, &[(NONE, Key::Minus)]),
    line(Group::Screen, Deed::Keys, w::THESE_KEYS, &[(NONE, Key::H), (NONE, Key::Questionmark), (NONE, Key::F1)]),
    line(Group::Screen, Deed::Leave, w::LEAVE, &[(NONE, Key::Escape)]),
    line(Group::Unlisted, Deed::Quit, ui_words::QUIT, &[(CTRL, Key::Q)]),
    line(Group::Unlisted, Deed::Digit(0), w::TO_NUMBER, &[(NONE, Key::Num0)]),
    line(Group::Unlisted, Deed::Digit(1), w::TO_NUMBER, &[(NONE, Key::Num1)]),
    line(Group::Unlisted, Deed::Digit(2), w::TO_NUMBER, &[(NONE, Key::Num2)]),
    line(Group::Unlisted, Deed::Digit(3), w::TO_NUMBER, &[(NONE, Key::Num3)]),
    line(Group::Unlisted, Deed::Digit(4), w::TO_NUMBER, &[(NONE, Key::Num4)]),
    line(Group::Unlisted, Deed::Digit(5), w::TO_NUMBER, &[(NONE, Key::Num5)]),
    line(Group::Unlisted, Deed::Digit(6), w::TO_NUMBER, &[(NONE, Key::Num6)]),
    line(Group::Unlisted, Deed::Digit(7), w::TO_NUMBER, &[(NONE, Key::Num7)]),
    line(Group::Unlisted, Deed::Digit(8), w::TO_NUMBER, &[(NONE, Key::Num8)]),
    line(Group::Unlisted, Deed::Digit(9), w::TO_NUMBER, &[(NONE, Key::Num9)]),
];

impl Line {
    /// The keys that the list of keys shows.
    pub fn shown_keys(&self, lang: Lang) -> Vec<String> {
        let keys = self.keys.iter().take(SHOWN);
        keys.map(|keys| held_words(*keys, lang)).collect()
    }
}

/// The first key of a deed, in words.
pub fn key_of(deed: Deed, lang: Lang) -> String {
    let line = TABLE.iter().find(|line| line.deed == deed);
    let keys = line.and_then(|line| line.keys.first());
    keys.map_or_else(String::new, |keys| held_words(*keys, lang))
}

/// A key that was pressed, with those held, and what the table says of it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Pressed {
    /// The key.
    pub key: Key,
    /// What was held with it.
    pub held: Modifiers,
    /// What it does; nothing when it has no line.
    pub deed: Option<Deed>,
}

/// The keys of this frame, in their order.
pub fn pressed(ctx: &Context) -> Vec<Pressed> {
    ctx.input(|input| {
        let events = input.events.iter();
        let pressed = events.filter_map(|event| match event {
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } => Some(Pressed {
                key: *key,
                held: *modifiers,
                deed: deed_of(*key, *modifiers),
            }),
            _ => None,
        });
        pressed.collect()
    })
}

fn deed_of(key: Key, held: Modifiers) -> Option<Deed> {
    // Digits and signs need Shift on some keyboards and not on others.
    let sign = matches!(
        key,
        Key::Questionmark | Key::Plus | Key::Equals | Key::Minus | Key::Period | Key::Comma
    ) || matches!(
        key,
        Key::Num0 | Key::Num1 | Key::Num2 | Key::Num3 | Key::Num4
    ) || matches!(
        key,
        Key::Num5 | Key::Num6 | Key::Num7 | Key::Num8 | Key::Num9
    );
    let fits = |&(modifiers, wanted): &(Modifiers, Key)| {
        wanted == key
            && modifiers.command == held.command
            && !held.alt
            && (modifiers.shift == held.shift || sign)
    };
    let line = TABLE.iter().find(|line| line.keys.iter().any(fits))?;
    Some(line.deed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_does_two_things() {
        let keys: Vec<_> = TABLE.iter().flat_map(|line| line.keys).collect();
        for (i, a) in keys.iter().enumerate() {
            assert!(!keys[..i].contains(a), "{a:?}");
        }
    }

    #[test]
    fn clickers_and_keyboards_of_all_countries_are_understood() {
        for (key, held, deed) in [
            (Key::PageDown, NONE, Some(Deed::Next)),
            (Key::PageUp, NONE, Some(Deed::Back)),
            (Key::Period, SHIFT, Some(Deed::Black)),
            (Key::Num7, SHIFT, Some(Deed::Digit(7))),
            (Key::R, SHIFT, Some(Deed::RevealAll)),
            (Key::ArrowRight, CTRL, None),
            (Key::Q, CTRL, Some(Deed::Quit)),
        ] {
            assert_eq!(deed_of(key, held), deed, "{key:?}");
        }
        assert_eq!(key_of(Deed::Again, Lang::Fr), "Retour arrière");
    }
}
