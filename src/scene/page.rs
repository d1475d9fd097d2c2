//! The page around the map: title, text, legend, sources and credit, on one grid.
//!
//! The map stands in a frame whose place follows from the size of the page alone; words stand around
//! it, never on it. Parts can be switched off by the keys `page:title`, `page:text`, `page:legend`,
//! `page:sources` and `page:credit`.

pub(super) mod film;
mod foot;
mod grid;
pub mod handout;
mod head;
pub(super) mod pair;
mod pen;
mod range;
mod said;
mod side;
pub mod slide;

pub(super) use self::pen::corners;

use self::grid::{Grid, Wanted};
use self::pen::Pen;
use super::item::{Area, Item, Pt, Rect, Subject};
use super::layers::events;
use super::legend::Legend;
use super::view::{Furniture, View};
use crate::calendar::PartialDate;
use crate::lang::{typeset, words};
use crate::style::Color;
use std::collections::BTreeSet;

/// The size of the map on a page of that size with all its parts, in points.
pub fn map_size(page_pt: Pt) -> Pt {
    size_of(&map_frame(page_pt, &BTreeSet::new()))
}

/// Where the map stands on a page of that size, in points; parts that are switched off leave their
/// room to it.
pub fn map_frame(page_pt: Pt, hidden: &BTreeSet<String>) -> Rect {
    Grid::new(page_pt, Wanted::without(hidden)).map
}

/// Width and height of a frame, in points.
pub fn size_of(frame: &Rect) -> Pt {
    [frame.width(), frame.height()]
}

/// Has the page a foot that names the basemap, so that the map need not?
pub(super) fn has_foot(page_pt: Pt, hidden: &BTreeSet<String>) -> bool {
    Grid::new(page_pt, Wanted::without(hidden)).foot.is_some()
}

/// The title of a picture: the story of the day, or that it is a quiet day or a range.
pub(super) fn title(view: &View<'_>) -> String {
    if let Furniture::Slide(slide) = view.furniture {
        return slide.title.clone();
    }
    if let Some(title) = range::title(view) {
        return title;
    }
    match events::story(view).or_else(|| events::latest(view)) {
        Some(event) => event.title.set(view.lang),
        None => typeset(words::SAHEL_ON.get(view.lang), view.lang),
    }
}

/// What a view is called, and the date of the event it is called after when that is over.
pub fn headline(view: &View<'_>) -> (String, Option<PartialDate>) {
    let event = events::story(view).or_else(|| events::latest(view));
    let over = event.filter(|event| view.world.from.is_none() && head::is_over(view, event));
    (title(view), over.map(|event| event.date))
}

/// What the map of a view shows and what was switched off, as sentences.
pub fn what_is_shown(view: &View<'_>, legend: &Legend) -> String {
    head::subtitle(view, legend, None)
}

/// The ground of the map on a page.
pub(super) fn ground(map: &Rect, fill: Color) -> Item {
    let rings = vec![corners(map)].into();
    Item::new(Subject::None, Area { rings, fill })
}

/// Everything around the map, whose box on the page is `map`.
pub(super) fn items(view: &View<'_>, legend: &Legend, page_pt: Pt, map: &Rect) -> Vec<Item> {
    let grid = Grid::new(page_pt, Wanted::without(view.hidden));
    let palette = view.theme.palette();
    let mut pen = Pen {
        palette,
        unit: grid.unit,
        part: "page",
        items: Vec::new(),
    };
    if map.min != [0.0, 0.0] {
        pen.frame(map, 0.8, palette.ui.hairline_strong);
    }
    let story = events::story(view).or_else(|| events::latest(view));
    head::draw(&mut pen, view, legend, story, &grid);
    side::draw(&mut pen, view, legend, story, &grid.columns);
    foot::draw(&mut pen, view, story, &grid);
    pen.items
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::{Camera, Viewport};
    use crate::lang::Lang;
    use crate::model::World;
    use crate::scene::item::{Layer, Picture, Shape};
    use crate::scene::metrics;
    use crate::scene::space::text_box;
    use crate::scene::{Composer, Pointed};
    use crate::style::{CountryTheme, OFF_AT_FIRST, Theme};
    use std::sync::Arc;

    fn compose(
        composer: &mut Composer,
        date: &str,
        lang: Lang,
        page_pt: Pt,
        off: &[&str],
    ) -> Arc<Picture> {
        let atlas = crate::data::shipped().expect("the shipped data");
        let world = World::at(&atlas, date.parse().expect("a date"), 60);
        let mut hidden: BTreeSet<String> = OFF_AT_FIRST.map(str::to_owned).into();
        hidden.remove("page:graticule");
        hidden.extend(off.iter().map(|key| (*key).to_owned()));
        let size_pt = size_of(&map_frame(page_pt, &hidden));
        let view = View {
            atlas: &atlas,
            world: &world,
            viewport: Viewport {
                camera: Camera::fit(&Camera::home_box(), size_pt),
                size_pt,
            },
            lang,
            theme: Theme::Print,
            countries: CountryTheme::Alliance,
            hidden: &hidden,
            quiz: None,
            selected: &Subject::None,
            filter: &crate::model::filter::Filter::EVERYTHING,
            pointed: Pointed::NOTHING,
            furniture: Furniture::Page(page_pt),
        };
        composer.compose(&view).picture
    }

    fn layer<'p>(picture: &'p Picture, name: &str) -> Option<&'p Arc<Layer>> {
        picture.layers.iter().find(|l| l.name == name)
    }

    /// Boxes of the letters of a layer and what they say.
    fn texts(picture: &Picture, name: &str) -> Vec<(Rect, String)> {
        let items = layer(picture, name).into_iter().flat_map(|l| &l.items);
        items
            .filter_map(|item| match &item.shape {
                Shape::Text(t) => {
                    let width = metrics::width_pt(&t.text, t.face, t.size_pt);
                    Some((text_box(t.at, width, t.size_pt, t.angle), t.text.clone()))
                }
                Shape::Area(_) | Shape::Stroke(_) | Shape::Symbol(_) => None,
            })
            .collect()
    }

    /// Every page of the list: no text off the page, on the map, or on another text.
    #[track_caller]
    fn check(date: &str) {
        let mut composer = Composer::default();
        for page_pt in [
            [1010.0, 714.0],
            [714.0, 1010.0],
            [800.0, 1422.0],
            [1067.0, 1067.0],
            [1232.0, 924.0],
            [1422.0, 800.0],
            [1847.0, 616.0],
            [640.0, 360.0],
            [260.0, 300.0],
            [160.0, 150.0],
            [1.0, 1.0],
            [20_000.0, 50.0],
            [20_000.0, 300.0],
            [170.0, 4_000.0],
        ] {
            for lang in Lang::ALL {
                let picture = compose(&mut composer, date, lang, page_pt, &[]);
                let whole = Rect::new([0.0, 0.0], page_pt).expand(0.5);
                let map = map_frame(page_pt, &BTreeSet::new()).expand(-0.5);
                let found = texts(&picture, "page");
                for (i, (area, text)) in found.iter().enumerate() {
                    let of = format!("{date} {lang:?} {page_pt:?}: {text}");
                    assert!(whole.contains(area.min) && whole.contains(area.max), "{of}");
                    assert!(!map.intersects(area), "on the map: {of}");
                    for (other, words) in &found[i + 1..] {
                        let apart = !area.expand(-0.6).intersects(&other.expand(-0.6));
                        assert!(apart, "{of} / {words}");
                    }
                }
            }
        }
    }

    #[test]
    fn words_keep_apart_when_the_last_convoy_leaves_gao() {
        check("2022-08-15");
    }

    #[test]
    fn words_keep_apart_when_nigers_sky_is_closed() {
        check("2023-08-10");
    }

    #[test]
    fn words_keep_apart_when_the_alliance_is_founded() {
        check("2023-09-16");
    }

    #[test]
    fn words_keep_apart_on_a_quiet_day() {
        check("2016-05-01");
    }

    #[test]
    fn every_part_can_be_left_out() {
        let mut composer = Composer::default();
        let page_pt = [1422.0, 800.0];
        let parts = [
            "title",
            "text",
            "legend",
            "scale",
            "sources",
            "credit",
            "locator",
            "graticule",
        ];
        let has = |picture: &Picture, part: &'static str| {
            let mut items = picture.layers.iter().flat_map(|l| &l.items);
            items.any(|i| i.subject == Subject::Furniture(part))
        };
        let whole = compose(&mut composer, "2022-08-15", Lang::Fr, page_pt, &[]);
        for part in parts {
            assert!(has(&whole, part), "{part} is there");
            let key = format!("page:{part}");
            let without = compose(&mut composer, "2022-08-15", Lang::Fr, page_pt, &[&key]);
            assert!(!has(&without, part), "no {part}");
            // The locator is there where a corner of the map, which has grown, is free.
            for other in parts.into_iter().filter(|p| *p != "locator") {
                assert_eq!(
                    has(&without, other),
                    other != part,
                    "{other} without {part}"
                );
            }
        }
        let keys = parts.map(|part| format!("page:{part}"));
        let off: Vec<&str> = keys.iter().map(String::as_str).collect();
        let bare = compose(&mut composer, "2022-08-15", Lang::Fr, page_pt, &off);
        assert!(parts.iter().all(|part| !has(&bare, part)));
    }

    #[test]
    fn the_map_keeps_its_frame_whatever_is_written() {
        let page_pt = [1422.0, 800.0];
        let frame = map_frame(page_pt, &BTreeSet::new());
        assert_eq!(size_of(&frame), map_size(page_pt));
        let mut composer = Composer::default();
        for date in ["2016-05-01", "2023-08-21"] {
            let picture = compose(&mut composer, date, Lang::Fr, page_pt, &[]);
            let clip = layer(&picture, "bases").and_then(|l| l.clip);
            assert_eq!(clip, Some(frame));
            assert_eq!(layer(&picture, "sea").and_then(|l| l.clip), Some(frame));
        }
    }

    #[test]
    fn what_the_legend_leaves_out_is_named() {
        let mut composer = Composer::default();
        let picture = compose(&mut composer, "2022-08-15", Lang::En, [640.0, 360.0], &[]);
        let said = texts(&picture, "page");
        let named = |what: &str| said.iter().any(|(_, text)| text.contains(what));
        assert!(named("Also on the map") || named("more"), "{said:?}");
    }
}
