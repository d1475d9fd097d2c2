//! A step of a story as a slide: its view, what it points at, its words, its picture's frame.
//!
//! It is the bridge between stories, which know no pictures, and the scene, which knows no stories. Window,
//! handout, page and folder all show the same slides.

use crate::calendar::day_number;
use crate::export::marked;
use crate::geo::{Camera, MapBox, Viewport};
use crate::lang::{Lang, typeset};
use crate::model::filter::sift;
use crate::model::{Atlas, World};
use crate::scene::item::{Face, Pt};
use crate::scene::slide::{self, Motion, Photo, Run, Slide};
use crate::scene::{Composer, Composition, Furniture, Pointed, View};
use crate::state::link::Fault;
use crate::state::{KeptView, Mode};
use crate::state::{frame_box, view_of};
use crate::story::markdown::{self, Block, BlockKind};
use crate::story::{Step, Story};

/// The longest trail of a played step, in days: as in a view link.
const LONGEST_TRAIL: i32 = 3_650;

/// The words of a step as a slide sets them; `at` counts from 0.
pub fn slide(story: &Story, at: usize, lang: Lang) -> Slide {
    let Some(step) = story.steps.get(at) else {
        return Slide::default();
    };
    Slide {
        story: story.title.set(lang),
        number: at + 1,
        of: story.steps.len(),
        title: step.title.set(lang),
        caption: paragraphs(step.caption.get(lang), lang),
        photo: None,
        motion: Motion::Still,
    }
}

/// A frame for a picture of so many pixels, with the credit as it is set.
pub fn photo(step: &Step, [w, h]: [u32; 2], lang: Lang) -> Option<Photo> {
    let picture = step.picture.as_ref()?;
    Some(Photo {
        aspect: w.max(1) as f32 / h.max(1) as f32,
        credit: typeset(&picture.credit, lang),
    })
}

/// Markdown as paragraphs of runs: what is strong is bold, what is emphasised is italic.
pub fn paragraphs(text: &str, lang: Lang) -> Vec<Vec<Run>> {
    markdown::blocks(text)
        .iter()
        .map(|block| runs(block, lang))
        .collect()
}

fn runs(block: &Block, lang: Lang) -> Vec<Run> {
    let mark = match block.kind {
        BlockKind::Paragraph | BlockKind::Heading => None,
        BlockKind::Item(_, None) => Some("•\u{A0}".to_owned()),
        BlockKind::Item(_, Some(number)) => Some(format!("{number}.\u{A0}")),
    };
    let mark = mark.map(|text| Run {
        text,
        face: Face::Regular,
    });
    let is_heading = block.kind == BlockKind::Heading;
    let texts = block.runs.iter().map(|run| Run {
        text: typeset(&run.text, lang),
        // There is no cut that is both.
        face: match (run.is_strong || is_heading, run.is_emphasised) {
            (true, _) => Face::Bold,
            (false, true) => Face::Italic,
            (false, false) => Face::Regular,
        },
    });
    mark.into_iter().chain(texts).collect()
}

/// What a step points at.
pub fn pointed(step: &Step) -> Pointed {
    let things =
        |pointers: &[crate::story::Pointer]| pointers.iter().map(|p| p.0.clone()).collect();
    Pointed {
        ringed: things(&step.highlight),
        kept: things(&step.facts),
    }
}

/// The view of a step at rest, camera apart, and what in it was not understood. A played step shows its last day with
/// the movements of the whole stretch.
pub fn view(step: &Step, onto: &KeptView) -> (KeptView, Vec<Fault>) {
    let reading = view_of(step, onto);
    let mut view = reading.view;
    if let Some(play) = step.play {
        let days = day_number(step.day) - day_number(play.from);
        let days = days.clamp(i32::from(view.trail_days), LONGEST_TRAIL);
        view.trail_days = u16::try_from(days).unwrap_or(view.trail_days);
    }
    view.compare = None;
    (view, reading.faults)
}

/// The world that a view shows, with the events that its filter lets through.
pub fn world(atlas: &Atlas, view: &KeptView) -> World {
    let world = match view.mode {
        Mode::Instant => World::at(atlas, view.day, view.trail_days),
        Mode::Range { from } => World::over(atlas, from, view.day),
        Mode::Cumulative => World::over(atlas, atlas.coverage.from, view.day),
    };
    world.with_only(&sift(atlas, &view.filter).chosen)
}

/// The part of the map that a step must show.
pub fn frame(step: &Step) -> MapBox {
    frame_box(step).unwrap_or_else(Camera::home_box)
}

/// A step laid out on a page of that size in points; `view` is what [`view`] gives.
pub fn compose(
    composer: &mut Composer,
    atlas: &Atlas,
    (step, slide): (&Step, &Slide),
    view: &KeptView,
    size_pt: Pt,
) -> (Composition, Camera) {
    let world = world(atlas, view);
    let of = (view.lang, &view.hidden);
    let days = (world.from, world.date);
    let camera = slide::camera(slide, &frame(step), size_pt, of, days);
    let composition = composer.compose(&View {
        atlas,
        world: &world,
        viewport: Viewport { camera, size_pt },
        lang: view.lang,
        theme: view.theme,
        countries: view.fill,
        hidden: &view.hidden,
        filter: &view.filter,
        quiz: None,
        selected: &marked(view.selection.as_ref()),
        pointed: &pointed(step),
        furniture: Furniture::Slide(slide),
    });
    (composition, camera)
}
