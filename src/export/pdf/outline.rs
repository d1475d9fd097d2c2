//! The outline of a document, which readers show as bookmarks: its pages by title, under their chapters.
//!
//! A document of one page has none.

use super::Book;
use pdf_writer::{Finish, Ref, TextStr};

/// What the outline says of a page.
pub(super) struct Mark {
    /// What the page is called; an empty one is not listed.
    pub title: String,
    /// What it is listed under; empty: under nothing.
    pub chapter: String,
}

/// An entry: what it is called, the page it leads to, what stands under it.
struct Entry<'a> {
    id: Ref,
    title: &'a str,
    page: Ref,
    under: Vec<Entry<'a>>,
}

/// Writes the outline; nothing when there is none to write.
pub(super) fn write(book: &mut Book, marks: &[Mark]) -> Option<Ref> {
    if marks.len() < 2 {
        return None;
    }
    let entries = entries(book, marks);
    let (first, last) = (entries.first()?.id, entries.last()?.id);
    let root = book.id();
    let mut outline = book.pdf.outline(root);
    outline.first(first).last(last).count(count(entries.len()));
    outline.finish();
    write_level(book, &entries, root);
    Some(root)
}

fn entries<'a>(book: &mut Book, marks: &'a [Mark]) -> Vec<Entry<'a>> {
    let pages = book.pages.clone();
    let mut entries: Vec<Entry<'a>> = Vec::new();
    let mut chapter = "";
    for (mark, page) in marks.iter().zip(pages) {
        if mark.title.is_empty() {
            continue;
        }
        let mut entry = |title| Entry {
            id: book.id(),
            title,
            page,
            under: Vec::new(),
        };
        if mark.chapter.is_empty() {
            entries.push(entry(&mark.title));
        } else {
            if chapter != mark.chapter {
                entries.push(entry(&mark.chapter));
            }
            let own = entry(&mark.title);
            if let Some(last) = entries.last_mut() {
                last.under.push(own);
            }
        }
        chapter = &mark.chapter;
    }
    entries
}

fn write_level(book: &mut Book, entries: &[Entry<'_>], parent: Ref) {
    for (at, entry) in entries.iter().enumerate() {
        let mut item = book.pdf.outline_item(entry.id);
        item.title(TextStr(entry.title)).parent(parent);
        if let Some(before) = at.checked_sub(1).and_then(|at| entries.get(at)) {
            item.prev(before.id);
        }
        if let Some(after) = entries.get(at + 1) {
            item.next(after.id);
        }
        if let (Some(first), Some(last)) = (entry.under.first(), entry.under.last()) {
            // Less than none: closed until somebody opens it.
            let count = -count(entry.under.len());
            item.first(first.id).last(last.id).count(count);
        }
        item.dest().page(entry.page).fit();
        item.finish();
        write_level(book, &entry.under, entry.id);
    }
}

fn count(entries: usize) -> i32 {
    i32::try_from(entries).unwrap_or(i32::MAX)
}
