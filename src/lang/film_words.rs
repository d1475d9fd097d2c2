//! Words of films, in both languages.
//!
//! Words of the map and of the page are in `words`.

use super::Words;

/// Before the sections of the legend that a film has no room for.
pub const ALSO_IN_THE_FILM: Words = Words {
    en: "Also on the map:",
    fr: "Aussi sur la carte :",
};
