//! How two days share the map, swapping them and leaving: a small group under the date of day A.
//!
//! What they are called and their keys come from the table of commands.

use crate::lang::{Words, compare_words as c};
use crate::state::{Action, Compare, CompareAction, How};
use crate::ui::commands::{Command, key_of};
use crate::ui::icon::{self, Icon};
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use egui::{Align, Layout, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

/// Height of the group.
const HEIGHT_PT: f32 = 32.0;

/// Draws the group under the date in the upper left corner of `map`.
pub(super) fn controls_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    compare: Compare,
    map: Rect,
    actions: &mut Vec<Action>,
) {
    let palette = shown.ink();
    let ways = [
        (c::SWIPE, Compare::with(compare.other).how),
        (c::SIDE_BY_SIDE, How::SideBySide),
    ];
    let widths = ways.map(|(words, _)| width(ui, shown, words));
    let buttons = 2.0 * 28.0 + GRID;
    let size = vec2(widths[0] + widths[1] + buttons + GRID, HEIGHT_PT);
    let corner = pos2(map.left() + 12.0, map.top() + 12.0 + HEIGHT_PT + 8.0);
    let frame = Rect::from_min_size(corner, size);
    ui.interact(
        frame,
        ui.scope_id().with("controls ground"),
        Sense::CLICK | Sense::DRAG,
    );
    let edge = Stroke::new(1.0, ink(palette.hairline_strong));
    ui.painter()
        .rect(frame, 4.0, ink(palette.panel), edge, StrokeKind::Outside);
    let layout = Layout::left_to_right(Align::Center);
    let inner = frame.shrink2(vec2(2.0, 0.0));
    let mut row = ui.new_child(
        UiBuilder::new()
            .max_rect(inner)
            .layout(layout)
            .id_salt("ways"),
    );
    row.spacing_mut().item_spacing.x = 0.0;
    for ((words, how), width) in ways.into_iter().zip(widths) {
        let chosen = std::mem::discriminant(&how) == std::mem::discriminant(&compare.how);
        if way_ui(&mut row, shown, words, width, chosen) && !chosen {
            actions.push(Action::Compare(CompareAction::SetHow(how)));
        }
    }
    row.add_space(GRID);
    for (glyph, words, command, action) in [
        (Icon::Swap, c::SWAP, Command::SwapDays, CompareAction::Swap),
        (
            Icon::Close,
            c::LEAVE,
            Command::Compare,
            CompareAction::Leave,
        ),
    ] {
        let key = key_of(command, shown.lang());
        if icon::button_ui(&mut row, glyph, &shown.say(words), &key, palette).clicked() {
            actions.push(Action::Compare(action));
        }
    }
}

fn width(ui: &Ui, shown: &Shown<'_>, words: Words) -> f32 {
    let color = ink(shown.ink().text);
    let galley = ui
        .painter()
        .layout_no_wrap(shown.say(words), Type::Strong.font(), color);
    galley.size().x + GRID * 5.0
}

/// One of two ways; the chosen one stands on the accent.
fn way_ui(ui: &mut Ui, shown: &Shown<'_>, words: Words, width: f32, chosen: bool) -> bool {
    let palette = shown.ink();
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT_PT - 4.0), Sense::click());
    let name = shown.say(words);
    response
        .widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, chosen, &name));
    let (kind, color) = match (chosen, response.hovered()) {
        (true, _) => (Type::Strong, palette.on_accent),
        (false, true) => (Type::Body, palette.text),
        (false, false) => (Type::Body, palette.text_2),
    };
    if chosen {
        ui.painter().rect_filled(rect, 3.0, ink(palette.accent));
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 3.0, ink(palette.panel_sunk));
    }
    let galley = ui
        .painter()
        .layout_no_wrap(name.clone(), kind.font(), ink(color));
    ui.painter()
        .galley(rect.center() - galley.size() / 2.0, galley, ink(color));
    icon::focus_ring(ui.painter(), &response, rect, palette);
    let key = key_of(Command::ComparisonStyle, shown.lang());
    icon::tooltip(response, &name, &key, palette).clicked()
}
