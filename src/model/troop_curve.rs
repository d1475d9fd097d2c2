//! Foreign troops in the countries of the record over time: how many are known of on each day.
//!
//! A curve of steps that change only where a figure begins or grows old. What is not known is not there: before
//! the first figure there is no step.

use super::{Atlas, World};
use crate::calendar::{Date, date_of_day_number, day_number};
use std::collections::BTreeSet;

/// What is known from a day until the next step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TroopStep {
    /// The first day, as a day number.
    pub day: i32,
    /// Persons, all figures that count together.
    pub troops: u32,
    /// Those of them whose figures are over two years old.
    pub old: u32,
}

/// Foreign troops in all countries of the record together, by day.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TroopCurve {
    /// The steps, by day; two that follow each other differ.
    pub steps: Vec<TroopStep>,
}

impl TroopCurve {
    /// The curve of an atlas. Costs a world for each day on which a figure begins or grows old.
    pub fn of(atlas: &Atlas) -> TroopCurve {
        let mut days: BTreeSet<Date> = BTreeSet::new();
        let of_focus = |country: &str| atlas.is_focus(country);
        for figure in atlas.strengths.iter().filter(|s| of_focus(&s.country)) {
            days.insert(figure.date.first());
            let age = super::totals::OLD_DAYS + 1;
            days.insert(date_of_day_number(day_number(figure.date.last()) + age));
        }
        let mut steps: Vec<TroopStep> = Vec::new();
        for date in days.into_iter().filter(|d| *d <= atlas.coverage.to) {
            let step = step(atlas, date);
            let is_same = |last: &TroopStep| (last.troops, last.old) == (step.troops, step.old);
            if !steps.last().is_some_and(is_same) {
                steps.push(step);
            }
        }
        TroopCurve { steps }
    }

    /// What is known on a day; nothing before the first figure.
    pub fn on(&self, day: i32) -> Option<TroopStep> {
        let after = self.steps.partition_point(|step| step.day <= day);
        after.checked_sub(1).map(|at| self.steps[at])
    }

    /// The most persons of any step.
    pub fn most(&self) -> u32 {
        self.steps.iter().map(|step| step.troops).max().unwrap_or(0)
    }
}

fn step(atlas: &Atlas, date: Date) -> TroopStep {
    let world = World::at(atlas, date, 0);
    let totals = world.troop_totals(atlas);
    let mut step = TroopStep {
        day: day_number(date),
        troops: 0,
        old: 0,
    };
    for (_, total) in totals.iter().filter(|(iso, _)| atlas.is_focus(iso)) {
        step.troops = step.troops.saturating_add(total.troops);
        let old = total.counted.iter().filter(|figure| figure.is_old(date));
        step.old = old.fold(step.old, |sum, figure| sum.saturating_add(figure.troops));
    }
    step
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_curve_agrees_with_the_totals_of_any_day() {
        let atlas = crate::data::shipped().expect("the shipped data load");
        let curve = TroopCurve::of(&atlas);
        assert!(curve.steps.len() > 20 && curve.most() > 10_000);
        assert!(curve.steps.windows(2).all(|pair| pair[0].day < pair[1].day));
        for day in [
            date(2013, 2, 10),
            date(2016, 5, 1),
            date(2022, 8, 15),
            date(2024, 1, 1),
            date(2026, 6, 4),
        ] {
            let found = curve.on(day_number(day)).expect("figures by then");
            let expected = step(&atlas, day);
            assert_eq!((found.troops, found.old), (expected.troops, expected.old));
            assert!(found.old <= found.troops);
        }
    }

    #[test]
    fn nothing_is_said_before_the_first_figure() {
        let atlas = crate::data::shipped().expect("the shipped data load");
        let curve = TroopCurve::of(&atlas);
        assert_eq!(curve.on(day_number(date(1990, 1, 1))), None);
        assert_eq!(TroopCurve::default().on(0), None);
        assert_eq!(TroopCurve::default().most(), 0);
    }
}
