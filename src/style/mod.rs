//! The looks that everything shares: colours by theme, sizes, widths and the marks that go with them.
//!
//! Nothing outside this room names a colour or a token size. It knows no facts and draws nothing.

mod countries;
mod fills;
mod palette;
pub mod size;

pub use countries::{CountryTheme, Iso};
pub use fills::{FillInk, RelationInk};
pub use palette::{CategoryInk, MapInk, Palette, SkyInk, UiInk};

/// Least contrast of words with what they stand on (WCAG 2.2, 1.4.3).
pub const TEXT_CONTRAST: f64 = 4.5;
/// Least contrast of a symbol with the ground (WCAG 2.2, 1.4.11).
pub const SYMBOL_CONTRAST: f64 = 3.0;

/// An sRGB colour with straight (not premultiplied) alpha.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Color {
    /// Red, 0 to 255.
    pub r: u8,
    /// Green, 0 to 255.
    pub g: u8,
    /// Blue, 0 to 255.
    pub b: u8,
    /// Opacity, 0 to 255.
    pub a: u8,
}

impl Color {
    /// Nothing at all.
    pub const TRANSPARENT: Color = Color::rgba(0);

    /// An opaque colour from `0xRRGGBB`.
    pub const fn rgb(hex: u32) -> Color {
        Color::rgba((hex << 8) | 0xFF)
    }

    /// A colour from `0xRRGGBBAA`.
    pub const fn rgba(hex: u32) -> Color {
        let [r, g, b, a] = hex.to_be_bytes();
        Color { r, g, b, a }
    }

    /// The same colour with its opacity multiplied by `factor` (0 to 1).
    pub fn with_opacity(self, factor: f32) -> Color {
        let a = (f32::from(self.a) * factor.clamp(0.0, 1.0)).round() as u8;
        Color { a, ..self }
    }

    /// The opaque colour that `self` at `opacity` makes over an opaque `ground`.
    pub fn over(self, ground: Color, opacity: f32) -> Color {
        let t = f32::from(self.a) / 255.0 * opacity.clamp(0.0, 1.0);
        let mix = |top: u8, under: u8| {
            (f32::from(under) + (f32::from(top) - f32::from(under)) * t).round() as u8
        };
        Color {
            r: mix(self.r, ground.r),
            g: mix(self.g, ground.g),
            b: mix(self.b, ground.b),
            a: 255,
        }
    }

    /// `#rrggbb`, without the opacity.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.r, self.g, self.b)
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2).
    pub fn luminance(self) -> f64 {
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.040_45 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.r) + 0.7152 * linear(self.g) + 0.0722 * linear(self.b)
    }

    /// Contrast ratio between two opaque colours, 1 to 21 (WCAG 2.2).
    pub fn contrast(self, other: Color) -> f64 {
        let (a, b) = (self.luminance() + 0.05, other.luminance() + 0.05);
        a.max(b) / a.min(b)
    }

    /// This hue as words on an opaque `ground`: itself where it reads there, else as much nearer to
    /// black or white as it must be. Symbols may be paler than words, so their colours are not always
    /// fit to write with.
    pub fn for_text(self, ground: Color) -> Color {
        const STEPS: u8 = 50;
        let (black, white) = (Color::rgb(0), Color::rgb(0xFF_FFFF));
        let end = if ground.contrast(black) > ground.contrast(white) {
            black
        } else {
            white
        };
        let nearer = |step: u8| end.over(self, f32::from(step) / f32::from(STEPS));
        let reads = |ink: &Color| ink.contrast(ground) >= TEXT_CONTRAST;
        (0..STEPS).map(nearer).find(reads).unwrap_or(end)
    }
}

impl Palette {
    /// The ink of a symbol that fades with time: mixed with the colour of halos, but no further than it
    /// is still to be seen on land ([`SYMBOL_CONTRAST`]). An ink that is that pale already does not fade.
    pub fn faded(&self, ink: Color, opacity: f32) -> Color {
        const STEPS: u8 = 40;
        let map = &self.map;
        let is_seen = |color: &Color| {
            let grounds = [map.halo, map.land, map.focus_land];
            grounds
                .iter()
                .all(|g| color.contrast(*g) >= SYMBOL_CONTRAST)
        };
        let stronger = |step: u8| {
            let share = f32::from(step) / f32::from(STEPS);
            ink.over(map.halo, opacity + (1.0 - opacity) * share)
        };
        (0..=STEPS).map(stronger).find(is_seen).unwrap_or(ink)
    }
}

/// The looks a user can choose between.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Theme {
    /// Paper by day.
    #[default]
    Light,
    /// For a dark room.
    Dark,
    /// White paper.
    Print,
    /// High contrast for a bad projector.
    Projector,
}

impl Theme {
    /// Every theme, in the order they are offered.
    pub const ALL: [Theme; 4] = [Theme::Light, Theme::Dark, Theme::Print, Theme::Projector];

    /// The colours of this theme.
    pub const fn palette(self) -> &'static Palette {
        match self {
            Theme::Light => &palette::LIGHT,
            Theme::Dark => &palette::DARK,
            Theme::Print => &palette::PRINT,
            Theme::Projector => &palette::PROJECTOR,
        }
    }

    /// The name used on the command line and in saved settings.
    pub const fn id(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Print => "print",
            Theme::Projector => "projector",
        }
    }

    /// The theme with that name.
    pub fn from_id(id: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|t| t.id() == id)
    }
}

/// Keys of legend lines and of parts of the page that are off until the user switches them on.
pub const OFF_AT_FIRST: [&str; 5] = [
    "bloc:g5",
    "bloc:uemoa",
    "bloc:au",
    "troops:bars",
    "page:graticule",
];

/// The groups of holders that have a colour and an inner mark of their own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Holder {
    /// France.
    France,
    /// United Nations.
    Un,
    /// United States.
    Us,
    /// Wagner group.
    Wagner,
    /// Africa Corps and other Russian state forces.
    AfricaCorps,
    /// European Union.
    Eu,
    /// Germany.
    Germany,
    /// Italy.
    Italy,
    /// Türkiye.
    Turkiye,
    /// G5 Sahel force.
    G5Sahel,
    /// Multinational Joint Task Force around Lake Chad.
    Mnjtf,
    /// Rebel and jihadist groups.
    Rebels,
    /// Everybody else.
    Other,
}

impl Holder {
    /// Every group, in the order of the palette.
    pub const ALL: [Holder; 13] = [
        Holder::France,
        Holder::Un,
        Holder::Us,
        Holder::Wagner,
        Holder::AfricaCorps,
        Holder::Eu,
        Holder::Germany,
        Holder::Italy,
        Holder::Turkiye,
        Holder::G5Sahel,
        Holder::Mnjtf,
        Holder::Rebels,
        Holder::Other,
    ];

    /// The group of an actor's code in the data.
    pub fn of_code(code: &str) -> Holder {
        match code {
            "FRA" => Holder::France,
            "UN" => Holder::Un,
            "USA" => Holder::Us,
            "WAGNER" => Holder::Wagner,
            "AFRICACORPS" | "RUS" => Holder::AfricaCorps,
            "EU" => Holder::Eu,
            "DEU" => Holder::Germany,
            "ITA" => Holder::Italy,
            "TUR" => Holder::Turkiye,
            "G5S" => Holder::G5Sahel,
            "MNJTF" => Holder::Mnjtf,
            "CSP" | "FLA" | "JNIM" => Holder::Rebels,
            _ => Holder::Other,
        }
    }

    /// Its colour in a palette.
    pub fn color(self, palette: &Palette) -> Color {
        palette.holders[self as usize]
    }
}

/// The alliances that have a colour and a line of their own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Bloc {
    /// Alliance (and confederation) of Sahel States.
    Aes,
    /// Economic Community of West African States.
    Ecowas,
    /// G5 Sahel.
    G5Sahel,
    /// West African Economic and Monetary Union.
    Uemoa,
    /// African Union.
    AfricanUnion,
}

impl Bloc {
    /// Every bloc, in the order of the palette.
    pub const ALL: [Bloc; 5] = [
        Bloc::Aes,
        Bloc::Ecowas,
        Bloc::G5Sahel,
        Bloc::Uemoa,
        Bloc::AfricanUnion,
    ];

    /// The bloc of an alliance's id in the data; the confederation wears the colours of the pact.
    pub fn of_alliance(id: &str) -> Option<Bloc> {
        match id {
            "aes" | "aes-confederation" => Some(Bloc::Aes),
            "ecowas" => Some(Bloc::Ecowas),
            "g5-sahel" => Some(Bloc::G5Sahel),
            "uemoa" => Some(Bloc::Uemoa),
            "au" => Some(Bloc::AfricanUnion),
            _ => None,
        }
    }

    /// Its colour in a palette.
    pub fn color(self, palette: &Palette) -> Color {
        palette.blocs[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_reads_and_symbols_show_in_every_theme() {
        for theme in Theme::ALL {
            let p = theme.palette();
            let texts = [
                ("focus_label", p.map.focus_label, p.map.focus_land),
                ("country_label", p.map.country_label, p.map.land),
                ("place_label", p.map.place_label, p.map.focus_land),
                ("minor_label", p.map.minor_label, p.map.land),
                ("water_label", p.map.water_label, p.map.sea),
                ("text", p.ui.text, p.ui.panel),
                ("text_2", p.ui.text_2, p.ui.panel),
                ("text_3", p.ui.text_3, p.ui.panel),
                ("on_accent", p.ui.on_accent, p.ui.accent),
                ("accent", p.ui.accent, p.ui.panel),
                ("error", p.ui.error, p.ui.panel),
                ("sky.all_text", p.sky.all_text, p.map.focus_land),
                ("sky.some_text", p.sky.some_text, p.map.focus_land),
            ];
            for (name, ink, ground) in texts {
                let c = ink.contrast(ground);
                assert!(c >= 4.5, "{} {name}: {c:.2}", theme.id());
            }
            for color in p.holders {
                for ground in [p.map.land, p.map.focus_land, p.ui.panel] {
                    let c = color.contrast(ground);
                    assert!(c >= 3.0, "{} holder {}: {c:.2}", theme.id(), color.hex());
                }
            }
        }
    }

    #[test]
    fn mixing_follows_opacity() {
        let (black, white) = (Color::rgb(0), Color::rgb(0xFF_FFFF));
        assert_eq!(black.over(white, 0.0), white);
        assert_eq!(black.over(white, 1.0), black);
        assert_eq!(black.over(white, 0.5).r, 128);
        assert!((black.contrast(white) - 21.0).abs() < 0.01);
    }
}
