//! What changed between two days, as a text that reads like a briefing.
//!
//! What changed is found in `diff`; here it is put into words.

use super::diff::Diff;
use super::state::names;
use crate::calendar::{date_words, partial_words};
use crate::lang::{Lang, number, typeset};
use crate::model::{Atlas, Closure, RelationState, Standing};
use std::fmt::Write;

/// The changes as a briefing.
pub fn text(atlas: &Atlas, diff: &Diff, lang: Lang) -> String {
    let (from, to) = (date_words(diff.from, lang), date_words(diff.to, lang));
    let title = match lang {
        Lang::En => format!("From {from} to {to}"),
        Lang::Fr => format!("Du {from} au {to}"),
    };
    let mut brief = Brief {
        out: format!("{title}\n"),
        atlas,
        lang,
    };
    brief.bases(diff);
    brief.closures(diff);
    brief.alliances(diff);
    brief.troops(diff);
    brief.missions(diff);
    brief.relations(diff);
    brief.sanctions(diff);
    brief.events(diff);
    brief.out
}

/// A text under way: headings with their lines, none where nothing changed.
struct Brief<'a> {
    out: String,
    atlas: &'a Atlas,
    lang: Lang,
}

impl Brief<'_> {
    fn word(&self, en: &'static str, fr: &'static str) -> &'static str {
        match self.lang {
            Lang::En => en,
            Lang::Fr => fr,
        }
    }

    fn section(&mut self, en: &'static str, fr: &'static str, lines: Vec<String>) {
        if lines.is_empty() {
            return;
        }
        let title = typeset(self.word(en, fr), self.lang);
        // Writing to a String cannot fail.
        let _ = writeln!(self.out, "\n{title} ({})", lines.len());
        for line in lines {
            let _ = writeln!(self.out, "  {}", typeset(&line, self.lang));
        }
    }

    /// `a: b`, with the space that French wants.
    fn pair(&self, a: &str, b: &str) -> String {
        match self.lang {
            Lang::En => format!("{a}: {b}"),
            Lang::Fr => format!("{a} : {b}"),
        }
    }

    fn bases(&mut self, diff: &Diff) {
        let name = |id: &String| {
            let found = self.atlas.base(id);
            found.map_or_else(|| id.clone(), |b| b.name.set(self.lang))
        };
        let handed = diff.bases.handed_over.iter().map(|h| {
            let (old, new) = (
                names(self.atlas, &h.from, self.lang),
                names(self.atlas, &h.to, self.lang),
            );
            self.pair(&name(&h.id), &format!("{old} → {new}"))
        });
        let handed = handed.collect();
        let opened = diff.bases.opened.iter().map(name).collect();
        let left = diff.bases.closed.iter().map(name).collect();
        self.section(
            "Bases handed over",
            "Bases passées en d'autres mains",
            handed,
        );
        self.section("Bases opened", "Bases ouvertes", opened);
        self.section("Bases left", "Bases quittées", left);
    }

    fn closures(&mut self, diff: &Diff) {
        let lines = |ids: &[String], all: &[Closure]| -> Vec<String> {
            let found = all.iter().filter(|c| ids.contains(&c.id));
            found
                .map(|c| {
                    let whose = self.atlas.full_name(&c.country, self.lang);
                    let since = c
                        .from
                        .map_or(String::new(), |d| partial_words(d, self.lang));
                    let against = names(self.atlas, &c.against, self.lang);
                    format!("{whose} → {against} ({since})")
                })
                .collect()
        };
        let (skies, borders) = (&self.atlas.skies, &self.atlas.borders);
        let closed = lines(&diff.airspace.closed, skies);
        let reopened = lines(&diff.airspace.reopened, skies);
        let shut = lines(&diff.borders.closed, borders);
        let open = lines(&diff.borders.reopened, borders);
        self.section("Skies closed", "Ciels fermés", closed);
        self.section("Skies reopened", "Ciels rouverts", reopened);
        self.section("Borders closed", "Frontières fermées", shut);
        self.section("Borders reopened", "Frontières rouvertes", open);
    }

    fn alliances(&mut self, diff: &Diff) {
        let none = self.word("not in it", "hors");
        let standing = |s: Option<Standing>| s.map_or(none, |s| s.word(self.lang));
        let lines = diff.memberships.iter().filter_map(|m| {
            let alliance = self.atlas.alliance(&m.alliance).filter(|a| !a.bilateral)?;
            let country = self.atlas.full_name(&m.country, self.lang);
            let change = format!("{} → {}", standing(m.from), standing(m.to));
            let who = self.pair(alliance.short_name.get(self.lang), country);
            Some(self.pair(&who, &change))
        });
        let lines = lines.collect();
        self.section("Alliances", "Alliances", lines);
    }

    fn troops(&mut self, diff: &Diff) {
        let figure = |n: Option<u32>| n.map_or_else(|| "?".to_owned(), |n| number(n, self.lang));
        let lines = diff.troops.iter().map(|t| {
            let force = self.atlas.short_name(&t.force, self.lang);
            let country = self.atlas.full_name(&t.country, self.lang);
            let change = format!("{} → {}", figure(t.from), figure(t.to));
            self.pair(&format!("{force}, {country}"), &change)
        });
        let lines = lines.collect();
        self.section("Troops", "Troupes", lines);
    }

    fn missions(&mut self, diff: &Diff) {
        let name = |id: &String| {
            let found = self.atlas.missions.iter().find(|m| m.id == *id);
            found.map_or_else(|| id.clone(), |m| m.name.set(self.lang))
        };
        let started = diff.missions.started.iter().map(name).collect();
        let ended = diff.missions.ended.iter().map(name).collect();
        self.section("Missions started", "Missions commencées", started);
        self.section("Missions ended", "Missions achevées", ended);
    }

    fn relations(&mut self, diff: &Diff) {
        let state = |s: Option<RelationState>| s.map_or("?", |s| s.word(self.lang));
        let lines = diff.relations.iter().map(|r| {
            let (a, b) = (
                self.atlas.full_name(&r.a, self.lang),
                self.atlas.full_name(&r.b, self.lang),
            );
            let change = format!("{} → {}", state(r.from), state(r.to));
            self.pair(&format!("{a} – {b}"), &change)
        });
        let lines = lines.collect();
        self.section("Relations", "Relations", lines);
    }

    fn sanctions(&mut self, diff: &Diff) {
        let lines = |ids: &[String]| -> Vec<String> {
            let found = self.atlas.sanctions.iter().filter(|s| ids.contains(&s.id));
            found
                .map(|s| {
                    let by = self.atlas.short_name(&s.by, self.lang);
                    let on = self.atlas.full_name(&s.on, self.lang);
                    self.pair(&format!("{by} → {on}"), s.kind.get(self.lang))
                })
                .collect()
        };
        let imposed = lines(&diff.sanctions.imposed);
        let lifted = lines(&diff.sanctions.lifted);
        self.section("Sanctions imposed", "Sanctions imposées", imposed);
        self.section("Sanctions lifted", "Sanctions levées", lifted);
    }

    fn events(&mut self, diff: &Diff) {
        let events = diff.events.iter().filter_map(|id| self.atlas.event(id));
        let lines = events.map(|e| {
            let date = partial_words(e.date, self.lang);
            self.pair(&date, e.title.get(self.lang))
        });
        let lines = lines.collect();
        self.section("Events", "Événements", lines);
    }
}
