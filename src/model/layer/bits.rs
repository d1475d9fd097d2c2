//! Bits that can be counted up to any position in constant time.
//!
//! Each word of 64 bits stands beside the count of ones before it (Jacobson's rank, one level), so that a
//! count touches one line of the processor's cache.

/// A sequence of bits.
#[derive(Debug, Default)]
pub(super) struct Bits {
    blocks: Vec<(u64, u32)>,
    zeros: u32,
}

impl Bits {
    /// The bits of an iterator.
    pub fn of(bits: impl Iterator<Item = bool>) -> Bits {
        let mut blocks = Vec::with_capacity(bits.size_hint().0 / 64 + 1);
        let (mut word, mut filled, mut ones, mut count) = (0_u64, 0, 0_u32, 0_u32);
        for bit in bits {
            word |= u64::from(bit) << filled;
            filled += 1;
            count += 1;
            if filled == 64 {
                blocks.push((word, ones));
                ones += word.count_ones();
                (word, filled) = (0, 0);
            }
        }
        blocks.push((word, ones));
        let ones = ones + word.count_ones();
        Bits {
            blocks,
            zeros: count - ones,
        }
    }

    /// How many ones stand before position `at`, which is at most the length.
    pub fn ones_before(&self, at: u32) -> u32 {
        let (word, ones) = self.blocks[(at / 64) as usize];
        ones + (word & ((1 << (at % 64)) - 1)).count_ones()
    }

    /// How many zeros there are.
    pub fn zeros(&self) -> u32 {
        self.zeros
    }

    pub fn bytes(&self) -> usize {
        self.blocks.capacity() * size_of::<(u64, u32)>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_with_counting() {
        let bit = |i: u32| i % 3 == 1 || i % 7 == 2;
        for length in [0, 1, 63, 64, 65, 200, 1000] {
            let bits = Bits::of((0..length).map(bit));
            let mut ones = 0;
            for at in 0..=length {
                assert_eq!(bits.ones_before(at), ones, "{at} of {length}");
                ones += u32::from(at < length && bit(at));
            }
            assert_eq!(bits.zeros(), length - ones);
        }
    }
}
