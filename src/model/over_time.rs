//! Three figures of the focus countries over the whole record: foreign troops by force, members by alliance, closed
//! skies.
//!
//! They are looked up on the first day of every month and made once an atlas. What is counted is what the world on
//! a day counts; nothing is drawn here.

use super::{Atlas, Standing, World};
use crate::calendar::{Date, day_number};
use std::collections::BTreeMap;

/// The figures, each with as many values as there are `days`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OverTime {
    /// The days they are looked up on, as day numbers, ascending.
    pub days: Vec<i32>,
    /// Persons by force, those of all focus countries together.
    pub troops: BTreeMap<String, Vec<u32>>,
    /// How many focus countries are in each alliance, by its id; suspended and leaving ones still are.
    pub members: BTreeMap<String, Vec<u32>>,
    /// How many skies are closed to somebody.
    pub skies: Vec<u32>,
}

impl OverTime {
    /// The figures of an atlas.
    pub fn of(atlas: &Atlas) -> OverTime {
        let mut over = OverTime::default();
        for day in first_days(atlas.coverage.from, atlas.coverage.to) {
            let at = over.days.len();
            over.days.push(day_number(day));
            let world = World::at(atlas, day, 0);
            add(&mut over.troops, at, troops_by_force(atlas, &world));
            add(&mut over.members, at, members(atlas, &world));
            over.skies.push(closed_skies(atlas, &world));
        }
        let all = over.days.len();
        let series = over.troops.values_mut().chain(over.members.values_mut());
        series.for_each(|values| values.resize(all, 0));
        over
    }
}

/// Foreign troops in the focus countries on a day, by force: the figures that the totals count.
pub fn troops_by_force<'a>(atlas: &'a Atlas, world: &'a World) -> BTreeMap<&'a str, u32> {
    let mut by_force: BTreeMap<&str, u32> = BTreeMap::new();
    for (country, total) in world.troop_totals(atlas) {
        if !atlas.is_focus(country) {
            continue;
        }
        for figure in total.counted {
            let sum = by_force.entry(figure.force.as_str()).or_default();
            *sum = sum.saturating_add(figure.troops);
        }
    }
    by_force
}

/// How many focus countries are in each alliance on a day.
pub fn members<'a>(atlas: &'a Atlas, world: &'a World) -> BTreeMap<&'a str, u32> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for (id, row) in world.member_rows(atlas) {
        let is_in = match row.status {
            Standing::Member | Standing::Suspended | Standing::Withdrawing => true,
            Standing::Observer => false,
        };
        if is_in && atlas.is_focus(&row.country) {
            *counts.entry(id).or_default() += 1;
        }
    }
    counts
}

/// How many skies are closed to somebody on a day.
pub fn closed_skies(atlas: &Atlas, world: &World) -> u32 {
    let closed = world.closed_skies(atlas);
    let count = closed
        .filter(|sky| sky.closes_sky(world.date).is_some())
        .count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn add(series: &mut BTreeMap<String, Vec<u32>>, at: usize, values: BTreeMap<&str, u32>) {
    for (name, value) in values {
        let row = series.entry(name.to_owned()).or_default();
        row.resize(at, 0);
        row.push(value);
    }
}

/// The first days of the months from the one to the other, which stand for themselves.
fn first_days(from: Date, to: Date) -> Vec<Date> {
    let month = jiff::Span::new().months(1);
    let mut days = vec![from];
    let mut at = from.first_of_month().saturating_add(month);
    // A record of two thousand years would be a fault of the data, and nothing to draw.
    while at < to && days.len() < 24_000 {
        days.push(at);
        at = at.saturating_add(month);
    }
    days.push(to);
    days.dedup();
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_figures_are_those_of_the_world_on_the_day() {
        let atlas = crate::data::shipped().expect("the shipped data");
        let over = atlas.over_time();
        let at = |day: Date| {
            let found = over.days.binary_search(&day_number(day));
            found.expect("the first day of a month")
        };
        let (before, after) = (at(date(2022, 8, 1)), at(date(2022, 9, 1)));
        assert!(over.troops["FRA"][before] > over.troops["FRA"][after]);
        let world = World::at(&atlas, date(2022, 8, 1), 0);
        let totals = world.troop_totals(&atlas);
        let of_focus = atlas
            .focus
            .iter()
            .filter_map(|iso| totals.get(iso.as_str()));
        let expected: u32 = of_focus.map(|total| total.troops).sum();
        assert_eq!(
            over.troops.values().map(|v| v[before]).sum::<u32>(),
            expected
        );
        // Mali, Burkina Faso and Niger left ECOWAS on 29 January 2025; Mauritania had left before, Chad never was in it.
        let ecowas = |y, m| over.members["ecowas"][at(date(y, m, 1))];
        assert_eq!(
            (ecowas(2012, 2), ecowas(2025, 1), ecowas(2025, 2)),
            (3, 3, 0)
        );
        let aes = |y, m| over.members["aes"][at(date(y, m, 1))];
        assert_eq!((aes(2023, 9), aes(2023, 10)), (0, 3));
        let g5 = |y, m| over.members["g5-sahel"][at(date(y, m, 1))];
        assert_eq!((g5(2014, 2), g5(2014, 3)), (0, 5));
        assert!(over.skies[at(date(2023, 9, 1))] > over.skies[at(date(2012, 2, 1))]);
        let lengths = over.troops.values().chain(over.members.values());
        assert!(
            lengths
                .chain([&over.skies])
                .all(|v| v.len() == over.days.len())
        );
    }
}
