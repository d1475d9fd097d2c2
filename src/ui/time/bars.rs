//! Bars of the lanes: closed skies and alliances, packed in rows, hatched like the map.
//!
//! What finds no row is counted beside the lane's name.

use super::chart::{Chart, MARKS_PT};
use super::lanes::{Bar, BarLabel, Content, Dress, Lane, pack};
use crate::calendar::date_of_day_number;
use crate::model::{SkyClass, Standing};
use crate::scene::item::Face;
use crate::state::{Action, TimeAction};
use crate::style::size::{self, Hatch};
use crate::style::{Color, Palette};
use crate::ui::facts::sky_title;
use crate::ui::shown::Shown;
use crate::ui::theme::{Type, family, ink};
use crate::ui::told::told;
use egui::{Align2, CursorIcon, FontId, Rect, Sense, Stroke, StrokeKind, pos2, vec2};

/// Height of a row of bars.
const BAR_PT: f32 = 14.0;

impl Chart<'_> {
    /// How many rows the bars of each lane may take: what they need, and a fair share where there is not enough.
    pub(super) fn bar_rows(&self, lanes: &[Lane]) -> Vec<usize> {
        let folded = lanes.iter().filter(|l| self.is_folded(l)).count();
        let open = |l: &&Lane| !self.is_folded(l);
        let marks = lanes
            .iter()
            .filter(open)
            .filter(|l| matches!(l.content, Content::Marks(_)))
            .count();
        let bars = lanes.len() - marks - folded;
        let left = self.rect.height()
            - super::chart::HEAD_PT
            - super::fold::FOLDED_PT * folded as f32
            - MARKS_PT * marks as f32
            - 3.0 * bars as f32;
        let mut free = (left / BAR_PT).floor().max(bars as f32) as usize;
        let needs: Vec<usize> = lanes.iter().map(|lane| self.need(lane)).collect();
        let mut rows = vec![0; lanes.len()];
        while free > 0 && rows.iter().zip(&needs).any(|(has, needs)| has < needs) {
            for (has, needs) in rows.iter_mut().zip(&needs) {
                if *has < *needs && free > 0 {
                    *has += 1;
                    free -= 1;
                }
            }
        }
        rows
    }

    /// How many rows a lane would need for all its bars in sight.
    fn need(&self, lane: &Lane) -> usize {
        let Content::Bars(bars) = &lane.content else {
            return 0;
        };
        if self.is_folded(lane) {
            return 0;
        }
        let spans: Vec<(f32, f32)> = self.seen(bars).iter().map(|(_, span)| *span).collect();
        let rows = pack(&spans, 12);
        rows.iter().flatten().max().map_or(1, |most| most + 1)
    }

    /// The bars in sight, each with its two ends.
    fn seen<'b>(&self, bars: &'b [Bar]) -> Vec<(&'b Bar, (f32, f32))> {
        let ends = bars.iter().map(|bar| {
            let from = self.axis.x(f64::from(bar.days.0));
            (
                bar,
                (
                    from,
                    self.axis.x(f64::from(bar.days.1) + 1.0).max(from + 4.0),
                ),
            )
        });
        ends.filter(|(_, (from, to))| *to > self.rect.left() && *from < self.rect.right())
            .collect()
    }

    /// Draws the bars of a lane; returns its height.
    pub(super) fn bars_ui(
        &self,
        bars: &[Bar],
        top: f32,
        rows: usize,
        actions: &mut Vec<Action>,
    ) -> f32 {
        let seen = self.seen(bars);
        let spans: Vec<(f32, f32)> = seen.iter().map(|(_, span)| *span).collect();
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
            self.bar_ui(bar, area, actions);
        }
        let hidden = places.iter().filter(|p| p.is_none()).count();
        if hidden > 0 {
            let at = pos2(self.rect.left() - 8.0, top + MARKS_PT / 2.0);
            let text = format!("+{hidden}");
            self.ui.painter().text(
                at,
                Align2::RIGHT_CENTER,
                text,
                Type::Small.font(),
                ink(self.shown.ink().text_2),
            );
        }
        (BAR_PT * used as f32 + 3.0).max(MARKS_PT)
    }

    /// The colour of a bar.
    pub(super) fn color_of(&self, bar: &Bar) -> Color {
        dress(bar.dress, self.shown.palette()).0
    }

    fn bar_ui(&self, bar: &Bar, area: Rect, actions: &mut Vec<Action>) {
        let palette = self.shown.palette();
        let (color, hatch) = dress(bar.dress, palette);
        let ground = color.over(palette.ui.panel, 0.22);
        self.painter.rect_filled(area, 0.0, ink(ground));
        if let Some(hatch) = hatch {
            self.hatch(area, hatch, color);
        }
        for (day, known) in [(bar.days.0, true), (bar.days.1 + 1, bar.ended)] {
            let x = self.axis.x(f64::from(day));
            if known && self.rect.x_range().contains(x) {
                self.painter
                    .vline(x, area.y_range(), Stroke::new(2.5, ink(color)));
            }
        }
        let words = bar_words(self.shown, bar);
        self.words(&words, area, ground);
        let response = self.ui.interact(
            area.intersect(self.rect),
            self.ui
                .scope_id()
                .with(("bar", area.top() as i32, bar.days)),
            Sense::click(),
        );
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
        let chosen = bar
            .selected
            .as_ref()
            .is_some_and(|s| self.shown.is_selected(s));
        if chosen || response.hovered() || response.has_focus() {
            self.painter.rect_stroke(
                area,
                2.0,
                Stroke::new(1.5, ink(palette.ui.selection)),
                StrokeKind::Outside,
            );
        }
        let response = response
            .on_hover_cursor(CursorIcon::PointingHand)
            .on_hover_text(self.shown.small(&words));
        if response.clicked() {
            match &bar.selected {
                Some(thing) => actions.push(Action::Select(Some(thing.clone()))),
                // In a history, which stays: to the day on which the period began.
                None => {
                    let first = date_of_day_number(bar.days.0);
                    actions.push(Action::Time(TimeAction::Goto(first)));
                }
            }
        }
    }

    /// Lines at 45 degrees that stay where they are while the axis moves under the hand.
    fn hatch(&self, area: Rect, hatch: Hatch, color: Color) {
        let panel = self.shown.ink().panel;
        let inside = self
            .painter
            .with_clip_rect(area.intersect(self.painter.clip_rect()));
        let lines = Stroke::new(hatch.width_pt.min(2.0), ink(color.over(panel, 0.55)));
        let start = area.left() - area.height() - self.axis.left;
        let mut x = self.axis.left + (start / hatch.spacing_pt).floor() * hatch.spacing_pt;
        while x < area.right() {
            let ends = [pos2(x, area.bottom()), pos2(x + area.height(), area.top())];
            inside.line_segment(ends, lines);
            x += hatch.spacing_pt;
        }
    }

    fn words(&self, words: &str, area: Rect, ground: Color) {
        let left = area.left().max(self.rect.left()) + 5.0;
        let room = area.right().min(self.rect.right()) - left - 3.0;
        if room < 28.0 {
            return;
        }
        let mut job = egui::text::LayoutJob::simple_singleline(
            words.to_owned(),
            FontId::new(size::MINOR_PT, family(Face::Regular)),
            ink(self.shown.ink().text),
        );
        job.wrap = egui::text::TextWrapping::truncate_at_width(room);
        let galley = self.painter.layout_job(job);
        let at = pos2(left, area.center().y - galley.size().y / 2.0);
        let behind = Rect::from_min_size(at, galley.size())
            .expand2(vec2(2.0, 0.0))
            .intersect(area);
        self.painter.rect_filled(behind, 0.0, ink(ground));
        self.painter.galley(at, galley, ink(self.shown.ink().text));
    }
}

/// Colour and hatching of a bar.
fn dress(dress: Dress, palette: &Palette) -> (Color, Option<Hatch>) {
    match dress {
        Dress::Sky(SkyClass::All) => (palette.sky.all, Some(size::HATCH_SKY_ALL)),
        Dress::Sky(SkyClass::Some) => (palette.sky.some, Some(size::HATCH_SKY_SOME)),
        Dress::Bloc(bloc, Standing::Member) => (bloc.color(palette), None),
        Dress::Bloc(bloc, Standing::Suspended) => {
            (bloc.color(palette), Some(size::HATCH_SUSPENDED))
        }
        Dress::Bloc(bloc, Standing::Withdrawing | Standing::Observer) => {
            (bloc.color(palette), Some(size::HATCH_WITHDRAWING))
        }
        Dress::Holder(holder) => (holder.color(palette), None),
        Dress::Plain => (palette.ui.text_2, None),
    }
}

/// What a bar says.
fn bar_words(shown: &Shown<'_>, bar: &Bar) -> String {
    match &bar.label {
        BarLabel::Sky(index) => shown
            .atlas
            .skies
            .get(*index)
            .map_or_else(String::new, |sky| sky_title(shown, sky)),
        BarLabel::Fact(fact) => {
            let topic = shown.state.selection.as_ref();
            let told = topic.and_then(|topic| told(shown, topic, *fact));
            told.map_or_else(String::new, |told| told.title)
        }
        BarLabel::Code(code) => shown.name(code),
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
