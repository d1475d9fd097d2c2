//! Stories: steps that hold a view of the map and words together, one readable file each.
//!
//! [`mod@file`] reads and writes the file, [`markdown`] its captions, [`built_in`] holds those that ship; [`Story::missing`] asks the facts whether what a
//! step names exists. What a step shows is kept here as the words of a view link, which `state` understands: so
//! everything that a link can hold, a step can hold. It opens no file and plays nothing.

pub mod built_in;
pub mod file;
pub mod markdown;

use crate::calendar::Date;
use crate::lang::Bilingual;
use crate::model::{Atlas, Thing};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::collections::BTreeMap;

/// A story.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Story {
    /// What it is called.
    pub title: Bilingual,
    /// What it tells, in a sentence or two, for the list of stories.
    pub summary: Bilingual,
    /// The steps in the order they are told.
    pub steps: Vec<Step>,
}

/// One step: what is shown and what is said.
///
/// It stands for itself: what it does not say is as on a first start, not as the step before left it. Only the
/// language and, unless `view` says `look`, the colours stay those of whoever watches.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The day that is shown; of a played step the day on which it comes to rest.
    pub day: Date,
    /// The day from which time runs up to `day` when the step opens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub play: Option<Played>,
    /// What must be seen of the map: west, south, east, north in degrees. Nothing is the home view.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frame: Option<[f64; 4]>,
    /// The rest of the view: names and values as in a view link (`fill`, `hide`, `trail`, `category`, `select`,
    /// `compare`, `look` and so on), but not `day`, `at` and `lang`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub view: BTreeMap<String, String>,
    /// What is pointed at: it stands out, all else steps back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub highlight: Vec<Pointer>,
    /// What the words rest on: its sources are the step's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Pointer>,
    /// The line in large type.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub title: Bilingual,
    /// What the class reads: Markdown, two or three sentences.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub caption: Bilingual,
    /// What only the presenter reads: Markdown.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub notes: Bilingual,
    /// A picture beside the map.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
}

/// A stretch of time that plays when a step opens.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Played {
    /// Its first day; before the day of the step.
    pub from: Date,
    /// How long it takes, in seconds.
    pub seconds: f32,
}

/// A picture from beside the story file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Picture {
    /// The name of a file in the folder of the story; no path leads out of it.
    pub file: String,
    /// What it shows, for those who do not see it.
    pub alt: Bilingual,
    /// Whose it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub credit: String,
}

/// A thing of the facts as a story names it, such as `base:gao-airport-base`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Pointer(pub Thing);

impl Serialize for Pointer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Pointer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Pointer, D::Error> {
        let text = String::deserialize(deserializer)?;
        Thing::parse(&text).map(Pointer).ok_or_else(|| {
            let expected = "event:, base:, country:, sky:, actor:, alliance: or mission: and an id";
            de::Error::custom(format!("expected {expected}, found `{text}`"))
        })
    }
}

/// Something in a step that the facts do not hold; the step is shown without it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Missing {
    /// The step, from 0.
    pub step: usize,
    /// What is not there.
    pub thing: Thing,
}

impl Story {
    /// Everything that steps name and the facts do not hold, in the order of the file.
    pub fn missing(&self, atlas: &Atlas) -> Vec<Missing> {
        let of_step = |(step, told): (usize, &Step)| {
            let named = told.highlight.iter().chain(&told.facts);
            let missing = named.filter(|pointer| !pointer.0.is_in(atlas));
            missing
                .map(|pointer| Missing {
                    step,
                    thing: pointer.0.clone(),
                })
                .collect::<Vec<Missing>>()
        };
        self.steps.iter().enumerate().flat_map(of_step).collect()
    }
}

impl Step {
    /// A step that shows a day from the home view and says nothing yet.
    pub fn on(day: Date) -> Step {
        Step {
            day,
            play: None,
            frame: None,
            view: BTreeMap::new(),
            highlight: Vec::new(),
            facts: Vec::new(),
            title: Bilingual::default(),
            caption: Bilingual::default(),
            notes: Bilingual::default(),
            picture: None,
        }
    }
}

/// Is nothing said in either language?
fn is_empty(text: &Bilingual) -> bool {
    text.en.is_empty() && text.fr.is_empty()
}
