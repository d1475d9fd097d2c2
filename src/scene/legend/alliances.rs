//! The section of the legend about alliances: ECOWAS by standing, the other blocs by their lines.
//!
//! Lines that are switched off stay in the list, so that they can be switched on.

use super::{LegendRow, LegendSection, countries, few_names, text};
use crate::lang::{Words, words};
use crate::model::Standing;
use crate::scene::item::Item;
use crate::scene::layers::countries::{Dresses, bloc_key, members, strokes};
use crate::scene::layers::ground::Ground;
use crate::scene::signs::bloc_line;
use crate::scene::swatch::{corners, frame, patch};
use crate::scene::view::View;
use crate::style::size::{self, Hatch};
use crate::style::{Bloc, Color};

pub(super) fn alliances(view: &View<'_>, ground: &Ground, dresses: &Dresses) -> LegendSection {
    let shares = [
        (Standing::Member, words::ECOWAS_MEMBER),
        (Standing::Suspended, words::ECOWAS_SUSPENDED),
        (Standing::Withdrawing, words::ECOWAS_LEAVING),
    ];
    let mut rows = Vec::new();
    rows.extend(line(view, ground, dresses, Bloc::Aes));
    for (standing, words) in shares {
        rows.extend(share(view, ground, standing, words));
    }
    for bloc in [Bloc::G5Sahel, Bloc::Uemoa, Bloc::AfricanUnion] {
        rows.extend(line(view, ground, dresses, bloc));
    }
    countries(text(view, words::COUNTRIES_BY_ALLIANCE), rows)
}

/// Countries on the page that stand like that in a bloc.
fn standing<'a>(view: &View<'a>, ground: &Ground, bloc: Bloc, wanted: &[Standing]) -> Vec<&'a str> {
    let rows = members(view, bloc);
    let found = rows
        .filter(|row| wanted.contains(&row.status) && ground.countries.contains_key(&row.country));
    let mut codes: Vec<&str> = found.map(|row| row.country.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// The line of those who stand like that in ECOWAS.
fn share(view: &View<'_>, ground: &Ground, wanted: Standing, words: Words) -> Option<LegendRow> {
    let palette = view.theme.palette();
    let (ecowas, focus) = (Bloc::Ecowas.color(palette), palette.map.focus_land);
    let hatched = |h: Hatch, share: f32| (focus, Some((h, ecowas.over(focus, share))));
    let (fill, hatching) = match wanted {
        Standing::Member | Standing::Observer => (ecowas.over(focus, 0.24), None),
        Standing::Suspended => hatched(size::HATCH_SUSPENDED, 0.5),
        Standing::Withdrawing => hatched(size::HATCH_WITHDRAWING, 0.6),
    };
    let codes = standing(view, ground, Bloc::Ecowas, &[wanted]);
    let swatch = patch(fill, hatching, palette.map.focus_border, 0.8);
    row(view, bloc_key(Bloc::Ecowas, wanted), words, &codes, swatch)
}

/// The line of a bloc that is drawn as a line.
fn line(view: &View<'_>, ground: &Ground, dresses: &Dresses, bloc: Bloc) -> Option<LegendRow> {
    let drawn = dresses.outlines.iter();
    let fresh = drawn.filter(|o| o.bloc == bloc).any(|o| o.fresh);
    let words = match bloc {
        Bloc::Aes if fresh => words::AES_TODAY,
        Bloc::Aes => words::AES,
        Bloc::Ecowas => words::ECOWAS_MEMBER,
        Bloc::G5Sahel => words::G5_SAHEL,
        Bloc::Uemoa => words::UEMOA,
        Bloc::AfricanUnion => words::AFRICAN_UNION,
    };
    let inside: &[Standing] = match bloc {
        Bloc::AfricanUnion => &[Standing::Member, Standing::Withdrawing],
        Bloc::Aes | Bloc::Ecowas | Bloc::G5Sahel | Bloc::Uemoa => {
            &[Standing::Member, Standing::Suspended, Standing::Withdrawing]
        }
    };
    let codes = standing(view, ground, bloc, inside);
    let key = bloc_key(bloc, Standing::Member);
    let mut row = row(view, key, words, &codes, swatch(view, bloc, fresh))?;
    row.shown |= fresh;
    let out = standing(view, ground, bloc, &[Standing::Suspended]);
    if bloc == Bloc::AfricanUnion && row.shown && !out.is_empty() && out.len() <= 4 {
        row.detail = format!("{} {}", text(view, words::SUSPENDED), few_names(view, &out));
    }
    Some(row)
}

fn swatch(view: &View<'_>, bloc: Bloc, fresh: bool) -> Vec<Item> {
    let palette = view.theme.palette();
    let (color, focus) = (bloc.color(palette), palette.map.focus_land);
    if bloc == Bloc::Aes && fresh {
        let mut double = patch(focus, None, color, 3.2);
        double.extend(frame(palette.map.halo, 0.9, None));
        return double;
    }
    let land: Color = match bloc {
        Bloc::Aes => color.over(focus, 0.08),
        Bloc::Ecowas | Bloc::G5Sahel | Bloc::Uemoa | Bloc::AfricanUnion => focus,
    };
    let mut inner = patch(land, None, palette.map.focus_border, 0.8);
    let mut ring = corners(4.4);
    ring.extend(ring.first().copied());
    inner.extend(strokes(vec![ring], bloc_line(bloc), color));
    inner
}

fn row(
    view: &View<'_>,
    key: &str,
    words: Words,
    codes: &[&str],
    swatch: Vec<Item>,
) -> Option<LegendRow> {
    let shown = view.shows(key);
    (!codes.is_empty()).then(|| LegendRow {
        key: Some(key.to_owned()),
        label: text(view, words),
        // A line that is off is only an offer: one line of words is enough.
        detail: if shown {
            few_names(view, codes)
        } else {
            String::new()
        },
        count: Some(codes.len()),
        shown,
        swatch,
    })
}
