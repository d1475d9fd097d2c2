//! A series as the pages of one PDF, with an outline by year.
//!
//! It opens again as the view of its first page. Which pictures there are is `series`'.

use super::series::{One, SeriesError, SeriesOrder, month_words};
use crate::calendar::{date_words, period_words};
use crate::export::film::Progress;
use crate::export::pdf::{About, Document, PdfError, PdfPage};
use crate::lang::{Lang, series_words as w, typeset};
use crate::model::Atlas;
use crate::scene::Composer;
use crate::state::export::Each;
use std::sync::atomic::{AtomicBool, Ordering};

/// The document.
///
/// # Errors
/// When there is no picture, a page cannot be made, or `cancel` is set.
pub(super) fn document(
    series: &SeriesOrder,
    atlas: &Atlas,
    (cancel, progress): (&AtomicBool, &mut dyn FnMut(Progress)),
) -> Result<Vec<u8>, SeriesError> {
    let all = series.all(atlas)?;
    let mut composer = Composer::default();
    let mut document = Document::new();
    let mut first = None;
    for (i, one) in all.iter().enumerate() {
        if cancel.load(Ordering::Relaxed) {
            return Err(SeriesError::Cancelled);
        }
        let still = series.still(one).draw(&mut composer, atlas);
        document.page(&PdfPage {
            picture: &still.composition.picture,
            width_mm: still.size.width_mm(),
            title: &one.title,
            chapter: &one.chapter,
        })?;
        first.get_or_insert(still);
        let (done, of) = (i + 1, all.len());
        progress(Progress { done, of });
    }
    let first = first.ok_or(PdfError::NoPage)?;
    let about = About {
        title: &title(series.each, &all, series.view.lang),
        carried: Some(first.carried()),
        ..About::of(&first.composition.picture)
    };
    Ok(document.finish(&about)?)
}

/// What a whole series is called.
fn title(each: Each, all: &[One], lang: Lang) -> String {
    let days = || all.iter().map(|one| one.day);
    let (first, last) = (days().min(), days().max());
    let (first, last) = (first.unwrap_or_default(), last.unwrap_or_default());
    let text = match each {
        Each::Month => {
            let (from, to) = (month_words(first, lang), month_words(last, lang));
            format!("{} ({from} – {to})", w::MONTH_BY_MONTH.get(lang))
        }
        Each::Event => {
            let period = period_words(Some(first), last, lang);
            format!("{} ({period})", w::EVENT_BY_EVENT.get(lang))
        }
        Each::Country => {
            let day = date_words(first, lang);
            format!("{} ({day})", w::COUNTRY_BY_COUNTRY.get(lang))
        }
    };
    typeset(&text, lang)
}
