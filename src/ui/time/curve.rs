//! The curve of foreign troops behind the lanes: known figures as an area, old ones only as a dashed line above it.
//!
//! The number on the day stands at the left of the month names. Where nothing is known, nothing is drawn.

use super::chart::{Chart, HEAD_PT};
use crate::calendar::day_number;
use crate::lang::{Lang, number, time_words as w, typeset};
use crate::model::{TroopCurve, TroopStep};
use crate::ui::theme::{Type, ink};
use egui::{Pos2, Rect, Role, Sense, Shape, Stroke, WidgetInfo, pos2};

/// The curve's highest point lies so far below the month names.
const AIR_PT: f32 = 6.0;

impl Chart<'_> {
    /// Draws the curve over the height of the lanes.
    pub(super) fn curve(&self, curve: &TroopCurve) {
        if !self.shown.state.lanes.troop_curve || curve.most() == 0 {
            return;
        }
        let palette = self.shown.ink();
        let floor = self.rect.bottom();
        let height = self.rect.height() - HEAD_PT - AIR_PT;
        let y = |troops: u32| floor - height * troops as f32 / curve.most() as f32;
        let end = f64::from(day_number(self.shown.atlas.coverage.to)) + 1.0;
        let fill = ink(palette.hist.with_opacity(0.2));
        let line = Stroke::new(1.2, ink(palette.text_3));
        let mut edge: Vec<Pos2> = Vec::new();
        for (i, step) in curve.steps.iter().enumerate() {
            let next = curve.steps.get(i + 1).map(|next| f64::from(next.day));
            let left = self.axis.x(f64::from(step.day));
            let right = self.axis.x(next.unwrap_or(end).min(end));
            if right < self.rect.left() - 2.0 || left > self.rect.right() + 2.0 {
                continue;
            }
            let fresh = y(step.troops - step.old.min(step.troops));
            let area = Rect::from_min_max(pos2(left, fresh), pos2(right, floor));
            self.painter.rect_filled(area, 0.0, fill);
            if step.old > 0 {
                let top = y(step.troops);
                let ends = [pos2(left, top), pos2(right, top)];
                self.painter
                    .extend(Shape::dashed_line(&ends, line, 3.0, 3.0));
            }
            edge.extend([pos2(left, fresh), pos2(right, fresh)]);
        }
        self.painter.add(Shape::line(edge, line));
    }

    /// What the curve says on the day, at the left of the month names; the whole of it when pointed at.
    pub(super) fn curve_words(&self, curve: &TroopCurve) {
        if !self.shown.state.lanes.troop_curve || curve.most() == 0 {
            return;
        }
        let day = day_number(self.shown.state.time.date);
        let covered = day <= day_number(self.shown.atlas.coverage.to);
        let step = curve.on(day).filter(|_| covered);
        let color = ink(self.shown.ink().text_2);
        let painter = self.ui.painter();
        let galley = painter.layout_no_wrap(self.short_words(step), Type::Small.font(), color);
        let middle = self.rect.top() + HEAD_PT / 2.0 - galley.size().y / 2.0;
        let place = Rect::from_min_size(pos2(self.names_left, middle), galley.size());
        painter.galley(place.min, galley, color);
        let id = self.ui.scope_id().with("troops on the day");
        let response = self.ui.interact(place, id, Sense::hover());
        let words = self.step_words(step);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        response.on_hover_text(self.shown.small(words));
    }

    fn short_words(&self, step: Option<TroopStep>) -> String {
        let lang = self.shown.lang();
        let Some(step) = step else {
            return String::new();
        };
        let all = number(step.troops, lang);
        let words = match lang {
            Lang::En => format!("{all} troops"),
            Lang::Fr => format!("{all} soldats"),
        };
        typeset(&words, lang)
    }

    fn step_words(&self, step: Option<TroopStep>) -> String {
        let lang = self.shown.lang();
        let Some(step) = step else {
            return self.shown.say(w::NO_FIGURES);
        };
        let [all, old] = [step.troops, step.old].map(|n| number(n, lang));
        let words = match (step.old, lang) {
            (0, Lang::En) => format!("{all} foreign troops known"),
            (0, Lang::Fr) => format!("troupes étrangères connues : {all}"),
            (_, Lang::En) => format!("{all} foreign troops known, {old} by old figures"),
            (_, Lang::Fr) => {
                format!("troupes étrangères connues : {all}, dont {old} selon d’anciens chiffres")
            }
        };
        typeset(&words, lang)
    }
}
