//! Columns of text: few different words as numbers of a list, many as one long text.
//!
//! Numbers stay the text they were in the file, so that nothing is lost by reading and writing them; what
//! reckons with them reads them when it needs to.

/// Most different words of a column that is coded.
const MOST_WORDS: usize = u16::MAX as usize - 1;

/// Many texts in one block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// Where each ends in `all`; it begins where the one before ends.
    ends: Vec<u32>,
    all: String,
}

impl Texts {
    /// The text at a position; empty beyond the last.
    pub fn get(&self, at: usize) -> &str {
        let from = at
            .checked_sub(1)
            .map_or(Some(0), |b| self.ends.get(b).copied());
        let range = from.zip(self.ends.get(at).copied());
        range
            .and_then(|(from, to)| self.all.get(from as usize..to as usize))
            .unwrap_or("")
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|at| self.get(at))
    }

    /// Adds one. What would pass 4 GiB is left empty; readers refuse files of that size.
    pub fn push(&mut self, text: &str) {
        if u32::try_from(self.all.len() + text.len()).is_ok() {
            self.all.push_str(text);
        }
        self.ends
            .push(u32::try_from(self.all.len()).unwrap_or(u32::MAX));
    }

    fn append(&mut self, other: &Texts) {
        let base = self.all.len();
        if u32::try_from(base + other.all.len()).is_ok() {
            self.all.push_str(&other.all);
            let base = u32::try_from(base).unwrap_or(u32::MAX);
            self.ends.extend(other.ends.iter().map(|end| base + end));
        } else {
            other.iter().for_each(|text| self.push(text));
        }
    }

    fn bytes(&self) -> usize {
        self.ends.capacity() * 4 + self.all.capacity()
    }

    fn shrink(&mut self) {
        self.ends.shrink_to_fit();
        self.all.shrink_to_fit();
    }
}

/// The cells of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cells {
    /// Few different words: each cell is the number of one.
    Coded {
        /// The number of each cell's word.
        codes: Vec<u16>,
        /// The words; the first is the empty one.
        words: Texts,
    },
    /// Each cell its own text.
    Each(Texts),
}

/// What the cells of a column were in the file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Cells of a table: numbers when they all look like numbers.
    ByLook,
    /// Strings of JSON, or a mixture.
    Text,
    /// Numbers, truth values, lists and objects of JSON, as JSON writes them.
    Json,
}

/// A column with its name.
#[derive(Debug, PartialEq)]
pub struct Column {
    /// Its name in the file.
    pub name: String,
    /// What its cells were.
    pub kind: Kind,
    cells: Cells,
}

impl Column {
    /// The cell of a feature; empty when it has none.
    pub fn get(&self, feature: u32) -> &str {
        match &self.cells {
            Cells::Coded { codes, words } => {
                let code = codes.get(feature as usize).copied().unwrap_or(0);
                words.get(usize::from(code))
            }
            Cells::Each(texts) => texts.get(feature as usize),
        }
    }

    /// The cell of a feature as a number, if it is one.
    pub fn number(&self, feature: u32) -> Option<f64> {
        let cell = self.get(feature).trim();
        cell.parse().ok().filter(|n: &f64| n.is_finite())
    }

    /// All cells.
    pub fn cells(&self) -> &Cells {
        &self.cells
    }

    /// About how many bytes it takes.
    pub fn bytes(&self) -> usize {
        self.name.capacity()
            + match &self.cells {
                Cells::Coded { codes, words } => codes.capacity() * 2 + words.bytes(),
                Cells::Each(texts) => texts.bytes(),
            }
    }
}

/// A column that is still growing.
#[derive(Debug)]
pub struct ColumnBuilder {
    /// Its name in the file.
    pub name: String,
    kind: Option<Kind>,
    cells: Cells,
    lookup: Lookup,
}

impl ColumnBuilder {
    /// An empty column, which begins with so many empty cells.
    pub fn new(name: String, empty: usize) -> ColumnBuilder {
        let mut words = Texts::default();
        words.push("");
        let mut lookup = Lookup::default();
        lookup.insert("", 0, &words);
        ColumnBuilder {
            name,
            kind: None,
            cells: Cells::Coded {
                codes: vec![0; empty],
                words,
            },
            lookup,
        }
    }

    /// How many cells it has.
    pub fn len(&self) -> usize {
        match &self.cells {
            Cells::Coded { codes, .. } => codes.len(),
            Cells::Each(texts) => texts.len(),
        }
    }

    /// Has it no cell?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds a cell. A column that held both strings and other values of JSON is one of strings.
    pub fn push(&mut self, text: &str, kind: Kind) {
        if !text.is_empty() {
            self.kind = match self.kind {
                None => Some(kind),
                Some(known) if known == kind => Some(known),
                Some(_) => Some(Kind::Text),
            };
        }
        match &mut self.cells {
            Cells::Each(texts) => texts.push(text),
            Cells::Coded { codes, words } => {
                let code = self.lookup.find(text, words).unwrap_or_else(|| {
                    let code = u16::try_from(words.len()).unwrap_or(u16::MAX);
                    words.push(text);
                    self.lookup.insert(text, code, words);
                    code
                });
                codes.push(code);
                let rows = codes.len();
                let varied = rows.is_power_of_two() && rows >= 1024 && words.len() * 2 > rows;
                if varied || words.len() >= MOST_WORDS {
                    self.spread();
                }
            }
        }
    }

    /// Makes each cell its own text from the start.
    pub(super) fn spread_empty(&mut self) {
        self.spread();
    }

    /// From numbers of words to each cell its own text.
    fn spread(&mut self) {
        if let Cells::Coded { codes, words } = &self.cells {
            let mut texts = Texts::default();
            for code in codes {
                texts.push(words.get(usize::from(*code)));
            }
            self.cells = Cells::Each(texts);
            self.lookup = Lookup::default();
        }
    }

    /// Adds all cells of another column.
    pub fn append(&mut self, other: ColumnBuilder) {
        self.kind = match (self.kind, other.kind) {
            (None, kind) | (kind, None) => kind,
            (Some(a), Some(b)) if a == b => Some(a),
            (Some(_), Some(_)) => Some(Kind::Text),
        };
        if let (Cells::Coded { .. }, Cells::Each(_)) = (&self.cells, &other.cells) {
            self.spread();
        }
        if let (Cells::Coded { codes, words }, Cells::Coded { codes: c, words: w }) =
            (&mut self.cells, &other.cells)
        {
            if words.len() + w.len() < MOST_WORDS {
                let mut renumbered = Vec::with_capacity(w.len());
                for text in w.iter() {
                    renumbered.push(self.lookup.find(text, words).unwrap_or_else(|| {
                        let code = u16::try_from(words.len()).unwrap_or(u16::MAX);
                        words.push(text);
                        self.lookup.insert(text, code, words);
                        code
                    }));
                }
                codes.extend(c.iter().map(|code| renumbered[usize::from(*code)]));
                return;
            }
            self.spread();
        }
        if let Cells::Each(texts) = &mut self.cells {
            match &other.cells {
                Cells::Each(more) => texts.append(more),
                Cells::Coded { codes, words } => {
                    for code in codes {
                        texts.push(words.get(usize::from(*code)));
                    }
                }
            }
        }
    }

    /// Room for so many more cells of so many bytes in all.
    pub(super) fn reserve(&mut self, more: usize, bytes: usize) {
        match &mut self.cells {
            Cells::Coded { codes, .. } => codes.reserve_exact(more),
            Cells::Each(texts) => {
                texts.ends.reserve_exact(more);
                texts.all.reserve_exact(bytes);
            }
        }
    }

    /// The bytes of its text when each cell is its own.
    pub(super) fn text_bytes(&self) -> usize {
        match &self.cells {
            Cells::Coded { .. } => 0,
            Cells::Each(texts) => texts.all.len(),
        }
    }

    pub(super) fn is_coded(&self) -> bool {
        matches!(self.cells, Cells::Coded { .. })
    }

    /// The column, grown.
    pub(super) fn done(mut self) -> Column {
        match &mut self.cells {
            Cells::Coded { codes, words } => {
                codes.shrink_to_fit();
                words.shrink();
            }
            Cells::Each(texts) => texts.shrink(),
        }
        Column {
            name: self.name,
            kind: self.kind.unwrap_or(Kind::ByLook),
            cells: self.cells,
        }
    }
}

/// From a word to its number: open addressing over the words themselves.
#[derive(Debug, Default)]
struct Lookup {
    slots: Vec<u16>,
    filled: usize,
}

const FREE: u16 = u16::MAX;

impl Lookup {
    fn find(&self, text: &str, words: &Texts) -> Option<u16> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = hash(text) & mask;
        loop {
            match self.slots[at] {
                FREE => return None,
                code if words.get(usize::from(code)) == text => return Some(code),
                _ => at = (at + 1) & mask,
            }
        }
    }

    fn insert(&mut self, text: &str, code: u16, words: &Texts) {
        if self.filled * 2 >= self.slots.len() {
            let wider = (self.slots.len() * 2).max(64);
            self.slots = vec![FREE; wider];
            self.filled = 0;
            for (number, word) in (0..code).zip(words.iter()) {
                self.put(word, number);
            }
        }
        self.put(text, code);
    }

    fn put(&mut self, text: &str, code: u16) {
        let mask = self.slots.len() - 1;
        let mut at = hash(text) & mask;
        while self.slots[at] != FREE {
            at = (at + 1) & mask;
        }
        self.slots[at] = code;
        self.filled += 1;
    }
}

/// FxHash's step over eight bytes at a time, with the high bits brought down; at most 65,534 words are ever
/// looked up, so that words chosen to collide cost time but not without bound.
fn hash(text: &str) -> usize {
    let mut hash = text.len() as u64;
    let mut chunks = text.as_bytes().chunks_exact(8);
    let mix = |hash: u64, value: u64| {
        (hash.rotate_left(5) ^ value).wrapping_mul(0x51_7c_c1_b7_27_22_0a_95)
    };
    for chunk in &mut chunks {
        let eight: [u8; 8] = chunk.try_into().unwrap_or_default();
        hash = mix(hash, u64::from_le_bytes(eight));
    }
    let mut last = [0; 8];
    let rest = chunks.remainder();
    last[..rest.len()].copy_from_slice(rest);
    hash = mix(hash, u64::from_le_bytes(last));
    (hash ^ hash >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(cells: impl Iterator<Item = String>) -> ColumnBuilder {
        let mut column = ColumnBuilder::new("c".to_owned(), 0);
        cells.for_each(|cell| column.push(&cell, Kind::ByLook));
        column
    }

    #[test]
    fn few_words_are_coded_and_many_are_not() {
        let few = column((0..5000).map(|i| format!("k{}", i % 7))).done();
        assert!(matches!(few.cells(), Cells::Coded { words, .. } if words.len() == 8));
        assert_eq!(few.get(4999), "k1");
        let many = column((0..5000).map(|i| format!("k{i}"))).done();
        assert!(matches!(many.cells(), Cells::Each(_)));
        assert_eq!((many.get(17), many.get(5000)), ("k17", ""));
    }

    #[test]
    fn joining_keeps_every_cell() {
        let words = |n: usize| move |i: usize| format!("w{}", i % n);
        for (a, b) in [(7, 9), (7, 9000), (9000, 7), (9000, 8000)] {
            let mut all = column((0..6000).map(words(a)));
            all.append(column((0..6000).map(words(b))));
            let all = all.done();
            for i in (0..6000_u32).step_by(119) {
                assert_eq!(all.get(i), words(a)(i as usize));
                assert_eq!(all.get(6000 + i), words(b)(i as usize));
            }
        }
    }
}
