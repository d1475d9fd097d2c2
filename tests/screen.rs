//! The window and the file put the same things in the same places: every item of a picture is painted
//! by both painters and their boxes are compared.
//!
//! Neither needs a display; the window's triangles are taken before any GPU sees them.
#![cfg(feature = "gui")]

use resvg::usvg;
use sahelscope::calendar::Date;
use sahelscope::export::svg::svg;
use sahelscope::geo::{Camera, Viewport};
use sahelscope::lang::Lang;
use sahelscope::model::World;
use sahelscope::scene::item::{Face, Item, Layer, Picture, Rect, Shape, Subject};
use sahelscope::scene::{Composer, Furniture, Pointed, View, metrics};
use sahelscope::style::{CountryTheme, OFF_AT_FIRST, Theme};
use sahelscope::ui::map::{glyphs::Glyphs, painter};
use sahelscope::ui::theme;
use std::sync::Arc;

const SIZE_PT: [f32; 2] = [1000.0, 700.0];

/// Feathering and the padding of letters in a font texture reach this far beyond the shape.
const SLACK_PT: f32 = 4.0;

fn picture(date: &str) -> Picture {
    let atlas = sahelscope::data::shipped().unwrap_or_else(|e| panic!("{e}"));
    let date: Date = date.parse().expect("a date");
    let world = World::at(&atlas, date, 60);
    let view = View {
        atlas: &atlas,
        world: &world,
        viewport: Viewport {
            camera: Camera::fit(&Camera::home_box(), SIZE_PT),
            size_pt: SIZE_PT,
        },
        lang: Lang::Fr,
        theme: Theme::Light,
        countries: CountryTheme::Alliance,
        hidden: &OFF_AT_FIRST.map(str::to_owned).into(),
        quiz: None,
        selected: &Subject::Country("MLI".to_owned()),
        filter: &sahelscope::model::filter::Filter::EVERYTHING,
        pointed: Pointed::NOTHING,
        furniture: Furniture::Screen,
    };
    let composed = Composer::default().compose(&view).picture;
    Picture::clone(&composed)
}

/// The box of an item as the SVG has it, read back by usvg.
fn box_in_file(item: &Item, options: &usvg::Options<'_>) -> Option<Rect> {
    let alone = Picture {
        size_pt: SIZE_PT,
        background: Theme::Light.palette().map.sea,
        layers: vec![Arc::new(Layer {
            name: "alone",
            clip: None,
            items: vec![item.clone()],
        })],
        title: String::new(),
        description: String::new(),
        lang: "fr",
    };
    let tree = usvg::Tree::from_str(&svg(&alone), options).expect("our own SVG");
    let group = tree.node_by_id("alone")?;
    let found = match group {
        usvg::Node::Group(group) => text_box(group).unwrap_or(group.abs_stroke_bounding_box()),
        other => other.abs_stroke_bounding_box(),
    };
    Some(Rect::new(
        [found.left(), found.top()],
        [found.right(), found.bottom()],
    ))
}

/// The box of the outlines of a text, where usvg's own box is that of its lines; it leaves the turn
/// of a text out of account, which is put back here.
fn text_box(group: &usvg::Group) -> Option<usvg::Rect> {
    group.children().iter().find_map(|node| match node {
        usvg::Node::Text(text) => {
            let upright = text.flattened().stroke_bounding_box();
            upright.transform(text.abs_transform())
        }
        usvg::Node::Group(inner) => text_box(inner),
        usvg::Node::Path(_) | usvg::Node::Image(_) => None,
    })
}

#[test]
fn screen_and_svg_put_every_item_in_the_same_place() {
    let mut options = usvg::Options {
        font_family: "Noto Sans".to_owned(),
        ..usvg::Options::default()
    };
    for face in [Face::Regular, Face::Bold, Face::Italic] {
        options
            .fontdb_mut()
            .load_font_data(metrics::font_bytes(face).to_vec());
    }
    let context = egui::Context::default();
    theme::install_fonts(&context);
    let mut compared = [0; 4];
    for date in ["2022-08-15", "2023-08-10"] {
        let picture = picture(date);
        let items: Vec<&Item> = picture.layers.iter().flat_map(|l| &l.items).collect();
        let mut boxes: Vec<Option<egui::Rect>> = Vec::new();
        let mut output = context.run_ui(egui::RawInput::default(), |ui| {
            let glyphs = Glyphs::default();
            boxes = items
                .iter()
                .map(|item| {
                    let one = std::slice::from_ref(*item);
                    let mesh = painter::mesh(ui.painter(), one, egui::Pos2::ZERO, &glyphs);
                    (!mesh.vertices.is_empty()).then(|| mesh.calc_bounds())
                })
                .collect();
        });
        output.textures_delta.clear();
        for (item, on_screen) in items.iter().zip(boxes) {
            let (Some(screen), Some(file)) = (on_screen, box_in_file(item, &options)) else {
                continue;
            };
            let kind = match &item.shape {
                Shape::Area(_) => 0,
                Shape::Stroke(_) => 1,
                Shape::Text(_) => 2,
                Shape::Symbol(_) => 3,
            };
            compared[kind] += 1;
            let sides = [
                screen.min.x - file.min[0],
                screen.min.y - file.min[1],
                screen.max.x - file.max[0],
                screen.max.y - file.max[1],
            ];
            assert!(
                sides.iter().all(|side| side.abs() < SLACK_PT),
                "{date}: {sides:?} screen {screen:?} file {file:?} for {item:?}"
            );
        }
    }
    assert!(compared.iter().all(|n| *n > 10), "{compared:?}");
}
