//! The map of each day of a page, as layers and as what can be pointed at.
//!
//! The map stands alone: date, legend and sources are the page's own. What it draws does not depend on what it
//! has drawn before.

use crate::calendar::partial_words;
use crate::export::film::{Film, Shot};
use crate::export::marked;
use crate::geo::Viewport;
use crate::lang::Lang;
use crate::model::World;
use crate::model::filter::{Chosen, sift};
use crate::scene::film::{STORY_KEY, Telling};
use crate::scene::item::{Layer, Pt, Rect, Subject};
use crate::scene::{Composer, Furniture, Hit, Legend, Pointed, View, page};
use crate::state::KeptView;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Parts of a picture that a page has around its map, or has no use for: it shows its whole map always.
const AROUND: [&str; 6] = [
    "page:title",
    "page:text",
    "page:legend",
    "page:sources",
    "page:credit",
    "page:locator",
];

/// The map on a day.
pub(super) struct Frame {
    /// From the bottom up.
    pub layers: Vec<Arc<Layer>>,
    /// What can be pointed at, topmost last.
    pub hits: Vec<Hit>,
    /// What is on it.
    pub legend: Arc<Legend>,
    /// What the day is called.
    pub title: String,
    /// When that was, if it is over; otherwise empty.
    pub earlier: String,
}

/// Draws the days of a page in one language.
pub(super) struct Artist<'f> {
    film: &'f Film,
    lang: Lang,
    composer: Composer,
    map: Rect,
    /// What is hidden on a day that tells of itself, and on one that does not.
    hidden: [BTreeSet<String>; 2],
    selected: Subject,
    chosen: Chosen,
}

fn hidden(view: &KeptView) -> BTreeSet<String> {
    let around = AROUND.map(str::to_owned);
    view.hidden.iter().cloned().chain(around).collect()
}

/// Where the map stands in the picture of a page, in points.
pub(super) fn frame(view: &KeptView, size_pt: Pt) -> Rect {
    page::map_frame(size_pt, &hidden(view))
}

/// The size of that map.
pub(super) fn map_size(view: &KeptView, size_pt: Pt) -> Pt {
    page::size_of(&frame(view, size_pt))
}

impl<'f> Artist<'f> {
    /// An artist of a film that is written as a page.
    pub fn new(film: &'f Film, lang: Lang) -> Artist<'f> {
        let told = hidden(&film.view);
        let mut running = told.clone();
        running.insert(STORY_KEY.to_owned());
        Artist {
            film,
            lang,
            composer: Composer::default(),
            map: frame(&film.view, film.paper.size_pt),
            hidden: [told, running],
            selected: marked(film.view.selection.as_ref()),
            chosen: sift(&film.atlas, &film.view.filter).chosen,
        }
    }

    /// The map of a shot.
    pub fn frame(&mut self, shot: &Shot) -> Frame {
        let mut composer = std::mem::take(&mut self.composer);
        let world = self.world(shot);
        let composition = composer.compose(&self.view(&world, shot.telling));
        self.composer = composer;
        let (title, earlier) = page::headline(&self.view(&world, Telling::Story));
        let in_sight = |hit: &&Hit| hit.area.intersects(&self.map);
        Frame {
            layers: composition.picture.layers.clone(),
            hits: composition.hits.iter().filter(in_sight).cloned().collect(),
            legend: composition.legend,
            title,
            earlier: earlier.map_or(String::new(), |date| partial_words(date, self.lang)),
        }
    }

    /// What the page shows and what it leaves out, in words.
    pub fn about(&self, shot: &Shot, legend: &Legend) -> String {
        let world = self.world(shot);
        let mut view = self.view(&world, shot.telling);
        view.hidden = &self.film.view.hidden;
        let filtered = view.filter.sentence(view.atlas, self.lang);
        let parts = [filtered, Some(page::what_is_shown(&view, legend))];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn world(&self, shot: &Shot) -> World {
        let film = self.film;
        let world = match super::first_day(film) {
            Some(from) => World::over(&film.atlas, from, shot.date),
            None => World::at(&film.atlas, shot.date, film.view.trail_days),
        };
        world.with_only(&self.chosen)
    }

    fn view<'v>(&'v self, world: &'v World, telling: Telling) -> View<'v> {
        View {
            atlas: &self.film.atlas,
            world,
            viewport: Viewport {
                camera: self.film.camera,
                size_pt: page::size_of(&self.map),
            },
            lang: self.lang,
            theme: self.film.view.theme,
            countries: self.film.view.fill,
            hidden: match telling {
                Telling::Story => &self.hidden[0],
                Telling::Running => &self.hidden[1],
            },
            filter: &self.film.view.filter,
            quiz: None,
            selected: &self.selected,
            pointed: Pointed::NOTHING,
            furniture: Furniture::Film(self.film.paper.size_pt),
        }
    }
}
