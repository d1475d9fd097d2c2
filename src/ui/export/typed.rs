//! Fields of the dialog whose text is not yet what it means: numbers and dates while they are typed.
//!
//! A field shows what is chosen until it is typed in; what is typed and not understood stays there, marked.

use super::controls::{Typed, field_ui};
use crate::ui::shown::Shown;
use egui::Ui;
use std::collections::{BTreeMap, BTreeSet};

/// The texts of fields that have been typed in.
#[derive(Default)]
pub struct Fields {
    /// By the name of the field: its text, and why it is not understood.
    typed: BTreeMap<&'static str, (String, Option<String>)>,
    /// The fields of this frame.
    drawn: BTreeSet<&'static str>,
}

/// A field: by which name its text is kept, what it is called, how wide it is.
pub struct Field<'a> {
    /// Its key.
    pub key: &'static str,
    /// What it is called.
    pub name: &'a str,
    /// Its width, in points.
    pub width_pt: f32,
    /// Is what it means refused elsewhere?
    pub is_refused: bool,
}

impl Fields {
    /// Draws a field that shows `now`; gives what was typed when it is understood.
    pub fn field_ui<T>(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        field: &Field<'_>,
        now: String,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Option<T> {
        self.drawn.insert(field.key);
        let kept = self.typed.get(field.key);
        let (mut text, fault) = kept.cloned().unwrap_or((now, None));
        let typed = match fault.is_some() || field.is_refused {
            true => Typed::Wrong,
            false => Typed::Fine,
        };
        let response = field_ui(ui, shown, field.name, &mut text, (field.width_pt, typed));
        if response.changed() {
            let read = read(&text);
            let fault = read.as_ref().err().cloned();
            self.typed.insert(field.key, (text, fault));
            return read.ok();
        }
        if response.lost_focus() {
            // What is understood is shown again as it is meant.
            let is_bad = |(_, fault): &(String, Option<String>)| fault.is_some();
            if !self.typed.get(field.key).is_some_and(is_bad) {
                self.typed.remove(field.key);
            }
        }
        None
    }

    /// Why a field is not understood.
    pub fn fault(&self, key: &'static str) -> Option<&str> {
        self.typed.get(key)?.1.as_deref()
    }

    /// Begins a frame, in which fields may be gone.
    pub fn begin(&mut self) {
        self.drawn.clear();
    }

    /// Is there a field in this frame that is not understood?
    pub fn has_fault(&self) -> bool {
        self.drawn.iter().any(|key| self.fault(key).is_some())
    }

    /// Shows again what is chosen.
    pub fn forget(&mut self, keys: &[&'static str]) {
        for key in keys {
            self.typed.remove(key);
        }
    }
}

/// A number of pixels, millimetres or days; what is no number is answered with `why`.
pub fn number(text: &str, why: String) -> Result<f32, String> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let read = plain.replace(',', ".").parse::<f32>().ok();
    read.filter(|n| n.is_finite() && *n >= 0.0).ok_or(why)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written_here_and_there() {
        let read = |text: &str| number(text, String::new()).ok();
        assert_eq!(read("1920"), Some(1920.0));
        assert_eq!(read(" 1 920 "), Some(1920.0));
        assert_eq!(read("180,5"), Some(180.5));
        for bad in ["", "-1", "NaN", "inf", "a", "1.2.3"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
