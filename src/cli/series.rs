//! `sahelscope series`: many pictures from one command, one a month, an event or a country.
//!
//! Which pictures these are, and how they are written, is `export`'s.

use super::animate::stop_signal;
use super::arguments::{DataArgs, category, day};
use super::picture::{DaysFrom, PictureArgs, asked};
use super::{Failure, atlas};
use crate::calendar::Date;
use crate::export::order::series::{ASK_PICTURES, SeriesError, SeriesOrder};
use crate::export::still::{Extent, Form, Size};
use crate::export::svg::Letters;
use crate::model::Category;
use crate::state::export::{Each, PictureKind};
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
    /// What kind of files
    #[arg(long = "as", value_enum, default_value = "png")]
    form: PictureKind,
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

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let atlas = atlas(&args.data)?;
    let form = match args.form {
        PictureKind::Png => Form::Png,
        PictureKind::Svg => Form::Svg(Letters::Text),
        PictureKind::Pdf => Form::Pdf,
    };
    let size = args.look.asked_size().unwrap_or(Size {
        extent: Extent::Px([1920, 1080]),
        dpi: None,
    });
    size.check(form)
        .map_err(|why| Failure::Usage(format!("that size cannot be had: {why}")))?;
    let asked = asked(&args.look, DaysFrom::Command, &atlas)?;
    let order = SeriesOrder {
        frame: asked.frame(args.look.bounds),
        view: asked.view,
        size,
        form,
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
    let stop = stop_signal()?;
    let made = order.make(&atlas, &args.output, &stop, &mut |_| {});
    made.map(|_| ()).map_err(failure)
}

fn failure(error: SeriesError) -> Failure {
    match error {
        SeriesError::Backwards(..) | SeriesError::TooMany(_) | SeriesError::NoCountry { .. } => {
            Failure::Usage(error.to_string())
        }
        SeriesError::NoEvent(..) => Failure::Input(error.to_string()),
        SeriesError::Still(_) | SeriesError::Write(_) | SeriesError::Cancelled => {
            Failure::Other(error.into())
        }
    }
}
