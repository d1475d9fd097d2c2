//! The lanes as drawn: month lines, bars, glyphs, the trail, the playhead with its date.
//!
//! Only what is in sight is drawn. Glyphs that would touch become ticks.

use super::axis::{Axis, TickStep};
use super::lanes::{Bar, BarLabel, Content, Dress, Lane, Mark, pack};
use crate::calendar::{day_number, short_date_words, short_month_name};
use crate::model::{SkyClass, Standing};
use crate::state::{Action, Selected};
use crate::style::{Color, size};
use crate::ui::facts::sky_title;
use crate::ui::shown::Shown;
use crate::ui::theme::{Type, ink};
use egui::{
    Align2, CursorIcon, FontId, Painter, Rect, Response, Sense, Stroke, StrokeKind, Ui, pos2, vec2,
};

/// Height of a row of bars.
const BAR_PT: f32 = 14.0;
/// Height of a lane of glyphs.
const MARKS_PT: f32 = 17.0;
/// Height of the line of month names.
pub const HEAD_PT: f32 = 18.0;

/// Where the lanes are drawn.
#[derive(Clone, Copy)]
pub struct Chart {
    /// The axis.
    pub axis: Axis,
    /// The lanes' rectangle, month names included.
    pub rect: Rect,
    /// The left edge of the lanes' names.
    pub names_left: f32,
}

impl Chart {
    /// Draws everything and pushes what is clicked.
    pub fn chart_ui(
        &self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        lanes: &[Lane],
        response: &Response,
        actions: &mut Vec<Action>,
    ) {
        let painter = ui
            .painter()
            .with_clip_rect(self.rect.expand2(vec2(1.0, 0.0)).intersect(ui.clip_rect()));
        self.trail(&painter, shown);
        self.months(&painter, shown);
        let rows = self.bar_rows(lanes);
        let mut top = self.rect.top() + HEAD_PT;
        for lane in lanes {
            let height = match &lane.content {
                Content::Bars(bars) => self.bars_ui(ui, &painter, shown, bars, top, rows, actions),
                Content::Marks(marks) => {
                    self.marks(ui, &painter, shown, marks, top, response, actions);
                    MARKS_PT
                }
            };
            if top + height > self.rect.bottom() + 2.0 {
                break;
            }
            self.name(ui, shown, lane, top);
            top += height;
            let line = Stroke::new(1.0, ink(shown.ink().hairline));
            ui.painter()
                .hline(self.names_left..=self.rect.right(), top.round() - 0.5, line);
        }
        self.playhead(ui.painter(), shown);
    }

    /// How many rows the bars of a lane may take, so that every lane has its place.
    fn bar_rows(&self, lanes: &[Lane]) -> usize {
        let marks = lanes
            .iter()
            .filter(|l| matches!(l.content, Content::Marks(_)))
            .count();
        let bars = (lanes.len() - marks).max(1);
        let left = self.rect.height() - HEAD_PT - MARKS_PT * marks as f32;
        ((left / bars as f32 - 3.0) / BAR_PT)
            .floor()
            .clamp(1.0, 4.0) as usize
    }

    fn name(&self, ui: &Ui, shown: &Shown<'_>, lane: &Lane, top: f32) {
        let painter = ui.painter();
        let galley = painter.layout_no_wrap(
            shown.say(lane.title),
            Type::Small.font(),
            ink(shown.ink().text),
        );
        painter.galley(
            pos2(self.names_left, top + (MARKS_PT - galley.size().y) / 2.0),
            galley,
            ink(shown.ink().text),
        );
    }

    fn trail(&self, painter: &Painter, shown: &Shown<'_>) {
        let today = f64::from(day_number(shown.state.time.date));
        let from = self.axis.x(today - f64::from(shown.state.time.trail_days));
        let to = self.axis.x(today + 0.5);
        let top = self.rect.top() + HEAD_PT;
        let area = Rect::from_min_max(
            pos2(from.max(self.rect.left()), top),
            pos2(to, self.rect.bottom()),
        );
        if area.is_positive() {
            painter.rect_filled(area, 0.0, ink(shown.ink().accent_soft.with_opacity(0.55)));
        }
    }

    fn months(&self, painter: &Painter, shown: &Shown<'_>) {
        let palette = shown.ink();
        let lang = shown.lang();
        let step = self.axis.step();
        for day in self.axis.ticks() {
            let x = self.axis.x(f64::from(day_number(day))).round() + 0.5;
            let new_year = day.month() == 1 && day.day() == 1;
            let text = match step {
                TickStep::Years => day.year().to_string(),
                TickStep::Months(_) if new_year => {
                    format!("{} {}", short_month_name(1, lang), day.year())
                }
                TickStep::Months(_) => short_month_name(day.month(), lang).to_owned(),
                TickStep::Days(_) if day.day() == 1 => {
                    format!("{} {}", short_month_name(day.month(), lang), day.year())
                }
                TickStep::Days(_) => day.day().to_string(),
            };
            let strong = new_year || (day.day() == 1 && matches!(step, TickStep::Days(_)));
            let color = if new_year {
                palette.hairline_strong
            } else {
                palette.hairline
            };
            painter.vline(
                x,
                self.rect.top() + HEAD_PT - 4.0..=self.rect.bottom(),
                Stroke::new(1.0, ink(color)),
            );
            let kind = if strong {
                Type::SmallStrong
            } else {
                Type::Small
            };
            let ink_of = ink(if strong { palette.text } else { palette.text_2 });
            painter.text(
                pos2(x + 3.0, self.rect.top() + 8.0),
                Align2::LEFT_CENTER,
                text,
                kind.font(),
                ink_of,
            );
        }
        let base = self.rect.top() + HEAD_PT - 0.5;
        painter.hline(
            self.rect.x_range(),
            base,
            Stroke::new(1.0, ink(palette.hairline)),
        );
    }

    fn bars_ui(
        &self,
        ui: &Ui,
        painter: &Painter,
        shown: &Shown<'_>,
        bars: &[Bar],
        top: f32,
        rows: usize,
        actions: &mut Vec<Action>,
    ) -> f32 {
        let seen: Vec<(&Bar, (f32, f32))> = bars
            .iter()
            .map(|bar| {
                (
                    bar,
                    (
                        self.axis.x(f64::from(bar.days.0)),
                        self.axis.x(f64::from(bar.days.1) + 1.0),
                    ),
                )
            })
            .filter(|(_, (from, to))| *to > self.rect.left() && *from < self.rect.right())
            .collect();
        let spans: Vec<(f32, f32)> = seen
            .iter()
            .map(|(_, (from, to))| (*from, to.max(from + 4.0)))
            .collect();
        let places = pack(&spans, rows);
        let mut used = 1;
        for ((bar, _), (place, span)) in seen.iter().zip(places.iter().zip(&spans)) {
            let Some(row) = place else {
                continue;
            };
            used = used.max(row + 1);
            let y = top + 1.5 + BAR_PT * *row as f32;
            let area = Rect::from_min_max(
                pos2(span.0.max(self.rect.left() - 2.0), y),
                pos2(span.1.min(self.rect.right() + 2.0), y + BAR_PT - 2.0),
            );
            self.bar_ui(ui, painter, shown, bar, area, actions);
        }
        let hidden = places.iter().filter(|p| p.is_none()).count();
        if hidden > 0 {
            let at = pos2(self.rect.left() - 8.0, top + MARKS_PT / 2.0);
            let text = format!("+{hidden}");
            ui.painter().text(
                at,
                Align2::RIGHT_CENTER,
                text,
                Type::Small.font(),
                ink(shown.ink().text_2),
            );
        }
        (BAR_PT * used as f32 + 3.0).max(MARKS_PT)
    }

    fn bar_ui(
        &self,
        ui: &Ui,
        painter: &Painter,
        shown: &Shown<'_>,
        bar: &Bar,
        area: Rect,
        actions: &mut Vec<Action>,
    ) {
        let palette = shown.palette();
        let (color, hatch) = match bar.dress {
            Dress::Sky(SkyClass::All) => (palette.sky.all, Some(size::HATCH_SKY_ALL)),
            Dress::Sky(SkyClass::Some) => (palette.sky.some, Some(size::HATCH_SKY_SOME)),
            Dress::Bloc(bloc, Standing::Member) => (bloc.color(palette), None),
            Dress::Bloc(bloc, Standing::Suspended) => {
                (bloc.color(palette), Some(size::HATCH_SUSPENDED))
            }
            Dress::Bloc(bloc, Standing::Withdrawing | Standing::Observer) => {
                (bloc.color(palette), Some(size::HATCH_WITHDRAWING))
            }
        };
        let ground = color.over(palette.ui.panel, 0.22);
        painter.rect_filled(area, 0.0, ink(ground));
        if let Some(hatch) = hatch {
            let inside = painter.with_clip_rect(area.intersect(painter.clip_rect()));
            let lines = Stroke::new(
                hatch.width_pt.min(2.0),
                ink(color.over(palette.ui.panel, 0.55)),
            );
            let shift = (self.axis.x(0.0) % hatch.spacing_pt).abs();
            let mut x = area.left() - area.height() - hatch.spacing_pt + shift % hatch.spacing_pt;
            while x < area.right() {
                inside.line_segment(
                    [pos2(x, area.bottom()), pos2(x + area.height(), area.top())],
                    lines,
                );
                x += hatch.spacing_pt;
            }
        }
        for (day, known) in [(bar.days.0, true), (bar.days.1 + 1, bar.ended)] {
            let x = self.axis.x(f64::from(day));
            if known && self.rect.x_range().contains(x) {
                painter.vline(x, area.y_range(), Stroke::new(2.5, ink(color)));
            }
        }
        let words = bar_words(shown, bar);
        self.bar_words(painter, shown, &words, area, ground);
        let response = ui.interact(
            area.intersect(self.rect),
            ui.scope_id().with(("bar", bar.days, &words)),
            Sense::click(),
        );
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
        let chosen = bar.selected.as_ref().is_some_and(|s| shown.is_selected(s));
        if chosen || response.hovered() || response.has_focus() {
            painter.rect_stroke(
                area,
                2.0,
                Stroke::new(1.5, ink(palette.ui.selection)),
                StrokeKind::Outside,
            );
        }
        let response = response
            .on_hover_cursor(CursorIcon::PointingHand)
            .on_hover_text(shown.small(&words));
        if response.clicked() {
            actions.push(Action::Select(bar.selected.clone()));
        }
    }

    fn bar_words(
        &self,
        painter: &Painter,
        shown: &Shown<'_>,
        words: &str,
        area: Rect,
        ground: Color,
    ) {
        let left = area.left().max(self.rect.left()) + 5.0;
        let room = area.right().min(self.rect.right()) - left - 3.0;
        if room < 28.0 {
            return;
        }
        let mut job = egui::text::LayoutJob::simple_singleline(
            words.to_owned(),
            FontId::new(
                size::MINOR_PT,
                crate::ui::theme::family(crate::scene::item::Face::Regular),
            ),
            ink(shown.ink().text),
        );
        job.wrap = egui::text::TextWrapping::truncate_at_width(room);
        let galley = painter.layout_job(job);
        let at = pos2(left, area.center().y - galley.size().y / 2.0);
        let behind = Rect::from_min_size(at, galley.size())
            .expand2(vec2(2.0, 0.0))
            .intersect(area);
        painter.rect_filled(behind, 0.0, ink(ground));
        painter.galley(at, galley, ink(shown.ink().text));
    }

    fn marks(
        &self,
        ui: &Ui,
        painter: &Painter,
        shown: &Shown<'_>,
        marks: &[Mark],
        top: f32,
        response: &Response,
        actions: &mut Vec<Action>,
    ) {
        let y = top + MARKS_PT / 2.0;
        let from = self.axis.day(self.rect.left()) - 400.0;
        let first = marks.partition_point(|m| f64::from(m.days.0) < from);
        let mut busy = f32::MIN;
        for mark in &marks[first..] {
            let x = self.axis.x(f64::from(mark.days.0) + 0.5);
            if x > self.rect.right() + 8.0 {
                break;
            }
            let event = &shown.atlas.events[mark.event];
            let color = ink(shown.category(event.category));
            if mark.days.1 > mark.days.0 {
                let end = self.axis.x(f64::from(mark.days.1) + 1.0);
                painter.hline(x..=end, y, Stroke::new(1.0, color));
                painter.vline(end, y - 2.5..=y + 2.5, Stroke::new(1.0, color));
            }
            if x < self.rect.left() - 8.0 {
                continue;
            }
            let chosen = shown.is_selected(&Selected::Event(event.id.clone()));
            let center = pos2(x, y);
            let spot = Rect::from_center_size(center, vec2(12.0, MARKS_PT - 2.0));
            let hovered = response.hover_pos().is_some_and(|p| spot.contains(p))
                || ui.rect_contains_pointer(spot);
            if x - busy >= size::EVENT_LIST_PT + 1.0 || chosen {
                shown.category_glyph(painter, event.category, center);
                busy = x;
            } else {
                painter.vline(x, y - 6.0..=y + 6.0, Stroke::new(1.5, color));
            }
            if chosen {
                painter.circle_stroke(center, 9.5, Stroke::new(2.0, ink(shown.ink().selection)));
            }
            if hovered {
                self.point_at(ui, painter, shown, mark, spot, response, actions);
            }
        }
    }

    /// A pointed-at event: a soft ring, its title, and a click that opens it.
    fn point_at(
        &self,
        ui: &Ui,
        painter: &Painter,
        shown: &Shown<'_>,
        mark: &Mark,
        spot: Rect,
        response: &Response,
        actions: &mut Vec<Action>,
    ) {
        let event = &shown.atlas.events[mark.event];
        painter.circle_stroke(
            spot.center(),
            8.5,
            Stroke::new(1.2, ink(shown.ink().selection.with_opacity(0.7))),
        );
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        if response.clicked() {
            shown.open_event(event, actions);
        }
        let date = crate::calendar::span_words(event.span(), shown.lang());
        response.clone().on_hover_ui_at_pointer(|ui| {
            ui.set_max_width(280.0);
            ui.label(shown.strong(event.title.set(shown.lang())));
            ui.label(shown.small(date));
        });
    }

    fn playhead(&self, painter: &Painter, shown: &Shown<'_>) {
        let palette = shown.ink();
        let date = shown.state.time.date;
        let x = self.axis.x(f64::from(day_number(date)) + 0.5);
        if !self.rect.x_range().contains(x) {
            return;
        }
        painter.vline(
            x,
            self.rect.top() + HEAD_PT - 2.0..=self.rect.bottom(),
            Stroke::new(2.0, ink(palette.playhead)),
        );
        let words = short_date_words(date, shown.lang());
        let galley = painter.layout_no_wrap(words, Type::SmallStrong.font(), ink(palette.panel));
        let flag_size = galley.size() + vec2(12.0, 2.0);
        let middle = x.clamp(
            self.rect.left() + flag_size.x / 2.0,
            self.rect.right() - flag_size.x / 2.0,
        );
        let flag = Rect::from_center_size(pos2(middle, self.rect.top() + 7.0), flag_size);
        painter.rect_filled(flag, 3.0, ink(palette.playhead));
        painter.galley(
            flag.center() - galley.size() / 2.0,
            galley,
            ink(palette.panel),
        );
    }
}

fn bar_words(shown: &Shown<'_>, bar: &Bar) -> String {
    match &bar.label {
        BarLabel::Sky(index) => shown
            .atlas
            .skies
            .get(*index)
            .map_or_else(String::new, |sky| sky_title(shown, sky)),
        BarLabel::Standing(countries, alliance, standing) => {
            let lang = shown.lang();
            let short = shown
                .atlas
                .alliance(alliance)
                .map_or_else(String::new, |a| a.short_name.set(lang));
            let names = shown.names(countries);
            match standing {
                Standing::Member => format!("{short} – {names}"),
                Standing::Suspended | Standing::Withdrawing | Standing::Observer => {
                    format!("{short} – {names} ({})", standing.word(lang))
                }
            }
        }
    }
}
