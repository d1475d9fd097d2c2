//! How many features fall on which days: sums over the days, so that a bar of a histogram costs two
//! look-ups whatever its width and whatever the record's size.

/// How many things happened up to a day.
#[derive(Clone, Debug, Default)]
pub struct DayCounts {
    /// The days on which something happened, as day numbers.
    days: Vec<i32>,
    /// How many things happened up to each, that day included.
    sums: Vec<u32>,
}

impl DayCounts {
    /// Of day numbers in order.
    pub fn of_sorted(days: impl Iterator<Item = i32>) -> DayCounts {
        let mut counts = DayCounts::default();
        for (sum, day) in (1..).zip(days) {
            if counts.days.last() == Some(&day) {
                counts.sums.pop();
            } else {
                counts.days.push(day);
            }
            counts.sums.push(sum);
        }
        counts
    }

    /// How many happened up to that day, included.
    pub fn up_to(&self, day: i32) -> u32 {
        let at = self.days.partition_point(|d| *d <= day);
        at.checked_sub(1).map_or(0, |before| self.sums[before])
    }

    /// How many happened before that day.
    pub fn before(&self, day: i32) -> u32 {
        day.checked_sub(1).map_or(0, |before| self.up_to(before))
    }

    /// The first and last day on which something happened.
    pub fn extent(&self) -> Option<(i32, i32)> {
        Some((*self.days.first()?, *self.days.last()?))
    }

    pub(super) fn bytes(&self) -> usize {
        self.days.capacity() * 4 + self.sums.capacity() * 4
    }
}

/// How many features touch which days.
#[derive(Clone, Debug, Default)]
pub struct TimeCounts {
    starts: DayCounts,
    /// `None` when every feature is of one day.
    ends: Option<DayCounts>,
}

impl TimeCounts {
    /// Of the first and last days of features; those without a date are to be left out.
    pub fn of(spans: impl Iterator<Item = (i32, i32)>) -> TimeCounts {
        let (mut starts, mut ends): (Vec<i32>, Vec<i32>) = spans.unzip();
        let brief = starts == ends;
        let sorted = |days: &mut Vec<i32>| {
            if !days.is_sorted() {
                days.sort_unstable();
            }
            DayCounts::of_sorted(days.iter().copied())
        };
        TimeCounts {
            starts: sorted(&mut starts),
            ends: (!brief).then(|| sorted(&mut ends)),
        }
    }

    /// How many touch the days from `first` to `last`, both included.
    pub fn between(&self, first: i32, last: i32) -> u32 {
        let ended = self.ends.as_ref().unwrap_or(&self.starts).before(first);
        self.starts.up_to(last).saturating_sub(ended)
    }

    pub(super) fn started_by(&self, day: i32) -> u32 {
        self.starts.up_to(day)
    }

    pub(super) fn ended_before(&self, day: i32) -> u32 {
        self.ends.as_ref().unwrap_or(&self.starts).before(day)
    }

    /// A bar for each pair of neighbouring edges: how many features touch the days from one edge up to, but
    /// not including, the next. What lasts is in every bar that it touches.
    pub fn histogram(&self, edges: &[i32], bars: &mut Vec<u32>) {
        bars.clear();
        let pairs = edges.windows(2);
        bars.extend(pairs.map(|e| match e[1].checked_sub(1) {
            Some(last) if last >= e[0] => self.between(e[0], last),
            Some(_) | None => 0,
        }));
    }

    /// The first day on which a feature starts and the last on which one is known to end; open ends aside.
    pub fn extent(&self) -> Option<(i32, i32)> {
        let known = |day: &i32| *day != i32::MIN && *day != i32::MAX;
        let ends = self.ends.as_ref().unwrap_or(&self.starts);
        let all = || {
            self.starts
                .days
                .iter()
                .chain(&ends.days)
                .filter(|d| known(d))
        };
        Some((*all().min()?, *all().max()?))
    }

    pub(super) fn bytes(&self) -> usize {
        self.starts.bytes() + self.ends.as_ref().map_or(0, DayCounts::bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_agree_with_counting() {
        let spans: Vec<(i32, i32)> = (0..300)
            .map(|i| (i * 37 % 100, i * 37 % 100 + i % 5))
            .collect();
        let brief: Vec<(i32, i32)> = spans.iter().map(|s| (s.0, s.0)).collect();
        for spans in [&spans, &brief, &Vec::new()] {
            let counts = TimeCounts::of(spans.iter().copied());
            for (a, b) in [(0, 0), (10, 20), (-5, 200), (99, 99), (i32::MIN, i32::MAX)] {
                let counted = spans
                    .iter()
                    .filter(|(from, to)| *from <= b && a <= *to)
                    .count();
                assert_eq!(counts.between(a, b) as usize, counted, "{a} {b}");
            }
        }
        let counts = TimeCounts::of(brief.into_iter());
        let mut bars = Vec::new();
        counts.histogram(&[0, 50, 100], &mut bars);
        assert_eq!(bars.iter().sum::<u32>(), 300);
        assert_eq!(counts.extent(), Some((0, 99)));
    }
}
