//! What is searched: the things of an atlas and all their texts, names first.
//!
//! A text that is the same in both languages is given once. Nothing is written here: every text is one
//! of the facts.

use super::index::Part;
use crate::calendar::day_number;
use crate::lang::{Bilingual, Lang};
use crate::model::{
    Alliance, Atlas, Base, Closure, Event, Mission, PartyKind,
    basemap::{Country, Town},
};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// What kind of thing is found; in the order in which equally good kinds are listed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kind {
    /// A country of the map.
    Country,
    /// A base.
    Base,
    /// An alliance.
    Alliance,
    /// A mission.
    Mission,
    /// Somebody with a code who is none of these: a state off the map, a group, a company.
    Actor,
    /// The record of a sky.
    Sky,
    /// An event.
    Event,
    /// A town.
    Town,
}

impl Kind {
    /// All kinds, in their order.
    pub const ALL: [Kind; 8] = [
        Kind::Country,
        Kind::Base,
        Kind::Alliance,
        Kind::Mission,
        Kind::Actor,
        Kind::Sky,
        Kind::Event,
        Kind::Town,
    ];
}

/// A thing that can be found: its kind and its position in the atlas's list of that kind (countries:
/// those of the coarsest level of the basemap; actors: all parties in the order of their codes).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Thing {
    /// Its kind.
    pub kind: Kind,
    /// Its position.
    pub at: usize,
}

/// Which text of a thing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Field {
    /// Its name or title.
    Name,
    /// Another name.
    OtherName,
    /// Its code.
    Code,
    /// What an event is about.
    Summary,
    /// Where.
    Place,
    /// A country it lies in or concerns.
    Country,
    /// Who acts, holds, leads or belongs to it.
    Actor,
    /// What else is known.
    Note,
}

impl Field {
    fn part(self) -> Part {
        match self {
            Field::Name | Field::OtherName | Field::Code => Part::Name,
            Field::Summary | Field::Place | Field::Country | Field::Actor | Field::Note => {
                Part::Text
            }
        }
    }
}

/// A text of a thing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Text<'a> {
    /// What it is.
    pub field: Field,
    /// Its language; nothing when it is the same in both.
    pub lang: Option<Lang>,
    /// The text as it stands in the data.
    pub text: &'a str,
}

impl Text<'_> {
    pub(super) fn part(&self) -> Part {
        self.field.part()
    }
}

/// The things of a kind, those that matter more or are newer first.
pub(super) fn things(atlas: &Atlas, kind: Kind) -> Vec<usize> {
    let start = |span: crate::calendar::Span| Reverse(span.day_numbers().0);
    match kind {
        Kind::Event => sorted(&atlas.events, |e| Reverse(day_number(e.date.first()))),
        Kind::Base => sorted(&atlas.bases, |b| {
            b.periods.iter().map(|t| start(t.span())).min()
        }),
        Kind::Sky => sorted(&atlas.skies, |s| start(s.span())),
        Kind::Mission => sorted(&atlas.missions, |m| start(m.span())),
        Kind::Alliance => sorted(&atlas.alliances, |a| {
            (
                a.bilateral,
                a.formed.map(|d| Reverse(day_number(d.first()))),
            )
        }),
        Kind::Country => sorted(&atlas.basemap.level(2).countries, |c| {
            (!atlas.is_focus(&c.iso), c.iso.clone())
        }),
        Kind::Town => sorted(&atlas.basemap.towns, |t| (t.rank, Reverse(t.population))),
        Kind::Actor => actors(atlas),
    }
}

fn sorted<T, K: Ord>(all: &[T], key: impl Fn(&T) -> K) -> Vec<usize> {
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_cached_key(|&i| (key(&all[i]), i));
    order
}

/// The parties that are found as nothing else.
fn actors(atlas: &Atlas) -> Vec<usize> {
    let countries = &atlas.basemap.level(2).countries;
    let mut known: BTreeSet<&str> = countries.iter().map(|c| c.iso.as_str()).collect();
    known.extend(atlas.alliances.iter().map(|a| a.short.as_str()));
    known.extend(atlas.missions.iter().map(|m| m.short.as_str()));
    let parties = atlas.parties.values().enumerate();
    let alone = parties.filter(|(_, party)| {
        party.kind != PartyKind::Region && !known.contains(party.code.as_str())
    });
    alone.map(|(i, _)| i).collect()
}

/// All texts of a thing, names first. None when there is no such thing.
pub fn texts(atlas: &Atlas, thing: Thing) -> Vec<Text<'_>> {
    let mut list = List {
        atlas,
        texts: Vec::new(),
    };
    let at = thing.at;
    match thing.kind {
        Kind::Event => atlas.events.get(at).into_iter().for_each(|e| list.event(e)),
        Kind::Base => atlas.bases.get(at).into_iter().for_each(|b| list.base(b)),
        Kind::Sky => atlas.skies.get(at).into_iter().for_each(|s| list.sky(s)),
        Kind::Mission => atlas
            .missions
            .get(at)
            .into_iter()
            .for_each(|m| list.mission(m)),
        Kind::Alliance => atlas
            .alliances
            .get(at)
            .into_iter()
            .for_each(|a| list.alliance(a)),
        Kind::Country => {
            let countries = &atlas.basemap.level(2).countries;
            countries.get(at).into_iter().for_each(|c| list.country(c));
        }
        Kind::Town => atlas
            .basemap
            .towns
            .get(at)
            .into_iter()
            .for_each(|t| list.town(t)),
        Kind::Actor => {
            if let Some(party) = atlas.parties.values().nth(at) {
                list.party(Field::Name, &party.code);
            }
        }
    }
    list.texts
}

struct List<'a> {
    atlas: &'a Atlas,
    texts: Vec<Text<'a>>,
}

impl<'a> List<'a> {
    fn one(&mut self, field: Field, lang: Option<Lang>, text: &'a str) {
        let known = |t: &Text<'_>| t.text == text && t.part() <= field.part();
        if !text.is_empty() && !self.texts.iter().any(known) {
            self.texts.push(Text { field, lang, text });
        }
    }

    fn both(&mut self, field: Field, text: &'a Bilingual) {
        if text.en == text.fr {
            self.one(field, None, &text.en);
        } else {
            for lang in Lang::ALL {
                self.one(field, Some(lang), text.get(lang));
            }
        }
    }

    fn note(&mut self, note: Option<&'a Bilingual>) {
        if let Some(note) = note {
            self.both(Field::Note, note);
        }
    }

    /// What a code stands for, and the code.
    fn party(&mut self, field: Field, code: &'a str) {
        if let Some(party) = self.atlas.parties.get(code) {
            self.both(field, &party.short);
            let other = if field == Field::Name {
                Field::OtherName
            } else {
                field
            };
            self.both(other, &party.name);
        }
        let own = if field == Field::Name {
            Field::Code
        } else {
            field
        };
        self.one(own, None, code);
    }

    fn parties(&mut self, field: Field, codes: &'a [String]) {
        for code in codes {
            self.party(field, code);
        }
    }

    fn event(&mut self, event: &'a Event) {
        self.both(Field::Name, &event.title);
        self.both(Field::Summary, &event.summary);
        let ends = event
            .movement
            .iter()
            .flat_map(|m| [&m.from, &m.to])
            .flatten();
        for place in event.places.iter().chain(ends) {
            self.both(Field::Place, &place.name);
        }
        self.parties(Field::Actor, &event.actors);
        self.parties(Field::Actor, &event.targets);
        self.parties(Field::Country, &event.countries);
    }

    fn base(&mut self, base: &'a Base) {
        self.both(Field::Name, &base.name);
        for name in &base.aka {
            self.one(Field::OtherName, None, name);
        }
        self.party(Field::Country, &base.host);
        for period in &base.periods {
            self.party(Field::Actor, &period.operator);
            if let Some(mission) = &period.mission {
                self.both(Field::Actor, mission);
            }
            self.note(period.note.as_ref());
        }
    }

    fn sky(&mut self, sky: &'a Closure) {
        self.party(Field::Name, &sky.country);
        for lang in Lang::ALL {
            self.one(Field::OtherName, Some(lang), sky.measure.word(lang));
        }
        self.parties(Field::Country, &sky.countries);
        self.parties(Field::Actor, &sky.against);
        self.party(Field::Actor, &sky.measure_by);
        for text in [&sky.reason, &sky.note, &sky.lifted] {
            self.note(text.as_ref());
        }
    }

    fn alliance(&mut self, alliance: &'a Alliance) {
        self.both(Field::Name, &alliance.short_name);
        self.both(Field::OtherName, &alliance.name);
        self.one(Field::Code, None, &alliance.short);
        for row in &alliance.members {
            self.party(Field::Actor, &row.country);
            self.note(row.note.as_ref());
        }
        self.note(alliance.note.as_ref());
    }

    fn mission(&mut self, mission: &'a Mission) {
        self.both(Field::Name, &mission.short_name);
        self.both(Field::OtherName, &mission.name);
        self.one(Field::Code, None, &mission.short);
        self.parties(Field::Country, &mission.hosts);
        self.party(Field::Actor, &mission.lead);
        self.parties(Field::Actor, &mission.contributors);
        self.note(mission.note.as_ref());
    }

    fn country(&mut self, country: &'a Country) {
        self.party(Field::Name, &country.iso);
        self.both(Field::OtherName, &country.name);
    }

    fn town(&mut self, town: &'a Town) {
        self.both(Field::Name, &town.name);
        self.party(Field::Country, &town.country);
    }
}
