//! `sahelscope series`: many pictures from one command, one a month, an event or a country.
//!
//! Their names sort in the order of time or of the alphabet. Each file appears whole; the folder may hold
//! other files.

use super::arguments::{DataArgs, category, day};
use super::picture::{Asked, DaysFrom, PictureArgs, asked};
use super::{Failure, atlas};
use crate::calendar::{Date, day_number};
use crate::export::facts::Query;
use crate::export::still::{Extent, Form, Size, Still};
use crate::export::svg::Letters;
use crate::export::target::Target;
use crate::geo::{Camera, MapBox};
use crate::model::filter::{Filter, sift};
use crate::model::{Atlas, Category, World};
use crate::scene::item::Pt;
use crate::scene::{Composer, framing};
use crate::state::{KeptView, Selected};
use anyhow::Context;
use clap::ValueEnum;
use std::fs;
use std::path::PathBuf;

/// More pictures than this are made only when it is confirmed.
const ASK_PICTURES: usize = 500;
/// A country is shown with so much of its own size around it.
const AROUND: f64 = 0.12;

#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
enum Each {
    /// The first day of every month
    Month,
    /// Every event, on its day
    Event,
    /// Every focus country, on one day
    Country,
}

#[derive(ValueEnum, Debug, Clone, Copy)]
enum Kind {
    /// Pixels
    Png,
    /// Lines, for screens and drawing programs
    Svg,
    /// Lines, for paper
    Pdf,
}

impl Kind {
    fn of(self) -> Form {
        match self {
            Kind::Png => Form::Png,
            Kind::Svg => Form::Svg(Letters::Text),
            Kind::Pdf => Form::Pdf,
        }
    }
}

#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// What each picture is of
    #[arg(long, value_enum)]
    each: Each,
    /// The first day, of months and events
    #[arg(long, value_parser = day, required_if_eq_any = [("each", "month"), ("each", "event")])]
    from: Option<Date>,
    /// The last day, of months and events
    #[arg(long, value_parser = day, required_if_eq_any = [("each", "month"), ("each", "event")])]
    to: Option<Date>,
    /// The day on which countries are shown
    #[arg(long, value_parser = day, required_if_eq("each", "country"))]
    date: Option<Date>,
    /// Only events of that kind
    #[arg(long, value_parser = category)]
    category: Option<Category>,
    /// Only events that concern that country, or only that country
    #[arg(long, value_name = "ISO")]
    country: Option<String>,
    /// What kind of files
    #[arg(long = "as", value_enum, default_value = "png")]
    form: Kind,
    /// Make them however many they are
    #[arg(long)]
    yes: bool,
    #[command(flatten)]
    look: PictureArgs,
    /// The folder; it is made when it is not there
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    #[command(flatten)]
    data: DataArgs,
}

/// One picture of the series.
struct One {
    /// Name of its file, without the ending.
    name: String,
    day: Date,
    selection: Option<Selected>,
    /// Where it looks when nobody says; nothing for the part that the day asks for.
    frame: Option<MapBox>,
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let atlas = atlas(&args.data)?;
    size(args)
        .check(args.form.of())
        .map_err(|why| Failure::Usage(format!("that size cannot be had: {why}")))?;
    let asked = asked(&args.look, DaysFrom::Command, &atlas)?;
    let all = match args.each {
        Each::Month => months(args, &atlas)?,
        Each::Event => events(args, &atlas)?,
        Each::Country => countries(args, &atlas)?,
    };
    if all.len() > ASK_PICTURES && !args.yes {
        let count = all.len();
        return Err(Failure::Usage(format!(
            "the series would have {count} pictures: add --yes to make them, or choose a shorter time"
        )));
    }
    fs::create_dir_all(&args.output)
        .with_context(|| format!("cannot write {}", args.output.display()))?;
    let mut composer = Composer::default();
    for one in &all {
        let bytes = drawn(args, &asked, &atlas, one, &mut composer)?;
        let ending = match args.form {
            Kind::Png => "png",
            Kind::Svg => "svg",
            Kind::Pdf => "pdf",
        };
        let path = args.output.join(format!("{}.{ending}", one.name));
        Target::open(&path)?.fill(&bytes)?;
    }
    Ok(())
}

/// First and last day, in their order.
fn stretch(args: &Args, atlas: &Atlas) -> Result<(Date, Date), Failure> {
    let from = args.from.unwrap_or(atlas.coverage.from);
    let to = args.to.unwrap_or(atlas.coverage.to);
    if to < from {
        let line =
            format!("expected a last day that is not before the first, found {from} to {to}");
        return Err(Failure::Usage(line));
    }
    Ok((from, to))
}

fn months(args: &Args, atlas: &Atlas) -> Result<Vec<One>, Failure> {
    let (from, to) = stretch(args, atlas)?;
    let about = (day_number(to) - day_number(from)) as usize / 28;
    if about > 20_000 {
        let line = format!("{about} months are more than a series may have");
        return Err(Failure::Usage(line));
    }
    let of_month = |n: i32| {
        let ahead = jiff::Span::new().try_months(n).ok()?;
        from.first_of_month().checked_add(ahead).ok()
    };
    let firsts = (0..).map_while(of_month).take_while(|day| *day <= to);
    let one = |day: Date| One {
        name: day.strftime("%Y-%m").to_string(),
        // The month that the stretch begins in is shown from where it begins.
        day: day.max(from),
        selection: None,
        frame: Some(Camera::home_box()),
    };
    Ok(firsts.map(one).collect())
}

fn events(args: &Args, atlas: &Atlas) -> Result<Vec<One>, Failure> {
    let (from, to) = stretch(args, atlas)?;
    let filter = Filter {
        categories: args.category.into_iter().collect(),
        countries: args.country.clone().into_iter().collect(),
        ..Filter::EVERYTHING
    };
    let query = Query {
        from: Some(from),
        to: Some(to),
        filter,
    };
    let found = query.run(atlas);
    let begun = found.iter().filter(|e| e.date.first() >= from);
    let all: Vec<One> = begun
        .map(|event| One {
            name: event.id.clone(),
            day: event.date.first(),
            selection: Some(Selected::Event(event.id.clone())),
            frame: None,
        })
        .collect();
    if all.is_empty() {
        let line = format!("no such event between {from} and {to}");
        return Err(Failure::Input(line));
    }
    Ok(all)
}

fn countries(args: &Args, atlas: &Atlas) -> Result<Vec<One>, Failure> {
    let day = args.date.unwrap_or(atlas.coverage.to);
    let wanted = |iso: &&String| args.country.as_ref().is_none_or(|c| c == *iso);
    let level = atlas.basemap.level(1);
    let chosen = atlas.focus.iter().filter(wanted).filter_map(|iso| {
        let area = level.countries.iter().find(|c| c.iso == *iso)?;
        Some(One {
            name: slug(&area.name.en),
            day,
            selection: Some(Selected::Country(iso.clone())),
            frame: Some(around(&area.bounds)),
        })
    });
    let mut all: Vec<One> = chosen.collect();
    all.sort_by(|a, b| a.name.cmp(&b.name));
    if all.is_empty() {
        let known = atlas.focus.join(", ");
        let found = args.country.as_deref().unwrap_or_default();
        return Err(Failure::Usage(format!(
            "invalid value '{found}' for '--country': expected one of {known}"
        )));
    }
    Ok(all)
}

fn drawn(
    args: &Args,
    asked: &Asked,
    atlas: &Atlas,
    one: &One,
    composer: &mut Composer,
) -> Result<Vec<u8>, Failure> {
    let kept = KeptView {
        day: one.day,
        selection: one.selection.clone().or(asked.view.selection.clone()),
        ..asked.view.clone()
    };
    let size = size(args);
    let world = World::at(atlas, kept.day, kept.trail_days);
    let world = world.with_only(&sift(atlas, &kept.filter).chosen);
    let otherwise = || one.frame.unwrap_or_else(|| framing::day(atlas, &world));
    let camera = |size_pt: Pt| asked.camera_or(args.look.bounds, size_pt, otherwise);
    let still = Still::draw(composer, (atlas, &world), &kept, size, &camera);
    Ok(still.bytes(args.form.of(), atlas).context("the picture")?)
}

fn size(args: &Args) -> Size {
    Size {
        extent: args.look.size.unwrap_or(Extent::Px([1920, 1080])),
        dpi: None,
    }
}

fn around(bounds: &MapBox) -> MapBox {
    let room = [0, 1].map(|i| (bounds.max[i] - bounds.min[i]) * AROUND);
    MapBox {
        min: [bounds.min[0] - room[0], bounds.min[1] - room[1]],
        max: [bounds.max[0] + room[0], bounds.max[1] + room[1]],
    }
}

/// A name as it stands in a file's: small letters and hyphens.
fn slug(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<String> = words
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain() {
        assert_eq!(slug("Burkina Faso"), "burkina-faso");
    }
}
