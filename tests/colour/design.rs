//! The figures of the design, which the palettes were tuned to: the smallest CIEDE2000 between two of a
//! set, for normal sight, deuteranopia, protanopia, tritanopia and grey, and the five steps of the
//! sequential scale.
//!
//! They guard against a colour changed by accident. Which pairs may be close, and what parts them, is
//! computed in `colour.rs` and not written down here.

use sahelscope::style::Theme;

/// How far a computed figure may lie from the design's, which has one decimal.
pub const TOLERANCE: f64 = 0.2;

/// The smallest distances of one theme, in the order of `Sight::ALL`.
pub struct Figures {
    pub theme: Theme,
    pub holders: [f64; 5],
    pub blocs: [f64; 5],
    pub categories: [f64; 5],
    pub skies: [f64; 5],
    pub sequential: [f64; 5],
}

const LIGHT: Figures = Figures {
    theme: Theme::Light,
    holders: [11.4, 9.2, 10.3, 9.4, 0.1],
    blocs: [18.8, 11.5, 6.9, 6.5, 1.0],
    categories: [19.5, 2.0, 6.9, 7.8, 0.1],
    skies: [34.1, 8.7, 11.2, 12.0, 3.5],
    sequential: [4.5, 4.6, 4.6, 4.1, 1.8],
};

/// The design, one a theme.
pub const FIGURES: [Figures; 4] = [
    LIGHT,
    Figures {
        theme: Theme::Dark,
        holders: [11.2, 10.0, 9.8, 10.0, 0.3],
        blocs: [18.4, 7.6, 13.6, 9.4, 0.2],
        categories: [14.5, 3.1, 7.3, 8.0, 0.2],
        skies: [36.6, 10.9, 13.5, 18.8, 0.8],
        sequential: [4.8, 4.6, 4.1, 5.0, 2.9],
    },
    Figures {
        theme: Theme::Print,
        sequential: [5.3, 5.4, 5.3, 5.2, 1.9],
        ..LIGHT
    },
    Figures {
        theme: Theme::Projector,
        holders: [11.4, 7.8, 9.8, 8.0, 0.1],
        blocs: LIGHT.blocs,
        categories: [16.7, 0.9, 4.2, 7.6, 0.1],
        skies: [28.6, 5.0, 13.6, 11.7, 2.7],
        sequential: LIGHT.sequential,
    },
];
