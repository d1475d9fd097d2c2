//! Names in a quiz: which are hidden, and where the question mark of each stands.

use super::plan::{Choice, Label, Place, What};
use super::write::{Names, Written};
use crate::scene::item::{Face, Halo, Item, Pt, Text};
use crate::scene::metrics;
use crate::scene::quiz::{Asked, SIGN, key};
use crate::scene::space::text_box;
use crate::style::size;

/// The question mark is so much larger than the name.
const LARGER: f32 = 1.25;

/// A name that is not written.
pub(super) enum Hidden {
    /// Nothing is written instead.
    Whole,
    /// A question mark stands for it.
    Asked(String),
}

impl Names<'_, '_> {
    /// Is a name hidden, and how?
    pub(super) fn hidden(&self, label: &Label) -> Option<Hidden> {
        self.view.quiz?;
        let name = match &label.what {
            What::Water(_) => return None,
            What::Region(_) | What::Disputed(_) => return Some(Hidden::Whole),
            What::Country(_) => key(&self.subject(label)),
            // The name of a town stays the same one whoever holds a base there.
            What::Place(Place { town: Some(t), .. }) => {
                let town = &self.view.atlas.basemap.towns[*t];
                Some(format!("place:{}", town.id))
            }
            What::Place(_) => key(&self.subject(label)),
        };
        let hidden = name.filter(|name| self.view.hides(name));
        hidden.map(Hidden::Asked)
    }

    /// The question mark of a written name.
    pub(super) fn sign(&self, label: &Label, choice: &Choice) -> Item {
        let (at, size_pt) = (self.sign_at(label, choice), sign_pt(label));
        let (color, ground) = self.colors(label);
        let text = Text {
            at,
            text: SIGN.to_owned(),
            size_pt,
            face: Face::Bold,
            color: color.for_text(ground),
            halo: Some(Halo {
                color: ground,
                width_pt: size::HALO_PT,
            }),
            angle: 0.0,
        };
        Item::new(self.subject(label), text)
    }

    /// The names that are asked for: countries first, then the others as the plan has them.
    pub fn asked(&self) -> Vec<Asked> {
        let mut all: Vec<&Written> = self.written.iter().collect();
        let is_country = |w: &Written| matches!(self.plan.labels[w.label].what, What::Country(_));
        all.sort_by_key(|w| (!is_country(w), w.label));
        let asked = all.into_iter().filter_map(|written| {
            let label = &self.plan.labels[written.label];
            let Hidden::Asked(key) = self.hidden(label)? else {
                return None;
            };
            let size_pt = sign_pt(label);
            let at = self.sign_at(label, &label.choices[written.choice]);
            let area = text_box(at, width(size_pt), size_pt, 0.0);
            Some(Asked { key, area })
        });
        asked.collect()
    }

    /// Left end of its baseline: beside the place as the name would stand, in the middle of a country.
    fn sign_at(&self, label: &Label, choice: &Choice) -> Pt {
        let own = width(sign_pt(label));
        let Some(run) = choice.runs.get(choice.runs.len() / 2) else {
            return [0.0; 2];
        };
        let at = self.at(run);
        let from = match &label.what {
            What::Place(_) if run.offset[0] >= 0.0 => 0.0,
            What::Place(_) if run.offset[0] + run.width_pt <= 0.0 => run.width_pt - own,
            What::Place(_)
            | What::Country(_)
            | What::Region(_)
            | What::Disputed(_)
            | What::Water(_) => (run.width_pt - own) / 2.0,
        };
        [at[0] + from, at[1]]
    }
}

fn sign_pt(label: &Label) -> f32 {
    label.size_pt * LARGER
}

fn width(size_pt: f32) -> f32 {
    metrics::width_pt(SIGN, Face::Bold, size_pt)
}
