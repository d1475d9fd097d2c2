//! What tells two things apart besides their colour: the drawings of symbols compared pixel by pixel,
//! the lines of blocs, the hatchings of skies.
//!
//! It looks at what the program draws, not at names, so that two signs which come to look alike are
//! found out.

use sahelscope::scene::signs::{bloc_line, holder_mark};
use sahelscope::scene::symbols::{BaseShape, BaseState, EventGlyph, Glyph, Paint, parts};
use sahelscope::style::size::{
    HATCH_SKY_ALL, HATCH_SKY_SOME, HATCH_SUSPENDED, HATCH_WITHDRAWING, Hatch,
};
use sahelscope::style::{Bloc, Color, Holder, Palette};

/// Pixels along a side of the square that drawings are compared on.
const SIDE: usize = 40;

/// The share of the box, 0 to 1, on which two drawings differ in what is ink and what is not.
pub fn drawn_apart(a: Glyph, b: Glyph) -> f64 {
    let (a, b) = (pixels(a), pixels(b));
    let differ = a.iter().zip(&b).filter(|(x, y)| x != y).count();
    differ as f64 / (SIDE * SIDE) as f64
}

/// The shapes of bases in which a holder's mark may appear.
pub fn in_each_shape(holder: Holder) -> impl Iterator<Item = Glyph> {
    BaseShape::ALL.into_iter().map(move |kind| Glyph::Base {
        kind,
        mark: holder_mark(holder),
        state: BaseState::Held,
    })
}

/// The bare glyph of an event.
pub fn bare(glyph: EventGlyph) -> Glyph {
    Glyph::Event(glyph)
}

/// Do the lines of two blocs look different without colour? The one is dashed where the other is
/// whole, dotted between where the other is not, or its dashes are half as long again.
pub fn lines_differ(a: Bloc, b: Bloc) -> bool {
    // ECOWAS is a fill and has no line on the map.
    if a == Bloc::Ecowas || b == Bloc::Ecowas {
        return a != b;
    }
    let (a, b) = (bloc_line(a), bloc_line(b));
    match (a.dash, b.dash) {
        (None, None) => false,
        (Some(_), None) | (None, Some(_)) => true,
        (Some([x, _]), Some([y, _])) => a.dotted != b.dotted || x.max(y) >= x.min(y) * 1.5,
    }
}

/// How a sky looks besides its colour: closed to all, closed to some, open.
pub fn sky_hatches() -> [Option<Hatch>; 3] {
    [Some(HATCH_SKY_ALL), Some(HATCH_SKY_SOME), None]
}

/// Hatchings of countries as `scene::layers::countries` draws them over focus land, with the colour
/// they come to: sky closed to all, to some, member suspended, leaving.
pub fn country_hatches(p: &Palette) -> [(Hatch, Color); 4] {
    let (land, ecowas) = (p.map.focus_land, Bloc::Ecowas.color(p));
    let sky = |color: Color, tint: f32| color.over(color.over(land, tint), 0.72);
    [
        (HATCH_SKY_ALL, sky(p.sky.all, 0.10)),
        (HATCH_SKY_SOME, sky(p.sky.some, 0.06)),
        (HATCH_SUSPENDED, ecowas.over(land, 0.30)),
        (HATCH_WITHDRAWING, ecowas.over(land, 0.42)),
    ]
}

/// Are two hatchings told apart without colour? One must be half as wide again, in its spacing or in
/// its lines.
pub fn hatches_differ(a: Option<Hatch>, b: Option<Hatch>) -> bool {
    let apart = |x: f32, y: f32| x.max(y) >= x.min(y) * 1.5;
    match (a, b) {
        (Some(a), Some(b)) => apart(a.spacing_pt, b.spacing_pt) || apart(a.width_pt, b.width_pt),
        (a, b) => a.is_some() != b.is_some(),
    }
}

/// Where a drawing puts ink that lasts: parts in the order they are painted, the faint left out.
fn pixels(glyph: Glyph) -> Vec<bool> {
    let mut ink = vec![false; SIDE * SIDE];
    for part in parts(glyph).iter().filter(|p| p.opacity >= 0.5) {
        for (i, pixel) in ink.iter_mut().enumerate() {
            let at = |n: usize| (n as f32 + 0.5) / SIDE as f32 - 0.5;
            if inside(&part.outline, [at(i % SIDE), at(i / SIDE)]) {
                *pixel = part.paint != Paint::Ground;
            }
        }
    }
    ink
}

/// Even-odd.
fn inside(rings: &[Vec<[f32; 2]>], [x, y]: [f32; 2]) -> bool {
    let mut inside = false;
    for ring in rings {
        let Some(mut a) = ring.last().copied() else {
            continue;
        };
        for &b in ring {
            let crosses = (a[1] > y) != (b[1] > y);
            if crosses && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0] {
                inside = !inside;
            }
            a = b;
        }
    }
    inside
}
