//! Names of files as a view gives them: a day and what happened on it, in plain letters.
//!
//! A name that is typed wins over these; only its ending follows the kind of file.

use super::series::slug;
use crate::calendar::Date;
use crate::lang::{Lang, typeset, words};
use crate::state::export::Each;
use std::path::{Path, PathBuf};

/// So many letters of a title stand in a name.
const TITLE_LETTERS: usize = 60;
/// The day before it.
const DATE_LETTERS: usize = 10;
/// The endings of everything that is made here.
const ENDINGS: [&str; 5] = ["png", "svg", "pdf", "gif", "mp4"];
/// Systems take names of 255 bytes; some are left for the ending and for what is not finished yet.
pub const LONGEST_BYTES: usize = 240;

/// The name of a picture, without its ending.
pub fn of_picture(from: Option<Date>, day: Date, title: &str) -> String {
    if let Some(from) = from {
        return format!("{from}-to-{day}");
    }
    let quiet = Lang::ALL.map(|lang| typeset(words::SAHEL_ON.get(lang), lang));
    if quiet.iter().any(|words| words == title) {
        return format!("{day}-sahel");
    }
    let mut name = day.to_string();
    for word in slug(title).split('-').filter(|word| !word.is_empty()) {
        if name.len() + 1 + word.len() > TITLE_LETTERS + DATE_LETTERS {
            break;
        }
        name.push('-');
        name.push_str(word);
    }
    name
}

/// The name of a film, without its ending.
pub fn of_film(from: Date, to: Date) -> String {
    format!(
        "sahel-{}-to-{}",
        from.strftime("%Y-%m"),
        to.strftime("%Y-%m")
    )
}

/// The name of the folder of a series.
pub fn of_series(each: Each) -> String {
    match each {
        Each::Month => "sahel-by-month",
        Each::Event => "sahel-by-event",
        Each::Country => "sahel-by-country",
    }
    .to_owned()
}

/// A name with that ending in the place of another kind's.
pub fn with_ending(name: &str, ending: Option<&str>) -> String {
    let name = name.trim();
    let bare = match name.rsplit_once('.') {
        Some((bare, old)) if ENDINGS.iter().any(|known| old.eq_ignore_ascii_case(known)) => bare,
        Some(_) | None => name,
    };
    match ending {
        Some(ending) if !bare.is_empty() => format!("{bare}.{ending}"),
        Some(_) | None => bare.to_owned(),
    }
}

/// A name beside this one that nothing has yet: `map-2.png`.
pub fn free(path: &Path) -> Option<PathBuf> {
    let stem = path.file_stem()?.to_string_lossy().into_owned();
    let ending = path.extension().map(|e| e.to_string_lossy().into_owned());
    let named = |n: u32| {
        let name = match &ending {
            Some(ending) => format!("{stem}-{n}.{ending}"),
            None => format!("{stem}-{n}"),
        };
        path.with_file_name(name)
    };
    (2..1000).map(named).find(|path| !path.exists())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn names_say_when_and_what() {
        let day = date(2022, 8, 15);
        let long = "Last French troops leave Gao and cross into Niger";
        let name = of_picture(None, day, long);
        assert_eq!(
            name,
            "2022-08-15-last-french-troops-leave-gao-and-cross-into-niger"
        );
        assert_eq!(
            of_picture(None, day, "The Sahel on this day"),
            "2022-08-15-sahel"
        );
        let from = Some(date(2020, 1, 1));
        assert_eq!(of_picture(from, day, long), "2020-01-01-to-2022-08-15");
    }

    #[test]
    fn the_ending_follows_the_kind() {
        assert_eq!(with_ending("map", Some("png")), "map.png");
        assert_eq!(with_ending(" map.PNG ", Some("pdf")), "map.pdf");
        assert_eq!(with_ending("v1.2", Some("svg")), "v1.2.svg");
        assert_eq!(with_ending("film.mp4", None), "film");
        assert_eq!(with_ending("  ", Some("png")), "");
        assert_eq!(with_ending(".png", Some("png")), "");
    }

    #[test]
    fn a_free_name_is_found() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.png");
        for taken in ["a.png", "a-2.png"] {
            std::fs::write(folder.path().join(taken), "x").expect("writable");
        }
        assert_eq!(free(&path), Some(folder.path().join("a-3.png")));
    }
}
