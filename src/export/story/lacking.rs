//! What steps name and is not there: facts, parts of views, pictures. Told, never fatal.

use super::photo::PhotoError;
use super::slides;
use crate::lang::Lang;
use crate::model::Atlas;
use crate::state::KeptView;
use crate::story::{Pointer, Step, Story};
use std::fmt;

/// Something that a step names and that is not there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lacking {
    /// The step, from 0.
    pub step: usize,
    /// The field, such as `step[3].highlight[0]`.
    pub field: String,
    /// What is not there.
    pub why: String,
}

impl Lacking {
    pub(super) fn picture(step: usize, file: &str, error: &PhotoError) -> Lacking {
        Lacking {
            step,
            field: format!("step[{step}].picture.file"),
            why: format!("{file}: {error}"),
        }
    }
}

impl fmt::Display for Lacking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "step {}: {}: {}", self.step + 1, self.field, self.why)
    }
}

/// Everything that steps name and neither the facts nor a view know.
pub(super) fn of_steps(story: &Story, atlas: &Atlas, onto: &KeptView) -> Vec<Lacking> {
    let of_step = |(at, step): (usize, &Step)| {
        let mut all = pointers(at, "highlight", &step.highlight, atlas);
        all.extend(pointers(at, "facts", &step.facts, atlas));
        let (view, faults) = slides::view(step, onto);
        all.extend(faults.iter().map(|fault| Lacking {
            step: at,
            field: format!("step[{at}].view"),
            why: fault.sentence(Lang::En),
        }));
        let selected = view.selection.as_ref();
        if let Some(thing) = selected.filter(|thing| !thing.is_in(atlas)) {
            all.push(Lacking {
                step: at,
                field: format!("step[{at}].view.select"),
                why: format!("the facts hold no {thing}"),
            });
        }
        all
    };
    story.steps.iter().enumerate().flat_map(of_step).collect()
}

fn pointers(step: usize, name: &str, pointers: &[Pointer], atlas: &Atlas) -> Vec<Lacking> {
    let missing = pointers
        .iter()
        .enumerate()
        .filter(|(_, p)| !p.0.is_in(atlas));
    let told = missing.map(|(i, pointer)| Lacking {
        step,
        field: format!("step[{step}].{name}[{i}]"),
        why: format!("the facts hold no {}", pointer.0),
    });
    told.collect()
}
