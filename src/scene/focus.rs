//! What stays full while a thing's history is told: its bases, events and skies, and the countries it is in on
//! the day. All else fades, and no shape moves.
//!
//! What belongs to a history is `model`'s business; places are given out as if nothing were selected.

use super::item::{Item, Shape, Subject};
use super::layers::countries::Dresses;
use super::view::View;
use crate::geo::LonLat;
use crate::model::{Fact, History, HistoryRow, Strength, Topic};
use crate::style::Palette;
use crate::style::size::{FADED_COUNTRY, FADED_MARK};
use std::collections::BTreeSet;

/// Bases so near to each other in degrees share a name.
const BESIDE_DEG: f64 = 0.03;

/// The history of what is selected, made when that changes.
#[derive(Default)]
pub(super) struct Told {
    of: Subject,
    history: Option<History>,
}

impl Told {
    /// What is in focus on the day of the view; nothing when no history is told.
    pub fn focus(&mut self, view: &View<'_>) -> Option<Focus> {
        if self.of != *view.selected {
            self.of = view.selected.clone();
            self.history = topic(view.selected).map(|topic| History::of(view.atlas, topic));
        }
        let history = self.history.as_ref()?;
        Some(Focus::of(view, history))
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
}

impl Focus {
    fn of(view: &View<'_>, history: &History) -> Focus {
        let mut focus = Focus::default();
        for row in history.rows() {
            focus.add(view, row);
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
    fn add(&mut self, view: &View<'_>, row: &HistoryRow) {
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
            Fact::Membership(a, m) if holds && Focus::is_of_alliance(view, a) => {
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

    /// Is that the alliance that is selected?
    fn is_of_alliance(view: &View<'_>, at: u32) -> bool {
        let alliance = view.atlas.alliances.get(at as usize);
        alliance.is_some_and(|a| *view.selected == Subject::Alliance(a.id.clone()))
    }

    /// Fades the countries that are not in focus; all stay as they are when none of them is.
    pub fn fade_countries(&self, dresses: &mut Dresses, palette: &Palette) {
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
