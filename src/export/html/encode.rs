//! Bytes as text, and the sum by which a browser knows the one script that it may run.
//!
//! Base64 after RFC 4648, SHA-256 after FIPS 180-4: small, and for short texts only.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Bytes in base64, padded.
pub(in crate::export) fn base64(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for part in bytes.chunks(3) {
        let [a, b, c] = [0, 1, 2].map(|i| u32::from(part.get(i).copied().unwrap_or(0)));
        let bits = (a << 16) | (b << 8) | c;
        for i in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * i)) as usize & 63];
            out.push(if i <= part.len() {
                char::from(letter)
            } else {
                '='
            });
        }
    }
    out
}

/// A source of a content security policy: exactly this text.
pub(in crate::export) fn policy_sum(text: &str) -> String {
    format!("'sha256-{}'", base64(&sha256(text.as_bytes())))
}

fn sha256(bytes: &[u8]) -> [u8; 32] {
    let mut state = first_words();
    let round = round_words();
    let mut padded = bytes.to_vec();
    padded.push(0x80);
    while padded.len() % 64 != 56 {
        padded.push(0);
    }
    padded.extend((bytes.len() as u64 * 8).to_be_bytes());
    for block in padded.chunks_exact(64) {
        mix(&mut state, block, &round);
    }
    let mut sum = [0; 32];
    for (to, word) in sum.chunks_exact_mut(4).zip(state) {
        to.copy_from_slice(&word.to_be_bytes());
    }
    sum
}

/// One block of 64 bytes.
fn mix(state: &mut [u32; 8], block: &[u8], round: &[u32; 64]) {
    let mut w = [0u32; 64];
    for (word, four) in w.iter_mut().zip(block.chunks_exact(4)) {
        *word = four
            .iter()
            .fold(0, |word, byte| (word << 8) | u32::from(*byte));
    }
    let turned = |x: u32, by: [u32; 2]| x.rotate_right(by[0]) ^ x.rotate_right(by[1]);
    for i in 16..64 {
        let low = turned(w[i - 15], [7, 18]) ^ (w[i - 15] >> 3);
        let high = turned(w[i - 2], [17, 19]) ^ (w[i - 2] >> 10);
        w[i] = w[i - 16]
            .wrapping_add(low)
            .wrapping_add(w[i - 7])
            .wrapping_add(high);
    }
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
    for i in 0..64 {
        let high = turned(e, [6, 11]) ^ e.rotate_right(25);
        let choice = (e & f) ^ (!e & g);
        let one = [high, choice, round[i], w[i]]
            .into_iter()
            .fold(h, u32::wrapping_add);
        let low = turned(a, [2, 13]) ^ a.rotate_right(22);
        let most = (a & b) ^ (a & c) ^ (b & c);
        (h, g, f, e) = (g, f, e, d.wrapping_add(one));
        (d, c, b, a) = (c, b, a, one.wrapping_add(low).wrapping_add(most));
    }
    for (word, more) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
        *word = word.wrapping_add(more);
    }
}

/// The first primes.
fn primes() -> impl Iterator<Item = u64> {
    (2u64..).filter(|n| (2..).take_while(|d| d * d <= *n).all(|d| n % d != 0))
}

/// The first 32 bits of the fraction of a root of a whole number, found in whole numbers: the largest x with
/// x to that power at most n times 2 to 32 times the power.
fn fraction_of_root(n: u64, power: u32) -> u32 {
    let target = u128::from(n) << (32 * power);
    let (mut low, mut high) = (0u128, 1u128 << 37);
    while high - low > 1 {
        let middle = (low + high) / 2;
        match middle.pow(power) <= target {
            true => low = middle,
            false => high = middle,
        }
    }
    low as u32
}

fn first_words() -> [u32; 8] {
    let mut words = primes().map(|p| fraction_of_root(p, 2));
    [(); 8].map(|()| words.next().unwrap_or_default())
}

fn round_words() -> [u32; 64] {
    let mut words = primes().map(|p| fraction_of_root(p, 3));
    [(); 64].map(|()| words.next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_standard() {
        for (plain, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
        assert_eq!(base64(&[0xFB, 0xFF]), "+/8=");
    }

    #[test]
    fn sums_are_those_of_the_standard() {
        let hex = |text: &str| -> String {
            let sum = sha256(text.as_bytes());
            sum.iter().map(|byte| format!("{byte:02x}")).collect()
        };
        assert_eq!(
            hex("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(
            hex(""),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
        assert_eq!(
            hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        );
    }
}
