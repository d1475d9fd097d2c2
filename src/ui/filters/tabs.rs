//! The two panels at the left as tabs: the layers, and the filters with how many there are.

use crate::lang::{filter_words as f, ui_words as w};
use crate::state::{Action, LookAction, Panel};
use crate::ui::commands::{Command, key_of};
use crate::ui::icon::{self, Icon};
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use egui::{Align, Layout, Rect, Sense, Ui, pos2, vec2};

/// Which panel is open at the left.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Tab {
    /// Layers and legend.
    #[default]
    Layers,
    /// Filters.
    Filters,
}

/// Draws the tabs and the button that folds the panel.
pub fn tabs_ui(ui: &mut Ui, shown: &Shown<'_>, tab: &mut Tab, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GRID * 4.0;
        let wishes = shown.state.filter.chips().len();
        for (of, words, count) in [
            (Tab::Layers, w::LAYERS, 0),
            (Tab::Filters, f::FILTERS, wishes),
        ] {
            if tab_ui(ui, shown, &shown.say(words), count, *tab == of) {
                *tab = of;
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let key = key_of(Command::Panel(Panel::Layers), shown.lang());
            let name = shown.say(w::FOLD_LAYERS);
            if icon::sized_button_ui(ui, Icon::Minus, &name, &key, 24.0, shown.ink()).clicked() {
                actions.push(Action::Look(LookAction::Toggle(Panel::Layers)));
            }
        });
    });
    ui.add_space(GRID * 1.5);
}

fn tab_ui(ui: &mut Ui, shown: &Shown<'_>, name: &str, count: usize, is_open: bool) -> bool {
    let palette = shown.ink();
    let color = if is_open {
        palette.text
    } else {
        palette.text_2
    };
    let set = |text: &str, kind: Type, color| {
        let painter = ui.painter();
        painter.layout_no_wrap(text.to_owned(), kind.font(), ink(color))
    };
    let title = set(name, Type::Title, color);
    let badge = (count > 0).then(|| set(&count.to_string(), Type::SmallStrong, palette.on_accent));
    let badge_pt = badge.as_ref().map_or(0.0, |b| b.size().x.max(7.0) + 9.0);
    let gap = if count > 0 { GRID * 1.5 } else { 0.0 };
    let size = vec2(title.size().x + gap + badge_pt, 26.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, is_open, name));
    let at = pos2(rect.left(), rect.center().y - title.size().y / 2.0);
    let title_pt = title.size().x;
    ui.painter().galley(at, title, ink(color));
    if let Some(badge) = badge {
        let disc = Rect::from_center_size(
            pos2(rect.right() - badge_pt / 2.0, rect.center().y + 0.5),
            vec2(badge_pt, 16.0),
        );
        ui.painter().rect_filled(disc, 8.0, ink(palette.accent));
        let at = disc.center() - badge.size() / 2.0;
        ui.painter().galley(at, badge, ink(palette.on_accent));
    }
    if is_open || response.hovered() {
        let line = if is_open {
            palette.accent
        } else {
            palette.hairline_strong
        };
        let under =
            Rect::from_min_size(pos2(rect.left(), rect.bottom() - 1.0), vec2(title_pt, 2.0));
        ui.painter().rect_filled(under, 1.0, ink(line));
    }
    icon::focus_ring(ui.painter(), &response, rect.expand(2.0), palette);
    response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .clicked()
}
