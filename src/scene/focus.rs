//! What stays full while a thing's history is told or something is pointed at: its bases, events and skies, and
//! the countries it is in on the day. All else fades, and no shape moves.
//!
//! What belongs to a history is `model`'s business; places are given out as if nothing were selected.

use super::item::{Item, Shape, Subject};
use super::layers::countries::Dresses;
use super::pointed::Pointed;
use super::view::View;
use crate::geo::LonLat;
use crate::model::{Category, Fact, History, HistoryRow, Strength, Thing, Topic};
use crate::style::size::{FADED_COUNTRY, FADED_MARK, Hatch};
use crate::style::{Color, Palette};
use std::collections::BTreeSet;

/// Bases so near to each other in degrees share a name.
const BESIDE_DEG: f64 = 0.03;
/// A base so near to the place of an event, in degrees, is the place.
const AT_EVENT_DEG: f64 = 0.15;
/// How much of its colour the hatching of a sky keeps that is not the matter.
const FADED_SKY: f32 = 0.34;

/// The histories of what is selected and of what is pointed at, made when that changes.
#[derive(Default)]
pub(super) struct Told {
    of: Subject,
    history: Option<History>,
    at: Pointed,
    pointed: Vec<(Thing, Option<History>)>,
}

impl Told {
    /// What is in focus on the day of the view; nothing when no history is told.
    pub fn focus(&mut self, view: &View<'_>) -> Option<Focus> {
        if self.of != *view.selected {
            self.of = view.selected.clone();
            self.history = topic(view.selected).map(|topic| History::of(view.atlas, topic));
        }
        if self.at != *view.pointed {
            self.at = view.pointed.clone();
            let things = self.at.all().map(|thing| {
                let history = thing.topic().map(|topic| History::of(view.atlas, topic));
                (thing.clone(), history)
            });
            self.pointed = things.collect();
        }
        let selected = self.history.as_ref().map(|h| Focus::of(view, h));
        if self.pointed.is_empty() {
            return selected;
        }
        Some(Focus::pointed(view, &self.pointed, selected))
    }
}

/// The history that is told when that is selected.
fn topic(selected: &Subject) -> Option<Topic<'_>> {
    match selected {
        Subject::Base(id) => Some(Topic::Base(id)),
        Subject::Country(iso) => Some(Topic::Country(iso)),
        Subject::Actor(code) => Some(Topic::Actor(code)),
        Subject::Alliance(id) => Some(Topic::Alliance(id)),
        Subject::Mission(id) => Some(Topic::Mission(id)),
        Subject::None
        | Subject::Event(_)
        | Subject::Sky(_)
        | Subject::Place(_)
        | Subject::Cluster(_)
        | Subject::Bases(_)
        | Subject::Furniture(_) => None,
    }
}

/// What stays full on a day; ids and codes as in the data.
#[derive(Debug, Default)]
pub(super) struct Focus {
    bases: BTreeSet<String>,
    /// Bases beside one of these, with which it may share a name on the map.
    beside: BTreeSet<String>,
    events: BTreeSet<String>,
    skies: BTreeSet<String>,
    countries: BTreeSet<String>,
    /// Countries whose skies are hatched as ever; nothing when all are.
    under_skies: Option<BTreeSet<String>>,
}

impl Focus {
    fn of(view: &View<'_>, history: &History) -> Focus {
        let mut focus = Focus::default();
        let alliance = if let Subject::Alliance(id) = view.selected {
            Some(id.as_str())
        } else {
            None
        };
        for row in history.rows() {
            focus.add(view, row, alliance);
        }
        match view.selected {
            Subject::Country(iso) => focus.countries = [iso.clone()].into(),
            Subject::Base(id) => {
                let host = view.atlas.base(id).map(|base| base.host.clone());
                focus.countries = host.into_iter().collect();
                focus.bases.insert(id.clone());
            }
            Subject::Actor(code) => {
                focus.countries.insert(code.clone());
            }
            Subject::Alliance(_)
            | Subject::Mission(_)
            | Subject::None
            | Subject::Event(_)
            | Subject::Sky(_)
            | Subject::Place(_)
            | Subject::Cluster(_)
            | Subject::Bases(_)
            | Subject::Furniture(_) => {}
        }
        focus.beside = focus.beside(view);
        focus
    }

    /// What is pointed at, added to what is selected. Countries fade only when something that covers countries
    /// is pointed at: beside a single camp the colours of the map are its frame.
    fn pointed(view: &View<'_>, things: &[(Thing, Option<History>)], onto: Option<Focus>) -> Focus {
        let mut focus = onto.unwrap_or_default();
        let mut countries = std::mem::take(&mut focus.countries);
        for (thing, history) in things {
            let (mut of_thing, mut alliance) = (Focus::default(), None);
            match thing {
                Thing::Event(id) => {
                    focus.events.insert(id.clone());
                }
                Thing::Base(id) => {
                    focus.bases.insert(id.clone());
                }
                Thing::Sky(id) => {
                    focus.skies.insert(id.clone());
                    let sky = view.atlas.sky(id);
                    of_thing.countries.extend(sky.map(|s| s.country.clone()));
                }
                Thing::Country(code) | Thing::Actor(code) => {
                    of_thing.countries.insert(code.clone());
                }
                Thing::Alliance(id) => alliance = Some(id.as_str()),
                Thing::Mission(_) => {}
            }
            // The history of a base would bring back half of what is to step back.
            let rows = history.iter().filter(|_| !matches!(thing, Thing::Base(_)));
            for row in rows.flat_map(History::rows) {
                of_thing.add(view, row, alliance);
            }
            if let Thing::Country(code) = thing {
                of_thing.countries = [code.clone()].into();
            }
            focus.bases.append(&mut of_thing.bases);
            focus.events.append(&mut of_thing.events);
            focus.skies.append(&mut of_thing.skies);
            if view.pointed.ringed.contains(thing) {
                countries.append(&mut of_thing.countries);
            }
        }
        let skies = focus.skies.iter().filter_map(|id| view.atlas.sky(id));
        let under = skies.flat_map(|s| s.countries.iter().chain([&s.country]));
        let of_events = view.pointed.all().filter_map(|thing| match thing {
            Thing::Event(id) => view.atlas.event(id),
            Thing::Base(_)
            | Thing::Country(_)
            | Thing::Sky(_)
            | Thing::Actor(_)
            | Thing::Alliance(_)
            | Thing::Mission(_) => None,
        });
        let closing = of_events.filter(|event| event.category == Category::Airspace);
        let of_events = closing.flat_map(|event| event.actors.iter().chain(&event.countries));
        let under: BTreeSet<String> = under.chain(of_events).chain(&countries).cloned().collect();
        focus.under_skies = Some(under);
        focus.keep_bases_of_events(view);
        focus.countries = countries;
        focus.beside = focus.beside(view);
        focus
    }

    fn beside(&self, view: &View<'_>) -> BTreeSet<String> {
        let at = |id: &String| view.atlas.base(id)?.position;
        let full: Vec<LonLat> = self.bases.iter().filter_map(at).collect();
        let near = |a: &LonLat, b: LonLat| {
            (a.lon - b.lon).abs() < BESIDE_DEG && (a.lat - b.lat).abs() < BESIDE_DEG
        };
        let all = view.atlas.bases.iter();
        let beside = all.filter(|base| {
            let position = base.position;
            position.is_some_and(|here| full.iter().any(|there| near(there, here)))
        });
        beside.map(|base| base.id.clone()).collect()
    }

    /// Periods count while they last; a holder who left, as long as the map remembers it.
    fn add(&mut self, view: &View<'_>, row: &HistoryRow, alliance: Option<&str>) {
        let atlas = view.atlas;
        let holds = row.span.contains(view.world.date);
        match row.fact {
            Fact::Event(at) => {
                let event = atlas.events.get(at as usize);
                self.events.extend(event.map(|e| e.id.clone()));
            }
            Fact::Tenure(b, t) if holds || view.world.left.contains(&(b, t)) => {
                if let Some(base) = atlas.bases.get(b as usize) {
                    self.bases.insert(base.id.clone());
                    self.countries.insert(base.host.clone());
                }
            }
            Fact::Sky(at) => {
                let sky = atlas.skies.get(at as usize);
                self.skies.extend(sky.map(|s| s.id.clone()));
            }
            Fact::Membership(a, m) if holds && Focus::is_of_alliance(view, a, alliance) => {
                let members = atlas.alliances.get(a as usize).map(|a| &a.members);
                let row = members.and_then(|rows| rows.get(m as usize));
                self.countries.extend(row.map(|row| row.country.clone()));
            }
            Fact::Mission(at) if holds => {
                let mission = atlas.missions.get(at as usize);
                let hosts = mission.into_iter().flat_map(|m| &m.hosts);
                self.countries.extend(hosts.cloned());
            }
            Fact::Figure(at) if holds => {
                let figure = atlas.strengths.get(at as usize);
                let present = |s: &&Strength| s.troops > 0;
                let country = figure.filter(present).map(|s| s.country.clone());
                self.countries.extend(country);
            }
            Fact::Tenure(..)
            | Fact::Membership(..)
            | Fact::Mission(_)
            | Fact::Figure(_)
            | Fact::Alliance(_)
            | Fact::Border(_)
            | Fact::Sanction(_)
            | Fact::Relation(_) => {}
        }
    }

    /// Is that the alliance whose history is told?
    fn is_of_alliance(view: &View<'_>, at: u32, told: Option<&str>) -> bool {
        let alliance = view.atlas.alliances.get(at as usize);
        alliance.is_some_and(|a| told == Some(a.id.as_str()))
    }

    /// A camp that is left belongs to the event of its leaving.
    fn keep_bases_of_events(&mut self, view: &View<'_>) {
        let pointed = view.pointed.all().filter_map(|thing| match thing {
            Thing::Event(id) => view.atlas.event(id),
            Thing::Base(_)
            | Thing::Country(_)
            | Thing::Sky(_)
            | Thing::Actor(_)
            | Thing::Alliance(_)
            | Thing::Mission(_) => None,
        });
        let places: Vec<LonLat> = pointed
            .flat_map(|event| &event.places)
            .map(|place| place.position())
            .collect();
        let bases = view.atlas.bases.iter().filter(|base| {
            let near = |at: LonLat| {
                let is_near = |p: &LonLat| {
                    (p.lon - at.lon).abs() < AT_EVENT_DEG && (p.lat - at.lat).abs() < AT_EVENT_DEG
                };
                places.iter().any(is_near)
            };
            base.position.is_some_and(near)
        });
        self.bases.extend(bases.map(|base| base.id.clone()));
    }

    /// Fades the countries that are not in focus; all stay as they are when none of them is. Hatching fades with
    /// them, and where no sky that is pointed at is the matter.
    pub fn fade_countries(&self, dresses: &mut Dresses, palette: &Palette) {
        if let Some(kept) = &self.under_skies {
            let beside = dresses
                .of
                .iter_mut()
                .filter(|(iso, dress)| dress.sky.is_some() && !kept.contains(*iso));
            for (_, dress) in beside {
                dress.sky = None;
                let fade = |(hatch, color): (Hatch, Color)| (hatch, color.with_opacity(FADED_SKY));
                dress.hatch = dress.hatch.map(fade);
            }
        }
        if self.countries.is_empty() {
            return;
        }
        for (iso, dress) in &mut dresses.of {
            if self.countries.contains(iso) {
                continue;
            }
            dress.fill = dress.fill.over(palette.map.land, FADED_COUNTRY);
            if let Some((_, color)) = &mut dress.hatch {
                *color = color.with_opacity(FADED_COUNTRY);
            }
        }
    }

    /// Fades the marks and words that are not in focus. Names of countries, towns and waters stay.
    pub fn fade(&self, items: &mut [Item]) {
        for item in items.iter_mut().filter(|item| self.fades(item)) {
            match &mut item.shape {
                Shape::Area(area) => area.fill = area.fill.with_opacity(FADED_MARK),
                Shape::Stroke(stroke) => stroke.color = stroke.color.with_opacity(FADED_MARK),
                Shape::Symbol(symbol) => symbol.opacity *= FADED_MARK,
                Shape::Text(text) => {
                    text.color = text.color.with_opacity(FADED_MARK);
                    text.halo = None;
                }
            }
        }
    }

    fn fades(&self, item: &Item) -> bool {
        let is_text = matches!(item.shape, Shape::Text(_));
        match &item.subject {
            Subject::Base(id) if is_text => !self.beside.contains(id),
            Subject::Base(id) => !self.bases.contains(id),
            Subject::Bases(ids) => !ids.iter().any(|id| self.bases.contains(id)),
            Subject::Event(id) => !self.events.contains(id),
            Subject::Cluster(ids) => !ids.iter().any(|id| self.events.contains(id)),
            Subject::Sky(id) => !self.skies.contains(id),
            Subject::None
            | Subject::Country(_)
            | Subject::Place(_)
            | Subject::Actor(_)
            | Subject::Alliance(_)
            | Subject::Mission(_)
            | Subject::Furniture(_) => false,
        }
    }
}
