//! World and view to picture: the layers in their order, each kept while nothing in it changes.
//!
//! Places are given out in the order of reading: the story, closed skies, bases, events, then names.
//! What each layer looks like is its own file's business.

use super::item::{Item, Layer, Picture, Pt, Rect, Shape, Subject};
use super::layers::ground::Ground;
use super::layers::{bases, bloc, countries, events, movements, skies, story};
use super::legend::Legend;
use super::names::{self, Gazetteer, Lines, Names, Plan, Zoom};
use super::shift::{Shelf, moved_box};
use super::space::{Space, text_box};
use super::steady::Steady;
use super::{furniture, graticule, locator, metrics, page, selection};
use crate::calendar::date_words;
use crate::geo::Viewport;
use crate::lang::Lang;
use crate::model::{Atlas, World};
use crate::style::{CountryTheme, Theme, size};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How much stands around the map.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Furniture {
    /// The window: scale and credit only; title and legend are panels of the window.
    Screen,
    /// A page or slide of that size in points: title, date, legend, scale, sources, credit around the
    /// map. The viewport's size is that of [`page::map_frame`], or [`page::map_size`] when no part is
    /// switched off.
    Page(Pt),
}

/// Everything a picture depends on.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The facts.
    pub atlas: &'a Atlas,
    /// The world on the day.
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
    /// The selected thing, outlined.
    pub selected: &'a Subject,
    /// How much stands around the map.
    pub furniture: Furniture,
}

impl View<'_> {
    /// Is a layer or a line of the legend shown?
    pub fn shows(&self, key: &str) -> bool {
        !self.hidden.contains(key)
    }
}

/// Something that can be pointed at.
#[derive(Clone, PartialEq, Debug)]
pub struct Hit {
    /// Where it is, page points.
    pub area: Rect,
    /// What it is.
    pub subject: Subject,
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

/// What hatching depends on.
type HatchKey = (u64, countries::Dresses, Vec<Rect>, Theme);

/// Composes pictures of one atlas, keeping what has not changed.
#[derive(Default)]
pub struct Composer {
    ground: Option<Ground>,
    /// Counts the grounds, so that layers know whether theirs is still the one.
    ground_number: u64,
    gazetteer: Option<Gazetteer>,
    lines: Option<Lines>,
    plan: Option<Arc<Plan>>,
    held: names::Held,
    held_marks: skies::Held,
    steady: Steady,
    kept: BTreeMap<&'static str, Arc<Layer>>,
    base_key: Option<(u64, Theme)>,
    dress_key: Option<(u64, countries::Dresses, Theme)>,
    hatch_key: Option<HatchKey>,
    /// The map's layers moved to their place on a page.
    shelf: Shelf,
}

impl Composer {
    /// The picture of a view.
    pub fn compose(&mut self, view: &View<'_>) -> Composition {
        self.settle(view);
        let (Some(ground), Some(plan)) = (self.ground.take(), self.plan.clone()) else {
            return Composition::empty();
        };
        let composition = self.layers(view, &ground, &plan);
        self.ground = Some(ground);
        composition
    }

    /// Projects the basemap again when the camera moved, and learns a country's axes when it first
    /// comes into view.
    fn settle(&mut self, view: &View<'_>) {
        let current = self
            .ground
            .as_ref()
            .is_some_and(|g| g.viewport == view.viewport);
        if !current {
            self.ground = Some(Ground::new(&view.atlas.basemap, view.viewport));
            self.ground_number += 1;
        }
        let coarse = view.atlas.basemap.level(2);
        let lines = self.lines.get_or_insert_with(|| Lines::new(coarse));
        let gazetteer = self
            .gazetteer
            .get_or_insert_with(|| Gazetteer::new(view.atlas));
        let key = (Zoom::of(view.viewport.camera.zoom), view.lang);
        if self.plan.as_ref().is_none_or(|p| p.key != key) {
            self.plan = Some(Arc::new(Plan::new(view.atlas, gazetteer, lines, key)));
        }
    }

    fn layers(&mut self, view: &View<'_>, ground: &Ground, plan: &Plan) -> Composition {
        let palette = view.theme.palette();
        let [w, h] = view.viewport.size_pt;
        let map = Rect::new([0.0, 0.0], [w, h]);
        let dresses = countries::dress(view);
        let mut space = Space::new(map.expand(-3.0));

        let rows = bases::rows(view, ground, plan);
        for row in &rows {
            space.take(row.bounds);
        }
        let mut in_the_way: Vec<Rect> = rows.iter().map(|r| r.bounds).collect();
        if view.shows("layer:names") {
            in_the_way.extend(plan.wished(ground));
        }
        let moves = movements::moves(view, ground, &in_the_way);
        for m in &moves {
            force_along(&mut space, &m.outline);
        }
        let before = space.taken().count();
        let locator = locator::locator(view, ground, &dresses, &mut space);
        let inset = locator.as_ref().map(|(area, _)| *area);
        let mut scale = furniture::map_corner(view, inset, &mut space);
        let graticule = graticule::graticule(view, &mut space);
        scale.extend(graticule.numbers);
        let around: Vec<Rect> = space.taken().skip(before).copied().collect();
        let sky_marks = self.sky_marks(view, (ground, &dresses), plan, &around, &mut space);
        let screen = view.furniture == Furniture::Screen;
        let held = std::mem::take(&mut self.held);
        let mut names = Names::new(view, ground, &dresses, plan, &rows, held);
        names.write(true, &mut space);
        let (bars, under_names) = self.figures(view, ground, &dresses, &names, &mut space);
        let bloc_name = bloc::name(view, ground, &dresses, &mut space);
        let lines = ground.border_marks(&view.atlas.focus);
        let discs = events::discs(view, ground, &rows, &names.places(), &mut space);
        self.steady.begin(screen);
        let arrows = movements::items(view, &moves, &mut space);
        let arrows = self.steady.keep(arrows, &view.viewport, false);
        let ground_of = |at: Pt| dresses.at(view, at);
        let last = &mut self.steady.story;
        let words = story::items(view, (&discs, &moves), &ground_of, &lines, &mut space, last);
        let words = self.steady.keep(words, &view.viewport, true);
        let gone = names.give_way(space.forced());
        names.write(false, &mut space);
        let mut texts = names.items();
        let waiting;
        (self.held, waiting) = names.held();
        texts.extend(self.steady.keep(under_names, &view.viewport, false));
        texts.extend(bloc_name);
        texts.extend(words);

        let base_key = (self.ground_number, view.theme);
        if self.base_key != Some(base_key) {
            self.base_key = Some(base_key);
            self.keep("water", map, ground.water(palette));
            self.keep("borders", map, ground.borders(palette, &view.atlas.focus));
        }
        let mut base_items = bases::discs(view, &rows);
        base_items.extend(rows.iter().flat_map(|r| bases::items(r, palette)));
        let base_items = self.steady.keep(base_items, &view.viewport, false);
        let unsettled = screen && (waiting || self.held_marks.unsettled || self.steady.unsettled);
        let event_items: Vec<Item> = discs
            .iter()
            .flat_map(|d| events::items(d, palette))
            .chain(sky_marks)
            .collect();
        let dress_key = (self.ground_number, dresses.clone(), view.theme);
        if self.dress_key.as_ref() != Some(&dress_key) {
            self.dress_key = Some(dress_key);
            self.keep("countries", map, countries::fills(ground, &dresses));
            let outlines = countries::outlines(ground, &dresses, palette);
            self.keep("outlines", map, outlines);
        }
        self.hatch(view, ground, &dresses, map, (&space, &gone));
        let mut layers = vec![
            self.kept("countries"),
            self.kept("hatching"),
            self.kept("water"),
            self.kept("borders"),
            self.kept("outlines"),
            self.keep("graticule", map, graticule.lines),
            self.keep("movements", map, arrows),
            self.keep("bases", map, base_items),
            self.keep("events", map, event_items),
        ];
        let mut hits = hits(&layers);
        let marked = selection::items(view, ground, &hits);
        layers.push(self.keep("selection", map, marked));
        layers.push(self.keep("names", map, texts));
        layers.push(self.keep("figures", map, bars));
        layers.push(self.keep("scale", map, scale));
        if let Some((area, inset)) = locator {
            layers.push(self.keep("locator", area, inset));
        }
        let legend = Legend::of(view, ground, &dresses, &rows, &discs, &moves);
        let (mut size_pt, mut background) = (view.viewport.size_pt, palette.map.sea);
        if let Furniture::Page(page_pt) = view.furniture {
            (size_pt, background) = (page_pt, palette.ui.panel);
            layers = self.on_page(view, &legend, page_pt, layers, &mut hits);
        }
        let picture = Picture {
            size_pt,
            background,
            layers,
            title: page::title(view),
            description: date_words(view.world.date, view.lang),
            lang: view.lang.id(),
        };
        Composition {
            picture: Arc::new(picture),
            legend: Arc::new(legend),
            hits: Arc::new(hits),
            unsettled,
        }
    }

    /// The layers of a map moved to its frame on the page, with the page around them.
    fn on_page(
        &mut self,
        view: &View<'_>,
        legend: &Legend,
        page_pt: Pt,
        mut layers: Vec<Arc<Layer>>,
        hits: &mut [Hit],
    ) -> Vec<Arc<Layer>> {
        let map = Rect::new([0.0, 0.0], view.viewport.size_pt);
        let by = page::map_frame(page_pt, view.hidden).min;
        let sea = page::ground(&map, view.theme.palette().map.sea);
        layers.insert(0, self.keep("sea", map, vec![sea]));
        let mut layers = self.shelf.moved(&layers, by);
        for hit in hits {
            hit.area = moved_box(&hit.area, by);
        }
        let whole = Rect::new([0.0, 0.0], page_pt);
        let around = page::items(view, legend, page_pt, &moved_box(&map, by));
        layers.push(self.keep("page", whole, around));
        layers
    }

    /// Marks of closed skies. They respect names and whatever bases may ever stand, so that they hold
    /// still while time passes; `around` is what stands on the map itself.
    fn sky_marks(
        &mut self,
        view: &View<'_>,
        (ground, dresses): (&Ground, &countries::Dresses),
        plan: &Plan,
        around: &[Rect],
        space: &mut Space,
    ) -> Vec<Item> {
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
        if view.furniture != Furniture::Screen {
            self.held_marks = skies::Held::default();
        }
        let mut held = std::mem::take(&mut self.held_marks);
        held.unsettled = false;
        let spots = |iso: &str| self.spots(iso, ground);
        let items = skies::items(view, (ground, dresses), &spots, &mut standing, &mut held);
        standing.forced().iter().for_each(|b| space.take(*b));
        self.held_marks = held;
        items
    }

    /// Panels of bars by force, and what the theme says under the names of countries.
    fn figures(
        &self,
        view: &View<'_>,
        ground: &Ground,
        dresses: &countries::Dresses,
        names: &Names<'_, '_>,
        space: &mut Space,
    ) -> (Vec<Item>, Vec<Item>) {
        let spots = |iso: &str| self.spots(iso, ground);
        let bars = countries::bars(view, ground, &spots, space);
        let below = |iso: &str| {
            let name = names.middle_of(iso).into_iter();
            name.chain(self.spots(iso, ground)).collect::<Vec<Pt>>()
        };
        let words = countries::under_names(view, ground, &bars, dresses, &below, space);
        (bars, words)
    }

    /// Hatching is the dearest layer: it is cut anew only when something it depends on has changed.
    fn hatch(
        &mut self,
        view: &View<'_>,
        ground: &Ground,
        dresses: &countries::Dresses,
        map: Rect,
        (space, gone): (&Space, &[Rect]),
    ) {
        let clear: Vec<Rect> = space
            .taken()
            .filter(|t| !gone.contains(t))
            .map(|t| t.expand(size::HATCH_CLEARANCE_PT - 1.0))
            .collect();
        let key = (self.ground_number, dresses.clone(), clear, view.theme);
        if self.hatch_key.as_ref() != Some(&key) {
            let items = countries::hatching(ground, dresses, view.theme.palette(), &key.2);
            self.keep("hatching", map, items);
            self.hatch_key = Some(key);
        }
    }

    /// Points of a country where a mark may stand, best first.
    fn spots(&self, iso: &str, ground: &Ground) -> Vec<Pt> {
        let spots = self.lines.iter().flat_map(|lines| lines.spots(iso));
        spots.map(|p| ground.page(p)).collect()
    }

    /// A layer of these items; the one kept before when they are the same.
    fn keep(&mut self, name: &'static str, clip: Rect, items: Vec<Item>) -> Arc<Layer> {
        let layer = Layer {
            name,
            clip: Some(clip),
            items,
        };
        match self.kept.get(name) {
            Some(kept) if **kept == layer => kept.clone(),
            Some(_) | None => {
                let layer = Arc::new(layer);
                self.kept.insert(name, layer.clone());
                layer
            }
        }
    }

    fn kept(&self, name: &'static str) -> Arc<Layer> {
        let empty = || Layer {
            name,
            clip: None,
            items: Vec::new(),
        };
        self.kept
            .get(name)
            .cloned()
            .unwrap_or_else(|| Arc::new(empty()))
    }
}

impl Composition {
    fn empty() -> Composition {
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
            unsettled: false,
        }
    }
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

/// A spot on an arrow, as near as may be to the middle of its box.
fn on_way<'a>(outline: impl Iterator<Item = &'a Pt>, middle: Pt) -> Rect {
    let distance = |p: &Pt| (p[0] - middle[0]).powi(2) + (p[1] - middle[1]).powi(2);
    let nearest = outline.min_by(|a, b| distance(a).total_cmp(&distance(b)));
    Rect::around(nearest.copied().unwrap_or(middle), 16.0, 16.0)
}

/// Symbols and words that stand for something, topmost last.
fn hits(layers: &[Arc<Layer>]) -> Vec<Hit> {
    let mut hits = Vec::new();
    let pointable = ["movements", "bases", "events"];
    for layer in layers.iter().filter(|l| pointable.contains(&l.name)) {
        for item in &layer.items {
            let area = match &item.shape {
                Shape::Symbol(symbol) => Rect::around(symbol.at, symbol.size_pt, symbol.size_pt),
                Shape::Area(area) => {
                    let Some(bounds) = Rect::of_points(area.rings.iter().flatten()) else {
                        continue;
                    };
                    if layer.name == "movements" {
                        on_way(area.rings.iter().flatten(), bounds.center())
                    } else {
                        let middle = bounds.center();
                        Rect::around(middle, bounds.width().min(24.0), bounds.height().min(24.0))
                    }
                }
                // Of texts only "+n" can be pointed at.
                Shape::Text(text) if matches!(item.subject, Subject::Bases(_)) => {
                    let width = metrics::width_pt(&text.text, text.face, text.size_pt);
                    text_box(text.at, width, text.size_pt, text.angle)
                }
                Shape::Stroke(_) | Shape::Text(_) => continue,
            };
            // The parts of one mark lie upon each other; two holders of a base stand side by side.
            let again = hits
                .last()
                .is_some_and(|h: &Hit| h.subject == item.subject && h.area.contains(area.center()));
            if item.subject != Subject::None && !again {
                hits.push(Hit {
                    area,
                    subject: item.subject.clone(),
                });
            }
        }
    }
    hits
}
