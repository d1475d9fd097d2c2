//! Countries by their relations with a chosen one: from allied to broken.
//!
//! Two hues part good from bad; what is worse than normal is hatched as well, the worse the closer, so
//! that it reads without colour. A country without a row was not studied and is grey.

use super::Dress;
use crate::lang::typeset;
use crate::model::RelationState;
use crate::scene::item::Item;
use crate::scene::layers::ground::{Ground, stroke};
use crate::scene::view::View;
use crate::style::size::{HATCH_RELATIONS, Hatch};
use crate::style::{Color, Palette, Theme, size};
use std::collections::BTreeMap;

/// Contrast that a fill must leave the names of focus countries and towns: more than the 4.5 of WCAG
/// 2.2, as the theme lies beneath the story.
const NAME_CONTRAST: f64 = 5.5;

/// How everybody who has a row stands with a country.
pub(in crate::scene) fn states(view: &View<'_>, with: &str) -> BTreeMap<String, RelationState> {
    let rows = view.world.relation_rows(view.atlas);
    rows.filter_map(|row| match (row.a == with, row.b == with) {
        (true, false) => Some((row.b.clone(), row.state)),
        (false, true) => Some((row.a.clone(), row.state)),
        (true, true) | (false, false) => None,
    })
    .collect()
}

/// Fill and hatching of a state of relations.
pub(in crate::scene) fn look(
    state: RelationState,
    theme: Theme,
) -> (Color, Option<(Hatch, Color)>) {
    let ink = &theme.fills().relations;
    let (color, hatch) = match state {
        RelationState::Allied => (ink.allied, None),
        RelationState::Normal => (ink.normal, None),
        RelationState::Restored => (ink.restored, None),
        RelationState::Strained => (ink.strained, Some(HATCH_RELATIONS[0])),
        RelationState::Recalled => (ink.recalled, Some(HATCH_RELATIONS[1])),
        RelationState::Expelled => (ink.expelled, Some(HATCH_RELATIONS[2])),
        RelationState::Broken => (ink.broken, Some(HATCH_RELATIONS[3])),
    };
    let fill = beneath_names(color, theme.palette());
    (fill, hatch.map(|h| (h, ink.broken.with_opacity(0.62))))
}

/// The colour mixed with the land until names read on it.
fn beneath_names(color: Color, palette: &Palette) -> Color {
    let map = &palette.map;
    let reads = |fill: &Color| {
        let names = [map.focus_label, map.place_label];
        names.iter().all(|n| n.contrast(*fill) >= NAME_CONTRAST)
    };
    let paler = |step: u8| color.over(map.focus_land, 1.0 - f32::from(step) / 40.0);
    (0..40).map(paler).find(reads).unwrap_or(map.focus_land)
}

pub(super) fn dress(view: &View<'_>, with: &str, of: &mut BTreeMap<String, Dress>) {
    let states = states(view, with);
    for (iso, dress) in of {
        if iso == with {
            dress.fill = view.theme.fills().relations.none;
        } else if let Some(state) = states.get(iso) {
            (dress.fill, dress.hatch) = look(*state, view.theme);
        } else {
            dress.fill = view.theme.fills().unknown;
        }
    }
}

/// How they stand, in words.
pub(super) fn figures(view: &View<'_>, with: &str) -> BTreeMap<String, String> {
    let states = states(view, with).into_iter();
    states
        .map(|(iso, state)| (iso, typeset(state.word(view.lang), view.lang)))
        .collect()
}

/// The mark of the chosen country.
pub(super) fn outline(ground: &Ground, chosen: &str, palette: &Palette) -> Option<Item> {
    let lines = ground.union_outline(&[chosen]);
    stroke(lines, size::ALLIANCE_FORMED_PT, palette.ui.accent, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_on_every_relation_and_the_worse_is_hatched_closer() {
        for theme in Theme::ALL {
            let mut fills = Vec::new();
            let mut spacing = f32::INFINITY;
            for state in RelationState::ALL {
                let (fill, hatch) = look(*state, theme);
                let label = theme.palette().map.focus_label;
                assert!(
                    label.contrast(fill) >= NAME_CONTRAST,
                    "{} {state:?}",
                    theme.id()
                );
                assert!(!fills.contains(&fill), "{} {state:?}", theme.id());
                fills.push(fill);
                if let Some((hatch, _)) = hatch {
                    assert!(hatch.spacing_pt < spacing);
                    spacing = hatch.spacing_pt;
                }
            }
            assert!(spacing.is_finite());
        }
    }
}
