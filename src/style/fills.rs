//! Fills of the themes that are scales: figures in steps, relations from allied to broken.
//!
//! Taken from the measured design palette (CIEDE2000 distances were measured there). What a figure or
//! a relation is, and how pale it must be beneath names, is decided in `scene`.

use super::{Color, Theme};

/// One theme's fills.
#[derive(Clone, Debug, PartialEq)]
pub struct FillInk {
    /// Steps of a figure, from few to many; the first is for figures that need a fifth step.
    pub sequential: [Color; 5],
    /// A figure that is known to be zero.
    pub zero: Color,
    /// Nothing is known: grey, and paler than the palette's own grey, which weighs more than the lowest
    /// steps when most of the page wears it.
    pub unknown: Color,
    /// Relations.
    pub relations: RelationInk,
}

/// Relations from best to worst.
#[derive(Clone, Debug, PartialEq)]
pub struct RelationInk {
    /// Allied.
    pub allied: Color,
    /// Normal.
    pub normal: Color,
    /// Restored after a break.
    pub restored: Color,
    /// The country they are relations with.
    pub none: Color,
    /// Strained.
    pub strained: Color,
    /// An ambassador recalled.
    pub recalled: Color,
    /// An ambassador expelled.
    pub expelled: Color,
    /// Broken off.
    pub broken: Color,
}

impl Theme {
    /// The fills of this theme.
    pub const fn fills(self) -> &'static FillInk {
        match self {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
            Theme::Print => &PRINT,
            Theme::Projector => &PROJECTOR,
        }
    }
}

const LIGHT: FillInk = FillInk {
    sequential: [
        Color::rgb(0xF9F3E6),
        Color::rgb(0xF5EAD2),
        Color::rgb(0xEFDBB2),
        Color::rgb(0xE6C98F),
        Color::rgb(0xDBB26B),
    ],
    zero: Color::rgb(0xF8F4EC),
    unknown: Color::rgb(0xE2DED6),
    relations: RelationInk {
        allied: Color::rgb(0x3F8F82),
        normal: Color::rgb(0xA9CFC4),
        restored: Color::rgb(0xD5E3D3),
        none: Color::rgb(0xEFEBE2),
        strained: Color::rgb(0xEBCDA4),
        recalled: Color::rgb(0xD99C68),
        expelled: Color::rgb(0xBF6B45),
        broken: Color::rgb(0x8E3B2B),
    },
};

const DARK: FillInk = FillInk {
    sequential: [
        Color::rgb(0x37372F),
        Color::rgb(0x443F31),
        Color::rgb(0x534833),
        Color::rgb(0x635336),
        Color::rgb(0x745F39),
    ],
    zero: Color::rgb(0x303537),
    unknown: Color::rgb(0x26292A),
    relations: RelationInk {
        allied: Color::rgb(0x4FB3A4),
        normal: Color::rgb(0x35746B),
        restored: Color::rgb(0x3A4F4A),
        none: Color::rgb(0x303537),
        strained: Color::rgb(0x5B4A34),
        recalled: Color::rgb(0x8A6238),
        expelled: Color::rgb(0xB5714A),
        broken: Color::rgb(0xE07A5C),
    },
};

const PRINT: FillInk = FillInk {
    sequential: [
        Color::rgb(0xFDF9F0),
        Color::rgb(0xFAEFDA),
        Color::rgb(0xF3DFB9),
        Color::rgb(0xE9CA92),
        Color::rgb(0xDDB36F),
    ],
    zero: Color::rgb(0xFFFFFF),
    unknown: Color::rgb(0xE6E3DD),
    relations: RelationInk {
        allied: Color::rgb(0x3F8F82),
        normal: Color::rgb(0xA9CFC4),
        restored: Color::rgb(0xD5E3D3),
        none: Color::rgb(0xEFEBE2),
        strained: Color::rgb(0xEBCDA4),
        recalled: Color::rgb(0xD99C68),
        expelled: Color::rgb(0xBF6B45),
        broken: Color::rgb(0x8E3B2B),
    },
};

const PROJECTOR: FillInk = FillInk {
    sequential: [
        Color::rgb(0xF9F3E6),
        Color::rgb(0xF5EAD2),
        Color::rgb(0xEFDBB2),
        Color::rgb(0xE6C98F),
        Color::rgb(0xDBB26B),
    ],
    zero: Color::rgb(0xF8F4EC),
    unknown: Color::rgb(0xDFDBD2),
    relations: RelationInk {
        allied: Color::rgb(0x3F8F82),
        normal: Color::rgb(0xA9CFC4),
        restored: Color::rgb(0xD5E3D3),
        none: Color::rgb(0xEFEBE2),
        strained: Color::rgb(0xEBCDA4),
        recalled: Color::rgb(0xD99C68),
        expelled: Color::rgb(0xBF6B45),
        broken: Color::rgb(0x8E3B2B),
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_grow_away_from_zero() {
        for theme in Theme::ALL {
            let fills = theme.fills();
            let away = |c: &Color| c.contrast(fills.zero);
            let steps: Vec<f64> = fills.sequential.iter().map(away).collect();
            assert!(steps.is_sorted(), "{} {steps:?}", theme.id());
            let grey = fills.unknown.contrast(fills.zero);
            assert!(grey >= 1.15, "{} {grey}", theme.id());
        }
    }
}
