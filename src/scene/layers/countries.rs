//! Countries filled by a theme: alliances, closed skies, or nothing.
//!
//! First it is decided what each country is on the day ([`Dress`]), then that is drawn: fills here,
//! hatching when names and symbols have their places, outlines above the borders.

use super::ground::{Ground, area, joined, stroke};
use super::skies::is_news;
use crate::calendar::PartialDate;
use crate::model::{Category, Closure, SkyClass, Standing};
use crate::scene::compose::View;
use crate::scene::hatch;
use crate::scene::item::{Item, Pt, Rect, Subject};
use crate::scene::signs::bloc_line;
use crate::style::size::{self, Hatch};
use crate::style::{Bloc, Color, CountryTheme, Palette};
use std::collections::BTreeMap;

/// The blocs that the alliance theme draws, the last one on top.
pub(in crate::scene) const BLOCS: [(Bloc, &[&str]); 3] = [
    (Bloc::Ecowas, &["ecowas"]),
    (Bloc::G5Sahel, &["g5-sahel"]),
    (Bloc::Aes, &["aes", "aes-confederation"]),
];

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
    /// It forms or changes on this day.
    pub fresh: bool,
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
}

impl Dresses {
    /// The fill of a country.
    pub fn fill(&self, iso: &str) -> Color {
        self.of.get(iso).map_or(self.land, |d| d.fill)
    }
}

impl Dresses {
    /// The colour of the ground at a page point: of a country or of the sea.
    pub fn at(&self, view: &View<'_>, page: Pt) -> Color {
        let country = view
            .atlas
            .basemap
            .level(2)
            .country_at(view.viewport.map_from_page(page));
        country.map_or(view.theme.palette().map.sea, |c| self.fill(&c.iso))
    }
}

/// The key of a bloc's line in the legend.
pub(in crate::scene) fn bloc_key(bloc: Bloc) -> &'static str {
    match bloc {
        Bloc::Aes => "bloc:aes",
        Bloc::Ecowas => "bloc:ecowas",
        Bloc::G5Sahel => "bloc:g5",
        Bloc::Uemoa => "bloc:uemoa",
        Bloc::AfricanUnion => "bloc:au",
    }
}

/// Decides what every country is.
pub(in crate::scene) fn dress(view: &View<'_>) -> Dresses {
    let palette = view.theme.palette();
    let mut of: BTreeMap<String, Dress> = BTreeMap::new();
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
        of.insert(country.iso.clone(), plain);
    }
    let mut outlines = Vec::new();
    if view.countries == CountryTheme::Alliance {
        outlines = dress_by_alliance(view, palette, &mut of);
    }
    if view.shows("layer:skies") {
        dress_by_sky(view, palette, &mut of);
    }
    Dresses {
        of,
        land: palette.map.land,
        outlines,
    }
}

fn dress_by_alliance(
    view: &View<'_>,
    palette: &Palette,
    of: &mut BTreeMap<String, Dress>,
) -> Vec<Outline> {
    let mut outlines = Vec::new();
    for (bloc, alliances) in BLOCS {
        let fresh = alliances.iter().any(|id| changes_today(view, id));
        if !view.shows(bloc_key(bloc)) && !fresh {
            continue;
        }
        let mut members = Vec::new();
        for (_, row) in view
            .world
            .member_rows(view.atlas)
            .filter(|(id, _)| alliances.contains(id))
        {
            let Some(dress) = of.get_mut(&row.country) else {
                continue;
            };
            let color = bloc.color(palette);
            match (bloc, row.status) {
                (_, Standing::Observer) => continue,
                (Bloc::Ecowas, Standing::Member) => dress.fill = color.over(dress.fill, 0.24),
                (Bloc::Ecowas, Standing::Suspended) => {
                    dress.hatch = Some((size::HATCH_SUSPENDED, color.over(dress.fill, 0.30)));
                }
                (Bloc::Ecowas, Standing::Withdrawing) => {
                    dress.hatch = Some((size::HATCH_WITHDRAWING, color.over(dress.fill, 0.42)));
                }
                (Bloc::Aes, _) => dress.fill = color.over(dress.fill, 0.08),
                (Bloc::G5Sahel | Bloc::Uemoa | Bloc::AfricanUnion, _) => {}
            }
            if !members.contains(&row.country) {
                members.push(row.country.clone());
            }
        }
        members.sort();
        if bloc != Bloc::Ecowas && !members.is_empty() {
            outlines.push(Outline {
                bloc,
                members,
                fresh,
            });
        }
    }
    outlines
}

/// Does the alliance form on the day, or does an event of the day about alliances say it changes?
fn changes_today(view: &View<'_>, alliance: &str) -> bool {
    let day = PartialDate::Day(view.world.date);
    let formed = view.atlas.alliance(alliance).and_then(|a| a.formed) == Some(day);
    let told = view
        .world
        .events_of_day(view.atlas)
        .any(|e| e.category == Category::Alliance);
    let row_starts = view
        .world
        .member_rows(view.atlas)
        .any(|(id, row)| id == alliance && row.from == Some(day));
    formed || (told && row_starts)
}

fn dress_by_sky(view: &View<'_>, palette: &Palette, of: &mut BTreeMap<String, Dress>) {
    let skies = view.world.closed_skies(view.atlas);
    let closing = skies.filter_map(|c| Some((c, c.closes_sky(view.world.date)?)));
    for (closure, class) in closing {
        if !view.shows(sky_key(class))
            || (class == SkyClass::Some && !skies_are_news(view, closure))
        {
            continue;
        }
        for iso in &closure.countries {
            if let Some(dress) = of.get_mut(iso) {
                dress.sky = dress.sky.max(Some(class));
            }
        }
    }
    for dress in of.values_mut() {
        let Some(class) = dress.sky else { continue };
        // One hatching a country: a closed sky is louder than a standing in an alliance.
        let (hatch, color, tint) = match class {
            SkyClass::All => (size::HATCH_SKY_ALL, palette.sky.all, 0.10),
            SkyClass::Some => (size::HATCH_SKY_SOME, palette.sky.some, 0.06),
        };
        dress.fill = color.over(palette.map.focus_land, tint);
        dress.hatch = Some((hatch, color.with_opacity(0.72)));
    }
}

/// Is a sky closed to some to be hatched? Always when countries are filled by their skies; over the
/// alliances only while it is news, and not on the day an alliance itself is the story.
pub(in crate::scene) fn skies_are_news(view: &View<'_>, closure: &Closure) -> bool {
    view.countries != CountryTheme::Alliance
        || (is_news(view, closure)
            && !BLOCS
                .iter()
                .any(|(_, ids)| ids.iter().any(|id| changes_today(view, id))))
}

/// The key of a sky class in the legend.
pub(in crate::scene) fn sky_key(class: SkyClass) -> &'static str {
    match class {
        SkyClass::All => "sky:all",
        SkyClass::Some => "sky:some",
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

/// The hatching, clear of the boxes of names and symbols; disputed areas get a faint one.
pub(in crate::scene) fn hatching(
    ground: &Ground,
    dresses: &Dresses,
    palette: &Palette,
    clear: &[Rect],
) -> Vec<Item> {
    let origin = ground.page([0.5, 0.5]);
    let mut items = Vec::new();
    for (iso, rings) in &ground.countries {
        if let Some((hatch, color)) = dresses.of.get(iso).and_then(|d| d.hatch) {
            items.extend(hatch::item(rings, hatch, color, origin, clear));
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

/// Outlines of closed skies and of blocs, above the borders.
pub(in crate::scene) fn outlines(
    ground: &Ground,
    dresses: &Dresses,
    palette: &Palette,
) -> Vec<Item> {
    let mut items = Vec::new();
    for class in [SkyClass::Some, SkyClass::All] {
        let closed = dresses.of.iter().filter(|(_, d)| d.sky == Some(class));
        let codes: Vec<&str> = closed.map(|(iso, _)| iso.as_str()).collect();
        let (width_pt, color) = match class {
            SkyClass::All => (2.4, palette.sky.all),
            SkyClass::Some => (1.4, palette.sky.some),
        };
        items.extend(stroke(ground.union_outline(&codes), width_pt, color, None));
    }
    for outline in &dresses.outlines {
        items.extend(bloc_outline(ground, outline, palette));
    }
    items
}

fn bloc_outline(ground: &Ground, outline: &Outline, palette: &Palette) -> Vec<Item> {
    let codes: Vec<&str> = outline.members.iter().map(String::as_str).collect();
    let lines = joined(ground.union_outline(&codes));
    let color = outline.bloc.color(palette);
    let mut items = Vec::new();
    if outline.fresh {
        let glow = stroke(lines.clone(), 9.0, color.with_opacity(0.22), None);
        items.extend(glow);
    }
    let line = bloc_line(outline.bloc);
    let width_pt = if outline.fresh && line.double {
        size::ALLIANCE_FORMED_PT + 1.0
    } else {
        line.width_pt
    };
    items.extend(stroke(lines.clone(), width_pt, color, line.dash));
    if line.double {
        items.extend(stroke(lines, width_pt * 0.24, palette.map.halo, None));
    }
    items
}
