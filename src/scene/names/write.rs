//! The names that a page shows on a day: those whose place is free.
//!
//! On the screen a name keeps its place from one picture to the next; when it has lost it, it is left
//! out of one picture before it stands elsewhere, so that no name is ever seen to hop. Pictures for
//! files remember nothing.

use super::asked::Hidden;
use super::plan::{Choice, Label, Place, Plan, Run, What, Zoom};
use super::water::Bed;
use crate::lang::Lang;
use crate::model::basemap::TownKind;
use crate::scene::item::{Face, Halo, Item, Pt, Rect, Stroke, Subject, Symbol, Text};
use crate::scene::layers::bases::Row;
use crate::scene::layers::countries::Dresses;
use crate::scene::layers::ground::Ground;
use crate::scene::space::{Space, text_box};
use crate::scene::symbols::Glyph;
use crate::scene::view::{Furniture, View};
use crate::style::{Color, size};
use std::collections::{BTreeMap, BTreeSet};

/// Where the names of the last picture of a window stood.
#[derive(Clone, Default, Debug)]
pub(in crate::scene) struct Held {
    plan: Option<(Zoom, Lang)>,
    choices: BTreeMap<usize, usize>,
}

/// A name that is written.
pub(super) struct Written {
    pub(super) label: usize,
    pub(super) choice: usize,
    /// Of its pieces, and of the dot of a town last.
    boxes: Vec<Rect>,
    /// Where the dot of a town is to be drawn.
    dot: Option<Pt>,
}

/// The names of a page.
pub(in crate::scene) struct Names<'a, 'v> {
    pub(super) view: &'a View<'v>,
    ground: &'a Ground,
    dresses: &'a Dresses,
    pub(super) plan: &'a Plan,
    /// Sites that have a row of symbols on the day.
    rows: BTreeSet<usize>,
    held: BTreeMap<usize, usize>,
    pub(super) written: Vec<Written>,
    /// Names that had to give way.
    ousted: Vec<usize>,
    unsettled: bool,
}

impl<'a, 'v> Names<'a, 'v> {
    /// Nothing written yet. `held` is what the last picture left.
    pub fn new(
        view: &'a View<'v>,
        ground: &'a Ground,
        dresses: &'a Dresses,
        plan: &'a Plan,
        rows: &[Row<'_>],
        held: Held,
    ) -> Names<'a, 'v> {
        let same = held.plan == Some(plan.key) && view.furniture == Furniture::Screen;
        Names {
            view,
            ground,
            dresses,
            plan,
            rows: rows.iter().map(|r| r.site).collect(),
            held: if same { held.choices } else { BTreeMap::new() },
            written: Vec::new(),
            ousted: Vec::new(),
            unsettled: false,
        }
    }

    /// Writes the names that the marks and words of the day have to respect, or all others.
    pub fn write(&mut self, early: bool, space: &mut Space) {
        if !self.view.shows("layer:names") {
            return;
        }
        let visible = self.ground.viewport.visible(0.0);
        for number in std::mem::take(&mut self.ousted) {
            self.write_one(number, &self.plan.labels[number], space);
        }
        for number in 0..self.plan.labels.len() {
            let label = &self.plan.labels[number];
            if label.early == early && label.bounds.intersects(&visible) {
                self.write_one(number, label, space);
            }
        }
    }

    fn write_one(&mut self, number: usize, label: &Label, space: &mut Space) {
        let dot = match self.dot(label) {
            Dot::Hidden => return,
            Dot::None => None,
            Dot::At(at, size_pt) => {
                if !space.is_free(&Rect::around(at, size_pt, size_pt)) {
                    return;
                }
                Some((at, size_pt))
            }
        };
        let fitting = |n: &usize| {
            let boxes = self.boxes(&label.choices[*n], label.size_pt);
            space.all_free(&boxes).then_some((*n, boxes))
        };
        let first = || (0..label.choices.len()).find_map(|n| fitting(&n));
        let found = match self.held.get(&number) {
            Some(held) => {
                let still = fitting(held);
                self.unsettled |= still.is_none() && first().is_some();
                still
            }
            None => first(),
        };
        let Some((choice, mut boxes)) = found else {
            return;
        };
        boxes.extend(dot.map(|(at, size_pt)| Rect::around(at, size_pt, size_pt)));
        for taken in &boxes {
            space.take_for_name(*taken);
        }
        self.written.push(Written {
            label: number,
            choice,
            boxes,
            dot: dot.map(|(at, _)| at),
        });
    }

    fn boxes(&self, choice: &Choice, size_pt: f32) -> Vec<Rect> {
        let boxes = choice.runs.iter().map(|run| {
            let at = self.at(run);
            text_box(at, run.width_pt, size_pt, run.angle).expand(0.5)
        });
        boxes.collect()
    }

    pub(super) fn at(&self, run: &Run) -> Pt {
        let anchor = self.ground.page(run.anchor);
        [anchor[0] + run.offset[0], anchor[1] + run.offset[1]]
    }

    fn dot(&self, label: &Label) -> Dot {
        let What::Place(place) = &label.what else {
            return Dot::None;
        };
        if place.site.is_some_and(|site| self.rows.contains(&site)) {
            return Dot::None;
        }
        match place.town {
            Some(town) if place.alone => {
                let position = self.view.atlas.basemap.towns[town].position;
                Dot::At(self.ground.page(position.to_map()), place.dot_pt + 2.0)
            }
            Some(_) | None => Dot::Hidden,
        }
    }

    /// Names give way to what had to be drawn over them, and look for another place when the others are
    /// written; returns the boxes they leave.
    pub fn give_way(&mut self, to: &[Rect]) -> Vec<Rect> {
        let (kept, gone): (Vec<Written>, Vec<Written>) = std::mem::take(&mut self.written)
            .into_iter()
            .partition(|w| !w.boxes.iter().any(|b| to.iter().any(|t| t.intersects(b))));
        self.written = kept;
        self.ousted = gone.iter().map(|w| w.label).collect();
        gone.into_iter().flat_map(|w| w.boxes).collect()
    }

    /// The middle of a country's written name, page points.
    pub fn middle_of(&self, iso: &str) -> Option<Pt> {
        let is_it = |w: &&Written| {
            let what = &self.plan.labels[w.label].what;
            matches!(what, What::Country(code) if code == iso)
        };
        let written = self.written.iter().find(is_it)?;
        let whole = written.boxes.iter().copied().reduce(|a, b| a.union(&b))?;
        Some(whole.center())
    }

    /// Where places with names stand, and how high their symbols are: an event there stands above.
    pub fn places(&self) -> Vec<(Pt, f32)> {
        let places = self.written.iter().filter_map(|w| {
            let What::Place(place) = &self.plan.labels[w.label].what else {
                return None;
            };
            let site = place.site.map(|s| &self.plan.sites[s]);
            match (site, w.dot) {
                (_, Some(at)) => Some((at, place.dot_pt)),
                (Some(site), None) => Some((self.ground.page(site.at), site.height_pt)),
                (None, None) => None,
            }
        });
        places.collect()
    }

    /// What the next picture of the window has to know, and whether a name waits for it.
    pub fn held(&self) -> (Held, bool) {
        let held = Held {
            plan: Some(self.plan.key),
            choices: self.written.iter().map(|w| (w.label, w.choice)).collect(),
        };
        (
            held,
            self.unsettled && self.view.furniture == Furniture::Screen,
        )
    }

    /// The written names with their dots and leaders, in the order of the plan: whichever had to look for
    /// another place, the same names give the same items.
    pub fn items(&self) -> Vec<Item> {
        let mut items = Vec::new();
        let mut all: Vec<&Written> = self.written.iter().collect();
        all.sort_by_key(|w| w.label);
        for written in all {
            let label = &self.plan.labels[written.label];
            let choice = &label.choices[written.choice];
            let subject = self.subject(label);
            if let (What::Place(place), Some(at)) = (&label.what, written.dot) {
                items.push(Item::new(subject.clone(), self.dot_symbol(place, at)));
            }
            if choice.leader {
                let leader = choice
                    .runs
                    .first()
                    .map(|run| self.leader(run, &written.boxes));
                items.extend(leader.map(|stroke| Item::new(Subject::None, stroke)));
            }
            match self.hidden(label) {
                Some(Hidden::Whole) => continue,
                Some(Hidden::Asked(_)) => {
                    items.push(self.sign(label, choice));
                    continue;
                }
                None => {}
            }
            let (color, ground) = self.colors(label);
            // Troops and relations fill countries more strongly than names were mixed for.
            let color = color.for_text(ground);
            for run in &choice.runs {
                let text = Text {
                    at: self.at(run),
                    text: run.text.clone(),
                    size_pt: label.size_pt,
                    face: label.face,
                    color,
                    halo: Some(Halo {
                        color: ground,
                        width_pt: size::HALO_PT,
                    }),
                    angle: run.angle,
                };
                items.push(Item::new(subject.clone(), text));
            }
        }
        items
    }

    fn dot_symbol(&self, place: &Place, at: Pt) -> Symbol {
        let ink = &self.view.theme.palette().map;
        let town = place.town.map(|t| &self.view.atlas.basemap.towns[t]);
        let capital = town.is_some_and(|t| t.kind == TownKind::Capital);
        Symbol {
            glyph: if capital { Glyph::Capital } else { Glyph::Town },
            at,
            size_pt: place.dot_pt,
            ink: ink.place_label,
            ground: ink.halo,
            accent: ink.place_label,
            opacity: 1.0,
        }
    }

    /// A thin line from a crowded place to its name.
    fn leader(&self, run: &Run, boxes: &[Rect]) -> Stroke {
        let from = self.ground.page(run.anchor);
        let name = boxes.first().copied().unwrap_or_default();
        let to = [0, 1].map(|i| from[i].clamp(name.min[i], name.max[i]));
        Stroke {
            lines: vec![vec![from, to]].into(),
            closed: false,
            width_pt: size::LEADER_PT,
            color: self.view.theme.palette().map.minor_label,
            dash: None,
        }
    }

    pub(super) fn subject(&self, label: &Label) -> Subject {
        match &label.what {
            What::Place(Place {
                site: Some(site), ..
            }) if self.rows.contains(site) => {
                let base = self.plan.sites[*site].bases.first();
                let base = base.map(|b| &self.view.atlas.bases[*b as usize]);
                base.map_or(Subject::None, |b| Subject::Base(b.id.clone()))
            }
            What::Place(place) => {
                let town = place.town.map(|t| &self.view.atlas.basemap.towns[t]);
                town.map_or(Subject::None, |t| Subject::Place(t.id.clone()))
            }
            What::Country(iso) => Subject::Country(iso.clone()),
            What::Region(_) | What::Disputed(_) | What::Water(_) => Subject::None,
        }
    }

    /// Colour of the letters and of the ground beneath them.
    pub(super) fn colors(&self, label: &Label) -> (Color, Color) {
        let ink = &self.view.theme.palette().map;
        match &label.what {
            What::Place(place) => (ink.place_label, self.dresses.fill(&place.country)),
            What::Country(iso) if label.face == Face::Bold => {
                (ink.focus_label, self.dresses.fill(iso))
            }
            What::Country(iso) => (ink.country_label, self.dresses.fill(iso)),
            What::Region(iso) | What::Disputed(iso) => (ink.minor_label, self.dresses.fill(iso)),
            What::Water(Bed::Sea) => (ink.water_label, ink.sea),
            What::Water(Bed::Lake) => (ink.water_label, ink.lake),
            What::Water(Bed::Land(iso)) => (ink.water_label, self.dresses.fill(iso)),
        }
    }
}

/// The dot of a place.
enum Dot {
    /// None is drawn, the name stands alone or beside symbols.
    None,
    /// Nothing is shown at all.
    Hidden,
    /// A dot at a page point, in a box of that size.
    At(Pt, f32),
}
