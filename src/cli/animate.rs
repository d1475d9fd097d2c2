//! `sahelscope animate`: a stretch of time as GIF, MP4, numbered PNGs or an HTML page. No display, no GPU.
//!
//! Everything that can be refused is refused before the first frame is drawn.

use super::arguments::{DataArgs, category, day};
use super::picture::{DaysFrom, PictureArgs, asked};
use super::{Failure, atlas, progress, stop};
use crate::calendar::Date;
use crate::export::film::{Ease, Film, FilmError, Kind, MOST_FRAMES, Pace, Step};
use crate::export::html;
use crate::export::order::film::{ASK_FRAMES, Extent, FilmForm, FilmOrder, MOST_GIF_FPS, extent};
use crate::export::order::{self, sizes};
use crate::model::Category;
use std::path::{Path, PathBuf};

/// Frames of a film a second when nobody says.
const FPS: u32 = 10;
/// Pictures a second that are not refused.
const MOST_FPS: u32 = 60;
/// The longest stop, in seconds.
const LONGEST_HOLD: f32 = 60.0;

#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The first day
    #[arg(long, value_parser = day)]
    from: Date,
    /// The last day
    #[arg(long, value_parser = day)]
    to: Date,
    /// From one frame to the next: 1day, 7days, 1month, 1year, or events for the days of events
    #[arg(long, value_parser = step, default_value = "1month")]
    step: Step,
    /// Frames a second [default: 10, and 4 for a page]
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_FPS)))]
    fps: Option<u32>,
    /// Stay so long on every day of an event of note, and on the last day: 1s, 800ms
    #[arg(long, value_parser = seconds, value_name = "TIME")]
    hold: Option<f32>,
    /// The kinds of event to stay on
    #[arg(long, value_parser = category, value_delimiter = ',', value_name = "KINDS", requires = "hold",
        default_values = ["coup", "withdrawal", "alliance", "airspace"])]
    hold_on: Vec<Category>,
    /// Let time begin, stop and end gently
    #[arg(long)]
    ease: bool,
    /// Make it however long it is
    #[arg(long)]
    yes: bool,
    #[command(flatten)]
    look: PictureArgs,
    /// The file, .gif, .mp4 or .html, or a folder for numbered PNGs, with a slash at its end
    #[arg(short, long, value_name = "FILE|DIR/")]
    output: PathBuf,
    #[command(flatten)]
    data: DataArgs,
}

/// A step such as `7days` or `1 month`, or `events`.
fn step(text: &str) -> Result<Step, String> {
    let text = text.trim();
    if text == "events" {
        return Ok(Step::Events);
    }
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let number = if number.is_empty() {
        Ok(1)
    } else {
        number.parse::<u32>()
    };
    let step = number
        .ok()
        .filter(|n| (1..=100_000).contains(n))
        .and_then(|n| match unit.trim().trim_end_matches('s') {
            "d" | "day" => Some(Step::Days(n)),
            "w" | "week" => Some(Step::Days(n * 7)),
            "month" => Some(Step::Months(n)),
            "y" | "year" => Some(Step::Months(n * 12)),
            _ => None,
        });
    step.ok_or_else(|| {
        "expected a step of at least one day such as 1day, 7days or 1month, or events".to_owned()
    })
}

/// A time such as `1s`, `1.5s` or `800ms`, in seconds.
fn seconds(text: &str) -> Result<f32, String> {
    let (number, unit) = match text.strip_suffix("ms") {
        Some(number) => (number, 0.001),
        None => (text.strip_suffix('s').unwrap_or(text), 1.0),
    };
    let seconds = number.trim().parse::<f32>().ok().map(|n| n * unit);
    seconds
        .filter(|s| (0.0..=LONGEST_HOLD).contains(s))
        .ok_or_else(|| format!("expected a time such as 1s or 800ms, at most {LONGEST_HOLD}s"))
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let form = form(args)?;
    let atlas = atlas(&args.data)?;
    let asked = asked(&args.look, DaysFrom::Command, &atlas)?;
    let pace = Pace {
        from: args.from,
        to: args.to,
        step: args.step,
        ease: if args.ease { Ease::Gentle } else { Ease::Even },
        fps: args.fps(form),
        hold_ticks: (args.hold.unwrap_or(0.0) * args.fps(form) as f32).round() as u32,
        hold_on: args.hold_on.clone(),
    };
    let order = FilmOrder {
        frame: asked.frame(args.look.bounds),
        view: asked.view,
        pace,
        size_px: size(args, form)?,
        form,
    };
    let ([w, h], [of_w, of_h]) = (order.even_px(), order.size_px);
    if [w, h] != [of_w, of_h] {
        eprintln!("size: {w} x {h}, as a video has even sides, not {of_w} x {of_h}");
    }
    let film = order.film(&atlas);
    let film = film.map_err(|e| Failure::Usage(e.to_string()))?;
    confirm(args, &film, form)?;
    write(&film, form, &args.output)
}

/// Makes a film or a page and puts it in its place when it is whole.
pub(super) fn write(film: &Film, form: FilmForm, path: &Path) -> Result<(), Failure> {
    let stop = stop::signal()?;
    order::film::write(film, form, path, (&stop, &mut progress::shown("frame"))).map_err(failure)
}

impl Args {
    fn fps(&self, form: FilmForm) -> u32 {
        self.fps.unwrap_or(match form {
            FilmForm::Film(_) => FPS,
            FilmForm::Page => html::FPS,
        })
    }
}

/// The form of the file, or why there is none.
fn form(args: &Args) -> Result<FilmForm, Failure> {
    let found = args.output.display();
    if html::is_page(&args.output) && !args.output.is_dir() {
        return Ok(FilmForm::Page);
    }
    let Some(kind) = Kind::of(&args.output) else {
        let webm = args.output.extension().is_some_and(|e| e == "webm");
        let more = if webm {
            "; WebM is not written, as no encoder for it is both small and fast: an MP4 plays wherever it does"
        } else {
            ""
        };
        return Err(Failure::Usage(format!(
            "invalid value '{found}' for '--output': expected a name that ends in .gif, .mp4 or .html, or a folder with a slash at its end{more}"
        )));
    };
    let fps = args.fps(FilmForm::Film(kind));
    if kind == Kind::Gif && fps > MOST_GIF_FPS {
        return Err(Failure::Usage(format!(
            "invalid value '{fps}' for '--fps': expected at most {MOST_GIF_FPS} for a GIF, players slow down what is faster"
        )));
    }
    Ok(FilmForm::Film(kind))
}

fn size(args: &Args, form: FilmForm) -> Result<[u32; 2], Failure> {
    let usual = match form {
        FilmForm::Film(_) => [1280, 720],
        FilmForm::Page => html::SIZE_PX,
    };
    let asked = args.look.asked_size();
    asked.map_or(Some(usual), sizes::pixels).ok_or_else(|| {
        let option = args.look.preset.map_or("--size", |_| "--preset");
        Failure::Usage(format!(
            "invalid value for '{option}': a film has pixels, such as 1280x720"
        ))
    })
}

/// Refuses a long film unless it is confirmed, and says what it would take.
fn confirm(args: &Args, film: &Film, form: FilmForm) -> Result<(), Failure> {
    let Extent {
        frames,
        seconds,
        megabytes,
    } = extent(film, form);
    if frames > MOST_FRAMES {
        let line = format!("{frames} frames are more than the {MOST_FRAMES} that a film may have");
        return Err(Failure::Usage(line));
    }
    if frames <= ASK_FRAMES || args.yes {
        return Ok(());
    }
    Err(Failure::Usage(format!(
        "the film would have {frames} frames, last {seconds:.0} s and take about {megabytes:.0} MB: add --yes to make it, or choose a longer --step"
    )))
}

fn failure(error: FilmError) -> Failure {
    match error {
        FilmError::Size(_) | FilmError::Pixels(_) | FilmError::Empty | FilmError::NoVideo => {
            Failure::Usage(error.to_string())
        }
        FilmError::Cancelled
        | FilmError::Picture(_)
        | FilmError::Write(..)
        | FilmError::Encode(_) => Failure::Other(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_and_times_are_read_or_explained() {
        assert_eq!(step("1month"), Ok(Step::Months(1)));
        assert_eq!(step("7 days"), Ok(Step::Days(7)));
        assert_eq!(step("2weeks"), Ok(Step::Days(14)));
        assert_eq!(step("year"), Ok(Step::Months(12)));
        assert_eq!(step("events"), Ok(Step::Events));
        for bad in [
            "0days",
            "",
            "1",
            "-1day",
            "1.5days",
            "99999999999days",
            "1hour",
        ] {
            assert!(step(bad).is_err_and(|e| e.contains("7days")), "{bad}");
        }
        assert_eq!((seconds("1s"), seconds("1.5")), (Ok(1.0), Ok(1.5)));
        assert!(seconds("800ms").is_ok_and(|s| (s - 0.8).abs() < 1e-6));
        for bad in ["", "-1s", "NaN", "inf", "1h", "61s"] {
            assert!(seconds(bad).is_err(), "{bad}");
        }
    }
}
