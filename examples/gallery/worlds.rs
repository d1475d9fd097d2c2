//! The facts that pictures are drawn from: the shipped ones, and one set constructed for a picture
//! that no day gives.
//!
//! What is constructed says so in its own titles, so that no picture of it can be taken for a fact.

use crate::cases::Shows;
use sahelscope::calendar::PartialDate;
use sahelscope::data;
use sahelscope::lang::Bilingual;
use sahelscope::model::{Atlas, Confidence, Event, Place};
use std::sync::Arc;

/// How many events the constructed day has at its one place.
const CROWD: usize = 40;
/// The day of the crowd.
pub const CROWD_DAY: &str = "2018-05-01";

/// The atlases.
pub struct Worlds {
    shipped: Arc<Atlas>,
    crowd: Atlas,
}

impl Worlds {
    /// Loads and constructs them.
    pub fn load() -> Result<Worlds, String> {
        let load = || data::shipped().map_err(|e| e.to_string());
        let crowd = Arc::into_inner(load()?).ok_or("the shipped data are in use")?;
        Ok(Worlds {
            shipped: load()?,
            crowd: crowded(crowd)?,
        })
    }

    /// The atlas of a case.
    pub fn of(&self, shows: Shows) -> &Atlas {
        match shows {
            Shows::Facts | Shows::Plate => &self.shipped,
            Shows::Crowd => &self.crowd,
        }
    }
}

/// Forty events, of all categories in turn, moved to one day and to Gao.
fn crowded(mut atlas: Atlas) -> Result<Atlas, String> {
    let day = CROWD_DAY.parse().map_err(|_| "the day of the crowd")?;
    let gao = Place {
        name: Bilingual {
            en: "Gao".to_owned(),
            fr: "Gao".to_owned(),
        },
        lon: -0.04,
        lat: 16.27,
    };
    let pattern: Vec<Event> = atlas.events.iter().take(CROWD).cloned().collect();
    atlas.events = pattern
        .into_iter()
        .enumerate()
        .map(|(i, event)| Event {
            id: format!("constructed-{i:02}"),
            date: PartialDate::Day(day),
            end: None,
            title: Bilingual {
                en: format!("Constructed event {} of {CROWD}", i + 1),
                fr: format!("Événement construit {} sur {CROWD}", i + 1),
            },
            summary: Bilingual {
                en: "Made up to see what a crowd looks like; it did not happen.".to_owned(),
                fr: "Inventé pour voir l'effet de la foule ; cela n'a pas eu lieu.".to_owned(),
            },
            places: vec![gao.clone()],
            movement: None,
            related: Vec::new(),
            confidence: Confidence::Confirmed,
            sources: Vec::new(),
            ..event
        })
        .collect();
    Ok(atlas.indexed())
}
