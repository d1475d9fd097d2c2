//! Names of countries, letter by letter along their bodies.
//!
//! The curves come from [`Spine`]; here it is decided which of them, how large and how far apart.

use super::plan::{Choice, Maker, What};
use crate::lang::typeset;
use crate::scene::item::{Face, Pt};
use crate::scene::metrics;
use crate::scene::spine::Spine;
use crate::scene::spine::set::Setting;
use crate::style::size;

/// Most ways to write a name that are kept.
const MOST: usize = 6;

/// A way to write a name that has not been looked at yet.
struct Try<'a> {
    text: usize,
    size_pt: f32,
    spine: &'a Spine,
    middle: f32,
    cost: f32,
}

/// Countries, those in focus first.
pub(super) fn countries(maker: &mut Maker<'_>) {
    let atlas = maker.atlas;
    let mut order: Vec<_> = maker.level.countries.iter().collect();
    order.sort_by_key(|c| (!atlas.is_focus(&c.iso), c.iso.clone()));
    for country in order {
        let lines = maker.lines;
        let spines = lines.spines(&country.iso);
        let focus = atlas.is_focus(&country.iso);
        let (face, most_pt) = if focus {
            (Face::Bold, size::COUNTRY_PT + 2.0)
        } else {
            (Face::Regular, size::COUNTRY_PT)
        };
        let full = typeset(country.name.get(maker.lang), maker.lang);
        let short = typeset(atlas.short_name(&country.iso, maker.lang), maker.lang);
        let mut texts = vec![full.to_uppercase(), short.to_uppercase()];
        // A country without a short name has its code in its place.
        texts.retain(|t| *t != country.iso);
        texts.dedup();
        for size_pt in [most_pt, most_pt - 2.0, most_pt - 4.0] {
            let choices = choices(maker, &texts, spines, face, size_pt);
            if !choices.is_empty() {
                let what = What::Country(country.iso.clone());
                maker.add(what, face, size_pt, choices, true);
                break;
            }
        }
    }
}

/// The free ways to write a name at a size, best first.
fn choices(
    maker: &Maker<'_>,
    texts: &[String],
    spines: &[Spine],
    face: Face,
    size_pt: f32,
) -> Vec<Choice> {
    let scale = maker.scale();
    let mut tries = Vec::new();
    for (text, words) in texts.iter().enumerate() {
        let bare = metrics::width_pt(words, face, size_pt);
        let gaps = words.chars().count().saturating_sub(1) as f32;
        let widest = bare + gaps * Setting::spread(face, size_pt).spacing_em[1] * size_pt;
        for (rank, spine) in spines.iter().enumerate() {
            // On a long curve the name stands in the middle of a part as well as of the whole.
            let long = widest < 0.35 * (spine.length * scale) as f32;
            let narrow = spine.clearance * scale < f64::from(size_pt) * 0.6;
            let middles: &[f32] = if long { &[0.5, 0.25, 0.75] } else { &[0.5] };
            for (nth, middle) in middles.iter().enumerate() {
                let cost = 3.0 * text as f32
                    + 0.6 * rank as f32
                    + 0.4 * nth as f32
                    + if narrow { 1.5 } else { 0.0 };
                tries.push(Try {
                    text,
                    size_pt,
                    spine,
                    middle: *middle,
                    cost,
                });
            }
        }
    }
    tries.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    let mut found: Vec<(bool, Choice)> = Vec::new();
    for one in &tries {
        let Some(choice) = written(maker, &texts[one.text], one, face) else {
            continue;
        };
        let boxes = maker.boxes(&choice, one.size_pt);
        if boxes.iter().any(|b| maker.standing.touch(b)) {
            continue;
        }
        let crowded = boxes.iter().any(|b| maker.wide.touch(b));
        found.push((crowded, choice));
        if found.len() == MOST {
            break;
        }
    }
    found.sort_by_key(|(crowded, _)| *crowded);
    found.into_iter().map(|(_, choice)| choice).collect()
}

/// The letters of a name on a curve, or nothing when it is too short.
fn written(maker: &Maker<'_>, text: &str, one: &Try<'_>, face: Face) -> Option<Choice> {
    let curve: Vec<Pt> = one.spine.points.iter().map(|p| maker.spot(*p)).collect();
    let how = Setting {
        middle: one.middle,
        ..Setting::spread(face, one.size_pt)
    };
    maker.on_curve(text, &curve, &how)
}
