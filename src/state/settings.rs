//! The part of the state that is kept between runs, as text.
//!
//! Reading never fails halfway: a text gives settings, or a reason; the caller sets a bad file aside.

use super::export::{ExportSettings, or_usual};
use super::shelf::MOST_RECENT;
use super::{LaneKind, Motion, PlayWays, Speed, State};
use crate::lang::Lang;
use crate::style::{CountryTheme, Theme};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The version of the form below.
const VERSION: u32 = 1;

/// What is kept between runs.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Version of the form.
    pub version: u32,
    /// Language, `en` or `fr`.
    pub lang: String,
    /// Theme, such as `light`.
    pub theme: String,
    /// Theme of the countries, such as `alliance`.
    pub countries: String,
    /// Speed of playing, such as `month`.
    pub speed: String,
    /// Days of the trail.
    pub trail_days: u16,
    /// Switched-off layers and legend lines.
    pub hidden: BTreeSet<String>,
    /// Layer list open.
    pub layers_open: bool,
    /// Inspector open.
    pub inspector_open: bool,
    /// Lanes open.
    pub time_open: bool,
    /// Story panel open.
    pub story_open: bool,
    /// Story files opened or saved last, the last first.
    pub stories: Vec<std::path::PathBuf>,
    /// Play again and again.
    pub looping: bool,
    /// Skip quiet stretches while playing.
    pub skip_quiet: bool,
    /// Names of the lanes that are folded, such as `airspace`.
    pub folded_lanes: BTreeSet<String>,
    /// The curve of foreign troops behind the lanes.
    pub troop_curve: bool,
    /// Scale of the window.
    pub scale: f32,
    /// What was last chosen in the export dialog.
    #[serde(deserialize_with = "or_usual")]
    pub export: ExportSettings,
    /// Nothing glides.
    pub reduced_motion: bool,
    /// Inner size of the window, in points.
    pub window_pt: Option<[f32; 2]>,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            version: VERSION,
            lang: Lang::default().id().to_owned(),
            theme: Theme::default().id().to_owned(),
            countries: CountryTheme::default().id(),
            speed: Speed::default().id().to_owned(),
            trail_days: 60,
            hidden: super::map::first_hidden(),
            layers_open: true,
            inspector_open: true,
            time_open: true,
            story_open: false,
            stories: Vec::new(),
            looping: false,
            skip_quiet: false,
            folded_lanes: BTreeSet::new(),
            troop_curve: true,
            scale: 1.0,
            export: ExportSettings::default(),
            reduced_motion: false,
            window_pt: None,
        }
    }
}

/// Why a text is no settings.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// Not readable.
    #[error("line {}, column {}: {}", .0.line(), .0.column(), .0)]
    Json(#[from] serde_json::Error),
    /// Written by a later program.
    #[error("version {0} is newer than this program's version {VERSION}")]
    Newer(u32),
}

impl Settings {
    /// Reads settings; members that are missing take their defaults.
    ///
    /// # Errors
    /// When the text is no JSON object of the right types, or from a later version.
    pub fn from_text(text: &str) -> Result<Settings, SettingsError> {
        let settings: Settings = serde_json::from_str(text)?;
        if settings.version > VERSION {
            return Err(SettingsError::Newer(settings.version));
        }
        Ok(settings)
    }

    /// The text to keep.
    pub fn to_text(&self) -> String {
        // A struct of strings, numbers and sets of strings always serialises.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// The settings of a state.
    pub fn of(state: &State, window_pt: Option<[f32; 2]>) -> Settings {
        Settings {
            version: VERSION,
            lang: state.look.lang.id().to_owned(),
            // The colours of a presentation end with it.
            theme: state
                .stage
                .own_theme()
                .unwrap_or(state.look.theme)
                .id()
                .to_owned(),
            countries: state.map.theme.id(),
            speed: state.time.speed.id().to_owned(),
            trail_days: state.time.trail_days,
            hidden: state.map.hidden.clone(),
            layers_open: state.look.layers_open,
            inspector_open: state.look.inspector_open,
            time_open: state.look.time_open,
            story_open: state.look.story_open,
            stories: written(&state.shelf.recent),
            looping: state.time.ways.looping,
            skip_quiet: state.time.ways.skip_quiet,
            folded_lanes: state
                .lanes
                .folded
                .iter()
                .map(|lane| lane.id().to_owned())
                .collect(),
            troop_curve: state.lanes.troop_curve,
            scale: state.look.scale,
            export: state.export.settings.clone(),
            reduced_motion: state.look.motion == Motion::Reduced,
            window_pt,
        }
    }

    /// Puts the settings into a state; names that are not known are left as they are.
    pub fn put_into(&self, state: &mut State) {
        let look = &mut state.look;
        look.lang = Lang::from_id(&self.lang).unwrap_or(look.lang);
        look.theme = Theme::from_id(&self.theme).unwrap_or(look.theme);
        look.layers_open = self.layers_open;
        look.inspector_open = self.inspector_open;
        look.time_open = self.time_open;
        look.story_open = self.story_open;
        if self.scale.is_finite() {
            look.scale = self.scale.clamp(0.75, 3.0);
        }
        look.motion = match self.reduced_motion {
            true => Motion::Reduced,
            false => Motion::Full,
        };
        let stories = self.stories.iter().take(MOST_RECENT);
        state.shelf.recent = stories.cloned().collect();
        state.map.theme = CountryTheme::from_id(&self.countries).unwrap_or(state.map.theme);
        state.map.hidden.clone_from(&self.hidden);
        state.time.speed = Speed::from_id(&self.speed).unwrap_or(state.time.speed);
        state.time.trail_days = self.trail_days;
        // A window opens with time running forwards.
        state.time.ways = PlayWays {
            backwards: false,
            looping: self.looping,
            skip_quiet: self.skip_quiet,
        };
        let folded = self.folded_lanes.iter();
        state.lanes.folded = folded.filter_map(|id| LaneKind::from_id(id)).collect();
        state.lanes.troop_curve = self.troop_curve;
        state.export.settings = self.export.clone().held();
    }
}

/// The paths that a text can hold; the others are forgotten at the end.
fn written(paths: &[std::path::PathBuf]) -> Vec<std::path::PathBuf> {
    let is_text = |path: &&std::path::PathBuf| path.to_str().is_some();
    paths.iter().filter(is_text).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn settings_come_back_as_they_were() {
        let mut state = State::new(date(2012, 1, 1), date(2026, 6, 4));
        state.look.lang = Lang::Fr;
        state.look.theme = Theme::Dark;
        state.map.hidden.insert("holder:france".into());
        state.lanes.folded.insert(LaneKind::Power);
        state.lanes.troop_curve = false;
        state.time.ways.looping = true;
        let kept = Settings::of(&state, Some([1440.0, 900.0]));
        let read = Settings::from_text(&kept.to_text()).expect("our own text");
        assert_eq!(read, kept);
        let mut other = State::new(date(2012, 1, 1), date(2026, 6, 4));
        read.put_into(&mut other);
        assert_eq!(other, state);
    }

    #[test]
    fn bad_settings_are_refused_with_a_reason() {
        for (text, part) in [
            ("", "line 1"),
            ("5", "line 1"),
            ("{\"trail_days\": -5}", "trail"),
            ("{\"version\": 99}", "newer"),
        ] {
            let why = Settings::from_text(text).expect_err(text).to_string();
            assert!(
                why.contains(part) || why.contains("line 1"),
                "{text}: {why}"
            );
        }
        let partial = Settings::from_text("{\"lang\": \"fr\"}").expect("members may be missing");
        assert_eq!(partial.lang, "fr");
    }
}
