//! The legend, which is also the layer list: what is on the map, in the order of reading.
//!
//! Only what is visible is listed, and what has been switched off, so that it can be switched on
//! again. The window and the page draw the same lines.

use super::about;
use super::compose::View;
use super::item::{Area, Item, Subject};
use super::layers::bases::{self, Row};
use super::layers::countries::{self, Dresses};
use super::layers::events::{self, Disc};
use super::layers::ground::Ground;
use super::layers::movements::Move;
use super::signs::{base_shape, category_color, category_glyph, holder_mark};
use super::swatch::{frame, patch, sample};
use super::symbols::{BaseState, Glyph, arrow};
use crate::lang::{Lang, Words, typeset, words};
use crate::model::{BaseKind, Category, SkyClass, Standing};
use crate::style::size::{self, Hatch};
use crate::style::{Bloc, Color, CountryTheme, Holder};
use std::collections::BTreeMap;

/// What is on the map, in the order of reading.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Legend {
    /// Groups of lines.
    pub sections: Vec<LegendSection>,
}

/// A group of lines.
#[derive(Clone, PartialEq, Debug)]
pub struct LegendSection {
    /// Its key: `countries`, `skies`, `movements`, `bases`, `kinds`, `events`, `about`.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// A count or a period at the right of the heading.
    pub detail: String,
    /// Key of the layer that the section's eye switches, such as `layer:bases`; none has no eye.
    pub layer: Option<&'static str>,
    /// How many columns its lines are set in.
    pub columns: u8,
    /// Its lines.
    pub rows: Vec<LegendRow>,
}

/// One line: the symbol as drawn, its name, a count.
#[derive(Clone, PartialEq, Debug)]
pub struct LegendRow {
    /// Key among the hidden lines, such as `holder:france`; none cannot be switched off.
    pub key: Option<String>,
    /// What it is.
    pub label: String,
    /// A second, smaller line; empty when there is none.
    pub detail: String,
    /// How many are in view.
    pub count: Option<usize>,
    /// Is it shown? (Hidden lines stay in the list.)
    pub shown: bool,
    /// The sample, drawn in a box of 26 by 16 points with its origin at the top left.
    pub swatch: Vec<Item>,
}

impl Legend {
    pub(super) fn of(
        view: &View<'_>,
        ground: &Ground,
        dresses: &Dresses,
        rows: &[Row<'_>],
        discs: &[Disc<'_>],
        moves: &[Move<'_>],
    ) -> Legend {
        let mut sections = vec![
            alliances(view, ground, dresses),
            skies(view, ground),
            movements(view, moves),
            holders(view, rows),
            kinds(view, rows),
            categories(view, discs),
            about::section(view, ground),
        ];
        let of_layer = |s: &LegendSection| s.layer.is_some_and(|key| !view.shows(key));
        sections.retain(|s| !s.rows.is_empty() || of_layer(s));
        Legend { sections }
    }
}

fn text(view: &View<'_>, words: Words) -> String {
    typeset(words.get(view.lang), view.lang)
}

fn names(view: &View<'_>, codes: &[&str]) -> String {
    let names = codes.iter().map(|c| view.atlas.short_name(c, view.lang));
    typeset(&names.collect::<Vec<_>>().join(", "), view.lang)
}

fn alliances(view: &View<'_>, ground: &Ground, dresses: &Dresses) -> LegendSection {
    let mut rows = Vec::new();
    let palette = view.theme.palette();
    if view.countries == CountryTheme::Alliance {
        let standing = |alliances: &[&str], status: Standing| -> Vec<&str> {
            let members = view.world.member_rows(view.atlas);
            let found = members.filter(|(id, row)| {
                alliances.contains(id)
                    && row.status == status
                    && ground.countries.contains_key(&row.country)
            });
            found.map(|(_, row)| row.country.as_str()).collect()
        };
        let ecowas = Bloc::Ecowas.color(palette);
        let focus = palette.map.focus_land;
        let aes = standing(&["aes", "aes-confederation"], Standing::Member);
        let g5 = standing(&["g5-sahel"], Standing::Member);
        let aes_fresh = dresses
            .outlines
            .iter()
            .any(|o| o.bloc == Bloc::Aes && o.fresh);
        let mut aes: Vec<&str> = aes;
        aes.dedup();
        aes.sort_unstable();
        aes.dedup();
        let aes_words = if aes_fresh {
            words::AES_TODAY
        } else {
            words::AES
        };
        let aes_color = Bloc::Aes.color(palette);
        let g5_color = Bloc::G5Sahel.color(palette);
        let members = standing(&["ecowas"], Standing::Member);
        let suspended = standing(&["ecowas"], Standing::Suspended);
        let leaving = standing(&["ecowas"], Standing::Withdrawing);
        let plain = |fill: Color| patch(fill, None, palette.map.focus_border, 0.8);
        let mut double = patch(focus, None, aes_color, 3.2);
        double.extend(frame(palette.map.halo, 0.9, None));
        let mut dashed = patch(focus, None, focus, 0.5);
        dashed.extend(frame(g5_color, 2.0, Some([6.0, 3.0])));
        let hatched = |h: Hatch, share: f32| {
            patch(
                focus,
                Some((h, ecowas.over(focus, share))),
                palette.map.focus_border,
                0.8,
            )
        };
        for (bloc, words, codes, swatch) in [
            (Bloc::Aes, aes_words, aes, double),
            (
                Bloc::Ecowas,
                words::ECOWAS_MEMBER,
                members,
                plain(ecowas.over(focus, 0.24)),
            ),
            (
                Bloc::Ecowas,
                words::ECOWAS_SUSPENDED,
                suspended,
                hatched(size::HATCH_SUSPENDED, 0.5),
            ),
            (
                Bloc::Ecowas,
                words::ECOWAS_LEAVING,
                leaving,
                hatched(size::HATCH_WITHDRAWING, 0.6),
            ),
            (Bloc::G5Sahel, words::G5_SAHEL, g5, dashed),
        ] {
            if codes.is_empty() {
                continue;
            }
            let key = countries::bloc_key(bloc).to_owned();
            rows.push(LegendRow {
                shown: view.shows(&key),
                key: Some(key),
                label: text(view, words),
                detail: if codes.len() <= 4 {
                    names(view, &codes)
                } else {
                    String::new()
                },
                count: Some(codes.len()),
                swatch,
            });
        }
    }
    LegendSection {
        id: "countries",
        title: text(view, words::COUNTRIES_BY_ALLIANCE),
        detail: String::new(),
        layer: None,
        columns: 1,
        rows,
    }
}

fn skies(view: &View<'_>, ground: &Ground) -> LegendSection {
    let palette = view.theme.palette();
    let mut rows = Vec::new();
    for (class, words, hatch, color) in [
        (
            SkyClass::All,
            words::CLOSED_TO_ALL,
            size::HATCH_SKY_ALL,
            palette.sky.all,
        ),
        (
            SkyClass::Some,
            words::CLOSED_TO_SOME,
            size::HATCH_SKY_SOME,
            palette.sky.some,
        ),
    ] {
        let skies = view.world.closed_skies(view.atlas);
        let closing = skies.filter(|c| c.closes_sky(view.world.date) == Some(class));
        let mut codes: Vec<&str> = closing
            .flat_map(|c| c.countries.iter().map(String::as_str))
            .filter(|iso| ground.countries.contains_key(*iso))
            .collect();
        codes.sort_unstable();
        codes.dedup();
        if codes.is_empty() {
            continue;
        }
        let key = countries::sky_key(class).to_owned();
        let fill = color.over(palette.map.focus_land, 0.10);
        rows.push(LegendRow {
            shown: view.shows(&key) && view.shows("layer:skies"),
            key: Some(key),
            label: text(view, words),
            detail: if codes.len() <= 4 {
                names(view, &codes)
            } else {
                String::new()
            },
            count: Some(codes.len()),
            swatch: patch(fill, Some((hatch, color)), color, 1.2),
        });
    }
    LegendSection {
        id: "skies",
        title: text(view, words::CLOSED_SKIES),
        detail: String::new(),
        layer: Some("layer:skies"),
        columns: 1,
        rows,
    }
}

fn movements(view: &View<'_>, moves: &[Move<'_>]) -> LegendSection {
    let palette = view.theme.palette();
    let mut by_holder: BTreeMap<Holder, usize> = BTreeMap::new();
    for m in moves {
        let holder = m
            .event
            .actors
            .first()
            .map_or(Holder::Other, |c| Holder::of_code(c));
        *by_holder.entry(holder).or_default() += 1;
    }
    let rows = by_holder.into_iter().map(|(holder, count)| {
        let shape = arrow([-8.0, 11.0], [35.0, 6.0], 0.1, 4.0);
        let area = Area {
            rings: vec![shape.outline].into(),
            fill: holder.color(palette),
        };
        LegendRow {
            key: None,
            label: holder_name(holder, view.lang),
            detail: String::new(),
            count: Some(count),
            shown: view.shows("layer:movements"),
            swatch: vec![Item::new(Subject::None, area)],
        }
    });
    LegendSection {
        id: "movements",
        title: text(view, words::MOVEMENTS),
        detail: days(view),
        layer: Some("layer:movements"),
        columns: 1,
        rows: rows.collect(),
    }
}

fn days(view: &View<'_>) -> String {
    match view.lang {
        Lang::En => format!("{} days", view.world.trail_days),
        Lang::Fr => format!("{} jours", view.world.trail_days),
    }
}

/// The name of a group of holders.
pub(super) fn holder_name(holder: Holder, lang: Lang) -> String {
    let words = match holder {
        Holder::France => ("France", "France"),
        Holder::Un => ("UN", "ONU"),
        Holder::Us => ("US", "États-Unis"),
        Holder::Wagner => ("Wagner", "Wagner"),
        Holder::AfricaCorps => ("Africa Corps", "Africa Corps"),
        Holder::Eu => ("EU", "UE"),
        Holder::Germany => ("Germany", "Allemagne"),
        Holder::Italy => ("Italy", "Italie"),
        Holder::Turkiye => ("Türkiye", "Turquie"),
        Holder::G5Sahel => ("G5 Sahel", "G5 Sahel"),
        Holder::Mnjtf => ("MNJTF", "FMM"),
        Holder::Rebels => ("Rebels", "Rebelles"),
        Holder::Other => ("others", "autres"),
    };
    match lang {
        Lang::En => words.0.to_owned(),
        Lang::Fr => words.1.to_owned(),
    }
}

fn holders(view: &View<'_>, rows: &[Row<'_>]) -> LegendSection {
    let palette = view.theme.palette();
    let mut counts: BTreeMap<Holder, usize> = BTreeMap::new();
    for mark in rows.iter().flat_map(|r| &r.marks) {
        *counts.entry(mark.holder).or_default() += 1;
    }
    let total: usize = counts.values().sum();
    // A holder that was switched off is still listed when it holds something on the day.
    for base in &view.world.bases {
        for tenure in base.tenures(view.atlas) {
            let holder = Holder::of_code(&tenure.operator);
            if !view.shows(&bases::holder_key(holder)) {
                counts.entry(holder).or_default();
            }
        }
    }
    let mut by_count: Vec<(Holder, usize)> = counts.into_iter().collect();
    by_count.sort_by_key(|(holder, count)| (std::cmp::Reverse(*count), *holder));
    let rows = by_count.into_iter().map(|(holder, count)| {
        let key = bases::holder_key(holder);
        let glyph = Glyph::Base {
            kind: base_shape(BaseKind::Main),
            mark: holder_mark(holder),
            state: BaseState::Held,
        };
        LegendRow {
            shown: view.shows(&key),
            key: Some(key),
            label: holder_name(holder, view.lang),
            detail: String::new(),
            count: Some(count),
            swatch: sample(view, glyph, holder.color(palette), 12.0),
        }
    });
    LegendSection {
        id: "bases",
        title: text(view, words::BASES_BY_HOLDER),
        detail: match view.lang {
            Lang::En => format!("{total} in view"),
            Lang::Fr => format!("{total} visibles"),
        },
        layer: Some("layer:bases"),
        columns: 1,
        rows: rows.collect(),
    }
}

fn kinds(view: &View<'_>, rows: &[Row<'_>]) -> LegendSection {
    let marks = || rows.iter().flat_map(|r| &r.marks);
    let color = view.theme.palette().map.minor_label;
    let line = |label: String, swatch: Vec<Item>| LegendRow {
        key: None,
        label,
        detail: String::new(),
        count: None,
        shown: true,
        swatch,
    };
    let glyph = |kind: BaseKind, state: BaseState| Glyph::Base {
        kind: base_shape(kind),
        mark: holder_mark(Holder::France),
        state,
    };
    let mut lines: Vec<LegendRow> = BaseKind::ALL
        .iter()
        .filter(|kind| marks().any(|m| m.base.kind == **kind))
        .map(|kind| {
            let swatch = sample(view, glyph(*kind, BaseState::Held), color, 11.0);
            line(kind.word(view.lang).to_owned(), swatch)
        })
        .collect();
    let has = |wanted: &[BaseState]| {
        marks().any(|m| match m.symbol.glyph {
            Glyph::Base { state, .. } => wanted.contains(&state),
            Glyph::Event(_)
            | Glyph::Marker { .. }
            | Glyph::ClosedSky
            | Glyph::Capital
            | Glyph::Town
            | Glyph::Selection
            | Glyph::Imprecise => false,
        })
    };
    for (states, words) in [
        (
            &[BaseState::Reported, BaseState::Disputed][..],
            words::REPORTED,
        ),
        (
            &[BaseState::HandedOver, BaseState::HandedOverDisputed][..],
            words::HANDED_OVER,
        ),
        (&[BaseState::Closed][..], words::LEFT),
    ] {
        if has(states) {
            let swatch = sample(view, glyph(BaseKind::Main, states[0]), color, 12.0);
            lines.push(line(text(view, words), swatch));
        }
    }
    LegendSection {
        id: "kinds",
        title: text(view, words::KIND_AND_SIZE),
        detail: "<200 · 200+ · 1000+".to_owned(),
        layer: None,
        columns: 2,
        rows: lines,
    }
}

fn categories(view: &View<'_>, discs: &[Disc<'_>]) -> LegendSection {
    let palette = view.theme.palette();
    let mut counts: BTreeMap<Category, usize> = BTreeMap::new();
    for (event, _) in discs.iter().flat_map(|d| &d.events) {
        *counts.entry(event.category).or_default() += 1;
    }
    let hidden = Category::ALL.iter().copied();
    let hidden = hidden.filter(|c| !view.shows(&events::category_key(*c)));
    for category in hidden.collect::<Vec<_>>() {
        counts.entry(category).or_default();
    }
    let rows = counts.into_iter().map(|(category, count)| {
        let key = events::category_key(category);
        let glyph = Glyph::Event(category_glyph(category));
        LegendRow {
            shown: view.shows(&key),
            key: Some(key),
            label: category.word(view.lang).to_owned(),
            detail: String::new(),
            count: Some(count),
            swatch: sample(
                view,
                glyph,
                category_color(category, palette),
                size::EVENT_LIST_PT,
            ),
        }
    });
    LegendSection {
        id: "events",
        title: text(view, words::EVENTS),
        detail: days(view),
        layer: Some("layer:events"),
        columns: 2,
        rows: rows.collect(),
    }
}
