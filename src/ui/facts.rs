//! Facts in words: dates with their precision, names of what can be pointed at, citations.
//!
//! Sentences that several panels write. It draws nothing.

use super::present::quiz;
use super::shown::Shown;
use crate::calendar::{PartialDate, Precision, short_partial_words};
use crate::export::citations::Style;
use crate::export::marked;
use crate::lang::{Lang, Words, number, typeset, ui_words as w};
use crate::model::{Base, Closure, Event, Source, Strength, Tenure};
use crate::scene::item::Subject;
use crate::state::Selected;
use crate::style::Holder;

/// A date as precisely as it is known, short: `15 Aug 2022`, `Aug 2022`, `2022`.
pub fn short_date(date: PartialDate, lang: Lang) -> String {
    short_partial_words(date, lang)
}

/// How well a date is known.
pub fn precision(date: PartialDate) -> Words {
    match date.precision() {
        Precision::Day => w::KNOWN_TO_DAY,
        Precision::Month => w::KNOWN_TO_MONTH,
        Precision::Year => w::KNOWN_TO_YEAR,
    }
}

/// A figure as it is meant: `about 13,900`, `up to 450`.
pub fn figure(strength: &Strength, lang: Lang) -> String {
    format!(
        "{} {}",
        strength.qualifier.word(lang),
        number(strength.troops, lang)
    )
}

/// What a thing is called, and a line about it.
pub struct Naming {
    /// Its name.
    pub name: String,
    /// Date, holder or standing.
    pub detail: String,
}

/// The name of what can be pointed at.
pub fn naming(shown: &Shown<'_>, subject: &Subject) -> Option<Naming> {
    let lang = shown.lang();
    if quiz::hides(shown, subject) {
        return Some(quiz::unnamed(shown));
    }
    match subject {
        Subject::Country(iso) => Some(Naming {
            name: country_name(shown, iso),
            detail: country_line(shown, iso),
        }),
        Subject::Base(id) => shown.atlas.base(id).map(|base| Naming {
            name: base.name.set(lang),
            detail: base_line(shown, base),
        }),
        Subject::Event(id) => shown.atlas.event(id).map(|event| Naming {
            name: event.title.set(lang),
            detail: event_line(event, lang),
        }),
        Subject::Sky(id) => shown.atlas.sky(id).map(|sky| Naming {
            name: sky_title(shown, sky),
            detail: crate::calendar::span_words(sky.span(), lang),
        }),
        Subject::Cluster(ids) => {
            let titles: Vec<String> = ids
                .iter()
                .filter_map(|id| shown.atlas.event(id))
                .take(5)
                .map(|event| event.title.set(lang))
                .collect();
            Some(Naming {
                name: counted(ids.len(), w::EVENT_ONE, w::EVENT_MANY, lang),
                detail: titles.join("\n"),
            })
        }
        Subject::Bases(ids) => {
            let bases = ids.iter().filter_map(|id| shown.atlas.base(id));
            let names: Vec<String> = bases.map(|base| base.name.set(lang)).collect();
            Some(Naming {
                name: counted(ids.len(), w::BASE_ONE, w::BASE_MANY, lang),
                detail: names.join("\n"),
            })
        }
        Subject::Actor(code) => Some(Naming {
            name: shown.name(code),
            detail: typeset(shown.atlas.full_name(code, lang), lang),
        }),
        Subject::Alliance(id) => shown.atlas.alliance(id).map(|alliance| Naming {
            name: alliance.short_name.set(lang),
            detail: alliance.name.set(lang),
        }),
        Subject::Mission(id) => shown.atlas.mission(id).map(|mission| Naming {
            name: mission.short_name.set(lang),
            detail: mission.name.set(lang),
        }),
        Subject::None | Subject::Place(_) | Subject::Furniture(_) => None,
    }
}

/// What is selected by a click on that.
pub fn selected_of(subject: &Subject) -> Option<Selected> {
    match subject {
        Subject::Country(iso) => Some(Selected::Country(iso.clone())),
        Subject::Base(id) => Some(Selected::Base(id.clone())),
        Subject::Event(id) => Some(Selected::Event(id.clone())),
        Subject::Sky(id) => Some(Selected::Sky(id.clone())),
        Subject::Actor(code) => Some(Selected::Actor(code.clone())),
        Subject::Alliance(id) => Some(Selected::Alliance(id.clone())),
        Subject::Mission(id) => Some(Selected::Mission(id.clone())),
        Subject::Cluster(_)
        | Subject::Bases(_)
        | Subject::None
        | Subject::Place(_)
        | Subject::Furniture(_) => None,
    }
}

/// The name of a country, from the facts or else from the map.
pub fn country_name(shown: &Shown<'_>, iso: &str) -> String {
    let lang = shown.lang();
    match shown.atlas.parties.get(iso) {
        Some(party) => party.short.set(lang),
        None => {
            let level = shown.atlas.basemap.level(2);
            level
                .country(iso)
                .map_or(iso.to_owned(), |c| c.name.set(lang))
        }
    }
}

fn country_line(shown: &Shown<'_>, iso: &str) -> String {
    let lang = shown.lang();
    let rows = shown.world.member_rows(shown.atlas);
    let standings: Vec<String> = rows
        .filter(|(id, row)| row.country == iso && crate::style::Bloc::of_alliance(id).is_some())
        .filter_map(|(id, row)| {
            let short = shown.atlas.alliance(id)?.short_name.set(lang);
            Some(match row.status {
                crate::model::Standing::Member => short,
                crate::model::Standing::Suspended
                | crate::model::Standing::Withdrawing
                | crate::model::Standing::Observer => {
                    format!("{short} ({})", row.status.word(lang))
                }
            })
        })
        .collect();
    standings.join(" · ")
}

fn event_line(event: &Event, lang: Lang) -> String {
    let place = event.places.first().map(|p| p.name.set(lang));
    let date = crate::calendar::span_words(event.span(), lang);
    [Some(date), place]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

fn base_line(shown: &Shown<'_>, base: &Base) -> String {
    let holders = shown.world.tenures_of(shown.atlas, &base.id);
    let names: Vec<String> = holders.iter().map(|t| shown.name(&t.operator)).collect();
    let kind = base.kind.word(shown.lang());
    if names.is_empty() {
        format!("{kind} · {}", shown.say(w::NOT_HELD))
    } else {
        format!("{kind} · {}", names.join(", "))
    }
}

/// The holder's group of a period.
pub fn holder(tenure: &Tenure) -> Holder {
    Holder::of_code(&tenure.operator)
}

/// A title for the record of a closed sky.
pub fn sky_title(shown: &Shown<'_>, sky: &Closure) -> String {
    let lang = shown.lang();
    let whose = shown.name(&sky.country);
    let everybody = sky.against.iter().any(|code| code == "ALL");
    let text = if everybody {
        format!("{} – {}", whose, shown.say(w::SKY_CLOSED_TO_ALL))
    } else {
        format!(
            "{} – {} {}",
            whose,
            shown.say(w::SKY_CLOSED_TO),
            shown.names(&sky.against)
        )
    };
    typeset(&text, lang)
}

/// A count with its noun.
pub fn counted(count: usize, one: Words, many: Words, lang: Lang) -> String {
    let noun = match (count, lang) {
        (1, _) | (0, Lang::Fr) => one,
        (_, Lang::En | Lang::Fr) => many,
    };
    let value = u32::try_from(count).unwrap_or(u32::MAX);
    format!("{} {}", number(value, lang), noun.get(lang))
}

/// The sources of what is selected; while a history is told, those of its events of the day come first.
pub fn sources_of(shown: &Shown<'_>, selected: &Selected) -> Vec<Source> {
    let mut all = Vec::new();
    let add = &mut |sources: &[Source]| merge(&mut all, sources);
    if let Some(history) = shown.history {
        let day = shown.state.time.date;
        let today = shown.world.events.iter();
        let today = today.filter(|at| history.has_event(**at));
        let today = today.map(|&at| &shown.atlas.events[at as usize]);
        today
            .filter(|event| event.is_news_on(day))
            .for_each(|event| add(&event.sources));
    }
    own_sources(shown, selected, add);
    all
}

fn merge(all: &mut Vec<Source>, sources: &[Source]) {
    for source in sources {
        let known = |s: &Source| s.url == source.url && s.title == source.title;
        if !all.iter().any(known) {
            all.push(source.clone());
        }
    }
}

/// The sources of a thing itself; of a country or an actor those of what stands on the day.
fn own_sources(shown: &Shown<'_>, selected: &Selected, add: &mut dyn FnMut(&[Source])) {
    let (atlas, world) = (shown.atlas, shown.world);
    let rows = || world.member_rows(atlas);
    match selected {
        Selected::Event(id) => atlas.event(id).into_iter().for_each(|e| add(&e.sources)),
        Selected::Sky(id) => atlas.sky(id).into_iter().for_each(|s| add(&s.sources)),
        Selected::Base(id) => {
            for period in atlas.base(id).into_iter().flat_map(|b| &b.periods) {
                add(&period.sources);
            }
        }
        Selected::Country(iso) => {
            let of_it = rows().filter(|(_, row)| row.country == *iso);
            of_it.for_each(|(_, row)| add(&row.sources));
            let figures = world.figures(atlas).filter(|s| s.country == *iso);
            figures.for_each(|strength| add(&strength.sources));
        }
        Selected::Actor(code) => {
            let figures = world.figures(atlas).filter(|s| s.force == *code);
            figures.for_each(|strength| add(&strength.sources));
            let held = world.bases.iter().flat_map(|base| base.tenures(atlas));
            let held = held.filter(|tenure| tenure.operator == *code);
            held.for_each(|tenure| add(&tenure.sources));
        }
        Selected::Alliance(id) => {
            atlas.alliance(id).into_iter().for_each(|a| add(&a.sources));
            let of_it = rows().filter(|(alliance, _)| alliance == id);
            of_it.for_each(|(_, row)| add(&row.sources));
        }
        Selected::Mission(id) => atlas.mission(id).into_iter().for_each(|m| add(&m.sources)),
    }
}

/// What is selected, with all its sources, as text for the clipboard.
pub fn citations(shown: &Shown<'_>, selected: &Selected, style: Style) -> String {
    let name = naming(shown, &marked(Some(selected))).map_or_else(String::new, |n| n.name);
    let sources = sources_of(shown, selected);
    crate::export::citations::citations(style, &name, &sources, shown.lang())
}
