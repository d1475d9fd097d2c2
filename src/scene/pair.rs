//! Two days on one page: the same place twice, side by side or under a seam, and what changed between them.
//!
//! Where everything stands is `page::pair`'s; what changed is told by whoever asks, in words.

use super::hits::Hit;
use super::item::{Item, Layer, Picture, Pt, Rect, Stroke, Subject};
use super::legend::Legend;
use super::page::{self, pair::Places};
use super::seam::Seam;
use super::shift::{Shelf, moved_box};
use super::view::{Composition, View};
use super::{Composer, Furniture};
use crate::geo::{Camera, Viewport};
use crate::lang::{pair_words as w, typeset};
use crate::model::World;
use crate::style::Holder;
use std::collections::BTreeSet;
use std::sync::Arc;

/// How two days share a page.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Share {
    /// A map each.
    Beside,
    /// One map, day A left of a seam at that share of its width.
    Seam(f32),
}

/// What changed from the earlier day to the later one, what is most telling first.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Told {
    /// How far apart they are.
    pub extent: String,
    /// Kind by kind.
    pub sections: Vec<ToldSection>,
}

/// The changes of one kind.
#[derive(Clone, PartialEq, Debug)]
pub struct ToldSection {
    /// What they are.
    pub title: String,
    /// How many changes they are.
    pub count: usize,
    /// One by one, or several in a line, what matters most first.
    pub lines: Vec<ToldLine>,
    /// Is it told before those that are not?
    pub is_main: bool,
}

/// A change in words.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ToldLine {
    /// What changed.
    pub name: String,
    /// How; may be empty.
    pub change: String,
    /// What it is made of, where one line stands for several changes; as many are named as have room.
    pub names: Vec<String>,
    /// How many changes it stands for.
    pub count: usize,
    /// When, short; may be empty.
    pub when: String,
    /// Holders before and after, of a base or of troops.
    pub holders: [Vec<Holder>; 2],
}

/// Two days and all that is said about them.
#[derive(Clone, Copy)]
pub struct Pair<'a> {
    /// The world of day A, with only what the filter lets through.
    pub other: &'a World,
    /// Everything between the two days: whose reports it rests on.
    pub between: &'a World,
    /// What changed.
    pub told: &'a Told,
    /// How they share the page.
    pub share: Share,
}

/// Size of each of the two maps on a page, in points.
pub fn map_size(page_pt: Pt, hidden: &BTreeSet<String>, share: Share) -> Pt {
    page::size_of(&Places::new(page_pt, hidden, share).maps[0])
}

/// The picture of two days: day A beside the day of `view`, whose viewport and furniture are those of a page
/// of `page_pt` without a comparison, and are not used.
pub fn compose(
    composer: &mut Composer,
    view: &View<'_>,
    pair: &Pair<'_>,
    page_pt: Pt,
    camera: Camera,
) -> Composition {
    let places = Places::new(page_pt, view.hidden, pair.share);
    let viewport = Viewport {
        camera,
        size_pt: page::size_of(&places.maps[0]),
    };
    // One scale for both maps, and one inset.
    let mut once = view.hidden.clone();
    once.extend(["page:scale", "page:locator"].map(str::to_owned));
    let of_b = View {
        viewport,
        furniture: Furniture::Panel,
        hidden: &once,
        ..*view
    };
    let of_a = View {
        world: pair.other,
        hidden: view.hidden,
        ..of_b
    };
    let [mut a, mut b] = [composer.compose(&of_a), composer.compose(&of_b)];
    let mut seam = Seam::default();
    let mut over = Vec::new();
    if let Some(x) = places.seam_x {
        seam.join(&mut a, &mut b, x - places.maps[0].min[0]);
        over = seam.over().to_vec();
    }
    let mut page = Page {
        view,
        places: &places,
        layers: Vec::new(),
        hits: Vec::new(),
    };
    page.map(0, &a);
    page.map(1, &b);
    page.seam(&over);
    let legend = page::pair::both(&a.legend, &b.legend);
    let around = page::pair::items(&of_a, &of_b, pair, &legend, &places);
    page.push("page", None, around);
    page.finish(page_pt, &of_a, pair, legend.all)
}

struct Page<'p, 'a> {
    view: &'p View<'a>,
    places: &'p Places,
    layers: Vec<Arc<Layer>>,
    hits: Vec<Hit>,
}

impl Page<'_, '_> {
    fn push(&mut self, name: &'static str, clip: Option<Rect>, items: Vec<Item>) {
        self.layers.push(Arc::new(Layer { name, clip, items }));
    }

    /// Puts a map in its place; of a seam, only its side.
    fn map(&mut self, number: usize, composition: &Composition) {
        let frame = self.places.maps[number];
        let seen = self.places.seen(number);
        let ground = page::ground(&seen, self.view.theme.palette().map.sea);
        self.push(named("sea", number), Some(seen), vec![ground]);
        for layer in Shelf::default().moved(&composition.picture.layers, frame.min) {
            let clip = layer.clip.map_or(Some(seen), |clip| within(&clip, &seen));
            let Some(clip) = clip else { continue };
            self.layers.push(Arc::new(Layer {
                name: named(layer.name, number),
                clip: Some(clip),
                items: layer.items.clone(),
            }));
        }
        let moved = composition.hits.iter().map(|hit| Hit {
            area: moved_box(&hit.area, frame.min),
            subject: hit.subject.clone(),
        });
        self.hits
            .extend(moved.filter(|hit| seen.contains(hit.area.center())));
    }

    /// The names over the seam, and the seam itself.
    fn seam(&mut self, over: &[Arc<Layer>]) {
        let (Some(x), frame) = (self.places.seam_x, self.places.maps[0]) else {
            return;
        };
        let line = Stroke {
            lines: vec![vec![[x, frame.min[1]], [x, frame.max[1]]]].into(),
            closed: false,
            width_pt: 2.0,
            color: self.view.theme.palette().ui.accent,
            dash: None,
        };
        let bar = Item::new(Subject::Furniture("seam"), line);
        self.push("seam", Some(frame), vec![bar]);
        let mut items = Vec::new();
        for layer in Shelf::default().moved(over, frame.min) {
            items.extend(layer.items.iter().cloned());
        }
        self.push("names-over", Some(frame), items);
    }

    fn finish(self, page_pt: Pt, of_a: &View<'_>, pair: &Pair<'_>, legend: Legend) -> Composition {
        let view = self.view;
        let title = title(of_a, view);
        let picture = Picture {
            size_pt: page_pt,
            background: view.theme.palette().ui.panel,
            layers: self.layers,
            title,
            description: pair.told.extent.clone(),
            lang: view.lang.id(),
        };
        Composition {
            picture: Arc::new(picture),
            legend: Arc::new(legend),
            hits: Arc::new(self.hits),
            asked: Arc::default(),
            unsettled: false,
        }
    }
}

/// What a picture of two days is called.
pub(super) fn title(a: &View<'_>, b: &View<'_>) -> String {
    let [of_a, of_b] = [a, b].map(super::period::words);
    let lang = b.lang;
    // A title of two lines breaks between the days, not within one.
    let whole = |text: &str| text.replace(' ', "\u{A0}");
    let (of_a, of_b) = (whole(&of_a), whole(&of_b));
    let (on, and_on) = (w::SAHEL_ON.get(lang), whole(w::AND_ON.get(lang)));
    typeset(&format!("{on} {of_a} {and_on}\u{A0}{of_b}"), lang)
}

fn within(clip: &Rect, seen: &Rect) -> Option<Rect> {
    let [min, max] = [
        [clip.min[0].max(seen.min[0]), clip.min[1].max(seen.min[1])],
        [clip.max[0].min(seen.max[0]), clip.max[1].min(seen.max[1])],
    ];
    (min[0] < max[0] && min[1] < max[1]).then_some(Rect::new(min, max))
}

/// A layer of day A and its twin of day B have two names.
fn named(name: &'static str, number: usize) -> &'static str {
    const TWINS: [(&str, &str); 17] = [
        ("sea", "sea-b"),
        ("countries", "countries-b"),
        ("hatching", "hatching-b"),
        ("water", "water-b"),
        ("borders", "borders-b"),
        ("outlines", "outlines-b"),
        ("graticule", "graticule-b"),
        ("movements", "movements-b"),
        ("bases", "bases-b"),
        ("events", "events-b"),
        ("area", "area-b"),
        ("selection", "selection-b"),
        ("names", "names-b"),
        ("figures", "figures-b"),
        ("scale", "scale-b"),
        ("locator", "locator-b"),
        ("names-over", "names-over-b"),
    ];
    let twin = TWINS.iter().find(|(own, _)| *own == name);
    match (number, twin) {
        (1, Some((_, twin))) => twin,
        (_, _) => name,
    }
}
