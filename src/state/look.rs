//! Language, theme, panels and the scale of the window.
//!
//! It says what is open, never where a pixel lies.

use crate::lang::Lang;
use crate::style::Theme;

/// A panel that folds away.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Panel {
    /// Layers and legend, left.
    Layers,
    /// Inspector, right.
    Inspector,
    /// Time, below.
    Time,
    /// Stories, left, in place of the layers.
    Story,
    /// The list of keys, over everything.
    Help,
}

/// How much moves by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Motion {
    /// Camera and time glide from step to step.
    #[default]
    Full,
    /// They are there at once.
    Reduced,
}

/// How the window looks.
#[derive(Clone, PartialEq, Debug)]
pub struct Look {
    /// Language of texts and names.
    pub lang: Lang,
    /// Colours.
    pub theme: Theme,
    /// Is the layer list open?
    pub layers_open: bool,
    /// Is the inspector open?
    pub inspector_open: bool,
    /// Are the lanes of the time panel open?
    pub time_open: bool,
    /// Is the story panel open? Then the layers are behind it.
    pub story_open: bool,
    /// Is the list of keys shown?
    pub help_open: bool,
    /// Scale of everything, 0.75 to 3.
    pub scale: f32,
    /// How much moves by itself.
    pub motion: Motion,
}

impl Default for Look {
    fn default() -> Self {
        Look {
            lang: Lang::default(),
            theme: Theme::default(),
            layers_open: true,
            inspector_open: true,
            time_open: true,
            story_open: false,
            help_open: false,
            scale: 1.0,
            motion: Motion::Full,
        }
    }
}

/// What can be done to the looks.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum LookAction {
    /// Speak that language.
    SetLang(Lang),
    /// The other language.
    NextLang,
    /// Wear that theme.
    SetTheme(Theme),
    /// Light to dark and back.
    ToggleDark,
    /// To the colours and sizes of a projector and back to light.
    ToggleProjector,
    /// More or less motion.
    ToggleMotion,
    /// Open or fold a panel.
    Toggle(Panel),
    /// Scale everything.
    SetScale(f32),
}

impl Look {
    pub(super) fn apply(&mut self, action: LookAction) {
        match action {
            LookAction::SetLang(lang) => self.lang = lang,
            LookAction::NextLang => {
                self.lang = match self.lang {
                    Lang::En => Lang::Fr,
                    Lang::Fr => Lang::En,
                }
            }
            LookAction::SetTheme(theme) => self.theme = theme,
            LookAction::ToggleDark => {
                self.theme = match self.theme {
                    Theme::Dark => Theme::Light,
                    Theme::Light | Theme::Print | Theme::Projector => Theme::Dark,
                }
            }
            LookAction::ToggleProjector => {
                self.theme = match self.theme {
                    Theme::Projector => Theme::Light,
                    Theme::Light | Theme::Dark | Theme::Print => Theme::Projector,
                }
            }
            LookAction::ToggleMotion => {
                self.motion = match self.motion {
                    Motion::Full => Motion::Reduced,
                    Motion::Reduced => Motion::Full,
                }
            }
            LookAction::Toggle(panel) => {
                let open = match panel {
                    // Behind the stories the layers are not seen: they come to the front.
                    Panel::Layers if self.story_open => {
                        (self.layers_open, self.story_open) = (true, false);
                        return;
                    }
                    Panel::Layers => &mut self.layers_open,
                    Panel::Inspector => &mut self.inspector_open,
                    Panel::Time => &mut self.time_open,
                    Panel::Story => &mut self.story_open,
                    Panel::Help => &mut self.help_open,
                };
                *open = !*open;
            }
            LookAction::SetScale(scale) if scale.is_finite() => {
                self.scale = scale.clamp(0.75, 3.0);
            }
            LookAction::SetScale(_) => {}
        }
    }
}
