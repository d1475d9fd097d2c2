//! Countries by alliance: ECOWAS as fill and hatching, the other blocs as lines inside the border.
//!
//! A country in two alliances is filled by one and wears the inner border of the other. On the day a
//! bloc forms or changes its line moves onto the border and lights up. Legend rows are in `legend`.

use super::{Dress, Outline};
use crate::calendar::PartialDate;
use crate::model::{Category, Membership, Standing};
use crate::scene::inset::inset;
use crate::scene::item::{Item, Pt};
use crate::scene::layers::ground::{Ground, Rings, joined, stroke};
use crate::scene::signs::{BlocLine, bloc_line};
use crate::scene::view::View;
use crate::style::{Bloc, Color, Palette, size};
use std::collections::BTreeMap;

/// The blocs that the theme draws with their alliances' ids, the last one on top.
const BLOCS: [(Bloc, &[&str]); 5] = [
    (Bloc::Ecowas, &["ecowas"]),
    (Bloc::AfricanUnion, &["au"]),
    (Bloc::Uemoa, &["uemoa"]),
    (Bloc::G5Sahel, &["g5-sahel"]),
    (Bloc::Aes, &["aes", "aes-confederation"]),
];

/// Between the lines of two alliances inside the same border.
const LANE_PT: f32 = 3.6;

/// The key of a bloc's line in the legend; ECOWAS has one for every standing.
pub(in crate::scene) fn bloc_key(bloc: Bloc, standing: Standing) -> &'static str {
    match (bloc, standing) {
        (Bloc::Ecowas, Standing::Suspended) => "bloc:ecowas:suspended",
        (Bloc::Ecowas, Standing::Withdrawing) => "bloc:ecowas:withdrawing",
        (Bloc::Ecowas, Standing::Member | Standing::Observer) => "bloc:ecowas",
        (Bloc::Aes, _) => "bloc:aes",
        (Bloc::G5Sahel, _) => "bloc:g5",
        (Bloc::Uemoa, _) => "bloc:uemoa",
        (Bloc::AfricanUnion, _) => "bloc:au",
    }
}

/// The member rows of a bloc that hold on the day.
pub(in crate::scene) fn members<'a>(
    view: &View<'a>,
    bloc: Bloc,
) -> impl Iterator<Item = &'a Membership> + use<'a> {
    let alliances = BLOCS.iter().find(|(b, _)| *b == bloc).map(|(_, ids)| *ids);
    let rows = view.world.member_rows(view.atlas);
    rows.filter(move |(id, _)| alliances.is_some_and(|ids| ids.contains(id)))
        .map(|(_, row)| row)
}

/// Fills and hatches by ECOWAS and tints the AES; returns the lines of the blocs.
pub(super) fn dress(view: &View<'_>, of: &mut BTreeMap<String, Dress>) -> Vec<Outline> {
    let mut outlines = Vec::new();
    for (bloc, _) in BLOCS {
        let fresh = changes_today(view, bloc);
        let mut inside: Vec<String> = Vec::new();
        for row in members(view, bloc) {
            let shown = view.shows(bloc_key(bloc, row.status)) || fresh;
            let out = match (bloc, row.status) {
                (_, Standing::Observer) => true,
                (Bloc::AfricanUnion, Standing::Suspended) => true,
                (_, Standing::Member | Standing::Suspended | Standing::Withdrawing) => false,
            };
            let Some(dress) = of.get_mut(&row.country).filter(|_| shown && !out) else {
                continue;
            };
            wear(dress, bloc, row.status, bloc.color(view.theme.palette()));
            inside.push(row.country.clone());
        }
        inside.sort();
        inside.dedup();
        if bloc != Bloc::Ecowas && !inside.is_empty() {
            outlines.push(Outline {
                bloc,
                members: inside,
                not_studied: not_studied(view, bloc),
                fresh,
                inset_pt: 0.0,
            });
        }
    }
    let mut free = size::INNER_BORDER_PT;
    for outline in outlines.iter_mut().rev() {
        if outline.fresh {
            free = free.max(size::INNER_BORDER_PT + 2.4);
        } else {
            outline.inset_pt = free;
            free += LANE_PT;
        }
    }
    outlines
}

/// The record has the African Union's members only where it studies them: who never had a row may be
/// in it all the same. The other blocs are complete.
fn not_studied(view: &View<'_>, bloc: Bloc) -> Vec<String> {
    let studied = match bloc {
        Bloc::AfricanUnion => view.atlas.alliance("au").map(|au| &au.members),
        Bloc::Aes | Bloc::Ecowas | Bloc::G5Sahel | Bloc::Uemoa => None,
    };
    let Some(rows) = studied else {
        return Vec::new();
    };
    let countries = view.atlas.basemap.level(2).countries.iter();
    let never = countries.filter(|c| !rows.iter().any(|row| row.country == c.iso));
    never.map(|c| c.iso.clone()).collect()
}

fn wear(dress: &mut Dress, bloc: Bloc, status: Standing, color: Color) {
    match (bloc, status) {
        (_, Standing::Observer) => {}
        (Bloc::Ecowas, Standing::Member) => dress.fill = color.over(dress.fill, 0.24),
        (Bloc::Ecowas, Standing::Suspended) => {
            dress.hatch = Some((size::HATCH_SUSPENDED, color.over(dress.fill, 0.30)));
        }
        (Bloc::Ecowas, Standing::Withdrawing) => {
            dress.hatch = Some((size::HATCH_WITHDRAWING, color.over(dress.fill, 0.42)));
        }
        (Bloc::Aes, _) => dress.fill = color.over(dress.fill, 0.08),
        (Bloc::G5Sahel | Bloc::Uemoa | Bloc::AfricanUnion, _) => {}
    }
}

/// Does one of the blocs whose changes are stories form or change on the day?
pub(super) fn any_changes_today(view: &View<'_>) -> bool {
    BLOCS.iter().any(|(bloc, _)| changes_today(view, *bloc))
}

/// Does the bloc form on the day, or does an event of the day about alliances say it changes? UEMOA
/// and the African Union are background and never the story.
fn changes_today(view: &View<'_>, bloc: Bloc) -> bool {
    let background = match bloc {
        Bloc::Uemoa | Bloc::AfricanUnion => true,
        Bloc::Ecowas | Bloc::G5Sahel | Bloc::Aes => false,
    };
    let day = PartialDate::Day(view.world.date);
    let ids = BLOCS.iter().filter(|(b, _)| *b == bloc);
    let mut alliances = ids.flat_map(|(_, ids)| *ids);
    let formed = alliances.any(|id| view.atlas.alliance(id).and_then(|a| a.formed) == Some(day));
    let told = || {
        let mut events = view.world.events_of_day(view.atlas);
        events.any(|e| e.category == Category::Alliance)
    };
    let row_starts = || members(view, bloc).any(|row| row.from == Some(day));
    !background && (formed || (told() && row_starts()))
}

/// The strokes of a bloc's line.
pub(in crate::scene) fn strokes(lines: Vec<Vec<Pt>>, line: BlocLine, color: Color) -> Vec<Item> {
    let mut items = Vec::new();
    if let Some([dash, gap]) = line.dash.filter(|_| line.dotted) {
        let dot = line.width_pt * 1.2;
        let shifted = lines.iter().map(|l| shortened(l, dash + (gap - dot) / 2.0));
        let dots = Some([dot, dash + gap - dot]);
        items.extend(stroke(shifted.collect(), line.width_pt, color, dots));
    }
    items.extend(stroke(lines, line.width_pt, color, line.dash));
    items
}

/// The line without so much of its beginning.
fn shortened(line: &[Pt], by_pt: f32) -> Vec<Pt> {
    let mut left = by_pt;
    for (i, pair) in line.windows(2).enumerate() {
        let (dx, dy) = (pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]);
        let length = dx.hypot(dy);
        if length > left {
            let t = left / length;
            let mut out = vec![[pair[0][0] + t * dx, pair[0][1] + t * dy]];
            out.extend_from_slice(&line[i + 1..]);
            return out;
        }
        left -= length;
    }
    Vec::new()
}

/// The line of a bloc: inside the border, or lit up on it.
pub(super) fn outline(ground: &Ground, outline: &Outline, palette: &Palette) -> Vec<Item> {
    let codes: Vec<&str> = outline.members.iter().map(String::as_str).collect();
    let others: Vec<&str> = outline.not_studied.iter().map(String::as_str).collect();
    let lines = joined(ground.outline_but_towards(&codes, &others));
    let color = outline.bloc.color(palette);
    let look = bloc_line(outline.bloc);
    if !outline.fresh {
        let body: Vec<&Rings> = codes
            .iter()
            .filter_map(|iso| ground.countries.get(*iso))
            .collect();
        return strokes(inset(&lines, &body, outline.inset_pt), look, color);
    }
    loud(lines, outline.bloc, palette)
}

/// The line of a bloc on the day it forms or changes, with a glow.
pub(in crate::scene) fn loud(lines: Vec<Vec<Pt>>, bloc: Bloc, palette: &Palette) -> Vec<Item> {
    let color = bloc.color(palette);
    let mut items: Vec<Item> = stroke(lines.clone(), 9.0, color.with_opacity(0.22), None)
        .into_iter()
        .collect();
    if bloc == Bloc::Aes {
        // A double line: wide in its colour, with a thread of the ground in the middle.
        let width_pt = size::ALLIANCE_FORMED_PT + 1.0;
        items.extend(stroke(lines.clone(), width_pt, color, None));
        items.extend(stroke(lines, width_pt * 0.24, palette.map.halo, None));
    } else {
        items.extend(strokes(lines, bloc_line(bloc), color));
    }
    items
}
