//! Who stands where on the map of a day: symbols, arrows, marks, names, words.
//!
//! Places are given out in this order: rows of bases, arrows, what stands on the map itself, marks of
//! closed skies, names that are to hold still, the name of a bloc, events, words beside arrows, words
//! of the story, all other names. Whoever comes later finds room around those before; where the story
//! must cover a name, the name goes. It draws no ground.

use super::focus::Focus;
use super::item::{Item, Pt, Rect, Shape};
use super::layers::bases::Row;
use super::layers::countries::Dresses;
use super::layers::events::Disc;
use super::layers::ground::Ground;
use super::layers::movements::Move;
use super::layers::pointed::{self, Standing};
use super::layers::{bases, bloc, countries, events, movements, skies, story};
use super::names::{self, Lines, Names, Plan};
use super::page::slide;
use super::quiz::{self, Asked};
use super::space::Space;
use super::steady::Steady;
use super::view::{Furniture, View};
use super::{furniture, graticule, locator};
use crate::style::size;

/// What the last picture of a window left, so that words do not hop.
#[derive(Default)]
pub(super) struct Memory {
    names: names::Held,
    marks: skies::Held,
    steady: Steady,
}

/// The map's basemap of the moment: the ground, where names may stand, lines to write along.
#[derive(Clone, Copy)]
pub(super) struct Base<'b> {
    /// The basemap on the page.
    pub ground: &'b Ground,
    /// Where names stand at this zoom.
    pub plan: &'b Plan,
    /// Lines along countries and rivers.
    pub lines: &'b Lines,
    /// What stays full while a history is told.
    pub focus: Option<&'b Focus>,
}

/// Everything that has found its place, as items, and what the legend counts.
pub(super) struct Placed<'a> {
    /// What countries wear.
    pub dresses: Dresses,
    /// Rows of bases.
    pub rows: Vec<Row<'a>>,
    /// Movements.
    pub moves: Vec<Move<'a>>,
    /// Events.
    pub discs: Vec<Disc<'a>>,
    /// Arrows and the words beside them.
    pub arrows: Vec<Item>,
    /// Symbols of bases.
    pub bases: Vec<Item>,
    /// Discs of events and marks of closed skies.
    pub events: Vec<Item>,
    /// Names and words.
    pub names: Vec<Item>,
    /// Panels of bars.
    pub figures: Vec<Item>,
    /// Scale, credit, degrees.
    pub scale: Vec<Item>,
    /// Lines of the graticule.
    pub graticule: Vec<Item>,
    /// The inset and its frame.
    pub locator: Option<(Rect, Vec<Item>)>,
    /// Boxes that hatching keeps clear of.
    pub clear: Vec<Rect>,
    /// Names that a quiz hides.
    pub asked: Vec<Asked>,
    /// A name waits for the next picture.
    pub unsettled: bool,
}

impl Memory {
    /// Gives everything on the map its place.
    pub fn place<'a>(&mut self, view: &View<'a>, base: Base<'_>) -> Placed<'a> {
        let Base { ground, plan, .. } = base;
        let screen = match view.furniture {
            Furniture::Screen => true,
            Furniture::Slide(slide) => slide.motion == slide::Motion::Live,
            Furniture::Page(_) | Furniture::Film(_) | Furniture::Panel => false,
        };
        if !screen {
            *self = Memory::default();
        }
        self.steady.begin(screen);
        let mut dresses = countries::dress(view);
        if let Some(focus) = base.focus {
            focus.fade_countries(&mut dresses, view.theme.palette());
        }
        let [w, h] = view.viewport.size_pt;
        let mut space = Space::new(Rect::new([0.0, 0.0], [w, h]).expand(-3.0));

        let rows = bases::rows(view, ground, plan);
        let moves = moves(view, base, &rows, &mut space);
        let before = space.taken().count();
        let locator = locator::locator(view, ground, &dresses, &mut space);
        let inset = locator.as_ref().map(|(area, _)| *area);
        let mut scale = furniture::map_corner(view, inset, &mut space);
        let graticule = graticule::graticule(view, &mut space);
        scale.extend(graticule.numbers);
        let around: Vec<Rect> = space.taken().skip(before).copied().collect();
        let sky_marks = self.sky_marks(view, base, &dresses, &around, &mut space);

        let held = std::mem::take(&mut self.names);
        let mut names = Names::new(view, ground, &dresses, plan, &rows, held);
        names.write(true, &mut space);
        let (figures, under_names) = figures(view, base, &dresses, &names, &mut space);
        let bloc_name = bloc::name(view, ground, &dresses, &mut space);
        let discs = events::discs(view, ground, &rows, &names.places(), &mut space);
        let mut arrows = movements::items(view, &moves, &mut space);
        let standing = Standing {
            rows: &rows,
            discs: &discs,
            moves: &moves,
        };
        let mut words = self.words(view, base, &dresses, standing, &mut space);
        // The arrow stays, the words beside it go; of other words the line that leads to them goes as well.
        quiz::leave_out(view, &mut arrows, |shape| matches!(shape, Shape::Text(_)));
        quiz::leave_out(view, &mut words, |_| true);
        let gone = names.give_way(space.forced());
        names.write(false, &mut space);
        let mut texts = names.items();
        let asked = names.asked();
        let waiting;
        (self.names, waiting) = names.held();
        texts.extend(self.steady.keep(under_names, &view.viewport, false));
        texts.extend(bloc_name);
        texts.extend(words);

        let palette = view.theme.palette();
        let mut symbols = bases::discs(view, &rows);
        symbols.extend(rows.iter().flat_map(|r| bases::items(r, palette)));
        let mut of_events: Vec<Item> = Vec::new();
        of_events.extend(discs.iter().flat_map(|d| events::items(d, palette)));
        of_events.extend(sky_marks);
        let covered = slide::covers(view);
        let clear = space
            .taken()
            .filter(|t| !gone.contains(t) && !covered.contains(t));
        Placed {
            clear: clear
                .map(|t| t.expand(size::HATCH_CLEARANCE_PT - 1.0))
                .collect(),
            arrows: self.steady.keep(arrows, &view.viewport, false),
            bases: self.steady.keep(symbols, &view.viewport, false),
            events: of_events,
            names: texts,
            asked,
            unsettled: screen && (waiting || self.marks.unsettled || self.steady.unsettled),
            graticule: graticule.lines,
            dresses,
            rows,
            moves,
            discs,
            figures,
            scale,
            locator,
        }
    }

    /// The words of what is pointed at, else of the story, off borders where they can be.
    fn words(
        &mut self,
        view: &View<'_>,
        base: Base<'_>,
        dresses: &Dresses,
        standing: Standing<'_, '_>,
        space: &mut Space,
    ) -> Vec<Item> {
        let borders = base.ground.border_marks(&view.atlas.focus);
        let beneath = |at: Pt| dresses.at(view, at);
        if !view.pointed.is_nothing() {
            return pointed::items(view, standing, &beneath, &borders, space);
        }
        let last = &mut self.steady.story;
        let of_day = (standing.discs, standing.moves);
        let words = story::items(view, of_day, &beneath, &borders, space, last);
        self.steady.keep(words, &view.viewport, true)
    }

    /// Marks of closed skies. They respect names and whatever bases may ever stand, so that they hold
    /// still while time passes; `around` is what stands on the map itself.
    fn sky_marks(
        &mut self,
        view: &View<'_>,
        base: Base<'_>,
        dresses: &Dresses,
        around: &[Rect],
        space: &mut Space,
    ) -> Vec<Item> {
        let Base { ground, plan, .. } = base;
        let mut standing = Space::new(space.page());
        plan.symbols(ground).for_each(|b| standing.take(b));
        around.iter().for_each(|b| standing.take(*b));
        // Arrows come and go: a mark that has its spot keeps it.
        space
            .forced()
            .iter()
            .for_each(|b| standing.take_for_name(*b));
        if view.shows("layer:names") {
            plan.wished(ground).for_each(|b| standing.take_for_name(b));
        }
        let mut held = std::mem::take(&mut self.marks);
        held.unsettled = false;
        let spots = |iso: &str| base.spots(iso);
        let items = skies::items(view, (ground, dresses), &spots, &mut standing, &mut held);
        standing.forced().iter().for_each(|b| space.take(*b));
        self.marks = held;
        items
    }
}

impl Base<'_> {
    /// Points of a country where a mark may stand, the roomiest first.
    fn spots(&self, iso: &str) -> Vec<Pt> {
        let spots = self.lines.spots(iso).into_iter();
        spots.map(|p| self.ground.page(p)).collect()
    }
}

/// The movements of the page; their arrows bend around bases and names.
fn moves<'a>(
    view: &View<'a>,
    base: Base<'_>,
    rows: &[Row<'_>],
    space: &mut Space,
) -> Vec<Move<'a>> {
    let mut in_the_way: Vec<Rect> = rows.iter().map(|r| r.bounds).collect();
    for taken in &in_the_way {
        space.take(*taken);
    }
    if view.shows("layer:names") {
        in_the_way.extend(base.plan.wished(base.ground));
    }
    let moves = movements::moves(view, base.ground, &in_the_way);
    for m in &moves {
        force_along(space, &m.outline);
    }
    moves
}

/// Panels of bars by force, and what the theme says under the names of countries.
fn figures(
    view: &View<'_>,
    base: Base<'_>,
    dresses: &Dresses,
    names: &Names<'_, '_>,
    space: &mut Space,
) -> (Vec<Item>, Vec<Item>) {
    let spots = |iso: &str| base.spots(iso);
    let bars = countries::bars(view, base.ground, &spots, space);
    let below = |iso: &str| {
        let name = names.middle_of(iso).into_iter();
        name.chain(base.spots(iso)).collect::<Vec<Pt>>()
    };
    let words = countries::under_names(view, base.ground, &bars, dresses, &below, space);
    (bars, words)
}

/// Takes the way of an arrow as a string of small boxes.
fn force_along(space: &mut Space, outline: &[Pt]) {
    for pair in outline.windows(2) {
        let long = (pair[1][0] - pair[0][0])
            .abs()
            .max((pair[1][1] - pair[0][1]).abs());
        let steps = (long / 8.0).ceil().clamp(1.0, 200.0);
        for step in 0..=(steps as u32) {
            let t = step as f32 / steps;
            let p = [
                pair[0][0] + t * (pair[1][0] - pair[0][0]),
                pair[0][1] + t * (pair[1][1] - pair[0][1]),
            ];
            space.force(Rect::around(p, 6.0, 6.0));
        }
    }
}
