//! JSON cut into features without reading it: a collection's members, one text a line, or texts that begin
//! with a record separator (RFC 8142).
//!
//! It follows quotation marks and brackets only, in constant memory but for one feature; whether a feature
//! is JSON at all is found by whoever reads it.

use super::input::Opened;
use super::note::{Fault, Wanted};
use memchr::memchr2;

/// Bytes of features that are handed on at a time.
const BLOCK: usize = 1 << 20;
/// A feature may have so many bytes, and so may all of a collection beside its features.
const LARGEST_FEATURE: usize = 64 << 20;

/// Where a text stands in its block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Text {
    pub from: u32,
    pub to: u32,
    /// Line and column where it begins, from 1; the column in bytes.
    pub line: u32,
    pub column: u32,
}

/// Some texts of a file.
#[derive(Debug, Default)]
pub(super) struct Block {
    pub bytes: Vec<u8>,
    pub texts: Vec<Text>,
}

/// What is wrong with the file between its texts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Broken {
    pub line: u32,
    pub column: u32,
    pub fault: Fault,
}

/// Where the reader is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum At {
    /// Between texts.
    Between,
    /// In a text that is handed on as a whole, unless it turns out to be a collection.
    Whole,
    /// Between members of a list of features.
    Members,
    /// In one.
    Member,
    /// In what follows the list of features.
    After,
}

/// The texts of a file, block by block.
pub(super) struct Texts<'a> {
    input: Opened<'a>,
    bytes: Vec<u8>,
    /// How far `bytes` have been looked at.
    pos: usize,
    /// Where the text that is being looked at began.
    start: usize,
    at: At,
    depth: usize,
    /// The key that was read last at depth 1, and whether a value is due.
    key: Key,
    line: u32,
    /// Where the line began, which may be before `bytes`.
    line_start: i64,
    begun: (u32, u32),
    ended: bool,
    /// Collections that have been opened.
    pub collections: u32,
    /// What was wrong between texts.
    pub broken: Vec<Broken>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Key {
    Other,
    Features,
}

/// Most complaints about what stands between texts.
const MOST_BROKEN: usize = 100;

impl<'a> Texts<'a> {
    /// Of a file some of whose bytes have been read.
    pub fn new(input: Opened<'a>, bytes: Vec<u8>) -> Texts<'a> {
        Texts {
            input,
            bytes,
            pos: 0,
            start: 0,
            at: At::Between,
            depth: 0,
            key: Key::Other,
            line: 1,
            line_start: 0,
            begun: (1, 1),
            ended: false,
            collections: 0,
            broken: Vec::new(),
        }
    }

    pub fn input(&self) -> &Opened<'a> {
        &self.input
    }

    /// The next texts; `None` at the end of the file.
    pub fn next(&mut self) -> Result<Option<Block>, Fault> {
        let mut texts = Vec::new();
        loop {
            self.scan(&mut texts);
            if self.ended {
                self.finish(&mut texts);
            }
            if !texts.is_empty() {
                // What is not yet looked at, and the beginning of an unfinished text, stay.
                let keep = match self.at {
                    At::Whole | At::Member => self.start,
                    At::Between | At::Members | At::After => self.pos,
                };
                return Ok(Some(self.hand_on(keep, texts)));
            }
            if self.ended {
                return Ok(None);
            }
            self.more()?;
        }
    }

    fn more(&mut self) -> Result<(), Fault> {
        let keep = match self.at {
            At::Whole | At::Member => self.start,
            At::Between | At::Members | At::After => self.pos,
        };
        self.drop_before(keep);
        if self.bytes.len() > LARGEST_FEATURE {
            let fault = Fault::new("feature", Wanted::SmallerFeature, "a larger one");
            return Err(fault.with(LARGEST_FEATURE));
        }
        // A feature that has grown large is looked at in steps that grow with it.
        let most = BLOCK.max(self.bytes.len());
        self.ended = self.input.fill(&mut self.bytes, most)? == 0;
        Ok(())
    }

    fn drop_before(&mut self, keep: usize) {
        self.bytes.drain(..keep);
        self.shift(keep);
    }

    fn shift(&mut self, by: usize) {
        self.pos -= by;
        self.start = self.start.saturating_sub(by);
        self.line_start -= by as i64;
    }

    fn hand_on(&mut self, keep: usize, texts: Vec<Text>) -> Block {
        let rest = self.bytes.split_off(keep);
        let bytes = std::mem::replace(&mut self.bytes, rest);
        self.shift(keep);
        Block { bytes, texts }
    }

    fn place(&self, at: usize) -> (u32, u32) {
        let column = at as i64 - self.line_start + 1;
        (self.line, u32::try_from(column).unwrap_or(1))
    }

    fn begin(&mut self, at: At) {
        (self.start, self.begun, self.at) = (self.pos, self.place(self.pos), at);
    }

    fn emit(&mut self, texts: &mut Vec<Text>, to: usize) {
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        texts.push(Text {
            from: small(self.start),
            to: small(to),
            line: self.begun.0,
            column: self.begun.1,
        });
    }

    fn complain(&mut self, at: usize, wanted: Wanted, found: &str) {
        if self.broken.len() < MOST_BROKEN {
            let (line, column) = self.place(at);
            let fault = Fault::new("file", wanted, found);
            self.broken.push(Broken {
                line,
                column,
                fault,
            });
        }
    }

    /// What is left when the file ends.
    fn finish(&mut self, texts: &mut Vec<Text>) {
        let end = self.bytes.len();
        match self.at {
            At::Between => {}
            At::Whole => self.emit(texts, end),
            At::Member => {
                self.emit(texts, end);
                self.complain(end, Wanted::JsonEnd, "the end of the file");
            }
            At::Members | At::After => self.complain(end, Wanted::JsonEnd, "the end of the file"),
        }
        self.at = At::Between;
        (self.pos, self.start) = (end, end);
    }

    fn scan(&mut self, texts: &mut Vec<Text>) {
        while self.pos < self.bytes.len() {
            let byte = self.bytes[self.pos];
            match byte {
                b'"' if !self.string() => return,
                b'"' => {}
                b'\n' => {
                    self.pos += 1;
                    self.line += 1;
                    self.line_start = self.pos as i64;
                    self.line_end(texts);
                }
                b' ' | b'\t' | b'\r' | 0x1E => self.pos += 1,
                _ => self.sign(byte, texts),
            }
            if texts.len() >= 16_384 {
                return;
            }
        }
    }

    /// A text that is no object or list ends with its line.
    fn line_end(&mut self, texts: &mut Vec<Text>) {
        if self.at == At::Whole && self.depth == 0 {
            self.emit(texts, self.pos - 1);
            self.at = At::Between;
        }
    }

    fn sign(&mut self, byte: u8, texts: &mut Vec<Text>) {
        match (self.at, byte) {
            (At::Between, _) => {
                self.begin(At::Whole);
                self.depth = usize::from(matches!(byte, b'{' | b'['));
                self.key = Key::Other;
                self.pos += 1;
            }
            (At::Members, b',') => self.pos += 1,
            (At::Members, b']') => {
                self.at = At::After;
                self.pos += 1;
            }
            (At::Members, _) => {
                self.begin(At::Member);
                self.depth = 0;
                self.member_sign(byte, texts);
            }
            (At::Member, _) => self.member_sign(byte, texts),
            (At::Whole, b'[') if self.depth == 1 && self.key == Key::Features => {
                self.at = At::Members;
                self.collections += 1;
                self.pos += 1;
            }
            (At::Whole, b'{' | b'[') => {
                self.depth += 1;
                self.pos += 1;
            }
            (At::Whole, b'}' | b']') => {
                self.depth = self.depth.saturating_sub(1);
                self.pos += 1;
                if self.depth == 0 {
                    self.emit(texts, self.pos);
                    self.at = At::Between;
                }
            }
            (At::Whole, b':') => self.pos += 1,
            (At::Whole, b',') => {
                if self.depth == 1 {
                    self.key = Key::Other;
                }
                self.pos += 1;
            }
            (At::After, b'{' | b'[') => {
                self.depth += 1;
                self.pos += 1;
            }
            (At::After, b'}' | b']') => {
                self.depth = self.depth.saturating_sub(1);
                self.pos += 1;
                if self.depth == 0 {
                    self.at = At::Between;
                }
            }
            (At::Whole | At::After, _) => self.pos += 1,
        }
        // The list of features stands at depth 1 of its collection.
        if self.at == At::After && byte == b']' && self.depth == 0 {
            self.depth = 1;
        }
    }

    /// A sign inside a member, or one that ends it.
    fn member_sign(&mut self, byte: u8, texts: &mut Vec<Text>) {
        match byte {
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' if self.depth > 0 => {
                self.depth -= 1;
                if self.depth == 0 {
                    self.pos += 1;
                    self.emit(texts, self.pos);
                    self.at = At::Members;
                    return;
                }
            }
            // A member that is no object: `null`, a number.
            b',' | b']' if self.depth == 0 => {
                self.emit(texts, self.pos);
                self.at = At::Members;
                return;
            }
            _ => {}
        }
        self.pos += 1;
    }

    /// Steps over a string; false when its end has not been read yet.
    fn string(&mut self) -> bool {
        let from = self.pos + 1;
        let mut at = from;
        loop {
            let Some(found) = memchr2(b'"', b'\\', &self.bytes[at..]) else {
                return self.open_string();
            };
            at += found;
            if self.bytes[at] == b'"' {
                break;
            }
            at += 2;
            if at > self.bytes.len() {
                return self.open_string();
            }
        }
        match self.at {
            At::Between => self.begin(At::Whole),
            At::Members => {
                self.begin(At::Member);
                self.depth = 0;
            }
            At::Whole if self.depth == 1 && self.key == Key::Other => {
                if &self.bytes[from..at] == b"features" {
                    self.key = Key::Features;
                }
            }
            At::Whole | At::Member | At::After => {}
        }
        self.pos = at + 1;
        true
    }

    /// A string whose end is not among the bytes: it waits, or runs to the end of the file.
    fn open_string(&mut self) -> bool {
        if self.ended {
            if matches!(self.at, At::Between) {
                self.begin(At::Whole);
            }
            self.pos = self.bytes.len();
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::own::input::Input;

    fn check(text: &str, expected: &[&str]) {
        let opened = Input::Bytes(text.as_bytes()).open().expect("memory");
        let mut texts = Texts::new(opened, Vec::new());
        let mut out = Vec::new();
        while let Some(block) = texts.next().expect("memory") {
            for t in block.texts {
                let slice = String::from_utf8_lossy(&block.bytes[t.from as usize..t.to as usize]);
                out.push(format!("{}:{} {slice}", t.line, t.column));
            }
        }
        out.extend(
            texts
                .broken
                .iter()
                .map(|b| format!("{}:{} !", b.line, b.column)),
        );
        assert_eq!(out, expected, "{text}");
    }

    #[test]
    fn features_are_found_wherever_they_stand() {
        check("", &[]);
        check("{\"a\":1}", &["1:1 {\"a\":1}"]);
        check("{}\n{}\n", &["1:1 {}", "2:1 {}"]);
        check("\u{1e}{}\n\u{1e}{}\n", &["1:2 {}", "2:2 {}"]);
        check(
            "{\"features\":[{},\n {\"x\":[1]}],\"type\":\"F\"}",
            &["1:14 {}", "2:2 {\"x\":[1]}"],
        );
        check("{\"type\":\"F\",\"features\": [ ]}", &[]);
        check(
            "{\"name\":\"features\",\"x\":[1]}",
            &["1:1 {\"name\":\"features\",\"x\":[1]}"],
        );
        check(
            "{\"a\":{\"features\":[1]}}",
            &["1:1 {\"a\":{\"features\":[1]}}"],
        );
        check(
            "{\"features\":[null,5,{}]}",
            &["1:14 null", "1:19 5", "1:21 {}"],
        );
        check(
            "{\"features\":[{\"t\":\"}\\\"]\"}]}",
            &["1:14 {\"t\":\"}\\\"]\"}"],
        );
        check("{\"features\":[{}", &["1:14 {}", "1:16 !"]);
        check("{\"features\":[{\"a", &["1:14 {\"a", "1:17 !"]);
        check("null", &["1:1 null"]);
        check("[[[", &["1:1 [[["]);
    }
}
