//! How large a page is laid out, and at how many pixels a point it is drawn.
//!
//! Type keeps its size in points, so that a page of more points has smaller type. What is shown to a
//! class gets fewer points, what is read from near more.

use super::item::Pt;
use crate::style::Theme;

/// A page of 1920 by 1080 pixels is drawn at this many pixels a point: text as on a slide.
const SLIDE_SCALE: f32 = 1.35;
/// A sheet of this diagonal or less is read from near: it is laid out on a page so much larger, and
/// then made smaller. A4 measures 364 millimetres, A3 514.
const NEAR_MM: f32 = 440.0;
const NEAR_LARGER: f32 = 1.2;
/// What a projector shows is read from the back row: everything is so much larger.
const PROJECTOR_LARGER: f32 = 1.3;

/// How a page is laid out and drawn.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Paper {
    /// Width and height it is laid out for, in points.
    pub size_pt: Pt,
    /// Pixels a point.
    pub scale: f32,
}

impl Paper {
    /// A picture of so many pixels.
    pub fn of_pixels(size_px: [u32; 2], theme: Theme) -> Paper {
        let [w, h] = size_px.map(|px| px as f32);
        let slides = (w * h / (1920.0 * 1080.0)).sqrt();
        let scale = (slides * SLIDE_SCALE).max(1.0);
        let paper = Paper {
            size_pt: [w / scale, h / scale],
            scale,
        };
        paper.seen_in(theme)
    }

    /// A sheet of so many millimetres at so many pixels an inch.
    pub fn of_sheet(size_mm: [f32; 2], dpi: f32, theme: Theme) -> Paper {
        let closer = if size_mm[0].hypot(size_mm[1]) <= NEAR_MM {
            NEAR_LARGER
        } else {
            1.0
        };
        let paper = Paper {
            size_pt: size_mm.map(|mm| mm / 25.4 * 72.0 * closer),
            scale: dpi / 72.0 / closer,
        };
        paper.seen_in(theme)
    }

    fn seen_in(self, theme: Theme) -> Paper {
        let larger = match theme {
            Theme::Projector => PROJECTOR_LARGER,
            Theme::Light | Theme::Dark | Theme::Print => 1.0,
        };
        Paper {
            size_pt: self.size_pt.map(|side| side / larger),
            scale: self.scale * larger,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_and_millimetres_come_out_as_asked() {
        for theme in Theme::ALL {
            let slide = Paper::of_pixels([3840, 2160], theme);
            let px = slide.size_pt.map(|pt| pt * slide.scale);
            assert!((px[0] - 3840.0).abs() < 0.1 && (px[1] - 2160.0).abs() < 0.1);
            let a4 = Paper::of_sheet([297.0, 210.0], 300.0, theme);
            assert!((a4.size_pt[0] * a4.scale - 3507.9).abs() < 0.1);
        }
        let small = Paper::of_pixels([400, 300], Theme::Light);
        assert_eq!(small.scale, 1.0, "small pictures keep readable type");
    }
}
