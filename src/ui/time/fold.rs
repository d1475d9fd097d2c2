//! Titles of the lanes, which fold and open them, and what is left of a lane when it is folded.
//!
//! A folded lane still shows when something happens in it, and can be opened by its title or its key.

use super::chart::{Chart, MARKS_PT};
use super::lanes::{Content, Lane};
use crate::lang::time_words as w;
use crate::state::{Action, LaneKind, LanesAction};
use crate::ui::commands::{Command, key_of};
use crate::ui::icon::{self, Icon};
use crate::ui::theme::{Type, ink};
use egui::{CursorIcon, Rect, Sense, Stroke, pos2, vec2};

/// Height of a folded lane.
pub(super) const FOLDED_PT: f32 = 14.0;
/// Where the title begins, after its chevron.
const TITLE_PT: f32 = 14.0;
/// A tick of a folded lane reaches so far up and down.
const TICK_PT: f32 = 3.0;

impl Chart<'_> {
    /// Is a lane folded?
    pub(super) fn is_folded(&self, lane: &Lane) -> bool {
        let folded = &self.shown.state.lanes.folded;
        lane.kind.is_some_and(|kind| folded.contains(&kind))
    }

    /// The title of a lane; a click folds or opens it. The few lanes of a history do not fold.
    pub(super) fn title_ui(&self, lane: &Lane, top: f32, actions: &mut Vec<Action>) {
        match lane.kind {
            Some(kind) => self.folding_title_ui(lane, kind, top, actions),
            None => {
                let (font, color) = (Type::Small.font(), ink(self.shown.ink().text));
                let painter = self.ui.painter();
                let galley = painter.layout_no_wrap(self.shown.say(lane.title), font, color);
                let middle = top + MARKS_PT / 2.0 - galley.size().y / 2.0;
                painter.galley(pos2(self.names_left, middle), galley, color);
            }
        }
    }

    fn folding_title_ui(&self, lane: &Lane, kind: LaneKind, top: f32, actions: &mut Vec<Action>) {
        let palette = self.shown.ink();
        let folded = self.is_folded(lane);
        let height = if folded { FOLDED_PT } else { MARKS_PT };
        let width = self.rect.left() - self.names_left - 26.0;
        let area = Rect::from_min_size(pos2(self.names_left, top), vec2(width, height));
        let id = self.ui.scope_id().with(("lane", kind));
        let response = self.ui.interact(area, id, Sense::click());
        let title = self.shown.say(lane.title);
        let state = if folded { w::LANE_FOLDED } else { w::LANE_OPEN };
        let name = format!("{title} ({})", self.shown.say(state));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
        let painter = self.ui.painter();
        let lit = response.hovered() || response.has_focus();
        let color = match (folded, lit) {
            (true, false) => palette.text_2,
            (false, _) | (true, true) => palette.text,
        };
        let chevron = if folded { Icon::Forward } else { Icon::Down };
        let middle = area.center().y;
        icon::paint_light(
            painter,
            chevron,
            pos2(area.left() + 4.0, middle),
            ink(color),
        );
        let galley = painter.layout_no_wrap(title, Type::Small.font(), ink(color));
        let at = pos2(area.left() + TITLE_PT, middle - galley.size().y / 2.0);
        painter.galley(at, galley, ink(color));
        icon::focus_ring(painter, &response, area, palette);
        let command = Command::FoldLane(kind);
        let key = key_of(command, self.shown.lang());
        let words = self.shown.say(super::modes::fold_words(kind));
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        if icon::tooltip(response, &words, &key, palette).clicked() {
            actions.push(Action::Lanes(LanesAction::Toggle(kind)));
        }
    }

    /// What a folded lane still shows: ticks for its events, lines for its periods.
    pub(super) fn folded(&self, lane: &Lane, top: f32) {
        let y = top + FOLDED_PT / 2.0;
        match &lane.content {
            Content::Marks(marks) => {
                for mark in marks {
                    let x = self.axis.x(f64::from(mark.days.0) + 0.5);
                    if self.rect.x_range().contains(x) {
                        let event = &self.shown.atlas.events[mark.event];
                        let color = ink(self.shown.category(event.category));
                        let line = Stroke::new(1.5, color);
                        self.painter.vline(x, y - TICK_PT..=y + TICK_PT, line);
                    }
                }
            }
            Content::Bars(bars) => {
                for bar in bars {
                    let from = self.axis.x(f64::from(bar.days.0)).max(self.rect.left());
                    let to = self.axis.x(f64::from(bar.days.1) + 1.0);
                    let to = to.min(self.rect.right());
                    if from < to {
                        let color = ink(self.color_of(bar).with_opacity(0.7));
                        self.painter.hline(from..=to, y, Stroke::new(2.0, color));
                    }
                }
            }
        }
    }
}
