//! `sahelscope state`: the world on a day.

use super::arguments::{DataArgs, Format, day, lang};
use super::{Failure, atlas, print, print_json};
use crate::calendar::Date;
use crate::export;
use crate::lang::Lang;
use crate::model::World;

#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The day
    #[arg(long, value_parser = day)]
    date: Date,
    /// Text or JSON
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Language of the text
    #[arg(long, value_parser = lang, default_value = "en")]
    lang: Lang,
    /// Days of the trail of events
    #[arg(long, value_name = "DAYS", default_value = "90")]
    trail: u16,
    #[command(flatten)]
    data: DataArgs,
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let atlas = atlas(&args.data)?;
    let world = World::at(&atlas, args.date, args.trail);
    match args.format {
        Format::Json => print_json(&export::state::json(&atlas, &world)),
        Format::Text => print(&export::state::text(&atlas, &world, args.lang)),
    }
}
