//! A cell read as coordinates: decimal degrees with point or comma, degrees with minutes and seconds, two
//! in one cell.
//!
//! It does not know where the Sahel is; that two columns are swapped is found elsewhere.

/// Longest text that can be a coordinate, in bytes.
const LONGEST: usize = 64;

/// Which of the two a letter says it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Axis {
    Lon,
    Lat,
}

/// A number of degrees, finite; `None` when it is none.
pub fn read(text: &str) -> Option<f64> {
    let text = text.trim();
    // The usual case first; `inf` and `nan` are numbers to Rust and not to us.
    if let Ok(value) = text.parse::<f64>() {
        return value.is_finite().then_some(value);
    }
    if text.len() > LONGEST {
        return None;
    }
    decimal_comma(text).or_else(|| angle(text).map(|(value, _)| value))
}

/// `16,27`.
fn decimal_comma(text: &str) -> Option<f64> {
    let (whole, fraction) = text.split_once(',')?;
    let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    let unsigned = whole.strip_prefix(['-', '+']).unwrap_or(whole);
    if !digits(unsigned) || !digits(fraction) {
        return None;
    }
    format!("{whole}.{fraction}").parse().ok()
}

/// Two coordinates in one cell, in the order of the cell; letters N, S, E, W say which is which and then the
/// answer is longitude first whatever the order. `Err` holds the plain pair.
pub fn read_pair(text: &str) -> Option<Result<[f64; 2], [f64; 2]>> {
    let text = text.trim().trim_matches(['(', ')', '[', ']']);
    if text.len() > 2 * LONGEST {
        return None;
    }
    let halves = cuts(text).find_map(|(a, b)| Some((one(a)?, one(b)?)))?;
    let ((a, axis_a), (b, axis_b)) = halves;
    Some(match (axis_a, axis_b) {
        (Some(Axis::Lat), Some(Axis::Lon)) => Ok([b, a]),
        (Some(Axis::Lon), Some(Axis::Lat)) => Ok([a, b]),
        (None, None) => Err([a, b]),
        (Some(_), _) | (None, Some(_)) => return None,
    })
}

fn one(text: &str) -> Option<(f64, Option<Axis>)> {
    let text = text.trim();
    match read(text) {
        Some(_) => angle(text).or_else(|| read(text).map(|v| (v, None))),
        None => None,
    }
}

/// Where the cell may be cut: at a semicolon, a bar, a comma with a space, any comma, a space.
fn cuts(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let signs = [";", "|", ", ", ",", " ", "/"];
    signs.into_iter().flat_map(move |sign| {
        text.match_indices(sign)
            .map(move |(at, _)| (&text[..at], &text[at + sign.len()..]))
    })
}

/// `16°16'12"N`, `16 16 12 N`, `N 16° 16.2'`, `0°3′O` (ouest), `16.27°`.
fn angle(text: &str) -> Option<(f64, Option<Axis>)> {
    let (mut values, mut axis, mut sign) = (Vec::new(), None, 1.0);
    let mut number = String::new();
    for (at, c) in text.chars().chain([' ']).enumerate() {
        match c {
            '0'..='9' | '.' | ',' => number.push(if c == ',' { '.' } else { c }),
            _ => {
                if !number.is_empty() {
                    values.push(std::mem::take(&mut number).parse::<f64>().ok()?);
                }
                match c {
                    '-' | '−' if at == 0 => sign = -1.0,
                    '+' if at == 0 => {}
                    'N' | 'n' if axis.is_none() => axis = Some((Axis::Lat, 1.0)),
                    'S' | 's' if axis.is_none() => axis = Some((Axis::Lat, -1.0)),
                    'E' | 'e' if axis.is_none() => axis = Some((Axis::Lon, 1.0)),
                    'W' | 'w' | 'O' | 'o' if axis.is_none() => axis = Some((Axis::Lon, -1.0)),
                    '°' | 'º' | '\'' | '’' | '′' | '"' | '”' | '″' | ' ' | '\u{a0}' => {}
                    _ => return None,
                }
            }
        }
    }
    let side = axis.map_or(1.0, |(_, side)| side);
    let marked = axis.is_some() || text.contains(['°', 'º']);
    let (degrees, minutes, seconds) = match values[..] {
        [d] => (d, 0.0, 0.0),
        [d, m] if marked => (d, m, 0.0),
        [d, m, s] if marked => (d, m, s),
        _ => return None,
    };
    let fits = minutes < 60.0 && seconds < 60.0;
    let value = sign * side * (degrees + minutes / 60.0 + seconds / 3600.0);
    (fits && value.is_finite()).then_some((value, axis.map(|(axis, _)| axis)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_are_read_as_people_write_them() {
        for (text, expected) in [
            ("16.27", Some(16.27)),
            (" -0.05 ", Some(-0.05)),
            ("16,27", Some(16.27)),
            ("16°16'12\"N", Some(16.27)),
            ("0°3′W", Some(-0.05)),
            ("0°3′O", Some(-0.05)),
            ("N 16° 16.2'", Some(16.27)),
            ("16 16 12 N", Some(16.27)),
            ("16.27°", Some(16.27)),
            ("NaN", None),
            ("inf", None),
            ("1e999", None),
            ("", None),
            ("Gao", None),
            ("16 16 12", None),
            ("16°61'N", None),
            ("1,2,3", None),
        ] {
            let found = read(text);
            let close = match (found, expected) {
                (Some(a), Some(b)) => (a - b).abs() < 1e-9,
                (None, None) => true,
                (Some(_), None) | (None, Some(_)) => false,
            };
            assert!(close, "{text}: {found:?}");
        }
    }

    #[test]
    fn pairs_are_cut_where_they_make_sense() {
        for (text, expected) in [
            ("-0.05,16.27", Some(Err([-0.05, 16.27]))),
            ("-0.05, 16.27", Some(Err([-0.05, 16.27]))),
            ("-0.05 16.27", Some(Err([-0.05, 16.27]))),
            ("(16.5; -0.5)", Some(Err([16.5, -0.5]))),
            ("16,5; -0,5", Some(Err([16.5, -0.5]))),
            ("16,5, -0,5", Some(Err([16.5, -0.5]))),
            ("16.5N 0.5W", Some(Ok([-0.5, 16.5]))),
            ("0.5W, 16.5N", Some(Ok([-0.5, 16.5]))),
            ("Gao", None),
            ("16.27", None),
        ] {
            assert_eq!(read_pair(text), expected, "{text}");
        }
    }
}
