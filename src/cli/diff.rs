//! `sahelscope diff`: what changed between two days.

use super::arguments::{DataArgs, Format, day, lang};
use super::{Failure, atlas, print, print_json};
use crate::calendar::Date;
use crate::export::briefing::Briefing;
use crate::export::diff::json;
use crate::lang::Lang;
use crate::model::{Changes, World};

#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The earlier day
    #[arg(long, value_parser = day)]
    from: Date,
    /// The later day
    #[arg(long, value_parser = day)]
    to: Date,
    /// Text or JSON
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Language of the text
    #[arg(long, value_parser = lang, default_value = "en")]
    lang: Lang,
    #[command(flatten)]
    data: DataArgs,
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    if args.to < args.from {
        let line = format!(
            "expected --to on or after --from {}, found {}",
            args.from, args.to
        );
        return Err(Failure::Usage(line));
    }
    let atlas = atlas(&args.data)?;
    let world = |date| World::at(&atlas, date, 0);
    let changes = Changes::between(&atlas, &world(args.from), &world(args.to));
    match args.format {
        Format::Json => print_json(&json(&changes)),
        Format::Text => print(&Briefing::of(&atlas, &changes, args.lang).text(args.lang)),
    }
}
