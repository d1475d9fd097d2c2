//! The choice of what countries are filled by, and of the country that relations are shown with.
//!
//! It offers only countries that the record has relations of. What the fills mean is in the legend
//! below it.

use super::icon::{self, Icon};
use super::shown::Shown;
use super::theme::{GRID, Type, ink};
use super::widgets::choice_ui;
use crate::lang::{Words, ui_words as w};
use crate::state::{Action, MapAction};
use crate::style::{CountryTheme, Iso};
use egui::{Label, Popup, Response, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

/// The words of a theme of the countries.
fn theme_words(theme: CountryTheme) -> Words {
    match theme {
        CountryTheme::Alliance => w::BY_ALLIANCE_SHORT,
        CountryTheme::Airspace => w::BY_AIRSPACE_SHORT,
        CountryTheme::Troops => w::BY_TROOPS_SHORT,
        CountryTheme::Relations(_) => w::BY_RELATIONS_SHORT,
        CountryTheme::Plain => w::BY_NOTHING_SHORT,
    }
}

/// The theme that is meant by one of its kind: relations stay with the country they are shown with,
/// and begin with France or, where the record has none of France, with whom it has most of.
pub fn meant(theme: CountryTheme, shown: &Shown<'_>) -> CountryTheme {
    let now = shown.state.map.theme;
    let known = shown.atlas.relation_parties();
    match (theme, now) {
        (CountryTheme::Relations(_), CountryTheme::Relations(_)) => now,
        (CountryTheme::Relations(with), _) if !known.contains(&with.as_str()) => {
            let most = known.first().and_then(|code| Iso::from_code(code));
            CountryTheme::Relations(most.unwrap_or(with))
        }
        (theme, _) => theme,
    }
}

/// Draws the selectors.
pub fn choices_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let now = shown.state.map.theme;
    ui.add(Label::new(shown.heading(w::COUNTRIES_BY)));
    ui.add_space(GRID);
    let words = shown.say(theme_words(now));
    let name = format!("{}: {words}", shown.say(w::COUNTRIES_BY));
    let response = field_ui(ui, shown, &name, &words);
    Popup::menu(&response)
        .width(response.rect.width())
        .show(|ui| {
            for theme in CountryTheme::ALL {
                if choice_ui(
                    ui,
                    shown,
                    &shown.say(theme_words(theme)),
                    theme.is_kind_of(now),
                ) {
                    let theme = meant(theme, shown);
                    actions.push(Action::Map(MapAction::SetTheme(theme)));
                }
            }
        });
    if let CountryTheme::Relations(with) = now {
        ui.add_space(GRID);
        country_ui(ui, shown, with, actions);
    }
    ui.add_space(GRID * 2.0);
}

/// The countries that the record has relations of, most rows first.
fn country_ui(ui: &mut Ui, shown: &Shown<'_>, with: Iso, actions: &mut Vec<Action>) {
    let name = shown.name(with.as_str());
    let words = format!("{} {name}", shown.say(w::RELATIONS_WITH));
    let response = field_ui(ui, shown, &words, &words);
    Popup::menu(&response)
        .width(response.rect.width())
        .show(|ui| {
            for code in shown.atlas.relation_parties() {
                let chosen = code == with.as_str();
                let clicked = choice_ui(ui, shown, &shown.name(code), chosen);
                if let Some(iso) = Iso::from_code(code).filter(|_| clicked) {
                    let theme = CountryTheme::Relations(iso);
                    actions.push(Action::Map(MapAction::SetTheme(theme)));
                }
            }
        });
}

/// A field with a chevron that opens a menu; `name` is what a screen reader says.
fn field_ui(ui: &mut Ui, shown: &Shown<'_>, name: &str, text: &str) -> Response {
    let palette = shown.ink();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, name));
    let edge = if response.hovered() {
        palette.hairline_strong
    } else {
        palette.hairline
    };
    ui.painter().rect(
        rect,
        3.0,
        ink(palette.panel_sunk),
        Stroke::new(1.0, ink(edge)),
        StrokeKind::Inside,
    );
    let galley = ui
        .painter()
        .layout_no_wrap(text.to_owned(), Type::Body.font(), ink(palette.text));
    ui.painter().galley(
        pos2(
            rect.left() + GRID * 2.0,
            rect.center().y - galley.size().y / 2.0,
        ),
        galley,
        ink(palette.text),
    );
    icon::paint(
        ui.painter(),
        Icon::Down,
        pos2(rect.right() - 14.0, rect.center().y),
        ink(palette.text_2),
    );
    icon::focus_ring(ui.painter(), &response, rect, palette);
    response
}
