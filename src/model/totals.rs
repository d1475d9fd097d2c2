//! Foreign troops of a country on a day: which figures make up its total, and which are left out
//! because they are part of another one.
//!
//! The files mark this in the name of the operation only, so that a rule reads it there
//! ([`World::troop_totals`]). It writes no words.

use super::{Atlas, Mission, PartyKind, Strength, World};
use crate::calendar::day_number;
use std::collections::BTreeMap;

/// A figure older than this many days is old: two years.
pub(super) const OLD_DAYS: i32 = 731;

/// The foreign troops of a country on a day.
#[derive(Clone, PartialEq, Debug)]
pub struct TroopTotal<'a> {
    /// Persons, all counted figures together.
    pub troops: u32,
    /// The figures that count, the largest first; zeros of forces that left are among them.
    pub counted: Vec<&'a Strength>,
    /// Figures that are part of another force's, with the code of that force.
    pub inside: Vec<(&'a Strength, &'a str)>,
    /// When more than half of the total rests on figures over two years old: the year of the largest
    /// of these.
    pub old_since: Option<i16>,
}

impl Strength {
    /// Is the figure over two years old on that day? A zero does not age: who left has left.
    pub fn is_old(&self, day: crate::calendar::Date) -> bool {
        let age = day_number(day).saturating_sub(day_number(self.date.last()));
        self.troops > 0 && age > OLD_DAYS
    }
}

impl World {
    /// The foreign troops of every state that has a figure, by code. Figures of regions (`SAHEL`) are
    /// no state's.
    ///
    /// A figure is part of another one when every operation it names is another force's (`MINUSMA and
    /// EUTM` of Germany: the UN's and the EU's; `Takuba`: France's) and one of these forces has a figure
    /// in the same country. An operation belongs to who leads it in the missions and to the force that has
    /// its name (`AFISMA`). A figure whose operation is its own or is in no list counts.
    pub fn troop_totals<'a>(&'a self, atlas: &'a Atlas) -> BTreeMap<&'a str, TroopTotal<'a>> {
        let mut by_country: BTreeMap<&str, Vec<&Strength>> = BTreeMap::new();
        for figure in self.figures(atlas) {
            let party = atlas.parties.get(&figure.country);
            if party.is_some_and(|p| p.kind == PartyKind::State) {
                by_country.entry(&figure.country).or_default().push(figure);
            }
        }
        by_country
            .into_iter()
            .map(|(country, figures)| (country, self.total(atlas, &figures)))
            .collect()
    }

    fn total<'a>(&self, atlas: &'a Atlas, figures: &[&'a Strength]) -> TroopTotal<'a> {
        let (mut counted, mut inside) = (Vec::new(), Vec::new());
        for &figure in figures {
            match container(atlas, figure, figures) {
                Some(force) => inside.push((figure, force)),
                None => counted.push(figure),
            }
        }
        counted.sort_by(|a, b| b.troops.cmp(&a.troops).then_with(|| a.force.cmp(&b.force)));
        let sum = |figures: &mut dyn Iterator<Item = &&Strength>| {
            figures.fold(0u32, |sum, f| sum.saturating_add(f.troops))
        };
        let troops = sum(&mut counted.iter());
        let old: Vec<&Strength> = counted
            .iter()
            .copied()
            .filter(|f| f.is_old(self.date))
            .collect();
        let mostly_old = sum(&mut old.iter()) > troops / 2;
        let old_since = old.first().filter(|_| mostly_old);
        TroopTotal {
            troops,
            old_since: old_since.map(|f| f.date.first().year()),
            counted,
            inside,
        }
    }
}

/// The code of the force whose figure already holds this one, if there is such a force.
fn container<'a>(atlas: &'a Atlas, figure: &Strength, all: &[&'a Strength]) -> Option<&'a str> {
    let operations = figure.mission.as_ref()?.en.split(" and ");
    let mut holder: Option<&Strength> = None;
    for operation in operations {
        let mission = mission_of(atlas, operation, &figure.country)?;
        if figure.force == mission.lead {
            return None;
        }
        let holds = |other: &&Strength| {
            let force = &other.force;
            let is_mission = force.eq_ignore_ascii_case(&mission.short);
            *force != figure.force && (*force == mission.lead || is_mission)
        };
        // Of several, such as a mission that has ended and its successor, the largest.
        let found = all.iter().copied().filter(holds);
        holder = holder.into_iter().chain(found).max_by_key(|f| f.troops);
    }
    holder.map(|other| other.force.as_str())
}

/// The mission in that country that an operation's name means.
fn mission_of<'a>(atlas: &'a Atlas, operation: &str, country: &str) -> Option<&'a Mission> {
    atlas.missions.iter().find(|m| {
        let hosted = m.hosts.iter().any(|host| host == country);
        hosted && (contains_words(operation, &m.short) || contains_words(&m.short, operation))
    })
}

/// Does a text contain another one as whole words?
fn contains_words(text: &str, part: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let wanted: Vec<&str> = part.split(' ').collect();
    words.windows(wanted.len()).any(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// The total of a country, and the codes of the forces that are counted.
    fn total(country: &str, year: i16, month: i8, day: i8) -> (u32, String, Option<i16>) {
        let atlas = crate::data::shipped().expect("the shipped data");
        let world = World::at(&atlas, date(year, month, day), 0);
        let totals = world.troop_totals(&atlas);
        let total = &totals[country];
        let present = total.counted.iter().filter(|f| f.troops > 0);
        let forces: Vec<&str> = present.map(|f| f.force.as_str()).collect();
        (total.troops, forces.join(" "), total.old_since)
    }

    #[test]
    fn contingents_inside_other_forces_are_not_counted_twice() {
        let check = |country, (y, m, d), troops, forces: &str, old| {
            assert_eq!(
                total(country, y, m, d),
                (troops, forces.to_owned(), old),
                "{country} on {y}-{m}-{d}"
            );
        };
        check("MLI", (2022, 8, 15), 13_900, "UN WAGNER EU", None);
        check("MLI", (2022, 1, 20), 15_750, "UN FRA EU WAGNER", None);
        check("MLI", (2013, 2, 10), 5_400, "FRA AFISMA", None);
        check("MLI", (2013, 1, 11), 0, "", None);
        check("MLI", (2025, 6, 1), 1_000, "WAGNER", Some(2022));
        check("NER", (2022, 8, 15), 2_356, "FRA USA DEU ITA CAN", None);
        check("TCD", (2022, 8, 15), 1_375, "FRA USA", Some(2014));
        check("TCD", (2025, 6, 1), 40, "USA", None);
        check("BFA", (2022, 8, 15), 350, "FRA", None);
    }

    #[test]
    fn those_left_out_say_in_whose_figure_they_are() {
        let atlas = crate::data::shipped().expect("the shipped data");
        let world = World::at(&atlas, date(2022, 3, 1), 0);
        let totals = world.troop_totals(&atlas);
        let inside: Vec<String> = totals["MLI"]
            .inside
            .iter()
            .filter(|(f, _)| f.troops > 0)
            .map(|(f, force)| format!("{} in {force}", f.force))
            .collect();
        let expected =
            "DEU in UN, ESP in EU, GBR in UN, NOR in UN, SWE in UN, TAKUBA in FRA, TCD in UN";
        assert_eq!(inside.join(", "), expected);
        assert!(!totals.contains_key("SAHEL"));
    }

    #[test]
    fn words_are_found_whole() {
        assert!(contains_words("Task Force Takuba", "Takuba"));
        assert!(!contains_words("EUTMX Mali", "EUTM"));
        assert!(!contains_words("", "Takuba"));
    }
}
