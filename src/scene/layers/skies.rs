//! Marks of closed skies: a crossed-out aircraft, who is shut out, since when.
//!
//! The hatching itself is in `countries`. A closure young enough to be news carries its words; an old
//! one only the mark.

use super::countries::Dresses;
use super::ground::Ground;
use crate::calendar::{PartialDate, day_number, span_words};
use crate::lang::{Lang, typeset};
use crate::model::{Closure, Event, SkyClass};
use crate::scene::item::{Face, Halo, Item, Pt, Rect, Subject, Symbol, Text};
use crate::scene::metrics;
use crate::scene::space::{Space, text_box};
use crate::scene::symbols::Glyph;
use crate::scene::view::View;
use crate::style::{Color, Palette, size};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// For so many days a closure is news.
const NEWS_DAYS: i32 = 45;

/// Where the marks of the last picture of a window stood: closure and whether it had no words, to
/// the number of the spot. A mark that lost its spot is left out of one picture, as names are.
#[derive(Clone, Default, Debug)]
pub(in crate::scene) struct Held {
    spots: BTreeMap<(String, bool), usize>,
    /// A mark waits for the next picture.
    pub unsettled: bool,
}

/// A mark to be placed: the closure, how it closes, and which country carries the mark.
struct Mark<'a> {
    closure: &'a Closure,
    class: SkyClass,
    carrier: &'a str,
    size_pt: f32,
    words: Vec<(String, Face, f32, Color)>,
}

/// The marks of the skies closed on the day, placed where there is room.
pub(in crate::scene) fn items(
    view: &View<'_>,
    (ground, dresses): (&Ground, &Dresses),
    spots: &dyn Fn(&str) -> Vec<Pt>,
    space: &mut Space,
    held: &mut Held,
) -> Vec<Item> {
    if !view.shows("layer:skies") {
        return Vec::new();
    }
    let mut marks = marks(view, ground);
    // Closed to all first, then what many states do together, then the newest.
    marks.sort_by_key(|m| {
        let first = m.closure.from.map(PartialDate::first);
        let many = m.closure.countries.len();
        (
            Reverse(m.class),
            Reverse(many),
            Reverse(first),
            m.closure.id.clone(),
        )
    });
    let before = std::mem::take(&mut held.spots);
    let mut carried: Vec<&str> = Vec::new();
    let mut items = Vec::new();
    let shut = |iso: &str| {
        marks
            .iter()
            .any(|m| m.class == SkyClass::All && m.carrier == iso)
    };
    for mark in &marks {
        // In a sky closed to all it does not matter who else is shut out.
        let moot = mark.class == SkyClass::Some && shut(mark.carrier);
        if moot || carried.contains(&mark.carrier) {
            continue;
        }
        let spots: Vec<(usize, Pt)> = spots(mark.carrier).into_iter().enumerate().collect();
        let key = (mark.closure.id.clone(), mark.words.is_empty());
        let kept = before.get(&key).copied();
        let allowed = spots
            .into_iter()
            .filter(|(n, _)| kept.is_none_or(|k| k == *n));
        if let Some((n, placed)) = place(view, mark, dresses.fill(mark.carrier), allowed, space) {
            carried.push(mark.carrier);
            items.extend(placed);
            held.spots.insert(key, n);
        } else if kept.is_some() {
            held.unsettled = true;
        }
    }
    items
}

/// Is the event the beginning of a closure that carries its words on the map?
pub(in crate::scene) fn tells(view: &View<'_>, event: &Event) -> bool {
    view.shows("layer:skies")
        && view.world.closed_skies(view.atlas).any(|c| {
            c.from == Some(event.date)
                && c.closes_sky(view.world.date).is_some()
                && c.countries.iter().any(|iso| event.countries.contains(iso))
        })
}

fn marks<'a>(view: &View<'a>, ground: &Ground) -> Vec<Mark<'a>> {
    let palette = view.theme.palette();
    let skies = view.world.closed_skies(view.atlas);
    skies
        .filter_map(|closure| {
            let class = closure.closes_sky(view.world.date)?;
            if !view.shows(super::countries::sky_key(class)) {
                return None;
            }
            let carrier = carrier(closure, ground)?;
            let loud = match class {
                SkyClass::All => is_news(view, closure) || view.countries.is_filled_by_skies(),
                SkyClass::Some => super::countries::skies_are_news(view, closure),
            };
            let size_pt = match (class, loud) {
                (SkyClass::All, true) => 40.0,
                (SkyClass::Some, true) => 24.0,
                (_, false) => 18.0,
            };
            let words = if loud {
                words(view, closure, class, palette)
            } else {
                Vec::new()
            };
            Some(Mark {
                closure,
                class,
                carrier,
                size_pt,
                words,
            })
        })
        .collect()
}

/// Is the closure young enough to be news?
pub(in crate::scene) fn is_news(view: &View<'_>, closure: &Closure) -> bool {
    let since = closure.from.map_or(i32::MIN, |d| day_number(d.first()));
    day_number(view.world.date).saturating_sub(since) <= NEWS_DAYS
}

/// The country that carries the mark: the one with most room among those the page shows.
fn carrier<'a>(closure: &'a Closure, ground: &Ground) -> Option<&'a str> {
    let room = |iso: &&String| {
        let rings = ground.countries.get(iso.as_str())?;
        let [w, h] = ground.viewport.size_pt;
        let bounds = Rect::of_points(rings.iter().flatten())?;
        let side = |axis: usize, most: f32| bounds.max[axis].min(most) - bounds.min[axis].max(0.0);
        Some(side(0, w).max(0.0) * side(1, h).max(0.0))
    };
    let shown = closure
        .countries
        .iter()
        .filter_map(|iso| Some((room(&iso)?, iso)));
    let largest = shown.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (largest.0 > 900.0).then_some(largest.1.as_str())
}

/// Who is shut out, and since when, in two lines.
pub(in crate::scene) fn sentence(
    view: &View<'_>,
    closure: &Closure,
    class: SkyClass,
) -> (String, String) {
    let lang = view.lang;
    let first = match (class, lang) {
        (SkyClass::All, Lang::En) => "Closed to all flights".to_owned(),
        (SkyClass::All, Lang::Fr) => "Fermé à tous les vols".to_owned(),
        (SkyClass::Some, Lang::En) if closure.against.iter().any(|c| c == "ALL") => {
            "Closed to all military flights".to_owned()
        }
        (SkyClass::Some, Lang::Fr) if closure.against.iter().any(|c| c == "ALL") => {
            "Fermé à tous les vols militaires".to_owned()
        }
        (SkyClass::Some, _) => {
            let against = crate::scene::words::list(view.atlas, &closure.against, lang);
            match (closure.traffic, lang) {
                (crate::model::Traffic::Military, Lang::En) => {
                    format!("Closed to military flights: {against}")
                }
                (crate::model::Traffic::Military, Lang::Fr) => {
                    format!("Fermé aux vols militaires : {against}")
                }
                (_, Lang::En) => format!("Closed to flights: {against}"),
                (_, Lang::Fr) => format!("Fermé aux vols : {against}"),
            }
        }
    };
    let whose =
        (closure.countries.len() > 1).then(|| view.atlas.short_name(&closure.country, lang));
    let span = span_words(closure.span(), lang);
    let second = match (whose, lang) {
        (Some(whose), Lang::En) => format!("{whose} states, {span}"),
        (Some(whose), Lang::Fr) => format!("États de la {whose}, {span}"),
        (None, Lang::En | Lang::Fr) => span,
    };
    (typeset(&first, lang), typeset(&second, lang))
}

fn words(
    view: &View<'_>,
    closure: &Closure,
    class: SkyClass,
    palette: &Palette,
) -> Vec<(String, Face, f32, Color)> {
    let (first, second) = sentence(view, closure, class);
    let (size_pt, color) = match class {
        SkyClass::All => (size::STORY_PT, palette.sky.all_text),
        SkyClass::Some => (size::CAPITAL_PT, palette.sky.some_text),
    };
    vec![
        (first, Face::Bold, size_pt, color),
        (
            second,
            Face::Regular,
            size::SMALL_PT + 1.0,
            palette.map.place_label,
        ),
    ]
}

fn place(
    view: &View<'_>,
    mark: &Mark<'_>,
    beneath: Color,
    spots: impl Iterator<Item = (usize, Pt)>,
    space: &mut Space,
) -> Option<(usize, Vec<Item>)> {
    let widths: Vec<f32> = mark
        .words
        .iter()
        .map(|(text, face, size_pt, _)| metrics::width_pt(text, *face, *size_pt))
        .collect();
    let widest = widths.iter().copied().fold(mark.size_pt, f32::max);
    let height: f32 = mark
        .words
        .iter()
        .map(|(.., size_pt, _)| size_pt * 1.3)
        .sum();
    let whole = |spot: Pt| {
        let top = spot[1] - mark.size_pt / 2.0;
        Rect::new(
            [spot[0] - widest / 2.0 - 2.0, top - 2.0],
            [
                spot[0] + widest / 2.0 + 2.0,
                top + mark.size_pt + height + 4.0,
            ],
        )
    };
    // A closure comes before names: where no spot is free, those beneath it go.
    let spots: Vec<(usize, Pt)> = spots.collect();
    let free = spots.iter().find(|(_, spot)| space.is_free(&whole(*spot)));
    let over_names = || {
        let free = |(_, spot): &&(usize, Pt)| space.is_free_but_for_names(&whole(*spot));
        spots.iter().find(free)
    };
    let (number, spot) = *free.or_else(over_names)?;
    let palette = view.theme.palette();
    let subject = Subject::Sky(mark.closure.id.clone());
    let ink = match mark.class {
        SkyClass::All => palette.sky.all,
        SkyClass::Some => palette.sky.some,
    };
    let symbol = Symbol {
        glyph: Glyph::ClosedSky,
        at: spot,
        size_pt: mark.size_pt,
        ink,
        ground: palette.map.halo,
        accent: ink,
        opacity: 1.0,
    };
    space.force(Rect::around(spot, mark.size_pt + 2.0, mark.size_pt + 2.0));
    let mut items = vec![Item::new(subject.clone(), symbol)];
    let mut baseline = spot[1] + mark.size_pt / 2.0 + 2.0;
    for ((text, face, size_pt, color), width) in mark.words.iter().zip(widths) {
        baseline += size_pt * 1.2;
        let at = [spot[0] - width / 2.0, baseline];
        space.force(text_box(at, width, *size_pt, 0.0));
        let text = Text {
            at,
            text: text.clone(),
            size_pt: *size_pt,
            face: *face,
            color: color.for_text(beneath),
            halo: Some(Halo {
                color: beneath,
                width_pt: size::HALO_PT + 0.6,
            }),
            angle: 0.0,
        };
        items.push(Item::new(subject.clone(), text));
    }
    Some((number, items))
}
