//! Where names stand at a zoom, whatever the day and whatever part of the map is shown.
//!
//! Worked out at whole steps of a quarter of a zoom, so that names hold still while zooming too, in
//! a space of points with its origin in the middle of the map. Which of them a page shows, `write`
//! decides.

use super::gazetteer::Gazetteer;
use super::lines::Lines;
use super::places::Queue;
use super::water::Bed;
use super::{countries, disputed, places, regions, water};
use crate::geo::{Camera, MapBox, MapPt};
use crate::lang::Lang;
use crate::model::Atlas;
use crate::model::basemap::{Basemap, Level};
use crate::scene::item::{Face, Pt, Rect};
use crate::scene::layers::ground::Ground;
use crate::scene::sites::{Site, sites};
use crate::scene::space::{Boxes, text_box};
use crate::scene::spine::set::{Setting, set};
use std::collections::BTreeMap;

/// A zoom rounded down to a quarter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(in crate::scene) struct Zoom(i32);

impl Zoom {
    /// The step that a zoom lies in.
    pub fn of(zoom: f64) -> Zoom {
        Zoom((zoom * 4.0).floor() as i32)
    }

    /// The zoom at which the step begins.
    pub fn level(self) -> f64 {
        f64::from(self.0) / 4.0
    }
}

/// A piece of a name that is written in one go: a whole name, or a letter of one on a curve.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Run {
    /// What is written.
    pub text: String,
    /// The map point that it hangs on.
    pub anchor: MapPt,
    /// From there to the left end of the baseline, in points.
    pub offset: Pt,
    /// Direction of the baseline, radians, clockwise.
    pub angle: f32,
    /// Width of the text.
    pub width_pt: f32,
}

/// A way to write a name.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Choice {
    /// Its pieces.
    pub runs: Vec<Run>,
    /// Joined to its place by a line, because it stands far from it.
    pub leader: bool,
}

/// What a name is the name of.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum What {
    /// A place: a site of bases, a town, or both.
    Place(Place),
    /// A country, by its code.
    Country(String),
    /// A first-level region of a country, by that country's code.
    Region(String),
    /// A disputed area, by the code of the country whose polygon holds it.
    Disputed(String),
    /// A river, a lake or a sea, by what lies beneath the letters.
    Water(Bed),
}

/// A place with a name.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Place {
    /// Position in [`Plan::sites`].
    pub site: Option<usize>,
    /// Position in the basemap's towns.
    pub town: Option<usize>,
    /// Shown when no base is held there.
    pub alone: bool,
    /// Code of the country that it lies in.
    pub country: String,
    /// Diameter of the dot of a town.
    pub dot_pt: f32,
}

/// A name and the ways to write it.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Label {
    /// Whose name it is.
    pub what: What,
    /// Cut of the letters.
    pub face: Face,
    /// Size of the letters.
    pub size_pt: f32,
    /// The ways to write it, best first.
    pub choices: Vec<Choice>,
    /// A box around the anchors of all choices, map space.
    pub bounds: MapBox,
    /// Written before marks, movements and words of the day look for room.
    pub early: bool,
}

/// Where names stand at a zoom.
#[derive(Clone, Debug)]
pub(in crate::scene) struct Plan {
    /// What it was made for.
    pub key: (Zoom, Lang),
    /// Bases that stand together.
    pub sites: Vec<Site>,
    /// On which side of the first symbol of a site the others stand; others stand around it.
    pub queues: BTreeMap<usize, Queue>,
    /// Names, the most important first.
    pub(super) labels: Vec<Label>,
}

/// What a plan is made from.
pub(super) struct Maker<'a> {
    /// The facts.
    pub atlas: &'a Atlas,
    /// The basemap at this zoom.
    pub level: &'a Level,
    /// Its number.
    pub level_number: usize,
    /// The zoom.
    pub zoom: f64,
    /// The language.
    pub lang: Lang,
    /// Lines along the bodies of countries and the courses of rivers.
    pub lines: &'a Lines,
    /// What stands already: names, and symbols that may ever stand.
    pub standing: Boxes,
    /// Rows of symbols at their widest: better left free.
    pub wide: Boxes,
    /// The names so far.
    pub labels: Vec<Label>,
    /// The sides on which rows grow, by site.
    pub queues: BTreeMap<usize, Queue>,
}

impl Plan {
    /// Finds a place for every name.
    pub fn new(atlas: &Atlas, gazetteer: &Gazetteer, lines: &mut Lines, key: (Zoom, Lang)) -> Plan {
        let (zoom, lang) = (key.0.level(), key.1);
        let number = Basemap::level_for_zoom(zoom);
        let level = atlas.basemap.level(number).clone();
        lines.prepare(number, &level);
        let sites = sites(atlas, zoom);
        let mut maker = Maker {
            atlas,
            level: &level,
            level_number: number,
            zoom,
            lang,
            lines,
            standing: Boxes::default(),
            wide: Boxes::default(),
            labels: Vec::new(),
            queues: BTreeMap::new(),
        };
        let linked = places::sites(&mut maker, &sites, gazetteer);
        countries::countries(&mut maker);
        disputed::disputed(&mut maker);
        places::towns(&mut maker, &linked);
        regions::regions(&mut maker);
        water::water(&mut maker);
        Plan {
            key,
            labels: maker.labels,
            queues: maker.queues,
            sites,
        }
    }
}

impl Plan {
    /// Boxes on the page of all symbols that may ever stand at the sites, rows at their widest.
    pub fn symbols(&self, ground: &Ground) -> impl Iterator<Item = Rect> {
        self.sites.iter().enumerate().map(|(number, site)| {
            let queue = self.queues.get(&number).copied();
            places::queue_box(ground.page(site.at), site, queue.unwrap_or(Queue::Around))
        })
    }
}

impl Plan {
    /// Boxes on the page where the names that the day's marks respect would best stand.
    pub fn wished(&self, ground: &Ground) -> impl Iterator<Item = Rect> {
        let visible = ground.viewport.visible(0.0);
        let early = self
            .labels
            .iter()
            .filter(move |l| l.early && l.bounds.intersects(&visible));
        early.flat_map(|label| {
            let runs = label.choices.first().into_iter().flat_map(|c| &c.runs);
            runs.map(|run| {
                let at = ground.page(run.anchor);
                let left = [at[0] + run.offset[0], at[1] + run.offset[1]];
                text_box(left, run.width_pt, label.size_pt, run.angle)
            })
        })
    }
}

impl Maker<'_> {
    /// Points of the page for a unit of map space.
    pub fn scale(&self) -> f64 {
        let camera = Camera {
            center: [0.0, 0.0],
            zoom: self.zoom,
        };
        camera.scale()
    }

    /// A map point in the points of the plan.
    pub fn spot(&self, p: MapPt) -> Pt {
        let middle = Camera::bounds().center();
        let scale = self.scale();
        [0, 1].map(|axis| ((p[axis] - middle[axis]) * scale) as f32)
    }

    /// A spot of the plan as a map point.
    pub fn map(&self, spot: Pt) -> MapPt {
        let middle = Camera::bounds().center();
        let scale = self.scale();
        [0, 1].map(|axis| middle[axis] + f64::from(spot[axis]) / scale)
    }

    /// The letters of a text along a curve of the plan, or nothing when it is too short.
    pub fn on_curve(&self, text: &str, curve: &[Pt], how: &Setting) -> Option<Choice> {
        let letters = set(text, curve, how)?;
        let runs = letters.into_iter().map(|letter| Run {
            text: letter.ch.to_string(),
            anchor: self.map(letter.at),
            offset: [0.0; 2],
            angle: letter.angle,
            width_pt: letter.width_pt,
        });
        Some(Choice {
            runs: runs.collect(),
            leader: false,
        })
    }

    /// The boxes of the letters of a choice.
    pub fn boxes(&self, choice: &Choice, size_pt: f32) -> Vec<Rect> {
        let boxes = choice.runs.iter().map(|run| {
            let at = self.spot(run.anchor);
            let left = [at[0] + run.offset[0], at[1] + run.offset[1]];
            text_box(left, run.width_pt, size_pt, run.angle)
        });
        boxes.collect()
    }

    /// Does nothing stand already where a choice would be written, nor close to it?
    pub fn is_free(&self, choice: &Choice, size_pt: f32) -> bool {
        let boxes = self.boxes(choice, size_pt);
        !boxes.iter().any(|b| self.standing.touch(&b.expand(1.0)))
    }

    /// Adds a name; its first choice takes its place.
    pub fn add(&mut self, what: What, face: Face, size_pt: f32, choices: Vec<Choice>, early: bool) {
        let Some(first) = choices.first() else {
            return;
        };
        for taken in self.boxes(first, size_pt) {
            self.standing.add(taken);
        }
        let anchors = choices.iter().flat_map(|c| &c.runs).map(|run| &run.anchor);
        self.labels.push(Label {
            bounds: MapBox::around(anchors),
            what,
            face,
            size_pt,
            choices,
            early,
        });
    }
}
