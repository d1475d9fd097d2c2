//! The words of the day's story, beside its place and never on it.
//!
//! Which event it is, `events` decides. The name of an alliance is `bloc`'s.

use super::events::{self, Disc};
use super::movements::Move;
use crate::calendar::{partial_words, span_words};
use crate::lang::Lang;
use crate::model::{Confidence, Event};
use crate::scene::item::{Face, Halo, Item, Pt, Rect, Stroke, Subject, Text};
use crate::scene::metrics;
use crate::scene::signs::category_color;
use crate::scene::space::{Boxes, Space, text_box};
use crate::scene::view::View;
use crate::style::{Color, Holder, size};

/// A leader that would cross more things than this is not drawn, and the words with it.
const MOST_CROSSED: f32 = 1.0;
/// Words go so much farther away to stand off the borders of focus countries.
const ON_BORDER_PT: f32 = 60.0;
/// Width that titles are broken to.
const TITLE_WIDTH_PT: f32 = 190.0;

/// The words of the story and their leader; nothing when the story has no place on the page, is told
/// by a closed sky, or finds no room.
pub(in crate::scene) fn items(
    view: &View<'_>,
    (discs, moves): (&[Disc<'_>], &[Move<'_>]),
    ground_of: &dyn Fn(Pt) -> Color,
    borders: &Boxes,
    space: &mut Space,
    last: &mut Option<(String, Pt)>,
) -> Vec<Item> {
    let Some(event) = events::story(view) else {
        return Vec::new();
    };
    let of_move = moves.iter().find(|m| m.story);
    let of_disc = discs.iter().find(|d| d.story);
    let (anchor, reach) = match (of_move, of_disc) {
        (Some(m), _) => (m.mid, 8.0),
        (None, Some(d)) => (d.at, d.size_pt / 2.0),
        (None, None) => return Vec::new(),
    };
    if events::told_by_sky(view, event) {
        return Vec::new();
    }
    let lines = lines(view, event);
    let [width, height] = extent(&lines);
    let near =
        |free: &dyn Fn(&Rect) -> bool| spot(anchor, reach, [width, height], (space, borders), free);
    let kept = last
        .take()
        .filter(|(id, _)| *id == event.id)
        .map(|(_, from)| {
            let center = [anchor[0] + from[0], anchor[1] + from[1]];
            Rect::around(center, width, height)
        });
    // Names that gave way to it last time give way again, or the two would chase each other.
    let kept = kept.filter(|block| {
        space.is_free_but_for_names(&block.expand(5.0))
            && crossed(anchor, reach, block, space) <= MOST_CROSSED
    });
    let free = kept.or_else(|| near(&|block| space.is_free(block)));
    // The story comes before names: where no block is free, those beneath it go.
    let Some(block) = free.or_else(|| near(&|block| space.is_free_but_for_names(block))) else {
        return Vec::new();
    };
    let center = block.center();
    *last = Some((
        event.id.clone(),
        [center[0] - anchor[0], center[1] - anchor[1]],
    ));
    let subject = Subject::Event(event.id.clone());
    written(lines, &block, (anchor, reach), &subject, ground_of, space)
}

/// The lines of a block and the line that leads to what they speak of.
pub(super) fn written(
    lines: Vec<Line>,
    block: &Rect,
    (anchor, reach): (Pt, f32),
    subject: &Subject,
    ground_of: &dyn Fn(Pt) -> Color,
    space: &mut Space,
) -> Vec<Item> {
    let Some(first) = lines.first() else {
        return Vec::new();
    };
    let mut items = vec![leader(anchor, reach, block, first.color, subject)];
    let mut baseline = block.min[1];
    for line in lines {
        baseline += line.size_pt * 1.28;
        let at = [block.min[0], baseline - line.size_pt * 0.28];
        let room = text_box(at, line.width, line.size_pt, 0.0);
        space.force(room.expand(1.0));
        let beneath = ground_of(room.center());
        let text = Text {
            at,
            text: line.text,
            size_pt: line.size_pt,
            face: line.face,
            color: line.color.for_text(beneath),
            halo: Some(Halo {
                color: beneath,
                width_pt: size::HALO_PT + 1.0,
            }),
            angle: 0.0,
        };
        items.push(Item::new(subject.clone(), text));
    }
    items
}

/// A line of the words beside a place.
pub(super) struct Line {
    pub text: String,
    pub face: Face,
    pub size_pt: f32,
    pub color: Color,
    pub width: f32,
}

impl Line {
    pub fn new(text: String, face: Face, size_pt: f32, color: Color) -> Line {
        Line {
            width: metrics::width_pt(&text, face, size_pt),
            text,
            face,
            size_pt,
            color,
        }
    }
}

/// Width and height of a block of lines.
pub(super) fn extent(lines: &[Line]) -> [f32; 2] {
    let width = lines.iter().map(|l| l.width).fold(0.0, f32::max);
    [width, lines.iter().map(|l| l.size_pt * 1.28).sum()]
}

fn lines(view: &View<'_>, event: &Event) -> Vec<Line> {
    let palette = view.theme.palette();
    let line = Line::new;
    let moving = event.movement.is_some();
    let holder = event.actors.first().map(|c| Holder::of_code(c));
    let color = match (moving, holder) {
        (true, Some(holder)) => holder.color(palette),
        (_, _) => category_color(event.category, palette),
    }
    .for_text(palette.map.halo);
    let date = match event.end {
        Some(_) => span_words(event.span(), view.lang),
        None => partial_words(event.date, view.lang),
    };
    let mut lines = vec![line(date, Face::Bold, size::STORY_DATE_PT, color)];
    let title = event.title.set(view.lang);
    for part in metrics::wrap(&title, Face::Bold, size::STORY_PT, TITLE_WIDTH_PT) {
        lines.push(line(
            part,
            Face::Bold,
            size::STORY_PT,
            palette.map.place_label,
        ));
    }
    if let Some(doubt) = doubt(event, view.lang) {
        lines.push(line(
            doubt.to_owned(),
            Face::Regular,
            size::SMALL_PT,
            palette.map.minor_label,
        ));
    }
    lines
}

/// What is not sure about the story.
fn doubt(event: &Event, lang: Lang) -> Option<&'static str> {
    let text = match event.confidence {
        Confidence::Reported => ("reported, not confirmed", "rapporté, non confirmé"),
        Confidence::Disputed => ("disputed", "contesté"),
        Confidence::Unsourced => ("no source here", "sans source ici"),
        Confidence::Confirmed if event.movement.is_some() && event.troops.is_none() => {
            ("number not known", "effectif inconnu")
        }
        Confidence::Confirmed => return None,
    };
    Some(match lang {
        Lang::En => text.0,
        Lang::Fr => text.1,
    })
}

/// The free block nearest to the anchor.
pub(super) fn spot(
    anchor: Pt,
    reach: f32,
    [width, height]: [f32; 2],
    (space, borders): (&Space, &Boxes),
    free: &dyn Fn(&Rect) -> bool,
) -> Option<Rect> {
    let mut best: Option<(f32, Rect)> = None;
    for ring in 0..7u8 {
        let out = reach + 22.0 + f32::from(ring) * 26.0;
        for step in 0..16u8 {
            let (sin, cos) = (f32::from(step) / 16.0 * std::f32::consts::TAU).sin_cos();
            let center = [
                anchor[0] + cos * (out + width / 2.0),
                anchor[1] + sin * (out + height / 2.0),
            ];
            let block = Rect::around(center, width, height);
            if !free(&block.expand(5.0)) {
                continue;
            }
            let crossed = crossed(anchor, reach, &block, space);
            if crossed > MOST_CROSSED {
                continue;
            }
            // Words to the right read best; above and below hide less of the way than far aside.
            let side = if cos > 0.3 { 0.0 } else { 14.0 };
            let bordered = if borders.touch(&block.expand(-2.0)) {
                ON_BORDER_PT
            } else {
                0.0
            };
            let cost = out + side + sin.abs() * 6.0 + crossed * 60.0 + bordered;
            if best.as_ref().is_none_or(|(c, _)| cost < *c) {
                best = Some((cost, block));
            }
        }
    }
    best.map(|(_, block)| block)
}

/// How many things the leader of a block would cross.
fn crossed(anchor: Pt, reach: f32, block: &Rect, space: &Space) -> f32 {
    let near = nearest(anchor, block);
    let (dx, dy) = (near[0] - anchor[0], near[1] - anchor[1]);
    let length = (dx * dx + dy * dy).sqrt().max(1.0);
    let on_line = |taken: &&Rect| {
        (1..=12u8).any(|i| {
            let along = reach + 6.0 + (length - reach - 6.0) * f32::from(i) / 12.0;
            taken.contains([
                anchor[0] + dx / length * along,
                anchor[1] + dy / length * along,
            ])
        })
    };
    let boxes = space.taken().filter(|t| t.width() > 7.0);
    boxes.filter(on_line).count() as f32
}

/// The point of a block that its leader ends at.
fn nearest(anchor: Pt, block: &Rect) -> Pt {
    [
        anchor[0].clamp(block.min[0] - 4.0, block.max[0] + 4.0),
        anchor[1].clamp(block.min[1], block.max[1]),
    ]
}

fn leader(anchor: Pt, reach: f32, block: &Rect, color: Color, subject: &Subject) -> Item {
    let near = nearest(anchor, block);
    let (dx, dy) = (near[0] - anchor[0], near[1] - anchor[1]);
    let length = (dx * dx + dy * dy).sqrt().max(1.0);
    let from = [
        anchor[0] + dx / length * reach,
        anchor[1] + dy / length * reach,
    ];
    let stroke = Stroke {
        lines: vec![vec![from, near]].into(),
        closed: false,
        width_pt: 1.0,
        color,
        dash: None,
    };
    Item::new(subject.clone(), stroke)
}
