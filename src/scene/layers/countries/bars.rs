//! Foreign troops by force: small bars with their figures, on demand, near a country's name.
//!
//! One scale for all countries of the picture, so that bars can be compared. They stand where there is
//! room; only those of the selected country are drawn wherever they must.

use super::troops::{BARS_KEY, in_words};
use crate::lang::{Lang, number, typeset};
use crate::model::TroopTotal;
use crate::scene::item::{Area, Face, Item, Pt, Rect, Stroke, Subject, Text};
use crate::scene::layers::ground::Ground;
use crate::scene::metrics;
use crate::scene::space::Space;
use crate::scene::view::View;
use crate::style::{Color, CountryTheme, Holder, size};

/// The longest bar.
const LONGEST_PT: f32 = 72.0;
/// The shortest bar that is still seen.
const SHORTEST_PT: f32 = 1.2;
/// Height of a line and of its bar.
const LINE_PT: f32 = 13.5;
const BAR_PT: f32 = 7.0;
const PAD_PT: f32 = 6.0;
const GAP_PT: f32 = 5.0;
/// More forces than this are gathered in the last line.
const MOST: usize = 7;

/// A line of the panel.
struct Bar {
    name: String,
    troops: u32,
    figure: String,
    color: Color,
}

/// The panel of a country before it has a place.
struct Panel<'a> {
    iso: &'a str,
    title: String,
    bars: Vec<Bar>,
    names_pt: f32,
    size_pt: Pt,
}

/// The panels of bars: of the selected country, and of all focus countries when asked for. `spots`
/// gives places in a country's body, best first.
pub(in crate::scene) fn items(
    view: &View<'_>,
    ground: &Ground,
    spots: &dyn Fn(&str) -> Vec<Pt>,
    space: &mut Space,
) -> Vec<Item> {
    if view.countries != CountryTheme::Troops {
        return Vec::new();
    }
    let totals = view.world.troop_totals(view.atlas);
    let all_figures = totals.values().flat_map(|t| &t.counted);
    let most = all_figures.map(|f| f.troops).max().unwrap_or(1);
    let selected = match view.selected {
        Subject::Country(iso) => Some(iso.as_str()),
        Subject::None
        | Subject::Base(_)
        | Subject::Bases(_)
        | Subject::Event(_)
        | Subject::Sky(_)
        | Subject::Actor(_)
        | Subject::Alliance(_)
        | Subject::Mission(_)
        | Subject::Place(_)
        | Subject::Cluster(_)
        | Subject::Furniture(_) => None,
    };
    let all = view.shows(BARS_KEY);
    let focus = view.atlas.focus.iter().map(String::as_str);
    let others = focus.filter(|iso| all && Some(*iso) != selected);
    let mut items = Vec::new();
    for iso in selected.into_iter().chain(others) {
        let total = totals.get(iso).filter(|t| t.troops > 0);
        let shown = ground.countries.contains_key(iso);
        let Some(panel) = total.filter(|_| shown).map(|t| panel(view, iso, t)) else {
            continue;
        };
        let must = selected == Some(iso);
        if let Some(at) = place(&panel, &spots(iso), must, space) {
            space.take(at.expand(2.0));
            items.extend(draw(view, &panel, &at, most));
        }
    }
    items
}

fn panel<'a>(view: &View<'_>, iso: &'a str, total: &TroopTotal<'_>) -> Panel<'a> {
    let palette = view.theme.palette();
    let figure = |troops: u32, year: Option<i16>| {
        let year = year.map(|y| format!(" ({y})")).unwrap_or_default();
        number(troops, view.lang) + &year
    };
    let present: Vec<_> = total.counted.iter().filter(|f| f.troops > 0).collect();
    let alone = if present.len() > MOST { MOST - 1 } else { MOST };
    let mut bars: Vec<Bar> = present
        .iter()
        .take(alone)
        .map(|f| Bar {
            name: typeset(view.atlas.short_name(&f.force, view.lang), view.lang),
            troops: f.troops,
            figure: figure(
                f.troops,
                f.is_old(view.world.date).then(|| f.date.first().year()),
            ),
            color: Holder::of_code(&f.force).color(palette),
        })
        .collect();
    let rest = present.iter().skip(alone).map(|f| f.troops);
    let rest = rest.fold(0u32, u32::saturating_add);
    if rest > 0 {
        let name = match view.lang {
            Lang::En => "others",
            Lang::Fr => "autres",
        };
        bars.push(Bar {
            name: name.to_owned(),
            troops: rest,
            figure: figure(rest, None),
            color: Holder::Other.color(palette),
        });
    }
    let country = typeset(view.atlas.short_name(iso, view.lang), view.lang);
    let title = format!("{country}, {}", in_words(total, view.lang));
    let widest = |texts: &mut dyn Iterator<Item = &str>| {
        texts
            .map(|t| metrics::width_pt(t, Face::Regular, size::MINOR_PT))
            .fold(0.0, f32::max)
    };
    let names_pt = widest(&mut bars.iter().map(|b| b.name.as_str()));
    let figures_pt = widest(&mut bars.iter().map(|b| b.figure.as_str()));
    let title_pt = metrics::width_pt(&title, Face::Bold, size::MINOR_PT);
    let width = (names_pt + LONGEST_PT + figures_pt + 2.0 * GAP_PT).max(title_pt);
    let height = LINE_PT * (bars.len() as f32 + 1.2);
    Panel {
        iso,
        title,
        bars,
        names_pt,
        size_pt: [width + 2.0 * PAD_PT, height + PAD_PT],
    }
}

/// The free place nearest to the best spot; for a panel that must stand, else the least covered one.
fn place(panel: &Panel<'_>, spots: &[Pt], must: bool, space: &Space) -> Option<Rect> {
    let [w, h] = panel.size_pt;
    let mut least: Option<(f32, Rect)> = None;
    for (spot, order) in spots.iter().zip(0u8..) {
        for ring in 0..9u8 {
            for step in 0..12u8 {
                let (sin, cos) = (f32::from(step) / 12.0 * std::f32::consts::TAU).sin_cos();
                let out = f32::from(ring) * 14.0;
                let at = Rect::around([spot[0] + cos * out, spot[1] + sin * out], w, h);
                if !space.page().contains(at.min) || !space.page().contains(at.max) {
                    continue;
                }
                let covered = space.covered(&at.expand(2.0));
                if covered > 0.0 && !must {
                    continue;
                }
                // What lies beneath is worse than any way; a later spot is a poorer one.
                let cost = covered * 4.0 + out + f32::from(order) * 20.0;
                if least.as_ref().is_none_or(|(c, _)| cost < *c) {
                    least = Some((cost, at));
                }
            }
        }
    }
    least.map(|(_, at)| at)
}

fn draw(view: &View<'_>, panel: &Panel<'_>, at: &Rect, most: u32) -> Vec<Item> {
    let ui = &view.theme.palette().ui;
    let subject = Subject::Country(panel.iso.to_owned());
    let area = |rect: &Rect, fill: Color| {
        let rings = vec![corners(rect)].into();
        Item::new(subject.clone(), Area { rings, fill })
    };
    let text = |at: Pt, text: &str, face: Face, color: Color| {
        let text = Text {
            at,
            text: text.to_owned(),
            size_pt: size::MINOR_PT,
            face,
            color,
            halo: None,
            angle: 0.0,
        };
        Item::new(subject.clone(), text)
    };
    let frame = Stroke {
        lines: vec![corners(at)].into(),
        closed: true,
        width_pt: 0.8,
        color: ui.hairline_strong,
        dash: None,
    };
    let left = at.min[0] + PAD_PT;
    let mut baseline = at.min[1] + PAD_PT / 2.0 + LINE_PT * 0.8;
    let mut items = vec![
        area(at, ui.panel),
        Item::new(subject.clone(), frame),
        text([left, baseline], &panel.title, Face::Bold, ui.text),
    ];
    baseline += LINE_PT * 0.2;
    for bar in &panel.bars {
        baseline += LINE_PT;
        items.push(text([left, baseline], &bar.name, Face::Regular, ui.text));
        let start = left + panel.names_pt + GAP_PT;
        let share = bar.troops as f32 / most.max(1) as f32;
        let end = start + (share * LONGEST_PT).clamp(SHORTEST_PT, LONGEST_PT);
        let middle = baseline - size::MINOR_PT * 0.36;
        let body = Rect::new([start, middle - BAR_PT / 2.0], [end, middle + BAR_PT / 2.0]);
        items.push(area(&body, bar.color));
        let figure = [end + GAP_PT, baseline];
        items.push(text(figure, &bar.figure, Face::Regular, ui.text_2));
    }
    items
}

fn corners(rect: &Rect) -> Vec<Pt> {
    let [left, top] = rect.min;
    let [right, bottom] = rect.max;
    vec![[left, top], [right, top], [right, bottom], [left, bottom]]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panel_that_must_stand_finds_a_place_and_another_only_where_there_is_room() {
        let panel = Panel {
            iso: "MLI",
            title: String::new(),
            bars: Vec::new(),
            names_pt: 0.0,
            size_pt: [60.0, 40.0],
        };
        let page = Rect::new([0.0, 0.0], [200.0, 200.0]);
        let mut space = Space::new(page);
        let spots = [[100.0, 100.0]];
        let found = place(&panel, &spots, false, &space);
        assert_eq!(found, Some(Rect::around(spots[0], 60.0, 40.0)));
        space.take(page);
        assert_eq!(place(&panel, &spots, false, &space), None);
        assert!(place(&panel, &spots, true, &space).is_some());
        assert_eq!(place(&panel, &[[f32::NAN; 2]], true, &space), None);
    }
}
