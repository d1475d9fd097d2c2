//! The lanes of a history: who held a base when, who was in a country, what an alliance's members did; below, its
//! events.
//!
//! Periods of the same holder in a country, or in the same country of a holder, are one bar, for lanes are low; the
//! inspector lists them all.

use super::lanes::{Bar, BarLabel, Content, Dress, Lane, Mark};
use crate::calendar::{Span, day_number};
use crate::lang::{Words, history_words as h};
use crate::model::{Atlas, Fact, History, HistoryRow};
use crate::state::Selected;
use crate::style::{Bloc, Holder};

/// The lanes of the history of a thing, from the top; empty ones are left out.
pub fn lanes(atlas: &Atlas, topic: &Selected, history: &History) -> Vec<Lane> {
    let build = Build { atlas, history };
    let mut lanes = match topic {
        Selected::Base(_) => vec![(h::LANE_HELD_BY, build.tenures(Merge::Nothing))],
        Selected::Country(_) => vec![
            (h::LANE_FOREIGN_BASES, build.tenures(Merge::Holders)),
            (h::LANE_ALLIANCES, build.blocs(Which::Main)),
            (h::LANE_MEASURES, build.measures()),
        ],
        Selected::Actor(_) => vec![
            (h::LANE_BASES_IN, build.tenures(Merge::Hosts)),
            (h::MISSIONS, build.missions()),
            (h::LANE_MEASURES, build.measures()),
        ],
        Selected::Alliance(_) => vec![
            (h::LANE_MEMBERS, build.blocs(Which::All)),
            (h::LANE_MEASURES, build.measures()),
            (h::LANE_BASES, build.tenures(Merge::Nothing)),
        ],
        Selected::Mission(_) => vec![
            (h::LANE_LIFE, build.missions()),
            (h::LANE_BASES, build.tenures(Merge::Nothing)),
        ],
        Selected::Event(_) | Selected::Sky(_) => Vec::new(),
    };
    lanes.retain(|(_, bars)| !bars.is_empty());
    let lane = |(title, bars): (Words, Vec<Bar>)| Lane {
        kind: None,
        title,
        content: Content::Bars(bars),
    };
    let mut lanes: Vec<Lane> = lanes.into_iter().map(lane).collect();
    lanes.push(Lane {
        kind: None,
        title: h::LANE_EVENTS,
        content: Content::Marks(build.marks()),
    });
    lanes
}

/// First and last day of a history inside the record, as day numbers.
pub fn extent(atlas: &Atlas, history: &History) -> Option<(i32, i32)> {
    let rows = history.rows().iter();
    let days = rows.map(|row| days(atlas, row.span));
    let all = days.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
    let (from, to) = (
        day_number(atlas.coverage.from),
        day_number(atlas.coverage.to),
    );
    let first = all.0.clamp(from, to.max(from));
    Some((first, all.1.clamp(first, to.max(first))))
}

/// Which periods at bases share a bar.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Merge {
    Nothing,
    /// Those of one holder.
    Holders,
    /// Those in one country.
    Hosts,
}

/// Which alliances have bars.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    /// Those that the lanes of the whole record show.
    Main,
    All,
}

fn is_main(bloc: Bloc) -> bool {
    match bloc {
        Bloc::Aes | Bloc::Ecowas | Bloc::G5Sahel => true,
        Bloc::Uemoa | Bloc::AfricanUnion => false,
    }
}

/// So many bars find room in a lane.
const FEW: usize = 5;

struct Build<'a> {
    atlas: &'a Atlas,
    history: &'a History,
}

impl Build<'_> {
    fn marks(&self) -> Vec<Mark> {
        let rows = self.history.rows().iter();
        let marks = rows.filter_map(|row| {
            Some(Mark {
                days: row.span.day_numbers(),
                event: row.fact.event()? as usize,
            })
        });
        marks.collect()
    }

    fn bar(&self, row: &HistoryRow, dress: Dress) -> Bar {
        Bar {
            days: days(self.atlas, row.span),
            ended: row.span.to.is_some(),
            label: BarLabel::Fact(row.fact),
            dress,
            selected: None,
        }
    }

    fn tenures(&self, merge: Merge) -> Vec<Bar> {
        let mut bars: Vec<Bar> = Vec::new();
        for row in self.history.rows() {
            let Fact::Tenure(b, t) = row.fact else {
                continue;
            };
            let base = self.atlas.bases.get(b as usize);
            let Some((base, tenure)) = base.and_then(|b| Some((b, b.periods.get(t as usize)?)))
            else {
                continue;
            };
            let mut bar = self.bar(row, Dress::Holder(Holder::of_code(&tenure.operator)));
            match merge {
                Merge::Nothing => {
                    bars.push(bar);
                    continue;
                }
                Merge::Holders => bar.label = BarLabel::Code(tenure.operator.clone()),
                Merge::Hosts => bar.label = BarLabel::Code(base.host.clone()),
            }
            // Rows come by their first day, so that a bar only grows at its end.
            let same =
                |known: &&mut Bar| known.label == bar.label && bar.days.0 <= known.days.1 + 1;
            match bars.iter_mut().find(same) {
                Some(known) if bar.days.1 > known.days.1 => {
                    (known.days.1, known.ended) = (bar.days.1, bar.ended);
                }
                Some(_) => {}
                None => bars.push(bar),
            }
        }
        // Whoever is in many countries is shown in those that the record is about.
        let is_focus = |bar: &Bar| match &bar.label {
            BarLabel::Code(code) => self.atlas.is_focus(code),
            BarLabel::Fact(_) | BarLabel::Sky(_) | BarLabel::Standing(..) => true,
        };
        if merge == Merge::Hosts && bars.len() > FEW && bars.iter().any(is_focus) {
            bars.retain(is_focus);
        }
        bars
    }

    /// Standings in alliances; of many members those that the record is about.
    fn blocs(&self, which: Which) -> Vec<Bar> {
        let rows = self.history.rows().iter();
        let bars = rows.filter_map(|row| {
            let Fact::Membership(a, m) = row.fact else {
                return None;
            };
            let alliance = self.atlas.alliances.get(a as usize)?;
            let member = alliance.members.get(m as usize)?;
            let dress = match Bloc::of_alliance(&alliance.id) {
                Some(bloc) if which == Which::All || is_main(bloc) => {
                    Dress::Bloc(bloc, member.status)
                }
                None if which == Which::All => Dress::Plain,
                Some(_) | None => return None,
            };
            Some((self.atlas.is_focus(&member.country), self.bar(row, dress)))
        });
        let mut bars: Vec<(bool, Bar)> = bars.collect();
        if bars.len() > FEW && bars.iter().any(|(is_focus, _)| *is_focus) {
            bars.retain(|(is_focus, _)| *is_focus);
        }
        bars.into_iter().map(|(_, bar)| bar).collect()
    }

    fn measures(&self) -> Vec<Bar> {
        let rows = self.history.rows().iter();
        let bars = rows.filter_map(|row| {
            let dress = match row.fact {
                Fact::Sky(at) => {
                    let sky = self.atlas.skies.get(at as usize)?;
                    let on = sky.from.map_or(self.atlas.coverage.from, |d| d.first());
                    sky.closes_sky(on).map_or(Dress::Plain, Dress::Sky)
                }
                Fact::Border(_) => Dress::Plain,
                Fact::Alliance(_)
                | Fact::Mission(_)
                | Fact::Tenure(..)
                | Fact::Membership(..)
                | Fact::Sanction(_)
                | Fact::Relation(_)
                | Fact::Event(_)
                | Fact::Figure(_) => return None,
            };
            Some(self.bar(row, dress))
        });
        bars.collect()
    }

    fn missions(&self) -> Vec<Bar> {
        let rows = self.history.rows().iter();
        let bars = rows.filter_map(|row| {
            let Fact::Mission(at) = row.fact else {
                return None;
            };
            let mission = self.atlas.missions.get(at as usize)?;
            let holder = Holder::of_code(&mission.lead);
            Some(self.bar(row, Dress::Holder(holder)))
        });
        bars.collect()
    }
}

/// The days of a span, open ends being those of the record.
fn days(atlas: &Atlas, span: Span) -> (i32, i32) {
    let (first, last) = span.day_numbers();
    let (from, to) = (
        day_number(atlas.coverage.from),
        day_number(atlas.coverage.to),
    );
    let first = if span.from.is_some() { first } else { from };
    let last = if span.to.is_some() { last } else { to };
    (first, last.max(first))
}
