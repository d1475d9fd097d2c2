//! Percent-encoding of values (RFC 3986): what would end a value, a space, a letter beyond ASCII.
//!
//! Marks that read well and end nothing, `:` `,` `;` `/`, are left as they are.

/// Why a text cannot be decoded: a `%` without two hexadecimal digits, or bytes that are no UTF-8.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Damaged;

/// The text with everything encoded that could be taken for something else.
pub(super) fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~:,;/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// The text that was encoded.
pub(super) fn decode(text: &str) -> Result<String, Damaged> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            let (Some(high), Some(low)) = (digit(), digit()) else {
                return Err(Damaged);
            };
            bytes.push(u8::try_from(high * 16 + low).map_err(|_| Damaged)?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).map_err(|_| Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn damage_is_seen() {
        for text in ["%", "%4", "%zz", "a%", "%FF", "%C3"] {
            assert_eq!(decode(text), Err(Damaged), "{text}");
        }
        assert_eq!(decode("%c3%A9").as_deref(), Ok("é"));
    }

    proptest! {
        #[test]
        fn any_text_comes_back(text in "\\PC*") {
            prop_assert_eq!(decode(&encode(&text)), Ok(text));
        }
    }
}
