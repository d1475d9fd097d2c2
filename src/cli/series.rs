//! `sahelscope series`: many pictures from one command, one a month, an event or a country.
//!
//! A file each in a folder, or the pages of one PDF. Which pictures these are, and how they are written, is
//! `export`'s.

use super::arguments::{DataArgs, category, day};
use super::picture::{DaysFrom, PictureArgs, asked};
use super::render::Sheet;
use super::{Failure, atlas, stop};
use crate::calendar::Date;
use crate::export::order::series::{ASK_PICTURES, Binding, SeriesError, SeriesOrder};
use crate::export::order::sizes;
use crate::export::still::{Extent, Form, Size};
use crate::export::svg::Letters;
use crate::model::Category;
use crate::state::export::{Each, PictureKind, Preset};
use std::path::PathBuf;

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
    /// What kind of files [default: png]
    #[arg(long = "as", value_enum, value_name = "FORM")]
    form: Option<PictureKind>,
    /// Make them however many they are
    #[arg(long)]
    yes: bool,
    #[command(flatten)]
    look: PictureArgs,
    /// Size of paper instead; one PDF has A4, landscape, unless another size is said
    #[arg(long, value_enum, conflicts_with_all = ["size", "preset"])]
    page: Option<Sheet>,
    /// The folder, which is made when it is not there; or a name that ends in .pdf, for one document with a
    /// page each
    #[arg(short, long, value_name = "DIR|FILE.pdf")]
    output: PathBuf,
    #[command(flatten)]
    data: DataArgs,
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let atlas = atlas(&args.data)?;
    let (binding, form) = form(args)?;
    let size = size(args, binding);
    size.check(form)
        .map_err(|why| Failure::Usage(format!("that size cannot be had: {why}")))?;
    let asked = asked(&args.look, DaysFrom::Command, &atlas)?;
    let order = SeriesOrder {
        frame: asked.frame(args.look.bounds),
        view: asked.view,
        size,
        form,
        binding,
        each: args.each,
        from: args.from.unwrap_or(atlas.coverage.from),
        to: args.to.unwrap_or(atlas.coverage.to),
        date: args.date.unwrap_or(atlas.coverage.to),
        category: args.category,
        country: args.country.clone(),
    };
    let count = order.all(&atlas).map_err(failure)?.len();
    if count > ASK_PICTURES && !args.yes {
        return Err(Failure::Usage(format!(
            "the series would have {count} pictures: add --yes to make them, or choose a shorter time"
        )));
    }
    let stop = stop::signal()?;
    let made = order.make(&atlas, &args.output, &stop, &mut |_| {});
    made.map(|_| ()).map_err(failure)
}

/// Files of a kind, or one document, as the name of the result asks for.
fn form(args: &Args) -> Result<(Binding, Form), Failure> {
    let is_document = Form::of(&args.output) == Some(Form::Pdf) && !args.output.is_dir();
    match (is_document, args.form) {
        (false, None | Some(PictureKind::Png)) => Ok((Binding::Files, Form::Png)),
        (false, Some(PictureKind::Svg)) => Ok((Binding::Files, Form::Svg(Letters::Text))),
        (false, Some(PictureKind::Pdf)) => Ok((Binding::Files, Form::Pdf)),
        (true, None | Some(PictureKind::Pdf)) => Ok((Binding::Document, Form::Pdf)),
        (true, Some(PictureKind::Png | PictureKind::Svg)) => Err(Failure::Usage(format!(
            "'--as' says what the files of a folder are, and '{}' is one document",
            args.output.display()
        ))),
    }
}

fn size(args: &Args, binding: Binding) -> Size {
    let of_page = args.page.map(|sheet| sizes::preset(sheet.preset()));
    let otherwise = match binding {
        Binding::Document => sizes::preset(Preset::A4),
        Binding::Files => Size {
            extent: Extent::Px([1920, 1080]),
            dpi: None,
        },
    };
    of_page.or(args.look.asked_size()).unwrap_or(otherwise)
}

fn failure(error: SeriesError) -> Failure {
    match error {
        SeriesError::Backwards(..) | SeriesError::TooMany(_) | SeriesError::NoCountry { .. } => {
            Failure::Usage(error.to_string())
        }
        SeriesError::NoEvent(..) => Failure::Input(error.to_string()),
        SeriesError::Still(_)
        | SeriesError::Document(_)
        | SeriesError::Write(_)
        | SeriesError::Cancelled => Failure::Other(error.into()),
    }
}
