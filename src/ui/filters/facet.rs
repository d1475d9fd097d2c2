//! A facet in the panel: its values with their counts, the long ones cut, found by typing, shown whole.
//!
//! Lines keep their places whatever is chosen, so that none moves away under the pointer.

use super::field_ui;
use crate::lang::{filter_words as w, number};
use crate::model::Category;
use crate::model::filter::{Counted, Facet, FacetValue};
use crate::model::search::folded;
use crate::state::{Action, FilterAction};
use crate::style::Holder;
use crate::ui::icon;
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use crate::ui::widgets::{link_ui, paragraph_ui, put_cut};
use egui::{Id, Label, Rect, Response, Sense, Stroke, StrokeKind, Ui, pos2, vec2};
use std::collections::BTreeMap;

/// A list with more lines than this is cut.
const MOST_LINES: usize = 12;
/// To so many lines.
const FIRST_LINES: usize = 7;
/// A list that is shown whole has at most so many lines; the rest is found by typing.
const WHOLE_LINES: usize = 200;
/// Height of a line.
const LINE_PT: f32 = 20.0;

/// What the long lists remember.
#[derive(Default)]
pub(super) struct Lists {
    /// What is typed above each list that is shown whole.
    whole: BTreeMap<Facet, String>,
}

/// A line of a list.
pub(super) struct Line {
    pub name: String,
    pub count: Option<usize>,
    pub on: bool,
    pub sign: Sign,
}

/// What stands before a name.
pub(super) enum Sign {
    None,
    Category(Category),
    Holder(Holder),
}

impl Lists {
    /// Draws a facet and pushes what is chosen.
    pub(super) fn facet_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        facet: Facet,
        actions: &mut Vec<Action>,
    ) {
        let all = shown.facets.of(facet);
        if all.is_empty() {
            return;
        }
        ui.add_space(GRID * 2.0);
        ui.add(Label::new(shown.heading(facet.words())));
        ui.add_space(GRID);
        let is_long = all.len() > MOST_LINES;
        if let Some(typed) = self.whole.get_mut(&facet).filter(|_| is_long) {
            let hint = shown.say(w::FIND_IN);
            let name = format!("{hint}: {}", shown.say(facet.words()));
            let id = Id::unique(("filter list", facet.words().en));
            field_ui(ui, shown, id, typed, &[name, hint], 80);
            ui.add_space(GRID);
        }
        let lines = self.lines(shown, facet, all);
        if lines.is_empty() {
            paragraph_ui(ui, shown.small(shown.say(w::NONE_SUCH)));
        }
        for counted in lines {
            let line = Line {
                name: counted.value.name(shown.atlas, shown.lang()),
                count: Some(counted.count),
                on: shown.state.filter.has(&counted.value),
                sign: sign(&counted.value),
            };
            if line_ui(ui, shown, &line).clicked() {
                let value = counted.value.clone();
                actions.push(Action::Filter(FilterAction::Toggle(value)));
            }
        }
        if is_long {
            self.fold_ui(ui, shown, facet, all.len());
        }
    }

    /// The lines that are listed: the first ones and what is chosen, or all that fit what is typed.
    fn lines<'c>(&self, shown: &Shown<'_>, facet: Facet, all: &'c [Counted]) -> Vec<&'c Counted> {
        let Some(typed) = self.whole.get(&facet) else {
            let first = if all.len() > MOST_LINES {
                FIRST_LINES
            } else {
                all.len()
            };
            let is_listed = |(at, counted): &(usize, &Counted)| {
                *at < first || shown.state.filter.has(&counted.value)
            };
            let listed = all.iter().enumerate().filter(is_listed);
            return listed.map(|(_, counted)| counted).collect();
        };
        let typed = folded(typed);
        let fits = |counted: &&Counted| {
            let name = folded(&counted.value.name(shown.atlas, shown.lang()));
            typed.is_empty() || name.contains(&typed)
        };
        all.iter().filter(fits).take(WHOLE_LINES).collect()
    }

    fn fold_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, facet: Facet, all: usize) {
        ui.add_space(2.0);
        let is_whole = self.whole.contains_key(&facet);
        let text = if is_whole {
            shown.say(w::SHOW_FEWER)
        } else {
            let all = number(u32::try_from(all).unwrap_or(u32::MAX), shown.lang());
            format!("{} ({all})", shown.say(w::SHOW_ALL))
        };
        let salt = facet.words().en;
        let link = ui.push_id(salt, |ui| link_ui(ui, shown, &text, Type::Small));
        if link.inner.gained_focus() {
            link.inner.scroll_to_me(None);
        }
        if !link.inner.clicked() {
            return;
        }
        if is_whole {
            self.whole.remove(&facet);
        } else {
            self.whole.insert(facet, String::new());
        }
    }
}

fn sign(value: &FacetValue) -> Sign {
    match value {
        FacetValue::Category(category) => Sign::Category(*category),
        FacetValue::Actor(code) => match Holder::of_code(code) {
            Holder::Other => Sign::None,
            holder => Sign::Holder(holder),
        },
        FacetValue::Country(_) | FacetValue::Confidence(_) => Sign::None,
    }
}

/// A line with its box, its sign, its name and its count.
pub(super) fn line_ui(ui: &mut Ui, shown: &Shown<'_>, line: &Line) -> Response {
    let palette = shown.ink();
    let size = vec2(ui.available_width(), LINE_PT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let figure = line.count.map(|count| {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        number(count, shown.lang())
    });
    let said = match &figure {
        Some(figure) => format!("{}, {figure}", line.name),
        None => line.name.clone(),
    };
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, line.on, &said));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let mut painter = ui.painter().clone();
    if response.hovered() {
        let ground = rect.expand2(vec2(GRID, 0.0));
        painter.rect_filled(ground, 3.0, ink(palette.panel_sunk));
    }
    if line.count == Some(0) && !line.on {
        painter.multiply_opacity(0.5);
    }
    let middle = rect.center().y;
    box_ui(&painter, shown, pos2(rect.left() + 7.0, middle), line.on);
    let mut left = rect.left() + 20.0;
    let at = pos2(left + 7.0, middle);
    match &line.sign {
        Sign::None => {}
        Sign::Category(category) => shown.category_glyph(&painter, *category, at),
        Sign::Holder(holder) => shown.holder_mark(&painter, *holder, at),
    }
    if !matches!(line.sign, Sign::None) {
        left += 20.0;
    }
    let mut right = rect.right();
    if let Some(figure) = figure {
        let galley = painter.layout_no_wrap(figure, Type::Small.font(), ink(palette.text_2));
        right -= galley.size().x;
        let at = pos2(right, middle - galley.size().y / 2.0);
        painter.galley(at, galley, ink(palette.text_2));
    }
    let kind = if line.on { Type::Strong } else { Type::Body };
    let room = right - GRID - left;
    let cut = put_cut(
        &painter,
        &line.name,
        kind,
        palette.text,
        pos2(left, middle),
        room,
    );
    icon::focus_ring(
        ui.painter(),
        &response,
        rect.expand2(vec2(2.0, -1.0)),
        palette,
    );
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if cut {
        response.on_hover_text(shown.small(&line.name))
    } else {
        response
    }
}

/// A box that is ticked or not.
fn box_ui(painter: &egui::Painter, shown: &Shown<'_>, at: egui::Pos2, on: bool) {
    let palette = shown.ink();
    let square = Rect::from_center_size(at, vec2(13.0, 13.0));
    if !on {
        let edge = Stroke::new(1.0, ink(palette.text_3));
        painter.rect_stroke(square, 2.0, edge, StrokeKind::Inside);
        return;
    }
    painter.rect_filled(square, 2.0, ink(palette.accent));
    let tick = [vec2(-3.2, 0.2), vec2(-0.9, 2.6), vec2(3.4, -2.6)].map(|by| at + by);
    let line = Stroke::new(1.7, ink(palette.on_accent));
    painter.add(egui::Shape::line(tick.into(), line));
}
