//! `sahelscope story`: a story as a handout, a folder of slides, or a page to click through.
//!
//! What steps name and is not there is told on standard error, and the rest is made; a damaged file is refused with
//! its line and field, and nothing is written.

use super::arguments::{DataArgs, lang, size, theme};
use super::{Failure, atlas, print, progress};
use crate::export::raster;
use crate::export::still::Extent;
use crate::export::story::{self, Form, Notes, Place, StoryFileError, Told, Words};
use crate::lang::Lang;
use crate::scene::slide;
use crate::state::{KeptView, State};
use crate::story::built_in::{self, BuiltIn};
use crate::story::{Story, file};
use crate::style::Theme;
use clap::ValueEnum;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the slides of a folder measure when nobody says, in pixels.
const SIZE_PX: [u32; 2] = [1920, 1080];

/// The paper of a handout.
#[derive(ValueEnum, Debug, Clone, Copy)]
enum Sheet {
    /// A4, portrait
    A4,
    /// A4, landscape
    A4Landscape,
    /// US Letter, portrait
    Letter,
    /// US Letter, landscape
    LetterLandscape,
}

impl Sheet {
    /// Width and height in millimetres.
    fn size_mm(self) -> [f32; 2] {
        match self {
            Sheet::A4 => [210.0, 297.0],
            Sheet::A4Landscape => [297.0, 210.0],
            Sheet::Letter => [215.9, 279.4],
            Sheet::LetterLandscape => [279.4, 215.9],
        }
    }
}

#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// A story file, or the name of a story that ships with the program
    #[arg(required_unless_present = "list")]
    story: Option<PathBuf>,
    /// Name the stories that ship with the program
    #[arg(long, conflicts_with_all = ["story", "output"])]
    list: bool,
    /// A .pdf is a handout, a .html a page to click through, a name with a slash at its end a folder of PNGs
    #[arg(
        short,
        long,
        value_name = "FILE|DIR/",
        required_unless_present = "list"
    )]
    output: Option<PathBuf>,
    /// Language: en or fr [default: en]
    #[arg(long, value_parser = lang)]
    lang: Option<Lang>,
    /// Looks: light, dark, print or projector [default: print on paper, light on the page, projector for slides]
    #[arg(long, value_parser = theme)]
    theme: Option<Theme>,
    /// Pixels of the slides of a folder [default: 1920x1080]
    #[arg(long, value_parser = size, value_name = "WxH")]
    size: Option<Extent>,
    /// Paper of the handout [default: a4]
    #[arg(long, value_enum)]
    page: Option<Sheet>,
    /// Print the presenter's notes on the handout
    #[arg(long)]
    notes: bool,
    /// Also write beside each slide what it shows in words
    #[arg(long, visible_alias = "alt-text")]
    alt: bool,
    #[command(flatten)]
    data: DataArgs,
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let lang = args.lang.unwrap_or_default();
    let (Some(named), Some(output)) = (&args.story, &args.output) else {
        return print(&list(lang));
    };
    let form = form(args, output)?;
    let (story, folder) = opened(named)?;
    let place = match form {
        Form::Slides(..) => Place::folder(output),
        Form::Handout(..) | Form::Page => Place::file(output),
    };
    let place = place.map_err(failure)?;
    let atlas = atlas(&args.data)?;
    let coverage = atlas.coverage;
    let theme = args.theme.unwrap_or(match form {
        Form::Handout(..) => Theme::Print,
        Form::Page => Theme::Light,
        Form::Slides(..) => Theme::Projector,
    });
    let view = KeptView {
        lang,
        theme,
        ..KeptView::of(&State::new(coverage.from, coverage.to))
    };
    let told = Told::new(atlas, Arc::new(story), folder.as_deref(), view);
    for lacking in told.lacking() {
        eprintln!("{}: {lacking}", named.display());
    }
    let cancel = super::stop::signal()?;
    story::make(&told, form, place, &cancel, &mut progress::shown("step")).map_err(failure)
}

/// The stories that ship: name, title, number of steps, what they tell.
fn list(lang: Lang) -> String {
    let line = |built_in: &BuiltIn| {
        let story = built_in.story();
        let (title, summary) = (story.title.set(lang), story.summary.set(lang));
        let steps = story.steps.len();
        let steps = match (steps, lang) {
            (1, Lang::En) => "1 step".to_owned(),
            (_, Lang::En) => format!("{steps} steps"),
            (1, Lang::Fr) => "1 étape".to_owned(),
            (_, Lang::Fr) => format!("{steps} étapes"),
        };
        format!("{}\n    {title} ({steps})\n    {summary}\n", built_in.id)
    };
    built_in::ALL.iter().map(line).collect()
}

/// What the options ask for, held together.
fn form(args: &Args, output: &Path) -> Result<Form, Failure> {
    let usage = |line: &str| Err(Failure::Usage(line.to_owned()));
    let slashed = output.as_os_str().to_string_lossy().ends_with(['/', '\\']);
    let ending = output
        .extension()
        .and_then(|e| e.to_str())
        .map(str::to_lowercase);
    let form = match ending.as_deref() {
        _ if slashed || output.is_dir() => slides(args)?,
        Some("pdf") => {
            let notes = if args.notes {
                Notes::With
            } else {
                Notes::Without
            };
            Form::Handout(args.page.unwrap_or(Sheet::A4).size_mm(), notes)
        }
        Some("html" | "htm") => Form::Page,
        Some(_) | None => {
            return Err(Failure::Usage(format!(
                "invalid value '{}' for '--output': expected a name that ends in .pdf or .html, or a folder with a slash at its end",
                output.display()
            )));
        }
    };
    match form {
        Form::Handout(..) if args.size.is_some() => {
            usage("'--size' is for slides; the paper of a handout is '--page'")
        }
        Form::Page if args.size.is_some() => {
            usage("'--size' is for slides; a page fills its window")
        }
        Form::Slides(..) | Form::Page if args.page.is_some() => {
            usage("'--page' is for a handout (.pdf)")
        }
        Form::Slides(..) | Form::Page if args.notes => usage("'--notes' is for a handout (.pdf)"),
        Form::Handout(..) | Form::Page if args.alt => usage("'--alt' is for a folder of slides"),
        form => Ok(form),
    }
}

fn slides(args: &Args) -> Result<Form, Failure> {
    let size_px = match args.size {
        None => SIZE_PX,
        Some(Extent::Px(size)) => size,
        Some(Extent::Mm(_)) => {
            let line = "invalid value for '--size': slides have pixels, such as 1920x1080";
            return Err(Failure::Usage(line.to_owned()));
        }
    };
    let (size_pt, scale) = slide::size_pt(size_px);
    raster::size_px(size_pt, scale)
        .map_err(|why| Failure::Usage(format!("that size cannot be had: {why}")))?;
    Ok(Form::Slides(
        size_px,
        if args.alt { Words::Beside } else { Words::None },
    ))
}

/// A story by its name or from its file, and the folder that its pictures stand in.
fn opened(named: &Path) -> Result<(Story, Option<PathBuf>), Failure> {
    let built_in = named.to_str().and_then(BuiltIn::of_id);
    if let (Some(built_in), false) = (built_in, named.is_file()) {
        return Ok((built_in.story(), None));
    }
    let shown = named.display();
    if !named.exists() {
        let known: Vec<&str> = built_in::ALL.iter().map(|story| story.id).collect();
        return Err(Failure::Usage(format!(
            "`{shown}` is neither a file nor a story that ships with the program; those are {}",
            known.join(", ")
        )));
    }
    let unread = |why: String| Failure::Input(format!("{shown}: {why}"));
    let opened = File::open(named).map_err(|error| unread(error.to_string()))?;
    let mut bytes = Vec::new();
    let read = opened
        .take(file::LONGEST as u64 + 1)
        .read_to_end(&mut bytes);
    read.map_err(|error| unread(error.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let line = 1 + error.as_bytes()[..error.utf8_error().valid_up_to()]
            .iter()
            .filter(|byte| **byte == b'\n')
            .count();
        unread(format!("line {line}: expected text in UTF-8"))
    })?;
    let story = file::read(&text).map_err(|error| unread(error.to_string()))?;
    let parent = named.parent().filter(|p| !p.as_os_str().is_empty());
    Ok((story, Some(parent.unwrap_or(Path::new(".")).to_owned())))
}

fn failure(error: StoryFileError) -> Failure {
    match error {
        StoryFileError::Empty => Failure::Input(error.to_string()),
        StoryFileError::Size(_) | StoryFileError::OtherPlace => Failure::Usage(error.to_string()),
        StoryFileError::Cancelled
        | StoryFileError::Png(_)
        | StoryFileError::Pdf(_)
        | StoryFileError::Page(_)
        | StoryFileError::File(_)
        | StoryFileError::Folder(..) => Failure::Other(error.into()),
    }
}
