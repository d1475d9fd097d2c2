//! The section of the legend about closed skies.
//!
//! It names the states; who is shut out is written on the map.

use super::{LegendRow, LegendSection, few_names, text};
use crate::lang::words;
use crate::model::SkyClass;
use crate::scene::layers::countries;
use crate::scene::layers::ground::Ground;
use crate::scene::swatch::patch;
use crate::scene::view::View;
use crate::style::{CountryTheme, size};

pub(super) fn skies(view: &View<'_>, ground: &Ground) -> LegendSection {
    let palette = view.theme.palette();
    // Over scales of figures and relations a closed sky is an outline.
    let hatched = match view.countries {
        CountryTheme::Alliance | CountryTheme::Airspace | CountryTheme::Plain => true,
        CountryTheme::Troops | CountryTheme::Relations(_) => false,
    };
    let mut rows = Vec::new();
    for (class, words, hatch, color) in [
        (
            SkyClass::All,
            words::CLOSED_TO_ALL,
            size::HATCH_SKY_ALL,
            palette.sky.all,
        ),
        (
            SkyClass::Some,
            words::CLOSED_TO_SOME,
            size::HATCH_SKY_SOME,
            palette.sky.some,
        ),
    ] {
        let skies = view.world.closed_skies(view.atlas);
        let closing = skies.filter(|c| c.closes_sky(view.world.date) == Some(class));
        let mut codes: Vec<&str> = closing
            .flat_map(|c| c.countries.iter().map(String::as_str))
            .filter(|iso| ground.countries.contains_key(*iso))
            .collect();
        codes.sort_unstable();
        codes.dedup();
        if codes.is_empty() {
            continue;
        }
        let key = countries::sky_key(class).to_owned();
        let fill = color.over(palette.map.focus_land, 0.10);
        rows.push(LegendRow {
            shown: view.shows(&key) && view.shows("layer:skies"),
            key: Some(key),
            label: text(view, words),
            detail: few_names(view, &codes),
            count: Some(codes.len()),
            swatch: if hatched {
                patch(fill, Some((hatch, color)), color, 1.2)
            } else {
                patch(palette.ui.panel, None, color, 2.0)
            },
        });
    }
    LegendSection {
        id: "skies",
        title: text(view, words::CLOSED_SKIES),
        detail: String::new(),
        layer: Some("layer:skies"),
        columns: 1,
        rows,
    }
}
