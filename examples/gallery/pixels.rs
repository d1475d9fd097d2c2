//! Pixels of finished pictures: in grey, shrunk, side by side on a contact sheet.
//!
//! Three bytes a pixel, no transparency. Means are taken of the bytes as a browser takes them, not of
//! light.

use std::io::Cursor;

/// A picture as pixels.
pub struct Pixels {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// Red, green, blue, row by row.
    rgb: Vec<u8>,
}

impl Pixels {
    /// The pixels of a PNG of this program: eight bits, RGB.
    pub fn read(bytes: &[u8]) -> Result<Pixels, String> {
        let mut reader = png::Decoder::new(Cursor::new(bytes))
            .read_info()
            .map_err(|e| e.to_string())?;
        let size = reader.output_buffer_size().ok_or("too large")?;
        let mut rgb = vec![0; size];
        let info = reader.next_frame(&mut rgb).map_err(|e| e.to_string())?;
        if info.color_type != png::ColorType::Rgb {
            return Err(format!("expected RGB, found {:?}", info.color_type));
        }
        Ok(Pixels {
            width: info.width as usize,
            height: info.height as usize,
            rgb,
        })
    }

    /// A ground of one grey.
    fn ground(width: usize, height: usize) -> Pixels {
        Pixels {
            width,
            height,
            rgb: vec![0x88; width * height * 3],
        }
    }

    /// The bytes of a PNG.
    pub fn png(&self) -> Result<Vec<u8>, String> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width as u32, self.height as u32);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::Fast);
        let packed = encoder
            .write_header()
            .and_then(|mut writer| writer.write_image_data(&self.rgb));
        packed.map_err(|e| e.to_string())?;
        Ok(bytes)
    }

    /// Every pixel as the grey of the same luminance.
    pub fn turn_grey(&mut self) {
        for pixel in self.rgb.chunks_exact_mut(3) {
            let [r, g, b] = [pixel[0], pixel[1], pixel[2]].map(linear);
            let grey = encoded(0.2126 * r + 0.7152 * g + 0.0722 * b);
            pixel.fill(grey);
        }
    }

    /// A picture `times` as small, the mean of so many pixels each way; never less than one pixel.
    pub fn shrunk(&self, times: usize) -> Pixels {
        let (width, height) = ((self.width / times).max(1), (self.height / times).max(1));
        let mut rgb = Vec::with_capacity(width * height * 3);
        for y in 0..height {
            for x in 0..width {
                for channel in 0..3 {
                    let (mut sum, mut count) = (0u32, 0u32);
                    for row in (y * times..(y + 1) * times).take_while(|r| *r < self.height) {
                        for at in (x * times..(x + 1) * times).take_while(|c| *c < self.width) {
                            sum += u32::from(self.rgb[(row * self.width + at) * 3 + channel]);
                            count += 1;
                        }
                    }
                    rgb.push((sum / count.max(1)) as u8);
                }
            }
        }
        Pixels { width, height, rgb }
    }

    /// Puts another picture on this one, its upper left corner at a pixel; what reaches beyond is
    /// left out.
    fn put(&mut self, other: &Pixels, left: usize, top: usize) {
        for y in 0..other.height.min(self.height.saturating_sub(top)) {
            let across = other.width.min(self.width.saturating_sub(left));
            let from = y * other.width * 3;
            let to = ((top + y) * self.width + left) * 3;
            self.rgb[to..to + across * 3].copy_from_slice(&other.rgb[from..from + across * 3]);
        }
    }
}

/// Columns and rows of a contact sheet, and the sides of its cells in pixels.
const GRID: [usize; 2] = [3, 4];
const CELL: [usize; 2] = [540, 340];
const GAP: usize = 10;
/// Pictures on a sheet.
pub const A_SHEET: usize = GRID[0] * GRID[1];

/// A contact sheet of up to [`A_SHEET`] thumbnails in reading order; those too large for their cell are
/// shrunk once more.
pub fn sheet(thumbs: &[&Pixels]) -> Pixels {
    let side = |axis: usize| GRID[axis] * (CELL[axis] + GAP) + GAP;
    let mut sheet = Pixels::ground(side(0), side(1));
    for (i, thumb) in thumbs.iter().enumerate().take(A_SHEET) {
        let (left, top) = (
            GAP + i % GRID[0] * (CELL[0] + GAP),
            GAP + i / GRID[0] * (CELL[1] + GAP),
        );
        let times = thumb
            .width
            .div_ceil(CELL[0])
            .max(thumb.height.div_ceil(CELL[1]));
        if times > 1 {
            sheet.put(&thumb.shrunk(times), left, top);
        } else {
            sheet.put(thumb, left, top);
        }
    }
    sheet
}

fn linear(c: u8) -> f64 {
    let c = f64::from(c) / 255.0;
    if c <= 0.040_45 {
        c / 12.92
    } else {
        ((c + 0.055) / 1.055).powf(2.4)
    }
}

fn encoded(light: f64) -> u8 {
    let c = if light <= 0.003_130_8 {
        light * 12.92
    } else {
        1.055 * light.powf(1.0 / 2.4) - 0.055
    };
    (c * 255.0).round() as u8
}
