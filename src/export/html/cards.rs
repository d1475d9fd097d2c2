//! What a page tells about the things on its map: one card a thing, with its dated facts and its sources.
//!
//! Cards stand in the page in both languages and are only shown and hidden by the script. A fact that holds
//! from one day to another says so, so that the card of a base tells who held it on the day that is shown.

use super::draw::Frame;
use super::text::{both, put, said, sources};
use crate::calendar::{Date, PartialDate, Precision, Span, partial_words, span_words};
use crate::export::film::Shot;
use crate::lang::{Lang, number, page_words as w, typeset};
use crate::model::{Atlas, Base, Closure, Confidence, Event, Source, Tenure};
use crate::scene::item::Subject;
use crate::style::Bloc;
use std::collections::{BTreeMap, BTreeSet};

/// A thing on the map: kind and identifier.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Thing {
    Event(String),
    Sky(String),
    Base(String),
    Country(String),
}

/// The cards of all things that are on the map some day.
pub(super) struct Cards<'f> {
    atlas: &'f Atlas,
    things: Vec<Thing>,
    known: BTreeMap<Thing, u32>,
    /// Cards of the events and skies of each day; the language makes no difference to what is on the map but
    /// where a mark finds no room.
    days: Vec<(Date, BTreeSet<u32>)>,
}

impl<'f> Cards<'f> {
    /// None yet.
    pub fn new(atlas: &'f Atlas) -> Cards<'f> {
        Cards {
            atlas,
            things: Vec::new(),
            known: BTreeMap::new(),
            days: Vec::new(),
        }
    }

    /// Takes up what is on the map of a day.
    pub fn add(&mut self, frame: &Frame, shot: &Shot, lang: Lang) {
        let countries = frame.layers.iter().filter(|l| l.name == "countries");
        let countries = countries.flat_map(|l| &l.items).map(|i| &i.subject);
        let on_map: Vec<&Subject> = countries
            .chain(frame.hits.iter().map(|h| &h.subject))
            .collect();
        let mut told = BTreeSet::new();
        for thing in on_map.into_iter().flat_map(things) {
            if !self.is_there(&thing) {
                continue;
            }
            let next = self.things.len() as u32;
            let number = *self.known.entry(thing.clone()).or_insert(next);
            if matches!(thing, Thing::Event(_) | Thing::Sky(_)) {
                told.insert(number);
            }
            if number == next {
                self.things.push(thing);
            }
        }
        match lang {
            Lang::En => self.days.push((shot.date, told)),
            Lang::Fr => self
                .days
                .last_mut()
                .into_iter()
                .for_each(|day| day.1.extend(&told)),
        }
    }

    /// The cards of a subject.
    pub fn of(&self, subject: &Subject) -> Vec<u32> {
        let things = things(subject);
        things
            .iter()
            .filter_map(|t| self.known.get(t).copied())
            .collect()
    }

    /// Is it a country that the record is about?
    pub fn is_focus(&self, subject: &Subject) -> bool {
        matches!(subject, Subject::Country(iso) if self.atlas.is_focus(iso))
    }

    /// For the script: the cards that the list shows on each day.
    pub fn days(&self) -> Vec<Vec<u32>> {
        let days = self.days.iter();
        days.map(|(_, told)| told.iter().copied().collect())
            .collect()
    }

    /// The list of events and closed skies by date, as it is on that day, and all other cards.
    pub fn written(&self, day: usize) -> [String; 2] {
        let (date, told) = match self.days.get(day) {
            Some((date, told)) => (*date, told.clone()),
            None => (Date::default(), BTreeSet::new()),
        };
        let mut list: Vec<(Date, u32)> = Vec::new();
        let mut others = String::new();
        for (number, thing) in (0u32..).zip(&self.things) {
            match thing {
                Thing::Event(id) => {
                    list.extend(self.atlas.event(id).map(|e| (e.date.first(), number)))
                }
                Thing::Sky(id) => {
                    let from = self
                        .atlas
                        .sky(id)
                        .map(|s| s.from.map_or(date, PartialDate::first));
                    list.extend(from.map(|from| (from, number)));
                }
                Thing::Base(_) | Thing::Country(_) => {
                    others.push_str(&self.card(number, thing, false));
                }
            }
        }
        // The newest first, as one reads what has just happened.
        list.sort_by_key(|(from, number)| (std::cmp::Reverse(*from), *number));
        let listed = list.into_iter().map(|(_, number)| {
            let thing = &self.things[number as usize];
            self.card(number, thing, !told.contains(&number))
        });
        [listed.collect(), others]
    }

    fn is_there(&self, thing: &Thing) -> bool {
        match thing {
            Thing::Event(id) => self.atlas.event(id).is_some(),
            Thing::Sky(id) => self.atlas.sky(id).is_some(),
            Thing::Base(id) => self.atlas.base(id).is_some(),
            Thing::Country(_) => true,
        }
    }

    fn card(&self, number: u32, thing: &Thing, is_hidden: bool) -> String {
        let hidden = if is_hidden { " hidden=\"\"" } else { "" };
        let (class, inside) = match thing {
            Thing::Event(id) => ("event", self.atlas.event(id).map(|e| self.event(e))),
            Thing::Sky(id) => ("sky", self.atlas.sky(id).map(|s| self.sky(s))),
            Thing::Base(id) => ("base", self.atlas.base(id).map(|b| self.base(b))),
            Thing::Country(iso) => ("country", Some(self.country(iso))),
        };
        let inside = inside.unwrap_or_default();
        format!("<article id=\"c{number}\" class=\"{class}\"{hidden}>{inside}</article>\n")
    }

    fn event(&self, event: &Event) -> String {
        let when = self.dated(event.span(), event.date);
        let place = event.places.first().map(|p| both(|lang| p.name.set(lang)));
        let mut out = head(&both(|lang| event.title.set(lang)), &[Some(when), place]);
        let kind = both(|lang| {
            let kind = event.category.word(lang);
            match event.confidence {
                Confidence::Confirmed => kind.to_owned(),
                Confidence::Reported | Confidence::Disputed | Confidence::Unsourced => {
                    format!("{kind} · {}", event.confidence.word(lang))
                }
            }
        });
        put!(out, "<div class=\"more\"><p class=\"kind\">{kind}</p>");
        put!(out, "<p>{}</p>", both(|lang| event.summary.set(lang)));
        put!(out, "{}</div>", sources(&event.sources));
        out
    }

    fn sky(&self, sky: &Closure) -> String {
        let when = match sky.from {
            Some(from) => self.dated(sky.span(), from),
            None => both(|lang| span_words(sky.span(), lang)),
        };
        let what = both(|lang| sky.traffic.word(lang).to_owned());
        let mut out = head(
            &both(|lang| self.sky_title(sky, lang)),
            &[Some(when), Some(what)],
        );
        out.push_str("<div class=\"more\">");
        for text in [&sky.reason, &sky.note, &sky.lifted].into_iter().flatten() {
            put!(out, "<p>{}</p>", both(|lang| text.set(lang)));
        }
        if let Some(until) = sky.known_until.filter(|_| sky.to.is_none()) {
            let until = both(|lang| {
                let text = format!("{} {}", w::LAST_SHOWN.get(lang), partial_words(until, lang));
                typeset(&text, lang)
            });
            put!(out, "<p>{until}</p>");
        }
        put!(out, "{}</div>", sources(&sky.sources));
        out
    }

    fn base(&self, base: &Base) -> String {
        let what =
            both(|lang| format!("{}, {}", base.kind.word(lang), self.short(&base.host, lang)));
        let mut out = head(&both(|lang| base.name.set(lang)), &[Some(what)]);
        out.push_str("<ul class=\"facts\">");
        for tenure in &base.periods {
            let title = both(|lang| self.holder(tenure, lang));
            let when = both(|lang| span_words(tenure.span(), lang));
            let note = tenure.note.as_ref().map(|n| both(|lang| n.set(lang)));
            let fact = Fact {
                title,
                when,
                note,
                confidence: tenure.confidence,
            };
            out.push_str(&fact.written(tenure.span(), &tenure.sources));
        }
        out.push_str("</ul>");
        out
    }

    fn country(&self, iso: &str) -> String {
        let mut out = head(&both(|lang| self.country_name(iso, lang)), &[]);
        out.push_str("<ul class=\"facts\">");
        let over = |sky: &&Closure| {
            sky.stands() && (sky.country == iso || sky.countries.iter().any(|c| c == iso))
        };
        for sky in self.atlas.skies.iter().filter(over) {
            let title = both(|lang| self.sky_title(sky, lang));
            let when = both(|lang| span_words(sky.span(), lang));
            let fact = Fact {
                title,
                when,
                note: None,
                confidence: sky.confidence,
            };
            out.push_str(&fact.written(sky.span(), &sky.sources));
        }
        self.figures(iso, &mut out);
        // First those that the map shows.
        let (shown, others): (Vec<_>, Vec<_>) =
            (self.atlas.alliances.iter().filter(|a| !a.bilateral))
                .partition(|a| Bloc::of_alliance(&a.id).is_some());
        for alliance in shown.into_iter().chain(others) {
            for row in alliance.members.iter().filter(|row| row.country == iso) {
                let title = both(|lang| {
                    format!(
                        "{}: {}",
                        alliance.short_name.set(lang),
                        row.status.word(lang)
                    )
                });
                let when = both(|lang| span_words(row.span(), lang));
                let fact = Fact {
                    title,
                    when,
                    note: None,
                    confidence: row.confidence,
                };
                out.push_str(&fact.written(row.span(), &row.sources));
            }
        }
        put!(out, "</ul><p class=\"none\">{}</p>", said(w::NOTHING_KNOWN));
        out
    }

    /// Troops in a country: each figure holds until the day before the next of its force.
    fn figures(&self, iso: &str, out: &mut String) {
        let here = self.atlas.strengths.iter().filter(|s| s.country == iso);
        let forces: BTreeSet<&str> = here.map(|s| s.force.as_str()).collect();
        for force in forces {
            let series = self.atlas.strength_series(force, iso);
            for (i, figure) in series.iter().enumerate().filter(|(_, f)| f.troops > 0) {
                let next = series.get(i + 1).map(|next| next.date.first());
                let to = next
                    .and_then(|day| day.yesterday().ok())
                    .map(PartialDate::Day);
                let title = both(|lang| {
                    let (how, many) = (figure.qualifier.word(lang), number(figure.troops, lang));
                    let text = match lang {
                        Lang::En => {
                            format!("{}: {how} {many} {}", self.short(force, lang), w::TROOPS.en)
                        }
                        Lang::Fr => format!(
                            "{} : {how} {many} {}",
                            self.short(force, lang),
                            w::TROOPS.fr
                        ),
                    };
                    typeset(&text, lang)
                });
                let when = both(|lang| partial_words(figure.date, lang));
                let span = Span {
                    from: Some(figure.date),
                    to,
                };
                let fact = Fact {
                    title,
                    when,
                    note: None,
                    confidence: figure.confidence,
                };
                out.push_str(&fact.written(span, &figure.sources));
            }
        }
    }

    /// A span in words, and how well its beginning is known when that is not to the day.
    fn dated(&self, span: Span, from: PartialDate) -> String {
        both(|lang| {
            let words = span_words(span, lang);
            match from.precision() {
                Precision::Day => words,
                Precision::Month => format!("{words} ({})", w::TO_THE_MONTH.get(lang)),
                Precision::Year => format!("{words} ({})", w::TO_THE_YEAR.get(lang)),
            }
        })
    }

    fn short(&self, code: &str, lang: Lang) -> String {
        typeset(self.atlas.short_name(code, lang), lang)
    }

    fn country_name(&self, iso: &str, lang: Lang) -> String {
        match self.atlas.parties.get(iso) {
            Some(party) => party.short.set(lang),
            None => {
                let level = self.atlas.basemap.level(2);
                let country = level.country(iso);
                country.map_or(iso.to_owned(), |c| c.name.set(lang))
            }
        }
    }

    fn sky_title(&self, sky: &Closure, lang: Lang) -> String {
        let whose = self.short(&sky.country, lang);
        let text = if sky.against.iter().any(|code| code == "ALL") {
            format!("{whose} – {}", w::CLOSED_TO_ALL.get(lang))
        } else {
            let against: Vec<String> = sky.against.iter().map(|c| self.short(c, lang)).collect();
            format!(
                "{whose} – {} {}",
                w::CLOSED_TO.get(lang),
                against.join(", ")
            )
        };
        typeset(&text, lang)
    }

    /// Who holds a base, for what, with how many.
    fn holder(&self, tenure: &Tenure, lang: Lang) -> String {
        let holder = self.short(&tenure.operator, lang);
        let mission = tenure.mission.as_ref().map(|m| m.set(lang));
        let mission = mission.filter(|m| *m != holder);
        let troops = tenure
            .troops
            .map(|n| format!("{} {}", number(n, lang), w::TROOPS.get(lang)));
        let parts = [Some(holder), mission, troops];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

/// A dated fact as markup.
struct Fact {
    title: String,
    when: String,
    note: Option<String>,
    confidence: Confidence,
}

impl Fact {
    fn written(&self, span: Span, from: &[Source]) -> String {
        let day = |date: Option<Date>| date.map_or(String::new(), |d| d.to_string());
        let first = day(span.from.map(PartialDate::first));
        let last = day(span.to.map(PartialDate::last));
        let mut out = format!(
            "<li data-from=\"{first}\" data-to=\"{last}\"><b>{}</b>",
            self.title
        );
        put!(out, " <span class=\"when\">{}</span>", self.when);
        if self.confidence != Confidence::Confirmed {
            put!(
                out,
                " <i>{}</i>",
                both(|lang| self.confidence.word(lang).to_owned())
            );
        }
        if let Some(note) = &self.note {
            put!(out, "<p>{note}</p>");
        }
        put!(out, "{}</li>", sources(from));
        out
    }
}

/// The heading of a card: what it is called, and a line of what is known in short.
fn head(title: &str, line: &[Option<String>]) -> String {
    let line: Vec<&str> = line.iter().flatten().map(String::as_str).collect();
    let mut out = format!("<h3>{title}</h3>");
    if !line.is_empty() {
        put!(out, "<p class=\"when\">{}</p>", line.join(" · "));
    }
    out
}

/// The things that a subject stands for.
fn things(subject: &Subject) -> Vec<Thing> {
    match subject {
        Subject::Country(iso) => vec![Thing::Country(iso.clone())],
        Subject::Base(id) => vec![Thing::Base(id.clone())],
        Subject::Event(id) => vec![Thing::Event(id.clone())],
        Subject::Sky(id) => vec![Thing::Sky(id.clone())],
        Subject::Cluster(ids) => ids.iter().cloned().map(Thing::Event).collect(),
        Subject::Bases(ids) => ids.iter().cloned().map(Thing::Base).collect(),
        Subject::None
        | Subject::Place(_)
        | Subject::Actor(_)
        | Subject::Alliance(_)
        | Subject::Mission(_)
        | Subject::Furniture(_) => Vec::new(),
    }
}
