//! Names of rivers along their course and of lakes and seas upon them, in italics.
//!
//! A long river is named again every so often, so that any view of it bears its name.

use super::plan::{Choice, Maker, Run, What};
use crate::geo::{LonLat, MapBox, MapPt, inside};
use crate::lang::{Bilingual, Lang};
use crate::scene::item::{Face, Pt};
use crate::scene::metrics;
use crate::scene::spine::set::Setting;
use crate::style::size;

/// Names of one river stand at least so far apart.
const APART_PT: f32 = 520.0;
/// How far letters stand above their river.
const GAP_PT: f32 = 2.0;
/// A stretch may be so many times as long as the name: a longer one does not follow the river.
const LONGEST: f32 = 2.6;
/// Seas at the edge of the region: name, longitude, latitude, least zoom.
const SEAS: [(&str, &str, f64, f64); 4] = [
    ("Gulf of Guinea", "Golfe de Guinée", 3.2, 3.4),
    ("Mediterranean Sea", "Mer Méditerranée", 17.5, 34.6),
    ("Red Sea", "Mer Rouge", 37.9, 20.6),
    ("Atlantic Ocean", "Océan Atlantique", -18.2, 10.4),
];

/// What lies beneath the name of a water.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Bed {
    /// The sea.
    Sea,
    /// A lake.
    Lake,
    /// A country, by its code.
    Land(String),
}

/// Lakes, seas, then rivers.
pub(super) fn water(maker: &mut Maker<'_>) {
    lakes(maker);
    for (en, fr, lon, lat) in SEAS {
        let text = match maker.lang {
            Lang::En => en,
            Lang::Fr => fr,
        };
        let at = LonLat { lon, lat }.to_map();
        sea(maker, text, at);
    }
    rivers(maker);
}

/// The name of a sea, centred on a point where it is free.
fn sea(maker: &mut Maker<'_>, text: &str, anchor: MapPt) {
    let (face, size_pt) = (Face::Italic, size::SEA_PT);
    let width = metrics::width_pt(text, face, size_pt);
    let choice = flat(text, anchor, [-width / 2.0, size_pt * 0.34], width);
    if maker.is_free(&choice, size_pt) {
        maker.add(What::Water(Bed::Sea), face, size_pt, vec![choice], false);
    }
}

/// The name of a lake: upon it where the whole name is on water, else beside it, on another ground.
fn lake(maker: &mut Maker<'_>, text: &str, anchor: MapPt, half: Pt, rings: &[Vec<MapPt>]) {
    let (face, size_pt) = (Face::Italic, size::WATER_PT);
    let width = metrics::width_pt(text, face, size_pt);
    let reach = f64::from(width) / 2.0 / maker.scale();
    let is_water = |share: f64| {
        let spot = [anchor[0] + reach * share, anchor[1]];
        inside(rings.iter().map(Vec::as_slice), spot)
    };
    let upon = flat(text, anchor, [-width / 2.0, size_pt * 0.34], width);
    let on_water = [-1.0, -0.5, 0.0, 0.5, 1.0].into_iter().all(is_water);
    if on_water && maker.is_free(&upon, size_pt) {
        maker.add(What::Water(Bed::Lake), face, size_pt, vec![upon], false);
        return;
    }
    let beside = [
        [half[0] + 3.0, size_pt * 0.34],
        [-half[0] - 3.0 - width, size_pt * 0.34],
        [-width / 2.0, half[1] + size_pt],
        [-width / 2.0, -half[1] - size_pt * 0.3],
    ];
    let choices = beside.map(|offset| flat(text, anchor, offset, width));
    let free = choices.into_iter().filter(|c| maker.is_free(c, size_pt));
    let (free, bed) = (free.collect(), land(maker, anchor));
    maker.add(What::Water(bed), face, size_pt, free, false);
}

/// A level name, from its anchor.
fn flat(text: &str, anchor: MapPt, offset: Pt, width_pt: f32) -> Choice {
    let run = Run {
        text: text.to_owned(),
        anchor,
        offset,
        angle: 0.0,
        width_pt,
    };
    Choice {
        runs: vec![run],
        leader: false,
    }
}

/// The country around a point.
fn land(maker: &Maker<'_>, at: MapPt) -> Bed {
    let country = maker.atlas.basemap.level(2).country_at(at);
    Bed::Land(country.map_or_else(String::new, |c| c.iso.clone()))
}

fn lakes(maker: &mut Maker<'_>) {
    let level = maker.level;
    // A lake in several parts is named once.
    let mut named: Vec<(&Bilingual, Vec<Vec<MapPt>>)> = Vec::new();
    for lake in level.lakes.iter().filter(|l| l.rank <= 2) {
        let Some(name) = &lake.name else { continue };
        let rings = lake.lines.iter().map(|ring| level.points(ring));
        match named.iter_mut().find(|(known, _)| known.en == name.en) {
            Some((_, parts)) => parts.extend(rings),
            None => named.push((name, rings.collect())),
        }
    }
    for (name, rings) in named {
        let bounds = MapBox::around(rings.iter().flatten());
        let scale = maker.scale();
        let half = [0, 1].map(|i| ((bounds.max[i] - bounds.min[i]) * scale / 2.0) as f32);
        if half[0].max(half[1]) > 9.0 {
            let text = name.set(maker.lang);
            lake(maker, &text, bounds.center(), half, &rings);
        }
    }
}

fn rivers(maker: &mut Maker<'_>) {
    let most_rank = if maker.zoom < 5.5 { 4 } else { 6 };
    let lines = maker.lines;
    let named = lines.courses(maker.level_number);
    let mut done: Vec<(&str, Pt)> = Vec::new();
    for river in named.iter().filter(|r| r.rank <= most_rank) {
        let text = river.name.set(maker.lang);
        let width = metrics::width_pt(&text, Face::Italic, size::WATER_PT);
        let how = Setting::above(Face::Italic, size::WATER_PT, GAP_PT);
        for stretch in &river.stretches {
            let curve: Vec<Pt> = stretch.iter().map(|p| maker.spot(*p)).collect();
            let length: f32 = curve.windows(2).map(|p| between(p[0], p[1])).sum();
            let middle = curve[curve.len() / 2];
            let near = |(known, spot): &(&str, Pt)| {
                *known == river.name.en && between(*spot, middle) < APART_PT
            };
            if !(width..width * LONGEST).contains(&length) || done.iter().any(near) {
                continue;
            }
            let Some(choice) = maker.on_curve(&text, &curve, &how) else {
                continue;
            };
            let boxes = maker.boxes(&choice, size::WATER_PT);
            if boxes.iter().any(|b| maker.standing.touch(b)) {
                continue;
            }
            done.push((&river.name.en, middle));
            let bed = land(maker, maker.map(middle));
            let what = What::Water(bed);
            maker.add(what, Face::Italic, size::WATER_PT, vec![choice], false);
        }
    }
}

fn between(a: Pt, b: Pt) -> f32 {
    (b[0] - a[0]).hypot(b[1] - a[1])
}
