//! The window's style for egui: fonts, colours and spacing, all from `style`.
//!
//! It is the one place where the program's colours and type become egui's. Nothing here draws.

use crate::scene::item::Face;
use crate::scene::metrics::font_bytes;
use crate::style::{Color, Palette, Theme, size};
use egui::style::{ScrollStyle, Selection, WidgetVisuals, Widgets};
use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin,
    RichText, Shadow, Stroke, TextStyle, Visuals, vec2,
};
use std::sync::Arc;

/// The unit of the spacing grid.
pub const GRID: f32 = 4.0;

/// A colour as egui has it.
pub fn ink(color: Color) -> Color32 {
    Color32::from_rgba_unmultiplied(color.r, color.g, color.b, color.a)
}

/// The font family of a face.
pub fn family(face: Face) -> FontFamily {
    match face {
        Face::Regular => FontFamily::Proportional,
        Face::Bold => FontFamily::Name("bold".into()),
        Face::Italic => FontFamily::Name("italic".into()),
    }
}

/// What a text is in the window.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Type {
    /// The date.
    Display,
    /// Title.
    Title,
    /// Running text, bold.
    Strong,
    /// Running text.
    Body,
    /// Small text, bold: headings of sections.
    SmallStrong,
    /// Small text.
    Small,
}

impl Type {
    /// Its font.
    pub fn font(self) -> FontId {
        let (size, face) = match self {
            Type::Display => (size::DISPLAY_PT, Face::Bold),
            Type::Title => (size::TITLE_PT, Face::Bold),
            Type::Strong => (size::BODY_PT, Face::Bold),
            Type::Body => (size::BODY_PT, Face::Regular),
            Type::SmallStrong => (size::SMALL_PT, Face::Bold),
            Type::Small => (size::SMALL_PT, Face::Regular),
        };
        FontId::new(size, family(face))
    }

    /// A text of this kind in a colour.
    pub fn text(self, text: impl Into<String>, color: Color) -> RichText {
        RichText::new(text).font(self.font()).color(ink(color))
    }
}

/// Gives egui the program's fonts, and no others: what they lack would look different on every machine.
pub fn install_fonts(ctx: &Context) {
    let mut fonts = FontDefinitions::empty();
    for (name, face) in [
        ("regular", Face::Regular),
        ("bold", Face::Bold),
        ("italic", Face::Italic),
    ] {
        fonts.font_data.insert(
            name.to_owned(),
            Arc::new(FontData::from_static(font_bytes(face))),
        );
        fonts.families.insert(family(face), vec![name.to_owned()]);
    }
    fonts
        .families
        .insert(FontFamily::Monospace, vec!["regular".to_owned()]);
    ctx.set_fonts(fonts);
}

/// Dresses egui in a theme.
pub fn apply(ctx: &Context, theme: Theme) {
    let palette = theme.palette();
    ctx.all_styles_mut(|style| {
        style.text_styles = [
            (TextStyle::Small, Type::Small.font()),
            (TextStyle::Body, Type::Body.font()),
            (TextStyle::Button, Type::Body.font()),
            (TextStyle::Heading, Type::Title.font()),
            (TextStyle::Monospace, Type::Body.font()),
        ]
        .into();
        style.visuals = visuals(palette, theme);
        style.animation_time = 0.12;
        style.interaction.tooltip_delay = 0.35;
        style.interaction.selectable_labels = false;
        let spacing = &mut style.spacing;
        spacing.item_spacing = vec2(GRID * 2.0, GRID);
        spacing.button_padding = vec2(GRID * 2.0, GRID);
        spacing.interact_size = vec2(GRID * 6.0, GRID * 6.0);
        spacing.menu_margin = Margin::same(GRID as i8);
        spacing.window_margin = Margin::same(GRID as i8 * 4);
        spacing.tooltip_width = 340.0;
        spacing.scroll = ScrollStyle {
            floating_width: 4.0,
            floating_allocated_width: 0.0,
            bar_width: 6.0,
            dormant_handle_opacity: 0.35,
            ..ScrollStyle::floating()
        };
    });
}

fn visuals(palette: &Palette, theme: Theme) -> Visuals {
    let ui = &palette.ui;
    let mut visuals = match theme {
        Theme::Dark => Visuals::dark(),
        Theme::Light | Theme::Print | Theme::Projector => Visuals::light(),
    };
    let shadow = Shadow {
        offset: [0, 3],
        blur: 12,
        spread: 0,
        color: ink(ui.shadow),
    };
    visuals.widgets = widgets(palette);
    visuals.selection = Selection {
        bg_fill: ink(ui.accent_soft),
        stroke: Stroke::new(1.0, ink(ui.accent)),
    };
    visuals.hyperlink_color = ink(ui.accent);
    visuals.faint_bg_color = ink(ui.panel_sunk);
    visuals.extreme_bg_color = ink(ui.panel_sunk);
    visuals.text_edit_bg_color = Some(ink(ui.panel));
    visuals.code_bg_color = ink(ui.panel_sunk);
    visuals.warn_fg_color = ink(ui.warn);
    visuals.error_fg_color = ink(ui.error);
    visuals.panel_fill = ink(ui.panel);
    visuals.window_fill = ink(ui.panel);
    visuals.window_stroke = Stroke::new(1.0, ink(ui.hairline));
    visuals.window_shadow = shadow;
    visuals.popup_shadow = shadow;
    visuals.window_corner_radius = CornerRadius::same(size::panel::RADIUS_LARGE_PT);
    visuals.menu_corner_radius = CornerRadius::same(size::panel::RADIUS_PT);
    visuals.text_cursor.stroke = Stroke::new(1.5, ink(ui.accent));
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(ink(ui.text_2));
    visuals.button_frame = true;
    visuals
}

fn widgets(palette: &Palette) -> Widgets {
    let ui = &palette.ui;
    let state = |fill: Color, edge: Color, text: Color| WidgetVisuals {
        bg_fill: ink(fill),
        weak_bg_fill: ink(fill),
        bg_stroke: Stroke::new(1.0, ink(edge)),
        corner_radius: CornerRadius::same(size::panel::RADIUS_PT),
        fg_stroke: Stroke::new(1.0, ink(text)),
        expansion: 0.0,
    };
    let mut noninteractive = state(ui.panel, ui.hairline, ui.text);
    noninteractive.bg_stroke.width = 1.0;
    Widgets {
        noninteractive,
        inactive: state(ui.panel, ui.hairline, ui.text),
        hovered: state(ui.panel_sunk, ui.hairline_strong, ui.text),
        active: state(ui.accent_soft, ui.focus_ring, ui.text),
        open: state(ui.panel_sunk, ui.hairline_strong, ui.text),
    }
}
