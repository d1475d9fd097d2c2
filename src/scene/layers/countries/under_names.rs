//! What the theme says of a country, written below its name: a figure, a state of relations.
//!
//! Which words is decided by [`super::figures`]. It writes no names.

use super::{Dresses, figures};
use crate::geo::inside;
use crate::scene::item::{Face, Halo, Item, Pt, Subject, Text};
use crate::scene::layers::ground::Ground;
use crate::scene::metrics;
use crate::scene::space::{Space, text_box};
use crate::scene::view::View;
use crate::style::size;

/// The words of all countries on the page that have room for them, but for those of whom the items of
/// `told` say it already; `spots` gives the places of their
/// names, best first.
pub(in crate::scene) fn items(
    view: &View<'_>,
    ground: &Ground,
    told: &[Item],
    dresses: &Dresses,
    spots: &dyn Fn(&str) -> Vec<Pt>,
    space: &mut Space,
) -> Vec<Item> {
    let palette = view.theme.palette();
    let mut words: Vec<(String, String)> = figures(view).into_iter().collect();
    let is_told = |iso: &str| {
        let subjects = told.iter().map(|item| &item.subject);
        subjects
            .into_iter()
            .any(|s| matches!(s, Subject::Country(c) if c == iso))
    };
    words.retain(|(iso, _)| ground.countries.contains_key(iso) && !is_told(iso));
    words.sort_by_key(|(iso, _)| !view.atlas.is_focus(iso));
    let mut items = Vec::new();
    for (iso, text) in words {
        let width = metrics::width_pt(&text, Face::Regular, size::SMALL_PT);
        let rings = ground.countries.get(&iso);
        let is_at_home = |at: &Pt| {
            let middle = [at[0] + width / 2.0, at[1] - size::SMALL_PT / 2.0];
            rings.is_some_and(|rings| is_inside(rings, middle))
        };
        let Some(at) = place(&spots(&iso), width, &is_at_home, space) else {
            continue;
        };
        space.take(text_box(at, width, size::SMALL_PT, 0.0));
        let text = Text {
            at,
            text,
            size_pt: size::SMALL_PT,
            face: Face::Regular,
            color: palette.map.place_label,
            halo: Some(Halo {
                color: dresses.fill(&iso),
                width_pt: size::HALO_PT,
            }),
            angle: 0.0,
        };
        items.push(Item::new(Subject::Country(iso), text));
    }
    items
}

/// Below the middle of the name, else a little farther or to a side: in the country where there is room.
fn place(spots: &[Pt], width: f32, is_at_home: &dyn Fn(&Pt) -> bool, space: &Space) -> Option<Pt> {
    const BELOW: [f32; 7] = [16.0, 22.0, 30.0, 40.0, -14.0, -22.0, 52.0];
    const ASIDE: [f32; 5] = [0.0, 16.0, -16.0, 34.0, -34.0];
    let around = |spot: &Pt| {
        let spot = *spot;
        BELOW.into_iter().flat_map(move |down| {
            ASIDE.map(|right| [spot[0] - width / 2.0 + right, spot[1] + down])
        })
    };
    let free = |at: &Pt| space.is_free(&text_box(*at, width, size::SMALL_PT, 0.0).expand(2.0));
    let places = || spots.iter().take(4).flat_map(around).filter(free);
    places().find(is_at_home).or_else(|| places().next())
}

fn is_inside(rings: &[Vec<Pt>], point: Pt) -> bool {
    let wide = |p: &Pt| [f64::from(p[0]), f64::from(p[1])];
    let rings: Vec<Vec<[f64; 2]>> = rings
        .iter()
        .map(|ring| ring.iter().chain(ring.first()).map(wide).collect())
        .collect();
    inside(rings.iter().map(Vec::as_slice), wide(&point))
}
