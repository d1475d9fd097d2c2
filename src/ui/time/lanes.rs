//! What the lanes hold: bars of closed skies and alliances, ticks of events. Worked out once an atlas and filter.
//!
//! Positions are day numbers; nothing is drawn here.

use crate::calendar::{PartialDate, day_number};
use crate::lang::{Words, ui_words as w};
use crate::model::filter::Chosen;
use crate::model::{Atlas, Category, Closure, Fact, SkyClass, Standing};
use crate::state::{LaneKind, Selected};
use crate::style::{Bloc, Holder};

/// A period on the axis.
#[derive(Clone, Debug)]
pub struct Bar {
    /// First and last day.
    pub days: (i32, i32),
    /// Is the last day the end that is known?
    pub ended: bool,
    /// Whose and what, as codes; worded when drawn.
    pub label: BarLabel,
    /// How it is drawn.
    pub dress: Dress,
    /// What a click selects.
    pub selected: Option<Selected>,
}

/// What a bar says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BarLabel {
    /// A closed sky, by its position in the atlas.
    Sky(usize),
    /// Countries and how they stand in an alliance, by its id.
    Standing(Vec<String>, String, Standing),
    /// A fact of the history that is told.
    Fact(Fact),
    /// A holder or a country, by its code, in the history that is told.
    Code(String),
}

/// How a bar is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dress {
    /// A closed sky, hatched like the map.
    Sky(SkyClass),
    /// Members of a bloc, plain; others hatched.
    Bloc(Bloc, Standing),
    /// Who held a base or led a mission.
    Holder(Holder),
    /// Everything else.
    Plain,
}

/// An event on the axis.
#[derive(Clone, Debug)]
pub struct Mark {
    /// First and last day it may have happened on.
    pub days: (i32, i32),
    /// Its position in the atlas.
    pub event: usize,
}

/// What a lane holds.
#[derive(Debug)]
pub enum Content {
    /// Bars, by their first day.
    Bars(Vec<Bar>),
    /// Events, by their first day.
    Marks(Vec<Mark>),
}

/// A lane.
#[derive(Debug)]
pub struct Lane {
    /// Which one it is.
    pub kind: Option<LaneKind>,
    /// Its name.
    pub title: Words,
    /// What it holds.
    pub content: Content,
}

/// The lanes of an atlas with the wanted events, from the top.
pub fn lanes(atlas: &Atlas, wanted: &Chosen) -> Vec<Lane> {
    let marks = |kind, title, categories: &[Category]| Lane {
        kind: Some(kind),
        title,
        content: Content::Marks(marks(atlas, wanted, categories)),
    };
    vec![
        Lane {
            kind: Some(LaneKind::Airspace),
            title: w::LANE_AIRSPACE,
            content: Content::Bars(skies(atlas)),
        },
        Lane {
            kind: Some(LaneKind::Alliances),
            title: w::LANE_ALLIANCES,
            content: Content::Bars(standings(atlas)),
        },
        marks(
            LaneKind::Troops,
            w::LANE_TROOPS,
            &[Category::Withdrawal, Category::Deployment],
        ),
        marks(
            LaneKind::Pacts,
            w::LANE_PACTS,
            &[Category::Airspace, Category::Alliance],
        ),
        marks(
            LaneKind::Power,
            w::LANE_POWER,
            &[Category::Coup, Category::Attack, Category::Transition],
        ),
        marks(
            LaneKind::Diplomacy,
            w::LANE_DIPLOMACY,
            &[Category::Diplomacy, Category::Agreement, Category::Sanction],
        ),
    ]
}

fn marks(atlas: &Atlas, wanted: &Chosen, categories: &[Category]) -> Vec<Mark> {
    let chosen = atlas
        .events
        .iter()
        .enumerate()
        .filter(|(at, e)| wanted.has(*at) && categories.contains(&e.category));
    let mut marks: Vec<Mark> = chosen
        .map(|(event, e)| Mark {
            days: (
                day_number(e.date.first()),
                day_number(e.end.unwrap_or(e.date).last()),
            ),
            event,
        })
        .collect();
    marks.sort_by_key(|m| m.days);
    marks
}

fn skies(atlas: &Atlas) -> Vec<Bar> {
    let mut bars: Vec<Bar> = atlas
        .skies
        .iter()
        .enumerate()
        .filter_map(|(i, sky)| bar(atlas, i, sky))
        .collect();
    bars.sort_by_key(|b| b.days);
    bars
}

fn bar(atlas: &Atlas, index: usize, sky: &Closure) -> Option<Bar> {
    let class = sky.closes_sky(sky.from.map_or(atlas.coverage.from, PartialDate::first))?;
    let end = sky.to.or(sky.known_until);
    Some(Bar {
        days: (
            sky.from
                .map_or(day_number(atlas.coverage.from), |d| day_number(d.first())),
            end.map_or(day_number(atlas.coverage.to), |d| day_number(d.last())),
        ),
        ended: sky.to.is_some(),
        label: BarLabel::Sky(index),
        dress: Dress::Sky(class),
        selected: Some(Selected::Sky(sky.id.clone())),
    })
}

/// Countries of the record that stand alike in an alliance over the same time share a bar. Full membership of ECOWAS is the
/// rule and is left out.
fn standings(atlas: &Atlas) -> Vec<Bar> {
    let mut bars: Vec<Bar> = Vec::new();
    for (id, bloc) in [
        ("aes", Bloc::Aes),
        ("ecowas", Bloc::Ecowas),
        ("g5-sahel", Bloc::G5Sahel),
    ] {
        let members = atlas.alliance(id).into_iter().flat_map(|a| &a.members);
        for row in members.filter(|row| atlas.is_focus(&row.country)) {
            if bloc == Bloc::Ecowas && row.status == Standing::Member {
                continue;
            }
            let days = (
                row.from
                    .map_or(day_number(atlas.coverage.from), |d| day_number(d.first())),
                row.to
                    .map_or(day_number(atlas.coverage.to), |d| day_number(d.last())),
            );
            let dress = Dress::Bloc(bloc, row.status);
            let alike = bars.iter_mut().find(|b| b.days == days && b.dress == dress);
            if let Some(BarLabel::Standing(countries, ..)) = alike.map(|b| &mut b.label) {
                countries.push(row.country.clone());
                continue;
            }
            bars.push(Bar {
                days,
                ended: row.to.is_some(),
                label: BarLabel::Standing(vec![row.country.clone()], id.to_owned(), row.status),
                dress,
                selected: Some(Selected::Country(row.country.clone())),
            });
        }
    }
    bars.sort_by_key(|b| b.days);
    bars
}

/// Gives each span the first of `rows` that is free; `None` where all are taken.
pub fn pack(spans: &[(f32, f32)], rows: usize) -> Vec<Option<usize>> {
    let mut ends = vec![f32::MIN; rows];
    let mut place = |&(from, to): &(f32, f32)| {
        let row = ends.iter().position(|end| *end <= from)?;
        ends[row] = to;
        Some(row)
    };
    spans.iter().map(&mut place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_do_not_overlap_in_a_row() {
        let spans = [
            (0.0, 10.0),
            (5.0, 8.0),
            (9.0, 20.0),
            (10.0, 12.0),
            (11.0, 13.0),
        ];
        assert_eq!(
            pack(&spans, 2),
            vec![Some(0), Some(1), Some(1), Some(0), None]
        );
    }

    #[test]
    fn the_shipped_data_fill_every_lane() {
        let atlas = crate::data::shipped().expect("the shipped data load");
        for lane in lanes(&atlas, &Chosen::all(&atlas)) {
            let count = match lane.content {
                Content::Bars(bars) => bars.len(),
                Content::Marks(marks) => marks.len(),
            };
            assert!(count > 3, "{}: {count}", lane.title.en);
        }
    }
}
