//! Captions and notes: Markdown (CommonMark) to plain blocks that window, page and paper set in their own type.
//!
//! Raw HTML, pictures and code have no place in a caption: HTML and pictures are left out, code is text.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A block of text, set apart from the next.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text, in runs of one style.
    pub runs: Vec<Run>,
}

/// What a block is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BlockKind {
    /// Text.
    Paragraph,
    /// A line that heads others.
    Heading,
    /// An item of a list, so deep, from 1, with its number when the list is counted.
    Item(u8, Option<u64>),
}

/// Text of one style.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Run {
    /// The text; a line break is `\n`.
    pub text: String,
    /// `**so**`.
    pub is_strong: bool,
    /// `*so*`.
    pub is_emphasised: bool,
    /// Where it leads.
    pub link: Option<String>,
}

/// The blocks of a text.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut reading = Reading::default();
    for event in Parser::new_ext(text, Options::empty()) {
        reading.take(event);
    }
    reading.end_block();
    reading.blocks
}

/// The text without marks, blocks on lines of their own.
pub fn plain(text: &str) -> String {
    let of_block = |block: &Block| block.runs.iter().map(|run| run.text.as_str()).collect();
    let lines: Vec<String> = blocks(text).iter().map(of_block).collect();
    lines.join("\n")
}

#[derive(Default)]
struct Reading {
    blocks: Vec<Block>,
    runs: Vec<Run>,
    style: Run,
    /// The next number of each open list; nothing for lists that are not counted.
    lists: Vec<Option<u64>>,
    /// What the block under way will be.
    kind: Option<BlockKind>,
    /// Inside a picture, whose text is left out.
    pictures: usize,
}

impl Reading {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.push(&text),
            Event::SoftBreak => self.push(" "),
            Event::HardBreak => self.push("\n"),
            Event::Rule => self.end_block(),
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong => self.style.is_strong = true,
            Tag::Emphasis => self.style.is_emphasised = true,
            Tag::Link { dest_url, .. } => self.style.link = Some(dest_url.into_string()),
            Tag::Image { .. } => self.pictures += 1,
            Tag::Heading { .. } => {
                self.end_block();
                self.kind = Some(BlockKind::Heading);
            }
            Tag::List(first) => {
                self.end_block();
                self.lists.push(first);
            }
            Tag::Item => {
                self.end_block();
                let depth = u8::try_from(self.lists.len()).unwrap_or(u8::MAX);
                let number = self.lists.last_mut().and_then(|next| {
                    let number = *next;
                    *next = number.map(|n| n.saturating_add(1));
                    number
                });
                self.kind = Some(BlockKind::Item(depth, number));
            }
            // Everything else only sets text apart.
            _ => {
                if !self.runs.is_empty() {
                    self.end_block();
                }
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.style.is_strong = false,
            TagEnd::Emphasis => self.style.is_emphasised = false,
            TagEnd::Link => self.style.link = None,
            TagEnd::Image => self.pictures = self.pictures.saturating_sub(1),
            TagEnd::List(_) => {
                self.end_block();
                self.lists.pop();
            }
            // Everything else only sets text apart.
            _ => self.end_block(),
        }
    }

    fn push(&mut self, text: &str) {
        if self.pictures > 0 {
            return;
        }
        match self.runs.last_mut() {
            Some(last) if same_style(last, &self.style) => last.text.push_str(text),
            Some(_) | None => self.runs.push(Run {
                text: text.to_owned(),
                ..self.style.clone()
            }),
        }
    }

    fn end_block(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        let kind = self.kind.take().unwrap_or(BlockKind::Paragraph);
        if !runs.is_empty() {
            self.blocks.push(Block { kind, runs });
        }
    }
}

fn same_style(a: &Run, b: &Run) -> bool {
    a.is_strong == b.is_strong && a.is_emphasised == b.is_emphasised && a.link == b.link
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_runs_and_blocks() {
        let text = "One *two* **three** [four](https://example.org/x).\n\n1. a\n2. b\n   - c\n\n<b>no</b> ![pic](x.png)end";
        let found = blocks(text);
        let kinds: Vec<BlockKind> = found.iter().map(|block| block.kind).collect();
        assert_eq!(
            kinds,
            [
                BlockKind::Paragraph,
                BlockKind::Item(1, Some(1)),
                BlockKind::Item(1, Some(2)),
                BlockKind::Item(2, None),
                BlockKind::Paragraph,
            ]
        );
        assert!(found[0].runs[1].is_emphasised && found[0].runs[3].is_strong);
        assert_eq!(
            found[0].runs[5].link.as_deref(),
            Some("https://example.org/x")
        );
        assert_eq!(plain(text), "One two three four.\na\nb\nc\nno end");
    }

    #[test]
    fn deep_nesting_is_no_danger() {
        let deep = "> ".repeat(20_000) + &"[".repeat(20_000) + &"*".repeat(20_000);
        assert!(blocks(&deep).len() < 100_000);
    }
}
