//! A day's world and its picture, made anew only when something they depend on has changed.
//!
//! The window has one, and a second one while two days are compared.

use crate::calendar::Date;
use crate::export::marked;
use crate::geo::Viewport;
use crate::model::filter::{Area, Chosen};
use crate::model::{Atlas, World};
use crate::scene::item::Subject;
use crate::scene::slide::Slide;
use crate::scene::{Composer, Composition, Furniture, Pointed, View};
use crate::state::{Quiz, State};
use std::collections::BTreeSet;

/// The days that are shown: a first one of a range, the day, the days of the trail.
pub(super) type Days = (Option<Date>, Date, u16);

/// What a picture is made from: the facts, the state, the events that the filter lets through.
pub(super) type Given<'a> = (&'a Atlas, &'a State, &'a Chosen);

/// The days that a state shows.
pub(super) fn days(state: &State) -> Days {
    let time = &state.time;
    (time.from(), time.date, time.trail_days)
}

/// What a story adds to the picture.
#[derive(Clone, PartialEq, Default)]
pub(super) struct Staged {
    /// The words on the map, while somebody presents.
    pub slide: Option<Slide>,
    /// What is pointed at.
    pub pointed: Pointed,
}

/// The world on a day and the picture of it.
pub(super) struct Canvas {
    /// The world that the last picture shows.
    pub world: World,
    world_of: (Days, Chosen),
    composer: Composer,
    composition: Option<(Key, Composition)>,
}

/// Everything the composition was made of.
#[derive(Clone, PartialEq)]
struct Key {
    days: Days,
    viewport: Viewport,
    lang: crate::lang::Lang,
    theme: crate::style::Theme,
    countries: crate::style::CountryTheme,
    hidden: BTreeSet<String>,
    quiz: Option<Quiz>,
    chosen: Chosen,
    area: Option<Area>,
    staged: Staged,
    selected: Subject,
}

fn world(atlas: &Atlas, (from, date, trail_days): Days, chosen: &Chosen) -> World {
    match from {
        Some(from) => World::over(atlas, from, date),
        None => World::at(atlas, date, trail_days),
    }
    .with_only(chosen)
}

impl Canvas {
    /// A canvas that shows nothing yet.
    pub fn new(atlas: &Atlas, days: Days, chosen: &Chosen) -> Canvas {
        Canvas {
            world: world(atlas, days, chosen),
            world_of: (days, chosen.clone()),
            composer: Composer::default(),
            composition: None,
        }
    }

    /// The picture of those days on a map of that size.
    pub fn picture(
        &mut self,
        (atlas, state, chosen): Given<'_>,
        days: Days,
        size_pt: [f32; 2],
        staged: &Staged,
    ) -> Composition {
        let (known_days, known_chosen) = &self.world_of;
        if *known_days != days || known_chosen != chosen {
            self.world = world(atlas, days, chosen);
            self.world_of = (days, chosen.clone());
        }
        let key = Key {
            days,
            viewport: Viewport {
                camera: state.map.camera,
                size_pt,
            },
            lang: state.look.lang,
            theme: state.look.theme,
            countries: state.map.theme,
            hidden: state.map.hidden.clone(),
            quiz: state.stage.quiz.clone(),
            chosen: chosen.clone(),
            area: state.filter.area.clone(),
            staged: staged.clone(),
            selected: marked(state.selection.as_ref()),
        };
        if let Some((known, composition)) = &self.composition
            && *known == key
            && !composition.unsettled
        {
            return composition.clone();
        }
        let composition = self.composer.compose(&View {
            atlas,
            world: &self.world,
            viewport: key.viewport,
            lang: key.lang,
            theme: key.theme,
            countries: key.countries,
            hidden: &key.hidden,
            quiz: key.quiz.as_ref().map(|quiz| &quiz.revealed),
            filter: &state.filter,
            selected: &key.selected,
            pointed: &staged.pointed,
            furniture: match &staged.slide {
                Some(slide) => Furniture::Slide(slide),
                None => Furniture::Screen,
            },
        });
        self.composition = Some((key, composition.clone()));
        composition
    }
}
