//! Numbers, lines and words as they are written in an SVG file: short, and safe inside XML.
//!
//! It knows no elements; those are the painter's.

use crate::scene::item::Pt;

/// A line as path data: an absolute start, then steps. The steps are differences of rounded
/// positions, so rounding does not add up; steps of nothing are left out.
pub(super) fn path(out: &mut String, points: &[Pt], closed: bool, units: f32) {
    let rounded = |p: &Pt| p.map(|v| hundredths(v * units));
    let mut points = points.iter().map(rounded);
    let Some(first) = points.next() else {
        return;
    };
    out.push('M');
    pair(out, first);
    let mut here = first;
    let mut moved = false;
    for point in points {
        if point == here {
            continue;
        }
        out.push(if moved { ' ' } else { 'l' });
        pair(out, [point[0] - here[0], point[1] - here[1]]);
        (here, moved) = (point, true);
    }
    if !moved {
        // A line of no length still shows its round ends.
        out.push_str("h0");
    }
    if closed {
        out.push('z');
    }
}

fn pair(out: &mut String, [x, y]: [i64; 2]) {
    number(out, x);
    if y >= 0 {
        out.push(' ');
    }
    number(out, y);
}

/// A number of hundredths, without going through a formatter: paths are most of a file.
fn number(out: &mut String, hundredths: i64) {
    if hundredths < 0 {
        out.push('-');
    }
    let (mut whole, part) = (
        hundredths.unsigned_abs() / 100,
        hundredths.unsigned_abs() % 100,
    );
    let digit = |d: u64| char::from(b'0' + d as u8);
    if whole > 0 || part == 0 {
        let mut power = 1;
        while whole / power >= 10 {
            power *= 10;
        }
        while power > 0 {
            out.push(digit(whole / power));
            whole %= power;
            power /= 10;
        }
    }
    if part > 0 {
        out.push('.');
        out.push(digit(part / 10));
        if part % 10 > 0 {
            out.push(digit(part % 10));
        }
    }
}

/// A length in hundredths; what is not a number is 0.
fn hundredths(value: f32) -> i64 {
    (f64::from(value) * 100.0).round() as i64
}

/// A number with at most two decimals.
pub(super) fn short(value: f32) -> String {
    decimals(value, 2)
}

/// A number with at most so many decimals; what is not a number is 0.
pub(super) fn decimals(value: f32, places: usize) -> String {
    let value = if value.is_finite() { value } else { 0.0 };
    let text = format!("{value:.places$}");
    let cut = text.trim_end_matches('0').trim_end_matches('.');
    if cut == "-0" {
        "0".to_owned()
    } else {
        cut.to_owned()
    }
}

/// Text as it may stand in an element or in quotes.
pub(in crate::export) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // XML 1.0 has no other control characters, and neither of these.
            '\u{FFFE}' | '\u{FFFF}' => {}
            c if c.is_control() && !"\t\n\r".contains(c) => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let written = |value: f32| {
            let mut out = String::new();
            number(&mut out, hundredths(value));
            out
        };
        for (value, expected) in [
            (0.0, "0"),
            (-0.001, "0"),
            (1.0, "1"),
            (-0.5, "-.5"),
            (12.345, "12.35"),
            (100.1, "100.1"),
            (-3.07, "-3.07"),
            (1000.0, "1000"),
            (f32::NAN, "0"),
        ] {
            assert_eq!(written(value), expected);
        }
        assert_eq!(
            (short(-0.001), short(f32::INFINITY)),
            ("0".to_owned(), "0".to_owned())
        );
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(
            escaped("a<b & \"c\"\u{7}\u{FFFF}"),
            "a&lt;b &amp; &quot;c&quot;"
        );
    }
}
