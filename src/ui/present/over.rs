//! What lies over the map while presenting: the way back, a number being typed, the timer, the keys, a blank screen.
//!
//! Small and quiet: the class looks at the map.

use super::keys::{Deed, Group, TABLE, key_of};
use super::{go, present};
use crate::lang::{Words, present_words as w};
use crate::state::{Action, Blank, Go, Over, PresentAction, has_wandered};
use crate::style::size;
use crate::ui::icon;
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use egui::{
    Align, Align2, Area, Color32, CursorIcon, Frame, Id, Label, Layout, Margin, Order, Rect,
    RichText, Sense, Ui, vec2,
};

/// Type of a number that is typed.
const NUMBER_PT: f32 = 40.0;

/// The way back after wandering off, the number that is typed, the timer.
pub(super) fn hints_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    page: Rect,
    digits: Option<&(String, f64)>,
    actions: &mut Vec<Action>,
) {
    if has_wandered(shown.state)
        && let Some(telling) = &shown.state.telling
    {
        let text = format!("{} {}", shown.say(w::RETURNS_TO), telling.at() + 1);
        let at = page.center_top() + vec2(0.0, GRID * 3.0);
        if chip_ui(ui, shown, "return", (at, Align2::CENTER_TOP), &text) {
            actions.push(go(Go::Again));
        }
    }
    if let Some((digits, _)) = digits {
        let text =
            RichText::new(digits).font(egui::FontId::new(NUMBER_PT, Type::Title.font().family));
        Area::new(Id::unique("number"))
            .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
            .order(Order::Foreground)
            .show(ui.ctx(), |ui| {
                Frame::window(ui.style()).show(ui, |ui| ui.add(Label::new(text)));
            });
    }
    let presenting = shown.state.stage.presenting.as_ref();
    if let Some(presenting) = presenting.filter(|p| p.shows(Over::Timer)) {
        let text = elapsed(presenting.elapsed_secs);
        let at = page.left_bottom() + vec2(GRID * 3.0, -GRID * 3.0);
        chip_ui(ui, shown, "timer", (at, Align2::LEFT_BOTTOM), &text);
        ui.ctx().request_repaint_after_secs(0.5);
    }
}

/// Minutes and seconds: `12:05`, or `1:02:05`.
pub(super) fn elapsed(secs: f64) -> String {
    let secs = secs.max(0.0) as u64;
    let (hours, minutes, secs) = (secs / 3600, secs / 60 % 60, secs % 60);
    match hours {
        0 => format!("{minutes}:{secs:02}"),
        _ => format!("{hours}:{minutes:02}:{secs:02}"),
    }
}

/// A word on a ground of its own, which can be clicked.
pub(super) fn chip_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    name: &str,
    (at, pivot): (egui::Pos2, Align2),
    text: &str,
) -> bool {
    let palette = shown.ink();
    let galley =
        ui.painter()
            .layout_no_wrap(text.to_owned(), Type::Strong.font(), ink(palette.panel));
    let size = galley.size() + vec2(GRID * 5.0, GRID * 2.5);
    let rect = pivot.anchor_size(at, size);
    let id = ui.scope_id().with(("chip", name));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, text));
    ui.painter()
        .rect_filled(rect, size.y / 2.0, ink(palette.playhead.with_opacity(0.9)));
    let corner = rect.center() - galley.size() / 2.0;
    ui.painter().galley(corner, galley, ink(palette.panel));
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

/// A sentence in the middle of the screen.
pub(super) fn word_ui(ui: &mut Ui, shown: &Shown<'_>, text: &str) {
    Area::new(Id::unique("word"))
        .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
        .order(Order::Foreground)
        .show(ui.ctx(), |ui| {
            Frame::window(ui.style()).show(ui, |ui| {
                ui.set_max_width(360.0);
                ui.add(Label::new(shown.body(text)).wrap());
            });
        });
}

/// The list of keys, when it is open.
pub(super) fn keys_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let presenting = shown.state.stage.presenting.as_ref();
    if !presenting.is_some_and(|p| p.shows(Over::Keys)) {
        return;
    }
    let frame = Frame::window(ui.style())
        .inner_margin(Margin::same(20))
        .fill(ink(shown.ink().panel));
    let screen = ui.ctx().content_rect();
    let area = Area::new(Id::unique("keys while presenting"))
        .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
        .order(Order::Foreground)
        .show(ui.ctx(), |ui| {
            frame.show(ui, |ui| {
                ui.set_width((screen.width() - 100.0).min(780.0));
                ui.add(Label::new(
                    Type::Title.text(shown.say(w::KEYS), shown.ink().text),
                ));
                ui.add_space(GRID * 2.0);
                ui.spacing_mut().item_spacing.x = GRID * 8.0;
                ui.columns(2, |columns| {
                    group_ui(&mut columns[0], shown, Group::Steps, w::GROUP_STEPS);
                    group_ui(&mut columns[1], shown, Group::Screen, w::GROUP_SCREEN);
                    columns[0].add_space(GRID * 2.0);
                    columns[0].add(Label::new(shown.small(shown.say(w::MOUSE))).wrap());
                });
            });
        });
    if area.response.clicked_elsewhere() {
        actions.push(present(PresentAction::Toggle(Over::Keys)));
    }
}

fn group_ui(ui: &mut Ui, shown: &Shown<'_>, group: Group, words: Words) {
    ui.add(Label::new(shown.heading(words)));
    ui.add_space(GRID);
    for line in TABLE.iter().filter(|line| line.group == group) {
        let keys = line.shown_keys(shown.lang());
        line_ui(ui, shown, line.words, &keys);
    }
    if group == Group::Steps {
        line_ui(ui, shown, w::TO_NUMBER, &[shown.say(w::NUMBER_ENTER)]);
    }
}

fn line_ui(ui: &mut Ui, shown: &Shown<'_>, words: Words, keys: &[String]) {
    ui.spacing_mut().item_spacing = vec2(GRID, 1.0);
    ui.horizontal(|ui| {
        ui.set_min_height(20.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for key in keys.iter().rev() {
                icon::key_cap_ui(ui, key, shown.ink());
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(shown.body(shown.say(words))).truncate());
            });
        });
    });
}

/// Nothing but black or white; a click shows the map again.
pub(super) fn blank_ui(ui: &mut Ui, shown: &Shown<'_>, page: Rect, actions: &mut Vec<Action>) {
    let Some(blank) = shown.state.stage.presenting.as_ref().and_then(|p| p.blank) else {
        return;
    };
    let (color, words, deed) = match blank {
        Blank::Black => (Color32::BLACK, w::BLACK, Deed::Black),
        Blank::White => (Color32::WHITE, w::WHITE, Deed::White),
    };
    let name = format!("{}, {}", shown.say(words), key_of(deed, shown.lang()));
    let layer = egui::LayerId::new(Order::Debug, Id::unique("blank"));
    ui.ctx()
        .layer_painter(layer)
        .rect_filled(page.expand(size::TITLE_PT), 0.0, color);
    let response = ui.interact(
        page,
        ui.scope_id().with("blank"),
        Sense::CLICK | Sense::DRAG,
    );
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    ui.ctx().set_cursor_icon(CursorIcon::None);
    if response.clicked() {
        actions.push(present(PresentAction::Blank(blank)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_told_in_minutes_and_seconds() {
        for (secs, text) in [
            (0.0, "0:00"),
            (65.9, "1:05"),
            (3725.0, "1:02:05"),
            (-3.0, "0:00"),
        ] {
            assert_eq!(elapsed(secs), text);
        }
    }
}
