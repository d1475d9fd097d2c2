//! The world on a day: who held what, whose sky was closed to whom, who stood in which alliance.
//!
//! It is computed whenever it is asked for and never stored; it holds positions in the atlas's
//! vectors. Over a range it is the world of the range's last day with every event of the range
//! ([`World::over`]). Ends are inclusive, imprecise dates hold for all days they may mean, single refusals and
//! openings are events and not standing closures.

use super::filter::Chosen;
use super::{Atlas, Closure, Event, Membership, Relation, Standing, Strength, Tenure};
use crate::calendar::{Date, day_number};

/// A base and those who hold it on the day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BaseOnDay {
    /// Position in [`Atlas::bases`].
    pub base: u32,
    /// Positions in its periods, in their order.
    pub tenures: Vec<u32>,
}

/// The state of everything on one day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct World {
    /// The day; of a range, its last.
    pub date: Date,
    /// The first day of the range whose events are shown, never after `date`; nothing for a day alone.
    pub from: Option<Date>,
    /// How many days before it the trail reaches; 0 for a range.
    pub trail_days: u16,
    /// Alliance and member row of every standing, in the order of the alliances' ids.
    pub memberships: Vec<(u32, u32)>,
    /// Standing closures in [`Atlas::skies`].
    pub skies: Vec<u32>,
    /// Standing closures in [`Atlas::borders`].
    pub borders: Vec<u32>,
    /// In [`Atlas::sanctions`].
    pub sanctions: Vec<u32>,
    /// Bases that somebody holds.
    pub bases: Vec<BaseOnDay>,
    /// Base and period of every holder who left in the [`World::LEFT_DAYS`] before the day.
    pub left: Vec<(u32, u32)>,
    /// In [`Atlas::missions`].
    pub missions: Vec<u32>,
    /// The latest figure of each force in each country, in [`Atlas::strengths`].
    pub strengths: Vec<u32>,
    /// In [`Atlas::relations`].
    pub relations: Vec<u32>,
    /// Events of the day (or of the month, year or span that holds it), in [`Atlas::events`].
    pub events: Vec<u32>,
    /// Events that ended in the `trail_days` before the day, or in the range before its last day; oldest
    /// end first.
    pub trail: Vec<u32>,
    /// How many events of the day a filter keeps back; they are not among `events`.
    pub held_back: usize,
}

impl World {
    /// For how many days a holder who left is remembered.
    pub const LEFT_DAYS: i32 = 30;

    /// The world on `date`, with the events of the `trail_days` before it. Costs what the answer
    /// holds, not what the record holds.
    pub fn at(atlas: &Atlas, date: Date, trail_days: u16) -> World {
        let index = &atlas.index;
        let day = day_number(date);
        let mut bases: Vec<BaseOnDay> = Vec::new();
        for id in index.tenures.on(day) {
            let (base, tenure) = index.tenure_of[id as usize];
            match bases.last_mut() {
                Some(last) if last.base == base => last.tenures.push(tenure),
                Some(_) | None => bases.push(BaseOnDay {
                    base,
                    tenures: vec![tenure],
                }),
            }
        }
        let recent = index
            .tenures
            .overlapping(day.saturating_sub(World::LEFT_DAYS), day);
        let left = recent.into_iter().map(|id| index.tenure_of[id as usize]);
        let left = left.filter(|&(b, t)| {
            let tenure = &atlas.bases[b as usize].periods[t as usize];
            tenure.to.is_some_and(|to| to.last() < date)
        });
        let memberships = index.memberships.on(day);
        let ends = &index.event_ends;
        let trail_from = day.saturating_sub(i32::from(trail_days));
        let trail = ends.partition_point(|&(end, _)| end < trail_from)
            ..ends.partition_point(|&(end, _)| end < day);
        World {
            date,
            from: None,
            trail_days,
            memberships: memberships
                .iter()
                .map(|&id| index.membership_of[id as usize])
                .collect(),
            skies: index.skies.on(day),
            borders: index.borders.on(day),
            sanctions: index.sanctions.on(day),
            bases,
            left: left.collect(),
            missions: index.missions.on(day),
            strengths: latest_strengths(atlas, date),
            relations: index.relations.on(day),
            events: index.events.on(day),
            trail: ends[trail].iter().map(|&(_, id)| id).collect(),
            held_back: 0,
        }
    }

    /// The same world with only the chosen events; everything else stays.
    pub fn with_only(mut self, chosen: &Chosen) -> World {
        let before = self.events.len();
        self.events.retain(|&i| chosen.has(i as usize));
        self.trail.retain(|&i| chosen.has(i as usize));
        self.held_back += before - self.events.len();
        self
    }

    /// The world on `date` with every event that happened from `from` to `date`. A `from` after `date`
    /// counts as `date`. Costs what [`World::at`] costs, and for the k events found k log k.
    pub fn over(atlas: &Atlas, from: Date, date: Date) -> World {
        let from = from.min(date);
        let mut world = World::at(atlas, date, 0);
        let found = atlas
            .index
            .events
            .overlapping(day_number(from), day_number(date));
        let over = found.into_iter().filter(|id| {
            let event = &atlas.events[*id as usize];
            event.end.unwrap_or(event.date).last() < date
        });
        world.trail = over.collect();
        world.trail.sort_by_key(|&id| {
            let event = &atlas.events[id as usize];
            (event.end.unwrap_or(event.date).last(), id)
        });
        world.from = Some(from);
        world
    }

    /// A country's standing in an alliance, if it has one.
    pub fn standing(&self, atlas: &Atlas, alliance: &str, country: &str) -> Option<Standing> {
        self.member_rows(atlas)
            .find(|(id, row)| *id == alliance && row.country == country)
            .map(|(_, row)| row.status)
    }

    /// Alliance id and member row of every standing.
    pub fn member_rows<'a>(
        &'a self,
        atlas: &'a Atlas,
    ) -> impl Iterator<Item = (&'a str, &'a Membership)> {
        self.memberships.iter().map(|&(a, m)| {
            let alliance = &atlas.alliances[a as usize];
            (alliance.id.as_str(), &alliance.members[m as usize])
        })
    }

    /// The holders of a base on the day, by its id.
    pub fn tenures_of<'a>(&'a self, atlas: &'a Atlas, base: &str) -> Vec<&'a Tenure> {
        let found = self
            .bases
            .iter()
            .find(|b| atlas.bases[b.base as usize].id == base);
        found.map_or_else(Vec::new, |b| b.tenures(atlas))
    }

    /// Skies closed on the day.
    pub fn closed_skies<'a>(&'a self, atlas: &'a Atlas) -> impl Iterator<Item = &'a Closure> {
        self.skies.iter().map(|&i| &atlas.skies[i as usize])
    }

    /// Events of the day.
    pub fn events_of_day<'a>(&'a self, atlas: &'a Atlas) -> impl Iterator<Item = &'a Event> {
        self.events.iter().map(|&i| &atlas.events[i as usize])
    }

    /// Events of the trail, oldest first.
    pub fn events_of_trail<'a>(&'a self, atlas: &'a Atlas) -> impl Iterator<Item = &'a Event> {
        self.trail.iter().map(|&i| &atlas.events[i as usize])
    }

    /// Latest figures, by force and country.
    pub fn figures<'a>(&'a self, atlas: &'a Atlas) -> impl Iterator<Item = &'a Strength> {
        self.strengths.iter().map(|&i| &atlas.strengths[i as usize])
    }

    /// Relations on the day.
    pub fn relation_rows<'a>(&'a self, atlas: &'a Atlas) -> impl Iterator<Item = &'a Relation> {
        self.relations.iter().map(|&i| &atlas.relations[i as usize])
    }
}

impl BaseOnDay {
    /// The periods that hold on the day.
    pub fn tenures<'a>(&self, atlas: &'a Atlas) -> Vec<&'a Tenure> {
        let periods = &atlas.bases[self.base as usize].periods;
        self.tenures.iter().map(|&t| &periods[t as usize]).collect()
    }
}

fn latest_strengths(atlas: &Atlas, date: Date) -> Vec<u32> {
    atlas
        .index
        .strength_series
        .values()
        .filter_map(|series| {
            let known =
                series.partition_point(|&i| atlas.strengths[i as usize].date.first() <= date);
            known.checked_sub(1).map(|last| series[last])
        })
        .collect()
}
