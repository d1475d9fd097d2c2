//! What changed as a page tells it: what concerns the focus countries first, bases opened and left by holder.
//!
//! The briefing says each change by itself and in time, for lists that have room; here much must be said in
//! little. It leaves nothing out: what has no room the page counts.

use crate::calendar::short_partial_words;
use crate::export::briefing::{Briefing, Line, Section};
use crate::lang::{Lang, Words, compare_words as c, number, pair_words as w, typeset};
use crate::model::{Atlas, Base, Closure};
use crate::scene::pair::{Told, ToldLine, ToldSection};
use crate::state::Selected;
use crate::style::Holder;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A base is named by a town that is no further away, in degrees.
const NEAR_DEG: f64 = 0.35;

/// A briefing for a page.
pub(super) fn told(atlas: &Atlas, briefing: &Briefing, lang: Lang) -> Told {
    let teller = Teller { atlas, lang };
    let find = |title: Words| briefing.sections.iter().find(move |s| s.title == title);
    let lines = |title: Words| find(title).map_or(&[][..], |s| &s.lines);
    let all = |titles: [Words; 2]| titles.map(lines).concat();
    let main = [
        (
            w::BASES_CHANGED,
            teller.one_by_one(&all([c::BASES_HANDED_OVER, c::BASES_SHARED])),
        ),
        (c::BASES_OPENED, teller.by_holder(lines(c::BASES_OPENED))),
        (c::BASES_LEFT, teller.by_holder(lines(c::BASES_LEFT))),
        (
            w::SKIES,
            teller.skies(lines(c::SKIES_CLOSED), lines(c::SKIES_REOPENED)),
        ),
        (c::ALLIANCES, teller.one_by_one(lines(c::ALLIANCES))),
        (c::TROOPS, teller.one_by_one(lines(c::TROOPS))),
    ];
    let main = main.into_iter().map(|(title, lines)| (title, lines, true));
    let is_told = |s: &&Section| {
        let told = [
            c::BASES_HANDED_OVER,
            c::BASES_SHARED,
            c::BASES_OPENED,
            c::BASES_LEFT,
            c::SKIES_CLOSED,
            c::SKIES_REOPENED,
            c::ALLIANCES,
            c::TROOPS,
        ];
        !told.contains(&s.title)
    };
    let others = briefing.sections.iter().filter(is_told);
    let others = others.map(|s| (s.title, teller.one_by_one(&s.lines), false));
    let section = |(title, lines, is_main): (Words, Vec<ToldLine>, bool)| ToldSection {
        title: typeset(title.get(lang), lang),
        count: lines.iter().map(|line| line.count).sum(),
        lines,
        is_main,
    };
    Told {
        extent: briefing.extent.clone(),
        sections: main
            .chain(others)
            .map(section)
            .filter(|s| !s.lines.is_empty())
            .collect(),
    }
}

/// The facts and the language to tell them in.
struct Teller<'a> {
    atlas: &'a Atlas,
    lang: Lang,
}

impl Teller<'_> {
    /// A line each, those about the focus countries first, the largest base first, else as they came.
    fn one_by_one(&self, lines: &[Line]) -> Vec<ToldLine> {
        self.ordered(lines)
            .into_iter()
            .map(|line| self.line(line))
            .collect()
    }

    fn ordered<'l>(&self, lines: &'l [Line]) -> Vec<&'l Line> {
        let mut lines: Vec<&Line> = lines.iter().collect();
        lines.sort_by_key(|line| self.rank(line));
        lines
    }

    fn line(&self, line: &Line) -> ToldLine {
        let holders =
            |codes: &Vec<String>| codes.iter().map(|code| Holder::of_code(code)).collect();
        ToldLine {
            name: typeset(&line.name, self.lang),
            change: typeset(&line.change, self.lang),
            names: Vec::new(),
            count: 1,
            when: line
                .when
                .map_or(String::new(), |when| short_partial_words(when, self.lang)),
            holders: line.holders.each_ref().map(holders),
        }
    }

    /// A line a holder, with the towns of its bases.
    fn by_holder(&self, lines: &[Line]) -> Vec<ToldLine> {
        let mut by_holder: BTreeMap<&str, Vec<&Line>> = BTreeMap::new();
        for line in self.ordered(lines) {
            by_holder.entry(&line.change).or_default().push(line);
        }
        let mut groups: Vec<(&str, Vec<&Line>)> = by_holder.into_iter().collect();
        groups.sort_by_key(|(holder, lines)| (Reverse(lines.len()), *holder));
        let group = |(holder, lines): (&str, Vec<&Line>)| match lines[..] {
            [one] => self.line(one),
            _ => ToldLine {
                name: typeset(holder, self.lang),
                change: String::new(),
                count: lines.len(),
                names: counted(lines.iter().map(|line| self.town(line))),
                when: number(u32::try_from(lines.len()).unwrap_or(u32::MAX), self.lang),
                holders: self.line(lines[0]).holders,
            },
        };
        groups.into_iter().map(group).collect()
    }

    /// Closures and reopenings together, each saying which it is.
    fn skies(&self, closed: &[Line], reopened: &[Line]) -> Vec<ToldLine> {
        let said = |lines: &[Line], what: Words| -> Vec<Line> {
            let said = lines.iter().map(|line| {
                let what = what.get(self.lang);
                let change = match line.change.is_empty() {
                    true => what.to_owned(),
                    false => format!("{what}, {}", line.change),
                };
                Line {
                    change,
                    ..line.clone()
                }
            });
            said.collect()
        };
        let all = [said(closed, w::CLOSED), said(reopened, w::REOPENED)].concat();
        self.one_by_one(&all)
    }

    /// What is told first has the lowest rank.
    fn rank(&self, line: &Line) -> (bool, Reverse<u32>) {
        let focus = |iso: &str| self.atlas.is_focus(iso);
        let (is_focus, weight) = match &line.selected {
            Some(Selected::Base(id)) => {
                let base = self.atlas.base(id);
                let troops = |b: &Base| b.periods.iter().filter_map(|t| t.troops).max();
                (
                    base.is_some_and(|b| focus(&b.host)),
                    base.and_then(troops).unwrap_or(0),
                )
            }
            Some(Selected::Sky(id)) => {
                let sky = self.atlas.sky(id);
                let to_all = |s: &Closure| s.against.iter().any(|code| code == "ALL");
                let weight = |s: &Closure| match to_all(s) {
                    true => u32::MAX,
                    // A community that closes its skies, or closes them to one of ours.
                    false => (s.countries.len() + s.against.len()) as u32,
                };
                let ours = |s: &Closure| {
                    let parties = s.countries.iter().chain(&s.against);
                    parties.into_iter().any(|c| focus(c))
                };
                (sky.is_some_and(ours), sky.map_or(0, weight))
            }
            Some(Selected::Country(iso)) => (focus(iso), 0),
            Some(
                Selected::Event(_)
                | Selected::Actor(_)
                | Selected::Alliance(_)
                | Selected::Mission(_),
            )
            | None => (true, 0),
        };
        (!is_focus, Reverse(weight))
    }

    /// The town that a base stands in or near; without one its own name.
    fn town(&self, line: &Line) -> String {
        let Some(Selected::Base(id)) = &line.selected else {
            return typeset(&line.name, self.lang);
        };
        let base = self.atlas.base(id);
        let near = base.and_then(|base| {
            let at = base.position?;
            let distance = |lon: f64, lat: f64| (lon - at.lon).hypot(lat - at.lat);
            let towns = self.atlas.basemap.towns.iter();
            let towns = towns.map(|t| (distance(t.position.lon, t.position.lat), t));
            let nearest = towns.min_by(|a, b| a.0.total_cmp(&b.0))?;
            (nearest.0 < NEAR_DEG).then_some(&nearest.1.name)
        });
        match (near, base) {
            (Some(name), _) => name.set(self.lang),
            (None, Some(base)) => {
                // "MINUSMA camp, Ber": after the comma stands where.
                let name = base.name.set(self.lang);
                name.rsplit(", ").next().unwrap_or(&name).to_owned()
            }
            (None, None) => typeset(&line.name, self.lang),
        }
    }
}

/// Names in their order, each once; `Bamako (2)` when it was there twice.
fn counted(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut counted: Vec<(String, u32)> = Vec::new();
    for name in names {
        match counted.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => counted.push((name, 1)),
        }
    }
    let said = counted.into_iter().map(|(name, count)| match count {
        1 => name,
        _ => format!("{name} ({count})"),
    });
    said.collect()
}
