//! How the parts of a filter are written in a link and read: lists with commas, corners of the area.
//!
//! Whether the facts know a code is for [`super::Reading::check_filter`] to say.

use super::super::{KeptView, filter::held_words};
use crate::model::filter::Area;
use crate::model::{Category, Confidence};
use std::collections::BTreeSet;

/// A list, unless nothing is asked for.
fn list<'a>(values: impl Iterator<Item = &'a str>) -> Option<String> {
    let values: Vec<&str> = values.collect();
    (!values.is_empty()).then(|| values.join(","))
}

/// Takes the values of a list that are understood; one that is not spoils only itself.
fn read_list<T: Ord>(
    text: &str,
    into: &mut BTreeSet<T>,
    value: impl Fn(&str) -> Option<T>,
) -> Option<()> {
    let mut all = Some(());
    for item in text.split(',') {
        match value(item) {
            Some(value) => {
                into.insert(value);
            }
            None => all = None,
        }
    }
    all
}

/// Codes of the facts: letters, digits and what joins them.
fn code(text: &str) -> Option<String> {
    let is_plain = |c: char| c.is_alphanumeric() || "-_.:".contains(c);
    let is_code = !text.is_empty() && text.len() <= 80 && text.chars().all(is_plain);
    is_code.then(|| text.to_owned())
}

pub(super) fn categories(view: &KeptView) -> Option<String> {
    list(view.filter.categories.iter().map(|c| c.id()))
}

pub(super) fn read_categories(text: &str, view: &mut KeptView) -> Option<()> {
    read_list(text, &mut view.filter.categories, Category::from_id)
}

pub(super) fn confidence(view: &KeptView) -> Option<String> {
    list(view.filter.confidence.iter().map(|c| c.id()))
}

pub(super) fn read_confidence(text: &str, view: &mut KeptView) -> Option<()> {
    read_list(text, &mut view.filter.confidence, Confidence::from_id)
}

/// Codes that could not be read back are left out.
pub(super) fn codes(codes: &BTreeSet<String>) -> Option<String> {
    let readable = codes.iter().filter(|text| code(text).is_some());
    list(readable.map(String::as_str))
}

pub(super) fn read_actors(text: &str, view: &mut KeptView) -> Option<()> {
    read_list(text, &mut view.filter.actors, code)
}

pub(super) fn read_countries(text: &str, view: &mut KeptView) -> Option<()> {
    read_list(text, &mut view.filter.countries, code)
}

pub(super) fn area(view: &KeptView) -> Option<String> {
    view.filter.area.as_ref().map(Area::text)
}

pub(super) fn read_area(text: &str, view: &mut KeptView) -> Option<()> {
    view.filter.area = Some(Area::from_text(text)?);
    Some(())
}

pub(super) fn words(view: &KeptView) -> Option<String> {
    view.filter.wanted_words().map(str::to_owned)
}

pub(super) fn read_words(text: &str, view: &mut KeptView) -> Option<()> {
    view.filter.words = held_words(text);
    Some(())
}
