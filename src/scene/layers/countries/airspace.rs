//! Closed skies over countries: which are shown, tint, hatching, outline.
//!
//! Over scales of figures and relations they are shown while they are news only, and as an
//! outline. The marks and words are in `skies`.

use super::alliance::any_changes_today;
use super::{Dress, Dresses};
use crate::model::{Closure, SkyClass};
use crate::scene::item::Item;
use crate::scene::layers::ground::{Ground, stroke};
use crate::scene::layers::skies::is_news;
use crate::scene::view::View;
use crate::style::size;
use crate::style::{CountryTheme, Palette};
use std::collections::BTreeMap;

pub(super) fn dress(view: &View<'_>, of: &mut BTreeMap<String, Dress>) {
    let palette = view.theme.palette();
    let skies = view.world.closed_skies(view.atlas);
    let closing = skies.filter_map(|c| Some((c, c.closes_sky(view.world.date)?)));
    for (closure, class) in closing {
        if !view.shows(sky_key(class)) || !is_drawn(view, closure, class) {
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
        match view.countries {
            CountryTheme::Alliance | CountryTheme::Airspace | CountryTheme::Plain => {
                dress.fill = color.over(palette.map.focus_land, tint);
                dress.hatch = Some((hatch, color.with_opacity(0.72)));
            }
            // Fill, or fill and hatching, say something else: the outline must do.
            CountryTheme::Troops | CountryTheme::Relations(_) => {}
        }
    }
}

/// Is a closed sky to be seen as more than a mark?
fn is_drawn(view: &View<'_>, closure: &Closure, class: SkyClass) -> bool {
    match (view.countries, class) {
        (CountryTheme::Airspace | CountryTheme::Plain, _) => true,
        (CountryTheme::Alliance, SkyClass::All) => true,
        (CountryTheme::Alliance, SkyClass::Some) => skies_are_news(view, closure),
        (CountryTheme::Troops | CountryTheme::Relations(_), _) => is_news(view, closure),
    }
}

/// Is a sky closed to some to be hatched? Always when countries are filled by their skies; over other
/// themes only while it is news, and not on the day an alliance itself is the story.
pub(in crate::scene) fn skies_are_news(view: &View<'_>, closure: &Closure) -> bool {
    view.countries.is_filled_by_skies() || (is_news(view, closure) && !any_changes_today(view))
}

/// The key of a sky class in the legend.
pub(in crate::scene) fn sky_key(class: SkyClass) -> &'static str {
    match class {
        SkyClass::All => "sky:all",
        SkyClass::Some => "sky:some",
    }
}

/// Outlines of closed skies, those closed to all on top.
pub(super) fn outlines(ground: &Ground, dresses: &Dresses, palette: &Palette) -> Vec<Item> {
    let mut items = Vec::new();
    for class in [SkyClass::Some, SkyClass::All] {
        let closed = dresses.of.iter().filter(|(_, d)| d.sky == Some(class));
        let codes: Vec<&str> = closed.map(|(iso, _)| iso.as_str()).collect();
        let (width_pt, color) = match class {
            SkyClass::All => (2.4, palette.sky.all),
            SkyClass::Some => (1.4, palette.sky.some),
        };
        let [firm, disputed] = ground.outline_by_standing(&codes);
        items.extend(stroke(firm, width_pt, color, None));
        // Where the border itself is in dispute, so is how far the closure reaches.
        let dash = Some(size::DISPUTED_DASH_PT.map(|d| d * 1.6));
        items.extend(stroke(disputed, width_pt, color, dash));
    }
    items
}
