//! The order that the choices of the export dialog make, over what the window shows.
//!
//! A pure function: whether it can be carried out is `told`'s to say.

use super::film::{FilmForm, FilmOrder, HOLD_ON};
use super::frame::{Frame, first_day};
use super::series::Binding;
use super::series::{SeriesOrder, ending};
use super::still::{Beside, StillOrder};
use super::{Order, Work, names, sizes};
use crate::calendar::Date;
use crate::export::film::{Ease, Kind, Pace, Step};
use crate::export::still::{Extent, Form, Size};
use crate::export::svg::Letters;
use crate::geo::{Camera, Viewport};
use crate::model::Atlas;
use crate::state::export::{ExportSettings, FilmKind, Look, Pacing, PictureKind, TextAs, What};
use crate::state::{KeptView, State};
use std::path::{Path, PathBuf};

/// A sheet is put on the clipboard so finely: it goes into a document, not to a printer.
const COPIED_DPI: u16 = 150;
/// An inch, in millimetres.
const INCH_MM: f32 = 25.4;

/// What the window shows.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    /// The facts.
    pub atlas: &'a Atlas,
    /// What the user has set.
    pub state: &'a State,
    /// The title of the day.
    pub title: &'a str,
    /// Width and height of the map in the window, in points.
    pub map_pt: [f32; 2],
    /// Where files go when no folder is chosen.
    pub folder: &'a Path,
}

/// The first and the last day of a film or a series.
pub fn days(atlas: &Atlas, state: &State) -> (Date, Date) {
    let (time, export) = (&state.time, &state.export);
    let (from, to) = match time.from() {
        Some(from) => (from, time.date),
        None => (atlas.coverage.from, atlas.coverage.to),
    };
    (export.from.unwrap_or(from), export.to.unwrap_or(to))
}

/// What is ordered.
pub fn order(seen: &Seen<'_>) -> Order {
    let settings = &seen.state.export.settings;
    let (work, name, ending) = match settings.what {
        What::Picture => {
            let still = picture(seen);
            let (name, ending) = (picture_name(seen, &still.view), ending(still.form));
            let beside = Beside {
                alt: settings.alt,
                table: settings.table,
            };
            (Work::Still(still, beside), name, Some(ending))
        }
        What::Film => {
            let film = film(seen);
            let name = names::of_film(film.pace.from, film.pace.to);
            (Work::Film(film), name, film_ending(settings.film.kind))
        }
        What::Series => {
            let series = series(seen);
            let name = names::of_series(series.each);
            (Work::Series(series), name, None)
        }
    };
    let typed = seen.state.export.name.as_deref();
    let name = names::with_ending(typed.unwrap_or(&name), ending);
    let folder = match &settings.folder {
        Some(typed) if !typed.trim().is_empty() => from_home(typed.trim(), seen.folder),
        Some(_) | None => seen.folder.to_owned(),
    };
    // A name that is a whole path is one.
    let path = match name.as_str() {
        "" => PathBuf::new(),
        name => folder.join(name),
    };
    Order { work, path }
}

/// A folder as it is typed: from the place that is offered, so that no name is taken from wherever the program began.
fn from_home(typed: &str, offered: &Path) -> PathBuf {
    match typed.strip_prefix('~') {
        Some(rest) if rest.is_empty() || rest.starts_with(['/', '\\']) => {
            let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"));
            let home = home.map_or_else(|| offered.to_owned(), PathBuf::from);
            home.join(rest.trim_start_matches(['/', '\\']))
        }
        Some(_) | None => offered.join(typed),
    }
}

fn picture_name(seen: &Seen<'_>, view: &KeptView) -> String {
    names::of_picture(first_day(view, seen.atlas), view.day, seen.title)
}

fn film_ending(kind: FilmKind) -> Option<&'static str> {
    match kind {
        FilmKind::Mp4 => Some("mp4"),
        FilmKind::Gif => Some("gif"),
        FilmKind::Folder => None,
        FilmKind::Page => Some("html"),
    }
}

/// The view as it is exported.
fn view(seen: &Seen<'_>) -> KeptView {
    let settings = &seen.state.export.settings;
    settings.dressed(&KeptView::of(seen.state))
}

fn frame(seen: &Seen<'_>) -> Frame {
    let map = &seen.state.map;
    match seen.state.export.settings.look {
        Look::Window if !map.at_home => {
            let viewport = Viewport {
                camera: map.camera,
                size_pt: seen.map_pt,
            };
            Frame::Part(viewport.visible(0.0))
        }
        Look::Window | Look::Home => Frame::Part(Camera::home_box()),
    }
}

fn form(settings: &ExportSettings) -> Form {
    match (settings.kind, settings.text) {
        (PictureKind::Png, _) => Form::Png,
        (PictureKind::Svg, TextAs::Text) => Form::Svg(Letters::Text),
        (PictureKind::Svg, TextAs::Paths) => Form::Svg(Letters::Paths),
        (PictureKind::Pdf, _) => Form::Pdf,
    }
}

/// The picture that the dialog makes.
pub fn picture(seen: &Seen<'_>) -> StillOrder {
    let settings = &seen.state.export.settings;
    StillOrder {
        view: view(seen),
        frame: frame(seen),
        size: sizes::chosen(settings.size, settings.own),
        form: form(settings),
    }
}

impl StillOrder {
    /// The same for the clipboard: pixels, and no more of them than a document wants.
    pub fn copied(self) -> StillOrder {
        let size = match self.size.extent {
            Extent::Px(_) => self.size,
            Extent::Mm(_) => Size {
                dpi: Some(self.size.dpi.unwrap_or(COPIED_DPI).min(COPIED_DPI)),
                ..self.size
            },
        };
        StillOrder {
            size,
            form: Form::Png,
            ..self
        }
    }
}

fn film(seen: &Seen<'_>) -> FilmOrder {
    let settings = &seen.state.export.settings;
    let film = &settings.film;
    let (from, to) = days(seen.atlas, seen.state);
    let step = match film.pacing {
        Pacing::Month => Step::Months(1),
        Pacing::Week => Step::Days(7),
        Pacing::Day => Step::Days(1),
        Pacing::Days => Step::Days(film.days),
        Pacing::Events => Step::Events,
    };
    let pace = Pace {
        from,
        to,
        step,
        ease: if film.gentle {
            Ease::Gentle
        } else {
            Ease::Even
        },
        fps: film.fps,
        hold_ticks: (film.hold_secs * film.fps as f32).round() as u32,
        hold_on: HOLD_ON.to_vec(),
    };
    FilmOrder {
        view: view(seen),
        frame: frame(seen),
        pace,
        size_px: film_px(sizes::chosen(film.size, settings.own)),
        form: match film.kind {
            FilmKind::Mp4 => FilmForm::Film(Kind::Mp4),
            FilmKind::Gif => FilmForm::Film(Kind::Gif),
            FilmKind::Folder => FilmForm::Film(Kind::Folder),
            FilmKind::Page => FilmForm::Page,
        },
    }
}

/// A film has pixels; paper becomes as many as it has at its fineness.
fn film_px(size: Size) -> [u32; 2] {
    match size.extent {
        Extent::Px(sides) => sides,
        Extent::Mm(sides) => {
            let dpi = f32::from(size.dpi.unwrap_or(COPIED_DPI));
            sides.map(|mm| (mm / INCH_MM * dpi).round() as u32)
        }
    }
}

fn series(seen: &Seen<'_>) -> SeriesOrder {
    let settings = &seen.state.export.settings;
    let (from, to) = days(seen.atlas, seen.state);
    // Looking at home, each picture of an event or a country looks at what it is of.
    let is_at_home = settings.look == Look::Home || seen.state.map.at_home;
    SeriesOrder {
        view: view(seen),
        frame: if is_at_home { Frame::Open } else { frame(seen) },
        size: sizes::chosen(settings.size, settings.own),
        form: form(settings),
        binding: Binding::Files,
        each: settings.each,
        from,
        to,
        date: seen.state.time.date,
        category: None,
        country: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::export::{OwnSize, Preset, SizeChoice, Unit};
    use crate::state::{Action, MapAction, TimeAction, apply};
    use jiff::civil::date;

    fn check(change: impl FnOnce(&mut State), look: impl FnOnce(Order)) {
        let atlas = crate::data::shipped().expect("the shipped data");
        let mut state = State::new(atlas.coverage.from, atlas.coverage.to);
        apply(
            &mut state,
            Action::Time(TimeAction::Goto(date(2022, 8, 15))),
        );
        change(&mut state);
        let seen = Seen {
            atlas: &atlas,
            state: &state,
            title: "Last French troops leave Gao",
            map_pt: [860.0, 600.0],
            folder: Path::new("/pictures"),
        };
        look(order(&seen));
    }

    #[test]
    fn a_picture_is_called_after_its_day() {
        check(
            |_| {},
            |order| {
                let name = "/pictures/2022-08-15-last-french-troops-leave-gao.png";
                assert_eq!(order.path, Path::new(name));
                assert!(matches!(order.work, Work::Still(still, _)
                    if still.frame == Frame::Part(Camera::home_box())));
            },
        );
    }

    #[test]
    fn what_is_typed_wins() {
        check(
            |state| {
                state.export.settings.folder = Some("deeper".to_owned());
                state.export.settings.kind = PictureKind::Pdf;
                state.export.name = Some("map.png".to_owned());
            },
            |order| assert_eq!(order.path, Path::new("/pictures/deeper/map.pdf")),
        );
        check(
            |state| state.export.name = Some("/elsewhere/map".to_owned()),
            |order| assert_eq!(order.path, Path::new("/elsewhere/map.png")),
        );
        check(
            |state| state.export.name = Some(" ".to_owned()),
            |order| assert_eq!(order.path, Path::new("")),
        );
    }

    #[test]
    fn the_window_s_part_of_the_map_is_kept_on_any_page() {
        check(
            |state| {
                let camera = Camera {
                    center: state.map.camera.center,
                    zoom: 7.0,
                };
                apply(state, Action::Map(MapAction::SetCamera(camera)));
            },
            |order| {
                let Work::Still(still, _) = order.work else {
                    panic!("a picture");
                };
                let camera = still.frame.camera([430.0, 300.0], Camera::home_box);
                assert!((camera.zoom - 6.0).abs() < 1e-3, "{camera:?}");
            },
        );
    }

    #[test]
    fn a_film_takes_the_range_of_the_window() {
        check(
            |state| {
                state.export.settings.what = What::Film;
                let (from, to) = (date(2020, 1, 1), date(2021, 6, 1));
                apply(state, Action::Time(TimeAction::SetRange(from, to)));
            },
            |order| {
                let Work::Film(film) = order.work else {
                    panic!("a film");
                };
                assert_eq!(
                    (film.pace.from, film.pace.to),
                    (date(2020, 1, 1), date(2021, 6, 1))
                );
                assert_eq!(film.size_px, [1280, 720]);
                assert_eq!(
                    order.path,
                    Path::new("/pictures/sahel-2020-01-to-2021-06.mp4")
                );
            },
        );
    }

    #[test]
    fn copied_sheets_are_not_printed() {
        let own = OwnSize {
            sides: [100.0, 50.0],
            unit: Unit::Mm,
            dpi: 96,
        };
        for (size, dpi) in [
            (SizeChoice::Preset(Preset::A4), Some(150)),
            (SizeChoice::Own, Some(96)),
            (SizeChoice::Preset(Preset::Slide), None),
        ] {
            check(
                |state| {
                    state.export.settings.size = size;
                    state.export.settings.own = own;
                },
                |order| {
                    let Work::Still(still, _) = order.work else {
                        panic!("a picture");
                    };
                    assert_eq!(still.copied().size.dpi, dpi);
                },
            );
        }
    }
}
