//! World and view to picture: the layers in their order, each kept while nothing in it changes.
//!
//! Who stands where is `placing`'s; what each layer looks like is its own file's business.

use super::focus::Told;
use super::hits::{Hit, hits};
use super::item::{Item, Layer, Picture, Pt, Rect};
use super::layers::countries;
use super::layers::ground::Ground;
use super::legend::Legend;
use super::names::{Gazetteer, Lines, Plan, Zoom};
use super::placing::{Base, Memory, Placed};
use super::shift::{Shelf, moved_box};
use super::view::{Composition, Furniture, View};
use super::{area, page, period, selection};
use crate::style::Theme;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What hatching depends on.
type HatchKey = (u64, countries::Dresses, Vec<Rect>, Theme);

/// Composes pictures of one atlas, keeping what has not changed.
#[derive(Default)]
pub struct Composer {
    ground: Option<Ground>,
    /// Counts the grounds, so that layers know whether theirs is still the one.
    ground_number: u64,
    told: Told,
    gazetteer: Option<Gazetteer>,
    lines: Option<Lines>,
    plan: Option<Arc<Plan>>,
    memory: Memory,
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
        let (Some(ground), Some(plan), Some(lines)) =
            (self.ground.take(), self.plan.clone(), self.lines.take())
        else {
            return Composition::empty();
        };
        let focus = self.told.focus(view);
        let base = Base {
            ground: &ground,
            plan: &plan,
            lines: &lines,
            focus: focus.as_ref(),
        };
        let mut placed = self.memory.place(view, base);
        if let Some(focus) = &focus {
            let marks = [&mut placed.arrows, &mut placed.bases, &mut placed.events];
            marks.into_iter().for_each(|items| focus.fade(items));
            focus.fade(&mut placed.names);
        }
        let composition = self.draw(view, &ground, placed);
        (self.ground, self.lines) = (Some(ground), Some(lines));
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

    /// The layers from the ground up, then what belongs to the picture.
    fn draw(&mut self, view: &View<'_>, ground: &Ground, placed: Placed<'_>) -> Composition {
        let palette = view.theme.palette();
        let map = Rect::new([0.0, 0.0], view.viewport.size_pt);
        self.ground_layers(view, ground, &placed);
        let mut layers = vec![
            self.kept("countries"),
            self.kept("hatching"),
            self.kept("water"),
            self.kept("borders"),
            self.kept("outlines"),
            self.keep("graticule", map, placed.graticule),
            self.keep("movements", map, placed.arrows),
            self.keep("bases", map, placed.bases),
            self.keep("events", map, placed.events),
        ];
        let outline = area::items(view);
        if !outline.is_empty() {
            layers.push(self.keep("area", map, outline));
        }
        let mut hits = hits(&layers);
        let marked = selection::items(view, ground, &hits);
        layers.push(self.keep("selection", map, marked));
        layers.push(self.keep("names", map, placed.names));
        layers.push(self.keep("figures", map, placed.figures));
        layers.push(self.keep("scale", map, placed.scale));
        if let Some((area, inset)) = placed.locator {
            layers.push(self.keep("locator", area, inset));
        }
        let (rows, discs, moves) = (&placed.rows, &placed.discs, &placed.moves);
        let legend = Legend::of(view, ground, &placed.dresses, rows, discs, moves);
        let (mut size_pt, mut background) = (view.viewport.size_pt, palette.map.sea);
        if let Furniture::Page(page_pt) | Furniture::Film(page_pt) = view.furniture {
            (size_pt, background) = (page_pt, palette.ui.panel);
            layers = self.on_page(view, &legend, page_pt, layers, &mut hits);
        }
        if let Furniture::Slide(slide) = view.furniture {
            let items = page::slide::items(view, &legend, slide);
            layers.push(self.keep("slide", map, items));
        }
        let picture = Picture {
            size_pt,
            background,
            layers,
            title: page::title(view),
            description: page::slide::description(view).unwrap_or_else(|| period::words(view)),
            lang: view.lang.id(),
        };
        Composition {
            picture: Arc::new(picture),
            legend: Arc::new(legend),
            hits: Arc::new(hits),
            asked: Arc::new(placed.asked),
            unsettled: placed.unsettled,
        }
    }

    /// Water, borders, countries and hatching, made anew only when what they depend on has changed.
    fn ground_layers(&mut self, view: &View<'_>, ground: &Ground, placed: &Placed<'_>) {
        let palette = view.theme.palette();
        let map = Rect::new([0.0, 0.0], view.viewport.size_pt);
        let base_key = (self.ground_number, view.theme);
        if self.base_key != Some(base_key) {
            self.base_key = Some(base_key);
            self.keep("water", map, ground.water(palette));
            self.keep("borders", map, ground.borders(palette, &view.atlas.focus));
        }
        let dresses = &placed.dresses;
        let dress_key = (self.ground_number, dresses.clone(), view.theme);
        if self.dress_key.as_ref() != Some(&dress_key) {
            self.dress_key = Some(dress_key);
            self.keep("countries", map, countries::fills(ground, dresses));
            let outlines = countries::outlines(ground, dresses, palette);
            self.keep("outlines", map, outlines);
        }
        let clear = placed.clear.clone();
        let hatch_key = (self.ground_number, dresses.clone(), clear, view.theme);
        if self.hatch_key.as_ref() != Some(&hatch_key) {
            let items = countries::hatching(ground, dresses, palette, &hatch_key.2);
            self.keep("hatching", map, items);
            self.hatch_key = Some(hatch_key);
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
        if matches!(view.furniture, Furniture::Film(_)) {
            return layers;
        }
        let whole = Rect::new([0.0, 0.0], page_pt);
        let around = page::items(view, legend, page_pt, &moved_box(&map, by));
        layers.push(self.keep("page", whole, around));
        layers
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
