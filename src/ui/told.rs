//! A line of a history in words: what a fact is called where it is told of a base, a country, an actor, an alliance
//! or a mission.
//!
//! What a line is about is not said again: in the history of Gao a period is called after its holder, in that of
//! France after its base. It draws nothing.

use super::facts::sky_title;
use super::shown::Shown;
use crate::calendar::{Precision, Span, span_words};
use crate::lang::{Bilingual, Lang, history_words as h, number, typeset, ui_words as w};
use crate::model::{Base, Closure, Confidence, Fact, Source, Strength, Tenure};
use crate::state::Selected;

/// A line of a history in words.
pub struct Told<'a> {
    /// What it is called.
    pub title: String,
    /// A second line: until when, under which mission, how many.
    pub detail: String,
    /// What else is known: the summary of an event, the note of a period.
    pub more: String,
    /// How sure it is.
    pub confidence: Confidence,
    /// Where it comes from.
    pub sources: &'a [Source],
}

/// What a fact is called in the history of `topic`; nothing when there is no such fact.
pub fn told<'a>(shown: &Shown<'a>, topic: &Selected, fact: Fact) -> Option<Told<'a>> {
    let atlas = shown.atlas;
    let lang = shown.lang();
    match fact {
        Fact::Event(e) => {
            let event = atlas.events.get(e as usize)?;
            let lasted = event.end.map(|_| span_words(event.span(), lang));
            Some(Told {
                title: event.title.set(lang),
                detail: lasted.unwrap_or_default(),
                more: event.summary.set(lang),
                confidence: event.confidence,
                sources: &event.sources,
            })
        }
        Fact::Tenure(b, t) => {
            let base = atlas.bases.get(b as usize)?;
            let tenure = base.periods.get(t as usize)?;
            Some(Told {
                title: tenure_title(shown, topic, base, tenure),
                detail: tenure_detail(shown, tenure),
                more: note(&tenure.note, lang),
                confidence: tenure.confidence,
                sources: &tenure.sources,
            })
        }
        Fact::Sky(s) => {
            let sky = atlas.skies.get(s as usize)?;
            Some(closure(sky, sky_title(shown, sky), lang))
        }
        Fact::Border(b) => {
            let border = atlas.borders.get(b as usize)?;
            let against = shown.names(&border.against);
            let whose = shown.name(&border.country);
            let title = format!("{whose} – {} ({against})", border.measure.word(lang));
            Some(closure(border, typeset(&title, lang), lang))
        }
        Fact::Figure(f) => {
            let figure = atlas.strengths.get(f as usize)?;
            let mission = figure.mission.as_ref().map(|m| m.set(lang));
            Some(Told {
                title: figure_title(shown, topic, figure),
                detail: mission.unwrap_or_default(),
                more: note(&figure.note, lang),
                confidence: figure.confidence,
                sources: &figure.sources,
            })
        }
        Fact::Alliance(_)
        | Fact::Mission(_)
        | Fact::Membership(..)
        | Fact::Sanction(_)
        | Fact::Relation(_) => standing(shown, topic, fact),
    }
}

/// The facts that states and their groups stand in.
fn standing<'a>(shown: &Shown<'a>, topic: &Selected, fact: Fact) -> Option<Told<'a>> {
    let atlas = shown.atlas;
    let lang = shown.lang();
    let tell = |title: String, span: Span, more: &Option<Bilingual>, confidence, sources| {
        Some(Told {
            title: typeset(&title, lang),
            detail: span_words(span, lang),
            more: note(more, lang),
            confidence,
            sources,
        })
    };
    match fact {
        Fact::Membership(a, m) => {
            let alliance = atlas.alliances.get(a as usize)?;
            let row = alliance.members.get(m as usize)?;
            let who = if *topic == Selected::Alliance(alliance.id.clone()) {
                shown.name(&row.country)
            } else {
                alliance.short_name.set(lang)
            };
            let title = format!("{who} – {}", row.status.word(lang));
            tell(title, row.span(), &row.note, row.confidence, &row.sources)
        }
        Fact::Sanction(s) => {
            let s = atlas.sanctions.get(s as usize)?;
            let (by, on) = (shown.name(&s.by), shown.name(&s.on));
            let title = format!("{by} → {on}: {}", s.kind.get(lang));
            tell(title, s.span(), &s.note, s.confidence, &s.sources)
        }
        Fact::Relation(r) => {
            let r = atlas.relations.get(r as usize)?;
            let pair = match code_of(topic) {
                Some(code) if code == r.a => shown.name(&r.b),
                Some(code) if code == r.b => shown.name(&r.a),
                Some(_) | None => format!("{} – {}", shown.name(&r.a), shown.name(&r.b)),
            };
            let title = format!(
                "{pair} – {}: {}",
                shown.say(h::RELATIONS),
                r.state.word(lang)
            );
            tell(title, r.span(), &r.note, r.confidence, &r.sources)
        }
        Fact::Mission(m) => {
            let m = atlas.missions.get(m as usize)?;
            let title = format!("{} – {}", m.short_name.get(lang), m.name.get(lang));
            tell(title, m.span(), &m.note, m.confidence, &m.sources)
        }
        Fact::Alliance(a) => {
            let a = atlas.alliances.get(a as usize)?;
            let span = Span {
                from: a.formed,
                to: a.dissolved,
            };
            let title = format!("{} – {}", a.short_name.get(lang), shown.say(h::FOUNDED));
            tell(title, span, &a.note, a.confidence, &a.sources)
        }
        Fact::Event(_) | Fact::Tenure(..) | Fact::Sky(_) | Fact::Border(_) | Fact::Figure(_) => {
            told(shown, topic, fact)
        }
    }
}

/// The code of a topic that has one.
fn code_of(topic: &Selected) -> Option<&str> {
    match topic {
        Selected::Country(code) | Selected::Actor(code) => Some(code),
        Selected::Event(_)
        | Selected::Base(_)
        | Selected::Sky(_)
        | Selected::Alliance(_)
        | Selected::Mission(_) => None,
    }
}

fn note(text: &Option<Bilingual>, lang: Lang) -> String {
    text.as_ref().map_or_else(String::new, |n| n.set(lang))
}

fn closure(closure: &Closure, title: String, lang: Lang) -> Told<'_> {
    let texts = [&closure.reason, &closure.note, &closure.lifted];
    let more: Vec<String> = texts.into_iter().flatten().map(|t| t.set(lang)).collect();
    Told {
        title,
        detail: span_words(closure.span(), lang),
        more: more.join(" "),
        confidence: closure.confidence,
        sources: &closure.sources,
    }
}

fn figure_title(shown: &Shown<'_>, topic: &Selected, figure: &Strength) -> String {
    let (force, country) = (shown.name(&figure.force), shown.name(&figure.country));
    let who = match code_of(topic) {
        Some(code) if code == figure.force => country,
        Some(code) if code == figure.country => force,
        Some(_) | None => format!("{force} · {country}"),
    };
    let value = match figure.troops {
        0 => shown.say(h::NOBODY_LEFT),
        1.. => format!(
            "{} {}",
            super::facts::figure(figure, shown.lang()),
            shown.say(w::PERSONS)
        ),
    };
    format!("{who} – {value}")
}

fn tenure_title(shown: &Shown<'_>, topic: &Selected, base: &Base, tenure: &Tenure) -> String {
    let lang = shown.lang();
    let (base_name, holder) = (base.name.set(lang), shown.name(&tenure.operator));
    match topic {
        Selected::Base(_) => match &tenure.mission {
            Some(mission) => {
                let mission = mission.set(lang);
                match mission.contains(&holder) {
                    true => mission,
                    false => format!("{holder} · {mission}"),
                }
            }
            None => holder,
        },
        Selected::Actor(_) => format!("{base_name}, {}", shown.name(&base.host)),
        Selected::Country(_)
        | Selected::Alliance(_)
        | Selected::Mission(_)
        | Selected::Event(_)
        | Selected::Sky(_) => format!("{holder} · {base_name}"),
    }
}

/// From when to when, how well that is known, and how many.
fn tenure_detail(shown: &Shown<'_>, tenure: &Tenure) -> String {
    let lang = shown.lang();
    let troops = tenure
        .troops
        .map(|n| format!("{} {}", number(n, lang), shown.say(w::PERSONS)));
    let ends = [tenure.from, tenure.to].into_iter().flatten();
    let vaguest = ends.min_by_key(|d| d.precision());
    let vague = vaguest.filter(|d| d.precision() != Precision::Day);
    let known = vague.map(|d| shown.say(super::facts::precision(d)));
    let parts = [Some(span_words(tenure.span(), lang)), known, troops];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
