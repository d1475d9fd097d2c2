//! Sizes, clips, and the painter held against resvg drawing our own SVG.

use super::*;
use crate::export::svg::svg;
use crate::scene::item::{Area, Face, Halo, Item, Stroke, Subject, Symbol, Text};
use crate::scene::symbols::{Edge, EventGlyph, Glyph};
use crate::style::Color as Ink;
use resvg::{tiny_skia, usvg};

fn page(size_pt: [f32; 2], layers: Vec<Layer>) -> Picture {
    Picture {
        size_pt,
        background: Ink::rgb(0x10_20_30),
        layers: layers.into_iter().map(Arc::new).collect(),
        title: String::new(),
        description: String::new(),
        lang: "en",
    }
}

fn rgb_of(pixels: &Pixels) -> Vec<u8> {
    pixels.bands.concat()
}

#[test]
fn absurd_sizes_are_refused() {
    for size_pt in [
        [0.0, 10.0],
        [30_000.0, 10.0],
        [19_000.0, 19_000.0],
        [f32::NAN, 1.0],
        [f32::INFINITY, 1.0],
    ] {
        assert!(pixels(&page(size_pt, Vec::new()), 1.0).is_err());
    }
    assert!(pixels(&page([10.0, 10.0], Vec::new()), f32::NAN).is_err());
}

#[test]
fn nothing_shows_outside_a_clip() {
    let ring = vec![[-50.0, -50.0], [2e7, -50.0], [2e7, 900.0], [-50.0, 900.0]];
    let area = Area {
        rings: vec![ring].into(),
        fill: Ink::rgb(0xFF_00_00),
    };
    let clip = Some(Rect::new([10.0, 20.0], [30.0, 700.0]));
    let layer = Layer {
        name: "a",
        clip,
        items: vec![Item::new(Subject::None, area)],
    };
    let painted = pixels(&page([800.0, 800.0], vec![layer]), 1.0).expect("a size");
    assert_eq!(painted.bands.len(), 2);
    let rgb = rgb_of(&painted);
    let red = rgb.chunks_exact(3).filter(|p| *p == [255, 0, 0]).count();
    assert_eq!(red, 20 * 680);
    assert_eq!(&rgb[..3], &[0x10, 0x20, 0x30]);
}

fn of_everything() -> Picture {
    let ink = |hex| Ink::rgb(hex);
    let lines: Arc<[Vec<[f32; 2]>]> = vec![
        vec![[20.0, 20.0], [200.5, 60.2], [90.0, 170.0]],
        vec![[100.0, 60.0], [110.0, 90.0], [90.0, 80.0]],
    ]
    .into();
    let stroke = |dash| Stroke {
        lines: lines.clone(),
        closed: true,
        width_pt: 2.3,
        color: ink(0x80_00_00),
        dash,
    };
    let text = |at, face, angle| Text {
        at,
        text: "N’Djaména AVATAR → office".to_owned(),
        size_pt: 17.0,
        face,
        color: ink(0x20_20_20),
        halo: Some(Halo {
            color: ink(0xFF_FF_FF),
            width_pt: 3.0,
        }),
        angle,
    };
    let symbol = Symbol {
        glyph: Glyph::Marker {
            glyph: EventGlyph::Coup,
            edge: Edge::Reported,
            date: crate::calendar::Precision::Day,
        },
        at: [250.0, 150.0],
        size_pt: 40.0,
        ink: ink(0x11_44_88),
        ground: ink(0xFF_FF_FF),
        accent: ink(0xCC_22_00),
        opacity: 0.8,
    };
    let items = vec![
        Item::new(
            Subject::None,
            Area {
                rings: lines.clone(),
                fill: ink(0x77_AA_55).with_opacity(0.6),
            },
        ),
        Item::new(Subject::None, stroke(None)),
        Item::new(Subject::None, stroke(Some([6.0, 4.0]))),
        Item::new(Subject::None, text([30.0, 220.0], Face::Bold, 0.0)),
        Item::new(Subject::None, text([200.0, 230.0], Face::Italic, -0.6)),
        Item::new(Subject::None, symbol),
    ];
    let clip = Some(Rect::new([5.0, 5.0], [395.0, 295.0]));
    page(
        [400.0, 300.0],
        vec![Layer {
            name: "all",
            clip,
            items,
        }],
    )
}

#[test]
fn it_paints_what_resvg_draws_of_the_svg() {
    let picture = of_everything();
    let mut fonts = usvg::fontdb::Database::new();
    for face in crate::export::letters::FACES {
        fonts.load_font_data(crate::scene::metrics::font_bytes(face).to_vec());
    }
    let options = usvg::Options {
        fontdb: Arc::new(fonts),
        ..Default::default()
    };
    let tree = usvg::Tree::from_str(&svg(&picture), &options).expect("our svg");
    let mut drawn = tiny_skia::Pixmap::new(800, 600).expect("small");
    resvg::render(
        &tree,
        tiny_skia::Transform::from_scale(2.0, 2.0),
        &mut drawn.as_mut(),
    );
    let painted = rgb_of(&pixels(&picture, 2.0).expect("a size"));
    let far = painted
        .chunks_exact(3)
        .zip(drawn.pixels())
        .filter(|(a, b)| {
            let apart = |x: u8, y: u8| x.abs_diff(y) > 48;
            apart(a[0], b.red()) || apart(a[1], b.green()) || apart(a[2], b.blue())
        });
    // Edges differ by the rounding of the SVG's hundredths.
    let far = far.count();
    assert!(far < 400, "{far} of 480000 pixels differ");
}

#[test]
fn two_halves_make_the_picture_of_one() {
    let picture = of_everything();
    let whole = Band {
        width: 800,
        from: 0,
        to: 600,
    }
    .painted(&picture, 2.0);
    let painted = rgb_of(&pixels(&picture, 2.0).expect("a size"));
    let apart = whole
        .iter()
        .zip(&painted)
        .filter(|(a, b)| a.abs_diff(**b) > 8)
        .count();
    assert_eq!(whole.len(), painted.len());
    // An edge that lies on a quarter of a pixel may be rounded to either side.
    assert!(apart < 600, "{apart}");
    assert_eq!(
        painted,
        rgb_of(&pixels(&picture, 2.0).expect("a size")),
        "same pixels again"
    );
}
