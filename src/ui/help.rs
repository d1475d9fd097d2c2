//! The list of keys, over everything; it comes from the table of commands.
//!
//! Any click beside it, Escape or its key closes it.

use super::commands::{Entry, Group, TABLE, keys_words};
use super::icon::{self, Icon};
use super::shown::Shown;
use super::theme::{GRID, Type, ink};
use crate::lang::{
    Words, compare_words as c, editor_words as e, present_words as p, ui_words as w,
};
use crate::state::{Action, LookAction, Panel};
use egui::{Align, Area, Frame, Id, Label, Layout, Margin, Modal, ScrollArea, Ui, vec2};

/// Height of a line: all of them fit a window of 800 points.
const ROW_PT: f32 = 20.0;

/// From this width on every group but views and comparing has a column of its own.
const FOUR_COLUMNS_PT: f32 = 1060.0;

/// Draws the list when it is open.
pub fn help_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    if !shown.state.look.help_open {
        return;
    }
    let palette = shown.ink();
    let id = Id::unique("keys");
    let frame = Frame::window(ui.style())
        .inner_margin(Margin::same(24))
        .fill(ink(palette.panel));
    let area = Area::new(id)
        .anchor(egui::Align2::CENTER_CENTER, vec2(0.0, 0.0))
        .order(egui::Order::Foreground);
    let backdrop = ink(palette.shadow.with_opacity(2.0));
    let modal = Modal::new(id)
        .area(area)
        .frame(frame)
        .backdrop_color(backdrop)
        .show(ui.ctx(), |ui| {
            let room = ui.ctx().content_rect().size() - vec2(112.0, 170.0);
            ui.set_width(room.x.min(1180.0));
            let close = head_ui(ui, shown);
            ScrollArea::vertical()
                .auto_shrink([false, true])
                .max_height(room.y)
                .min_scrolled_height(room.y)
                .show(ui, |ui| {
                    // The scroll bar of a low window stands beside the keys, not on them.
                    ui.set_max_width(ui.available_width() - GRID * 3.0);
                    columns_ui(ui, shown);
                });
            close
        });
    if modal.inner || modal.backdrop_response.clicked() {
        actions.push(Action::Look(LookAction::Toggle(Panel::Help)));
    }
}

fn head_ui(ui: &mut Ui, shown: &Shown<'_>) -> bool {
    let mut close = false;
    ui.horizontal(|ui| {
        ui.add(Label::new(
            Type::Title.text(shown.say(w::KEYS), shown.ink().text),
        ));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            close =
                icon::button_ui(ui, Icon::Close, &shown.say(w::CLOSE), "", shown.ink()).clicked();
        });
    });
    ui.add_space(GRID * 2.0);
    close
}

fn columns_ui(ui: &mut Ui, shown: &Shown<'_>) {
    ui.spacing_mut().item_spacing.x = GRID * 8.0;
    let time = (Group::Time, w::GROUP_TIME);
    let map = [
        (Group::Map, w::GROUP_MAP),
        (Group::Compare, c::COMPARE),
        (Group::Present, p::PRESENT),
    ];
    let window = [
        (Group::Window, w::GROUP_WINDOW),
        (Group::Views, w::GROUP_VIEWS),
    ];
    let story = (Group::Story, e::GROUP);
    let columns: Vec<Vec<(Group, Words)>> = match ui.available_width() >= FOUR_COLUMNS_PT {
        true => vec![vec![time], map.into(), window.into(), vec![story]],
        false => vec![vec![time, story], map.into(), window.into()],
    };
    ui.columns(columns.len(), |parts| {
        for (column, groups) in parts.iter_mut().zip(columns) {
            for (group, words) in groups {
                group_ui(column, shown, group, words);
                column.add_space(GRID * 2.0);
            }
        }
    });
    ui.add_space(GRID * 2.0);
    ui.add(Label::new(shown.small(shown.say(w::MOUSE_HINT))).wrap());
}

fn group_ui(ui: &mut Ui, shown: &Shown<'_>, group: Group, words: Words) {
    ui.add(Label::new(shown.heading(words)));
    ui.add_space(GRID);
    for entry in TABLE.iter().filter(|entry| entry.group == group) {
        entry_ui(ui, shown, entry);
    }
}

fn entry_ui(ui: &mut Ui, shown: &Shown<'_>, entry: &Entry) {
    ui.spacing_mut().item_spacing = vec2(GRID * 2.0, 1.0);
    ui.horizontal(|ui| {
        ui.set_min_height(ROW_PT);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            icon::key_cap_ui(ui, &keys_words(entry, shown.lang()), shown.ink());
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(shown.body(shown.say(entry.words))).truncate());
            });
        });
    });
}
