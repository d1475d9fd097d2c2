//! A story on paper: a first sheet with its steps, then a sheet a step, as one PDF.

use super::{Done, Notes, StoryFileError, Told, slides, sources};
use crate::calendar::{date_words, period_words};
use crate::export::pdf::{About, Document, Image, PdfPage};
use crate::lang::Lang;
use crate::scene::handout::{self, Cover, Look, Sheet};
use crate::scene::item::{Pt, Rect};
use crate::scene::slide::Slide;
use crate::scene::{Composer, Paper, slide};
use crate::state::KeptView;
use crate::story::Step;
use crate::story::markdown;

/// Parts of a slide that the sheet says itself.
const SAID_BY_THE_SHEET: [&str; 4] = ["page:title", "page:text", "page:credit", "page:dots"];

/// The document, in one set of colours whatever single steps ask for.
pub(super) fn pdf(
    told: &Told,
    sheet_mm: [f32; 2],
    notes: Notes,
    done: &mut Done<'_>,
) -> Result<Vec<u8>, StoryFileError> {
    let (story, lang) = (&told.story, told.view.lang);
    // As on a printed page: what is read from near is laid out larger and made smaller.
    let paper = Paper::of_sheet(sheet_mm, 72.0, crate::style::Theme::Print);
    let credit = told.credit();
    let title = story.title.set(lang);
    let mut document = Document::new();
    let look = Look {
        page_pt: paper.size_pt,
        theme: told.view.theme,
        lang,
    };
    let cover = handout::cover(&cover(told, &credit), look);
    document.page(&PdfPage {
        picture: &cover,
        width_mm: sheet_mm[0],
        title: &title,
        chapter: "",
    })?;
    let mut composer = Composer::default();
    for (at, step) in story.steps.iter().enumerate() {
        let (mut view, _) = slides::view(step, &told.view);
        view.theme = look.theme;
        view.hidden.extend(SAID_BY_THE_SHEET.map(str::to_owned));
        let said = sheet(told, at, step, &view, notes, &credit);
        let map_pt = handout::map_size(paper.size_pt);
        let (map, photo) = map(told, (at, step), &view, map_pt, &mut composer);
        let picture = handout::sheet(&said, &map, look);
        let from = handout::map_frame(paper.size_pt).min;
        let image = photo.and_then(|area| {
            let photo = told.photos.get(at)?.as_ref()?;
            let shift = |p: Pt| [p[0] + from[0], p[1] + from[1]];
            Some(Image {
                rgb: &photo.rgb,
                size_px: photo.size_px,
                area: Rect::new(shift(area.min), shift(area.max)),
            })
        });
        let page = PdfPage {
            picture: &picture,
            width_mm: sheet_mm[0],
            title: &format!("{}. {}", at + 1, said.title),
            chapter: "",
        };
        document.page_with(&page, image.as_slice())?;
        done(at + 1)?;
    }
    let about = About {
        title: &title,
        description: &cover.description,
        lang: lang.id(),
        carried: None,
    };
    Ok(document.finish(&about)?)
}

/// The map of a step, and where its photograph stands.
fn map(
    told: &Told,
    (at, step): (usize, &Step),
    view: &KeptView,
    map_pt: Pt,
    composer: &mut Composer,
) -> (std::sync::Arc<crate::scene::item::Picture>, Option<Rect>) {
    let photo = told.photos.get(at).and_then(Option::as_ref);
    let photo = photo.and_then(|photo| slides::photo(step, photo.size_px, view.lang));
    let bare = Slide {
        photo,
        ..Slide::default()
    };
    let (composition, _) = slides::compose(composer, &told.atlas, (step, &bare), view, map_pt);
    let area = slide::photo_box(&bare, map_pt, view.lang, &view.hidden);
    (composition.picture, area)
}

fn sheet(
    told: &Told,
    at: usize,
    step: &Step,
    view: &KeptView,
    notes: Notes,
    credit: &str,
) -> Sheet {
    let lang = view.lang;
    let world = slides::world(&told.atlas, view);
    let notes = match notes {
        Notes::With => slides::paragraphs(step.notes.get(lang), lang),
        Notes::Without => Vec::new(),
    };
    // A played step is told of its stretch.
    let from = world.from.or(step.play.map(|play| play.from));
    Sheet {
        story: told.story.title.set(lang),
        number: [at + 1, told.story.steps.len()],
        date: period_words(from, world.date, lang),
        title: step.title.set(lang),
        caption: slides::paragraphs(step.caption.get(lang), lang),
        notes,
        sources: sources::lines(step, &told.atlas, lang),
        credit: credit.to_owned(),
    }
}

fn cover(told: &Told, credit: &str) -> Cover {
    let lang: Lang = told.view.lang;
    let step = |step: &Step| [date_words(step.day, lang), step.title.set(lang)];
    Cover {
        story: told.story.title.set(lang),
        summary: slides::paragraphs(&markdown::plain(told.story.summary.get(lang)), lang),
        steps: told.story.steps.iter().map(step).collect(),
        credit: credit.to_owned(),
    }
}
