//! What a picture of the gallery is: a day, a look, a frame, and what it is to show.
//!
//! The pictures themselves stand in `table.rs`; a new kind of case (another theme over countries, another
//! set of facts) gets its word here.

use sahelscope::lang::Lang;
use sahelscope::style::{CountryTheme, Theme};

/// Which facts are drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shows {
    /// The shipped ones.
    Facts,
    /// Forty constructed events on one day at one place.
    Crowd,
    /// None: the sheet of signs.
    Plate,
}

/// What is selected.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pick {
    Nothing,
    Country(&'static str),
    Base(&'static str),
    Event(&'static str),
}

/// How large the picture is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Size {
    /// A page of so many pixels, its text scaled as `render --size` does.
    Pixels(u32, u32),
    /// A page of so many points at so many pixels a point.
    Points(f32, f32, f32),
    /// Paper: millimetres, pixels an inch.
    Paper(f32, f32, f32),
    /// The map of the window, without a page around it.
    Screen(f32, f32),
}

/// A picture of the gallery.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    /// Name of its file, after the number.
    pub name: &'static str,
    /// What it is to show.
    pub caption: &'static str,
    /// The day, as `2022-08-15`.
    pub date: &'static str,
    pub lang: Lang,
    pub theme: Theme,
    /// What countries are filled by.
    pub countries: CountryTheme,
    /// West, south, east, north in degrees; none is the frame that the day itself asks for.
    pub bounds: Option<[f64; 4]>,
    pub size: Size,
    /// Days of the trail.
    pub trail: u16,
    /// Is it turned to grey of the same luminance?
    pub grey: bool,
    /// Keys of what is switched off, besides what is off at first.
    pub hidden: &'static [&'static str],
    /// Keys of what is off at first and on here.
    pub offered: &'static [&'static str],
    pub selected: Pick,
    pub shows: Shows,
    /// Is it written as SVG too?
    pub svg: bool,
}

/// What a case is when it does not say otherwise.
pub const CASE: Case = Case {
    name: "",
    caption: "",
    date: "2022-08-15",
    lang: Lang::En,
    theme: Theme::Light,
    countries: CountryTheme::Alliance,
    bounds: None,
    size: Size::Pixels(1600, 900),
    trail: 60,
    grey: false,
    hidden: &[],
    offered: &[],
    selected: Pick::Nothing,
    shows: Shows::Facts,
    svg: false,
};

/// A case on a day.
pub const fn day(name: &'static str, date: &'static str, caption: &'static str) -> Case {
    Case {
        name,
        date,
        caption,
        ..CASE
    }
}

/// A case on a part of the map.
pub const fn part(
    name: &'static str,
    date: &'static str,
    at: [f64; 4],
    caption: &'static str,
) -> Case {
    Case {
        bounds: Some(at),
        ..day(name, date, caption)
    }
}

/// A case in a size.
pub const fn sized(name: &'static str, size: Size, caption: &'static str) -> Case {
    Case {
        size,
        ..day(name, "2022-08-15", caption)
    }
}

/// The same in a theme.
pub const fn in_theme(case: Case, theme: Theme) -> Case {
    Case { theme, ..case }
}

/// The same in French.
pub const fn in_french(case: Case) -> Case {
    Case {
        lang: Lang::Fr,
        ..case
    }
}

/// The same in grey.
pub const fn in_grey(case: Case) -> Case {
    Case { grey: true, ..case }
}

/// The same with countries filled by their skies.
pub const fn by_airspace(case: Case) -> Case {
    Case {
        countries: CountryTheme::Airspace,
        ..case
    }
}

/// The same with countries filled by nothing.
pub const fn by_nothing(case: Case) -> Case {
    Case {
        countries: CountryTheme::Plain,
        ..case
    }
}

/// The same with countries filled by that theme.
pub const fn filled_by(case: Case, countries: CountryTheme) -> Case {
    Case { countries, ..case }
}

/// The same, as SVG too.
pub const fn as_svg_too(case: Case) -> Case {
    Case { svg: true, ..case }
}

/// The same with a trail of so many days.
pub const fn trailing(case: Case, trail: u16) -> Case {
    Case { trail, ..case }
}

/// The same with something selected.
pub const fn choosing(case: Case, selected: Pick) -> Case {
    Case { selected, ..case }
}

/// The same with these keys, off at first, switched on.
pub const fn with(case: Case, offered: &'static [&'static str]) -> Case {
    Case { offered, ..case }
}

/// The same with these keys switched off.
pub const fn without(case: Case, hidden: &'static [&'static str]) -> Case {
    Case { hidden, ..case }
}

/// The same with other facts.
pub const fn of(case: Case, shows: Shows) -> Case {
    Case { shows, ..case }
}
