//! The choices of the export dialog as the command line offers them: the same names, with a word about each.
//!
//! What a choice means on the page, `export` knows.

use crate::state::export::{Each, Part, PictureKind, Preset, TextAs};
use clap::ValueEnum;
use clap::builder::PossibleValue;

/// Lets clap offer a kind of choice; the words are for `--help`.
macro_rules! offered {
    ($($kind:ident: $help:ident;)*) => {
        $(impl ValueEnum for $kind {
            fn value_variants<'a>() -> &'a [$kind] {
                $kind::ALL
            }

            fn to_possible_value(&self) -> Option<PossibleValue> {
                Some(PossibleValue::new(self.id()).help($help(*self)))
            }
        })*
    };
}

offered! {
    Part: part;
    Preset: preset;
    Each: each;
    PictureKind: kind;
    TextAs: text_as;
}

fn part(part: Part) -> &'static str {
    match part {
        Part::Title => "Title, date and what is shown",
        Part::Text => "What happened, in the legend's column",
        Part::Legend => "What the signs mean",
        Part::Scale => "Scale bar",
        Part::Sources => "Whose reports it rests on",
        Part::Credit => "Basemap, projection, data",
        Part::Locator => "Small map that shows where the large one lies",
        Part::Graticule => "Meridians and parallels; off unless asked for",
        Part::Names => "Names of countries, towns and rivers",
        Part::Bases => "Bases",
        Part::Movements => "Arrows of troops",
        Part::Events => "Discs of events",
        Part::Skies => "Closed skies",
        Part::Progress => "The strip of time along the bottom of a film",
    }
}

fn preset(preset: Preset) -> &'static str {
    match preset {
        Preset::Slide => "Slide 16:9, 1920x1080",
        Preset::Slide4k => "Slide 16:9, 3840x2160",
        Preset::Video => "Video 16:9, 1280x720",
        Preset::Square => "Square, 1080x1080",
        Preset::A4 => "A4 landscape at 300 dpi",
        Preset::A4Portrait => "A4 portrait at 300 dpi",
        Preset::A3 => "A3 landscape at 300 dpi",
        Preset::A3Portrait => "A3 portrait at 300 dpi",
    }
}

fn each(each: Each) -> &'static str {
    match each {
        Each::Month => "The first day of every month",
        Each::Event => "Every event, on its day",
        Each::Country => "Every focus country, on one day",
    }
}

fn kind(kind: PictureKind) -> &'static str {
    match kind {
        PictureKind::Png => "Pixels",
        PictureKind::Svg => "Lines, for screens and drawing programs",
        PictureKind::Pdf => "Lines, for paper",
    }
}

fn text_as(text: TextAs) -> &'static str {
    match text {
        TextAs::Text => "As text in Noto Sans, to be edited and searched",
        TextAs::Paths => "As outlines, for programs without the font",
    }
}
