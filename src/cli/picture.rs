//! What a picture shows, as `render`, `animate` and `series` are told: one list of options for all.
//!
//! Which day or days it shows, how large a sheet is and where the file goes, each command says itself.

use super::Failure;
use super::arguments::{bounds, countries, lang, size, theme};
use crate::calendar::{Date, PartialDate, Span};
use crate::export::order::frame::first_day;
use crate::export::order::{Frame, sizes};
use crate::export::still::{Extent, Size};
use crate::geo::{Camera, MapBox};
use crate::lang::Lang;
use crate::model::Atlas;
use crate::state::export::{Part, Preset};
use crate::state::{KeptView, Mode, State};
use crate::style::{CountryTheme, Theme};
use std::ffi::OsString;

/// Who says which days a picture shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum DaysFrom {
    /// `--date`, `--range`, else the view link.
    Options(Option<Date>, Option<Span>),
    /// The command itself.
    Command,
}

/// What is shown, and how it looks.
#[derive(clap::Args, Debug)]
pub(super) struct PictureArgs {
    /// Draw that view, a link as the window copies it; the other options win over what it says
    #[arg(long, value_name = "LINK")]
    pub view: Option<OsString>,
    /// Looks: light, dark, print or projector [default: light]
    #[arg(long, value_parser = theme)]
    pub theme: Option<Theme>,
    /// What countries are filled by: alliance, airspace, troops, relations:CODE or none
    /// [default: alliance]
    #[arg(long, value_parser = countries, value_name = "THEME")]
    pub countries: Option<CountryTheme>,
    /// Language: en or fr [default: en]
    #[arg(long, value_parser = lang)]
    pub lang: Option<Lang>,
    /// Size in pixels such as 1920x1080, or on paper such as 180x120mm
    #[arg(long, value_parser = size, value_name = "WxH")]
    pub size: Option<Extent>,
    /// A size with a name
    #[arg(long, value_enum, conflicts_with = "size", value_name = "NAME")]
    pub preset: Option<Preset>,
    /// The part of the map: west,south,east,north in degrees
    #[arg(long, value_parser = bounds, value_name = "W,S,E,N", allow_hyphen_values = true)]
    pub bounds: Option<[f64; 4]>,
    /// Days of the trail of events [default: 60]
    #[arg(long, value_name = "DAYS")]
    pub trail: Option<u16>,
    /// Leave parts of the picture out, such as title,legend
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PARTS")]
    pub without: Vec<Part>,
    /// Show parts that are off at first, such as graticule
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PARTS")]
    pub with: Vec<Part>,
}

impl PictureArgs {
    /// The size that is asked for; nothing when nobody says.
    pub fn asked_size(&self) -> Option<Size> {
        let of_name = self.preset.map(sizes::preset);
        let of_sides = self.size.map(|extent| Size { extent, dpi: None });
        of_name.or(of_sides)
    }
}

/// Refuses relations with a country that the data have none of.
fn known_relations(theme: CountryTheme, atlas: &Atlas) -> Result<(), Failure> {
    let CountryTheme::Relations(with) = theme else {
        return Ok(());
    };
    let known = atlas.relation_parties();
    if known.contains(&with.as_str()) {
        return Ok(());
    }
    let line = format!(
        "invalid value '{}' for '--countries': the data have relations with {}",
        theme.id(),
        known.join(", ")
    );
    Err(Failure::Usage(line))
}

/// What is to be drawn.
pub(super) struct Asked {
    /// Layers, colours, language, selection.
    pub view: KeptView,
    /// Does a view link say where to look? Otherwise the day does.
    is_placed: bool,
}

/// The view of a first start, what the link says, and what the options say, each winning over the one before.
pub(super) fn asked(args: &PictureArgs, days: DaysFrom, atlas: &Atlas) -> Result<Asked, Failure> {
    let coverage = atlas.coverage;
    let first = KeptView::of(&State::new(coverage.from, coverage.to));
    let (mut view, is_placed) = match &args.view {
        Some(link) => {
            let reading = super::view::read(link, &first, atlas)?;
            let is_wanted = days == DaysFrom::Options(None, None);
            if is_wanted && !reading.said.contains("day") {
                let day = reading.view.day;
                eprintln!("view: it says no day, the last of the record is drawn: {day}");
            }
            let is_placed = reading.said.contains("at");
            (reading.view, is_placed)
        }
        None => (first, false),
    };
    match days {
        DaysFrom::Options(date, range) => shown_days(date, range, atlas, &mut view)?,
        DaysFrom::Command => view.mode = Mode::Instant,
    }
    view.trail_days = args.trail.unwrap_or(view.trail_days);
    view.theme = args.theme.unwrap_or(view.theme);
    view.fill = args.countries.unwrap_or(view.fill);
    view.lang = args.lang.unwrap_or(view.lang);
    let off = args.without.iter().map(|part| part.key().to_owned());
    view.hidden.extend(off);
    for part in &args.with {
        view.hidden.remove(part.key());
    }
    known_relations(view.fill, atlas)?;
    Ok(Asked { view, is_placed })
}

/// The day or the range that the options ask for. `--date` shows a day alone, unless it is the last of the
/// range beside it.
fn shown_days(
    date: Option<Date>,
    range: Option<Span>,
    atlas: &Atlas,
    view: &mut KeptView,
) -> Result<(), Failure> {
    let Some(span) = range else {
        if let Some(day) = date {
            view.day = day;
            view.mode = Mode::Instant;
        }
        return Ok(());
    };
    let coverage = atlas.coverage;
    let day = span.to.map_or(coverage.to, PartialDate::last);
    view.day = day;
    view.mode = match span.from {
        None => Mode::Cumulative,
        Some(from) => Mode::Range { from: from.first() },
    };
    let from = first_day(view, atlas).unwrap_or(day);
    let refused = |why: String| {
        Err(Failure::Usage(format!(
            "invalid value for '--range': {why}"
        )))
    };
    if from > day {
        return refused(format!(
            "it begins on {from} and ends on {day}; the record runs from {} to {}",
            coverage.from, coverage.to
        ));
    }
    match date {
        Some(date) if date != day => refused(format!(
            "it ends on {day}, and the rest is shown as on that day: leave --date out"
        )),
        Some(_) | None => Ok(()),
    }
}

impl Asked {
    /// Where to look: the bounds that were given, the link's camera, or nobody says.
    pub fn frame(&self, bounds: Option<[f64; 4]>) -> Frame {
        match (bounds, self.is_placed, self.view.camera) {
            (Some([west, south, east, north]), _, _) => {
                Frame::Part(MapBox::from_lon_lat(west, south, east, north))
            }
            (None, true, Some(camera)) => Frame::At(camera),
            (None, true, None) => Frame::Part(Camera::home_box()),
            (None, false, _) => Frame::Open,
        }
    }
}
