//! The frames of a film as pixels: world, composition, page, raster.
//!
//! A drawer keeps what does not change from one frame to the next; what it draws does not depend on
//! what it has drawn before, so that several may share the work.

use super::raster::Raster;
use super::{Film, FilmError, Shot};
use crate::export::marked;
use crate::geo::Viewport;
use crate::model::World;
use crate::model::filter::{Chosen, sift};
use crate::scene::film::{FilmLegend, FilmPage, STORY_KEY, Stretch, Telling, page_size};
use crate::scene::film::{PROGRESS_KEY, is_shown};
use crate::scene::item::{Picture, Pt, Subject};
use crate::scene::{Composer, Composition, Furniture, Legend, Pointed, View, page};
use resvg::tiny_skia::Pixmap;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Frames that a kind with a palette is shown before the first.
const SAMPLES: usize = 7;

/// Draws the frames of one film.
pub struct Drawer<'f> {
    film: &'f Film,
    composer: Composer,
    page: FilmPage,
    legend: FilmLegend,
    page_pt: Pt,
    map_pt: Pt,
    /// What is hidden on a frame that tells of its day, and on one that does not.
    hidden: [BTreeSet<String>; 2],
    selected: Subject,
    /// The events that the filter lets through.
    chosen: Chosen,
    raster: Raster,
}

impl<'f> Drawer<'f> {
    /// A drawer of a film whose frames have these lines in their legends.
    pub fn new(film: &'f Film, legend: FilmLegend) -> Drawer<'f> {
        let told = film.view.hidden.clone();
        let mut running = told.clone();
        running.insert(STORY_KEY.to_owned());
        let size_pt = film.paper.size_pt;
        let page_pt = page_size(size_pt, is_shown(&told, PROGRESS_KEY));
        Drawer {
            film,
            composer: Composer::default(),
            page: FilmPage::new(size_pt, stretch(film), legend.clone()),
            legend,
            page_pt,
            map_pt: page::size_of(&page::map_frame(page_pt, &told)),
            hidden: [told, running],
            selected: marked(film.view.selection.as_ref()),
            chosen: sift(&film.atlas, &film.view.filter).chosen,
            raster: Raster::new(film.size_px(), film.paper.scale),
        }
    }

    /// The pixels of a frame.
    ///
    /// # Errors
    /// When the size is absurd.
    pub fn draw(&mut self, shot: &Shot) -> Result<Pixmap, FilmError> {
        let picture = self.picture(shot, None);
        Ok(self.raster.draw(&picture)?)
    }

    /// The display list of a frame; its page lists what was given to [`Drawer::new`].
    pub fn frame(&mut self, shot: &Shot) -> Picture {
        self.picture(shot, None)
    }

    /// The legend of a frame.
    pub fn legend(&mut self, shot: &Shot) -> Arc<Legend> {
        let world = self.world(shot);
        let view = view(
            self.film,
            &world,
            (self.page_pt, self.map_pt),
            &self.hidden[1],
        );
        let view = View {
            selected: &self.selected,
            ..view
        };
        self.composer.compose(&view).legend
    }

    /// Frames spread over the film, each with every line of the legend in its full colour, so that no
    /// colour of any frame is missing.
    pub(super) fn samples(&mut self) -> Result<Vec<Pixmap>, FilmError> {
        let shots = &self.film.shots;
        let count = SAMPLES.min(shots.len());
        let spread = (0..count).map(|i| (shots.len() - 1) * i / (count - 1).max(1));
        let all = Arc::new(self.legend.all().clone());
        spread
            .map(|i| {
                let picture = self.picture(&shots[i], Some(all.clone()));
                Ok(self.raster.draw(&picture)?)
            })
            .collect()
    }

    fn world(&self, shot: &Shot) -> World {
        let world = World::at(&self.film.atlas, shot.date, self.film.view.trail_days);
        world.with_only(&self.chosen)
    }

    fn picture(&mut self, shot: &Shot, lit: Option<Arc<Legend>>) -> Picture {
        let (telling, hidden) = match shot.telling {
            Telling::Story => (Telling::Story, &self.hidden[0]),
            Telling::Running => (Telling::Running, &self.hidden[1]),
        };
        let world = self.world(shot);
        let view = view(self.film, &world, (self.page_pt, self.map_pt), hidden);
        let view = View {
            selected: &self.selected,
            ..view
        };
        let mut composition = self.composer.compose(&view);
        if let Some(legend) = lit {
            composition = Composition {
                legend,
                ..composition
            };
        }
        self.page.frame(&view, &composition, telling)
    }
}

fn view<'v>(
    film: &'v Film,
    world: &'v World,
    (page_pt, map_pt): (Pt, Pt),
    hidden: &'v BTreeSet<String>,
) -> View<'v> {
    View {
        atlas: &film.atlas,
        world,
        viewport: Viewport {
            camera: film.camera,
            size_pt: map_pt,
        },
        lang: film.view.lang,
        theme: film.view.theme,
        countries: film.view.fill,
        hidden,
        quiz: None,
        filter: &film.view.filter,
        selected: &Subject::None,
        pointed: Pointed::NOTHING,
        furniture: Furniture::Film(page_pt),
    }
}

/// The time that a film covers, and the days it stays on.
fn stretch(film: &Film) -> Stretch {
    let days = || film.shots.iter().map(|s| s.date);
    let stops = film.shots.iter().filter(|s| s.is_stop).map(|s| s.date);
    Stretch {
        from: days().min().unwrap_or_default(),
        to: days().max().unwrap_or_default(),
        stops: stops.collect(),
    }
}
