//! What countries may be filled by, and how these themes are called on the command line and in
//! settings.
//!
//! It knows no colours (they are in `fills`) and no facts: whether a code has relations in the data
//! is for others to say.

/// A code of three capital letters. Small enough to be part of a theme.
///
/// Invariant: three ASCII capitals.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Iso([u8; 3]);

impl Iso {
    /// France, whose relations are asked for first.
    pub const FRANCE: Iso = Iso(*b"FRA");

    /// The code of three letters, in capitals or not; nothing for any other text.
    pub fn from_code(code: &str) -> Option<Iso> {
        let letters: [u8; 3] = code.as_bytes().try_into().ok()?;
        letters
            .iter()
            .all(u8::is_ascii_alphabetic)
            .then(|| Iso(letters.map(|c| c.to_ascii_uppercase())))
    }

    /// The code as the data write it.
    pub fn as_str(&self) -> &str {
        // Capitals are always readable; the empty code stands for no country.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// What the countries are filled by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum CountryTheme {
    /// Who is in which alliance.
    #[default]
    Alliance,
    /// Whose sky is closed.
    Airspace,
    /// How many foreign troops are there.
    Troops,
    /// How everybody stands with that country.
    Relations(Iso),
    /// Nothing.
    Plain,
}

impl CountryTheme {
    /// One of each kind, in the order they are offered.
    pub const ALL: [CountryTheme; 5] = [
        CountryTheme::Alliance,
        CountryTheme::Airspace,
        CountryTheme::Troops,
        CountryTheme::Relations(Iso::FRANCE),
        CountryTheme::Plain,
    ];

    /// The name on the command line and in saved settings.
    pub fn id(self) -> String {
        match self {
            CountryTheme::Alliance => "alliance".to_owned(),
            CountryTheme::Airspace => "airspace".to_owned(),
            CountryTheme::Troops => "troops".to_owned(),
            CountryTheme::Relations(with) => format!("relations:{}", with.as_str()),
            CountryTheme::Plain => "none".to_owned(),
        }
    }

    /// The theme of a name.
    pub fn from_id(id: &str) -> Option<CountryTheme> {
        if let Some(code) = id.strip_prefix("relations:") {
            return Iso::from_code(code).map(CountryTheme::Relations);
        }
        CountryTheme::ALL.into_iter().find(|t| t.id() == id)
    }

    /// Is it the same theme, whatever the country it is about?
    pub fn is_kind_of(self, other: CountryTheme) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }

    /// Do closed skies own the fill of a country? Elsewhere it says something else already.
    pub const fn is_filled_by_skies(self) -> bool {
        match self {
            CountryTheme::Airspace | CountryTheme::Plain => true,
            CountryTheme::Alliance | CountryTheme::Troops | CountryTheme::Relations(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_themes_lead_back_to_them() {
        for theme in CountryTheme::ALL {
            assert_eq!(CountryTheme::from_id(&theme.id()), Some(theme));
        }
        let algeria = Iso::from_code("dza").map(CountryTheme::Relations);
        assert_eq!(CountryTheme::from_id("relations:DZA"), algeria);
        for bad in [
            "",
            "relations",
            "relations:",
            "relations:F",
            "relations:FRAN",
            "relations:é1",
            "Troops",
        ] {
            assert_eq!(CountryTheme::from_id(bad), None, "{bad}");
        }
    }
}
