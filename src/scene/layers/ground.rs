//! The ground: the basemap projected onto the page for one camera.
//!
//! Arcs are projected, thinned and clipped once for each camera, so that neighbours share every
//! point; areas and lines are put together from them. It knows no dates.

use crate::geo::{MapPt, Viewport, clip_line, clip_ring};
use crate::model::basemap::{ArcRef, Basemap, Border, BorderClass, Country, Level, Status, walked};
use crate::scene::item::{Area, Item, Pt, Rect, Stroke, Subject};
use crate::scene::space::Boxes;
use crate::style::{Color, Palette, size};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Points closer together on the page than this are dropped.
const THIN_PT: f32 = 0.4;
/// Geometry is kept this far beyond the page, so that outlines do not show the clip.
const MARGIN_PT: f32 = 24.0;
/// Ranks of rivers that overviews leave out, with the zoom from which they show. A level of the basemap has
/// its ranks before they show.
const SMALL_RIVERS: [(u8, f64); 4] = [(5, 4.2), (6, 4.6), (7, 5.4), (8, 6.9)];
/// Over so much of a zoom they grow to their full width.
const RIVER_GROWTH: f64 = 0.8;
/// Distance of the boxes along borders.
const BORDER_MARK_PT: f32 = 8.0;

/// The rings of an area on the page.
pub(in crate::scene) type Rings = Arc<[Vec<Pt>]>;

/// The basemap on the page.
pub(in crate::scene) struct Ground {
    /// The level it was made from.
    pub level: Arc<Level>,
    /// The camera and the size it was made for.
    pub viewport: Viewport,
    arcs: Vec<Option<Vec<Pt>>>,
    /// Rings of every country that the page shows, by code.
    pub countries: BTreeMap<String, Rings>,
}

impl Ground {
    /// Projects the basemap.
    pub fn new(basemap: &Basemap, viewport: Viewport) -> Ground {
        let level = basemap
            .level(Basemap::level_for_zoom(viewport.camera.zoom))
            .clone();
        let visible = viewport.visible(MARGIN_PT);
        let shown: Vec<&Country> = level
            .countries
            .iter()
            .filter(|c| c.bounds.intersects(&visible))
            .collect();
        let mut needed = BTreeSet::new();
        for step in shown.iter().flat_map(|c| c.rings.iter().flatten()) {
            needed.insert(step.arc);
        }
        let arcs = level
            .arcs
            .iter()
            .zip(0u32..)
            .map(|(arc, number)| {
                let seen = needed.contains(&number) || arc.bounds.intersects(&visible);
                seen.then(|| thinned(&arc.points, &viewport))
            })
            .collect();
        let mut ground = Ground {
            level: level.clone(),
            viewport,
            arcs,
            countries: BTreeMap::new(),
        };
        for country in shown {
            let rings = ground.rings(&country.rings);
            if !rings.is_empty() {
                ground.countries.insert(country.iso.clone(), rings);
            }
        }
        ground
    }

    fn min(&self) -> Pt {
        [-MARGIN_PT, -MARGIN_PT]
    }

    fn max(&self) -> Pt {
        let [w, h] = self.viewport.size_pt;
        [w + MARGIN_PT, h + MARGIN_PT]
    }

    fn points(&self, walk: &[ArcRef]) -> Vec<Pt> {
        walked(walk, |arc| self.arcs[arc as usize].as_ref())
    }

    fn rings(&self, walks: &[Vec<ArcRef>]) -> Rings {
        let rings = walks.iter().filter_map(|walk| {
            let mut ring = self.points(walk);
            if ring.len() > 1 && ring.first() == ring.last() {
                ring.pop();
            }
            let clipped = clip_ring(&ring, self.min(), self.max());
            (clipped.len() >= 3).then_some(clipped)
        });
        rings.collect()
    }

    /// The pieces of lines that the page shows.
    pub fn lines<'a>(&self, walks: impl IntoIterator<Item = &'a Vec<ArcRef>>) -> Vec<Vec<Pt>> {
        // Arcs beyond the page are not projected: the walk falls apart there, or its ends would be
        // joined across the page.
        let is_there = |step: &ArcRef| self.arcs[step.arc as usize].is_some();
        let runs = walks
            .into_iter()
            .flat_map(|walk| walk.split(move |step| !is_there(step)));
        runs.filter(|run| !run.is_empty())
            .flat_map(|run| clip_line(&self.points(run), self.min(), self.max()))
            .collect()
    }

    /// The outline of several countries taken together: arcs that only one of them has.
    pub fn union_outline(&self, codes: &[&str]) -> Vec<Vec<Pt>> {
        self.outline_but_towards(codes, &[])
    }

    /// The same in two parts: along borders that stand, and along those that are in dispute.
    pub fn outline_by_standing(&self, codes: &[&str]) -> [Vec<Vec<Pt>>; 2] {
        let doubtful = self.level.borders.iter().filter(|b| match b.class {
            BorderClass::International => false,
            BorderClass::Disputed | BorderClass::LineOfControl | BorderClass::Indefinite => true,
        });
        let doubtful: BTreeSet<u32> = doubtful
            .flat_map(|b| b.lines.iter().flatten())
            .map(|step| step.arc)
            .collect();
        let (disputed, firm): (Vec<u32>, Vec<u32>) = self
            .outer_arcs(codes, &[])
            .into_iter()
            .partition(|arc| doubtful.contains(arc));
        [firm, disputed].map(|arcs| self.arcs_joined(&arcs))
    }

    /// The outline of several countries taken together, without the borders towards some others.
    pub fn outline_but_towards(&self, codes: &[&str], others: &[&str]) -> Vec<Vec<Pt>> {
        self.arcs_joined(&self.outer_arcs(codes, others))
    }

    /// Arcs that only one of the countries has, and none of the others.
    fn outer_arcs(&self, codes: &[&str], others: &[&str]) -> Vec<u32> {
        let arcs_of = |codes: &[&str]| -> Vec<u32> {
            let countries = codes.iter().filter_map(|iso| self.level.country(iso));
            let steps = countries.flat_map(|c| c.rings.iter().flatten());
            steps.map(|step| step.arc).collect()
        };
        let mut uses: BTreeMap<u32, u32> = BTreeMap::new();
        for arc in arcs_of(codes) {
            *uses.entry(arc).or_default() += 1;
        }
        for arc in arcs_of(others) {
            uses.remove(&arc);
        }
        let once = uses.into_iter().filter(|(_, n)| *n == 1);
        once.map(|(arc, _)| arc).collect()
    }

    fn arcs_joined(&self, arcs: &[u32]) -> Vec<Vec<Pt>> {
        let walk = |&arc: &u32| {
            vec![ArcRef {
                arc,
                reversed: false,
            }]
        };
        let walks: Vec<Vec<ArcRef>> = arcs.iter().map(walk).collect();
        joined(self.lines(&walks))
    }

    /// Sea is the page's background; this is the water that lies on land.
    pub fn water(&self, palette: &Palette) -> Vec<Item> {
        let ink = &palette.map;
        let zoom = self.viewport.camera.zoom;
        let mut items = Vec::new();
        for lake in &self.level.lakes {
            let rings = self.rings(&lake.lines);
            if !rings.is_empty() && (lake.rank <= 2 || zoom >= 6.0) {
                items.push(area(Subject::None, rings, ink.lake));
            }
        }
        let rivers = |ranks: std::ops::RangeInclusive<u8>| {
            let rivers = self.level.rivers.iter();
            let walks = rivers.filter(move |r| ranks.contains(&r.rank));
            self.lines(walks.flat_map(|r| &r.lines))
        };
        items.extend(stroke(rivers(0..=4), size::RIVER_MAJOR_PT, ink.river, None));
        for (rank, from_zoom) in SMALL_RIVERS {
            // They grow out of nothing, so that none jumps into the picture while zooming.
            let share = ((zoom - from_zoom) / RIVER_GROWTH).min(1.0) as f32;
            if share > 0.0 {
                let width_pt = size::RIVER_PT * share;
                items.extend(stroke(rivers(rank..=rank), width_pt, ink.river, None));
            }
        }
        items
    }

    /// Coast, regions and borders, the heavier on top.
    pub fn borders(&self, palette: &Palette, focus: &[String]) -> Vec<Item> {
        let ink = &palette.map;
        let mut items = Vec::new();
        items.extend(stroke(
            self.lines(&self.level.coast),
            size::COAST_PT,
            ink.coast,
            None,
        ));
        if self.viewport.camera.zoom >= 6.0 {
            let regions = self.lines(&self.level.region_lines);
            items.extend(stroke(regions, size::REGION_PT, ink.region, None));
        }
        let is_focus = |iso: &String| focus.contains(iso);
        for of_focus in [false, true] {
            for class in [
                BorderClass::International,
                BorderClass::Indefinite,
                BorderClass::Disputed,
                BorderClass::LineOfControl,
            ] {
                let borders = self.level.borders.iter().filter(|b| {
                    b.class == class && (is_focus(&b.left) || is_focus(&b.right)) == of_focus
                });
                let walks: Vec<&Vec<ArcRef>> = borders.flat_map(|b| &b.lines).collect();
                let lines = joined(self.lines(walks));
                let (width_pt, color) = if of_focus {
                    (size::FOCUS_BORDER_PT, ink.focus_border)
                } else {
                    (size::BORDER_PT, ink.border)
                };
                items.extend(match class {
                    BorderClass::International => stroke(lines, width_pt, color, None),
                    BorderClass::Indefinite
                    | BorderClass::Disputed
                    | BorderClass::LineOfControl => stroke(
                        lines,
                        width_pt,
                        ink.disputed_line,
                        Some(size::DISPUTED_DASH_PT),
                    ),
                });
            }
        }
        items
    }

    /// Small boxes along the borders of focus countries: words that can choose stay off them.
    pub fn border_marks(&self, focus: &[String]) -> Boxes {
        let of_focus = |b: &&Border| focus.contains(&b.left) || focus.contains(&b.right);
        let borders = self.level.borders.iter().filter(of_focus);
        let mut marks = Boxes::default();
        for line in self.lines(borders.flat_map(|b| &b.lines)) {
            let mut last: Option<Pt> = None;
            for p in line {
                let far = |q: Pt| (p[0] - q[0]).abs() + (p[1] - q[1]).abs() > BORDER_MARK_PT;
                if last.is_none_or(far) {
                    marks.add(Rect::around(p, 1.0, 1.0));
                    last = Some(p);
                }
            }
        }
        marks
    }

    /// Areas whose status is disputed and that the page shows, with their rings.
    pub fn disputed(&self) -> Vec<Rings> {
        let territories = self.level.countries.iter();
        let whole = territories
            .filter(|c| c.status == Status::Disputed)
            .filter_map(|c| self.countries.get(&c.iso).cloned());
        let lying_over = self.level.disputed.iter().map(|d| self.rings(&d.rings));
        whole.chain(lying_over).filter(|r| !r.is_empty()).collect()
    }

    /// The rings of a country, with the disputed areas that lie over it as holes (even-odd).
    pub fn undisputed(&self, iso: &str) -> Rings {
        let country = self.countries.get(iso).cloned().unwrap_or_default();
        let over = self.level.disputed.iter().filter(|d| d.over == iso);
        let holes: Vec<Vec<Pt>> = over.flat_map(|d| self.rings(&d.rings).to_vec()).collect();
        match holes.is_empty() {
            true => country,
            false => country.iter().cloned().chain(holes).collect(),
        }
    }

    /// The page point of a map point.
    pub fn page(&self, p: MapPt) -> Pt {
        self.viewport.page_from_map(p)
    }
}

/// Projects a line and drops points that the page cannot show; the ends always stay, so that
/// neighbours still meet.
fn thinned(points: &[MapPt], viewport: &Viewport) -> Vec<Pt> {
    let mut out: Vec<Pt> = Vec::with_capacity(points.len() / 2 + 2);
    let last = points.len().saturating_sub(1);
    for (i, p) in points.iter().enumerate() {
        let page = viewport.page_from_map(*p);
        let far = out
            .last()
            .is_none_or(|q| (page[0] - q[0]).abs() >= THIN_PT || (page[1] - q[1]).abs() >= THIN_PT);
        if far || i == last {
            out.push(page);
        }
    }
    out
}

/// Joins lines whose ends meet into longer ones, so that dashes and round joins run through.
pub(in crate::scene) fn joined(mut lines: Vec<Vec<Pt>>) -> Vec<Vec<Pt>> {
    let mut out: Vec<Vec<Pt>> = Vec::new();
    while let Some(mut line) = lines.pop() {
        while let (Some(&first), Some(&last)) = (line.first(), line.last()) {
            if first == last && line.len() > 2 {
                break;
            }
            let next = lines
                .iter()
                .position(|l| l.first() == Some(&last) || l.last() == Some(&last));
            if let Some(at) = next {
                let mut other = lines.swap_remove(at);
                if other.first() != Some(&last) {
                    other.reverse();
                }
                line.extend(other.into_iter().skip(1));
                continue;
            }
            let before = lines
                .iter()
                .position(|l| l.first() == Some(&first) || l.last() == Some(&first));
            let Some(at) = before else { break };
            let mut other = lines.swap_remove(at);
            if other.last() != Some(&first) {
                other.reverse();
            }
            other.extend(line.into_iter().skip(1));
            line = other;
        }
        out.push(line);
    }
    out
}

/// A filled area.
pub(in crate::scene) fn area(subject: Subject, rings: Rings, fill: Color) -> Item {
    Item::new(subject, Area { rings, fill })
}

/// Lines of one look; nothing when there are none.
pub(in crate::scene) fn stroke(
    lines: Vec<Vec<Pt>>,
    width_pt: f32,
    color: Color,
    dash: Option<[f32; 2]>,
) -> Option<Item> {
    if lines.is_empty() {
        return None;
    }
    let stroke = Stroke {
        lines: lines.into(),
        closed: false,
        width_pt,
        color,
        dash,
    };
    Some(Item::new(Subject::None, stroke))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_river_is_drawn_straight_across_the_page() {
        let atlas = crate::data::shipped().expect("the shipped data");
        for (lon, lat) in [
            (0.0, 16.5),
            (-4.0, 14.5),
            (4.0, 12.0),
            (15.0, 12.5),
            (31.0, 18.0),
        ] {
            let camera = crate::geo::Camera {
                center: crate::geo::LonLat { lon, lat }.to_map(),
                zoom: 6.6,
            };
            let size_pt = [860.0, 580.0];
            let ground = Ground::new(&atlas.basemap, Viewport { camera, size_pt });
            let rivers = ground.level.rivers.iter().flat_map(|r| &r.lines);
            for line in ground.lines(rivers) {
                for pair in line.windows(2) {
                    let long = (pair[1][0] - pair[0][0]).hypot(pair[1][1] - pair[0][1]);
                    assert!(long < 120.0, "{lon} {lat}: {pair:?}");
                }
            }
        }
    }

    #[test]
    fn lines_that_meet_become_one() {
        let lines = vec![
            vec![[0.0, 0.0], [1.0, 0.0]],
            vec![[2.0, 0.0], [1.0, 0.0]],
            vec![[2.0, 0.0], [2.0, 1.0]],
            vec![[9.0, 9.0], [8.0, 8.0]],
        ];
        let out = joined(lines);
        assert_eq!(out.len(), 2);
        assert!(out.iter().any(|l| l.len() == 4));
    }
}
