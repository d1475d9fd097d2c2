//! The wishes of the filter as chips along the top of the map: a click takes one away.
//!
//! Three lines at most: with more wishes the map would go under, and the panel has them all.

use crate::lang::{Lang, filter_words as w};
use crate::model::filter::{Chip, FacetValue};
use crate::state::{Action, FilterAction};
use crate::ui::commands::{Command, key_of};
use crate::ui::icon::{self, Icon};
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use egui::{
    CursorIcon, Galley, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, pos2, vec2,
};
use std::sync::Arc;

/// Height of a chip.
const CHIP_PT: f32 = 24.0;
/// Between chips.
const GAP_PT: f32 = 6.0;
/// How many lines of chips.
const LINES: usize = 3;
/// From the edges of the map; at the right stand its buttons.
const MARGIN_PT: [f32; 2] = [12.0, 52.0];
/// The longest name that is written whole.
const NAME_PT: f32 = 220.0;

/// Draws the chips into the top of the map.
pub fn chips_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let chips = shown.state.filter.chips();
    if chips.is_empty() {
        return;
    }
    let page = ui.max_rect();
    let mut flow = Flow {
        at: page.min + Vec2::splat(MARGIN_PT[0]),
        left: page.left() + MARGIN_PT[0],
        right: page.right() - MARGIN_PT[1],
        line: 0,
    };
    let clear = shown.say(w::CLEAR);
    let clear_pt = text(ui, &clear, Type::SmallStrong, shown.ink().accent)
        .size()
        .x
        + GRID * 4.0;
    let mut left_over = chips.len();
    for chip in &chips {
        let name = chip.name(&shown.state.filter, shown.atlas, shown.lang());
        let galley = cut(ui, shown, &name);
        let sign_pt = sign_pt(chip);
        let width = GRID * 2.0 + sign_pt + galley.size().x + 22.0;
        // On the last line there must be room to say how many more there are, and to clear them.
        let kept = if left_over > 1 {
            clear_pt + 60.0
        } else {
            clear_pt
        };
        let Some(rect) = flow.place(width, kept) else {
            break;
        };
        left_over -= 1;
        if chip_ui(ui, shown, chip, &name, (galley, rect)).clicked() {
            actions.push(Action::Filter(FilterAction::Remove(chip.clone())));
        }
    }
    if left_over > 0 {
        let more = match shown.lang() {
            Lang::En => format!("+ {left_over} more"),
            Lang::Fr => format!("+ {left_over} autres"),
        };
        let galley = text(ui, &more, Type::Small, shown.ink().text);
        let rect = flow.rest(galley.size().x + GRID * 4.0);
        ground(ui, shown, rect, false);
        let at = rect.center() - galley.size() / 2.0;
        ui.painter().galley(at, galley, ink(shown.ink().text));
    }
    if chips.len() > 1 {
        let rect = flow.rest(clear_pt);
        if clear_ui(ui, shown, &clear, rect).clicked() {
            actions.push(Action::Filter(FilterAction::Clear));
        }
    }
}

/// Places chips from left to right, line after line.
struct Flow {
    at: Pos2,
    left: f32,
    right: f32,
    line: usize,
}

impl Flow {
    /// The next place; none when the lines are full. The last line keeps so much room free.
    fn place(&mut self, width: f32, kept: f32) -> Option<Rect> {
        let room = |flow: &Flow| {
            let is_last = flow.line + 1 == LINES;
            flow.right - flow.at.x - if is_last { kept + GAP_PT } else { 0.0 }
        };
        if width > room(self) && self.at.x > self.left {
            if self.line + 1 == LINES {
                return None;
            }
            self.line += 1;
            self.at = pos2(self.left, self.at.y + CHIP_PT + GAP_PT);
        }
        Some(self.rest(width))
    }

    /// The next place on this line, whatever room there is.
    fn rest(&mut self, width: f32) -> Rect {
        let rect = Rect::from_min_size(self.at, vec2(width, CHIP_PT));
        self.at.x += width + GAP_PT;
        rect
    }
}

fn text(ui: &Ui, text: &str, kind: Type, color: crate::style::Color) -> Arc<Galley> {
    ui.painter()
        .layout_no_wrap(text.to_owned(), kind.font(), ink(color))
}

fn cut(ui: &Ui, shown: &Shown<'_>, name: &str) -> Arc<Galley> {
    let font = Type::Body.font();
    let color = ink(shown.ink().text);
    let mut job = egui::text::LayoutJob::simple_singleline(name.to_owned(), font, color);
    job.wrap = egui::text::TextWrapping::truncate_at_width(NAME_PT);
    ui.painter().layout_job(job)
}

/// Width of the sign before a name.
fn sign_pt(chip: &Chip) -> f32 {
    match chip {
        Chip::Value(FacetValue::Category(_)) => 18.0,
        Chip::Value(FacetValue::Country(_) | FacetValue::Actor(_) | FacetValue::Confidence(_))
        | Chip::Words
        | Chip::Area => 0.0,
    }
}

fn chip_ui(
    ui: &Ui,
    shown: &Shown<'_>,
    chip: &Chip,
    name: &str,
    (galley, rect): (Arc<Galley>, Rect),
) -> Response {
    let palette = shown.ink();
    let id = ui.scope_id().with(("filter chip", chip_key(chip)));
    let response = ui.interact(rect, id, Sense::click());
    let said = format!("{} {name}", shown.say(w::REMOVE));
    icon::named(ui, &response, &said);
    ground(ui, shown, rect, response.hovered());
    let painter = ui.painter();
    let left = rect.left() + GRID * 2.0;
    if let Chip::Value(FacetValue::Category(category)) = chip {
        shown.category_glyph(painter, *category, pos2(left + 7.0, rect.center().y));
    }
    let at = pos2(
        left + sign_pt(chip),
        rect.center().y - galley.size().y / 2.0,
    );
    painter.galley(at, galley, ink(palette.text));
    let cross = if response.hovered() {
        palette.text
    } else {
        palette.text_2
    };
    let middle = pos2(rect.right() - 12.0, rect.center().y);
    icon::paint_small(painter, Icon::Close, middle, ink(cross));
    icon::focus_ring(painter, &response, rect.expand(1.0), palette);
    icon::tooltip(response, &said, "", palette).on_hover_cursor(CursorIcon::PointingHand)
}

/// What tells a chip from the others, whatever its place.
fn chip_key(chip: &Chip) -> (u8, String) {
    match chip {
        Chip::Words => (0, String::new()),
        Chip::Area => (1, String::new()),
        Chip::Value(FacetValue::Category(category)) => (2, category.id().to_owned()),
        Chip::Value(FacetValue::Country(code)) => (3, code.clone()),
        Chip::Value(FacetValue::Actor(code)) => (4, code.clone()),
        Chip::Value(FacetValue::Confidence(confidence)) => (5, confidence.id().to_owned()),
    }
}

fn clear_ui(ui: &Ui, shown: &Shown<'_>, words: &str, rect: Rect) -> Response {
    let palette = shown.ink();
    let id = ui.scope_id().with("clear filters");
    let response = ui.interact(rect, id, Sense::click());
    let name = shown.say(w::CLEAR_ALL);
    icon::named(ui, &response, &name);
    ground(ui, shown, rect, response.hovered());
    let galley = text(ui, words, Type::SmallStrong, palette.accent);
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, ink(palette.accent));
    icon::focus_ring(ui.painter(), &response, rect.expand(1.0), palette);
    let key = key_of(Command::ClearFilters, shown.lang());
    icon::tooltip(response, &name, &key, palette).on_hover_cursor(CursorIcon::PointingHand)
}

fn ground(ui: &Ui, shown: &Shown<'_>, rect: Rect, is_hovered: bool) {
    let palette = shown.ink();
    let fill = if is_hovered {
        palette.panel_sunk
    } else {
        palette.panel
    };
    let edge = Stroke::new(1.0, ink(palette.hairline_strong));
    let radius = CHIP_PT / 2.0;
    ui.painter()
        .rect(rect, radius, ink(fill), edge, StrokeKind::Inside);
}
