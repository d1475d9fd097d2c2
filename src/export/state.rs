//! The world on a day as JSON (the shape that scripts rely on) and as a text to read.
//!
//! Lists are sorted by id and objects keep their order of keys: equal input gives equal bytes.

use crate::calendar::{date_words, partial_words};
use crate::lang::{Bilingual, Lang, number, typeset};
use crate::model::{Atlas, Closure, Strength, World};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// The world on a day, in the shape of the README's manual.
pub fn json(atlas: &Atlas, world: &World) -> Value {
    let countries: Vec<Value> = countries(atlas, world)
        .iter()
        .map(|iso| country(atlas, world, iso))
        .collect();
    let ids = |positions: &[u32]| {
        let mut ids: Vec<&str> = positions
            .iter()
            .map(|&i| atlas.events[i as usize].id.as_str())
            .collect();
        ids.sort_unstable();
        ids
    };
    let missions = world
        .missions
        .iter()
        .map(|&i| &atlas.missions[i as usize].id);
    let relations = world
        .relation_rows(atlas)
        .map(|r| json!({"a": r.a, "b": r.b, "state": r.state, "since": r.from}));
    json!({
        "date": world.date,
        "data_version": atlas.data_version,
        "coverage": atlas.coverage,
        "countries": countries,
        "bases": bases(atlas, world),
        "missions": missions.collect::<Vec<_>>(),
        "relations": relations.collect::<Vec<_>>(),
        "events": ids(&world.events),
        "trail": ids(&world.trail),
        "trail_days": world.trail_days,
    })
}

/// Codes of all countries about which something holds on the day.
fn countries(atlas: &Atlas, world: &World) -> BTreeSet<String> {
    let mut all: BTreeSet<String> = atlas.focus.iter().cloned().collect();
    all.extend(world.member_rows(atlas).map(|(_, row)| row.country.clone()));
    let closures = world
        .closed_skies(atlas)
        .chain(closed_borders(atlas, world));
    all.extend(closures.flat_map(|c| c.countries.iter().cloned()));
    all.extend(
        world
            .sanctions
            .iter()
            .map(|&i| atlas.sanctions[i as usize].on.clone()),
    );
    all.extend(world.figures(atlas).map(|s| s.country.clone()));
    all.retain(|code| code.len() == 3 && code != "ALL");
    all
}

fn closed_borders<'a>(atlas: &'a Atlas, world: &'a World) -> impl Iterator<Item = &'a Closure> {
    world.borders.iter().map(|&i| &atlas.borders[i as usize])
}

fn country(atlas: &Atlas, world: &World, iso: &str) -> Value {
    let memberships = world
        .member_rows(atlas)
        .filter(|(_, row)| row.country == iso);
    let memberships = memberships
        .map(|(id, row)| json!({"alliance": id, "status": row.status, "since": row.from}));
    let strikes = |c: &&Closure| c.countries.iter().any(|code| code == iso);
    let skies = world.closed_skies(atlas).filter(strikes).map(|c| {
        json!({
            "id": c.id, "against": c.against, "traffic": c.traffic, "since": c.from, "until": c.to,
            "known_until": c.known_until, "measure_by": c.measure_by, "confidence": c.confidence,
        })
    });
    let borders = closed_borders(atlas, world)
        .filter(strikes)
        .map(|c| json!({"id": c.id, "against": c.against, "since": c.from, "until": c.to}));
    let sanctions = world
        .sanctions
        .iter()
        .map(|&i| &atlas.sanctions[i as usize]);
    let sanctions = sanctions
        .filter(|s| s.on == iso)
        .map(|s| json!({"id": s.id, "by": [s.by], "since": s.from, "until": s.to}));
    let troops = world.figures(atlas).filter(|s| s.country == iso).map(|s| {
        json!({"force": s.force, "troops": s.troops, "as_of": s.date, "qualifier": s.qualifier})
    });
    let name = atlas.parties.get(iso).map_or_else(
        || Bilingual {
            en: iso.to_owned(),
            fr: iso.to_owned(),
        },
        |party| party.name.clone(),
    );
    json!({
        "iso": iso,
        "name": name,
        "memberships": memberships.collect::<Vec<_>>(),
        "airspace": skies.collect::<Vec<_>>(),
        "borders": borders.collect::<Vec<_>>(),
        "sanctions": sanctions.collect::<Vec<_>>(),
        "foreign_troops": troops.collect::<Vec<_>>(),
    })
}

fn bases(atlas: &Atlas, world: &World) -> Vec<Value> {
    let base = |on_day: &crate::model::BaseOnDay| {
        let base = &atlas.bases[on_day.base as usize];
        let operators = on_day.tenures(atlas).into_iter().map(|t| {
            let mission = t.mission.as_ref().map(|m| &m.en);
            json!({"code": t.operator, "since": t.from, "mission": mission, "troops": t.troops})
        });
        json!({
            "id": base.id, "name": base.name.en, "host": base.host,
            "operators": operators.collect::<Vec<_>>(),
        })
    };
    world.bases.iter().map(base).collect()
}

/// The world on a day as a text of one screen or two.
pub fn text(atlas: &Atlas, world: &World, lang: Lang) -> String {
    let mut out = String::new();
    let word = |en: &'static str, fr: &'static str| match lang {
        Lang::En => en,
        Lang::Fr => fr,
    };
    let heading = |out: &mut String, text: &str| {
        // Writing to a String cannot fail.
        let _ = write!(out, "\n{text}\n");
    };
    let _ = writeln!(out, "{}", date_words(world.date, lang));
    heading(&mut out, word("That day", "Ce jour-là"));
    for event in world.events_of_day(atlas) {
        let title = event.title.set(lang);
        let _ = writeln!(out, "  {}: {title}", event.category.word(lang));
    }
    if world.events.is_empty() {
        let _ = writeln!(
            out,
            "  {}",
            word("nothing is recorded", "rien n’est consigné")
        );
    }
    heading(&mut out, word("Closed skies", "Ciels fermés"));
    for sky in world.closed_skies(atlas) {
        let against = names(atlas, &sky.against, lang);
        let whose = atlas.full_name(&sky.country, lang);
        let since = sky.from.map_or(String::new(), |d| partial_words(d, lang));
        let to = word("to", "à");
        let line = format!(
            "  {whose} {to} {against} ({}), {since}",
            sky.traffic.word(lang)
        );
        let _ = writeln!(out, "{}", typeset(&line, lang));
    }
    heading(&mut out, word("Alliances", "Alliances"));
    for iso in &atlas.focus {
        let rows = world
            .member_rows(atlas)
            .filter(|(_, row)| row.country == *iso);
        let standings: Vec<String> = rows
            .filter_map(|(id, row)| {
                let alliance = atlas.alliance(id).filter(|a| !a.bilateral)?;
                Some(format!(
                    "{} ({})",
                    alliance.short_name.get(lang),
                    row.status.word(lang)
                ))
            })
            .collect();
        let _ = writeln!(
            out,
            "  {}: {}",
            atlas.full_name(iso, lang),
            standings.join(", ")
        );
    }
    heading(&mut out, word("Foreign troops", "Troupes étrangères"));
    for (iso, figures) in figures_by_country(atlas, world) {
        let forces: Vec<String> = figures
            .iter()
            .map(|s| {
                let force = atlas.short_name(&s.force, lang);
                format!(
                    "{force} {} {}",
                    s.qualifier.word(lang),
                    number(s.troops, lang)
                )
            })
            .collect();
        let _ = writeln!(
            out,
            "  {}: {}",
            atlas.full_name(iso, lang),
            forces.join("; ")
        );
    }
    heading(&mut out, word("Bases", "Bases"));
    for on_day in &world.bases {
        let base = &atlas.bases[on_day.base as usize];
        let holders: Vec<String> = on_day
            .tenures(atlas)
            .into_iter()
            .map(|t| atlas.short_name(&t.operator, lang).to_owned())
            .collect();
        let host = atlas.short_name(&base.host, lang);
        let _ = writeln!(
            out,
            "  {} ({host}): {}",
            base.name.set(lang),
            holders.join(", ")
        );
    }
    out
}

/// The figures above zero, country by country, largest first.
pub(super) fn figures_by_country<'a>(
    atlas: &'a Atlas,
    world: &'a World,
) -> BTreeMap<&'a str, Vec<&'a Strength>> {
    let mut by_country: BTreeMap<&str, Vec<&Strength>> = BTreeMap::new();
    for figure in world.figures(atlas).filter(|s| s.troops > 0) {
        by_country.entry(&figure.country).or_default().push(figure);
    }
    for figures in by_country.values_mut() {
        figures.sort_by(|a, b| b.troops.cmp(&a.troops).then(a.force.cmp(&b.force)));
    }
    by_country
}

/// Short names of codes, in their order, with commas.
pub(super) fn names(atlas: &Atlas, codes: &[String], lang: Lang) -> String {
    let names: Vec<&str> = codes.iter().map(|c| atlas.short_name(c, lang)).collect();
    names.join(", ")
}
