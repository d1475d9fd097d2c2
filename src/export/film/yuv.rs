//! Red, green and blue to the luma and chroma of video: BT.709, limited range, one chroma sample for
//! four pixels.
//!
//! ITU-R BT.709-6, sections 3.2 to 3.5: Y = 0.2126 R + 0.7152 G + 0.0722 B; 8 bits from 16 to 235 for luma and from
//! 16 to 240 for chroma.

/// Fractions are carried in so many bits.
const BITS: i32 = 16;
const HALF: i32 = 1 << (BITS - 1);

const fn fixed(value: f64) -> i32 {
    (value * (1 << BITS) as f64 + if value < 0.0 { -0.5 } else { 0.5 }) as i32
}

const LUMA_RANGE: f64 = 219.0 / 255.0;
const CHROMA_RANGE: f64 = 224.0 / 255.0;
const KR: f64 = 0.2126;
const KB: f64 = 0.0722;
const KG: f64 = 1.0 - KR - KB;
const Y: [i32; 3] = [
    fixed(KR * LUMA_RANGE),
    fixed(KG * LUMA_RANGE),
    fixed(KB * LUMA_RANGE),
];
/// Over four pixels.
const U: [i32; 3] = [
    fixed(-KR / (2.0 * (1.0 - KB)) * CHROMA_RANGE / 4.0),
    fixed(-KG / (2.0 * (1.0 - KB)) * CHROMA_RANGE / 4.0),
    fixed(0.5 * CHROMA_RANGE / 4.0),
];
const V: [i32; 3] = [
    fixed(0.5 * CHROMA_RANGE / 4.0),
    fixed(-KG / (2.0 * (1.0 - KR)) * CHROMA_RANGE / 4.0),
    fixed(-KB / (2.0 * (1.0 - KR)) * CHROMA_RANGE / 4.0),
];

/// A frame of video. Width and height are even.
pub(super) struct Planes {
    width: usize,
    height: usize,
    /// Luma, a byte a pixel.
    pub y: Vec<u8>,
    /// Blue difference, a byte for four pixels.
    pub u: Vec<u8>,
    /// Red difference, likewise.
    pub v: Vec<u8>,
}

impl Planes {
    /// Planes of an even size.
    pub fn new(width: usize, height: usize) -> Planes {
        Planes {
            width,
            height,
            y: vec![0; width * height],
            u: vec![0; width * height / 4],
            v: vec![0; width * height / 4],
        }
    }

    /// Takes the pixels of a frame, RGBA, of the same size.
    pub fn fill(&mut self, rgba: &[u8]) {
        let (w, half) = (self.width, self.width / 2);
        for row in 0..self.height / 2 {
            let top = &rgba[row * 2 * w * 4..][..w * 4];
            let low = &rgba[(row * 2 + 1) * w * 4..][..w * 4];
            let (y_top, y_low) = self.y[row * 2 * w..][..2 * w].split_at_mut(w);
            let u = &mut self.u[row * half..][..half];
            let v = &mut self.v[row * half..][..half];
            for (y, pixel) in y_top.iter_mut().zip(top.chunks_exact(4)) {
                *y = luma(pixel);
            }
            for (y, pixel) in y_low.iter_mut().zip(low.chunks_exact(4)) {
                *y = luma(pixel);
            }
            let pairs = top.chunks_exact(8).zip(low.chunks_exact(8));
            for ((u, v), (a, b)) in u.iter_mut().zip(v).zip(pairs) {
                let sum = |i: usize| {
                    i32::from(a[i]) + i32::from(a[i + 4]) + i32::from(b[i]) + i32::from(b[i + 4])
                };
                let sums = [sum(0), sum(1), sum(2)];
                (*u, *v) = (chroma(U, sums), chroma(V, sums));
            }
        }
    }
}

fn luma(pixel: &[u8]) -> u8 {
    let sum = Y[0] * i32::from(pixel[0]) + Y[1] * i32::from(pixel[1]) + Y[2] * i32::from(pixel[2]);
    (16 + ((sum + HALF) >> BITS)) as u8
}

fn chroma(weights: [i32; 3], sums: [i32; 3]) -> u8 {
    let sum = weights[0] * sums[0] + weights[1] * sums[1] + weights[2] * sums[2];
    (128 + ((sum + HALF) >> BITS)).clamp(16, 240) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(rgb: [u8; 3], expected: [u8; 3]) {
        let mut planes = Planes::new(2, 2);
        let pixel = [rgb[0], rgb[1], rgb[2], 255];
        planes.fill(&pixel.repeat(4));
        assert_eq!([planes.y[0], planes.u[0], planes.v[0]], expected, "{rgb:?}");
        assert!(planes.y.iter().all(|y| *y == expected[0]));
    }

    #[test]
    fn colours_come_out_as_the_standard_says() {
        check([0, 0, 0], [16, 128, 128]);
        check([255, 255, 255], [235, 128, 128]);
        check([255, 0, 0], [63, 102, 240]);
        check([0, 255, 0], [173, 42, 26]);
        check([0, 0, 255], [32, 240, 118]);
        check([128, 128, 128], [126, 128, 128]);
    }

    #[test]
    fn chroma_is_the_mean_of_four_pixels() {
        let mut planes = Planes::new(2, 2);
        let red = [255, 0, 0, 255];
        let grey = [54, 54, 54, 255];
        planes.fill(&[red, grey, grey, red].concat());
        assert_eq!(planes.v, [184]);
    }
}
