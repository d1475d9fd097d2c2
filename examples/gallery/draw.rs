//! From a case to its files: the picture as PNG, for some as SVG too, and the thumbnail.
//!
//! A case is drawn by itself, with a composer of its own, so that the order of the cases changes
//! nothing.

use crate::cases::{Case, Pick, Shows, Size};
use crate::pixels::Pixels;
use crate::worlds::Worlds;
use sahelscope::calendar::Date;
use sahelscope::export::{png, svg};
use sahelscope::geo::{Camera, MapBox, Viewport};
use sahelscope::model::World;
use sahelscope::scene::item::{Picture, Subject};
use sahelscope::scene::{Composer, Furniture, Paper, Pointed, View, framing, page, sheet};
use sahelscope::style::OFF_AT_FIRST;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// What was written for a case; names are relative to the folder.
pub struct Files {
    /// The picture.
    pub png: String,
    /// Its width and height in pixels.
    pub size_px: [usize; 2],
    /// The same as SVG.
    pub svg: Option<String>,
    /// The thumbnail.
    pub thumb: String,
    /// The thumbnail's pixels, for the contact sheets.
    pub small: Pixels,
}

/// Draws a case and writes its files.
pub fn files(number: usize, case: &Case, worlds: &Worlds, folder: &Path) -> Result<Files, String> {
    let named = |why: String| format!("{}: {why}", case.name);
    let (picture, scale) = picture(case, worlds).map_err(named)?;
    let texts = [
        ("Title", picture.title.as_str()),
        ("Description", case.caption),
    ];
    let mut bytes = png::png(&picture, scale, None, &texts).map_err(|e| named(e.to_string()))?;
    let mut pixels = Pixels::read(&bytes).map_err(named)?;
    if case.grey {
        pixels.turn_grey();
        bytes = pixels.png().map_err(named)?;
    }
    let stem = format!("{number:03}-{}", case.name);
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).map_err(|e| format!("cannot write {}: {e}", path.display()))
    };
    let png = format!("{stem}.png");
    write(&png, &bytes)?;
    let svg = if case.svg {
        let name = format!("{stem}.svg");
        write(&name, svg::svg(&picture).as_bytes())?;
        Some(name)
    } else {
        None
    };
    let small = pixels.shrunk(3);
    let thumb = format!("thumbs/{stem}.png");
    write(&thumb, &small.png().map_err(named)?)?;
    Ok(Files {
        png,
        size_px: [pixels.width, pixels.height],
        svg,
        thumb,
        small,
    })
}

/// The picture of a case and its pixels a point.
fn picture(case: &Case, worlds: &Worlds) -> Result<(Arc<Picture>, f32), String> {
    if case.shows == Shows::Plate {
        return Ok((Arc::new(sheet::symbols(case.theme, case.lang)), 1.5));
    }
    let off = OFF_AT_FIRST.iter().chain(case.hidden);
    let hidden = off.filter(|key| !case.offered.contains(key));
    let hidden: BTreeSet<String> = hidden.map(|key| (*key).to_owned()).collect();
    let (furniture, size_pt, scale) = page_of(case, &hidden);
    let atlas = worlds.of(case.shows);
    let date: Date = case
        .date
        .parse()
        .map_err(|_| format!("{} is no day", case.date))?;
    let world = World::at(atlas, date, case.trail);
    let frame = match case.bounds {
        Some([west, south, east, north]) => MapBox::from_lon_lat(west, south, east, north),
        None => framing::day(atlas, &world),
    };
    let selected = match case.selected {
        Pick::Nothing => Subject::None,
        Pick::Country(iso) => Subject::Country(iso.to_owned()),
        Pick::Base(id) => Subject::Base(id.to_owned()),
        Pick::Event(id) => Subject::Event(id.to_owned()),
    };
    let view = View {
        atlas,
        world: &world,
        viewport: Viewport {
            camera: Camera::fit(&frame, size_pt),
            size_pt,
        },
        lang: case.lang,
        theme: case.theme,
        countries: case.countries,
        hidden: &hidden,
        quiz: None,
        filter: &sahelscope::model::filter::Filter::EVERYTHING,
        selected: &selected,
        pointed: Pointed::NOTHING,
        furniture,
    };
    Ok((Composer::default().compose(&view).picture, scale))
}

/// Furniture, size of the map in points, and pixels a point, as `sahelscope render` has them.
fn page_of(case: &Case, hidden: &BTreeSet<String>) -> (Furniture<'static>, [f32; 2], f32) {
    let paper = match case.size {
        Size::Pixels(w, h) => Paper::of_pixels([w, h], case.theme),
        Size::Paper(w, h, dpi) => Paper::of_sheet([w, h], dpi, case.theme),
        Size::Points(w, h, scale) => Paper {
            size_pt: [w, h],
            scale,
        },
        Size::Screen(w, h) => return (Furniture::Screen, [w, h], 1.0),
    };
    let map = page::size_of(&page::map_frame(paper.size_pt, hidden));
    (Furniture::Page(paper.size_pt), map, paper.scale)
}
