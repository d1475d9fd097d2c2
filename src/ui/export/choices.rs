//! The choices of the dialog: format, size, map, language, colours, and the parts of the picture.
//!
//! It changes a copy of what is chosen; the dialog pushes it when it has changed.

use super::controls::{LABEL_PT, ROW_PT, menu_ui, note_ui, row_ui, switch_ui, tick_ui};
use super::typed::{Field, number};
use super::{ExportDialog, words};
use crate::export::order::{Concerns, sizes};
use crate::lang::export_words as w;
use crate::state::export::{
    Colours, ExportSettings, FilmKind, Look, Part, PictureKind, Preset, SizeChoice, TextAs, Tongue,
    Unit, What,
};
use crate::state::{Action, KeptView};
use crate::ui::shown::Shown;
use crate::ui::theme::GRID;
use egui::{Label, Ui};

/// The parts of a picture, in two columns.
const PARTS: [Part; 9] = [
    Part::Title,
    Part::Text,
    Part::Legend,
    Part::Scale,
    Part::Sources,
    Part::Credit,
    Part::Locator,
    Part::Graticule,
    Part::Names,
];
/// The same of a film: its locator would jump, and it has a strip.
const FILM_PARTS: [Part; 9] = [
    Part::Title,
    Part::Text,
    Part::Legend,
    Part::Scale,
    Part::Sources,
    Part::Credit,
    Part::Progress,
    Part::Graticule,
    Part::Names,
];
/// An inch, in millimetres.
const INCH_MM: f32 = 25.4;
/// Width of the field of a side.
const SIDE_PT: f32 = 64.0;
/// The fields of a size of one's own.
const SIZE_FIELDS: [&str; 3] = ["width", "height", "dpi"];

impl ExportDialog {
    /// All choices.
    pub(super) fn choices_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        settings: &mut ExportSettings,
        actions: &mut Vec<Action>,
    ) {
        ui.spacing_mut().item_spacing.y = GRID * 1.5;
        format_ui(ui, shown, settings);
        self.size_ui(ui, shown, settings);
        match settings.what {
            What::Picture => {}
            What::Film => self.film_ui(ui, shown, settings, actions),
            What::Series => self.series_ui(ui, shown, settings, actions),
        }
        look_ui(ui, shown, settings);
        ui.add_space(GRID);
        parts_ui(ui, shown, settings);
        if settings.what == What::Picture {
            beside_ui(ui, shown, settings);
        }
    }

    fn size_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, settings: &mut ExportSettings) {
        let of_film = settings.what == What::Film;
        let named = Preset::ALL.iter().copied();
        let named = named.filter(|preset| !of_film || sizes::is_in_pixels(*preset));
        let mut all: Vec<SizeChoice> = named.map(SizeChoice::Preset).collect();
        all.push(SizeChoice::Own);
        let all = words::said(shown, &all, words::size);
        let name = shown.say(w::SIZE);
        let now = settings.size();
        let chosen = row_ui(ui, shown, &name, |ui| menu_ui(ui, shown, &name, &all, now));
        if let Some(chosen) = chosen {
            settings.set_size(chosen);
            self.fields.forget(&SIZE_FIELDS);
        }
        if settings.size() == SizeChoice::Own {
            row_ui(ui, shown, "", |ui| self.own_size_ui(ui, shown, settings));
        }
        let told = shown.offered.told;
        let refused = told.and_then(|told| told.fault(Concerns::Size));
        let typed = SIZE_FIELDS.iter().find_map(|key| self.fields.fault(key));
        let palette = shown.ink();
        match (typed, refused) {
            (Some(why), _) => indented(ui, |ui| note_ui(ui, why, palette.error)),
            (None, Some(fault)) => {
                let why = fault.sentence(shown.lang());
                indented(ui, |ui| note_ui(ui, &why, palette.error));
            }
            (None, None) => {}
        }
    }

    fn own_size_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, settings: &mut ExportSettings) {
        let told = shown.offered.told;
        let is_refused = told.is_some_and(|told| told.fault(Concerns::Size).is_some());
        let why = shown.say(w::NOT_A_NUMBER);
        let own = &mut settings.own;
        for (i, (key, words)) in [("width", w::WIDTH), ("height", w::HEIGHT)]
            .into_iter()
            .enumerate()
        {
            let field = Field {
                key,
                name: &shown.say(words),
                width_pt: SIDE_PT,
                is_refused,
            };
            let now = format!("{}", own.sides[i]);
            let typed = self
                .fields
                .field_ui(ui, shown, &field, now, |text| number(text, why.clone()));
            if let Some(side) = typed {
                own.sides[i] = side;
            }
            if i == 0 {
                ui.add(Label::new(shown.body("×")));
            }
        }
        let units = words::said(shown, Unit::ALL, words::unit);
        let now = own.unit;
        if settings.what != What::Film || now == Unit::Mm {
            let name = shown.say(w::UNIT);
            if let Some(unit) = switch_ui(ui, shown, &name, &units, now) {
                let per_mm = f32::from(own.dpi) / INCH_MM;
                let turned = |side: f32| match (own.unit, unit) {
                    (Unit::Px, Unit::Mm) => (side / per_mm * 10.0).round() / 10.0,
                    (Unit::Mm, Unit::Px) => (side * per_mm).round(),
                    (Unit::Px, Unit::Px) | (Unit::Mm, Unit::Mm) => side,
                };
                own.sides = own.sides.map(turned);
                own.unit = unit;
                self.fields.forget(&SIZE_FIELDS);
            }
        }
        if own.unit == Unit::Mm {
            let field = Field {
                key: "dpi",
                name: &shown.say(w::DPI),
                width_pt: 44.0,
                is_refused: false,
            };
            let now = own.dpi.to_string();
            let typed = self
                .fields
                .field_ui(ui, shown, &field, now, |text| number(text, why.clone()));
            if let Some(dpi) = typed {
                own.dpi = dpi as u16;
            }
            ui.add(Label::new(shown.small(shown.say(w::DPI))));
        }
    }
}

/// Below the controls, not below their labels.
pub(super) fn indented(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.add_space(LABEL_PT - ui.spacing().item_spacing.x);
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            add(ui);
        });
    });
}

fn format_ui(ui: &mut Ui, shown: &Shown<'_>, settings: &mut ExportSettings) {
    let name = shown.say(w::FORMAT);
    match settings.what {
        What::Picture | What::Series => {
            let kinds = words::said(shown, PictureKind::ALL, words::kind);
            let now = settings.kind;
            let chosen = row_ui(ui, shown, &name, |ui| {
                switch_ui(ui, shown, &name, &kinds, now)
            });
            settings.kind = chosen.unwrap_or(now);
        }
        What::Film => {
            let kinds = words::said(shown, FilmKind::ALL, words::film_kind);
            let now = settings.film.kind;
            let chosen = row_ui(ui, shown, &name, |ui| {
                switch_ui(ui, shown, &name, &kinds, now)
            });
            settings.film.kind = chosen.unwrap_or(now);
        }
    }
    if settings.what != What::Film && settings.kind == PictureKind::Svg {
        let name = shown.say(w::LETTERS);
        let kinds = words::said(shown, TextAs::ALL, words::text_as);
        let now = settings.text;
        let chosen = row_ui(ui, shown, &name, |ui| {
            switch_ui(ui, shown, &name, &kinds, now)
        });
        settings.text = chosen.unwrap_or(now);
    }
}

/// Where it looks, in which language, in which colours.
fn look_ui(ui: &mut Ui, shown: &Shown<'_>, settings: &mut ExportSettings) {
    let name = shown.say(w::MAP_PART);
    let (what, each) = (settings.what, settings.each);
    let looks = words::said(shown, Look::ALL, |look| words::look(look, what, each));
    let now = settings.look;
    let chosen = row_ui(ui, shown, &name, |ui| {
        menu_ui(ui, shown, &name, &looks, now)
    });
    settings.look = chosen.unwrap_or(now);
    let name = shown.say(w::LANGUAGE);
    let tongues = words::said(shown, Tongue::ALL, words::tongue);
    let now = settings.tongue;
    let chosen = row_ui(ui, shown, &name, |ui| {
        menu_ui(ui, shown, &name, &tongues, now)
    });
    settings.tongue = chosen.unwrap_or(now);
    let name = shown.say(w::COLOURS);
    let all = words::said(shown, Colours::ALL, words::colours);
    let now = settings.colours;
    let chosen = row_ui(ui, shown, &name, |ui| menu_ui(ui, shown, &name, &all, now));
    settings.colours = chosen.unwrap_or(now);
}

fn parts_ui(ui: &mut Ui, shown: &Shown<'_>, settings: &mut ExportSettings) {
    ui.add(Label::new(shown.heading(w::SHOWN)));
    let view = KeptView::of(shown.state);
    let parts = match settings.what {
        What::Picture | What::Series => PARTS,
        What::Film => FILM_PARTS,
    };
    let width = (ui.available_width() - GRID * 2.0) / 2.0;
    ui.spacing_mut().item_spacing.y = 2.0;
    for pair in parts.chunks(2) {
        ui.horizontal(|ui| {
            for part in pair {
                let on = settings.shows(*part, &view);
                if tick_ui(ui, shown, &shown.say(words::part(*part)), on, width) {
                    settings.set_part(*part, !on, &view);
                }
            }
        });
    }
}

fn beside_ui(ui: &mut Ui, shown: &Shown<'_>, settings: &mut ExportSettings) {
    ui.add_space(GRID * 1.5);
    ui.add(Label::new(shown.heading(w::ALSO_WRITE)));
    let width = (ui.available_width() - GRID * 2.0) / 2.0;
    ui.horizontal(|ui| {
        ui.set_min_height(ROW_PT);
        if tick_ui(ui, shown, &shown.say(w::ALT_TEXT), settings.alt, width) {
            settings.alt = !settings.alt;
        }
        if tick_ui(ui, shown, &shown.say(w::TABLE), settings.table, width) {
            settings.table = !settings.table;
        }
    });
}
