//! `sahelscope render`: the map of a day as a picture, with its words and its table. No display, no GPU.
//!
//! Sizes and places are looked at before the work begins.

use super::animate::write;
use super::arguments::{DataArgs, day, range};
use super::picture::{DaysFrom, PictureArgs, asked};
use super::{Failure, atlas, stop};
use crate::calendar::{Date, Span};
use crate::export::film::Film;
use crate::export::html;
use crate::export::order::film::FilmForm;
use crate::export::order::still::{Beside, StillOrder};
use crate::export::order::{frame, sizes};
use crate::export::still::{Extent, Form, Size};
use crate::export::svg::Letters;
use crate::export::target::{NotWritten, Target};
use crate::scene::{Paper, framing};
use crate::state::export::{Preset, TextAs};
use crate::state::{Compare, How};
use anyhow::Context;
use clap::ValueEnum;
use std::path::{Path, PathBuf};

/// A sheet of paper.
#[derive(ValueEnum, Debug, Clone, Copy)]
pub(super) enum Sheet {
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
    /// The size with a name.
    pub fn preset(self) -> Preset {
        match self {
            Sheet::A4 => Preset::A4,
            Sheet::A4Portrait => Preset::A4Portrait,
            Sheet::A3 => Preset::A3,
            Sheet::A3Portrait => Preset::A3Portrait,
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
    /// Another day beside it: two maps of the same place, and what changed between the two days
    #[arg(long, value_parser = day, value_name = "DATE", conflicts_with = "range")]
    compare: Option<Date>,
    #[command(flatten)]
    look: PictureArgs,
    /// Size of paper instead
    #[arg(long, value_enum, conflicts_with_all = ["size", "preset"])]
    page: Option<Sheet>,
    /// Pixels an inch, written into a PNG; decides the pixels of a size on paper [default: 300 there]
    #[arg(long, value_parser = clap::value_parser!(u16).range(36..=1200))]
    dpi: Option<u16>,
    /// The letters of an SVG
    #[arg(long, value_enum, value_name = "HOW")]
    text: Option<TextAs>,
    /// Also write what the picture shows in words, English and French, for readers who do not see it
    #[arg(long, visible_alias = "alt-text", value_name = "FILE")]
    alt: Option<PathBuf>,
    /// Also write what the picture shows as a table: events, bases, closed skies and countries with sources
    #[arg(long, value_name = "FILE.csv")]
    table: Option<PathBuf>,
    /// The file: .png, .svg, .pdf or .html
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    #[command(flatten)]
    data: DataArgs,
}

impl Args {
    fn form(&self) -> Result<Form, Failure> {
        let found = self.output.display();
        match (Form::of(&self.output), self.text) {
            (None, _) => Err(Failure::Usage(format!(
                "invalid value '{found}' for '--output': expected a name that ends in .png, .svg, .pdf or .html"
            ))),
            (Some(Form::Svg(_)), Some(TextAs::Paths)) => Ok(Form::Svg(Letters::Paths)),
            (Some(Form::Png | Form::Pdf), Some(_)) => Err(Failure::Usage(format!(
                "'--text' is for SVG, and '{found}' is none"
            ))),
            (Some(form), Some(TextAs::Text) | None) => Ok(form),
        }
    }

    fn size(&self) -> Size {
        let of_page = self.page.map(|sheet| sizes::preset(sheet.preset()));
        let asked = of_page.or(self.look.asked_size());
        let size = asked.unwrap_or(Size {
            extent: Extent::Px([1920, 1080]),
            dpi: None,
        });
        Size {
            dpi: self.dpi.or(size.dpi),
            ..size
        }
    }

    /// The places of all files that are asked for, in the order picture, words, table.
    fn targets(&self) -> Result<[Option<Target>; 3], Failure> {
        let paths = [Some(&self.output), self.alt.as_ref(), self.table.as_ref()];
        for (i, path) in paths.iter().enumerate() {
            if path.is_some() && paths[..i].contains(path) {
                let name = path.map_or(Path::new(""), |p| p).display();
                return Err(Failure::Usage(format!(
                    "two results would be written to '{name}'"
                )));
            }
        }
        let open = |path: Option<&PathBuf>| path.map(|path| Target::open(path)).transpose();
        let [picture, alt, table] = paths;
        Ok([open(picture)?, open(alt)?, open(table)?])
    }
}

impl From<NotWritten> for Failure {
    fn from(error: NotWritten) -> Failure {
        Failure::Other(error.into())
    }
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    if html::is_page(&args.output) {
        return page(args);
    }
    let form = args.form()?;
    let size = args.size();
    size.check(form)
        .map_err(|why| Failure::Usage(format!("that size cannot be had: {why}")))?;
    let stop = stop::signal()?;
    let [picture, alt, rows] = args.targets()?;
    let atlas = atlas(&args.data)?;
    let days = DaysFrom::Options(args.date, args.range);
    let mut asked = asked(&args.look, days, &atlas)?;
    if let Some(other) = args.compare {
        let how = How::SideBySide;
        asked.view.compare = Some(Compare { other, how });
    }
    if args.range.is_some() {
        // A range is asked for here; the comparison stood in the link.
        asked.view.compare = None;
    }
    let order = StillOrder {
        frame: asked.frame(args.look.bounds),
        view: asked.view,
        size,
        form,
    };
    let beside = Beside {
        alt: alt.is_some(),
        table: rows.is_some(),
    };
    let files = order.files(&atlas, beside).context("the picture")?;
    let results = [
        (picture, Some(files.picture)),
        (alt, files.alt.map(String::into_bytes)),
        (rows, files.table.map(String::into_bytes)),
    ];
    stop::go_on(&stop)?;
    for (target, bytes) in results {
        if let (Some(target), Some(bytes)) = (target, bytes) {
            target.fill(&bytes)?;
        }
    }
    Ok(())
}

/// The day or the range as an HTML page.
fn page(args: &Args) -> Result<(), Failure> {
    let refused = |line: &str| Err(Failure::Usage(line.to_owned()));
    if args.alt.is_some() || args.table.is_some() || args.text.is_some() {
        return refused(
            "'--alt', '--table' and '--text' are not for a page, which is text and has its sources in it",
        );
    }
    let asked_size = args.page.map(|sheet| sizes::preset(sheet.preset()));
    let asked_size = asked_size.or(args.look.asked_size());
    let Some(size_px) = asked_size.map_or(Some(html::SIZE_PX), sizes::pixels) else {
        return refused("a page has pixels, such as 1280x800, and fits itself to the paper");
    };
    let atlas = atlas(&args.data)?;
    let asked = asked(&args.look, DaysFrom::Options(args.date, args.range), &atlas)?;
    let paper = Paper::of_pixels(size_px, asked.view.theme);
    let of_day = || framing::day(&atlas, &frame::world(&asked.view, &atlas));
    let map_pt = html::map_size(&asked.view, paper);
    let film = Film {
        camera: asked.frame(args.look.bounds).camera(map_pt, of_day),
        shots: vec![html::still_shot(&asked.view)],
        view: asked.view,
        atlas,
        paper,
        fps: html::FPS,
    };
    write(&film, FilmForm::Page, &args.output)
}
