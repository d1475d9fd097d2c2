//! What is asked of the scene, and what it answers: a view, a composition.
//!
//! Plain data; `compose` makes the one from the other.

use super::hits::Hit;
use super::item::{Picture, Pt, Subject};
use super::legend::Legend;
use super::page::slide::Slide;
use super::pointed::Pointed;
use super::quiz::Asked;
use crate::geo::Viewport;
use crate::lang::Lang;
use crate::model::filter::Filter;
use crate::model::{Atlas, World};
use crate::style::{CountryTheme, Theme};
use std::collections::BTreeSet;
use std::sync::Arc;

/// How much stands around the map.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Furniture<'a> {
    /// The window: scale and credit only; title and legend are panels of the window.
    Screen,
    /// A page or slide of that size in points: title, date, legend, scale, sources, credit around the
    /// map. The viewport's size is that of [`super::page::map_frame`], or [`super::page::map_size`] when no part is
    /// switched off.
    Page(Pt),
    /// A page of a film: the map stands as on that page, with nothing around it. What stands around is
    /// laid out once for the whole film by [`super::film`].
    Film(Pt),
    /// One of two maps on a page: at its own origin, with its scale and nothing around it. What stands
    /// around both is laid out by [`super::pair`].
    Panel,
    /// The step of a story: the map fills the page, whose size is the viewport's, and the words stand on it.
    Slide(&'a Slide),
}

/// Everything a picture depends on.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The facts.
    pub atlas: &'a Atlas,
    /// The world on the day, with only the events that the filter lets through.
    pub world: &'a World,
    /// Camera and size of the map.
    pub viewport: Viewport,
    /// Language of names and words.
    pub lang: Lang,
    /// Colours.
    pub theme: Theme,
    /// What countries are filled by.
    pub countries: CountryTheme,
    /// Keys of switched-off layers and legend lines.
    pub hidden: &'a BTreeSet<String>,
    /// In a quiz, what may be named, as [`super::quiz::key`] writes it; nothing when all may.
    pub quiz: Option<&'a BTreeSet<String>>,
    /// What the filter asks for: its area is outlined, and a page says it in words.
    pub filter: &'a Filter,
    /// The selected thing, outlined.
    pub selected: &'a Subject,
    /// What is pointed at: it stands out, all else steps back.
    pub pointed: &'a Pointed,
    /// How much stands around the map.
    pub furniture: Furniture<'a>,
}

impl View<'_> {
    /// Is a layer or a line of the legend shown?
    pub fn shows(&self, key: &str) -> bool {
        !self.hidden.contains(key)
    }
}

/// A finished picture with what belongs to it.
#[derive(Clone, Debug)]
pub struct Composition {
    /// The display list. Unchanged layers keep their `Arc` from one call to the next.
    pub picture: Arc<Picture>,
    /// What is on it.
    pub legend: Arc<Legend>,
    /// What can be pointed at, topmost last.
    pub hits: Arc<Vec<Hit>>,
    /// In a quiz, the names that are hidden on it: countries first, then the most important places.
    pub asked: Arc<Vec<Asked>>,
    /// A name has lost its place and is left out of this picture, so that it is not seen to hop: the
    /// next picture of the same view has it elsewhere. Never for files.
    pub unsettled: bool,
}

impl Composition {
    /// The thing at a page point: of those within `reach_pt`, the one whose middle is nearest.
    /// Countries are not among them.
    pub fn pick(&self, at: Pt, reach_pt: f32) -> Option<&Subject> {
        let reached = self
            .hits
            .iter()
            .filter(|h| h.area.expand(reach_pt).contains(at));
        let distance = |hit: &Hit| {
            let middle = hit.area.center();
            (middle[0] - at[0]).powi(2) + (middle[1] - at[1]).powi(2)
        };
        reached
            .min_by(|a, b| distance(a).total_cmp(&distance(b)))
            .map(|hit| &hit.subject)
    }
}

impl Composition {
    pub(super) fn empty() -> Composition {
        Composition {
            picture: Arc::new(Picture {
                size_pt: [1.0, 1.0],
                background: Theme::default().palette().map.sea,
                layers: Vec::new(),
                title: String::new(),
                description: String::new(),
                lang: Lang::default().id(),
            }),
            legend: Arc::new(Legend::default()),
            hits: Arc::new(Vec::new()),
            asked: Arc::default(),
            unsettled: false,
        }
    }
}
