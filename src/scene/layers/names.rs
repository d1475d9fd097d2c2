//! Names: countries along their bodies, capitals, towns, rivers, where there is room.
//!
//! Placed greedily in a fixed order over what stands already; a name that finds no room is left out
//! with its dot. Halos take the colour of the ground beneath.

use super::bases::Row;
use super::countries::Dresses;
use super::ground::Ground;
use crate::geo::LonLat;
use crate::lang::{Bilingual, typeset};
use crate::model::Atlas;
use crate::model::basemap::{Town, TownKind};
use crate::scene::axis::Axis;
use crate::scene::compose::View;
use crate::scene::item::{Face, Halo, Item, Pt, Rect, Subject, Symbol, Text};
use crate::scene::metrics;
use crate::scene::space::{Space, text_box};
use crate::scene::symbols::Glyph;
use crate::style::{Color, size};

/// A base farther than this from a named place stands without a name.
const NAME_REACH_KM: f64 = 14.0;

/// Where named places are, for naming rows of bases.
#[derive(Default)]
pub(in crate::scene) struct Gazetteer {
    places: Vec<(LonLat, Bilingual, u8)>,
}

impl Gazetteer {
    /// Towns of the basemap, and places of events whose name is that of a place and nothing more.
    pub fn new(atlas: &Atlas) -> Gazetteer {
        let towns = atlas.basemap.towns.iter();
        let mut places: Vec<(LonLat, Bilingual, u8)> = towns
            .map(|t| (t.position, t.name.clone(), t.rank))
            .collect();
        for place in atlas.events.iter().flat_map(|e| &e.places) {
            let plain = |name: &str| !name.contains([',', '(']) && name.split(' ').count() <= 2;
            let known = places.iter().any(|(_, name, _)| name.en == place.name.en);
            if plain(&place.name.en) && plain(&place.name.fr) && !known {
                places.push((place.position(), place.name.clone(), 9));
            }
        }
        Gazetteer { places }
    }

    /// The place that a base at `position` is named after, and how much that costs: near and
    /// important is cheap.
    fn near(&self, position: LonLat) -> Option<(f64, &Bilingual)> {
        let measured = self
            .places
            .iter()
            .filter(|(p, ..)| (p.lat - position.lat).abs() < 0.3);
        let near = measured.map(|(p, name, rank)| (p.distance_km(position), name, rank));
        let cost = |km: f64, rank: u8| km + f64::from(rank) * 0.6;
        near.filter(|(km, ..)| *km < NAME_REACH_KM)
            .map(|(km, name, rank)| (cost(km, *rank), name))
            .min_by(|a, b| a.0.total_cmp(&b.0))
    }
}

/// A letter of a name that is written along a line.
struct Letter {
    letter: char,
    /// Left end of its baseline.
    at: Pt,
    /// Radians, clockwise.
    angle: f32,
    width_pt: f32,
}

/// Everything that is needed to write names.
pub(in crate::scene) struct Names<'a, 'v> {
    /// The view.
    pub view: &'a View<'v>,
    /// The basemap on the page.
    pub ground: &'a Ground,
    /// Fills beneath the names.
    pub dresses: &'a Dresses,
    /// What has been named and where, so that no town is named twice.
    written: Vec<(String, Pt)>,
}

impl<'a, 'v> Names<'a, 'v> {
    /// Nothing written yet.
    pub fn new(view: &'a View<'v>, ground: &'a Ground, dresses: &'a Dresses) -> Names<'a, 'v> {
        Names {
            view,
            ground,
            dresses,
            written: Vec::new(),
        }
    }

    fn halo(&self, ground: Color) -> Option<Halo> {
        Some(Halo {
            color: ground,
            width_pt: size::HALO_PT,
        })
    }

    /// Names of the places where bases stand.
    pub fn rows(
        &mut self,
        rows: &[Row<'_>],
        gazetteer: &Gazetteer,
        space: &mut Space,
    ) -> Vec<Item> {
        let palette = self.view.theme.palette();
        let mut by_weight: Vec<&Row<'_>> = rows.iter().collect();
        let weight = |row: &Row<'_>| row.marks.iter().map(|m| m.symbol.size_pt).sum::<f32>();
        by_weight.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
        let mut items = Vec::new();
        for row in by_weight {
            let Some(base) = row.marks.first().map(|m| m.base) else {
                continue;
            };
            let positions = row.marks.iter().filter_map(|m| m.base.position);
            let names = positions.filter_map(|p| gazetteer.near(p));
            let Some((_, name)) = names.min_by(|a, b| a.0.total_cmp(&b.0)) else {
                continue;
            };
            let towns = &self.view.atlas.basemap.towns;
            let is_capital = towns
                .iter()
                .any(|t| t.name.en == name.en && t.kind == TownKind::Capital);
            let (face, size_pt) = if is_capital {
                (Face::Bold, size::CAPITAL_PT)
            } else {
                (Face::Regular, size::TOWN_PT)
            };
            let text = name.set(self.view.lang);
            let twice = |(known, at): &(String, Pt)| {
                *known == text && (at[0] - row.at[0]).abs() + (at[1] - row.at[1]).abs() < 60.0
            };
            if self.written.iter().any(twice) {
                continue;
            }
            let width = metrics::width_pt(&text, face, size_pt);
            let b = row.bounds;
            let middle = row.at[1] + size_pt * 0.34;
            let spots = [
                [b.max[0] + 3.0, middle],
                [b.min[0] - width - 3.0, middle],
                [row.at[0] - width / 2.0, b.max[1] + size_pt * 0.9],
                [row.at[0] - width / 2.0, b.min[1] - 4.0],
                [b.max[0] + 1.0, b.max[1] + size_pt * 0.6],
                [b.max[0] + 1.0, b.min[1] - 1.0],
                [b.min[0] - width - 1.0, b.max[1] + size_pt * 0.6],
                [b.min[0] - width - 1.0, b.min[1] - 1.0],
            ];
            let free = |p: &Pt| space.is_free(&text_box(*p, width, size_pt, 0.0));
            let Some(at) = spots.into_iter().find(free) else {
                continue;
            };
            space.take(text_box(at, width, size_pt, 0.0));
            self.written.push((text.clone(), row.at));
            let text = Text {
                at,
                text,
                size_pt,
                face,
                color: palette.map.place_label,
                halo: self.halo(self.dresses.fill(&base.host)),
                angle: 0.0,
            };
            items.push(Item::new(Subject::Base(base.id.clone()), text));
        }
        items
    }

    /// Names of countries along their bodies; `axes` gives the lines, best first.
    pub fn countries(&self, axes: &dyn Fn(&str) -> Vec<Axis>, space: &mut Space) -> Vec<Item> {
        let palette = self.view.theme.palette();
        let level = &self.ground.level;
        let mut countries: Vec<_> = level
            .countries
            .iter()
            .filter(|c| self.ground.countries.contains_key(&c.iso))
            .collect();
        countries.sort_by_key(|c| (!self.view.atlas.is_focus(&c.iso), c.iso.clone()));
        let mut items = Vec::new();
        for country in countries {
            let focus = self.view.atlas.is_focus(&country.iso);
            let (face, color, most_pt) = if focus {
                (Face::Bold, palette.map.focus_label, size::COUNTRY_PT + 2.0)
            } else {
                (Face::Regular, palette.map.country_label, size::COUNTRY_PT)
            };
            let full = typeset(country.name.get(self.view.lang), self.view.lang);
            let short = typeset(
                self.view.atlas.short_name(&country.iso, self.view.lang),
                self.view.lang,
            );
            let texts = [full.to_uppercase(), short.to_uppercase()];
            let axes = axes(&country.iso);
            let placed = texts.iter().find_map(|text| {
                let sizes = [most_pt, most_pt - 2.0, most_pt - 4.0];
                sizes.into_iter().find_map(|size_pt| {
                    axes.iter()
                        .find_map(|axis| self.along(text, axis, face, size_pt, space))
                })
            });
            let Some((letters, size_pt)) = placed else {
                continue;
            };
            let halo = self.halo(self.dresses.fill(&country.iso));
            for l in letters {
                space.take(text_box(l.at, l.width_pt, size_pt, l.angle));
                let text = Text {
                    at: l.at,
                    text: l.letter.to_string(),
                    size_pt,
                    face,
                    color,
                    halo,
                    angle: l.angle,
                };
                items.push(Item::new(Subject::Country(country.iso.clone()), text));
            }
        }
        items
    }

    /// The letters of a name along an axis, or nothing when it is too short or taken.
    fn along(
        &self,
        text: &str,
        axis: &Axis,
        face: Face,
        size_pt: f32,
        space: &Space,
    ) -> Option<(Vec<Letter>, f32)> {
        let center = self.ground.page(axis.center);
        let scale = self.ground.viewport.camera.scale();
        let length = (axis.half * 2.0 * scale) as f32 * 0.74;
        let advances = metrics::glyph_advances(text, face, size_pt);
        let bare: f32 = advances.iter().sum();
        let gaps = advances.len().saturating_sub(1).max(1) as f32;
        let spacing = ((length - bare) / gaps).min(size_pt * 1.5);
        if spacing < size_pt * 0.08 {
            return None;
        }
        let (sin, cos) = (axis.angle as f32).sin_cos();
        let total = bare + spacing * gaps;
        let mut along = -total / 2.0;
        let drop = size_pt * 0.36;
        let mut letters = Vec::with_capacity(advances.len());
        for (letter, advance) in text.chars().zip(&advances) {
            let at = [
                center[0] + along * cos - drop * sin,
                center[1] + along * sin + drop * cos,
            ];
            along += advance + spacing;
            let free = space.is_free(&text_box(at, *advance, size_pt, axis.angle as f32));
            if letter != ' ' && !free {
                return None;
            }
            letters.push(Letter {
                letter,
                at,
                angle: axis.angle as f32,
                width_pt: *advance,
            });
        }
        Some((letters, size_pt))
    }

    /// Capitals and towns with their dots.
    pub fn towns(&mut self, space: &mut Space) -> Vec<Item> {
        let zoom = self.ground.viewport.camera.zoom;
        let visible = self.ground.viewport.visible(0.0);
        let atlas = self.view.atlas;
        let mut towns: Vec<&Town> = atlas
            .basemap
            .towns
            .iter()
            .filter(|t| visible.contains(t.position.to_map()) && shows(t, zoom, atlas))
            .collect();
        towns.sort_by_key(|t| {
            let focus = atlas.is_focus(&t.country);
            (
                t.kind != TownKind::Capital || !focus,
                t.kind,
                t.rank,
                !focus,
                t.id.clone(),
            )
        });
        let mut items = Vec::new();
        for town in towns {
            items.extend(self.town(town, space));
        }
        items
    }

    fn town(&mut self, town: &Town, space: &mut Space) -> Vec<Item> {
        let palette = self.view.theme.palette();
        let at = self.ground.page(town.position.to_map());
        let text = town.name.set(self.view.lang);
        let twice = |(known, spot): &(String, Pt)| {
            *known == text && (at[0] - spot[0]).abs() + (at[1] - spot[1]).abs() < 60.0
        };
        if self.written.iter().any(twice) {
            return Vec::new();
        }
        let (face, size_pt, dot_pt, glyph) = match town.kind {
            TownKind::Capital => (Face::Bold, size::CAPITAL_PT, 8.0, Glyph::Capital),
            TownKind::RegionCapital | TownKind::Town => {
                (Face::Regular, size::TOWN_PT, 4.0, Glyph::Town)
            }
        };
        let size_pt = if self.view.atlas.is_focus(&town.country) {
            size_pt
        } else {
            size_pt - 1.0
        };
        let dot = Rect::around(at, dot_pt + 2.0, dot_pt + 2.0);
        if !space.is_free(&dot) {
            return Vec::new();
        }
        let width = metrics::width_pt(&text, face, size_pt);
        let (gap, middle) = (dot_pt / 2.0 + 3.0, at[1] + size_pt * 0.34);
        let spots = [
            [at[0] + gap, middle],
            [at[0] - gap - width, middle],
            [at[0] - width / 2.0, at[1] - gap - 1.0],
            [at[0] - width / 2.0, at[1] + gap + size_pt * 0.74],
            [at[0] + gap * 0.7, at[1] - gap * 0.7],
            [at[0] + gap * 0.7, at[1] + gap * 0.7 + size_pt * 0.7],
        ];
        let free = |p: &Pt| space.is_free(&text_box(*p, width, size_pt, 0.0).expand(1.0));
        let Some(spot) = spots.into_iter().find(free) else {
            return Vec::new();
        };
        space.take(text_box(spot, width, size_pt, 0.0));
        space.take(dot);
        self.written.push((text.clone(), at));
        let subject = Subject::Place(town.id.clone());
        let symbol = Symbol {
            glyph,
            at,
            size_pt: dot_pt,
            ink: palette.map.place_label,
            ground: palette.map.halo,
            accent: palette.map.place_label,
            opacity: 1.0,
        };
        let text = Text {
            at: spot,
            text,
            size_pt,
            face,
            color: palette.map.place_label,
            halo: self.halo(self.dresses.fill(&town.country)),
            angle: 0.0,
        };
        vec![Item::new(subject.clone(), symbol), Item::new(subject, text)]
    }

    /// Names of large rivers, once each, along a straight stretch.
    pub fn rivers(&self, space: &mut Space) -> Vec<Item> {
        let palette = self.view.theme.palette();
        let mut done: Vec<&str> = Vec::new();
        let mut items = Vec::new();
        let zoom = self.ground.viewport.camera.zoom;
        let most_rank = if zoom < 5.5 { 4 } else { 6 };
        for river in self
            .ground
            .level
            .rivers
            .iter()
            .filter(|r| r.rank <= most_rank)
        {
            let Some(name) = &river.name else { continue };
            if done.contains(&name.en.as_str()) {
                continue;
            }
            let text = name.set(self.view.lang);
            let width = metrics::width_pt(&text, Face::Italic, size::WATER_PT);
            let lines = self.ground.lines(&river.lines);
            let spot = lines
                .iter()
                .find_map(|line| straight_stretch(line, width, space));
            let Some((at, angle)) = spot else { continue };
            space.take(text_box(at, width, size::WATER_PT, angle));
            done.push(&name.en);
            let text = Text {
                at,
                text,
                size_pt: size::WATER_PT,
                face: Face::Italic,
                color: palette.map.water_label,
                halo: self.halo(palette.map.focus_land),
                angle,
            };
            items.push(Item::new(Subject::None, text));
        }
        items
    }
}

/// Which towns a zoom shows at all.
fn shows(town: &Town, zoom: f64, atlas: &Atlas) -> bool {
    let focus = atlas.is_focus(&town.country);
    let most = match (town.kind, focus) {
        (TownKind::Capital, _) => return true,
        (TownKind::RegionCapital, true) => zoom * 2.0 - 2.0,
        (TownKind::Town, true) => zoom * 2.0 - 5.0,
        (TownKind::RegionCapital | TownKind::Town, false) => zoom * 2.0 - 7.4,
    };
    f64::from(town.rank) <= most
}

/// A stretch of a line that is straight enough for a text: left end of the baseline and angle.
fn straight_stretch(line: &[Pt], width: f32, space: &Space) -> Option<(Pt, f32)> {
    let mut along = vec![0.0f32];
    for pair in line.windows(2) {
        let step = ((pair[1][0] - pair[0][0]).powi(2) + (pair[1][1] - pair[0][1]).powi(2)).sqrt();
        along.push(along.last().copied().unwrap_or(0.0) + step);
    }
    for from in (0..line.len()).step_by(4) {
        let wanted = along[from] + width * 1.15;
        let to = along.partition_point(|d| *d < wanted);
        if to >= line.len() {
            return None;
        }
        let (mut a, mut b) = (line[from], line[to]);
        if b[0] < a[0] {
            std::mem::swap(&mut a, &mut b);
        }
        let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
        let chord = (dx * dx + dy * dy).sqrt();
        if chord < (along[to] - along[from]) * 0.93 || dy.abs() > dx * 1.2 {
            continue;
        }
        let angle = dy.atan2(dx);
        let lift = 4.0;
        let (sin, cos) = angle.sin_cos();
        let start = (chord - width) / 2.0;
        let at = [
            a[0] + cos * start + sin * lift,
            a[1] + sin * start - cos * lift,
        ];
        if space.is_free(&text_box(at, width, size::WATER_PT, angle)) {
            return Some((at, angle));
        }
    }
    None
}
