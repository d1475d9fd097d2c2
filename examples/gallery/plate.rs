//! A plate of every sign: bases by kind and holder, by state and size; glyphs of events bare, on their
//! discs, faded; the rest.
//!
//! Rows and columns are named as in the code: it is for those who draw the signs.

use sahelscope::model::Category;
use sahelscope::scene::item::{Face, Item, Layer, Picture, Pt, Subject, Symbol, Text};
use sahelscope::scene::signs::{category_color, category_glyph, holder_mark};
use sahelscope::scene::symbols::{BaseShape, BaseState, Edge, Glyph, HolderMark};
use sahelscope::style::{Color, Holder, Palette, Theme, size};
use std::sync::Arc;

const SIZE_PT: Pt = [960.0, 660.0];
const LEFT_PT: f32 = 16.0;

/// The plate of a theme.
pub fn symbols(theme: Theme) -> Picture {
    let palette = theme.palette();
    let mut plate = Plate {
        palette,
        items: Vec::new(),
    };
    plate.holders(40.0);
    plate.states(300.0);
    plate.events(440.0);
    plate.rest(600.0);
    let layer = Layer {
        name: "plate",
        clip: None,
        items: plate.items,
    };
    Picture {
        size_pt: SIZE_PT,
        background: palette.map.focus_land,
        layers: vec![Arc::new(layer)],
        title: format!("Signs, theme {}", theme.id()),
        description: "Every sign that the map may show".to_owned(),
        lang: "en",
    }
}

struct Plate<'a> {
    palette: &'a Palette,
    items: Vec<Item>,
}

impl Plate<'_> {
    fn word(&mut self, at: Pt, text: String) {
        let text = Text {
            at,
            text,
            size_pt: size::MINOR_PT,
            face: Face::Regular,
            color: self.palette.map.minor_label,
            halo: None,
            angle: 0.0,
        };
        self.items.push(Item::new(Subject::None, text));
    }

    fn sign(&mut self, glyph: Glyph, at: Pt, size_pt: f32, inks: [Color; 2], opacity: f32) {
        let symbol = Symbol {
            glyph,
            at,
            size_pt,
            ink: inks[0],
            ground: self.palette.map.halo,
            accent: inks[1],
            opacity,
        };
        self.items.push(Item::new(Subject::None, symbol));
    }

    /// Every kind of base with the mark of every holder, in the three sizes.
    fn holders(&mut self, top: f32) {
        for (column, holder) in Holder::ALL.into_iter().enumerate() {
            let x = LEFT_PT + 90.0 + column as f32 * 66.0;
            self.word([x - 26.0, top - 16.0], format!("{holder:?}"));
            let ink = holder.color(self.palette);
            for (row, kind) in BaseShape::ALL.into_iter().enumerate() {
                let y = top + 10.0 + row as f32 * 32.0;
                if column == 0 {
                    self.word([LEFT_PT, y + 4.0], format!("{kind:?}"));
                }
                let glyph = base(kind, holder_mark(holder), BaseState::Held);
                for (x, size_pt) in [x - 20.0, x - 3.0, x + 18.0].into_iter().zip(size::BASE_PT) {
                    self.sign(glyph, [x, y], size_pt, [ink, ink], 1.0);
                }
            }
        }
    }

    /// Every state of a base in every shape, at the largest size and the smallest.
    fn states(&mut self, top: f32) {
        let old = Holder::France.color(self.palette);
        let new = Holder::Wagner.color(self.palette);
        for (row, state) in BaseState::ALL.into_iter().enumerate() {
            let y = top + row as f32 * 22.0;
            self.word([LEFT_PT, y + 4.0], format!("{state:?}"));
            for (column, kind) in BaseShape::ALL.into_iter().enumerate() {
                let x = LEFT_PT + 140.0 + column as f32 * 60.0;
                let glyph = base(kind, holder_mark(Holder::France), state);
                self.sign(glyph, [x, y], size::BASE_PT[2], [old, new], 1.0);
                self.sign(glyph, [x + 24.0, y], size::BASE_PT[0], [old, new], 1.0);
            }
        }
    }

    /// Every category bare at 12 and 48, on its disc in three certainties, and at the end of the trail.
    fn events(&mut self, top: f32) {
        for (column, category) in Category::ALL.iter().enumerate() {
            let x = LEFT_PT + 40.0 + column as f32 * 92.0;
            let ink = category_color(*category, self.palette);
            let glyph = category_glyph(*category);
            self.word([x - 30.0, top - 8.0], format!("{category:?}"));
            self.sign(
                Glyph::Event(glyph),
                [x - 24.0, top + 28.0],
                12.0,
                [ink, ink],
                1.0,
            );
            self.sign(
                Glyph::Event(glyph),
                [x + 14.0, top + 28.0],
                48.0,
                [ink, ink],
                1.0,
            );
            for (i, edge) in Edge::ALL.into_iter().enumerate() {
                let marker = Glyph::Marker { glyph, edge };
                let at = [x - 24.0 + i as f32 * 26.0, top + 76.0];
                self.sign(marker, at, size::EVENT_PT, [ink, ink], 1.0);
            }
            let marker = Glyph::Marker {
                glyph,
                edge: Edge::Confirmed,
            };
            let old = size::TRAIL_END_OPACITY;
            self.sign(
                marker,
                [x - 24.0, top + 106.0],
                size::EVENT_PT,
                [ink, ink],
                old,
            );
            self.sign(
                marker,
                [x + 10.0, top + 106.0],
                size::EVENT_STORY_PT,
                [ink, ink],
                1.0,
            );
        }
    }

    /// What is neither base nor event.
    fn rest(&mut self, top: f32) {
        let (map, ui) = (&self.palette.map, &self.palette.ui);
        let (sky, place, mark) = (&self.palette.sky, map.place_label, ui.selection);
        let signs = [
            ("closed to all", Glyph::ClosedSky, 40.0, sky.all),
            ("closed to some", Glyph::ClosedSky, 24.0, sky.some),
            ("old closure", Glyph::ClosedSky, 18.0, sky.some),
            ("capital", Glyph::Capital, 8.0, place),
            ("town", Glyph::Town, 4.0, place),
            ("selected", Glyph::Selection, 30.0, mark),
            ("town only", Glyph::Imprecise, 40.0, place),
        ];
        for (column, (name, glyph, size_pt, ink)) in signs.into_iter().enumerate() {
            let x = LEFT_PT + 40.0 + column as f32 * 120.0;
            self.sign(glyph, [x, top + 10.0], size_pt, [ink, ink], 1.0);
            self.word([x - 30.0, top + 48.0], name.to_owned());
        }
    }
}

fn base(kind: BaseShape, mark: HolderMark, state: BaseState) -> Glyph {
    Glyph::Base { kind, mark, state }
}
