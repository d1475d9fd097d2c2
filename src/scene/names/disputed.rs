//! Names of disputed areas, each with the word "disputed" beneath it.
//!
//! Western Sahara is named as a country is; here are the areas that lie over others.

use super::plan::{Choice, Maker, Run, What};
use crate::lang::{typeset, words};
use crate::scene::item::Face;
use crate::scene::metrics;
use crate::style::size;

/// From this zoom on the smallest of the areas has room for its name.
const LEAST_ZOOM: f64 = 5.5;
/// Where the first line may stand from the middle of the area, in heights of a line.
const LINES: [f32; 5] = [0.0, -1.6, 1.6, -3.2, 3.2];

/// All of them.
pub(super) fn disputed(maker: &mut Maker<'_>) {
    if maker.zoom < LEAST_ZOOM {
        return;
    }
    let (face, size_pt) = (Face::Regular, size::REGION_NAME_PT);
    for area in &maker.level.disputed_names {
        let doubt = format!("({})", words::DISPUTED.get(maker.lang));
        let texts = [area.name.set(maker.lang), typeset(&doubt, maker.lang)];
        let at_line = |line: &f32| Choice {
            runs: texts
                .iter()
                .zip([0.0, 1.25])
                .map(|(text, below)| {
                    let width_pt = metrics::width_pt(text, face, size_pt);
                    Run {
                        text: text.clone(),
                        anchor: area.at,
                        offset: [-width_pt / 2.0, size_pt * (line + below)],
                        angle: 0.0,
                        width_pt,
                    }
                })
                .collect(),
            leader: false,
        };
        let free = |c: &Choice| maker.is_free(c, size_pt);
        let choices: Vec<Choice> = LINES.iter().map(at_line).filter(free).collect();
        maker.add(
            What::Disputed(area.over.clone()),
            face,
            size_pt,
            choices,
            false,
        );
    }
}
