//! One picture as it is ordered: drawn, and written with its words and its table.
//!
//! Where the files go is the business of whoever orders.

use super::frame::{Frame, world};
use crate::export::shown::{alt_text, table};
use crate::export::still::{Form, Size, Still, StillError};
use crate::geo::Camera;
use crate::lang::Lang;
use crate::model::{Atlas, World};
use crate::scene::item::Pt;
use crate::scene::{Composer, framing};
use crate::state::KeptView;

/// One picture.
#[derive(Clone, PartialEq, Debug)]
pub struct StillOrder {
    /// What it shows; its camera is not used.
    pub view: KeptView,
    /// Where it looks.
    pub frame: Frame,
    /// How large it is.
    pub size: Size,
    /// The kind of file.
    pub form: Form,
}

/// What is written beside a picture.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Beside {
    /// What it shows in words.
    pub alt: bool,
    /// What it shows as a table.
    pub table: bool,
}

/// The bytes of a picture's files.
pub struct StillFiles {
    /// The picture.
    pub picture: Vec<u8>,
    /// What it shows in words, in both languages.
    pub alt: Option<String>,
    /// What it shows as a table, CSV.
    pub table: Option<String>,
}

impl StillOrder {
    /// Lays the picture out.
    pub fn draw(&self, composer: &mut Composer, atlas: &Atlas) -> Still {
        self.drawn(composer, atlas, &world(&self.view, atlas), &self.view)
    }

    fn drawn(
        &self,
        composer: &mut Composer,
        atlas: &Atlas,
        world: &World,
        view: &KeptView,
    ) -> Still {
        let camera = |map_pt: Pt| {
            let of_day = || match view.compare {
                None => framing::day(atlas, world),
                // Both days have their story; neither decides where both look.
                Some(_) => Camera::home_box(),
            };
            self.frame.camera(map_pt, of_day)
        };
        Still::draw(composer, (atlas, world), view, self.size, &camera)
    }

    /// Draws and packs everything that is asked for.
    ///
    /// # Errors
    /// When the size cannot be had in that form; [`Size::check`] tells before.
    pub fn files(&self, atlas: &Atlas, beside: Beside) -> Result<StillFiles, StillError> {
        let world = world(&self.view, atlas);
        let draw = |view: &KeptView| self.drawn(&mut Composer::default(), atlas, &world, view);
        let still = draw(&self.view);
        let listed = beside
            .table
            .then(|| table(&still.composition.picture, atlas, &world));
        Ok(StillFiles {
            picture: still.bytes(self.form, atlas)?,
            alt: beside.alt.then(|| in_words(&still, atlas, &draw)),
            table: listed.transpose()?,
        })
    }
}

/// The alt text in both languages, that of the picture first.
fn in_words(still: &Still, atlas: &Atlas, draw: &dyn Fn(&KeptView) -> Still) -> String {
    let own = still.view.lang;
    let other = match own {
        Lang::En => Lang::Fr,
        Lang::Fr => Lang::En,
    };
    let view = KeptView {
        lang: other,
        ..still.view.clone()
    };
    let translated = draw(&view);
    [still, &translated]
        .map(|still| alt_text(&still.composition, &still.view, atlas))
        .join("\n")
}
