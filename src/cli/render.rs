//! `sahelscope render`: the map of a day or a range as a picture. No display, no GPU.

use super::arguments::{DataArgs, bounds, countries, day, lang, range, size, theme};
use super::{Failure, atlas, write_file};
use crate::calendar::{Date, PartialDate, Span};
use crate::export::{marked, png, svg};
use crate::geo::{Camera, MapBox, Viewport};
use crate::lang::Lang;
use crate::model::filter::sift;
use crate::model::{Atlas, World};
use crate::scene::{Composer, Furniture, Paper, View, framing, page};
use crate::state::{KeptView, Mode, State};
use crate::style::{CountryTheme, Theme};
use anyhow::Context;
use clap::ValueEnum;
use std::ffi::OsString;
use std::path::PathBuf;

#[derive(ValueEnum, Debug, Clone, Copy)]
enum Sheet {
    /// A4, landscape
    A4,
    /// A4, portrait
    A4Portrait,
    /// A3, landscape
    A3,
    /// A3, portrait
    A3Portrait,
}

impl Sheet {
    /// Width and height in millimetres.
    fn size_mm(self) -> [f32; 2] {
        match self {
            Sheet::A4 => [297.0, 210.0],
            Sheet::A4Portrait => [210.0, 297.0],
            Sheet::A3 => [420.0, 297.0],
            Sheet::A3Portrait => [297.0, 420.0],
        }
    }
}

/// A part of the picture that can be left out.
#[derive(ValueEnum, Debug, Clone, Copy)]
enum Part {
    /// Title, date and what is shown
    Title,
    /// What happened, in the legend's column
    Text,
    /// What the signs mean
    Legend,
    /// Scale bar
    Scale,
    /// Whose reports it rests on
    Sources,
    /// Basemap, projection, data
    Credit,
    /// Small map that shows where the large one lies
    Locator,
    /// Meridians and parallels; off unless asked for
    Graticule,
    /// Names of countries, towns and rivers
    Names,
    /// Bases
    Bases,
    /// Arrows of troops
    Movements,
    /// Discs of events
    Events,
    /// Closed skies
    Skies,
}

impl Part {
    /// Its key among what is hidden.
    fn key(self) -> &'static str {
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
        }
    }
}

#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The day
    #[arg(long, value_parser = day, required_unless_present_any = ["view", "range"])]
    date: Option<Date>,
    /// Everything that happened between two days, such as 2020-01-01..2022-08-15 or 2020..2022; the rest as
    /// on the last of them
    #[arg(long, value_parser = range, value_name = "A..B", allow_hyphen_values = true)]
    range: Option<Span>,
    /// Draw that view, a link as the window copies it; the other options win over what it says
    #[arg(long, value_name = "LINK")]
    view: Option<OsString>,
    /// Looks: light, dark, print or projector [default: light]
    #[arg(long, value_parser = theme)]
    theme: Option<Theme>,
    /// What countries are filled by: alliance, airspace, troops, relations:CODE or none
    /// [default: alliance]
    #[arg(long, value_parser = countries, value_name = "THEME")]
    countries: Option<CountryTheme>,
    /// Language: en or fr [default: en]
    #[arg(long, value_parser = lang)]
    lang: Option<Lang>,
    /// Size in pixels
    #[arg(long, value_parser = size, value_name = "WxH", conflicts_with = "page")]
    size: Option<[u32; 2]>,
    /// Size of paper instead
    #[arg(long, value_enum)]
    page: Option<Sheet>,
    /// Pixels an inch, written into a PNG; decides the pixels of a page
    #[arg(long, value_parser = clap::value_parser!(u16).range(36..=1200))]
    dpi: Option<u16>,
    /// The part of the map: west,south,east,north in degrees
    #[arg(long, value_parser = bounds, value_name = "W,S,E,N", allow_hyphen_values = true)]
    bounds: Option<[f64; 4]>,
    /// Days of the trail of events [default: 60]
    #[arg(long, value_name = "DAYS")]
    trail: Option<u16>,
    /// Leave parts of the picture out, such as title,legend
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PARTS")]
    without: Vec<Part>,
    /// Show parts that are off at first, such as graticule
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PARTS")]
    with: Vec<Part>,
    /// The file: .png or .svg
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    #[command(flatten)]
    data: DataArgs,
}

/// How large the page is laid out and drawn.
fn paper(args: &Args, theme: Theme) -> Paper {
    match args.page {
        Some(sheet) => {
            let dpi = f32::from(args.dpi.unwrap_or(300));
            Paper::of_sheet(sheet.size_mm(), dpi, theme)
        }
        None => Paper::of_pixels(args.size.unwrap_or([1920, 1080]), theme),
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
struct Asked {
    view: KeptView,
    /// Does a view link say where to look? Otherwise the day does.
    is_placed: bool,
}

/// The view of a first start, what the link says, and what the options say, each winning over the one before.
fn asked(args: &Args, atlas: &Atlas) -> Result<Asked, Failure> {
    let coverage = atlas.coverage;
    let first = KeptView::of(&State::new(coverage.from, coverage.to));
    let (mut view, is_placed) = match &args.view {
        Some(link) => {
            let reading = super::view::read(link, &first, atlas)?;
            let is_dated = args.date.is_some() || args.range.is_some();
            if !is_dated && !reading.said.contains("day") {
                let day = reading.view.day;
                eprintln!("view: it says no day, the last of the record is drawn: {day}");
            }
            let is_placed = reading.said.contains("at");
            (reading.view, is_placed)
        }
        None => (first, false),
    };
    shown_days(args, atlas, &mut view)?;
    view.trail_days = args.trail.unwrap_or(view.trail_days);
    view.theme = args.theme.unwrap_or(view.theme);
    view.fill = args.countries.unwrap_or(view.fill);
    view.lang = args.lang.unwrap_or(view.lang);
    let off = args.without.iter().map(|part| part.key().to_owned());
    view.hidden.extend(off);
    for part in &args.with {
        view.hidden.remove(part.key());
    }
    Ok(Asked { view, is_placed })
}

/// The day or the range that the options ask for. `--date` shows a day alone, unless it is the last of the
/// range beside it.
fn shown_days(args: &Args, atlas: &Atlas, view: &mut KeptView) -> Result<(), Failure> {
    let Some(span) = args.range else {
        if let Some(day) = args.date {
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
    match args.date {
        Some(date) if date != day => refused(format!(
            "it ends on {day}, and the rest is shown as on that day: leave --date out"
        )),
        Some(_) | None => Ok(()),
    }
}

/// The first day of what a view shows; nothing for a day alone.
fn first_day(view: &KeptView, atlas: &Atlas) -> Option<Date> {
    match view.mode {
        Mode::Instant => None,
        Mode::Range { from } => Some(from),
        Mode::Cumulative => Some(atlas.coverage.from),
    }
}

impl Asked {
    /// Where to look: the bounds that were given, the link's camera, or the part that the day asks for.
    fn camera(
        &self,
        bounds: Option<[f64; 4]>,
        world: &World,
        atlas: &Atlas,
        size_pt: [f32; 2],
    ) -> Camera {
        let frame = match (bounds, self.is_placed, self.view.camera) {
            (Some([west, south, east, north]), _, _) => {
                MapBox::from_lon_lat(west, south, east, north)
            }
            (None, true, Some(camera)) => return camera,
            (None, true, None) => Camera::home_box(),
            (None, false, _) => framing::day(atlas, world),
        };
        Camera::fit(&frame, size_pt)
    }
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let extension = args
        .output
        .extension()
        .and_then(|e| e.to_str())
        .map(str::to_lowercase);
    let is_svg = match extension.as_deref() {
        Some("svg") => true,
        Some("png") => false,
        Some(_) | None => {
            let found = args.output.display();
            let line = format!(
                "invalid value '{found}' for '--output': expected a name that ends in .png or .svg"
            );
            return Err(Failure::Usage(line));
        }
    };
    let atlas = atlas(&args.data)?;
    let asked = asked(args, &atlas)?;
    let kept = &asked.view;
    known_relations(kept.fill, &atlas)?;
    let chosen = sift(&atlas, &kept.filter).chosen;
    let world = match first_day(kept, &atlas) {
        Some(from) => World::over(&atlas, from, kept.day),
        None => World::at(&atlas, kept.day, kept.trail_days),
    }
    .with_only(&chosen);
    if let Some(compare) = kept.compare {
        let (day, other) = (kept.day, compare.other);
        eprintln!(
            "view: two days at once are not drawn, the picture is of {day} and not of {other}"
        );
    }
    let Paper {
        size_pt: page_pt,
        scale,
    } = paper(args, kept.theme);
    let size_pt = page::size_of(&page::map_frame(page_pt, &kept.hidden));
    let view = View {
        atlas: &atlas,
        world: &world,
        viewport: Viewport {
            camera: asked.camera(args.bounds, &world, &atlas, size_pt),
            size_pt,
        },
        lang: kept.lang,
        theme: kept.theme,
        countries: kept.fill,
        hidden: &kept.hidden,
        filter: &kept.filter,
        selected: &marked(kept.selection.as_ref()),
        furniture: Furniture::Page(page_pt),
    };
    let picture = Composer::default().compose(&view).picture;
    let bytes = if is_svg {
        svg::svg(&picture).into_bytes()
    } else {
        let dpi = match args.page {
            Some(_) => Some(args.dpi.unwrap_or(300)),
            None => args.dpi,
        };
        let texts = [
            ("Title", picture.title.as_str()),
            ("Description", picture.description.as_str()),
            (
                "Software",
                concat!("Sahelscope ", env!("CARGO_PKG_VERSION")),
            ),
        ];
        png::png(&picture, scale, dpi.map(f32::from), &texts).context("the picture")?
    };
    write_file(&args.output, &bytes)
}
