//! What the facts of a step bear out: their dates, their figures, and what can be counted in them.
//!
//! It takes everything that a record says, in fields and in words; whether the words of a story agree is
//! for the test to say.

use super::words::named;
use jiff::civil::date;
use sahelscope::calendar::{Date, PartialDate};
use sahelscope::lang::{Bilingual, Lang};
use sahelscope::model::{Atlas, Source, Standing, Thing, World};
use std::collections::BTreeSet;

/// Why a record is there.
const GONE: &str = "another test asks what is missing";

/// What things of the facts bear out.
#[derive(Default)]
pub struct RestsOn {
    pub dates: Vec<PartialDate>,
    pub figures: BTreeSet<u32>,
    /// Numbers in the texts of the records; tenths are kept.
    pub tenths: BTreeSet<i64>,
    /// Things without a source.
    pub unsourced: Vec<Thing>,
    counted: BTreeSet<&'static str>,
    counts: Vec<u32>,
}

impl RestsOn {
    /// What the things bear out on the days that a step shows.
    pub fn of<'a>(
        atlas: &Atlas,
        things: impl Iterator<Item = &'a Thing> + Clone,
        shown: &[Date],
    ) -> RestsOn {
        let mut rests = RestsOn::default();
        rests
            .dates
            .extend(shown.iter().copied().map(PartialDate::Day));
        for thing in things.clone() {
            rests.add(atlas, thing, shown);
        }
        rests.counted = things.clone().map(kind).collect();
        for kind in rests.counted.clone() {
            let count = things.clone().filter(|thing| self::kind(thing) == kind);
            rests.counts.push(count.count() as u32);
        }
        rests
    }

    /// Is the date one of these, as precisely as it is told?
    pub fn bears_date(&self, told: PartialDate) -> bool {
        self.dates.iter().any(|known| match (told, *known) {
            (PartialDate::Year(year), known) => known.first().year() == year,
            (PartialDate::Month(..), PartialDate::Year(_)) => false,
            (PartialDate::Month(year, month), known) => {
                (known.first().year(), known.first().month()) == (year, month)
            }
            (PartialDate::Day(day), known) => known == PartialDate::Day(day),
        })
    }

    /// Does a record say the number, or can it be counted: records of a kind, members, or the time between
    /// two of the dates, when the noun is a length of time?
    pub fn bears_number(&self, value: f64, noun: &str) -> bool {
        let tenths = (value * 10.0).round() as i64;
        let whole = value.fract() == 0.0;
        self.tenths.contains(&tenths)
            || whole && self.figures.contains(&(value as u32))
            || whole && self.counts.contains(&(value as u32))
            || self.is_between_dates(value, noun)
    }

    fn is_between_dates(&self, value: f64, noun: &str) -> bool {
        let days_of_one = match noun {
            "day" | "days" | "jour" | "jours" => 1.0,
            "week" | "weeks" | "semaine" | "semaines" => 7.0,
            "month" | "months" | "mois" => 30.44,
            "year" | "years" | "an" | "ans" => 365.25,
            _ => return false,
        };
        let days: Vec<i32> = (self.dates.iter())
            .map(|known| sahelscope::calendar::day_number(known.first()))
            .collect();
        let is = |a: i32, b: i32| (f64::from(b - a) / days_of_one).round() == value;
        days.iter().any(|a| days.iter().any(|b| is(*a, *b)))
    }

    fn add(&mut self, atlas: &Atlas, thing: &Thing, shown: &[Date]) {
        match thing {
            Thing::Event(id) => {
                let event = atlas.event(id).expect(GONE);
                self.dates.push(event.date);
                self.dates.extend(event.end);
                self.figures.extend(event.troops);
                let near = event.date.first();
                self.add_text(&event.title, near);
                self.add_text(&event.summary, near);
                self.add_sources(thing, &event.sources);
            }
            Thing::Base(id) => {
                let base = atlas.base(id).expect(GONE);
                for period in &base.periods {
                    self.dates
                        .extend([period.from, period.to].into_iter().flatten());
                    self.figures.extend(period.troops);
                    self.add_note(&period.note, period.from);
                }
                let sources: Vec<Source> = (base.periods.iter())
                    .flat_map(|period| period.sources.clone())
                    .collect();
                self.add_sources(thing, &sources);
            }
            Thing::Sky(id) => {
                let sky = atlas.sky(id).expect(GONE);
                let dates = [sky.from, sky.to, sky.known_until];
                self.dates.extend(dates.into_iter().flatten());
                for text in [&sky.reason, &sky.note, &sky.lifted] {
                    self.add_note(text, sky.from);
                }
                self.add_sources(thing, &sky.sources);
            }
            Thing::Alliance(id) => self.add_alliance(atlas, id, shown),
            Thing::Mission(id) => {
                let mission = atlas.mission(id).expect(GONE);
                self.dates
                    .extend([mission.from, mission.to].into_iter().flatten());
                self.figures.extend(mission.peak_troops);
                self.add_note(&mission.note, mission.from);
                self.add_sources(thing, &mission.sources);
                self.add_strengths(atlas, &mission.lead, shown);
            }
            Thing::Actor(code) => self.add_strengths(atlas, code, shown),
            Thing::Country(_) => {}
        }
    }

    fn add_alliance(&mut self, atlas: &Atlas, id: &str, shown: &[Date]) {
        let alliance = atlas.alliance(id).expect(GONE);
        let dates = [alliance.formed, alliance.dissolved];
        self.dates.extend(dates.into_iter().flatten());
        self.add_note(&alliance.note, alliance.formed);
        for member in &alliance.members {
            self.dates
                .extend([member.from, member.to].into_iter().flatten());
            self.add_note(&member.note, member.from);
        }
        for day in shown {
            let world = World::at(atlas, *day, 0);
            let members = world
                .member_rows(atlas)
                .filter(|(alliance, row)| *alliance == id && row.status == Standing::Member);
            self.figures.insert(members.count() as u32);
        }
        self.add_sources(&Thing::Alliance(id.to_owned()), &alliance.sources);
    }

    /// The figures of a force that hold on the days shown.
    fn add_strengths(&mut self, atlas: &Atlas, force: &str, shown: &[Date]) {
        for day in shown {
            let world = World::at(atlas, *day, 0);
            let figures = world.figures(atlas).filter(|figure| figure.force == force);
            for figure in figures {
                self.figures.insert(figure.troops);
                self.dates.push(figure.date);
            }
        }
    }

    fn add_note(&mut self, text: &Option<Bilingual>, near: Option<PartialDate>) {
        let near = near.map_or(date(2020, 1, 1), PartialDate::first);
        if let Some(text) = text {
            self.add_text(text, near);
        }
    }

    fn add_text(&mut self, text: &Bilingual, near: Date) {
        for lang in Lang::ALL {
            let found = named(text.get(lang), lang, near);
            self.dates.extend(found.dates);
            let tenths = found
                .numbers
                .iter()
                .map(|number| (number.value * 10.0).round() as i64);
            self.tenths.extend(tenths);
        }
    }

    fn add_sources(&mut self, thing: &Thing, sources: &[Source]) {
        if sources.is_empty() {
            self.unsourced.push(thing.clone());
        }
    }
}

/// The kind of a thing.
pub fn kind(thing: &Thing) -> &'static str {
    match thing {
        Thing::Event(_) => "event",
        Thing::Base(_) => "base",
        Thing::Country(_) => "country",
        Thing::Sky(_) => "sky",
        Thing::Actor(_) => "actor",
        Thing::Alliance(_) => "alliance",
        Thing::Mission(_) => "mission",
    }
}
