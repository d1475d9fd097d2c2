//! What the theme says of a country, written below its name: a figure, a state of relations.
//!
//! Which words is decided by [`super::figures`]. It writes no names.

use super::{Dresses, figures};
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
        let Some(at) = place(&spots(&iso), width, space) else {
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

/// Below the middle of the name, else a little farther or to a side.
fn place(spots: &[Pt], width: f32, space: &Space) -> Option<Pt> {
    let below = [16.0, 22.0, 30.0, 40.0, -14.0, -22.0, 52.0];
    let aside = [0.0, 16.0, -16.0, 34.0, -34.0];
    spots.iter().take(4).find_map(|spot| {
        let places = below
            .iter()
            .flat_map(|down| aside.map(|right| [spot[0] - width / 2.0 + right, spot[1] + down]));
        let free = |at: &Pt| space.is_free(&text_box(*at, width, size::SMALL_PT, 0.0).expand(2.0));
        places.into_iter().find(free)
    })
}
