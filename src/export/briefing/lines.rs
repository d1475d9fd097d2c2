//! What each change says: one function a kind, and the order in which the kinds stand.
//!
//! A change that tells nothing, such as from no figure to none, is left out here and stays in the JSON.

use super::{Line, Section};
use crate::calendar::{Date, PartialDate};
use crate::export::state::names;
use crate::lang::{Lang, Words, compare_words as w, number};
use crate::model::{
    Atlas, BaseChange, Changed, Changes, Closure, Qualifier, RelationState, Standing, Strength,
    Traffic, Turn, Turned,
};
use crate::state::Selected;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// All sections that have a line, what is most telling first.
pub(super) fn sections(atlas: &Atlas, changes: &Changes, lang: Lang) -> Vec<Section> {
    let words = Wording { atlas, lang };
    let turned = |all: &[Turned], turn: Turn, line: &dyn Fn(&Turned) -> Option<Line>| {
        let chosen = all.iter().filter(|t| t.turn == turn);
        in_time(chosen.filter_map(line).collect())
    };
    let sky = |t: &Turned| words.closure(&atlas.skies, t, true);
    let border = |t: &Turned| words.closure(&atlas.borders, t, false);
    let sanction = |t: &Turned| words.sanction(t);
    let mission = |t: &Turned| words.mission(t);
    let bases = |kind: Kind| {
        let chosen = changes.bases.iter().filter(|b| Kind::of(b) == kind);
        in_time(chosen.filter_map(|b| words.base(b)).collect())
    };
    let all: [(Words, Vec<Line>); 16] = [
        (w::BASES_HANDED_OVER, bases(Kind::HandedOver)),
        (w::BASES_OPENED, bases(Kind::Opened)),
        (w::BASES_LEFT, bases(Kind::Left)),
        (w::BASES_SHARED, bases(Kind::Shared)),
        (w::SKIES_CLOSED, turned(&changes.skies, Turn::Began, &sky)),
        (w::SKIES_REOPENED, turned(&changes.skies, Turn::Ended, &sky)),
        (
            w::BORDERS_CLOSED,
            turned(&changes.borders, Turn::Began, &border),
        ),
        (
            w::BORDERS_REOPENED,
            turned(&changes.borders, Turn::Ended, &border),
        ),
        (w::ALLIANCES, words.alliances(&changes.memberships)),
        (w::TROOPS, words.troops(changes)),
        (
            w::MISSIONS_STARTED,
            turned(&changes.missions, Turn::Began, &mission),
        ),
        (
            w::MISSIONS_ENDED,
            turned(&changes.missions, Turn::Ended, &mission),
        ),
        (w::RELATIONS, words.relations(&changes.relations)),
        (
            w::SANCTIONS_IMPOSED,
            turned(&changes.sanctions, Turn::Began, &sanction),
        ),
        (
            w::SANCTIONS_LIFTED,
            turned(&changes.sanctions, Turn::Ended, &sanction),
        ),
        (w::EVENTS, words.events(&changes.events)),
    ];
    let told = all.into_iter().filter(|(_, lines)| !lines.is_empty());
    told.map(|(title, lines)| Section { title, lines })
        .collect()
}

/// In the order of time, what has no date last.
fn in_time(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by_key(|line| (line.when.is_none(), line.when.map(PartialDate::first)));
    lines
}

/// What happened to a base.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    HandedOver,
    Opened,
    Left,
    /// Some came or some left, others stayed.
    Shared,
}

impl Kind {
    fn of(change: &BaseChange) -> Kind {
        match (change.from.is_empty(), change.to.is_empty()) {
            (true, _) => Kind::Opened,
            (false, true) => Kind::Left,
            (false, false) if change.came().is_empty() || change.went().is_empty() => Kind::Shared,
            (false, false) => Kind::HandedOver,
        }
    }
}

/// The facts and the language to tell them in.
struct Wording<'a> {
    atlas: &'a Atlas,
    lang: Lang,
}

impl Wording<'_> {
    fn line(&self, name: String, change: String, when: Option<PartialDate>) -> Line {
        Line {
            name,
            change,
            when,
            selected: None,
            holders: [Vec::new(), Vec::new()],
            figures: None,
        }
    }

    fn say(&self, words: Words) -> &'static str {
        words.get(self.lang)
    }

    fn country(&self, code: &str) -> String {
        self.atlas.short_name(code, self.lang).to_owned()
    }

    fn base(&self, change: &BaseChange) -> Option<Line> {
        let base = self.atlas.base(&change.id)?;
        let list = |codes: &[&str]| -> String {
            let names: Vec<&str> = codes
                .iter()
                .map(|code| self.atlas.short_name(code, self.lang))
                .collect();
            names.join(", ")
        };
        let told = match Kind::of(change) {
            Kind::HandedOver => {
                let (from, to) = (&change.from, &change.to);
                let (from, to) = (
                    names(self.atlas, from, self.lang),
                    names(self.atlas, to, self.lang),
                );
                format!("{from} → {to}")
            }
            Kind::Opened => names(self.atlas, &change.to, self.lang),
            Kind::Left => names(self.atlas, &change.from, self.lang),
            Kind::Shared => {
                let parts = [
                    (w::CAME, change.came()),
                    (w::WENT, change.went()),
                    (w::STAYED, change.stayed()),
                ];
                let told = parts.iter().filter(|(_, codes)| !codes.is_empty());
                let told: Vec<String> = told
                    .map(|(words, codes)| format!("{} ({})", list(codes), self.say(*words)))
                    .collect();
                told.join(", ")
            }
        };
        let place = format!("{}, {}", base.name.get(self.lang), self.country(&base.host));
        Some(Line {
            selected: Some(Selected::Base(base.id.clone())),
            holders: [change.from.clone(), change.to.clone()],
            ..self.line(place, told, change.when)
        })
    }

    fn closure(&self, all: &[Closure], turned: &Turned, is_sky: bool) -> Option<Line> {
        let closure = all.iter().find(|c| c.id == turned.id)?;
        let against = match closure.against.iter().any(|code| code == "ALL") {
            true => self.say(w::EVERYONE).to_owned(),
            false => names(self.atlas, &closure.against, self.lang),
        };
        let traffic = match (closure.traffic, is_sky) {
            (Traffic::All, _) => "",
            (Traffic::Military, true) => self.say(w::MILITARY_FLIGHTS),
            (Traffic::Commercial, true) => self.say(w::COMMERCIAL_FLIGHTS),
            (Traffic::Military | Traffic::Commercial, false)
            | (Traffic::Drones | Traffic::Specific, _) => closure.traffic.word(self.lang),
        };
        let whose = self.country(&closure.country);
        // French would want the article of each name.
        let name = match self.lang {
            Lang::En => format!("{whose}, to {against}"),
            Lang::Fr => format!("{whose} → {against}"),
        };
        let selected = match (is_sky, closure.countries.first()) {
            (true, _) => Some(Selected::Sky(closure.id.clone())),
            (false, Some(first)) => Some(Selected::Country(first.clone())),
            (false, None) => None,
        };
        Some(Line {
            selected,
            ..self.line(name, traffic.to_owned(), turned.when)
        })
    }

    fn sanction(&self, turned: &Turned) -> Option<Line> {
        let found = self.atlas.sanctions.iter().find(|s| s.id == turned.id)?;
        let name = format!("{} → {}", self.country(&found.by), self.country(&found.on));
        Some(Line {
            selected: self.state(&found.on),
            ..self.line(name, found.kind.get(self.lang).to_owned(), turned.when)
        })
    }

    fn mission(&self, turned: &Turned) -> Option<Line> {
        let found = self.atlas.missions.iter().find(|m| m.id == turned.id)?;
        let name = found.name.get(self.lang).to_owned();
        let hosts = names(self.atlas, &found.hosts, self.lang);
        // Many a mission's name says where it is.
        let hosts = if name.contains(&hosts) {
            String::new()
        } else {
            hosts
        };
        Some(Line {
            selected: found.hosts.first().and_then(|host| self.state(host)),
            ..self.line(name, hosts, turned.when)
        })
    }

    /// A country that the map can show.
    fn state(&self, code: &str) -> Option<Selected> {
        let known = self.atlas.basemap.level(2).country(code)?;
        Some(Selected::Country(known.iso.clone()))
    }

    /// Countries that did the same in an alliance on the same day share a line.
    fn alliances(&self, changes: &[Changed<Standing>]) -> Vec<Line> {
        let mut told: Vec<(&str, Words, Option<PartialDate>, Vec<&str>)> = Vec::new();
        for change in changes {
            let (country, id) = (change.pair.0.as_str(), change.pair.1.as_str());
            if self.atlas.alliance(id).is_none_or(|a| a.bilateral) {
                continue;
            }
            let what = step(change.from, change.to);
            let alike = told
                .iter_mut()
                .find(|(a, s, when, _)| (*a, *s, *when) == (id, what, change.when));
            match alike {
                Some((.., countries)) => countries.push(country),
                None => told.push((id, what, change.when, vec![country])),
            }
        }
        let line = |(id, what, when, countries): (&str, Words, _, Vec<&str>)| {
            let alliance = self.atlas.alliance(id)?;
            let names: Vec<String> = countries.iter().map(|code| self.country(code)).collect();
            let name = format!("{}, {}", alliance.short_name.get(self.lang), self.say(what));
            Some(Line {
                selected: countries.first().and_then(|code| self.state(code)),
                ..self.line(name, names.join(", "), when)
            })
        };
        // Alliance by alliance, those founded meanwhile first, each in time.
        let date = |when: Option<PartialDate>| (when.is_none(), when.map(PartialDate::first));
        let mut ranks: BTreeMap<&str, (bool, (bool, Option<Date>))> = BTreeMap::new();
        for (id, what, when, _) in &told {
            let formed = self.atlas.alliance(id).and_then(|a| a.formed);
            let is_old = *what != w::JOINED || when.is_none() || *when != formed;
            let own = (is_old, date(*when));
            let rank = ranks.entry(*id).or_insert(own);
            *rank = (rank.0 && own.0, rank.1.min(own.1));
        }
        told.sort_by_key(|(id, _, when, _)| (ranks.get(id).copied(), *id, date(*when)));
        told.into_iter().filter_map(line).collect()
    }

    /// The largest change first.
    fn troops(&self, changes: &Changes) -> Vec<Line> {
        let told = changes.troops.iter().filter(|c| match (c.from, c.to) {
            (None, to) => to.is_some_and(|troops| troops > 0),
            (Some(_), _) => true,
        });
        let mut told: Vec<&Changed<u32>> = told.collect();
        let size = |c: &Changed<u32>| c.from.unwrap_or(0).abs_diff(c.to.unwrap_or(0));
        told.sort_by_key(|c| Reverse(size(c)));
        let line = |change: &&Changed<u32>| {
            let (force, country) = (&change.pair.0, &change.pair.1);
            let figure = |day: Date| {
                let found = figure_on(self.atlas, force, country, day);
                found.map_or(self.say(w::NO_FIGURE).to_owned(), |s| self.figure(s))
            };
            let name = format!("{}, {}", self.country(force), self.country(country));
            Line {
                selected: self.state(country),
                holders: [vec![force.clone()], Vec::new()],
                figures: Some([change.from.unwrap_or(0), change.to.unwrap_or(0)]),
                ..self.line(
                    name,
                    format!("{} → {}", figure(changes.from), figure(changes.to)),
                    change.when,
                )
            }
        };
        told.iter().map(line).collect()
    }

    fn figure(&self, strength: &Strength) -> String {
        let troops = number(strength.troops, self.lang);
        match (strength.qualifier, strength.troops) {
            (Qualifier::Exact, _) | (_, 0) => troops,
            (Qualifier::About | Qualifier::UpTo | Qualifier::AtLeast, _) => {
                format!("{} {troops}", strength.qualifier.word(self.lang))
            }
        }
    }

    fn relations(&self, changes: &[Changed<RelationState>]) -> Vec<Line> {
        let word = |state: Option<RelationState>| {
            state.map_or(self.say(w::NO_RECORD), |s| s.word(self.lang))
        };
        let line = |c: &Changed<RelationState>| {
            let (a, b) = (&c.pair.0, &c.pair.1);
            let focus = if self.atlas.is_focus(b) && !self.atlas.is_focus(a) {
                b
            } else {
                a
            };
            Line {
                selected: self.state(focus),
                ..self.line(
                    format!("{} – {}", self.country(a), self.country(b)),
                    format!("{} → {}", word(c.from), word(c.to)),
                    c.when,
                )
            }
        };
        in_time(changes.iter().map(line).collect())
    }

    fn events(&self, ids: &[String]) -> Vec<Line> {
        let events = ids.iter().filter_map(|id| self.atlas.event(id));
        let line = |e: &crate::model::Event| Line {
            selected: Some(Selected::Event(e.id.clone())),
            ..self.line(
                e.title.get(self.lang).to_owned(),
                String::new(),
                Some(e.date),
            )
        };
        events.map(line).collect()
    }
}

/// What a change of standing is called.
fn step(from: Option<Standing>, to: Option<Standing>) -> Words {
    match (from, to) {
        (_, None) => w::LEFT,
        (Some(Standing::Suspended | Standing::Withdrawing), Some(Standing::Member)) => {
            w::READMITTED
        }
        (_, Some(Standing::Member)) => w::JOINED,
        (_, Some(Standing::Suspended)) => w::SUSPENDED,
        (_, Some(Standing::Withdrawing)) => w::LEAVING,
        (_, Some(Standing::Observer)) => w::OBSERVER,
    }
}

/// The figure that holds on a day: the latest on or before it.
fn figure_on<'a>(atlas: &'a Atlas, force: &str, country: &str, day: Date) -> Option<&'a Strength> {
    let series = atlas.strength_series(force, country);
    series.into_iter().rfind(|s| s.date.first() <= day)
}
