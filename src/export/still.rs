//! One still picture of a view, as every front asks for it: how large, in what form, with what it carries.
//!
//! The command line and the window fill in the same few fields. What is drawn is the scene's.

use super::carried::{Carried, PROGRAM};
use super::pair::TwoDays;
use super::pdf::{self, PdfError};
use super::png::{self, PngError};
use super::raster::{self, LONGEST_PX, SizeRefused};
use super::{marked, shown, svg};
use crate::geo::{Camera, Viewport};
use crate::model::{Atlas, World};
use crate::scene::item::Pt;
use crate::scene::{Composer, Composition, Furniture, Paper, Pointed, View, page, pair};
use crate::state::{KeptView, link};
use crate::style::Theme;
use std::path::Path;

/// A sheet of paper is drawn with so many pixels an inch when nobody says.
const PRINT_DPI: u16 = 300;
/// A CSS pixel is a 96th of an inch: how large pixels are on paper when nobody says.
const SCREEN_DPI: u16 = 96;
const MM_AN_INCH: f32 = 25.4;

/// How large a picture is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Extent {
    /// Width and height in pixels.
    Px([u32; 2]),
    /// Width and height in millimetres.
    Mm([f32; 2]),
}

/// The form of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// Pixels.
    Png,
    /// Vectors for drawing programs and browsers.
    Svg(svg::Letters),
    /// Vectors for print.
    Pdf,
}

impl Form {
    /// The form that the ending of a name asks for.
    pub fn of(path: &Path) -> Option<Form> {
        let ending = path.extension()?.to_str()?.to_lowercase();
        match ending.as_str() {
            "png" => Some(Form::Png),
            "svg" => Some(Form::Svg(svg::Letters::Text)),
            "pdf" => Some(Form::Pdf),
            _ => None,
        }
    }
}

/// How large a picture is, and how fine.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Size {
    /// Its sides.
    pub extent: Extent,
    /// Pixels an inch; nothing is 300 for millimetres, and for pixels is not written into the file.
    pub dpi: Option<u16>,
}

/// Why a size cannot be had.
#[derive(Clone, Copy, PartialEq, Debug, thiserror::Error)]
pub enum SizeFault {
    /// Outside what paper can be.
    #[error("expected {least} to {most} mm a side")]
    Mm {
        /// The shortest side, in millimetres.
        least: f32,
        /// The longest side, in millimetres.
        most: f32,
    },
    /// None, or too many.
    #[error(transparent)]
    Pixels(#[from] SizeRefused),
    /// A side of no pixel, or of too many.
    #[error("expected 1 to {LONGEST_PX} pixels a side")]
    Sides,
    /// So many millimetres are no page of a PDF.
    #[error("a PDF page has {} to {} mm a side, and this would be {:.0} x {:.0} mm", pdf::SHORTEST_MM, pdf::LONGEST_MM, .0[0], .0[1])]
    Page([f32; 2]),
}

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum StillError {
    /// As pixels.
    #[error(transparent)]
    Png(#[from] PngError),
    /// As PDF.
    #[error(transparent)]
    Pdf(#[from] PdfError),
    /// Its table.
    #[error("the table: {0}")]
    Table(#[from] csv::Error),
}

impl Size {
    /// How the page is laid out and drawn.
    pub fn paper(self, theme: Theme) -> Paper {
        match self.extent {
            Extent::Px(size_px) => Paper::of_pixels(size_px, theme),
            Extent::Mm(size_mm) => {
                let dpi = self.dpi.unwrap_or(PRINT_DPI);
                Paper::of_sheet(size_mm, f32::from(dpi), theme)
            }
        }
    }

    /// The resolution that a PNG states.
    pub fn stated_dpi(self) -> Option<u16> {
        match self.extent {
            Extent::Px(_) => self.dpi,
            Extent::Mm(_) => Some(self.dpi.unwrap_or(PRINT_DPI)),
        }
    }

    /// The width on paper, in millimetres.
    pub fn width_mm(self) -> f32 {
        match self.extent {
            Extent::Px([w, _]) => w as f32 * MM_AN_INCH / f32::from(self.dpi.unwrap_or(SCREEN_DPI)),
            Extent::Mm([w, _]) => w,
        }
    }

    /// Says why a size cannot be had in a form, before any work is done for it.
    ///
    /// # Errors
    /// What was expected.
    pub fn check(self, form: Form) -> Result<(), SizeFault> {
        if let Extent::Mm(sides) = self.extent {
            let (least, most) = (pdf::SHORTEST_MM, pdf::LONGEST_MM);
            if !sides.iter().all(|mm| (least..=most).contains(mm)) {
                return Err(SizeFault::Mm { least, most });
            }
        }
        match form {
            Form::Png => {
                let paper = self.paper(Theme::default());
                raster::size_px(paper.size_pt, paper.scale)
                    .map(|_| ())
                    .map_err(SizeFault::Pixels)
            }
            Form::Pdf | Form::Svg(_) => match self.extent {
                Extent::Px([w, h]) if w == 0 || h == 0 || w.max(h) > LONGEST_PX => {
                    Err(SizeFault::Sides)
                }
                Extent::Px(_) | Extent::Mm(_) => self.check_page(form),
            },
        }
    }

    /// A page of a PDF has its own bounds, whatever it was given in.
    fn check_page(self, form: Form) -> Result<(), SizeFault> {
        let [w, h] = self.paper(Theme::default()).size_pt;
        let width_mm = self.width_mm();
        let height_mm = width_mm * h / w;
        let (least, most) = (pdf::SHORTEST_MM, pdf::LONGEST_MM);
        let fits = [width_mm, height_mm]
            .iter()
            .all(|mm| (least..=most).contains(mm));
        if form != Form::Pdf || fits {
            Ok(())
        } else {
            Err(SizeFault::Page([width_mm, height_mm]))
        }
    }
}

/// A picture that has been laid out.
pub struct Still {
    /// What is on it.
    pub composition: Composition,
    /// How large.
    pub size: Size,
    /// Pixels a point.
    pub scale: f32,
    /// The view it shows.
    pub view: KeptView,
    carried: Carried,
}

impl Still {
    /// Lays out a view, or the two days that it compares; `camera` follows from the size of the map in points. The composer keeps what a series
    /// of pictures shares.
    pub fn draw(
        composer: &mut Composer,
        (atlas, world): (&Atlas, &World),
        kept: &KeptView,
        size: Size,
        camera: &dyn Fn(Pt) -> Camera,
    ) -> Still {
        let Paper { size_pt, scale } = size.paper(kept.theme);
        let two_days = kept
            .compare
            .map(|compare| TwoDays::of(atlas, world, kept, compare));
        let map_pt = match &two_days {
            None => page::size_of(&page::map_frame(size_pt, &kept.hidden)),
            Some(days) => pair::map_size(size_pt, &kept.hidden, days.pair().share),
        };
        let camera = camera(map_pt);
        let view = View {
            atlas,
            world,
            viewport: Viewport {
                camera,
                size_pt: map_pt,
            },
            lang: kept.lang,
            theme: kept.theme,
            countries: kept.fill,
            hidden: &kept.hidden,
            quiz: None,
            filter: &kept.filter,
            selected: &marked(kept.selection.as_ref()),
            pointed: Pointed::NOTHING,
            furniture: Furniture::Page(size_pt),
        };
        let composition = match &two_days {
            None => composer.compose(&view),
            Some(days) => pair::compose(composer, &view, &days.pair(), size_pt, camera),
        };
        let is_home = camera == Camera::fit(&Camera::home_box(), map_pt);
        let view = KeptView {
            camera: (!is_home).then_some(camera),
            ..kept.clone()
        };
        let carried = Carried {
            view: link::write(&view),
            data: atlas.data_version.clone(),
        };
        Still {
            composition,
            size,
            scale,
            view,
            carried,
        }
    }

    /// What its files carry: the view it opens again with.
    pub fn carried(&self) -> &Carried {
        &self.carried
    }

    /// The file.
    ///
    /// # Errors
    /// When the size cannot be had in that form; [`Size::check`] tells before.
    pub fn bytes(&self, form: Form, atlas: &Atlas) -> Result<Vec<u8>, StillError> {
        let picture = &self.composition.picture;
        match form {
            Form::Png => {
                let mut texts = vec![
                    ("Title", picture.title.as_str()),
                    ("Description", picture.description.as_str()),
                    ("Software", PROGRAM),
                ];
                texts.extend(self.carried.png_texts());
                let dpi = self.size.stated_dpi().map(f32::from);
                Ok(png::png(picture, self.scale, dpi, &texts)?)
            }
            Form::Svg(letters) => {
                let name_of = |subject: &_| shown::name(subject, atlas, self.view.lang);
                let size = match self.size.extent {
                    Extent::Px(sides) => svg::Size::Px(sides.map(|px| px as f32)),
                    Extent::Mm(sides) => svg::Size::Mm(sides),
                };
                let how = svg::How {
                    letters,
                    size,
                    carried: Some(&self.carried),
                    name_of: Some(&name_of),
                };
                Ok(svg::written(picture, &how).into_bytes())
            }
            Form::Pdf => {
                let page = pdf::Page {
                    picture,
                    width_mm: self.size.width_mm(),
                };
                Ok(pdf::pdf(&[page], Some(&self.carried))?)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_come_out_on_paper_as_asked() {
        let of = |extent, dpi| Size { extent, dpi };
        assert_eq!(of(Extent::Mm([180.0, 120.0]), None).width_mm(), 180.0);
        assert_eq!(of(Extent::Px([1920, 1080]), None).width_mm(), 508.0);
        assert_eq!(of(Extent::Px([600, 300]), Some(300)).width_mm(), 50.8);
        assert_eq!(of(Extent::Px([600, 300]), None).stated_dpi(), None);
        assert_eq!(of(Extent::Mm([180.0, 120.0]), None).stated_dpi(), Some(300));
    }

    #[test]
    fn what_cannot_be_had_is_told_before() {
        let all = [Form::Png, Form::Svg(svg::Letters::Text), Form::Pdf];
        let refused = |extent, dpi, form| Size { extent, dpi }.check(form).is_err();
        for form in all {
            assert!(!refused(Extent::Px([1920, 1080]), None, form));
            assert!(!refused(Extent::Mm([420.0, 297.0]), Some(300), form));
            for extent in [
                Extent::Px([0, 5]),
                Extent::Px([200_000, 5]),
                Extent::Mm([0.0, 100.0]),
                Extent::Mm([f32::NAN, 100.0]),
                Extent::Mm([1e9, 100.0]),
            ] {
                assert!(refused(extent, None, form), "{extent:?} {form:?}");
            }
        }
        let wall = Extent::Mm([3_000.0, 2_000.0]);
        assert!(refused(wall, Some(300), Form::Png) && !refused(wall, Some(300), Form::Pdf));
        assert!(refused(Extent::Px([20_000, 10]), Some(36), Form::Pdf));
    }

    #[test]
    fn forms_are_known_by_their_endings() {
        let of = |name: &str| Form::of(Path::new(name));
        assert_eq!(of("a.PNG"), Some(Form::Png));
        assert_eq!(of("a.b.pdf"), Some(Form::Pdf));
        assert_eq!((of("png"), of("a.bmp"), of("")), (None, None, None));
    }
}
