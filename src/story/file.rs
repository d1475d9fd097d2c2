//! The file of a story: TOML, versioned, made to be read and written by hand.
//!
//! ```toml
//! sahelscope-story = 1
//!
//! [title]
//! en = "The United Nations leave Mali"
//! fr = "L’ONU quitte le Mali"
//!
//! [[step]]
//! day = "2023-10-31"
//! play = { from = "2023-10-01", seconds = 6.0 }
//! frame = [-6.0, 14.0, 6.0, 21.0]            # west, south, east, north
//! view = { fill = "none", trail = "30" }      # as in a view link
//! highlight = ["base:kidal-minusma-camp"]
//! facts = ["event:2023-10-31-minusma-leaves-kidal"]
//! [step.title]
//! en = "…"
//! fr = "…"
//! [step.caption]
//! en = """Markdown."""
//! fr = """Markdown."""
//! ```
//! It knows text only: opening, replacing and the pictures beside the file are for others.

use super::{Played, Step, Story, is_empty};
use crate::calendar::Date;
use crate::lang::Bilingual;
use serde::{Deserialize, Serialize};

/// The version of the form written here.
pub const VERSION: u32 = 1;
/// A file is read up to this length, in bytes.
pub const LONGEST: usize = 4 << 20;
/// A story has at most so many steps.
pub const MOST_STEPS: usize = 500;
/// A played step takes at most so many seconds.
pub const LONGEST_PLAY_SECS: f32 = 600.0;

/// Why a text is no story.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum StoryError {
    /// The text breaks the form.
    #[error("line {line}, column {column}: {field}: {why}")]
    Form {
        /// From 1.
        line: usize,
        /// In characters, from 1.
        column: usize,
        /// The field, such as `step[3].day`.
        field: String,
        /// What was expected and what was found.
        why: String,
    },
    /// A field holds what cannot be.
    #[error("{field}: expected {expected}, found {found}")]
    Value {
        /// The field, such as `step[3].frame`.
        field: String,
        /// What should stand there.
        expected: String,
        /// What stands there.
        found: String,
    },
    /// Written by a later program.
    #[error(
        "sahelscope-story: expected version {VERSION}, found {0}; a newer Sahelscope can read it"
    )]
    Newer(u32),
    /// Larger than any story.
    #[error("expected a story of at most {LONGEST} bytes, found {0}")]
    TooLong(usize),
}

/// The head of the file, read before the rest, so that a later form is recognised as such.
#[derive(Deserialize)]
struct Head {
    #[serde(rename = "sahelscope-story")]
    version: u32,
}

/// The whole file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Whole {
    #[serde(rename = "sahelscope-story")]
    version: u32,
    title: Bilingual,
    #[serde(default, skip_serializing_if = "is_empty")]
    summary: Bilingual,
    #[serde(default, rename = "step", skip_serializing_if = "Vec::is_empty")]
    steps: Vec<Step>,
}

/// Reads a story.
///
/// # Errors
/// When the text breaks the form, with the line and the field; when a value cannot be, with the field.
pub fn read(text: &str) -> Result<Story, StoryError> {
    if text.len() > LONGEST {
        return Err(StoryError::TooLong(text.len()));
    }
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let head: Head = parsed(text)?;
    if head.version > VERSION {
        return Err(StoryError::Newer(head.version));
    }
    let whole: Whole = parsed(text)?;
    let story = Story {
        title: whole.title,
        summary: whole.summary,
        steps: whole.steps,
    };
    check(&story)?;
    Ok(story)
}

/// The text of a story; [`read`] gives the same story back.
///
/// # Errors
/// When a value cannot be written, which [`read`] would refuse as well.
pub fn write(story: &Story) -> Result<String, StoryError> {
    check(story)?;
    let whole = Whole {
        version: VERSION,
        title: story.title.clone(),
        summary: story.summary.clone(),
        steps: story.steps.clone(),
    };
    toml::to_string_pretty(&whole).map_err(|error| value("story", "what TOML can hold", error))
}

fn parsed<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, StoryError> {
    let form = |field: String, error: &toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start);
        let before = text.get(..at).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        let why = error.message().to_owned();
        let field = if field == "." {
            "file".to_owned()
        } else {
            field
        };
        StoryError::Form {
            line,
            column,
            field,
            why,
        }
    };
    let source = toml::Deserializer::parse(text).map_err(|error| form(".".to_owned(), &error))?;
    serde_path_to_error::deserialize(source)
        .map_err(|error| form(error.path().to_string(), error.inner()))
}

/// What serde cannot see: numbers that cannot be.
fn check(story: &Story) -> Result<(), StoryError> {
    if story.steps.len() > MOST_STEPS {
        let found = story.steps.len();
        return Err(value("step", format!("at most {MOST_STEPS} steps"), found));
    }
    for (at, step) in story.steps.iter().enumerate() {
        let field = |name: &str| format!("step[{at}].{name}");
        if let Some(frame) = step.frame {
            check_frame(frame)
                .map_err(|expected| value(&field("frame"), expected, format!("{frame:?}")))?;
        }
        if let Some(play) = step.play {
            check_play(play, step).map_err(|expected| {
                let found = format!("{} and {} seconds", play.from, play.seconds);
                value(&field("play"), expected, found)
            })?;
        }
        if let Some(name) = ["day", "at", "lang"]
            .iter()
            .find(|n| step.view.contains_key(**n))
        {
            let expected = "`day` and `frame` of the step, and the language of whoever watches";
            return Err(value(&field("view"), expected, format!("`{name}`")));
        }
        if let Some(picture) = &step.picture
            && !is_beside(&picture.file)
        {
            let expected = "the name of a file beside the story";
            return Err(value(
                &field("picture.file"),
                expected,
                format!("`{}`", picture.file),
            ));
        }
    }
    Ok(())
}

fn value(field: &str, expected: impl ToString, found: impl ToString) -> StoryError {
    StoryError::Value {
        field: field.to_owned(),
        expected: expected.to_string(),
        found: found.to_string(),
    }
}

/// Can a step show that part of the map: west, south, east, north in degrees?
pub fn can_frame([west, south, east, north]: [f64; 4]) -> bool {
    let is_on_earth = west >= -180.0 && east <= 180.0 && south >= -85.0 && north <= 85.0;
    is_on_earth && west < east && south < north
}

/// Can that play up to a day?
pub fn can_play(play: Played, day: Date) -> bool {
    let seconds = 0.1..=LONGEST_PLAY_SECS;
    play.from < day && seconds.contains(&play.seconds)
}

fn check_frame(frame: [f64; 4]) -> Result<(), &'static str> {
    match can_frame(frame) {
        true => Ok(()),
        false => {
            Err("west, south, east, north in degrees, west before east and south before north")
        }
    }
}

fn check_play(play: Played, step: &Step) -> Result<(), String> {
    match can_play(play, step.day) {
        true => Ok(()),
        false => Err(format!(
            "a day before {} and 0.1 to {LONGEST_PLAY_SECS} seconds",
            step.day
        )),
    }
}

/// Is it a plain name, that leads nowhere else?
pub fn is_beside(name: &str) -> bool {
    let leads_away = |c: char| matches!(c, '/' | '\\' | ':') || c.is_control();
    !name.is_empty() && !name.starts_with('.') && !name.contains(leads_away)
}

#[cfg(test)]
mod tests {
    use super::super::{Picture, Pointer};
    use super::*;
    use crate::model::Thing;
    use jiff::civil::date;

    const SHORT: &str = r#"
sahelscope-story = 1
[title]
en = "A story"
fr = "Un récit"
[[step]]
day = "2023-10-31"
play = { from = "2023-10-01", seconds = 6.0 }
frame = [-6.0, 14.0, 6.0, 21.0]
view = { fill = "none" }
highlight = ["base:x"]
[step.caption]
en = """
One.

*Two*."""
fr = "Un."
"#;

    fn refusal(from: &str, to: &str) -> String {
        assert!(SHORT.contains(from), "{from}");
        read(&SHORT.replacen(from, to, 1)).map_or_else(|e| e.to_string(), |_| String::new())
    }

    #[test]
    fn a_story_reads_as_it_is_written() {
        let mut story = read(SHORT).expect("a story");
        assert_eq!(story.steps[0].highlight, [Pointer(Thing::Base("x".into()))]);
        story.steps.push(Step {
            picture: Some(Picture {
                file: "kidal.jpg".into(),
                alt: Bilingual::default(),
                credit: "UN Photo".into(),
            }),
            ..Step::on(date(2014, 3, 1))
        });
        let text = write(&story).expect("text");
        assert_eq!(read(&text), Ok(story), "{text}");
    }

    #[test]
    fn a_damaged_file_names_line_and_field() {
        for (from, to, told) in [
            ("2023-10-31", "2023-13-31", "line 7, column 7: step[0].day"),
            ("fr = \"Un récit\"", "", "title"),
            ("day =", "dai =", "unknown field `dai`"),
            ("base:x", "camp:x", "step[0].highlight[0]: expected event:"),
            ("= 1", "= 2", "expected version 1, found 2"),
            ("-6.0, 14.0", "-6.0, 34.0", "step[0].frame: expected west"),
            (
                "2023-10-01",
                "2024-10-01",
                "step[0].play: expected a day before",
            ),
            ("seconds = 6.0", "seconds = nan", "step[0].play"),
            ("fill", "at", "step[0].view: expected `day` and `frame`"),
            ("[[step]]", "[[step]", "line 6"),
        ] {
            let refused = refusal(from, to);
            assert!(refused.contains(told), "{from} -> {to}: {refused}");
        }
    }

    #[test]
    fn pictures_stand_beside_the_story() {
        for name in ["", "../x.png", "/x.png", "a/b.png", "c:x.png", ".x", "a\\b"] {
            assert!(!is_beside(name), "{name}");
        }
        assert!(is_beside("kidal camp.jpg"));
    }
}
