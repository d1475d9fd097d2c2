//! The camera, the theme of the countries and the layers that are shown.
//!
//! Lines of the legend are switched off one by one by their key, such as `holder:france`.

use crate::geo::{Camera, MapPt, Viewport};
use crate::style::{CountryTheme, OFF_AT_FIRST};
use std::collections::BTreeSet;

/// A layer of the map that can be switched off as a whole.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Layer {
    /// Closed skies.
    Skies,
    /// Movements of troops.
    Movements,
    /// Bases.
    Bases,
    /// Events of the day and the trail.
    Events,
    /// Names.
    Names,
}

impl Layer {
    /// All layers, in the order of the legend.
    pub const ALL: [Layer; 5] = [
        Layer::Skies,
        Layer::Movements,
        Layer::Bases,
        Layer::Events,
        Layer::Names,
    ];

    /// Its key among the hidden lines.
    pub const fn id(self) -> &'static str {
        match self {
            Layer::Skies => "layer:skies",
            Layer::Movements => "layer:movements",
            Layer::Bases => "layer:bases",
            Layer::Events => "layer:events",
            Layer::Names => "layer:names",
        }
    }
}

/// What the map shows.
#[derive(Clone, PartialEq, Debug)]
pub struct MapState {
    /// Where one looks; always held inside the allowed bounds and zooms.
    pub camera: Camera,
    /// Show the home view at the next size the map is given (at the start, after Home).
    pub at_home: bool,
    /// What countries are filled by.
    pub theme: CountryTheme,
    /// Keys of the layers and legend lines that are switched off.
    pub hidden: BTreeSet<String>,
}

impl Default for MapState {
    fn default() -> Self {
        MapState {
            camera: Camera::fit(&Camera::home_box(), [860.0, 580.0]),
            at_home: true,
            theme: CountryTheme::default(),
            hidden: first_hidden(),
        }
    }
}

/// What is switched off on a first start.
pub(super) fn first_hidden() -> BTreeSet<String> {
    OFF_AT_FIRST.map(str::to_owned).into()
}

impl MapState {
    /// Is a whole layer shown?
    pub fn shows(&self, layer: Layer) -> bool {
        !self.hidden.contains(layer.id())
    }

    /// Is a line of the legend shown?
    pub fn shows_line(&self, key: &str) -> bool {
        !self.hidden.contains(key)
    }
}

/// What can be done to the map.
#[derive(Clone, PartialEq, Debug)]
pub enum MapAction {
    /// Look from there.
    SetCamera(Camera),
    /// Move by points of the page.
    Pan(Viewport, [f32; 2]),
    /// Zoom by steps, the page point staying where it is.
    ZoomAt(Viewport, [f32; 2], f64),
    /// Put a map point in the middle, at least that near.
    CenterOn(MapPt, f64),
    /// Back to the home view, for a map of that size.
    Home([f32; 2]),
    /// Fill countries by that theme.
    SetTheme(CountryTheme),
    /// Switch a legend line or a layer on or off.
    ToggleLine(String),
}

impl MapState {
    pub(super) fn apply(&mut self, action: MapAction) {
        match action {
            MapAction::SetCamera(camera) => self.look(camera),
            MapAction::Pan(viewport, delta) => self.look(viewport.panned(delta)),
            MapAction::ZoomAt(viewport, page, steps) => self.look(viewport.zoomed_at(page, steps)),
            MapAction::CenterOn(center, zoom) => {
                let zoom = self.camera.zoom.max(zoom);
                self.look(Camera { center, zoom });
            }
            MapAction::Home(size_pt) => {
                self.camera = Camera::fit(&Camera::home_box(), size_pt);
                self.at_home = true;
            }
            MapAction::SetTheme(theme) => self.theme = theme,
            MapAction::ToggleLine(key) => {
                if !self.hidden.remove(&key) {
                    self.hidden.insert(key);
                }
            }
        }
    }

    fn look(&mut self, camera: Camera) {
        self.camera = camera.held();
        self.at_home = false;
    }
}
