//! The name of a bloc, once across its members, on the day it forms or changes.
//!
//! Which bloc that is, the countries' dress says. The words of the day's story are `story`'s.

use super::countries::{Dresses, Outline};
use super::ground::Ground;
use crate::calendar::PartialDate;
use crate::geo::inside;
use crate::lang::Lang;
use crate::scene::item::{Face, Halo, Item, Pt, Rect, Subject, Text};
use crate::scene::metrics;
use crate::scene::space::{Space, text_box};
use crate::scene::view::View;
use crate::style::{Bloc, size};

/// Size of the letters.
const LETTER_PT: f32 = 15.0;
/// So many free places are compared at most.
const COMPARED: usize = 300;

/// A letter: which, left end of its baseline, angle.
type Letter = (char, Pt, f32);

/// The letters of the bloc's name, where they cover nothing of the day and leave the bloc least.
pub(in crate::scene) fn name(
    view: &View<'_>,
    ground: &Ground,
    dresses: &Dresses,
    space: &mut Space,
) -> Vec<Item> {
    let Some(outline) = dresses.outlines.iter().rev().find(|o| o.fresh) else {
        return Vec::new();
    };
    let Some((center, half)) = body(ground, outline) else {
        return Vec::new();
    };
    let text = words(view, outline.bloc);
    let advances = metrics::glyph_advances(text, Face::Bold, LETTER_PT);
    let Some(letters) = best(text, &advances, (center, half), (ground, outline), space) else {
        return Vec::new();
    };
    let color = outline.bloc.color(view.theme.palette());
    let mut items = Vec::new();
    for ((letter, at, angle), advance) in letters.into_iter().zip(&advances) {
        space.force(text_box(at, *advance, LETTER_PT, angle));
        let beneath = dresses.at(view, at);
        let text = Text {
            at,
            text: letter.to_string(),
            size_pt: LETTER_PT,
            face: Face::Bold,
            color: color.for_text(beneath),
            halo: Some(Halo {
                color: beneath,
                width_pt: size::HALO_PT + 0.6,
            }),
            angle,
        };
        items.push(Item::new(Subject::None, text));
    }
    items
}

fn words(view: &View<'_>, bloc: Bloc) -> &'static str {
    let confederation = view
        .atlas
        .alliance("aes-confederation")
        .and_then(|a| a.formed);
    let is_confederation = confederation == Some(PartialDate::Day(view.world.date));
    match (bloc, view.lang) {
        (Bloc::Aes, Lang::En) if is_confederation => "CONFEDERATION OF SAHEL STATES",
        (Bloc::Aes, Lang::Fr) if is_confederation => "CONFÉDÉRATION DES ÉTATS DU SAHEL",
        (Bloc::Aes, Lang::En) => "ALLIANCE OF SAHEL STATES",
        (Bloc::Aes, Lang::Fr) => "ALLIANCE DES ÉTATS DU SAHEL",
        (Bloc::G5Sahel, _) => "G5 SAHEL",
        (Bloc::Ecowas, Lang::En) => "ECOWAS",
        (Bloc::Ecowas, Lang::Fr) => "CÉDÉAO",
        (Bloc::Uemoa, _) => "UEMOA",
        (Bloc::AfricanUnion, Lang::En) => "AFRICAN UNION",
        (Bloc::AfricanUnion, Lang::Fr) => "UNION AFRICAINE",
    }
}

/// The letters at the best free place: fewest outside the bloc, and rather not over names.
fn best(
    text: &str,
    advances: &[f32],
    (center, half): (Pt, f32),
    (ground, outline): (&Ground, &Outline),
    space: &Space,
) -> Option<Vec<Letter>> {
    let bare: f32 = advances.iter().sum();
    let count = advances.len().max(2) as f32;
    let members = members(ground, outline);
    let mut best: Option<(usize, Vec<Letter>)> = None;
    let mut compared = 0;
    for (over_names, wide, [dx, dy]) in attempts() {
        let spacing = ((half * wide - bare) / (count - 1.0)).clamp(1.0, LETTER_PT * 0.9);
        let total = bare + spacing * (count - 1.0);
        let middle = [center[0] + dx, center[1] + dy];
        let letters = arched(text, advances, middle, total, spacing);
        let free = letters
            .iter()
            .zip(advances)
            .all(|((_, at, angle), advance)| {
                let room = text_box(*at, *advance, LETTER_PT, *angle);
                match over_names {
                    false => space.is_free(&room),
                    true => space.is_free_but_for_names(&room),
                }
            });
        if !free {
            continue;
        }
        let cost = outside(&letters, &members) * 2 + usize::from(over_names) * 3;
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, letters));
        }
        compared += 1;
        if compared == COMPARED || best.as_ref().is_some_and(|(cost, _)| *cost == 0) {
            break;
        }
    }
    best.map(|(_, letters)| letters)
}

/// The rings of the members, coarsely: every fourth corner.
fn members(ground: &Ground, outline: &Outline) -> Vec<Vec<[f64; 2]>> {
    let members = outline.members.iter();
    let rings = members.filter_map(|iso| ground.countries.get(iso));
    let wide = |p: &Pt| [f64::from(p[0]), f64::from(p[1])];
    rings
        .flat_map(|rings| rings.iter())
        .map(|ring| {
            let corners = ring.iter().step_by(4).chain(ring.first());
            corners.map(wide).collect()
        })
        .collect()
}

/// How many letters stand outside the bloc.
fn outside(letters: &[Letter], members: &[Vec<[f64; 2]>]) -> usize {
    let is_in = |(_, at, _): &&Letter| {
        let rings = members.iter().map(Vec::as_slice);
        inside(rings, [f64::from(at[0]), f64::from(at[1])])
    };
    letters.len() - letters.iter().filter(is_in).count()
}

/// The ways to write the name, best first: over names or not, its length as a share of half the width
/// of the bloc, and where from the middle of the bloc.
fn attempts() -> impl Iterator<Item = (bool, f32, Pt)> {
    // 0, 1, -1, 2, -2 and so on.
    let steps = |n: i16| (0..=2 * n).map(|i| if i % 2 == 0 { -(i / 2) } else { (i + 1) / 2 });
    [false, true].into_iter().flat_map(move |over_names| {
        [1.3, 1.0, 0.8].into_iter().flat_map(move |wide| {
            steps(3).flat_map(move |right| {
                steps(14).map(move |down| {
                    let by = [36.0 * f32::from(right), 13.0 * f32::from(down)];
                    (over_names, wide, by)
                })
            })
        })
    })
}

/// The middle and half the width of the members' part of the page.
fn body(ground: &Ground, outline: &Outline) -> Option<(Pt, f32)> {
    let rings = outline
        .members
        .iter()
        .filter_map(|iso| ground.countries.get(iso));
    let bounds = Rect::of_points(rings.flat_map(|r| r.iter().flatten()))?;
    let [w, h] = ground.viewport.size_pt;
    let min = [bounds.min[0].max(0.0), bounds.min[1].max(0.0)];
    let max = [bounds.max[0].min(w), bounds.max[1].min(h)];
    let shown = Rect::new(min, max);
    (shown.width() > 120.0).then(|| (shown.center(), shown.width() / 2.0))
}

/// Letters along a shallow arch around `center`: letter, left end of its baseline, angle.
fn arched(
    text: &str,
    advances: &[f32],
    center: Pt,
    total: f32,
    spacing: f32,
) -> Vec<(char, Pt, f32)> {
    let radius = total * 1.6;
    let mut along = -total / 2.0;
    text.chars()
        .zip(advances)
        .map(|(letter, advance)| {
            let middle = along + advance / 2.0;
            along += advance + spacing;
            let angle = middle / radius;
            let (sin, cos) = angle.sin_cos();
            let on = [center[0] + radius * sin, center[1] + radius * (1.0 - cos)];
            let at = [on[0] - advance / 2.0 * cos, on[1] - advance / 2.0 * sin];
            (letter, at, angle)
        })
        .collect()
}
