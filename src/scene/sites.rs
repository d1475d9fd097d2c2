//! Sites: bases that stand together at a zoom, whoever holds them and whenever.
//!
//! They depend on the record and the zoom alone, so that a row of symbols does not jump when a base
//! beside it opens or the map is moved. What stands there on a day is `layers::bases`.

use super::layers::bases::{self, MERGE_PT, MORE_PT, MOST_IN_ROW};
use super::signs::{base_shape, holder_mark};
use super::symbols::{BaseState, Glyph, extent};
use crate::geo::{Camera, MapPt};
use crate::model::{Atlas, Base, Tenure};
use crate::style::Holder;

/// Bases at one place.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Site {
    /// Where the heaviest of them stands.
    pub at: MapPt,
    /// Positions in [`Atlas::bases`], the heaviest first.
    pub bases: Vec<u32>,
    /// Half the width of the widest symbol that may stand on the place.
    pub half_pt: f32,
    /// Height of the highest symbol.
    pub height_pt: f32,
    /// Width of the widest row on record.
    pub row_pt: f32,
}

/// The sites at a zoom, the heaviest first.
pub(super) fn sites(atlas: &Atlas, zoom: f64) -> Vec<Site> {
    let scale = Camera {
        center: [0.0, 0.0],
        zoom,
    }
    .scale();
    let mut order: Vec<(u32, &Base)> = (0u32..).zip(&atlas.bases).collect();
    order.sort_by_key(|(_, base)| (std::cmp::Reverse(weight(base)), base.id.clone()));
    let mut sites: Vec<Site> = Vec::new();
    for (number, base) in order {
        let Some(at) = base.position.map(|p| p.to_map()) else {
            continue;
        };
        let reach = f64::from(MERGE_PT) / scale;
        let near = |s: &&mut Site| (0..2).all(|i| (s.at[i] - at[i]).abs() < reach);
        match sites.iter_mut().find(near) {
            Some(site) => site.bases.push(number),
            None => sites.push(Site {
                at,
                bases: vec![number],
                half_pt: 0.0,
                height_pt: 0.0,
                row_pt: 0.0,
            }),
        }
    }
    for site in &mut sites {
        measure(site, atlas);
    }
    sites
}

/// How much a base weighs among its neighbours: the most that stood there, then for how long.
fn weight(base: &Base) -> (u32, usize) {
    let most = base.periods.iter().filter_map(|t| t.troops).max();
    (most.unwrap_or(0), base.periods.len())
}

/// Finds out how large the symbols and rows of a site may become.
fn measure(site: &mut Site, atlas: &Atlas) {
    let members: Vec<&Base> = site
        .bases
        .iter()
        .map(|b| &atlas.bases[*b as usize])
        .collect();
    let tenures = || {
        members
            .iter()
            .flat_map(|b| b.periods.iter().map(move |t| (*b, t)))
    };
    for (base, tenure) in tenures() {
        let (width, height) = symbol_size(base, tenure);
        site.half_pt = site.half_pt.max(width / 2.0);
        site.height_pt = site.height_pt.max(height);
    }
    // A row is widest on a day on which somebody arrives.
    for (_, arriving) in tenures() {
        let Some(day) = arriving.from.map(|d| d.first()) else {
            continue;
        };
        let present = tenures().filter(|(_, t)| t.span().contains(day));
        let mut widths: Vec<f32> = present.map(|(b, t)| symbol_size(b, t).0).collect();
        widths.sort_by(|a, b| b.total_cmp(a));
        let more = if widths.len() > MOST_IN_ROW {
            MORE_PT
        } else {
            0.0
        };
        let row: f32 = widths.iter().take(MOST_IN_ROW).sum();
        site.row_pt = site.row_pt.max(row + more);
    }
    site.row_pt = site.row_pt.max(site.half_pt * 2.0);
}

/// Width and height of a holder's symbol, halo and all.
fn symbol_size(base: &Base, tenure: &Tenure) -> (f32, f32) {
    let glyph = Glyph::Base {
        kind: base_shape(base.kind),
        mark: holder_mark(Holder::of_code(&tenure.operator)),
        state: BaseState::Held,
    };
    let (size_pt, e) = (bases::size_pt(tenure.troops), extent(glyph));
    (size_pt * e.width(), size_pt * e.height())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_base_belongs_to_one_site_and_zooming_in_parts_them() {
        let atlas = crate::data::shipped().expect("the shipped data");
        let mut before = 0;
        for zoom in [3.0, 5.0, 7.0, 9.0, 13.0] {
            let sites = sites(&atlas, zoom);
            let mut members: Vec<u32> = sites.iter().flat_map(|s| s.bases.clone()).collect();
            members.sort_unstable();
            let placed = atlas.bases.iter().filter(|b| b.position.is_some()).count();
            assert_eq!(members.len(), placed, "zoom {zoom}");
            members.dedup();
            assert_eq!(members.len(), placed, "zoom {zoom}");
            assert!(sites.len() >= before, "zoom {zoom}");
            assert!(
                sites
                    .iter()
                    .all(|s| s.row_pt >= s.half_pt * 2.0 && s.half_pt > 4.0)
            );
            before = sites.len();
        }
    }
}
