//! Countries filled by a theme: alliances, closed skies, foreign troops, relations, or nothing.
//!
//! First it is decided what each country is on the day ([`Dress`], one file a theme), then that is
//! drawn: fills, hatching when names and symbols have their places, outlines above the borders. It
//! writes no names: what belongs under them is handed out by [`figures`].

mod airspace;
mod alliance;
mod bars;
mod relations;
mod troops;
mod under_names;

pub(in crate::scene) use airspace::{skies_are_news, sky_key};
pub(in crate::scene) use alliance::{bloc_key, loud, members, strokes};
pub(in crate::scene) use bars::items as bars;
pub(in crate::scene) use relations::{look as relation_look, states as relation_states};
pub(in crate::scene) use troops::{BARS_KEY, CLASS_FROM, Class, class_fill, classes};
pub(in crate::scene) use under_names::items as under_names;

use super::ground::{Ground, area};
use crate::model::SkyClass;
use crate::scene::hatch;
use crate::scene::item::{Item, Pt, Rect, Subject};
use crate::scene::view::View;
use crate::style::size::{self, Hatch};
use crate::style::{Bloc, Color, CountryTheme, Palette};
use std::collections::BTreeMap;

/// From this zoom on a page shows a town and its surroundings.
const TOWN_ZOOM: f64 = 7.75;

/// How a country is drawn on the day.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::scene) struct Dress {
    /// Its fill.
    pub fill: Color,
    /// Hatching over the fill: what, in which colour.
    pub hatch: Option<(Hatch, Color)>,
    /// How its sky is closed and is to be shown.
    pub sky: Option<SkyClass>,
}

/// The outline of a bloc.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::scene) struct Outline {
    /// Which bloc.
    pub bloc: Bloc,
    /// Its members on the day.
    pub members: Vec<String>,
    /// Neighbours of whom the record does not say whether they are in: no line towards them.
    pub not_studied: Vec<String>,
    /// It forms or changes on this day: drawn loud, on the border itself.
    pub fresh: bool,
    /// How far inside the border the line runs, in points.
    pub inset_pt: f32,
}

/// What every country and bloc is on the day.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::scene) struct Dresses {
    /// By code; countries that are not here wear `land`.
    pub of: BTreeMap<String, Dress>,
    /// Fill of countries that nothing is said about.
    pub land: Color,
    /// Outlines, the last one on top.
    pub outlines: Vec<Outline>,
    /// The country that relations are shown with.
    pub chosen: Option<String>,
}

impl Dresses {
    /// The fill of a country.
    pub fn fill(&self, iso: &str) -> Color {
        self.of.get(iso).map_or(self.land, |d| d.fill)
    }

    /// The colour of the ground at a page point: of a country or of the sea.
    pub fn at(&self, view: &View<'_>, page: Pt) -> Color {
        let map = view.viewport.map_from_page(page);
        let country = view.atlas.basemap.level(2).country_at(map);
        country.map_or(view.theme.palette().map.sea, |c| self.fill(&c.iso))
    }
}

/// Decides what every country is.
pub(in crate::scene) fn dress(view: &View<'_>) -> Dresses {
    let palette = view.theme.palette();
    let mut dresses = Dresses {
        of: BTreeMap::new(),
        land: palette.map.land,
        outlines: Vec::new(),
        chosen: None,
    };
    for country in &view.atlas.basemap.level(2).countries {
        let fill = if view.atlas.is_focus(&country.iso) {
            palette.map.focus_land
        } else {
            palette.map.land
        };
        let plain = Dress {
            fill,
            hatch: None,
            sky: None,
        };
        dresses.of.insert(country.iso.clone(), plain);
    }
    match view.countries {
        CountryTheme::Alliance => dresses.outlines = alliance::dress(view, &mut dresses.of),
        CountryTheme::Troops => troops::dress(view, &mut dresses.of),
        CountryTheme::Relations(with) => {
            relations::dress(view, with.as_str(), &mut dresses.of);
            dresses.chosen = Some(with.as_str().to_owned());
        }
        CountryTheme::Airspace | CountryTheme::Plain => {}
    }
    if view.shows("layer:skies") {
        airspace::dress(view, &mut dresses.of);
    }
    dresses
}

/// What the theme says of countries in words, to be written under their names: the rounded figure of
/// foreign troops ("about 13,900", with the year when it is old), or how they stand with the chosen
/// country. Set for the language; empty for the themes that say nothing in words.
pub(in crate::scene) fn figures(view: &View<'_>) -> BTreeMap<String, String> {
    match view.countries {
        CountryTheme::Troops => troops::figures(view),
        CountryTheme::Relations(with) => relations::figures(view, with.as_str()),
        CountryTheme::Alliance | CountryTheme::Airspace | CountryTheme::Plain => BTreeMap::new(),
    }
}

/// The filled countries.
pub(in crate::scene) fn fills(ground: &Ground, dresses: &Dresses) -> Vec<Item> {
    let countries = ground.countries.iter();
    countries
        .map(|(iso, rings)| {
            let subject = Subject::Country(iso.clone());
            area(subject, rings.clone(), dresses.fill(iso))
        })
        .collect()
}

/// The hatching, clear of the boxes of names and symbols; disputed areas get a faint one. Its phase
/// hangs on one map point, so that it moves with the map and runs on over borders.
pub(in crate::scene) fn hatching(
    ground: &Ground,
    dresses: &Dresses,
    palette: &Palette,
    clear: &[Rect],
) -> Vec<Item> {
    let origin = ground.viewport.exact_page_from_map([0.5, 0.5]);
    // At the scale of a town there is little but hatching: it steps back.
    let strength = if ground.viewport.camera.zoom > TOWN_ZOOM {
        0.5
    } else {
        1.0
    };
    let mut items = Vec::new();
    for iso in ground.countries.keys() {
        if let Some((hatch, color)) = dresses.of.get(iso).and_then(|d| d.hatch) {
            let color = color.with_opacity(strength);
            let rings = ground.undisputed(iso);
            items.extend(hatch::item(&rings, hatch, color, origin, clear));
        }
    }
    let faint = palette.map.disputed_line.with_opacity(0.5);
    for rings in ground.disputed() {
        items.extend(hatch::item(
            &rings,
            size::HATCH_DISPUTED,
            faint,
            origin,
            clear,
        ));
    }
    items
}

/// Outlines of closed skies, of blocs and of the chosen country, above the borders.
pub(in crate::scene) fn outlines(
    ground: &Ground,
    dresses: &Dresses,
    palette: &Palette,
) -> Vec<Item> {
    let mut items = airspace::outlines(ground, dresses, palette);
    for outline in &dresses.outlines {
        items.extend(alliance::outline(ground, outline, palette));
    }
    if let Some(chosen) = &dresses.chosen {
        items.extend(relations::outline(ground, chosen, palette));
    }
    items
}
