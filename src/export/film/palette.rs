//! The 255 colours of a GIF: the flat colours of the map exactly, the rest by median cut.
//!
//! Colours are compared by plain distance in sRGB: what is between two flat colours is the edge of a
//! letter, one pixel wide.

/// The number that stands for "as before".
pub(super) const TRANSPARENT: u8 = 255;
/// Colours of the palette.
const COLORS: usize = 255;
/// Of these, so many at most are taken as they are, because they cover much.
const MOST_FLAT: usize = 128;
/// A colour is flat when it covers one pixel in so many.
const FLAT_SHARE: u64 = 6_000;

/// How often colours were seen.
#[derive(Default)]
pub(super) struct Histogram {
    /// By red, green and blue; empty before the first picture.
    counts: Vec<u32>,
    total: u64,
}

impl Histogram {
    /// Counts the pixels of a picture, RGBA.
    pub fn add(&mut self, rgba: &[u8]) {
        if self.counts.is_empty() {
            self.counts = vec![0; 1 << 24];
        }
        for pixel in rgba.chunks_exact(4) {
            let count = &mut self.counts[key(pixel)];
            *count = count.saturating_add(1);
        }
        self.total += rgba.len() as u64 / 4;
    }

    /// The palette that suits what was seen.
    pub fn palette(self) -> Palette {
        let seen = self.counts.iter().enumerate().filter(|(_, n)| **n > 0);
        let mut seen: Vec<(u32, u32)> = seen.map(|(key, n)| (*n, key as u32)).collect();
        seen.sort_unstable_by(|a, b| b.cmp(a));
        let least = self.total / FLAT_SHARE;
        let flat = seen.iter().take_while(|(n, _)| u64::from(*n) >= least);
        let flat = flat.count().min(MOST_FLAT);
        let exact = seen[..flat].iter().map(|(_, key)| rgb(*key));
        let mut colors: Vec<[u8; 3]> = exact.collect();
        let room = COLORS - colors.len();
        let rest = seen[flat..].iter().map(|(n, key)| Seen {
            rgb: rgb(*key).map(f64::from),
            weight: f64::from(*n).sqrt(),
        });
        colors.extend(median_cut(rest.collect(), room));
        Palette {
            known: vec![0; 1 << 24],
            colors,
        }
    }
}

/// The colours of a GIF.
#[derive(Default)]
pub(super) struct Palette {
    colors: Vec<[u8; 3]>,
    /// Number of each colour's nearest, plus one; 0 where it was never asked for.
    known: Vec<u16>,
}

impl Palette {
    /// Red, green and blue, 256 times.
    pub fn rgb(&self) -> Vec<u8> {
        let mut bytes = self.colors.concat();
        bytes.resize(256 * 3, 0);
        bytes
    }

    /// The nearest colour of each pixel, by number.
    pub fn indices(&mut self, rgba: &[u8]) -> Vec<u8> {
        let mut last = (usize::MAX, 0);
        let mut indices = Vec::with_capacity(rgba.len() / 4);
        for pixel in rgba.chunks_exact(4) {
            let key = key(pixel);
            if key != last.0 {
                last = (key, self.index(key));
            }
            indices.push(last.1);
        }
        indices
    }

    fn index(&mut self, key: usize) -> u8 {
        if let Some(known) = self.known.get(key).and_then(|n| n.checked_sub(1)) {
            return known as u8;
        }
        let wanted = rgb(key as u32).map(i32::from);
        let distance = |color: &[u8; 3]| -> i32 {
            let apart = (0..3).map(|i| (i32::from(color[i]) - wanted[i]).pow(2));
            apart.sum()
        };
        let nearest = self
            .colors
            .iter()
            .enumerate()
            .min_by_key(|(_, c)| distance(c));
        let index = nearest.map_or(0, |(i, _)| i);
        if let Some(known) = self.known.get_mut(key) {
            *known = index as u16 + 1;
        }
        index as u8
    }
}

fn key(pixel: &[u8]) -> usize {
    usize::from(pixel[0]) << 16 | usize::from(pixel[1]) << 8 | usize::from(pixel[2])
}

fn rgb(key: u32) -> [u8; 3] {
    let [_, r, g, b] = key.to_be_bytes();
    [r, g, b]
}

#[derive(Clone, Copy)]
struct Seen {
    rgb: [f64; 3],
    weight: f64,
}

/// Some of the colours that were seen, close to each other.
struct Box {
    colors: Vec<Seen>,
    mean: [f64; 3],
    /// The axis along which they lie farthest apart, and how far, weighted.
    axis: usize,
    spread: f64,
}

impl Box {
    fn new(colors: Vec<Seen>) -> Box {
        let weight: f64 = colors.iter().map(|c| c.weight).sum();
        let mean =
            [0, 1, 2].map(|i| colors.iter().map(|c| c.rgb[i] * c.weight).sum::<f64>() / weight);
        let spread = |i: usize| -> f64 {
            let apart = colors
                .iter()
                .map(|c| (c.rgb[i] - mean[i]).powi(2) * c.weight);
            apart.sum()
        };
        let spreads = [0, 1, 2].map(spread);
        let axis = (1..3).fold(
            0,
            |best, i| if spreads[i] > spreads[best] { i } else { best },
        );
        Box {
            spread: spreads[axis],
            colors,
            mean,
            axis,
        }
    }
}

/// So many colours that stand for all of these: the box that is spread widest is cut at its mean.
fn median_cut(colors: Vec<Seen>, count: usize) -> Vec<[u8; 3]> {
    if colors.is_empty() || count == 0 {
        return Vec::new();
    }
    let mut boxes = vec![Box::new(colors)];
    while boxes.len() < count {
        let widest = (0..boxes.len()).max_by(|a, b| boxes[*a].spread.total_cmp(&boxes[*b].spread));
        let Some(widest) = widest.filter(|i| boxes[*i].spread > 0.0) else {
            break;
        };
        let Box {
            colors, mean, axis, ..
        } = boxes.swap_remove(widest);
        let (low, high): (Vec<Seen>, Vec<Seen>) =
            colors.into_iter().partition(|c| c.rgb[axis] <= mean[axis]);
        if low.is_empty() || high.is_empty() {
            // Rounding: they are the same to the eye.
            let mut one = Box::new([low, high].concat());
            one.spread = 0.0;
            boxes.push(one);
            continue;
        }
        boxes.extend([Box::new(low), Box::new(high)]);
    }
    let color = |b: &Box| b.mean.map(|v| v.round().clamp(0.0, 255.0) as u8);
    boxes.iter().map(color).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flat_colours_are_exact_and_all_others_near() {
        let mut picture = Vec::new();
        for i in 0..=255_u8 {
            for _ in 0..40 {
                picture.extend_from_slice(&[200, 30, 7, 255]);
            }
            for j in 0..16_u8 {
                picture.extend_from_slice(&[i, j * 16, 255 - i, 255]);
            }
        }
        let mut seen = Histogram::default();
        seen.add(&picture);
        let mut palette = seen.palette();
        let indices = palette.indices(&picture);
        let colors = palette.rgb();
        assert!(colors.len() == 768 && !indices.contains(&TRANSPARENT));
        for (pixel, index) in picture.chunks_exact(4).zip(&indices) {
            let at = usize::from(*index) * 3;
            let apart = (0..3).map(|i| pixel[i].abs_diff(colors[at + i])).max();
            let most = if pixel[..3] == [200, 30, 7] { 0 } else { 24 };
            assert!(apart <= Some(most), "{pixel:?} {:?}", &colors[at..at + 3]);
        }
    }

    #[test]
    fn few_colours_need_no_cut() {
        let mut seen = Histogram::default();
        seen.add(&[1, 2, 3, 255, 4, 5, 6, 255]);
        let mut palette = seen.palette();
        let indices = palette.indices(&[4, 5, 6, 255, 1, 2, 3, 255]);
        let colors = palette.rgb();
        let of = |i: u8| &colors[usize::from(i) * 3..usize::from(i) * 3 + 3];
        assert_eq!(
            (of(indices[0]), of(indices[1])),
            (&[4, 5, 6][..], &[1, 2, 3][..])
        );
        assert!(median_cut(Vec::new(), 5).is_empty());
    }
}
