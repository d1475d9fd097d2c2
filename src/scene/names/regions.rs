//! Names of first-level regions of the focus countries, from a middle zoom on.
//!
//! Mali's regions are those before 2016, the last that the basemap has.

use super::plan::{Choice, Maker, Run, What};
use crate::lang::typeset;
use crate::scene::item::Face;
use crate::scene::metrics;
use crate::style::size;

/// From this zoom on regions are named.
pub(in crate::scene) const REGION_ZOOM: f64 = 6.5;
/// Space between letters, in ems.
const SPACING_EM: f32 = 0.16;
/// Where a name may stand from the middle of its region, in heights of a line.
const LINES: [f32; 5] = [0.0, -2.0, 2.0, -4.0, 4.0];

/// Regions whose body is wider than their name.
pub(super) fn regions(maker: &mut Maker<'_>) {
    if maker.zoom < REGION_ZOOM {
        return;
    }
    let (face, size_pt) = (Face::Regular, size::REGION_NAME_PT);
    for region in &maker.level.regions {
        let text = typeset(&region.name, maker.lang).to_uppercase();
        let advances = metrics::glyph_advances(&text, face, size_pt);
        let spacing = size_pt * SPACING_EM;
        let width = advances.iter().map(|a| a + spacing).sum::<f32>() - spacing;
        let room = region.half_width * 2.0 * maker.scale();
        if room < f64::from(width) {
            continue;
        }
        let at_line = |line: &f32| {
            let mut along = -width / 2.0;
            let mut runs = Vec::new();
            for (letter, advance) in text.chars().zip(&advances) {
                runs.push(Run {
                    text: letter.to_string(),
                    anchor: region.center,
                    offset: [along, size_pt * (line + 0.36)],
                    angle: 0.0,
                    width_pt: *advance,
                });
                along += advance + spacing;
            }
            runs.retain(|run| run.text != " ");
            Choice {
                runs,
                leader: false,
            }
        };
        let free = |c: &Choice| maker.is_free(c, size_pt);
        let choices: Vec<Choice> = LINES.iter().map(at_line).filter(free).collect();
        maker.add(
            What::Region(region.country.clone()),
            face,
            size_pt,
            choices,
            false,
        );
    }
}
