//! The locator: northern Africa in a corner of a page's map, with the frame of the view on it.
//!
//! It stands only where nothing of the day lies under it; where every corner is busy there is none.

use super::item::{Area, Item, Pt, Rect, Stroke, Subject};
use super::layers::countries::Dresses;
use super::layers::events;
use super::layers::ground::{Ground, Rings};
use super::page::corners;
use super::space::Space;
use super::view::{Furniture, View};
use crate::geo::{Camera, MapBox, MapPt, clip_line, clip_ring};
use crate::model::SkyClass;
use crate::model::basemap::{BorderClass, Level};
use crate::style::{Color, size};

/// The view must cover less than this part of the region.
const MOST_OF_REGION: f64 = 0.5;

/// The inset and the box it stands in, whose place it takes.
pub(super) fn locator(
    view: &View<'_>,
    ground: &Ground,
    dresses: &Dresses,
    space: &mut Space,
) -> Option<(Rect, Vec<Item>)> {
    let on_page = matches!(view.furniture, Furniture::Page(_) | Furniture::Panel);
    if !on_page || !view.shows("page:locator") {
        return None;
    }
    let region = Camera::bounds();
    let seen = seen(view, &region)?;
    let area = corner(view, ground, dresses, &region, space)?;
    space.take(area.expand(3.0));
    Some((area, items(view, &region, &seen, area)))
}

/// The part of the region that the map shows, when that is a small part.
fn seen(view: &View<'_>, region: &MapBox) -> Option<MapBox> {
    let visible = view.viewport.visible(0.0);
    let within = |axis: usize, v: f64| v.clamp(region.min[axis], region.max[axis]);
    let corner = |p: MapPt| [within(0, p[0]), within(1, p[1])];
    let seen = MapBox {
        min: corner(visible.min),
        max: corner(visible.max),
    };
    let size = |b: &MapBox| (b.max[0] - b.min[0]) * (b.max[1] - b.min[1]);
    let part = size(&seen) / size(region);
    (part > 0.0 && part < MOST_OF_REGION).then_some(seen)
}

/// The corner of the map with least on it, and with nothing of the day.
fn corner(
    view: &View<'_>,
    ground: &Ground,
    dresses: &Dresses,
    region: &MapBox,
    space: &Space,
) -> Option<Rect> {
    let [w, h] = view.viewport.size_pt;
    let aspect = (region.max[0] - region.min[0]) / (region.max[1] - region.min[1]);
    let width = (w * 0.17).clamp(92.0, 210.0);
    let height = width / aspect as f32;
    if width > w * 0.3 || height > h * 0.3 {
        return None;
    }
    let (right, low) = (w - width, h - height);
    let corners = [[right, low], [0.0, low], [right, 0.0], [0.0, 0.0]];
    let today = view.world.events_of_day(view.atlas);
    let trail = view.world.events_of_trail(view.atlas);
    let shown = today
        .chain(trail)
        .filter(|e| view.shows("layer:events") && view.shows(&events::category_key(e.category)));
    let places: Vec<Pt> = shown
        .filter_map(|e| e.places.first())
        .map(|p| view.viewport.page_from_map(p.position().to_map()))
        .collect();
    let free = |area: &Rect| {
        let near = area.expand(size::EVENT_STORY_PT);
        space.covered(&area.expand(4.0)) == 0.0 && !places.iter().any(|p| near.contains(*p))
    };
    let mut areas = corners.map(|at| Rect::new(at, [at[0] + width, at[1] + height]));
    areas.sort_by_key(|area| dearness(view, ground, dresses, area));
    areas.into_iter().find(free)
}

/// How much a corner would hide: first what is disputed, which has to be seen to be disputed, then
/// land that is the news or closed to all, then land of the focus countries, in square points.
fn dearness(view: &View<'_>, ground: &Ground, dresses: &Dresses, area: &Rect) -> (bool, u32, u32) {
    let hidden = |rings: &Rings| -> f32 {
        let rings = rings.iter();
        rings
            .map(|ring| enclosed(&clip_ring(ring, area.min, area.max)))
            .sum()
    };
    let disputed = ground.disputed().iter().any(|rings| hidden(rings) > 0.0);
    let news = |iso: &String| {
        let mut fresh = dresses.outlines.iter().filter(|o| o.fresh);
        let closed = dresses.of.get(iso).and_then(|dress| dress.sky);
        closed == Some(SkyClass::All) || fresh.any(|o| o.members.contains(iso))
    };
    let (mut loud, mut focus) = (0.0, 0.0);
    for (iso, rings) in &ground.countries {
        if news(iso) {
            loud += hidden(rings);
        } else if view.atlas.is_focus(iso) {
            focus += hidden(rings);
        }
    }
    (disputed, loud as u32, focus as u32)
}

/// The area inside a ring (shoelace formula).
fn enclosed(ring: &[Pt]) -> f32 {
    let next = ring.iter().cycle().skip(1);
    let sum: f32 = ring
        .iter()
        .zip(next)
        .map(|(a, b)| a[0] * b[1] - b[0] * a[1])
        .sum();
    sum.abs() / 2.0
}

fn items(view: &View<'_>, region: &MapBox, seen: &MapBox, area: Rect) -> Vec<Item> {
    let palette = view.theme.palette();
    let ink = &palette.map;
    let scale = f64::from(area.width()) / (region.max[0] - region.min[0]);
    let place = |p: &MapPt| -> Pt {
        [0, 1].map(|axis| area.min[axis] + ((p[axis] - region.min[axis]) * scale) as f32)
    };
    let level = view.atlas.basemap.level(2);
    let mut items = vec![filled(vec![corners(&area)], ink.sea)];
    for of_focus in [false, true] {
        let fill = if of_focus { ink.focus_land } else { ink.land };
        let countries = level
            .countries
            .iter()
            .filter(|c| view.atlas.is_focus(&c.iso) == of_focus);
        let rings = countries.flat_map(|c| &c.rings).map(|walk| {
            let ring: Vec<Pt> = level.points(walk).iter().map(place).collect();
            clip_ring(&ring, area.min, area.max)
        });
        items.push(filled(rings.filter(|r| r.len() >= 3).collect(), fill));
    }
    items.extend(borders(level, &place, &area, ink.border, ink.disputed_line));
    let frame = Rect::new(place(&seen.min), place(&seen.max));
    let least = Rect::around(frame.center(), 5.0, 5.0);
    let frame = frame.union(&least);
    items.push(framed(&frame, 3.4, ink.halo.with_opacity(0.8)));
    items.push(framed(&frame, 1.8, palette.ui.accent));
    items.push(framed(&area.expand(-0.35), 0.7, palette.ui.hairline_strong));
    items
}

/// Borders as hairlines, disputed ones dashed.
fn borders(
    level: &Level,
    place: &impl Fn(&MapPt) -> Pt,
    area: &Rect,
    color: Color,
    disputed: Color,
) -> Vec<Item> {
    let mut agreed: Vec<Vec<Pt>> = Vec::new();
    let mut open: Vec<Vec<Pt>> = Vec::new();
    for border in &level.borders {
        let lines = match border.class {
            BorderClass::International => &mut agreed,
            BorderClass::Disputed | BorderClass::LineOfControl | BorderClass::Indefinite => {
                &mut open
            }
        };
        for walk in &border.lines {
            let line: Vec<Pt> = level.points(walk).iter().map(place).collect();
            lines.extend(clip_line(&line, area.min, area.max));
        }
    }
    let drawn = |lines: Vec<Vec<Pt>>, color: Color, dash: Option<[f32; 2]>| {
        let stroke = Stroke {
            lines: lines.into(),
            closed: false,
            width_pt: 0.45,
            color,
            dash,
        };
        Item::new(Subject::Furniture("locator"), stroke)
    };
    vec![
        drawn(agreed, color, None),
        drawn(open, disputed, Some([1.6, 1.4])),
    ]
}

fn filled(rings: Vec<Vec<Pt>>, fill: Color) -> Item {
    let rings = rings.into();
    Item::new(Subject::Furniture("locator"), Area { rings, fill })
}

fn framed(frame: &Rect, width_pt: f32, color: Color) -> Item {
    let stroke = Stroke {
        lines: vec![corners(frame)].into(),
        closed: true,
        width_pt,
        color,
        dash: None,
    };
    Item::new(Subject::Furniture("locator"), stroke)
}
