//! A proof of an order: the very picture that would be made, as many pixels as there is room for.
//!
//! It keeps what two proofs share, so that the next one is quick. It writes nothing.

use super::fault::Fault;
use super::film::FilmOrder;
use super::series::SeriesOrder;
use super::still::StillOrder;
use super::{Order, Work};
use crate::calendar::Date;
use crate::export::film::Drawer;
use crate::export::raster::{Pixels, pixels};
use crate::model::Atlas;
use crate::scene::Composer;
use crate::scene::film::FilmLegend;
use crate::scene::item::Picture;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The legend of a film is found from so many of its frames, spread over it.
const LEGEND_FRAMES: usize = 160;

/// A picture as it would be made, smaller.
pub struct Proof {
    /// The picture.
    pub pixels: Pixels,
    /// The day it shows, of a film or a series.
    pub day: Option<Date>,
}

/// Makes proofs.
#[derive(Default)]
pub struct Proofs {
    composer: Composer,
    /// The film whose legend is known.
    legend: Option<(FilmOrder, FilmLegend)>,
}

impl Proofs {
    /// A proof that fits into so many pixels. Of a film or a series it shows the picture at that share of its length.
    ///
    /// # Errors
    /// When there is nothing to show, or `cancel` is set.
    pub fn draw(
        &mut self,
        order: &Order,
        atlas: &Arc<Atlas>,
        (share, room_px): (f32, [u32; 2]),
        cancel: &AtomicBool,
    ) -> Result<Proof, Fault> {
        match &order.work {
            Work::Still(still, _) => self.still(still, atlas, room_px, None),
            Work::Film(film) => self.film(film, atlas, (share, room_px), cancel),
            Work::Series(series) => self.series(series, atlas, (share, room_px)),
        }
    }

    fn still(
        &mut self,
        order: &StillOrder,
        atlas: &Atlas,
        room_px: [u32; 2],
        day: Option<Date>,
    ) -> Result<Proof, Fault> {
        order.size.check(order.form).map_err(Fault::Size)?;
        let still = order.draw(&mut self.composer, atlas);
        proof(&still.composition.picture, room_px, day)
    }

    fn series(
        &mut self,
        order: &SeriesOrder,
        atlas: &Atlas,
        (share, room_px): (f32, [u32; 2]),
    ) -> Result<Proof, Fault> {
        let all = order.all(atlas)?;
        let one = &all[at(share, all.len())];
        self.still(&order.still(one), atlas, room_px, Some(one.day))
    }

    fn film(
        &mut self,
        order: &FilmOrder,
        atlas: &Arc<Atlas>,
        (share, room_px): (f32, [u32; 2]),
        cancel: &AtomicBool,
    ) -> Result<Proof, Fault> {
        let film = order.film(atlas)?;
        let known = self.legend.take().filter(|(of, _)| of == order);
        let legend = match known {
            Some((_, legend)) => legend,
            None => {
                let mut drawer = Drawer::new(&film, FilmLegend::default());
                let mut legend = FilmLegend::default();
                let step = film.shots.len().div_ceil(LEGEND_FRAMES).max(1);
                for shot in film.shots.iter().step_by(step) {
                    if cancel.load(Ordering::Relaxed) {
                        return Err(Fault::Cancelled);
                    }
                    legend.learn(&drawer.legend(shot));
                }
                legend
            }
        };
        let shot = &film.shots[at(share, film.shots.len())];
        let picture = Drawer::new(&film, legend.clone()).frame(shot);
        self.legend = Some((order.clone(), legend));
        proof(&picture, room_px, Some(shot.date))
    }
}

/// The index at a share of a length; the length is not 0.
pub fn at(share: f32, len: usize) -> usize {
    let last = len.saturating_sub(1);
    let share = if share.is_finite() {
        share.clamp(0.0, 1.0)
    } else {
        0.0
    };
    ((last as f32 * share).round() as usize).min(last)
}

fn proof(picture: &Picture, room_px: [u32; 2], day: Option<Date>) -> Result<Proof, Fault> {
    let [w, h] = picture.size_pt;
    let [room_w, room_h] = room_px.map(|px| px.max(1) as f32);
    let scale = (room_w / w).min(room_h / h);
    let pixels = pixels(picture, scale)
        .map_err(|refused| Fault::Size(crate::export::still::SizeFault::Pixels(refused)))?;
    Ok(Proof { pixels, day })
}
