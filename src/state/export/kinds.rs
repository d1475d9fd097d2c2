//! What can be chosen for an export: kinds of files, sizes with a name, parts of the picture.
//!
//! Plain choices with the names that the command line and the settings know them by. How large a size is on the page
//! and how a kind is written, `export` knows.

use serde::{Deserialize, Serialize};

/// Declares choices: each with the name it has on the command line.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($(#[$line:meta])* $choice:ident = $id:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
        pub enum $name { $($(#[$line])* #[serde(rename = $id)] $choice,)* }

        impl $name {
            /// All of them, in the order they are offered.
            pub const ALL: &[$name] = &[$($name::$choice,)*];

            /// The name on the command line.
            pub const fn id(self) -> &'static str {
                match self { $($name::$choice => $id,)* }
            }

            /// The choice of that name.
            pub fn from_id(id: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|choice| choice.id() == id)
            }
        }
    };
}

choices! {
    /// What is made.
    What {
        /// One picture.
        #[default]
        Picture = "picture",
        /// A stretch of time in one file.
        Film = "film",
        /// Many pictures.
        Series = "series",
    }
}

choices! {
    /// The kind of a picture's file.
    PictureKind {
        /// Pixels.
        #[default]
        Png = "png",
        /// Vectors for drawing programs and browsers.
        Svg = "svg",
        /// Vectors for print.
        Pdf = "pdf",
    }
}

choices! {
    /// How the letters of an SVG are written.
    TextAs {
        /// As text, to be edited and searched.
        #[default]
        Text = "text",
        /// As outlines, for programs without the font.
        Paths = "paths",
    }
}

choices! {
    /// The kind of a film's file.
    FilmKind {
        /// MP4 with H.264.
        #[default]
        Mp4 = "mp4",
        /// GIF, 256 colours.
        Gif = "gif",
        /// A folder of numbered PNGs.
        Folder = "folder",
        /// An HTML page with a slider.
        Page = "page",
    }
}

choices! {
    /// From one frame of a film to the next.
    Pacing {
        /// A month.
        #[default]
        Month = "month",
        /// Seven days.
        Week = "week",
        /// A day.
        Day = "day",
        /// So many days as are typed.
        Days = "days",
        /// To the day of the next event.
        Events = "events",
    }
}

choices! {
    /// What each picture of a series is of.
    Each {
        /// The first day of every month.
        #[default]
        Month = "month",
        /// Every event, on its day.
        Event = "event",
        /// Every focus country, on one day.
        Country = "country",
    }
}

choices! {
    /// A size with a name.
    Preset {
        /// Slide 16:9, 1920 x 1080 pixels.
        #[default]
        Slide = "slide",
        /// Slide 16:9, 3840 x 2160 pixels.
        Slide4k = "slide-4k",
        /// Video 16:9, 1280 x 720 pixels.
        Video = "video",
        /// Square, 1080 x 1080 pixels.
        Square = "square",
        /// A4 landscape, 297 x 210 mm at 300 dpi.
        A4 = "a4",
        /// A4 portrait, 210 x 297 mm at 300 dpi.
        A4Portrait = "a4-portrait",
        /// A3 landscape, 420 x 297 mm at 300 dpi.
        A3 = "a3",
        /// A3 portrait, 297 x 420 mm at 300 dpi.
        A3Portrait = "a3-portrait",
    }
}

choices! {
    /// What a size of one's own is measured in.
    Unit {
        /// Pixels.
        #[default]
        Px = "px",
        /// Millimetres.
        Mm = "mm",
    }
}

choices! {
    /// Which part of the map is shown.
    Look {
        /// What the window shows.
        #[default]
        Window = "window",
        /// The whole of the Sahel.
        Home = "home",
    }
}

choices! {
    /// The language of what is exported.
    Tongue {
        /// As the window.
        #[default]
        AsWindow = "as-window",
        /// English.
        English = "en",
        /// French.
        French = "fr",
    }
}

choices! {
    /// The colours of what is exported.
    Colours {
        /// As the window.
        #[default]
        AsWindow = "as-window",
        /// Paper by day.
        Light = "light",
        /// For a dark room.
        Dark = "dark",
        /// White paper.
        Print = "print",
        /// High contrast for a bad projector.
        Projector = "projector",
    }
}

choices! {
    /// A part of a picture that can be left out.
    Part {
        /// Title, date and what is shown.
        #[default]
        Title = "title",
        /// What happened, in the legend's column.
        Text = "text",
        /// What the signs mean.
        Legend = "legend",
        /// Scale bar.
        Scale = "scale",
        /// Whose reports it rests on.
        Sources = "sources",
        /// Basemap, projection, data.
        Credit = "credit",
        /// Small map that shows where the large one lies.
        Locator = "locator",
        /// Meridians and parallels; off unless asked for.
        Graticule = "graticule",
        /// Names of countries, towns and rivers.
        Names = "names",
        /// Bases.
        Bases = "bases",
        /// Arrows of troops.
        Movements = "movements",
        /// Discs of events.
        Events = "events",
        /// Closed skies.
        Skies = "skies",
        /// The strip of time along the bottom of a film.
        Progress = "progress",
    }
}

impl Part {
    /// Its key among what is hidden.
    pub const fn key(self) -> &'static str {
        match self {
            Part::Title => "page:title",
            Part::Text => "page:text",
            Part::Legend => "page:legend",
            Part::Scale => "page:scale",
            Part::Sources => "page:sources",
            Part::Credit => "page:credit",
            Part::Locator => "page:locator",
            Part::Graticule => "page:graticule",
            Part::Names => "layer:names",
            Part::Bases => "layer:bases",
            Part::Movements => "layer:movements",
            Part::Events => "layer:events",
            Part::Skies => "layer:skies",
            Part::Progress => "page:progress",
        }
    }
}
