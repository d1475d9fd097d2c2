//! What concerns what: the rules by which facts belong to a base, a country, an actor, an alliance, a mission.
//!
//! Facts say whom they are about by codes and where by places; only where the data hold neither does a name in
//! a text decide. Nothing is put in order here.

use super::naming::{is_operation_of, is_sure, is_told};
use super::{Fact, Topic};
use crate::calendar::Span;
use crate::model::{Atlas, Base, Category, Closure, Event, Mission, Tenure};
use std::collections::BTreeSet;

/// A place so near to a base is the base.
const AT_BASE_KM: f64 = 3.0;
/// A place so near is its town.
const TOWN_KM: f64 = 12.0;

/// The facts of a thing, each once.
pub(super) fn facts(atlas: &Atlas, topic: Topic<'_>) -> BTreeSet<Fact> {
    let mut gather = Gather {
        atlas,
        facts: BTreeSet::new(),
    };
    match topic {
        Topic::Base(id) => gather.base(id),
        Topic::Country(iso) => gather.country(iso),
        Topic::Actor(code) => gather.actor(code),
        Topic::Alliance(id) => gather.alliance(id),
        Topic::Mission(id) => gather.mission(id),
    }
    gather.facts
}

struct Gather<'a> {
    atlas: &'a Atlas,
    facts: BTreeSet<Fact>,
}

impl<'a> Gather<'a> {
    fn events(&mut self, is_meant: impl Fn(&Event) -> bool) {
        let found = numbered(&self.atlas.events).filter(|(_, event)| is_meant(event));
        self.facts.extend(found.map(|(at, _)| Fact::Event(at)));
    }

    fn tenures(&mut self, is_meant: impl Fn(&Base, &Tenure) -> bool) {
        for (b, base) in numbered(&self.atlas.bases) {
            let held = numbered(&base.periods).filter(|(_, tenure)| is_meant(base, tenure));
            self.facts.extend(held.map(|(t, _)| Fact::Tenure(b, t)));
        }
    }

    fn missions(&mut self, is_meant: impl Fn(&Mission) -> bool) {
        let found = numbered(&self.atlas.missions).filter(|(_, mission)| is_meant(mission));
        self.facts.extend(found.map(|(at, _)| Fact::Mission(at)));
    }

    fn figures(&mut self, of_force: Option<&str>, in_country: Option<&str>) {
        let fits = |code: &str, wanted: Option<&str>| wanted.is_none_or(|w| w == code);
        let found = numbered(&self.atlas.strengths)
            .filter(|(_, s)| fits(&s.force, of_force) && fits(&s.country, in_country));
        self.facts.extend(found.map(|(at, _)| Fact::Figure(at)));
    }

    /// Closures, sanctions, relations and standings that a code takes part in.
    fn measures(&mut self, code: &str) {
        let atlas = self.atlas;
        let named = |c: &Closure| {
            c.country == code
                || c.measure_by == code
                || has(&c.countries, code)
                || has(&c.against, code)
        };
        let skies = numbered(&atlas.skies).filter(|(_, c)| named(c));
        self.facts.extend(skies.map(|(at, _)| Fact::Sky(at)));
        let borders = numbered(&atlas.borders).filter(|(_, c)| named(c));
        self.facts.extend(borders.map(|(at, _)| Fact::Border(at)));
        let sanctions = numbered(&atlas.sanctions).filter(|(_, s)| s.by == code || s.on == code);
        let sanctions = sanctions.map(|(at, _)| Fact::Sanction(at));
        self.facts.extend(sanctions);
        let relations = numbered(&atlas.relations).filter(|(_, r)| r.a == code || r.b == code);
        let relations = relations.map(|(at, _)| Fact::Relation(at));
        self.facts.extend(relations);
        for (a, alliance) in numbered(&atlas.alliances) {
            let rows = numbered(&alliance.members).filter(|(_, row)| row.country == code);
            self.facts.extend(rows.map(|(m, _)| Fact::Membership(a, m)));
        }
    }

    /// Who held it, what happened at it or names it, and what its holders did and met in its town.
    fn base(&mut self, id: &str) {
        let Some(base) = self.atlas.base(id) else {
            return;
        };
        self.tenures(|other, _| other.id == base.id);
        self.events(|event| concerns_base(event, base));
    }

    /// What stands about it, who is in it, and what happens in it or by it.
    fn country(&mut self, iso: &str) {
        self.measures(iso);
        self.tenures(|base, _| base.host == iso);
        self.missions(|mission| has(&mission.hosts, iso));
        self.figures(None, Some(iso));
        self.events(|event| has(&event.countries, iso) || takes_part(event, iso));
    }

    /// What it holds, does and suffers, wherever that is.
    fn actor(&mut self, code: &str) {
        self.measures(code);
        self.tenures(|_, tenure| tenure.operator == code);
        self.missions(|m| m.lead == code || m.short == code || has(&m.contributors, code));
        self.figures(Some(code), None);
        self.events(|event| takes_part(event, code));
    }

    /// Its life, its members, and all that it does as an actor; one that is no actor is known by its name.
    fn alliance(&mut self, id: &str) {
        let Some((at, alliance)) = numbered(&self.atlas.alliances).find(|(_, a)| a.id == id) else {
            return;
        };
        self.facts.insert(Fact::Alliance(at));
        let members = numbered(&alliance.members).map(|(m, _)| Fact::Membership(at, m));
        self.facts.extend(members);
        if self.atlas.parties.contains_key(&alliance.short) {
            self.actor(&alliance.short);
            return;
        }
        let names = [
            &alliance.name.en,
            &alliance.name.fr,
            &alliance.short_name.en,
            &alliance.short_name.fr,
        ];
        self.events(|event| {
            names
                .iter()
                .any(|name| is_sure(name) && is_told(event, name))
        });
    }

    /// Its life, the bases held and the figures given under its name, and its events.
    fn mission(&mut self, id: &str) {
        let atlas = self.atlas;
        let Some((at, mission)) = numbered(&atlas.missions).find(|(_, m)| m.id == id) else {
            return;
        };
        self.facts.insert(Fact::Mission(at));
        self.tenures(|base, tenure| {
            has(&mission.hosts, &base.host) && is_tenure_of(atlas, base, tenure, mission)
        });
        let figures = numbered(&atlas.strengths).filter(|(_, figure)| {
            let named = figure.mission.as_ref();
            has(&mission.hosts, &figure.country)
                && named.is_some_and(|m| is_operation_of(&m.en, mission))
        });
        self.facts.extend(figures.map(|(f, _)| Fact::Figure(f)));
        self.events(|event| is_event_of(atlas, event, mission));
    }
}

fn numbered<T>(all: &[T]) -> impl Iterator<Item = (u32, &T)> {
    (0u32..).zip(all)
}

fn has(codes: &[String], code: &str) -> bool {
    codes.iter().any(|c| c == code)
}

fn takes_part(event: &Event, code: &str) -> bool {
    has(&event.actors, code) || has(&event.targets, code)
}

fn concerns_base(event: &Event, base: &Base) -> bool {
    let mut names = [&base.name.en, &base.name.fr].into_iter().chain(&base.aka);
    if names.any(|name| is_sure(name) && is_told(event, name)) {
        return true;
    }
    let Some(position) = base.position else {
        return false;
    };
    let ends = event.movement.iter().flat_map(|m| [&m.from, &m.to]);
    let places = event.places.iter().chain(ends.flatten());
    let nearest_km = places
        .map(|place| place.position().distance_km(position))
        .fold(f64::INFINITY, f64::min);
    nearest_km <= AT_BASE_KM || (nearest_km <= TOWN_KM && is_of_holders(event, base))
}

/// Do those who hold the base on the day take part?
fn is_of_holders(event: &Event, base: &Base) -> bool {
    let day = event.date.first();
    let mut holders = base.periods.iter().filter(|t| t.span().contains(day));
    holders.any(|tenure| takes_part(event, &tenure.operator))
}

/// A period that names the mission, or names none of those that its holder leads there while it is the only one.
fn is_tenure_of(atlas: &Atlas, base: &Base, tenure: &Tenure, mission: &Mission) -> bool {
    let Some(operation) = &tenure.mission else {
        return tenure.operator == mission.lead && is_alone(atlas, mission, &base.host);
    };
    if is_operation_of(&operation.en, mission) {
        return true;
    }
    let named = |other: &Mission| is_operation_of(&operation.en, other);
    tenure.operator == mission.lead
        && overlap(tenure.span(), mission.span())
        && is_alone(atlas, mission, &base.host)
        && !atlas.missions.iter().any(named)
}

/// An event that names the mission, or a movement or fight of its leader where it is the leader's only one.
fn is_event_of(atlas: &Atlas, event: &Event, mission: &Mission) -> bool {
    let names = [&mission.short_name.en, &mission.short_name.fr];
    let lives = overlap(event.span(), mission.span());
    if names.iter().any(|name| is_told(event, name)) {
        return true;
    }
    let kind = match event.category {
        Category::Withdrawal | Category::Deployment | Category::Attack => true,
        Category::Airspace
        | Category::Alliance
        | Category::Coup
        | Category::Sanction
        | Category::Diplomacy
        | Category::Agreement
        | Category::Transition => false,
    };
    let hosts = event.countries.iter().filter(|c| has(&mission.hosts, c));
    let mut alone = hosts.map(|host| is_alone(atlas, mission, host));
    lives && kind && takes_part(event, &mission.lead) && alone.any(|is| is)
}

/// Does its leader lead no other mission in that country at the same time?
fn is_alone(atlas: &Atlas, mission: &Mission, host: &str) -> bool {
    let other = |m: &Mission| {
        m.id != mission.id
            && m.lead == mission.lead
            && m.hosts.iter().any(|h| h == host)
            && overlap(m.span(), mission.span())
    };
    !atlas.missions.iter().any(other)
}

fn overlap(a: Span, b: Span) -> bool {
    let (a, b) = (a.day_numbers(), b.day_numbers());
    a.0 <= b.1 && b.0 <= a.1
}
