//! `sahelscope render`: the map of a day as a picture, with its words and its table. No display, no GPU.
//!
//! Sizes and places are looked at before the work begins.

use super::arguments::{DataArgs, day, range};
use super::picture::{DaysFrom, PictureArgs, asked};
use super::{Failure, atlas};
use crate::calendar::{Date, Span};
use crate::export::shown::{alt_text, table};
use crate::export::still::{Extent, Form, Size, Still};
use crate::export::svg::Letters;
use crate::export::target::{NotWritten, Target};
use crate::lang::Lang;
use crate::model::Atlas;
use crate::scene::Composer;
use crate::scene::item::Pt;
use crate::state::KeptView;
use anyhow::Context;
use clap::ValueEnum;
use std::path::{Path, PathBuf};

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

/// How the letters of an SVG are written.
#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
enum TextAs {
    /// As text in Noto Sans, to be edited and searched
    Text,
    /// As outlines, for programs without the font
    Paths,
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
    #[command(flatten)]
    look: PictureArgs,
    /// Size of paper instead
    #[arg(long, value_enum, conflicts_with = "size")]
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
    /// The file: .png, .svg or .pdf
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
                "invalid value '{found}' for '--output': expected a name that ends in .png, .svg or .pdf"
            ))),
            (Some(Form::Svg(_)), Some(TextAs::Paths)) => Ok(Form::Svg(Letters::Paths)),
            (Some(Form::Png | Form::Pdf), Some(_)) => Err(Failure::Usage(format!(
                "'--text' is for SVG, and '{found}' is none"
            ))),
            (Some(form), Some(TextAs::Text) | None) => Ok(form),
        }
    }

    fn size(&self) -> Size {
        let of_page = self.page.map(|sheet| Extent::Mm(sheet.size_mm()));
        let extent = of_page.or(self.look.size);
        Size {
            extent: extent.unwrap_or(Extent::Px([1920, 1080])),
            dpi: self.dpi,
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
    let form = args.form()?;
    let size = args.size();
    size.check(form)
        .map_err(|why| Failure::Usage(format!("that size cannot be had: {why}")))?;
    let [picture, alt, rows] = args.targets()?;
    let atlas = atlas(&args.data)?;
    let days = DaysFrom::Options(args.date, args.range);
    let asked = asked(&args.look, days, &atlas)?;
    let world = asked.world(&atlas);
    if let Some(compare) = asked.view.compare {
        let (day, other) = (asked.view.day, compare.other);
        eprintln!(
            "view: two days at once are not drawn, the picture is of {day} and not of {other}"
        );
    }
    let camera = |map_pt: Pt| asked.camera(args.look.bounds, &world, &atlas, map_pt);
    let draw = |view: &KeptView| {
        let composer = &mut Composer::default();
        Still::draw(composer, (&atlas, &world), view, size, &camera)
    };
    let still = draw(&asked.view);
    let bytes = still.bytes(form, &atlas).context("the picture")?;
    let words = alt.is_some().then(|| in_words(&still, &atlas, &draw));
    let listed = match &rows {
        None => None,
        Some(_) => Some(table(&still.composition.picture, &atlas, &world).context("the table")?),
    };
    let results = [
        (picture, Some(bytes)),
        (alt, words.map(String::into_bytes)),
        (rows, listed.map(String::into_bytes)),
    ];
    for (target, bytes) in results {
        if let (Some(target), Some(bytes)) = (target, bytes) {
            target.fill(&bytes)?;
        }
    }
    Ok(())
}

/// The alt text in both languages, that of the picture first.
fn in_words(still: &Still, atlas: &Atlas, draw: &dyn Fn(&KeptView) -> Still) -> String {
    let own = still.view.lang;
    let other = match own {
        Lang::En => Lang::Fr,
        Lang::Fr => Lang::En,
    };
    let view = KeptView {
        lang: other,
        ..still.view.clone()
    };
    let translated = draw(&view);
    [still, &translated]
        .map(|still| alt_text(&still.composition, &still.view, atlas))
        .join("\n")
}
