//! Rules between and inside records: codes exist, ends follow starts, rows do not overlap.
//!
//! It complains; it never repairs.

use super::folder::Facts;
use super::records::Read;
use super::report::{Complaint, Severity};
use super::source::Record;
use crate::calendar::{PartialDate, Span};
use crate::model::{Alliance, Closure, Confidence, Event, Movement, Relation, Source};
use std::collections::{BTreeMap, BTreeSet};

/// What references may point to.
#[derive(Default, Clone)]
pub(super) struct Known {
    codes: BTreeSet<String>,
    events: BTreeSet<String>,
}

impl Known {
    /// The codes and events among these facts.
    pub fn of(facts: &Facts<'_>) -> Known {
        Known {
            codes: facts.parties.iter().map(|(_, p)| p.code.clone()).collect(),
            events: facts.events.iter().map(|(_, e)| e.id.clone()).collect(),
        }
    }

    /// These, with what `other` knows where nothing of a kind is known here.
    pub fn or(mut self, other: &Known) -> Known {
        if self.codes.is_empty() {
            self.codes.clone_from(&other.codes);
        }
        if self.events.is_empty() {
            self.events.clone_from(&other.events);
        }
        self
    }
}

/// Makes every check on every kind.
pub(super) fn check(facts: &Facts<'_>, known: &Known, complaints: &mut Vec<Complaint>) {
    let mut all = Checks { known, complaints };
    all.ids(&facts.events);
    all.ids(&facts.bases);
    all.ids(&facts.skies);
    all.ids(&facts.borders);
    all.ids(&facts.sanctions);
    all.ids(&facts.alliances);
    all.ids(&facts.missions);
    all.ids(&facts.strengths);
    all.ids(&facts.relations);
    all.ids(&facts.firs);
    all.ids(&facts.parties);
    for (record, event) in &facts.events {
        all.event(record, event);
    }
    for (record, base) in &facts.bases {
        all.code(record, "host", &base.host);
        for (i, tenure) in base.periods.iter().enumerate() {
            all.code(record, &format!("periods[{i}].operator"), &tenure.operator);
            all.span(record, &format!("periods[{i}].to"), tenure.span());
            all.sources(
                record,
                &format!("periods[{i}].sources"),
                &tenure.sources,
                tenure.confidence,
            );
        }
    }
    for (record, closure) in facts.skies.iter().chain(&facts.borders) {
        all.closure(record, closure);
    }
    for (record, sanction) in &facts.sanctions {
        all.code(record, "by", &sanction.by);
        all.code(record, "on", &sanction.on);
        all.span(record, "to", sanction.span());
        all.sources(record, "sources", &sanction.sources, sanction.confidence);
    }
    for (record, alliance) in &facts.alliances {
        all.alliance(record, alliance);
    }
    for (record, mission) in &facts.missions {
        all.code(record, "lead", &mission.lead);
        all.codes(record, "hosts", &mission.hosts);
        all.codes(record, "contributors", &mission.contributors);
        all.span(record, "to", mission.span());
        all.sources(record, "sources", &mission.sources, mission.confidence);
    }
    for (record, strength) in &facts.strengths {
        all.code(record, "force", &strength.force);
        all.code(record, "country", &strength.country);
        all.sources(record, "sources", &strength.sources, strength.confidence);
    }
    for (record, relation) in &facts.relations {
        all.code(record, "a", &relation.a);
        all.code(record, "b", &relation.b);
        all.span(record, "to", relation.span());
        all.sources(record, "sources", &relation.sources, relation.confidence);
    }
    all.relation_overlaps(&facts.relations);
    for (record, fir) in &facts.firs {
        for (i, state) in fir.states.iter().enumerate() {
            all.code(record, &format!("states[{i}].iso"), &state.iso);
        }
    }
}

struct Checks<'c> {
    known: &'c Known,
    complaints: &'c mut Vec<Complaint>,
}

impl Checks<'_> {
    fn ids<T>(&mut self, read: &Read<'_, T>) {
        let mut seen = BTreeSet::new();
        for (record, _) in read {
            let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
            if record.id.is_empty() || !record.id.bytes().all(plain) {
                let expected = "an id of letters, digits and hyphens";
                self.complaints
                    .push(record.fault("id", expected, format!("`{}`", record.id)));
            }
            if !seen.insert(record.id) {
                let found = format!("`{}` a second time", record.id);
                self.complaints
                    .push(record.fault("id", "an id that is used once", found));
            }
        }
    }

    fn code(&mut self, record: &Record<'_>, field: &str, code: &str) {
        if !self.known.codes.contains(code) {
            let found = format!("`{code}`");
            self.complaints
                .push(record.fault(field, "a code of codes.json", found));
        }
    }

    fn codes(&mut self, record: &Record<'_>, field: &str, codes: &[String]) {
        for (i, code) in codes.iter().enumerate() {
            self.code(record, &format!("{field}[{i}]"), code);
        }
    }

    fn span(&mut self, record: &Record<'_>, end_field: &str, span: Span) {
        if let Span {
            from: Some(from),
            to: Some(to),
        } = span
            && to.last() < from.first()
        {
            let expected = format!("an end on or after the start {from}");
            self.complaints
                .push(record.fault(end_field, &expected, format!("`{to}`")));
        }
    }

    fn sources(&mut self, record: &Record<'_>, field: &str, sources: &[Source], sure: Confidence) {
        if sources.is_empty() && sure != Confidence::Unsourced {
            let expected = "a source, or the confidence `unsourced`";
            self.complaints.push(record.fault(field, expected, "none"));
        }
        for (i, source) in sources.iter().enumerate() {
            let address = source.url.as_deref();
            let web = |a: &str| a.starts_with("http://") || a.starts_with("https://");
            if address.is_some_and(|a| !web(a) || a.contains(char::is_whitespace)) {
                let at = format!("{field}[{i}].url");
                let found = format!("`{}`", address.unwrap_or_default());
                self.complaints
                    .push(record.fault(&at, "a web address or null", found));
            }
        }
    }

    fn event(&mut self, record: &Record<'_>, event: &Event) {
        self.codes(record, "actors", &event.actors);
        self.codes(record, "targets", &event.targets);
        self.codes(record, "countries", &event.countries);
        self.span(record, "end", event.span());
        self.sources(record, "sources", &event.sources, event.confidence);
        for (i, id) in event.related.iter().enumerate() {
            if !self.known.events.contains(id) {
                let field = format!("related[{i}]");
                self.complaints
                    .push(record.fault(&field, "the id of an event", format!("`{id}`")));
            }
        }
        let mut places: Vec<(String, f64, f64)> = Vec::new();
        for (i, place) in event.places.iter().enumerate() {
            places.push((format!("places[{i}]"), place.lon, place.lat));
        }
        if let Some(Movement { from, to }) = &event.movement {
            if from.is_none() && to.is_none() {
                let expected = "`from` or `to`, or null";
                self.complaints
                    .push(record.fault("movement", expected, "neither"));
            }
            for (name, place) in [("movement.from", from), ("movement.to", to)] {
                places.extend(place.iter().map(|p| (name.to_owned(), p.lon, p.lat)));
            }
        }
        for (field, lon, lat) in places {
            if !(-180.0..=180.0).contains(&lon) || !(-90.0..=90.0).contains(&lat) {
                let expected = "longitude -180 to 180 and latitude -90 to 90";
                self.complaints
                    .push(record.fault(&field, expected, format!("({lon}, {lat})")));
            }
        }
    }

    fn closure(&mut self, record: &Record<'_>, closure: &Closure) {
        self.code(record, "country", &closure.country);
        self.codes(record, "countries", &closure.countries);
        self.codes(record, "against", &closure.against);
        self.code(record, "measure_by", &closure.measure_by);
        self.span(record, "to", closure.span());
        self.sources(record, "sources", &closure.sources, closure.confidence);
        if closure.known_until.is_some() && closure.to.is_some() {
            let expected = "null, since an end is known";
            self.complaints
                .push(record.fault("known_until", expected, "a date"));
        }
    }

    fn alliance(&mut self, record: &Record<'_>, alliance: &Alliance) {
        let life = Span {
            from: alliance.formed,
            to: alliance.dissolved,
        };
        self.span(record, "dissolved", life);
        self.sources(record, "sources", &alliance.sources, alliance.confidence);
        let mut rows: BTreeMap<&str, Vec<(usize, Span)>> = BTreeMap::new();
        for (i, member) in alliance.members.iter().enumerate() {
            self.code(record, &format!("members[{i}].country"), &member.country);
            self.span(record, &format!("members[{i}].to"), member.span());
            let field = format!("members[{i}].sources");
            self.sources(record, &field, &member.sources, member.confidence);
            rows.entry(&member.country)
                .or_default()
                .push((i, member.span()));
        }
        for (country, mut spans) in rows {
            spans.sort_by_key(|(_, span)| span.day_numbers());
            for pair in spans.windows(2) {
                if overlap(pair[0].1, pair[1].1) {
                    let field = format!("members[{}].from", pair[1].0);
                    let expected = format!("one status of {country} on a day");
                    self.complaints
                        .push(record.fault(&field, &expected, shown(pair[1].1.from)));
                }
            }
        }
    }

    fn relation_overlaps(&mut self, relations: &Read<'_, Relation>) {
        let mut pairs: BTreeMap<[&str; 2], Vec<(&Record<'_>, Span)>> = BTreeMap::new();
        for (record, relation) in relations {
            let mut pair = [relation.a.as_str(), relation.b.as_str()];
            pair.sort_unstable();
            pairs
                .entry(pair)
                .or_default()
                .push((record, relation.span()));
        }
        for mut rows in pairs.into_values() {
            rows.sort_by_key(|(_, span)| span.day_numbers());
            for pair in rows.windows(2) {
                if overlap(pair[0].1, pair[1].1) {
                    let mut complaint = pair[1].0.fault(
                        "from",
                        "one state of relations on a day",
                        shown(pair[1].1.from),
                    );
                    complaint.severity = Severity::Refused;
                    self.complaints.push(complaint);
                }
            }
        }
    }
}

fn overlap(earlier: Span, later: Span) -> bool {
    earlier.day_numbers().1 >= later.day_numbers().0
}

fn shown(date: Option<PartialDate>) -> String {
    date.map_or_else(|| "no start".to_owned(), |d| format!("`{d}`"))
}
