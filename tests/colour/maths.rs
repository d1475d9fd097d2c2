//! How far apart two colours look: sRGB to CIELAB under D65, CIEDE2000, and colours as people without
//! one kind of cone see them.
//!
//! It knows no palette. Contrast is `Color::contrast`, which the program itself uses.

use sahelscope::style::Color;

/// Lightness, green to red, blue to yellow.
pub type Lab = [f64; 3];

/// Who looks, or on what paper.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sight {
    Normal,
    Deuteranopia,
    Protanopia,
    Tritanopia,
    /// A grey copy: luminance only.
    Grey,
}

impl Sight {
    pub const ALL: [Sight; 5] = [
        Sight::Normal,
        Sight::Deuteranopia,
        Sight::Protanopia,
        Sight::Tritanopia,
        Sight::Grey,
    ];

    /// What becomes of linear RGB: the matrices of full severity of Machado, Oliveira & Fernandes,
    /// "A physiologically-based model for simulation of color vision deficiency", IEEE TVCG 15 (2009).
    fn matrix(self) -> [[f64; 3]; 3] {
        match self {
            Sight::Normal => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Sight::Deuteranopia => [
                [0.367322, 0.860646, -0.227968],
                [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ],
            Sight::Protanopia => [
                [0.152286, 1.052583, -0.204868],
                [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ],
            Sight::Tritanopia => [
                [1.255528, -0.076749, -0.178779],
                [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ],
            Sight::Grey => [[0.2126, 0.7152, 0.0722]; 3],
        }
    }
}

/// A colour as it is seen.
pub fn seen(color: Color, sight: Sight) -> Lab {
    let rgb = [color.r, color.g, color.b].map(linear);
    let row = |row: [f64; 3]| (0..3).map(|i| row[i] * rgb[i]).sum::<f64>().clamp(0.0, 1.0);
    lab(sight.matrix().map(row))
}

/// How far apart two colours are to somebody.
pub fn distance(a: Color, b: Color, sight: Sight) -> f64 {
    ciede2000(seen(a, sight), seen(b, sight))
}

/// IEC 61966-2-1.
fn linear(c: u8) -> f64 {
    let c = f64::from(c) / 255.0;
    if c <= 0.040_45 {
        c / 12.92
    } else {
        ((c + 0.055) / 1.055).powf(2.4)
    }
}

/// CIELAB of linear RGB with the white of D65.
fn lab([r, g, b]: [f64; 3]) -> Lab {
    let x = 0.4124564 * r + 0.3575761 * g + 0.1804375 * b;
    let y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b;
    let z = 0.0193339 * r + 0.1191920 * g + 0.9503041 * b;
    let f = |t: f64| {
        if t > 216.0 / 24389.0 {
            t.cbrt()
        } else {
            (24389.0 / 27.0 * t + 16.0) / 116.0
        }
    };
    let (fx, fy, fz) = (f(x / 0.95047), f(y), f(z / 1.08883));
    [116.0 * fy - 16.0, 500.0 * (fx - fy), 200.0 * (fy - fz)]
}

/// CIEDE2000 with all weights 1, by the implementation notes of Sharma, Wu & Dalal, "The CIEDE2000
/// color-difference formula", Color Research and Application 30 (2005); their names and numbers.
pub fn ciede2000([l1, a1, b1]: Lab, [l2, a2, b2]: Lab) -> f64 {
    let chroma = (a1.hypot(b1) + a2.hypot(b2)) / 2.0;
    let g = 0.5 * (1.0 - part_of_25(chroma).sqrt());
    let (a1, a2) = (a1 * (1.0 + g), a2 * (1.0 + g));
    let (c1, c2) = (a1.hypot(b1), a2.hypot(b2));
    let hue = |a: f64, b: f64| b.atan2(a).to_degrees().rem_euclid(360.0);
    let (h1, h2) = (hue(a1, b1), hue(a2, b2));
    let grey = c1 * c2 == 0.0;
    let turn = match h2 - h1 {
        _ if grey => 0.0,
        d if d > 180.0 => d - 360.0,
        d if d < -180.0 => d + 360.0,
        d => d,
    };
    let (dl, dc) = (l2 - l1, c2 - c1);
    let dh = 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin();
    let (l, c) = ((l1 + l2) / 2.0, (c1 + c2) / 2.0);
    let h = match h1 + h2 {
        sum if grey => sum,
        sum if (h1 - h2).abs() <= 180.0 => sum / 2.0,
        sum if sum < 360.0 => (sum + 360.0) / 2.0,
        sum => (sum - 360.0) / 2.0,
    };
    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(h - 30.0) + 0.24 * cos(2.0 * h) + 0.32 * cos(3.0 * h + 6.0)
        - 0.20 * cos(4.0 * h - 63.0);
    let turned = 30.0 * (-((h - 275.0) / 25.0).powi(2)).exp();
    let sl = 1.0 + 0.015 * (l - 50.0).powi(2) / (20.0 + (l - 50.0).powi(2)).sqrt();
    let (sc, sh) = (1.0 + 0.045 * c, 1.0 + 0.015 * c * t);
    let rt = -(2.0 * turned).to_radians().sin() * 2.0 * part_of_25(c).sqrt();
    let (x, y, z) = (dl / sl, dc / sc, dh / sh);
    (x * x + y * y + z * z + rt * y * z).sqrt()
}

/// The share of the seventh power of a chroma in itself and that of 25.
fn part_of_25(chroma: f64) -> f64 {
    let power = chroma.powi(7);
    power / (power + 25.0_f64.powi(7))
}
