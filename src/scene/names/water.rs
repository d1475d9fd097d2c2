//! Names of rivers along their course and of lakes and seas upon them, in italics.
//!
//! A long river is named again every so often, so that any view of it bears its name.

use super::plan::{Choice, Maker, Run, What};
use crate::geo::{LonLat, MapBox, MapPt};
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
        flat(maker, text, at, [0.0; 2], size::SEA_PT);
    }
    rivers(maker);
}

/// A name centred on a point or beside it, where it is free.
fn flat(maker: &mut Maker<'_>, text: &str, anchor: MapPt, half: Pt, size_pt: f32) {
    let face = Face::Italic;
    let width = metrics::width_pt(text, face, size_pt);
    let offsets = [
        [-width / 2.0, size_pt * 0.34],
        [half[0] + 3.0, size_pt * 0.34],
        [-half[0] - 3.0 - width, size_pt * 0.34],
        [-width / 2.0, half[1] + size_pt],
        [-width / 2.0, -half[1] - size_pt * 0.3],
    ];
    let choice = |offset: &Pt| Choice {
        runs: vec![Run {
            text: text.to_owned(),
            anchor,
            offset: *offset,
            angle: 0.0,
            width_pt: width,
        }],
        leader: false,
    };
    let free = |c: &Choice| {
        let boxes = maker.boxes(c, size_pt);
        !boxes.iter().any(|b| maker.standing.touch(&b.expand(1.0)))
    };
    let is_sea = half == [0.0; 2];
    let is_wide = half[0] * 2.0 > width * 0.9;
    let upon = Some(choice(&offsets[0])).filter(|c| (is_sea || is_wide) && free(c));
    // A lake that is narrower than its name, or taken, bears it beside: on another ground.
    let (choices, bed) = match upon {
        Some(choice) if is_sea => (vec![choice], Bed::Sea),
        Some(choice) => (vec![choice], Bed::Lake),
        None if is_sea => return,
        None => {
            let beside = offsets[1..].iter().map(choice).filter(free);
            (beside.collect(), land(maker, anchor))
        }
    };
    maker.add(What::Water(bed), face, size_pt, choices, false);
}

/// The country around a point.
fn land(maker: &Maker<'_>, at: MapPt) -> Bed {
    let country = maker.atlas.basemap.level(2).country_at(at);
    Bed::Land(country.map_or_else(String::new, |c| c.iso.clone()))
}

fn lakes(maker: &mut Maker<'_>) {
    let level = maker.level;
    let mut named: Vec<(&Bilingual, MapBox)> = Vec::new();
    for lake in level.lakes.iter().filter(|l| l.rank <= 2) {
        let Some(name) = &lake.name else { continue };
        let mut bounds = MapBox::EMPTY;
        for step in lake.lines.iter().flatten() {
            let arc = &level.arcs[step.arc as usize].bounds;
            bounds.add(arc.min);
            bounds.add(arc.max);
        }
        // A lake in several parts is named once.
        match named.iter_mut().find(|(known, _)| known.en == name.en) {
            Some((_, whole)) => {
                whole.add(bounds.min);
                whole.add(bounds.max);
            }
            None => named.push((name, bounds)),
        }
    }
    for (name, bounds) in named {
        let scale = maker.scale();
        let half = [0, 1].map(|i| ((bounds.max[i] - bounds.min[i]) * scale / 2.0) as f32);
        if half[0].max(half[1]) > 9.0 {
            let text = name.set(maker.lang);
            flat(maker, &text, bounds.center(), half, size::WATER_PT);
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
