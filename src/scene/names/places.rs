//! Names of places: sites of bases and towns, which share one name where they are one place.
//!
//! The name stands at a fixed distance from the place, whatever symbols stand there on a day: further
//! symbols of a row queue on the other side.

use super::gazetteer::{Gazetteer, Near};
use super::plan::{Choice, Maker, Place, Run, What};
use crate::model::basemap::{Town, TownKind};
use crate::scene::item::{Face, Pt, Rect};
use crate::scene::metrics;
use crate::scene::sites::Site;
use crate::scene::space::text_box;
use crate::style::size;
use std::collections::BTreeSet;

/// A town and a site are one place when they are closer than this.
const LINK_PT: f32 = 8.0;
/// From this zoom on bases away from any named place bear their own names.
const OWN_NAME_ZOOM: f64 = 7.5;
/// How far names may stand from a crowded place, joined to it by a line.
const LEADERS_PT: [f32; 2] = [22.0, 38.0];

/// On which side of the first symbol the others stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::scene) enum Queue {
    /// On both.
    Around,
    /// To the right: the name stands on the left.
    Right,
    /// To the left: the name stands on the right.
    Left,
}

/// What a candidate place of a name costs.
#[derive(Clone, Copy)]
struct Spot {
    /// Left end of the baseline, from the place.
    offset: Pt,
    queue: Queue,
    leader: bool,
    /// How much a cartographer minds.
    cost: f32,
}

/// Room that a place's own symbol takes.
struct Room {
    half_pt: f32,
    height_pt: f32,
}

/// The ten places around a symbol for a name of that width, and farther ones.
fn spots(room: &Room, width: f32, size_pt: f32) -> Vec<Spot> {
    let Room { half_pt, height_pt } = room;
    let (middle, high) = (size_pt * 0.34, height_pt / 2.0);
    let (right, left) = (half_pt + 3.0, -half_pt - 3.0 - width);
    let below = high + 2.5 + size_pt * 0.78;
    let above = -high - 2.5 - size_pt * 0.24;
    let spot = |x: f32, y: f32, queue: Queue, cost: f32| Spot {
        offset: [x, y],
        queue,
        leader: false,
        cost,
    };
    let mut all = vec![
        spot(right, middle, Queue::Left, 0.0),
        spot(left, middle, Queue::Right, 0.6),
        spot(-width / 2.0, below, Queue::Around, 1.0),
        spot(-width / 2.0, above, Queue::Around, 2.0),
        spot(right - 3.0, above + size_pt * 0.5, Queue::Left, 1.6),
        spot(right - 3.0, below - size_pt * 0.4, Queue::Left, 1.6),
        spot(left + 3.0, above + size_pt * 0.5, Queue::Right, 2.2),
        spot(left + 3.0, below - size_pt * 0.4, Queue::Right, 2.2),
        spot(-width * 0.2, below, Queue::Around, 1.8),
        spot(-width * 0.8, below, Queue::Around, 2.1),
    ];
    for (far, cost) in LEADERS_PT.into_iter().zip([9.0, 12.0]) {
        for step in 0..8u8 {
            let (sin, cos) = (f32::from(step) / 8.0 * std::f32::consts::TAU).sin_cos();
            let edge = [(half_pt + far) * cos, (high + far) * sin];
            let x = match () {
                () if cos > 0.3 => edge[0],
                () if cos < -0.3 => edge[0] - width,
                () => edge[0] - width / 2.0,
            };
            all.push(Spot {
                offset: [x, edge[1] + middle],
                queue: Queue::Around,
                leader: true,
                cost,
            });
        }
    }
    all
}

/// Places of bases; returns the towns that share their names.
pub(super) fn sites(
    maker: &mut Maker<'_>,
    sites: &[Site],
    gazetteer: &Gazetteer,
) -> BTreeSet<usize> {
    for site in sites {
        let at = maker.spot(site.at);
        maker
            .standing
            .add(Rect::around(at, site.half_pt * 2.0, site.height_pt));
    }
    let named: Vec<Option<(String, Option<usize>)>> = sites
        .iter()
        .map(|site| name_of(maker, site, gazetteer))
        .collect();
    let mut linked = BTreeSet::new();
    let mut written: Vec<(String, Pt)> = Vec::new();
    // Capitals first, then as the sites come: the heaviest first.
    let capital = |i: &usize| {
        let town = named[*i].as_ref().and_then(|(_, town)| *town);
        town.is_some_and(|t| maker.atlas.basemap.towns[t].kind == TownKind::Capital)
    };
    let (mut order, rest): (Vec<usize>, Vec<usize>) = (0..sites.len()).partition(capital);
    order.extend(rest);
    for i in order {
        let Some((text, town)) = named[i].clone() else {
            continue;
        };
        let at = maker.spot(sites[i].at);
        let twice = |(known, spot): &(String, Pt)| {
            *known == text && (at[0] - spot[0]).abs() + (at[1] - spot[1]).abs() < 60.0
        };
        if written.iter().any(twice) || town.is_some_and(|t| linked.contains(&t)) {
            continue;
        }
        linked.extend(town);
        written.push((text.clone(), at));
        site(maker, (i, &sites[i]), text, town);
    }
    linked
}

/// The name of a site: of the town it stands at, of another place near by, or its own.
fn name_of(
    maker: &Maker<'_>,
    site: &Site,
    gazetteer: &Gazetteer,
) -> Option<(String, Option<usize>)> {
    let heaviest = &maker.atlas.bases[*site.bases.first()? as usize];
    let members = site.bases.iter().map(|b| &maker.atlas.bases[*b as usize]);
    // Of several places the best known gives its name, of equals the nearest.
    let known = |near: &Near<'_>| {
        let town = near.town.map(|t| &maker.atlas.basemap.towns[t]);
        town.map_or((TownKind::Town, u8::MAX), |t| (t.kind, t.rank))
    };
    let near = members
        .filter_map(|b| gazetteer.near(b.position?))
        .min_by(|a, b| known(a).cmp(&known(b)).then(a.cost.total_cmp(&b.cost)));
    if let Some(near) = near {
        let town = near.town.filter(|t| {
            let spot = maker.spot(maker.atlas.basemap.towns[*t].position.to_map());
            let at = maker.spot(site.at);
            (spot[0] - at[0]).abs() < LINK_PT && (spot[1] - at[1]).abs() < LINK_PT
        });
        if town.is_some() || near.town.is_none() {
            return Some((near.name.set(maker.lang), town));
        }
    }
    (maker.zoom >= OWN_NAME_ZOOM).then(|| (heaviest.name.set(maker.lang), None))
}

fn site(maker: &mut Maker<'_>, (i, site): (usize, &Site), text: String, town: Option<usize>) {
    let base = &maker.atlas.bases[site.bases[0] as usize];
    let of_town = town.map(|t| &maker.atlas.basemap.towns[t]);
    let kind = of_town.map_or(TownKind::Town, |t| t.kind);
    let (face, size_pt, dot_pt) = letters(kind);
    let room = Room {
        half_pt: site.half_pt,
        height_pt: site.height_pt,
    };
    let width = metrics::width_pt(&text, face, size_pt);
    let mut spots = spots(&room, width, size_pt);
    let own = maker.spot(site.at);
    let rank = |s: &Spot| {
        let name = moved(own, s.offset, width, size_pt);
        let row = queue_box(own, site, s.queue);
        let crowded = |r: &Rect| f32::from(u8::from(maker.standing.touch(r)));
        let others = beyond(&row, own, site, s.queue);
        s.cost
            + 20.0 * crowded(&name.expand(0.5))
            + 3.0 * f32::from(u8::from(maker.wide.touch(&name)))
            + 4.0 * others.map_or(0.0, |r| crowded(&r))
    };
    let costs: Vec<f32> = spots.iter().map(rank).collect();
    let mut order: Vec<usize> = (0..spots.len()).collect();
    order.sort_by(|a, b| costs[*a].total_cmp(&costs[*b]));
    let queue = spots[order[0]].queue;
    maker.wide.add(queue_box(own, site, queue));
    spots = order.iter().take(8).map(|n| spots[*n]).collect();
    let choices = spots.iter().map(|s| choice(&text, site.at, s, width));
    let what = What::Place(Place {
        site: Some(i),
        town,
        alone: of_town.is_some_and(|t| shows(t, maker)),
        country: base.host.clone(),
        dot_pt,
    });
    let choices = choices.collect();
    maker.queues.insert(i, queue);
    maker.add(what, face, size_pt, choices, true);
}

fn choice(text: &str, anchor: crate::geo::MapPt, spot: &Spot, width_pt: f32) -> Choice {
    Choice {
        runs: vec![Run {
            text: text.to_owned(),
            anchor,
            offset: spot.offset,
            angle: 0.0,
            width_pt,
        }],
        leader: spot.leader,
    }
}

fn moved(at: Pt, by: Pt, width: f32, size_pt: f32) -> Rect {
    text_box([at[0] + by[0], at[1] + by[1]], width, size_pt, 0.0)
}

/// The box of a site's widest row.
pub(super) fn queue_box(at: Pt, site: &Site, queue: Queue) -> Rect {
    let (half, high) = (site.half_pt, site.height_pt / 2.0);
    let (left, right) = match queue {
        Queue::Around => (site.row_pt / 2.0, site.row_pt / 2.0),
        Queue::Right => (half, site.row_pt - half),
        Queue::Left => (site.row_pt - half, half),
    };
    Rect::new([at[0] - left, at[1] - high], [at[0] + right, at[1] + high])
}

/// The part of a row beside the first symbol, when it queues on one side.
fn beyond(row: &Rect, at: Pt, site: &Site, queue: Queue) -> Option<Rect> {
    let edge = site.half_pt + 1.0;
    let part = match queue {
        Queue::Around => return None,
        Queue::Right => Rect::new([at[0] + edge, row.min[1]], row.max),
        Queue::Left => Rect::new(row.min, [at[0] - edge, row.max[1]]),
    };
    (part.width() > 2.0).then_some(part)
}

/// Letters and dot by what a town is.
fn letters(kind: TownKind) -> (Face, f32, f32) {
    match kind {
        TownKind::Capital => (Face::Bold, size::CAPITAL_PT, 8.0),
        TownKind::RegionCapital | TownKind::Town => (Face::Regular, size::TOWN_PT, 4.0),
    }
}

/// Towns without bases, capitals first.
pub(super) fn towns(maker: &mut Maker<'_>, linked: &BTreeSet<usize>) {
    let atlas = maker.atlas;
    let mut order: Vec<usize> = (0..atlas.basemap.towns.len())
        .filter(|t| !linked.contains(t) && shows(&atlas.basemap.towns[*t], maker))
        .collect();
    order.sort_by_key(|t| {
        let town = &atlas.basemap.towns[*t];
        let focus = atlas.is_focus(&town.country);
        (
            town.kind != TownKind::Capital || !focus,
            town.kind,
            town.rank,
            !focus,
            town.id.clone(),
        )
    });
    for t in order {
        town(maker, t);
    }
}

fn town(maker: &mut Maker<'_>, t: usize) {
    let atlas = maker.atlas;
    let town = &atlas.basemap.towns[t];
    let (face, size_pt, dot_pt) = letters(town.kind);
    let size_pt = if atlas.is_focus(&town.country) {
        size_pt
    } else {
        size_pt - 1.0
    };
    let anchor = town.position.to_map();
    let at = maker.spot(anchor);
    let dot = Rect::around(at, dot_pt + 2.0, dot_pt + 2.0);
    if maker.standing.touch(&dot) {
        return;
    }
    let text = town.name.set(maker.lang);
    let width = metrics::width_pt(&text, face, size_pt);
    let room = Room {
        half_pt: dot_pt / 2.0,
        height_pt: dot_pt,
    };
    let free = |s: &Spot| {
        let name = moved(at, s.offset, width, size_pt).expand(1.0);
        !s.leader && !maker.standing.touch(&name)
    };
    let mut free: Vec<Spot> = spots(&room, width, size_pt)
        .into_iter()
        .filter(free)
        .collect();
    let rows = |s: &Spot| u8::from(maker.wide.touch(&moved(at, s.offset, width, size_pt)));
    free.sort_by(|a, b| rows(a).cmp(&rows(b)).then(a.cost.total_cmp(&b.cost)));
    if free.is_empty() {
        return;
    }
    let choices = free.iter().take(4).map(|s| choice(&text, anchor, s, width));
    let what = What::Place(Place {
        site: None,
        town: Some(t),
        alone: true,
        country: town.country.clone(),
        dot_pt,
    });
    let choices = choices.collect();
    maker.standing.add(dot);
    let early = town.kind == TownKind::Capital;
    maker.add(what, face, size_pt, choices, early);
}

/// Is a town shown at this zoom?
fn shows(town: &Town, maker: &Maker<'_>) -> bool {
    let (zoom, focus) = (maker.zoom, maker.atlas.is_focus(&town.country));
    let most = match (town.kind, focus) {
        (TownKind::Capital, _) => return true,
        (TownKind::RegionCapital, true) => zoom * 2.0 - 2.0,
        (TownKind::Town, true) => zoom * 2.0 - 5.0,
        (TownKind::RegionCapital | TownKind::Town, false) => zoom * 2.0 - 7.4,
    };
    f64::from(town.rank) <= most
}
