//! Dates, numbers and far ends of movements, beside their arrows and never on one.
//!
//! The words of the day's story are the story's own business, but for its number.

use super::Move;
use crate::calendar::{PartialDate, month_name, short_month_name};
use crate::lang::{Lang, number};
use crate::model::Event;
use crate::scene::item::{Face, Halo, Item, Pt, Text};
use crate::scene::metrics;
use crate::scene::space::{Space, text_box};
use crate::scene::view::View;
use crate::style::size;

/// Air between an arrow and the words beside it: what the arrow takes of the page, and a little more.
const AIR_PT: f32 = 6.5;
/// Parts of the way that words may stand beside, best first.
const PARTS: [f32; 7] = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];

/// The words of an arrow that find room: the far end first, then date and number.
pub(super) fn items(view: &View<'_>, m: &Move<'_>, space: &mut Space) -> Vec<Item> {
    let mut items = Vec::new();
    if let Some(far) = &m.far {
        items.extend(place(view, space, m, far.words.clone(), &around(far.at)));
    }
    let words = if m.story {
        m.troops.0.map(|n| number(n, view.lang))
    } else {
        Some(dates_and_number(
            &m.events,
            m.troops,
            Years::of(view),
            view.lang,
        ))
    };
    items.extend(words.and_then(|words| place(view, space, m, words, &beside(m))));
    items
}

/// A point and the direction in which words stand off from it.
struct Spot {
    at: Pt,
    off: Pt,
    air_pt: f32,
}

/// Spots around the end of an arrow.
fn around(at: Pt) -> Vec<Spot> {
    let directions = [
        [0.0, -1.0],
        [1.0, 0.0],
        [-1.0, 0.0],
        [0.0, 1.0],
        [0.8, -0.6],
        [-0.8, -0.6],
        [0.8, 0.6],
        [-0.8, 0.6],
    ];
    let spots = [AIR_PT, AIR_PT + 7.0]
        .into_iter()
        .flat_map(|air_pt| directions.map(|off| Spot { at, off, air_pt }));
    spots.collect()
}

/// Spots along an arrow: on the outside of its bow, then on the inside.
fn beside(m: &Move<'_>) -> Vec<Spot> {
    let last = m.spine.len().saturating_sub(1);
    let spot = |part: f32, side: f32| {
        let i = ((last as f32 * part) as usize).clamp(1, last.max(1));
        let (before, at) = (*m.spine.get(i - 1)?, *m.spine.get(i)?);
        let [dx, dy] = [at[0] - before[0], at[1] - before[1]];
        let long = dx.hypot(dy).max(f32::MIN_POSITIVE);
        let across = [-dy / long, dx / long];
        let outside = across[0] * m.outward[0] + across[1] * m.outward[1] > 0.0;
        let sign = if outside { side } else { -side };
        Some(Spot {
            at,
            off: [across[0] * sign, across[1] * sign],
            air_pt: AIR_PT + m.width_pt / 2.0,
        })
    };
    let sides = [1.0, -1.0].into_iter();
    let all = sides.flat_map(|side| PARTS.map(|part| spot(part, side)));
    all.flatten().collect()
}

/// Words at the first of the spots where there is room; nothing when there is none.
fn place(
    view: &View<'_>,
    space: &mut Space,
    m: &Move<'_>,
    text: String,
    spots: &[Spot],
) -> Option<Item> {
    let palette = view.theme.palette();
    let size_pt = size::SMALL_PT;
    let width = metrics::width_pt(&text, Face::Bold, size_pt);
    let (half_wide, half_high) = (width / 2.0, size_pt * 0.51);
    let baseline = |spot: &Spot| {
        let [x, y] = spot.off;
        let off = spot.air_pt + x.abs() * half_wide + y.abs() * half_high;
        let center = [spot.at[0] + x * off, spot.at[1] + y * off];
        [center[0] - half_wide, center[1] + size_pt * 0.27]
    };
    let at = spots
        .iter()
        .map(baseline)
        .find(|p| space.is_free(&text_box(*p, width, size_pt, 0.0)))?;
    space.take(text_box(at, width, size_pt, 0.0));
    let text = Text {
        at,
        text,
        size_pt,
        face: Face::Bold,
        color: m.holder.color(palette).for_text(palette.map.halo),
        halo: Some(Halo {
            color: palette.map.halo,
            width_pt: size::HALO_PT,
        }),
        angle: 0.0,
    };
    Some(Item::new(m.subject(), text))
}

/// Are years written?
#[derive(Clone, Copy)]
enum Years {
    /// The picture's date says it.
    Known,
    /// The picture shows several.
    Written,
}

impl Years {
    fn of(view: &View<'_>) -> Years {
        let world = view.world;
        match world.from {
            Some(from) if from.year() != world.date.year() => Years::Written,
            Some(_) | None => Years::Known,
        }
    }
}

/// "12 Dec: 142", or "3 times, 13 Apr – 15 Aug: 700" for several.
fn dates_and_number(
    events: &[&Event],
    troops: (Option<u32>, bool),
    years: Years,
    lang: Lang,
) -> String {
    let (Some(newest), Some(oldest)) = (events.first(), events.last()) else {
        return String::new();
    };
    let day = |date: PartialDate| match (years, date) {
        (Years::Known, _) | (_, PartialDate::Year(_)) => short_day(date, lang),
        (Years::Written, date) => format!("{} {}", short_day(date, lang), date.first().year()),
    };
    let mut words = day(newest.date);
    if events.len() > 1 {
        let first = day(oldest.date);
        let times = match lang {
            Lang::En => "times",
            Lang::Fr => "fois",
        };
        words = if first == words {
            format!("{} {times}, {words}", events.len())
        } else {
            format!("{} {times}, {first} – {words}", events.len())
        };
    }
    let Some(known) = troops.0.map(|n| number(n, lang)) else {
        return words;
    };
    match (lang, troops.1) {
        (Lang::En, true) => format!("{words}: {known}"),
        (Lang::En, false) => format!("{words}: at least {known}"),
        (Lang::Fr, true) => format!("{words}\u{202F}: {known}"),
        (Lang::Fr, false) => format!("{words}\u{202F}: au moins {known}"),
    }
}

/// A date without its year, as precisely as it is known.
fn short_day(date: PartialDate, lang: Lang) -> String {
    match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month(_, month) => month_name(month, lang).to_owned(),
        PartialDate::Day(day) => {
            let month = short_month_name(day.month(), lang);
            match (lang, day.day()) {
                (Lang::Fr, 1) => format!("1er {month}"),
                (Lang::En | Lang::Fr, n) => format!("{n} {month}"),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_not_said_to_be_its_first_day() {
        assert_eq!(
            short_day(PartialDate::Month(2024, 12), Lang::En),
            "December"
        );
        let first = PartialDate::Day(jiff::civil::date(2022, 8, 1));
        assert_eq!(short_day(first, Lang::Fr), "1er août");
        assert_eq!(short_day(first, Lang::En), "1 Aug");
    }

    #[test]
    fn several_movements_are_summed_up() {
        let atlas = crate::data::shipped().expect("the shipped data load");
        let known: Vec<&Event> = atlas.events.iter().filter(|e| e.troops.is_some()).collect();
        let pair = [known[1], known[0]];
        let sum = (Some(700), true);
        let en = dates_and_number(&pair, sum, Years::Known, Lang::En);
        assert!(en.starts_with("2 times, ") && en.ends_with(": 700"), "{en}");
        let fr = dates_and_number(&pair, (Some(700), false), Years::Known, Lang::Fr);
        assert!(
            fr.starts_with("2 fois, ") && fr.ends_with("\u{202F}: au moins 700"),
            "{fr}"
        );
        let one = |years| dates_and_number(&pair[..1], (None, false), years, Lang::En);
        let day = short_day(known[1].date, Lang::En);
        assert_eq!(one(Years::Known), day);
        let year = known[1].date.first().year();
        assert_eq!(one(Years::Written), format!("{day} {year}"));
    }
}
