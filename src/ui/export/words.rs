//! What the choices of the dialog are called.
//!
//! The words themselves are in `lang`.

use crate::lang::{Words, export_words as w};
use crate::state::export::{
    Colours, Each, FilmKind, Look, Pacing, Part, PictureKind, Preset, SizeChoice, TextAs, Tongue,
    Unit, What,
};
use crate::ui::shown::Shown;

/// A choice with its words.
pub fn said<T: Copy>(
    shown: &Shown<'_>,
    choices: &[T],
    words: impl Fn(T) -> Words,
) -> Vec<(T, String)> {
    let said = |choice: &T| (*choice, shown.say(words(*choice)));
    choices.iter().map(said).collect()
}

/// What is made.
pub fn what(what: What) -> Words {
    match what {
        What::Picture => w::PICTURE,
        What::Film => w::FILM,
        What::Series => w::SERIES,
    }
}

/// The kind of a picture's file; the name is the same in every language.
pub fn kind(kind: PictureKind) -> Words {
    let name = match kind {
        PictureKind::Png => "PNG",
        PictureKind::Svg => "SVG",
        PictureKind::Pdf => "PDF",
    };
    Words { en: name, fr: name }
}

/// The kind of a film's file.
pub fn film_kind(kind: FilmKind) -> Words {
    let name = match kind {
        FilmKind::Mp4 => "MP4",
        FilmKind::Gif => "GIF",
        FilmKind::Folder => return w::PNG_FOLDER,
        FilmKind::Page => return w::HTML_PAGE,
    };
    Words { en: name, fr: name }
}

/// The letters of an SVG.
pub fn text_as(text: TextAs) -> Words {
    match text {
        TextAs::Text => w::AS_TEXT,
        TextAs::Paths => w::AS_OUTLINES,
    }
}

/// A size.
pub fn size(size: SizeChoice) -> Words {
    match size {
        SizeChoice::Preset(Preset::Slide) => w::SLIDE,
        SizeChoice::Preset(Preset::Slide4k) => w::SLIDE_4K,
        SizeChoice::Preset(Preset::Video) => w::VIDEO,
        SizeChoice::Preset(Preset::Square) => w::SQUARE,
        SizeChoice::Preset(Preset::A4) => w::A4,
        SizeChoice::Preset(Preset::A4Portrait) => w::A4_PORTRAIT,
        SizeChoice::Preset(Preset::A3) => w::A3,
        SizeChoice::Preset(Preset::A3Portrait) => w::A3_PORTRAIT,
        SizeChoice::Own => w::OWN_SIZE,
    }
}

/// A unit.
pub fn unit(unit: Unit) -> Words {
    match unit {
        Unit::Px => w::PX,
        Unit::Mm => w::MM,
    }
}

/// The part of the map; of a series of events or countries each may have its own.
pub fn look(look: Look, what: What, each: Each) -> Words {
    match (look, what, each) {
        (Look::Window, _, _) => w::AS_SEEN,
        (Look::Home, What::Series, Each::Event | Each::Country) => w::EACH_ITS_PLACE,
        (Look::Home, What::Series, Each::Month) => w::WHOLE_SAHEL,
        (Look::Home, What::Picture | What::Film, _) => w::WHOLE_SAHEL,
    }
}

/// A language.
pub fn tongue(tongue: Tongue) -> Words {
    match tongue {
        Tongue::AsWindow => w::AS_WINDOW,
        Tongue::English => w::ENGLISH,
        Tongue::French => w::FRENCH,
    }
}

/// Colours.
pub fn colours(colours: Colours) -> Words {
    match colours {
        Colours::AsWindow => w::AS_WINDOW,
        Colours::Light => w::LIGHT,
        Colours::Dark => w::DARK,
        Colours::Print => w::PRINT,
        Colours::Projector => w::PROJECTOR,
    }
}

/// A step of a film.
pub fn pacing(pacing: Pacing) -> Words {
    match pacing {
        Pacing::Month => w::MONTH,
        Pacing::Week => w::WEEK,
        Pacing::Day => w::DAY,
        Pacing::Days => w::DAYS,
        Pacing::Events => w::BY_EVENTS,
    }
}

/// What each picture of a series is of.
pub fn each(each: Each) -> Words {
    match each {
        Each::Month => w::MONTH,
        Each::Event => w::EVENT,
        Each::Country => w::COUNTRY,
    }
}

/// A part of a picture.
pub fn part(part: Part) -> Words {
    match part {
        Part::Title => w::TITLE,
        Part::Text => w::TEXT,
        Part::Legend => w::LEGEND,
        Part::Scale => w::SCALE,
        Part::Sources => w::SOURCES,
        Part::Credit => w::CREDIT,
        Part::Locator => w::LOCATOR,
        Part::Graticule => w::GRATICULE,
        Part::Names => w::NAMES,
        Part::Bases => w::BASES,
        Part::Movements => w::MOVEMENTS,
        Part::Events => w::EVENTS,
        Part::Skies => w::SKIES,
        Part::Progress => w::STRIP,
    }
}
