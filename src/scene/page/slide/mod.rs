//! The slide of a step: the map fills it, and on the map stand the date, a small legend, title, caption, dots.
//!
//! The map is kept clear of them: [`camera`] fits what must be seen into the part that nothing covers, and names
//! find their places around them. What a step shows and says is the caller's.

mod card;
mod edge;
mod room;
mod setting;

pub use room::{camera, photo_box, size_pt};
pub use setting::{Line, Piece, Run, lines};

use self::room::Room;
use super::super::furniture;
use super::pen::{Pen, Type, corners};
use crate::calendar::period_words;
use crate::lang::{typeset, words};
use crate::scene::item::{Area, Halo, Item, Pt, Rect, Shape, Subject, Text};
use crate::scene::legend::Legend;
use crate::scene::space::Space;
use crate::scene::view::{Furniture, View};

/// A story of more steps than this has no dots; which step it is stands in words anyway.
const MOST_DOTS: usize = 40;
/// How many steps the soft ground fades in, and how opaque it is before it is solid. Many faint steps would add up
/// to a wrong hue: each is rounded to whole shades.
const FADE_STEPS: u16 = 14;
const FADED: f32 = 0.985;

/// Does the picture belong to pictures that follow each other, so that names must not hop?
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Motion {
    /// It stands alone: the same view gives the same picture, whatever came before.
    #[default]
    Still,
    /// It is one of many in a window.
    Live,
}

/// What is said on a slide. Texts are set already: with the spaces and marks of their language.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Slide {
    /// What the story is called; empty is not written.
    pub story: String,
    /// Which step it is, from 1.
    pub number: usize,
    /// How many steps there are; with one or none there are no dots.
    pub of: usize,
    /// The line in large type.
    pub title: String,
    /// The paragraphs of the caption.
    pub caption: Vec<Vec<Run>>,
    /// A photograph beside the map; whoever paints the slide puts it into [`photo_box`].
    pub photo: Option<Photo>,
    /// Alone or one of many.
    pub motion: Motion,
}

/// Room for a photograph.
#[derive(Clone, PartialEq, Debug)]
pub struct Photo {
    /// Width by height.
    pub aspect: f32,
    /// Whose it is, as it is set under it.
    pub credit: String,
}

/// What a reader who does not see it is told: the day and the caption.
pub(in crate::scene) fn description(view: &View<'_>) -> Option<String> {
    let Furniture::Slide(slide) = view.furniture else {
        return None;
    };
    let date = period_words(view.world.from, view.world.date, view.lang);
    let paragraph = |runs: &Vec<Run>| runs.iter().map(|run| run.text.as_str()).collect();
    let caption: Vec<String> = slide.caption.iter().map(paragraph).collect();
    Some(format!("{date}. {}", caption.join(" ")).trim().to_owned())
}

/// Boxes that hide what is under them; hatching need not end before them.
pub(in crate::scene) fn covers(view: &View<'_>) -> Vec<Rect> {
    Room::of(view).map_or_else(Vec::new, |room| room.covers())
}

/// Takes the places of all that stands on the map.
pub(in crate::scene) fn take_room(view: &View<'_>, space: &mut Space) {
    let Some(room) = Room::of(view) else { return };
    room.covers().into_iter().for_each(|area| space.take(area));
    if let Some(head) = &room.head {
        space.take(head.area);
    }
}

/// All that stands on the map.
pub(in crate::scene) fn items(view: &View<'_>, legend: &Legend, slide: &Slide) -> Vec<Item> {
    let Some(room) = Room::of(view) else {
        return Vec::new();
    };
    let mut pen = Pen {
        palette: view.theme.palette(),
        unit: room.unit,
        part: "page",
        items: Vec::new(),
    };
    edge::draw(&mut pen, view, &room.page);
    soft_ground(&mut pen, &room);
    head(&mut pen, &room);
    if let Some(area) = room.card {
        card::draw(&mut pen, view, legend, &area);
    }
    words_below(&mut pen, &room);
    photo(&mut pen, &room, slide);
    foot(&mut pen, view, &room, slide);
    pen.items
}

/// The ground of the words: nested boxes that add up, so that no seam shows between two of them.
fn soft_ground(pen: &mut Pen<'_>, room: &Room) {
    let Some(band) = &room.band else { return };
    pen.part = "page";
    let panel = pen.palette.ui.panel;
    let one = 1.0 - (1.0 - FADED).powf(1.0 / f32::from(FADE_STEPS));
    let high = band.solid.min[1] - band.fade_top;
    for step in 0..FADE_STEPS {
        // The first steps stand farther apart: the ground begins softly.
        let along = (f32::from(step) + 0.5) / f32::from(FADE_STEPS);
        let top = band.fade_top + high * along.sqrt();
        let area = Rect::new([band.solid.min[0], top], band.solid.max);
        pen.fill(&area, panel.with_opacity(one));
    }
    pen.fill(&band.solid, panel);
}

/// Bar, date, and which step of which story.
fn head(pen: &mut Pen<'_>, room: &Room) {
    let Some(head) = &room.head else { return };
    pen.part = "title";
    let (ui, halo) = (&pen.palette.ui, pen.palette.map.halo);
    let [left, top] = head.bar.min;
    let (accent, unit) = (ui.accent, room.unit);
    let date = Type::bold(head.date_pt, ui.text);
    let under = Type::plain(head.under_pt, ui.text_2);
    let ground = Rect::new(
        [left - unit, top - unit],
        [head.bar.max[0] + unit, head.bar.max[1] + unit],
    );
    pen.fill(&ground, halo.with_opacity(0.7));
    pen.fill(&head.bar, accent);
    on_map(pen, [left, head.date_y], &head.date, date, 5.0 * unit);
    on_map(pen, [left, head.under_y], &head.under, under, 4.0 * unit);
}

/// A line of text that stands on the map itself.
fn on_map(pen: &mut Pen<'_>, at: Pt, text: &str, set: Type, width_pt: f32) {
    if text.is_empty() {
        return;
    }
    let text = Text {
        at,
        text: text.to_owned(),
        size_pt: set.size_pt,
        face: set.face,
        color: set.color,
        halo: Some(Halo {
            color: pen.palette.map.halo,
            width_pt,
        }),
        angle: 0.0,
    };
    pen.items
        .push(Item::new(Subject::Furniture(pen.part), text));
}

/// Title and caption.
fn words_below(pen: &mut Pen<'_>, room: &Room) {
    let Some(band) = &room.band else { return };
    pen.part = "text";
    let ui = &pen.palette.ui;
    let left = band.left;
    let title = Type::bold(band.title_pt, ui.text);
    let caption = Type::plain(band.caption_pt, ui.text);
    for (line, y) in &band.title {
        pen.text([left, *y], line.as_str(), title);
    }
    for (line, y) in &band.caption {
        for piece in &line.pieces {
            let set = Type {
                face: piece.face,
                ..caption
            };
            pen.text([left + piece.x_pt, *y], piece.text.as_str(), set);
        }
    }
}

/// The frame that the photograph is put into, and whose it is.
fn photo(pen: &mut Pen<'_>, room: &Room, slide: &Slide) {
    let (Some(area), Some(photo)) = (room.photo, &slide.photo) else {
        return;
    };
    pen.part = "photo";
    let ui = &pen.palette.ui;
    let (panel, rule) = (ui.panel, ui.hairline_strong);
    let set = Type::plain(8.5 * room.unit, ui.text_2);
    let line = match photo.credit.is_empty() {
        true => 0.0,
        false => 13.0 * room.unit,
    };
    let pad = 5.0 * room.unit;
    let card = Rect::new(
        [area.min[0] - pad, area.min[1] - pad],
        [area.max[0] + pad, area.max[1] + pad + line],
    );
    pen.fill(&card, panel);
    pen.frame(&card, 0.7, rule);
    let at = [area.min[0], area.max[1] + 11.0 * room.unit];
    pen.text(at, set.cut(&photo.credit, area.width()), set);
}

/// Scale and credit at the left, a dot a step at the right.
fn foot(pen: &mut Pen<'_>, view: &View<'_>, room: &Room, slide: &Slide) {
    let mut left = room.foot.min[0];
    let baseline = room.foot.max[1];
    if view.shows("page:scale") {
        let (bar, width) = furniture::scale_bar(view, [left, baseline]);
        pen.items.extend(bar);
        left += width + 16.0 * room.unit;
    }
    let dots_left = match view.shows("page:dots") {
        true => dots(pen, room, slide),
        false => room.foot.max[0],
    };
    if view.shows("page:credit") {
        pen.part = "credit";
        let set = Type::plain(8.5 * room.unit, pen.palette.ui.text_2);
        let credit = match view.atlas.credits.first() {
            Some(credit) => typeset(credit.text.get(view.lang), view.lang),
            None => words::MADE_WITH.get(view.lang).to_owned(),
        };
        let room_pt = dots_left - left - 12.0 * room.unit;
        if set.width(&credit) <= room_pt {
            let ground = pen.palette.map.halo;
            pen.text([left, baseline], credit, set);
            if let Some(Item {
                shape: Shape::Text(text),
                ..
            }) = pen.items.last_mut()
            {
                text.halo = Some(Halo {
                    color: ground,
                    width_pt: 2.0,
                });
            }
        }
    }
}

/// The dots; gives their left end.
fn dots(pen: &mut Pen<'_>, room: &Room, slide: &Slide) -> f32 {
    let right = room.foot.max[0];
    if slide.of < 2 || slide.of > MOST_DOTS {
        return right;
    }
    pen.part = "title";
    let unit = room.unit;
    let count = slide.of as f32;
    let apart = (13.0 * unit).min(room.foot.width() * 0.5 / count);
    let radius = (3.6 * unit).min(apart * 0.32);
    let y = room.foot.max[1] - 3.2 * unit;
    let (done, ahead) = (pen.palette.ui.accent, pen.palette.ui.hairline_strong);
    let panel = pen.palette.ui.panel;
    let left = right - count * apart;
    for step in 1..=slide.of {
        let at = [left + (step as f32 - 0.5) * apart, y];
        let color = if step <= slide.number { done } else { ahead };
        if step == slide.number {
            disc(pen, at, radius * 1.9, color);
            disc(pen, at, radius * 1.45, panel);
        }
        disc(pen, at, radius, color);
    }
    left
}

fn disc(pen: &mut Pen<'_>, at: Pt, radius: f32, fill: crate::style::Color) {
    let point = |step: u8| {
        let (sin, cos) = (f32::from(step) / 28.0 * std::f32::consts::TAU).sin_cos();
        [at[0] + cos * radius, at[1] + sin * radius]
    };
    let rings = vec![(0..28).map(point).collect()].into();
    let item = Item::new(Subject::Furniture(pen.part), Area { rings, fill });
    pen.items.push(item);
}

/// A box with round corners.
fn rounded(area: &Rect, radius: f32) -> Vec<Pt> {
    let inner = area.expand(-radius);
    let quarter = |middle: Pt, from: f32| {
        (0..=6u8).map(move |step| {
            let turn = (from + f32::from(step) / 6.0) * std::f32::consts::FRAC_PI_2;
            [
                middle[0] + turn.cos() * radius,
                middle[1] + turn.sin() * radius,
            ]
        })
    };
    let [upper_left, upper_right, lower_right, lower_left]: [Pt; 4] = match corners(&inner)[..] {
        [a, b, c, d] => [a, b, c, d],
        _ => [inner.min; 4],
    };
    let around = [
        (lower_right, 0.0),
        (lower_left, 1.0),
        (upper_left, 2.0),
        (upper_right, 3.0),
    ];
    around
        .into_iter()
        .flat_map(|(at, from)| quarter(at, from))
        .collect()
}
