//! Hatchings of countries and lines of alliances on the sheet of signs.

use super::{Cell, Pen, bare};
use crate::lang::{Lang, Words, words};
use crate::scene::hatch;
use crate::scene::item::{Area, Item, Pt, Stroke};
use crate::scene::layers::countries::{loud, strokes};
use crate::scene::signs::bloc_line;
use crate::style::size::{self, Hatch};
use crate::style::{Bloc, Color};

/// Half the width and half the height of a sample of a country.
const HALF_PT: Pt = [32.0, 20.0];

/// How countries are filled and outlined.
pub(super) fn countries(pen: &mut Pen) {
    pen.section(Words {
        en: "Countries: skies and standing in an alliance",
        fr: "Pays : ciels et place dans une alliance",
    });
    let (palette, lang) = (pen.palette, pen.lang);
    let focus = palette.map.focus_land;
    let ecowas = Bloc::Ecowas.color(palette);
    let border = (palette.map.focus_border, 0.8);
    let cell = |words: Words, fill: Color, lines: Option<(Hatch, Color)>, edge: (Color, f32)| {
        Cell::new(words.get(lang), move |at| sample(at, fill, lines, edge))
    };
    let sky = |words: Words, hatch: Hatch, color: Color, tint: f32, edge_pt: f32| {
        cell(
            words,
            color.over(focus, tint),
            Some((hatch, color)),
            (color, edge_pt),
        )
    };
    let of_ecowas = |words: Words, hatch: Hatch, share: f32| {
        cell(
            words,
            focus,
            Some((hatch, ecowas.over(focus, share))),
            border,
        )
    };
    let member = cell(words::ECOWAS_MEMBER, ecowas.over(focus, 0.24), None, border);
    let disputed = (size::HATCH_DISPUTED, palette.map.disputed_line);
    let contested = Words {
        en: "disputed area",
        fr: "zone contestée",
    };
    pen.row(
        44.0,
        vec![
            sky(
                words::CLOSED_TO_ALL,
                size::HATCH_SKY_ALL,
                palette.sky.all,
                0.10,
                2.4,
            ),
            sky(
                words::CLOSED_TO_SOME,
                size::HATCH_SKY_SOME,
                palette.sky.some,
                0.06,
                1.4,
            ),
            member,
            of_ecowas(words::ECOWAS_SUSPENDED, size::HATCH_SUSPENDED, 0.5),
            of_ecowas(words::ECOWAS_LEAVING, size::HATCH_WITHDRAWING, 0.6),
            cell(contested, palette.map.land, Some(disputed), border),
        ],
    );
    let line = |bloc: Bloc, fresh: bool, caption: String| {
        Cell::new(caption, move |[x, y]: Pt| {
            let way = vec![vec![[x - 40.0, y], [x + 40.0, y]]];
            if fresh {
                loud(way, bloc, palette)
            } else {
                strokes(way, bloc_line(bloc), bloc.color(palette))
            }
        })
    };
    let drawn = Bloc::ALL.iter().filter(|bloc| **bloc != Bloc::Ecowas);
    let mut cells: Vec<Cell<'_>> = drawn
        .map(|bloc| line(*bloc, false, bloc_word(*bloc, lang).to_owned()))
        .collect();
    let fresh = match lang {
        Lang::En => "on the day it forms",
        Lang::Fr => "le jour où elle naît",
    };
    cells.push(line(Bloc::Aes, true, fresh.to_owned()));
    pen.row(14.0, cells);
}

fn bloc_word(bloc: Bloc, lang: Lang) -> &'static str {
    let words = match bloc {
        Bloc::Aes => ("AES", "AES"),
        Bloc::Ecowas => ("ECOWAS", "Cédéao"),
        Bloc::G5Sahel => ("G5 Sahel", "G5 Sahel"),
        Bloc::Uemoa => ("UEMOA", "UEMOA"),
        Bloc::AfricanUnion => ("African Union", "Union africaine"),
    };
    match lang {
        Lang::En => words.0,
        Lang::Fr => words.1,
    }
}

/// A country of four corners.
fn sample(
    at: Pt,
    fill: Color,
    lines: Option<(Hatch, Color)>,
    (edge, edge_pt): (Color, f32),
) -> Vec<Item> {
    let [w, h] = HALF_PT;
    let corners = |inset: f32| -> Vec<Pt> {
        let (w, h) = (w - inset, h - inset);
        let around = [[-w, -h], [w, -h], [w, h], [-w, h]];
        around.map(|p| [at[0] + p[0], at[1] + p[1]]).to_vec()
    };
    let ring = corners(0.0);
    let mut items = vec![bare(Area {
        rings: vec![ring.clone()].into(),
        fill,
    })];
    let hatching = lines.map(|(hatch, color)| {
        let origin = [f64::from(at[0]) + 4.0, f64::from(at[1])];
        // Lines have round ends, which shall not reach over the edge.
        hatch::item(&[corners(hatch.width_pt / 2.0)], hatch, color, origin, &[])
    });
    items.extend(hatching.into_iter().flatten());
    items.push(bare(Stroke {
        lines: vec![ring].into(),
        closed: true,
        width_pt: edge_pt,
        color: edge,
        dash: None,
    }));
    items
}
