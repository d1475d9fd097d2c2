//! What is chosen in the export dialog, and what is kept of it between runs.
//!
//! It asks for files and never touches one: how far a job is, and what went wrong with it, `app` knows.

mod kinds;

pub use kinds::{
    Colours, Each, FilmKind, Look, Pacing, Part, PictureKind, Preset, TextAs, Tongue, Unit, What,
};

use super::{Effect, KeptView};
use crate::calendar::Date;
use crate::lang::Lang;
use crate::style::Theme;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;

/// The largest number that a side can be set to, in its unit; what cannot be drawn is refused later, with a reason.
const MOST_SIDE: f32 = 1_000_000.0;
/// The most frames a second.
const MOST_FPS: u32 = 60;
/// The longest stop of a film, in seconds.
pub const LONGEST_HOLD_SECS: f32 = 60.0;
/// The longest step that can be typed, in days.
const MOST_DAYS: u32 = 100_000;
/// The longest folder and name, in letters.
const MOST_LETTERS: usize = 4_000;

/// A size: one with a name, or one's own.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SizeChoice {
    /// One with a name.
    Preset(Preset),
    /// As [`OwnSize`] says.
    Own,
}

impl Default for SizeChoice {
    fn default() -> Self {
        SizeChoice::Preset(Preset::default())
    }
}

/// A size of one's own.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnSize {
    /// Width and height.
    pub sides: [f32; 2],
    /// What they are measured in.
    pub unit: Unit,
    /// Pixels an inch, for millimetres.
    pub dpi: u16,
}

impl Default for OwnSize {
    fn default() -> Self {
        OwnSize {
            sides: [1600.0, 900.0],
            unit: Unit::Px,
            dpi: 300,
        }
    }
}

/// What a film is made like.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct FilmChoices {
    /// The kind of file.
    #[serde(deserialize_with = "or_usual")]
    pub kind: FilmKind,
    /// How large; in pixels.
    #[serde(deserialize_with = "or_usual")]
    pub size: SizeChoice,
    /// From one frame to the next.
    #[serde(deserialize_with = "or_usual")]
    pub pacing: Pacing,
    /// Days from one frame to the next, where they are typed.
    #[serde(deserialize_with = "or_usual")]
    pub days: u32,
    /// Frames a second.
    #[serde(deserialize_with = "or_usual")]
    pub fps: u32,
    /// Seconds for which it stays on days of events of note; 0 does not stop.
    #[serde(deserialize_with = "or_usual")]
    pub hold_secs: f32,
    /// Does time begin, stop and end gently?
    #[serde(deserialize_with = "or_usual")]
    pub gentle: bool,
}

impl Default for FilmChoices {
    fn default() -> Self {
        FilmChoices {
            kind: FilmKind::default(),
            size: SizeChoice::Preset(Preset::Video),
            pacing: Pacing::default(),
            days: 14,
            fps: 10,
            hold_secs: 0.0,
            gentle: false,
        }
    }
}

/// Everything that is chosen in the dialog and kept between runs.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ExportSettings {
    /// What is made.
    #[serde(deserialize_with = "or_usual")]
    pub what: What,
    /// The kind of the file of a picture, and of those of a series.
    #[serde(deserialize_with = "or_usual")]
    pub kind: PictureKind,
    /// How the letters of an SVG are written.
    #[serde(deserialize_with = "or_usual")]
    pub text: TextAs,
    /// How large pictures are.
    #[serde(deserialize_with = "or_usual")]
    pub size: SizeChoice,
    /// A size of one's own, for pictures and films.
    #[serde(deserialize_with = "or_usual")]
    pub own: OwnSize,
    /// Which part of the map is shown.
    #[serde(deserialize_with = "or_usual")]
    pub look: Look,
    /// The language.
    #[serde(deserialize_with = "or_usual")]
    pub tongue: Tongue,
    /// The colours.
    #[serde(deserialize_with = "or_usual")]
    pub colours: Colours,
    /// Parts of the picture that are shown or left out whatever the window shows.
    #[serde(deserialize_with = "or_usual")]
    pub parts: BTreeMap<Part, bool>,
    /// What a film is made like.
    #[serde(deserialize_with = "or_usual")]
    pub film: FilmChoices,
    /// What each picture of a series is of.
    #[serde(deserialize_with = "or_usual")]
    pub each: Each,
    /// Also write what is shown in words?
    #[serde(deserialize_with = "or_usual")]
    pub alt: bool,
    /// Also write what is shown as a table?
    #[serde(deserialize_with = "or_usual")]
    pub table: bool,
    /// The folder that was last written to; nothing means the platform's for pictures.
    #[serde(deserialize_with = "or_usual")]
    pub folder: Option<String>,
}

/// A value that is not understood becomes the usual one, so that one bad word does not cost the rest.
pub(super) fn or_usual<'de, D, T>(from: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned + Default,
{
    let value = serde_json::Value::deserialize(from)?;
    Ok(serde_json::from_value(value).unwrap_or_default())
}

impl ExportSettings {
    /// Is a part of the picture shown, of a view that hides it or not?
    pub fn shows(&self, part: Part, view: &KeptView) -> bool {
        let of_view = !view.hidden.contains(part.key());
        self.parts.get(&part).copied().unwrap_or(of_view)
    }

    /// Shows a part or leaves it out. What is as in the view follows the view from then on.
    pub fn set_part(&mut self, part: Part, shown: bool, view: &KeptView) {
        let of_view = !view.hidden.contains(part.key());
        if shown == of_view {
            self.parts.remove(&part);
        } else {
            self.parts.insert(part, shown);
        }
    }

    /// The size that is chosen for what is made.
    pub fn size(&self) -> SizeChoice {
        match self.what {
            What::Picture | What::Series => self.size,
            What::Film => self.film.size,
        }
    }

    /// Chooses a size for what is made.
    pub fn set_size(&mut self, size: SizeChoice) {
        match self.what {
            What::Picture | What::Series => self.size = size,
            What::Film => self.film.size = size,
        }
    }

    /// A view in the language, the colours and with the parts that are chosen.
    pub fn dressed(&self, view: &KeptView) -> KeptView {
        let mut view = view.clone();
        view.lang = match self.tongue {
            Tongue::AsWindow => view.lang,
            Tongue::English => Lang::En,
            Tongue::French => Lang::Fr,
        };
        view.theme = match self.colours {
            Colours::AsWindow => view.theme,
            Colours::Light => Theme::Light,
            Colours::Dark => Theme::Dark,
            Colours::Print => Theme::Print,
            Colours::Projector => Theme::Projector,
        };
        for (part, shown) in &self.parts {
            if *shown {
                view.hidden.remove(part.key());
            } else {
                view.hidden.insert(part.key().to_owned());
            }
        }
        view
    }

    /// The same with every number inside what it can be.
    pub fn held(mut self) -> ExportSettings {
        for side in &mut self.own.sides {
            let finite = if side.is_finite() { *side } else { 0.0 };
            *side = finite.clamp(0.0, MOST_SIDE);
        }
        self.own.dpi = self.own.dpi.clamp(36, 1200);
        let film = &mut self.film;
        let usual = FilmChoices::default();
        film.fps = match film.fps {
            0 => usual.fps,
            fps => fps.min(MOST_FPS),
        };
        film.days = match film.days {
            0 => usual.days,
            days => days.min(MOST_DAYS),
        };
        film.hold_secs = match film.hold_secs.is_finite() {
            true => film.hold_secs.clamp(0.0, LONGEST_HOLD_SECS),
            false => 0.0,
        };
        if let Some(folder) = &mut self.folder {
            shorten(folder);
        }
        self
    }
}

fn shorten(text: &mut String) {
    if let Some((at, _)) = text.char_indices().nth(MOST_LETTERS) {
        text.truncate(at);
    }
}

/// The export dialog.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ExportState {
    /// Is it open?
    pub is_open: bool,
    /// What is chosen, kept between runs.
    pub settings: ExportSettings,
    /// The name that was typed; nothing means one made from the view.
    pub name: Option<String>,
    /// The first and the last day that were typed, for films and series; nothing means the range that the window
    /// shows, or the whole record.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

/// What may be written over, and how much may be made.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Leave {
    /// Nothing that is there is replaced, nothing long is made: it is asked first.
    #[default]
    Ask,
    /// It was asked.
    Given,
}

/// What can be done in the export dialog.
#[derive(Clone, PartialEq, Debug)]
pub enum ExportAction {
    /// Open the dialog, or close it; a job goes on.
    Toggle,
    /// Choose all that.
    Set(Box<ExportSettings>),
    /// Call the file so, or as the view is called.
    SetName(Option<String>),
    /// Put the file into that folder under that name.
    SetPlace(String, String),
    /// Films and series from that day to that one; nothing is as the window says.
    SetDays(Option<Date>, Option<Date>),
    /// Make the files.
    Start(Leave),
    /// Stop making them.
    Stop,
    /// Forget the last job.
    Dismiss,
    /// Put the picture on the clipboard.
    CopyPicture,
    /// Choose the place in the system's own dialog.
    Browse,
    /// Show the folder in which a job has put its files.
    OpenFolder,
}

/// What the shell is asked to do for an export.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ExportEffect {
    /// Make the files.
    Start(Leave),
    /// Stop making them.
    Stop,
    /// Forget the last job.
    Dismiss,
    /// Put the picture on the clipboard.
    CopyPicture,
    /// Choose the place in the system's own dialog.
    Browse,
    /// Show the folder of the files.
    OpenFolder,
}

impl ExportState {
    pub(super) fn apply(&mut self, action: ExportAction) -> Option<Effect> {
        let effect = match action {
            ExportAction::Toggle => {
                self.is_open = !self.is_open;
                // The name of another day's file is none for this one.
                self.name = None;
                return None;
            }
            ExportAction::Set(settings) => {
                if settings.what != self.settings.what {
                    self.name = None;
                }
                self.settings = settings.held();
                return None;
            }
            ExportAction::SetName(mut name) => {
                name.iter_mut().for_each(shorten);
                self.name = name;
                return None;
            }
            ExportAction::SetPlace(folder, mut name) => {
                shorten(&mut name);
                self.name = Some(name);
                let folder = Some(folder);
                self.settings = ExportSettings {
                    folder,
                    ..self.settings.clone()
                }
                .held();
                return None;
            }
            ExportAction::SetDays(from, to) => {
                (self.from, self.to) = (from, to);
                return None;
            }
            ExportAction::Start(leave) => ExportEffect::Start(leave),
            ExportAction::Stop => ExportEffect::Stop,
            ExportAction::Dismiss => ExportEffect::Dismiss,
            ExportAction::CopyPicture => ExportEffect::CopyPicture,
            ExportAction::Browse => ExportEffect::Browse,
            ExportAction::OpenFolder => ExportEffect::OpenFolder,
        };
        Some(Effect::Export(effect))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::State;
    use jiff::civil::date;

    fn view() -> KeptView {
        KeptView::of(&State::new(date(2012, 1, 1), date(2026, 6, 4)))
    }

    #[test]
    fn parts_follow_the_view_until_they_are_chosen() {
        let mut view = view();
        let mut settings = ExportSettings::default();
        assert!(settings.shows(Part::Legend, &view) && !settings.shows(Part::Graticule, &view));
        settings.set_part(Part::Legend, false, &view);
        settings.set_part(Part::Graticule, true, &view);
        let dressed = settings.dressed(&view);
        assert!(dressed.hidden.contains("page:legend"));
        assert!(!dressed.hidden.contains("page:graticule"));
        settings.set_part(Part::Legend, true, &view);
        assert!(!settings.parts.contains_key(&Part::Legend));
        view.hidden.insert("page:legend".to_owned());
        assert!(!settings.shows(Part::Legend, &view));
    }

    #[test]
    fn absurd_numbers_are_held() {
        let mut export = ExportState::default();
        let mut settings = ExportSettings::default();
        settings.own.sides = [f32::NAN, 1e30];
        settings.own.dpi = 0;
        settings.film.fps = 0;
        settings.film.days = u32::MAX;
        settings.film.hold_secs = f32::INFINITY;
        settings.folder = Some("é".repeat(10_000));
        export.apply(ExportAction::Set(Box::new(settings)));
        let held = &export.settings;
        assert_eq!(held.own.sides, [0.0, MOST_SIDE]);
        assert_eq!(
            (held.own.dpi, held.film.fps, held.film.hold_secs),
            (36, 10, 0.0)
        );
        assert_eq!(
            held.folder.as_ref().map(|f| f.chars().count()),
            Some(MOST_LETTERS)
        );
    }

    #[test]
    fn a_bad_value_costs_only_itself() {
        let text = r#"{"what": "film", "kind": "bmp", "film": {"fps": "many", "pacing": "week"}, "parts": 5,
            "folder": "/tmp"}"#;
        let read: ExportSettings = serde_json::from_str(text).expect("an object");
        assert_eq!((read.what, read.kind), (What::Film, PictureKind::Png));
        assert_eq!(read.film.pacing, Pacing::Week);
        assert_eq!(read.clone().held().film.fps, 10);
        assert_eq!(read.folder.as_deref(), Some("/tmp"));
        let text = serde_json::to_string(&ExportSettings::default()).expect("plain data");
        let again: ExportSettings = serde_json::from_str(&text).expect("our own text");
        assert_eq!(again, ExportSettings::default());
    }

    #[test]
    fn names_on_the_command_line_are_those_of_the_settings() {
        for preset in Preset::ALL {
            let kept = serde_json::to_value(preset).expect("a word");
            assert_eq!(kept.as_str(), Some(preset.id()));
            assert_eq!(Preset::from_id(preset.id()), Some(*preset));
        }
        for part in Part::ALL {
            let kept = serde_json::to_value(part).expect("a word");
            assert_eq!(kept.as_str(), Some(part.id()));
        }
    }

    #[test]
    fn what_is_asked_for_is_left_to_the_shell() {
        let mut export = ExportState::default();
        export.apply(ExportAction::SetName(Some("old".to_owned())));
        export.apply(ExportAction::Toggle);
        assert_eq!(export.name, None);
        assert!(export.is_open);
        let effect = export.apply(ExportAction::Start(Leave::Ask));
        assert_eq!(
            effect,
            Some(Effect::Export(ExportEffect::Start(Leave::Ask)))
        );
    }
}
