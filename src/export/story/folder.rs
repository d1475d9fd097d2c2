//! A folder of slides: a PNG a step, and on request what each shows in words.

use super::place::{self, Room};
use super::{Done, StoryFileError, Told, Words, slides};
use crate::export::carried::PROGRAM;
use crate::export::shown::alt_text;
use crate::export::{png, raster};
use crate::scene::{Composer, slide};

/// Fills the folder.
pub(super) fn fill(
    told: &Told,
    size_px: [u32; 2],
    words: Words,
    room: &Room,
    done: &mut Done<'_>,
) -> Result<(), StoryFileError> {
    let (size_pt, scale) = slide::size_pt(size_px);
    raster::size_px(size_pt, scale)?;
    let mut composer = Composer::default();
    let lang = told.view.lang;
    for (at, step) in told.story.steps.iter().enumerate() {
        let (view, _) = slides::view(step, &told.view);
        let photo = told.photos.get(at).and_then(Option::as_ref);
        let said = slide::Slide {
            photo: photo.and_then(|photo| slides::photo(step, photo.size_px, lang)),
            ..slides::slide(&told.story, at, lang)
        };
        let shown = (step, &said);
        let (composition, _) = slides::compose(&mut composer, &told.atlas, shown, &view, size_pt);
        let picture = &composition.picture;
        let mut pixels = raster::pixels(picture, scale)?;
        let area = slide::photo_box(&said, size_pt, lang, &view.hidden);
        if let (Some(photo), Some(area)) = (photo, area) {
            photo.paste(&mut pixels, &area, scale);
        }
        let texts = [
            ("Title", picture.title.as_str()),
            ("Description", picture.description.as_str()),
            ("Software", PROGRAM),
        ];
        let bytes = png::pack(pixels, None, &texts)?;
        let of = told.story.steps.len();
        let name = place::name(at + 1, of, step.title.get(lang));
        room.add(&format!("{name}.png"), &bytes)?;
        if words == Words::Beside {
            let caption = crate::story::markdown::plain(step.caption.get(lang));
            let alt = alt_text(&composition, &view, &told.atlas);
            room.add(
                &format!("{name}.txt"),
                format!("{caption}\n\n{alt}").as_bytes(),
            )?;
        }
        done(at + 1)?;
    }
    Ok(())
}
