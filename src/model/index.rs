//! Which spans hold on a day: an index whose answer costs the answer's size, not the record's.
//!
//! An implicit interval tree: spans sorted by start, laid over a balanced binary tree in the same
//! array, each node knowing the latest end below it (Cormen et al., "Interval trees"; the array form
//! as in Li & Rong, cgranges, 2020). It stores day numbers and positions, never facts.

use crate::calendar::Span;

/// An index of spans. Invariant: `nodes` is sorted by `first`, and `latest[i]` is the greatest
/// `last` in the subtree whose root is the middle of its range.
#[derive(Clone, Debug, Default)]
pub struct SpanIndex {
    nodes: Vec<Node>,
    latest: Vec<i32>,
}

#[derive(Clone, Copy, Debug)]
struct Node {
    first: i32,
    last: i32,
    id: u32,
}

impl SpanIndex {
    /// Indexes spans under the ids that come with them.
    pub fn new(spans: impl IntoIterator<Item = (u32, Span)>) -> SpanIndex {
        let mut nodes: Vec<Node> = spans
            .into_iter()
            .map(|(id, span)| {
                let (first, last) = span.day_numbers();
                Node { first, last, id }
            })
            .collect();
        nodes.sort_by_key(|n| (n.first, n.id));
        let mut index = SpanIndex {
            latest: vec![i32::MIN; nodes.len()],
            nodes,
        };
        index.settle(0, index.nodes.len());
        index
    }

    fn settle(&mut self, from: usize, to: usize) -> i32 {
        if from >= to {
            return i32::MIN;
        }
        let root = from + (to - from) / 2;
        let below = self.settle(from, root).max(self.settle(root + 1, to));
        self.latest[root] = below.max(self.nodes[root].last);
        self.latest[root]
    }

    /// The ids of the spans that share a day with `first..=last`, in ascending order.
    pub fn overlapping(&self, first: i32, last: i32) -> Vec<u32> {
        let mut found = Vec::new();
        self.collect(0, self.nodes.len(), first, last, &mut found);
        found.sort_unstable();
        found
    }

    /// The ids of the spans that hold on `day`, in ascending order.
    pub fn on(&self, day: i32) -> Vec<u32> {
        self.overlapping(day, day)
    }

    fn collect(&self, from: usize, to: usize, first: i32, last: i32, found: &mut Vec<u32>) {
        if from >= to {
            return;
        }
        let root = from + (to - from) / 2;
        if self.latest[root] < first {
            return;
        }
        self.collect(from, root, first, last, found);
        let node = self.nodes[root];
        if node.first > last {
            return;
        }
        if node.last >= first {
            found.push(node.id);
        }
        self.collect(root + 1, to, first, last, found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{PartialDate, date_of_day_number};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn finds_what_a_scan_finds(
            spans in prop::collection::vec((0..400i32, prop::option::of(0..60i32)), 0..60),
            day in -5..470i32,
        ) {
            let at = |d| Some(PartialDate::Day(date_of_day_number(d)));
            let spans: Vec<Span> = spans
                .into_iter()
                .map(|(from, length)| Span { from: at(from), to: length.and_then(|l| at(from + l)) })
                .collect();
            let index = SpanIndex::new((0u32..).zip(spans.iter().copied()));
            let scanned: Vec<u32> = (0u32..)
                .zip(&spans)
                .filter(|(_, s)| s.contains(date_of_day_number(day)))
                .map(|(i, _)| i)
                .collect();
            prop_assert_eq!(index.on(day), scanned);
        }
    }

    #[test]
    fn an_empty_index_finds_nothing() {
        assert!(SpanIndex::default().on(0).is_empty());
    }
}
