//! Small pieces of text that several layers write: lists of names.

use crate::lang::{Lang, typeset};
use crate::model::Atlas;

/// Short names of codes with commas; everybody is "all".
pub(super) fn list(atlas: &Atlas, codes: &[String], lang: Lang) -> String {
    let names: Vec<String> = codes
        .iter()
        .map(|code| typeset(atlas.short_name(code, lang), lang))
        .collect();
    names.join(", ")
}
