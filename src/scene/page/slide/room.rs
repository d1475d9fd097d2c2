//! Where everything stands on a slide, and which part of the map nothing covers.
//!
//! It follows from the size of the page, the words and the language alone, so that the camera can be fitted before
//! anything is drawn.

use super::super::pen::Type;
use super::Slide;
use super::setting::{Line, lines};
use crate::calendar::{Date, period_words};
use crate::geo::{Camera, MapBox};
use crate::lang::{Lang, slide_words as w, typeset};
use crate::scene::item::{Face, Pt, Rect};
use crate::scene::metrics;
use crate::scene::view::{Furniture, View};
use crate::style::Color;
use std::collections::BTreeSet;

/// The page on which type has the sizes named here, in points: that of a slide of 13⅓ by 7½ inches.
const PAGE_PT: Pt = [960.0, 540.0];
const MARGIN: f32 = 30.0;
const DATE_PT: f32 = 34.0;
const UNDER_PT: f32 = 13.5;
const TITLE_PT: f32 = 26.0;
const CAPTION_PT: f32 = 16.5;
/// Sizes of the words below that are tried one after the other, as parts of the whole.
const SMALLER: [f32; 5] = [1.0, 0.94, 0.88, 0.82, 0.76];
/// The words below take at most this part of the page.
const MOST_BELOW: f32 = 0.42;
/// The legend, when it is as large as it may be.
const CARD: [f32; 2] = [206.0, 132.0];
/// A photograph takes at most this part of the width, and of the height.
const PHOTO: [f32; 2] = [0.32, 0.46];

/// What the basemap covers: west, south, east, north in degrees.
pub(super) const DRAWN: [f64; 4] = [-25.0, -5.0, 45.0, 40.0];

/// Date and step.
pub(super) struct Head {
    pub area: Rect,
    pub bar: Rect,
    pub date: String,
    pub date_pt: f32,
    pub date_y: f32,
    pub under: String,
    pub under_pt: f32,
    pub under_y: f32,
}

/// The words below and their ground.
pub(super) struct Band {
    /// Where the ground is as opaque as it gets.
    pub solid: Rect,
    /// Where it begins.
    pub fade_top: f32,
    pub left: f32,
    pub title_pt: f32,
    pub caption_pt: f32,
    /// Lines with their baselines.
    pub title: Vec<(String, f32)>,
    pub caption: Vec<(Line, f32)>,
}

/// Where everything stands, page points.
pub(super) struct Room {
    /// The whole slide.
    pub page: Rect,
    /// Points for one unit: 1 on a page of 960 by 540.
    pub unit: f32,
    pub head: Option<Head>,
    /// The legend at its largest.
    pub card: Option<Rect>,
    pub band: Option<Band>,
    pub photo: Option<Rect>,
    /// Scale, credit, dots: their left and right ends, and the baseline.
    pub foot: Rect,
}

/// What the places follow from.
struct Asked<'a> {
    slide: &'a Slide,
    page_pt: Pt,
    hidden: &'a BTreeSet<String>,
    lang: Lang,
    days: (Option<Date>, Date),
}

/// The page on which a slide of so many pixels is laid out, in points, and pixels a point. What stands on the map
/// has the size that it needs in the back row.
pub fn size_pt(size_px: [u32; 2]) -> (Pt, f32) {
    let [w, h] = size_px.map(|px| px.max(1) as f32);
    let scale = (w * h / (PAGE_PT[0] * PAGE_PT[1])).sqrt();
    ([w / scale, h / scale], scale)
}

/// The camera that shows the whole of `frame` in the part of the slide that nothing covers; `days` are the first
/// day of a range, if there is one, and the day.
pub fn camera(
    slide: &Slide,
    frame: &MapBox,
    page_pt: Pt,
    (lang, hidden): (Lang, &BTreeSet<String>),
    days: (Option<Date>, Date),
) -> Camera {
    let asked = Asked {
        slide,
        page_pt,
        hidden,
        lang,
        days,
    };
    let Some(room) = Room::new(&asked) else {
        return Camera::fit(frame, page_pt);
    };
    let fits = room.free().map(|area| fitted(frame, &area, &room.page));
    let [first, second, third] = fits;
    // The first is the roomiest to the eye: another must be clearly better.
    [second, third].into_iter().fold(first, |best, other| {
        if other.zoom > best.zoom + 0.05 {
            other
        } else {
            best
        }
    })
}

/// The camera that shows the frame in that part of the page. Where the part is roomier than the frame, it is not
/// put in the middle when the basemap would then end on the page.
fn fitted(frame: &MapBox, area: &Rect, page: &Rect) -> Camera {
    let camera = Camera::fit(frame, [area.width(), area.height()]);
    let scale = camera.scale();
    let drawn = MapBox::from_lon_lat(DRAWN[0], DRAWN[1], DRAWN[2], DRAWN[3]);
    let (middle, page_middle) = (area.center(), page.center());
    let at = |axis: usize| {
        let size = (frame.max[axis] - frame.min[axis]) * scale;
        let room = f64::from(area.max[axis] - area.min[axis]);
        let slack = ((room - size) / 2.0).max(0.0);
        // Where the middle of the frame stands on the page, and how far the basemap then fails to reach.
        let stands = f64::from(middle[axis]);
        let edge = |of: f64| stands + (of - camera.center[axis]) * scale;
        let after = f64::from(page.max[axis]) - edge(drawn.max[axis]);
        let before = edge(drawn.min[axis]) - f64::from(page.min[axis]);
        let moved = match axis {
            // West of the basemap is ocean, and south of it are the words.
            0 => after.max(0.0).min(slack),
            _ => -before.max(0.0).min(slack),
        };
        camera.center[axis] - (stands + moved - f64::from(page_middle[axis])) / scale
    };
    Camera {
        center: [at(0), at(1)],
        ..camera
    }
    .held()
}

/// Where the photograph of a slide is put, page points.
pub fn photo_box(
    slide: &Slide,
    page_pt: Pt,
    lang: Lang,
    hidden: &BTreeSet<String>,
) -> Option<Rect> {
    let days = (None, Date::default());
    let asked = Asked {
        slide,
        page_pt,
        hidden,
        lang,
        days,
    };
    Room::new(&asked)?.photo
}

impl Room {
    /// The places on the slide of a view; nothing when it is none, or too small for words.
    pub fn of(view: &View<'_>) -> Option<Room> {
        let Furniture::Slide(slide) = view.furniture else {
            return None;
        };
        Room::new(&Asked {
            slide,
            page_pt: view.viewport.size_pt,
            hidden: view.hidden,
            lang: view.lang,
            days: (view.world.from, view.world.date),
        })
    }

    fn new(asked: &Asked<'_>) -> Option<Room> {
        let [w, h] = asked.page_pt;
        if !(w >= 200.0 && h >= 150.0) {
            return None;
        }
        let by_area = (w * h / (PAGE_PT[0] * PAGE_PT[1])).sqrt();
        let unit = by_area.min(w / 620.0).min(h / 400.0);
        let shows = |key: &str| !asked.hidden.contains(key);
        let margin = MARGIN * unit;
        let foot_y = h - 14.0 * unit;
        let mut room = Room {
            page: Rect::new([0.0, 0.0], [w, h]),
            unit,
            head: None,
            card: None,
            band: None,
            photo: None,
            foot: Rect::new([margin, foot_y], [w - margin, foot_y]),
        };
        if shows("page:title") {
            room.head = Some(head(asked, unit));
        }
        if shows("page:text") {
            room.band = band(asked, unit);
        }
        if shows("page:legend") {
            let [wide, high] = CARD.map(|side| side * unit);
            let right = w - 16.0 * unit;
            room.card = Some(Rect::new(
                [right - wide, 16.0 * unit],
                [right, 16.0 * unit + high],
            ));
        }
        room.photo = asked.slide.photo.as_ref().map(|photo| {
            let top = room.card.map_or(16.0 * unit, |card| card.max[1]) + 12.0 * unit;
            let bottom = room.bottom() - 20.0 * unit;
            let most = [
                w * PHOTO[0],
                (h * PHOTO[1]).min((bottom - top).max(40.0 * unit)),
            ];
            let aspect = photo.aspect.clamp(0.2, 5.0);
            let wide = most[0].min(most[1] * aspect);
            let right = w - 22.0 * unit;
            Rect::new([right - wide, top], [right, top + wide / aspect])
        });
        Some(room)
    }

    /// Where the words below begin to cover the map.
    fn bottom(&self) -> f32 {
        match &self.band {
            Some(band) => band.solid.min[1] - (band.solid.min[1] - band.fade_top) * 0.4,
            None => self.foot.max[1] - 12.0 * self.unit,
        }
    }

    /// Boxes that hide the map.
    pub fn covers(&self) -> Vec<Rect> {
        let mut all: Vec<Rect> = self.card.into_iter().collect();
        if let Some(band) = &self.band {
            all.push(Rect::new([0.0, self.bottom()], self.page.max));
            all.push(band.solid);
        }
        let foot = self.foot;
        let line = 12.0 * self.unit;
        all.push(Rect::new(
            [0.0, foot.min[1] - line],
            [foot.max[0], self.page.max[1]],
        ));
        all.extend(self.photo.map(|photo| photo.expand(6.0 * self.unit)));
        all
    }

    /// Parts that nothing covers: between date and legend, under the date, under both.
    fn free(&self) -> [Rect; 3] {
        let unit = self.unit;
        let gap = 12.0 * unit;
        let right_edge = self.photo.map_or(self.page.max[0], |photo| photo.min[0]) - gap;
        let bottom = self.bottom();
        let head = self.head.as_ref().map(|head| head.area);
        let left = head.map_or(0.0, |area| area.max[0]) + gap;
        let under = head.map_or(0.0, |area| area.max[1]) + gap;
        let card_left = self
            .card
            .map_or(right_edge, |card| card.min[0] - gap)
            .min(right_edge);
        let card_under = self.card.map_or(gap, |card| card.max[1] + gap);
        // Between the two the map would be a slit on a narrow page.
        let least = [120.0 * unit, 100.0 * unit];
        let held = |area: Rect| {
            let max = [0, 1].map(|i| area.max[i].max(area.min[i] + least[i]));
            Rect::new(area.min, max)
        };
        [
            Rect::new([left, gap], [card_left, bottom]),
            Rect::new([gap, under], [card_left, bottom]),
            Rect::new([gap, under.max(card_under)], [right_edge, bottom]),
        ]
        .map(held)
    }
}

fn head(asked: &Asked<'_>, unit: f32) -> Head {
    let [left, top] = [MARGIN * unit, 24.0 * unit];
    let (slide, lang) = (asked.slide, asked.lang);
    let date = period_words(asked.days.0, asked.days.1, lang);
    let most = asked.page_pt[0] - left - (CARD[0] + 40.0) * unit;
    let mut date_pt = DATE_PT * unit;
    let wide = metrics::width_pt(&date, Face::Bold, date_pt);
    date_pt *= (most / wide.max(1.0)).min(1.0);
    let under_pt = UNDER_PT * unit;
    let step = match slide.of {
        0 => String::new(),
        of => {
            let [step, between] = [w::STEP, w::OF].map(|word| word.get(lang));
            format!("{step} {} {between} {of}", slide.number)
        }
    };
    let parts = [slide.story.clone(), step];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let under = typeset(&parts.join(", "), lang);
    let set = Type::plain(under_pt, Color::TRANSPARENT);
    let under = set.cut(&under, most);
    let bar = Rect::new([left, top], [left + 42.0 * unit, top + 4.0 * unit]);
    let date_y = bar.max[1] + date_pt * 1.02;
    let under_y = match under.is_empty() {
        true => date_y,
        false => date_y + under_pt * 1.5,
    };
    let wide = metrics::width_pt(&date, Face::Bold, date_pt).max(set.width(&under));
    let area = Rect::new(
        [left - 6.0 * unit, top - 6.0 * unit],
        [left + wide + 8.0 * unit, under_y + 7.0 * unit],
    );
    Head {
        area,
        bar,
        date,
        date_pt,
        date_y,
        under,
        under_pt,
        under_y,
    }
}

/// The words below in the largest type that leaves the map enough room; in the smallest, what does not fit is cut.
fn band(asked: &Asked<'_>, unit: f32) -> Option<Band> {
    let slide = asked.slide;
    if slide.title.is_empty() && slide.caption.is_empty() {
        return None;
    }
    let most = asked.page_pt[1] * MOST_BELOW;
    let tries = SMALLER.map(|part| set_band(asked, unit, part, usize::MAX));
    let fits = |band: &Band| asked.page_pt[1] - band.solid.min[1] <= most;
    if let Some(band) = tries.into_iter().find(fits) {
        return Some(band);
    }
    let smallest = SMALLER[SMALLER.len() - 1];
    let cut = (1..=12)
        .rev()
        .map(|lines| set_band(asked, unit, smallest, lines));
    cut.into_iter()
        .find(fits)
        .or_else(|| Some(set_band(asked, unit, smallest, 1)))
}

fn set_band(asked: &Asked<'_>, unit: f32, part: f32, most_lines: usize) -> Band {
    let slide = asked.slide;
    let [w, h] = asked.page_pt;
    let left = MARGIN * unit;
    let width = w - 2.0 * left;
    let (title_pt, caption_pt) = (TITLE_PT * unit * part, CAPTION_PT * unit * part);
    let set = Type::bold(title_pt, Color::TRANSPARENT);
    let title = set.lines(&slide.title, 0.0, width, 2);
    let mut caption: Vec<Vec<Line>> = Vec::new();
    let mut left_over = most_lines;
    for paragraph in slide.caption.iter().filter(|_| most_lines > 0) {
        if left_over == 0 {
            break;
        }
        let set = lines(paragraph, caption_pt, width, left_over);
        left_over -= set.len();
        caption.push(set);
    }
    let (title_line, line) = (title_pt * 1.2, caption_pt * 1.36);
    let gap = caption_pt * 0.35;
    let title_high = title.len() as f32 * title_line;
    let count: usize = caption.iter().map(Vec::len).sum();
    let gaps = caption.len().saturating_sub(1) as f32;
    let caption_high = count as f32 * line + gaps * gap;
    let between = if title.is_empty() || count == 0 {
        0.0
    } else {
        3.0 * unit
    };
    let bottom = h - 33.0 * unit;
    let top = bottom - title_high - between - caption_high;
    let mut y = top;
    let title = title.into_iter().map(|text| {
        y += title_line;
        (text, y - title_pt * 0.26)
    });
    let title: Vec<(String, f32)> = title.collect();
    y += between;
    let mut placed = Vec::new();
    for (i, paragraph) in caption.into_iter().enumerate() {
        if i > 0 {
            y += gap;
        }
        for one in paragraph {
            y += line;
            placed.push((one, y - caption_pt * 0.36));
        }
    }
    let solid_top = top - 4.0 * unit;
    Band {
        solid: Rect::new([0.0, solid_top], [w, h]),
        fade_top: solid_top - 46.0 * unit,
        left,
        title_pt,
        caption_pt,
        title,
        caption: placed,
    }
}
