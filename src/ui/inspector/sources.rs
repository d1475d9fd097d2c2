//! The sources at the foot of the inspector: numbered, openable, copyable.
//!
//! Long titles are cut; the tooltip has them whole, with the date and the address.

use crate::calendar::partial_words;
use crate::export::citations::Style;
use crate::lang::{history_words as h, ui_words as w};
use crate::model::Source;
use crate::state::Action;
use crate::ui::commands::{Command, key_of};
use crate::ui::facts::citations;
use crate::ui::icon;
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use crate::ui::widgets::{command_ui, menu_button_ui, with_margin};
use egui::{Align, Label, Layout, Popup, ScrollArea, Sense, Ui, pos2, vec2};

/// Height of a line.
const LINE_PT: f32 = 19.0;

/// Height of the whole foot for that many sources; none has no foot.
pub fn height(count: usize) -> f32 {
    match count {
        0 => 0.0,
        _ => GRID * 4.0 + 22.0 + LINE_PT * count.min(6) as f32,
    }
}

/// Draws the sources.
pub fn sources_ui(ui: &mut Ui, shown: &Shown<'_>, sources: &[Source], actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.horizontal(|ui| {
        ui.set_min_height(22.0);
        let title = format!("{} ({})", shown.say(w::SOURCES), sources.len());
        ui.add(Label::new(
            Type::SmallStrong.text(title, shown.ink().text_2),
        ));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            copy_ui(ui, shown, actions)
        });
    });
    let width = ui.available_width();
    let mut scrolled = with_margin(ui);
    ScrollArea::vertical()
        .id_salt("source list")
        .auto_shrink(false)
        .show(&mut scrolled, |ui| {
            ui.set_max_width(width);
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, source) in sources.iter().enumerate() {
                source_ui(ui, shown, index + 1, source, actions);
            }
            ui.add_space(GRID * 2.0);
        });
}

/// Opens the choice of forms.
fn copy_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let key = key_of(Command::Cite(Style::Plain), shown.lang());
    let (words, name) = (shown.say(h::COPY_AS), shown.say(w::COPY_CITATION));
    let response = menu_button_ui(ui, shown, &words, &name, &key);
    Popup::menu(&response).show(|ui| {
        for style in Style::ALL {
            let command = Command::Cite(style);
            let words = match style {
                Style::Plain => h::COPY_PLAIN,
                Style::Bibtex => h::COPY_BIBTEX,
                Style::CslJson => h::COPY_CSL_JSON,
            };
            let key = key_of(command, shown.lang());
            if command_ui(ui, shown, &shown.say(words), &key)
                && let Some(selected) = &shown.state.selection
            {
                actions.push(Action::Copy(citations(shown, selected, style)));
            }
        }
    });
}

fn source_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    number: usize,
    source: &Source,
    actions: &mut Vec<Action>,
) {
    let palette = shown.ink();
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), LINE_PT), Sense::click());
    let said = format!("{number} {}, {}", source.publisher, source.title);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &said));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect.expand2(vec2(4.0, 0.0)), 3.0, ink(palette.panel_sunk));
    }
    let line = |text: &str, kind: Type, color, width: f32| {
        let mut job =
            egui::text::LayoutJob::simple_singleline(text.to_owned(), kind.font(), ink(color));
        job.wrap = egui::text::TextWrapping::truncate_at_width(width);
        painter.layout_job(job)
    };
    let publisher_left = rect.left() + 18.0;
    let publisher = line(
        &source.publisher,
        Type::Body,
        palette.text,
        rect.width() * 0.38,
    );
    let title_left = publisher_left + publisher.size().x + GRID * 2.0;
    let can_open = source.url.is_some();
    let color = if can_open {
        palette.accent
    } else {
        palette.text
    };
    let title = line(
        &source.title,
        Type::Body,
        color,
        (rect.right() - title_left).max(8.0),
    );
    let digit = line(&number.to_string(), Type::Small, palette.text_2, 18.0);
    let top = |galley: &egui::Galley| rect.center().y - galley.size().y / 2.0;
    painter.galley(
        pos2(rect.left(), top(&digit) + 0.5),
        digit,
        ink(palette.text_2),
    );
    painter.galley(
        pos2(publisher_left, top(&publisher)),
        publisher,
        ink(palette.text),
    );
    painter.galley(pos2(title_left, top(&title)), title, ink(color));
    icon::focus_ring(painter, &response, rect.expand(1.0), palette);
    let response = response.on_hover_ui(|ui| full_ui(ui, shown, source));
    let response = if can_open {
        response.on_hover_cursor(egui::CursorIcon::PointingHand)
    } else {
        response
    };
    if response.clicked()
        && let Some(url) = &source.url
    {
        actions.push(Action::OpenUrl(url.clone()));
    }
}

fn full_ui(ui: &mut Ui, shown: &Shown<'_>, source: &Source) {
    ui.set_max_width(320.0);
    ui.label(shown.strong(&source.title));
    let date = source.date.map(|d| partial_words(d, shown.lang()));
    let line: Vec<String> = [Some(source.publisher.clone()), date]
        .into_iter()
        .flatten()
        .collect();
    ui.label(shown.small(line.join(" · ")));
    match &source.url {
        Some(url) => ui.label(Type::Small.text(url, shown.ink().accent)),
        None => ui.label(shown.small(shown.say(w::NO_ADDRESS))),
    };
}
