//! Countries by the number of foreign troops: classes, fills, the figure in words.
//!
//! Which figures make up a total is the model's business ([`crate::model::TroopTotal`]). Unknown is
//! grey and not zero. The bars by force are in `bars`.

use super::Dress;
use crate::lang::{Lang, number, typeset, words};
use crate::model::{Qualifier, TroopTotal};
use crate::scene::view::View;
use crate::style::{Color, Theme};
use std::collections::BTreeMap;

/// The least number of each class.
pub(in crate::scene) const CLASS_FROM: [u32; 4] = [1, 500, 2_000, 10_000];

/// The key of the bars by force in the legend.
pub(in crate::scene) const BARS_KEY: &str = "troops:bars";

/// Where a country stands on the scale.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(in crate::scene) enum Class {
    /// In the class that begins at that place of [`CLASS_FROM`].
    Step(usize),
    /// Known to be without foreign troops.
    Zero,
    /// No figure is known.
    Unknown,
}

/// The class of every country of the basemap.
pub(in crate::scene) fn classes(view: &View<'_>) -> BTreeMap<String, Class> {
    let totals = view.world.troop_totals(view.atlas);
    let countries = view.atlas.basemap.level(2).countries.iter();
    countries
        .map(|c| {
            let total = totals.get(c.iso.as_str()).map(|t| t.troops);
            (c.iso.clone(), class(total))
        })
        .collect()
}

fn class(troops: Option<u32>) -> Class {
    match troops {
        None => Class::Unknown,
        Some(troops) => CLASS_FROM
            .iter()
            .rposition(|from| troops >= *from)
            .map_or(Class::Zero, Class::Step),
    }
}

/// The fill of a class. Four steps take the upper four of the palette, as the palest is hard to tell
/// from the land.
pub(in crate::scene) fn class_fill(class: Class, theme: Theme) -> Color {
    let fills = theme.fills();
    match class {
        Class::Step(step) => fills.sequential[(step + 1).min(4)],
        Class::Zero => fills.zero,
        Class::Unknown => fills.unknown,
    }
}

pub(super) fn dress(view: &View<'_>, of: &mut BTreeMap<String, Dress>) {
    for (iso, class) in classes(view) {
        if let Some(dress) = of.get_mut(&iso) {
            dress.fill = class_fill(class, view.theme);
        }
    }
}

/// The figure of every country that has one, rounded, in words.
pub(super) fn figures(view: &View<'_>) -> BTreeMap<String, String> {
    let totals = view.world.troop_totals(view.atlas);
    totals
        .into_iter()
        .map(|(iso, total)| (iso.to_owned(), in_words(&total, view.lang)))
        .collect()
}

/// "about 13,900"; "about 1,400 (2014)" when most of it is old; the qualifier of the figure itself when
/// there is only one.
pub(super) fn in_words(total: &TroopTotal<'_>, lang: Lang) -> String {
    let present: Vec<_> = total.counted.iter().filter(|f| f.troops > 0).collect();
    let qualifier = match present[..] {
        [] => return typeset(words::NONE_COUNTED.get(lang), lang),
        [only] => only.qualifier,
        [..] => Qualifier::About,
    };
    let year = total.old_since.map(|y| format!(" ({y})"));
    let text = match qualifier {
        Qualifier::Exact => number(total.troops, lang),
        Qualifier::About | Qualifier::UpTo | Qualifier::AtLeast => {
            let rounded = number(rounded(total.troops), lang);
            format!("{} {rounded}", qualifier.word(lang))
        }
    };
    typeset(&(text + &year.unwrap_or_default()), lang)
}

/// Rounded to what such figures are worth: tens below a thousand, hundreds above.
fn rounded(troops: u32) -> u32 {
    let to = match troops {
        0..100 => 1,
        100..1_000 => 10,
        1_000.. => 100,
    };
    troops.saturating_add(to / 2) / to * to
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::World;
    use jiff::civil::date;

    #[test]
    fn figures_are_rounded_and_say_how_they_are_meant() {
        let atlas = crate::data::shipped().expect("the shipped data");
        let check = |day, country: &str, lang, expected: &str| {
            let world = World::at(&atlas, day, 0);
            let totals = world.troop_totals(&atlas);
            assert_eq!(in_words(&totals[country], lang), expected);
        };
        let summer = date(2022, 8, 15);
        check(summer, "MLI", Lang::En, "about 13,900");
        check(summer, "MLI", Lang::Fr, "environ 13\u{202F}900");
        check(summer, "NER", Lang::En, "about 2,400");
        check(summer, "BFA", Lang::En, "about 350");
        check(summer, "TCD", Lang::En, "about 1,400 (2014)");
        check(date(2013, 1, 11), "MLI", Lang::En, "none counted");
        check(date(2025, 8, 1), "SEN", Lang::Fr, "aucune comptée");
        check(date(2025, 3, 26), "GAB", Lang::Fr, "jusqu’à 200");
    }

    #[test]
    fn zero_and_unknown_are_no_steps() {
        assert_eq!(class(None), Class::Unknown);
        assert_eq!(class(Some(0)), Class::Zero);
        assert_eq!(class(Some(499)), Class::Step(0));
        assert_eq!(class(Some(500)), Class::Step(1));
        assert_eq!(class(Some(u32::MAX)), Class::Step(3));
        for theme in Theme::ALL {
            let of = |class| class_fill(class, theme);
            assert_ne!(of(Class::Zero), of(Class::Unknown), "{}", theme.id());
        }
    }
}
