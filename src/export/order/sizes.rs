//! Sizes as they are chosen: what a name such as `a4` means on the page.
//!
//! Whether a size can be had is said by `still`.

use crate::export::still::{Extent, Size};
use crate::state::export::{OwnSize, Preset, SizeChoice, Unit};

/// Paper is printed so finely.
const PRINT_DPI: u16 = 300;

/// The size of that name.
pub fn preset(preset: Preset) -> Size {
    let px = |w, h| Size {
        extent: Extent::Px([w, h]),
        dpi: None,
    };
    let mm = |w, h| Size {
        extent: Extent::Mm([w, h]),
        dpi: Some(PRINT_DPI),
    };
    match preset {
        Preset::Slide => px(1920, 1080),
        Preset::Slide4k => px(3840, 2160),
        Preset::Video => px(1280, 720),
        Preset::Square => px(1080, 1080),
        Preset::A4 => mm(297.0, 210.0),
        Preset::A4Portrait => mm(210.0, 297.0),
        Preset::A3 => mm(420.0, 297.0),
        Preset::A3Portrait => mm(297.0, 420.0),
    }
}

/// Is it measured in pixels, as films are?
pub fn is_in_pixels(choice: Preset) -> bool {
    pixels(preset(choice)).is_some()
}

/// The sides of a size in pixels; nothing for paper.
pub fn pixels(size: Size) -> Option<[u32; 2]> {
    match size.extent {
        Extent::Px(sides) => Some(sides),
        Extent::Mm(_) => None,
    }
}

/// The size that is chosen.
pub fn chosen(choice: SizeChoice, own: OwnSize) -> Size {
    match (choice, own.unit) {
        (SizeChoice::Preset(name), _) => preset(name),
        (SizeChoice::Own, Unit::Px) => Size {
            extent: Extent::Px(own.sides.map(|side| side.round() as u32)),
            dpi: None,
        },
        (SizeChoice::Own, Unit::Mm) => Size {
            extent: Extent::Mm(own.sides),
            dpi: Some(own.dpi),
        },
    }
}
