//! What a picture shows, read from the subjects of its display list: names, alt text and a table.
//!
//! It looks at what was drawn, not at what might have been: a layer that is switched off is not in it.

mod alt;
mod table;

pub use alt::alt_text;
pub use table::table;

use crate::lang::Lang;
use crate::model::Atlas;
use crate::scene::item::{Layer, Picture, Rect, Shape, Subject};
use std::collections::BTreeSet;

/// Identifiers of what is on a picture, sorted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Shown {
    /// Countries, by ISO code.
    pub countries: BTreeSet<String>,
    /// Bases.
    pub bases: BTreeSet<String>,
    /// Events, those merged into one mark as well.
    pub events: BTreeSet<String>,
    /// Closed skies.
    pub skies: BTreeSet<String>,
}

impl Shown {
    /// What is on a picture.
    pub fn on(picture: &Picture) -> Shown {
        let mut shown = Shown::default();
        for layer in &picture.layers {
            for item in &layer.items {
                if is_in_sight(&item.shape, layer, picture) {
                    shown.add(&item.subject);
                }
            }
        }
        shown
    }

    fn add(&mut self, subject: &Subject) {
        match subject {
            Subject::Country(id) => {
                self.countries.insert(id.clone());
            }
            Subject::Base(id) => {
                self.bases.insert(id.clone());
            }
            Subject::Event(id) => {
                self.events.insert(id.clone());
            }
            Subject::Sky(id) => {
                self.skies.insert(id.clone());
            }
            Subject::Cluster(ids) => self.events.extend(ids.iter().cloned()),
            Subject::Bases(ids) => self.bases.extend(ids.iter().cloned()),
            Subject::None
            | Subject::Place(_)
            | Subject::Actor(_)
            | Subject::Alliance(_)
            | Subject::Mission(_)
            | Subject::Furniture(_) => {}
        }
    }
}

/// Does any of a shape show through its layer's clip?
fn is_in_sight(shape: &Shape, layer: &Layer, picture: &Picture) -> bool {
    let clip = layer.clip.unwrap_or(Rect::new([0.0, 0.0], picture.size_pt));
    let bounds = match shape {
        Shape::Area(area) => Rect::of_points(area.rings.iter().flatten()),
        Shape::Stroke(stroke) => Rect::of_points(stroke.lines.iter().flatten()),
        Shape::Text(text) => Some(Rect::new(text.at, text.at)),
        Shape::Symbol(symbol) => Some(Rect::around(symbol.at, symbol.size_pt, symbol.size_pt)),
    };
    bounds.is_some_and(|b| b.intersects(&clip))
}

/// What a subject is called; nothing for what has no name of its own.
pub fn name(subject: &Subject, atlas: &Atlas, lang: Lang) -> Option<String> {
    let base = |id: &String| Some(atlas.base(id)?.name.set(lang));
    let event = |id: &String| Some(atlas.event(id)?.title.set(lang));
    match subject {
        Subject::Country(iso) => Some(atlas.full_name(iso, lang).to_owned()),
        Subject::Base(id) => base(id),
        Subject::Event(id) => event(id),
        Subject::Sky(id) => {
            let sky = atlas.sky(id)?;
            let closed = crate::lang::picture_words::CLOSED_SKY.get(lang);
            Some(format!("{closed} {}", atlas.full_name(&sky.country, lang)))
        }
        Subject::Place(id) => {
            let towns = &atlas.basemap.towns;
            Some(towns.iter().find(|t| t.id == *id)?.name.set(lang))
        }
        Subject::Cluster(ids) => listed(ids.iter().map(event)),
        Subject::Bases(ids) => listed(ids.iter().map(base)),
        Subject::Actor(code) => Some(atlas.full_name(code, lang).to_owned()),
        Subject::Alliance(id) => Some(atlas.alliance(id)?.name.set(lang)),
        Subject::Mission(id) => Some(atlas.mission(id)?.name.set(lang)),
        Subject::None | Subject::Furniture(_) => None,
    }
}

fn listed(names: impl Iterator<Item = Option<String>>) -> Option<String> {
    let names: Vec<String> = names.flatten().collect();
    (!names.is_empty()).then(|| names.join("\n"))
}

#[cfg(test)]
mod tests;
